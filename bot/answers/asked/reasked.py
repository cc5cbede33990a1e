"""A message that only says how the one before it is meant: "list them" after a count."""

from __future__ import annotations

import re

from bot.grammar.patterns import Pattern

_LIST_THEM = Pattern(
    r"^(?:(?:and|ok|okay|please|pls|can you|could you|so)\b[ ,]*)*(?:list|name|show|give|tell)(?: me|"
    r" us)? (?:them|all|all "
    r"of them|those|these|it all|the names)(?:,? (?:all|please|pls|too))?[ ?.!]*$|^(?:all )?names[ ?.!]*$|"
    r"^which ones[ ?.!]*$",
    re.I,
)
_COUNTED = Pattern(r"\bhow many\b|^\W*(?:(?:are|is) there |do you (?:know|have) (?:of )?)?any\b", re.I)


def reasked(last: str, text: str) -> str:
    """The message before as another one means it; empty where that asks something of its own."""
    if not last or last.startswith("/"):
        return ""
    return last if _LIST_THEM.match(text) and _COUNTED.search(last) else ""
