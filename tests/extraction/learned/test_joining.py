"""Rules and readings together: what both found is judged, what is likely right is told, and a figure is told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.extraction.kind import Draft, all_kinds
from bot.extraction.learned.evidence import Rows
from bot.extraction.learned.joining import join, needed
from bot.extraction.learned.judge import Judge
from bot.extraction.learned.readings import Look
from bot.extraction.learned.wording import BUCKETS
from bot.extraction.text.context import Context
from bot.model.statement import Investor
from bot.model.when import When
from tests.extraction.learned.seeing import reading
from tests.extraction.reading import read

_TEXT = "Vantor Robotics hired Jane Porter, until May head of sales at Kestrel Systems. It employs 300 people."
_RULES, _SURE, _JOINT = 0, 9, 7
"""Numbers of a row: whether rules found it, how sure the reader is of the place, and of everyone as well."""


class Trusting(Judge):
    """Trusts the rules as told, and the reader as far as it is sure of place and people together."""

    def __init__(self, rules: float) -> None:
        self._rules = rules

    def likely(self, evidence: Rows, words: Sequence[frozenset[str]]) -> np.ndarray:
        if not len(evidence):
            return np.zeros(0)
        read = 1 / (1 + np.exp(-evidence[:, _JOINT]))
        return np.where(evidence[:, _RULES] > 0, np.maximum(self._rules, read), read)


def _told(context: Context, rules: list[Draft], *readings: object, trust: float = 0.5) -> list[Draft]:
    return join(context, rules, Look(list(readings), {}), Trusting(trust))  # type: ignore[arg-type]


def _post(context: Context, organization: str) -> Draft:
    end = context.sentences[0].end
    return Draft("role", {"person": "Jane Porter", "organization": organization, "title": "head of sales"}, 0, end)


def _staff(context: Context, subject: str) -> Draft:
    second = context.sentences[1]
    slots = {"subject": subject, "measure": "employees", "value": 300.0}
    return Draft("metric", slots, second.start, second.end)


def _seen_staff(context: Context, subject: dict[str, float]) -> object:
    return reading(context, "metric", "300", subject=subject)


def test_without_a_look_the_rules_stand_alone() -> None:
    context = read(_TEXT)
    rules = [_post(context, "Kestrel Systems")]
    assert join(context, rules, None) == rules


def test_an_article_without_candidates_tells_nothing() -> None:
    assert _told(read(_TEXT), []) == []


def test_of_two_choices_for_one_figure_the_likelier_is_told() -> None:
    context = read(_TEXT)
    seen = _seen_staff(context, {"Vantor Robotics": 0.9, "Kestrel Systems": 0.05})
    (draft,) = _told(context, [_staff(context, "Kestrel Systems")], seen)
    assert draft.slots["subject"] == "Vantor Robotics"


def test_a_rule_that_the_judge_trusts_stands_against_the_reader() -> None:
    context = read(_TEXT)
    seen = _seen_staff(context, {"Vantor Robotics": 0.6, "Kestrel Systems": 0.3})
    (draft,) = _told(context, [_staff(context, "Kestrel Systems")], seen, trust=0.9)
    assert draft.slots["subject"] == "Kestrel Systems"


@pytest.mark.parametrize(("trust", "count"), [(needed("role", True) + 0.01, 1), (needed("role", True) - 0.01, 0)])
def test_a_rule_is_told_from_a_lower_likelihood_on(trust: float, count: int) -> None:
    context = read(_TEXT)
    assert len(_told(context, [_post(context, "Kestrel Systems")], trust=trust)) == count


@pytest.mark.parametrize(("sure", "count"), [(needed("role", False) + 0.02, 1), (needed("role", False) - 0.02, 0)])
def test_a_reading_is_told_from_a_likelihood_on(sure: float, count: int) -> None:
    context = read(_TEXT)
    seen = reading(context, "role", "head of sales", sure, "head of sales",
                   person={"Jane Porter": 1.0}, organization={"Kestrel Systems": 1.0})  # fmt: skip
    assert len(_told(context, [], seen)) == count


@pytest.mark.parametrize("kind", all_kinds())
def test_a_rule_is_believed_sooner_than_a_reading(kind: str) -> None:
    assert 0 < needed(kind, True) < needed(kind, False) < 0.5


def test_a_reading_tells_what_no_rule_found() -> None:
    context = read(_TEXT)
    seen = reading(context, "role", "head of sales", 0.95, "head of sales",
                   person={"Jane Porter": 0.9}, organization={"Kestrel Systems": 0.9})  # fmt: skip
    (draft,) = _told(context, [], seen)
    assert draft.slots == {"person": "Jane Porter", "organization": "Kestrel Systems", "title": "head of sales"}
    assert context.text[draft.start : draft.end] == context.sentences[0].text


def test_a_figure_is_read_by_the_grammar_and_whose_it_is_by_the_reader() -> None:
    context = read("Vantor Robotics makes arms. It plans to hire 40 engineers in 2027.")
    (draft,) = _told(context, [], reading(context, "plan", "40", organization={"Vantor Robotics": 0.9}))
    assert draft.slots["organization"] == "Vantor Robotics"
    assert (draft.slots["value"], draft.slots["unit"]) == (40.0, "engineers")
    assert draft.slots["date"] == When.from_iso("2027")


def test_of_takeovers_in_one_sentence_a_rule_that_is_told_stands_against_the_reader() -> None:
    context = read("Vantor Robotics bought Kestrel Systems, once a part of Orrin Group.")
    told = context.sentences[0]
    rule = Draft("acquisition", {"buyer": "Vantor Robotics", "target": "Kestrel Systems"}, told.start, told.end)
    other = reading(context, "acquisition", "Orrin", buyer={"Vantor Robotics": 0.95}, target={"Orrin Group": 0.95},
                    seller={})  # fmt: skip
    assert [draft.slots["target"] for draft in _told(context, [rule], other, trust=0.16)] == ["Kestrel Systems"]
    assert [draft.slots["target"] for draft in _told(context, [], other)] == ["Orrin Group"]


def test_that_a_deal_is_denied_the_reader_does_not_say() -> None:
    context = read("Vantor Robotics bought Kestrel Systems.")
    seen = reading(context, "acquisition", "Kestrel", buyer={"Vantor Robotics": 0.95}, target={"Kestrel Systems": 0.95},
                   seller={})  # fmt: skip
    (draft,) = _told(context, [], replace(seen, state="denied"))
    assert "status" not in draft.slots


def test_what_both_found_is_told_once() -> None:
    context = read(_TEXT)
    (draft,) = _told(context, [_staff(context, "Vantor Robotics")], _seen_staff(context, {"Vantor Robotics": 0.9}))
    assert draft.slots["value"] == 300.0


_ROUND_UP = (
    "Vantor Robotics raised $30 million in March. Kestrel Systems was set up by Jane Porter.\n\n"
    "Orrin Group grew. Paul Reyes started it in 2016."
)


@pytest.mark.parametrize(("sure", "founders"), [(0.1, ("Jane Porter",)), (0.95, ("Jane Porter", "Paul Reyes"))])
def test_what_only_an_unlikely_reading_of_another_sentence_says_is_left_out(
    sure: float, founders: tuple[str, ...]
) -> None:
    context = read(_ROUND_UP)
    own = reading(context, "founding", "set up", organization={"Kestrel Systems": 0.95}, parent={},
                  founders={"Jane Porter": 0.95})  # fmt: skip
    other = reading(context, "founding", "started", sure, organization={"Kestrel Systems": 0.95}, parent={},
                    founders={"Paul Reyes": 0.95})  # fmt: skip
    (draft,) = _told(context, [], own, other)
    assert draft.slots["founders"] == founders
    assert ("date" in draft.slots) == (len(founders) > 1)


@pytest.mark.parametrize(
    ("by_rule", "investors"), [(False, {"Harbor Lane Ventures"}), (True, {"Harbor Lane Ventures", "Bloomberg"})]
)
def test_media_put_no_money_in_unless_a_rule_found_that_they_did(by_rule: bool, investors: set[str]) -> None:
    context = read(
        "Vantor Robotics raised $30 million from Harbor Lane Ventures, Bloomberg still had it at $25 million."
    )
    seen = reading(context, "funding", "$30", company={"Vantor Robotics": 0.95},
                   investors={"Harbor Lane Ventures": 0.95, "Bloomberg": 0.95})  # fmt: skip
    whole, money = context.sentences[0], context.sentences[0].money[0].money
    who = (Investor("Bloomberg"),)
    rule = Draft("funding", {"company": "Vantor Robotics", "amount": money, "investors": who}, whole.start, whole.end)
    (draft,) = _told(context, [rule] if by_rule else [], seen)
    assert {i.name for i in draft.slots["investors"]} == investors  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Vantor Robotics has launched a takeover bid for Kestrel Systems.", "announced"),
        ("Vantor Robotics made an offer of $30 million for Kestrel Systems.", "announced"),
        ("Vantor Robotics has agreed to buy Kestrel Systems.", "announced"),
        ("Vantor Robotics said it'd pay $640 million for Kestrel Systems.", "announced"),
        ("Vantor Robotics completed its offer for Kestrel Systems.", "completed"),
        ("Vantor Robotics made an offer for Orrin Group; in May it bought Kestrel Systems.", "completed"),
    ],
)
def test_what_is_offered_or_agreed_is_not_done(text: str, status: str) -> None:
    context = read(text)
    seen = reading(context, "acquisition", "Kestrel", buyer={"Vantor Robotics": 0.95}, target={"Kestrel Systems": 0.95},
                   seller={})  # fmt: skip
    (draft,) = _told(context, [], seen)
    assert draft.slots["status"] == status


def test_trees_are_read_node_by_node(tmp_path: Path) -> None:
    path = tmp_path / "judge.npz"
    np.savez(  # one tree: number 1 ≤ 0.5 ? −2 : (number 0 ≤ 3 ? 0 : 2), and one that is a leaf of 1
        path, roots=np.array([0, 5]), base=np.array(0.5),
        feature=np.array([1, -1, 0, -1, -1, -1], dtype=np.int16), threshold=np.array([0.5, 0, 3, 0, 0, 0]),
        left=np.array([1, 0, 3, 0, 0, 0], dtype=np.int32), right=np.array([2, 0, 4, 0, 0, 0], dtype=np.int32),
        value=np.array([0.0, -2, 0, 0, 2, 1]), words=np.zeros(BUCKETS), words_base=np.array(0.0),
    )  # fmt: skip
    odds = np.array([0.5 + 1 - 2, 0.5 + 1 + 0, 0.5 + 1 + 2])
    told = Judge(path).likely(np.array([[9.0, 0.5], [3.0, 0.6], [3.1, 0.6]]), [frozenset()] * 3)
    assert told == pytest.approx(1 / (1 + np.exp(-odds)))
    assert Judge(path).likely(np.zeros((0, 2)), []).shape == (0,)
