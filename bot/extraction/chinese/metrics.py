"""Figures about organisations and products: revenue, profit, units, orders, staff, stakes, shares of a market."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.chinese.marks import Mark
from bot.extraction.chinese.masks import pattern
from bot.extraction.chinese.measures import Measure, of_money, of_number
from bot.extraction.chinese.page import Page
from bot.extraction.chinese.sentences import Sentence
from bot.extraction.kind import Draft
from bot.model.money import Money
from bot.model.statement import SlotValue
from bot.model.when import When

AHEAD = re.compile(
    r"预计|预测|预期|有望|将(?!于今日)|计划|拟|目标|力争|争取|料(?!理)|打算|到20\d\d年|"
    r"未来|明年|规划|望达|或达|可达|冲刺"
)
_SERIES = pattern(
    r"分别(?:为|是|达|达到|约|出货|交付|实现|录得|增至)+(?P<all>(?:约|超)"
    r"?[-－−]?(?:{money}|{number}[台套人%只部]?)(?:（[^）]{4,9}）)?(?:(?:、|和|及|与)(?:约|超)"
    r"?[-－−]?(?:{money}|{number}[台套人%只部]?)(?:（[^）]{4,9}）)?)+)"
)
_BARE_YEAR = re.compile(r"(?<![\d.])(20[0-4]\d)(?=年|[、和与及]|两年)")
_YEAR_BEHIND = re.compile(r"（(20[0-4]\d)年?）")
_AND = re.compile(r"、|和|及|与")
_APPROXIMATE = re.compile(r"(?:约|近|超|超过|逾|不足|不少于|至少|接近|将近|多达|突破|高达)$")
_INTENDED = re.compile(r".{0,6}(?:计划|预计|拟|将于)|.{0,20}(?:将于|将在)|[^，]{0,6}的(?:指引|目标|计划)")
"""Behind a figure: that it is one of the future."""
_PERIOD = {"quarter", "half", "year"}
_ENTERED = pattern(r"(?:入股|投资|增资)(?:了)?(?:[^，。；、]{1,14}?)?{org:held}，$")
"""入股{org}，持股15%: the share is one of the company entered."""
_NEGATED = re.compile(r"并未|没有|不存在|系误传|不实|否认")


def metrics(page: Page) -> Iterator[Draft]:
    """Every figure of what is; the title is read where the text tells none."""
    period = _period(page)
    told: list[Draft] = []
    for sentence in page.body():
        told += _sentence(page, sentence, period)
    yield from told
    if not told and page.title is not None:
        yield from _sentence(page, page.title, period)


def _period(page: Page) -> When | None:
    """The period a report is about: the first quarter, half or year of the title and the lead."""
    dates = [
        d.value for s in page.sentences[:2] for d in page.within(s.start, s.end, "date") if d.value.precision in _PERIOD
    ]
    return dates[0] if dates else None


def _sentence(page: Page, sentence: Sentence, period: When | None) -> Iterator[Draft]:
    done: set[int] = set()
    for match in _SERIES.finditer(page.masked, sentence.start, sentence.end):
        yield from _series(page, sentence, match)
        done.update(m.start for m in page.within(match.start("all"), match.end("all")))
    for mark in page.within(sentence.start, sentence.end):
        if mark.kind not in ("money", "number") or mark.start in done:
            continue
        measure = _measure(page, sentence, mark)
        if measure is None:
            continue
        clause = page.clause(mark.start, "，。；！？\n")
        said = page.text[clause[0] : mark.end]
        whole = page.text[sentence.start : mark.start].split("；")[-1]
        ahead = [m.end() for m in AHEAD.finditer(whole)]
        near = ahead and whole.count("，", ahead[-1]) <= 1 and measure.name != "orders"
        if AHEAD.search(said) or (near and not re.search(r"目前|已|截至|累计", said)):
            continue
        if _NEGATED.search(said) or _INTENDED.match(page.text[mark.end : clause[1]]):
            continue
        yield from _draft(page, sentence, mark, measure, period)


def _measure(page: Page, sentence: Sentence, mark: Mark) -> Measure | None:
    start = page.clause(mark.start, "，。；！？：\n")[0]
    before, after = page.text[start : mark.start], page.text[mark.end : mark.end + 20]
    wide = page.text[max(sentence.start, start - 24) : mark.start]
    if mark.kind == "money":
        found = of_money(before, re.split(r"[，。；、]", after)[0], mark.value.currency)
        if found is None and before.strip() in ("", "约", "超", "近", "由", "总额", "总计", "合计", "达", "为", "共"):
            found = None if re.search("融资|轮|售价|报价|投资|募资", wide) else of_money(wide, "", mark.value.currency)
        if found is not None and found.name == "valuation" and re.search("涨|翻", before):
            return None
        if (
            found is not None
            and found.name == "total_raised"
            and re.search("\ue00a", page.masked[mark.end : mark.end + 3])
        ):
            return None
        return found
    return of_number(wide if len(before) < 6 else before, after)


def _subject(page: Page, sentence: Sentence, mark: Mark, measure: Measure) -> str:
    start = page.clause(mark.start, "，。；！？：\n")[0]
    product_like = measure.unit in ("参数", "次", "小时") or (
        measure.unit == "%" and re.search("率", page.text[start : mark.start])
    )
    inside = [m for m in page.within(start, mark.start) if m.kind in ("org", "product")]
    if measure.unit == "%" and re.search("持股|持有|股权|股份", page.text[start : mark.end + 8]):
        entered = _ENTERED.search(page.masked, sentence.start, start)
        if entered:
            return str(page.group(entered, "held").value)
        held = [m for m in inside if m.kind == "org" and re.search("持有$", page.text[start : m.start])]
        beside = [m for m in inside if m.kind == "org" and re.fullmatch(" ?的? ?", page.text[m.end : mark.start])]
        held = held or (beside if re.match(r"[%％]的?(?:股权|股份)", page.text[mark.end :]) else [])
        return str(held[0].value) if held else page.main
    if product_like:
        products = page.within(0, mark.start, "product")
        if products:
            return str(
                (next((m for m in inside if m.kind == "product"), None) or _topic(page, sentence, products)).value
            )
    acting = [m for m in inside if m.kind == "product" or page.acts(m)]
    acting = [
        m
        for m in acting
        if not re.search(r"(?:来自|提供给|向|对|在|为|与|和|跟|给|由|被)$", page.text[start : m.start])
    ]
    if acting:
        first = measure.name not in ("units", "orders") or re.search(
            "收到|获得?|拿下|中标|斩获|签下", page.text[start : mark.start]
        )
        return str(acting[0 if first else -1].value)
    owner = page.owner(mark.start)
    if (
        measure.unit == "%"
        and "率" in page.text[start : mark.start]
        and any(m.value == owner and m.subkind == "analyst" for m in page.marks)
    ):
        return ""  # of a whole field
    if measure.name in ("units", "orders") and not page.subjects(sentence, mark.start):
        products = page.within(sentence.start, mark.start, "product")
        if products:
            return str(products[-1].value)
    return owner


def _topic(page: Page, sentence: Sentence, products: list[Mark]) -> Mark:
    """The product a sentence is about: its first, else the first of the sentence before that has one."""
    here = [m for m in products if m.start >= sentence.start]
    if here:
        return here[0]
    last = page.sentence(products[-1].start)
    return next(m for m in products if m.start >= last.start)


def _date(page: Page, sentence: Sentence, mark: Mark, measure: Measure, period: When | None) -> When | None:
    start, end = page.clause(mark.start, "，。；！？\n")
    inside = [d for d in page.within(start, mark.start, "date") if page.text[d.end - 1] != "内"]
    if inside:
        return inside[-1].value  # type: ignore[no-any-return]
    before = [d for d in page.within(sentence.start, mark.start, "date") if page.text[d.end - 1] != "内"]
    if before and measure.name not in ("total_raised", "valuation", "rounds", "investment"):
        return before[-1].value  # type: ignore[no-any-return]
    behind = page.within(mark.end, end, "date")
    if behind:
        return None
    if measure.name in ("revenue", "profit", "units") and period is not None:
        return period
    return None


def _draft(page: Page, sentence: Sentence, mark: Mark, measure: Measure, period: When | None) -> Iterator[Draft]:
    subject = _subject(page, sentence, mark, measure)
    if not subject:
        return
    value = mark.value.value if isinstance(mark.value, Money) else mark.value
    slots: dict[str, SlotValue] = {
        "subject": subject,
        "measure": measure.name,
        "value": round(value * measure.factor, 6),
        "unit": measure.unit,
    }
    if (isinstance(mark.value, Money) and mark.value.approximate) or _APPROXIMATE.search(
        page.text[sentence.start : mark.start]
    ):
        slots["approximate"] = True
    date = _date(page, sentence, mark, measure, period)
    if date is not None:
        slots["date"] = date
    yield Draft("metric", slots, sentence.start, sentence.end, 0.5 if sentence is page.title else 0.8)


def _series(page: Page, sentence: Sentence, match: re.Match[str]) -> Iterator[Draft]:
    """收入分别为A、B、C of three years; 甲、乙分别出货A和B of two subjects."""
    marks = [m for m in page.within(match.start("all"), match.end("all")) if m.kind in ("money", "number")]
    start = page.clause(match.start(), "，。；！？：\n")[0]
    orgs = page.within(start, match.start(), "org")
    dates = page.within(sentence.start, match.start(), "date")
    measure = None
    for mark in marks:
        before = page.text[start : match.start("all")]
        after = page.text[mark.end : mark.end + 8]
        measure = (
            of_money(before, "", mark.value.currency) if mark.kind == "money" else of_number(before, after)
        ) or measure
    if measure is None:
        return
    years: list[When] = []
    if dates and dates[-1].value.precision == "span":
        first, last = dates[-1].value.start.year, dates[-1].value.end.year
        years = [When.year(y) for y in range(first, last + 1)]
    elif len(dates) >= len(marks):
        years = [d.value for d in dates[-len(marks) :]]
    behind = [_YEAR_BEHIND.match(page.text, mark.end) for mark in marks]
    bare = _BARE_YEAR.findall(page.text[start : match.start()])
    if all(behind):
        years = [When.year(int(found[1])) for found in behind if found]
    elif len(years) != len(marks) and len(bare) == len(marks):
        years = [When.year(int(year)) for year in bare]
    if AHEAD.search(page.text[sentence.start : match.start()]):
        return
    kinds = [measure] * len(marks)
    if len(marks) not in (len(years), len(orgs)):
        parts = _AND.split(page.text[start : match.start()])[-len(marks) :]
        each = [of_money(p, "", m.value.currency) for p, m in zip(parts, marks, strict=False) if m.kind == "money"]
        told = [found for found in each if found is not None]
        kinds = told if len(told) == len(marks) else kinds
    for i, (mark, measured) in enumerate(zip(marks, kinds, strict=True)):
        subject = str(orgs[i].value) if len(orgs) == len(marks) else page.owner(match.start())
        value = mark.value.value if isinstance(mark.value, Money) else mark.value
        sign = -1.0 if page.text[mark.start - 1] in "-－−" else measured.factor
        slots: dict[str, SlotValue] = {
            "subject": subject,
            "measure": measured.name,
            "value": value * sign,
            "unit": measured.unit,
        }
        if len(years) == len(marks):
            slots["date"] = years[i]
        elif dates:
            slots["date"] = dates[-1].value
        elif len(orgs) == len(marks) and (period := _period(page)) is not None:
            slots["date"] = period
        if subject:
            yield Draft("metric", slots, sentence.start, sentence.end, 0.8)
