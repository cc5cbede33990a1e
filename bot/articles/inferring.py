"""When an undated article was probably written. Only strong hints count: a wrong one misdates the rest."""

from __future__ import annotations

import re

from bot.articles.dating import FULL_DATE, full_date
from bot.model.when import When

_LOOK = 60_000
_YEAR = re.compile(r"(?<![\d.,$€£¥#-])(?P<y>(?:19[89]|20[0-4])\d)(?![\d%]|[.,]\d)")
_AHEAD = re.compile(
    r"\b(?:by|until|till|through|before|towards?|will|would|could|plans?|planned|expects?|expected|aims?|targets?|scheduled|"
    r"due|slated|forecasts?|predicts?|projected|estimates?|goal|intends?|hopes?|from)\b[^.!?。]{0,60}\Z"
    r"|(?:将|预计|计划|目标|到|至|争取|有望|拟|自|从)[^。！？]{0,20}\Z",
    re.IGNORECASE,
)
_AHEAD_AFTER = re.compile(
    r"\A[^.!?。]{0,25}\b(?:will|is expected|is due|is to|target|goal|forecast)\b"
    r"|\A年?(?:前|之前|将)"
)
_NOW = re.compile(r"\b(?:this year|last year|last month)\b|今年|去年|上月", re.IGNORECASE)
_BACK = re.compile(r"(?:\b(?:as early as|as far back as|back in)|早在)\s*\Z", re.IGNORECASE)


def inferred_date(text: str) -> When | None:
    """The month of the latest day told as past; else the year after an "as early as 2024" beside a "this year".

    No day is ever claimed, and years alone are no hint: most articles tell older history than they are themselves.
    """
    text = text[:_LOOK]
    years = [(int(m["y"]), m) for m in _YEAR.finditer(text) if not _is_ahead(text, m)]
    latest_year = max((year for year, _ in years), default=0)
    days = [d for m in FULL_DATE.finditer(text) if not _is_ahead(text, m) and (d := full_date(m))]
    latest = max((d.start for d in days), default=None)
    if latest is not None and latest.year >= latest_year:
        return When.month(latest.year, latest.month)
    latest_years = (m for year, m in years if year == latest_year)
    looks_back = any(_BACK.search(text[max(0, m.start() - 30) : m.start()]) for m in latest_years)
    return When.year(latest_year + 1) if looks_back and _NOW.search(text) else None


def _is_ahead(text: str, match: re.Match[str]) -> bool:
    """Told as future or as a span's beginning: a plan, a forecast, a deadline."""
    before = text[max(0, match.start() - 90) : match.start()]
    return bool(_AHEAD.search(before) or _AHEAD_AFTER.search(text[match.end() : match.end() + 40]))
