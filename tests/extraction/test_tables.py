"""Tables: what the heads of columns make of the cells; every name is invented."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles import article_from_text
from bot.extraction import tables
from bot.extraction.kind import Draft
from bot.extraction.tables.cells import backers, name, number, period, round_of, scaled
from bot.extraction.tables.grid import tables as grid
from bot.extraction.tables.heads import head_of
from bot.extraction.text.context import Context
from bot.model.statement import slots_to_json
from bot.model.when import When

TITLE = "# Halden Robotics tells of its year\n\nHalden Robotics, a maker of gutting machines, told of its year.\n\n"


def context(text: str, title: str = TITLE) -> Context:
    return Context(article_from_text("x.md", title + text, "md", When.from_iso("2026-03-04")), None)


def told(text: str) -> list[dict[str, Any]]:
    """The facts that the tables of a text tell, in JSON form."""
    return [{"kind": d.kind, **slots_to_json(d.slots)} for d in tables.told(context(text), [])]


def table(*lines: str) -> str:
    """Lines of cells as Markdown prints them, the first the heads."""
    head, *rows = [f"| {line} |" for line in lines]
    return "\n".join([head, "|---" * (head.count("|") - 1) + "|", *rows]) + "\n"


ROUNDS = """| Date | Company | HQ | Amount | Round | Lead | Others |
|---|---|---|---|---|---|---|
| 02 Feb 2026 | Corvane (Turin) | Turin | $18m | A | Brisk Capital | Old Mill, Tessaro (no) |
| 2025.09 | Lumen & Lathe | Brno | 40 million yuan | Pre-A | – | – |
| Jan 2026 | Ostrava Arms | Ostrava | undisclosed | Seed | Harbour Ridge | |
"""


def test_a_table_of_rounds() -> None:
    assert told(ROUNDS) == [
        {
            "kind": "funding",
            "company": "Corvane",
            "amount": {"value": 18_000_000, "currency": "USD"},
            "round": "Series A",
            "investors": [{"name": "Brisk Capital", "lead": True}, {"name": "Old Mill", "lead": False}],
            "date": "2026-02-02",
            "status": "completed",
        },
        {
            "kind": "funding",
            "company": "Lumen & Lathe",
            "amount": {"value": 40_000_000, "currency": "CNY"},
            "round": "Pre-A",
            "date": "2025-09",
            "status": "completed",
        },
        {
            "kind": "funding",
            "company": "Ostrava Arms",
            "round": "Seed",
            "investors": [{"name": "Harbour Ridge", "lead": True}],
            "date": "2026-01",
            "status": "completed",
        },
    ]


def figures(text: str) -> list[tuple[Any, ...]]:
    return [(f["subject"], f["measure"], f["value"], f["unit"], f.get("date")) for f in told(text)]


LOST = """Company | Amt. (M$) | Type | Lead investor, partner | Date | Technology |
---|---|---|---|---|---|
Brixel Co. | 13.2 | Series A | Old Mill, Tessaro Partners | 2/11/2026 | chips |
Corvane | minority stake | Harbour Ridge | 2/5/2026 | arms | |
Halmey Surgical | 2000 | stock repurchase | 2/1/2026 | surgery | |
Lumen & Lathe | Series B | Brisk Capital | 2/27/2026 | lathes | |
Ostrava Arms | 15 | acquisition | Halden Robotics | 2/26/2026 | arms |
Vantor Labs | 6 | seed | 2/28/2026 | drones | |
"""


def test_cells_that_a_page_lost_and_sums_in_the_unit_of_their_head() -> None:
    facts = told(LOST)
    assert [(f.get("company"), f.get("round"), f.get("date")) for f in facts if f["kind"] == "funding"] == [
        ("Brixel Co", "Series A", "2026-02-11"),
        ("Corvane", None, "2026-02-05"),
        ("Lumen & Lathe", "Series B", "2026-02-27"),
        ("Vantor Labs", "Seed", "2026-02-28"),
    ]
    assert [f["amount"]["value"] for f in facts if "amount" in f] == [13_200_000, 15_000_000, 6_000_000]
    assert facts[0]["investors"] == [{"name": "Old Mill", "lead": True}, {"name": "Tessaro Partners", "lead": False}]
    bought = {"kind": "acquisition", "buyer": "Halden Robotics", "target": "Ostrava Arms", "date": "2026-02-26"}
    assert bought | {"amount": {"value": 15_000_000, "currency": "USD"}} in facts


def test_a_table_of_houses_and_their_figures() -> None:
    text = """
