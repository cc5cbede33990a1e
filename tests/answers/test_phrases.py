"""How facts are worded: what the reader would stumble over, and what would say more than the article does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.answers.lines import event_line, event_lines
from bot.model.entity import EntityKind
from bot.store.read import EventQuery, Facts
from tests.answers.answer_shelf import Fact, of_one, registry_of, shelved, usd

NAMES: list[tuple[str, EntityKind]] = [
    ("Vestrel Robotics", "org"),
    ("Corran Arms", "org"),
    ("Lisbon", "place"),
    ("Ada Voss", "person"),
    ("Plover", "product"),
]
VESTREL = {"subject": "Vestrel Robotics"}


def line_of(folder: Path, kind: str, slots: dict[str, Any], quote: str) -> str:
    with Facts.open(of_one(folder, f"A look at arms\n\n{quote}\n", NAMES, [(kind, slots, quote)])) as facts:
        (told,) = facts.events(EventQuery(kinds=(kind,)))
        return event_line(told).text


@pytest.mark.parametrize(
    ("value", "unit", "quote", "line"),
    [
        (620, "arms", "Vestrel Robotics has shipped 620 arms.", "Vestrel Robotics: 620 arms shipped"),
        (620, "units", "By May 620 had been delivered.", "Vestrel Robotics: 620 units delivered"),
        (620, "arms", "Some 620 of its arms are in use, it says.", "Vestrel Robotics: 620 arms in use"),
        (620, "arms", "Vestrel Robotics is credited with 620 arms.", "Vestrel Robotics: 620 arms"),
        (20, "farms", "It has delivered 620 arms to 20 farms.", "Vestrel Robotics: 20 farms"),
    ],
)
def test_units_are_told_with_what_became_of_them(
    tmp_path: Path, value: float, unit: str, quote: str, line: str
) -> None:
    slots = {**VESTREL, "measure": "units", "value": value, "unit": unit}
    assert line_of(tmp_path, "metric", slots, quote) == line


@pytest.mark.parametrize(
    ("slots", "quote", "line"),
    [
        ({"measure": "other", "value": 34, "unit": "percent"}, "Voss holds 34% of it.", "“Voss holds 34% of it.”"),
        (
            {"measure": "other", "value": 12, "unit": "patents"},
            "It has 12 patents.",
            "Vestrel Robotics: 12 patents",
        ),
        (
            {"measure": "profit", "value": -31e6, "unit": "GBP", "date": "2024"},
            "Loss in 2024: £31 million.",
            "Vestrel Robotics: loss £31 million, 2024",
        ),
        (
            {"measure": "profit", "value": 31e6, "unit": "GBP"},
            "Profit: £31 million.",
            "Vestrel Robotics: profit £31 million",
        ),
    ],
)
def test_a_figure_says_what_it_counts(tmp_path: Path, slots: dict[str, Any], quote: str, line: str) -> None:
    assert line_of(tmp_path, "metric", {**VESTREL, **slots}, quote) == line


@pytest.mark.parametrize(
    ("text", "quote", "line"),
    [
        ("Arms will be lamps", '"Arms will be lamps," said Voss.', "Ada Voss: “Arms will be lamps”"),
        ("arms would be lamps", "Voss said arms would be lamps.", "Ada Voss: arms would be lamps"),
        ("we sell lamps", "Asked why, she says we sell lamps.", "Ada Voss: “we sell lamps”"),
        ('Arms are lamps," says Voss', '"Arms are lamps," says Voss.', "Ada Voss: “Arms are lamps”"),
        ('He calls "arms" lamps', 'Voss: He calls "arms" lamps.', 'Ada Voss: He calls "arms" lamps'),
        ('"Arms are lamps', '"Arms are lamps," said Voss.', "Ada Voss: “Arms are lamps”"),
    ],
)
def test_only_what_somebody_said_themselves_stands_in_quotation_marks(
    tmp_path: Path, text: str, quote: str, line: str
) -> None:
    assert line_of(tmp_path, "statement", {"speaker": "Ada Voss", "text": text}, quote) == line


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        ("Corran Arms agreed to bring in the Plover.", "Plover to be in use at Corran Arms, agreed 2024"),
        ("Corran Arms ordered more of the Plover.", "Plover in use at Corran Arms, 2024"),
    ],
)
def test_robots_only_ordered_are_not_yet_in_use(tmp_path: Path, quote: str, line: str) -> None:
    slots = {"product": "Plover", "customer": "Corran Arms", "date": "2024"}
    assert line_of(tmp_path, "deployment", slots, quote) == line


@pytest.mark.parametrize(
    ("kind", "slots", "line"),
    [
        (
            "launch",
            {"product": "Plover", "maker": "Corran Arms", "date": "2026"},
            "Corran Arms is to present Plover, 2026",
        ),
        ("launch", {"product": "Plover", "maker": "Corran Arms", "date": "2024"}, "Corran Arms presented Plover, 2024"),
        (
            "deployment",
            {"product": "Plover", "maker": "Plover", "customer": "Corran Arms"},
            "Plover in use at Corran Arms",
        ),
        (
            "deployment",
            {"product": "Plover", "customer": "Corran Arms", "date": "2026"},
            "Plover to be in use at Corran Arms, 2026",
        ),
        (
            "acquisition",
            {"buyer": "Corran Arms", "target": "Vestrel Robotics", "seller": "Corran Arms", "amount": usd(9e6)},
            "Corran Arms acquired Vestrel Robotics for $9 million",
        ),
        (
            "ipo",
            {"company": "Corran Arms", "exchange": "Lisbon", "date": "2024"},
            "Corran Arms went public in Lisbon, 2024",
        ),
        (
            "role",
            {"person": "Ada Voss", "organization": "Corran Arms", "start": "2019"},
            "Ada Voss: at Corran Arms, since 2019",
        ),
        (
            "plan",
            {"organization": "Corran Arms", "action": "make", "value": 900, "unit": "arms"},
            "Corran Arms plans: make 900 arms",
        ),
        (
            "plan",
            {"organization": "Corran Arms", "action": "make 900 arms in Graz", "value": 900, "unit": "arms"},
            "Corran Arms plans: make 900 arms in Graz",
        ),
        (
            "plan",
            {"organization": "Corran Arms", "action": "grow in Graz", "value": 900, "unit": "arms"},
            "Corran Arms plans: grow in Graz (900 arms)",
        ),
    ],
)
def test_an_event_in_words(tmp_path: Path, kind: str, slots: dict[str, Any], line: str) -> None:
    assert line_of(tmp_path, kind, slots, "Corran Arms, Vestrel Robotics, Ada Voss, Plover, Lisbon.") == line


@pytest.mark.parametrize(
    ("action", "quote", "cut"),
    [
        ("stments of $9 million are planned", "Investments of $9 million are planned.", True),
        ("make 9", "Vestrel Robotics wants to make 9,000 arms.", True),
        ("spend 1", "Vestrel Robotics will spend 1.5 million.", True),
        ("make 9,000 arms", "Vestrel Robotics wants to make 9,000 arms.", False),
        ("$9 million for arms", "Vestrel Robotics plans US$9 million for arms.", False),
        ("open a second plant", "Two plants are better, it says.", False),
    ],
)
def test_a_plan_that_was_cut_is_told_by_its_sentence(tmp_path: Path, action: str, quote: str, cut: bool) -> None:
    slots = {"organization": "Vestrel Robotics", "action": action}
    line = f"“{quote}”" if cut else f"Vestrel Robotics plans: {action}"
    assert line_of(tmp_path, "plan", slots, quote) == line


def notes_of(folder: Path, first: str, second: str) -> list[str]:
    """The notes of a round of which two sentences of one article give two valuations."""
    deal = {"company": "Vestrel Robotics", "round": "Series A", "date": "2025-03", "amount": usd(9e6)}
    facts = [("funding", {**deal, "valuation": usd(m * 1e6)}, quote) for m, quote in ((90, first), (80, second))]
    text = f"A look at arms\n\n{first}\n\n{second if second != first else ''}\n"
    with Facts.open(of_one(folder, text, NAMES, facts)) as opened:
        (told,) = opened.events(EventQuery(kinds=("funding",)))
        return [note.text for note in event_line(told).notes]


def test_one_article_that_tells_two_values_is_not_called_another(tmp_path: Path) -> None:
    first, second = (
        "Vestrel raised $9 million in March, at $90 million.",
        "The March Series A valued it at $80 million.",
    )
    (note,) = notes_of(tmp_path, first, second)
    assert note.startswith("the same article also gives the valuation as ")


def test_two_values_of_one_sentence_are_no_disagreement(tmp_path: Path) -> None:
    both = "Vestrel raised $9 million in March, at $80 million before and $90 million after it."
    assert notes_of(tmp_path, both, both) == []


def test_a_sentence_that_tells_two_events_is_shown_once(tmp_path: Path) -> None:
    quote = "Vestrel Robotics will make 9,000 arms and 3,000 legs."
    plans = ({"organization": "Vestrel Robotics", "action": f"make {n}"} for n in ("9", "9,000 arms and 3"))
    facts: list[Fact] = [("plan", one, quote) for one in plans]
    with Facts.open(of_one(tmp_path, f"A look at arms\n\n{quote}\n", NAMES, facts)) as opened:
        told = opened.events(EventQuery(kinds=("plan",)))
        assert [line.text for line in event_lines(told)] == [f"“{quote}”"]


def test_what_says_that_a_round_was_done_is_quoted_before_the_talks_of_it(tmp_path: Path) -> None:
    talks = "Corran Arms is said to be in talks to lead a Series A of $90 million in Vestrel Robotics."
    done = "Vestrel Robotics has closed its Series A."
    of_talks = {"amount": usd(90e6), "status": "rumored", "investors": [{"name": "Corran Arms", "lead": True}]}
    told_by = {"2025-03-01": (talks, of_talks), "2025-04-01": (done, {"status": "completed"})}
    articles = {
        f"{day}.md": (
            day,
            f"A look at arms\n\n{quote}\n",
            [("funding", {"company": "Vestrel Robotics", "round": "Series A", **slots}, quote)],
        )
        for day, (quote, slots) in told_by.items()
    }
    with Facts.open(shelved(tmp_path, articles, registry_of(NAMES))) as facts:
        (told,) = facts.events(EventQuery(kinds=("funding",)))
        line = event_line(told)
    assert "$90 million" not in line.text
    assert [cited.quote for cited in line.citations] == [done, talks]
