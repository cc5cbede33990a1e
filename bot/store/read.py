"""Reads the fact store. Opened read only; a store that is rebuilt meanwhile is read to its end undisturbed."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from bot.model.answer import Citation
from bot.model.entity import Entity
from bot.model.rounds import round_key
from bot.names.folding import fold
from bot.store import related
from bot.store.citing import Citing
from bot.store.damage import is_damage
from bot.store.known_names import KnownNames
from bot.store.load import EventLoader
from bot.store.names import NameHit
from bot.store.outlines import Outline, Sketch, counts, events_with, outlines, sketches
from bot.store.query import EventQuery
from bot.store.records import Change, Conflict, DamagedStore, NoStore, Passage, StoredArticle, StoredEvent
from bot.store.schema import APPLICATION_ID, SCHEMA_VERSION
from bot.store.searching import Searcher
from bot.store.streams import Sums, met
from bot.store.suggesting import Suggestions

__all__ = ["Citation", "EventQuery", "Facts", "NameHit", "NoStore", "Passage", "Sketch", "StoredEvent"]

_MANY = 20_000
"""Events from which on a store is large: not all that might answer is read to be weighed."""
_ENTITIES_KEPT = 2000


class Facts:
    """The facts of one built store."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db = connection
        self._path = path
        self._entities: dict[str, Entity | None] = {}
        self._called: dict[str, tuple[str, int, str]] = {}
        connection.row_factory = sqlite3.Row
        connection.create_function("round_key", 1, lambda text: round_key(text or ""), deterministic=True)
        connection.create_function("casefold", 1, lambda text: (text or "").casefold(), deterministic=True)

    @classmethod
    def open(cls, path: str | Path) -> Facts:
        """The store at `path`; NoStore where there is none that this program can read."""
        file = Path(path)
        if not file.is_file():
            raise NoStore(f"there is no fact store at {file}: run `bot build`")
        uri = file.absolute().as_uri() + "?mode=ro&immutable=1"
        try:
            db = sqlite3.connect(uri, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise NoStore(f"the fact store {file} cannot be opened ({error}): check that it may be read") from None
        try:
            application = db.execute("PRAGMA application_id").fetchone()[0]
            version = db.execute("PRAGMA user_version").fetchone()[0]
            db.execute("PRAGMA temp_store = MEMORY")  # it may be read where no file may be written
        except sqlite3.DatabaseError:
            db.close()
            raise NoStore(f"{file} is not a fact store: run `bot build`, or name another file") from None
        if application != APPLICATION_ID:
            db.close()
            raise NoStore(f"{file} is not a fact store: run `bot build`, or name another file")
        if version != SCHEMA_VERSION:
            db.close()
            raise NoStore(
                f"the fact store {file} has format {version}, this program reads {SCHEMA_VERSION}: rebuild it"
            )
        return cls(db, file)

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Facts:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self.close()
        if is_damage(error):
            raise DamagedStore(f"the fact store {self._path} is damaged ({error}): run `bot build` again") from error

    # Names and entities

    def find_names(self, text: str) -> list[NameHit]:
        """The names known here that stand in a text, the longest that fit, from left to right."""
        return self.known_names.find(text)

    def entity(self, entity_id: str) -> Entity | None:
        found = self.entities_of((entity_id,))
        return found[0] if found else None

    def entities_of(self, ids: Iterable[str]) -> list[Entity]:
        """The entities of some ids, in their order; unknown ids are left out."""
        found = (self._entity(entity_id) for entity_id in ids)
        return [entity for entity in found if entity is not None]

    def entities(self) -> list[Entity]:
        """All of them, by name."""
        rows = self._db.execute("SELECT id FROM entity ORDER BY name, id")
        return self.entities_of([row["id"] for row in rows])

    def name(self, entity_id: str) -> str:
        """The canonical name of an id; what is no id is given back as it is."""
        return self._told_of(entity_id)[0]

    def kind(self, entity_id: str) -> str:
        """The kind of an entity; empty for what is no id."""
        return self._told_of(entity_id)[2]

    def best_known(self) -> str:
        """The name of the entity that most events are about; empty where there is none."""
        row = self._db.execute("SELECT name FROM entity WHERE events > 0 ORDER BY events DESC, id LIMIT 1").fetchone()
        return str(row["name"]) if row else ""

    def by_renown(self, kind: str) -> Iterator[Entity]:
        """The entities of a kind that facts are known of, those with most events first."""
        rows = self._db.execute("SELECT id FROM entity WHERE events > 0 AND kind = ? ORDER BY events DESC, id", (kind,))
        yield from filter(None, (self._entity(row["id"]) for row in rows.fetchall()))

    def lookup(self, name: str) -> list[Entity]:
        """The entities that go by exactly this name, letters' case and accents aside; those with most events first."""
        return self.entities_of(self._busiest(self.known_names.ids(fold(name))))

    def suggest(self, name: str, limit: int = 3) -> list[Entity]:
        """What may have been meant by a name that is not known: entities with events whose names look like it."""
        return self.entities_of(self._suggestions.near(name, limit))

    def complete(self, prefix: str, limit: int = 10) -> list[str]:
        """Names that start with a prefix as they are written, those of the entities with most events first."""
        start = fold(prefix)
        if not start:
            return []
        rows = self._db.execute(
            "SELECT a.alias AS alias, max(e.events) AS events FROM alias a JOIN entity e ON e.id = a.entity"
            " WHERE e.events > 0 AND a.folded >= ? AND a.folded < ?"
            " GROUP BY a.folded ORDER BY events DESC, a.folded LIMIT ?",
            (start, start + "\U0010ffff", max(0, limit)),
        )
        return [row["alias"] for row in rows]

    def aliases(self) -> Iterator[tuple[str, str, str, str, int]]:
        """Every name of every entity: its id, the name, its folded form, the canonical name, how many events.

        Those of the entities with most events come first, short names before long ones.
        """
        for row in self._db.execute(
            "SELECT a.entity, a.alias, a.folded, e.name, e.events FROM alias a JOIN entity e ON e.id = a.entity"
            " ORDER BY e.events DESC, length(a.alias), a.alias, a.entity"
        ):
            yield row["entity"], row["alias"], row["folded"], row["name"], row["events"]

    def children(self, entity_id: str) -> list[Entity]:
        """What belongs to an entity, directly or through others, by name."""
        rows = self._db.execute(
            "WITH RECURSIVE below(id) AS (SELECT id FROM entity WHERE parent = :of UNION"
            " SELECT e.id FROM entity e JOIN below b ON e.parent = b.id)"
            " SELECT e.id FROM entity e JOIN below USING (id) WHERE e.id <> :of ORDER BY e.name, e.id",
            {"of": entity_id},
        )
        return self.entities_of([row["id"] for row in rows])

    def parents(self, entity_id: str) -> list[Entity]:
        """What an entity belongs to, the nearest first."""
        found: list[str] = []
        at = entity_id
        while True:
            row = self._db.execute("SELECT parent FROM entity WHERE id = ?", (at,)).fetchone()
            if row is None or row["parent"] is None or row["parent"] in (*found, entity_id):
                return self.entities_of(found)
            at = row["parent"]
            found.append(at)

    # Events

    def events(self, query: EventQuery) -> list[StoredEvent]:
        """The events a query asks for, in its order."""
        return self._loader.load(list(self.event_ids(query)))

    def event_ids(self, query: EventQuery) -> Iterator[str]:
        """The ids of the events a query asks for, in its order, found as they are asked for."""
        return (one.event for one in met(self._db, query, self.kinds, self._sums))

    def sketches(self, query: EventQuery) -> list[Sketch]:
        """Of what kind the events are that a query asks for, and whether they have a date, in its order."""
        return sketches(self._db, met(self._db, query, self.kinds, self._sums))

    def event(self, event_id: str) -> StoredEvent | None:
        found = self._loader.load([event_id])
        return found[0] if found else None

    def events_of(self, ids: Iterable[str]) -> list[StoredEvent]:
        """The events of some ids, in their order; unknown ids are left out."""
        return self._loader.load(list(ids))

    def outlines(self, articles: Iterable[str], events: Iterable[str] = ()) -> list[Outline]:
        """What weighs the events that some articles tell, and those of some ids, by id; articles are ids too."""
        return outlines(self._db, articles, events)

    def events_with(self, entities: Iterable[str]) -> frozenset[str]:
        """Ids of the events in which one of some entities takes part."""
        return events_with(self._db, entities)

    def conflicts(self) -> list[Conflict]:
        """Every slot of every event for which articles say what does not agree."""
        rows = self._db.execute("SELECT event, slot FROM conflict ORDER BY event, slot").fetchall()
        events = {e.id: e for e in self._loader.load(list(dict.fromkeys(row["event"] for row in rows)))}
        return [
            Conflict(events[row["event"]], row["slot"], events[row["event"]].event.conflicting(row["slot"]))
            for row in rows
        ]

    def changes(self) -> list[Change]:
        """What the last build brought against the store that was there before."""
        touched: dict[int, list[str]] = defaultdict(list)
        for row in self._db.execute("SELECT change, entity FROM change_entity ORDER BY change, entity"):
            touched[row["change"]].append(row["entity"])
        return [
            Change(
                row["what"],
                row["event"],
                row["kind"],
                row["slot"],
                row["before"],
                row["after"],
                tuple(touched[row["id"]]),
            )
            for row in self._db.execute("SELECT * FROM change ORDER BY id")
        ]

    # Articles and their sentences

    def search(
        self, words: str, limit: int = 10, articles: Iterable[str] | None = None, whole: bool = False
    ) -> list[Passage]:
        """The sentences that hold the words best, from all articles or from some (ids).

        Of a large store not all are looked at, unless `whole`: that takes seconds.
        """
        return self._searcher.search(words, limit, articles, whole)

    def spread(self, word: str) -> int:
        """How many sentences hold a word."""
        return self._searcher.spread(word)

    def read_ahead(self) -> None:
        """Brings every word of the sentences to its stem at once, so that no search does it one by one."""
        self._searcher.read_ahead()

    def passages(self, article: str) -> list[Passage]:
        """The sentences of an article (its id) in their order."""
        return self._searcher.of_article(article)

    def texts_before(self, passage: Passage, count: int) -> list[tuple[int, str]]:
        """The numbers and texts of some sentences right before one in its article, the nearest first."""
        return self._searcher.before(passage, count)

    def beside(self, citation: Citation, count: int) -> tuple[list[str], list[str]]:
        """The sentences right before and after a cited one in its article, in their order; a title is none of them."""
        return self._searcher.beside(citation.source, citation.quote, count)

    def openings(self, article: str) -> frozenset[int]:
        """The numbers of the sentences of an article (its id) that begin a line: a paragraph, an item, a heading."""
        return self._searcher.openings(article)

    def withheld(self) -> frozenset[str]:
        """Ids of the articles of which a sentence is withheld, for what it tells was retracted."""
        return frozenset(row["article"] for row in self._db.execute("SELECT article FROM passage WHERE text = ''"))

    def articles(self) -> list[StoredArticle]:
        """Every article, the newest first."""
        rows = self._db.execute("SELECT * FROM article ORDER BY published = '', published DESC, source, id")
        return [
            StoredArticle(
                row["id"], row["source"], row["title"], row["url"], row["publisher"], row["published"],
                bool(row["published_inferred"]), row["lang"],
            )
            for row in rows
        ]  # fmt: skip

    @cached_property
    def newest(self) -> str:
        """When the newest article was published, ISO; empty where none is dated."""
        return str(self._db.execute("SELECT coalesce(max(published), '') FROM article").fetchone()[0])

    def is_told_in(self, language: str) -> bool:
        """Whether there is an article in a language ("zh" stands for all Chinese ones)."""
        found = self._db.execute("SELECT 1 FROM article WHERE lang GLOB ? LIMIT 1", (f"{language}*",))
        return found.fetchone() is not None

    def counts(self) -> dict[str, int]:
        """How many articles, facts, events, entities, passages and events that articles disagree about there are."""
        return counts(self._db)

    def built_at(self) -> str:
        """When the store was built, ISO, UTC."""
        return str(self._db.execute("SELECT built_at FROM build").fetchone()[0])

    def report(self) -> dict[str, Any]:
        """What the build that made the store said of itself."""
        return dict(json.loads(self._db.execute("SELECT report FROM build").fetchone()[0]))

    # Who belongs to whom by what articles tell, and what is asked of large stores otherwise

    def set_up_within(self, entity_id: str) -> frozenset[str]:
        """Ids of the organisations that were founded within one."""
        return related.set_up_within(self._db, entity_id)

    def kin(self, entity_id: str) -> frozenset[str]:
        """Whose product something is, where somebody has a post, within what an organisation was founded."""
        return related.kin(self._db, entity_id)

    def possessives(self) -> list[tuple[str, str]]:
        """Ids and names of entities that are called "Acme's …", by name."""
        return related.possessives(self._db)

    def rounds_told(self) -> list[str]:
        """The wordings in which rounds are told."""
        return related.rounds_told(self._db)

    @cached_property
    def is_large(self) -> bool:
        """Whether there are so many events that not all that might answer can be read."""
        return self._db.execute("SELECT 1 FROM event LIMIT 1 OFFSET ?", (_MANY,)).fetchone() is not None

    # Read once

    @cached_property
    def known_names(self) -> KnownNames:
        return KnownNames(self._db)

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of fact that there are."""
        return related.kinds(self._db)

    @cached_property
    def _sums(self) -> Sums:
        return Sums(self._db)

    @cached_property
    def _suggestions(self) -> Suggestions:
        return Suggestions(self._db)

    @cached_property
    def _citing(self) -> Citing:
        return Citing(self._db)

    @cached_property
    def _searcher(self) -> Searcher:
        return Searcher(self._db, self._citing)

    @cached_property
    def _loader(self) -> EventLoader:
        return EventLoader(self._db, self._citing, self.is_large)

    def _busiest(self, ids: Iterable[str]) -> list[str]:
        return sorted(ids, key=lambda e: (-self.events_about(e), e))

    def events_about(self, entity_id: str) -> int:
        """How many events an entity takes part in."""
        return self._told_of(entity_id)[1]

    def _told_of(self, entity_id: str) -> tuple[str, int, str]:
        """Name, number of events and kind."""
        found = self._called.get(entity_id)
        if found is None:
            row = self._db.execute("SELECT name, events, kind FROM entity WHERE id = ?", (entity_id,)).fetchone()
            found = (str(row[0]), int(row[1]), str(row[2])) if row else (entity_id, 0, "")
            if len(self._called) >= _ENTITIES_KEPT:
                self._called.clear()
            self._called[entity_id] = found
        return found

    def _entity(self, entity_id: str) -> Entity | None:
        if entity_id not in self._entities:
            if len(self._entities) >= _ENTITIES_KEPT:
                self._entities.clear()
            self._entities[entity_id] = self._read_entity(entity_id)
        return self._entities[entity_id]

    def _read_entity(self, entity_id: str) -> Entity | None:
        row = self._db.execute(
            "SELECT e.*, p.name AS parent_name FROM entity e LEFT JOIN entity p ON p.id = e.parent WHERE e.id = ?",
            (entity_id,),
        ).fetchone()
        if row is None:
            return None
        aliases = self._db.execute("SELECT alias FROM alias WHERE entity = ? ORDER BY alias", (entity_id,))
        others = tuple(dict.fromkeys(a["alias"] for a in aliases if a["alias"] != row["name"]))
        return Entity(
            row["id"], row["name"], cast(Any, row["kind"]), others, row["subkind"], str(row["parent_name"] or "")
        )
