"""The store as a program for browsing databases shows it: a copy that holds nothing retracted, its tables in words,
and the questions that are asked most.

Everything here is plain data and SQL; what shows it (`bot browse`) knows no table.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

NAME = "facts"
"""What the copy is called."""

_QUOTE = """(SELECT v.quote FROM event_statement s JOIN evidence v ON v.statement = s.statement
   WHERE s.event = e.id ORDER BY length(v.quote), v.statement LIMIT 1) AS quote"""


def _when(start: str, end: str) -> str:
    """A day, a month or a year as precise as it was told, else the first day and the last; empty where nobody says."""
    return f"""CASE WHEN {start} IS NULL OR {start} = {end} THEN coalesce({start}, '')
    WHEN {start} = date({start}, 'start of year') AND {end} = date({start}, '+1 year', '-1 day')
      THEN substr({start}, 1, 4)
    WHEN {start} = date({start}, 'start of month') AND {end} = date({start}, '+1 month', '-1 day')
      THEN substr({start}, 1, 7)
    ELSE {start} || '/' || {end} END"""


_NUMBER = "CASE v.number WHEN CAST(v.number AS INTEGER) THEN CAST(v.number AS INTEGER) ELSE v.number END"
_VALUE_DAY = _when("v.date_start", "v.date_end")
_DAY = f"{_when('e.date_start', 'e.date_end')} AS day, e.said_first AS told"


def _names(*roles: str) -> str:
    listed = ", ".join(f"'{role}'" for role in roles)
    return (
        "(SELECT group_concat(name, ', ') FROM (SELECT DISTINCT n.name FROM event_entity x JOIN entity n"
        f" ON n.id = x.entity WHERE x.event = e.id AND x.role IN ({listed}) ORDER BY n.name))"
    )


def _text(slot: str, column: str = "v.text") -> str:
    return (
        f"(SELECT {column} FROM event_value v WHERE v.event = e.id AND v.slot = '{slot}' AND v.ordinal = 0"
        " AND v.rank = 'preferred' ORDER BY v.id LIMIT 1)"
    )


_EVERYBODY = (
    "(SELECT group_concat(name, ', ') FROM (SELECT DISTINCT n.name FROM event_entity x JOIN entity n"
    " ON n.id = x.entity WHERE x.event = e.id ORDER BY n.name))"
)
_OF_NAME = (
    "EXISTS (SELECT 1 FROM event_entity x JOIN alias a ON a.entity = x.entity"
    " WHERE x.event = e.id AND a.alias LIKE :name)"
)

QUERIES: dict[str, dict[str, str]] = {
    "deals": {
        "title": "Deals",
        "description": "Rounds, acquisitions and listings, the latest first. Name: a company or an investor, in any "
        "script; with % for anything. At least: a sum in US dollars. Both may be left empty.",
        "sql": f"""SELECT {_DAY}, e.kind, {_names("company", "target")} AS company,
  {_names("investors", "buyer")} AS money_from, {_text("amount", _NUMBER)} AS amount,
  {_text("amount", "v.currency")} AS currency, CAST(round(e.usd) AS INTEGER) AS us_dollars, {_text("round")} AS round,
  {_text("status")} AS status, e.articles, {_QUOTE}, e.id AS event
FROM event e
WHERE e.kind IN ('funding', 'acquisition', 'ipo') AND (:name = '' OR {_OF_NAME})
  AND (:at_least = '' OR e.usd >= CAST(:at_least AS REAL))
ORDER BY e.date_start IS NULL, e.date_start DESC, told DESC, e.id""",
    },
    "people": {
        "title": "People",
        "description": "Who holds or held which post. Name: a person or an organisation; may be left empty.",
        "sql": f"""SELECT {_names("person")} AS person, {_text("title")} AS title,
  {_names("organization")} AS organisation,
  coalesce({_text("start", _VALUE_DAY)}, '') AS start, coalesce({_text("end", _VALUE_DAY)}, '') AS "end",
  e.articles, {_QUOTE}, e.id AS event
FROM event e
WHERE e.kind = 'role' AND (:name = '' OR {_OF_NAME})
ORDER BY person, start, e.id""",
    },
    "timeline": {
        "title": "Timeline",
        "description": "Everything in which a name takes part, in the order of time.",
        "sql": f"""SELECT {_DAY}, e.kind, {_EVERYBODY} AS names, e.articles, {_QUOTE}, e.id AS event
