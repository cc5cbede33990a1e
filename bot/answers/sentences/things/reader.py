"""Every sentence of the articles that is on a product or a company, and how surely it is.

A sentence that names the maker alone is on its product, where the article has spoken of it; a row of a table is read
together with the line above the table.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from bot.answers.query import Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.retrieval import ENDS, Sentences
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.grammar.whole_words import stands_in
from bot.store.query import EventQuery, Playing
from bot.store.read import Passage

_ARTICLES, _ARTICLES_OF_MANY = 8, 3
_NAMING, _NAMING_OF_MANY = 40, 12
_FROM_THE_START = 30
"""Letters within which a name at the start of a sentence is what the sentence is about."""
_NAMED, _NAMED_TOO, _GOES_ON, _OF_KIN, _ABOUT, _OF_OTHERS, RIVALLED = 1.0, 0.95, 0.9, 0.88, 0.84, 0.84, 0.7
"""How surely a sentence is on a thing: it names it first, or too, goes on, names its maker, its article is on it,
names its user first, names another of its sort within."""
_BEGINS_ASIDE = Pattern(r"^\W*(?:with|for|at|in|on|by|after|since|before)\b", re.I)
"""How a sentence begins that goes on in its first words alone: "With its arm, Acme 2 …"."""
_FARTHER, _FAR, _SOON = 0.01, 10, 2
"""How much less for each sentence since it was named, up to how many; within how many another may be named as well."""
_MOST_KEPT = 300
CELL = " | "
"""What stands between the cells of a row."""
_HEADED = Pattern(r"[:：]\W*$")
_USED = Pattern(r"\b(?:us(?:e|es|ed|ing)|customers?|clients?|buy(?:s|ing|ers?)?|bought|deployed)\b", re.I)
_POINTS = Pattern(
    r"\b(?:it|its|them|they|their|(?:of|with) (?:the|these|those|its) (?:\w+ )?(?:robots?|machines?|units?|systems?|"
    r"trucks?|"
    r"arms?|hands?)|the (?:robots?|machines?|system|humanoids?|product|technology|first|second|rest|others?))\b",
    re.I,
)
"""Words that point back to a thing."""
_OFTEN = 2
_OPENING = 4
"""Sentences at the start of an article that tell whom it is about, its title among them."""
_BEFORE = 3
_MOST_MADE = 12
_ITEM = 90
"""Letters of the longest item of a list."""
_MOST_ITEMS = 14
SORTS = ("product", "org")
"""Kinds of entity that are read of, products first."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence on something, what stands above it where it is a row or an item, and how surely it is on it."""

    passage: Passage
    surely: float
    head: Passage | None = None
    of_others: bool = False
    """Whether it names somebody else first, who may do with the thing what it tells: "Acme runs 40 of them"."""

    @property
    def text(self) -> str:
        """What is read: the sentence with what stands above it."""
        return f"{self.head.text} {self.passage.text}" if self.head is not None else self.passage.text

    @property
    def shown(self) -> tuple[Passage, ...]:
        """What is shown of it."""
        return (self.head, self.passage) if self.head is not None else (self.passage,)


@dataclass(frozen=True, slots=True)
class _Sought:
    """What is looked for: the thing, its maker or what it makes, and as what it was written."""

    ids: Ids
    kin: Ids
    is_product: bool
    written: re.Pattern[str] | None
    name: str = ""
    parts: tuple[str, ...] = ()
    """The words of "Acme's R1", which a sentence may have apart: "Acme, whose R1 …"."""


