"""What a command is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.answers.desk import Desk
from bot.model.answer import Answer

Handler = Callable[[Desk, str], Answer]


@dataclass(frozen=True, slots=True)
class Command:
    """Platforms register a command by its name, its argument and its help."""

    name: str
    argument: str
    """What follows the name, for people: `COMPANY | INVESTOR | over $1B | since 2024`."""
    help: str
    handler: Handler
    also: tuple[str, ...] = ()
    """Other names it goes by."""
    example: str = ""
