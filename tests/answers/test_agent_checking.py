"""What a language model wrote is shown only where every number, name and date stands in the facts it cites."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers import Answerer
from bot.answers.agent.checking import LONGEST, fault
from bot.answers.agent.shelf import Shelf, Shown
from bot.answers.query import Part, Query

TODAY = date(2025, 12, 1)


def cited(answerer: Answerer, kind: str, name: str) -> list[Shown]:
    """The facts of a kind in which somebody takes part, as a model would have been shown them."""
    desk = answerer.desk()
    ids = frozenset(entity.id for entity in answerer.facts.lookup(name))
    found = desk.lookup.run(Query((kind,), (Part((), ids),)))
    return Shelf(desk.lookup.spotter).events(found)


def said(answerer: Answerer, text: str, kind: str, name: str) -> str:
    return fault(text, cited(answerer, kind, name), answerer.desk().lookup.spotter, TODAY)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Quillon Robotics raised $120 million in a Series B led by Bexley Capital.", "funding", "Quillon Robotics"),
        ("Quillon raised 120 million dollars in 2025.", "funding", "Quillon Robotics"),
        ("In March 2025 it raised a Series B; another article gives $112 million.", "funding", "Quillon Robotics"),
        ("The round was led by Bexley Capital.", "funding", "Quillon Robotics"),
        ("奎隆 raised $120 million.", "funding", "Quillon Robotics"),
        ("The CEO is Aldane.", "role", "Mira Aldane"),
        ("Mira Aldane was a senior engineer at Vantor Motion until 2019.", "role", "Mira Aldane"),
        ("Ostrel agreed to buy Nymph Dynamics for $1.4 billion on 2 September 2025.", "acquisition", "Ostrel Group"),
        ("Kestrel 2 costs $48,000.", "price", "Kestrel 2"),
        ("Forty Kestrel 2 machines work for Tallow in Leeds.", "deployment", "Tallow"),
        ("Ostrel Robotics has about 900 people.", "metric", "Ostrel Robotics"),
    ],
)
def test_holds(answerer: Answerer, text: str, kind: str, name: str) -> None:
    assert said(answerer, text, kind, name) == ""


@pytest.mark.parametrize(
    ("text", "kind", "name", "wrong"),
    [
        # sums and numbers
        ("Quillon raised $121 million.", "funding", "Quillon Robotics", "$121 million"),
        ("Quillon raised €120 million.", "funding", "Quillon Robotics", "€120 million"),
        ("Quillon raised $120 million to $140 million.", "funding", "Quillon Robotics", "140 million"),
        ("Quillon raised 150 million.", "funding", "Quillon Robotics", "150 million"),
        ("Quillon raised $120 million in three rounds.", "funding", "Quillon Robotics", "three"),
        ("It was the second round of Quillon.", "funding", "Quillon Robotics", "second"),
        ("Quillon doubled its sum to $120 million.", "funding", "Quillon Robotics", "doubled"),
        ("Quillon raised hundreds.", "funding", "Quillon Robotics", "hundreds"),
        ("Ostrel Robotics has 900 %.", "metric", "Ostrel Robotics", "900"),
        ("Kestrel 3 costs $48,000.", "price", "Kestrel 2", "3"),
        ("The KX-7 costs $48,000.", "price", "Kestrel 2", "KX"),
        # names
        ("Tallow raised $120 million.", "funding", "Quillon Robotics", "Tallow"),
        ("Merrin Bank led the round.", "funding", "Quillon Robotics", "Merrin Bank"),
        ("米拉 led the round.", "funding", "Quillon Robotics", "米拉"),
        ("The round was led by Zorblatt Partners.", "funding", "Quillon Robotics", "Zorblatt"),
        ("Zorblatt led the round.", "funding", "Quillon Robotics", "Zorblatt"),
        ("The round, says iRobot, was led by Bexley Capital.", "funding", "Quillon Robotics", "iRobot"),
        ("这家公司融资", "funding", "Quillon Robotics", "这"),
        # dates
        ("Quillon raised $120 million in 2024.", "funding", "Tallow", "Quillon"),
        ("Quillon Robotics is to list in Oslo in 2027.", "ipo", "Quillon Robotics", "2027"),
        ("Quillon raised $120 million in April 2025.", "funding", "Quillon Robotics", "April 2025"),
        ("Quillon raised $120 million on 11 March 2025.", "funding", "Quillon Robotics", "11 March 2025"),
        ("Quillon raised $120 million last week.", "funding", "Quillon Robotics", "last week"),
        ("Quillon raised $120 million today.", "funding", "Quillon Robotics", "today"),
        # form
        ("See https://evil.example for $120 million.", "funding", "Quillon Robotics", "://"),
        ("@everyone Quillon raised $120 million.", "funding", "Quillon Robotics", "@"),
        ("*Quillon* raised $120 million.", "funding", "Quillon Robotics", "*"),
        ("Quillon\u202e raised $120 million.", "funding", "Quillon Robotics", "202e"),
        ("", "funding", "Quillon Robotics", "characters"),
        ("a" * (LONGEST + 1), "funding", "Quillon Robotics", "characters"),
    ],
)
def test_does_not_hold(answerer: Answerer, text: str, kind: str, name: str, wrong: str) -> None:
    assert wrong in said(answerer, text, kind, name)


def test_a_sentence_without_facts_is_not_shown(answerer: Answerer) -> None:
    assert "cites no fact" in fault("Robots are useful.", [], answerer.desk().lookup.spotter, TODAY)


def test_a_fact_that_was_never_shown_is_not_cited(answerer: Answerer) -> None:
    shelf = Shelf(answerer.desk().lookup.spotter)
    assert shelf.cited(["F1", "F99", "'; DROP TABLE event"]) == []


def test_the_same_fact_has_one_number(answerer: Answerer) -> None:
    desk = answerer.desk()
    shelf = Shelf(desk.lookup.spotter)
    first, again = (shelf.events(desk.lookup.run(Query(("ipo",)))) for _ in range(2))
    assert [one.number for one in first] == ["F1"]
    assert first == again
