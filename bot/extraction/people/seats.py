"""Where a house sits, as a text says in passing: "the Leeds company" of one that was named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.extraction.kind import Draft
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.names.seats import country_of, seat_of

_DESCRIBED: Final = re.compile(
    r"[Tt]he (?P<place>[A-Z][\w.-]+(?: [A-Z][\w.-]+)?)(?:-based)? (?:[a-z-]+ ){0,2}?"
    r"(?:company|firm|startup|start-up|maker|developer|builder|manufacturer|outfit|unicorn)"
)
_SURE: Final = 0.6


def told(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts, and of a house that they speak of, without telling how it began, where it sits."""
    begun = {str(d.slots["organization"]) for d in drafts if d.kind == "founding"}
    spoken_of = {str(value) for d in drafts for value in d.slots.values() if isinstance(value, str)}
    seats = [
        draft
        for cluster in context.clusters
        if cluster.kind == "org" and cluster.name in spoken_of and cluster.name not in begun
        for draft in _seat(context, cluster)
    ]
    return [*drafts, *seats]


def _seat(context: Context, house: Cluster) -> Sequence[Draft]:
    """Where all descriptions of a house agree that it sits, and nothing that is known of it speaks against that."""
    found = [
        (mention, met["place"])
        for mention in house.mentions
        if mention.anaphoric
        and (met := _DESCRIBED.fullmatch(mention.text)) is not None
        and context.registry.is_place(met["place"])
    ]
    if not found or len({place for _, place in found}) > 1:
        return ()
    mention, place = found[0]
    known = context.registry.lookup(house.name)
    seat = seat_of(known.name) if known is not None else None
    country = country_of(place, context.registry)
    if country is None or place == country or (seat is not None and country != seat):
        return ()
    sentence = next(s for s in context.sentences if s.start <= mention.start < s.end)
    return (context.draft("founding", sentence, _SURE, organization=house.name, place=place),)
