"""The facts that a model was shown, numbered, each with all that may be said by citing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bot.answers.asked.spotting import Spotter
from bot.answers.lines import event_line, event_text, passage_line
from bot.answers.view import ids_by_slot
from bot.grammar.dates import find_dates
from bot.grammar.money import find_money
from bot.grammar.numbers import find_numbers
from bot.model.answer import Line
from bot.model.money import Money
from bot.model.when import When
from bot.names.folding import tokens
from bot.store.read import Passage, StoredEvent

_QUOTE = 400
_QUOTES = 2


@dataclass
class Shown:
    """One fact, sentence or reckoning. `text` is everything that stands in it: its line, its notes, its quotes."""

    number: str
    line: Line
    text: str
    spotter: Spotter
    told: StoredEvent | None = None
    about: frozenset[str] = frozenset()
    """Ids that it is about though no sentence names them: whose rounds were counted."""

    @cached_property
    def ids(self) -> frozenset[str]:
        """Everybody who takes part or is named."""
        taking_part = ids_by_slot(self.told).values() if self.told is not None else ()
        return self.about.union(*taking_part, *(mention.ids for mention in self.spotter.find(self.text)))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in their folded form."""
        return frozenset(token.form for token in tokens(self.text))

    @cached_property
    def dates(self) -> tuple[When, ...]:
        """Every day and period that it tells; not when the article came out."""
        found = [value for value in self._values() if isinstance(value, When)]
        for citation in (*self.line.citations, *(c for note in self.line.notes for c in note.citations)):
            published = _day(citation.published)
            found += [d.when for d in find_dates(citation.quote, published) if d.when is not None]
        found += [d.when for d in find_dates(self.line.text, None) if d.when is not None]
        return tuple(found)

    @cached_property
    def sums(self) -> tuple[Money, ...]:
        found = [value for value in self._values() if isinstance(value, Money)]
        for mention in find_money(self.text):
            found += [mention.money, *([mention.also] if mention.also is not None else [])]
        return tuple(found)

    @cached_property
    def numbers(self) -> tuple[tuple[float, bool], ...]:
        """Every number, and whether it is a percentage."""
        found = [(m.value, m.percent) for m in find_numbers(self.text)]
        found += [(m.high, m.percent) for m in find_numbers(self.text) if m.high is not None]
        return tuple(found)

    def as_told(self) -> dict[str, Any]:
        """The fact as the model sees it."""
        quotes = list(dict.fromkeys(" ".join(c.quote.split()) for c in self.line.citations))
        out: dict[str, Any] = {"fact": self.number, "says": self.line.text}
        if self.told is not None:
            out["kind"] = self.told.kind
        if self.line.notes:
            out["but"] = [note.text for note in self.line.notes]
        if quotes and quotes != [self.line.text]:
            out["quotes"] = [quote[:_QUOTE] for quote in quotes[:_QUOTES]]
        published = next((c.published for c in self.line.citations if c.published), "")
        return out | ({"article_of": published} if published else {})

    def _values(self) -> Iterator[object]:
        if self.told is not None:
            yield from (value.value for value in self.told.event.values if value.rank != "deprecated")
            yield self.told.date


@dataclass
class Shelf:
    """All of one answer; the same fact has one number however often it is found."""

    spotter: Spotter
    shown: dict[str, Shown] = field(default_factory=dict)

    def events(self, found: Iterable[StoredEvent]) -> list[Shown]:
        return [self._put(event_line(told), event_text(told), told) for told in found]

    def passages(self, found: Iterable[Passage]) -> list[Shown]:
        return [self._put(passage_line(passage), passage.text) for passage in found]

    def line(self, line: Line, about: frozenset[str] = frozenset()) -> Shown:
        """A line of the plain answer, or what facts add up to."""
        return self._put(line, "", about=about)

    def cited(self, numbers: Iterable[str]) -> list[Shown]:
        """Those of some numbers; numbers that were never given are left out."""
        return [self.shown[number] for number in dict.fromkeys(numbers) if number in self.shown]

    def _put(
        self, line: Line, text: str, told: StoredEvent | None = None, about: frozenset[str] = frozenset()
    ) -> Shown:
        for known in self.shown.values():
            if known.line == line:
                return known
        quotes = [citation.quote for citation in (*line.citations, *(c for n in line.notes for c in n.citations))]
        whole = "\n".join(dict.fromkeys((line.text, *(note.text for note in line.notes), text, *quotes)))
        number = f"F{len(self.shown) + 1}"
        self.shown[number] = Shown(number, line, whole, self.spotter, told, about)
        return self.shown[number]


def _day(iso: str) -> When | None:
    try:
        return When.from_iso(iso)
    except ValueError:
        return None
