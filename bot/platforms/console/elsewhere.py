"""Commands of the chats that a terminal has not: what is said there of where to find them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.answer import Answer
from bot.operations.interactions import command_of
from bot.platforms.shared.servings import Answering

_INSTEAD = {
    "digest": "here `bot digest` prints what is new",
    "facts": "here it is `bot facts`",
    "watch": "a terminal cannot be written to later",
}


@dataclass(frozen=True, slots=True)
class AtTheTerminal:
    """Answers as another does, but for commands that are for chats alone."""

    answerer: Answering

    def reply(self, turns: Sequence[str]) -> Answer:
        """The answer to the last turn."""
        command = command_of(turns[-1], _INSTEAD)
        if command in _INSTEAD:
            return Answer(False, f"/{command} is for Slack and Discord; {_INSTEAD[command]}.")
        return self.answerer.reply(turns)
