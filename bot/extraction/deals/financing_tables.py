"""Tables of financings: one row, one company."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.deals.financing import Financing, read_value
from bot.extraction.deals.sums import role
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment, masked, merged

_ROW = re.compile(r"[^\n]*(?: \| [^\n]*){3,}")
_LEADER = re.compile(r"<n(\d+)> ?\(lead(?:er|ing|s)?\)")
_SHORT_ROUND = re.compile(r"\| (seed|angel|strategic|pre-IPO|bridge|growth)\b[^|]{0,12}\|", re.IGNORECASE)


def table_rows(ctx: Context) -> Iterator[tuple[Segment, Financing]]:
    """The rows of a table of financings: the company, its round or sum, and in the cells behind them the backers."""
    for line in _ROW.finditer(ctx.text):
        whole = merged(ctx, line.start(), line.end())
        if whole is None:
            continue
        segment = masked(whole, whole.start, whole.end)
        first = next((i for i, m in enumerate(segment.names) if m.kind != "place"), None)
        named = _SHORT_ROUND.search(segment.text)
        if first is None or not (segment.rounds or named) or segment.position(f"n{first}") > 40:
            continue
        cells = segment.text.find("|", segment.position(f"n{first}"))
        if cells < 0:  # a name in the last cell is no row's company
            continue
        deal = Financing(segment, segment.names[first].cluster)
        sums = [m.money for i, m in enumerate(segment.money) if role(segment, i) == "amount"]
        deal.amount = sums[0] if sums else None
        deal.round = segment.rounds[0].round if segment.rounds else named[1].capitalize() if named else None
        deal.date = segment.dates[-1].when if segment.dates else None
        leads = {int(m[1]) for m in _LEADER.finditer(segment.text)}
        for number, mention in enumerate(segment.names):
            if segment.position(f"n{number}") > cells:
                deal.add((mention,), number in leads)
        read_value(deal, segment, 0, len(segment.text))
        yield segment, deal
