"""What is known of a language in which plain questions are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """Words and turns of phrase of one language, in small letters; the fields that are no table are patterns."""

    phrases: tuple[tuple[str, str], ...]
    """A whole question, its blanks <name>, <other>, <post>, <thing>, <place>, <when>, <the>, <of>; and its English."""
    posts: Mapping[str, str]
    things: Mapping[str, str]
    """What is asked of somebody by its noun alone: "Umsatz"."""
    places: Mapping[str, str]
    months: Mapping[str, str]
    times: Mapping[str, str]
    articles: str
    of: str
    nouns: str
    """What says that a name is of a company."""
    hints: str
    """What a question in this language holds, and none in English does."""
    strange: str
    """Words that no name holds: where a blank for a name does, the question was not understood."""
    within: str
    """What stands before a month or a year."""
    opening: str
    conjunction: str
    asking: str
    """What begins a second question."""
    pointing: Mapping[str, str] = field(default_factory=dict)
    """Words for who was spoken of."""
