"""Whether a figure of a market is of the one that is asked for: one of gearboxes is no answer on milking robots."""

from __future__ import annotations

from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, stems
from bot.answers.desk import Desk
from bot.answers.peoples import says_where
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import StoredEvent

_MARKET = Pattern(r"\bmarket(?:s|'s)?\b(?! (?:cap|share|value of <))")
_KINDS = ("forecast", "metric")
_ANY = stems(
    "market markets size big large grow growing growth robot robots robotics robotic humanoid humanoids "
    "industry sector forecast forecasts prediction worth value global globally world worldwide total expect "
    "expected estimate much many year dollars billion million be will become reach hit become projected "
    "outlook potential addressable tam long term future annual annually overall current currently today now ai "
    "embodied intelligence says say according number data biggest largest highest smallest lowest optimistic "
    "pessimistic revenue sales predicted predict see sees put analyst analysts bank banks source sources "
    "figure figures cagr rate "
)
"""Words that say nothing of what sort of market it is, or that its own sentence need not say."""


def is_of_market(desk: Desk, clause: Clause, told: StoredEvent) -> bool:
    """Whether what tells a figure, its title or the sentence before it says of which market, where one is asked for."""
    if told.kind not in _KINDS or not _MARKET.search(clause.shape):
        return True
    if any(not is_place(ids) for ids in clause.groups()):
        return True  # whoever tells it, or whose it is, was looked at
    words = [word for word in clause.content if word not in _ANY and not says_where(word)]
    if not words:
        return True
    texts = [text for s in told.statements for text in (s.quote, s.citation.title)]
    texts += [text for s in told.statements for text in desk.facts.beside(s.citation, 1)[0]]
    said = stems(" ".join(texts))
    return all(same_meaning(word) & said for word in words)
