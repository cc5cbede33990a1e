"""What is known instead, where no article tells the thing that was asked for: a deal without its sum, other figures."""

from __future__ import annotations

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.lines import citations_of
from bot.answers.phrases import phrase
from bot.answers.proof.kinds import asked_thing
from bot.answers.query import Part, Query
from bot.answers.view import View
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern

_DEALS = ("acquisition",)
_NEAREST: dict[str, tuple[str, ...]] = {
    "bid": _DEALS,
    "paid": _DEALS,
    "valuation": ("funding", "ipo"),
    "raised": ("funding", "ipo"),
    "price": ("price", "launch"),
    "revenue": ("metric",),
    "profit": ("metric",),
    "employees": ("metric",),
}
"""Kinds of fact that come nearest to each kind of thing."""


_TIES = ("acquisition", "funding", "partnership", "deployment", "ipo")
"""Kinds of fact that tie two names."""
_OWNS = Pattern(r"<\d+>.*\b(?:owns?|buys?|bought|acquired?|took over|taken over)\b.*<\d+>")
"""Somebody else may have bought it."""


def known_instead(desk: Desk, clause: Clause) -> str:
    """The newest fact on those whom a clause names that comes nearest to what it asks for; empty where none does.

    Of two whom nothing ties in the way that is asked, what does tie them.
    """
    thing = asked_thing(clause.shape)
    groups = [ids for ids in clause.groups() if not is_place(ids)]
    kinds = _NEAREST.get(thing.name, ()) if thing is not None else _TIES if len(groups) == 2 else ()
    if not kinds or not groups:
        return ""
    nearest = [Query(kinds, (Part((), groups[0]),), tuple(groups[1:]), limit=1)]
    if len(groups) == 2 and _OWNS.search(clause.shape):
        nearest.append(Query(("acquisition",), (Part(("target",), groups[1]),), limit=1))
    for told in (told for query in nearest for told in desk.lookup.run(query)):
        cited = next(iter(citations_of(told)), None)
        if cited is not None:
            where = ", ".join(filter(None, (cited.publisher or cited.source, cited.published)))
            return f"Known instead: {phrase(View(told))} ({where})"
    return ""
