"""Sentences around which the words of a question stand together, and that tell in the way that is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from bot.answers.asked.question import Clause
from bot.answers.asked.words import content, spelled
from bot.answers.intents.frames import Frame, topic_of
from bot.answers.query import Ids
from bot.answers.sentences.frames.manner import SHARES, SURELY_SPEAKS, Manner, asks_share, of_this_year
from bot.answers.sentences.frames.voices import Voices
from bot.answers.sentences.frames.words import Words
from bot.answers.sentences.meanings.loose import PLAIN, means
from bot.answers.sentences.retrieval import Sentences
from bot.answers.sentences.signs import YEAR
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_HITS, _HITS_OF_MANY = 50, 12
"""Sentences around which the words are looked for."""
_OF_THEIRS, _ARTICLES, _QUOTING = 25, 6, 12
"""The same in articles that name whom it is about, and such articles; sentences that may hold what is quoted."""
_NEAR = ((0, 1.0), (-1, 0.85), (-2, 0.75), (1, 0.6), (-3, 0.5))
"""How much a word counts that stands so many sentences before or after."""
_BEFORE, _AFTER = -min(by for by, _ in _NEAR), max(by for by, _ in _NEAR)
_NAMED_NEAR = ((0, 1.0), (-1, 0.95), (-2, 0.9), (-3, 0.8), (1, 0.5))
_PLACED_NEAR = _NAMED_NEAR[:3]
_IN_TITLE = 0.6
"""How much a word counts that only the title of the article holds."""
_OF_ARTICLE, _IN_OPENING, _ELSEWHERE = 0.85, 0.7, 0.2
"""How much a name counts that its article is about, one that opens it, and one that only stands in it."""
_NAME, _PLACE, _NUMBER = 6.0, 3.0, 4.0
"""Weights of names, of places and of numbers beside the weights of words."""
_LITTLE = 0.35
"""What is left of the weight of a word that only asks, or that says next to nothing."""
_HELD_HERE, _HELD_HERE_PLAINLY, _GOING_ON = 0.3, 0.8, 0.12
"""The share that the sentence itself has to hold, where it need not tell in some way, and where it goes on."""
ENOUGH, _NAMELESS = 0.72, 0.82
"""The share of the weight that is enough, and the one where nobody is named."""
_SAYS_ENOUGH, _SAYS_ENOUGH_DATED = 14.0, 10.0
"""The weight of a question about nobody that can be answered, and of one about a year and a place."""
_CLOSE, _CLOSE_ELSEWHERE = 0.1, 0.2
"""How much less what is shown beside the best may hold, in its article and in another."""
_ARTICLES_KEPT = 1000
_SHORT = 8
"""Blanks in a sentence up to which it leans on the one before, where it names nobody."""
_GONE_ON, _MOST_SHOWN = 3, 10
_QUOTED = Pattern(r"[\"“„«]([^\"“”„«»]{8,120})[\"”“»]")
"""Words that a question repeats as they were said."""
_FOREIGN = Pattern(r"(?<!\w)(?=\w*[À-ɏ])\w{3,}")
"""A word with a letter that English has not."""
_DIGITS = Pattern(r"(?<![\w.])\d[\d.,]*\d|(?<![\w.])\d(?![\w.])")
_IN_A_QUOTE = Pattern(r"^\W*(?:[^\"“”]{1,200}[\"”]|[a-z])")
_ANSWERED = Pattern(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|disput(?:es|ed)|respon(?:ds|ded)|declined|refused|"
    r"call(?:s|ed) (?:it|that|this|the (?:\w+ ){1,2})|would not|wouldn.t|did not)\b",
    re.I,
)
_SCORE = tuple[float, Passage, list[Passage]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question asks about: its words and what is written as it is, by their weights, and whom it names."""

    clause: Clause
    frame: Frame
    topic: tuple[str, ...]
    words: dict[str, float]
    literal: dict[str, float]
    names: tuple[Ids, ...]
    quoted: tuple[str, ...]

    @property
    def of_names(self) -> float:
        return sum(_PLACE if is_place(ids) else _NAME for ids in self.names)

    @property
    def weight(self) -> float:
        return sum(self.words.values()) + sum(self.literal.values()) + self.of_names

    @property
    def is_nameless(self) -> bool:
        return all(map(is_place, self.names)) and not self.clause.unknown

    @property
    def says_enough(self) -> bool:
        """Whether what it asks about can be known at all when it is met."""
        named = len(self.names) + bool(self.clause.unknown)
        if not self.topic and not self.literal and named < 2 and self.frame.name != "settled":
            return False
        if not self.is_nameless or self.quoted:
            return True
        return self.weight >= (_SAYS_ENOUGH_DATED if self.literal and self.names else _SAYS_ENOUGH)


