"""What answers a clause in other words than its own, and which sentences are beside the point of any."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial

from bot.answers.absences import DENIES
from bot.answers.asked.question import Clause, members
from bot.answers.desk import Desk
from bot.answers.query import Query
from bot.answers.relevance import AHEAD, is_negated
from bot.answers.sentences.kinds_told import tells
from bot.answers.sentences.misread import told_of_another
from bot.answers.sentences.tellings import Sought
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_TO_COME = Pattern(
    r"\b(?:will|would|shall|to be|plan\w*|expect\w*|aim\w*|due|scheduled|set to|slated|targets?|hop(?:es?|ing)|"
    r"want\w*|"
    r"intend\w*|by (?:the end of |early |late |mid-)?20\d\d|next|later|until|coming|pencilled|soon|could|may)\b|"
    r"将|计划|预计",
    re.I,
)
_LEVEL = Pattern(r"\b(?:high|secondary|grammar|primary|elementary) school\b")
"""Another school is no answer."""
_DIRECTED = frozenset(("acquisition", "funding", "founding", "role", "education", "ipo", "metric"))
"""Kinds of which a sentence that tells them plainly was looked for."""


def in_other_words(desk: Desk, reading: Clause, sought_of: Callable[[Clause], list[Sought]]) -> tuple[Passage, ...]:
    """Sentences that answer in other words than the question's; `sought_of`: what a clause asked of the facts."""
    passages: list[Passage] = []
    for one in members(reading):
        sought = sought_of(one)
        plain = one.wants != "why" and bool(sought) and not any(wish.rest for wish in sought)
        plain = plain and any(wish.query.kinds and wish.query.kinds[0] in _DIRECTED for wish in sought)
        priced = next((wish.query for wish in sought if wish.query.kinds == ("price",)), None)
        found = desk.sentences.paraphrases.best(one, plain, partial(_tells_price, priced) if priced else None)
        if not any(told_of_another(desk.sentences.discourse, one, p) for p in found):
            passages += [p for p in found if p not in passages]
    return tuple(passages) if to_the_point(reading, passages) else ()


def to_the_point(reading: Clause, passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Of some sentences those that tell what did not happen, what is to come, of that school, where it is asked."""
    kept = tuple(passages)
    if is_negated(reading):
        kept = tuple(p for p in kept if DENIES.search(p.text))
    if level := _LEVEL.search(reading.shape):
        kept = tuple(p for p in kept if level[0] in p.text.casefold())
    if AHEAD.search(reading.shape):
        kept = tuple(p for p in kept if _TO_COME.search(p.text))
    return kept


def _tells_price(query: Query, text: str) -> bool:
    return tells(text, "price", query)