| Vendor | Revenue 2025, est. | Net loss | Staff | Growth |
| --- | --- | --- | --- | --- |
| Corvane | $342m | $12m | 1,540 | 12% |
| Lumen & Lathe | €9m | n/a | about 57 | 3% |
"""
    assert figures(text) == [
        ("Corvane", "revenue", 342_000_000, "USD", "2025"),
        ("Corvane", "profit", -12_000_000, "USD", None),
        ("Corvane", "employees", 1540, "employees", None),
        ("Lumen & Lathe", "revenue", 9_000_000, "EUR", "2025"),
        ("Lumen & Lathe", "employees", 57, "employees", None),
    ]


def test_a_table_of_the_house_s_own_years_in_the_unit_of_its_corner() -> None:
    text = """
| SEK million | FY25 | 2024 | change |
|---|---|---|---|
| Net sales | 1,426 | 1,370 | +4% |
| Net result | (19) | 6 | n.m. |
| Employees | 2,871 | 2,640 | +9% |
"""
    assert figures(text) == [
        ("Halden Robotics", "revenue", 1_426_000_000, "SEK", "2025"),
        ("Halden Robotics", "revenue", 1_370_000_000, "SEK", "2024"),
        ("Halden Robotics", "profit", -19_000_000, "SEK", "2025"),
        ("Halden Robotics", "profit", 6_000_000, "SEK", "2024"),
        ("Halden Robotics", "employees", 2871, "employees", "2025"),
        ("Halden Robotics", "employees", 2640, "employees", "2024"),
    ]


@pytest.mark.parametrize(("called", "whose"), [("NVIDIA", "NVIDIA"), ("ACQUISITION", None)])
def test_a_heading_in_capitals_is_no_house_unless_it_is_known(called: str, whose: str | None) -> None:
    rows = table("€m | 2024 | 2025", "Revenue | 40 | 50", "Net result | 3 | 4")
    read = context(rows, f"# {called} tells of its year\n\n{called} told of its year. {called} grew.\n\n")
    assert {d.slots["subject"] for d in tables.told(read, [])} == ({whose} if whose else set())


def test_what_rows_count_is_their_own_subject_and_a_year_alone_repeats_the_head_before_it() -> None:
    assert figures("| | 2024 | 2025 | 2030 (forecast) |\n|---|---|---|---|\n"
                   "| Milking robots sold | 800 | 900 | 4,000 |\n| Field robots sold | 40 | 50 | 700 |\n") == [
        ("Milking robots", "units", 800, "units", "2024"),
        ("Milking robots", "units", 900, "units", "2025"),
        ("Field robots", "units", 40, "units", "2024"),
        ("Field robots", "units", 50, "units", "2025"),
    ]  # fmt: skip
    assert figures(table("Country | Units installed 2025 | 2024", "Freedonia | 70 | 60", "Sylvania | 9 | 8")) == [
        ("Freedonia", "units", 70, "units", "2025"),
        ("Freedonia", "units", 60, "units", "2024"),
        ("Sylvania", "units", 9, "units", "2025"),
        ("Sylvania", "units", 8, "units", "2024"),
    ]  # fmt: skip


def test_tables_of_prices_launches_and_listings() -> None:
    prices = table(
        "Robot | Maker | Per day | To buy",
        "Duiker | Corvane | €790 | from €16,900",
        "Ragno | Halden | n/a | on request",
    )
    assert [(f["product"], f["amount"]["value"]) for f in told(prices)] == [("Duiker", 16_900)]
    shown = table("Model | Maker | Introduced", "Duiker 2 | Corvane | Sept. 2024", "Ragno | Lumen | 2021")
    assert told(shown) == [
        {"kind": "launch", "product": "Duiker 2", "maker": "Corvane", "date": "2024-09"},
        {"kind": "launch", "product": "Ragno", "maker": "Lumen", "date": "2021"},
    ]
    filed = table("Applicant | Filed | Seeks (est.)", "Corvane | 23 June 2025 | $100m", "Lumen | 2 Feb 2026 | n/a")
    assert [(f["kind"], f["company"], f["date"], f["status"]) for f in told(filed)] == [
        ("ipo", "Corvane", "2025-06-23", "announced"),
        ("ipo", "Lumen", "2026-02-02", "announced"),
    ]


def test_columns_that_spaces_part_are_a_table_too() -> None:
    text = """
    Date      Company          Amount     Round      Lead(s)
    02 Feb    Corvane          $18m       Series A   Brisk Capital
    15 Feb    Ostrava Arms     €3m        seed       Old Mill
