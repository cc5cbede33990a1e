"""Deployments: robots put to work in a plant, at a customer or in a public place; planned ones, too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.chinese.marks import Mark
from bot.extraction.chinese.masks import LETTERS, pattern
from bot.extraction.chinese.page import Page
from bot.extraction.chinese.sentences import Sentence
from bot.extraction.kind import Draft
from bot.model.statement import SlotValue

_PUBLIC = (
    r"(?:养老院|敬老院|医院|机场|地铁|火车站|高铁站|酒店|商场|超市|博物馆|图书馆|幼儿园|小学|中学|电网|变电站|港口?|码头|矿山|"
    r"核电站|电厂|银行|食堂|餐厅|茶饮|便利店)"
)
_PLACE = re.compile(rf"[\u4e00-\u9fff]{{2,8}}?{_PUBLIC}")
_AT_WORK = (
    r"(?:部署|落地|上岗|投用|投入使用|投入运营|投入运行|投入试用|投入应用|投入生产|启用|试点|试运行|实习|实训|值守|值班|值夜班|"
    r"作业|服役|应用|使用|服务了)"
)
_GOES_TO = r"(?:入驻|进驻|驻进|走进|部署于|部署到|部署在|应用于|应用在|导入|交付给|落地于|落户|进入|供应给)"
_TAKES_IN = r"(?:引入|引进|部署|采用|启用|采购|订购|试用|上线|使用|用|租用|导入|投用)"
_AT = re.compile(rf"(?:在|于)(?P<where>[^，。；在]{{2,50}}?)(?P<verb>{_AT_WORK})")
_TO = re.compile(rf"(?:已|将|正式|成功|批量|陆续|目前|首次)*(?P<verb>{_GOES_TO})(?:了)?(?P<where>[^，。；]{{2,40}})")
_BY = pattern(
    rf"{{org:who}}(?P<site>[^，。；]{{0,12}}?)(?:已经|已|将|正|也|都|目前|计划|在|近日|今年|率先|首批){{0,3}}(?P<verb>{_TAKES_IN})(?:了)?"
    r"(?P<what>[^，。；]{0,24}?)(?P<robot>{product}|机器人|机械臂|机器狗|无人车|机械手)"
)
_ROBOT = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}?)(?:人形|四足|轮式|协作|巡检|清洁|配送|搬运|仓储|焊接|服务|分拣|装配|手术|防爆|复合|移动|双臂|拧紧|绑扎|送餐|炒菜|陪护|导览|安防|消防)"
    r"{1,2}(?:机器人|机械臂|机器狗)"
)
_GIVEN = pattern(
    r"(?:向|为|给){org:who}(?P<site>[^，。；]{0,10}?)(?P<verb>交付|供应|提供|部署|批量交付)(?:了)?"
    r"(?P<what>[^，。；]{0,24}?)(?P<robot>{product}|机器人|机械臂|机器狗|无人车|机械手)"
)
_USE = re.compile(
    r"(?:用于|承担|负责|从事|执行|进行|做)(?:了)?(?P<use>[^，。；、]{2,14}(?:(?:、|和|及|与)[^，。；、]{2,12}){0,3})"
)
_TALKED = re.compile(r"谈判|洽谈|考虑|据传|传闻|有望|如果|可以|希望|适用|终止|没有|尚未|未能|融资|领投|收购|未来")
_MODEL = re.compile(r"模型|算法|系统|平台|软件")


def deployments(page: Page) -> Iterator[Draft]:
    """Each product at a customer once, as it is told first."""
    seen: set[tuple[object, object]] = set()
    last: Mark | None = None
    for sentence in page.body():
        for draft in _sentence(page, sentence, last):
            key = (draft.slots.get("product") or draft.slots.get("maker"), draft.slots.get("customer"))
            if key not in seen:
                seen.add(key)
                yield draft
        last = next(reversed(_products(page, sentence.start, sentence.end)), last)


def _products(page: Page, start: int, end: int) -> list[Mark]:
    return [m for m in page.within(start, end, "product") if m.subkind != "platform"]


def _sentence(page: Page, sentence: Sentence, last: Mark | None) -> Iterator[Draft]:
    told = False
    for rule in (_AT, _TO):
        for match in rule.finditer(page.masked, sentence.start, sentence.end):
            names = _customers(page, *match.span("where"))
            if names and not _talked(page, sentence, match):
                product = _robot(page, sentence, match.start(), last)
                if product and (draft := _draft(page, sentence, match, product, names)) is not None:
                    told = True
                    yield draft
    if told:
        return
    for match in (m for rule in (_BY, _GIVEN) for m in rule.finditer(page.masked, sentence.start, sentence.end)):
        who = page.group(match, "who")
        if not page.acts(who) or who.subkind == "investor" or _talked(page, sentence, match):
            continue
        at = match.start("robot")
        mark = next((m for m in _products(page, at, match.end("robot"))), None)
        named = mark or _robot(page, sentence, match.end("robot"), None, match.start("what"))
        if named and (draft := _draft(page, sentence, match, named, (str(who.value),))) is not None:
            yield draft


def _talked(page: Page, sentence: Sentence, match: re.Match[str]) -> bool:
    start, end = page.clause(match.start(), "。；！？\n")
    return _TALKED.search(page.text, max(start, sentence.start), min(match.end() + 4, end)) is not None


def _customers(page: Page, start: int, end: int) -> tuple[str, ...]:
    """The organisations in a span; where it holds none, a hospital, an airport or the like that it ends with."""
    marks = [m for m in page.within(start, end, "org") if page.acts(m) or m.subkind == "university"]
    # 与/向 others: who helps is no customer
    marks = [m for m in marks if not re.search(r"[与向由]$", page.text[start : m.start])]
    if marks:
        return tuple(dict.fromkeys(str(m.value) for m in marks))
    found = _PLACE.match(page.masked, start, end)
    return (page.printed(*found.span()),) if found else ()


def _robot(
    page: Page, sentence: Sentence, before: int, last: Mark | None, after: int | None = None
) -> Mark | str | None:
    """The product spoken of before a place: one with a name, else what kind of robot, else the one told of before."""
    start = sentence.start if after is None else after
    named = _products(page, start, before)
    if named:
        return named[-1]
    kinds = list(_ROBOT.finditer(page.masked, start, before))
    if kinds:
        return page.printed(*kinds[-1].span())
    goes_on = re.match(
        r"目前|此前|该|这|它|此外|如今|现在|首批|产品|机器人", page.text[sentence.start : sentence.start + 4]
    )
    return last if goes_on else None


def _draft(
    page: Page, sentence: Sentence, match: re.Match[str], product: Mark | str, names: tuple[str, ...]
) -> Draft | None:
    name = product if isinstance(product, str) else str(product.value)
    if isinstance(product, Mark) and _MODEL.search(
        page.text, product.start - 6 if product.start > 6 else 0, product.end
    ):
        return None
    what = match.span("what") if "what" in match.groupdict() else (0, 0)
    own = page.within(*what, "org")
    maker = str(own[-1].value) if own else page.owner(match.start())
    if maker in names:
        maker = page.main
    names = tuple(n for n in names if n not in (maker, name))
    if not names:
        return None
    slots: dict[str, SlotValue] = {"product": name, "customer": names}
    if maker:
        slots["maker"] = maker
    use = _USE.search(page.text, match.end("verb"), page.clause(match.end(), "。；！？\n")[1])
    if use and LETTERS["number"][0] not in page.masked[use.start("use") : use.end("use")]:
        slots["use"] = page.printed(*use.span("use"))
    if (date := page.date_for(match.start())) is not None:
        slots["date"] = date
    return Draft("deployment", slots, sentence.start, sentence.end, 0.7)
