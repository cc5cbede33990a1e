"""What fails on the bot's side: the log has it under a reference, and the reference is all that who asked is told."""

from __future__ import annotations

import logging
import secrets

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""For references that are read aloud and typed again."""


def reported(log: logging.Logger, what: str, error: BaseException) -> str:
    """Logs a failure under a reference and gives the reference."""
    reference = "".join(secrets.choice(_LETTERS) for _ in range(6))
    log.error("%s: %s failed (%s: %s)", reference, what, type(error).__name__, error, exc_info=error)
    return reference


def under(reference: str, said: str = "That went wrong on my side; please try again") -> str:
    """What is said to whoever asked, with the reference to look for in the log."""
    return f"{said} (reference {reference})."