"""
    assert [(f["company"], f["amount"]["value"], f["date"]) for f in told(text)] == [
        ("Corvane", 18_000_000, "2026-02-02"),
        ("Ostrava Arms", 3_000_000, "2026-02-15"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| Robot | Height | Payload |\n|---|---|---|\n| Duiker | 1.3 m | 3 kg |\n| Ragno | 1.1 m | 2 kg |\n",
        "| Founded | 2019 |\n| Staff | 40 |\n| Seat | Brno |\n",
        "| Corvane | $18m | Series A |\n| Lumen | $3m | Seed |\n| Halden | $4m | Seed |\n",
        "| Vendor | Share | Growth |\n|---|---|---|\n| Corvane | 33.5% | 4% |\n| Lumen | 20% | 2% |\n",
        "| Company | 2027E shipments | Target |\n|---|---|---|\n| Corvane | 900 | 4,000 |\n| Lumen | 20 | 70 |\n",
        "| Company | Revenue | Staff |\n|---|---|---|\n| Total | n/a | n/a |\n| Others | – | – |\n",
    ],
)
def test_what_tells_nothing_that_is_filed(text: str) -> None:
    assert told(text) == []


def test_what_others_made_of_the_rows_gives_way_and_the_rest_stays() -> None:
    read = context(ROUNDS)
    row = read.text.index("02 Feb")
    wrong = Draft("funding", {"company": "Halden Robotics"}, row, row + 20)
    apart = Draft("role", {"person": "Ines Okafor", "organization": "Corvane"}, row, row + 20)
    before = Draft("funding", {"company": "Halden Robotics"}, 0, 10)
    kept = tables.told(read, [wrong, apart, before])
    assert kept[:2] == [apart, before]
    assert wrong not in kept


@pytest.mark.parametrize(
    ("head", "sort", "measure"),
    [
        ("Lead(s)", "lead", ""),
        ("Investors (lead in front)", "backers", ""),
        ("Amount (est.)", "amount", ""),
        ("post", "valuation", ""),
        ("List price", "price", ""),
        ("Start-up", "house", ""),
        ("2025 net loss", "figure", "profit"),
        ("Order backlog", "figure", "orders"),
        ("Built so far (our estimate)", "figure", "units"),
        ("Per day", "", ""),
        ("Gross margin", "", ""),
        ("Share price reaction", "", ""),
        ("Remarks", "", ""),
    ],
)
def test_heads(head: str, sort: str, measure: str) -> None:
    found = head_of(head, None)
    assert (found.sort, found.measure) == (sort, measure)


def test_cells() -> None:
    assert name("Corvane (09880)") == name("Corvane 科瓦内") == name("Corvane, of Turin") == "Corvane"
    assert name("n/a") == name("–") == name("40") == ""
    assert backers("Brisk Capital (lead), Old Mill and Tessaro", lead=False) == [
        ("Brisk Capital", True),
        ("Old Mill", False),
        ("Tessaro", False),
    ]
    assert [number(text) for text in ("1,540", "(19)", "~ 300", "n/a", "1.3 or 2")] == [
        (1540, False),
        (-19, False),
        (300, True),
        None,
        None,
    ]
    sums = {unit: scaled(9.5, unit) for unit in ("€m", "RMB'000", "(billion won)", "A$ million", "people")}
    assert {unit: (s.value, s.currency) if s else None for unit, s in sums.items()} == {
        "€m": (9_500_000, "EUR"),
        "RMB'000": (9500, "CNY"),
        "(billion won)": (9_500_000_000, "KRW"),
        "A$ million": (9_500_000, "AUD"),
        "people": None,
    }
    assert [round_of(text) for text in ("A", "c+", "Pre-A", "Angel", "–")] == [
        "Series A",
        "Series C+",
        "Pre-A",
        "Angel",
        None,
    ]
    times = [period(text, None) for text in ("2016.09", "Q3 2025", "Year ended 31 December 2024", "soon")]
    assert [(t.start.isoformat(), t.end.isoformat()) if t else None for t in times] == [
        ("2016-09-01", "2016-09-30"),
        ("2025-07-01", "2025-09-30"),
        ("2024-01-01", "2024-12-31"),
        None,
    ]


@given(st.text(alphabet="|-\n ab1$%.()é", max_size=300))
def test_rows_lie_where_they_say_whatever_the_text(text: str) -> None:
    for table in grid(text):
        assert len(table.rows) >= 2
        for row in table.rows:
            assert "\n" not in text[row.start : row.end]
            assert all(text[cell.start : cell.start + len(cell.text)] == cell.text for cell in row.cells)


YEARS = table("| 2025 | 2024", "Revenue | 21,412 | 14,087", "Net loss | (3,100) | (2,200)")
IN_THE_CELLS = table("| 2025 | 2024", "Revenue | $ 21,412 | $ 14,087", "Net loss | (3,100) | (2,200)")


@pytest.mark.parametrize(
    ("caption", "lines", "scale", "currency"),
    [
        ("1. Results (Millions of yen; figures are rounded down)", YEARS, 1e6, "JPY"),
        ("Income statement, EUR thousand", YEARS, 1e3, "EUR"),
        ("Statements of Operations (unaudited; in thousands)", IN_THE_CELLS, 1e3, "USD"),
    ],
)
def test_the_line_above_a_table_tells_the_unit_of_its_sums(
    caption: str, lines: str, scale: float, currency: str
) -> None:
    found = {(f["measure"], f["value"], f["unit"], f["date"]) for f in told(f"{caption}\n\n{lines}")}
    assert found == {
        (measure, value * scale, currency, date)
        for measure, value, date in (
            ("revenue", 21412, "2025"), ("revenue", 14087, "2024"),
            ("profit", -3100, "2025"), ("profit", -2200, "2024"),
        )
    }  # fmt: skip


def test_a_sentence_above_a_table_is_no_caption() -> None:
    assert told(f"We sell millions of yen to tourists.\n\n{YEARS}") == []


def test_bare_years_hold_what_the_caption_says_is_counted() -> None:
    lines = table("Vendor | 2025 | Share", "Corvane | 4,900 | 32%", "Ostrava Arms | 1,250 | 8%")
    facts = told(f"Fig. 1: Humanoid shipments by vendor\n\n{lines}")
    assert {(f["subject"], f["measure"], f["value"], f["date"]) for f in facts} == {
        ("Corvane", "units", 4900, "2025"), ("Ostrava Arms", "units", 1250, "2025"),
    }  # fmt: skip
    assert told(f"Fig. 1: Spending by vendor\n\n{lines}") == []
