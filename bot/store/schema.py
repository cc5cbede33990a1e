"""The tables of the fact store: their columns, keys and indexes, and how a slot value lies in them."""

from __future__ import annotations

from typing import Any, cast

from bot.model.event import WORDING
from bot.model.money import Money
from bot.model.statement import SLOT_TYPES, Investor, SlotValue
from bot.model.when import When

APPLICATION_ID = 0x424F5446
"""Written into the file's header (`BOTF`), so that another SQLite file is told from a fact store."""

SCHEMA_VERSION = 3


TOKENIZER = "porter unicode61 remove_diacritics 2"

FREQUENT = 100
"""Passages from which on a word is kept in `frequent_word`, with how many hold it."""

TYPED = """
  slot TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  text TEXT,
  entity TEXT,
  number REAL,
  currency TEXT,
  high REAL,
  approximate INTEGER NOT NULL DEFAULT 0,
  date_start TEXT,
  date_end TEXT,
  precision TEXT,
  open TEXT,
  lead INTEGER NOT NULL DEFAULT 0"""
"""The columns of one value, the same for what a statement says and for what an event holds."""

_WORDING = ", ".join(f"'{slot}'" for slot in sorted(WORDING))

# A word of `alias_word` is a word of a name or, with a sign before it, a key of another spelling: `names.spelling`.
TABLES = f"""
CREATE TABLE build (
  schema_version INTEGER NOT NULL, built_at TEXT NOT NULL, extractor TEXT NOT NULL, report TEXT NOT NULL);
CREATE TABLE article (
  id TEXT PRIMARY KEY, source TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL, publisher TEXT NOT NULL,
  published TEXT NOT NULL, published_start TEXT, published_inferred INTEGER NOT NULL, lang TEXT NOT NULL);
CREATE TABLE article_text (article TEXT PRIMARY KEY REFERENCES article(id), raw TEXT NOT NULL);
CREATE TABLE passage (
  id INTEGER PRIMARY KEY, article TEXT NOT NULL REFERENCES article(id), ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, entities TEXT NOT NULL, text TEXT NOT NULL);
CREATE VIRTUAL TABLE passage_fts USING fts5(words, content = '', tokenize = '{TOKENIZER}');
CREATE TABLE frequent_word (word TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE entity (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, subkind TEXT NOT NULL, parent TEXT,
  events INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE alias (
  folded TEXT NOT NULL, entity TEXT NOT NULL REFERENCES entity(id), alias TEXT NOT NULL,
  head TEXT NOT NULL, words INTEGER NOT NULL, PRIMARY KEY (folded, entity, alias)) WITHOUT ROWID;
CREATE TABLE alias_word (
  word TEXT NOT NULL, folded TEXT NOT NULL, entity TEXT NOT NULL REFERENCES entity(id),
  PRIMARY KEY (word, folded, entity)) WITHOUT ROWID;
CREATE TABLE statement (
  id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES article(id), kind TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE slot (
  statement TEXT NOT NULL REFERENCES statement(id),{TYPED},
  PRIMARY KEY (statement, slot, ordinal)) WITHOUT ROWID;
CREATE TABLE evidence (
  statement TEXT PRIMARY KEY REFERENCES statement(id), article TEXT NOT NULL REFERENCES article(id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE event (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, date_start TEXT, date_end TEXT, said_first TEXT NOT NULL,
  said_last TEXT NOT NULL, sort_date TEXT NOT NULL, usd REAL, usd_high REAL, articles INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE event_told (event TEXT PRIMARY KEY REFERENCES event(id), told TEXT NOT NULL);
CREATE TABLE event_value (
  id INTEGER PRIMARY KEY, event TEXT NOT NULL REFERENCES event(id),{TYPED}, rank TEXT NOT NULL);
CREATE TABLE event_statement (
  event TEXT NOT NULL REFERENCES event(id), statement TEXT NOT NULL REFERENCES statement(id),
  PRIMARY KEY (event, statement)) WITHOUT ROWID;
CREATE TABLE event_value_statement (
  value INTEGER NOT NULL REFERENCES event_value(id), statement TEXT NOT NULL REFERENCES statement(id),
  PRIMARY KEY (value, statement)) WITHOUT ROWID;
CREATE TABLE event_entity (
  entity TEXT NOT NULL REFERENCES entity(id), date TEXT NOT NULL, event TEXT NOT NULL REFERENCES event(id),
  role TEXT NOT NULL, kind TEXT NOT NULL, held INTEGER NOT NULL, usd REAL, dated INTEGER NOT NULL,
  PRIMARY KEY (entity, date, event, role)) WITHOUT ROWID;
CREATE TABLE event_word (
  slot TEXT NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL, date TEXT NOT NULL,
  event TEXT NOT NULL REFERENCES event(id), PRIMARY KEY (slot, text, kind, date, event)) WITHOUT ROWID;
CREATE TABLE change (
  id INTEGER PRIMARY KEY, what TEXT NOT NULL, event TEXT NOT NULL, kind TEXT NOT NULL, slot TEXT NOT NULL,
  before TEXT NOT NULL, after TEXT NOT NULL);
CREATE TABLE change_entity (
  change INTEGER NOT NULL REFERENCES change(id), entity TEXT NOT NULL, PRIMARY KEY (change, entity)) WITHOUT ROWID;
CREATE VIEW conflict AS
  SELECT event, slot, count(DISTINCT CASE WHEN ordinal = 0 THEN id END) AS "values"
  FROM event_value WHERE rank <> 'deprecated' AND slot NOT IN ({_WORDING}) GROUP BY event, slot HAVING "values" > 1;
"""
"""Tables, without what speeds up finding in them: rows go in faster before that is there."""

