"""What goes wrong, told in one line; the log has the rest under the same reference."""

from __future__ import annotations

import logging

from bot.operations import faults
from bot.operations.faults import under

log = logging.getLogger(__name__)


class Refused(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """What was asked for is not done; the message says why, in one line for the person who asked."""


def reported(error: BaseException, what: str) -> str:
    """Logs a failure and gives the line that tells of it, with the reference that the log carries."""
    return under(faults.reported(log, what, error))
