"""What tells the same of another time: sentences near those that answered before."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, stems
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.quoted import is_quoted, spaced
from bot.answers.sentences.evidence import of_the_kind
from bot.answers.sentences.signs import YEAR
from bot.grammar.patterns import Pattern
from bot.grammar.rounds import find_rounds
from bot.store.query import bounds
from bot.store.read import Passage

_SHORT = 100
_BEGINS = 12
"""Letters before a name with which a sentence begins."""
_FAR, _FAR_OF_A_YEAR = 3, 6
"""Sentences between what answered and what tells the same of another time."""
_NOW = Pattern(
    r"\b(?:now|today|this (?:year|month|week|\w+day)|currently|current|"
    r"at present|presently|meanwhile|since then|by now|so far|up to now)\b",
    re.I,
)
_EARLIER = Pattern(
    r"\b(?:was|were|had|before|previous\w*|earlier|formerly|originally|until|"
    r"last (?:year|month|summer|spring|autumn|winter)|"
    r"(?:a|one|two|three|\w+) (?:years?|months?) (?:ago|before)|used to|first generation|cost(?:ed)?|"
    r"in (?:19|20)\d\d|from)\b",
    re.I,
)
_LATER = Pattern(r"\b(?:next|will|by|target|goal|plan\w*|expect\w*|year-end|end of|future|aim\w*)\b", re.I)
_ASKS_NOW = Pattern(r"\b(?:now|today|currently)\b")
_ASKS_LATER = Pattern(r"\b(?:next|then|year-end)\b")


def at_another_time(desk: Desk, clause: Clause, before: Found) -> list[Passage]:
    """Sentences near those that answered before that tell the same kind of thing of the time now asked for."""
    out: dict[tuple[str, int], Passage] = {}
    wanted = frozenset(before.clause.content) | frozenset(clause.content)
    for at in places(desk, before):
        far = _FAR if clause.narrow.when is None else _FAR_OF_A_YEAR
        around = [at, *desk.sentences.discourse.near(at, far, far)]
        for passage in sorted(around, key=lambda p: abs(p.ordinal - at.ordinal)):
            if not _is_of_time(passage, clause) or not _is_such(passage, clause):
                continue
            away = abs(passage.ordinal - at.ordinal)
            of_round = bool(clause.narrow.round) and away == 1  # who gave the money of that round may be named there
            if away and not of_round and not _goes_with(desk, passage, at, clause, wanted):
                continue
            out.setdefault((passage.article, passage.ordinal), passage)
            break
    told = tuple(out.values())[:2]
    return list(desk.sentences.gone_on(told, 3)) if told else []


def places(desk: Desk, before: Found) -> list[Passage]:
    """The sentences that answered before."""
    found = list(before.passages)
    for told in before.events[:4]:
        for statement in told.statements[:3]:
            quote = [one] if (one := spaced(statement.quote)) else []
            article = desk.sentences.discourse.article(statement.article)
            found += [p for p in article if is_quoted(p.text, quote)][:1]
    return list({(p.article, p.ordinal): p for p in found}.values())[:6]


def begins_with_another(desk: Desk, passage: Passage, at: Passage, spoken_of: Iterable[str]) -> bool:
    """Whether a sentence near one that answered begins with somebody whom that does not name."""
    discourse = desk.sentences.discourse
    first = next(iter(discourse.named(passage)), None)
    if first is None or first.start > _BEGINS or first.ids & (discourse.ids(at) | frozenset(spoken_of)):
        return False
    return any(discourse.kind(one) in ("org", "person") for one in first.ids)


def _is_such(passage: Passage, clause: Clause) -> bool:
    """Whether a sentence tells the kind of thing asked for; a short one need not repeat in what it is counted."""
    short = clause.wants == "money" and len(passage.text) < _SHORT and re.search(r"\d", passage.text)
    return bool(short) or of_the_kind(passage, clause, ())


def _is_of_time(passage: Passage, clause: Clause) -> bool:
    """Whether a sentence tells of the time, or of the round, that a part asks for."""
    when = clause.narrow.when
    if clause.narrow.round:
        return _says_round(passage, clause.narrow.round)
    if when is not None:
        first, last = (int(bound[:4]) for bound in bounds(when))
        return any(first <= int(year) <= last for year in YEAR.findall(passage.text))
    if _ASKS_NOW.search(clause.shape):
        return bool(_NOW.search(passage.text))
    return bool((_LATER if _ASKS_LATER.search(clause.shape) else _EARLIER).search(passage.text))


def _says_round(passage: Passage, name: str) -> bool:
    """Whether a sentence speaks of a round by its name."""
    return any(told.round == name for told in find_rounds(passage.text))


def _goes_with(desk: Desk, passage: Passage, at: Passage, clause: Clause, wanted: frozenset[str]) -> bool:
    """Whether a sentence goes on about what another tells: naming nobody else, short or in the same words."""
    named = frozenset(clause.ids)
    others = {
        i
        for i in desk.sentences.discourse.ids(passage) - named
        if desk.sentences.discourse.kind(i) in ("org", "product")
    }
    if others - desk.sentences.discourse.ids(at):
        return False
    said = stems(passage.text)
    return len(passage.text) < _SHORT or any(same_meaning(word) & said for word in wanted)
