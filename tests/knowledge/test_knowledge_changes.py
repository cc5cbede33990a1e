"""What a build brought against the one before."""

from __future__ import annotations

import pytest

from bot.knowledge.changes import Seen, differences
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
    assert (change.before, change.after) == ("10000000 USD", "12000000 USD")
    assert change.entities == ("org-brisk",)
