"""What a build brought against the one before."""

from __future__ import annotations

import pytest

from bot.knowledge.changes import Seen, differences, in_words
from bot.model.event import EventValue
from bot.model.statement import slots_from_json
from tests.knowledge.telling import merged, says, usd


def seen(*told, **published):
    articles = {s.id: s.article for s in told}
    return [
        Seen(k.event, frozenset(articles[s] for s in k.event.statements), frozenset(k.roles), k.event.kind)
        for k in merged(*told, **published)
    ]


A = says("a", "funding", company="Brisk", round="Seed", amount=usd(10), date="2025-09-08")
AGAIN = says("b", "funding", company="Brisk", round="Seed", amount=usd(10), date="2025-09-08")
AGAINST = says("b", "funding", company="Brisk", round="Seed", amount=usd(14), date="2025-09-08")
REVISED = says("a2", "funding", company="Brisk", round="Seed", amount=usd(12), date="2025-09-08")
OTHER = says("c", "ipo", company="Lumen Co", date="2026")


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ([A], [A], []),
        ([A], [A, OTHER], [("new", "ipo", "")]),
        ([A, OTHER], [A], [("withdrawn", "ipo", "")]),
        ([A], [A, AGAIN], [("corroborated", "funding", "")]),
        ([A], [A, AGAINST], [("conflicting", "funding", "amount"), ("corroborated", "funding", "")]),
        ([A], [REVISED], [("corrected", "funding", "amount")]),
        ([], [A], [("new", "funding", "")]),
    ],
)
def test_differences(before, now, expected):
    found = differences(seen(*before), seen(*now))
    assert [(d.what, d.kind, d.slot) for d in found] == expected


def test_a_correction_tells_both_values():
    (change,) = differences(seen(A), seen(REVISED))
    assert (change.before, change.after) == ("10,000,000 USD", "12,000,000 USD")
    assert change.entities == ("org-brisk",)


def test_an_event_that_is_gone_is_told_in_words() -> None:
    told = {
        "subject": "Quillon", "measure": "employees", "value": 1200.0, "unit": "people", "date": "2025",
        "approximate": True,
    }  # fmt: skip
    values = [EventValue(slot, value, "preferred", ("s",)) for slot, value in slots_from_json(told).items()]
    values.append(EventValue("value", 900.0, "deprecated", ("t",)))
    assert in_words("metric", values) == "metric: Quillon: employees, 1,200, people, 2025"
    raised = slots_from_json({"company": "Quillon", "amount": {"value": 21.5e6, "currency": "USD"}})
    values = [EventValue(slot, value, "preferred", ("s",)) for slot, value in raised.items()]
    assert in_words("funding", values) == "funding: Quillon: 21,500,000 USD"
