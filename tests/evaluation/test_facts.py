"""How facts are counted: one to one, alternatives, optional facts, slots, quotes."""

from __future__ import annotations

from typing import Any

import pytest

from bot.evaluation.align import align
from bot.evaluation.compare import Names
from bot.evaluation.facts import score_facts

ROUND: dict[str, Any] = {
    "kind": "funding",
    "company": "Quillon Robotics",
    "amount": {"value": 21000000, "currency": "USD"},
    "round": "Series A",
    "investors": [{"name": "Harbor Lane Ventures", "lead": True}],
    "quote": "Quillon Robotics raised $21 million.",
}
TEXT = "News. Quillon Robotics raised\n$21 million. More."


def score(gold: list[dict[str, Any]], pred: list[dict[str, Any]], text: str | None = TEXT) -> Any:
    texts = None if text is None else {"a": text}
    return score_facts({"a": {"entities": {}, "facts": gold}}, {"a": pred}, texts)


def counts(result: Any, kind: str = "funding") -> tuple[tuple[int, ...], tuple[int, ...]]:
    facts, slots = result.facts[kind], result.slots[kind]
    return (facts.right, facts.predicted, facts.gold), (slots.right, slots.predicted, slots.gold)


def test_the_same_fact_is_right_in_all_slots() -> None:
    result = score([ROUND], [ROUND])
    assert counts(result) == ((1, 1, 1), (4, 4, 4))  # amount, round, one investor, one lead
    assert result.grounded_share == 1.0
    assert result.misses == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"round": "Series B"}, ((1, 1, 1), (3, 4, 4))),
        ({"round": None}, ((1, 1, 1), (3, 3, 4))),
        ({"investors": ["Harbor Lane Ventures"]}, ((1, 1, 1), (3, 3, 4))),
        ({"status": "completed"}, ((1, 1, 1), (4, 5, 4))),
        ({"company": "Someone Else"}, ((0, 1, 1), (0, 0, 4))),
    ],
)
def test_a_changed_slot(change: dict[str, Any], expected: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    assert counts(score([ROUND], [{**ROUND, **change}])) == expected


def test_optional_facts_count_neither_way() -> None:
    optional = {**ROUND, "optional": True}
    assert counts(score([optional], [])) == ((0, 0, 0), (0, 0, 0))
    assert counts(score([optional], [ROUND])) == ((0, 0, 0), (0, 0, 0))


def test_a_second_prediction_of_one_fact_is_spurious() -> None:
    result = score([ROUND], [ROUND, ROUND])
    assert counts(result)[0] == (1, 2, 1)
    assert [miss.what for miss in result.misses] == ["spurious"]


def test_a_null_alternative_may_be_left_empty_or_filled() -> None:
    gold = {**ROUND, "round": {"any": ["Series A", None]}}
    assert counts(score([gold], [{**ROUND, "round": None}]))[1] == (3, 3, 3)
    assert counts(score([gold], [ROUND]))[1] == (4, 4, 4)


def test_the_better_match_is_taken_first() -> None:
    names = Names({})
    worse, better = {**ROUND, "round": "B", "amount": None}, ROUND
    assert align("funding", [worse, better], [ROUND], names) == [(1, 0)]


def test_rounds_that_share_nothing_are_no_match() -> None:
    other = {"kind": "funding", "company": "Quillon Robotics", "round": "Seed"}
    assert counts(score([ROUND], [other]))[0] == (0, 1, 1)


@pytest.mark.parametrize(
    ("pred", "gold", "same"),
    [
        ({"parties": ["A", "B"]}, {"parties": ["B", "A", "C"]}, True),
        ({"parties": ["A", "D"]}, {"parties": ["A", "B"]}, False),
        ({"parties": ["A", "E"]}, {"parties": ["A", {"any": ["B", "E"]}]}, True),
    ],
)
def test_partnerships_share_two_parties(pred: dict[str, Any], gold: dict[str, Any], same: bool) -> None:
    assert bool(align("partnership", [pred], [gold], Names({}))) is same


def test_a_deployment_needs_product_or_maker() -> None:
    gold = {"product": "Digit", "maker": "Agility Robotics"}
    assert align("deployment", [{"maker": "Agility"}], [gold], Names({})) == [(0, 0)]
    assert align("deployment", [{"product": "Atlas"}], [gold], Names({})) == []


def test_statements_are_shown_but_not_in_the_total() -> None:
    said = {"kind": "statement", "speaker": "Ada Quill", "text": "we ship in May"}
    rows = {kind: facts for kind, facts, _ in score([ROUND, said], [ROUND]).rows()}
    assert rows["statement"].gold == 1
    assert (rows["all"].right, rows["all"].gold) == (1, 1)


def test_a_quote_that_is_not_there_is_not_grounded() -> None:
    result = score([ROUND], [{**ROUND, "quote": "Quillon raised money."}, {**ROUND, "quote": ""}])
    assert (result.grounded, result.quoted) == (0, 2)
    assert score([ROUND], [ROUND], text=None).grounded_share is None


def test_an_unknown_kind_is_told() -> None:
    assert [m.what for m in score([], [{"kind": "gossip", "quote": "x"}]).misses] == ["unknown kind"]
