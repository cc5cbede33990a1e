"""Chinese dates: 今年9月, 去年底, 本周三, 10月8日, 第三季度, 未来五年."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import partial
from typing import Literal

from bot.grammar.date_words import Moment, NotADateError, Rule, rule, season, shift_month, third, week
from bot.model.when import When

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "来年": 1, "后年": 2}
_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_DAYS = {"昨": -1, "前": -2, "今": 0, "明": 1, "后": 2}
_UNITS = {"上": -1, "上个": -1, "本": 0, "这": 0, "这个": 0, "当": 0, "下": 1, "下个": 1}
_PARTS: dict[str, Literal["early", "mid", "late"]] = {"初": "early", "中": "mid", "底": "late", "末": "late"}

_N = r"(?:\d{1,2}|[一二三四五六七八九十两]{1,3})"
_YEAR = (
    r"(?P<year>(?<![\d.])(?:19|20)\d\d ?年|[一二]九?[〇零一二三四五六七八九]{3}年|"
    r"今年|去年|前年|明年|后年|上年|本年|来年|当年|同年)"
)
_OPT_YEAR = rf"(?:{_YEAR}的?)?"


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)
    return int("".join(str(_DIGITS[c]) for c in text))


def _year_number(match: re.Match[str], moment: Moment) -> int | None:
    words = match["year"]
    if words in _YEARS:
        return None if moment.today is None else moment.today.year + _YEARS[words]
    if words in ("当年", "同年"):
        told = re.findall(r"((?:19|20)\d\d) ?年", moment.before)
        return int(told[-1]) if told else moment.context_year
    return _number(words.rstrip("年").strip())


def _year(match: re.Match[str], moment: Moment) -> When | None:
    year = _year_number(match, moment)
    return None if year is None else When.year(year)


def _month(match: re.Match[str], moment: Moment) -> When | None:
    month = _number(match["month"])
    if not 1 <= month <= 12:
        raise NotADateError
    day = _number(match["day"]) if match["day"] else 0

    def of_year(year: int) -> When:
        return When.day(date(year, month, day)) if day else When.month(year, month)

    if match["year"]:
        year = _year_number(match, moment)
        return None if year is None else of_year(year)
    return moment.nearest(of_year)


def _day_of_month(match: re.Match[str], moment: Moment) -> When | None:
    """The 8th, told without its month: the last one that had come."""
    day = _number(match["day"])
    if not 1 <= day <= 31:
        raise NotADateError
    if moment.day is None:
        return moment.published
    month = When.month(moment.day.year, moment.day.month)
    if day > moment.day.day:
        month = shift_month(moment.day.year, moment.day.month, -1)
    return When.day(month.start.replace(day=day))


def _part(match: re.Match[str], moment: Moment) -> When | None:
    year = _year_number(match, moment)
    return None if year is None else third(year, _PARTS[match["part"]])


def _bare_part(match: re.Match[str], moment: Moment) -> When | None:
    return None if moment.today is None else third(moment.today.year, _PARTS[match["part"]])


def _half(match: re.Match[str], moment: Moment) -> When | None:
    half = 1 if match["half"] == "上" else 2
    if match["year"]:
        year = _year_number(match, moment)
        return None if year is None else When.half(year, half)
    return moment.nearest(lambda year: When.half(year, half))


def _quarter(match: re.Match[str], moment: Moment) -> When | None:
    quarter = _number(match["quarter"] or match["q"])
    if match["year"]:
        year = _year_number(match, moment)
        return None if year is None else When.quarter(year, quarter)
    return moment.nearest(lambda year: When.quarter(year, quarter))


def _season(match: re.Match[str], moment: Moment) -> When | None:
    year = _year_number(match, moment)
    return None if year is None else season(year, _SEASONS[match["season"]])


def _years(match: re.Match[str], moment: Moment) -> When | None:
    return When(date(int(match["a"]), 1, 1), date(int(match["b"]), 12, 31), "span")


def _decade(match: re.Match[str], moment: Moment) -> When | None:
    return When.decade(int(match["y"]))


def _unit(match: re.Match[str], moment: Moment) -> When | None:
    by, published = _UNITS[match["told"]], moment.published
    if published is None:
        return None
    if (published.start.year, published.start.month) != (published.end.year, published.end.month):
        return None
    if match["unit"] == "月":
        return shift_month(published.end.year, published.end.month, by)
    month = shift_month(published.end.year, published.end.month, 3 * by).start
    return When.quarter(month.year, (month.month + 2) // 3)


def _week(match: re.Match[str], moment: Moment) -> When | None:
    if moment.day is None:
        return moment.published
    whole = week(moment.day, _UNITS[match["told"]])
    return When.day(whole.start + timedelta(days=_weekday_number(match["weekday"]))) if match["weekday"] else whole


def _weekday_number(text: str) -> int:
    return 6 if text in "日天" else _number(text) - 1


def _weekday(match: re.Match[str], moment: Moment) -> When | None:
    if moment.day is None:
        return moment.published
    since = (moment.day.weekday() - _weekday_number(match["weekday"])) % 7
    return When.day(moment.day - timedelta(days=since - 7 if moment.ahead and since else since))


def _near_day(match: re.Match[str], moment: Moment) -> When | None:
    if moment.day is None:
        return moment.published
    return When.day(moment.day + timedelta(days=_DAYS[match["near"]]))


def _ago(match: re.Match[str], moment: Moment) -> When | None:
    return _shifted(match, moment, -_number(match["n"]))


def _within(match: re.Match[str], moment: Moment) -> When | None:
    return _shifted(match, moment, _number(match["n"]))


def _shifted(match: re.Match[str], moment: Moment, by: int) -> When | None:
    today, unit = moment.today, match["unit"]
    if today is None:
        return None
    if unit == "年":
        return When.year(today.year + by)
    if unit.endswith("月"):
        return shift_month(today.year, today.month, by)
    if moment.day is None:
        return None
    if unit.endswith("周"):
        return week(moment.day, by)
    return When.day(moment.day + timedelta(days=by))


_zh = partial(rule, edge=False)  # no blanks stand around Chinese words

CHINESE_RULES: tuple[Rule, ...] = (
    _zh(
        rf"{_OPT_YEAR}(?<![\d.个])(?P<month>{_N}) ?月(?:份|初|底|末|中旬|上旬|下旬|(?P<day>{_N}) ?[日号])?(?!内)",
        _month,
    ),
    _zh(r"(?<![\d.月年第前后])(?P<day>\d{1,2})日(?![元本均常内后前程])", _day_of_month),
    _zh(rf"{_YEAR}(?:年)?(?P<part>[初中底末])(?!国)", _part),
    _zh(r"(?<![今去前明后上本来\d])年(?P<part>[底末初])", _bare_part),
    _zh(rf"{_OPT_YEAR}(?P<half>[上下])半年(?:度)?", _half),
    _zh(rf"{_OPT_YEAR}第?(?:(?P<quarter>[一二三四1-4])季度?|Q(?P<q>[1-4])(?!\d))", _quarter),
    _zh(rf"{_YEAR}的?(?P<season>[春夏秋冬])[天季]?", _season),
    _zh(rf"{_YEAR}(?!代)", _year),
    _zh(r"(?<!\d)(?P<a>(?:19|20)\d\d)年?[至到—–-](?P<b>(?:19|20)\d\d)年", _years),
    _zh(r"(?<!\d)(?P<y>(?:19|20)\d0)年代", _decade),
    _zh(r"(?P<told>上个|上|本|这个|下个|下|当)(?P<unit>月|季度)(?![球光饼])", _unit),
    _zh(r"(?P<told>上个|上|本|这个|这|下个|下)(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])?(?!年)", _week),
    _zh(r"(?<![上本这下个每])(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?![\u4e00-\u9fff]?[年岁])", _weekday),
    _zh(r"(?P<near>[昨今明前后])(?:[日天](?!津)(?:[上下]午|晚上?|早上?|凌晨)?|晚|晨)", _near_day),
    _zh(rf"(?<![\d.])(?P<n>{_N})(?P<unit>年|个月|周|天)(?:之前|以前|前)", _ago),
    _zh(rf"(?<![\d.])(?:{_N}[至到~-])?(?P<n>{_N})(?P<unit>年|个月|周|天)(?:之内|以内|内)", _within, "within"),
    _zh(rf"(?:未来|今后|接下来)(?:的)?(?:{_N}[至到~-])?(?P<n>{_N})(?P<unit>年|个月|周|天)", _within, "within"),
)
