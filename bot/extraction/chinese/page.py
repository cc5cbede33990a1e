"""A Chinese article as the patterns read it: its sentences, its marks, and the text with every mark masked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from bot.extraction.chinese.folding import simplified
from bot.extraction.chinese.marks import Mark, Marks
from bot.extraction.chinese.masks import LETTERS, MarkKind, pattern, run
from bot.extraction.chinese.sentences import Sentence, sentences
from bot.model.article import Article
from bot.model.when import When
from bot.names import Registry, default_registry

_OUTLETS = frozenset({"outlet", "government", "exchange", "university", "place"})
_OPENS = re.compile(
    r"(?:^|[，。；：！？“「”」】\"]|(?:[一二三四五六七八九十]|"
    rf"{LETTERS['number'][0]}{LETTERS['number'][1]}*)[、.．）)] ?|"
    r"台湾|香港|中国|美国|日本|韩国|德国|法国|英国|挪威|瑞典|瑞士|新加坡|以色列|加拿大|"
    r"印度|北京|上海|深圳|杭州|广州|苏州|"
    rf"{LETTERS['date'][0]}{LETTERS['date'][1]}*|公司|企业|厂商|新创|供应商|其中|以及|晚间?|消息|获悉|"
    r"截至发稿|[此目]前|今日|近日|日前|据)$"
)
_SPEAKS_FOR = pattern(
    r"{org:org}的?[^，。；]{1,14}{person}[^，。；]{0,10}?(?:表示|称|说|透露|介绍|指出|认为|补充|强调|宣布)[，：][^。；]*$"
)
"""{org}副总经理{person}表示，公司…: it is the speaker's company."""
_BESIDE = re.compile(r"(?:与|和|向|对|被|为|由)[^，。；]{0,8}$")


