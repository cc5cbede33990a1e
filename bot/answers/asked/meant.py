"""Who was meant by a name that nobody has, where only one may have been: it is answered, and said to be taken so."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz.distance import OSA

from bot.grammar.patterns import Pattern
from bot.model.answer import Answer
from bot.names.folding import fold

_WORD = Pattern(r"[^\W_][\w.'’+-]*[^\W_]")
_SHORTEST, _LONG = 4, 8
"""Letters of a word that may be mistyped, and from which on twice."""


def meant_instead(message: str, declined: Answer) -> tuple[str, str] | None:
    """The message with the one name that a declined answer offers in place of what was written, and that name.

    A command is asked for the one name that is a slip away from what was written or begins with it. A question
    is asked again only where a word of it begins the name, which goes on with a number that tells a version: whoever
    has a name nearly or in part may be another.
    """
    offered = list(dict.fromkeys((one.label, one.command) for one in declined.actions if one.kind == "ask"))
    if not offered:
        return None
    if message.startswith("/") and not message.startswith("/ask "):
        written = fold(message.partition(" ")[2])
        near = [one for one in offered if any(_is_slip(written, w) for w in (fold(one[0]), *fold(one[0]).split(" ")))]
        begun = [one for one in offered if len(written) >= _SHORTEST and fold(one[0]).startswith(f"{written} ")]
        chosen = near or begun
        return (chosen[0][1], chosen[0][0]) if len(chosen) == 1 else None
    found = [(word, name) for name, _ in offered if (word := _written(message, name))]
    if len(found) != 1:
        return None
    word, name = found[0]
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", lambda _: name, message, count=1), name


def taken_for(answer: Answer, name: str) -> Answer:
    """An answer with whom it was taken to be asked about."""
    return replace(answer, title=f"{answer.title} (taken to mean {name})")


def _written(message: str, name: str) -> str:
    """The word of a message that stands for a name; empty where none does."""
    first, _, rest = fold(name).partition(" ")
    if not any(c.isdigit() for c in rest):
        return ""
    written = (met[0] for met in _WORD.finditer(message))
    return next((word for word in written if fold(word) == first and any(c.isdigit() for c in word)), "")


def _is_slip(written: str, name: str) -> bool:
    """Whether a name was mistyped: a letter or, of a long one, two."""
    if len(written) < _SHORTEST or written == name or written[:1] != name[:1]:
        return False
    return OSA.distance(written, name) <= 1 + (min(len(written), len(name)) >= _LONG)
