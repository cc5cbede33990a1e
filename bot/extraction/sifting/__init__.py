"""The last look at what an article is said to tell: what the words of its own sentence speak against is left out.

Rules and reader find facts by what speaks for them. Here it is asked what speaks against one that was found: a sum
that is another kind of sum, an owner beside what it owns, a date that is another thing's, words cut in the middle.
No fact is added here; a round without a sum gets the one that only the heading above it gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from bot.extraction.kind import Draft, all_kinds
from bot.extraction.sifting import (
    beginnings,
    bystanders,
    calendar,
    careers,
    clauses,
    deals,
    elsewhere,
    figure_dates,
    figures,
    headed,
    holders,
    houses,
    listings,
    measured,
    outsiders,
    plans,
    posts,
    prices,
    raisers,
    raising,
    shares,
    sides,
    standing,
    takeovers,
    things,
    together,
    totals,
    users,
    wording,
    worths,
)
from bot.extraction.sifting.lent import of_others
from bot.extraction.sifting.rounds import apart

if TYPE_CHECKING:
    from bot.extraction.text.context import Context

Check = Callable[["Context", Draft], Draft | None]
"""A draft as it may be told, or None where it may not."""

_CHECKS: tuple[Check, ...] = (
    *elsewhere.CHECKS, *deals.CHECKS, *outsiders.CHECKS, *raising.CHECKS, *raisers.CHECKS, *standing.CHECKS,
    *listings.CHECKS, *takeovers.CHECKS, *holders.CHECKS, *totals.CHECKS, *figures.CHECKS, *prices.CHECKS,
    *figure_dates.CHECKS, *measured.CHECKS,
    *shares.CHECKS, *houses.CHECKS, *sides.CHECKS, *together.CHECKS, *users.CHECKS, *posts.CHECKS, *careers.CHECKS,
    *clauses.CHECKS,
    *wording.CHECKS, *plans.CHECKS, *beginnings.CHECKS, *bystanders.CHECKS, *things.CHECKS,
    *calendar.CHECKS,
)  # fmt: skip


def sift(context: Context, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that may be told, without the slots that may not."""
    kept: list[Draft] = []
    for draft in drafts:
        left: Draft | None = draft
        for check in _CHECKS:
            left = check(context, left) if left is not None else None
        if left is not None and all_kinds()[left.kind].complete(left.slots):
            kept.append(left)
    kept = measured.of_before(context, measured.whole(context, raising.worths(users.of_makers(context, kept))))
    kept = listings.proceeds(context, kept)
    kept = list(raisers.for_others(context, takeovers.own_parts(context, kept)))
    kept = headed.sums(context, apart(context, of_others(context, kept)))
    return plans.once(
        sides.once_at_work(
            houses.once_titled(posts.own(context, worths.of_rounds(context, worths.of_one_round(context, kept))))
        )
    )
