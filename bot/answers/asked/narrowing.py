"""What narrows a question down besides names: periods, sums and rounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.answers.asked.periods import period
from bot.grammar.money import parse_money
from bot.grammar.patterns import Pattern
from bot.grammar.rates import to_usd
from bot.grammar.rounds import find_rounds
from bot.model.when import When

_UNIT = r"(?:trillion|billion|million|thousand|bn|mn|tn|k|m|b|万亿|亿|億|万|萬)?"
_CURRENCY = r"(?:us\$|hk\$|nt\$|\$|€|£|¥|￥|₩|usd|eur|rmb|cny|krw|jpy)"
_COUNTED = r"(?:dollars?|usd|yuan|rmb|cny|euros?|eur|won|yen|pounds?|美元|人民币|元|港元|日元)"
_GAP = r"\s{0,9}"  # with a limit: several without one, side by side, take the cube of the length of a blank
_NUMBER = r"\d[\d,.]{0,30}"
_SUM = (
    rf"(?:{_CURRENCY}{_GAP}{_NUMBER}{_GAP}{_UNIT}(?:{_GAP}{_COUNTED})?|{_NUMBER}{_GAP}{_UNIT}{_GAP}{_COUNTED})(?![a-z])"
)
_LEAST = (
    rf"(?:over|above|more than|greater than|bigger than|larger than|at least|exceeding|from|(?<!\d)>=?|≥|超过|"
    rf"超過|大于|至少){_GAP}(?P<sum>{_SUM}|{_NUMBER}{_GAP}(?:trillion|billion|million|bn|mn|[bm]\b))"
)
_MOST = _LEAST.replace(
    "over|above|more than|greater than|bigger than|larger than|at least|exceeding|from|(?<!\\d)>=?|≥|超过|"
    "超過|大于|至少",
    "under|below|less than|cheaper than|smaller than|at most|up to|no more than|<=?|≤|低于|少于|不超过",
)
_LEAST_RX, _MOST_RX, _SUM_RX = (Pattern(p, re.I) for p in (_LEAST, _MOST, _SUM))
_LOWER_ROUND = Pattern(
    r"\b(?:series |pre-?)[a-h]\b|\b[b-h](?=\+| round)|\ba(?=\+)|(?<=\bthe )a(?= round)|(?<='s )a(?= round)"
)
_BARE_ROUND = Pattern(
    r"(?<=[\w'’)>] )(?P<name>pre-?seed|seed|angel|bridge)(?= *(?:[?.!,]|$)| (?:in|of|from|by|led|at|20\d\d)\b)|"
    r"(?<=\bthe )(?P<letter>[a-h]\+?)(?=[ ?.!]*$)",
    re.I,
)
"""A round that a question names without the word: "Acme seed", "Acme's angel in 2021", "and the B?"."""
_BELOW = Pattern(r"under|below|less|cheaper|smaller|<(?!=)|低于|少于", re.I)
_STATUS = Pattern(
    r"\b(rumou?red|denied|announced|completed|closed|planned)\b(?=\s*(?:$|deals?|rounds?|\d{4}|since|in\b))"
    r"|\b(rumou?rs?|gossip)\b(?= (?:about|on|around|of|concerning|at) |\W*$)|\bwhat is (?:being )?(rumou?red)\b",
    re.I,
)

_STATES = {"closed": "completed", "planned": "announced"} | dict.fromkeys(
    ("rumoured", "rumour", "rumours", "rumor", "rumors", "gossip"), "rumored"
)

_FROM_NOW = Pattern(r"\b(?:last|this|next) (?:year|quarter|month|spring|summer|autumn|winter)\b", re.I)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What was found, and the spans of the message that said it."""

    when: When | None = None
    month: int = 0
    least: float | None = None
    most: float | None = None
    about: float | None = None
    """A sum that the message names without "over" or "under"."""
    round: str = ""
    status: str = ""
    spans: tuple[tuple[int, int, str], ...] = ()
    """Start, end and what it is: `when`, `sum` or `round`."""
    known: date | None = None
    """The day until which articles count: what was known then."""
    as_said: str = ""
    """The period in the words of the message, where they tell it from the day they are said: "last year"."""
    below: bool = False
    """Whether the most itself is too much: "under $500"."""

    @property
    def given(self) -> bool:
        return bool(self.when or self.month or self.least or self.most or self.round or self.status)


@lru_cache(maxsize=100)
def narrowing(text: str, today: date) -> Narrowing:
    """Periods, sums and rounds of a message; sums in US dollars."""
    spans: list[tuple[int, int, str]] = []
    found: dict[str, float] = {}
    below = False
    for name, pattern in (("least", _LEAST_RX), ("most", _MOST_RX), ("about", _SUM_RX)):
        for match in pattern.finditer(text):
            if any(s < match.end() and match.start() < e for s, e, _ in spans) or name in found:
                continue
            value = _dollars(match["sum"] if name != "about" else match[0])
            if value is not None:
                found[name] = value
                below = below or (name == "most" and bool(_BELOW.match(match[0])))
                spans.append((match.start(), match.end(), "sum"))
    round_name = status = ""
    for told in find_rounds(_capitalised(text)):
        round_name = told.round
        spans.append((told.start, told.end, "round"))
        break
    bare = None if round_name else _BARE_ROUND.search(text)
    if bare and bare["letter"]:
        round_name = f"Series {bare['letter'].upper()}"
    elif bare:
        round_name = {"preseed": "Pre-Seed", "pre-seed": "Pre-Seed"}.get(
            bare["name"].lower(), bare["name"].capitalize()
        )
    if bare:
        spans.append((bare.start(), bare.end(), "round"))
    state = _STATUS.search(text)
    if state:
        word = state[state.lastindex or 0].lower()
        status = _STATES.get(word, word)
    named = period(text, today, [(start, end) for start, end, _ in spans])
    if named:
        spans.append((*named.span, "when"))
    when, month, known = (named.when, named.month, named.known) if named else (None, 0, None)
    return Narrowing(
        when,
        month,
        found.get("least"),
        found.get("most"),
        found.get("about"),
        round_name,
        status,
        tuple(sorted(spans)),
        known,
        said[0].casefold() if named and (said := _FROM_NOW.search(text[slice(*named.span)])) else "",
        below,
    )


def rounds_in(text: str) -> str:
    """The round that some words of a question name; empty for none."""
    return next((told.round for told in find_rounds(_capitalised(text))), "")


def _capitalised(text: str) -> str:
    return _LOWER_ROUND.sub(lambda m: m[0][:-1] + m[0][-1].upper(), text)


def _dollars(text: str) -> float | None:
    money = parse_money(text) or parse_money("$" + text)
    return to_usd(money) if money else None
