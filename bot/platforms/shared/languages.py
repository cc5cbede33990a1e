"""In which language's forms somebody reads dates, sums and numbers."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from bot.locales import DEFAULT, nearest
from bot.platforms.shared.room import Room

log = logging.getLogger(__name__)

Chosen = Callable[[str, str], str]
"""The language that was chosen in a channel of a platform, or by a person (`@` and their id); empty where none was."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads an answer where; `locale` is their client's, where the platform tells it."""

    room: Room
    user: str
    locale: str = ""


class Languages:
    """What was chosen for the channel holds, then what the reader chose, then their client's; last the bot's own."""

    def __init__(self, default: str = DEFAULT, chosen: Chosen | None = None) -> None:
        self._default = default
        self._chosen = chosen

    def of(self, reader: Reader | None) -> str:
        """A language of `bot.locales`. Never raises: an answer in other forms is better than none."""
        if reader is None:
            return self._default
        if self._chosen is not None:
            try:
                for place in (reader.room.channel, f"@{reader.user}"):
                    if language := self._chosen(reader.room.platform, place):
                        return language
            except Exception as error:
                log.error("the language of %s: %s: %s", reader.room.channel, type(error).__name__, error)
        return nearest(reader.locale) or self._default
