"""How well a sentence answers a clause: the weight of its words, how surely it speaks of the names, what it tells."""

from __future__ import annotations

import re
from math import log

from bot.answers.discourse import Discourse
from bot.answers.query import Ids
from bot.answers.question import Clause
from bot.answers.words import STOP, same_meaning, spelled, stem, stems, words
from bot.grammar.money import find_money
from bot.store.read import Passage

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
_REASON = re.compile(
    r"\b(?:because|since|due to|as a result|so that|in order to|owing to|reason|thanks to|given)\b|因为|由于", re.I
)
_PLACE = re.compile(r"\b(?:in|at|near|from|to|outside|of|across) (?:the |its |a )?(?:[\w-]+ ){0,2}?[A-Z]|[㐀-鿿]", re.U)
_FIRST = re.compile(r"^[A-Z][a-z]{2,}(?= [a-z])")
_COUNTED = re.compile(r"\bhow many (?:more |other |of the |different )?([\w-]+)")
_IN_IT, _LED_TO, _ABOUT_IT, BESIDE = 1.0, 0.85, 0.75, 0.6
"""How surely a sentence speaks of a name: it names it, goes on about it, stands in an article on it or next to it."""
_ANOTHER = 0.7
"""What is left of that where the sentence names somebody else whom the article is not about."""
_SENTENCES = 20000
_DESCRIBING = stems("program programme initiative project unit division executive boss joint")
_DESCRIBES = 0.3
"""What is left of the weight of a word that only describes whom or what a name is."""
_CAREER = re.compile(r"\bbefore (?:he|she|they)\b|\bprevious(?:ly)?\b|之前")
_MANY = 3
"""Words of a question from which on all of them in one sentence are no accident."""
ENOUGH = 0.8
"""Evidence from which on a sentence answers; the figures behind it stand in docs/evaluation.md."""
HALF = 0.5
"""The weight of words that is enough in a sentence which names all that are named."""


