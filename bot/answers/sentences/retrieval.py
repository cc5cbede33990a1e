"""The second leg: sentences that answer where no typed fact does. Strict, for a wrong sentence is worse than none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.answers.asked.glossary import in_chinese
from bot.answers.asked.question import Clause
from bot.answers.asked.spotting import Spotter
from bot.answers.asked.words import is_weekday, same_meaning, stems, words
from bot.answers.known import published_by
from bot.answers.query import Ids
from bot.answers.quoted import is_quoted, spaced
from bot.answers.sentences.closeness import Closeness
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.evidence import BESIDE, ENOUGH, Evidence, must, of_the_kind, wanted
from bot.answers.sentences.paraphrases import Paraphrases
from bot.answers.sentences.particulars import is_particular
from bot.answers.sentences.signs import HE_OR_HIS, YEAR
from bot.grammar.patterns import Pattern
from bot.grammar.rounds import find_rounds
from bot.model.answer import Citation
from bot.model.rounds import round_key
from bot.store.query import bounds
from bot.store.read import Facts, Passage, StoredEvent

UNNAMED = 0.99
"""Where no name ties a sentence to the question, all its words have to."""
_CANDIDATES = 80
CANDIDATES_OF_MANY = 20
"""Sentences that are looked into in a large store, where more of the first hold what is asked."""
_BESIDE_FACTS_OF_MANY = 12
"""The same where facts answer and sentences only stand beside them."""
_ARTICLES, _ARTICLES_OF_MANY = 12, 6
"""Articles that name whom a question is about, in which sentences without the name are looked for."""
_WEIGHED = 24
"""Sentences that are weighed in full: the rest hold fewer of the words."""
_WEIGHED_OF_MANY = 10
"""The same in a large store, where more sentences hold all of the words."""
ENDS = Pattern(r"[.!?。！？…][\"”’')\]]*\s*$")
_ASKS = Pattern(r"[?？][\"”’')\]]*\s*$")
_HEADING = Pattern(r"^[^\d.!?。！？…]{1,40}$")
_FEW_WORDS = 3
_RARE = 3
"""Sentences that hold a word which is as good as a name."""
_ASKING = 20
"""Candidates among which questions are looked for that the sentences below them answer."""
_GONE_ON = 2
"""Sentences that are shown after the best one where it only opens what it tells."""
_FIGURE = Pattern(
    r"(?:[$€£¥₩]|US\$|HK\$)\s?\d[\d,.]{0,30}(?:\s?(?:million|billion|trillion|bn|m))?|"
    r"\d[\d,.]{0,30}\s?(?:(?:million|billion|trillion) (?:yuan|won|dollars|euros?|yen|rmb)|%|[万亿]+元)",
    re.I,
)
_DEALT = Pattern(
    r"\b(?:rounds?|rais\w+|invest\w+|financing|funding|consideration|stake|shares?|holding|total|together|pa(?:y|id)|"
    r"price|valu\w+|acqui\w+|b(?:uy|ought))\b|[轮股]|融资|收购",
    re.I,
)
"""A sum without one of these is no sum of a deal."""
_SHORT_ROUND = Pattern(r"(?<=\|) ?((?:[Pp]re-)?[A-H]\+{0,3}|[Ss]eed|[Aa]ngel) ?(?=\|)|(?<![\w-])([A-H]\+{1,3})(?!\w)")
_NEXT_YEAR = Pattern(
    r"\b(?:next year|(?:in|over|within|for) the (?:next|coming)|within a year|year from now)\b|明年", re.I
)
_RELATIVE = (
    (-1, Pattern(r"\b(?:last|previous|past) year\b|去年", re.I)),
    (0, Pattern(r"\bthis year\b|今年", re.I)),
    (1, Pattern(r"\bnext year\b|明年", re.I)),
)
"""Years that are told from when an article came out, beside others that it names."""
_SMALL = frozenset(["of", "de", "da", "du", "la", "le", "van", "von", "der", "den", "and", "the", "al", "bin", "y"])
"""Words that stand small within names."""


@lru_cache(maxsize=500)
def _rounds(text: str) -> frozenset[str]:
    """The rounds that a sentence tells; the same sentence is looked at several times for one question."""
    # The cell of a table and "the A+" name a round without saying so.
    short = (f"{met[1] or met[2]} round" for met in _SHORT_ROUND.finditer(text))
    told = (*find_rounds(text), *(one for name in short for one in find_rounds(name)))
    return frozenset(round_key(one.round).removesuffix("extension") for one in told)


@lru_cache(maxsize=2000)
def _years(text: str) -> frozenset[int]:
    """The years that a text names."""
    return frozenset(map(int, YEAR.findall(text)))


def narrows(passage: Passage, clause: Clause, before: str = "") -> bool:
    """Whether a sentence may be about the round and the period that are asked for.

    `before`: the sentence that it goes on from, which may tell the year.
    """
    narrow, text = clause.narrow, passage.text
    if narrow.round and round_key(narrow.round) not in _rounds(text):
        return False
    if narrow.known is not None and not published_by(passage.citation.published, narrow.known):
        return False
    if narrow.when is None:
        return True
    if narrow.as_said and narrow.as_said in text.casefold():
        return True  # said from the day on which the article came out, as the question may have it
    years = _years(text) or _years(before)
    first, last = (int(bound[:4]) for bound in bounds(narrow.when))
    published = passage.citation.published[:4]
    if years and any(first <= year <= last for year in years):
        return True
    if years:
        told = int(published) if published else 0
        return any(first <= told + by <= last for by, said in _RELATIVE if told and said.is_in(text))
    if not published or first <= int(published) <= last + 1:
        return True
    return first <= int(published) + 1 <= last and _NEXT_YEAR.is_in(text)


def is_heading(text: str) -> bool:
    """Whether a line is no more than a heading of a word or three, which tells nothing by itself."""
    return bool(_HEADING.match(text.strip("*#_ "))) and len(text.split()) <= _FEW_WORDS


class Sentences:
    """Finds the sentences of the articles that hold what a clause asks."""

    def __init__(self, facts: Facts, spotter: Spotter) -> None:
        self.facts = facts
        self.discourse = Discourse(facts, spotter)
        self.evidence = Evidence(self.discourse)
        self.closeness = Closeness(self.discourse, self.evidence)
        self.paraphrases = Paraphrases(self.discourse, self.evidence, narrows)
        self._in_chinese = facts.is_told_in("zh")
        self._most = CANDIDATES_OF_MANY if facts.is_large else _CANDIDATES
        self._beside = _BESIDE_FACTS_OF_MANY if facts.is_large else _CANDIDATES

    def best(self, clause: Clause, limit: int = 3, enough: float = ENOUGH) -> list[Passage]:
        """The sentences with the most evidence, at least `enough`, none much weaker than the best."""
        kept = self.kept(clause, self.scored(clause), limit, enough)
        return list(dict.fromkeys(told for passage in kept for told in (passage, *self._below(passage))))[: limit + 1]

    def _below(self, passage: Passage) -> list[Passage]:
        """The sentence that follows a heading or a question: it says what they only name."""
        if passage.ordinal == 0 or (ENDS.search(passage.text) and not _ASKS.search(passage.text)):
            return []
        return self.discourse.near(passage, 0, 1)

    def gone_on(self, passages: tuple[Passage, ...], most: int) -> tuple[Passage, ...]:
        """Sentences with those that go on from the best of them: what follows a headline, a question, and "It …"."""
        first = passages[0]
        after = self.discourse.near(first, 0, _GONE_ON)
        if first.ordinal == 0:
            after = [p for p in after if ENDS.search(p.text)]
        elif not _ASKS.search(first.text):
            after = [p for p in after[:1] if self.discourse.goes_on(p)]
        return tuple(dict.fromkeys((first, *after, *passages[1:])))[:most]

    @staticmethod
    def kept(
        clause: Clause, scored: list[tuple[float, Passage]], limit: int = 3, enough: float = ENOUGH
    ) -> list[Passage]:
        """Of sentences with their evidence those that have enough."""
        if not clause.names and all(is_weekday(word) for word in clause.unknown):
            enough = max(enough, UNNAMED)
        kept = [(score, passage) for score, passage in scored if score >= enough]
        return [passage for score, passage in kept[:limit] if score >= kept[0][0] - 0.2]

    def scored(self, clause: Clause) -> list[tuple[float, Passage]]:
        """Every sentence that may answer a clause with its evidence, the best first."""
        groups = (*clause.groups(), *(clause.names[i].ids for i in sorted(clause.tellers)))
        asked = wanted(clause) or (is_particular(clause.shape) and len(groups) > 1)
        if not asked or not (groups or clause.unknown or self._rare(clause.content)):
            return []
        rows = []
        weighed = _WEIGHED_OF_MANY if self.facts.is_large else _WEIGHED
        for passage in self.evidence.likeliest(self._candidates(clause, groups), clause, weighed):
            score = self.evidence.of(passage, clause, groups) if narrows(passage, clause) else 0.0
            if score > 0:
                rows.append((-score, passage.rank, passage.article, passage.ordinal, passage))
        rows.sort(key=lambda row: row[:4])
        return [(-row[0], row[4]) for row in rows]

    def _rare(self, content: tuple[str, ...]) -> bool:
        """Whether words without any name say enough: three of them, or two of which hardly any sentence holds one."""
        return len(content) > 2 or (len(content) == 2 and any(0 < self.facts.spread(word) <= _RARE for word in content))

    def about(
        self, ids: Ids, topic: tuple[str, ...], limit: int = 3, least: float = 0.0, surely: bool = False
    ) -> list[Passage]:
        """The sentences that name an entity and hold most of a topic, at least a share `least` of it.

        `surely`: only those that were read as naming it when the article was read, headlines left out.
        """
        names = " ".join(self.facts.name(one) for one in sorted(ids))
        met = self.facts.search(f"{names} {' '.join(topic)}", self._beside)
        if surely:
            # Reading the article took it for a name, and so does looking at the sentence alone.
            found = [p for p in met if p.ordinal > 0 and set(p.entities) & ids and self._spots(p, ids)]
        else:
            found = [p for p in met if self._names(p, ids)]
        scored = [
            (-sum(bool(same_meaning(w) & stems(p.text)) for w in topic), p.rank, n, p) for n, p in enumerate(found)
        ]
        kept = [row for row in scored if -row[0] >= least * len(topic)]
        return [row[3] for row in sorted(kept, key=lambda row: row[:3])[:limit]]

    def together(self, members: list[Ids], limit: int = 4) -> list[Passage]:
        """Where one article speaks of several names closest to one another: the sentences that name them."""
        names = " ".join(self.facts.name(one) for ids in members for one in sorted(ids)[:1])
        best: tuple[int, list[Passage]] | None = None
        for article in dict.fromkeys(p.article for p in self.facts.search(names, self._most)):
            named = [[p for p in self.discourse.article(article) if self._names(p, ids)] for ids in members]
            if not all(named):
                continue
            for first in named[0]:
                nearest = [min(some, key=lambda p: abs(p.ordinal - first.ordinal)) for some in named]
                spread = max(p.ordinal for p in nearest) - min(p.ordinal for p in nearest)
                if spread > 0 and (best is None or spread < best[0]):
                    best = (spread, nearest)
        found = sorted({p.ordinal: p for p in best[1]}.values(), key=lambda p: p.ordinal) if best else []
        return found[:limit]

    def _names(self, passage: Passage, ids: Ids) -> bool:
        return self.discourse.names_one(passage, ids)

    def _spots(self, passage: Passage, ids: Ids) -> bool:
        return any(mention.ids & ids for mention in self.discourse.named(passage))

    def spelling(self, name: str, limit: int = 3) -> list[Passage]:
        """The sentences that write a name which no fact knows, with capitals as names have."""
        wanted = re.compile(rf"(?<![\w]){re.escape(name)}(?![\w])", re.I)
        found = []
        for passage in self.facts.search(name, self._most):
            met = wanted.search(passage.text)
            if met and passage.ordinal > 0 and all(not word.islower() for word in met[0].split() if word not in _SMALL):
                found.append(passage)
        return found[:limit]

    def also(
        self, ids: Ids, words: Pattern | re.Pattern[str], clause: Clause, told: Iterable[Citation], limit: int = 3
    ) -> list[Passage]:
        """Sentences that name an entity together with some words and that no quote of the answer holds."""
        quotes = [spaced(citation.quote) for citation in told]
        names = " ".join(self.facts.name(one) for one in sorted(ids))
        found = []
        for passage in self.facts.search(f"{names} {clause.text}", self._beside):
            text = spaced(passage.text)
            if passage.ordinal == 0 or not words.search(text) or not narrows(passage, clause):
                continue
            if not is_quoted(text, quotes) and self._names(passage, ids):
                found.append(passage)
                if len(found) == limit:
                    break
        return found

    def figures(self, clause: Clause, told: Iterable[StoredEvent], limit: int = 4) -> list[Passage]:
        """Sums and shares that articles tell of the names of a clause and that no quote of some facts holds."""
        groups = clause.groups()
        events = list(told)
        quotes = " ".join(s.quote for event in events for s in event.statements)
        known = {m[0].replace(" ", "") for m in _FIGURE.finditer(quotes)}
        names = " ".join(self.facts.name(one) for ids in groups for one in sorted(ids))
        met = [p.article for p in self.facts.search(f"{names} {clause.text}", self._most) if self._all_named(p, groups)]
        articles = dict.fromkeys([*(s.article for event in events for s in event.statements), *met])
        found: list[tuple[float, int, Passage]] = []
        for article in list(articles)[:_ARTICLES]:
            for passage in self.discourse.article(article):
                new = {m[0].replace(" ", "") for m in _FIGURE.finditer(passage.text)} - known
                if passage.ordinal == 0 or not new or not narrows(passage, clause):
                    continue
                sure = self.evidence.speaks_of(passage, groups)
                if sure >= BESIDE and _DEALT.search(passage.text):
                    found.append((-sure, len(found), passage))
        return [row[2] for row in sorted(found, key=lambda row: row[:2])[:limit]]

    def _all_named(self, passage: Passage, groups: tuple[Ids, ...]) -> bool:
        here = self.discourse.ids(passage)
        return bool(groups) and all(ids & here for ids in groups)

    def of_person(self, ids: Ids, words: Pattern, told: Iterable[Citation], limit: int = 4) -> list[Passage]:
        """Sentences on a person's life, those that only say "she" too, that no quote of the answer holds."""
        quotes = [spaced(citation.quote) for citation in told]
        names = " ".join(self.facts.name(one) for one in sorted(ids))
        met = self.facts.search(names, self._beside)
        articles = dict.fromkeys(p.article for p in met if self._names(p, ids))
        surnames = self._surnames(ids)
        found: list[Passage] = []
        for article in articles:
            before: list[Passage] = []
            for passage in self.discourse.article(article):
                text = spaced(passage.text)
                speaks = self.discourse.spotter.may_name(text, ids) or HE_OR_HIS.search(text)
                told_already = speaks and is_quoted(text, quotes)
                if passage.ordinal > 0 and speaks and words.search(text) and not told_already:
                    named = self._is_named(passage, ids, surnames)
                    if named is None and HE_OR_HIS.search(text):
                        seen = (self._is_named(p, ids, surnames) for p in reversed(before))
                        named = next((meant for meant in seen if meant is not None), False)
                    if named:
                        found.append(passage)
                        if len(found) == limit:
                            return found
                before.append(passage)
        return found

    def _is_named(self, passage: Passage, ids: Ids, surnames: re.Pattern[str]) -> bool | None:
        """Whether a sentence names somebody, by the surname too; None where it names no person at all."""
        people = {i for m in self.discourse.named(passage) for i in m.ids if self.discourse.kind(i) == "person"}
        if people:
            return bool(people & ids)
        return True if surnames.search(passage.text) else None

    def _surnames(self, ids: Ids) -> re.Pattern[str]:
        """A person's names one by one, as articles shorten them, where no other name follows or goes before."""
        parts = {
            w for one in ids for w in (*self.facts.name(one).split(" ")[:1], *self.facts.name(one).split(" ")[-1:])
        }
        either = "|".join(re.escape(part) for part in sorted(parts))
        return re.compile(rf"(?<![A-Z][a-z] )(?<!\w)(?:{either})(?!\w)(?! [A-Z][a-z])")

    def _candidates(self, clause: Clause, groups: tuple[Ids, ...]) -> list[Passage]:
        names = [self.facts.name(one) for ids in groups for one in sorted(ids)]
        asked = [word for word in words(clause.unmarked) if len(word) > 2]
        near = [other for word in wanted(clause) for other in sorted(same_meaning(word))]
        if self._in_chinese:
            near += in_chinese(wanted(clause))
        found = self.facts.search(" ".join([clause.text, *names, *asked, *near]), self._most)
        asked_about = frozenset().union(*groups)
        most = _ARTICLES_OF_MANY if self.facts.is_large else _ARTICLES
        theirs = list(dict.fromkeys(p.article for p in found if asked_about & set(p.entities)))[:most]
        if groups:
            # A sentence that does not repeat the name stands in an article that does.
            known = {(p.article, p.ordinal) for p in found}
            extra = self.facts.search(" ".join([*asked, *near]), self._most, theirs or None)
            found += [p for p in extra if (p.article, p.ordinal) not in known]
        asking = [p for p in found[:_ASKING] if _ASKS.is_in(p.text)]
        known = {(p.article, p.ordinal) for p in found}
        answers = (near for p in asking for near in self.discourse.near(p, 0, _GONE_ON))
        found += [p for p in answers if (p.article, p.ordinal) not in known]
        return sorted(found, key=lambda p: p.article not in theirs) if theirs else found

    def beside(self, clause: Clause, quotes: tuple[str, ...], limit: int = 2) -> list[Passage]:
        """The sentences next to those that answered before, where they hold what a follow-up asks."""
        wanted, needed = clause.content, must(clause)
        found: dict[tuple[str, int], Passage] = {}
        for quote in quotes[:4]:
            for cited in self.facts.search(quote, 1):
                for near in self.discourse.article(cited.article):
                    said = stems(near.text)
                    if (
                        abs(near.ordinal - cited.ordinal) <= 2
                        and all(same_meaning(word) & said for word in (*wanted, *needed))
                        and of_the_kind(near, clause, ())
                    ):
                        found.setdefault((near.article, near.ordinal), near)
        return list(found.values())[:limit] if wanted else []
