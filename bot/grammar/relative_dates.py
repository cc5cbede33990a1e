"""English dates counted from the publication: yesterday, on Wednesday, last month, within five years."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.grammar.date_words import (
    COUNT,
    WEEKDAY,
    WEEKDAYS,
    Moment,
    NotADateError,
    Rule,
    number,
    rule,
    shift_month,
    week,
)
from bot.grammar.patterns import Pattern
from bot.model.when import When

_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
_DONE = Pattern(r"\b(?:has|have|having)\b(?! to\b)", re.I)


def _today(match: re.Match[str], moment: Moment) -> When | None:
    words = " ".join(match["words"].lower().split())
    if words == "today" and _possessive(moment):
        raise NotADateError
    if moment.day is None:
        return moment.published
    return When.day(moment.day + timedelta(days=_DAYS.get(words, 0)))


def _weekday(match: re.Match[str], moment: Moment) -> When | None:
    """The last such day that had come, the day of publication included; the next one where the sentence looks ahead."""
    if moment.text[match.start("weekday")].islower() or re.search(
        r"\b(?:black|good|cyber|an?|each|every)\s$", moment.before, re.I
    ):
        raise NotADateError
    if moment.day is None:
        return moment.published
    if re.match(r"\s(?:before|after)\b", moment.text[moment.end : moment.end + 8]) and moment.before.endswith("the "):
        raise NotADateError
    told = (match["told"] or "").lower()
    since = (moment.day.weekday() - WEEKDAYS[match["weekday"].lower()]) % 7
    if told == "last" and since == 0:
        since = 7
    ahead = told == "next" or (
        told != "last" and ((moment.ahead and not _possessive(moment)) or re.search(r"\bfrom\s+$", moment.before))
    )
    if ahead and (since or told == "next"):
        since -= 7
    return When.day(moment.day - timedelta(days=since))


def _possessive(moment: Moment) -> bool:
    return moment.text[moment.end : moment.end + 2] in ("'s", "’s")


def _ordinal_day(match: re.Match[str], moment: Moment) -> When | None:
    """The 22nd, told without its month: the last one that had come."""
    day = int(match["day"])
    if not 1 <= day <= 31:
        raise NotADateError
    if moment.day is None:
        return moment.published
    month = moment.day if day <= moment.day.day else moment.day.replace(day=1) - timedelta(days=1)
    return When.day(month.replace(day=day))


def _weekday_of_week(match: re.Match[str], moment: Moment) -> When | None:
    if moment.day is None:
        return moment.published
    by = {"last": -1, "next": 1}.get(match["told"].lower(), 0)
    return When.day(week(moment.day, by).start + timedelta(days=WEEKDAYS[match["weekday"].lower()]))


def _this_unit(match: re.Match[str], moment: Moment) -> When | None:
    told, unit = match["told"].lower().split()[-1], match["unit"].lower()
    by = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(told, 0)
    return _units_from(moment, unit, by)


def _units_from(moment: Moment, unit: str, by: int) -> When | None:
    """The week, month, quarter or year that lies so many from the publication, if that is known well enough."""
    published = moment.published
    if published is None:
        return None
    if unit == "year":
        return When.year(published.end.year + by)
    if (published.start.year, published.start.month) != (published.end.year, published.end.month):
        return None
    if unit == "month":
        return shift_month(published.end.year, published.end.month, by)
    if unit == "quarter":
        month = shift_month(published.end.year, published.end.month, 3 * by).start
        return When.quarter(month.year, (month.month + 2) // 3)
    if unit == "week":
        return week(moment.day, by) if moment.day else published
    return When.day(moment.day + timedelta(days=by)) if moment.day else published


def _ago(match: re.Match[str], moment: Moment) -> When | None:
    unit, count = match["unit"].lower(), number(match["n"])
    if unit == "decade":
        unit, count = "year", 10 * count
    return _units_from(moment, unit, -count)


def _half_year_ago(match: re.Match[str], moment: Moment) -> When | None:
    return _units_from(moment, "month", -6)


def _year_earlier(match: re.Match[str], moment: Moment) -> When | None:
    year = moment.year_earlier()
    return None if year is None else When.year(year)


def _later(match: re.Match[str], moment: Moment) -> When | None:
    """So many years after the one the text speaks of."""
    told = moment.told_year()
    if told is None:
        raise NotADateError
    return When.year(told + number(match["n"]))


def _over(match: re.Match[str], moment: Moment) -> When | None:
    """Over three years: a date only where the sentence looks ahead, else a duration."""
    if not moment.ahead:
        raise NotADateError
    return _units_from(moment, "year", number(match["high"] or match["n"]))


def _this_year(match: re.Match[str], moment: Moment) -> When | None:
    return _units_from(moment, "year", 0)


def _ahead(match: re.Match[str], moment: Moment) -> When | None:
    """The period so far ahead: a deadline in weeks or days is known to the month at best."""
    if match.groupdict().get("within") and _DONE.search(moment.before):
        raise NotADateError
    count = number(match["high"] or match["n"])
    unit = match["unit"].lower()
    if unit == "decade":
        unit, count = "year", 10 * count
    if unit in ("day", "week"):
        if moment.day is None:
            return None
        end = moment.day + timedelta(days=count * (7 if unit == "week" else 1))
        return When.month(end.year, end.month)
    return _units_from(moment, unit, count)


def _decade_end(match: re.Match[str], moment: Moment) -> When | None:
    return None if moment.today is None else When.year(moment.today.year // 10 * 10 + 10)


def _this_decade(match: re.Match[str], moment: Moment) -> When | None:
    return None if moment.today is None else When.decade(moment.today.year // 10 * 10)


_NUMBER = rf"(?P<n>{COUNT})(?:(?: to |-| or )(?P<high>{COUNT}))?"
_UNIT = r"(?P<unit>year|month|week|day|decade)s?"
_PART = r"morning|afternoon|evening|night"

RELATIVE_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:earlier |late |later )?(?P<words>today|tonight|this (?:{_PART})|the day before yesterday|yesterday|"
        rf"last night|the day after tomorrow|tomorrow)(?: (?:{_PART}))?",
        _today,
    ),
    rule(rf"(?:(?P<told>last|next|this|this past|this coming) )?(?P<weekday>{WEEKDAY})(?: (?:{_PART}))?", _weekday),
    rule(rf"(?P<weekday>{WEEKDAY}) (?:of )?(?P<told>last|next|this) week", _weekday_of_week),
    rule(
        r"(?:(?:earlier|later|late|early) )?(?P<told>(?:this|last|next)|(?:the )?(?:previous|current|coming)) "
        r"(?P<unit>week|month)",
        _this_unit,
    ),
    rule(r"(?P<told>this|last|next|the current|the previous|the coming) (?P<unit>quarter)", _this_unit),
    rule(r"(?:(?:earlier|later|sometime|early|late) )(?P<told>this|last|next) (?P<unit>year)", _this_unit),
    rule(
        r"(?:the )?(?:end|beginning|start|middle) of (?P<told>this|the|last|next) (?P<unit>month|week|quarter)",
        _this_unit,
    ),
    rule(rf"(?P<n>{COUNT}) {_UNIT} ago", _ago),
    rule(rf"(?P<n>{COUNT}) years? (?:later|after(?: that|(?=[.,;]|$)))", _later),
    rule(rf"over {_NUMBER} years", _over, "within"),
    rule(r"within the year", _this_year, "within"),
    rule(
        r"on the (?P<day>\d{1,2})(?:st|nd|rd|th)(?! (?:floor|century|edition|anniversary|place|position|street|"
        r"avenue|day|attempt|time|generation|round|robot|unit|page|birthday|straight|consecutive|of)\b)",
        _ordinal_day,
    ),
    rule(r"half a year ago", _half_year_ago),
    rule(r"(?:a|one) year (?:earlier|before)|the (?:prior|year-earlier) year", _year_earlier),
    rule(
        rf"(?P<within>within|inside) (?:the )?(?:next |coming |following )?{_NUMBER} {_UNIT}",
        _ahead,
        "within",
    ),
    rule(
        r"(?:(?:in|over|during|for) )?(?:the )?(?:next|coming|following(?! \w{1,20} \w{1,20} of\b)) "
        rf"{_NUMBER} {_UNIT}(?!-)",
        _ahead,
        "within",
    ),
    rule(rf"in {_NUMBER} (?P<unit>year|month|week|day)s?['’]?s?['’]? time", _ahead, "within"),
    rule(rf"{_NUMBER} {_UNIT} from now", _ahead, "within"),
    rule(r"(?:the )?(?:end|close|turn) of (?:the|this) decade|decade[’']s end", _decade_end),
    rule(r"this decade", _this_decade),
)
