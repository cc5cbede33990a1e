"""No fact of a house that is known to sit in another country than "the Beijing company" of its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft, all_kinds
from bot.extraction.sifting.spans import sentences
from bot.names.seats import country_of, seat_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context, Sentence

_DESCRIBED: Final = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?P<place>[A-Z][\w.-]+(?: [A-Z][\w.-]+)?)(?: [a-z-]+){0,2}? "
    r"(?:company|firm|group|startup|start-up|maker|developer|builder|manufacturer|outfit|unicorn|robot maker)\b"
    r"(?!,? [A-Z])"
)
"""A house without its name; one whose name follows is no other."""
_KINDS: Final = frozenset({"funding", "metric", "plan", "ipo", "founding", "launch"})
_BACK: Final = 2
"""Sentences before its own, of the same paragraph, in which "it" may have been described."""


def _described(context: Context, sentence: Sentence) -> set[str]:
    """The countries in which a sentence says that a company without a name sits."""
    places = (m["place"] for m in _DESCRIBED.finditer(sentence.text))
    return {country for place in places if (country := country_of(place, context.registry)) is not None}


def _elsewhere(context: Context, draft: Draft) -> Draft | None:
    """A fact of whom its sentences name or describe; none of another whom only an article's other parts name."""
    if draft.kind not in _KINDS:
        return draft
    slot = "maker" if draft.kind == "launch" else all_kinds()[draft.kind].identity[0]
    house = draft.slots.get(slot)
    known = context.registry.lookup(house) if isinstance(house, str) else None
    seat = seat_of(known.name) if known is not None and known.kind == "org" else None
    own = next(iter(sentences(context, draft)), None)
    if seat is None or own is None:
        return draft
    for sentence in reversed(context.sentences[max(0, own.index - _BACK) : own.index + 1]):
        if sentence.paragraph != own.paragraph or any(
            not m.anaphoric and m.cluster.name == house for m in sentence.mentions
        ):
            return draft
        if countries := _described(context, sentence):
            return draft if seat in countries else None
    return draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_elsewhere,)
