"""An event as the phrases read it: names printed, sums and periods in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bot.answers.looked_into import once_an_event
from bot.grammar.patterns import Pattern
from bot.locales import Forms, forms
from bot.model.event import EventValue
from bot.model.money import Money
from bot.model.statement import Investor, SlotValue, is_name, members
from bot.model.when import When
from bot.store.read import StoredEvent

_ALLOWED = 3
"""How many more than are wanted are told rather than counted."""
_FUND = Pattern(r" (?:[\w&-]+ ){0,3}?(?:funds?|capital|ventures?|investments?|vc|holdings)$", re.I)


def _once(names: tuple[str, ...], led: tuple[str, ...]) -> tuple[str, ...]:
    """Names of backers, a house and its fund once: by its fund, unless the other of them led."""
    every = (*led, *names)

    def is_again(name: str) -> bool:
        by_fund = any(one.startswith(name) and _FUND.compiled.match(one, len(name)) for one in every)
        by_house = any(name.startswith(one) and _FUND.compiled.match(name, len(one)) for one in led)
        return by_fund or by_house

    return tuple(name for name in names if not is_again(name))


def joined(items: Iterable[str], most: int = 0) -> str:
    """ "A, B and C"; with `most`, what is beyond is counted."""
    told = [item for item in dict.fromkeys(items) if item]
    if most and len(told) > most + _ALLOWED:
        told = [*told[:most], f"{len(told) - most} more"]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}" if told else ""


class View:
    """One event, read slot by slot; in the forms of the answer that is being made where none are given."""

    def __init__(self, told: StoredEvent, written: Forms | None = None) -> None:
        self.told = told
        self.kind = told.kind
        self._forms = written or forms()

    def value(self, slot: str) -> SlotValue | None:
        return self.told.event.best(slot)

    def text(self, slot: str) -> str:
        """A slot in words; empty where nothing was said."""
        value = self.value(slot)
        return "" if value is None else self.printed(slot, value)

    def printed(self, slot: str, value: SlotValue) -> str:
        """A value in words."""
        if isinstance(value, Money):
            return self._forms.money(value)
        if isinstance(value, When):
            return self._forms.when(value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, float | int):
            return self._forms.number(float(value))
        if isinstance(value, tuple):
            return joined(map(self.told.name, members(value)))
        return self.told.name(value) if is_name(slot) else value

    def names(self, slot: str) -> tuple[str, ...]:
        """The names of a slot, one or many."""
        return tuple(map(self.told.name, members(self.value(slot))))

    def investors(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Names of those that led, and of the others."""
        value = self.value("investors")
        backers = [v for v in value if isinstance(v, Investor)] if isinstance(value, tuple) else []
        lead = tuple(self.told.name(v.name) for v in backers if v.lead)
        rest = tuple(self.told.name(v.name) for v in backers if not v.lead)
        return _once(lead, ()), _once(rest, lead)

    def quantity(self, unsigned: bool = False) -> str:
        """`value` with its unit, as money where the unit is a currency."""
        value, unit = self.value("value"), self.text("unit")
        if not isinstance(value, float | int):
            return ""
        value = abs(value) if unsigned else value
        high = self.value("high")
        top = float(high) if isinstance(high, float | int) and not isinstance(high, bool) else None
        about = self.value("approximate") is True
        if len(unit) == 3 and unit.isupper():
            return self._forms.money(Money(float(value), unit, about, top))
        percent = unit in ("%", "percent", "per cent")
        shown = self._forms.percent(float(value)) if percent and top is None else self._forms.number(float(value))
        if top is not None:
            shown += f" to {self._forms.percent(top) if percent else self._forms.number(top)}"
        shown = f"about {shown}" if about else shown
        return shown if percent else f"{shown} {unit}".strip()

    def is_below_zero(self) -> bool:
        value = self.value("value")
        return isinstance(value, float | int) and value < 0

    def is_ahead(self) -> bool:
        """Whether it is told of a time that was still to come when it was told last."""
        date, told = self.told.date, self.told.said_last
        return date is not None and bool(told) and date.start.isoformat() > told

    def conflicts(self, slot: str) -> tuple[EventValue, ...]:
        return self.told.event.conflicting(slot)


@once_an_event
def ids_by_slot(told: StoredEvent) -> Mapping[str, frozenset[str]]:
    """Which entities play which part in an event, by every value that was said."""
    out: dict[str, set[str]] = {}
    for value in told.event.values:
        if value.rank != "deprecated" and is_name(value.slot):
            out.setdefault(value.slot, set()).update(members(value.value))
    return {slot: frozenset(ids) for slot, ids in out.items()}


def leaders(told: StoredEvent) -> frozenset[str]:
    """Who led a round, as far as that is told."""
    backers = told.event.best("investors")
    every = backers if isinstance(backers, tuple) else ()
    return frozenset(one.name for one in every if isinstance(one, Investor) and one.lead)
