"""No label is cut, none lies on another, all can be read: of every form, from one value to as many as there may be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.charts import layout as page
from bot.charts.columns import steps
from bot.charts.drawing import laid_out
from bot.charts.figures import compact
from bot.charts.layout import Rect, Stroke, wrapped
from bot.charts.links import ordered
from bot.charts.spec import (
    MOST_BARS,
    MOST_COLUMNS,
    MOST_MOMENTS,
    Bar,
    Bars,
    Chart,
    Column,
    Columns,
    Link,
    Map,
    Moment,
    Timeline,
)
from tests.charts.checking import contrast, faults
from tests.charts.samples import LONG, SAMPLES, UNBROKEN

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_laid_out_without_a_fault(name: str) -> None:
    assert faults(laid_out(SAMPLES[name])) == []


WORDS = st.text(max_size=60) | st.lists(st.sampled_from([*LONG.split(), UNBROKEN, "宇树", "Zürich"]), max_size=12).map(
    " ".join
)
VALUES = st.floats(0, 1e13) | st.sampled_from([0.0, 1.0, 1e9])
NOTES = st.lists(WORDS, max_size=3).map(tuple)
BARS = st.builds(
    Bars, WORDS, WORDS, st.lists(st.builds(Bar, WORDS, VALUES, WORDS), min_size=1, max_size=MOST_BARS).map(tuple), NOTES
)
COLUMN = st.builds(Column, st.sampled_from(["Jan", "Q3", "2025", ""]), st.sampled_from(["", "2024", "2025"]), VALUES)
COLUMNS = st.builds(
    Columns, WORDS, WORDS, st.sampled_from(["$", "CNY ", "€"]),
    st.lists(COLUMN, min_size=1, max_size=MOST_COLUMNS).map(tuple), NOTES,
)  # fmt: skip


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    start = draw(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    end = start + timedelta(draw(st.sampled_from([0, 0, 30, 364])))
    lane = draw(st.sampled_from(["Funding", "People", "Partnerships", "Figures, plans"]))
    return Moment(lane, start.isoformat(), end.isoformat(), draw(WORDS), draw(WORDS))


TIMELINES = st.builds(Timeline, WORDS, WORDS, st.lists(moments(), min_size=1, max_size=MOST_MOMENTS).map(tuple), NOTES)


@FEW
@given(BARS | COLUMNS | TIMELINES)
def test_whatever_names_and_figures_are(chart: Chart) -> None:
    assert faults(laid_out(chart)) == []


def test_bars_are_as_long_as_their_values_say() -> None:
    chart = Bars("T", "", (Bar("a", 100, "100"), Bar("b", 50, "50"), Bar("c", 0, "0")))
    long = [shape.width for shape in laid_out(chart).shapes if isinstance(shape, Rect)]
    assert len(long) == 2, "nothing is drawn for zero"
    assert long[1] == pytest.approx(long[0] / 2)


def test_columns_start_at_zero_and_are_as_tall_as_their_values_say() -> None:
    chart = Columns("T", "", "$", (Column("a", "", 3e6), Column("b", "", 6e6), Column("c", "", 0)))
    tall = [shape for shape in laid_out(chart).shapes if isinstance(shape, Rect)]
    assert tall[1].height == pytest.approx(2 * tall[0].height)
    assert tall[0].y + tall[0].height == pytest.approx(tall[1].y + tall[1].height)


@pytest.mark.parametrize("top", [1, 7.3, 99, 100, 1.4e9, 2e9, 5.39e9])
def test_a_scale_goes_from_zero_over_the_top_in_few_even_steps(top: float) -> None:
    scale = steps(top)
    assert scale[0] == 0
    assert scale[-2] < top <= scale[-1] * 1.001
    assert 3 <= len(scale) <= 7
    assert scale[2] == pytest.approx(2 * scale[1])


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (12, "12"),
        (999, "999"),
        (1000, "1K"),
        (999_999, "1M"),
        (23.5e6, "23.5M"),
        (1.234e9, "1.23B"),
        (2e12, "2T"),
    ],
)
def test_figures_in_little_room(value: float, shown: str) -> None:
    assert compact(value) == shown


def test_marks_of_one_lane_do_not_touch() -> None:
    day = Moment("Funding", "2025-03-01", "2025-03-01", "1 March 2025", "x")
    layout = laid_out(Timeline("T", "", (day,) * 12))
    numbers = [text for text in layout.texts if text.on == page.BLUE][:12]
    assert [text.text for text in numbers] == [str(n) for n in range(1, 13)]
    assert len({text.y for text in numbers}) == 12


def test_a_year_is_drawn_as_long_as_it_is() -> None:
    told = (Moment("A", "2024-01-01", "2024-12-31", "2024", "x"), Moment("A", "2025-06-01", "2025-06-01", "June", "y"))
    (long,) = [shape for shape in laid_out(Timeline("T", "", told)).shapes if isinstance(shape, Rect)]
    assert long.width > 300


def test_the_sides_of_a_map_are_ordered_so_that_links_do_not_cross() -> None:
    links = tuple(Link(n, 4 - n) for n in range(5))
    left, right = ordered(Map("T", "", ("l", "r"), tuple("abcde"), tuple("vwxyz"), links))
    assert [4 - n for n in left] == right


def test_links_that_led_are_thicker() -> None:
    chart = Map("T", "", ("l", "r"), ("a", "b"), ("c",), (Link(0, 0, True), Link(1, 0)))
    widths = {stroke.width for stroke in laid_out(chart).shapes if isinstance(stroke, Stroke)}
    assert widths == {1.8, 3.0}


@pytest.mark.parametrize(
    ("text", "lines", "cut"),
    [("", 0, False), ("word", 1, False), (LONG, 4, False), (UNBROKEN, 5, False), (f"{LONG} " * 4, 6, True)],
)
def test_text_is_wrapped_within_its_room(text: str, lines: int, cut: bool) -> None:
    made = wrapped(text, 330, 20, most=6)
    assert len(made) == lines
    assert all(page.width(line, 20) <= 330 for line in made)
    assert cut or "".join(made).replace(" ", "") == text.replace(" ", ""), "nothing is lost"
    assert "".join(made).endswith("…") == cut


@pytest.mark.parametrize("colour", [page.INK, page.QUIET, page.BLUE, page.GREEN, page.BROWN])
def test_what_is_drawn_stands_out_from_the_ground(colour: str) -> None:
    assert contrast(colour, page.GROUND) >= 4.5
