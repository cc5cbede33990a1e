"""What fails on the bot's side: the log has it under a reference, and the reference is all that who asked is told."""

from __future__ import annotations

import logging
import secrets

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""For references that are read aloud and typed again."""


class Standing:
    """A fault that is met again and again, by a clock that tries each second say: it is news once, until it is over."""

    def __init__(self) -> None:
        self._known = ""

    def is_news(self, error: BaseException) -> bool:
        """Whether it is another fault than the last; it is the last from now on."""
        known, self._known = self._known, f"{type(error).__name__}: {error}"
        return self._known != known

    def over(self) -> None:
        """It went well."""
        self._known = ""


def reported(log: logging.Logger, what: str, error: BaseException) -> str:
    """Logs a failure under a reference and gives the reference."""
    reference = "".join(secrets.choice(_LETTERS) for _ in range(6))
    log.error("%s: %s failed (%s: %s)", reference, what, type(error).__name__, error, exc_info=error)
    return reference


def under(reference: str, said: str = "That went wrong on my side; please try again") -> str:
    """What is said to whoever asked, with the reference to look for in the log."""
    return f"{said} (reference {reference})."
