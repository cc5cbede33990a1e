"""When a post begins and ends: the dates around a title or a verb, without those of something else."""

from __future__ import annotations

import re

from bot.extraction.text.masking import Segment
from bot.grammar.dates import DateMention, find_dates
from bot.model.when import When


def _pieces(text: str) -> tuple[When | None, When | None]:
    """The two ends of "2018 to 2021"."""
    parts = re.split(r"\s*(?:\bto\b|\buntil\b|\btill\b|\band\b|\bthrough\b|[-–—])\s*", text, maxsplit=1)
    ends = []
    for part in parts:
        found = find_dates(part, None)
        ends.append(found[0].when if found else None)
    return (ends[0], ends[1]) if len(ends) == 2 else (None, ends[0])


_ELSEWHERE = re.compile(
    r"[\"“”;]|\b(?:which|who|said|says|told|that|while|when|whose|mentions|promised|revenue|yuan|million|billion)\b"
)
_NEAR_END = re.compile(
    r"\b(?:until|till|to|through|and) (?:(?:early |late )?(?P<year>(?:this|last) year)|"
    r"[A-Z][a-z]+ (?:of )?(?:this|last) year|(?:this|last) (?:month|[A-Z][a-z]+))\Z"
)
"""The end of a span that is told from the day of the article."""
_OVER = re.compile(r",? (?:and|then|before|is|was|now|joined|became|has been|currently)\b")


_SINCE = re.compile(r"\b(?:since|from|as of|effective|starting|with effect from)(?: early| late| mid-?)? \Z")
_UNTIL = re.compile(r"\b(?:until|till|up to|through)(?: early| late| mid-?| last)? \Z")
_EFFECTIVE = re.compile(r"\b(?:effective|as of|with effect from) \Z")
"""What stands before a date; "effective" before that of leaving is an end ("resigned, effective May 1")."""
_HOUSE_BEGAN = re.compile(
    r"\b(?:which|that) (?:was|had been|were) (?:only )?(?:founded|established|incorporated|set up|started|launched) "
    r"(?:back )?(?:in|on) \Z|(?<! and )\b(?:founded|established) (?:in|on) \Z"
)
_FRONTED = re.compile(r"\W*(?:(?:In|On|Late|Early|By|Then|Later|And|But|Also)\W+){0,2}")
"""What stands before the date with which a sentence begins ("In July, Jane Doe, who ... , left")."""


def _is_elsewhere(segment: Segment, date: DateMention, a: int, b: int, at: int) -> bool:
    """Whether a date ends another post ("who ran Acme until 2019, is now head of Brightarm"), or begins a house."""
    spans = date.relation in {"since", "until"} or (date.when is not None and date.when.precision == "span")
    over = b <= at and spans and _OVER.match(segment.text[b:at])
    return bool(over or _HOUSE_BEGAN.search(segment.text[max(0, a - 40) : a]))


def tenure(segment: Segment, low: int, high: int, at: int, sense: str) -> tuple[When | None, When | None]:
    """Start and end of a post told around a place of the masked text; `sense` says which one a plain date is."""
    start: When | None = None
    end: When | None = None
    plain: list[tuple[int, When]] = []
    for token, (a, b) in segment.at.items():
        if token[0] != "d" or not low <= a < high:
            continue
        date = segment.dates[int(token[1:])]
        before = segment.text[max(0, a - 14) : a]
        if _is_elsewhere(segment, date, a, b, at):
            continue
        if date.when is None or (not sense and _ELSEWHERE.search(segment.text[min(at, b) : max(at, a)])):
            continue
        if date.when.precision == "span":
            first, last = _pieces(date.text)
            if first and last is None and (near := _NEAR_END.search(date.text)):  # "2011 until January of this year"
                last = When.from_iso(date.when.end.isoformat()[: 4 if near["year"] else 7])
            if first and last:
                start, end = start or first, end or last
        elif (sense == "end" and _EFFECTIVE.search(before)) or date.relation == "until" or _UNTIL.search(before):
            end = end or date.when
        elif date.relation == "since" or _SINCE.search(before):
            start = start or date.when
        elif date.relation not in {"by", "within", "before", "after"}:
            fronted = b < at and segment.text.startswith(",", b) and _FRONTED.fullmatch(segment.text, 0, a)
            plain.append((a - at if a >= at else at - b if fronted else int(2.5 * (at - b)), date.when))
    if both := re.search(
        r"\b(?:between|from) <d(\d+)> (?:and|to|until|till) [^<;,]{3,30}<d(\d+)>", segment.text[low:high]
    ):
        start, end = segment.dates[int(both[1])].when, segment.dates[int(both[2])].when
    if plain and sense:
        nearest = min(plain, key=lambda p: p[0])
        if nearest[0] < 70:
            if sense == "start":
                start = start or nearest[1]
            else:
                end = end or nearest[1]
    return start, end
