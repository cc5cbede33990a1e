"""Who or what else: facts and names of the question before that were not told yet, or that there are none."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause
from bot.answers.decline import decline
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.followups.fragments import opened
from bot.answers.followups.of_the_list import every
from bot.answers.found import Found
from bot.answers.intents.intent import LED
from bot.answers.query import Query
from bot.answers.text import echo
from bot.answers.view import ids_by_slot
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer

_ELSE = Pattern(
    r"^(?:(?:who|what|which|where|when) (?:else|others?|other ones?)|"
    r"(?:is|are|was|were) there (?:any(?:one|body|thing)?|some(?:one|body|thing)?) (?:else|others?|more)|"
    r"(?:any|some)(?:one|body|thing)? (?:of them )?(?:else|others?|more|other ones?)|of them else|others?|other ones|"
    r"else|more(?: of (?:them|those|these))?|(?:some |what |which )?(?:other|more|further) (?:ones|deals|rounds|"
    r"investments|acquisitions|purchases|orders|launches|partners|partnerships|customers))"
    r"(?: (?:there|too|besides(?: (?:them|those|that))?|(?:is|are|was|were) there|(?:do|did) (?:they|you) (?:have|do|"
    r"make)|from (?:them|it)))?$"
)
_WHO_ELSE_GAVE = Pattern(
    r"^(?:who|anyone|anybody|one|body) else(?: (?:put (?:any |some )?(?:money |cash )?in|invest(?:ed|s)|joined|"
    r"was (?:in|there)|participated|took part|backed|is in))?(?: (?:it|that|them|the round|there))?$"
)
_LED = Pattern(rf"\b{LED}\b")
_TURNS, _MOST, _NAMED = 4, 8, 8


def others(desk: Desk, clause: Clause, foci: Sequence[Focus]) -> Found | Answer | None:
    """Facts that answer the question before and were not told; a plain no with whom was told; None for other questions.

    Who else was in a round that somebody led is told by that round.
    """
    if not foci or clause.names or clause.unknown or clause.narrow.given:
        return None
    last, asked = foci[0], opened(clause.shape)
    backers = _backers(last) if _WHO_ELSE_GAVE.match(asked) else ()
    if not (last.told or last.passages) or _LED.search(last.clause.shape) or not (backers or _ELSE.match(asked)):
        return None
    if isinstance(last.query, Query) and last.told:
        known = {one.id for focus in foci[:_TURNS] for one in focus.told}
        left = tuple(one for one in every(desk, last) if one.id not in known)[:_MOST]
        if left:
            return Found(last.clause, left, (), (), last.query, FOLLOWS)
    own = frozenset(last.clause.ids)
    named = backers or tuple(i for i in last.answer if i not in own and not is_place(frozenset((i,))))
    return decline(desk.facts, _none_left(desk, last, named, bool(backers)), last.clause.groups(), (), "/ask")


def _none_left(desk: Desk, last: Focus, told: Sequence[str], gave: bool) -> str:
    """That nobody and nothing else is told, besides those told so far; `gave`: who put money in."""
    names = ", ".join(map(desk.facts.name, told[:_NAMED]))
    whom = ", ".join(map(desk.facts.name, last.clause.ids[:_NAMED]))
    if gave:
        return f"Nobody besides {names} is told to have put money into {whom}."
    if not names:
        return f"Nothing besides that is told{whom and f' of {whom}'}."
    return f"Nothing else in the articles answers “{echo(last.clause.text)}”; told so far: {names}."


def _backers(last: Focus) -> tuple[str, ...]:
    """Who put money into the rounds told of a company that was asked about; nobody where that was one of them."""
    if not last.clause.ids or any(one.kind != "funding" for one in last.told):
        return ()
    ids = tuple(i for one in last.told for i in sorted(ids_by_slot(one).get("investors", ())))
    return () if frozenset(ids) & frozenset(last.clause.ids) else tuple(dict.fromkeys(ids))
