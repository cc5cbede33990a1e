"""Whether what was found for a message that names nobody is beside what it describes."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.asked.memory import Focus
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.found import Found
from bot.answers.legs.descriptions import is_aside
from bot.answers.lines import event_text
from bot.answers.parts_read import Reading
from bot.answers.text import read


def is_beside(desk: Desk, message: str, reading: Reading, spoken_of: Sequence[Focus]) -> bool:
    """Whether what was found for a message that names nobody tells something else than the message describes."""
    if not reading.found or any(one.names or one.unknown or (one.pronoun and spoken_of) for one in reading.parts):
        return False
    if not spoken_of and is_aside(desk, message, reading.found):
        return True
    if all(one.rule == FOLLOWS for one in reading.found):
        return False  # what it is asked of was weighed when it was told
    texts = [t for one in reading.found for t in (*map(event_text, one.events), *_around(one))]
    return not desk.descriptions.holds(read(message), texts)


def _around(one: Found) -> list[str]:
    """What is said around the facts of an answer: its sentences, and the titles of the articles."""
    titles = [s.citation.title for told in one.events for s in told.statements]
    return [*titles, *(text for p in one.passages for text in (p.text, p.citation.title))]
