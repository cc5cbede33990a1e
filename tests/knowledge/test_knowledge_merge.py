"""Which statements tell of one event."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from bot.model.statement import Quote
from tests.knowledge.telling import cny, merged, says, usd

ROUND = {"company": "Quillon Robotics", "amount": usd(140), "round": "Series A+", "date": "2025-09-08"}


def funding(source, **changes):
    return says(source, "funding", **{k: v for k, v in {**ROUND, **changes}.items() if v is not None})


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"round": "A+ round"},
        {"date": "2025-09"},
        {"date": "2025"},
        {"date": "2025-09-10"},
        {"date": None},
        {"amount": None},
        {"amount": usd(138)},
        {"amount": cny(1000)},
        {"amount": None, "round": None, "date": None},
        {"amount": usd(100)},
        {"round": None, "amount": usd(141), "date": "2025-10-05"},
    ],
)
def test_one_round_told_by_two_articles(other):
    assert len(merged(funding("a"), funding("b", **other), a="2025-09-09", b="2025-09-12")) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"company": "Brisk Robotics"},
        {"round": "Series B", "amount": usd(300)},
        {"round": "Series A", "amount": None, "date": "2025-05"},
        {"round": None, "date": "2024-02"},
        {"date": "2026-03-01"},
        {"round": None, "amount": usd(600), "date": None},
    ],
)
def test_two_rounds(other):
    assert len(merged(funding("a"), funding("b", **other), a="2025-09-09", b="2026-03-02")) == 2


def test_shared_investors_hold_differing_figures_together():
    a = funding("a", round=None, investors=[{"name": "Tessaro Cloud", "lead": True}])
    b = funding("b", round=None, amount=usd(100), investors=[{"name": "Tessaro", "lead": True}])
    c = funding("c", round=None, amount=usd(100), investors=[{"name": "Brisk Capital", "lead": True}])
    assert len(merged(a, b, a="2025-09-09", b="2025-09-10")) == 1
    assert len(merged(a, c, a="2025-09-09", c="2025-09-10")) == 2


def test_a_fresh_report_without_a_date_is_about_what_just_happened():
    a = funding("a", round=None, investors=[{"name": "Tessaro Cloud", "lead": True}])
    b = funding("b", round=None, amount=usd(100), date=None, investors=[{"name": "Tessaro", "lead": True}])
    assert len(merged(a, b, a="2025-09-09", b="2025-09-10")) == 1
    assert len(merged(a, b, a="2025-09-09", b="2026-03-02")) == 2


def test_a_fresh_report_of_another_sum_is_not_about_a_round_of_months_before():
    names = ("Tessaro Cloud", "Harbour Ridge", "Brisk Capital", "Old Mill")
    several = [{"name": name, "lead": name == "Tessaro Cloud"} for name in names]
    now = funding("a", investors=several)
    before = funding(
        "a2", amount=None, round="Series A", date="2025-05", investors=[{"name": "Old Mill", "lead": True}]
    )
    report = funding("b", amount=usd(100), round=None, date=None, investors=several)
    events = merged(now, before, report, a="2025-09-09", a2="2025-09-09", b="2025-09-10")
    assert {frozenset(known.event.statements) for known in events} == {
        frozenset({now.id, report.id}),
        frozenset({before.id}),
    }


def test_another_sum_told_long_after_is_another_deal():
    backer = [{"name": "Brisk Capital", "lead": False}]
    a = funding("a", round="Series A", amount=usd(350), date="2025-02", investors=backer)
    again = funding("b", round="Series A", amount=usd(520), date=None, investors=backer)
    recalled = funding("b", round="Series A", amount=usd(350), date=None, investors=backer)
    assert len(merged(a, again, a="2025-04-21", b="2026-02-16")) == 2
    assert len(merged(a, recalled, a="2025-04-21", b="2026-02-16")) == 1


@pytest.mark.parametrize(("other", "rounds"), [("Series A", 2), ("Series A+ extension", 2), ("A plus", 1)])
def test_what_goes_on_from_a_round_is_another_though_sums_and_backers_are_the_same(other, rounds):
    backer = [{"name": "Tessaro Cloud", "lead": True}]
    a, b = funding("a", investors=backer), funding("b", investors=backer, round=other)
    assert len(merged(a, b, a="2025-09-09", b="2025-09-12")) == rounds


def test_a_valuation_says_which_round_is_meant():
    a = funding("a", date=None, round=None, valuation=usd(900))
    b = funding("a", date=None, round=None, amount=None, valuation=usd(300))
    assert len(merged(a, b, a="2025-09-09")) == 2, "of one article"
    before = funding("a", date="2024-01", amount=usd(20), round="Series A")
    named = funding("b", date=None, amount=None, round="Series B", valuation=usd(910))
    now = funding("a", date=None, round=None, valuation=usd(900))
    assert len(merged(before, now, named, a="2025-09-09", b="2025-09-12")) == 2


def test_one_article_that_tells_two_sums_tells_two_rounds():
    first = funding("a", round=None, date="2025-09")
    second = says("a", "funding", 5, company="Quillon Robotics", amount=usd(90), date="2025-09")
    assert len(merged(first, second, a="2025-10-01")) == 2


@pytest.mark.parametrize(
    ("looked_back_on", "events"),
    [
        ({"amount": None, "round": "Seed", "date": "2023-05"}, 2),
        ({"amount": None, "round": "Seed", "date": "2025-06"}, 1),  # dated like the report: its round
        ({"amount": None, "round": "Seed", "date": None}, 1),
        ({"round": "Seed", "date": "2023-05"}, 1),  # the same sum
    ],
)
def test_what_an_article_looks_back_on_is_not_what_it_reports(looked_back_on, events):
    report = funding("a", round=None, date=None)
    assert len(merged(report, funding("a", **looked_back_on), a="2025-06-24")) == events


def test_a_total_is_no_round():
    total = says("b", "metric", subject="Quillon Robotics", measure="total_raised", value=140e6, unit="USD")
    assert {e.event.kind for e in merged(funding("a"), total)} == {"funding", "metric"}


def test_a_vague_word_that_fits_two_rounds_equally_stays_alone():
    first = funding("a", amount=usd(10), round="Seed", date="2023-01")
    second = funding("b", amount=usd(80), round="Series A", date="2025-01")
    vague = says("c", "funding", company="Quillon Robotics")
    assert len(merged(first, second, vague, a="2023-02-01", b="2025-02-01", c="2025-06-01")) == 3


def test_a_round_after_the_article_is_not_what_it_told():
    undated = funding("a", date=None, round=None)
    assert len(merged(undated, funding("b", round=None), a="2024-01-01", b="2025-09-09")) == 2


def test_a_rumour_belongs_to_the_deal_it_came_before():
    rumour = funding("a", status="rumored", date="2025-06", round=None, amount=usd(130))
    assert len(merged(rumour, funding("b", status="completed"), a="2025-06-02", b="2025-09-09")) == 1


def test_an_article_that_tells_talks_and_deal_apart_keeps_them_apart():
    done, again = funding("a", amount=usd(100)), funding("b", amount=usd(100))
    talks = says("b", "funding", 7, company="Quillon Robotics", amount=usd(150), date="2025-06", status="rumored")
    found = merged(done, again, talks, a="2025-09-09", b="2025-12-09")
    assert sorted(len(k.event.statements) for k in found) == [1, 2]


def test_talks_after_a_deal_are_about_the_next_one():
    rumour = funding("b", status="rumored", date="2026-02", round=None, amount=usd(200))
    assert len(merged(funding("a", status="completed"), rumour, a="2025-09-09", b="2026-02-02")) == 2


@pytest.mark.parametrize(
    ("kind", "one", "other", "events"),
    [
        ("acquisition", {"buyer": "Tessaro", "target": "Brisk"}, {"buyer": "Tessaro Cloud", "target": "Brisk"}, 1),
        ("acquisition", {"buyer": "Tessaro", "target": "Brisk"}, {"buyer": "Tessaro", "target": "Lumen"}, 2),
        ("acquisition", {"buyer": "A Co", "target": "Brisk"}, {"buyer": "B Co", "target": "Brisk"}, 2),
        ("partnership", {"parties": ["Quillon", "Brisk"]}, {"parties": ["Brisk", "Quillon", "Lumen"]}, 1),
        ("partnership", {"parties": ["Quillon", "Brisk"]}, {"parties": ["Quillon", "Lumen"]}, 2),
        (
            "partnership",
            {"parties": ["Quillon", "Brisk"], "date": "2023"},
            {"parties": ["Quillon", "Brisk"], "date": "2025-06"},
            2,
        ),
        (
            "role",
            {"person": "Ines Okafor", "organization": "Brisk", "title": "CEO"},
            {"person": "Ines Okafor", "organization": "Brisk", "title": "founder and chief executive"},
            1,
        ),
        (
            "role",
            {"person": "Ines Okafor", "organization": "Brisk", "title": "CEO"},
            {"person": "Ines Okafor", "organization": "Brisk", "title": "head of research"},
            2,
        ),
        (
            "role",
            {"person": "Ines Okafor", "organization": "Brisk", "title": "CEO"},
            {"person": "Ines Okafor", "organization": "Lumen", "title": "CEO"},
            2,
        ),
        ("launch", {"product": "Strider", "date": "2025"}, {"product": "Strider", "maker": "Brisk"}, 1),
        ("launch", {"product": "Strider", "maker": "Lumen"}, {"product": "Strider", "maker": "Brisk"}, 2),
        (
            "metric",
            {"subject": "Brisk", "measure": "units", "value": 5500, "unit": "robots", "date": "2025"},
            {"subject": "Brisk", "measure": "units", "value": 4200, "unit": "robots", "date": "2025"},
            1,
        ),
        (
            "metric",
            {"subject": "Brisk", "measure": "units", "value": 5500, "unit": "robots", "date": "2025"},
            {"subject": "Brisk", "measure": "units", "value": 5500, "unit": "robots", "date": "2024"},
            2,
        ),
        (
            "metric",
            {"subject": "Brisk", "measure": "revenue", "value": 7e6, "unit": "USD", "date": "2025"},
            {"subject": "Brisk", "measure": "profit", "value": 7e6, "unit": "USD", "date": "2025"},
            2,
        ),
        (
            "metric",
            {"subject": "Brisk", "measure": "total_raised", "value": 280e6, "unit": "USD"},
            {"subject": "Brisk", "measure": "total_raised", "value": 310e6, "unit": "USD"},
            1,
        ),
        (
            "metric",
            {"subject": "Brisk", "measure": "other", "value": 12, "unit": "percent", "date": "2025"},
            {"subject": "Brisk", "measure": "other", "value": 40, "unit": "percent", "date": "2025"},
            2,
        ),
        (
            "forecast",
            {"source": "Brisk Bank", "value": 7e12, "measure": "market_size", "date": "2050"},
            {"source": "Brisk Bank", "value": 38e9, "measure": "market_size", "date": "2035"},
            2,
        ),
        (
            "statement",
            {"speaker": "Ines Okafor", "text": "Humanoids do not belong in factories today."},
            {"speaker": "Ines Okafor", "text": "humanoids do not belong in factories"},
            1,
        ),
        (
            "statement",
            {"speaker": "Ines Okafor", "text": "Humanoids do not belong in factories."},
            {"speaker": "Ines Okafor", "text": "We will hire forty engineers in Turin."},
            2,
        ),
        (
            "deployment",
            {"maker": "Brisk", "customer": ["hotels"]},
            {"maker": "Brisk", "customer": ["hotels"], "product": "Strider"},
            1,
        ),
        ("deployment", {"maker": "Brisk", "customer": ["Lumen"]}, {"maker": "Brisk", "customer": ["Double One"]}, 2),
        (
            "education",
            {"person": "Ines Okafor", "school": "Delft", "degree": "bachelor"},
            {"person": "Ines Okafor", "school": "Delft", "degree": "PhD"},
            2,
        ),
        ("founding", {"organization": "Brisk", "date": "2019"}, {"organization": "Brisk", "date": "2020"}, 1),
    ],
)
def test_each_kind_has_its_own_sense_of_sameness(kind, one, other, events):
    found = merged(says("a", kind, **one), says("b", kind, **other), a="2026-01-10", b="2026-01-12")
    assert len(found) == events


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        (("$20,000", usd(0.02)), ("costs $21,900", usd(0.0219)), 1),
        (("$20,000", usd(0.02)), ("or $499 a month", usd(0.000499)), 2),
        (("or $499 a month", usd(0.000499)), ("rents at $600 per month", usd(0.0006)), 1),
        (("$20,000", usd(0.02)), ("for 99,000 yuan", cny(0.099)), 2),
        (("$14,000", usd(0.014)), ("for 99,000 yuan", cny(0.099)), 1),
    ],
)
def test_a_rent_and_another_country_s_price_contradict_no_price(one, other, events):
    told = [
        replace(says(source, "price", product="Strider", amount=amount), quote=Quote(0, 1, quote))
        for source, (quote, amount) in (("a", one), ("b", other))
    ]
    assert len(merged(*told)) == events


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        ({"date": "2025"}, {"date": "2025"}, 1),
        ({"date": "2025"}, {"date": "2025-09"}, 2),
        ({"date": "2025"}, {"date": "2025-09", "value": 5500}, 1),
        ({"subject": "Tessaro"}, {"subject": "Tessaro Cloud"}, 2),
        ({"subject": "Tessaro"}, {"subject": "Tessaro Cloud", "value": 5500}, 1),
    ],
)
def test_figures_contradict_each_other_only_of_one_subject_and_one_span(one, other, events):
    figure = {"subject": "Tessaro", "measure": "units", "value": 5500, "unit": "robots", "date": "2025"}
    told = [says("a", "metric", **figure | one), says("b", "metric", **figure | {"value": 4200} | other)]
    assert len(merged(*told)) == events


def test_the_pro_of_one_article_is_not_that_of_another():
    assert len(merged(says("a", "price", product="Pro", amount=usd(1)), says("b", "price", product="Pro"))) == 2


def test_what_was_raised_by_two_times_far_apart_is_two_figures():
    total = {"subject": "Brisk", "measure": "total_raised", "unit": "USD"}
    early, late = says("a", "metric", **total, value=80e6), says("b", "metric", **total, value=280e6)
    assert len(merged(early, late, a="2024-01-10", b="2026-01-12")) == 2


def test_a_kind_without_a_rule_merges_by_its_names():
    told = [
        says("a", "licence", company="Brisk", amount=usd(5)),
        says("b", "licence", company="Brisk", amount=usd(5)),
        says("c", "licence", company="Brisk", amount=usd(50)),
        says("d", "licence", company="Lumen", amount=usd(5)),
    ]
    assert len(merged(*told)) == 3


def test_the_order_of_articles_changes_nothing():
    told = [
        funding("a"),
        funding("b", amount=usd(100)),
        funding("c", round=None, date=None),
        funding("d", date="2023-01"),
    ]
    dates = {"a": "2025-09-09", "b": "2025-09-10", "c": "2025-10-01", "d": "2023-02-01"}
    assert len({repr(merged(*order, **dates)) for order in itertools.permutations(told)}) == 1


def test_a_later_article_leaves_the_id_of_an_event_as_it_is():
    (alone,) = merged(funding("a"), a="2025-09-09")
    (both,) = merged(funding("a"), funding("b", date=None), a="2025-09-09", b="2025-12-01")
    assert alone.event.id == both.event.id


def test_all_who_take_part_are_found_whatever_value_is_preferred():
    a = funding("a", investors=[{"name": "Tessaro Cloud"}])
    b = funding("b", investors=[{"name": "Tessaro"}])
    (event,) = merged(a, b)
    assert {("investors", "org-tessaro-cloud"), ("investors", "org-tessaro-group")} <= set(event.roles)


def test_the_rest_of_a_house_is_bought_in_a_takeover_of_its_own() -> None:
    first, rest = (
        says("a", "acquisition", buyer="Tessaro", target="Brisk", date="2024"),
        says("b", "acquisition", buyer="Tessaro", target="Brisk"),
    )
    told = [replace(s, quote=replace(s.quote, text=text)) for s, text in ((first, "80%"), (rest, "the remaining 20%"))]
    assert len(merged(*told, a="2024-05-01", b="2024-09-01")) == 2
