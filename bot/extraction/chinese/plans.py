"""What an organisation intends, and what an analyst expects: 计划, 目标, 将, 预计, with a figure or a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.chinese.marks import Mark
from bot.extraction.chinese.masks import pattern
from bot.extraction.chinese.measures import of_money
from bot.extraction.chinese.page import Page
from bot.extraction.chinese.sentences import Sentence
from bot.extraction.kind import Draft
from bot.model.money import Money
from bot.model.statement import SlotValue
from bot.model.when import When

_INTENDS = re.compile(
    r"计划|拟(?!合)|将(?!于今日|为)|目标(?:是|为)?|力争|争取|打算|预计|规划|准备|承诺|"
    r"维持(?=[^，。；]{2,16}(?:指引|目标))"
)
_EXPECTS = re.compile(r"预计|预测|预期|有望|将达|将增|将超|将突破|将从|目标价|测算|展望")
_ANALYST = re.compile(
    r"咨询|研究院|研究所|证券|智库|机构|联合会|Research|统计局|协会|资本|高盛|摩根|大摩|小摩|"
    r"花旗|瑞银|野村|中金|美银|汇丰|券商|投行|工信部|信通院|高工|GGII|IDC|Gartner"
)
_COUNTED = re.compile(
    r" ?(?:余|多)?(?P<unit>%|台|套|只|部|辆|个(?!月)|名|人|家|张|座|条|件|平方米|万平|"
    r"城市)(?P<noun>[\u4e00-\u9fffA-Za-z]{0,6})"
)
_OTHER_KIND = re.compile(
    r"发布|推出|亮相|上线|开源|上市|招股|融资|募资|收购|估值|售价|定价|投资方|披露|公布|"
    r"出任|担任|离职|辞|卸任|退休|加入|交易|交割|用于|会议|大会|举行|举办|汇报|致力|成为"
)
_DOES = re.compile(
    r"建|招|扩|产|投|交付|提升|提高|达|设立|开设|进入|进军|部署|引进|培训|出货|实现|落地|"
    r"登陆|拓展|覆盖|增|裁|研发|供|售|销|开店|孵化|培育|服务|量|启用|搬|突破|新设|引入|投放|开支"
)
_EARLIER = pattern(
    r"[台套只部辆人%％]?(?:[^，。；]{0,2}?)(?:上调|下调|调高|调低|提高|提升|降低|升|降|增|涨|压)(?:至|到){date}?[^，。；]{0,3}"
    r"(?:{money}|{number})"
)
"""Behind a figure that another takes the place of: 由25万台上调至40万台."""
_SETS_UP = re.compile(r"(?:并|同时)?(?:在[^，]{1,8})?(?:新设|新建|开设|设立|建设|建立|进入|进军)")
_GOES_ON = pattern(
    r"(?:并|将|同时|年产|未来|{date}|再(?=[招建增开投])|[^，]{0,14}(?:将|达|至))|[^，]{0,10}(?:新设|新建|新增|开设|设立|招聘)"
)
"""How a clause begins that tells what is intended further."""
_MARKET = re.compile(r"市场规模|市场空间|产业规模")


def outlook(page: Page) -> Iterator[Draft]:
    """Every forecast and plan: a sentence with a source forecasts, one without tells what its company means to do."""
    for sentence in page.body():
        source = _source(page, sentence)
        if source:
            yield from _forecasts(page, sentence, source)
        else:
            yield from _plans(page, sentence)


def _source(page: Page, sentence: Sentence) -> str:
    """The analyst whose expectation the sentence tells."""
    text = page.masked[sentence.start : sentence.end]
    if not _EXPECTS.search(text):
        return ""
    said = sentence.start + next(_EXPECTS.finditer(text)).start()
    owner = page.owner(said)
    if _analyst(page, owner):
        return owner
    if re.search("该机构|该行|研报|报告|分析师", text):
        told = [m for m in page.within(0, said, "org") if _analyst(page, str(m.value))]
        return str(told[-1].value) if told else ""
    return ""


def _analyst(page: Page, name: str) -> bool:
    return bool(_ANALYST.search(name)) or any(m.value == name and m.subkind == "analyst" for m in page.marks)


def _figures(page: Page, start: int, end: int) -> list[Mark]:
    return [
        m
        for m in page.within(start, end)
        if m.kind == "money" or (m.kind == "number" and _COUNTED.match(page.text, m.end))
    ]


def _value(page: Page, mark: Mark) -> dict[str, SlotValue]:
    if isinstance(mark.value, Money):
        return {"value": mark.value.value, "unit": mark.value.currency}
    counted = _COUNTED.match(page.text, mark.end)
    assert counted is not None
    return {"value": float(mark.value), "unit": counted["unit"]}


def _forecasts(page: Page, sentence: Sentence, source: str) -> Iterator[Draft]:
    seen = _EXPECTS.search(page.text, sentence.start, sentence.end)
    start = seen.start() if seen else sentence.start
    for mark in _figures(page, start, sentence.end):
        text = page.text[sentence.start : mark.start]
        if re.search("同比|增长|增速|增幅", text[-8:]) or _EARLIER.match(page.masked, mark.end):
            continue
        slots: dict[str, SlotValue] = {"source": source, **_value(page, mark)}
        slots["measure"] = _measure(text, mark)
        dates = page.within(sentence.start, mark.start, "date")
        if dates and dates[-1].value.precision == "span":
            row = _figures(page, dates[-1].end, sentence.end)
            years = range(dates[-1].value.start.year, dates[-1].value.end.year + 1)
            if len(row) == len(years):
                slots["date"] = When.year(years[row.index(mark)])
        elif dates:
            slots["date"] = dates[-1].value
        yield Draft("forecast", slots, sentence.start, sentence.end, 0.7)


def _measure(text: str, mark: Mark) -> str:
    if mark.kind == "number":
        return "units"
    if _MARKET.search(text):
        return "market_size"
    told = of_money(text, "", "")
    return told.name if told is not None and told.name != "loss" else "other"


def _plans(page: Page, sentence: Sentence) -> Iterator[Draft]:
    taken = sentence.start
    for found in _INTENDS.finditer(page.text, sentence.start, sentence.end):
        if found.start() < taken or re.search(r"问|是否|如果|据传|传闻", page.text[sentence.start : found.start()]):
            continue
        start = page.clause(found.start(), "，。；！？\n")[0]
        end = page.clause(found.end(), "。；！？\n")[1]
        quoted = page.text.find('"', sentence.start, found.start())
        if quoted >= 0 and page.text.find('"', quoted + 1, found.start()) < 0:
            continue
        clauses = [(start, min((p for p in (page.text.find("，", found.end(), end),) if p >= 0), default=end))]
        while clauses[-1][1] < end:
            left = clauses[-1][1] + 1
            right = page.text.find("，", left, end)
            clauses.append((left, right if right >= 0 else end))
        date = None
        for left, right in clauses:
            dates = page.within(left, right, "date")
            date = dates[-1].value if dates else date
            figures = _figures(page, left, right)
            text = page.text[left:right]
            if (
                _OTHER_KIND.search(text)
                or not _DOES.search(text)
                or not (figures or dates or (date is not None and _SETS_UP.match(text)))
                or re.search("同比|终止|此前", text)
            ):
                continue
            if left != start and not _GOES_ON.match(page.masked, left, right):
                continue
            begin = found.end() if left == start else left
            action = page.printed(begin, right).strip("，。 ")
            slots: dict[str, SlotValue] = {
                "organization": page.owner(found.start()),
                "action": action or page.printed(left, right),
            }
            if figures:
                slots.update(_value(page, figures[-1]))
            if date is not None:
                slots["date"] = date
            if slots["organization"]:
                yield Draft("plan", slots, sentence.start, sentence.end, 0.7)
        taken = end
