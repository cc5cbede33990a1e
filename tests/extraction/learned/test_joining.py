"""Rules and readings together: a rule stands until the reader is much surer, a reading adds what no rule told."""

from __future__ import annotations

import pytest

from bot.extraction.kind import Draft
from bot.extraction.learned.joining import ADDED, confidence, join
from bot.extraction.learned.readings import Choice, Reading
from bot.extraction.text.context import Context
from bot.model.when import When
from tests.extraction.reading import read

_TEXT = "Vantor Robotics hired Jane Porter, until May head of sales at Kestrel Systems. It employs 300 people."


def _number(context: Context, name: str) -> int:
    return next(i for i, cluster in enumerate(context.clusters) if cluster.name == name)


def _choice(context: Context, shares: dict[str, float]) -> Choice:
    ranked = sorted(((_number(context, name), share) for name, share in shares.items()), key=lambda c: -c[1])
    return Choice(tuple(ranked), 0.05)


def _reading(
    context: Context, kind: str, at: str, sure: float = 0.95, title: str = "", **who: dict[str, float]
) -> Reading:
    start = context.text.index(at)
    span = (context.text.index(title), context.text.index(title) + len(title)) if title else None
    named = {slot: _choice(context, shares) for slot, shares in who.items()}
    return Reading(kind, start, sure, named, span, "employees", "completed", "robot")


def _post(context: Context, organization: str) -> Draft:
    end = context.sentences[0].end
    return Draft("role", {"person": "Jane Porter", "organization": organization, "title": "head of sales"}, 0, end)


def _role(context: Context, shares: dict[str, float], sure: float = 0.95) -> Reading:
    person = {"Jane Porter": 0.9}
    return _reading(context, "role", "head of sales", sure, "head of sales", person=person, organization=shares)


def _staff(context: Context, subject: str) -> Draft:
    second = context.sentences[1]
    slots = {"subject": subject, "measure": "employees", "value": 300.0}
    return Draft("metric", slots, second.start, second.end)


def test_a_rule_is_corrected_where_the_reader_is_much_surer_of_another() -> None:
    context = read(_TEXT)
    seen = _reading(context, "metric", "300", subject={"Vantor Robotics": 0.9, "Kestrel Systems": 0.05})
    (draft,) = join(context, [_staff(context, "Kestrel Systems")], [seen])
    assert draft.slots["subject"] == "Vantor Robotics"


def test_a_rule_stands_where_the_reader_is_in_doubt() -> None:
    context = read(_TEXT)
    seen = _reading(context, "metric", "300", subject={"Vantor Robotics": 0.6, "Kestrel Systems": 0.3})
    rule = _staff(context, "Kestrel Systems")
    assert join(context, [rule], [seen]) == [rule]


def test_whose_post_it_is_the_rules_know_better() -> None:
    context = read(_TEXT)
    seen = _role(context, {"Kestrel Systems": 0.95})
    rule = _post(context, "Vantor Robotics")
    assert join(context, [rule], [seen]) == [rule]


def test_a_reading_is_as_sure_as_its_place_and_everyone_in_it_together() -> None:
    context = read(_TEXT)
    seen = _role(context, {"Kestrel Systems": 0.8}, sure=0.5)
    assert confidence(seen) == pytest.approx(0.5 * 0.9 * 0.8)


def test_a_reading_adds_what_no_rule_told() -> None:
    context = read(_TEXT)
    seen = _role(context, {"Kestrel Systems": 0.9})
    (draft,) = join(context, [], [seen])
    assert draft.kind == "role"
    assert draft.slots == {"person": "Jane Porter", "organization": "Kestrel Systems", "title": "head of sales"}
    assert context.text[draft.start : draft.end] == context.sentences[0].text


def test_an_unsure_reading_adds_nothing() -> None:
    context = read(_TEXT)
    assert join(context, [], [_role(context, {"Kestrel Systems": 0.9}, sure=ADDED["role"] / 2)]) == []


def test_a_reading_whose_people_are_unclear_adds_nothing() -> None:
    context = read(_TEXT)
    assert join(context, [], [_role(context, {"Kestrel Systems": 0.2, "Vantor Robotics": 0.2})]) == []


def test_a_figure_is_read_by_the_grammar_and_whose_it_is_by_the_reader() -> None:
    text = "Vantor Robotics makes arms. It plans to hire 40 engineers in 2027."
    context = read(text)
    seen = _reading(context, "plan", "40", organization={"Vantor Robotics": 0.9})
    (draft,) = join(context, [], [seen])
    assert draft.slots["organization"] == "Vantor Robotics"
    assert (draft.slots["value"], draft.slots["unit"]) == (40.0, "engineers")
    assert draft.slots["date"] == When.from_iso("2027")


def test_one_figure_is_told_once() -> None:
    context = read(_TEXT)
    rule = _staff(context, "Vantor Robotics")
    assert join(context, [rule], [_reading(context, "metric", "300", subject={"Vantor Robotics": 0.9})]) == [rule]


def test_a_sum_of_a_round_adds_no_financing() -> None:
    context = read("Vantor Robotics raised $12 million.")
    assert "funding" not in ADDED
    seen = _reading(context, "funding", "$12", company={"Vantor Robotics": 0.99}, investors={})
    assert join(context, [], [seen]) == []
