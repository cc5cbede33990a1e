"""When and of what a channel wants its digest, read from a message and told again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.answers.asked.narrowing import narrowing
from bot.answers.text import echo
from bot.answers.view import joined
from bot.digests.schedule import Every, zone_of
from bot.grammar.patterns import Pattern
from bot.locales import LANGUAGES, forms
from bot.locales import language as language_of
from bot.model.money import Money
from bot.state.subscriptions import Subscription

EVERY: dict[str, Every] = {"daily": "day", "weekly": "week", "monthly": "month"}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_KINDS: dict[str, tuple[str, ...]] = {
    "deals": ("funding", "acquisition", "ipo"),
    "funding": ("funding",),
    "rounds": ("funding",),
    "acquisitions": ("acquisition",),
    "listings": ("ipo",),
    "people": ("role", "education", "founding"),
    "partnerships": ("partnership",),
    "products": ("launch", "price", "deployment"),
    "launches": ("launch",),
    "deployments": ("deployment",),
    "figures": ("metric",),
    "forecasts": ("forecast",),
    "plans": ("plan",),
}
_ABOUT = Pattern(r"\babout\s+(?P<names>.+)$", re.IGNORECASE)
_ONLY = Pattern(
    rf"\bonly\s+(?P<kinds>(?:{'|'.join(_KINDS)})(?:(?:\s*,\s*|\s+and\s+|\s+)(?:{'|'.join(_KINDS)}))*)\b", re.I
)
_ZONE = Pattern(r"(?<!\S)(?P<zone>UTC|[A-Z]\w+(?:/[A-Za-z][\w+-]*)+)(?!\S)")
_TIME = Pattern(r"\b(?:at\s+)?(?P<hour>\d{1,2})(?::(?P<minute>\d\d)\s*(?P<half>am|pm)?|\s*(?P<half2>am|pm))\b", re.I)
_WEEKDAY = Pattern(r"\b(?:on\s+)?(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)
_MONTHDAY = Pattern(r"\b(?:on\s+)?(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\b", re.IGNORECASE)
_AT_ONCE = Pattern(r"\b(?:and\s+)?at once\b", re.IGNORECASE)
_ALWAYS = Pattern(r"\b(?:even if|also when)\s+(?:there is\s+)?nothing(?:\s+is)?(?:\s+new)?\b", re.IGNORECASE)
_LANGUAGE = Pattern(r"\b(?:in\s+)?language\s+(?P<language>[^\W\d_]+(?:[-_]\w+)*)", re.IGNORECASE)
_FILLER = Pattern(r"\b(?:and|with|for|please)\b|[,;.]", re.IGNORECASE)


class Unclear(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """What of a message cannot be understood, in one line."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a message asks for; `names` are not looked up yet."""

    every: Every
    weekday: int = 0
    day: int = 1
    at: time = time(9)
    zone: str = ""
    names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    min_usd: float | None = None
    at_once: bool = False
    always: bool = False
    language: str = ""
    """Empty: as it was."""


class _Reading:
    """Takes out of a message what is understood of it."""

    def __init__(self, text: str) -> None:
        self.left = " ".join(text.split())

    def take(self, pattern: Pattern) -> re.Match[str] | None:
        met = pattern.search(self.left)
        if met is not None:
            self.left = f"{self.left[: met.start()]} {self.left[met.end() :]}"
        return met

    def least(self) -> float | None:
        """Takes out “over” and a sum; dollars."""
        found = narrowing(self.left, date.today())
        span = next(((start, end) for start, end, what in found.spans if what == "sum"), None)
        if found.least is not None and span is not None:
            self.left = f"{self.left[: span[0]]} {self.left[span[1] :]}"
        return found.least


