"""Sums of money in running text, and how they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from bot.grammar.approximators import approximator_after, approximator_before
from bot.grammar.currencies import (
    CODES,
    IN_CODE,
    LETTERS,
    CurrencyMark,
    currency_after,
    currency_before,
    dollar_owner_after,
)
from bot.grammar.patterns import Pattern
from bot.grammar.quantities import BARE_SCALES, Quantity, find_quantities, scaled_like
from bot.model.money import Money


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """`also` is the same sum in another currency, given in brackets or after "or"; the span covers both."""

    start: int
    end: int
    text: str
    money: Money
    also: Money | None = None


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity with the currency marks that stand beside it."""

    quantity: Quantity
    start: int
    end: int
    before: CurrencyMark | None
    after: CurrencyMark | None

    @property
    def currency(self) -> str | None:
        """What is said before the figure wins: 新台幣10億元 is Taiwanese although 元 alone is not."""
        mark = self.before or self.after
        return None if mark is None else mark.currency


_DASH = Pattern(r"-|[ \u00a0]?[–—][ \u00a0]?|[~～至到]")
_TO = Pattern(r" (?:to|or) |-to-")
_AND = Pattern(r" and ")
_BETWEEN = Pattern(r"(?<![A-Za-z])between (?:about |roughly |around )?\Z", re.IGNORECASE)
_FROM = Pattern(r"(?<![A-Za-z])from (?:about |around |roughly |nearly |some |just |over )?\Z", re.IGNORECASE)
_CHANGED_TO = Pattern(r" to (?:about |around |roughly |nearly |some |over |more than |almost |between )?")
_RANGING = Pattern(
    r"(?:rang(?:e|es|ed|ing)|anywhere|var(?:y|ies|ied|ying)|pric(?:es|ed|es run)|starting) from [a-z ]{0,8}\Z",
    re.IGNORECASE,
)
_COUNTED = Pattern(r" (?!(?:each|apiece|per|a|an|and|or|in|for|at|on|by|from|with|to|depending|now|today)\b)[a-z]")
_WEIGHT = Pattern(r"weigh|lift|carr(?:y|ies)|payload|heavy|lb\b|thrust|force|hoist", re.IGNORECASE)
_NEXT_SUM = Pattern(r"[ \u00a0]?\d")
_BY = Pattern(r"(?<![A-Za-z])by (?:about |around |roughly |nearly |some |just |over )?\Z")
_IN_YEAR = Pattern(r"(?<![A-Za-z])(?:in|since|of|for) \Z")
_OPEN = Pattern(
    r"[ \u00a0]?[(（\[][ \u00a0]?(?:or |i\.e\.,? |that is,? |equal to |equivalent to |worth |at the time |then |"
    r"合|折合|折合为|约合|相当于|約合)?\Z"
)
_OR = Pattern(r",? (?:or|i\.e\.,?|equivalent to|equal to) \Z|，(?:约合|折合|合|相当于)\Z")
_CLOSE = Pattern(r"[^()（）\[\]\n\d]{0,40}[)）\]]")


def find_money(text: str) -> list[MoneyMention]:
    """Every sum with its currency, left to right and not overlapping; vague ones ("millions of dollars") are none."""
    mentions: list[MoneyMention] = []
    for mention in _sums(text):
        if mentions and (joined := _joined(text, mentions[-1], mention)) is not None:
            mentions[-1] = joined
        else:
            mentions.append(mention)
    starts = [mention.start for mention in mentions[1:]] + [len(text)]
    return [_with_bracket(text, mention, until) for mention, until in zip(mentions, starts, strict=False)]


@lru_cache(maxsize=4000)
def tells_sum(text: str) -> bool:
    """Whether a text holds a sum; kept, since answers look at the same sentences again and again."""
    return bool(find_money(text))


def _sums(text: str) -> Iterator[MoneyMention]:
    figures = [_figure(text, quantity) for quantity in find_quantities(text)]
    last: MoneyMention | None = None
    i = 0
    while i < len(figures):
        first = figures[i]
        second = figures[i + 1] if i + 1 < len(figures) else None
        floor = last.end if last is not None else 0
        mention = _range(text, first, second, floor) if second is not None else None
        i += 1 if mention is None else 2
        if mention is None and first.currency is not None:
            mention = _alone(text, first, second, floor)
        elif mention is None:
            mention = _borrowing(text, first, second, last)
        if mention is not None:
            last = mention
            yield mention


def _figure(text: str, quantity: Quantity) -> _Figure:
    before = currency_before(text, quantity.start)
    if before is not None and before.word in LETTERS and not (quantity.scale and text[quantity.start - 1].isalpha()):
        before = None
    after = currency_after(text, quantity.end)
    quantity = _scaled_by(before or after, quantity)
    end = quantity.end
    if before is not None:
        if after is not None and after.currency != before.currency and after.word != "元":
            # "US$5 yuan" is no sum; what stands before the figure belongs to it
            after = None
        if after is None and before.word == "$" and (owner := dollar_owner_after(text, end)) is not None:
            before, after = replace(before, currency=owner.currency), owner
    elif after is not None and not _plausible(text, quantity, after):
        after = None
    if after is not None:
        end = after.end
    return _Figure(quantity, before.start if before else quantity.start, end, before, after)


