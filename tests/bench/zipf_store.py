"""A fact store of any size as years of reading make it: few names are in many facts, most are in a handful (Zipf).

Everything is invented and follows from the number of facts and the seed alone. It goes in through the store's own way
of writing.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

from bot.model.article import Article, OffsetMap
from bot.model.entity import Entity, EntityKind
from bot.model.event import Event, EventValue, KnownEvent
from bot.model.money import Money
from bot.model.statement import Investor, Quote, SlotValue, Statement
from bot.model.when import When
from bot.store.tables import Content
from bot.store.write import write

FIRST, DAYS = date(2021, 1, 4), 1780
PER_ARTICLE = 10
T = TypeVar("T")
FACTS_A_NAME = 25
FORM = 1
"""Counted up when the same number of facts becomes another store."""
_KINDS = {
    "funding": 32, "role": 20, "partnership": 12, "launch": 12, "deployment": 9, "metric": 8, "acquisition": 5,
    "founding": 2,
}  # fmt: skip
_ROUNDS = ("Seed", "Pre-A", "Series A", "Series A+", "Series B", "Series B+", "Series C", "Series D", "Series E")
_POSTS = ("CEO", "CTO", "chief scientist", "head of hardware", "vice president of sales", "chairman")
_TRADES = ("Robotics", "Dynamics", "Motion", "Intelligence", "Automation", "Systems", "Labs", "Mechatronics")
_FUNDS = ("Capital", "Ventures", "Partners", "Fund", "Holdings")
_ONSETS = (
    "b", "br", "c", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "qu", "r", "s", "st", "t", "tr", "v",
    "z", "zh",
)  # fmt: skip
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ei", "io", "ua")
_FIELD = (
    "warehouse", "gripper", "actuator", "battery", "factory", "sensors", "pilot", "assembly", "logistics", "safety",
    "software", "vision", "training", "hospital", "kitchen", "torque", "motors", "export", "supply", "orders",
    "workers", "line", "welding", "inspection", "delivery", "simulation",
)  # fmt: skip
_SHARE: tuple[tuple[EntityKind, str, float], ...] = (
    ("org", "company", 0.55), ("org", "investor", 0.08), ("person", "", 0.22), ("product", "robot", 0.15),
)  # fmt: skip


@dataclass(slots=True)
class Names:
    """The entities by kind, those that are in most facts first, and chances to meet each."""

    companies: list[Entity] = field(default_factory=list)
    investors: list[Entity] = field(default_factory=list)
    people: list[Entity] = field(default_factory=list)
    products: list[Entity] = field(default_factory=list)

    def all(self) -> list[Entity]:
        return [*self.companies, *self.investors, *self.people, *self.products]


def invented(facts: int, seed: int = 0) -> Names:
    """The names of a store of so many facts."""
    dice = random.Random(f"names {seed}")
    count = max(facts // FACTS_A_NAME, 40)
    taken: set[str] = set()
    made = Names()
    for (kind, subkind, share), into in zip(
        _SHARE, (made.companies, made.investors, made.people, made.products), strict=True
    ):
        for number in range(int(count * share)):
            while (name := _name(dice, kind, subkind)) in taken:
                pass
            taken.add(name)
            aliases = (name.split()[0],) if kind == "org" and name.split()[0] not in taken and number % 2 else ()
            taken.update(aliases)
            into.append(Entity(f"{kind}-{subkind or 'one'}-{number:06}", name, kind, aliases, subkind))
    return made


def zipf_store(path: Path, facts: int, seed: int = 0) -> None:
    """Writes a store of so many facts, ten an article; every eighth round is told again, and disputed."""
    collecting = gc.isenabled()
    gc.disable()  # millions of small objects, and all of them stay
    try:
        write(path, zipf_content(facts, seed))
    finally:
        if collecting:
            gc.enable()


def zipf_content(facts: int, seed: int = 0) -> Content:
    """The same, not written yet."""
    teller = _Teller(invented(facts, seed), random.Random(f"facts {seed}"))
    for number in range(facts // PER_ARTICLE):
        teller.article(number, FIRST + timedelta(days=number * DAYS * PER_ARTICLE // facts))
    return Content(
        teller.articles, teller.passages, teller.names.all(), {}, frozenset(), teller.statements, teller.resolved,
        teller.events, built_at=f"{FIRST + timedelta(days=DAYS)}T06:00:00+00:00",
    )  # fmt: skip


Told = tuple[str, dict[str, SlotValue], dict[str, SlotValue], str]
"""Kind, what is said, the same with ids, and the words that say it."""


class _Teller:
    def __init__(self, names: Names, dice: random.Random) -> None:
        self.names = names
        self._dice = dice
        self._companies = _zipf(dice, names.companies)
        self._investors = _zipf(dice, names.investors)
        self._people = _zipf(dice, names.people, 0.6)
        self._products = _zipf(dice, names.products, 0.8)
        self._words = _zipf(dice, [*_FIELD, *_vocabulary(20_000)])
        self._kinds = _choices(dice, list(_KINDS), list(_KINDS.values()))
        self.articles: list[Article] = []
        self.passages: dict[str, Sequence[tuple[int, int, str]]] = {}
        self.statements: list[Statement] = []
        self.resolved: dict[str, dict[str, SlotValue]] = {}
        self.events: list[KnownEvent] = []
        self._again: tuple[str, dict[str, SlotValue], date] | None = None

    def article(self, number: int, published: date) -> None:
        told = [self._told(published) for _ in range(PER_ARTICLE)]
        title = f"{' '.join(next(self._words) for _ in range(4)).capitalize()}"
        quotes = [title, *(words for *_, words in told), f"The {self._tail(12)}."]
        spans, at = [], 0
        for quote in quotes:
            spans.append((at, at + len(quote), quote))
            at += len(quote) + 1
        raw = " ".join(quotes)
        article = Article(
            f"{published}-{number}.md", raw, raw, OffsetMap(), title, When.day(published), False,
            f"The {_TRADES[number % 8]} Times", f"https://example.org/{number}", id=f"article-{number:07}",
        )  # fmt: skip
        self.articles.append(article)
        self.passages[article.id] = tuple(spans)
        for (kind, said, ids, words), (start, end, _) in zip(told, spans[1:], strict=False):
            statement = Statement(article.id, kind, said, Quote(start, end, words))
            self._keep(statement, kind, ids, published)

    def _keep(self, statement: Statement, kind: str, ids: dict[str, SlotValue], published: date) -> None:
        number = statement.id
        self.statements.append(statement)
        self.resolved[number] = ids
        before, self._again = self._again, None
        if before is not None:
            first_id, first_ids, day = before
            self.events.append(_event("funding", [(first_id, first_ids), (number, ids)], (day, published), 2))
            return
        if kind == "funding" and self._dice.random() < 0.125:
            self._again = (number, ids, published)
            return
        self.events.append(_event(kind, [(number, ids)], (published, published), 1))

    def _told(self, published: date) -> Told:
        kind = next(self._kinds)
        if kind != "funding":
            return self._other(kind, published)
        return self._round(published)

    def _tail(self, count: int) -> str:
        return " ".join(next(self._words) for _ in range(count))

    def _round(self, published: date) -> Told:
        dice = self._dice
        company, backer, other = next(self._companies), next(self._investors), next(self._investors)
        millions = max(1, round(dice.lognormvariate(3.2, 1.6)))
        backers = (backer, other) if other is not backer else (backer,)
        rest: dict[str, SlotValue] = {
            "amount": Money(millions * 1e6, "USD"), "round": dice.choice(_ROUNDS),
            "date": When.day(published - timedelta(days=dice.randrange(20))),
        }  # fmt: skip
        if dice.random() < 0.05:
            rest["status"] = "rumored"
        words = (
            f"{company.name} raised ${millions:,} million in a {rest['round']} round led by {backer.name} for "
            f"{self._tail(5)}."
        )
        return (
            "funding",
            {"company": company.name, "investors": _backers([b.name for b in backers]), **rest},
            {"company": company.id, "investors": _backers([b.id for b in backers]), **rest},
            words,
        )

    def _other(self, kind: str, published: date) -> Told:
        dice = self._dice
        when = When.day(published - timedelta(days=dice.randrange(20)))
        one, two = next(self._companies), next(self._companies)
        while two is one:
            two = next(self._companies)
        names: dict[str, tuple[Entity, ...]] = {}
        rest: dict[str, SlotValue] = {"date": when}
        if kind == "role":
            post = dice.choice(_POSTS)
            person = next(self._people)
            names, rest = {"person": (person,), "organization": (one,)}, {"title": post, "start": when}
            words = f"{person.name} joined {one.name} as {post} to oversee {self._tail(4)}."
        elif kind == "acquisition":
            millions = max(5, round(dice.lognormvariate(4.2, 1.5)))
            names = {"buyer": (one,), "target": (two,)}
            rest["amount"] = Money(millions * 1e6, "USD")
            words = f"{one.name} acquired {two.name} for ${millions:,} million, with {self._tail(4)}."
        elif kind == "partnership":
            names = {"parties": (one, two)}
            words = f"{one.name} and {two.name} agreed to work together on {self._tail(5)}."
        elif kind == "launch":
            product = next(self._products)
            names = {"maker": (one,), "product": (product,)}
            words = f"{one.name} unveiled {product.name}, a robot for {self._tail(5)}."
        elif kind == "deployment":
            product = next(self._products)
            names = {"product": (product,), "customer": (two,)}
            words = f"{product.name} robots work at {two.name} on {self._tail(5)}."
        elif kind == "founding":
            person = next(self._people)
            names = {"organization": (one,), "founders": (person,)}
            words = f"{person.name} founded {one.name} to build {self._tail(4)}."
        else:
            count = dice.randrange(20, 9000)
            names = {"subject": (one,)}
            rest |= {"measure": "employees", "value": float(count), "unit": "employees"}
            words = f"{one.name} has {count:,} employees in {self._tail(5)}."
        listed = {"parties", "founders", "customer"}
        said = {slot: tuple(e.name for e in who) if slot in listed else who[0].name for slot, who in names.items()}
        ids = {slot: tuple(e.id for e in who) if slot in listed else who[0].id for slot, who in names.items()}
        return kind, {**said, **rest}, {**ids, **rest}, words


def _event(
    kind: str, inside: list[tuple[str, dict[str, SlotValue]]], said: tuple[date, date], articles: int
) -> KnownEvent:
    values = []
    ids = inside[0][1]
    for slot in dict.fromkeys(slot for _, each in inside for slot in each):
        by: dict[SlotValue, list[str]] = {}
        for number, each in inside:
            if slot in each:
                by.setdefault(each[slot], []).append(number)
        for n, (value, supporters) in enumerate(by.items()):
            values.append(EventValue(slot, value, "normal" if n else "preferred", tuple(supporters)))
    event = Event(f"e{inside[0][0]}", kind, tuple(values), tuple(sorted(number for number, _ in inside)))
    when, amount = ids.get("date") or ids.get("start"), ids.get("amount")
    usd = amount.value if isinstance(amount, Money) else None
    roles: list[tuple[str, str]] = []
    for _, each in inside:
        for slot, value in each.items():
            if isinstance(value, tuple):
                roles += [(slot, v.name if isinstance(v, Investor) else v) for v in value]
            elif slot in ("company", "person", "organization", "buyer", "target", "maker", "product", "subject"):
                roles.append((slot, str(value)))
    first, last = said
    return KnownEvent(
        event, first.isoformat(), last.isoformat(), when if isinstance(when, When) else None, usd, usd, articles, roles
    )


def _backers(names: list[str]) -> tuple[Investor, ...]:
    return tuple(Investor(name, n == 0) for n, name in enumerate(names))


def _name(dice: random.Random, kind: str, subkind: str) -> str:
    word = _word(dice).capitalize()
    if kind == "person":
        return f"{word} {_word(dice).capitalize()}"
    if kind == "product":
        return f"{word} {dice.randrange(1, 10)}"
    return f"{word} {dice.choice(_FUNDS if subkind == 'investor' else _TRADES)}"


def _word(dice: random.Random) -> str:
    return "".join(dice.choice(_ONSETS) + dice.choice(_VOWELS) for _ in range(dice.choice((2, 3, 3)))) + dice.choice(
        ("n", "r", "x", "s", "l", "")
    )


def _vocabulary(count: int) -> list[str]:
    dice = random.Random("words")
    return list(dict.fromkeys(_word(dice) + "en" for _ in range(count)))


def _zipf(dice: random.Random, items: Sequence[T], exponent: float = 1.0) -> Iterator[T]:
    return _choices(dice, items, [1 / (rank + 1) ** exponent for rank in range(len(items))])


def _choices(dice: random.Random, items: Sequence[T], weights: Sequence[float]) -> Iterator[T]:
    cumulated = list(accumulate(weights))
    while True:
        yield from dice.choices(items, cum_weights=cumulated, k=4096)
