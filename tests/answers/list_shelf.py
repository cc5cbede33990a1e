"""A shelf for questions that list, compare and leave out: invented companies of several countries and what they did."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.model.entity import Entity, EntityKind
from bot.names.entry import Entry, entity_id
from bot.names.registry import Registry
from tests.answers.answer_shelf import Fact, shelved


def _entry(name: str, *aliases: str, kind: EntityKind = "org", subkind: str = "", parent: str = "") -> Entry:
    return Entry(Entity(entity_id(kind, name), name, kind, aliases, subkind, parent))


REGISTRY = Registry(
    [
        _entry("Germany", kind="place", subkind="country"),
        _entry("China", kind="place", subkind="country"),
        _entry("Hong Kong", kind="place", subkind="city", parent="China"),
        _entry("Lenzburg", kind="place", subkind="city", parent="Germany"),
        _entry("Hong Kong Stock Exchange", "HKEX", subkind="exchange"),
        _entry("Calder Research", subkind="analyst"),
        _entry("Brome Analytics", subkind="analyst"),
        *(
            _entry(name, subkind="company")
            for name in ("Ottmar Robotik", "Fellner Motion", "Halvorsen Arms", "Bexhill Dynamics", "Corran Systems",
                         "Tessel Hands", "Umbrel Robotics", "Vickery Group")
        ),
        _entry("Yunlu Robotics", "云鹿机器人", subkind="company"),
        _entry("Fangshi Motion", "方石动力", subkind="company"),
        *(_entry(name, subkind="investor") for name in ("Marlow Capital", "Quarry Partners", "Stowe Ventures")),
        *(_entry(name, kind="person") for name in ("Edda Kranz", "Ruben Falk", "Ines Torvald", "Pia Lund")),
        _entry("Grethe University", subkind="university"),
        *(_entry(name, kind="product", subkind="robot") for name in ("Tarn 3", "Mossel")),
        _entry("Lathework", kind="product", subkind="model"),
    ]
)  # fmt: skip


def usd(value: float) -> dict[str, Any]:
    return {"value": value, "currency": "USD"}


def _fund(company: str, amount: float, date: str, *backers: str, lead: str = "", **more: Any) -> dict[str, Any]:
    names = [{"name": lead, "lead": True}] if lead else []
    names += [{"name": one, "lead": False} for one in backers]
    slots = {"company": company, "amount": usd(amount), "date": date, "status": "completed", **more}
    return {**slots, "investors": names} if names else slots


ARTICLES: dict[str, tuple[str, str, list[Fact]]] = {
    "rounds.md": (
        "2025-10-06",
        """Who raised what

Ottmar Robotik of Lenzburg raised $40 million in a Series B led by Marlow Capital, with Quarry Partners, in May 2025.

Halvorsen Arms raised $90 million from Quarry Partners in June 2025.

Bexhill Dynamics raised $25 million led by Quarry Partners in March 2023.

Corran Systems raised $12 million in a seed round led by Stowe Ventures in February 2025.

Ottmar Robotik was founded by Edda Kranz in Lenzburg in 2018.

Surgeons use the arms of Corran Systems, a surgical start-up.
""",
        [
            (
                "funding",
                _fund("Ottmar Robotik", 40e6, "2025-05", "Quarry Partners", lead="Marlow Capital", round="Series B"),
                "Ottmar Robotik of Lenzburg raised $40 million in a Series B led by Marlow Capital, with Quarry "
                "Partners, in May 2025.",
            ),
            (
                "funding",
                _fund("Halvorsen Arms", 90e6, "2025-06", "Quarry Partners"),
                "Halvorsen Arms raised $90 million from Quarry Partners in June 2025.",
            ),
            (
                "funding",
                _fund("Bexhill Dynamics", 25e6, "2023-03", lead="Quarry Partners"),
                "Bexhill Dynamics raised $25 million led by Quarry Partners in March 2023.",
            ),
            (
                "funding",
                _fund("Corran Systems", 12e6, "2025-02", lead="Stowe Ventures", round="Seed"),
                "Corran Systems raised $12 million in a seed round led by Stowe Ventures in February 2025.",
            ),
            (
                "founding",
                {"organization": "Ottmar Robotik", "founders": ["Edda Kranz"], "place": "Lenzburg", "date": "2018"},
                "Ottmar Robotik was founded by Edda Kranz in Lenzburg in 2018.",
            ),
        ],
    ),
    "deals.md": (
        "2025-09-15",
        """Who bought whom

Vickery Group acquired Tessel Hands for $60 million in January 2025.

Vickery Group dropped its purchase of Umbrel Robotics in April 2025.

Fellner Motion agreed to buy Corran Systems for $700 million in August 2025.

Halvorsen Arms, owned by Vickery Group until 2021, was bought by Fellner Motion from Vickery Group in 2021.

Yunlu Robotics filed for a listing in Hong Kong on 3 September 2025.

Fangshi Motion went public on the Hong Kong Stock Exchange in March 2025, raising $210 million.

