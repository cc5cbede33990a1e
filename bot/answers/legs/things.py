"""Sentences on products and companies where neither a fact nor a single sentence answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.quoted import is_within, quotes_of, spaced
from bot.answers.sentences.tellings import Sought
from bot.answers.sentences.things.aspects import aspects_of
from bot.grammar.patterns import Pattern
from bot.store.read import Passage, StoredEvent

_MOST_BESIDE = 4
_MOST_NAMED = 6
_COMPARES = Pattern(
    r"\b(?:compar\w+|versus|vs|up from|down from|than (?:the )?(?:year|before|last)|(?:the )?year (?:ago|earlier|"
    r"before)|"
    r"last year|previous\w*|before|earlier|grow\w*|grew|change[ds]?|ris(?:e|en)|rose|f[ae]ll(?:en)?)\b"
)
_VERSION = Pattern(r"0\d|\d{1,2}(?:\.\d+)?")
"""A number after a name that makes it that of another version; a year does not."""
_OF_BEFORE = Pattern(
    r"\b(?:last year|(?:a|one|the) year (?:ago|earlier|before)|previous\w*|earlier|before|in (?:19|20)\d\d|from|"
    r"against|"
    r"had been|was|were|up|down|first generation|predecessor)\b",
    re.I,
)
ON_THINGS = "things"
"""What the sentences are found by that were read for what is told of a thing."""
OF_THINGS = ("price", "priced", "figure", "result", "number", "deployed", "users", "launched", "plans")
"""Rules whose facts may leave open what a sentence tells."""


def on_things(desk: Desk, reading: Clause, sought: Callable[[Clause], list[Sought]]) -> list[Passage]:
    """What articles tell of the thing that a clause names, or of each of several.

    `sought`: what the rules ask of the facts for a clause: a sentence that tells that of somebody else is none.
    """
    if longer := _longer_names(reading):
        return [p for name in longer for p in desk.things.of_written(replace(reading, names=(), lists=()), name)]
    out: list[Passage] = []
    several = bool(reading.lists) or len(reading.unknown) > 1
    several = several or ("compare" in reading.shape and len(reading.asked_about) + len(reading.unknown) > 1)
    for one in _each(reading) if several else [reading]:
        told = desk.things.best(one)
        if told and not aspects_of(one.shape):
            wishes = sought(one)
            told = [p for p in told if not desk.tellings.denies(p, wishes)]
        out += [p for p in told if p not in out]
    if several or not (out or reading.groups()):
        for word in dict.fromkeys(reading.unknown[:_MOST_NAMED]):
            alone = replace(reading, names=(), lists=(), unknown=(word,)) if several else reading
            out += [p for p in desk.things.of_written(alone, word) if p not in out]
    return out


def _longer_names(reading: Clause) -> list[str]:
    """Names that hold a known one and go on with what nobody knows: "Acme Lite" is no Lite of others."""
    unknown = {word.casefold() for word in reading.unknown}
    if not unknown and not any(character.isdigit() for character in reading.text):
        return []  # neither a word nor a number can go on from a name
    found = []
    for name in reading.names if reading.text else ():
        if not name.text:
            continue
        for met in _with_beside(name.text).finditer(reading.text):
            before = met[1] if met[1] and met[1].casefold() in unknown else ""
            after = met[2] if met[2] and (met[2].casefold() in unknown or _VERSION.fullmatch(met[2])) else ""
            if before or after:
                found.append(" ".join(filter(None, (before, name.text, after))))
    return found


@lru_cache(maxsize=500)
def _with_beside(name: str) -> re.Pattern[str]:
    """A name with the names right before and after it."""
    return re.compile(rf"(?:([A-Z][\w-]+) )?{re.escape(name)}(?: ([A-Z0-9][\w.-]*))?(?![\w'’])")


def beside(desk: Desk, reading: Clause, told: Iterable[StoredEvent], passages: Sequence[Passage]) -> list[Passage]:
    """Besides what answers already: what the articles tell of the particular that is asked of a thing."""
    if not aspects_of(reading.shape) or not reading.names:
        return []
    quotes = quotes_of(told) + [spaced(p.text) for p in passages]
    found = on_things(desk, reading, lambda _: [])
    if _COMPARES.search(reading.shape):
        found += _before_that(desk, [*passages, *found], quotes)
    return [p for p in found if not is_within(p.text, quotes)][:_MOST_BESIDE]


def _before_that(desk: Desk, shown: Sequence[Passage], quotes: Sequence[str]) -> list[Passage]:
    """The sentence after one that is shown, where it tells a figure of another time."""
    cited = [*shown, *(p for quote in quotes[:2] for p in desk.facts.search(quote, 1))]
    near = (after for p in cited for after in desk.sentences.discourse.near(p, 0, 1))
    return [p for p in dict.fromkeys(near) if _OF_BEFORE.search(p.text) and re.search(r"\d", p.text)]


def _each(reading: Clause) -> list[Clause]:
    """A clause about each of the first names that it holds, each once."""
    every = frozenset(range(len(reading.names)))
    first = {reading.names[i].ids: i for i in reversed(reading.asked_about)}
    return [replace(reading, lists=(), unknown=(), left_out=every - {i}) for i in sorted(first.values())[:_MOST_NAMED]]
