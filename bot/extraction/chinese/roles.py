"""Posts: who holds, held, takes up or gives up which one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.extraction.chinese.marks import Mark
from bot.extraction.chinese.masks import LETTERS, pattern
from bot.extraction.chinese.page import Page
from bot.extraction.chinese.role_words import (
    APPOINTED,
    BESIDE_NAME,
    COMES_FROM,
    DENIES,
    EARLIER_POST,
    GAVE_UP,
    HELD,
    IN_CHARGE,
    IS_OF,
    JOINED,
    JOINED_TITLE,
    LEAVES,
    NO_POST,
    POST_IS,
    SERVED,
    TAKES_OVER,
    WENT,
    WORKED_AT,
)
from bot.extraction.chinese.sentences import Sentence
from bot.extraction.chinese.spoken_of import SpokenOf
from bot.extraction.chinese.titles import bare_title
from bot.extraction.kind import Draft
from bot.model.statement import SlotValue
from bot.model.when import When

_OF_TITLE = 0.5
_SEVERAL = frozenset({"历任", "曾先后任", "曾先后担任", "先后任", "先后担任"})
_TAKES_UP = frozenset({"出任", "升任", "接任", "就任", "转任", "获任", "被任命为"})


@dataclass(slots=True)
class _Told:
    """What was told of a sentence so far: the posts by where they end, the people appointed by where they begin."""

    posts: set[int] = field(default_factory=set)
    appointed: set[int] = field(default_factory=set)


class _Reader:
    """Reads a page sentence by sentence, each in the ways of telling a post, the surest first."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.spoken_of = SpokenOf(page)

    def read(self) -> Iterator[Draft]:
        ways = (
            *(self._appointed, self._beside, self._gave_up, self._post_is, self._worked_at, self._held, self._is_of),
            *(self._joined, self._went, self._served, self._comes_from, self._in_charge, self._takes_over),
        )
        for sentence in self.page.sentences:
            if not re.search(r"寻找|招聘|报名", self.page.text[sentence.start : sentence.end]):
                told = _Told()
                for way in ways:
                    yield from way(sentence, told)
            self.spoken_of.move_past(sentence)

    # what all ways need

    def _found(self, way: re.Pattern[str], sentence: Sentence) -> Iterator[re.Match[str]]:
        return way.finditer(self.page.masked, sentence.start, sentence.end)

    def _name(self, match: re.Match[str], group: str) -> str:
        return str(self.page.group(match, group).value)

    def _org(self, match: re.Match[str]) -> str:
        """The organisation that the words name, else the one whose text it is."""
        return self._name(match, "org") if match["org"] else self.page.owner(match.start())

    def _post(self, match: re.Match[str]) -> tuple[int, int]:
        """Where the bare post stands."""
        start, end = match.span("title")
        return end - len(bare_title(self.page.text[start:end])), end

    def _role(
        self, person: str, org: str, post: tuple[int, int] | None, sentence: Sentence, **slots: SlotValue | None
    ) -> Draft:
        filled: dict[str, SlotValue] = {"person": person, "organization": org}
        if title := self.page.printed(*post) if post else "":
            filled["title"] = title
        filled.update({k: v for k, v in slots.items() if v})
        return Draft("role", filled, sentence.start, sentence.end, _OF_TITLE if sentence is self.page.title else 0.8)

    def _when(self, sentence: Sentence, start: int, end: int) -> When | None:
        dates: list[Mark] = self.page.within(start, end, "date") or self.page.within(sentence.start, start, "date")
        return dates[-1].value if dates else None

    # the ways of telling a post

    def _appointed(self, sentence: Sentence, told: _Told) -> Iterator[Draft]:
        """聘任{person}为{org}总经理."""
        for match in self._found(APPOINTED, sentence):
            person = self.page.group(match, "person")
            told.appointed.add(person.start)
            begun = self.page.date_for(match.start())
            yield self._role(str(person.value), self._org(match), self._post(match), sentence, start=begun)
            if match["from"] and match["oldtitle"]:
                yield self._role(str(person.value), self._name(match, "from"), match.span("oldtitle"), sentence)

    def _beside(self, sentence: Sentence, told: _Told) -> Iterator[Draft]:
        """{org}首席执行官{person}, with what follows where the post is given up."""
        page = self.page
        for match in self._found(BESIDE_NAME, sentence):
            person = page.group(match, "person")
            start, end = self._post(match)
            if person.start in told.appointed or NO_POST.match(page.text[start:end]):
                continue
            after = page.masked[person.end : sentence.end]
            left = LEAVES.match(after) if not DENIES.search(after[:8]) else None
            if start < end and re.match("[原前]", page.text[start:end]):
                start += 1
            ended = self._when(sentence, person.end, person.end + left.end()) if left else None
            told.posts.add(end)
            yield self._role(str(person.value), self._org(match), (start, end), sentence, end=ended)

    def _gave_up(self, sentence: Sentence, told: _Told) -> Iterator[Draft]:
        """{person}辞去{org}董事长."""
        for match in self._found(GAVE_UP, sentence):
            told.posts.add(match.end("title"))
            ended = self._when(sentence, match.start(), match.start("title"))
            yield self._role(self._name(match, "person"), self._org(match), self._post(match), sentence, end=ended)

    def _post_is(self, sentence: Sentence, told: _Told) -> Iterator[Draft]:
        """{org}的首席科学家是{person}."""
        for match in self._found(POST_IS, sentence):
            start, end = self._post(match)
            if not NO_POST.match(self.page.text[start:end]):
                told.posts.add(end)
                yield self._role(self._name(match, "person"), self._org(match), (start, end), sentence)

    def _worked_at(self, sentence: Sentence, told: _Told) -> Iterator[Draft]:
        """在{org}做了三年的工程师."""
        for match in self._found(WORKED_AT, sentence):
            told.posts.add(match.end("title"))
            who = self.spoken_of.who(sentence, match.start())
            yield self._role(who, self._name(match, "org"), self._post(match), sentence)

    def _held(self, sentence: Sentence, told: _Told) -> Iterator[Draft]:
        """曾任{org}副总裁."""
        page = self.page
        for match in self._found(HELD, sentence):
            start, end = self._post(match)
            verb, text = match["verb"], page.text[start:end]
            if end in told.posts or NO_POST.match(text) or ("顾问" in text and "财务" in text):
                continue
            if page.masked[end : end + 1] == LETTERS["person"][0] and verb not in ("出任", "担任"):
                continue
            before = page.masked[sentence.start : match.start()]
            if re.search(r"未|没有|不再|拒绝", page.text[max(sentence.start, match.start() - 3) : match.start()]):
                continue
            if self.page.text.startswith("分别", match.start() - 2):
                yield from self._one_each(sentence, match, (start, end))
                told.posts.add(end)
                continue
            clause_org = re.search(rf"{LETTERS['org'][0]}{LETTERS['org'][1]}*(?:[^，。；]{{0,3}})$", before)
            person = self.spoken_of.who(sentence, match.start())
            if not person or (clause_org and verb in ("担任", "任", "是") and not match["org"]):
                continue  # 光源资本担任财务顾问
            if verb == "是" and not match["org"]:
                continue
            org = self._name(match, "org") if match["org"] else self._org_before(sentence, match.start())
            begun = page.date_for(match.start()) if verb in _TAKES_UP else None
            told.posts.add(end)
            for post in self._one_by_one(start, end) if verb in _SEVERAL else ((start, end),):
                yield self._role(person, org, post, sentence, start=begun)

    def _one_each(self, sentence: Sentence, match: re.Match[str], post: tuple[int, int]) -> Iterator[Draft]:
        """{person}与{person}创立{org}，分别担任CEO和CTO."""
        people = self.page.within(sentence.start, match.start(), "person")
        posts = list(self._one_by_one(*post))
        orgs = self.page.within(sentence.start, match.start(), "org")
        if orgs and len(people) == len(posts):
            for person, one in zip(people, posts, strict=True):
                yield self._role(str(person.value), str(orgs[-1].value), one, sentence)

    def _one_by_one(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """历任{title}、{title}: posts held one after the other."""
        for part in re.finditer("[^、和及]+", self.page.text[start:end]):
            yield start + part.start(), start + part.end()

    def _org_before(self, sentence: Sentence, position: int) -> str:
        """加入科大讯飞，任副院长: the organisation of the clause before, where it was joined; else whose text it is."""
        joined = list(
            pattern(r"(?:加入|加盟|在|回到|进入|入职){org:org}[^。；]{0,10}$").finditer(
                self.page.masked, sentence.start, position
            )
        )
        return self._name(joined[-1], "org") if joined else self.page.owner(position)

    def _is_of(self, sentence: Sentence, told: _Told) -> Iterator[Draft]:
        """作为{org}的创始人."""
        for match in self._found(IS_OF, sentence):
            after = self.page.masked[match.end() : match.end() + 1]
            if after == LETTERS["person"][0] or match.end("title") in told.posts:
                continue
            here = self.spoken_of
            who = here.star if "这位" in match[0] else here.who(sentence, match.start())
            if who:
                yield self._role(who, self._name(match, "org"), self._post(match), sentence)

    def _joined(self, sentence: Sentence, told: _Told) -> Iterator[Draft]:
        """加入{org}，担任首席运营官."""
        page = self.page
        for match in self._found(JOINED, sentence):
            who = self.spoken_of.who(sentence, match.start())
            title = JOINED_TITLE.search(page.masked, match.start("more"), match.end("more"))
            if title and title.end("title") in told.posts and "、" in title["title"]:
                continue  # several posts, told one by one
            if not who or DENIES.search(page.text[max(sentence.start, match.start() - 3) : match.end()]):
                continue
            post, begun = self._post(title) if title else None, page.date_for(match.start())
            yield self._role(who, self._name(match, "org"), post, sentence, start=begun)

    def _went(self, sentence: Sentence, told: _Told) -> Iterator[Draft]:
        """跳槽到{org}."""
        for match in self._found(WENT, sentence):
            people = self.page.within(sentence.start, match.start(), "person")
            if people:
                yield self._role(str(people[-1].value), self._name(match, "org"), None, sentence)

    def _served(self, sentence: Sentence, told: _Told) -> Iterator[Draft]:
        """就职于{org}."""
        for match in self._found(SERVED, sentence):
            place = "org" if match["org"] else "there"
            if match[place] and (who := self.spoken_of.who(sentence, match.start())):
                yield self._role(who, self._name(match, place), None, sentence)

    def _comes_from(self, sentence: Sentence, told: _Told) -> Iterator[Draft]:
        """{person}来自{org}."""
        for match in self._found(COMES_FROM, sentence):
            yield self._role(self._name(match, "person"), self._name(match, "org"), None, sentence)

    def _takes_over(self, sentence: Sentence, told: _Told) -> Iterator[Draft]:
        """{person}卸任CEO，由{person}接任."""
        for match in self._found(TAKES_OVER, sentence):
            posts = list(EARLIER_POST.finditer(self.page.masked, sentence.start, match.start()))
            given_up = [
                p
                for p in posts
                if re.search("卸任|辞去|辞任|退任|不再担任", self.page.text[sentence.start : p.start("title") + 4])
            ]
            if posts:
                post = self._post((given_up or posts)[0 if given_up else -1])
                org = self.page.owner(sentence.start + 1) or self.page.owner(match.start())
                person, begun = self.page.group(match, "person"), self.page.date_for(match.start())
                told.appointed.add(person.start)
                yield self._role(str(person.value), org, post, sentence, start=begun)

    def _in_charge(self, sentence: Sentence, told: _Told) -> Iterator[Draft]:
        """由{person}负责国际业务."""
        for match in self._found(IN_CHARGE, sentence):
            if match["post"].startswith("负责"):
                org = self.page.owner(match.start())
                yield self._role(self._name(match, "person"), org, match.span("post"), sentence)


def roles(page: Page) -> Iterator[Draft]:
    """Every post of the article."""
    told = list(_Reader(page).read())
    body = [(d.slots["person"], d.slots["organization"]) for d in told if d.score > _OF_TITLE]
    # what the text tells at length is not told by the title once more
    yield from (d for d in told if d.score > _OF_TITLE or (d.slots["person"], d.slots["organization"]) not in body)