INDEXES = """
CREATE INDEX passage_article ON passage(article, ordinal);
CREATE INDEX alias_entity ON alias(entity);
CREATE INDEX entity_parent ON entity(parent);
CREATE INDEX statement_of_article ON statement(article);
CREATE INDEX event_kind ON event(kind, sort_date, usd_high, usd);
CREATE INDEX event_usd ON event(kind, usd, sort_date, usd_high);
CREATE INDEX event_money ON event(kind, coalesce(usd_high, usd));
CREATE INDEX event_value_event ON event_value(event, slot);
CREATE INDEX event_of_statement ON event_statement(statement);
CREATE INDEX event_entity_event ON event_entity(event, role, entity);
CREATE INDEX event_entity_founded ON event_entity(entity, role, event) WHERE kind = 'founding';
CREATE INDEX event_entity_owned ON event_entity(entity, event) WHERE role IN ('product', 'person');
"""

FACT_TABLES = (
    "article",
    "article_text",
    "passage",
    "passage_fts",
    "frequent_word",
    "entity",
    "alias",
    "alias_word",
    "statement",
    "slot",
    "evidence",
    "event",
    "event_told",
    "event_value",
    "event_statement",
    "event_value_statement",
    "event_entity",
    "event_word",
)
"""What is the same, byte for byte, in two builds of the same input; `build` and `change` tell of the build itself."""


_Part = tuple[Any, ...]


def typed_rows(slot: str, value: SlotValue, resolved: SlotValue) -> list[_Part]:
    """The rows that one value takes, in the columns of `TYPED`: one for a single value, one a member for a list.

    `resolved` is the value with entity ids for names.
    """
    if isinstance(value, str):
        entity = resolved if SLOT_TYPES[slot] == "name" else None
        return [(slot, 0, value, entity, None, None, None, 0, None, None, None, None, 0)]
    if isinstance(value, When):
        first, last = value.start.isoformat(), value.end.isoformat()
        about = int(value.approximate)
        return [(slot, 0, None, None, None, None, None, about, first, last, value.precision, value.open, 0)]
    if isinstance(value, Money):
        number, about = float(value.value), int(value.approximate)
        return [(slot, 0, None, None, number, value.currency, value.high, about, None, None, None, None, 0)]
    if isinstance(value, tuple):
        with_ids = cast(tuple[Any, ...], resolved)
        return [_member(slot, n, *pair) for n, pair in enumerate(zip(value, with_ids, strict=True))]
    return [(slot, 0, None, None, float(value), None, None, 0, None, None, None, None, 0)]


def _member(slot: str, ordinal: int, member: Any, resolved: Any) -> _Part:
    lead = 0
    if isinstance(member, Investor):
        member, resolved, lead = member.name, resolved.name, int(member.lead)
    return (slot, ordinal, member, resolved, None, None, None, 0, None, None, None, None, lead)
