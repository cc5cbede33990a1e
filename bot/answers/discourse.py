"""What the sentences of an article speak of: whom they name, whom they go on about, whom the article is about."""

from __future__ import annotations

from bot.answers.query import Ids
from bot.answers.spotting import Mention, Spotter
from bot.answers.words import is_weekday, stems
from bot.store.read import Facts, Passage

_MOST_KEPT = 5000
_LOOK_BACK = 4
"""Sentences in which what one speaks of may have been named last."""
_OPENING = 3
"""Sentences at the start of an article that tell whom it is about."""


class Discourse:
    """Reads the articles of one store sentence by sentence, and keeps what it read."""

    def __init__(self, facts: Facts, spotter: Spotter) -> None:
        self.facts = facts
        self.spotter = spotter
        self._mentions: dict[tuple[str, int], list[Mention]] = {}
        self._ids: dict[tuple[str, int], Ids] = {}
        self._stems: dict[tuple[str, int], frozenset[str]] = {}
        self._articles: dict[str, list[Passage]] = {}
        self._kinds: dict[str, str] = {}

    def named(self, passage: Passage) -> list[Mention]:
        """The names in a sentence."""
        key = (passage.article, passage.ordinal)
        if key not in self._mentions:
            if len(self._mentions) > _MOST_KEPT:
                self._mentions.clear()
            self._mentions[key] = self.spotter.find(passage.text)
        return self._mentions[key]

    def ids(self, passage: Passage) -> Ids:
        """Whom a sentence names."""
        key = (passage.article, passage.ordinal)
        if key not in self._ids:
            if len(self._ids) > _MOST_KEPT:
                self._ids.clear()
            # What reading the article told too: "Acme" alone may be nobody's name anywhere else.
            # A name that is a day of the week as well counts only where it is written as a name.
            told = frozenset(i for i in passage.entities if not is_weekday(self.facts.name(i)))
            self._ids[key] = told.union(*(mention.ids for mention in self.named(passage)))
        return self._ids[key]

    def stems(self, passage: Passage) -> frozenset[str]:
        """The stems of the words of a sentence."""
        key = (passage.article, passage.ordinal)
        if key not in self._stems:
            if len(self._stems) > _MOST_KEPT:
                self._stems.clear()
            self._stems[key] = stems(passage.text)
        return self._stems[key]

    def article(self, article: str) -> list[Passage]:
        """The sentences of an article in their order."""
        if article not in self._articles:
            if len(self._articles) > _MOST_KEPT // 10:
                self._articles.clear()
            self._articles[article] = self.facts.passages(article)
        return self._articles[article]

    def near(self, passage: Passage, before: int, after: int = 0) -> list[Passage]:
        """The sentences around one, the sentence itself left out."""
        around = range(passage.ordinal - before, passage.ordinal + after + 1)
        return [p for p in self.article(passage.article) if p.ordinal in around and p.ordinal != passage.ordinal]

    def subjects(self, article: str) -> Ids:
        """Whom an article is about: the names of its title and its first sentences."""
        return frozenset(i for p in self.article(article)[:_OPENING] for i in self.ids(p))

    def spoken_of(self, passage: Passage, kinds: frozenset[str]) -> Ids:
        """Whom of some kinds a sentence names or, where it names none, the last sentence before it that does."""
        for p in (passage, *reversed(self.near(passage, _LOOK_BACK - 1))):
            named = frozenset(i for i in self.ids(p) if self.kind(i) in kinds)
            if named:
                return named
        return frozenset()

    def kinds_of(self, ids: Ids) -> frozenset[str]:
        """The kinds of entity that compete with some for being spoken of."""
        found = frozenset(self.kind(one) for one in ids)
        return found if "person" in found else frozenset(("org", "product"))

    def kind(self, one: str) -> str:
        if one not in self._kinds:
            entity = self.facts.entity(one)
            self._kinds[one] = entity.kind if entity else ""
        return self._kinds[one]
