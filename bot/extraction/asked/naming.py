"""Whom a proposed name means: it stands in the quote, or the article's own clusters lead from the quote to it."""

from __future__ import annotations

from functools import cached_property

from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.grammar.cjk import is_cjk
from bot.model.article import Article
from bot.names import Registry, bare, default_registry, fold

Span = tuple[int, int]


class Naming:
    """The names of one article."""

    def __init__(self, article: Article, registry: Registry | None = None) -> None:
        self._article = article
        self._registry = registry or default_registry()

    def name(self, name: str, span: Span) -> str | None:
        """The name to file it under; None where the quote neither names nor means it."""
        if not fold(name):
            return None
        quote = self._article.text[slice(*span)]
        named = _stands(name, quote)
        for cluster in self._clusters:
            here = [m for m in cluster.mentions if span[0] <= m.start and m.end <= span[1]]
            if here and (self._goes_by(cluster, name) or (named and any(_same(m.text, name) for m in here))):
                return cluster.name or name
        if named:
            return self._longer(name, span) or name
        meant = {entity.id for entity in self._registry.candidates(name)}
        hits = self._registry.find(quote)
        return next((quote[hit.start : hit.end] for hit in hits if hit.entity_id in meant), None)

    def _longer(self, name: str, span: Span) -> str | None:
        """Whose name is cut short by its first words: "Acme" where the quote says "Acme Robotics" and no other Acme."""
        found = {
            cluster.name
            for cluster in self._clusters
            if cluster.owner is None
            for m in cluster.named
            if span[0] <= m.start and m.end <= span[1] and fold(m.text).startswith(f"{fold(name)} ")
        }
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _clusters(self) -> list[Cluster]:
        """Of an English article; for others there is no parse to gather them by."""
        if self._article.lang != "en":
            return []
        return Context(self._article, self._registry).clusters

    def _goes_by(self, cluster: Cluster, name: str) -> bool:
        """Whether the article calls somebody by a name, or by another one that the registry knows."""
        if _same(cluster.name, name) or any(_same(m.text, name) for m in cluster.named):
            return True
        return bool(cluster.entity_id) and any(e.id == cluster.entity_id for e in self._registry.candidates(name))


def _same(one: str, other: str) -> bool:
    return (bare(one) or fold(one)) == (bare(other) or fold(other))


def _stands(name: str, quote: str) -> bool:
    """Whether a text holds a name, in whole words where it is not written without them."""
    folded = fold(quote)
    forms = {form for form in (fold(name), bare(name)) if form}
    return any(form in folded if is_cjk(form[0]) else f" {form} " in f" {_spaced(folded)} " for form in forms)


def _spaced(folded: str) -> str:
    """A folded text with spaces around what is written without: "宇树unitree" holds the word "unitree"."""
    out = ""
    for char in folded:
        out += f" {char} " if is_cjk(char) else char
    return " ".join(out.split())
