"""Organisations that agree to work together: 签署…协议, 达成合作, 联合, 共建."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.chinese.marks import Mark
from bot.extraction.chinese.masks import pattern
from bot.extraction.chinese.page import Page
from bot.extraction.chinese.sentences import Sentence
from bot.extraction.kind import Draft
from bot.model.statement import SlotValue

_AGREE = re.compile(
    r"签署|签订|签约|达成[^，。；]{0,10}?合作|开展[^，。；]{0,6}合作|"
    r"建立[^，。；]{0,8}(?:合作|伙伴关系)|战略合作|携手|联手|共建|共同(?:成立|建设|打造|"
    r"制定|开发|研发|推出|探索|推进)|"
    r"成立[^，。；]{0,6}(?:联合|合资|实验室|研究中心)|联合(?:开发|研发|建设|打造|成立|推出|发布|宣布)|合资|结盟|深化合作|合作协议|合作开发|合作伙伴"
)
_PAIR = pattern(
    r"{org:a}(?:[^，。；]{0,8}?)(?:与|和|同|携手|联手|牵手|、|跟){org:b}(?P<more>(?:(?:、|"
    r"和|与|及|以及){org})*)(?:等[^，。；]{0,4})?"
)
_TOPIC = (
    re.compile(
        r"双方(?:将|计划|拟|约定)?(?:围绕|就|在)?(?P<topic>[^。；]{4,40}?)(?:等?(?:领域|"
        r"方面|方向))?(?:展开|开展|达成|进行|深化)(?:深度|全面|战略|长期)?合作"
    ),
    re.compile(r"双方(?:将|计划|拟|约定)(?P<topic>[^。；，]{4,40})"),
    re.compile(
        r"(?:围绕|就|在)(?P<topic>[^，。；]{3,40}?)(?:等?(?:领域|方面|方向))?(?:展开|开展|"
        r"达成|进行|深化)?(?:深度|全面|战略|长期)?合作"
    ),
    re.compile(r"(?P<topic>共同(?:制定|开发|研发|打造|建设|推进|探索)[^，。；]{3,30})"),
    re.compile(r"(?P<topic>共建[^，。；]{2,24})"),
    re.compile(r"(?P<topic>联合(?:开发|研发|打造|发布)[^，。；]{3,24})"),
    re.compile(r"(?:为其?)(?P<topic>[^，。；]{2,30})"),
    re.compile(r"(?:签署|签订|达成)(?:了)?(?P<topic>[^，。；]{2,16}(?:协议|合作|备忘录))"),
)
_SUPPLY = re.compile(r"双方还?约定|供应|供货协议|采购协议")
_OFF = re.compile(r"终止|破裂|未能就|未达成|取消|告吹|谈判|没有[^，。]{0,4}合作|未与")
_INVESTS = re.compile(r"领投|跟投|轮融资")


def partnerships(page: Page) -> Iterator[Draft]:
    """Every partnership of the article; the title is read where the text tells none."""
    told = False
    last: tuple[str, ...] = ()
    for sentence in page.body():
        for draft in _sentence(page, sentence, last):
            told = True
            yield draft
        pair = list(_PAIR.finditer(page.masked, sentence.start, sentence.end))
        if pair:
            last = (str(page.group(pair[0], "a").value), str(page.group(pair[0], "b").value))
        elif len(page.within(sentence.start, sentence.end, "org")) >= 2:
            names = list(dict.fromkeys(str(m.value) for m in page.within(sentence.start, sentence.end, "org")))
            last = tuple(names[:2]) if len(names) >= 2 else last
    if not told and page.title is not None:
        yield from _sentence(page, page.title, ())


def _sentence(page: Page, sentence: Sentence, last: tuple[str, ...]) -> Iterator[Draft]:
    text = page.masked[sentence.start : sentence.end]
    if _OFF.search(text) or _INVESTS.search(text):
        return
    if "双方" in text and _SUPPLY.search(text) and len(last) == 2:
        yield _draft(page, last, sentence, sentence.start)
        return
    if not _AGREE.search(text):
        return
    for match in _PAIR.finditer(page.masked, sentence.start, sentence.end):
        agree = _AGREE.search(page.masked, match.start(), min(sentence.end, match.end() + 40))
        if agree is None:
            continue
        marks: list[Mark] = [page.group(match, "a"), page.group(match, "b")]
        marks += page.within(match.start("more"), match.end("more"), "org")
        if any(m.subkind in ("outlet", "exchange") for m in marks):
            continue
        names = tuple(dict.fromkeys(str(m.value) for m in marks))
        if len(names) >= 2:
            yield _draft(page, names, sentence, match.start())
            return


def _draft(page: Page, names: tuple[str, ...], sentence: Sentence, position: int) -> Draft:
    slots: dict[str, SlotValue] = {"parties": names}
    following = (s for s in page.sentences if s.start >= sentence.end and s.paragraph == sentence.paragraph)
    end = next((s.end for s in following if page.text.startswith("双方", s.start)), sentence.end)
    for rule in _TOPIC:
        topic = rule.search(page.text, position, end)
        if topic:
            slots["topic"] = page.printed(topic.start("topic"), topic.end("topic"))
            break
    date = page.date_for(position)
    dates = page.within(sentence.start, sentence.end, "date")
    if date is None and dates:
        date = dates[0].value
    if date is not None:
        slots["date"] = date
    return Draft("partnership", slots, sentence.start, sentence.end, 0.8)
