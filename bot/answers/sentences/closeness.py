"""Which sentences of one article come closest to a question: a soft weighing, for articles that answer it already.

Nothing is claimed by what it finds: it only orders the sentences of an article that was found to answer in other ways.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, spelled, stem, words
from bot.answers.query import Ids
from bot.answers.sentences.counting import must
from bot.answers.sentences.discourse import Discourse, is_furniture
from bot.answers.sentences.evidence import Evidence, of_the_kind
from bot.answers.sentences.forms import is_of_form, names_somebody
from bot.answers.sentences.meanings.loose import means
from bot.answers.sentences.meanings.of_questions import base, meaning_of, meanings, turns_in
from bot.answers.sentences.signs import ENDS_ASKING
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_LOOSELY, _AS_CLASSES, _AS_WRITTEN = 1.0, 0.3, 0.3
"""What a word counts that a sentence says in any way, in a word of its class besides, and in its own stem besides."""
_AROUND = ((-1, 0.6), (1, 0.3), (-2, 0.3), (2, 0.3), (-3, 0.3))
"""What a word counts that only a sentence so many places away says."""
_ABOVE = 0.4
"""The same of one that only the question or the heading above says."""
_NAMES_ONE, _NAMES_ALL = 0.4, 0.4
_SPELLS = 0.2
_OF_FORM, _OF_KIND = 0.6, 0.3
_COUNTED = 0.3
_SOMEBODY = 0.2
_GIVEN, _NEARLY = 0.5, 0.03
"""What it counts that a sentence gives the numbers of a question, and by what share they may differ."""
_FIGURE = Pattern(r"(?<![\w.])(\d[\d,]{0,15}(?:\.\d{1,6})?) ?(k|m|bn|thousand|million|billion)?(?!\w)", re.I)
_TIMES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_FIRST, _LAST = 1990, 2040
"""Numbers that are years."""
_ORDERS = 0.3
_ORDERING = frozenset(
    (
        *("first", "last", "before", "after", "early", "late", "next", "already", "still", "now", "new", "again"),
        *("largest", "biggest", "most", "only", "over", "under", "between", "against", "without", "instead"),
        *("left", "back", "together"),
    )
)
"""Words that every other sentence holds, and that yet tell two sentences apart."""
_TITLE, _HEADING, _QUESTION = -0.5, -0.3, -0.2
_WITHOUT_WORDS = 1.6
"""What a sentence is taken to hold of a question that has names and no telling word."""
_OF_A_TURN = 6.0
"""The weight of a turn of phrase, which no table of words knows."""
LEAST = 0.3
"""The share of the words of a question that a sentence and those around it have to hold."""
_LOOKED_AT, _WEIGHED = 18, 10
"""Sentences whose form is looked at, and such that are weighed with their names: the rest hold too few of the words."""
_KEPT = 64
"""Rankings that are kept: the legs of one question ask for the same ones."""
_ENDS = Pattern(r"[.!?。！？…|][\"”’')\]*]*\s*$")

Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class Close:
    """A sentence of an article, how close it comes to a question, and what share of its words it or its neighbours
    hold."""

    score: float
    held: float
    passage: Passage


class Closeness:
    """Weighs the sentences of articles that answer a question already."""

    def __init__(self, discourse: Discourse, evidence: Evidence) -> None:
        self._discourse = discourse
        self._evidence = evidence
        self._kept = lru_cache(_KEPT)(self._ranked)

    def ranked(self, clause: Clause, article: str, least: float = LEAST) -> list[Close]:
        """The sentences of an article that come closest to a clause, the closest first.

        `least`: the share of the words that they hold with those around them.
        """
        return list(self._kept(clause, article, least))

    def _ranked(self, clause: Clause, article: str, least: float) -> tuple[Close, ...]:
        weights = self.weights(clause)
        groups = spoken_of(clause)
        if not weights and not groups:
            return ()
        sentences = self._discourse.article(article)
        said = [meanings(p.text) for p in sentences]
        meant = {word: (weight, means(word) | meaning_of(word)) for word, weight in weights.items()}
        rows = []
        for at, passage in enumerate(sentences):
            if is_furniture(passage.text) or not (weights or self._is_on(passage, groups)):
                continue
            held = self._held(meant, said, at, passage) if meant else _WITHOUT_WORDS
            if held >= least:
                rows.append((held, passage))
        rows.sort(key=lambda row: (-row[0], row[1].ordinal))
        formed = [(held + self._form(clause, passage), held, passage) for held, passage in rows[:_LOOKED_AT]]
        formed.sort(key=lambda row: (-row[0], row[2].ordinal))
        given = _figures(clause.text)
        counted, ordering = must(clause), _ORDERING.intersection(words(clause.unmarked))
        found = []
        for score, held, passage in formed[:_WEIGHED]:
            if groups:
                here = self._discourse.ids(passage)
                sure = [self._evidence.named(passage, ids, here) for ids in groups]
                score += _NAMES_ONE * max(sure) + _NAMES_ALL * min(sure)
            if clause.unknown:
                score += _SPELLS * sum(spelled(passage.text, (one,)) for one in clause.unknown) / len(clause.unknown)
            if of_the_kind(passage, clause, groups):
                score += _OF_KIND
            if ordering:
                score += _ORDERS * len(ordering.intersection(words(passage.text))) / len(ordering)
            if counted and _numbers(passage.text, counted):
                score += _COUNTED
            if given:
                score += _GIVEN * _share_given(given, passage.text)
            found.append(Close(score, held, passage))
        return tuple(sorted(found, key=lambda one: (-one.score, one.passage.ordinal)))

    def weights(self, clause: Clause) -> dict[str, float]:
        """The words and turns of phrase of a clause, and how telling each is."""
        weights = self._evidence.weights(clause)
        turns = [turn for turn in turns_in(clause.unmarked) if len(turn) > 1]
        left = {word: weight for word, weight in weights.items() if not any(word in map(stem, turn) for turn in turns)}
        return left | {" ".join(map(base, turn)): _OF_A_TURN for turn in turns}

    def _held(self, words: dict[str, tuple[float, Stems]], said: list[Stems], at: int, passage: Passage) -> float:
        """The share of the words that a sentence says, with what those around it say of the rest."""
        here = said[at]
        total = held = 0.0
        for word, (weight, meant) in words.items():
            total += weight
            if not meant.isdisjoint(here):
                held += weight * (
                    _LOOSELY + _AS_CLASSES * (not same_meaning(word).isdisjoint(here)) + _AS_WRITTEN * (word in here)
                )
                continue
            for by, share in _AROUND:
                if 0 <= at + by < len(said) and not meant.isdisjoint(said[at + by]):
                    held += weight * share
                    break
            else:
                above = self._discourse.asked_before(passage)
                held += weight * _ABOVE * bool(above and meant & meanings(above))
        return held / total

    def _is_on(self, passage: Passage, groups: tuple[Ids, ...]) -> bool:
        """Whether a sentence names one of some, or goes on from the one before it."""
        return self._discourse.goes_on(passage) or any(self._discourse.names_one(passage, ids) for ids in groups)

    @staticmethod
    def _form(clause: Clause, passage: Passage) -> float:
        """How well the form of a sentence fits what is asked for."""
        text = passage.text
        score = _OF_FORM if is_of_form(text, clause, names_somebody(text), False) else 0.0
        score += _SOMEBODY if clause.wants == "who" and names_somebody(text) else 0.0
        score += _TITLE if passage.ordinal == 0 else 0.0
        return score + (_QUESTION if ENDS_ASKING.is_in(text) else 0.0 if _ENDS.is_in(text) else _HEADING)


def _figures(text: str) -> list[float]:
    """The numbers of a text that are no years: "340", "10k", "80%", "$1.2 billion"."""
    met = ((float(one[1].replace(",", "")), (one[2] or "").lower()) for one in _FIGURE.finditer(text))
    return [number * _TIMES.get(scale, 1.0) for number, scale in met if scale or not _FIRST <= number <= _LAST]


def _share_given(given: list[float], text: str) -> float:
    """The share of some numbers that a text gives, nearly at least: "just under 25%" is 24.9 per cent."""
    told = _figures(text)
    return sum(any(abs(one - other) <= _NEARLY * one for other in told) for one in given) / len(given)


def _numbers(text: str, counted: list[str]) -> bool:
    """Whether a number stands right before what is counted."""
    return any(_number_of(word).search(text) for word in counted)


@lru_cache(maxsize=200)
def _number_of(word: str) -> re.Pattern[str]:
    return re.compile(rf"\d[\d,.]*\+?(?: [\w-]+){{0,2}}? \b{re.escape(word)}", re.I)


def spoken_of(clause: Clause) -> tuple[Ids, ...]:
    """The names that a sentence has to speak of, those of whoever is asked for a word among them."""
    return (*clause.groups(), *(clause.names[i].ids for i in sorted(clause.tellers)))
