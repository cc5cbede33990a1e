"""What narrows a question down besides names: periods, sums and rounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.grammar.dates import parse_period
from bot.grammar.money import parse_money
from bot.grammar.rates import to_usd
from bot.grammar.rounds import find_rounds
from bot.model.when import When

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?<![\d.,$€£¥])(?:19|20)\d\d(?![\d.,]\d|\d|\s*(?:million|billion|yuan|people|units|robots|employees))"
_RANGE = re.compile(rf"(?:(?:from|between)\s+)?({_YEAR})\s*(?:-|–|—|to|and|until|至|到)\s*({_YEAR})(?:年)?", re.I)
_PERIOD = re.compile(
    rf"(?:\b(?P<rel>since|after|before|until|till|through|from|in|by|during|for|on|of|around|as of)\s+)?(?:the\s+)?"
    rf"(?:(?:early|late|mid)[- ]+)?(?:(?:first|second|third|fourth|last)\s+(?:quarter|half)\s+of\s+|"
    rf"[qh][1-4]\s+(?:of\s+)?|"
    rf"(?:spring|summer|autumn|fall|winter)\s+(?:of\s+)?|"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH}\s+(?:of\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?)?"
    rf"{_YEAR}(?:[-/]\d{{1,2}}(?:[-/]\d{{1,2}})?(?!\d)|年(?:\d{{1,2}}月(?:\d{{1,2}}[日号號])?)?|"
    rf"\s*[qh][1-4])?(?:以来|之后|以後|以前|之前)?",
    re.I,
)
_BARE_MONTH = re.compile(rf"\b(?:in|since|during|last|of)\s+({_MONTH})(?!\w)|(?<!\d)(\d{{1,2}})月(?!\d)", re.I)
_UNIT = r"(?:trillion|billion|million|thousand|bn|mn|tn|k|m|b|万亿|亿|億|万|萬)?"
_CURRENCY = r"(?:us\$|hk\$|nt\$|\$|€|£|¥|￥|₩|usd|eur|rmb|cny|krw|jpy)"
_COUNTED = r"(?:dollars?|usd|yuan|rmb|cny|euros?|eur|won|yen|pounds?|美元|人民币|元|港元|日元)"
_SUM = rf"(?:{_CURRENCY}\s*\d[\d,.]*\s*{_UNIT}(?:\s*{_COUNTED})?|\d[\d,.]*\s*{_UNIT}\s*{_COUNTED})(?![a-z])"
_LEAST = (
    rf"(?:over|above|more than|greater than|bigger than|larger than|at least|exceeding|from|>=?|≥|超过|"
    rf"超過|大于|至少)\s*(?P<sum>{_SUM}|\d[\d,.]*\s*(?:trillion|billion|million|bn|mn|[bm]\b))"
)
_MOST = _LEAST.replace(
    "over|above|more than|greater than|bigger than|larger than|at least|exceeding|from|>=?|≥|超过|超過|大于|至少",
    "under|below|less than|smaller than|at most|up to|no more than|<=?|≤|低于|少于|不超过",
)
_LEAST_RX, _MOST_RX, _SUM_RX = (re.compile(p, re.I) for p in (_LEAST, _MOST, _SUM))
_LOWER_ROUND = re.compile(r"\b(?:series |pre-?)[a-h]\b|\b[a-h](?=\+| round)")
_STATUS = re.compile(
    r"\b(rumou?red|denied|announced|completed|closed|planned)\b(?=\s*(?:$|deals?|rounds?|\d{4}|since|in\b))", re.I
)


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

    @property
    def given(self) -> bool:
        return bool(self.when or self.month or self.least or self.most or self.round or self.status)


def narrowing(text: str, today: date) -> Narrowing:
    """Periods, sums and rounds of a message; sums in US dollars."""
    spans: list[tuple[int, int, str]] = []
    found: dict[str, float] = {}
    for name, pattern in (("least", _LEAST_RX), ("most", _MOST_RX), ("about", _SUM_RX)):
        for match in pattern.finditer(text):
            if any(s < match.end() and match.start() < e for s, e, _ in spans) or name in found:
                continue
            value = _dollars(match["sum"] if name != "about" else match[0])
            if value is not None:
                found[name] = value
                spans.append((match.start(), match.end(), "sum"))
    round_name = status = ""
    for told in find_rounds(_LOWER_ROUND.sub(lambda m: m[0][:-1] + m[0][-1].upper(), text)):
        round_name = told.round
        spans.append((told.start, told.end, "round"))
        break
    state = _STATUS.search(text)
    if state:
        status = {"rumoured": "rumored", "closed": "completed", "planned": "announced"}.get(
            state[1].lower(), state[1].lower()
        )
    when, month = _period(text, today, spans)
    return Narrowing(
        when, month, found.get("least"), found.get("most"), found.get("about"), round_name, status, tuple(sorted(spans))
    )


def _period(text: str, today: date, spans: list[tuple[int, int, str]]) -> tuple[When | None, int]:
    both = _RANGE.search(text)
    if both and int(both[1]) < int(both[2]):
        spans.append((both.start(), both.end(), "when"))
        return When(date(int(both[1]), 1, 1), date(int(both[2]), 12, 31), "span"), 0
    for match in _PERIOD.finditer(text):
        if any(s < match.end() and match.start() < e for s, e, _ in spans):
            continue
        when = parse_period(match[0], today) or parse_period(match[0].split(" ", 1)[-1], today)
        if when:
            spans.append((match.start(), match.end(), "when"))
            return when, 0
    bare = _BARE_MONTH.search(text)
    if bare:
        spans.append((bare.start(), bare.end(), "when"))
        return None, int(bare[2]) if bare[2] else _MONTHS.index(bare[1].lower()[:3]) + 1
    return None, 0


def _dollars(text: str) -> float | None:
    money = parse_money(text) or parse_money("$" + text)
    return to_usd(money) if money else None
