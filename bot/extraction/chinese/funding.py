"""Financing rounds and stakes: 完成…融资, 由…领投, 战略投资, 获…投资; denied, planned and rumoured ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from bot.extraction.chinese.lists import names_in
from bot.extraction.chinese.masks import pattern
from bot.extraction.chinese.page import Page
from bot.extraction.chinese.sentences import Sentence
from bot.extraction.kind import Draft
from bot.model.money import Money
from bot.model.statement import Investor, SlotValue
from bot.model.when import When

_RAISED = pattern(
    r"(?:(?:连续|先后|已|再度|近日|再|正式|宣布|成功)*(?:完成|获得|获|斩获|拿下|拿到|拿了|敲定|"
    r"收获|筹集|募集|筹得|融资|关闭|揽获))"
    r"(?:了|总额|总计|合计|共计|共|规模|金额|新一轮|由|两轮|数轮|首轮|超额|来自|[\u4e00-\u9fff、（）]){0,8}?"
    r"(?P<what>{money}|{round}|新一轮融资|首轮融资|[数近超过]*[千百十]?[千百十万]?[万亿][级元]*[^，。；]{0,6}融资)"
)
_OPENED = pattern(
    r"(?:启动|开启|开放|推进|筹备|筹划|寻求|计划进行|拟进行|正在进行|洽谈)(?:了|新一轮|"
    r"[^，。；]{0,6}?)(?P<what>{round}|新一轮融资|{money})"
)
_LEAD = re.compile(r"(?:由|[，：；。、]|^|获|获得)(?P<who>[^由；。：]{2,90}?)(?:联合|共同|独家)?领投")
_FOLLOW = re.compile(
    r"(?:[，；。]|^|由|领投、|领投和|领投，)(?P<who>[^，；。]{2,120}?)(?:持续|继续|联合|"
    r"共同|跟随|超额|老股东|均|全部|也|亦|再次|独家|追加)*"
    r"(?:跟投|参投|认购|加码|追投|加注|加持|跟进|参与(?:了|其中)?(?:本轮|此轮|投资|跟投|认购|(?=[，。；]|$)))"
)
_LEADERS = re.compile(r"领投(?:方|机构|人)(?:包括|为|有|是|：)(?P<who>[^；。，]{2,60})")
_ALONE = re.compile(r"由(?P<who>[^，；。由]{2,40}?)(?:独家|联合|共同|战略)*(?:投资|出资|入股)")
_PARTIES = re.compile(
    r"(?:(?<!领)投资方|投资人|投资者|参投方|跟投(?:方|机构)|资方|出资方)(?:包括|为|有|"
    r"还有|是|：|阵容包括)(?P<who>[^；。]{2,120})"
)
_FROM = pattern(
    r"(?:获得?|引入|接受|迎来|得到|来自)了?(?P<who>[^，；。获]{2,60}?)的?(?:等[^，。；]{0,4})?"
    r"(?:独家|联合|共同|战略)*(?P<verb>投资|入股|增资|{money})"
)
_INVESTING = ((_LEAD, True), (_LEADERS, True), (_FOLLOW, False), (_ALONE, False), (_PARTIES, False), (_FROM, False))
_NOT_LISTED = pattern(r"领投|跟投|参投|融资|{round}|{money}|由|顾问")
_THE_ROUND = re.compile(
    r"本轮|此轮|该轮|本次融资|此次融资|此次投资|上述融资|融资由|投资方|投后|融资完成后|这一轮|两轮融资"
)
_STAKE = pattern(
    r"{org:who}(?:[^，。；]{0,12}?)(?:以{money:sum})?(?:战略投资|战略入股|投资了?|入股|"
    r"增资|领投)(?P<round>了?)(?P<more>{money})?(?:了)?(?:[^，。；、]{1,14}?(?:公司|企业|厂商|制造商|商|团队))?"
    r"{org:company}(?!的?(?:股权|股份)"
    r"?[^，。]{0,4}(?:未|终止|告吹))"
)
_PUT_IN = pattern(
    r"{org:who}(?:在|于)(?:[^，。；]{0,6})?{round:round}(?:[^，。；]{0,4})?(?:投资?了|"
    r"出资|投入)(?:了)?(?P<sum>{money})?"
)
_VALUED = pattern(r"(?:估值)(?:[^，。；]{0,8}?)(?P<sum>{money})")
_DENIED = re.compile(
    r"从未|并未(?:接受|获|完成)|没有(?:接受|获得|融资)|否认|不属实|不实|误传|谣言|"
    r"子虚乌有|终止|告吹|破裂|叫停|取消|放弃|搁浅"
)
_RUMOR = re.compile(
    r"据传|传出|传闻|有消息称|消息人士|知情人士|据报道正|或将|有望|市场传|洽谈|考虑|"
    r"据悉正|正寻求|正在寻求|谈判|据[^，。]{2,20}报道"
)
_PLANNED = re.compile(
    r"计划(?:完成|融资|进行)|拟(?:完成|融资|进行)|将(?:完成|进行|启动)|预计(?:将)?完成|"
    r"启动|筹划|尚未完成|即将完成|签署投资意向"
)
_ADVISER = re.compile(r"(?:财务|融资|法律|独家)?顾问")
_ASIDE = re.compile(r"此前|曾|上一轮|上轮|距|较|用于|包括|估值")
_PAST = re.compile(r"此前|曾|成立以来|已(?:经)?完成|早前")


@dataclass
class _Round:
    company: str
    start: int
    end: int
    round: str = ""
    amount: Money | None = None
    investors: dict[str, bool] = field(default_factory=dict)
    date: When | None = None
    valuation: Money | None = None
    status: str = "completed"
    score: float = 0.8

    def draft(self) -> Draft:
        slots: dict[str, SlotValue] = {"company": self.company, "status": self.status}
        if self.round:
            slots["round"] = self.round
        if self.amount:
            slots["amount"] = self.amount
        if self.valuation:
            slots["valuation"] = self.valuation
        if self.date:
            slots["date"] = self.date
        investors = tuple(Investor(n, lead) for n, lead in self.investors.items() if n != self.company)
        if investors:
            slots["investors"] = investors
        return Draft("funding", slots, self.start, self.end, self.score)


def _status(text: str) -> str:
    if _DENIED.search(text):
        return "denied"
    if _RUMOR.search(text):
        return "rumored"
    return "announced" if _PLANNED.search(text) else "completed"


class _Reader:
    """Goes through the sentences and keeps the round that 本轮 means."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.last: _Round | None = None

    def read(self) -> Iterator[Draft]:
        page, rounds = self.page, []
        for sentence in page.sentences:
            if sentence is page.title:
                continue
            new = list(self._sentence(sentence))
            rounds += new
            if new:
                self.last = new[-1]
        if not rounds and page.title is not None:
            rounds = list(self._sentence(page.title))
        for found in rounds:
            if found.company:
                yield found.draft()

    def _sentence(self, sentence: Sentence) -> Iterator[_Round]:
        page = self.page
        if (
            self.last is not None
            and self.last.company
            and self.page.sentence(self.last.start).paragraph < sentence.paragraph - 1
        ):
            self.last = None
        stakes = list(self._stakes(sentence))
        if stakes:
            yield from stakes
            return
        pieces = self._pieces(sentence)
        current: _Round | None = None
        for start, end in pieces:
            found = self._piece(sentence, start, end)
            if found is not None:
                if current is not None and current.date and not found.date and not _PAST.search(page.text[start:end]):
                    found.date = current.date
                current = found
                self._fill(found, start, end)
                yield found
            elif current is not None or (self.last is not None and self._about_last(sentence, start, end)):
                target = current or self.last
                assert target is not None
                self._fill(target, start, end)

    def _about_last(self, sentence: Sentence, start: int, end: int) -> bool:
        text = self.page.text[start:end]
        if _THE_ROUND.search(self.page.text[sentence.start : end]):
            return True
        return bool(re.search("领投|跟投|参投|估值", text)) and not self.page.within(start, end, "round")

    def _pieces(self, sentence: Sentence) -> list[tuple[int, int]]:
        """The parts of a sentence between semicolons; 其中 and a second round open a part, too."""
        cuts = [sentence.start]
        cuts += [m.end() for m in re.finditer("[；;]", self.page.text[: sentence.end]) if m.start() > sentence.start]
        cuts += [m.start() for m in re.finditer("其中", self.page.text[: sentence.end]) if m.start() > sentence.start]
        cuts += self._rounds_apart(sentence)
        cuts = sorted(set(cuts))
        return list(zip(cuts, [*cuts[1:], sentence.end], strict=True))

    def _rounds_apart(self, sentence: Sentence) -> Iterator[int]:
        """Where a further round of a sentence begins: behind the last comma before it ("A轮融资…，B轮融资…")."""
        rounds = self.page.within(sentence.start, sentence.end, "round")
        for before, after in pairwise(rounds):
            between = self.page.text[before.end : after.start]
            comma = max(between.rfind("，"), between.rfind("："))
            told = re.search("完成|融资|领投|获", between)
            if comma >= 0 and told and before.value != after.value and not _ASIDE.search(between[comma:]):
                yield before.end + comma + 1

    def _piece(self, sentence: Sentence, start: int, end: int) -> _Round | None:
        page = self.page
        masked = page.masked[start:end]
        rounds = page.within(start, end, "round")
        raised = _RAISED.search(page.masked, start, end)
        opened = _OPENED.search(page.masked, start, end)
        led = "领投" in masked or _ALONE.search(masked) or _FROM.search(masked)
        if opened and not (raised and raised.start() < opened.start()):
            company = page.owner(opened.start())
            status = "rumored" if _RUMOR.search(page.masked[sentence.start : opened.end()]) else "announced"
            return _Round(
                company,
                sentence.start,
                sentence.end,
                next((str(r.value) for r in rounds if r.start < opened.end() + 8), ""),
                None,
                status=status,
            )
        if len(rounds) > 1 and not raised:
            rounds = rounds[:1]
        if raised is None:
            if not led or not (rounds or _FROM.search(masked)):
                return None
            if not rounds and not self._direct(start, end):
                return None
        elif not re.search(r"融资|投资|轮|募资|注资", masked) and not rounds:
            return None
        if (
            raised is not None
            and re.search(r"IPO|上市|全球发售|公开发售|招股|发行价", page.text[start:end])
            and not rounds
        ):
            return None
        if re.search(r"累计(?:完成)?(?:融资|募资|获)|成立以来共|共完成", page.text[start:end]) and not rounds:
            return None
        if (
            raised is not None
            and len(rounds) > 1
            and re.search(r"两轮|连续|先后|、", masked)
            and "其中" in page.text[sentence.start : sentence.end + 40]
        ):
            return None  # told one by one in what follows
        company = page.owner(raised.start() if raised else start + 1)
        text = page.masked[sentence.start : sentence.end] if len(rounds) < 2 else page.masked[start:end]
        text = re.sub(r"(?:资金|款项|所融)[^。；]*|融资完成后[^。；]*", "", text)
        found = _Round(company, sentence.start, sentence.end, status=_status(text))
        if rounds:
            found.round = str(rounds[0].value)
        elif "战略投资" in page.text[start:end]:
            found.round = "战略投资"
        found.date = page.date_for(raised.start() if raised else (rounds[0].start if rounds else start))
        return found

    def _direct(self, start: int, end: int) -> bool:
        found = _FROM.search(self.page.masked, start, end)
        return found is not None and bool(names_in(self.page, found.start("who"), found.end("who")))

    def _fill(self, found: _Round, start: int, end: int) -> None:
        page = self.page
        text = page.masked[start:end]
        for rule, lead in _INVESTING:
            for match in rule.finditer(text):
                if rule is _FROM and re.search("领投|融资", match["who"]):
                    continue
                left, right = start + match.start("who"), start + match.end("who")
                cuts = [m.end() for m in _NOT_LISTED.finditer(page.masked, left, right)]
                left = cuts[-1] if cuts else left
                if lead:  # only the last clause before 领投 lists who led
                    left = max(left, page.masked.rfind("，", left, right) + 1)
                if _ADVISER.search(page.text[right : right + 4]):
                    continue
                for name in names_in(page, left, right):
                    found.investors[name] = found.investors.get(name, False) or lead
        valued = _VALUED.search(page.masked, start, end)
        if valued:
            found.valuation = page.group(valued, "sum").value
        if found.amount is None:
            for money in page.within(start, end, "money"):
                before = page.text[max(start, money.start - 9) : money.start]
                if not re.search(r"估值|累计|总额|合计|营收|收入|利润|订单|采购|共[计]?融|售价|发行价|每股", before):
                    found.amount = money.value
                    break

    def _stakes(self, sentence: Sentence) -> Iterator[_Round]:
        page = self.page
        for match in _PUT_IN.finditer(page.masked, sentence.start, sentence.end):
            who = page.group(match, "who").value
            company = page.paragraph_subject(sentence) or page.main
            found = _Round(
                company, sentence.start, sentence.end, page.group(match, "round").value, investors={who: False}
            )
            found.amount = page.group(match, "sum").value if match["sum"] else None
            if company != who:
                yield found
        for match in _STAKE.finditer(page.masked, sentence.start, sentence.end):
            who, company = page.group(match, "who").value, page.group(match, "company").value
            around = page.masked[sentence.start : sentence.end]
            if who == company or re.search(r"收购|控股权|全资|融资", around) or "合作" in match[0]:
                continue
            found = _Round(company, sentence.start, sentence.end, investors={who: False}, status=_status(around))
            kind = "战略投资" if "战略" in match[0] else ""
            found.round = kind
            sums = [n for n in ("sum", "more") if match[n]]
            found.amount = page.group(match, sums[0]).value if sums else None
            found.date = page.date_for(match.start())
            yield found


