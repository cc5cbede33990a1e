"""Whom or what a description means: the sentences that hold its words together, and whom these are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.asked.described import GENERIC, Description, Sort, described
from bot.answers.asked.question import Clause, clauses
from bot.answers.asked.words import same_meaning, spelled, stem, stems
from bot.answers.peoples import country_meant
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse, is_furniture
from bot.answers.sentences.evidence import Evidence
from bot.answers.sentences.retrieval import Sentences
from bot.answers.whereabouts import only_places
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_HITS, _HITS_OF_MANY = 40, 12
"""Sentences around which a description is looked for."""
_BESIDE, _ABOVE = 0.9, 0.8
"""What a word counts that stands in the sentence before or after, and one that only the title or the opening holds."""
_HELD = 0.84
"""The share of the weight of a description that has to stand together."""
_HELD_HERE = 0.4
"""The share that one sentence of them has to hold."""
_SAYS_ENOUGH = 12.0
"""The weight of words from which on a description leaves no doubt: two that are rare, or three."""
_HELD_BY_FACTS = 0.7
"""The share that facts on nobody named have to hold of a description."""
_HELD_ALONE = 0.6
"""The share in a sentence that names nobody else of the sort."""
_CALLED = 0.4
"""The share that has to stand right beside a name for the sentence to call it so."""
_TRIED = 2
_BEHIND = Pattern(r"\bwho (?:is|are|was|were) (?:the )?(?:[\w-]+ ){0,3}?behind ", re.I)
_FOREMOST = 0.25
"""The share that what an article is about has of the companies named in it."""
_LESS = 0.03
"""How much less a place may hold than another of its article."""
_OPENING = 4
_AT_ITS_START = 25
_BEFORE = Pattern(
    r"(?:\b(?:the|an?|its|their|'s|’s)\b|^)[^,.;:()]{3,70}"
    r"(?<! of)(?<! from)(?<! by)(?<! for)(?<! to)(?<! in)(?<! with)(?<! and)(?<! at)(?<! on)[,\s\W]{0,3}$",
    re.I,
)
"""What calls a name by what it is right before it."""
_AFTER = Pattern(
    r"^\W{0,3}(?:\([^)]*\))?[^\w.;]{0,3}(?:an?|the|which|that|whose|makes?|is|are|was|builds?|develops?|sells?|teaches)\b"
    r"[^.;(),]{3,90}",
    re.I,
)
"""What says right after a name what it is or does."""
_LIKELY = 0.08
"""How much less may be held where somebody else is meant as well."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a description means."""

    ids: Ids
    article: str
    held: float
    sort: Sort
    surely: bool = False
    """Whether a sentence calls it so; else it is what the article is about that has the description."""


@dataclass(frozen=True, slots=True)
class Named:
    """A message that names what it described."""

    message: str
    text: str
    """The description in its own words."""
    within: str = ""
    """The article that has to tell the answer, where not what is described but its maker has a name."""


