"""Names found in questions, looked up, completed and guessed."""

from __future__ import annotations

import pytest

from tests.store.shelf import CLOUD, LAB, OKAFOR, QUILLON, TESSARO, X


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who invested in Quillon Robotics?", [("Quillon Robotics", QUILLON.id, True)]),
        ("what did quillon raise", [("quillon", QUILLON.id, False)]),
        ("Quillon's round", [("Quillon", QUILLON.id, True)]),
        ("Quillon’s round", [("Quillon", QUILLON.id, True)]),
        ("请问奎隆机器人的融资", [("奎隆机器人", QUILLON.id, True)]),
        ("ines okafor", [("ines okafor", OKAFOR.id, False)]),
        ("Tessaro Cloud and Tessaro", [("Tessaro Cloud", CLOUD.id, True), ("Tessaro", TESSARO.id, True)]),
        ("did X invest", [("X", X.id, True)]),
        ("solve for x", []),
        ("Quillonesque", []),
        ("which hotels use robots", []),
        ("", []),
    ],
)
def test_the_longest_names_in_a_question(facts, question, expected):
    hits = facts.find_names(question)
    assert [(hit.text, *hit.entities, hit.cased) for hit in hits] == expected
    assert all(question[hit.start : hit.end] == hit.text for hit in hits)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("QUILLON", [QUILLON.id]), ("奎隆机器人", [QUILLON.id]), ("Ines  Okafor", [OKAFOR.id]), ("Quill", []), ("", [])],
)
def test_lookup_takes_whole_names(facts, name, expected):
    assert [e.id for e in facts.lookup(name)] == expected


def test_an_entity_with_its_names_and_parent(facts):
    entity = facts.entity(CLOUD.id)
    assert (entity.name, entity.kind, entity.parent) == ("Tessaro Cloud", "org", "Tessaro")
    assert facts.entity(QUILLON.id).aliases == ("Quillon", "奎隆机器人")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("Quilon Robotics", QUILLON.id), ("Tesaro Cloud", CLOUD.id), ("Okafer", OKAFOR.id)],
)
def test_suggestions_for_misspelt_names(facts, typed, expected):
    assert facts.suggest(typed, 3)[0].id == expected


def test_nothing_is_suggested_that_nothing_is_known_of(facts):
    assert "org-quilter" not in [e.id for e in facts.suggest("Quiltr", 5)]
    assert facts.suggest("Zzyzx Heavy Industries", 3) == []
    assert facts.suggest("", 3) == []


def test_completion(facts):
    assert facts.complete("qui", 5) == ["Quillon", "Quillon Robotics"]
    assert facts.complete("qui", 1) == ["Quillon"]
    assert facts.complete("奎", 5) == ["奎隆机器人"]
    assert facts.complete("", 5) == []


def test_units_and_what_they_belong_to(facts):
    assert [e.id for e in facts.children(TESSARO.id)] == [CLOUD.id, LAB.id]
    assert [e.id for e in facts.parents(LAB.id)] == [CLOUD.id, TESSARO.id]
    assert facts.children(LAB.id) == facts.parents(TESSARO.id) == []
