"""Of a message that asks several things: those that what was found leaves open.

A thing is told where a sentence that is shown is the one of its article that comes closest to it, is of the kind that
is asked for, and says most of its words. As long as every thing is, what stands beside is only more than was asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.quoted import is_quoted, quotes_of, spaced
from bot.answers.sentences.closeness import spoken_of
from bot.answers.sentences.evidence import of_the_kind
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_SAID = 0.75
"""The share of its words from which on a sentence tells a thing."""
_ARTICLES = 3
"""Articles in which its sentences are weighed."""
_OF_FIGURES = frozenset(("money", "count", "percent"))
_FIGURE = Pattern(
    r"(?<![\d,.])(?!(?:19|20)\d\d(?![\d,]))\d[\d,.]*|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|dozens?)\b",
    re.I,
)
"""A sentence tells no more figures than it has."""


def untold(desk: Desk, parts: Sequence[Clause], found: Sequence[Found]) -> tuple[list[Passage], bool]:
    """The sentences that tell what is not shown yet of several things, and whether one is open still."""
    articles = list(dict.fromkeys(a for one in found for a in one.articles))[:_ARTICLES]
    shown = [quote for one in found for quote in quotes_of(one.events)]
    shown += [spaced(p.text) for one in found for p in one.passages]
    figures: Counter[str] = Counter()
    more: list[Passage] = []
    is_open = False
    for clause in parts:
        telling = [p for article in articles if (p := _telling(desk, clause, article)) is not None]
        told = next((p for p in telling if is_quoted(p.text, shown)), None)
        asked = spoken_of(clause)
        groups = [asked] if asked else [spoken_of(one.clause) for one in found]
        ours = telling and any(desk.sentences.evidence.is_on(telling[0], ids) for ids in groups)
        if told is None and ours and telling[0].article == articles[0]:
            told = telling[0]
            more.append(told)
        if told is None:
            is_open = True
        else:
            figures[told.text] += clause.wants in _OF_FIGURES
    is_open = is_open or any(len(_FIGURE.findall(text)) < asked for text, asked in figures.items())
    return list(dict.fromkeys(more)), is_open


def _telling(desk: Desk, clause: Clause, article: str) -> Passage | None:
    """The sentence of an article that comes closest to a thing, if it tells it."""
    near = next(iter(desk.sentences.closeness.ranked(clause, article)), None)
    return near.passage if near and near.held >= _SAID and of_the_kind(near.passage, clause, ()) else None