class ThingReader:
    """Reads the articles of one store for what they tell of products and companies."""

    def __init__(self, sentences: Sentences) -> None:
        self._discourse = sentences.discourse
        self._facts = sentences.facts
        self._told: dict[tuple[Ids, frozenset[str]], list[Told]] = {}

    def lines(self, thing: Ids, written: frozenset[str] = frozenset()) -> list[Told]:
        """Every sentence on a thing, article by article, in the order of telling.

        `written`: as it was asked for, which may be the name of a thing that no fact knows: "Rover" of Rover Mini.
        """
        key = (thing, written)
        if key not in self._told:
            if len(self._told) > _MOST_KEPT:
                self._told.clear()
            parts = tuple(word for name in written if "'s " in name for word in re.split(r"'s | ", name))
            about = _Sought(thing, self._kin(thing), self.sort(thing) == "product", _as_written(written), parts=parts)
            self._told[key] = self._lines(about)
        return self._told[key]

    def _lines(self, about: _Sought) -> list[Told]:
        return [told for article in self._articles(about) for told in self._read(article, about)]

    def of_written(self, word: str) -> list[Told]:
        """Every sentence on what only the articles write, and no fact knows."""
        return self._lines(_Sought(frozenset(), frozenset(), True, _as_written(frozenset((word,))), word))

    def sort(self, ids: Ids) -> str:
        """Whether a name is that of a product, else of a company; empty for people and places."""
        kinds = {self._discourse.kind(one) for one in ids}
        return next((sort for sort in SORTS if sort in kinds), "")

    def makers(self, one: str) -> Ids:
        """Who makes a product."""
        return self._facts.kin(one) if self._discourse.kind(one) == "product" else frozenset()

    def _kin(self, thing: Ids) -> Ids:
        """The makers of a product, the products of a maker."""
        makers = frozenset(k for one in thing if self._discourse.kind(one) == "product" for k in self._facts.kin(one))
        if makers or self.sort(thing) != "org":
            return makers
        made = EventQuery(kinds=("launch",), playing=(Playing(tuple(sorted(thing)), ("maker",)),), limit=_MOST_MADE)
        return frozenset(i for told in self._facts.events(made) for i in ids_by_slot(told).get("product", ()))

    def _articles(self, about: _Sought) -> list[str]:
        large = self._facts.is_large
        names = self._discourse.all_names(about.ids) or about.name
        met = self._facts.search(names, _NAMING_OF_MANY if large else _NAMING)
        named = [p.article for p in met if self._is_named(p, about)]
        return list(dict.fromkeys(named))[: _ARTICLES_OF_MANY if large else _ARTICLES]

    def _is_named(self, passage: Passage, about: _Sought) -> bool:
        text = passage.text
        if about.written is not None and about.written.search(text):
            return True
        if about.parts and all(stands_in(text, part) for part in about.parts):
            return True
        return self._discourse.names_one(passage, about.ids)

    def _read(self, article: str, about: _Sought) -> list[Told]:
        """The sentences of an article that are on a thing."""
        going_on, since, led_to = False, 0, False
        every = self._discourse.article(article)
        opening = [p for p in every[:_OPENING] if not is_furniture(p.text)]
        own = self._is_main(article, about) or any(self._is_named(p, about) for p in opening)
        found: list[Told] = []
        for passage in every:
            if passage.ordinal == 0 or is_furniture(passage.text):
                continue
            mine = self._is_named(passage, about)
            since = 0 if mine else since + 1
            led = led_to and not mine and self._discourse.goes_on(passage)
            led_to = mine and self._names_last(passage, about)
            if not (mine or going_on or own or led or self._discourse.names_one(passage, about.kin)):
                continue  # whomever else it names, it is on something else
            named = [(m.start, m.ids) for m in self._discourse.named(passage) if any(map(self._is_thing, m.ids))]
            ids = self._discourse.ids(passage)
            strangers = {i for i in ids - about.ids - about.kin if self._is_thing(i)}
            strangers = {i for i in strangers if not self._is_of_family(i, about)}
            rivals = {i for i in strangers if (self._discourse.kind(i) == "product") is about.is_product}
            row = CELL in passage.text
            if mine:
                first = not named or bool(named[0][1] & (about.ids | about.kin)) or not rivals
                found.append(Told(passage, _NAMED if first else _NAMED_TOO, self._head(passage, every, row)))
                going_on = first or going_on
            elif row:
                continue
            elif about.kin & ids and not rivals:
                if going_on or own or not about.is_product:
                    found.append(Told(passage, _OF_KIN))
                    going_on = going_on or not about.is_product
            elif (
                strangers
                and (going_on or own)
                and named
                and named[0][0] < _FROM_THE_START
                and self._points(passage, since, rivals)
            ):
                found.append(Told(passage, _OF_OTHERS, of_others=True))
            elif strangers and self._turns_away(passage, named, rivals, about):
                going_on = False
            elif led and not strangers:
                found.append(Told(passage, _GOES_ON))
            elif going_on and (not rivals or since <= _SOON):
                goes_on = self._discourse.goes_on(passage)
                goes_on = goes_on and not (rivals and _BEGINS_ASIDE.match(passage.text))
                sure = _GOES_ON if goes_on else RIVALLED if rivals else _GOES_ON if since == 1 else _ABOUT
                found.append(Told(passage, sure if not strangers else min(sure, _ABOUT)))
            elif own and not strangers:
                found.append(Told(passage, _ABOUT - _FARTHER * min(since, _FAR)))
        return found

    def _names_last(self, passage: Passage, about: _Sought) -> bool:
        """Whether a thing is the last of its sort that a sentence names: "Roe's rival Acme rose as well"."""
        sort = "product" if about.is_product else "org"
        named = [m.ids for m in self._discourse.named(passage) if any(self._discourse.kind(i) == sort for i in m.ids)]
        return bool(named) and bool(named[-1] & about.ids)

    def _is_of_family(self, one: str, about: _Sought) -> bool:
        """Whether something is another version of a thing: "Rover" of Rover 2."""
        first = self._facts.name(one).split(" ")[0].casefold()
        return about.is_product and any(self._facts.name(i).split(" ")[0].casefold() == first for i in about.ids)

    def _is_main(self, article: str, about: _Sought) -> bool:
        """Whether no other thing of its sort is named as often in an article."""
        told = Counter(i for p in self._discourse.article(article) for i in p.entities)
        sort = "product" if about.is_product else "org"
        mine = max((told[i] for i in about.ids), default=0)
        most = max((n for i, n in told.items() if self._discourse.kind(i) == sort), default=0)
        return mine >= max(most, _OFTEN)

    def _points(self, passage: Passage, since: int, rivals: set[str]) -> bool:
        """Whether a sentence that names somebody else points back to a thing: "of them", or answers "who uses it?"."""
        if _USED.search(self._discourse.asked_before(passage)):
            return True
        return (
            since <= _BEFORE
            and not any(self._discourse.kind(i) == "product" for i in rivals)
            and bool(_POINTS.search(passage.text))
        )

    def _turns_away(self, passage: Passage, named: list[tuple[int, Ids]], rivals: set[str], about: _Sought) -> bool:
        """Whether a sentence begins to tell of another thing."""
        heading = len(passage.text) < _ITEM and not ENDS.search(passage.text)
        own = about.is_product and bool(named) and any(self._is_of_family(i, about) for i in named[0][1])
        starts = bool(named) and named[0][0] < _FROM_THE_START and not own
        return heading or starts or (about.is_product and bool(rivals) and not self._discourse.goes_on(passage))

    def _is_thing(self, one: str) -> bool:
        return self._discourse.kind(one) in SORTS

    def _head(self, passage: Passage, every: list[Passage], row: bool) -> Passage | None:
        """The first row of the table in which a row stands, the line above the list in which an item stands."""
        at = passage.ordinal
        if row:
            first = at
            while first > 1 and CELL in every[first - 1].text and at - first < 2 * _MOST_ITEMS:
                first -= 1
            return every[first] if first < at else None
        if len(passage.text) > _ITEM or ENDS.search(passage.text):
            return None
        for before in reversed(every[max(0, at - _MOST_ITEMS) : at]):
            if _HEADED.search(before.text):
                return before
            if len(before.text) > _ITEM:
                return None
        return None


def _as_written(names: frozenset[str]) -> re.Pattern[str] | None:
    """Names as they were asked for, with a capital as names have."""
    either = "|".join(re.escape(name[:1].upper()) + f"(?i:{re.escape(name[1:])})" for name in sorted(names))
    return re.compile(rf"(?<!\w)(?:{either})s?(?!\w)") if names else None
