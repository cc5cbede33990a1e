"""A list asked again, of another place or another kind: "new factories in Malaysia", then "and in Vietnam?"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause, clauses
from bot.answers.asked.words import stem
from bot.answers.composing import composed
from bot.answers.desk import Desk
from bot.answers.legs.happenings import happenings
from bot.answers.legs.topics import asked_topic, listed_on
from bot.answers.peoples import says_where
from bot.answers.sentences.happenings import asked_happening
from bot.answers.text import read
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer

_LEAD = Pattern(
    r"^\W*(?:(?:and|or|but|so|ok|what about|how about|only|just|any|the|in|at|for|from|those|ones?|about|with) +)*"
)
_REST = Pattern(r"\b(?:ones?|robots?|only|there|makers?|companies|then|too|as well|please|pls|instead)\b|[^\w\s<>-]")
_OLD_PLACE = Pattern(r"\b(?:(?:in|from|at|for|of) )?(?:the )?<\d+>(?:'s)?")
_MOST = 2


def listed_again(desk: Desk, clause: Clause, last: Clause) -> Answer | None:
    """The list that the last clause asked for, of the place or of the kind that this one names; else None."""
    if clause.narrow.given or clause.pronoun or clause.tellers or not all(is_place(name.ids) for name in clause.names):
        return None
    rest = _REST.sub(" ", _LEAD.sub("", clause.shape)).split()
    if not rest or len(rest) > _MOST:
        return None
    elsewhere = all(word.startswith("<") or says_where(stem(word)) for word in rest)
    if asked_happening(last.shape) is not None:
        return _happened_there(desk, clause, last, rest) if elsewhere else None
    topic = asked_topic(last, desk.facts.name)
    if topic is None or (not elsewhere and (clause.names or any(not desk.facts.spread(word) for word in rest))):
        return None
    where = " ".join(clause.names[int(word[1:-1])].text if word.startswith("<") else word for word in rest)
    there = " in ".join(("", *(name.text for name in last.names)))
    message = f"{topic.said} robots in {where}" if elsewhere else f"{' '.join(rest)} robots{there}"
    parts = clauses(read(message), desk.lookup.spotter, desk.today)
    return listed_on(desk, parts[0], ()) if len(parts) == 1 else None


def _happened_there(desk: Desk, clause: Clause, last: Clause, rest: list[str]) -> Answer | None:
    """What happened elsewhere, as the last clause asked for it."""
    shape = " ".join(_OLD_PLACE.sub(" ", last.shape).rstrip(" ?.!").split())
    shape = " ".join((shape, *(f"in {word}" if word.startswith("<") else word for word in rest)))
    found = happenings(desk, replace(last, shape=re.sub(r"\s+", " ", shape), names=clause.names, unknown=()))
    if found is None:
        return None
    desk.memory.add(Focus(found.clause, found.asked, tuple(p.text for p in found.passages[:4]), (), found.passages))
    return composed(desk, [found])