class Descriptions:
    """Finds in the articles of one store whom a description means."""

    def __init__(self, sentences: Sentences) -> None:
        self._facts = sentences.facts
        self._discourse: Discourse = sentences.discourse
        self._evidence: Evidence = sentences.evidence

    def named(self, message: str, today: date) -> Named | None:
        """A message with the name of whom it describes in place of the description.

        None where it names somebody itself, in whatever spelling: that name decides what is told.
        """
        parts = clauses(message, self._discourse.spotter, today)
        if not self._is_open(parts):
            return None
        for one in described(message)[:_TRIED]:
            if not _within(one, parts):
                continue
            meant = self.meant(one)
            if meant is None:
                continue
            name = self._facts.name(min(meant.ids))
            asked = f"{message[: one.start]}{name}{message[one.end :]}"
            within = meant.article if meant.sort != one.sort else ""
            return Named(_BEHIND.sub("who founded ", asked), one.text, within)
        return None

    def _is_open(self, parts: Sequence[Clause]) -> bool:
        """Whether no name decides what is told: places only describe."""
        ids = frozenset(i for part in parts for mention in part.names for i in mention.ids)
        return only_places(ids)

    def _weights(self, one: Description) -> dict[str, float]:
        return self._evidence.word_weights(tuple(dict.fromkeys(map(stem, one.words))))

    def holds(self, message: str, texts: Iterable[str]) -> bool:
        """Whether facts on nobody named are about the one thing that a message describes, if it describes one."""
        one = next((one for one in described(message) if not one.many), None)
        weights = self._weights(one) if one is not None else {}
        if sum(weights.values()) < _SAYS_ENOUGH:
            return True
        said = stems(" ".join(texts))
        return sum(w for word, w in weights.items() if _alike(word) & said) >= _HELD_BY_FACTS * sum(weights.values())

    def meant(self, one: Description) -> Meant | None:
        """Whom a description means; None where no article has it, and where several may be meant."""
        weights = self._weights(one)
        if sum(weights.values()) < _SAYS_ENOUGH:
            return None
        found: dict[str, Meant] = {}
        most: dict[str, float] = {}
        for held, own, passage in self._places(one, weights):
            if held < most.setdefault(passage.article, held) - _LESS:
                continue
            known = found.get(passage.article)
            if known is not None and known.surely:
                continue
            subject = self._subject(passage, one, weights, own)
            if subject is not None and (known is None or subject.surely):
                found[passage.article] = replace(subject, held=held)
        if not found:
            return None
        best = max(found.values(), key=lambda m: (m.held, m.surely))
        near = [m for m in found.values() if m.held >= best.held - _LIKELY]
        return best if all(m.ids & best.ids for m in near) else None

    def _places(self, one: Description, weights: dict[str, float]) -> list[tuple[float, float, Passage]]:
        """The sentences around which nearly all of a description stands, those first that hold most.

        Each with the share that stands there, and the share that it holds itself.
        """
        alike = {word: _alike(word) for word in weights}
        near = sorted(frozenset().union(*alike.values()))
        total = sum(weights.values())
        found: list[tuple[float, float, Passage]] = []
        hits = self._facts.search(" ".join([*one.words, *near]), _HITS_OF_MANY if self._facts.is_large else _HITS)
        for passage in hits:
            here = self._discourse.stems(passage)
            own = sum(weight for word, weight in weights.items() if alike[word] & here) / total
            if own < _HELD_HERE or is_furniture(passage.text):
                continue
            around = frozenset().union(*(self._discourse.stems(p) for p in self._discourse.near(passage, 1, 2)))
            above = stems(passage.citation.title).union(
                *(self._discourse.stems(p) for p in self._discourse.article(passage.article)[:2])
            )
            held = own
            for word, weight in weights.items():
                if not alike[word] & here:
                    share = _BESIDE if alike[word] & around else _ABOVE if alike[word] & above else 0.0
                    held += share * weight / total
            if held >= _HELD:
                found.append((held, own, passage))
        found.sort(key=lambda row: (-row[0], -row[1], row[2].rank))
        return found

    def _subject(self, passage: Passage, one: Description, weights: dict[str, float], own: float) -> Meant | None:
        """Whom a sentence describes, else whom the article is about in which it stands."""
        for sort in (one.sort, "org") if one.sort == "product" else (one.sort,):
            ids = self._called(passage, sort, weights)
            if ids:
                return Meant(ids, passage.article, 0.0, sort, True)
        if one.sort == "product" and not one.of_robots:
            return None
        here = self._of_sort(self._discourse.ids(passage), one.sort)
        headed = self._headed(passage) if not here and one.sort != "person" else frozenset()
        if headed:
            return Meant(headed, passage.article, 0.0, "org")
        if one.sort == "person" and passage.ordinal == 0:
            # A headline describes whom the article then names.
            first = (self._of_sort(self._discourse.ids(p), "person") for p in self._discourse.near(passage, 0, 3))
            ids = next(filter(None, first), frozenset())
            return Meant(ids, passage.article, 0.0, "person") if len(ids) == 1 and not here else None
        if len(here) == 1 and own >= _HELD_ALONE and one.sort == "org":
            return Meant(here, passage.article, 0.0, one.sort)
        main = self._main(passage.article, one.sort)
        if main and (main & here or (not here and one.sort == "org")):
            return Meant(main, passage.article, 0.0, one.sort)
        if one.sort == "product":
            main = self._main(passage.article, "org")
            rivals = any(self._discourse.kind(i) == "org" and i not in main for i in self._discourse.ids(passage))
            return Meant(main, passage.article, 0.0, "org") if main and not rivals and not here else None
        return None

    def _headed(self, passage: Passage) -> Ids:
        """The one company that the heading right above a sentence names."""
        heading = self._discourse.asked_before(passage)
        above = [p for p in self._discourse.near(passage, 1) if heading and p.text == heading]
        found = self._of_sort(self._discourse.ids(above[0]), "org") if above else frozenset()
        return found if len(found) == 1 else frozenset()

    def _called(self, passage: Passage, sort: Sort, weights: dict[str, float]) -> Ids:
        """Whom a sentence calls so: "Acme, a maker of pipe robots", "the pipe robot maker Acme"."""
        told: set[Ids] = set()
        for mention in self._discourse.named(passage):
            ids = self._of_sort(mention.ids, sort)
            if not ids:
                continue
            before, after = passage.text[: mention.start], passage.text[mention.end :]
            beside = (_BEFORE.search(before), _AFTER.match(after))
            said = stems(" ".join(met[0] for met in beside if met is not None))
            held = sum(weight for word, weight in weights.items() if _alike(word) & said)
            if held >= _CALLED * sum(weights.values()):
                told.add(ids)
        return next(iter(told)) if len(told) == 1 else frozenset()

    def _main(self, article: str, sort: Sort) -> Ids:
        """What of a sort an article is about and nothing else: what it names most often, else what it opens with."""
        opening = [p for p in self._discourse.article(article)[:_OPENING] if not is_furniture(p.text)]
        main = self._of_sort(self._discourse.main(article), sort)
        if main:
            titled = self._of_sort(self._discourse.ids(opening[0]), sort) if opening else frozenset()
            foremost = titled <= main and self._discourse.opens_on(article, main) and self._is_foremost(article, main)
            return main if foremost else frozenset()
        for passage in opening:
            for mention in self._discourse.named(passage)[:1] if passage.ordinal else ():
                ids = self._of_sort(mention.ids, sort)
                if ids and mention.start <= _AT_ITS_START and passage.text[mention.end : mention.end + 1] != "-":
                    return ids
        return frozenset()

    def _is_foremost(self, article: str, main: Ids) -> bool:
        """Whether what an article names most often is what it is about: a digest names many, each once or twice."""
        told = [i for p in self._discourse.article(article) for i in p.entities if self._discourse.kind(i) == "org"]
        return sum(i in main for i in told) >= _FOREMOST * len(told)

    def _of_sort(self, ids: Ids, sort: Sort) -> Ids:
        return frozenset(i for i in ids if self._discourse.kind(i) == sort)


def _within(one: Description, parts: Sequence[Clause]) -> bool:
    """Whether a description holds every word of a message that is written like a name."""
    unknown = [word for part in parts for word in part.unknown if stem(word.casefold()) not in GENERIC]
    return spelled(one.text, unknown)


def _alike(word: str) -> frozenset[str]:
    """The stems that say what a stem of a description says, the country of a people with them."""
    country = country_meant(word)
    return same_meaning(word) | (stems(country) if country else frozenset())
