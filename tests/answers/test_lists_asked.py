"""Lists by place and part of the world, of events that no kind of fact tells, and what is computed from facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.answers import Answerer, plain
from bot.model.entity import Entity, EntityKind
from bot.names.entry import Entry, entity_id
from bot.names.registry import Registry
from bot.store.read import Facts
from tests.answers.answer_shelf import Fact, shelved, usd


def _entry(name: str, kind: EntityKind = "org", subkind: str = "", parent: str = "") -> Entry:
    return Entry(Entity(entity_id(kind, name), name, kind, (), subkind, parent))


REGISTRY = Registry(
    [
        _entry("Germany", "place", "country"),
        _entry("China", "place", "country"),
        _entry("Malaysia", "place", "country"),
        _entry("Vietnam", "place", "country"),
        _entry("Sweden", "place", "country"),
        _entry("Europe", "place", "region"),
        _entry("Asia", "place", "region"),
        _entry("Hong Kong", "place", "city", "China"),
        *(_entry(name, subkind="company") for name in (
            "Orlop Robotik", "Skarn Robotics", "Tamsui Arms", "Kelim Mekatronik Sdn Bhd", "Yarrow Hands",
            "Brindle Motion", "Quern Automation", "Lodge Robotics", "Sextant Arms", "Loopwear Labs", "Tarsel Sight",
            "Dosewell Systems", "Pallet Fox", "Copse Capital",
        )),
        _entry("Fenner Ventures", subkind="investor"),
    ]
)  # fmt: skip


def _round(company: str, amount: dict[str, Any], quote: str, **more: Any) -> Fact:
    return "funding", {"company": company, "amount": amount, "status": "completed", **more}, quote


def _figure(subject: str, measure: str, value: float, quote: str, **more: Any) -> Fact:
    return "metric", {"subject": subject, "measure": measure, "value": value, **more}, quote


_FENNER = [{"name": "Fenner Ventures", "lead": False}]
ORLOP = "Orlop Robotik raised $60 million in a Series B from Fenner Ventures in March 2025."
SKARN = "Skarn Robotics, an Umeå maker of mine inspection robots, raised $20 million in a Series B in May 2025."
KELIM = "Kelim Mekatronik Sdn Bhd raised $4 million from Fenner Ventures in June 2025."
TAMSUI = "Tamsui Arms raised 90 million yuan in a Series A in April 2025."
ARTICLES: dict[str, tuple[str, str, list[Fact]]] = {
    "rounds.md": (
        "2025-07-01",
        f"""Rounds of the spring

{ORLOP} The Chemnitz-based company welds ship hulls.

{SKARN}

{KELIM}

{TAMSUI} The Chinese company employs 300 people.
""",
        [
            _round("Orlop Robotik", usd(6e7), ORLOP, date="2025-03", round="Series B", investors=_FENNER),
            _round("Skarn Robotics", usd(2e7), SKARN, date="2025-05", round="Series B"),
            _round("Kelim Mekatronik Sdn Bhd", usd(4e6), KELIM, date="2025-06", investors=_FENNER),
            _round("Tamsui Arms", {"value": 9e7, "currency": "CNY"}, TAMSUI, date="2025-04", round="Series A"),
            _figure("Tamsui Arms", "employees", 300, "The Chinese company employs 300 people.", unit="people"),
        ],
    ),
    "worth.md": (
        "2025-08-01",
        """What they are worth

Yarrow Hands was valued at $2 billion in 2025.
Brindle Motion was valued at $700 million in 2025.
Brindle Motion employs 1,400 people.
The market for milking robots will reach $3 billion in 2030, says Brindle Motion.
""",
        [
            _figure(
                "Yarrow Hands", "valuation", 2e9, "Yarrow Hands was valued at $2 billion in 2025.", unit="USD",
                date="2025",
            ),
            _figure(
                "Brindle Motion", "valuation", 7e8, "Brindle Motion was valued at $700 million in 2025.", unit="USD",
                date="2025",
            ),
            _figure("Brindle Motion", "employees", 1400, "Brindle Motion employs 1,400 people.", unit="people"),
            (
                "forecast",
                {"source": "Brindle Motion", "measure": "market_size", "value": 3e9, "unit": "USD", "date": "2030"},
                "The market for milking robots will reach $3 billion in 2030, says Brindle Motion.",
            ),
        ],
    ),
    "cuts.md": (
        "2025-09-03",
        """Quern Automation lays off 120

Quern Automation is laying off 120 of its 400 employees, it said on Wednesday.
""",
        [],
    ),
    "kinds.md": (
        "2025-09-20",
        """Machines of the month

Loopwear Labs, an Uppsala maker of exoskeletons for nurses, is hiring 40 engineers.
Tarsel Sight put two inspection robots into a hospital in Da Nang.
The pharmacy robots of Bruges' Dosewell Systems count pills in 30 pharmacies.
Pallet Fox decided in May not to go ahead with its plant in Gdynia.
The grocer Ferrow tried a shelf robot for a year and sent it back.
Copse Capital closed its second fund at $90 million.
Everyone at the fair had a robot hand in the air.
""",
        [],
    ),
    "notes.md": (
        "2025-10-05",
        """Notes of the week

