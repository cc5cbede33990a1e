"""A question for events, and the SQL it becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeAlias

from bot.model.rounds import round_key
from bot.model.when import When

_ORDERS = {
    "newest": "e.sort_date = '', e.sort_date DESC, e.id",
    "oldest": "e.sort_date = '', e.sort_date, e.id",
    "largest": "e.usd IS NULL, e.usd DESC, e.sort_date DESC, e.id",
}

Condition: TypeAlias = tuple[str, Sequence[Any]]
"""A condition in SQL, and what stands for its question marks."""


class Playing(NamedTuple):
    """One of `ids` plays one of the parts `roles` (any where empty), by a value that is not deprecated.

    With None for `roles` any value will do.
    """

    ids: tuple[str, ...]
    roles: tuple[str, ...] | None = ()


@dataclass(frozen=True, slots=True)
class EventQuery:
    """All that is given must hold. Entities are ids; `period` keeps events whose date may lie in it.

    An undated event counts by the day the first article told it. `text` finds substrings without regard to case.
    """

    kinds: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    """All of these take part."""
    any_entities: tuple[str, ...] = ()
    """One of these takes part."""
    playing: tuple[Playing, ...] = ()
    """Each is played by one of some entities."""
    roles: Mapping[str, str] = field(default_factory=dict)
    """Slot → entity id."""
    period: When | None = None
    told: When | None = None
    """When an article told it, whenever it was."""
    min_usd: float | None = None
    max_usd: float | None = None
    round: str | None = None
    rounds: tuple[str, ...] | None = None
    """Its round is told in one of these wordings."""
    status: str | None = None
    """An article tells it in this state, in so many words."""
    measures: tuple[str, ...] = ()
    """An article tells it as one of these measures."""
    text: Mapping[str, str] = field(default_factory=dict)
    disputed: bool = False
    """Only events of which articles tell something differently."""
    order: Literal["newest", "oldest", "largest"] = "newest"
    limit: int | None = None

    def sql(self) -> tuple[str, list[Any]]:
        """A SELECT of event ids in order, with its parameters."""
        wanted, given = self.conditions()
        if self.kinds:
            wanted.insert(0, f"e.kind IN ({_marks(self.kinds)})")
            given[:0] = self.kinds
        sql = "SELECT e.id FROM event e" + (" WHERE " + " AND ".join(wanted) if wanted else "")
        sql += f" ORDER BY {_ORDERS[self.order]}"
        if self.limit is not None:
            sql += " LIMIT ?"
            given.append(max(0, self.limit))
        return sql, given

    @property
    def leading(self) -> Playing | None:
        """Whose events are looked through, where it is somebody's."""
        if self.playing:
            return self.playing[0]
        return Playing(self.any_entities, None) if self.any_entities else None

    @property
    def wording(self) -> str:
        """The slot whose words lead to the events, where nobody's events are asked for; empty where none does."""
        if self.leading is not None:
            return ""
        return "round" if self.rounds is not None else "status" if self.status is not None else ""

    def conditions(self, led: bool = False) -> tuple[list[str], list[Any]]:
        """What must hold of event `e` besides its kind, with its parameters; `led`: besides what leads, too."""
        every = [*self._of_parts(led), *self._of_times_and_sums(), *self._of_words(led)]
        return [condition for condition, _ in every], [value for _, values in every for value in values]

    def _of_parts(self, led: bool) -> Iterator[Condition]:
        """Who takes part, and as what."""
        takes_part = "EXISTS (SELECT 1 FROM event_entity x WHERE x.event = e.id AND"
        for entity in self.entities:
            yield f"{takes_part} x.entity = ?)", (entity,)
        if self.any_entities and not (led and not self.playing):
            yield f"{takes_part} x.entity IN ({_marks(self.any_entities)}))", self.any_entities
        for slot, entity in sorted(self.roles.items()):
            yield f"{takes_part} x.role = ? AND x.entity = ?)", (slot, entity)
        for ids, roles in self.playing[led:]:
            within = f" AND x.role IN ({_marks(roles)})" if roles else ""
            yield f"{takes_part} x.entity IN ({_marks(ids)}){within} AND x.held)", (*ids, *(roles or ()))

    def _of_times_and_sums(self) -> Iterator[Condition]:
        """When it was true, when it was told, and how much it was."""
        if self.period is not None:
            first, last = bounds(self.period)
            yield "coalesce(e.date_end, nullif(e.said_first, '')) >= ?", (first,)
            yield "coalesce(e.date_start, nullif(e.said_first, '')) <= ?", (last,)
        if self.told is not None:
            yield "e.said_last >= ? AND e.said_first <> '' AND e.said_first <= ?", bounds(self.told)
        if self.min_usd is not None:
            yield "coalesce(e.usd_high, e.usd) >= ?", (self.min_usd,)
        if self.max_usd is not None:
            yield "e.usd <= ?", (self.max_usd,)

    def _of_words(self, led: bool) -> Iterator[Condition]:
        """What its slots say, and whether articles differ on it."""
        said = "EXISTS (SELECT 1 FROM event_value v WHERE v.event = e.id AND v.slot ="
        if self.round is not None:
            yield f"{said} 'round' AND round_key(v.text) = ?)", (round_key(self.round),)
        worded = (
            "EXISTS (SELECT 1 FROM event_word w WHERE w.event = e.id AND w.kind = e.kind AND w.date = e.sort_date AND"
        )
        if self.rounds is not None and not (led and self.wording == "round"):
            yield f"{worded} w.slot = 'round' AND w.text IN ({_marks(self.rounds)}))", self.rounds
        if self.status is not None and not (led and self.wording == "status"):
            yield f"{worded} w.slot = 'status' AND w.text = ?)", (self.status,)
        if self.measures:
            measured = f"{said} 'measure' AND v.text IN ({_marks(self.measures)}))"
            besides = set(self.kinds) - _MEASURING  # a round has its valuation without a measure
            yield (f"(e.kind NOT IN ('metric', 'forecast') OR {measured})" if besides else measured), self.measures
        for slot, part in sorted(self.text.items()):
            yield f"{said} ? AND instr(casefold(v.text), casefold(?)) > 0)", (slot, part)
        if self.disputed:
            yield "e.id IN (SELECT event FROM conflict)", ()


_MEASURING = frozenset({"metric", "forecast"})
"""The kinds that say what they measure."""


def bounds(period: When) -> tuple[str, str]:
    """The first and the last day of a period as ISO text; an open end reaches as far as time goes."""
    first = "0001-01-01" if period.open == "before" else period.start.isoformat()
    last = "9999-12-31" if period.open == "after" else period.end.isoformat()
    return first, last


def lies_in(told: When, period: When) -> bool:
    """Whether what is told of the time of something puts it in a period for sure."""
    first, last = bounds(period)
    return not told.open and first <= told.start.isoformat() and told.end.isoformat() <= last


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))
