"""A fact store as large as years of reading make it, written at once: invented articles, names, rounds and disputes."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from bot.model.article import Article, OffsetMap
from bot.model.entity import Entity
from bot.model.event import Event, EventValue, KnownEvent
from bot.model.money import Money
from bot.model.statement import Investor, Quote, SlotValue, Statement
from bot.model.when import When
from bot.store.tables import Content
from bot.store.write import write

FIRST, DAYS = date(2023, 1, 2), 1095
PER_ARTICLE = 10
_KINDS = ("funding", "role", "partnership", "launch", "acquisition")


def large_store(path: Path, facts: int, seed: int = 0) -> None:
    """Writes so many facts, ten an article over three years; every tenth event is told twice, and disputed."""
    dice = random.Random(seed)
    names = [Entity(f"org-{n}", f"Company {n}", "org", (f"Co {n}",), "company") for n in range(max(facts // 25, 10))]
    articles, statements, events = [], [], []
    resolved: dict[str, dict[str, SlotValue]] = {}
    again: tuple[dict[str, SlotValue], dict[str, SlotValue], str, Statement] | None = None
    for number in range(facts // PER_ARTICLE):
        published = FIRST + timedelta(days=number * DAYS * PER_ARTICLE // facts)
        quotes = [f"Sentence {number}-{n} tells what happened." for n in range(PER_ARTICLE)]
        raw = " ".join(quotes)
        article = Article(
            f"{published}-{number}.md", raw, raw, OffsetMap(), f"Article {number}", When.day(published), False,
            "The Invented Times", f"https://example.org/{number}", id=f"article-{number:06}",
        )  # fmt: skip
        articles.append(article)
        for quote in quotes:
            if again is not None:
                said, ids, kind, before = again
                said = {**said, "amount": Money(float(dice.randrange(1, 900)) * 1e6, "USD")}
                ids = {**ids, "amount": said["amount"]}
            else:
                kind = dice.choice(_KINDS)
                said, ids = _told(kind, dice, names, published)
                before = None
            start = raw.index(quote)
            statement = Statement(article.id, kind, said, Quote(start, start + len(quote), quote))
            statements.append(statement)
            resolved[statement.id] = ids
            if before is None and kind == "funding" and dice.random() < 0.4:
                again = (said, ids, kind, statement)
                continue
            again = None
            events.append(_event(kind, ids, [*([before] if before else []), statement], resolved, published))
    passages = {a.id: ((0, len(a.raw), a.raw),) for a in articles}
    kept = {statement for row in events for statement in row.event.statements}
    statements = [statement for statement in statements if statement.id in kept]
    content = Content(
        articles, passages, names, {}, frozenset(), statements, resolved, events,
        built_at=f"{FIRST + timedelta(days=DAYS)}T06:00:00+00:00",
    )  # fmt: skip
    write(path, content)


def _told(
    kind: str, dice: random.Random, names: list[Entity], published: date
) -> tuple[dict[str, SlotValue], dict[str, SlotValue]]:
    """What is said, and the same with ids for names."""
    one, two = dice.sample(names, 2)
    when = When.day(published - timedelta(days=dice.randrange(30)))
    amount = Money(float(dice.randrange(1, 900)) * 1e6, "USD")
    rest: dict[str, SlotValue] = {"date": when}
    if kind == "funding":
        rest |= {"amount": amount, "round": "Series A"}
        return (
            {"company": one.name, "investors": (Investor(two.name, True),), **rest},
            {"company": one.id, "investors": (Investor(two.id, True),), **rest},
        )
    if kind == "acquisition":
        rest["amount"] = amount
        return {"buyer": one.name, "target": two.name, **rest}, {"buyer": one.id, "target": two.id, **rest}
    if kind == "partnership":
        return {"parties": (one.name, two.name), **rest}, {"parties": (one.id, two.id), **rest}
    if kind == "launch":
        return {"maker": one.name, "product": two.name, **rest}, {"maker": one.id, "product": two.id, **rest}
    rest = {"title": f"chief of {dice.randrange(1000)}", "start": when}
    return {"person": one.name, "organization": two.name, **rest}, {"person": one.id, "organization": two.id, **rest}


def _event(
    kind: str,
    ids: dict[str, SlotValue],
    inside: list[Statement],
    resolved: dict[str, dict[str, SlotValue]],
    published: date,
) -> KnownEvent:
    values = []
    for slot in ids:
        said: dict[SlotValue, list[str]] = {}
        for statement in inside:
            said.setdefault(resolved[statement.id][slot], []).append(statement.id)
        for n, (value, by) in enumerate(said.items()):
            values.append(EventValue(slot, value, "normal" if n else "preferred", tuple(by)))
    event = Event(f"event-{inside[0].id}", kind, tuple(values), tuple(sorted(s.id for s in inside)))
    when, amount = ids.get("date") or ids.get("start"), ids.get("amount")
    usd = amount.value if isinstance(amount, Money) else None
    roles: list[tuple[str, str]] = []
    for slot, value in ids.items():
        if isinstance(value, str) and value.startswith("org-"):
            roles.append((slot, value))
        elif isinstance(value, tuple):
            roles += [(slot, v.name if isinstance(v, Investor) else v) for v in value]
    day = published.isoformat()
    articles = len({s.article for s in inside})
    return KnownEvent(event, day, day, when if isinstance(when, When) else None, usd, usd, articles, roles)
