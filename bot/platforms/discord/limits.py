"""What Discord takes at most; a message beyond it is refused whole (error 50035)."""

from __future__ import annotations

CONTENT = 2_000
"""Characters of an ordinary message."""

SHOWN = 4_000
"""Characters of all the text of a Components V2 message together."""

COMPONENTS = 40
"""Components of a message, nested ones and containers counted."""

IN_ROW = 5
"""Buttons of one row."""

CUSTOM_ID = 100
BUTTON = 80

CHOICES = 25
CHOICE = 100
"""Characters of a choice's name, and of its value."""

EMBED_TITLE = 256
EMBED_DESCRIPTION = 4_096

FILE = 10_000_000
"""Bytes of an attachment where nobody pays for more; 10 MiB, less what goes around it."""

ALT = 1_024
"""Characters of the description of a picture."""


def length(text: str) -> int:
    """Characters as the strictest counter sees them: what lies outside the basic plane counts twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, most: int) -> str:
    """`text` within a limit, cut after a word where it has to be cut; an ellipsis tells."""
    if length(text) <= most:
        return text
    room = most - 1
    end = 0
    for char in text:
        room -= 1 + (char > "\uffff")
        if room < 0:
            break
        end += 1
    kept = text[:end]
    head, _, tail = kept.rpartition(" ")
    return (head if head and len(tail) < most // 4 else kept).rstrip("\\ ") + "…"