class Windows:
    """Looks around in the sentences of one store for one question."""

    def __init__(self, sentences: Sentences) -> None:
        self._facts = sentences.facts
        self._discourse = sentences.discourse
        self._evidence = sentences.evidence
        self.voices = Voices(sentences.discourse)
        self._manner = Manner(sentences.discourse, self.voices)
        self._told_of = lru_cache(_ARTICLES_KEPT)(self._names_in)

    def best(self, clause: Clause, frame: Frame, limit: int = 3) -> tuple[float, list[Passage]]:
        """The sentences that answer a clause best, each with those beside it that it needs, and how surely."""
        scored = sorted(self._scored(clause, frame), key=lambda row: (-row[0], row[1].article, row[1].ordinal))
        if not scored:
            return 0.0, []
        top = scored[0][0]
        out: dict[tuple[str, int], Passage] = {}
        shown: list[str] = []
        for score, centre, needed in scored:
            elsewhere = limit > 1 and len(set(shown)) == 1 and centre.article not in shown
            if score < top - (_CLOSE_ELSEWHERE if elsewhere else _CLOSE) or (len(shown) >= limit and not elsewhere):
                continue
            if (centre.article, centre.ordinal) in out:
                continue
            shown.append(centre.article)
            for passage in sorted((centre, *needed, *self._following(centre, clause, frame)), key=lambda p: p.ordinal):
                out.setdefault((passage.article, passage.ordinal), passage)
        return top, list(out.values())[:_MOST_SHOWN]

    def _following(self, centre: Passage, clause: Clause, frame: Frame) -> list[Passage]:
        """The sentences that go on from one: what somebody says on, the answer to a question, who said it."""
        after = self._discourse.near(centre, 0, _GONE_ON)
        asks = self.voices.is_question(centre) or any(map(self.voices.is_question, after[:1]))
        out = []
        for n, one in enumerate(after):
            interview = self.voices.is_interview(one.article)
            if not (
                self._settles(one, n, frame)
                or (asks and (interview or n == 0))
                or self._discourse.goes_on(one)
                or _IN_A_QUOTE.match(one.text)
                or (interview and not self.voices.is_question(one))
            ):
                break
            out.append(one)
        if clause.wants == "who" and not self._people(centre):
            before = [p for p in reversed(self._discourse.near(centre, _GONE_ON)) if self._people(p)]
            out += before[:1] or [p for p in after if self._people(p)][:1]
        return out

    @staticmethod
    def _settles(passage: Passage, after: int, frame: Frame) -> bool:
        """Whether a sentence right after another tells what somebody answered to it."""
        if frame.name == "settled" and after == 0 and frame.told is not None and frame.told.search(passage.text):
            return True
        return frame.name in ("said", "settled") and bool(_ANSWERED.search(passage.text))

    def _people(self, passage: Passage) -> bool:
        return self._discourse.has_person(self._discourse.ids(passage))

    def _asked(self, clause: Clause, frame: Frame) -> _Asked:
        topic, asking = topic_of(clause, frame)
        if clause.narrow.round:
            # What is said of a round need not say which: its name is a word like others.
            topic = (*topic, *(w for w in content(f"{clause.narrow.round} round") if w not in topic))
            clause = replace(clause, narrow=replace(clause.narrow, round=""))
        if asks_share(clause, frame):
            topic = tuple(word for word in topic if word not in SHARES)
        weights = self._evidence.word_weights(topic)
        words = {word: weight * (_LITTLE if word in PLAIN else 1) for word, weight in weights.items()}
        if frame.name == "ahead":
            words |= {word: weight * _LITTLE for word, weight in self._evidence.word_weights(asking).items()}
        plain = _without_names(clause)
        literal = {m[0].rstrip(".,"): _NUMBER for m in _DIGITS.finditer(plain)}
        when = clause.narrow.when
        if when is not None and when.start.year == when.end.year:
            literal[str(when.start.year)] = _NUMBER
        literal |= {m[0]: _NAME for m in _FOREIGN.finditer(plain)}
        names = tuple(clause.names[i].ids for i in (*clause.asked_about, *sorted(clause.tellers)))
        quoted = tuple(m[1].casefold() for m in _QUOTED.finditer(clause.text))
        return _Asked(clause, frame, topic, words, literal, names, quoted)

    def _scored(self, clause: Clause, frame: Frame) -> Iterator[_SCORE]:
        asked = self._asked(clause, frame)
        if not asked.says_enough:
            return
        words = Words(self._discourse, asked.words, asked.literal)
        speaker = self.voices.speaker(asked.clause, frame)
        weight, of_names = asked.weight, asked.of_names
        enough = _NAMELESS if asked.is_nameless else ENOUGH
        for centre in self._centres(asked):
            if not self._manner.may_tell(centre, asked.clause, frame):
                continue
            if asked.quoted and all(one in centre.text.casefold() for one in asked.quoted):
                yield 1.0, centre, []
                continue
            if words.most(centre, words.around(centre, _BEFORE, _AFTER)) + of_names < enough * weight:
                continue
            near = self._around(centre)
            holding = _Holding(self, centre, near)
            holding.take_words(words)
            if asked.topic and frame.name in ("said", "settled") and not holding.is_said_by_then:
                continue
            if holding.got + of_names < enough * weight:
                continue  # whomever it names, it says too little
            if not self._manner.tells(centre, near, asked.clause, frame, asked.names):
                continue
            holding.take_names(asked)
            told_by = self.voices.speaks(centre, speaker) if speaker else 1.0
            if holding.here < self._least_here(centre, frame, speaker, told_by) * weight:
                continue
            if not self._manner.is_to_the_point(centre, asked.topic, asked.clause, frame, asked.names):
                continue
            sure = self._spelled(centre, near, asked.clause.unknown) if asked.clause.unknown else 1.0
            score = holding.got / weight * told_by * sure if weight else 0.0
            if score >= enough:
                yield score, centre, list(holding.needed.values())

    def _least_here(self, centre: Passage, frame: Frame, speaker: Ids, told_by: float) -> float:
        """The share of the weight that a sentence has to hold itself."""
        if frame.told is None:
            return _HELD_HERE_PLAINLY
        if self.goes_on(centre):
            return _GOING_ON
        return 0.0 if speaker and told_by > SURELY_SPEAKS else _HELD_HERE

    def _centres(self, asked: _Asked) -> Iterator[Passage]:
        """Sentences that hold some of the words, those beside them, and what answers a question beside them."""
        words = " ".join(sorted({other for word in asked.words for other in means(word)}))
        called = " ".join(self._facts.name(one) for ids in asked.names for one in sorted(ids))
        many = self._facts.is_large
        found = [p for one in asked.quoted for p in self._facts.search(one, _QUOTING)]
        found += self._facts.search(f"{asked.clause.text} {called} {words}", _HITS_OF_MANY if many else _HITS)
        asked_about: Ids = frozenset().union(*asked.names)
        theirs = list(dict.fromkeys(p.article for p in found if asked_about & set(p.entities)))[:_ARTICLES]
        if theirs and not many:
            found += self._facts.search(f"{called} {words}", _OF_THEIRS, theirs)
        seen: set[tuple[str, int]] = set()
        for hit in found:
            after = self._discourse.near(hit, 0, 2 + _GONE_ON)
            answers = next((after[n + 1 :] for n, p in enumerate(after[:2]) if self.voices.is_question(p)), [])
            for passage in (hit, *self._discourse.near(hit, 1, 1), *answers):
                if (passage.article, passage.ordinal) not in seen:
                    seen.add((passage.article, passage.ordinal))
                    yield passage

    def _around(self, centre: Passage) -> dict[int, Passage]:
        every = self._discourse.article(centre.article)
        at = centre.ordinal
        return {by: every[at + by] for by, _ in _NEAR if 0 < at + by < len(every)}

    def _spelled(self, centre: Passage, near: dict[int, Passage], names: tuple[str, ...]) -> float:
        """How surely a sentence speaks of names that only the articles know."""
        if spelled(" ".join(p.text for p in near.values()), names):
            return 1.0
        every = self._discourse.article(centre.article)
        ends = " ".join(p.text for p in (*every[:4], *every[-4:]))
        return 0.9 if spelled(f"{centre.citation.title} {ends} {centre.text}", names) else 0.0

    def named_elsewhere(self, centre: Passage, ids: Ids) -> float:
        """How much a name counts that stands nowhere near a sentence; a place that is asked for has to."""
        if ids & self._discourse.main(centre.article) or self.voices.signs(centre.article, ids):
            return _OF_ARTICLE
        if self._discourse.opens_on(centre.article, ids):
            return _OF_ARTICLE if self.voices.is_interview(centre.article) else _IN_OPENING
        if is_place(ids):
            return -1.0
        return _ELSEWHERE if ids & self._told_of(centre.article) else 0.0

    def _names_in(self, article: str) -> Ids:
        """Whom an article names anywhere, by what reading it told."""
        return frozenset(i for p in self._discourse.article(article) for i in p.entities)

    def names(self, ids: Ids, passage: Passage) -> bool:
        return self._discourse.names_one(passage, ids)

    def goes_on(self, passage: Passage) -> bool:
        """Whether a sentence points back, or is too short to stand alone."""
        if self._discourse.goes_on(passage):
            return True
        return passage.text.count(" ") < _SHORT and not self._discourse.ids(passage)


