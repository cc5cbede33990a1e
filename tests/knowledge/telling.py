"""Says facts in one line each for the tests of knowledge: who tells what, when."""

from __future__ import annotations

from typing import Any

from bot.knowledge.events import events_of
from bot.knowledge.resolve import Resolution, resolve
from bot.model.article import Article, OffsetMap
from bot.model.entity import Entity
from bot.model.event import KnownEvent
from bot.model.statement import Quote, Statement, slots_from_json
from bot.model.when import When
from bot.names.entry import Entry, entity_id
from bot.names.registry import Registry


def org(name: str, *aliases: str, parent: str = "", kind: Any = "org", subkind: str = "") -> Entry:
    return Entry(Entity(entity_id(kind, name), name, kind, aliases, subkind=subkind, parent=parent))


ENTRIES = [
    org("Tessaro Group", "Tessaro", "泰萨罗"),
    org("Tessaro Cloud", parent="Tessaro Group"),
    org("Tessaro Vision Lab", parent="Tessaro Cloud"),
    org("Figure AI", "Figure"),
    org("Mara Quint", "M. Quint", kind="person"),
    org("Pico-1", kind="product"),
    org("Lumen", kind="org"),
    org("Lumen", kind="product"),
    org("Double One", "Dupla"),
    org("Double Two", "Dupla"),
]
REGISTRY = Registry(ENTRIES)


def article(source: str, published: str = "") -> Article:
    raw = f"The text of {source}."
    when = When.from_iso(published) if published else None
    return Article(source, raw, raw, OffsetMap(), source, when, id=f"id-{source}")


def says(source: str, kind: str, at: int = 0, /, **slots: Any) -> Statement:
    return Statement(f"id-{source}", kind, slots_from_json(slots), Quote(at, at + 1, "x"))


def resolved(*told: Statement, published: dict[str, str] | None = None) -> Resolution:
    sources = sorted({s.article.removeprefix("id-") for s in told})
    return resolve([article(s, (published or {}).get(s, "")) for s in sources], told, REGISTRY)


def merged(*told: Statement, **published: str) -> list[KnownEvent]:
    """The events of some statements; keywords date the articles."""
    known = resolved(*told, published=published)
    return events_of(known.told, known.parents)


def usd(millions: float, **more: Any) -> dict[str, Any]:
    return {"value": millions * 1e6, "currency": "USD", **more}


def cny(millions: float) -> dict[str, Any]:
    return {"value": millions * 1e6, "currency": "CNY"}
