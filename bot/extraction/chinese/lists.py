"""Lists of names in a span: 美团龙珠、高瓴创投与上汽恒旭."""

from __future__ import annotations

import re

from bot.extraction.chinese.marks import Mark
from bot.extraction.chinese.page import Page

_SPLIT = re.compile(r"以及|[、，,及和与]")
_BEFORE = re.compile(
    r"^(?:(?:现有|原有|既有|老|新|部分|多家|外部|产业|战略|基石|主要|早期|等)*(?:股东|投资者|投资方|投资人|资方|机构)?"
    r"(?:包括|有|为|及|还有|中的|由|是|来自|：|:)*(?:知名|头部|国际|国内|美元|人民币|产业)"
    r"*(?:投资机构|产业方|基金|机构|车企|巨头)?)"
)
_AFTER = re.compile(
    r"(?:等)?(?:多家|知名|新|老|众多|[一二三四五六七八九十两]家)*(?:投资机构|产业资本|"
    r"机构|股东|投资者|投资方|产业方|企业|公司|方)?$|等.*$|以?联合|共同|独家|作为.*$|继续|"
    r"持续|在内.*$"
)
_CONTINUED = re.compile("持续|追加|继续|联合|战略|独家|领投|跟投|参与|共同")
_NO_NAME = re.compile(
    r"[的了在是将已并还未]|公司|股东|投资方|机构|金额|未披露|其中|本轮|轮|创始人|团队|"
    r"部分|绝大|数家|某|若干|资金|以上|估值|融资"
)


def names_in(page: Page, start: int, end: int) -> list[str]:
    """The organisations that are listed in a span: marks, and between the commas also what no rule knew as a name."""
    found: list[str] = []
    # of the masked text: a separator inside a mark separates nothing
    cuts = list(_SPLIT.finditer(page.masked, start, end))
    for left, right in zip([start, *(c.end() for c in cuts)], [*(c.start() for c in cuts), end], strict=True):
        name = _name(page, left, right)
        if name and name not in found:
            found.append(name)
    return found


def _name(page: Page, start: int, end: int) -> str | None:
    marks = [m for m in page.within(start, end) if m.kind in ("org", "person")]
    if marks:
        mark = marks[-1]
        # 软银愿景基金2期, 北京机器人产业基金: what stands beside the mark belongs to the name where it ends the item
        tail = re.match(
            r"[一二三四五六七八九十\d]期|[\u4e00-\u9fff]{0,6}?(?:基金|资本|创投|投资|风投|产投)",
            page.text[mark.end : end],
        )
        return f"{mark.value}{tail[0]}" if tail and not _CONTINUED.search(tail[0]) else _whole(page, mark, start)
    text = page.text[start:end]
    if re.search("[\ue006-\ue00b]", page.masked[start:end]):
        return None
    lead = _BEFORE.match(text)
    begin = start + (lead.end() if lead else 0)
    rest = page.text[begin:end]
    tail = _AFTER.search(rest)
    stop = begin + tail.start() if tail else end
    name = page.text[begin:stop].strip(' "“”「」『』（）()：:')
    if not 2 <= len(name) <= 14 or _NO_NAME.search(name) or not re.search(r"[\u4e00-\u9fffA-Za-z]{2}", name):
        return None
    at = page.text.index(name, begin)
    return page.printed(at, at + len(name))


def _whole(page: Page, mark: Mark, start: int) -> str:
    """A mark with the place before it, where the item holds nothing else: 合肥 + 产投基金."""
    place = next((p for p in page.places if p[0] >= start and p[1] == mark.start), None)
    return (
        page.printed(place[0], mark.end) if place and mark.end - mark.start == len(str(mark.value)) else str(mark.value)
    )
