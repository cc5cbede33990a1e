"""What is to be drawn, as plain data: four forms of charts, their JSON and their limits."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from math import isfinite
from typing import Any, Literal

MOST_BARS = 30
MOST_COLUMNS = 40
MOST_MOMENTS = 24
MOST_NODES = 24
"""Of each side of a map."""
MOST_LINKS = 120
LONGEST = 400
"""Characters of one text."""

Tone = Literal["", "sum", "stated"]


class BadSpec(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """What was given cannot be drawn; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class Bar:
    """`shown` is the value in words. `tone` sets a sum and what articles state as a sum apart from single values."""

    label: str
    value: float
    shown: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Values one below the other, each with its name."""

    title: str
    subtitle: str
    bars: tuple[Bar, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """`label` stands below it, `group` below all neighbours of the same group (the year of months)."""

    label: str
    group: str
    value: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Values in the order of time. `unit` stands before a figure: `$`, `CNY `."""

    title: str
    subtitle: str
    unit: str
    columns: tuple[Column, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """`start` and `end` are ISO days, the same for a day; `shown` is the date as it was told."""

    lane: str
    start: str
    end: str
    shown: str
    text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened when, to scale, in lanes, with a numbered key."""

    title: str
    subtitle: str
    moments: tuple[Moment, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """From the name at `left` to the name at `right`, counted from 0."""

    left: int
    right: int
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """Names at two sides and the links between them."""

    title: str
    subtitle: str
    heads: tuple[str, str]
    left: tuple[str, ...]
    right: tuple[str, ...]
    links: tuple[Link, ...]
    notes: tuple[str, ...] = ()


Chart = Bars | Columns | Timeline | Map

_FORMS: dict[str, type[Chart]] = {"bars": Bars, "columns": Columns, "timeline": Timeline, "map": Map}


def to_json(chart: Chart) -> str:
    """One line; the same chart gives the same line."""
    form = next(name for name, kind in _FORMS.items() if isinstance(chart, kind))
    return json.dumps({"form": form, **asdict(chart)}, ensure_ascii=False, sort_keys=True, allow_nan=False)


def from_json(text: str | bytes) -> Chart:
    """The chart of a line; BadSpec where it is none or too large."""
    try:
        raw = json.loads(text)
        chart = _read(raw)
    except BadSpec:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadSpec(f"not a chart: {type(error).__name__}: {error}") from None
    check(chart)
    return chart


def _read(raw: Mapping[str, Any]) -> Chart:
    form = raw["form"]
    shared: dict[str, Any] = {
        "title": raw["title"],
        "subtitle": raw["subtitle"],
        "notes": tuple(raw.get("notes", ())),
    }
    if form == "bars":
        return Bars(**shared, bars=tuple(Bar(**bar) for bar in raw["bars"]))
    if form == "columns":
        return Columns(**shared, unit=raw["unit"], columns=tuple(Column(**one) for one in raw["columns"]))
    if form == "timeline":
        return Timeline(**shared, moments=tuple(Moment(**one) for one in raw["moments"]))
    if form == "map":
        first, second = raw["heads"]
        links = tuple(Link(**one) for one in raw["links"])
        return Map(**shared, heads=(first, second), left=tuple(raw["left"]), right=tuple(raw["right"]), links=links)
    raise BadSpec(f"there is no form {form!r}: {', '.join(_FORMS)}")


def check(chart: Chart) -> None:
    """BadSpec for what is empty, too large or of the wrong type."""
    _texts(chart.title, chart.subtitle, *chart.notes)
    if isinstance(chart, Bars):
        _count("bars", len(chart.bars), MOST_BARS)
        _texts(*(text for bar in chart.bars for text in (bar.label, bar.shown)))
        _values(*(bar.value for bar in chart.bars))
    elif isinstance(chart, Columns):
        _count("columns", len(chart.columns), MOST_COLUMNS)
        _texts(chart.unit, *(text for one in chart.columns for text in (one.label, one.group)))
        _values(*(one.value for one in chart.columns))
    elif isinstance(chart, Timeline):
        _count("moments", len(chart.moments), MOST_MOMENTS)
        _texts(*(text for one in chart.moments for text in (one.lane, one.shown, one.text)))
        for one in chart.moments:
            if date.fromisoformat(one.end) < date.fromisoformat(one.start):
                raise BadSpec(f"a moment ends before it starts: {one.start} to {one.end}")
    else:
        _count("names", max(len(chart.left), len(chart.right)), MOST_NODES)
        _count("links", len(chart.links), MOST_LINKS)
        _texts(*chart.heads, *chart.left, *chart.right)
        for link in chart.links:
            if not (0 <= link.left < len(chart.left) and 0 <= link.right < len(chart.right)):
                raise BadSpec(f"a link to a name that is not there: {link.left} to {link.right}")


def _count(what: str, many: int, most: int) -> None:
    if not 1 <= many <= most:
        raise BadSpec(f"a chart has 1 to {most} {what}, not {many}")


def _texts(*texts: object) -> None:
    for text in texts:
        if not isinstance(text, str) or len(text) > LONGEST:
            raise BadSpec(f"not a text of at most {LONGEST} characters: {str(text)[:40]!r}")


def _values(*values: object) -> None:
    for value in values:
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value) or value < 0:
            raise BadSpec(f"not a figure that can be drawn: {str(value)[:40]}")
