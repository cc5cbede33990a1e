"""What goes wrong, told in one line; the log has the rest under the same reference."""

from __future__ import annotations

import logging
import secrets

log = logging.getLogger(__name__)

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


class Refused(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """What was asked for is not done; the message says why, in one line for the person who asked."""


def reported(error: BaseException, what: str) -> str:
    """Logs a failure and gives the line that tells of it, with the reference that the log carries."""
    reference = "".join(secrets.choice(_LETTERS) for _ in range(6))
    log.error("%s: %s failed (%s: %s)", reference, what, type(error).__name__, error, exc_info=error)
    return f"That went wrong on my side; please try again (reference {reference})."
