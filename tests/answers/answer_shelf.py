"""A shelf of invented articles with the facts they tell, for the tests of answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bot.answers import Answerer, plain
from bot.build import build
from bot.model.article import Article
from bot.model.entity import Entity, EntityKind
from bot.model.statement import Quote, Statement, slots_from_json
from bot.names.entry import Entry, entity_id
from bot.names.registry import Registry

Fact = tuple[str, dict[str, Any], str]


def _entry(name: str, *aliases: str, kind: EntityKind = "org", parent: str = "", common: bool = False) -> Entry:
    return Entry(Entity(entity_id(kind, name), name, kind, aliases, parent=parent), common_word=common)


REGISTRY = Registry(
    [
        _entry("Quillon Robotics", "奎隆机器人", "奎隆"),
        _entry("Ostrel Group", "Ostrel"),
        _entry("Ostrel Cloud", parent="Ostrel Group"),
        _entry("Ostrel Robotics", parent="Ostrel Group"),
        _entry("Bexley Capital"),
        _entry("Harbour Street Ventures"),
        _entry("Tallow", common=True),
        _entry("Vantor Motion"),
        _entry("Merrin Bank"),
        _entry("Nymph Dynamics"),
        _entry("Mira Aldane", "米拉", kind="person"),
        _entry("Otto Brandvik", kind="person"),
        _entry("Kestrel 2", kind="product"),
    ]
)


def told(answerer: Answerer, asked: str, *said: str) -> None:
    """Checks that a question is answered, with its sources, and that the answer says so much."""
    answer = answerer.reply([asked])
    assert answer.answered
    assert answer.citations
    text = plain(answer)
    assert [part for part in said if part not in text] == []


def usd(value: float, **more: Any) -> dict[str, Any]:
    return {"value": value, "currency": "USD", **more}


def _backers(*names: str, lead: str = "") -> list[dict[str, Any]]:
    return [*([{"name": lead, "lead": True}] if lead else []), *({"name": n, "lead": False} for n in names)]


ARTICLES: dict[str, tuple[str, str, list[Fact]]] = {
    "a-round.md": (
        "2025-03-11",
        """Quillon Robotics closes its Series B

Quillon Robotics of Tromsø has raised $120 million in a Series B round led by Bexley Capital, with Ostrel Cloud in it.

Its previous round, a Series A of $30 million, was led by Harbour Street Ventures in June 2023.

Quillon has closed four rounds so far and has raised $165 million in total.

Mira Aldane, chief executive of Quillon, founded the company in 2019 together with Otto Brandvik.

Aldane holds a doctorate in control engineering from Ravensholm University. She
worked at Vantor Motion as a senior engineer until 2019.

The Kestrel 2 humanoid was launched in January 2025 and costs $48,000.

The money will be spent on a second factory in Bergen, which is to make 5,000 robots a year from 2027.

