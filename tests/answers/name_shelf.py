"""A shelf whose articles tell one thing of everybody they name, so that an answer tells who was meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.build import build
from bot.model.article import Article
from bot.model.statement import Quote, Statement, slots_from_json
from bot.names.registry import default_registry

Fact = tuple[str, dict[str, Any]]


def _employs(name: str, count: int) -> tuple[str, Fact]:
    slots = {"subject": name, "measure": "employees", "value": count, "unit": "people"}
    return f"{name} employs {count} people.", ("metric", slots)


def _studied(name: str, school: str) -> tuple[str, Fact]:
    return f"{name} studied at {school}.", ("education", {"person": name, "school": school})


def _costs(name: str, price: int) -> tuple[str, Fact]:
    slots = {"product": name, "amount": {"value": price, "currency": "USD"}}
    return f"The {name} costs ${price}.", ("price", slots)


def _leads(person: str, organization: str) -> tuple[str, Fact]:
    slots = {"person": person, "organization": organization, "title": "chief executive"}
    return f"{person} is chief executive of {organization}.", ("role", slots)


Told = str | tuple[str, Fact]

ARTICLES: dict[str, list[Told]] = {
    "acronyms": [
        "The Harrowgate Institute of Robotics (HIR) keeps to itself.",
        _employs("Harrowgate Institute of Robotics", 1101),
        "Castellan Motion Research, known as CMR, has moved.",
        _employs("Castellan Motion Research", 1102),
        _employs("Low Country Automation", 1103),
        "A spokesman for LCA said nothing.",
        _employs("Vester Dynamics", 1104),
        _employs("Umber Valley Kinetics", 1105),
        "灵川工业大学（简称灵工大）位于灵川。",
        _employs("灵川工业大学", 1106),
        "Northmere Applied Hands (“NAH”) is older.",
        _employs("Northmere Applied Hands", 1107),
        "The court fined Ellerby Grain Trust (EGT).",
    ],
    "acronyms-elsewhere": [
        ("HIR raised $17 million.", ("funding", {"company": "HIR", "amount": {"value": 17e6, "currency": "USD"}})),
    ],
    "short": [
        _employs("Nuvanta Robotics", 1201),
        _employs("Ferrault Ventures", 1202),
        _employs("Brackenthwaite Automation", 1203),
        _employs("Ostley Wendt Capital", 1204),
        _employs("Shrike Embodied Intelligence", 1205),
        _employs("Tessaly Motors", 1206),
    ],
    "short-elsewhere": [
        ("Nuvanta raised $23 million.",
         ("funding", {"company": "Nuvanta", "amount": {"value": 23e6, "currency": "USD"}})),
    ],
    "glued": [
        _employs("Z Oval Robot", 1301),
        _employs("DeepHarbor", 1302),
        _employs("Kite-Works Robotics", 1303),
        _employs("Grip 9 Labs", 1304),
    ],
    "glued-elsewhere": [
        ("ZOval Robot raised $31 million.",
         ("funding", {"company": "ZOval Robot", "amount": {"value": 31e6, "currency": "USD"}})),
    ],
    "chinese": [
        _employs("星枢机器人", 1401),
        _studied("赵明远", "Ravensholm University"),
        _leads("赵明远", "星枢机器人"),
        _employs("澜舟智能", 1402),
    ],
    "english-of-chinese": [
        _studied("Lin Yuechuan", "Ostmark Polytechnic"),
        ("Zhao Mingyuan, chief executive of Xingshu Robotics, was born in 1981.",
         ("role", {"person": "Zhao Mingyuan", "organization": "Xingshu Robotics", "title": "chief executive"})),
        _employs("Zhiyun Robotics", 1501),
        _employs("Lanhai Intelligence", 1502),
    ],
    "accents": [
        _employs("Gråsten Robotics", 1601),
        _employs("Møllerup", 1602),
        _employs("Müllner Antriebe", 1603),
        _employs("Çelikbaş Robotik", 1604),
        _studied("Łukasz Wrzesień", "Krasnik College"),
        _employs("Jaermann Automation", 1605),
    ],
    "former": [
        "Pendrake AI, formerly Old Oak Machines, builds pickers.",
        _employs("Pendrake AI", 1701),
        "Marrowby Systems was renamed Sennen Robotics in 2024.",
        _employs("Sennen Robotics", 1702),
        "Corvane (known as Stellix until 2023) has a new plant.",
        _employs("Corvane", 1703),
        "Lodestar Hands, previously called Grindle Works, ships.",
        _employs("Lodestar Hands", 1704),
        "Thackray Arms changed its name to Dunmere Robotics.",
        _employs("Dunmere Robotics", 1705),
        "Ludwell Robots (formerly known as Kessel Toys) is in Leeds.",
        _employs("Ludwell Robots", 1706),
        "Ibstock Walkers, also known as Ibwalk, is in Hull.",
        _employs("Ibstock Walkers", 1707),
        "晨岚机器人（曾用名：朔风科技）位于杭州。",
        _employs("晨岚机器人", 1708),
    ],
    "former-elsewhere": [
        ("Old Oak Machines raised $41 million.",
         ("funding", {"company": "Old Oak Machines", "amount": {"value": 41e6, "currency": "USD"}})),
    ],
    "products": [
        _costs("Halcyon 03", 18003),
        _costs("Halcyon 02", 18002),
        _employs("Halcyon", 1801),
        _costs("Merganser MQ-7", 18004),
        _costs("TideWalker", 18005),
    ],
    "people": [
        _studied("Aldous Ferncliff", "Tarn College"),
        _studied("Rhys Tolliver", "Mellbreak University"),
        _studied("Ann Tolliver", "Sale Fell University"),
        _studied("Jean-Luc Sabourin", "Ecole de Vézère"),
        _studied("Oyelaran Adeyemi-Brandt", "Ikoyi Institute"),
        _employs("Orbis Robotics", 1901),
        _employs("Orbis Ventures", 1902),
    ],
    "real": [
        _employs("Toyota Research Institute", 2101),
        _employs("Boston Dynamics", 2102),
        _employs("Harbin Institute of Technology", 2103),
        _employs("Khosla Ventures", 2104),
        _employs("X Square Robot", 2105),
        _employs("AgiBot", 2106),
        _employs("Galbot", 2107),
        _employs("Figure AI", 2108),
        _costs("Figure 03", 21003),
        _employs("Unitree Robotics", 2109),
        _studied("Wang Xingxing", "Zhejiang Sci-Tech University"),
        _leads("Wang Xingxing", "Unitree Robotics"),
        _leads("Brett Adcock", "Figure AI"),
        _employs("Agility Robotics", 2110),
        _employs("Apptronik", 2111),
        _employs("Fourier Intelligence", 2112),
        _employs("1X Technologies", 2113),
        _employs("Sanctuary AI", 2114),
        _employs("Physical Intelligence", 2115),
        _employs("Sequoia Capital", 2116),
        _employs("Hyundai Motor", 2117),
        _employs("Neura Robotics", 2118),
    ],
}  # fmt: skip


def _extract(article: Article) -> list[Statement]:
    found = []
    for line in ARTICLES[article.source.removesuffix(".md")]:
        if isinstance(line, str):
            continue
        quote, (kind, slots) = line
        start = article.raw.index(quote)
        found.append(Statement(article.id, kind, slots_from_json(slots), Quote(start, start + len(quote), quote)))
    return found


def put_together(folder: Path) -> Path:
    """Writes the articles below a folder and builds their store, with the names that ship."""
    shelf = folder / "shelf"
    shelf.mkdir()
    for day, (name, lines) in enumerate(ARTICLES.items(), start=1):
        head = f'---\ntitle: "Notes, number {day}"\npublished: 2025-05-{day:02}\npublisher: The Invented Courier\n---\n'
        body = "\n\n".join(line if isinstance(line, str) else line[0] for line in lines)
        (shelf / f"{name}.md").write_text(f"{head}\n{body}\n", encoding="utf-8")
    build([shelf], folder / "facts.db", extract=_extract, registry=default_registry())
    return folder / "facts.db"
