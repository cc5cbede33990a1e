"""The options of a command put together to the message that the other platforms would send."""

from __future__ import annotations

import re

CHARTS = {"month": "chart by month", "size": "chart by size", "total": "chart totals"}
KINDS = {"funding": "funding rounds", "acquisition": "acquisitions", "ipo": "IPO"}

ROUNDS = (
    "Pre-Seed", "Seed", "Angel", "Pre-A", "Series A", "Series A+", "Series B", "Series B+", "Series C", "Series C+",
    "Series D", "Series E", "Series F", "Pre-IPO", "Strategic",
)  # fmt: skip

_SUM = re.compile(
    r"(?P<sign>US\$|HK\$|[$€£¥₩]|USD|EUR|GBP|RMB|CNY|JPY|KRW)?\s{0,9}(?P<number>\d[\d,]{0,30}(?:\.\d+)?)\s{0,9}"
    r"(?P<scale>k|thousand|m|mn|mln|million|b|bn|billion|t|tn|trillion|万|亿)?\s{0,9}"
    r"(?P<after>USD|EUR|GBP|RMB|CNY|JPY|KRW|dollars?|euros?|yuan|won)?",
    re.IGNORECASE,
)


class Unclear(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """An option that cannot be understood; the message is one line for the person who gave it."""


def deal(
    entity: str | None,
    period: str | None,
    round: str | None,
    minimum: str | None,
    kind: str | None,
    chart: str | None = None,
    table: bool = False,
) -> str:
    """`/deal` with what was given, in an order in which it reads."""
    asked = [
        CHARTS.get(chart or "", ""),
        _one(entity),
        _round(round),
        KINDS.get(kind or "", ""),
        _minimum(minimum),
        _one(period),
        "csv" if table else "",
    ]
    return " ".join(("/deal", *filter(None, asked)))


def who(entity: str | None, post: str | None) -> str:
    """`/who` for a person, a company's people, or a post there."""
    name, held = _one(entity), _one(post)
    return " ".join(("/who", *filter(None, (f"{held} of {name}" if held and name else held or name,))))


def timeline(entity: str | None, period: str | None, chart: bool = False) -> str:
    return " ".join(("/timeline", *filter(None, ("chart" if chart else "", _one(entity), _one(period)))))


def map_(entity: str | None, period: str | None) -> str:
    return " ".join(("/map", *filter(None, (_one(entity), _one(period)))))


def ask(question: str) -> str:
    return f"/ask {_one(question)}"


def _one(text: str | None) -> str:
    """An option on one line; a slash at its start would be another command."""
    return " ".join((text or "").split()).lstrip("/ ")


def _round(text: str | None) -> str:
    named = _one(text)
    return f"{named} round" if named and not re.search(r"(?i)series|round|轮", named) else named


def _minimum(text: str | None) -> str:
    given = _one(text)
    if not given:
        return ""
    met = _SUM.fullmatch(re.sub(r"(?i)^(?:over|more than|at least|>=?)\s*", "", given))
    if met is None:
        raise Unclear("I cannot read that minimum: write it like 500M, $1B or RMB 100 million.")
    sign = met["sign"] or ("" if met["after"] else "$")
    gap = " " if sign[-1:].isalpha() else ""
    scale = f" {met['scale']}" if met["scale"] and len(met["scale"]) > 2 else (met["scale"] or "").upper()
    return f"over {sign}{gap}{met['number']}{scale}{' ' + met['after'] if met['after'] else ''}"