def read(text: str) -> Wanted:
    """`weekly Monday 9:00 Europe/Berlin over $100M only deals about Unitree, Figure`; Unclear where it is none."""
    word, _, rest = " ".join(text.split()).partition(" ")
    every = EVERY[word.casefold()]
    reading = _Reading(rest)
    about, only, least = reading.take(_ABOUT), reading.take(_ONLY), reading.least()
    language = reading.take(_LANGUAGE)
    at_once, always, zone = reading.take(_AT_ONCE), reading.take(_ALWAYS), reading.take(_ZONE)
    at = reading.take(_TIME)
    weekday = reading.take(_WEEKDAY) if every == "week" else None
    day = reading.take(_MONTHDAY) if every == "month" else None
    left = " ".join(_FILLER.sub(" ", reading.left).split())
    if left:
        raise Unclear(f"I do not understand “{echo(left)}” there.")
    named = re.split(r"[\s,]+", only["kinds"].casefold()) if only else []
    kinds = [kind for word in named for kind in _KINDS.get(word, ())]
    return Wanted(
        every,
        [name[:3].casefold() for name in _DAYS].index(weekday["day"].casefold()) if weekday else 0,
        _day(day["day"]) if day else 1,
        _time(at) if at else time(9),
        zone_of(zone["zone"]).key if zone else "",
        _names(about["names"]) if about else (),
        tuple(dict.fromkeys(kinds)),
        least,
        at_once is not None,
        always is not None,
        language_of(language["language"]) if language else "",
    )


def told(one: Subscription, due: datetime | None = None, language: str = "") -> str:
    """A subscription in one sentence, with the language that was chosen and when it is due next."""
    when = {
        "day": "Every day",
        "week": f"Every {_DAYS[one.weekday]}",
        "month": f"On day {one.day} of every month",
    }[one.every]
    parts = [f"{when} at {one.at:%H:%M} ({one.zone})"]
    if one.entities:
        parts.append(f"about {joined(name for _, name in one.entities)}")
    if one.kinds:
        parts.append(f"only {joined(_words(one.kinds))}")
    if one.min_usd:
        parts.append(f"sums over {forms().money(Money(one.min_usd, 'USD'))}")
    parts.append("says so where nothing is new" if one.say_nothing_new else "silent where nothing is new")
    if one.on_arrival:
        parts.append("news of new articles at once as well")
    if language:
        parts.append(written(language))
    if one.paused:
        parts.append(f"paused: {one.paused}")
    elif due is not None:
        parts.append(f"next on {moment(due, one.zone)}")
    return "; ".join(parts) + "."


def moment(instant: datetime, zone: str) -> str:
    """An instant as a clock of the zone shows it."""
    try:
        local = instant.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return f"{instant:%Y-%m-%d %H:%M} UTC"
    return f"{forms().moment(local)} ({zone})"


def written(language: str) -> str:
    """In whose forms dates, sums and numbers are told."""
    return f"dates, sums and numbers as in {LANGUAGES[language][0]}"


def entities(names: Sequence[str], lookup: Callable[[str], tuple[str, str] | None]) -> tuple[tuple[str, str], ...]:
    """Pairs of id and name; Unclear for a name that is not known."""
    found = []
    for name in names:
        one = lookup(name)
        if one is None:
            raise Unclear(f"I know nobody called “{echo(name)}”.")
        found.append(one)
    return tuple(dict.fromkeys(found))


def _words(kinds: Sequence[str]) -> list[str]:
    """The fewest words that name the kinds."""
    left, words = set(kinds), []
    for word, named in sorted(_KINDS.items(), key=lambda item: -len(item[1])):
        if left and set(named) <= left:
            words.append(word)
            left -= set(named)
    return [*words, *sorted(left)]


def _names(text: str) -> tuple[str, ...]:
    parts = re.split(r"\s{0,9},\s{0,9}(?:and\s{1,9})?|\s{1,9}and\s{1,9}", text)
    return tuple(name for part in parts if (name := part.strip(' ."“”')))


def _day(text: str) -> int:
    if not 1 <= int(text) <= 31:
        raise Unclear(f"No month has a day {int(text)}.")
    return int(text)


def _time(met: re.Match[str]) -> time:
    hour, minute = int(met["hour"]), int(met["minute"] or 0)
    half = (met["half"] or met["half2"] or "").casefold()
    if hour > (12 if half else 23) or minute > 59 or (half and hour == 0):
        raise Unclear(f"“{met[0].strip()}” is no time of day: write it like 9:00 or 5 pm.")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute)
