"""How well a sentence answers a clause: the weight of its words, how surely it speaks of the names, what it tells."""

from __future__ import annotations

import re
from functools import lru_cache
from math import log

from bot.answers.asked.common import FIELD
from bot.answers.asked.question import Clause
from bot.answers.asked.words import STOP, same_meaning, spelled, stem, stems, words
from bot.answers.query import Ids
from bot.answers.sentences.counting import counted_in as counted_in
from bot.answers.sentences.counting import counts as counts
from bot.answers.sentences.counting import must as must
from bot.answers.sentences.counting import says_counted
from bot.answers.sentences.discourse import Discourse, is_furniture
from bot.answers.sentences.particulars import gives, is_particular
from bot.answers.sentences.signs import ASKS_WHY, YEAR_ALONE
from bot.answers.whereabouts import is_place, only_places
from bot.grammar.money import tells_sum
from bot.grammar.patterns import Pattern
from bot.grammar.whole_words import beginnings, is_whole
from bot.store.read import Passage

_PERCENT = Pattern(
    r"\d\s*(?:%|％|per ?cent\b|percent\b)|百分之\d|\b(?:a|one|two|three|four) (?:third|quarter|fifth|sixth|tenth)s?\b|"
    r"\bhalf\b",
    re.I,
)
_NUMBER = Pattern(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|"
    r"million|billion)s?\b|[一二三四五六七八九十百千万]",
    re.I,
)
_TIME = Pattern(
    r"\b(?:19|20)\d\ds?\b|\b(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december|monday|"
    r"tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|spring|summer|autumn|winter)\b|"
    r"\b(?:next|last|this|past|coming|within|over the|in) (?:\w+ )?(?:years?|months?|weeks?|quarters?|"
    r"decades?)\b|\bQ[1-4]\b|\bH[12]\b|\b(?:first|second|third|fourth|last|next) (?:quarter|half)\b|\bmid-(?:19|"
    r"20)?\d\d|"
    r"\bwithin (?:\w+ )?(?:days|weeks|months|years)\b|\d+月|\d{4}年|明年|去年|今年",
    re.I,
)
_YEARS_LONG = Pattern(r"\b(?:years?|months?|weeks?|days?|hours?|decades?)\b|[年月天]", re.I)
UNTOLD = Pattern(
    r"\bundisclosed\b|\bnot (?:been )?(?:disclosed|revealed|made public)\b|\b(?:did|would) not "
    r"(?:disclose|reveal|say how much)\b|未披露|未透露",
    re.I,
)
_REASON = Pattern(
    r"\b(?:because|since|due to|as a result|so that|in order to|owing to|reason|thanks to|given)\b|因为|由于", re.I
)
_PLACE = Pattern(r"\b(?:in|at|near|from|to|outside|of|across) (?:the |its |a )?(?:[\w-]+ ){0,2}?[A-Z]|[㐀-鿿]", re.U)
_DOER = Pattern(r"^(?:and )?who (?:also |else |first |really |actually )?([a-z]{4,}(?:s|ed))(?= [a-z<])")
_FIRST = Pattern(r"^[A-Z][a-z]{2,}(?= [a-z])")
_IN_IT, LED_TO, _ABOUT_IT, BESIDE = 1.0, 0.85, 0.75, 0.6
"""How surely a sentence speaks of a name: it names it, goes on about it, stands in an article on it or next to it."""
_ANOTHER = 0.7
"""What is left of that where the sentence names somebody else whom the article is not about."""
_SENTENCES = 20000
_DESCRIBING = stems(
    "program programme initiative project unit division executive boss joint case affair matter story merged combined "
    "enlarged side"
)
_DESCRIBES = 0.3
"""What is left of the weight of a word that only describes whom or what a name is."""
_AFTER_NAME = Pattern(r"<\d+>(?:'s)? ([a-z]+)")
_OF_NAMES = FIELD | {"intelligent", "dexterity", "electric", "electronics", "mechanics", "embodied"}
_OF_A_NAME = 0.1
"""What is left of the weight of a word after a name that may be its last: "Acme vision"."""
_A_WORD = Pattern(r"\w ")
_WHERE = Pattern(r"\b(?:in|from|at|near|of) \Z")
_CAREER = Pattern(r"\bbefore (?:he|she|they)\b|\bprevious(?:ly)?\b|之前")
_SOMEBODY = Pattern(
    r"\b(?:customers?|clients?|investors?|backers?|shareholders?|suppliers?|owners?|partners?|rivals?|competitors?|"
    r"buyers?|sponsors?)\b|\b(?:which|what) (?:[\w-]+ ){0,2}?(?:company|companies|firms?|banks?|start-?ups?|makers?|"
    r"group|agency)\b|"
    r"客户|投资方|股东|供应商|对手"
)
"""Somebody else than the name is asked for."""
_PLAIN_VERBS = (
    (Pattern(r"\bowns?\b|\bha(?:s|ve) in\b"), "percent"),
    (Pattern(r"\b(?:gives?|gave|given|put down|put up)\b.* for\b|\bget\b.* for\b"), "buy"),
    (Pattern(r"\bwants?\b.* from\b"), "damag"),
)
"""Verbs so plain that they say nothing beside other words."""
_BOTH = 2
_TELLING = 8.5
"""The weight of a word that hardly any sentence holds."""
_MANY = 2
"""Words of a question from which on all of them in one sentence are no accident."""
_A_NUMBER_FIRST = Pattern(r"^\W*(?:(?:about|around|some|roughly|nearly|almost|over|more than|just|exactly) )?\d", re.I)
_OPENING = 30
"""Letters within which a sentence begins with whom it is on."""
_CLAUSES_KEPT = 50
ENOUGH = 0.8
"""Evidence from which on a sentence answers; the figures behind it stand in docs/evaluation.md."""
_HALF = 0.55
"""The weight of words that is enough in a sentence which names all that are named."""
_HALF_OF_A_PLACE = 0.85
"""The same where only places are named: much happens in a place."""


