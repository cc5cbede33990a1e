"""What was known on a day: an event as the articles published until then tell it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.model.event import EventValue
from bot.model.when import When
from bot.store.read import StoredEvent


def published_by(published: str, day: date) -> bool:
    """Whether an article dated so was out on a day; one without a date, or dated by a year alone that was not over
    yet, is not known to have been.
    """
    return bool(published) and When.from_iso(published).end <= day


def known_by(told: StoredEvent, day: date) -> StoredEvent | None:
    """The event without what was told of it later; None where nothing of it was told yet."""
    kept = tuple(s for s in told.statements if published_by(s.citation.published, day))
    if len(kept) == len(told.statements):
        return told
    if not kept:
        return None
    ids = frozenset(s.id for s in kept)
    values: list[EventValue] = []
    for value in sorted(told.event.values, key=lambda v: v.rank != "preferred"):
        said = tuple(s for s in value.statements if s in ids)
        if not said:
            continue
        first = value.rank != "deprecated" and not any(v.slot == value.slot and v.rank == "preferred" for v in values)
        values.append(replace(value, statements=said, rank="preferred" if first else value.rank))
    event = replace(told.event, values=tuple(values), statements=tuple(s.id for s in kept))
    best = event.best("date") or event.best("start")
    return replace(
        told,
        event=event,
        statements=kept,
        date=best if isinstance(best, When) else None,
        said_last=max(s.citation.published for s in kept),
    )
