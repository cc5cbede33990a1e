"""How articles are read by a language model, and what came of it: as small as what goes from process to process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from bot.llm.endpoint import Endpoint, Spent
from bot.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Asking:
    """`mode`: whether the model's facts stand in place of those of the rules or are added to them.

    `cache`: the folder where what it said stays. The key is no part of this: it is read from the environment.
    """

    endpoint: Endpoint
    mode: Literal["alone", "beside"]
    cache: Path

    @property
    def fingerprint(self) -> str:
        """What the facts of an article depend on beside the article and the code."""
        return f"{self.mode} {self.endpoint.model}"


@dataclass(frozen=True, slots=True)
class Tally:
    """What asking about some articles came to. `replayed`: answers that were known from the cache."""

    spent: Spent = field(default_factory=Spent)
    replayed: int = 0
    kept: int = 0
    known: int = 0
    """Facts that the rules had found."""
    refused: int = 0
    """Facts that did not stand in their article."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.spent + other.spent,
            self.replayed + other.replayed,
            self.kept + other.kept,
            self.known + other.known,
            self.refused + other.refused,
        )

    def told(self, endpoint: Endpoint) -> str:
        """One line for a person."""
        known = f", {self.known} known by the rules" if self.known else ""
        return (
            f"asked {endpoint.model}: {self.spent.told(endpoint)}, {self.replayed} answered from the cache;"
            f" {self.kept} facts kept{known}, {self.refused} refused"
        )


class Asked(list[Statement]):
    """The statements of an article with what it took to ask. Where `failed` says why, they are no last word."""

    def __init__(self, found: Iterable[Statement] = (), tally: Tally | None = None, failed: str = "") -> None:
        super().__init__(found)
        self.tally = tally or Tally()
        self.failed = failed


@dataclass(frozen=True, slots=True)
class Report:
    """Of a build or of several articles."""

    tally: Tally = field(default_factory=Tally)
    cost: float = 0.0
    failed: tuple[tuple[str, str], ...] = ()
    """(file, reason): the articles about which the model could not be asked."""

    @classmethod
    def of(cls, told: Iterable[tuple[str, object]], asking: Asking) -> Report:
        """Of what reading each file gave; what was not asked about counts for nothing."""
        asked = [(file, one) for file, one in told if isinstance(one, Asked)]
        tally = sum((one.tally for _, one in asked), Tally())
        failed = tuple((file, one.failed) for file, one in asked if one.failed)
        return cls(tally, tally.spent.cost(asking.endpoint), failed)

    def warnings(self) -> list[str]:
        """One line a reason, with the first articles it holds for."""
        files: dict[str, list[str]] = {}
        for file, reason in self.failed:
            files.setdefault(reason, []).append(file)
        return [
            f"{', '.join(names[:3])}{f' and {len(names) - 3} more' if len(names) > 3 else ''}: the language model was"
            f" not asked, what the rules found is kept ({reason})"
            for reason, names in files.items()
        ]