class Evidence:
    """Weighs sentences for clauses."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self._weights: dict[str, float] = {}
        self._of_words: dict[tuple[str, tuple[str, ...]], dict[str, float]] = {}
        """Of the clauses asked last: one is weighed for every sentence."""

    def of(self, passage: Passage, clause: Clause, groups: tuple[Ids, ...]) -> float:
        """From 0 (tells nothing of it) to 1 (names all, holds every word and the kind of thing asked for)."""
        weights = self.weights(clause)
        if is_furniture(passage.text):
            return 0.0
        answers_why = clause.wants == "why" and ASKS_WHY.search(self.discourse.asked_before(passage))
        if not (
            answers_why
            or of_the_kind(passage, clause, groups)
            or (clause.wants == "who" and self._somebody(passage, clause))
        ):
            return 0.0
        said = self.said(passage, groups)
        counted = counted_in(clause)
        replies = bool(counted) and bool(_A_NUMBER_FIRST.match(passage.text))
        replies = replies and all(same_meaning(w) & stems(self.discourse.asked_before(passage)) for w in counted)
        if not says_counted(said, passage.text, must(clause)) or not (replies or counts(passage.text, counted)):
            return 0.0
        held = self._held(said, weights)
        if held < 0.99 and not self._done(clause, said):
            return 0.0
        full = held > 0.99
        others = clause.wants == "who" or _CAREER.is_in(clause.shape) or _SOMEBODY.is_in(clause.shape)
        # What holds every word, or counts what is counted, may name whom it likes.
        others = others or (full and (len(weights) > _MANY or bool(counted)))
        named = self._names(passage, groups, others) * self._spells(passage, clause.unknown)
        many = (
            not weights
            or len(weights) + is_particular(clause.shape) >= _MANY
            or (sum(weights.values()) >= _TELLING and (counted or self._alone(passage, groups)))
            or self._tells_of(passage, groups, others and len(groups) >= _BOTH)
        )
        if (groups or clause.unknown) and named >= _ABOUT_IT and full and many:
            return max(held * named, ENOUGH)
        least = _HALF_OF_A_PLACE if self._only_places(clause, groups) else _HALF
        if (groups or (clause.unknown and len(weights) >= _MANY)) and named == _IN_IT and held >= least:
            return 1 - (1 - held) * (1 - ENOUGH) / (1 - _HALF)
        return held * named

    @staticmethod
    def _done(clause: Clause, said: frozenset[str]) -> bool:
        """Whether a sentence says what somebody is asked for who did it: "who audits Acme's order book"."""
        met = _DOER.search(clause.shape)
        return met is None or met[1] in STOP or bool(same_meaning(stem(met[1])) & said)

    @staticmethod
    def _only_places(clause: Clause, groups: tuple[Ids, ...]) -> bool:
        """Whether a clause names nothing but places, those that no fact knows among them."""
        shape = clause.shape

        def is_where(word: str) -> bool:
            met = (at for at in beginnings(shape, word) if is_whole(shape, at + len(word)))
            return any(_WHERE.search(shape, 0, at) for at in met)

        return all(map(is_place, groups)) and all(is_where(word.casefold()) for word in clause.unknown)

    def _tells_of(self, passage: Passage, groups: tuple[Ids, ...], others: bool) -> bool:
        """Whether a sentence of an article on some neither begins with another company nor points back to one.

        `others`: whether others are asked for, with whom it may begin.
        """
        asked = frozenset[str]().union(*groups)
        first = next(iter(self.discourse.named(passage)), None)
        begins = first.ids if first is not None and first.start < _OPENING and not others else frozenset[str]()
        if not begins & asked and any(self.discourse.kind(i) == "org" for i in begins):
            return False
        if not groups or not self.discourse.goes_on(passage):
            return True
        meant = asked & self.discourse.topic(passage, frozenset(("org", "product")))
        return bool(meant) or self.discourse.goes_on_about_main(passage, asked)

    def _alone(self, passage: Passage, groups: tuple[Ids, ...]) -> bool:
        """Whether a sentence names no other company or product than those that are asked about."""
        others = self.discourse.ids(passage).difference(*groups)
        return not any(self.discourse.kind(i) in ("org", "product") for i in others)

    def _somebody(self, passage: Passage, clause: Clause) -> bool:
        """Whether a sentence begins with a name that is known to its article alone: "Roe joined Acme in 2016"."""
        first = _FIRST.match(passage.text)
        if first is None or first[0].casefold() in (STOP | frozenset(words(clause.text))):
            return False
        return any(
            at > 1 and _A_WORD.match(p.text, at - 2) and is_whole(p.text, at + len(first[0]))
            for p in self.discourse.article(passage.article)
            if p.ordinal > 0
            for at in beginnings(p.text, first[0])
        )

    def speaks_of(self, passage: Passage, groups: tuple[Ids, ...]) -> float:
        """How surely a sentence speaks of some names, be there others."""
        return self._names(passage, groups, True)

    def is_on(self, passage: Passage, groups: tuple[Ids, ...]) -> bool:
        """Whether a sentence speaks of some names, and of others only where its whole article is on them."""
        sure = self._names(passage, groups, True)
        if sure >= LED_TO:
            return True
        about = all(self.discourse.is_about(passage.article, ids) for ids in groups)
        alone = self._alone(passage, groups) or (about and self._tells_of(passage, groups, False))
        return sure >= _ABOUT_IT and alone

    def likeliest(self, passages: list[Passage], clause: Clause, most: int) -> list[Passage]:
        """Of some sentences those that hold most of the words, names not looked at; at least half of them."""
        weights = self.weights(clause)
        if not weights:
            return passages[:most] if is_particular(clause.shape) else []
        held = [(-self._held(self.discourse.stems(p), weights), n, p) for n, p in enumerate(passages)]
        return [p for _, _, p in sorted((row for row in held if -row[0] >= _HALF), key=lambda row: row[:2])[:most]]

    @staticmethod
    def _held(said: frozenset[str], weights: dict[str, float]) -> float:
        """The weight of the words that are said, of all."""
        held = sum(weight for word, weight in weights.items() if not same_meaning(word).isdisjoint(said))
        return held / sum(weights.values()) if weights else 1.0

    def said(self, passage: Passage, groups: tuple[Ids, ...]) -> frozenset[str]:
        """The words of a sentence, the names asked for aside: "Acme Robotics" says nothing of robots."""
        text = passage.text
        for mention in reversed(self.discourse.named(passage)):
            if any(mention.ids & ids for ids in groups):
                text = f"{text[: mention.start]} {text[mention.end :]}"
        if text == passage.text:
            return self.discourse.stems(passage)
        return stems(f"{self.discourse.asked_before(passage)} {text}")

    def weights(self, clause: Clause) -> dict[str, float]:
        """How telling each word of a clause is: the fewer sentences hold it, the more."""
        key = (clause.shape, wanted(clause))
        if key not in self._of_words:
            if len(self._of_words) > _CLAUSES_KEPT:
                self._of_words.clear()
            self._of_words[key] = self._weighed(*key)
        return self._of_words[key]

    def _weighed(self, shape: str, asked: tuple[str, ...]) -> dict[str, float]:
        written = {stem(word): word for word in words(re.sub(r"<\w+>", " ", shape))}
        of_names = {stem(met[1]) for met in _AFTER_NAME.finditer(shape) if met[1].removesuffix("'s") in _OF_NAMES}
        return {
            word: self._weight(written.get(word, word))
            * (_OF_A_NAME if word in of_names else _DESCRIBES if word in _DESCRIBING else 1.0)
            for word in asked
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
        sure = [self.named(passage, ids, here) for ids in groups]
        if len(sure) > 1 and max(sure) == _IN_IT and min(sure) >= BESIDE:
            return LED_TO
        if len(sure) > 1 and max(sure) == LED_TO and min(sure) >= BESIDE:
            return _ABOUT_IT
        if min(sure) == LED_TO and self.discourse.goes_on(passage):
            return LED_TO
        if others or not min(sure):
            return min(sure)
        strangers = {i for i in here.difference(*groups) if self.discourse.kind(i) in ("org", "product")}
        strange = strangers and not strangers <= self.discourse.subjects(passage.article)
        return min(sure) * (_ANOTHER if strange else 1.0)

    def named(self, passage: Passage, ids: Ids, here: Ids) -> float:
        """How surely a sentence speaks of one of some names; `here`: those that it holds."""
        if ids & here:
            return _IN_IT
        kinds = self.discourse.kinds_of(ids)
        if passage.ordinal > 0 and ids & self.discourse.spoken_of(passage, kinds):
            return LED_TO
        if passage.ordinal > 0 and self.discourse.goes_on_about(passage, ids, kinds):
            return LED_TO
        elsewhere = self.discourse.goes_on_about_another(passage, ids)
        if not elsewhere and (
            self.discourse.opens_on(passage.article, ids) or ids & self.discourse.main(passage.article)
        ):
            return _ABOUT_IT
        near = self.discourse.near(passage, 2, 1)
        return BESIDE if any(self.discourse.names_one(p, ids) for p in near) else 0.0

    def _spells(self, passage: Passage, names: tuple[str, ...]) -> float:
        """How surely a sentence speaks of names that only the articles know."""
        if spelled(passage.text, names):
            return _IN_IT
        before = " ".join(p.text for p in self.discourse.near(passage, 2))
        if spelled(f"{passage.text} {before}", names):
            return LED_TO
        opening = " ".join((passage.citation.title, *(p.text for p in self.discourse.article(passage.article)[:2])))
        return _ABOUT_IT if spelled(f"{passage.text} {opening}", names) else 0.0


def wanted(clause: Clause) -> tuple[str, ...]:
    """The stems that a sentence has to hold: where a question has no telling word, what its plain verb means."""
    if clause.content or len(clause.groups()) + len(clause.unknown) < _BOTH:
        return clause.content
    return tuple(word for verb, word in _PLAIN_VERBS if verb.search(clause.shape))


@lru_cache(maxsize=4096)
def _tells_number(text: str) -> bool:
    """Whether a sentence tells a number that is no year."""
    return bool(_NUMBER.search(YEAR_ALONE.sub(" ", text)))


def of_the_kind(passage: Passage, clause: Clause, groups: tuple[Ids, ...]) -> bool:
    """Whether a sentence tells the kind of thing that is asked for: a sum, a number, a day, a reason, somebody."""
    text = passage.text
    if not gives(text, clause.shape):
        return False
    if clause.wants == "money":
        return tells_sum(text) and not UNTOLD.is_in(text)
    if clause.wants == "percent":
        return _PERCENT.is_in(text)
    if clause.wants == "count":
        return _tells_number(text)
    if clause.wants == "when":
        return _TIME.is_in(text) or ("how long" in clause.shape and _YEARS_LONG.is_in(text))
    if clause.wants == "why":
        return _REASON.is_in(text)
    if clause.wants == "where":
        return _PLACE.is_in(text)
    if clause.wants == "who":
        asked = frozenset().union(*groups) if groups else frozenset()
        return not only_places(set(passage.entities) - asked)
    return True
