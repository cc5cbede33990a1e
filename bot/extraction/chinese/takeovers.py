"""Companies bought: 收购, 并购, 全资控股, a majority taken; planned, rumoured and denied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.chinese.marks import Mark
from bot.extraction.chinese.masks import pattern
from bot.extraction.chinese.page import Page
from bot.extraction.chinese.sentences import Sentence
from bot.extraction.kind import Draft
from bot.model.statement import SlotValue

_BUY = r"(?:全资收购|收购|并购|买下|吞并|控股(?!子公司|股东|权)|吸收合并|要约收购)"
_RULES = (
    pattern(
        r"{org:buyer}(?P<between>[^。；]{0,40}?)(?:完成|宣布|启动|终止|放弃|取消|否认)"
        r"(?:了)?(?:对)(?:[^，。；、]{0,16}?(?:公司|企业|厂商|制造商))?{org:target}(?P<after>[^，。；]{0,12}?)"
        r"(?:收购|并购)"
    ),
    pattern(
        r"{org:target}(?P<between>[^。；，]{0,12}?)(?:被|获|由){org:buyer}(?P<after>[^。；，]{0,16}?)(?:全资)?" + _BUY
    ),
    pattern(
        r"{org:buyer}(?P<between>[^。；]{0,50}?)"
        + _BUY
        + r"(?:了|完成|旗下|其|对)?(?P<lead>[^，。；、]{0,16}?){org:target}(?P<after>[^。；]{0,20})"
    ),
    pattern(
        r"{org:buyer}(?P<between>[^。；]{0,50}?)(?:取得|获得|受让|购入|购买|拿下)(?:了)"
        r"?(?:{org}(?:持有)?(?:的)?)?{org:target}(?P<after>(?:的)?(?:{number}[%％]|全部|"
        r"控股权|控制权)[^。；]{0,10})"
    ),
    pattern(
        r"{org:buyer}(?P<between>[^。；，]{0,6}?)(?:与|和|同|跟)(?:[^，。；、]{0,14}?(?:公司|企业|厂商|商|团队))?{org:target}"
        r"(?P<after>[^，。；]{0,4}?)(?:洽谈|商谈|商讨|谈判|磋商|接洽)[^，。；]{0,6}收购"
    ),
    pattern(r"{org:buyer}(?P<between>[^。；，]{0,10}?)(?:有意|欲|洽购|考虑)(?P<after>[^。；，]{0,6}?)收购"),
)
_NEVER = pattern(r"(?:没有|从未|无|未|不会|并未|否认(?:有|将)?)(?:计划|打算|意向|考虑|进行)?(?:收购|并购){org:target}")
_SELLER = pattern(
    r"(?:从|向|受让|购买|收购|出售方为|卖方(?:为|是)?){org:seller}(?:手中|处|持有|所持|"
    r"购买|收购|收得|取得|支付|旗下)|{org:sold}(?:将)?(?:出售|转让)"
)
_DENIED = re.compile(r"没有|从未|否认|不实|终止|告吹|取消|放弃|未进行|不存在|辟谣")
_RUMOR = re.compile(r"传出|传闻|据传|有消息|消息人士|知情人士|有意|洽谈|商谈|商讨|磋商|接洽|考虑|洽购|谈判|媒体报道")
_PLANNED = re.compile(r"拟|计划|将(?!其)|达成[^，。]{0,6}协议|签署|尚需|有待|预计|同意")
_CONTROL = re.compile(r"控股|控制权|实际控制人|并表|纳入合并|全资")


def takeovers(page: Page) -> Iterator[Draft]:
    """Every takeover of the article; the title is read where the text tells none."""
    found = [draft for sentence in page.body() for draft in _sentence(page, sentence)]
    if not found and page.title is not None:
        found = list(_sentence(page, page.title))
    denied = [_pair(draft) for draft in found if draft.slots["status"] == "denied"]
    for draft in found:
        if _pair(draft) in denied and draft.slots["status"] == "rumored":
            draft.slots["status"] = "denied"
        yield draft


def _pair(draft: Draft) -> tuple[object, object]:
    return draft.slots["buyer"], draft.slots["target"]


def _sentence(page: Page, sentence: Sentence) -> Iterator[Draft]:
    seen: set[tuple[str, str]] = set()
    for match in _NEVER.finditer(page.masked, sentence.start, sentence.end):
        buyer, target = page.owner(match.start()), str(page.group(match, "target").value)
        if buyer and buyer != target:
            seen.add((buyer, target))
            yield Draft(
                "acquisition", {"buyer": buyer, "target": target, "status": "denied"}, sentence.start, sentence.end, 0.9
            )
    for rule in _RULES:
        for match in rule.finditer(page.masked, sentence.start, sentence.end):
            mark = _buyer(page, sentence, match)
            target = str(page.group(match, "target").value) if "target" in match.groupdict() else page.main
            buyer = str(mark.value)
            if buyer == target or (buyer, target) in seen or mark.subkind in ("outlet", "exchange", "government"):
                continue
            if not _takes_control(page, sentence, match):
                continue
            seen.add((buyer, target))
            yield Draft("acquisition", _slots(page, sentence, match, buyer, target), sentence.start, sentence.end, 0.8)


def _buyer(page: Page, sentence: Sentence, match: re.Match[str]) -> Mark:
    """Whom the pattern met; where that one only stands beside, the organisation that opens the sentence."""
    mark = page.group(match, "buyer")
    between = match["between"]
    nearer = page.within(match.start("between"), match.end("between"), "org")
    if nearer and re.search(r"[，：]$", page.masked[sentence.start : nearer[-1].start]) and "，" in between:
        return nearer[-1]
    return mark


def _takes_control(page: Page, sentence: Sentence, match: re.Match[str]) -> bool:
    """A part below one half is no takeover, unless the text says that it gives control."""
    after = match.end("after") if "after" in match.groupdict() else match.end()
    number = next(iter(page.within(match.start(), after, "number")), None)
    share = number if number and page.text[number.end : number.end + 1] in "%％" else None
    if share is None or float(share.value) >= 50:
        return True
    following = next((s.end for s in page.sentences if s.start >= sentence.end), sentence.end)
    return _CONTROL.search(page.text, sentence.start, following) is not None


def _slots(page: Page, sentence: Sentence, match: re.Match[str], buyer: str, target: str) -> dict[str, SlotValue]:
    text = page.masked[sentence.start : sentence.end]
    planned = _PLANNED.search(text[: match.end() - sentence.start]) or re.search(
        "预计[^。]{0,12}(?:完成|交割)|尚需|有待", text
    )
    status = (
        "denied"
        if _DENIED.search(text)
        else "rumored"
        if _RUMOR.search(text)
        else "announced"
        if planned
        else "completed"
    )
    slots: dict[str, SlotValue] = {"buyer": buyer, "target": target, "status": status}
    following = next(
        (s.end for s in page.sentences if s.start >= sentence.end and s.paragraph == sentence.paragraph), sentence.end
    )
    seller = _SELLER.search(page.masked, sentence.start, following)
    if seller and (name := str(page.group(seller, "seller" if seller["seller"] else "sold").value)) not in (
        buyer,
        target,
    ):
        slots["seller"] = name
    sums = page.within(sentence.start, following, "money")
    sums = [
        m for m in sums if not re.search("营收|利润|估值|融资|收入|每股|补偿", page.text[max(0, m.start - 8) : m.start])
    ]
    if sums and status != "denied":
        slots["amount"] = sums[0].value
    before = page.within(
        sentence.start, match.start("target") if "target" in match.groupdict() else match.end(), "date"
    )
    if before:
        slots["date"] = before[-1].value
    return slots
