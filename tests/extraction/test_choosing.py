"""Whose fact it is: the rule's choice stands unless another entity is surer by a margin."""

from __future__ import annotations

import pytest

from bot.extraction.choosing import Chooser, choose, features, question
from bot.extraction.kind import Draft
from bot.extraction.text.context import Context
from bot.model.money import Money
from bot.model.statement import Investor
from tests.extraction.reading import read

TEXT = "Quillon Robotics is backed by Harbor Lane Ventures. It raised $21 million in March."


@pytest.fixture(scope="module")
def context() -> Context:
    return read(TEXT)


def draft(context: Context, company: str, kind: str = "funding") -> Draft:
    sentence = context.sentences[1]
    slots = {
        "company": company,
        "amount": Money(21e6, "USD"),
        "investors": (Investor("Quillon Robotics"), Investor("Vantor")),
    }
    return Draft(kind, dict(slots), sentence.start, sentence.end)  # type: ignore[arg-type]


def test_every_organisation_near_by_is_a_candidate(context: Context) -> None:
    asked = question(context, draft(context, "Harbor Lane Ventures"))
    assert asked is not None
    assert {c.name for c in asked.candidates} == {"Quillon Robotics", "Harbor Lane Ventures"}
    assert asked.proposed is not None
    assert context.text[asked.anchor :].startswith("$21 million")


def test_the_rule_stands_where_nothing_speaks_against_it(context: Context) -> None:
    told = draft(context, "Harbor Lane Ventures")
    assert choose(context, told, Chooser({})) is told
    assert choose(context, told, Chooser({"main": 0.1})) is told


def test_a_surer_entity_takes_its_place_and_is_no_investor_of_itself(context: Context) -> None:
    chosen = choose(context, draft(context, "Harbor Lane Ventures"), Chooser({"funding: main": 2.0}))
    assert chosen.slots["company"] == "Quillon Robotics"
    assert chosen.slots["investors"] == (Investor("Vantor"),)


def test_a_weight_of_one_kind_of_fact_says_nothing_of_another(context: Context) -> None:
    told = draft(context, "Harbor Lane Ventures")
    assert choose(context, told, Chooser({"ipo: main": 2.0})) is told


def test_kinds_without_a_choice_stay_as_they_are(context: Context) -> None:
    told = draft(context, "Harbor Lane Ventures", "partnership")
    assert choose(context, told, Chooser({"main": 9.0})) is told


def test_features_tell_where_an_entity_stands(context: Context) -> None:
    asked = question(context, draft(context, "Harbor Lane Ventures"))
    assert asked is not None
    told = {c.name: set(features(context, asked, c)) for c in asked.candidates}
    assert {"here", "only meant", "main", "anchor subject"} <= told["Quillon Robotics"]
    assert {"not here", "proposed", "back 1 same paragraph"} <= told["Harbor Lane Ventures"]
