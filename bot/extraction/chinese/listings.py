"""Listings: 递交招股书, 上市, 过会, IPO; planned, done and denied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.chinese.masks import pattern
from bot.extraction.chinese.page import Page
from bot.extraction.chinese.sentences import Sentence
from bot.extraction.kind import Draft
from bot.model.statement import SlotValue

_FILED = re.compile(
    r"递交(?:了)?(?:招股书|招股说明书|上市申请|A1|申请)|递表|提交(?:了)?(?:招股书|"
    r"上市申请|IPO)|招股书|上市辅导|辅导备案|IPO获?受理|IPO申请|IPO[^，。]{0,10}受理|"
    r"上市申请|过会|通过[^，。；]{0,6}聆讯|"
    r"获(?:证监会)?(?:注册|备案)|冲刺(?:IPO|[^，。]{0,6}上市)|启动(?:IPO|[^，。]{0,6}上市)"
    r"|(?:拟|计划|规划)[^，。；]{0,16}上市|赴[港美][^，。]{0,4}上市|"
    r"筹备[^，。]{0,6}(?:IPO|上市)|申请[^，。；]{0,12}上市|秘密递交|"
    r"考虑[^，。；]{0,24}(?:上市|IPO|公开募股)|最快[^，。；]{0,12}(?:上市|IPO)|启动招股|"
    r"开始招股|重启[^，。]{0,6}(?:IPO|上市)|寻求[^，。；]{0,10}(?:上市|IPO)|"
    r"推进[^，。；]{0,8}(?:上市|IPO)"
)
_DONE = re.compile(
    r"(?:今日|正式|成功|昨日|首日|完成)?(?:在[^，。；]{0,12})?(?:挂牌(?:上市|交易)?|"
    r"上市首日|敲钟|登陆[^，。；]{0,8}|正式上市|成功上市|完成(?:IPO|首次公开)|"
    r"上市(?=[，。、]))"
)
_DENIED = re.compile(
    r"(?:没有|并无|无|暂无|否认|不存在|从未)[^，。；]{0,8}(?:上市|IPO|借壳)(?:计划|安排|"
    r"打算)?|(?:未|没有|取消|终止|撤回|搁置)[^，。；]{0,6}(?:上市|IPO|招股书)(?!公司|流通)"
    r"|"
    r"(?:上市|IPO)[^，。；]{0,10}(?:不实|终止|撤回|搁浅)"
)
_RAISES = pattern(r"(?:募资|集资|融资|筹资|募集资金?|集资净额|募资总额)(?:规模|总额|净额|[^，。；]{0,4})?{money:sum}")
_NO_IPO = re.compile(r"上市公司|上市销售|上市时间|新品上市|批量上市|上市发售|权重|已上线")


def listings(page: Page) -> Iterator[Draft]:
    """Every listing of the article; the title is read where the text tells none."""
    told = [draft for sentence in page.body() for draft in _listing(page, sentence)]
    if not told and page.title is not None:
        told = list(_listing(page, page.title))
    # One who files elsewhere and denies this place has a listing all the same.
    listed = {draft.slots["company"] for draft in told if draft.slots["status"] != "denied"}
    yield from (d for d in told if d.slots["status"] != "denied" or d.slots["company"] not in listed)


def _listing(page: Page, sentence: Sentence) -> Iterator[Draft]:
    text = page.text[sentence.start : sentence.end]
    plain = _NO_IPO.sub(lambda m: "口" * len(m[0]), text)
    denied = _DENIED.search(plain)
    filed = _FILED.search(plain)
    done = _DONE.search(plain)
    exchanges = [m for m in page.within(sentence.start, sentence.end, "org") if m.subkind == "exchange"]
    found = denied or filed or done
    if found is None or (
        found is done and not exchanges and not re.search("挂牌|敲钟|上市首日|IPO|成功上市|正式上市", text)
    ):
        return
    if found is filed and re.match("招股书", found[0]) and not re.search("递|提交|披露招股书|更新招股书", text):
        return
    if re.search(r"问.{0,6}是否", text):
        return
    at = sentence.start + found.start()
    company = _company(page, sentence, at)
    if not company:
        return
    rumoured = filed and re.search("据悉|知情人士|消息人士|传|考虑|据[^，。]{2,16}报道", text) and "递" not in filed[0]
    status = (
        "denied"
        if denied
        else "rumored"
        if rumoured
        else "announced"
        if filed and not re.search("挂牌|首日", text)
        else "completed"
    )
    slots: dict[str, SlotValue] = {"company": company, "status": status}
    if exchanges and not denied:
        named = [m for m in exchanges if re.search("交所|交易所|證券交易", str(m.value))]
        slots["exchange"] = str((named or exchanges)[0].value)
    date = page.date_for(at)
    if date is None and (dates := page.within(sentence.start, sentence.end, "date")):
        date = dates[0].value
    if date is not None:
        slots["date"] = date
    last = min(
        len(page.text),
        next(
            (s.end for s in page.sentences if s.start >= sentence.end and s.paragraph == sentence.paragraph),
            sentence.end,
        ),
    )
    for match in _RAISES.finditer(page.masked, sentence.start, last):
        if not denied:
            slots["amount"] = page.group(match, "sum").value
            break
    yield Draft("ipo", slots, sentence.start, sentence.end, 0.8)


def _company(page: Page, sentence: Sentence, position: int) -> str:
    before = [
        m for m in page.within(sentence.start, position, "org") if m.subkind not in ("exchange", "outlet", "analyst")
    ]
    subjects = [m for m in before if not re.search("与$", page.text[sentence.start : m.start])]
    return str(subjects[-1].value) if subjects else page.owner(position)