Lodge Robotics laid off 35 people in Leeds.
Sextant Arms denied that it would lay off 500 people.
Sextant Arms will build a second factory in Bac Ninh, Vietnam, for $30 million.
Lodge Robotics filed for insolvency on Friday.
Yarrow Hands went public in Hong Kong in August 2025.
Brindle Motion plans a listing in Hong Kong in 2027.
Sextant Arms said that it is not preparing a listing in Hong Kong.
""",
        [
            (
                "ipo",
                {"company": "Yarrow Hands", "exchange": "Hong Kong", "date": "2025-08", "status": "completed"},
                "Yarrow Hands went public in Hong Kong in August 2025.",
            ),
            (
                "ipo",
                {"company": "Brindle Motion", "exchange": "Hong Kong", "date": "2027", "status": "announced"},
                "Brindle Motion plans a listing in Hong Kong in 2027.",
            ),
            (
                "ipo",
                {"company": "Sextant Arms", "exchange": "Hong Kong", "status": "announced"},
                "Sextant Arms said that it is not preparing a listing in Hong Kong.",
            ),
        ],
    ),
}  # fmt: skip


def put_together(folder: Path) -> Path:
    return shelved(folder, ARTICLES, REGISTRY)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Facts.open(put_together(tmp_path_factory.mktemp("asked"))) as facts:
        yield Answerer(facts, today=date(2025, 12, 1))


ASKED: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
    # the question, what its answer tells, what it must not tell
    ("any series B in Europe", ("Orlop", "Skarn"), ("Tamsui", "Kelim")),
    ("european rounds", ("Orlop", "Skarn"), ("Tamsui", "Kelim")),
    ("nordic rounds", ("Skarn",), ("Orlop", "Tamsui", "Kelim")),
    ("rounds in Asia", ("Kelim", "Tamsui"), ("Orlop", "Skarn")),
    ("funding in Germany", ("Orlop",), ("Skarn", "Tamsui", "Kelim")),
    ("rounds in Malaysia", ("Kelim",), ("Orlop", "Skarn", "Tamsui")),
    ("rounds in yuan", ("Tamsui",), ("Orlop", "Skarn", "Kelim")),
    ("any layoffs?", ("Quern Automation", "Lodge Robotics laid off 35"), ("500",)),
    ("new factories in Vietnam", ("Sextant Arms will build",), ("Quern",)),
    ("bankruptcies in 2025", ("Lodge Robotics filed for insolvency",), ("Quern", "Sextant")),
    ("robotics ipo pipeline", ("Brindle Motion plans",), ("Yarrow", "Sextant")),
    ("who's IPOing", ("Brindle Motion plans",), ("Yarrow", "Sextant")),
    ("any HK listings coming up", ("Brindle Motion plans",), ("Yarrow", "Sextant")),
    ("companies with more than 1000 employees", ("Brindle Motion", "1,400"), ("Tamsui",)),
    ("which investors are in more than one company", ("Fenner Ventures", "Orlop", "Kelim"), ()),
    ("median series B size", ("have a median of $40 million", "Orlop", "Skarn"), ("Tamsui", "Kelim")),
    ("average series B round", ("on average come to $40 million",), ("Tamsui",)),
    ("which is worth more, Yarrow Hands or Brindle Motion", ("Yarrow Hands is worth more", "$700 million"), ()),
    ("is Brindle Motion bigger than Yarrow Hands by valuation", ("Yarrow Hands is worth more",), ()),
    ("exoskeletons?", ("Loopwear Labs, an Uppsala maker",), ("Tarsel",)),
    ("exoskelton sweden", ("Loopwear Labs",), ("Tarsel", "Dosewell")),
    ("any robots in hospitals", ("Tarsel Sight put",), ("Loopwear",)),
    ("inspection robots in Asia", ("Tarsel Sight put",), ("Skarn",)),
    ("who makes pharmacy robots", ("Dosewell Systems count",), ("Tarsel",)),
    ("belgian robot makers", ("Dosewell Systems: Bruges",), ("Loopwear",)),
    ("robot makers from sweden", ("Skarn", "Loopwear Labs: Uppsala"), ("Dosewell",)),
    ("factories that got cancelled", ("Pallet Fox decided",), ("Sextant",)),
    ("who tried robots and gave up", ("The grocer Ferrow tried",), ("Tarsel",)),
    ("which funds closed recently", ("Copse Capital closed",), ("Fenner",)),
    ("who is hiring", ("Loopwear Labs",), ("Quern",)),
    ("orlop robotik n skarn robotics, who raised more", ("Orlop Robotik raised more", "$20 million"), ()),
]


@pytest.mark.parametrize(("question", "said", "unsaid"), ASKED, ids=[q for q, _, _ in ASKED])
def test_tells_those_that_are_asked_for_and_no_others(
    answerer: Answerer, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    answer = answerer.reply([question])
    assert answer.answered
    text = "\n".join(line.text for line in answer.lines if not line.aside)
    assert [part for part in said if part not in text] == []
    assert [part for part in unsaid if part in text] == []


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (["any robots in hospitals", "and in pharmacies?"], "Dosewell Systems count"),
        (["exoskeletons?", "what about inspection robots"], "Tarsel Sight put"),
        (["new factories in Germany", "and in vietnam?"], "Sextant Arms will build"),
    ],
    ids=lambda one: one[-1] if isinstance(one, list) else "",
)
def test_a_list_may_be_asked_again_of_another_place_or_kind(answerer: Answerer, turns: list[str], said: str) -> None:
    assert said in plain(answerer.reply(turns))


def test_the_largest_comes_first(answerer: Answerer) -> None:
    told = [line.text for line in answerer.reply(["biggest layoffs"]).lines]
    assert "120" in told[0]
    assert "35" in told[1]


@pytest.mark.parametrize(
    "question",
    ["rounds in Vietnam", "any SPACs", "new factories in Malaysia", "lidar market size 2030", "submarine robots"],
)
def test_what_nothing_tells_is_no_list(answerer: Answerer, question: str) -> None:
    answer = answerer.reply([question])
    assert not answer.answered
    assert "No article tells a fact about" not in plain(answer)
