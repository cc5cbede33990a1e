"""What an article would bring, as the reading process tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

What = Literal["new", "corroborated", "corrected", "conflicting", "known", "retracted"]
"""What a fact of the article is to the store: first told, told again by another source, changed, disputed, nothing that
the store does not hold, or what an administrator took out and no build lets in."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in a line, with the sentence it rests on and what other articles say instead."""

    text: str
    what: What
    quote: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is known already and of which the new one is a copy, or which it is itself."""

    source: str
    title: str = ""
    url: str = ""
    share: float = 1.0
    """How much of the text the two have in common."""


@dataclass(frozen=True, slots=True)
class Preview:
    """An article that is not kept yet. Accept it with `accept`; to discard it, forget it."""

    title: str
    published: str
    publisher: str
    url: str
    characters: int
    facts: tuple[Fact, ...]
    copy_of: Copy | None
    """A known article that it copies: it would not count as another source."""
    same_as: Copy | None
    """A known article with the same text, or from the same address."""
    updated: bool
    """Whether that one has another text: this is a later version, which takes its place."""
    name: str
    """Of the file it would become."""
    text: str
    """Of that file."""

    def of(self, *what: What) -> tuple[Fact, ...]:
        """The facts that are one of these to the store."""
        return tuple(fact for fact in self.facts if fact.what in what)

    @property
    def conflicts(self) -> tuple[Fact, ...]:
        return self.of("conflicting")

    def to_json(self) -> dict[str, Any]:
        """For keeping it while somebody decides."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Preview:
        """What `to_json` gave."""
        facts = tuple(Fact(**{**fact, "notes": tuple(fact["notes"])}) for fact in kept["facts"])
        same = {name: Copy(**kept[name]) if kept[name] else None for name in ("copy_of", "same_as")}
        return cls(**{**kept, "facts": facts, **same})