def _scaled_by(mark: CurrencyMark | None, quantity: Quantity) -> Quantity:
    """The quantity in the scale that is written with its currency: 31.4 million in "MSEK 31.4"."""
    factor = IN_CODE.get(mark.word) if mark is not None else None
    if factor is None or quantity.scale:
        return quantity
    return replace(quantity, value=quantity.value * factor, factor=Decimal(factor), scale="m" if factor > 1000 else "k")


def _is_year(quantity: Quantity) -> bool:
    return (
        not quantity.scale
        and not quantity.grouped
        and quantity.bare == int(quantity.bare)
        and (1900 <= quantity.bare <= 2100)
    )


def _plausible(text: str, quantity: Quantity, mark: CurrencyMark) -> bool:
    """Whether a currency word after a bare figure is one: robots lift 50 pounds, and a team of 5 won."""
    if _is_year(quantity) and _NEXT_SUM.match(text, mark.end):
        return False  # "in 2025 RMB 1.7 billion": the mark is that of the sum behind it
    if quantity.start and text[quantity.start - 1].isascii() and text[quantity.start - 1].isalpha():
        return False
    if mark.word == "won":
        return quantity.value >= 1000 or quantity.scale != ""
    if mark.word in ("pound", "pounds"):
        around = text[max(0, quantity.start - 60) : mark.end + 60]
        return quantity.value >= 1000 and (quantity.value >= 10**6 or _WEIGHT.search(around) is None)
    return True


def _range(text: str, first: _Figure, second: _Figure, floor: int) -> MoneyMention | None:
    """One sum from two figures: "$30,000 to $50,000", "between 300 and 500 million yuan"."""
    gap = text[first.end : second.start]
    if len(gap) > 5 or not _same_currency(first, second):
        return None
    start = first.start
    between = _BETWEEN.search(text[max(floor, start - 24) : start])
    if _AND.fullmatch(gap):
        if between is None:
            return None
        start = max(floor, start - 24) + between.start()
    elif _TO.fullmatch(gap):
        before = text[max(floor, start - 40) : start]
        if _FROM.search(before) and not _RANGING.search(before):
            return None  # a change, not a range
        if first.currency is None and _is_year(first.quantity) and _IN_YEAR.search(before):
            return None  # "from 271,000 yuan in 2024 to 188,000 yuan"
        if first.before and second.before and _BY.search(before):
            return None  # "raised by $20 million to $190 million"
        if second.currency is None and not second.quantity.scale and _COUNTED.match(text, second.end):
            return None  # "gave $5 to 10 people"
    elif not _DASH.fullmatch(gap):
        return None
    low = scaled_like(first.quantity, second.quantity)
    high = second.quantity.value
    if second.quantity.factor == 1 and first.quantity.factor > 1 and not second.quantity.grouped and high < 1000:
        return None
    if not low < high:
        return None
    currency = first.currency or second.currency
    assert currency is not None  # _same_currency saw to it
    return _mention(text, start, second.end, low, high, currency, first.quantity.approximate, floor)


def _same_currency(first: _Figure, second: _Figure) -> bool:
    known = {figure.currency for figure in (first, second)} - {None}
    if first.currency is None and (second.after is None or second.before is not None):
        return False
    return len(known) == 1


def _alone(text: str, figure: _Figure, second: _Figure | None, floor: int) -> MoneyMention | None:
    """One sum from one figure with its currency."""
    assert figure.currency is not None  # the caller asked
    quantity = figure.quantity
    value = quantity.value
    blurred = approximator_before(text, figure.start, floor) is not None
    if quantity.words and text[quantity.start] in BARE_SCALES and not blurred:
        return None  # 亿元级: some hundreds of millions, nobody knows how many
    if second is not None and second.currency == figure.currency and _changes_to(text, figure, second, floor):
        value = scaled_like(quantity, second.quantity)  # "from $200 to $300 million"
    idiom = text[quantity.start].lower() == "a" and text[quantity.end : quantity.end + 1] == "-"
    return _mention(text, figure.start, figure.end, value, None, figure.currency, quantity.approximate or idiom, floor)


