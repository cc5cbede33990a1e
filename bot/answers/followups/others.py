"""Who or what else: those of the question before that were not told yet, or that there are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause
from bot.answers.decline import decline
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.followups.fragments import opened
from bot.answers.found import Found
from bot.answers.intents.intent import LED
from bot.answers.query import Query
from bot.answers.text import echo
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer

_ELSE = Pattern(
    r"^(?:(?:who|what|which|where|when) (?:else|others?|other ones?)|"
    r"(?:is|are|was|were) there (?:any(?:one|body|thing)?|some(?:one|body|thing)?) (?:else|others?|more)|"
    r"(?:any|some)(?:one|body|thing)? (?:else|others?|more|other ones?)|others?|other ones|else|"
    r"more of (?:them|those|these))(?: (?:there|too|besides (?:them|those|that)))?$"
)
_LED = Pattern(rf"\b{LED}\b")
_WIDER, _MOST, _NAMED = 60, 8, 8


def others(desk: Desk, clause: Clause, foci: Sequence[Focus]) -> Found | Answer | None:
    """Facts that answer the question before and were not told; a plain no with whom was told; None for other questions.

    Who else was in a round that somebody led is told by that round.
    """
    if not foci or clause.names or clause.unknown or not _ELSE.match(opened(clause.shape)):
        return None
    last = foci[0]
    if not (last.told or last.passages) or _LED.search(last.clause.shape):
        return None
    if isinstance(last.query, Query):
        shown = {told.id for focus in foci for told in focus.told}
        left = tuple(one for one in desk.lookup.run(replace(last.query, limit=_WIDER)) if one.id not in shown)[:_MOST]
        if left:
            return Found(last.clause, left, (), (), last.query, FOLLOWS)
    named = frozenset(last.clause.ids)
    told = [desk.facts.name(i) for i in last.answer if i not in named and not is_place(frozenset((i,)))][:_NAMED]
    so_far = f"; told so far: {', '.join(told)}" if told else ""
    return decline(desk.facts, f"Nothing else in the articles answers “{echo(last.clause.text)}”{so_far}.",
                   last.clause.groups(), (), "/ask")  # fmt: skip
