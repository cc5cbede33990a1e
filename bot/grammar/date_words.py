"""The words dates are made of, and the moment from which a date without a year is counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from bot.grammar.patterns import Pattern
from bot.grammar.tense import Tense, sentence_head, sentence_tail, tense
from bot.model.when import When

Relation = Literal["", "by", "since", "until", "before", "after", "within", "early"]

# Spelt out, as those of the calendar module follow the locale.
MONTH_NAMES: tuple[str, ...] = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
NUMBERS = {
    word: number
    for number, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    )
} | {
    "a": 1,
    "an": 1,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
ORDINALS |= {"last": 4, "final": 4, "opening": 1}

# A four-digit number counts something, and is no year, where one of these follows.
MEASURE = (
    r"(?:%|°|hk|tt|ks|percent|per cent|million|billion|trillion|thousand|bn|mn|yuan|rmb|won|yen|dollars?|euros?|kronor|"
    r"pounds?|rupees?|usd|eur|kg|kilograms?|mm|cm|km|metres?|meters?|kilomet(?:er|re)s?|feet|square|watts?|kw|nm|mah|rpm|hz|"
    r"hours?|minutes?|seconds?|days|weeks|tonnes?|tons|tokens|万|亿|元|台|人|家|套|个|件|名|小时)"
)
COUNTED = (
    r"(?:units|robots|humanoids|people|employees|staff|workers|jobs|sets|pairs|shares|engineers|pieces|cars|vehicles|"
    r"machines|arms|hands|patents|stores|shops|sites|customers|copies|points|parts|joints|reducers|orders|students|"
    r"visitors|factories|homes|households|developers|researchers|companies|firms|times|years|months|others)"
)
NOT_MEASURED = rf"(?![ -]?{MEASURE}(?![a-z]))"

DIGITS_YEAR = r"(?<![\w.$€£¥₩#])(?:19|20)\d\d[EFA]?(?![\w/]|[.,]\d|-\d)"
NAMED_YEAR = (
    r"(?:this|last|next|the (?:current|previous|preceding|following|same|coming)|that) "
    r"(?:fiscal |financial |calendar )?year(?![\w-])|the year (?:before(?: last)?|after)|the year(?![\w-]| to | end)"
)
YEAR = (
    r"(?P<year>(?:(?:the )?(?:fiscal|financial|calendar)(?: year)? |the year |FY ?|fiscal )?"
    rf"(?:{DIGITS_YEAR}{NOT_MEASURED}|(?<=FY)(?:20)?\d\d(?!\d))|{NAMED_YEAR})"
)
MONTH_FULL = "|".join(MONTH_NAMES)
MONTH_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
MONTH = rf"(?P<month>{MONTH_FULL}|(?:{MONTH_SHORT})(?:\.|(?![\w-])))"
WEEKDAY = "|".join(WEEKDAY_NAMES)
SEASON = r"(?P<season>spring(?! festival)|summer|autumn|fall|winter)"
PART = r"(?P<part>early|mid|late|end|beginning|start|middle|close)"
OPTIONAL_YEAR = rf"(?:(?:,? ?| of | in |, ){YEAR})?"
COUNT = r"(?:\d{1,2}|an?|" + "|".join(word for word in NUMBERS if word not in ("a", "an", "zero")) + ")"

_TOLD = Pattern(r"(?<![\w.$€£¥])((?:19|20)\d\d)(?![\w]|[,.]\d)")
_JUST_TOLD = Pattern(
    rf"\b(?P<m>(?:{MONTH_FULL})|(?:{MONTH_SHORT})\.?)(?: \d{{1,2}},?)?,? "
    r"(?P<y>(?:19|20)\d\d)\b(?:(?!(?:19|20)\d\d)[^;]){0,90}?\b(?:and|then)(?: then)?(?: again| also)?(?: early| late)?"
    r"(?: (?:in|on))?(?: early| late)?\s+$"
)
"""A month with its year that the phrase is joined to: "in May 2024, and in June"."""
_WILL = Pattern(r"[^.;,]{0,25}\b(?:will|is to|are to|plans? to|wants? to)\b")
_NEAR_AT_HAND, _GRACE = 45, 3
_BLANK = r" \t\n\xa0"


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of dates. `resolve` gives None where the publication date is needed and unknown."""

    pattern: Pattern
    resolve: Callable[[re.Match[str], Moment], When | None]
    relation: Relation = ""


class NotADateError(Exception):
    """What a pattern matched is something else: a name, a verb, a count."""


def rule(
    pattern: str, resolve: Callable[[re.Match[str], Moment], When | None], relation: Relation = "", edge: bool = True
) -> Rule:
    """A rule from its pattern, in which a blank stands for any single or double white space."""
    body = re.sub(
        r"\[[^\]]*\]| ", lambda m: m[0].replace(" ", _BLANK) if len(m[0]) > 1 else f"(?:[{_BLANK}]{{1,2}})", pattern
    )
    return Rule(Pattern(rf"(?<![\w]){body}(?![\w])" if edge else body, re.I), resolve, relation)


