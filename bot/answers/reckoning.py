"""The figure that a fact tells, what two of them come to, and how that is said: computed here, told by no article."""

from __future__ import annotations

from typing import TypeAlias

from bot.answers.ordering import is_currency
from bot.locales import forms
from bot.model.money import Money
from bot.store.read import StoredEvent

COMPUTED = "(computed from what is told here, not stated)"
"""What stands behind every figure that no article tells."""
Figure: TypeAlias = Money | float
_MANY_TIMES = 2.0
"""From here on a growth is told as a multiple."""
_ROUGHLY = 10
"""Per cent from which on a share is told without decimals."""


def figure_of(told: StoredEvent, slot: str) -> Figure | None:
    """The figure in a slot of a fact: a sum of money (a number whose unit is a currency, too), or a plain number."""
    value, unit = told.event.best(slot), told.event.best("unit")
    if isinstance(value, Money):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Money(float(value), str(unit)) if is_currency(unit) else float(value)


def sum_of(told: StoredEvent, slot: str) -> Money | None:
    """The sum of money in a slot of a fact; None where it tells none there."""
    figure = figure_of(told, slot)
    return figure if isinstance(figure, Money) else None


def ratio(first: Figure | None, second: Figure | None) -> float | None:
    """How many times one figure is another of the same kind and currency; None where they are not to be compared."""
    if first is None or second is None or isinstance(first, Money) != isinstance(second, Money):
        return None
    if isinstance(first, Money) and isinstance(second, Money):
        return _quotient(first.value, second.value) if first.currency == second.currency else None
    return _quotient(_number(first), _number(second))


def times(quotient: float) -> str:
    """A quotient as a multiple: "1.25 times", "8.2 times", "3 times"."""
    return f"{quotient:.{1 if quotient >= _MANY_TIMES - 0.05 else 2}f} times".replace(".0 ", " ")


def away(quotient: float) -> str:
    """How far a quotient is from one, without its sign: "24%", "1.5%"."""
    percent = abs(quotient - 1) * 100
    return forms().percent(round(percent, 0 if percent >= _ROUGHLY else 1))


def growth(then: Figure | None, now: Figure | None) -> str:
    """How a figure stands to an earlier one of the same kind, in a sentence; empty where that is no growth."""
    quotient = ratio(now, then)
    if quotient is None or quotient <= 0 or then is None or now is None:
        return ""
    if quotient == 1:
        how = "no change"
    elif quotient >= _MANY_TIMES:
        how = f"{times(quotient)} as much"
    else:
        how = f"{'up' if quotient > 1 else 'down'} {away(quotient)}"
    return f"From {_said(then)} to {_said(now)}: {how} {COMPUTED}"


def _quotient(first: float, second: float) -> float | None:
    return first / second if second > 0 else None


def _number(figure: Figure) -> float:
    return figure.value if isinstance(figure, Money) else figure


def _said(figure: Figure) -> str:
    return forms().money(figure) if isinstance(figure, Money) else forms().number(figure)