class Evidence:
    """Weighs sentences for clauses."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self._weights: dict[str, float] = {}

    def of(self, passage: Passage, clause: Clause, groups: tuple[Ids, ...]) -> float:
        """From 0 (tells nothing of it) to 1 (names all, holds every word and the kind of thing asked for)."""
        weights = self.weights(clause)
        if not (of_the_kind(passage, clause, groups) or (clause.wants == "who" and self._somebody(passage, clause))):
            return 0.0
        said = self.said(passage, groups)
        if not all(same_meaning(word) & said for word in must(clause)):
            return 0.0
        held = self._held(said, weights)
        others = clause.wants == "who" or bool(_CAREER.search(clause.shape))
        named = self._names(passage, groups, others) * self._spells(passage, clause.unknown)
        if groups and not clause.unknown and named >= _ABOUT_IT and held > 0.99 and len(weights) >= _MANY:
            return max(held * named, ENOUGH)
        if groups and named == _IN_IT and held >= HALF:
            return 1 - (1 - held) * (1 - ENOUGH) / (1 - HALF)
        return held * named

    def _somebody(self, passage: Passage, clause: Clause) -> bool:
        """Whether a sentence begins with a name that is known to its article alone: "Roe joined Acme in 2016"."""
        first = _FIRST.match(passage.text)
        if first is None or first[0].casefold() in (STOP | frozenset(words(clause.text))):
            return False
        within = re.compile(rf"\w {first[0]}(?!\w)")
        return any(within.search(p.text) for p in self.discourse.article(passage.article) if p.ordinal > 0)

    def speaks_of(self, passage: Passage, groups: tuple[Ids, ...]) -> float:
        """How surely a sentence speaks of some names, be there others."""
        return self._names(passage, groups, True)

    def likeliest(self, passages: list[Passage], clause: Clause, most: int) -> list[Passage]:
        """Of some sentences those that hold most of the words, names not looked at; at least half of them."""
        weights = self.weights(clause)
        if not weights:
            return []
        held = [(-self._held(self.discourse.stems(p), weights), n, p) for n, p in enumerate(passages)]
        return [p for _, _, p in sorted((row for row in held if -row[0] >= HALF), key=lambda row: row[:2])[:most]]

    @staticmethod
    def _held(said: frozenset[str], weights: dict[str, float]) -> float:
        """The weight of the words that are said, of all."""
        return sum(weight for word, weight in weights.items() if same_meaning(word) & said) / sum(weights.values())

    def said(self, passage: Passage, groups: tuple[Ids, ...]) -> frozenset[str]:
        """The words of a sentence, the names asked for aside: "Acme Robotics" says nothing of robots."""
        text = passage.text
        for mention in reversed(self.discourse.named(passage)):
            if any(mention.ids & ids for ids in groups):
                text = f"{text[: mention.start]} {text[mention.end :]}"
        return stems(text)

    def weights(self, clause: Clause) -> dict[str, float]:
        """How telling each word of a clause is: the fewer sentences hold it, the more."""
        written = {stem(word): word for word in words(re.sub(r"<\w+>", " ", clause.shape))}
        return {
            word: self._weight(written.get(word, word)) * (_DESCRIBES if word in _DESCRIBING else 1.0)
            for word in clause.content
        }

    def word_weights(self, wanted: tuple[str, ...]) -> dict[str, float]:
        """How telling some stems are."""
        return {word: self._weight(word) * (_DESCRIBES if word in _DESCRIBING else 1.0) for word in wanted}

    def _weight(self, word: str) -> float:
        if word not in self._weights:
            self._weights[word] = log(2 + _SENTENCES / (1 + self.discourse.facts.spread(word)))
        return self._weights[word]

    def _names(self, passage: Passage, groups: tuple[Ids, ...], others: bool) -> float:
        """`others`: whether somebody else is asked for, so that another name is no sign of another subject."""
        if not groups:
            return 1.0
        here = self.discourse.ids(passage)
        if all(ids & here for ids in groups):
            return _IN_IT
        subjects = self.discourse.subjects(passage.article)
        sure = [self._named(passage, ids, here, subjects) for ids in groups]
        if len(sure) > 1 and max(sure) == _IN_IT and min(sure) >= BESIDE:
            return _LED_TO
        if min(sure) == _LED_TO and self.discourse.goes_on(passage):
            return _LED_TO
        asked = frozenset().union(*groups)
        strangers = {i for i in here - asked - subjects if self.discourse.kind(i) in ("org", "product")}
        return min(sure) * (_ANOTHER if strangers and not others else 1.0)

    def _named(self, passage: Passage, ids: Ids, here: Ids, subjects: Ids) -> float:
        if ids & here:
            return _IN_IT
        kinds = self.discourse.kinds_of(ids)
        if passage.ordinal > 0 and ids & self.discourse.spoken_of(passage, kinds):
            return _LED_TO
        if passage.ordinal > 0 and self.discourse.goes_on_about(passage, ids, kinds):
            return _LED_TO
        if ids & subjects:
            return _ABOUT_IT
        near = self.discourse.near(passage, 2, 1)
        return BESIDE if any(self.discourse.names_one(p, ids) for p in near) else 0.0

    def _spells(self, passage: Passage, names: tuple[str, ...]) -> float:
        """How surely a sentence speaks of names that only the articles know."""
        if spelled(passage.text, names):
            return _IN_IT
        before = " ".join(p.text for p in self.discourse.near(passage, 2))
        if spelled(f"{passage.text} {before}", names):
            return _LED_TO
        opening = " ".join((passage.citation.title, *(p.text for p in self.discourse.article(passage.article)[:2])))
        return _ABOUT_IT if spelled(f"{passage.text} {opening}", names) else 0.0


def must(clause: Clause) -> list[str]:
    """Stems without which no sentence answers: what is counted."""
    return [stem(m[1]) for m in _COUNTED.finditer(clause.shape) if m[1] not in ("people", "times")]


def of_the_kind(passage: Passage, clause: Clause, groups: tuple[Ids, ...]) -> bool:
    """Whether a sentence tells the kind of thing that is asked for: a sum, a number, a day, a reason, somebody."""
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
    if clause.wants == "where":
        return bool(_PLACE.search(text))
    if clause.wants == "who":
        asked = frozenset().union(*groups) if groups else frozenset()
        return any(not one.startswith("place-") for one in set(passage.entities) - asked)
    return True
