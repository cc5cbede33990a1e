"""What a kind of fact is: its slots, and the function that finds it. One kind, one file below `kinds/`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from bot.model.statement import SlotValue

if TYPE_CHECKING:
    from bot.extraction.text.context import Context


Era = Literal["", "new", "old"]
"""How a text places a thing in time: as its news, as one of long before, or not at all."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact before it is checked: slots with names as printed, and the span of the clean text that says it."""

    kind: str
    slots: dict[str, SlotValue]
    start: int
    end: int
    score: float = 1.0
    """How sure the rule is, 0 to 1; of two drafts of one fact the surer is kept."""
    era: Era = ""
    """Of rounds and takeovers: a new one and one of before are two, unless sum or name agree."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact. `identity` slots must be there; `merge` slots tell two events of one identity apart."""

    name: str
    identity: tuple[str, ...]
    slots: tuple[str, ...]
    extract: Callable[[Context], Iterable[Draft]]
    merge: tuple[str, ...] = ()
    any_identity: bool = False
    """One of the identity slots is enough (a deployment names the product or its maker)."""
    examples: tuple[tuple[str, dict[str, Any]], ...] = field(default_factory=tuple)
    """Sentences with the slots they must give, in JSON form: the kind's own table, run by the tests."""

    def complete(self, slots: dict[str, SlotValue]) -> bool:
        """Whether the identity slots are filled."""
        filled = [bool(slots.get(name)) or slots.get(name) == 0 for name in self.identity]
        return any(filled) if self.any_identity else all(filled)


@cache
def all_kinds() -> dict[str, Kind]:
    """Every kind below `kinds/`, by name, in alphabetical order of the files."""
    from bot.extraction import kinds

    found: dict[str, Kind] = {}
    for module in sorted(pkgutil.iter_modules(kinds.__path__), key=lambda m: m.name):
        kind = getattr(importlib.import_module(f"{kinds.__name__}.{module.name}"), "KIND", None)
        if isinstance(kind, Kind):
            found[kind.name] = kind
    return found
