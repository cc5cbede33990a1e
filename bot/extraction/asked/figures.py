"""The sums, numbers, rounds and dates of an article as the grammars read them, to check what a model says by."""

from __future__ import annotations

from collections.abc import Iterator

from bot.grammar.dates import find_dates
from bot.grammar.money import find_money
from bot.grammar.numbers import find_numbers
from bot.grammar.rounds import find_rounds
from bot.model.article import Article
from bot.model.money import Money
from bot.model.rounds import round_key
from bot.model.statement import SlotValue
from bot.model.when import When

_NEAR = 0.001
_PERCENT = frozenset({"%", "percent", "per cent", "pct"})

Span = tuple[int, int]


class Figures:
    """Read once in the whole article, so that no quote can cut a figure short ("$5" out of "$5 million")."""

    def __init__(self, article: Article) -> None:
        self._dates = find_dates(article.text, article.published)
        self._sums = find_money(article.text)
        self._rounds = find_rounds(article.text)
        taken = [*((d.start, d.end) for d in self._dates), *((m.start, m.end) for m in self._sums)]
        self._numbers = [n for n in find_numbers(article.text) if not any(n.start < b and a < n.end for a, b in taken)]

    def money(self, value: float, currency: str, span: Span) -> Money | None:
        """The sum of a quote that has this value, or this upper end."""
        return next((m for m in self._money(span) if m.currency == currency and _is(value, m.value, m.high)), None)

    def number(self, value: float, unit: str, span: Span) -> dict[str, SlotValue] | None:
        """The slots that tell this number as the quote does; None where the quote does not hold it."""
        code = unit.upper() if len(unit) == 3 and unit.isupper() else ""
        for sum_ in self._money(span):
            if _is(value, sum_.value, sum_.high) and code in ("", sum_.currency):
                return _slots(sum_.value, sum_.high, sum_.approximate, sum_.currency)
        percent = unit.strip().casefold() in _PERCENT
        for number in self._numbers:
            if _inside(number.start, number.end, span) and _is(value, number.value, number.high):
                if code or number.percent != percent:
                    continue  # a currency or a share that the article does not speak of
                return _slots(number.value, number.high, number.approximate, "percent" if percent else "")
        return None

    def round(self, name: str, span: Span) -> bool:
        """Whether the quote names this round."""
        return any(round_key(r.round) == round_key(name) for r in self._rounds if _inside(r.start, r.end, span))

    def when(self, iso: str, span: Span) -> When | None:
        """The date of a quote that agrees with one in ISO form; the day of publication alone is none."""
        try:
            told = When.from_iso(iso)
        except ValueError:
            return None
        found = [d.when for d in self._dates if d.when is not None and _inside(d.start, d.end, span)]
        fitting = [when for when in found if _within(told, when) or _within(when, told)]
        return min(fitting, key=lambda when: when.end - when.start, default=None)

    def _money(self, span: Span) -> Iterator[Money]:
        for mention in self._sums:
            if _inside(mention.start, mention.end, span):
                yield mention.money
                if mention.also is not None:
                    yield mention.also


def _inside(start: int, end: int, span: Span) -> bool:
    return span[0] <= start and end <= span[1]


def _is(value: float, *others: float | None) -> bool:
    return any(other is not None and abs(value - other) <= _NEAR * abs(other) for other in others)


def _slots(value: float, high: float | None, approximate: bool, unit: str) -> dict[str, SlotValue]:
    slots: dict[str, SlotValue] = {"value": float(value)}
    if high is not None:
        slots["high"] = float(high)
    if approximate:
        slots["approximate"] = True
    return slots | ({"unit": unit} if unit else {})


def _within(inner: When, outer: When) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
