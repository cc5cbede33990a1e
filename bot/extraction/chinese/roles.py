"""Posts: who holds, held or takes up which one; and people set free from them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.chinese.masks import LETTERS, pattern
from bot.extraction.chinese.page import Mark, Page
from bot.extraction.chinese.sentences import Sentence
from bot.extraction.chinese.titles import PLAIN_TITLE, TITLE
from bot.extraction.kind import Draft
from bot.model.statement import SlotValue
from bot.model.when import When

_IS = pattern(
    r"(?:{org:org}的?)?(?P<title>"
    + TITLE
    + r")(?:为|是|系|由)(?:(?:他|她)的)?(?:妻子|丈夫|弟弟|哥哥|妹妹|姐姐|原[^，。；]{0,10}|"
    r"[^，。；]{0,3})?(?:{org:from}[^，。；]{0,8}?)?{person:person}"
)
_P = "".join(LETTERS["person"])
_BESIDE = pattern(rf"(?P<former>前|原)?(?:{{org:org}}的?(?P<then>前|原)?)?(?P<title>{TITLE}){{person:person}}")
_POST = rf"(?P<title>{TITLE})"
_HELD = pattern(
    r"(?P<when>现任|现为|目前担任|曾先后担任|曾先后任|曾担任|曾任|历任|此前担任|此前任|"
    r"担任|出任|受聘为|获聘为|获任|升任|晋升为|接任|兼任|就任|改任|调任|转任|任|"
    r"被任命为|获委任为|获委任|当选|做了[^，。；]{0,4}?|做过|是)(?:了)?(?:(?:公司|该公司|集团)?(?:的)?)?(?:前)?"
    r"(?:(?:[^，。；、]{0,10}?(?:企业|公司|厂商|品牌|机构|初创|制造商))"
    rf"?{{org:org}}(?:的)?)?(?:(?:[^，。；、]{{0,6}}?部门?)?)(?:新任|首任|新一任)?{_POST}"
)
_NAMED = pattern(
    r"(?:聘任|任命|委任|聘请|提拔|选举|聘|推选)(?:了)?(?:原|前)?(?:{org:from}(?:前|原)"
    rf"?(?P<oldtitle>{TITLE})?)?{{person:person}}(?:为|担任|出任|任|接任|作为)(?:公司)"
    rf"?(?:{{org:org}}的?)?(?:新任|首任)?{_POST}"
)
_JOINED = pattern(r"(?:加入|加盟)(?:了)?{org:org}(?P<more>[^。；]{0,30})")
_JOINED_TITLE = re.compile(rf"(?:任|担任|出任|负责|作为){_POST}")
_IN_CHARGE = pattern(r"由{person:person}(?P<post>负责[^，。；]{1,10}|接任|接替|兼任)")
_CHARGE_OF = pattern(r"(?P<post>负责[\u4e00-\u9fff]{2,8})")
_LEFT = r"(?:离职|离任|辞任|辞职|退休|卸任|离开|辞去|不再担任|去职)"
_GAVE_UP = pattern(
    r"{person:person}[^，。；]{0,16}?(?P<left>退任|卸任|辞任|辞去|不再担任|离任)(?:了|"
    rf"其)?(?:公司|其)?(?:{{org:org}}的?)?(?P<title>{TITLE})"
)
_IS_OF = pattern(rf"(?:这位|作为|身为|是){{org:org}}的?{_POST}")
_WENT = pattern(r"(?:后者)?(?:去了|跳槽到|跳槽至|转投){org:org}")
_SERVED = pattern(r"(?:任职于|就职于|供职于|效力于|服务于|曾在{org:org}(?:工作|任职))(?:{org:there})?")
_FROM = pattern(r"{person:person}(?:则|也|均)?(?:来自|出身于|出身){org:org}")
_AT = pattern(
    r"(?:在|于){org:org}(?P<years>做了?[^，。；]{0,4}|工作[^，。；]{0,6}?|担任(?:过)"
    r"?|任(?:职)?|出任)(?:了)"
    rf"?(?:[一二三四五六七八九十{LETTERS['number'][0]}{LETTERS['number'][1]}]+年(?:的)?)"
    rf"?{_POST}"
)
_GENERAL = re.compile(
    r"^(?:一位|一名|某|多位|多名|数位|其|该|本|这位)|^(?:财务|独家|法律|融资|独家财务|联席)*顾问$|^.{0,6}(?:招|招聘).*$"
)
_LEAD_WORDS = re.compile(
    r"^.*(?:公司|企业|团队|其|该|本|新任|现任|首任|时任|曾任|方面|一起|以及|联合体|同时|"
    r"并|宣布|表示|此外|其中|据|对|向|由|与|和|、|的|聘请|任命|聘任|委任|是|为|"
    r"任|担任|出任|兼|获|请来|挖来|还有|包括|随后|目前|会上|称|集团)(?=.)"
)
_DENIES = re.compile(r"未(?:离职|出任|担任|加入|任命)|没有(?:离职|出任|加入)|否认")


def _title(text: str) -> str:
    """The post without the words before it that belong to the sentence."""
    bare = text
    core = re.search(PLAIN_TITLE, text)
    head = text[: core.start()] if core else ""
    cut = _LEAD_WORDS.match(head + "|") if head else None
    if cut:
        bare = text[len(cut[0]) if cut.end() <= len(head) else len(head) :]
    return bare.strip()


class _Reader:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.person = ""
        self.star = self._star()

    def _star(self) -> str:
        """The person an interview is about: named in the title, or oftenest."""
        people = [m for m in self.page.marks if m.kind == "person"]
        if self.page.title:
            for mark in people:
                if mark.end <= self.page.title.end:
                    return str(mark.value)
        return str(people[0].value) if people else ""

    def read(self) -> Iterator[Draft]:
        for sentence in self.page.sentences:
            yield from self._sentence(sentence)
            people = self.page.within(sentence.start, sentence.end, "person")
            if people and sentence is not self.page.title:
                self.person = str(people[0].value)

    def _who(self, sentence: Sentence, position: int) -> str:
        """Whom a verb is about: the last one before it in the sentence that is no aside, else the one spoken of."""
        people = [
            m for m in self.page.within(sentence.start, position, "person")
            if not re.search(r"[与和师]$|师弟$|师兄$|一起$", self.page.text[max(0, m.start - 2) : m.start])
        ]  # fmt: skip
        if people:
            return str(people[-1].value)
        if re.match(r"[她他]|之后|此后|随后|此前|\d{4}年", self.page.text[sentence.start :]) and self.star:
            return (
                self.star
                if self.person in ("", self.star) or re.match("[她他]", self.page.text[sentence.start :])
                else self.person
            )
        return self.person

    def _role(
        self, person: str, org: str, first: int, last: int, sentence: Sentence, **slots: SlotValue | None
    ) -> Draft:
        filled: dict[str, SlotValue] = {"person": person, "organization": org}
        title = self.page.printed(first, last) if last > first else ""
        if title:
            filled["title"] = title
        filled.update({k: v for k, v in slots.items() if v})
        return Draft("role", filled, sentence.start, sentence.end, 0.5 if sentence is self.page.title else 0.8)

    def _post(self, match: re.Match[str]) -> tuple[int, int]:
        """Where the bare post stands."""
        start, end = match.span("title")
        text = _title(self.page.text[start:end])
        return end - len(text), end

    def _sentence(self, sentence: Sentence) -> Iterator[Draft]:
        page, masked = self.page, self.page.masked
        if re.search(r"寻找|招聘|报名", page.text[sentence.start : sentence.end]):
            return
        done: set[tuple[str, str, int]] = set()
        named: set[int] = set()
        for match in _NAMED.finditer(masked, sentence.start, sentence.end):
            person = page.group(match, "person")
            org = page.group(match, "org").value if match["org"] else page.owner(match.start())
            named.add(person.start)
            yield self._role(str(person.value), org, *self._post(match), sentence, start=page.date_for(match.start()))
            if match["from"] and match["oldtitle"]:
                yield self._role(str(person.value), page.group(match, "from").value, *match.span("oldtitle"), sentence)
        for match in _BESIDE.finditer(masked, sentence.start, sentence.end):
            person = page.group(match, "person")
            start, end = self._post(match)
            if person.start in named or _GENERAL.match(page.text[start:end]):
                continue
            org = page.group(match, "org").value if match["org"] else ""
            former = bool(match["former"] or match["then"])
            lead = page.text[match.start("title") : end]
            if not org:
                org = page.owner(match.start())
                former = (
                    former
                    or bool(re.match(r"原|前(?!沿|端)", lead))
                    or page.text[match.start() - 1 : match.start()] in ("原", "前")
                )
            after = page.masked[person.end : sentence.end]
            left = (
                re.match(rf"(?:已|因|于|将|[^，。；{_P}]{{0,14}}?)*?{_LEFT}", after)
                if not _DENIES.search(after[:8])
                else None
            )
            if start < end and re.match("[原前]", page.text[start:end]):
                start += 1
            ended = self._when(sentence, person.end, person.end + len(left[0])) if left else None
            done.add((str(person.value), org, end))
            yield self._role(str(person.value), org, start, end, sentence, end=ended)
        for match in _GAVE_UP.finditer(masked, sentence.start, sentence.end):
            org = str(page.group(match, "org").value) if match["org"] else page.owner(match.start())
            done.add((str(page.group(match, "person").value), org, match.end("title")))
            ended = self._when(sentence, match.start(), match.start("title"))
            yield self._role(str(page.group(match, "person").value), org, *self._post(match), sentence, end=ended)
        for match in _IS.finditer(masked, sentence.start, sentence.end):
            start, end = self._post(match)
            org = str(page.group(match, "org").value) if match["org"] else page.owner(match.start())
            if not _GENERAL.match(page.text[start:end]):
                done.add((str(page.group(match, "person").value), org, end))
                yield self._role(str(page.group(match, "person").value), org, start, end, sentence)
        for match in _AT.finditer(masked, sentence.start, sentence.end):
            done.add(("", "", match.end("title")))
            yield self._role(
                self._who(sentence, match.start()), page.group(match, "org").value, *self._post(match), sentence
            )
        for match in _HELD.finditer(masked, sentence.start, sentence.end):
            yield from self._held(match, sentence, done)
        for match in _IS_OF.finditer(masked, sentence.start, sentence.end):
            after = masked[match.end() : match.end() + 1]
            if after == LETTERS["person"][0] or any(d[2] == match.end("title") for d in done):
                continue
            who = self._who(sentence, match.start()) if "这位" not in match[0] else self.star
            if who:
                yield self._role(who, page.group(match, "org").value, *self._post(match), sentence)
        for match in _JOINED.finditer(masked, sentence.start, sentence.end):
            who = self._who(sentence, match.start())
            title = _JOINED_TITLE.search(masked, match.start("more"), match.end("more"))
            if not who or _DENIES.search(page.text[max(sentence.start, match.start() - 3) : match.end()]):
                continue
            span = self._post(title) if title else (0, 0)
            if title:
                done.add(("", "", title.end("title")))
            begun = page.date_for(match.start())
            yield self._role(who, page.group(match, "org").value, *span, sentence, start=begun)
        for match in _WENT.finditer(masked, sentence.start, sentence.end):
            people = page.within(sentence.start, match.start(), "person")
            if people:
                yield self._role(str(people[-1].value), page.group(match, "org").value, 0, 0, sentence)
        for match in _SERVED.finditer(masked, sentence.start, sentence.end):
            place = "org" if match["org"] else "there"
            if match[place] and (who := self._who(sentence, match.start())):
                yield self._role(who, page.group(match, place).value, 0, 0, sentence)
        for match in _FROM.finditer(masked, sentence.start, sentence.end):
            yield self._role(str(page.group(match, "person").value), page.group(match, "org").value, 0, 0, sentence)
        for match in _IN_CHARGE.finditer(masked, sentence.start, sentence.end):
            person = page.group(match, "person")
            if not match["post"].startswith("负责"):
                continue
            yield self._role(str(person.value), page.owner(match.start()), *match.span("post"), sentence)

    def _held(self, match: re.Match[str], sentence: Sentence, done: set[tuple[str, str, int]]) -> Iterator[Draft]:
        page = self.page
        start, end = self._post(match)
        verb = match["when"]
        text = page.text[start:end]
        if any(d[2] == match.end("title") for d in done) or _GENERAL.match(text) or ("顾问" in text and "财务" in text):
            return
        if page.masked[end : end + 1] == LETTERS["person"][0] and verb not in ("出任", "担任"):
            return
        before = page.masked[sentence.start : match.start()]
        if re.search(r"未|没有|不再|拒绝", page.text[max(sentence.start, match.start() - 3) : match.start()]):
            return
        clause_org = re.search(rf"{LETTERS['org'][0]}{LETTERS['org'][1]}*(?:[^，。；]{{0,3}})$", before)
        person = self._who(sentence, match.start())
        if not person or (clause_org and verb in ("担任", "任", "是") and not match["org"]):
            return  # 光源资本担任财务顾问
        if verb == "是" and not match["org"]:
            return
        org = str(page.group(match, "org").value) if match["org"] else self._org_before(sentence, match.start())
        begun = (
            page.date_for(match.start())
            if verb in ("出任", "升任", "接任", "就任", "转任", "获任", "被任命为")
            else None
        )
        done.add((person, org, match.end("title")))
        yield self._role(person, org, start, end, sentence, start=begun)

    def _org_before(self, sentence: Sentence, position: int) -> str:
        """加入科大讯飞，任副院长: the organisation of the clause before, where it was joined; else whose text it is."""
        joined = list(
            pattern(r"(?:加入|在|回到|进入|入职){org:org}[^。；]{0,10}$").finditer(
                self.page.masked, sentence.start, position
            )
        )
        return str(self.page.group(joined[-1], "org").value) if joined else self.page.owner(position)

    def _when(self, sentence: Sentence, start: int, end: int) -> When | None:
        dates: list[Mark] = self.page.within(start, end, "date") or self.page.within(sentence.start, start, "date")
        return dates[-1].value if dates else None


def roles(page: Page) -> Iterator[Draft]:
    """Every post of the article."""
    yield from _Reader(page).read()
