"""How organisations began and where people studied: 成立于, 由…创立, 毕业于."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.chinese.masks import LETTERS, pattern
from bot.extraction.chinese.page import Page
from bot.extraction.chinese.sentences import Sentence
from bot.extraction.kind import Draft
from bot.model.statement import SlotValue

_FOUNDED = re.compile(r"成立于|创立于|创办于|始创于|创建于|成立|创立|创办|创建|注册了?(?=[\ue000])|组建")
_BY = pattern(r"由(?P<who>[^，。；由]*?{person}[^，。；由]*?)(?:于|在|共同|联合|一起|创|成立|发起)")
_TOGETHER = pattern(
    r"由(?P<who>[^，。；由]*?{org}[^，。；由]*?)(?:共同|联合|牵头|合资|携手)+(?:发起|出资|"
    r"组建|设立)*(?:成立|创立|组建|建设|设立|共建|发起)"
)
_NOT = re.compile(
    r"成立以来|成立(?:以)?后|成立之初|成立(?:专门|合资|联合|专项|工作)|周年|"
    r"创立的?(?:品牌|模式)|创建(?:了)?(?:一|数据|生态|标准)|成立(?:基金|子公司)"
)
_PLACE_WORDS = r"(?:总部(?:位于|设于|设在)?|位于|落户|设于|在|于)"

_SCHOOL = re.compile(r"大学|学院|理工|ETH|MIT|University|Institute|清华|北大|中科大|中科院|社科院|成大|交大|港科大")
_DEGREES = r"(?:本科|学士|硕士|博士后|博士|MBA|EMBA|研究生)"
_STUDIED = pattern(
    r"(?P<before>[^，。；]{0,8}?)(?:毕业于|就读于|求学于|考入|考上|保送|赴|取得|获得?|在|"
    r"师从|拿到|攻读于|入读){org:school}(?P<after>[^，。；]{0,24})"
)
_GRADUATE = pattern(
    r"(?:{person:before}(?:，|是|为|系|（)?(?:[^，。；]{0,6}?))"
    r"?{org:school}(?P<field>[\u4e00-\u9fff]{0,10}?)(?P<degree>本科|学士|硕士|博士|"
    r"MBA)"
    r"(?:毕业生|毕业|学历|学位|生|出身|研究生)?(?:{person:after})?"
)
_FIELD = re.compile(r"(?P<field>[\u4e00-\u9fff]{2,8}?)(?:专业|系(?!列|统)|学院|学士|硕士|博士|方向|本科)")


def founding(page: Page) -> Iterator[Draft]:
    """Every founding of the article that has a date, a place or founders."""
    for sentence in page.body():
        found = _FOUNDED.search(page.masked, sentence.start, sentence.end)
        if found is None or _NOT.search(page.text, found.start(), min(sentence.end, found.end() + 6)):
            continue
        start, end = page.clause(found.start(), "。；！？\n")
        before = page.within(start, found.start(), "org")
        after = page.within(found.end(), min(end, found.end() + 16), "org")
        by = _BY.search(page.masked, start, end)
        people = page.within(by.start(), by.end(), "person") if by else []
        if not people:
            people = page.within(start, found.start(), "person") if "共同" in page.text[start:end] or after else []
        people = [p for p in people if p.start < found.start()]
        together = _TOGETHER.search(page.masked, start, end)
        if together:
            before = [m for m in before if m.end <= together.start()]
            people = people or page.within(together.start(), together.end(), "org")
        if after and people and page.masked[found.end() : after[0].start].strip("了") == "":
            org = str(after[0].value)
        elif subjects := [m for m in before if page.acts(m) and m in page.subjects(sentence, found.start())]:
            org = str(subjects[0].value)
        else:
            org = page.owner(found.start())
        slots: dict[str, SlotValue] = {"organization": org}
        if people:
            slots["founders"] = tuple(dict.fromkeys(str(p.value) for p in people))
        dates = page.within(start, end, "date")
        near = [d for d in dates if -36 < d.start - found.end() < 12 and page.text[d.end : d.end + 1] not in "内前"]
        if near:
            slots["date"] = min(near, key=lambda d: min(abs(d.start - found.end()), abs(found.start() - d.end))).value
        place = _place(page, sentence, found.start())
        if place:
            slots["place"] = place
        if len(slots) > 1:
            yield Draft("founding", slots, sentence.start, sentence.end, 0.8)


def _place(page: Page, sentence: Sentence, verb: int) -> str | None:
    for start, end in page.places:
        if sentence.start <= start and end <= sentence.end:
            led = re.search(
                rf"{_PLACE_WORDS}(?:中国|美国|[{LETTERS['date'][0]}{LETTERS['date'][1]}])*$",
                page.masked[sentence.start : start],
            )
            direct = start >= verb and start - verb <= 6
            if (led or direct) and page.text[end : end + 1] != "的":
                return page.printed(start, end)
    return None


def education(page: Page) -> Iterator[Draft]:
    """Every course of study; without a person in the sentence it is that of the one spoken of before."""
    star = next((m for m in page.marks if m.kind == "person"), None)
    person = str(star.value) if star else ""
    for sentence in page.body():
        people = page.within(sentence.start, sentence.end, "person")
        for match in _STUDIED.finditer(page.masked, sentence.start, sentence.end):
            school = page.group(match, "school")
            if school.subkind != "university" and not _SCHOOL.search(str(school.value)):
                continue
            near = page.text[match.start() : match.end("after")]
            start, end = page.clause(match.start(), "，。；！？\n")
            wide = page.text[start:end]
            degrees = re.findall(_DEGREES, wide)
            if not (degrees or re.search("毕业|考入|就读|读|专业|系", near)):
                continue
            before = [p for p in people if p.start < match.start()]
            who = str(before[-1].value) if before else person
            if not who:
                continue
            slots: dict[str, SlotValue] = {"person": who, "school": str(school.value)}
            following = page.text[match.start("after") : match.end("after")]
            tail = re.match(
                r"，(?P<more>[^，。；]{0,14}?(?:本科|专业))", page.text[match.end("after") : match.end("after") + 18]
            )
            degree = (
                re.search(_DEGREES, following)
                or re.search(_DEGREES, wide)
                or (re.search(_DEGREES, tail[0]) if tail else None)
            )
            if degree:
                slots["degree"] = degree[0]
            field = _FIELD.search(following) or (_FIELD.search(tail["more"]) if tail else None)
            if field:
                name = re.sub(r"^(?:的|获得?|取得|拿到|攻读|读|主修)+", "", field["field"])
                if len(name) >= 2 and not re.search(_DEGREES, name):
                    at = page.text.index(name, match.start())
                    slots["field"] = page.printed(at, at + len(name))
            when = page.within(start, match.end(), "date")
            if when and not re.search("考入|考上|赴|入读|保送", near):
                slots["date"] = when[-1].value
            yield Draft("education", slots, sentence.start, sentence.end, 0.8)
        for match in _GRADUATE.finditer(page.masked, sentence.start, sentence.end):
            beside = "after" if match["after"] else "before"
            school = page.group(match, "school")
            if not match[beside] or (school.subkind != "university" and not _SCHOOL.search(str(school.value))):
                continue
            slots = {
                "person": str(page.group(match, beside).value),
                "school": str(school.value),
                "degree": match["degree"],
            }
            subject = re.sub(r"(?:专业|系|学院|方向)$", "", match["field"])
            if len(subject) >= 2:
                slots["field"] = page.printed(match.start("field"), match.start("field") + len(subject))
            yield Draft("education", slots, sentence.start, sentence.end, 0.7)
        if people:
            person = str(people[0].value)
