"""Options of a command become the message that the other platforms send."""

from __future__ import annotations

import pytest

from bot.platforms.discord import phrasing


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((None, None, None, None, None), "/deal"),
        (("Figure", None, None, None, None), "/deal Figure"),
        (("Figure", "2024", "Series B", "500M", "funding"), "/deal Figure Series B funding rounds over $500M 2024"),
        ((None, "since 2025", None, None, "acquisition"), "/deal acquisitions since 2025"),
        ((None, None, "Seed", None, "ipo"), "/deal Seed round IPO"),
        (("  Fig\nure ", " Q1  2025 ", None, None, None), "/deal Fig ure Q1 2025"),
        (("/who x", None, None, None, None), "/deal who x"),
        (("Figure", "2024", None, None, None, "size", True), "/deal chart by size Figure 2024 csv"),
    ],
)
def test_deal(options: tuple[str | None, ...], message: str) -> None:
    assert phrasing.deal(*options) == message  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("minimum", "asked"),
    [
        ("500M", "over $500M"),
        ("$1b", "over $1B"),
        ("1.5 billion", "over $1.5 billion"),
        ("RMB 100 million", "over RMB 100 million"),
        ("€20m", "over €20M"),
        ("100 million yuan", "over 100 million yuan"),
        ("over 1,000,000", "over $1,000,000"),
        (">= $2 bn", "over $2BN"),
    ],
)
def test_a_minimum_is_in_dollars_where_no_currency_is_given(minimum: str, asked: str) -> None:
    assert phrasing.deal(None, None, None, minimum, None) == f"/deal {asked}"


@pytest.mark.parametrize(
    ("chart", "asked"),
    [
        ("month", "/deal chart by month Figure"),
        ("size", "/deal chart by size Figure"),
        ("total", "/deal chart totals Figure"),
    ],
)
def test_a_chart_is_asked_for_first(chart: str, asked: str) -> None:
    assert phrasing.deal("Figure", None, None, None, None, chart) == asked


@pytest.mark.parametrize("minimum", ["a lot", "-5", "1M or 2M", "$", "5M; drop"])
def test_an_unclear_minimum_is_refused(minimum: str) -> None:
    with pytest.raises(phrasing.Unclear, match="I cannot read that minimum"):
        phrasing.deal(None, None, None, minimum, None)


def test_the_others() -> None:
    assert phrasing.who("Brett Adcock", None) == "/who Brett Adcock"
    assert phrasing.who("Figure", "CEO") == "/who CEO of Figure"
    assert phrasing.timeline("Figure", "2025") == "/timeline Figure 2025"
    assert phrasing.timeline("Figure", None) == "/timeline Figure"
    assert phrasing.timeline("Figure", "2025", chart=True) == "/timeline chart Figure 2025"
    assert phrasing.timeline(None, "2025", chart=True) == "/timeline chart 2025"
    assert phrasing.map_("/Figure", None) == "/map Figure"
    assert phrasing.map_(None, None) == "/map"
    assert phrasing.ask(" /who  is it? ") == "/ask who is it?"