"Robots will be as common as lamps," said Aldane.
""",
        [
            (
                "funding",
                {
                    "company": "Quillon Robotics",
                    "amount": usd(120e6),
                    "round": "Series B",
                    "investors": _backers("Ostrel Cloud", lead="Bexley Capital"),
                    "date": "2025-03",
                    "status": "completed",
                },
                "Quillon Robotics of Tromsø has raised $120 million in a Series B round led by Bexley Capital, "
                "with Ostrel Cloud in it.",
            ),
            (
                "funding",
                {
                    "company": "Quillon Robotics",
                    "amount": usd(30e6),
                    "round": "Series A",
                    "investors": _backers(lead="Harbour Street Ventures"),
                    "date": "2023-06",
                    "status": "completed",
                },
                "Its previous round, a Series A of $30 million, was led by Harbour Street Ventures in June 2023.",
            ),
            (
                "metric",
                {"subject": "Quillon Robotics", "measure": "rounds", "value": 4, "unit": "rounds"},
                "Quillon has closed four rounds so far and has raised $165 million in total.",
            ),
            (
                "metric",
                {"subject": "Quillon Robotics", "measure": "total_raised", "value": 165e6, "unit": "USD"},
                "Quillon has closed four rounds so far and has raised $165 million in total.",
            ),
            (
                "role",
                {"person": "Mira Aldane", "organization": "Quillon Robotics", "title": "chief executive"},
                "Mira Aldane, chief executive of Quillon, founded the company in 2019 together with Otto Brandvik.",
            ),
            (
                "founding",
                {
                    "organization": "Quillon Robotics",
                    "founders": ["Mira Aldane", "Otto Brandvik"],
                    "date": "2019",
                    "place": "Tromsø",
                },
                "Mira Aldane, chief executive of Quillon, founded the company in 2019 together with Otto Brandvik.",
            ),
            (
                "education",
                {
                    "person": "Mira Aldane",
                    "school": "Ravensholm University",
                    "degree": "doctorate",
                    "field": "control engineering",
                },
                "Aldane holds a doctorate in control engineering from Ravensholm University",
            ),
            (
                "role",
                {
                    "person": "Mira Aldane",
                    "organization": "Vantor Motion",
                    "title": "senior engineer",
                    "end": "2019",
                },
                "worked at Vantor Motion as a senior engineer until 2019.",
            ),
            (
                "launch",
                {"product": "Kestrel 2", "maker": "Quillon Robotics", "product_kind": "robot", "date": "2025-01"},
                "The Kestrel 2 humanoid was launched in January 2025 and costs $48,000.",
            ),
            (
                "price",
                {"product": "Kestrel 2", "amount": usd(48000)},
                "The Kestrel 2 humanoid was launched in January 2025 and costs $48,000.",
            ),
            (
                "plan",
                {
                    "organization": "Quillon Robotics",
                    "action": "second factory in Bergen",
                    "value": 5000,
                    "unit": "robots a year",
                    "date": "2027",
                },
                "The money will be spent on a second factory in Bergen, which is to make 5,000 robots a year "
                "from 2027.",
            ),
            (
                "statement",
                {"speaker": "Mira Aldane", "text": "Robots will be as common as lamps", "date": "2025-03-11"},
                '"Robots will be as common as lamps," said Aldane.',
            ),
        ],
    ),
    "b-takeover.md": (
        "2025-09-02",
        """Ostrel to buy Vantor Motion's gripper business

Ostrel Group has agreed to buy the gripper maker Nymph Dynamics from Vantor Motion for $1.4 billion.

Ostrel Robotics, the robotics unit of Ostrel, had revenue of $310 million in 2024 and employs about 900 people.

Ilka Thorne, chairwoman of Ostrel, called the purchase "the last missing finger".

Merrin Bank expects the market for robot hands to reach $12 billion by 2032.

Ostrel Cloud and Tallow work together on warehouse models.
""",
        [
            (
                "acquisition",
                {
                    "buyer": "Ostrel Group",
                    "target": "Nymph Dynamics",
                    "seller": "Vantor Motion",
                    "amount": usd(1.4e9),
                    "date": "2025-09-02",
                    "status": "announced",
                },
                "Ostrel Group has agreed to buy the gripper maker Nymph Dynamics from Vantor Motion for $1.4 billion.",
            ),
            (
                "metric",
                {"subject": "Ostrel Robotics", "measure": "revenue", "value": 310e6, "unit": "USD", "date": "2024"},
                "Ostrel Robotics, the robotics unit of Ostrel, had revenue of $310 million in 2024 and employs "
                "about 900 people.",
            ),
            (
                "metric",
                {
                    "subject": "Ostrel Robotics",
                    "measure": "employees",
                    "value": 900,
                    "unit": "people",
                    "approximate": True,
                },
                "Ostrel Robotics, the robotics unit of Ostrel, had revenue of $310 million in 2024 and employs "
                "about 900 people.",
            ),
            (
                "role",
                {"person": "Ilka Thorne", "organization": "Ostrel Group", "title": "chairwoman"},
                'Ilka Thorne, chairwoman of Ostrel, called the purchase "the last missing finger".',
            ),
            (
                "statement",
                {"speaker": "Ilka Thorne", "text": "the purchase is the last missing finger", "date": "2025-09"},
                'Ilka Thorne, chairwoman of Ostrel, called the purchase "the last missing finger".',
            ),
            (
                "forecast",
                {"source": "Merrin Bank", "value": 12e9, "measure": "market_size", "unit": "USD", "date": "2032"},
                "Merrin Bank expects the market for robot hands to reach $12 billion by 2032.",
            ),
            (
                "partnership",
                {"parties": ["Ostrel Cloud", "Tallow"], "topic": "warehouse models"},
                "Ostrel Cloud and Tallow work together on warehouse models.",
            ),
        ],
    ),
    "c-follow-up.md": (
        "2025-04-20",
        """The small print of Quillon's round

