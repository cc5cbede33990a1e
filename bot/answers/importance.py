"""How much a piece of news matters: what it is, how large, how well supported, how recent, whom it is about."""

from __future__ import annotations

from datetime import date
from math import log2, log10

from bot.store.records import What

_KIND = {
    "acquisition": 3.0,
    "funding": 3.0,
    "ipo": 3.0,
    "deployment": 2.0,
    "launch": 2.0,
    "partnership": 2.0,
    "founding": 1.5,
    "price": 1.5,
    "role": 1.5,
    "plan": 1.0,
    "metric": 1.0,
    "forecast": 0.5,
    "statement": 0.5,
    "education": 0.0,
}
_OTHER = 1.5
"""What a kind that came later weighs until somebody says otherwise."""
_MONEY_MOVES = frozenset({"acquisition", "funding", "ipo", "deployment", "partnership"})
"""Kinds whose sum is paid by somebody; a forecast of trillions is none."""

_CHANGE: dict[What, float] = {
    "new": 0.0,
    "corroborated": -2.0,
    "corrected": 1.5,
    "conflicting": 1.5,
    "withdrawn": 1.0,
}
_WATCHED = 20.0
"""More than all else together: what is watched comes first."""
_POSTED = 2.0
_OLD, _VERY_OLD = 90, 365
"""Days between an event and the article that tells it, past which the article tells background, whatever the sum."""


def importance(
    what: What,
    kind: str,
    usd: float | None,
    articles: int,
    happened: date | None,
    told: date | None,
    watched: bool,
    posted: bool,
) -> float:
    """The larger, the earlier in a digest. `posted`: a change of something that was told there before."""
    value = _KIND.get(kind, _OTHER) + _CHANGE[what]
    age = (told - happened).days if happened is not None and told is not None else 0
    value -= 3.0 if age > _VERY_OLD else 1.5 if age > _OLD else 0.0
    if usd is not None and kind in _MONEY_MOVES and age <= _VERY_OLD:
        value += min(max(log10(max(usd, 1.0) / 1e6), 0.0), 5.0)
    value += 0.75 * log2(max(articles, 1))
    if watched:
        value += _WATCHED
    if posted and what in ("corrected", "conflicting", "withdrawn"):
        value += _POSTED
    return round(value, 3)
