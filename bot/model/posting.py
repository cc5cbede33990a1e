"""What brings a message to a channel without being asked, and how it says that it could not."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.model.answer import Answer


class Gone(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The channel is deleted, or the bot was removed from it: nothing will ever arrive there. Says which, in a line."""


class NotSent(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The message surely did not arrive, but may later: a rate limit, a refused connection."""

    def __init__(self, reason: str, retry_after: float = 30.0) -> None:
        super().__init__(reason)
        self.retry_after = retry_after
        """Seconds to wait."""


class Postman(Protocol):
    """One platform's way to post. A channel is its id, a person `@` and theirs, for a direct message.

    Any exception but the two above leaves open whether the message arrived.
    """

    async def post(self, channel: str, answer: Answer, token: str) -> str:
        """Posts an answer and gives the message's id. The token goes out with it, hidden from readers."""

    async def find(self, channel: str, token: str, since: datetime) -> str | None:
        """The id of the bot's message in a channel that bears a token, posted since a moment; None where there is none.

        Raises where the channel's history cannot be read: then it is not known.
        """
