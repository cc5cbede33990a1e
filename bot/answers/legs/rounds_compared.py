"""The two rounds of which a question asks which was bigger: the one that stands with each name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.asked.narrowing import rounds_in
from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.fitting import is_round
from bot.answers.ordinals import the_first, the_last
from bot.answers.query import Ids, Part, Query
from bot.grammar.patterns import Pattern
from bot.store.read import StoredEvent

ROUNDS = Pattern(r"<round>|\bseries [a-h]\b|\b(?:rounds?|raises?|financings?|fundrais\w+)\b(?! (?:more|most|less))")
"""What says that it is rounds that are held against each other."""
_LAST, _FIRST = Pattern(r"\b(?:last|latest|newest|recent)\b"), Pattern(r"\b(?:first|1st|earliest)\b")
_OF = Pattern(r"\b(?:of|by|from|at|for)(?: the)? $")
_ANOTHER = Pattern(r"\b(?:second|third|fourth|2nd|3rd|previous|next|whole|all|total|combined)\b")
_MOST = 30


def round_asked(desk: Desk, clause: Clause, ids: Ids) -> StoredEvent | None:
    """The round of one of those who are compared that is meant; None where that is not sure."""
    words = _beside(clause, next(i for i in clause.asked_about if clause.names[i].ids == ids))
    named = rounds_in(words) or (clause.narrow.round if "<round>" in words else "")
    query = Query(("funding",), (Part(("company",), ids),), needs=("amount",), status="made", limit=_MOST)
    told = [one for one in desk.lookup.run(query) if not named or is_round(one, named)]
    if named or not told or _ANOTHER.search(words):
        return told[0] if named and _is_one(told) else None
    if _LAST.search(words):
        return the_last(told)
    if _FIRST.search(words):
        return the_first(told)
    return told[0] if _is_one(told) else None


def _is_one(told: Sequence[StoredEvent]) -> bool:
    """Whether one round is told, be it in several sums that are about the same."""
    sums = [one.usd for one in told if one.usd is not None]
    return len(sums) == len(told) > 0 and max(sums) <= 1.1 * min(sums)


def _beside(clause: Clause, index: int) -> str:
    """The words that belong to a name: those behind it, up to the next, or those before "of <0>"."""
    pieces = re.split(r"<(\d+)>", clause.shape)
    at = next(k for k in range(1, len(pieces), 2) if int(pieces[k]) == index)
    return pieces[at - 1] if _OF.search(pieces[at - 1]) else pieces[at + 1]
