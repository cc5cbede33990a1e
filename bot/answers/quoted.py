"""Whether a sentence stands already in what an answer quotes, however either is spaced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answers.lines import QUOTED, citations_of
from bot.store.read import StoredEvent


def spaced(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def quotes_of(told: Iterable[StoredEvent]) -> list[str]:
    """The quotes that facts rest on."""
    return [spaced(statement.quote) for event in told for statement in event.statements]


def quotes_shown(told: Iterable[StoredEvent]) -> list[str]:
    """Those of the quotes that facts rest on which are shown with them."""
    return [spaced(citation.quote) for event in told for citation in citations_of(event)[:QUOTED]]


def is_within(text: str, quotes: Iterable[str]) -> bool:
    """Whether a sentence is in one of some quotes; they have single spaces."""
    wanted = spaced(text)
    return any(wanted in quote for quote in quotes)


def is_quoted(text: str, quotes: Sequence[str]) -> bool:
    """Whether a sentence and one of some quotes hold one another; they have single spaces."""
    wanted = spaced(text)
    return any(wanted in quote or quote in wanted for quote in quotes)