FROM event e
WHERE {_OF_NAME}
ORDER BY e.date_start IS NULL, e.date_start, told, e.id""",
    },
    "conflicts": {
        "title": "Conflicts",
        "description": "What articles tell differently: each value, how it is ranked, and a sentence that says it.",
        "sql": f"""SELECT e.kind, {_EVERYBODY} AS names, c.slot, v.rank,
  coalesce({_NUMBER} || coalesce(' ' || v.currency, ''), NULLIF({_VALUE_DAY}, ''),
    (SELECT name FROM entity WHERE id = v.entity), v.text) AS value,
  (SELECT q.quote FROM event_value_statement s JOIN evidence q ON q.statement = s.statement
   WHERE s.value = v.id ORDER BY q.statement LIMIT 1) AS quote, e.id AS event
FROM conflict c JOIN event e ON e.id = c.event
  JOIN event_value v ON v.event = c.event AND v.slot = c.slot AND v.ordinal = 0 AND v.rank <> 'deprecated'
ORDER BY e.id, c.slot, v.rank <> 'preferred', v.id""",
    },
    "new": {
        "title": "What is new",
        "description": "What articles told last, and what the last build changed about it.",
        "sql": f"""SELECT e.said_last AS told, coalesce((SELECT group_concat(what, ', ') FROM
    (SELECT DISTINCT c.what FROM change c WHERE c.event = e.id ORDER BY c.what)), '') AS changed,
  e.kind, {_EVERYBODY} AS names, e.articles, {_QUOTE}, e.id AS event
FROM event e
ORDER BY e.said_last DESC, changed = '', e.id""",
    },
}
"""By name; `:name` and `:at_least` are asked of the reader."""

_TABLES: dict[str, dict[str, Any]] = {
    "event": {
        "description": "What several statements are about; its values are in event_value.",
        "facets": ["kind", "articles"],
        "sort_desc": "sort_date",
    },
    "entity": {
        "description": "Organisations, people, products and places. events: in how many it takes part.",
        "facets": ["kind", "subkind"],
        "sort_desc": "events",
        "label_column": "name",
    },
    "article": {
        "description": "What was read.",
        "facets": ["publisher", "lang"],
        "sort_desc": "published",
        "label_column": "title",
    },
    "article_text": {"description": "The text as it was read; empty where a sentence of it was retracted."},
    "statement": {"description": "What one article says.", "facets": ["kind"]},
    "evidence": {"description": "The sentence that a statement rests on."},
    "event_value": {"description": "Every value that was said of an event.", "facets": ["slot", "rank", "currency"]},
    "alias": {"description": "Every name of every entity.", "label_column": "alias"},
    "change": {"description": "What the last build brought.", "facets": ["what", "kind"]},
    "conflict": {"description": "Slots for which articles give several values.", "facets": ["slot"]},
    "passage": {
        "description": "The sentences of the articles. Chinese is found by words of two characters.",
        "fts_table": "passage_fts",
        "fts_pk": "id",
    },
    **{
        name: {"hidden": True}
        for name in (
            "alias_word", "build", "change_entity", "event_entity", "event_statement", "event_value_statement",
            "event_word", "frequent_word", "slot",
        )
    },
}  # fmt: skip


def metadata(sql: bool) -> dict[str, Any]:
    """The copy described for Datasette; `sql` lets readers write queries of their own."""
    queries = {name: {**query, "hide_sql": True} for name, query in QUERIES.items()}
    described: dict[str, Any] = {"tables": _TABLES, "queries": queries}
    if not sql:
        described["allow_sql"] = False
    return {
        "title": "The embodied-AI landscape",
        "description": "What articles tell, each fact with the sentence it rests on.",
        "databases": {NAME: described},
    }


def copy(store: Path, target: Path) -> None:
    """Copies a store, without what was retracted: texts that hold such a sentence, and what was told before changes."""
    read_only = f"{store.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(read_only, uri=True)) as source, closing(sqlite3.connect(target)) as made:
        source.backup(made)
        with made:
            made.execute(
                "UPDATE article_text SET raw = '' WHERE article IN (SELECT article FROM passage WHERE text = '')"
            )
            made.execute("DROP TABLE event_told")  # what it holds is in the columns of the others
            made.execute("UPDATE change SET before = ''")
            made.execute("UPDATE build SET report = '{}'")
        made.execute("VACUUM")
