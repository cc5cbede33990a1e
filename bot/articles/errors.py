"""Why a file is no article."""

from __future__ import annotations


class UnreadableArticle(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """A file that cannot be read as an article; `reason` is one line that says what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def printable(text: str, limit: int = 200) -> str:
    """`text` on one line for a terminal or a log: odd characters escaped, long text cut."""
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in text)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"
