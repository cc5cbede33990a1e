"""When an article was published, as files, date lines and datelines tell it: numeric, English and Chinese."""

from __future__ import annotations

import calendar
import re
from datetime import date

from bot.model.when import When

_MONTHS = {
    short.lower(): number
    for number, name in enumerate(calendar.month_name)
    if name
    for short in (name, name[:3], name[:4])
}
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|"
    r"Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = r"[0-3]?\d"

FULL_DATE = re.compile(
    rf"(?<!\d)(?P<y1>{_YEAR})(?P<sep>[-./])(?P<m1>[01]?\d)(?P=sep)(?P<d1>{_DAY})(?!\d)"
    rf"|(?<!\d)(?P<y2>{_YEAR})\s?年\s?(?P<m2>[01]?\d)\s?月\s?(?P<d2>{_DAY})\s?日"
    rf"|\b(?P<m3>{MONTH})\.?\s+(?P<d3>{_DAY})(?:st|nd|rd|th)?,?\s+(?P<y3>{_YEAR})\b"
    rf"|(?:\b|(?<=\bon))(?P<d4>{_DAY})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m4>{MONTH})\.?,?\s+(?P<y4>{_YEAR})\b",
    re.IGNORECASE,
)
MONTH_DATE = re.compile(
    rf"(?<!\d)(?P<y1>{_YEAR})\s?年\s?(?P<m1>[01]?\d)\s?月(?!\s?\d)"
    rf"|\b(?P<m2>{MONTH})\.?,?\s+(?:of\s+)?(?P<y2>{_YEAR})\b"
    r"|\A\s*(?P<y3>\d{4})-(?P<m3>\d\d)\s*\Z",
    re.IGNORECASE,
)
_AMBIGUOUS = re.compile(rf"(?<!\d)(?P<a>{_DAY})[./-](?P<b>{_DAY})[./ -](?P<y>{_YEAR})(?!\d)")
_COMPACT = re.compile(rf"\A\s*({_YEAR})([01]\d)([0-3]\d)\s*\Z")
_BARE_YEAR = re.compile(rf"\A\s*({_YEAR})\s*(?:年\s*)?\Z")
_FILE_NAME = re.compile(rf"(?<!\d)({_YEAR})[-_.](\d\d)(?:[-_.](\d\d))?(?!\d)|(?<!\d)({_YEAR})([01]\d)([0-3]\d)(?!\d)")
_PLACE = r"(?:(?:[A-Z][\w.'-]{0,60}|and|[–/&-]),?\s{1,9})"
_DATELINE = re.compile(
    rf"(?=[A-Z]{{2}}|\w{{1,60}},){_PLACE}{{1,8}}(?P<m>{MONTH})\.?\s{{1,9}}(?P<d>{_DAY})(?:,?\s{{1,9}}(?P<y>{_YEAR}))?"
    r"(?:\s{0,9}[,/]?\s{0,9}\(?[A-Z][A-Za-z ./-]{1,40}[)/])?\s{0,9}(?:--?|[–—:])\s"
)
_AROUND = re.compile(
    r"(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\b|\b(?:published|posted|updated|last|modified|date|on|by|at|time|release|created|am|pm|edt|est|gmt|utc|"
    r"pst|pdt|cet|cest|bst|jst|kst|ist|et|pt|source|from|reading|read|min|minutes?)\b|发布|时间|来源|日期|更新|星期.|周.|"
    r"\d{1,2}:\d\d(?::\d\d)?|[\s\W_TZ]+|[+-]\d\d:?\d\d",
    re.IGNORECASE,
)


def _day(year: str, month: str, day: str) -> When | None:
    number = int(month) if month.isdigit() else _MONTHS[month.lower()]
    try:
        return When.day(date(int(year), number, int(day)))
    except ValueError:
        return None


def _month(year: str, month: str) -> When | None:
    number = int(month) if month.isdigit() else _MONTHS[month.lower()]
    return When.month(int(year), number) if 1 <= number <= 12 and int(year) > 0 else None


def full_date(match: re.Match[str]) -> When | None:
    """The day that a match of FULL_DATE names; None for a day that does not exist."""
    for i in "1234":
        if match[f"y{i}"]:
            return _day(match[f"y{i}"], match[f"m{i}"], match[f"d{i}"])
    return None


def month_date(match: re.Match[str]) -> When | None:
    for i in "123":
        if match[f"y{i}"]:
            return _month(match[f"y{i}"], match[f"m{i}"])
    return None


def published_from(text: str) -> When | None:
    """A date that stands in a field of its own: `2025-10-08`, `2025-10`, `2025`, `Oct 8, 2025`, `2025年10月8日` …"""
    text = text.strip()[:100]
    if m := re.match(rf"({_YEAR})-(\d\d)-(\d\d)(?=[T\s]|\Z)", text):
        return _day(*m.groups())
    if m := FULL_DATE.search(text):
        return full_date(m)
    if m := _COMPACT.match(text):
        return _day(*m.groups())
    if m := _AMBIGUOUS.search(text):
        return _either_order(m)
    if m := MONTH_DATE.search(text):
        return month_date(m)
    if m := _BARE_YEAR.match(text):
        return When.year(int(m[1]))
    return None


def _either_order(match: re.Match[str]) -> When | None:
    """08/10/2025 is a day in August or in October: only what is certain is said."""
    a, b = int(match["a"]), int(match["b"])
    if b > 12 >= a:
        return _day(match["y"], match["a"], match["b"])
    if a > 12 >= b or a == b:
        return _day(match["y"], match["b"], match["a"])
    return When.year(int(match["y"]))


def date_line(line: str) -> When | None:
    """The date of a line that says little else ("2025.10.08 15:55", "Published Oct 8, 2025 at 10:00 GMT")."""
    if len(line) > 160:
        return None
    match = FULL_DATE.search(line) or _AMBIGUOUS.search(line)
    if not match:
        return None
    rest = _AROUND.sub("", line[: match.start()] + " " + line[match.end() :])
    is_sentence = line.rstrip().endswith((".", "。", "!", "！"))
    if len(rest) > 45 or (len(rest) > 12 and (match.start() > 40 or is_sentence)):
        return None
    return full_date(match) if match.re is FULL_DATE else _either_order(match)


def dateline(paragraph: str, year: int | None = None) -> When | None:
    """The day of "SEOUL, Dec 31 (Reuters) - …"; its year is written there or handed in."""
    match = _DATELINE.match(paragraph[:160])
    if not match:
        return None
    told = match["y"] or (str(year) if year else "")
    return _day(told, match["m"], match["d"]) if told else None


def from_file_name(name: str) -> When | None:
    """`2025-10-08-alibaba.md`, `2025-10-alibaba.md`, `20251008.txt`."""
    match = _FILE_NAME.search(name)
    if not match:
        return None
    year, month, day = match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)
    return _day(year, month, day) if day else _month(year, month)
