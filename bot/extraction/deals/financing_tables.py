"""Tables of financings: one row, one company."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.deals.financing import Financing, read_value
from bot.extraction.deals.sums import first_sum
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment, masked, merged

_LINE = re.compile(r"[^\n]+")
_CELLS = 4
"""A row of a table has as many cells or more."""
_LEADER = re.compile(r"<n(\d+)> ?\(lead(?:er|ing|s)?\)")
_SHORT_ROUND = re.compile(r"\| (seed|angel|strategic|pre-IPO|bridge|growth)\b[^|]{0,12}\|", re.IGNORECASE)

_LETTER = re.compile(r"\|? ?(?:Series )?(Pre-[AB]|[A-F]\d?\+{0,2})(?: round)? \|")
"""A cell that names a round by its letter alone."""


def table_rows(ctx: Context) -> Iterator[tuple[Segment, Financing]]:
    """The rows of a table of financings: the company, its round or sum, and in the cells behind them the backers."""
    for line in _LINE.finditer(ctx.text):
        if line.group().count(" | ") < _CELLS - 1:
            continue
        whole = merged(ctx, line.start(), line.end())
        if whole is None:
            continue
        segment = masked(whole, whole.start, whole.end)
        first = next((i for i, m in enumerate(segment.names) if m.kind != "place"), None)
        named = _SHORT_ROUND.search(segment.text)
        if (own := _own_row(ctx, segment)) is not None:
            yield segment, own
            continue
        if first is None or not (segment.rounds or named) or segment.position(f"n{first}") > 40:
            continue
        cells = segment.text.find("|", segment.position(f"n{first}"))
        if cells < 0:  # a name in the last cell is no row's company
            continue
        deal = Financing(segment, segment.names[first].cluster)
        deal.amount = first_sum(segment, "amount")
        deal.round = segment.rounds[0].round if segment.rounds else named[1].capitalize() if named else None
        deal.date = segment.dates[-1].when if segment.dates else None
        _backers(deal, segment, cells)
        yield segment, deal


def _backers(deal: Financing, segment: Segment, position: int) -> None:
    """Adds the names behind a place of a row as backers, and the valuation of the row."""
    leads = {int(m[1]) for m in _LEADER.finditer(segment.text)}
    for number, mention in enumerate(segment.names):
        if segment.position(f"n{number}") > position:
            deal.add((mention,), number in leads)
    read_value(deal, segment, 0, len(segment.text))


def _own_row(ctx: Context, segment: Segment) -> Financing | None:
    """A row of the history of the article's own company: date, round, sum, backers, and no company in it."""
    lettered = _LETTER.search(segment.text)
    short = _SHORT_ROUND.search(segment.text)
    start = segment.position("r0") if segment.rounds else min((m.start() for m in (lettered, short) if m), default=-1)
    ahead = any(0 <= segment.position(f"n{i}") < start for i in range(len(segment.names)))
    if ctx.main is None or start < 0 or ahead or not segment.dates or segment.position("d0") > start:
        return None
    deal = Financing(segment, ctx.main)
    deal.amount = first_sum(segment, "amount")
    if segment.rounds:
        deal.round = segment.rounds[0].round
    elif lettered and lettered.start() == start:
        deal.round = lettered[1] if lettered[1].startswith("Pre") else f"Series {lettered[1]}"
    elif short:
        deal.round = short[1].capitalize()
    deal.date = segment.dates[0].when
    _backers(deal, segment, start)
    return deal