class Page:
    """What the kinds ask: marks by place, sentences, and who a sentence is about."""

    def __init__(self, article: Article, registry: Registry | None = None) -> None:
        self.article = article
        self.text = simplified(article.text)
        self.sentences = sentences(self.text)
        self._starts = [sentence.start for sentence in self.sentences]
        head = self.sentences[0] if self.sentences else None
        self.title = head if head and article.title and article.text.startswith(article.title[:8]) else None
        found = Marks(article, self.text, registry or default_registry())
        self.marks, self.places = found.found, found.places
        self._mark_starts = [mark.start for mark in self.marks]
        self.masked = self._mask()
        self.main = self._main()

    def _mask(self) -> str:
        out = list(self.text)
        for mark in self.marks:
            out[mark.start : mark.end] = run(mark.kind, mark.end - mark.start)
        return "".join(out)

    # asking

    def at(self, position: int) -> Mark:
        """The mark that begins at a position of the text."""
        index = bisect_right(self._mark_starts, position) - 1
        mark = self.marks[index]
        if mark.start != position:
            raise ValueError(f"no mark begins at {position}")
        return mark

    def within(self, start: int, end: int, kind: MarkKind | None = None) -> list[Mark]:
        """The marks that lie in a span, of one kind or all, in order."""
        return [m for m in self.marks if start <= m.start and m.end <= end and (kind is None or m.kind == kind)]

    def group(self, match: re.Match[str], name: str) -> Mark:
        """The mark that a named group of a pattern met."""
        return self.at(match.start(name))

    def sentence(self, position: int) -> Sentence:
        """The sentence of a position, or the last one before it."""
        return self.sentences[max(0, bisect_right(self._starts, position) - 1)]

    def body(self) -> Iterator[Sentence]:
        """Every sentence but the title."""
        return (sentence for sentence in self.sentences if sentence is not self.title)

    def clause(self, position: int, ends: str = "，。；！？：\n,;") -> tuple[int, int]:
        """The clause around a position."""
        start, end = position, position
        while start > 0 and self.text[start - 1] not in ends:
            start -= 1
        while end < len(self.text) and self.text[end] not in ends:
            end += 1
        return start, end

    def printed(self, start: int, end: int) -> str:
        """The text as the article prints it."""
        return self.article.text[start:end]

    # who

    @staticmethod
    def acts(mark: Mark) -> bool:
        """Whether an organisation may be who an article is about: no outlet, exchange or conference is."""
        return mark.subkind not in _OUTLETS and not str(mark.value).endswith(("大会", "大會", "论坛", "論壇", "展"))

    def _main(self) -> str:
        counts: Counter[str] = Counter()
        for index, mark in enumerate(m for m in self.marks if m.kind == "org" and self.acts(m)):
            counts[mark.value] += 2 + (3 if self.title and mark.end <= self.title.end else 0)
            counts[mark.value] += 2 if mark.end - mark.start > len(mark.value) else 0
            counts[mark.value] += 1 if index == 0 else 0
            counts[mark.value] -= 2 if mark.subkind == "investor" else 0
        return counts.most_common(1)[0][0] if counts else ""

    def subjects(self, sentence: Sentence, until: int) -> list[Mark]:
        """The organisations that open a clause of the sentence before a position."""
        found = []
        for mark in self.within(sentence.start, until, "org"):
            if not self.acts(mark):
                continue
            before = self.masked[sentence.start : mark.start]
            opens = _OPENS.search(before)
            beside = _BESIDE.search(before)
            holds = re.match(
                r"[^，。；]{0,2}(?:持股|持有)|[^，。；]{0,20}?(?:担任|任)"
                r"[^，。；]{0,8}(?:顾问|保荐)|[^，。；]{0,40}?(?:领投|跟投|参投|加码|加注|"
                r"追投)",
                self.masked[mark.end :],
            )
            if opens and not beside and not holds:
                found.append(mark)
        return found

    def owner(self, position: int) -> str:
        """Which organisation a place of the text is about: the clause's, else the paragraph's, else the article's."""
        here = self.sentence(position)
        clause = self.text[self.clause(position)[0] : position]
        if clause.startswith("该公司") and not self.subjects(here, position):
            for sentence in reversed([s for s in self.body() if s.start < here.start]):
                if last := self.subjects(sentence, sentence.end):
                    return str(last[-1].value)
        said = _SPEAKS_FOR.search(self.masked, here.start, position)
        if said and "公司" in clause[:3]:
            return str(self.group(said, "org").value)
        about_it = re.match(r"(?:[一二三四五六七八九]、)?(?:该)?公司", clause) is not None
        paragraph = [
            m.value for m in self.marks if m.kind == "org" and self.sentence(m.start).paragraph == here.paragraph
        ]
        titled = self.title is not None and self.main in self.article.text[: self.title.end]
        if about_it and titled and (self.main in paragraph or not self.paragraph_subject(here)):
            return self.main
        subjects = self.subjects(here, position)
        if subjects:
            return str(subjects[0 if about_it else -1].value)
        return self.paragraph_subject(here) or (self.main if self._one_subject() else "")

    def _one_subject(self) -> bool:
        """Whether the article is about its main organisation throughout: a digest of news is not."""
        if self.title is None or self.main in self.article.text[: self.title.end]:
            return True
        told = {self.sentence(m.start).paragraph for m in self.marks if m.value == self.main}
        lead = min((s.paragraph for s in self.body()), default=0)
        return lead in told or 2 * len(told) >= len({s.paragraph for s in self.body()})

    def paragraph_subject(self, here: Sentence) -> str | None:
        """Who the sentences before it in its paragraph are about, None where they tell nobody."""
        earlier = [s for s in self.sentences if s.paragraph == here.paragraph and s.start < here.start]
        for sentence in reversed(earlier):
            subjects = self.subjects(sentence, sentence.end)
            if subjects:
                main = [s for s in subjects if s.value == self.main]
                return str((main or subjects[:1])[0].value)
        return None

    # when

    def date_for(self, position: int, end: int | None = None) -> When | None:
        """The date of the clause, else the last one before in the sentence."""
        start, stop = self.clause(position)
        inside = self.within(start, max(stop, end or stop), "date")
        if inside:
            return min(inside, key=lambda m: abs(m.start - position)).value  # type: ignore[no-any-return]
        here = self.sentence(position)
        before = self.within(here.start, position, "date")
        return before[-1].value if before else None
