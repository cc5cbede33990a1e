"""What counts as the same value."""

from __future__ import annotations

from typing import Any

import pytest

from bot.evaluation.compare import Names, bare, equal, fold, similar, stem

ACME = Names({"Acme Robotics": ["Acme", "阿克米"], "Harbor Lane Ventures": ["Harbor Lane"]})


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Acme’s  Robot", "acme robot"),
        ("AT&T", "at&t"),
        ("Series A+", "series a+"),
        ("(Ｆｕｌｌ) width", "full width"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Acme Robotics Co., Ltd.", "acme"),
        ("The Acme Group", "acme"),
        ("Robotics AI", "robotics ai"),  # nothing else would be left
    ],
)
def test_bare(name: str, short: str) -> None:
    assert bare(name) == short


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("acme robotics", "Acme Robotics"),
        ("Acme, Inc.", "Acme Robotics"),
        ("阿克米", "Acme Robotics"),
        ("Harbor Lane", "Harbor Lane Ventures"),
        ("Quillon Robotics", "quillon"),
    ],
)
def test_names(name: str, of: str) -> None:
    assert ACME.key(name) == of


@pytest.mark.parametrize(
    ("slot", "pred", "gold", "same"),
    [
        ("company", "Acme", "Acme Robotics", True),
        ("company", "Acne", "Acme Robotics", False),
        ("amount", {"value": 100, "currency": "USD"}, {"value": 101, "currency": "USD"}, True),
        ("amount", {"value": 100, "currency": "USD"}, {"value": 102, "currency": "USD"}, False),
        ("amount", {"value": 100, "currency": "USD"}, {"value": 100, "currency": "EUR"}, False),
        ("amount", {"value": 100}, {"value": 100, "currency": "EUR"}, True),
        ("amount", 100, {"value": 100, "currency": "USD"}, False),
        ("amount", {"value": "much", "currency": "USD"}, {"value": 100, "currency": "USD"}, False),
        ("date", "2025-09-08", "2025-09", True),
        ("date", "2025", "2025-09", True),
        ("date", "2025-08", "2025-09", False),
        ("date", "202", "2025", False),
        ("value", 5168, 5200, True),
        ("value", 5000, 5200, False),
        ("value", "7e12", 7000000000000, True),
        ("value", "many", "Many", True),
        ("unit", "robots", "units", True),
        ("unit", "%", "percent", True),
        ("unit", "USD", "CNY", False),
        ("round", "A+ round", "Series A+", True),
        ("round", "A+轮", "A+", True),
        ("round", "Pre-A", "pre A", True),
        ("round", "A", "A+", False),
        ("title", "CEO", "chief executive officer", True),
        ("title", "co-founder and CTO", "cofounder", True),
        ("title", "chairman", "CEO", False),
        ("round", "B", {"any": ["A", "B"]}, True),
        ("round", "C", {"any": ["A", "B", None]}, False),
        ("round", "C", None, False),
    ],
)
def test_equal(slot: str, pred: Any, gold: Any, same: bool) -> None:
    assert equal(slot, pred, gold, ACME) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("spending on AI infrastructure", "AI infrastructure", True),
        ("AI", " ".join(["AI", *(f"word{n}" for n in range(10))]), False),  # a whole page is no topic
        ("机器人团队", "机器人小组", False),
        ("具身智能机器人", "具身智能", True),
        ("the", "The!", True),
    ],
)
def test_similar(a: str, b: str, same: bool) -> None:
    assert similar(a, b) is same


@pytest.mark.parametrize("name", ["a/b/x.md", "x.txt", "x.html", "x.htm", "x.json", "x"])
def test_stem(name: str) -> None:
    assert stem(name) == "x"
