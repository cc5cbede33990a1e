"""Products that are launched, shown or opened, and what they cost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.chinese.marks import Mark
from bot.extraction.chinese.masks import pattern
from bot.extraction.chinese.page import Page
from bot.extraction.chinese.products import VERBS, product_kind
from bot.extraction.chinese.sentences import Sentence
from bot.extraction.kind import Draft
from bot.model.money import Money
from bot.model.statement import SlotValue
from bot.model.when import When

_VERB = re.compile(VERBS)
_NO_PRODUCT = re.compile(
    r"(?:发布|公布|披露|公开|推出)(?:了)?(?:[^，。；]{0,6}?)(?:报告|声明|公告|数据|财报|业绩|消息|招股书|白皮书|计划)"
)
_PRICED = pattern(
    r"(?:售价|起售价|报价|定价|价格|标价|租赁价|租金|月租|起步价|预售价|订阅价|价)"
    r"(?:控制在|定为|为|仅为|仅|从|是|由|至|下探至|低至|[^，。；]{0,4})"
    r"?(?:每[^，。；]{1,10}?)?{money:sum}"
)
_CHEAP = pattern(r"{product:product}[^，。；]{0,3}?{money:sum}(?:起|元起)")
_CHANGED = pattern(
    r"(?:由|从)(?:目前的|现在的|原来的|每[^，。；]{1,4})?{money:before}(?:[^，。；]{0,4}?)"
    r"(?:降|下调|调整|调|上调|涨|提|下探|压)(?:低|高|价|缩)?(?:至|到|为)(?:了)?{money:sum}"
)
"""从19.9万元降至9.9万元: the later sum is the price."""
_INTENDED = re.compile("计划|打算|希望|目标|力争|争取|预计|未来|年内|[一二三四五两]年")
_PRICE = re.compile(r"价|租金|售|卖|[台套]")
_EDITION = re.compile(r"(?P<name>[\u4e00-\u9fff]{2}版)$")
_EARLIER = pattern(r"(?:较|比)[^，。；]{0,8}?{product:product}的{money:sum}")
_DATELINE = re.compile(r"发布会|大会|开幕|亮相|展|宣布")


def launches(page: Page) -> Iterator[Draft]:
    """Every product that comes out or is shown; the title is read where the text tells none."""
    dateline = _dateline(page)
    told = False
    for sentence in page.body():
        for draft in _launches(page, sentence, dateline):
            told = True
            yield draft
    if not told and page.title is not None:
        yield from _launches(page, page.title, dateline)


def _dateline(page: Page) -> When | None:
    """The day of the event that an article reports on: of its first sentence."""
    first = next(page.body(), None)
    if first is None or not _DATELINE.search(page.text[first.start : first.end]):
        return None
    dates = page.within(first.start, min(first.end, first.start + 14), "date")
    return dates[0].value if dates and dates[0].value.precision == "day" else None


def _launches(page: Page, sentence: Sentence, dateline: When | None) -> Iterator[Draft]:
    text = page.masked[sentence.start : sentence.end]
    verbs = [m for m in _VERB.finditer(text) if not _NO_PRODUCT.match(text, m.start())]
    shown = re.search(r"未标价|标价|展台", text)
    if not verbs and not shown:
        return
    seen: set[str] = set()
    for product in page.within(sentence.start, sentence.end, "product"):
        if str(product.value) in seen:
            continue
        start, end = page.clause(product.start, "。；！？\n")
        near = [m for m in verbs if _joined(page, product, sentence.start + m.start(), sentence.start + m.end())]
        if not near and not (shown and start <= sentence.start + shown.start() < end):
            continue
        if _compared(page, product):
            continue
        seen.add(str(product.value))
        slots: dict[str, SlotValue] = {"product": str(product.value)}
        maker = page.owner(product.start)
        if maker and maker != product.value:
            slots["maker"] = maker
        kind = product_kind(page.text, product.start, product.end) or _kind_elsewhere(page, str(product.value))
        if kind:
            slots["product_kind"] = kind
        dates = page.within(*page.clause(product.start, "。；！？\n"), "date")
        verb = sentence.start + near[0].start() if near else product.start
        dates = [d for d in dates if not re.match(r"[^，。]{0,2}(?:开源$|发货)", page.text[d.end : d.end + 4])]
        if dates:
            slots["date"] = min(dates, key=lambda d: abs(d.end - verb)).value
        elif (led := page.within(sentence.start, product.start, "date")) and led[0].start - sentence.start < 3:
            slots["date"] = led[0].value
        elif dateline is not None:
            slots["date"] = dateline
        yield Draft("launch", slots, sentence.start, sentence.end, 0.5 if sentence is page.title else 0.8)


def _joined(page: Page, product: Mark, start: int, end: int) -> bool:
    """Whether a verb of launching is about the product: before it in the clause or list, or behind it in the clause."""
    if start >= product.end:
        between = page.masked[product.end : start]
        return (
            not re.search("[。；！？]", between)
            and (between.count("，") + between.count("、")) <= 1
            and len(between) <= 36
            and ("\ue004" not in between)
        )
    between = page.masked[end : product.start]
    if page.text[start:end] in ("上线", "登陆", "登场") and product.subkind == "platform":
        return False  # where it went on line
    if re.search(r"[；。]", between) or "搭载" in between or "基于" in between:
        return False
    listed = re.search(r"\ue004\ue005*(?:[、与和及]|以及)[^，]*$", between)
    return between.count("，") == 0 or (between.count("，") <= 1 and listed is not None)


def _compared(page: Page, product: Mark) -> bool:
    before = page.text[max(0, product.start - 12) : product.start]
    return bool(
        re.search(
            r"(?:高于|低于|较|比|超过|超越|优于|搭载|采用|基于|上一代|配备|使用|前代)(?:了)?[^，。；]{0,6}$", before
        )
    ) and not re.search(r"前代[^，。]{0,5}$", before)


def _kind_elsewhere(page: Page, name: str) -> str | None:
    for mark in page.marks:
        if mark.kind == "product" and mark.value == name and (kind := product_kind(page.text, mark.start, mark.end)):
            return kind
    return None


def prices(page: Page) -> Iterator[Draft]:
    """Every price of a product, of an edition and of an earlier model; "it" is the product named last."""
    last: Mark | None = None
    for sentence in page.body():
        products = page.within(sentence.start, sentence.end, "product")
        taken: set[int] = set()
        for match in _EARLIER.finditer(page.masked, sentence.start, sentence.end):
            taken.add(match.start("sum"))
            yield _price(page.group(match, "product").value, page.group(match, "sum").value, sentence)
        for match in _CHANGED.finditer(page.masked, sentence.start, sentence.end):
            named = [p for p in products if p.start < match.start() and p.subkind != "platform"]
            whose = named[-1] if named else last
            if whose is not None and _PRICE.search(page.text, page.clause(match.start())[0], match.start()):
                # what is only intended is no price yet: the one of now is
                ahead = _INTENDED.search(page.text, page.clause(match.start(), "。；！？\n")[0], match.start())
                yield _price(whose.value, page.group(match, "before" if ahead else "sum").value, sentence)
            taken.update((match.start("before"), match.start("sum")))
        for match in (
            m for rule in (_PRICED, _CHEAP) for m in rule.finditer(page.masked, sentence.start, sentence.end)
        ):
            before = [p for p in products if p.start < match.start("sum") and p.subkind != "platform"]
            product = before[-1] if before else last
            if product is None or match.start("sum") in taken:
                continue
            taken.add(match.start("sum"))
            yield _price(product.value, page.group(match, "sum").value, sentence)
            for money in page.within(match.end(), page.clause(match.end(), "。；")[1], "money"):
                edition = _EDITION.search(page.masked[sentence.start : money.start])
                if edition and money.start not in taken:
                    taken.add(money.start)
                    yield _price(f"{product.value}{edition['name']}", money.value, sentence)
        last = products[-1] if products else last


def _price(product: str, amount: Money, sentence: Sentence) -> Draft:
    return Draft("price", {"product": str(product), "amount": amount}, sentence.start, sentence.end, 0.8)