def _borrowing(text: str, figure: _Figure, second: _Figure | None, last: MoneyMention | None) -> MoneyMention | None:
    """One sum from a figure whose currency is said once for a change: "rose from 150 to 410 billion won"."""
    quantity = figure.quantity
    floor = last.end if last is not None else 0
    if figure.start < floor or _is_year(quantity):
        return None
    if last is not None and text[last.end : figure.start] == " to " and last.money.high is None:
        before = text[max(0, last.start - 40) : last.start]
        plain = quantity.factor > 1 or quantity.grouped
        if plain and _FROM.search(before) and not _COUNTED.match(text, figure.end):
            return _mention(
                text, figure.start, figure.end, quantity.value, None, last.money.currency, quantity.approximate, floor
            )
    if second is None or second.after is None or second.before is not None:
        return None
    if not _changes_to(text, figure, second, floor):
        return None
    value = quantity.value
    if quantity.factor == 1 and not quantity.grouped and quantity.bare < 1000:
        value = quantity.bare * second.quantity.factor
    currency = second.after.currency
    return _mention(text, figure.start, figure.end, value, None, currency, quantity.approximate, floor)


def _changes_to(text: str, first: _Figure, second: _Figure, floor: int) -> bool:
    before = text[max(floor, first.start - 40) : first.start]
    return _FROM.search(before) is not None and _CHANGED_TO.fullmatch(text[first.end : second.start]) is not None


def _mention(
    text: str, start: int, end: int, low: Decimal, high: Decimal | None, currency: str, approximate: bool, floor: int
) -> MoneyMention | None:
    if start < floor:
        return None
    if text[end : end + 1] in "%％" and end < len(text):
        return None
    if (blur := approximator_before(text, start, floor)) is not None:
        start, approximate = blur, True
    if (blur_end := approximator_after(text, end)) is not None:
        end, approximate = blur_end, True
    money = Money(float(low), currency, approximate, None if high is None else float(high))
    return MoneyMention(start, end, text[start:end], money)


def _joined(text: str, first: MoneyMention, second: MoneyMention) -> MoneyMention | None:
    """One mention from a sum and its conversion: "RMB 1 billion ($140M)", "210m zloty, or just over $52m"."""
    if first.also is not None or first.money.currency == second.money.currency:
        return None
    gap = text[first.end : second.start]
    if len(gap) > 30 or not (_OPEN.match(gap) or _OR.match(gap)):
        return None
    return MoneyMention(first.start, second.end, text[first.start : second.end], first.money, second.money)


def _with_bracket(text: str, mention: MoneyMention, following: int) -> MoneyMention:
    """The mention with the bracket closed that its conversion opened."""
    if mention.also is None or not any(c in mention.text for c in "(（["):
        return mention
    close = _CLOSE.match(text, mention.end, following)
    if close is None:
        return mention
    return replace(mention, end=close.end(), text=text[mention.start : close.end()])


_CODE_WORD = Pattern(rf"(?<![A-Za-z])(?:{'|'.join(sorted(CODES))}|RMB|NIS)(?![a-z])", re.IGNORECASE)


def parse_money(text: str) -> Money | None:
    """The sum a whole text stands for, as in a question or a setting: "$1B", "1bn dollars", "over $1B"."""
    stripped = text.strip().rstrip(".?!").rstrip()
    # people type codes in lower case
    written = _CODE_WORD.sub(lambda found: found[0].upper() if found[0].isascii() else found[0], stripped)
    found = find_money(written)
    if len(found) == 1 and found[0].text == written:
        return found[0].money
    return None


_SIGNS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "INR": "₹",
    "HKD": "HK$",
    "SGD": "S$",
    "AUD": "A$",
    "CAD": "C$",
    "NZD": "NZ$",
    "TWD": "NT$",
    "BRL": "R$",
}
_NOUNS = {"CNY": "yuan", "JPY": "yen", "KRW": "won"}
_PRINTED_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_DIGITS_SHOWN = 4


def format_money(money: Money) -> str:
    """The sum as a person reads it and `parse_money` reads it back: "$140 million", "380 billion yuan"."""
    low, low_scale = _print_figure(money.value)
    figure = f"{low} {low_scale}".rstrip()
    if money.high is not None:
        high, high_scale = _print_figure(money.high)
        if low_scale != high_scale and money.value < 1000:
            high, high_scale = _full(Decimal(repr(money.high))), ""  # "$5-2 million" would read as 5 million
        joint = low if low_scale == high_scale else figure
        figure = f"{joint}–{high} {high_scale}".rstrip()
    if money.currency == "KRW" and money.value < 1000:
        figure = f"₩{figure}"  # "5 won" would read as a victory
    elif money.currency in _SIGNS:
        figure = _SIGNS[money.currency] + figure
    elif money.currency in _NOUNS:
        figure = f"{figure} {_NOUNS[money.currency]}"
    else:
        figure = f"{money.currency} {figure}"
    return f"about {figure}" if money.approximate else figure


def _print_figure(value: float) -> tuple[str, str]:
    exact = Decimal(repr(float(value)))
    for factor, name in _PRINTED_SCALES:
        if exact >= factor:
            scaled = (exact / factor).normalize()
            if len(scaled.as_tuple().digits) <= max(_DIGITS_SHOWN, scaled.adjusted() + 1):
                return f"{scaled:f}", name
            break
    return _full(exact), ""


def _full(exact: Decimal) -> str:
    return f"{exact.normalize():,f}"
