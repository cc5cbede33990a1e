"""The one of several that a question asks for: the last round, the first acquisition, the newest robot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.answers.amounts import UNSURE
from bot.answers.asked.question import Clause
from bot.answers.kinds import DEAL_KINDS
from bot.grammar.patterns import Pattern
from bot.model.rounds import round_key
from bot.model.when import When
from bot.store.read import StoredEvent

_WHICH = (
    r"\b(?:(?P<last>last|latest|newest|most recent)|(?P<first>first|earliest|original|oldest)) "
    r"(?!(?:year|quarter|month|week|spring|summer|autumn|winter)\b)(?:(?!<)\w+ )?(?:{})(?!\w)"
)
_ONE = tuple(
    (frozenset(kinds.split()), Pattern(_WHICH.format(words)))
    for kinds, words in (
        ("funding", r"round|raise|financing|fundrais(?:e|ing)|funding|investment|<round>"),
        ("acquisition", r"acquisition|takeover|purchase|buyout"),
        ("ipo", r"listing|ipo"),
        ("funding acquisition ipo", r"deal"),
        ("launch", r"robot|product|model|humanoid|machine|hand|launch|release"),
    )
)
"""The words of one thing, by the kinds of fact that tell of it; several are asked for in the plural."""
_IS_NEWS = Pattern(
    r"\b(?:recently|new(?:ly)?|just|latest|today|announc\w+|reopen\w*|top(?:s|ped|ping)? up|top-up|add(?:s|ed|ing)|"
    r"this (?:week|month|round)|"
    r"on (?:mon|tues|wednes|thurs|fri)day)\b|\bha(?:s|ve) (?:raised|closed|completed|secured|bagged|landed)\b",
    re.I,
)
_RAISING = Pattern(
    r"\b(?:is|are) (?:the )?<\d+> (?:\w+ )?(?:raising|fundrais\w+|(?:looking|trying|seeking|planning|about|going|"
    r"out) to raise|in (?:the )?(?:talks|market))\b|"
    r"\b<\d+> (?:now |currently )?(?:raising|fundrais\w+)(?: (?:again|now|money|more|currently|soon))*[ ?.!]*$"
)
_LARGEST = Pattern(r"\b(?:\w+est|most|least|top)\b")
_STAGES = ("preseed", "angel", "seed")
_LETTER = re.compile(r"(pre)?([a-h])(\d?)(\+*)")
_AWAY = timedelta(days=100)
"""What has no date and was first told so long after the last that has one came after it, where it was news."""


def the_one(clause: Clause, told: Sequence[StoredEvent]) -> list[StoredEvent]:
    """The last or the first of some facts, where a question asks for one; all of them where it does not.

    A deal that is only said to be coming stands beside the last that was done, where it was told later.
    """
    kinds = frozenset(one.kind for one in told)
    if kinds == {"funding"} and asks_if_raising(clause):
        return _in_the_making(told)
    asked = next((met for of, pattern in _ONE if kinds <= of and (met := pattern.search(clause.shape))), None)
    if asked is None or len(told) < 2:
        return list(told)
    sure = [one for one in told if one.event.best("status") not in UNSURE]
    if asked["first"]:
        return [the_first(sure or told)]
    last = the_last(sure or told)
    ahead = [one for one in told if sure and one not in sure and one.event.best("status") == "rumored"]
    return [last, *[one for one in ahead if _day(one) > _day(last)][:1]]


def by_day(told: Sequence[StoredEvent]) -> list[StoredEvent]:
    """The newest first; what has no day and is no news of its article, after what has one."""
    return sorted(told, key=lambda one: one.date is None and not _is_news(one))


def asks_if_raising(clause: Clause) -> bool:
    """Whether it asks for a round that is still to come."""
    return _RAISING.search(clause.shape) is not None


def is_to_come(told: StoredEvent) -> bool:
    """Whether a round is only said or agreed to be coming."""
    return told.event.best("status") in ("rumored", "announced")


def _in_the_making(told: Sequence[StoredEvent]) -> list[StoredEvent]:
    """The rounds that are to come, as far as none was done later, before the last that was done."""
    done = [one for one in told if one.event.best("status") not in UNSURE and not is_to_come(one)]
    last = the_last(done) if done else None
    ahead = [one for one in told if is_to_come(one) and (last is None or _day(one) > _day(last))]
    return [*sorted(ahead, key=_day, reverse=True), *([last] if last else [])] or list(told)


def of_period(clause: Clause, told: Sequence[StoredEvent]) -> list[StoredEvent]:
    """Deals of a period that is asked for: what has no date after what has one. The largest stand by size."""
    if clause.narrow.when is None or _LARGEST.search(clause.shape):
        return list(told)
    return sorted(told, key=lambda one: one.kind in DEAL_KINDS and one.date is None)


def _is_news(one: StoredEvent) -> bool:
    return any(_IS_NEWS.search(statement.quote) for statement in one.statements)


def the_last(told: Sequence[StoredEvent]) -> StoredEvent:
    """The one of some rounds that came last, by day or by name."""
    dated = sorted((one for one in told if one.date is not None), key=_day)
    undated = [one for one in told if one.date is None]
    if not dated:
        return max(undated, key=lambda one: (_stage(one), one.said_first))
    last = dated[-1]
    later = [one for one in undated if _is_after(one, last)]
    return max(later, key=lambda one: (_stage(one), one.said_first)) if later else last


def the_first(told: Sequence[StoredEvent]) -> StoredEvent:
    """The one of some rounds that came first, by day or by name."""
    dated = sorted((one for one in told if one.date is not None), key=_day)
    staged = [one for one in told if one.date is None and _stage(one)]
    if not dated:
        return min(staged, key=_stage) if staged else told[-1]
    before = [one for one in staged if _stage(dated[0]) and _stage(one) < _stage(dated[0])]
    return min(before, key=_stage) if before else dated[0]


def _day(told: StoredEvent) -> str:
    return told.date.start.isoformat() if told.date is not None else told.said_first


def _is_after(one: StoredEvent, last: StoredEvent) -> bool:
    if _stage(one) and _stage(last) and _stage(one) != _stage(last):
        return _stage(one) > _stage(last)
    if last.date is None or not one.said_first or not _is_news(one):
        return False
    return When.from_iso(one.said_first).start > last.date.end + _AWAY


def _stage(told: StoredEvent) -> float:
    """How far a company had come with a round, by its name; 0 where that says nothing."""
    name = told.event.best("round")
    key = round_key(name) if isinstance(name, str) else ""
    if key.rstrip("+") in _STAGES:
        return 1 + _STAGES.index(key.rstrip("+")) + key.count("+") / 4
    met = _LETTER.fullmatch(key)
    if met is None:
        return 0
    letter = 5 + 2 * (ord(met[2]) - ord("a"))
    return letter - bool(met[1]) + int(met[3] or 0) / 10 + len(met[4]) / 4
