"""Charts of every form: ordinary ones, the smallest, the largest, and what names can be at their worst."""

from __future__ import annotations

from bot.charts.spec import (
    MOST_BARS,
    MOST_COLUMNS,
    MOST_MOMENTS,
    MOST_NODES,
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

LONG = "The Extraordinarily Long Named Robotics and Embodied Intelligence Research Company of the Eastern Provinces"
UNBROKEN = "Quillonroboticsandembodiedintelligence" * 4
CHINESE = "穹彻智能"
NAMES = ("Quillon", LONG, "Ångström Łódź Ærø", UNBROKEN, CHINESE, "Q", f"{CHINESE} Robotics", "Ø. & Søn — “Æ”")


def bars(count: int, value: float = 1e6) -> Bars:
    made = tuple(
        Bar(
            NAMES[n % len(NAMES)],
            value * (n + 1) ** 3,
            f"about ${(n + 1) ** 3:,} million",
            ("", "sum", "stated")[n % 3],
        )  # type: ignore[arg-type]
        for n in range(count)
    )
    return Bars(f"Rounds of {LONG}", "4 told in US dollars", made, (f"Not drawn: {count} told in yuan.", LONG * 3))


def columns(count: int, spiky: bool) -> Columns:
    made = tuple(
        Column(f"{('Jan', 'May', 'Sep')[n % 3]}", str(2015 + n // 3), 0 if spiky and n % 4 else 1e6 * (n % 7 + 1) ** 4)
        for n in range(count)
    )
    return Columns("Rounds by month", "in yuan", "CNY ", made, ("A note.",))


def timeline(count: int, near: bool) -> Timeline:
    made = []
    for n in range(count):
        year = 2020 if near else 1990 + 2 * n
        start = f"{year}-01-01" if n % 3 else f"{year}-03-0{n % 9 + 1}"
        end = f"{year}-12-31" if n % 3 else start
        text = f"{NAMES[n % len(NAMES)]} and others work together: {LONG}"
        made.append(Moment(("Funding", "People", "In use")[n % 3], start, end, f"around September {year}", text))
    return Timeline("Timeline", "", tuple(made), ("A long mark: only the year is told.",))


def network(left: int, right: int) -> Map:
    links = tuple(Link(n % left, (n * 7) % right, n % 5 == 0) for n in range(max(left, right)))
    return Map(
        "Who backed whom", "all years", ("Investors", "Companies"),
        tuple(f"{NAMES[n % len(NAMES)]} {n}" for n in range(left)),
        tuple(f"{NAMES[(n + 3) % len(NAMES)]} {n}" for n in range(right)), links, ("A thick line: it led the round.",),
    )  # fmt: skip


SAMPLES: dict[str, Chart] = {
    "one bar": bars(1),
    "nothing but zeros": bars(3, 0.0),
    "five bars": bars(5),
    "most bars": bars(MOST_BARS),
    "one column": columns(1, spiky=False),
    "columns": columns(12, spiky=False),
    "most columns": columns(MOST_COLUMNS, spiky=False),
    "columns with gaps": columns(MOST_COLUMNS, spiky=True),
    "one moment": timeline(1, near=True),
    "moments of one year": timeline(MOST_MOMENTS, near=True),
    "moments of decades": timeline(MOST_MOMENTS, near=False),
    "one link": network(1, 1),
    "one investor": network(1, MOST_NODES),
    "one company": network(MOST_NODES, 1),
    "most nodes": network(MOST_NODES, MOST_NODES),
}
