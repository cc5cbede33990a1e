"""English dates by days and months: October 8, 2025; early March; the year to June."""

from __future__ import annotations

import re
from datetime import date

from bot.grammar.date_words import (
    MONTH,
    MONTH_FULL,
    MONTHS,
    NUMBERS,
    OPTIONAL_YEAR,
    PART,
    WEEKDAY,
    YEAR,
    Moment,
    NotADateError,
    Rule,
    rule,
    shift_month,
)
from bot.grammar.patterns import Pattern
from bot.model.when import When

_CUE = Pattern(
    r"\b(?:in|since|until|till|by|from|of|on|late|early|mid|to|between|as of|through|before|after|during|for|end|"
    r"around|about|and|or|a|an|the|its|his|her|their|that|earlier|only|already|every)[\s-]+$",
    re.I,
)
_SURE_CUE = Pattern(r"\b(?:in|since|until|till|during|late|early|mid|as of)[\s-]+$", re.I)
_INVESTED = Pattern(
    r"\b(?:invest\w*|stakes?|shares?|interest|backers?|money|bets?|position|believ\w+|holding) in\s+$", re.I
)
_MONTHLY = Pattern(r"\s(?:revenue|sales|turnover|output|deliveries|shipments|figures|results|orders)\b")
_MONTH_BEFORE = Pattern(rf"\b(?:{MONTH_FULL}) (?:and|or|to|through|until)\s+$", re.I)
_NAMES = ("april", "may", "june", "august", "march", "jan", "mar")
_NAME_AFTER = Pattern(r"\s(?-i:[A-Z])")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w%]|\.\d|,\d{1,3}(?!\d))"
_SPAN = r" ?(?:-|–|to) ?(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\w%]|[.,]\d)"
_NAMED_DAY = rf"(?:(?:{WEEKDAY}),? )?"


def _month_number(match: re.Match[str]) -> int:
    word = match["month"].rstrip(".")
    if word.lower() in ("may", "march", "mar") and word[0].islower():
        raise NotADateError
    return MONTHS[word.lower()]


def _day(match: re.Match[str], moment: Moment) -> When | None:
    month, day = _month_number(match), int(match["day"])
    if not 1 <= day <= 31:
        raise NotADateError
    last = int(match["last"]) if match.groupdict().get("last") else day

    def of_year(year: int) -> When:
        first, end = date(year, month, day), date(year, month, last)
        return When.day(first) if first == end else When(first, end, "span")

    if match["year"]:
        year = moment.year(match["year"])
        return None if year is None else of_year(year)
    return moment.nearest(of_year)


def _numeric(match: re.Match[str], moment: Moment) -> When | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    dotted = match["sep"] == "."
    month, day = (b, a) if dotted or a > 12 else (a, b)
    return When.day(date(year, month, day))


def _iso_day(match: re.Match[str], moment: Moment) -> When | None:
    return When.day(date(int(match["y"]), int(match["m"]), int(match["d"])))


def _iso_month(match: re.Match[str], moment: Moment) -> When | None:
    return When.month(int(match["y"]), int(match["m"]))


def _month_of_year(match: re.Match[str], moment: Moment) -> When | None:
    month, year = MONTHS[match["month"].rstrip(".").lower()], moment.year(match["year"])
    verb = match["month"] in ("may", "march") and not re.search(r"\d", match["year"])
    if verb and not _SURE_CUE.search(moment.before):
        raise NotADateError
    return None if year is None else When.month(year, month)


def _told_month(match: re.Match[str], moment: Moment) -> When | None:
    word, month = match["told"].lower(), MONTHS[match["month"].rstrip(".").lower()]
    if match["month"] in ("may", "march") and word != "last":
        raise NotADateError
    if word == "that":
        year = moment.told_year()
        if year is None:
            raise NotADateError
        return When.month(year, month)
    return moment.told(word, lambda year: When.month(year, month))


def _bare_month(match: re.Match[str], moment: Moment) -> When | None:
    word = match["month"].rstrip(".")
    before, name = moment.before, word.lower() in _NAMES
    sure = match["part"] is not None or _SURE_CUE.search(before) is not None
    if re.match(r"\s{1,9}\d{1,2}(?!\d)", moment.text[moment.end : moment.end + 5]) and match["part"]:
        raise NotADateError
    followed_by_name = _NAME_AFTER.match(moment.text, moment.end) is not None
    if len(word) <= 4 and word.lower() not in ("may", "june", "july") and not sure:
        raise NotADateError
    if not sure and not name and _MONTHLY.match(moment.text, moment.end):
        sure = True
    if not (sure or _CUE.search(before) or _MONTH_BEFORE.search(before)):
        raise NotADateError
    if name and not sure and (followed_by_name or word[0].islower()):
        raise NotADateError
    if name and followed_by_name and _INVESTED.search(before):
        raise NotADateError
    if word.lower() == "march" and re.search(r"\b(?:the|a|on|to)\s+$", before, re.I):
        raise NotADateError
    return moment.nearest(lambda year: When.month(year, MONTHS[word.lower()]))


