"""One article as the kinds see it: sentences with names, dates, sums, rounds and predicates. No parser leaks out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from bot.extraction.kind import Draft
from bot.extraction.text.clusters import Cluster, gather
from bot.extraction.text.cues import cast_votes
from bot.extraction.text.discourse import Discourse
from bot.extraction.text.mentions import Mention, find_mentions
from bot.extraction.text.outright import is_outright_org, is_outright_person
from bot.extraction.text.parse import parse
from bot.extraction.text.syntax import Arg, Predicate, Syntax
from bot.extraction.text.typing import cluster_features, default_typer
from bot.grammar.dates import DateMention, find_dates
from bot.grammar.money import MoneyMention, find_money
from bot.grammar.numbers import NumberMention, find_numbers
from bot.grammar.rounds import RoundMention, find_rounds
from bot.model.article import Article
from bot.model.entity import EntityKind
from bot.model.statement import SlotValue
from bot.model.when import When
from bot.names import Registry, default_registry

__all__ = ["Arg", "Cluster", "Context", "Mention", "Predicate", "Sentence", "Typer"]

T = TypeVar("T")
Typer = Callable[[Cluster, dict[str, float]], EntityKind]
"""Tells the kind of an entity by its features."""


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence with everything found in it, each list left to right; all offsets are those of the clean text.

    `index` is its place in `Context.sentences`, `title` whether it belongs to the title; `paragraph` counts from 0.
    """

    index: int
    start: int
    end: int
    text: str
    title: bool
    paragraph: int
    mentions: list[Mention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    money: list[MoneyMention] = field(default_factory=list)
    numbers: list[NumberMention] = field(default_factory=list)
    rounds: list[RoundMention] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)

    def of_kind(self, *kinds: str) -> list[Mention]:
        """The mentions of these entity kinds, in order."""
        return [m for m in self.mentions if m.kind in kinds]

    def search(self, pattern: str | re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches of a pattern in this sentence; add `start` to their positions for the article's."""
        return re.compile(pattern).finditer(self.text) if isinstance(pattern, str) else pattern.finditer(self.text)

    def first_after(self, position: int, *kinds: str, within: int = 10_000) -> Mention | None:
        """The nearest mention of these kinds that starts at or after a position of the article."""
        fits = [
            m
            for m in self.mentions
            if m.start >= position and m.start - position <= within and (not kinds or m.kind in kinds)
        ]
        return fits[0] if fits else None

    def between(self, start: int, end: int) -> str:
        """The text between two positions of the article, inside this sentence."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]


class Context:
    """Built once an article; kinds read it and yield drafts.

    `text` is the clean text, `published` the day the article gives (None for none), `main` the organisation that it is
    about (None for none), `clusters` every entity that it names.
    """

    def __init__(
        self,
        article: Article,
        registry: Registry | None = None,
        typer: Typer | None = None,
    ) -> None:
        self._made: dict[Callable[[Context], Any], Any] = {}
        self.article = article
        self.text = article.text
        self.published: When | None = article.published
        self.registry = registry or default_registry()
        doc = parse(self.text)
        title_end = len(article.title) if article.title and self.text.startswith(article.title) else 0
        named = {(hit.start, hit.end) for hit in self.registry.find(self.text)}
        dates = [d for d in find_dates(self.text, self.published) if (d.start, d.end) not in named]  # a house "Sunday"
        sums = find_money(self.text)
        rounds = find_rounds(self.text)
        taken = [*((d.start, d.end) for d in dates), *((m.start, m.end) for m in sums)]
        numbers = [n for n in find_numbers(self.text) if not any(n.start < b and a < n.end for a, b in taken)]
        mentions = find_mentions(doc, self.text, self.registry, title_end, taken)
        described = [cast_votes(mention, self.text) for mention in mentions]
        for mention, (nouns, place) in zip(mentions, described, strict=True):
            mention.nouns, mention.place = nouns, place
        typed, parsed = typer or default_typer(), doc.text

        def kind_of(cluster: Cluster) -> EntityKind:
            known = self.registry.entities.get(cluster.entity_id) if cluster.entity_id else None
            if known is not None and known.kind in ("person", "product"):
                return known.kind  # places may act, as governments do, and houses may be named for them
            kind = typed(cluster, cluster_features(cluster, doc, parsed, self.registry))
            if kind == "org" and not cluster.entity_id and is_outright_person(cluster, self.text):
                return "person"
            settled = kind in {"org", "place"} or bool(cluster.entity_id)
            return "org" if not settled and is_outright_org(cluster, self.text) else kind

        self.clusters = gather(mentions, self.text, self.registry, kind_of)
        discourse = Discourse(doc, self.text, mentions, self.clusters, title_end, self.registry)
        self.main: Cluster | None = discourse.main
        syntax = Syntax(self.text, mentions)
        self.sentences: list[Sentence] = []
        paragraph = 0
        for sent in doc.sents:
            start, end = sent.start_char, sent.end_char
            written = self.text[start:end]
            if "\n\n" in self.text[max(0, start - 3) : start]:
                paragraph += 1
            stripped = written.strip()
            if not any(c.isalnum() for c in stripped):
                last = self.sentences[-1] if self.sentences else None
                if stripped and last is not None and last.paragraph == paragraph:  # a closing quotation mark
                    last.end = start + len(written.rstrip())
                    last.text = self.text[last.start : last.end]
                continue
            start += written.index(stripped[0])
            end = start + len(stripped)
            anaphors = discourse.read(sent)
            for mention in anaphors:
                syntax.add(mention)
            sentence = Sentence(len(self.sentences), start, end, stripped, end <= title_end, paragraph)
            inside = [m for m in mentions if start <= m.start < end]
            sentence.mentions = sorted({id(m): m for m in [*inside, *anaphors]}.values(), key=lambda m: m.start)
            sentence.dates = [d for d in dates if start <= d.start < end]
            sentence.money = [m for m in sums if start <= m.start < end]
            sentence.numbers = [n for n in numbers if start <= n.start < end]
            sentence.rounds = [r for r in rounds if start <= r.start < end]
            sentence.predicates = syntax.predicates(sent)
            self.sentences.append(sentence)

    @cached_property
    def body(self) -> list[Sentence]:
        """The sentences behind the title."""
        return [s for s in self.sentences if not s.title]

    @cached_property
    def title(self) -> str:
        """The article's title, empty for none."""
        return self.article.title

    def once(self, make: Callable[[Context], T]) -> T:
        """What a function makes of this article: made once, for all kinds that ask for it; none alters it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def name(self, mention: Mention) -> str:
        """The name to file a mention under."""
        return mention.cluster.name

    def names(self, mentions: Sequence[Mention]) -> tuple[str, ...]:
        """Each entity's name once, in order."""
        return tuple(dict.fromkeys(m.cluster.name for m in mentions))

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a position of the article, None where none does."""
        return next((s for s in self.sentences if s.start <= position < s.end), None)

    def around(self, sentence: Sentence, back: int = 1, ahead: int = 1) -> list[Sentence]:
        """The neighbours of a sentence, itself among them."""
        return self.sentences[max(0, sentence.index - back) : sentence.index + ahead + 1]

    def previous(self, sentence: Sentence) -> Sentence | None:
        """The sentence before, None for the first."""
        return self.sentences[sentence.index - 1] if sentence.index else None

    def draft(self, kind: str, sentence: Sentence, score: float = 1.0, **slots: SlotValue | None) -> Draft:
        """A draft resting on a whole sentence; empty slots are left out."""
        filled = {k: v for k, v in slots.items() if v is not None and v not in ("", ())}
        return Draft(kind, filled, sentence.start, sentence.end, score)
