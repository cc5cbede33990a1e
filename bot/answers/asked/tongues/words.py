"""What is known of a language that is read word by word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language and what they say."""

    letters: str
    """The characters, as in a pattern, that no other language is written in."""
    said: Mapping[str, str]
    """What a word asks for, as `asked_for` has it, or the time it names."""
    silent: frozenset[str]
    """Words and endings that say nothing of what is asked."""
    particles: Mapping[str, str]
    """What stands behind a name or a word, and the part the name plays with it."""
    tails: tuple[str, ...]
    """What a name is called in this language and not elsewhere."""
    year: str
    month: str
    series: str
    own: frozenset[str] = frozenset()
    """Words that tell the language where none of its letters stand there."""
    apart: bool = False
    """Whether words stand apart from one another."""
    glued: tuple[str, ...] = ()
    """What is one word here, and often written as two."""


def rows(text: str) -> dict[str, str]:
    """A table of rows "meaning: word word" as words with what they mean."""
    out: dict[str, str] = {}
    for row in text.strip().splitlines():
        meaning, _, words = row.partition(": ")
        for word in words.split():
            out.setdefault(word, meaning)
    return out
