"""What an article may tell: rules and readings as candidates, second choices too, with what speaks for each."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bot.extraction.kind import Draft
from bot.extraction.learned.candidates import Candidate, Gathering
from bot.extraction.learned.evidence import Evidence
from bot.extraction.learned.layout import KINDS
from bot.extraction.learned.readings import Look, Reading
from bot.extraction.text.context import Context
from bot.model.money import Money
from tests.extraction.learned.seeing import reading
from tests.extraction.reading import read

_TEXT = "Vantor Robotics hired Jane Porter, until May head of sales at Kestrel Systems. It employs 300 people."


def _gathered(context: Context, rules: list[Draft], *readings: Reading) -> Gathering:
    return Gathering(context, rules, Look(list(readings), {}))


def _staff(context: Context, subject: str) -> Draft:
    told = context.sentences[1]
    return Draft("metric", {"subject": subject, "measure": "employees", "value": 300.0}, told.start, told.end)


def _by_subject(candidates: list[Candidate]) -> dict[object, Candidate]:
    return {candidate.fact.slots.get("subject"): candidate for candidate in candidates}


def test_the_second_choice_of_a_reading_is_a_candidate_too() -> None:
    context = read(_TEXT)
    seen = reading(context, "metric", "300", subject={"Vantor Robotics": 0.7, "Kestrel Systems": 0.2})
    assert set(_by_subject(_gathered(context, [], seen).candidates())) == {"Vantor Robotics", "Kestrel Systems"}


def test_a_choice_that_is_hardly_likely_is_none() -> None:
    context = read(_TEXT)
    seen = reading(context, "metric", "300", subject={"Vantor Robotics": 0.9, "Kestrel Systems": 0.05})
    assert set(_by_subject(_gathered(context, [], seen).candidates())) == {"Vantor Robotics"}


@pytest.mark.parametrize(
    ("told", "amount", "valuation"),
    [("raised $40 million", 40e6, None), ("raised a Series B at a valuation of $900 million", None, 900e6)],
)
def test_what_a_company_is_worth_is_no_sum_that_it_raised(
    told: str, amount: float | None, valuation: float | None
) -> None:
    context = read(f"Vantor Robotics {told}.")
    seen = reading(context, "funding", "$", company={"Vantor Robotics": 0.9}, investors={})
    (found,) = _gathered(context, [], seen).candidates()
    sums = [found.fact.slots.get(slot) for slot in ("amount", "valuation")]
    assert [money.value if isinstance(money, Money) else None for money in sums] == [amount, valuation]


def test_a_candidate_knows_who_made_it() -> None:
    context = read(_TEXT)
    seen = reading(context, "metric", "300", subject={"Vantor Robotics": 0.7, "Kestrel Systems": 0.2})
    found = _by_subject(_gathered(context, [_staff(context, "Vantor Robotics")], seen).candidates())
    assert [len(found["Vantor Robotics"].rules), len(found["Vantor Robotics"].readings)] == [1, 1]
    assert [len(found["Kestrel Systems"].rules), len(found["Kestrel Systems"].readings)] == [0, 1]
    assert found["Vantor Robotics"].value == 300


def test_every_candidate_has_a_row_of_the_same_length_of_plain_numbers() -> None:
    context = read(_TEXT)
    seen = reading(context, "metric", "300", subject={"Vantor Robotics": 0.7, "Kestrel Systems": 0.2})
    who = {"person": {"Jane Porter": 0.9}, "organization": {"Kestrel Systems": 0.6, "Vantor Robotics": 0.3}}
    post = reading(context, "role", "head of sales", 0.9, "head of sales", **who)
    gathering = _gathered(context, [_staff(context, "Vantor Robotics")], seen, post)
    candidates = gathering.candidates()
    rows = Evidence(gathering).rows(candidates)
    assert rows.shape[0] == len(candidates) == 4
    assert np.isfinite(rows).all()


def test_a_row_tells_how_sure_the_reader_is_of_place_and_people() -> None:
    context = read(_TEXT)
    seen = reading(context, "metric", "300", 0.5, subject={"Vantor Robotics": 0.8, "Kestrel Systems": 0.15})
    gathering = _gathered(context, [], seen)
    candidates = gathering.candidates()
    rows = dict(zip([c.fact.slots["subject"] for c in candidates], Evidence(gathering).rows(candidates), strict=True))
    odds = [math.log(p / (1 - p)) for p in (0.5 * 0.8, 0.5 * 0.15)]
    assert [rows["Vantor Robotics"][7], rows["Kestrel Systems"][7]] == odds
    assert rows["Vantor Robotics"][8] == rows["Kestrel Systems"][8] == 0.0  # even odds of the place itself


def test_a_row_tells_the_kind_of_fact() -> None:
    context = read(_TEXT)
    gathering = _gathered(context, [_staff(context, "Vantor Robotics")])
    (row,) = Evidence(gathering).rows(gathering.candidates())
    marks = row[-6 - len(KINDS) : -6]
    assert marks.tolist() == [float(kind == "metric") for kind in KINDS]
    assert row[-6 - len(KINDS) - 1] == KINDS.index("metric")


def test_rivals_for_one_figure_are_counted() -> None:
    context = read(_TEXT)
    rules = [_staff(context, "Vantor Robotics"), _staff(context, "Kestrel Systems")]
    gathering = _gathered(context, rules)
    for row in Evidence(gathering).rows(gathering.candidates()):
        assert row[-6:-2].tolist() == [1, 1, 1, 1]  # one in the sentence, one of the figure, both of rules
