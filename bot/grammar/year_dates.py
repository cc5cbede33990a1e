"""English dates by the year and its parts: quarters, halves, seasons, years, decades."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Literal

from bot.grammar.date_words import (
    COUNTED,
    NOT_MEASURED,
    ORDINALS,
    PART,
    SEASON,
    SEASONS,
    YEAR,
    Moment,
    NotADateError,
    Rule,
    rule,
    season,
    third,
)
from bot.grammar.patterns import Pattern
from bot.model.when import When

_COUNT_BEFORE = Pattern(
    r"(?:\b(?:more|less|fewer|rather|other|better) than|\b(?:at least|at most|nearly|almost|some|over|page|room|no\.|"
    r"number|article|section|up to|only)|[×x*+])\s+$",
    re.I,
)
_YEAR_CUE = Pattern(r"\b(?:in|since|by|until|till|from|during|for|before|after|and|to|year|between|around)\s+$", re.I)
_SEASON_CUE = Pattern(r"\b(?:in|by|since|until|till|before|over|from|during|after|early|late|mid)[\s-]+$", re.I)
_NAME_AFTER = Pattern(r"\s(?-i:[A-Z])")
_PARTS: dict[str, Literal["early", "mid", "late"]] = {"early": "early", "beginning": "early", "start": "early"}
_PARTS |= {"mid": "mid", "middle": "mid", "late": "late", "end": "late", "close": "late"}


def _quarter(match: re.Match[str], moment: Moment) -> When | None:
    groups = match.groupdict()
    found = next(groups[k] for k in ("q", "q2", "q3", "ordinal") if groups.get(k))
    n = int(found) if found.isdigit() else ORDINALS[found.lower()]
    if match["year"]:
        year = moment.year(match["year"])
        return None if year is None else When.quarter(year, n)
    if groups.get("short"):
        return When.quarter(2000 + int(groups["short"]), n)
    if groups.get("ordinal", "") and found.lower() in ("last", "final", "opening"):
        raise NotADateError
    return moment.nearest(lambda year: When.quarter(year, n))


def _half(match: re.Match[str], moment: Moment) -> When | None:
    groups = match.groupdict()
    found = next(groups[k] for k in ("h", "h2", "h3", "ordinal") if groups.get(k))
    n = int(found) if found.isdigit() else ORDINALS[found.lower()]
    if match["year"]:
        year = moment.year(match["year"])
        return None if year is None else When.half(year, n)
    if groups.get("short"):
        return When.half(2000 + int(groups["short"]), n)
    if groups.get("ordinal") and re.match(r"\s+(?:of|an|hour)\b", moment.text[moment.end : moment.end + 9]):
        raise NotADateError
    return moment.nearest(lambda year: When.half(year, n))


def _season(match: re.Match[str], moment: Moment) -> When | None:
    first = SEASONS[match["season"].lower()]
    told = match.groupdict().get("told")
    if told:
        return moment.told(told.lower(), lambda year: season(year, first))
    year = moment.year(match["year"])
    return None if year is None else season(year, first)


def _bare_season(match: re.Match[str], moment: Moment) -> When | None:
    word, first = match["season"], SEASONS[match["season"].lower()]
    fell = word.lower() == "fall" and re.match(r" (?:of|in|from|to)\b", moment.text[moment.end : moment.end + 6])
    named = word[0].isupper() and _NAME_AFTER.match(moment.text, moment.end)
    if fell or named or not _SEASON_CUE.search(moment.before):
        raise NotADateError
    return moment.nearest(lambda year: season(year, first))


def _part_of_year(match: re.Match[str], moment: Moment) -> When | None:
    year = moment.year(match["year"])
    return None if year is None else third(year, _PARTS[match["part"].lower()])


def _year_end(match: re.Match[str], moment: Moment) -> When | None:
    return None if moment.today is None else third(moment.today.year, "late")


def _year(match: re.Match[str], moment: Moment) -> When | None:
    year = moment.year(match["year"])
    if re.match(r"\d{4}$", match["year"]):
        counted = re.match(rf"[ \n-]+{COUNTED}(?![a-z])", moment.text[moment.end : moment.end + 16], re.I)
        if _COUNT_BEFORE.search(moment.before) or (counted and not _YEAR_CUE.search(moment.before)):
            raise NotADateError
    elif match["year"].lower() == "the year":
        raise NotADateError
    return None if year is None else When.year(year)


def _short_year(match: re.Match[str], moment: Moment) -> When | None:
    if not _YEAR_CUE.search(moment.before):
        raise NotADateError
    return When.year(2000 + int(match["short"]))


def _bare_half(match: re.Match[str], moment: Moment) -> When | None:
    if not re.search(r"\b(?:in|during|for) (?:the )?$", moment.before, re.I):
        raise NotADateError  # more often a robot
    return moment.nearest(lambda year: When.half(year, int(match["h"])))


def _mid_century(match: re.Match[str], moment: Moment) -> When | None:
    return When.year(2050)


def _years(match: re.Match[str], moment: Moment) -> When | None:
    first, last = int(match["a"]), int(match["b"])
    last = last if last > 99 else first // 100 * 100 + last
    if last < first:
        raise NotADateError
    return When(date(first, 1, 1), date(last, 12, 31), "span")


def _decade(match: re.Match[str], moment: Moment) -> When | None:
    if match["part"]:
        part = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[match["part"].lower()]
        whole = When.decade(int(match["y"]))
        return replace(whole, start=date(int(match["y"]) + part[0], 1, 1), end=date(int(match["y"]) + part[1], 12, 31))
    return When.decade(int(match["y"]))


YEAR_RULES: tuple[Rule, ...] = (
    rule(rf"Q(?P<q>[1-4])(?:'?(?P<short>[23]\d)|(?: of| in|,)?[ /-]?{YEAR})?", _quarter),
    rule(rf"(?P<q>[1-4])Q(?:'?(?P<short>[23]\d)|(?: of| in|,)?[ /-]?{YEAR})?", _quarter),
    rule(rf"{YEAR} ?Q(?P<q>[1-4])", _quarter),
    rule(
        rf"(?:the )?(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th|last|final|opening)[ -]quarter"
        rf"(?:(?: of| in|,)? (?:the )?{YEAR})?",
        _quarter,
    ),
    rule(rf"H(?P<h>[12])(?:'?(?P<short>[23]\d)|(?: of| in|,)?[ /-]{YEAR})", _half),
    rule(rf"(?P<h>[12])H(?:'?(?P<short>[23]\d)|(?: of| in|,)?[ /-]?{YEAR})", _half),
    rule(rf"{YEAR} ?H(?P<h>[12])", _half),
    rule(rf"(?:the )?(?P<ordinal>first|second|1st|2nd)[ -]half(?:(?: of| in|,)? (?:the )?{YEAR})?", _half),
    rule(rf"(?:(?:early|mid|late|end)[ -])?(?:the )?{SEASON}(?: of| in|,)? (?:the )?{YEAR}", _season),
    rule(rf"(?P<told>this|last|next) {SEASON}", _season),
    rule(rf"(?:the )?{SEASON}", _bare_season),
    rule(rf"(?:the )?{PART}[ -](?:of )?{YEAR}", _part_of_year),
    rule(r"(?:the )?year[ -]end|(?:the )?end of (?:the|this) year", _year_end),
    rule(YEAR, _year, edge=False),
    rule(r"['’](?P<short>[0-3]\d)", _short_year),
    rule(r"H(?P<h>[12])(?! (?:robot|humanoid|and [A-Z]\d))(?!-)", _bare_half),
    rule(r"mid-century|(?:the )?middle of the century", _mid_century),
    rule(
        r"(?<![\w.,$€£¥-])(?P<a>(?:19|20)\d\d) ?[-–—/] ?(?P<b>(?:19|20)\d\d|\d\d)(?![\w%]|[-.,/]\d)" + NOT_MEASURED,
        _years,
        edge=False,
    ),
    rule(r"(?:the )?(?:(?P<part>early|mid|late)[ -])?(?P<y>(?:19|20)\d0)s", _decade),
)
