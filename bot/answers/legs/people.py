"""The sentences that answer what is asked of people, whichever way they are spoken of."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.legs.biography import asks_of_life, life, of_described, people_in, tells_all, with_whom
from bot.answers.legs.changes_of_job import moved
from bot.answers.legs.post_holders import of_holder, of_newcomer, of_pointed
from bot.store.read import Passage


@dataclass(frozen=True, slots=True)
class PeopleTold:
    """Sentences, none where nothing else may answer either, and the people who are the answer."""

    passages: tuple[Passage, ...] = ()
    asked: tuple[str, ...] = ()


def of_lives(desk: Desk, reading: Clause) -> PeopleTold | None:
    """What sentences on the life of whoever is named tell."""
    lived = life(desk, reading) if asks_of_life(desk, reading) else []
    return PeopleTold(tuple(lived), reading.ids) if lived else None


def told_first(desk: Desk, reading: Clause) -> PeopleTold | None:
    """What goes before all other sentences: lives, moves, and whoever holds a post; None where others may answer."""
    lived = of_lives(desk, reading)
    if lived is not None or tells_all(desk, reading):
        return lived or PeopleTold()
    if gone := moved(desk, reading):
        return PeopleTold(with_whom(desk, tuple(gone), reading), people_in(desk, gone))
    held = of_holder(desk, reading) or of_newcomer(desk, reading) or of_described(desk, reading)
    return PeopleTold(tuple(held), people_in(desk, held)) if held else None


def told_last(desk: Desk, reading: Clause) -> PeopleTold | None:
    """What answers where no other sentence does."""
    if pointed := of_pointed(desk, reading):
        return PeopleTold(tuple(pointed), people_in(desk, pointed))
    lived = life(desk, reading)
    return PeopleTold(tuple(lived), reading.ids) if lived else None
