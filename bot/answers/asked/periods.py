"""Where a message names a period: "in 2024", "since last week", "between October and December 2025", "1 October"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.grammar.dates import parse_period
from bot.grammar.patterns import Pattern
from bot.model.when import When

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?<![\d.,$€£¥])(?:19|20)\d\d(?![\d.,]\d|\d|\s*(?:million|billion|yuan|people|units|robots|employees))"
_DATED = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH}\s+(?:of\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?{_YEAR}"
    rf"|{_YEAR}-\d\d(?:-\d\d)?(?!\d)|[qh][1-4]\s+(?:of\s+)?{_YEAR}|{_YEAR}"
)
_RANGE = Pattern(
    rf"(?:(?:from|between)\s+)?(?P<first>{_DATED})\s*(?:-|–|—|to|and|until|至|到)\s*(?P<last>{_DATED})(?:年)?", re.I
)
_SAME_YEAR = Pattern(
    rf"(?:from|between)\s+(?P<first>(?:\d{{1,2}}\s+)?{_MONTH}(?:\s+\d{{1,2}}(?!\d))?|"
    rf"[qh][1-4])\s*(?:-|–|—|to|and|until)"
    rf"\s*(?P<last>{_DATED})",
    re.I,
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_DAYS = Pattern(
    rf"(?:(?:from|between|on|in|during)\s+)?(?:the\s+)?(?:week\s+(?:of|from)\s+)?(?:the\s+)?(?:"
    rf"(?P<month>{_MONTH})\s+(?P<first>{_NTH})\s*(?:-|–|—|to|and|until)\s*(?:the\s+)?(?P<last>{_NTH})|"
    rf"(?P<first2>{_NTH})\s*(?:-|–|—|to|and|until)\s*(?:the\s+)?(?P<last2>{_NTH})\s+(?:of\s+)?(?P<month2>{_MONTH}))"
    rf"(?:,?\s+(?P<year>{_YEAR}))?",
    re.I,
)
"""Some days of one month: "July 7-13 2025", "the week of 7 to 13 July"."""
_WEEK = Pattern(
    r"\b(?:in |during )?(?:(?:the|that|this|a|one|single|same|first|second|third|last) ){1,4}week (?=(?:in|of|from)\b)",
    re.I,
)
"""A week of a month of which nothing says which it was, so that the month is meant, or the one from a day on."""
_BEFORE = r"(?:\b(?P<rel>since|after|before|until|till|through|from|in|by|during|for|on|of|around|as of|as at)\s+)?"
_PERIOD = Pattern(
    rf"{_BEFORE}(?:the\s+)?(?:end of\s+)?"
    rf"(?:(?:early|late|mid)[- ]+)?(?:(?:first|second|third|fourth|last)\s+(?:quarter|half)\s+(?:of\s+)?|"
    rf"[qh][1-4]\s+(?:of\s+)?|"
    rf"(?:spring|summer|autumn|fall|winter)\s+(?:of\s+)?|"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH}\s+(?:of\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?)?"
    rf"{_YEAR}(?:[-/]\d{{1,2}}(?:[-/]\d{{1,2}})?(?!\d)|年(?:\d{{1,2}}月(?:\d{{1,2}}[日号號])?)?|"
    rf"\s*[qh][1-4])?(?:以来|之后|以後|以前|之前)?",
    re.I,
)
_DAY = Pattern(
    rf"{_BEFORE}(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)"
    r"(?![\w.,]*\d)",
    re.I,
)
_RELATIVE = Pattern(
    rf"{_BEFORE}(?:the\s+)?(?:(?:last|past|this|previous|current)\s+(?:(?:\d+|two|three|four|five|six|few)\s+)?"
    r"(?:days?|weeks?|months?|quarters?|years?)|yesterday|today(?!['’]s)|"
    r"(?:an?|one|two|three|four|five|\d{1,2})\s+(?:years?|quarters?|months?|weeks?)\s+(?:ago|earlier))\b|(?:上周|"
    r"上個?月|上个月|本周|本月|今年|去年|"
    r"昨天|今天)",
    re.I,
)
_BARE_MONTH = Pattern(rf"\b(?:in|since|during|last|of)\s+({_MONTH})(?!\w)|(?<!\d)(\d{{1,2}})月(?!\d)", re.I)
_KNOWN_AS_OF = Pattern(r"^(?:as of|as at)\b", re.I)
_TALKED_OF_KNOWING = Pattern(
    r"\b(?:did|do|was|were|had|have) (?:we|you|they|people|anyone|"
    r"it|one) (?:already )?kn\w+|\b(?:was|were) (?:already )?"
    r"known\b|\bknown (?:by|on|before|until|as of|as at)\b",
    re.I,
)


_HALF = Pattern(r"[hq][1-4]$", re.I)
_RESULTS = Pattern(
    r"\b(?:loss(?:es)?|profits?|revenues?|results?|sales|turnover|earnings|shipments?|orders|figures)\b", re.I
)


def is_half_year(name: str, text: str) -> bool:
    """Whether a name is a part of a year: beside "loss" or "sales" and after "in", "H1" is no robot of that name."""
    if not _HALF.match(name):
        return False
    return bool(_RESULTS.search(text) or re.search(rf"\b(?:in|during|since|until|through) (?:the )?{name}\b", text))


@dataclass(frozen=True, slots=True)
class Period:
    """`when` it happened, or the `month` of any year, or by what day it was `known`; `span` is where that stands."""

    span: tuple[int, int]
    when: When | None = None
    month: int = 0
    known: date | None = None


_NEWS = Pattern(
    r"\b(?:news|new|happen\w*|announc\w*|report\w*|publish\w*|said|told|came out|today'?s|deals?|rounds?|rais\w+)\b",
    re.I,
)
"""What asks for what came out on a day."""


def period(text: str, today: date, taken: Sequence[tuple[int, int]] = ()) -> Period | None:
    """The period a message names, in no span that is taken."""
    for found in (_days(text, today), _between(text, today), *_stated(text, today, taken)):
        if found:
            return _as_known(text, _of_week(text, found), today)
    bare = _BARE_MONTH.search(text)
    if bare:
        month = int(bare[2]) if bare[2] else _MONTHS.index(bare[1].lower()[:3]) + 1
        return Period(bare.span(), month=month)
    return None


def _of_week(text: str, found: Period) -> Period:
    """ "The week of 7 July" is seven days."""
    week = next((met for met in _WEEK.finditer(text) if met.end() == found.span[0]), None)
    if week is None or found.when is None:
        return found
    of_day = found.when.precision == "day" and not found.when.open
    last = found.when.start + timedelta(days=6)
    when = When(found.when.start, last, "span") if of_day else found.when
    return replace(found, span=(week.start(), found.span[1]), when=when)


def _days(text: str, today: date) -> Period | None:
    met = _DAYS.search(text)
    if met is None:
        return None
    month, year = met["month"] or met["month2"], met["year"] or ""
    ends = [
        parse_period(f"{day} {month} {year}".strip(), today)
        for day in ((met["first"] or met["first2"]).rstrip("stndrh"), (met["last"] or met["last2"]).rstrip("stndrh"))
    ]
    first, last = ends
    if first is None or last is None or not first.start < last.end:
        return None
    when = When(first.start, last.end, "span")
    if not year and when.start > today:
        when = replace(when, start=_year_before(when.start), end=_year_before(when.end))
    return Period(met.span(), when)


def _between(text: str, today: date) -> Period | None:
    for pattern in (_SAME_YEAR, _RANGE):
        both = pattern.search(text)
        if not both:
            continue
        last = parse_period(both["last"], today)
        named = both["first"] if pattern is _RANGE or last is None else f"{both['first']} {last.end.year}"
        first = parse_period(named, today)
        if first and last and first.start < last.end and first.end <= last.end:
            return Period(both.span(), When(first.start, last.end, "span"))
    return None


def _stated(text: str, today: date, taken: Sequence[tuple[int, int]]) -> list[Period]:
    found = []
    for pattern in (_PERIOD, _DAY, _RELATIVE):
        for match in pattern.finditer(text):
            if any(s < match.end() and match.start() < e for s, e in taken):
                continue
            if match[0].strip().casefold() == "today" and not _NEWS.search(text):
                continue  # how many there are today is told by an article of whatever day
            when = parse_period(match[0], today) or parse_period(match[0].split(" ", 1)[-1], today)
            if when and pattern is _DAY and when.start > today and when.open == "":
                when = replace(when, start=_year_before(when.start), end=_year_before(when.end))
            if when:
                found.append(Period(match.span(), when))
    return found


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _as_known(text: str, found: Period, today: date) -> Period:
    """ "As of 1 October" and "what did we know in June" ask for what had been told by then."""
    if found.when is None:
        return found
    if _KNOWN_AS_OF.search(text[found.span[0] : found.span[1]]) or _TALKED_OF_KNOWING.search(text):
        return Period(found.span, known=min(found.when.end, today))
    return found
