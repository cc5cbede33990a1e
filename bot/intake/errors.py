"""Why something could not be taken in: one line each, fit for a log and for a person."""

from __future__ import annotations

from datetime import timedelta


class NotTaken(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Nothing came in; `reason` says in one line why and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Refused(NotTaken):
    """It must not or cannot be taken in, and trying again would be no use."""


class Unreachable(NotTaken):
    """It could not be had this time; `after` is how long the other side asks to wait."""

    def __init__(self, reason: str, after: timedelta | None = None) -> None:
        super().__init__(reason)
        self.after = after