Quillon Robotics raised $112 million in its Series B in March 2025, not $120 million, a filing shows.

Forty Kestrel 2 machines sort parcels for Tallow in Leeds.

Tallow raised $9 million in a seed round led by Bexley Capital in February 2024.

Quillon is said to be preparing a listing in Oslo for 2026.
""",
        [
            (
                "funding",
                {
                    "company": "Quillon Robotics",
                    "amount": usd(112e6),
                    "round": "Series B",
                    "date": "2025-03",
                    "status": "completed",
                },
                "Quillon Robotics raised $112 million in its Series B in March 2025, not $120 million, a filing shows.",
            ),
            (
                "deployment",
                {"product": "Kestrel 2", "maker": "Quillon Robotics", "customer": ["Tallow"], "use": "sorting parcels"},
                "Forty Kestrel 2 machines sort parcels for Tallow in Leeds.",
            ),
            (
                "funding",
                {
                    "company": "Tallow",
                    "amount": usd(9e6),
                    "round": "Seed",
                    "investors": _backers(lead="Bexley Capital"),
                    "date": "2024-02",
                    "status": "completed",
                },
                "Tallow raised $9 million in a seed round led by Bexley Capital in February 2024.",
            ),
            (
                "ipo",
                {"company": "Quillon Robotics", "exchange": "Oslo", "date": "2026", "status": "rumored"},
                "Quillon is said to be preparing a listing in Oslo for 2026.",
            ),
        ],
    ),
}


def shelved(folder: Path, articles: Mapping[str, tuple[str, str, Iterable[Fact]]], registry: Registry) -> Path:
    """The store of some articles: by file name the day, the text, whose first line is its title, and what it tells."""
    shelf = folder / "shelf"
    shelf.mkdir()
    for name, (published, text, _) in articles.items():
        title, body = text.split("\n", 1)
        head = f'---\ntitle: "{title}"\npublished: {published}\npublisher: The Invented Courier\n---\n'
        (shelf / name).write_text(head + body, encoding="utf-8")

    def extract(article: Article) -> list[Statement]:
        found = []
        for kind, slots, quote in articles[article.source][2]:
            start = article.raw.index(quote)
            found.append(Statement(article.id, kind, slots_from_json(slots), Quote(start, start + len(quote), quote)))
        return found

    build([shelf], folder / "facts.db", extract=extract, registry=registry)
    return folder / "facts.db"


def put_together(folder: Path) -> Path:
    """Writes the articles below a folder and builds their store."""
    return shelved(folder, ARTICLES, REGISTRY)


def registry_of(names: Iterable[tuple[str, EntityKind]]) -> Registry:
    """A registry that knows some names of some kinds."""
    return Registry([_entry(name, kind=kind) for name, kind in names])


def of_one(folder: Path, text: str, names: Iterable[tuple[str, EntityKind]], facts: Iterable[Fact]) -> Path:
    """The store of a single article, `one.md`, whose first line is its title, and which knows these names."""
    return shelved(folder, {"one.md": ("2025-07-01", text, tuple(facts))}, registry_of(names))