def funding(page: Page) -> Iterator[Draft]:
    """Every round and stake of the article."""
    yield from _Reader(page).read()
    yield from _registered(page)
    yield from _denied(page)


_NEW_HOLDERS = re.compile(
    r"新增(?:了)?(?:股东|投资方|投资人)?(?P<who>[^。；]{2,80}?)(?:为股东|等?(?:为|成为)"
    r"(?:公司)?股东|，注册资本|，同时|[。；]|等股东|$)"
)


def _registered(page: Page) -> Iterator[Draft]:
    """New holders in the company register: 工商变更，新增股东…"""
    for sentence in page.body():
        text = page.masked[sentence.start : sentence.end]
        found = _NEW_HOLDERS.search(page.masked, sentence.start, sentence.end)
        if found is None or not re.search("工商|股东", text):
            continue
        who = names_in(page, found.start("who"), found.end("who"))
        company = page.owner(found.start())
        if who and company:
            new = _Round(company, sentence.start, sentence.end, investors=dict.fromkeys(who, False))
            new.date = page.date_for(found.start())
            yield new.draft()


def _denied(page: Page) -> Iterator[Draft]:
    """A talk with an investor that ended, an investment that never was."""
    talked = pattern(
        r"{org:who}[^。；，]{0,6}?与{org:company}[^。；]{0,6}?(?:投资|融资|入股)[^。；]*?(?:终止|告吹|破裂|搁浅|未能)"
    )
    for sentence in page.body():
        for match in talked.finditer(page.masked, sentence.start, sentence.end):
            found = _Round(page.group(match, "company").value, sentence.start, sentence.end, status="denied")
            found.investors[page.group(match, "who").value] = False
            dates = page.within(match.start(), match.end(), "date")
            found.date = dates[-1].value if dates else None
            yield found.draft()
        never = pattern(r"(?:从未|并未|没有|未曾)(?:接受|获得?|引入)(?:过)?{org:who}(?:的)?(?:战略)?投资").search(
            page.masked, sentence.start, sentence.end
        )
        if never:
            found = _Round(page.owner(never.start()), sentence.start, sentence.end, status="denied", score=0.9)
            found.investors[page.group(never, "who").value] = False
            sums, rounds = (
                page.within(never.end(), sentence.end, "money"),
                page.within(never.end(), sentence.end, "round"),
            )
            found.amount = sums[0].value if sums else None
            found.round = str(rounds[0].value) if rounds else ""
            yield found.draft()
