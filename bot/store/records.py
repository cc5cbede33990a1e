"""What the store gives to its readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from bot.model.answer import Citation
from bot.model.event import Event, EventValue
from bot.model.statement import SlotValue
from bot.model.when import When

What = Literal["new", "corroborated", "corrected", "conflicting", "withdrawn"]


@dataclass(frozen=True, slots=True)
class EarlierBuild:
    """A build before the one that made the store, and what it corrected: for who did not see it being served."""

    name: str
    changes: tuple[Change, ...]


class NoStore(Exception):  # noqa: N818 - the noun reads better in `except NoStore`
    """There is no fact store that can be read; the message says in one line why and what to do."""

    @property
    def sentence(self) -> str:
        """The same for a chat."""
        told = str(self)
        return f"{told[:1].upper()}{told[1:]}."


class DamagedStore(NoStore):
    """There is one, and what is read of it is damaged."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    id: str
    source: str
    title: str
    url: str
    publisher: str
    published: str
    """ISO date as precise as known, empty where not."""
    published_inferred: bool
    lang: str


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """What one article says: `slots` with the names as printed there, `entities` the ids of the names by slot."""

    id: str
    article: str
    """Id of the article."""
    kind: str
    slots: Mapping[str, SlotValue]
    entities: Mapping[str, tuple[str, ...]]
    quote: str
    citation: Citation
    span: tuple[int, int] = (0, 0)
    """Where the quote stands in the article as it was read."""


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event with all that is said of it. In `event.values` names are entity ids; `name` prints them."""

    event: Event
    statements: tuple[StoredStatement, ...]
    """The oldest article first."""
    names: Mapping[str, str]
    date: When | None
    """When it was or will be true as the best value says; for a post its start."""
    said_first: str
    """ISO day of the first article that tells it, empty where no article is dated."""
    said_last: str
    usd: float | None
    """The sum in US dollars (converted where told in another currency), None where none was told."""

    @property
    def id(self) -> str:
        return self.event.id

    @property
    def kind(self) -> str:
        return self.event.kind

    def name(self, entity: str) -> str:
        """The canonical name of an entity id of this event; what is no id is given back as it is."""
        return self.names.get(entity, entity)

    def supporting(self, value: EventValue) -> tuple[StoredStatement, ...]:
        """The statements that say one value."""
        return tuple(s for s in self.statements if s.id in value.statements)


class Passage(NamedTuple):
    """A sentence of an article. `rank`: the smaller, the better it fits the search; 0 where nothing was searched.

    A tuple, for one question makes a thousand of them, and a frozen dataclass takes three times as long to make.
    """

    article: str
    ordinal: int
    text: str
    citation: Citation
    rank: float = 0.0
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values of one slot of one event that do not agree, the preferred first."""

    event: StoredEvent
    slot: str
    values: tuple[EventValue, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What a build brought against the one before; a withdrawn event is in the old store only, `before` tells it."""

    what: What
    event: str
    kind: str
    slot: str = ""
    before: str = ""
    after: str = ""
    entities: tuple[str, ...] = field(default_factory=tuple)
