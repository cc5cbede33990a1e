"""Events asked for by who, what, when and how much, and all that is told of them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.model.money import Money
from bot.model.statement import Investor
from bot.model.when import When
from bot.store.read import EventQuery
from tests.store.shelf import CLOUD, HOTELS, OKAFOR, QUILLON, RAISED, RAISED_TOO, RUNS, X, content

SINCE_2024 = When(date(2024, 1, 1), date(2024, 12, 31), "year", open="after")
BEFORE_2021 = When(date(2021, 1, 1), date(2021, 12, 31), "year", open="before")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (EventQuery(), {"round", "post", "use"}),
        (EventQuery(kinds=("funding",)), {"round"}),
        (EventQuery(kinds=("funding", "role")), {"round", "post"}),
        (EventQuery(entities=(QUILLON.id,)), {"round", "post", "use"}),
        (EventQuery(entities=(QUILLON.id, X.id)), {"round", "use"}),
        (EventQuery(entities=(QUILLON.id, X.id, OKAFOR.id)), set()),
        (EventQuery(any_entities=(OKAFOR.id, CLOUD.id)), {"round", "post"}),
        (EventQuery(roles={"investors": X.id}), {"round"}),
        (EventQuery(roles={"investors": X.id, "company": QUILLON.id}), {"round"}),
        (EventQuery(roles={"company": X.id}), set()),
        (EventQuery(period=When.year(2025)), {"round", "use"}),
        (EventQuery(period=When.month(2025, 10)), {"use"}),
        (EventQuery(period=SINCE_2024), {"round", "use"}),
        (EventQuery(period=BEFORE_2021), {"post"}),
        (EventQuery(min_usd=140e6), {"round"}),
        (EventQuery(min_usd=141e6), set()),
        (EventQuery(max_usd=141e6), {"round"}),
        (EventQuery(round="a+"), {"round"}),
        (EventQuery(round="A+轮"), {"round"}),
        (EventQuery(round="Series A"), set()),
        (EventQuery(measures=("total_raised",)), set()),
        (EventQuery(text={"title": "ceo"}), {"post"}),
        (EventQuery(text={"title": "c%o"}), set()),
        (EventQuery(kinds=("role' OR 1=1 --",)), set()),
        (EventQuery(disputed=True), {"round"}),
        (EventQuery(disputed=True, kinds=("role",)), set()),
        (EventQuery(limit=0), set()),
    ],
)
def test_all_that_is_given_must_hold(facts, query, expected):
    assert {e.id.removeprefix("event-") for e in facts.events(query)} == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("newest", ["use", "round", "post"]),
        ("oldest", ["post", "round", "use"]),
        ("largest", ["round", "use", "post"]),
    ],
)
def test_orders(facts, order, expected):
    assert [e.id.removeprefix("event-") for e in facts.events(EventQuery(order=order))] == expected


def test_limit_keeps_the_first(facts):
    assert [e.id for e in facts.events(EventQuery(order="oldest", limit=1))] == ["event-post"]


def test_an_event_comes_back_as_it_was_written(facts):
    written = {row.event.id: row.event for row in content().events}
    assert {e.id: e.event for e in facts.events(EventQuery())} == written


def test_what_is_told_of_an_event(facts):
    event = facts.event("event-round")
    assert event.date == When.day(date(2025, 9, 8))
    assert (event.said_first, event.said_last, event.usd) == ("2025-09-09", "2025-10-01", 140e6)
    assert [event.name(i) for i in (QUILLON.id, CLOUD.id, "nobody")] == ["Quillon Robotics", "Tessaro Cloud", "nobody"]
    assert [s.id for s in event.statements] == [RAISED.id, RAISED_TOO.id]


def test_a_statement_keeps_its_own_words_its_quote_and_its_article(facts):
    first = facts.event("event-round").statements[0]
    assert dict(first.slots) == dict(RAISED.slots)
    assert first.slots["investors"] == (Investor("Tessaro Cloud", True), Investor("X"))
    assert dict(first.entities) == {"company": (QUILLON.id,), "investors": (CLOUD.id, X.id)}
    assert first.quote == first.citation.quote == "Quillon Robotics raised $140 million."
    assert (first.citation.source, first.citation.published) == ("one.md", "2025-09-09")
    assert first.citation.url == "https://example.org/one.md"
    assert (first.citation.publisher, first.citation.title) == ("The Paper", "Title of one.md")


def test_dates_and_ranges_survive_as_told(facts):
    post, deal = facts.event("event-post"), facts.event("event-round")
    assert post.statements[0].slots["start"] == RUNS.slots["start"] == post.date
    assert deal.statements[1].slots["amount"] == Money(100e6, "USD", True, 120e6)


def test_who_said_a_value(facts):
    event = facts.event("event-round")
    preferred, other = event.event.conflicting("amount")
    assert [s.citation.source for s in event.supporting(preferred)] == ["one.md"]
    assert [s.citation.source for s in event.supporting(other)] == ["two.md"]


def test_conflicts_are_listed_compatible_values_are_not(facts):
    (conflict,) = facts.conflicts()
    assert (conflict.event.id, conflict.slot) == ("event-round", "amount")
    assert [v.value.value for v in conflict.values] == [140e6, 100e6]


def test_counts_and_changes(facts):
    expected = {"articles": 2, "facts": 4, "events": 3, "entities": 5, "passages": 5, "conflicts": 1}
    assert facts.counts() == expected
    (change,) = facts.changes()
    assert (change.what, change.event, change.after, change.entities) == (
        "new",
        "event-round",
        "a round",
        (QUILLON.id, X.id),
    )


def test_unknown_ids_are_nothing(facts):
    assert facts.event("event-none") is None
    assert facts.entity("org-none") is None
    assert facts.entity(HOTELS.id).name == "hotels"
