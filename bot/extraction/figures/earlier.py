"""The period before: of which time the older of two figures is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.extraction.figures.figures import Figure
from bot.model.when import When

_EARLIER = re.compile(
    r"\b(?:a year (?:earlier|ago|before)|the year before|the (?:previous|prior|preceding) year|"
    r"the year earlier|last year|(?:year-ago|year-earlier|prior[- ]year|previous-year)|"
    r"(?:same|corresponding|comparable) (?:quarter|period|half) (?:of )?(?:last|the previous|the prior|a) year)\b"
)


def year_before(figure: Figure, when: When | None, *, told: bool = False) -> When | None:
    """The year that "from 5 million the year before" speaks of, where the newer figure's year is known.

    `told` says without such words that a figure is of the year before.
    """
    around = re.sub(r"<d(\d+)>", lambda m: figure.stretch.dates[int(m[1])].text, figure.after[:40] + figure.before)
    if when is not None and (told or _EARLIER.search(around.lower())):
        return replace(when, start=_year_earlier(when.start), end=_year_earlier(when.end))
    return None


def _year_earlier(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)