Ottmar Robotik plans to list in Hong Kong in 2026, said to be the first of its country there.
""",
        [
            (
                "acquisition",
                {"buyer": "Vickery Group", "target": "Tessel Hands", "amount": usd(60e6), "date": "2025-01",
                 "status": "completed"},
                "Vickery Group acquired Tessel Hands for $60 million in January 2025.",
            ),
            (
                "acquisition",
                {"buyer": "Vickery Group", "target": "Umbrel Robotics", "date": "2025-04", "status": "denied"},
                "Vickery Group dropped its purchase of Umbrel Robotics in April 2025.",
            ),
            (
                "acquisition",
                {"buyer": "Fellner Motion", "target": "Corran Systems", "amount": usd(700e6), "date": "2025-08",
                 "status": "announced"},
                "Fellner Motion agreed to buy Corran Systems for $700 million in August 2025.",
            ),
            (
                "acquisition",
                {"buyer": "Fellner Motion", "target": "Halvorsen Arms", "seller": "Vickery Group", "date": "2021",
                 "status": "completed"},
                "Halvorsen Arms, owned by Vickery Group until 2021, was bought by Fellner Motion from Vickery Group in "
                "2021.",
            ),
            (
                "ipo",
                {"company": "Yunlu Robotics", "exchange": "Hong Kong", "date": "2025-09-03", "status": "announced"},
                "Yunlu Robotics filed for a listing in Hong Kong on 3 September 2025.",
            ),
            (
                "ipo",
                {"company": "Fangshi Motion", "exchange": "Hong Kong Stock Exchange", "date": "2025-03",
                 "amount": usd(210e6), "status": "completed"},
                "Fangshi Motion went public on the Hong Kong Stock Exchange in March 2025, raising $210 million.",
            ),
            (
                "ipo",
                {"company": "Ottmar Robotik", "exchange": "Hong Kong", "date": "2026", "status": "announced"},
                "Ottmar Robotik plans to list in Hong Kong in 2026, said to be the first of its country there.",
            ),
        ],
    ),
    "people.md": (
        "2025-08-20",
        """Who went where

Ruben Falk headed Halvorsen Arms until March 2025; Ines Torvald has been its chief executive since April 2025.

Edda Kranz studied at Grethe University and was an engineer at Fellner Motion.

Pia Lund, finance chief of Tessel Hands, left in July 2025.

Calder Research expects 300,000 humanoids to be shipped in 2030.

Brome Analytics expects 450,000 humanoids to be shipped in 2030.

Halvorsen Arms shipped 1,200 arms and Ottmar Robotik shipped 410 humanoids in 2024.

The Tarn 3 costs $9,000, the Mossel costs $31,000, and the model Lathework costs $20 a month.
""",
        [
            (
                "role",
                {"person": "Ruben Falk", "organization": "Halvorsen Arms", "title": "chief executive",
                 "end": "2025-03"},
                "Ruben Falk headed Halvorsen Arms until March 2025; Ines Torvald has been its chief executive since "
                "April 2025.",
            ),
            (
                "role",
                {"person": "Ines Torvald", "organization": "Halvorsen Arms", "title": "chief executive",
                 "start": "2025-04"},
                "Ruben Falk headed Halvorsen Arms until March 2025; Ines Torvald has been its chief executive since "
                "April 2025.",
            ),
            (
                "education",
                {"person": "Edda Kranz", "school": "Grethe University"},
                "Edda Kranz studied at Grethe University and was an engineer at Fellner Motion.",
            ),
            (
                "role",
                {"person": "Edda Kranz", "organization": "Fellner Motion", "title": "engineer"},
                "Edda Kranz studied at Grethe University and was an engineer at Fellner Motion.",
            ),
            (
                "role",
                {"person": "Pia Lund", "organization": "Tessel Hands", "title": "finance chief", "end": "2025-07"},
                "Pia Lund, finance chief of Tessel Hands, left in July 2025.",
            ),
            (
                "forecast",
                {"source": "Calder Research", "measure": "units", "value": 300000, "unit": "humanoids", "date": "2030"},
                "Calder Research expects 300,000 humanoids to be shipped in 2030.",
            ),
            (
                "forecast",
                {"source": "Brome Analytics", "measure": "units", "value": 450000, "unit": "humanoids", "date": "2030"},
                "Brome Analytics expects 450,000 humanoids to be shipped in 2030.",
            ),
            (
                "metric",
                {"subject": "Halvorsen Arms", "measure": "units", "value": 1200, "unit": "arms", "date": "2024"},
                "Halvorsen Arms shipped 1,200 arms and Ottmar Robotik shipped 410 humanoids in 2024.",
            ),
            (
                "metric",
                {"subject": "Ottmar Robotik", "measure": "units", "value": 410, "unit": "humanoids", "date": "2024"},
                "Halvorsen Arms shipped 1,200 arms and Ottmar Robotik shipped 410 humanoids in 2024.",
            ),
            (
                "price",
                {"product": "Tarn 3", "amount": usd(9000)},
                "The Tarn 3 costs $9,000, the Mossel costs $31,000, and the model Lathework costs $20 a month.",
            ),
            (
                "price",
                {"product": "Mossel", "amount": usd(31000)},
                "The Tarn 3 costs $9,000, the Mossel costs $31,000, and the model Lathework costs $20 a month.",
            ),
            (
                "price",
                {"product": "Lathework", "amount": usd(20)},
                "The Tarn 3 costs $9,000, the Mossel costs $31,000, and the model Lathework costs $20 a month.",
            ),
        ],
    ),
}  # fmt: skip


def put_together(folder: Path) -> Path:
    """Writes the articles below a folder and builds their store."""
    return shelved(folder, ARTICLES, REGISTRY)