def number(word: str) -> int:
    """`5`, `five`, `a` as a number."""
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def shift_month(year: int, month: int, by: int) -> When:
    index = 12 * year + month - 1 + by
    return When.month(index // 12, index % 12 + 1)


def season(year: int, first_month: int) -> When:
    """A season by the year it begins in: the winter of 2020 ends in February 2021."""
    end = shift_month(year, first_month, 2).end
    return replace(When.year(year), start=date(year, first_month, 1), end=end)


def third(year: int, part: Literal["early", "mid", "late"]) -> When:
    """A year told as its beginning, middle or end: four months each."""
    first = {"early": 1, "mid": 5, "late": 9}[part]
    return replace(When.year(year), start=date(year, first, 1), end=When.month(year, first + 3).end)


def week(day: date, by: int = 0) -> When:
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=by)
    return When(monday, monday + timedelta(days=6), "span")


@dataclass(frozen=True)
class Moment:
    """Where and when a phrase stands: the publication date and the text around it."""

    text: str
    start: int
    end: int
    published: When | None
    context_year: int | None = None

    @cached_property
    def before(self) -> str:
        """The sentence up to the phrase, as far as it matters."""
        return sentence_head(self.text[max(0, self.start - 120) : self.start])

    @cached_property
    def after(self) -> str:
        return sentence_tail(self.text[self.end : self.end + 80])

    @cached_property
    def tense(self) -> Tense:
        """Whether the sentence speaks of what is to come or of what was."""
        return tense(self.before, self.after)

    @property
    def ahead(self) -> bool:
        return self.tense == "ahead"

    @property
    def today(self) -> date | None:
        return self.published.end if self.published else None

    @property
    def day(self) -> date | None:
        """The day of publication where it is known to the day."""
        return self.published.start if self.published and self.published.start == self.published.end else None

    def year(self, words: str | None) -> int | None:
        """`2025`, `fiscal 2025`, `last year`, `the following year`."""
        if not words:
            return None
        if digits := re.search(r"\d{4}", words):
            return int(digits[0])
        if digits := re.search(r"\d{2}", words):
            return 2000 + int(digits[0])
        words = " ".join(words.lower().split())
        if re.search(r"same|that|follow|after", words):
            told = self.told_year()
            return told + int("follow" in words or "after" in words) if told else None
        if words.endswith("before last"):
            return self.today.year - 2 if self.today else None
        if re.search(r"previous|preceding|before", words):
            return self.year_earlier()
        by = -1 if "last" in words else int("next" in words or "coming" in words)
        return self.today.year + by if self.today else None

    def told_year(self) -> int | None:
        """The year the text speaks of so far."""
        told = _TOLD.findall(self.text[max(0, self.start - 250) : self.start])
        return int(told[-1]) if told else self.context_year

    def year_earlier(self) -> int | None:
        """The year before the one spoken of, which must be a recent one, else before the publication."""
        told = self.told_year()
        if self.today is None:
            return told - 1 if told else None
        if told and 0 <= self.today.year - told <= 3:
            return told - 1
        return self.today.year - 1

    def nearest(self, of_year: Callable[[int], When]) -> When | None:
        """Of something that comes once a year, the one meant where no year is told.

        The last that has begun; where the sentence looks ahead, the first that is not over; where no verb tells,
        a day or month near at hand rather than one long gone. A few days' grace make up for a late publication date.
        """
        if self.context_year is not None:
            return of_year(self.context_year)
        if self.published is None or self.today is None:
            return None
        if not self.ahead and not _WILL.match(self.after) and (told := _JUST_TOLD.search(self.before)):
            first = When.month(int(told["y"]), MONTHS[told["m"].rstrip(".").lower()])
            following = (first.start.year, first.start.year + 1)
            return next((w for w in (_attempt(of_year, y) for y in following) if w and w.start >= first.start), None)
        for reach in (1, 8):  # 29 February comes every eight years at worst
            years = range(self.today.year - reach, self.today.year + reach + 1)
            dated = [when for when in (_attempt(of_year, year) for year in years) if when]
            found = self._nearest_of(self.published, dated)
            if found:
                return found
        return None

    def _nearest_of(self, published: When, found: list[When]) -> When | None:
        if self.ahead:
            return next((w for w in found if w.end >= published.start), None)
        late = published.end + timedelta(days=_GRACE)
        near = late if self.tense else published.end + timedelta(days=_NEAR_AT_HAND)
        return next((w for w in reversed(found) if w.start <= (near if (w.end - w.start).days < 31 else late)), None)

    def told(self, word: str, of_year: Callable[[int], When]) -> When | None:
        """The same with `this`, `last` or `next` before it: `last May`, `next spring`."""
        if self.published is None or self.today is None:
            return None
        found = [of_year(year) for year in range(self.today.year - 2, self.today.year + 3)]
        if word == "last":
            return next(w for w in reversed(found) if w.end < self.published.start)
        if word == "next":
            return next(w for w in found if w.start > self.today)
        now = [w for w in found if w.start <= self.today and w.end >= self.published.start]
        return now[0] if now else of_year(self.today.year)


def _attempt(of_year: Callable[[int], When], year: int) -> When | None:
    try:
        return of_year(year)
    except ValueError:
        return None
