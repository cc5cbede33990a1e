"""Who led a round, wherever the article says so: "Foo led the round", "Lead investor: Foo"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.extraction.deals.backers import backings
from bot.extraction.deals.lent import all_segments

if TYPE_CHECKING:
    from bot.extraction.text.context import Context


@dataclass(frozen=True, slots=True)
class Lead:
    """A place at which a name is said to lead a round."""

    name: str
    start: int
    sentence: int


def leads(context: Context) -> list[Lead]:
    """Every such place of an article, in order."""
    return context.once(_leads)


def _leads(context: Context) -> list[Lead]:
    return [
        Lead(mention.cluster.name, mention.start, segment.sentence.index)
        for segment in all_segments(context)
        for backing in backings(segment)
        if backing.lead
        for mention in backing.names
    ]
