"""The second leg: sentences that answer where no typed fact does. Strict, for a wrong sentence is worse than none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.query import Ids
from bot.answers.question import Clause
from bot.answers.spotting import Mention, Spotter
from bot.answers.words import same_meaning, spelled, stem, stems, words
from bot.grammar.money import find_money
from bot.grammar.rounds import find_rounds
from bot.model.answer import Citation
from bot.model.rounds import round_key
from bot.store.query import bounds
from bot.store.read import Facts, Passage

_ENOUGH = 0.66
_CANDIDATES = 80
_MOST_KEPT = 5000
_PERCENT = re.compile(r"\d\s*(?:%|％|per ?cent\b|percent\b)|百分之\d", re.I)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|"
    r"million|billion)s?\b|[一二三四五六七八九十百千万]",
    re.I,
)
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december|monday|"
    r"tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|spring|summer|autumn|winter)\b|"
    r"\b(?:next|last|this|past|coming|within|over the|in) (?:\w+ )?(?:years?|months?|weeks?|quarters?|"
    r"decades?)\b|\d+月|\d{4}年|明年|去年|今年",
    re.I,
)
_UNTOLD = re.compile(
    r"\bundisclosed\b|\bnot (?:been )?(?:disclosed|revealed|made public)\b|\b(?:did|would) not "
    r"(?:disclose|reveal|say how much)\b|未披露|未透露",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REASON = re.compile(
    r"\b(?:because|since|due to|as a result|so that|in order to|owing to|reason|thanks to|given)\b|因为|由于", re.I
)
_BACK = re.compile(
    r"^\W*(?:it|its|he|his|she|her|they|their|the (?:company|firm|startup|start-up|team|robot|model|"
    r"group|deal|round))\b|^(?:该公司|他|她|其)",
    re.I,
)
_PERSONAL = re.compile(r"\b(?:he|she|his|her)\b|[他她]", re.I)
_COUNTED = re.compile(r"\bhow many (?:more |other |of the |different )?([\w-]+)")


def _narrowed(passage: Passage, clause: Clause) -> bool:
    """Whether a sentence may be about the round and the period that are asked for."""
    narrow, text = clause.narrow, passage.text
    if narrow.round and round_key(narrow.round) not in {round_key(told.round) for told in find_rounds(text)}:
        return False
    if narrow.when is None:
        return True
    years = {int(year) for year in _YEAR.findall(text)}
    first, last = (int(bound[:4]) for bound in bounds(narrow.when))
    if years:
        return any(first <= year <= last for year in years)
    published = passage.citation.published[:4]
    return not published or first <= int(published) <= last + 1


class Sentences:
    """Finds the sentences of the articles that hold what a clause asks."""

    def __init__(self, facts: Facts, spotter: Spotter) -> None:
        self.facts = facts
        self.spotter = spotter
        self._mentions: dict[tuple[str, int], list[Mention]] = {}
        self._articles: dict[str, list[Passage]] = {}
        self._persons: dict[str, bool] = {}

    def best(self, clause: Clause, limit: int = 3, enough: float = _ENOUGH) -> list[Passage]:
        """The sentences that hold all names and most content words, and plausibly the kind of thing asked."""
        groups = (*clause.groups(), *(clause.names[i].ids for i in sorted(clause.tellers)))
        wanted = clause.content
        if not wanted or not (groups or clause.unknown or len(wanted) > 2):
            return []
        if not groups:
            enough = 1.0  # nothing but its words ties a sentence to the question
        must = self._must(clause)
        scored = []
        for passage in self._candidates(clause, groups):
            said = self._said(passage, groups)
            share = sum(bool(same_meaning(word) & said) for word in wanted) / len(wanted)
            if share < enough or not all(same_meaning(word) & said for word in must):
                continue
            if not _narrowed(passage, clause) or not spelled(passage.text, clause.unknown):
                continue
            if not self._names_all(passage, groups, share, len(wanted) > 1) or not self._of_the_kind(
                passage, clause, groups
            ):
                continue
            scored.append((-share, passage.rank, passage.article, passage.ordinal, passage))
        scored.sort(key=lambda row: row[:4])
        return [row[4] for row in scored[:limit] if row[0] <= scored[0][0] + 0.2]

    def _said(self, passage: Passage, groups: tuple[Ids, ...]) -> frozenset[str]:
        """The words of a sentence, the names asked for aside: "Acme Robotics" says nothing of robots."""
        text = passage.text
        for mention in reversed(self._named(passage)):
            if any(mention.ids & ids for ids in groups):
                text = f"{text[: mention.start]} {text[mention.end :]}"
        return stems(text)

    def _named(self, passage: Passage) -> list[Mention]:
        key = (passage.article, passage.ordinal)
        if key not in self._mentions:
            if len(self._mentions) > _MOST_KEPT:
                self._mentions.clear()
            self._mentions[key] = self.spotter.find(passage.text)
        return self._mentions[key]

    def _article(self, article: str) -> list[Passage]:
        if article not in self._articles:
            if len(self._articles) > _MOST_KEPT // 10:
                self._articles.clear()
            self._articles[article] = self.facts.passages(article)
        return self._articles[article]

    def _subjects(self, article: str) -> frozenset[str]:
        """Whom an article is about: the names of its title and its first sentences."""
        return frozenset(i for p in self._article(article)[:3] for m in self._named(p) for i in m.ids)

    def about(self, ids: Ids, topic: tuple[str, ...], limit: int = 3, least: float = 0.0) -> list[Passage]:
        """The sentences that name an entity and hold most of a topic, at least a share `least` of it."""
        names = " ".join(self.facts.name(one) for one in sorted(ids))
        met = self.facts.search(f"{names} {' '.join(topic)}", _CANDIDATES)
        found = [p for p in met if any(mention.ids & ids for mention in self._named(p))]
        scored = [
            (-sum(bool(same_meaning(w) & stems(p.text)) for w in topic), p.rank, n, p) for n, p in enumerate(found)
        ]
        kept = [row for row in scored if -row[0] >= least * len(topic)]
        return [row[3] for row in sorted(kept, key=lambda row: row[:3])[:limit]]

    def also(
        self, ids: Ids, words: re.Pattern[str], clause: Clause, told: Iterable[Citation], limit: int = 3
    ) -> list[Passage]:
        """Sentences that name an entity together with some words and that no quote of the answer holds."""
        quotes = [" ".join(citation.quote.split()) for citation in told]
        names = " ".join(self.facts.name(one) for one in sorted(ids))
        found = []
        for passage in self.facts.search(f"{names} {clause.text}", _CANDIDATES):
            text = " ".join(passage.text.split())
            if passage.ordinal == 0 or not words.search(text) or not _narrowed(passage, clause):
                continue
            if any(text in quote or quote in text for quote in quotes):
                continue
            if any(mention.ids & ids for mention in self._named(passage)):
                found.append(passage)
        return found[:limit]

    def of_person(self, ids: Ids, words: re.Pattern[str], told: Iterable[Citation], limit: int = 4) -> list[Passage]:
        """Sentences on a person's life, those that only say "she" too, that no quote of the answer holds."""
        quotes = [" ".join(citation.quote.split()) for citation in told]
        names = " ".join(self.facts.name(one) for one in sorted(ids))
        met = self.facts.search(names, _CANDIDATES)
        articles = dict.fromkeys(p.article for p in met if any(m.ids & ids for m in self._named(p)))
        surnames = self._surnames(ids)
        found: list[Passage] = []
        for article in articles:
            meant = False
            for passage in self._article(article):
                people = {i for m in self._named(passage) for i in m.ids if self._is_person(i)}
                named = bool(people & ids) or (not people and surnames.search(passage.text) is not None)
                meant = named or (meant and not people)
                text = " ".join(passage.text.split())
                if passage.ordinal == 0 or not meant or not words.search(text):
                    continue
                if (named or _PERSONAL.search(text)) and not any(text in q or q in text for q in quotes):
                    found.append(passage)
        return found[:limit]

    def _surnames(self, ids: Ids) -> re.Pattern[str]:
        """A person's names one by one, as articles shorten them, where no other name follows or goes before."""
        parts = {
            w for one in ids for w in (*self.facts.name(one).split(" ")[:1], *self.facts.name(one).split(" ")[-1:])
        }
        either = "|".join(re.escape(part) for part in sorted(parts))
        return re.compile(rf"(?<![A-Z][a-z] )(?<!\w)(?:{either})(?!\w)(?! [A-Z][a-z])")

    def _is_person(self, one: str) -> bool:
        if one not in self._persons:
            entity = self.facts.entity(one)
            self._persons[one] = entity is not None and entity.kind == "person"
        return self._persons[one]

    def _candidates(self, clause: Clause, groups: tuple[Ids, ...]) -> list[Passage]:
        names = [self.facts.name(one) for ids in groups for one in sorted(ids)]
        asked = [word for word in words(re.sub(r"<\w+>", " ", clause.shape)) if len(word) > 2]
        near = [other for word in clause.content for other in sorted(same_meaning(word))]
        found = self.facts.search(" ".join([clause.text, *names, *asked, *near]), _CANDIDATES)
        if len(groups) == 1:
            known = {(p.article, p.ordinal) for p in found}
            extra = self.facts.search(" ".join([*asked, *near]), _CANDIDATES)
            found += [p for p in extra if (p.article, p.ordinal) not in known]
        return found

    def beside(self, clause: Clause, quotes: tuple[str, ...], limit: int = 2) -> list[Passage]:
        """The sentences next to those that answered before, where they hold what a follow-up asks."""
        wanted, must = clause.content, self._must(clause)
        found: dict[tuple[str, int], Passage] = {}
        for quote in quotes[:4]:
            for cited in self.facts.search(quote, 1):
                for near in self._article(cited.article):
                    said = stems(near.text)
                    if (
                        abs(near.ordinal - cited.ordinal) <= 2
                        and all(same_meaning(word) & said for word in (*wanted, *must))
                        and self._of_the_kind(near, clause, ())
                    ):
                        found.setdefault((near.article, near.ordinal), near)
        return list(found.values())[:limit] if wanted else []

    def _names_all(self, passage: Passage, groups: tuple[Ids, ...], share: float, full: bool = False) -> bool:
        here = {i for m in self._named(passage) for i in m.ids}
        missing = [ids for ids in groups if not ids & here]
        if not missing:
            return True
        if len(missing) == 1 and len(groups) > 1 and share > 0.8:
            near = (p for p in self._article(passage.article) if abs(p.ordinal - passage.ordinal) == 1)
            if any(missing[0] & set(p.entities) for p in near):
                return True
        if full and share > 0.99 and not (here - self._subjects(passage.article)):
            # In an article about Acme, "the startup wants to begin production in 2028" is about Acme.
            return all(ids & self._subjects(passage.article) for ids in missing)
        if len(missing) > 1 or not _BACK.match(passage.text) or passage.ordinal == 0:
            return False
        before = [p for p in self._article(passage.article) if p.ordinal == passage.ordinal - 1]
        return bool(before and missing[0] & set(before[0].entities) and len(before[0].entities) <= 3)

    @staticmethod
    def _must(clause: Clause) -> list[str]:
        """Stems without which no sentence answers: what is counted."""
        return [stem(m[1]) for m in _COUNTED.finditer(clause.shape) if m[1] not in ("people", "times")]

    def _of_the_kind(self, passage: Passage, clause: Clause, groups: tuple[Ids, ...]) -> bool:
        text = passage.text
        if clause.wants == "money":
            return bool(find_money(text)) and not _UNTOLD.search(text)
        if clause.wants == "percent":
            return bool(_PERCENT.search(text))
        if clause.wants == "count":
            return bool(_NUMBER.search(text))
        if clause.wants == "when":
            return bool(_TIME.search(text))
        if clause.wants == "why":
            return bool(_REASON.search(text))
        if clause.wants == "who":
            asked = frozenset().union(*groups) if groups else frozenset()
            return bool(set(passage.entities) - asked)
        return True
