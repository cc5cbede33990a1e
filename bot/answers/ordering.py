"""By what figure events are put in order: the sum of a deal, a price, a valuation, a number of units."""

from __future__ import annotations

from bot.grammar.rates import to_usd
from bot.model.money import Money
from bot.store.read import StoredEvent


def figure_of(told: StoredEvent, slots: tuple[str, ...]) -> float | None:
    """The figure of the first of some slots that was told, sums roughly in dollars; without slots that of the deal."""
    for slot in slots:
        value = told.event.best(slot)
        if isinstance(value, Money):
            return to_usd(value)
        if isinstance(value, float | int) and not isinstance(value, bool):
            unit = told.event.best("unit")
            return to_usd(Money(float(value), unit)) if is_currency(unit) and isinstance(unit, str) else float(value)
    return None if slots else told.usd


def is_between(figure: float | None, least: float | None, most: float | None) -> bool:
    """Whether a figure is told and lies within bounds, of which none need be given."""
    return figure is not None and (least is None or figure >= least) and (most is None or figure <= most)


def is_currency(unit: object) -> bool:
    """Whether the unit of a figure makes it a sum of money."""
    return isinstance(unit, str) and len(unit) == 3 and unit.isupper()