class _Holding:
    """The weight that a sentence and its neighbours hold, the neighbours that it takes, what it holds itself."""

    def __init__(self, windows: Windows, centre: Passage, near: dict[int, Passage]) -> None:
        self.got = self.here = 0.0
        self.needed: dict[int, Passage] = {}
        self._windows = windows
        self._centre = centre
        self._near = near
        self.is_said_by_then = False
        """Whether one of the words stands in the sentence, before it or above it, not only after."""

    def take_words(self, words: Words) -> None:
        near = self._near
        said = [(by, factor, told) for by, factor in _NEAR if by in near and (told := words.said(near[by]))]
        title = words.titled(self._centre)
        for bit, weight in words.words:
            for by, factor, told in said:
                if told & bit:
                    self._add(weight, by, factor)
                    break
            else:
                if title & bit:
                    self.got += weight * _IN_TITLE
                    self.is_said_by_then = True
        for bit, written, weight in words.literal:
            if YEAR.fullmatch(written) and of_this_year(self._centre, written):
                self.got += weight
                self.here += weight
                continue
            for by, factor, told in said:
                if told & bit:
                    self._add(weight, by, factor)
                    break
            else:
                self.got += weight * _IN_TITLE * bool(title & bit)

    def take_names(self, asked: _Asked) -> None:
        for ids in asked.names:
            weight = _PLACE if is_place(ids) else _NAME
            voices = self._windows.voices
            if voices.is_ours(self._centre, ids) or (
                voices.is_the_company(self._centre, ids) and not self._windows.names(ids, self._centre)
            ):
                self.got += weight
                self.here += weight
            elif not self._take(
                weight, _PLACED_NEAR if is_place(ids) else _NAMED_NEAR, partial(self._windows.names, ids)
            ):
                self.got += weight * self._windows.named_elsewhere(self._centre, ids)

    def _take(self, weight: float, factors: tuple[tuple[int, float], ...], holds: Callable[[Passage], bool]) -> bool:
        for by, factor in factors:
            if by in self._near and holds(self._near[by]):
                self._add(weight, by, factor)
                return True
        return False

    def _add(self, weight: float, by: int, factor: float) -> None:
        """Counts what a sentence holds that stands so many after the one that is looked at."""
        self.got += weight * factor
        self.is_said_by_then |= by <= 0
        self.here += weight if by == 0 or (by == -1 and self._windows.goes_on(self._centre)) else 0
        if by:
            self.needed[by] = self._near[by]


def _without_names(clause: Clause) -> str:
    text = clause.text
    for name in clause.names:
        if name.text:
            text = text.replace(name.text, " ")
    return text
