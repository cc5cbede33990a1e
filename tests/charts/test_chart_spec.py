"""Charts as JSON, their limits, and their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.charts.alt import MOST, in_words
from bot.charts.spec import (
    MOST_BARS,
    BadSpec,
    Bar,
    Bars,
    Chart,
    Column,
    Columns,
    Link,
    Map,
    Moment,
    Timeline,
    check,
    from_json,
    to_json,
)
from tests.charts.samples import SAMPLES

BAR = Bar("Quillon", 120e6, "$120 million")
BARS = Bars("What Quillon raised", "1 told in US dollars", (BAR,), ("Not drawn: 1 without a sum.",))
COLUMNS = Columns("Rounds by month", "in dollars", "$", (Column("Mar", "2025", 152e6), Column("Apr", "2025", 0)))
TIMELINE = Timeline(
    "Timeline of Tallow", "", (Moment("Funding", "2024-02-01", "2024-02-29", "February 2024", "raised"),)
)
MAP = Map("Who backed whom", "", ("I", "C"), ("Bexley", "Ostrel"), ("Tallow",), (Link(0, 0, True), Link(1, 0)))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_chart_comes_back_as_it_went(name: str) -> None:
    assert from_json(to_json(SAMPLES[name])) == SAMPLES[name]


@pytest.mark.parametrize(
    ("chart", "told"),
    [
        (replace(BARS, bars=()), "1 to 30 bars, not 0"),
        (replace(BARS, bars=(BAR,) * (MOST_BARS + 1)), "not 31"),
        (replace(BARS, bars=(Bar("a", -1, ""),)), "not a figure"),
        (replace(BARS, title="x" * 401), "not a text"),
        (replace(BARS, notes=(None,)), "not a text"),
        (replace(COLUMNS, columns=(Column("a", "", True),)), "not a figure"),
        (replace(TIMELINE, moments=(Moment("a", "2025-02-01", "2025-01-01", "", ""),)), "ends before it starts"),
        (replace(MAP, links=(Link(0, 1),)), "not there: 0 to 1"),
        (replace(MAP, links=(Link(-1, 0),)), "not there: -1 to 0"),
    ],
)
def test_what_cannot_be_drawn_is_refused(chart: Chart, told: str) -> None:
    with pytest.raises(BadSpec, match=told):
        check(chart)


@pytest.mark.parametrize(
    ("chart", "words"),
    [
        (
            BARS,
            "Bar chart: What Quillon raised. 1 told in US dollars. Quillon: $120 million. Not drawn: 1 without a sum.",
        ),
        (COLUMNS, "Column chart: Rounds by month. in dollars. Mar 2025: $152M."),
        (TIMELINE, "Timeline of Tallow. February 2024: raised."),
        (MAP, "Map: Who backed whom. Tallow: Bexley (lead), Ostrel."),
    ],
)
def test_a_chart_in_words_tells_its_figures(chart: Chart, words: str) -> None:
    assert in_words(chart) == words


@pytest.mark.parametrize("name", SAMPLES)
def test_the_words_fit_everywhere(name: str) -> None:
    words = in_words(SAMPLES[name])
    assert 20 < len(words) <= MOST
    assert len(words) < 900 or "more" in words or "Not drawn" in words or len(words) <= MOST


def test_what_has_no_room_is_counted() -> None:
    chart = Bars("T", "", tuple(Bar(f"Company number {n}", 1, "$1 million") for n in range(30)))
    words = in_words(chart, 300)
    shown = words.count("$1 million")
    assert 5 < shown < 30
    assert words.endswith(f" … and {30 - shown} more.")