def _months(match: re.Match[str], moment: Moment) -> When | None:
    first, last = MONTHS[match["month"].rstrip(".").lower()], MONTHS[match["until"].lower()]

    def of_year(year: int) -> When:
        end = When.month(year, last)
        return When(When.month(year if first <= last else year - 1, first).start, end.end, "span")

    if match["year"]:
        year = moment.year(match["year"])
        return None if year is None else of_year(year)
    return moment.nearest(of_year)


def _first_months(match: re.Match[str], moment: Moment) -> When | None:
    count = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
    months = count.get(match["n"].lower(), 11) * (3 if match["unit"].lower() == "quarters" else 1)
    if months > 11:
        raise NotADateError

    def of_year(year: int) -> When:
        return When(date(year, 1, 1), When.month(year, months).end, "span")

    if match["year"]:
        year = moment.year(match["year"])
        return None if year is None else of_year(year)
    return moment.nearest(of_year)


def _year_to(match: re.Match[str], moment: Moment) -> When | None:
    month = MONTHS[match["month"].rstrip(".").lower()]
    count = NUMBERS[match["n"].lower()] if match["n"] else 12

    def of_year(year: int) -> When:
        return When(shift_month(year, month, 1 - count).start, When.month(year, month).end, "span")

    if match["year"]:
        year = moment.year(match["year"])
        return None if year is None else of_year(year)
    if moment.today is None:
        return None
    ended = [w for w in map(of_year, (moment.today.year, moment.today.year - 1)) if w.end <= moment.today]
    return ended[0] if ended and not moment.ahead else moment.nearest(of_year)


def _edge_of_month(match: re.Match[str], moment: Moment) -> When | None:
    month = MONTHS[match["month"].rstrip(".").lower()]

    def of_year(year: int) -> When:
        whole = When.month(year, month)
        return When.day(whole.end if match["last"] else whole.start)

    if match["year"]:
        year = moment.year(match["year"])
        return None if year is None else of_year(year)
    return moment.nearest(of_year)


def _christmas(match: re.Match[str], moment: Moment) -> When | None:
    return moment.nearest(lambda year: When.month(year, 12))


MONTH_RULES: tuple[Rule, ...] = (
    rule(
        r"(?<![\d.-])(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d|[-/.]\d)",
        _iso_day,
        edge=False,
    ),
    rule(r"(?<![\d.-])(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![\d-])", _iso_month, edge=False),
    rule(
        r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?!\d|[/.]\d)",
        _numeric,
        edge=False,
    ),
    rule(rf"{_NAMED_DAY}{MONTH} (?:the )?{_DAY}{OPTIONAL_YEAR}", _day),
    rule(rf"{MONTH} (?P<day>\d{{1,2}}){_SPAN}{OPTIONAL_YEAR}", _day),
    rule(rf"(?<![\d.,$€£¥-]){_NAMED_DAY}(?:the )?{_DAY} (?:of )?{MONTH}{OPTIONAL_YEAR}", _day),
    rule(rf"(?<![\d.,$€£¥-])(?P<day>\d{{1,2}}){_SPAN} (?:of )?{MONTH}{OPTIONAL_YEAR}", _day),
    rule(rf"(?:(?:the )?{PART}[ -](?:of )?)?{MONTH}(?: ?,? ?| of (?:the )?| in ){YEAR}", _month_of_year),
    rule(rf"(?P<told>this|last|next|that) {MONTH}", _told_month),
    rule(rf"(?:(?:the )?{PART}[ -](?:of )?)?{MONTH}", _bare_month),
    rule(rf"{MONTH} ?(?:to|until|through|and|-|–) ?(?P<until>{MONTH_FULL}){OPTIONAL_YEAR}", _months),
    rule(
        rf"(?:the )?first (?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven) "
        rf"(?P<unit>months|quarters)(?: of {YEAR})?",
        _first_months,
    ),
    rule(
        rf"(?:the )?(?:(?:fiscal |financial )?year|(?P<n>three|six|nine|twelve) months) (?:to|ended|ending)(?: in)? "
        rf"{MONTH}(?: (?:\d{{1,2}},? )?{YEAR})?",
        _year_to,
    ),
    rule(rf"(?:the )?(?:(?P<last>last day)|first(?: day)?) of {MONTH}{OPTIONAL_YEAR}", _edge_of_month),
    rule(r"Christmas", _christmas),
)
