"""What the head of a column says stands below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.extraction.tables.cells import period
from bot.model.when import When

Sort = Literal[
    "house", "thing", "amount", "round", "lead", "backers", "valuation",
    "date", "filed", "released", "price", "figure", "",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """The sort of a column; of figures what they measure, of which time, and whether losses are meant."""

    sort: Sort
    measure: str = ""
    when: When | None = None
    loss: bool = False
    text: str = ""


_SORTS: tuple[tuple[Sort, str], ...] = (
    ("valuation", r"(?:post-money |pre-money )?valuation|post(?:-money)?|valued at"),
    ("filed", r"filed|filing date|application"),
    ("released", r"introduced|released?|launched|launch|on sale since|first shown|unveiled"),
    ("price", r"(?:list |retail |starting |street |sales? )?prices?\b.*|to buy|per unit|cost|"
              r"msrp|.*\bprice"),
    ("lead", r"leads?(?:\(s\))?|lead (?:investors?|backers?)(?:\(s\))?(?:, partners?)?|led by"),
    ("backers", r"investors?\b.*|backers?\b.*|others?|participants|with|shareholders"),
    ("amount", r"amount\b.*|amt\.?|raised|sum|deal size|size|seeks?\b.*|to raise|funding|proceeds|"
               r"m[$€£]"),
    ("round", r"rounds?|stage|series|type"),
    ("date", r"date|time|when|closed|announced|month|year|day"),
    ("thing", r"(?:robots?|models?|products?|systems?|machines?|platforms?|humanoids?|what)"),
    ("house", r"(?:compan(?:y|ies)|start-?ups?|vendors?|makers?|brands?|manufacturers?|firms?|applicants?|issuers?|"
              r"suppliers?|countr(?:y|ies)|markets?|regions?|who|segments?|divisions?)(?: name)?"),
)  # fmt: skip
"""Heads by what stands below them. A rent ("Per day") is none: its row would be quoted as if it were the price."""
_OF_SORT = tuple((sort, re.compile(rf"(?:{words})\Z", re.IGNORECASE)) for sort, words in _SORTS)
_MEASURES: tuple[tuple[str, str], ...] = (
    ("orders", r"backlog|order (?:book|intake)|orders"),
    ("profit", r"\bprofit|\bloss\b|\bincome\b|\bebitd?a?\b|\bearnings\b|net result|\bresult\b"),
    ("employees", r"employees|staff|headcount|workforce|people"),
    ("units", r"\bunits\b|shipments?|shipped|installed|built\b|placed|deliver\w+|\bsold\b|produced|in use"),
    ("revenue", r"revenues?|\bsales\b|turnover|receipts"),
    ("valuation", r"\bvaluation|market (?:cap\w*|value)"),
    ("total_raised", r"raised (?:so far|in all|to date)|total (?:raised|funding)"),
)
_OF_MEASURE = tuple((measure, re.compile(words, re.IGNORECASE)) for measure, words in _MEASURES)
_THINGS = re.compile(
    r"((?:[A-Za-z-]+ ){1,2}(?:robots|humanoids|drones|vehicles|arms|systems)) (?:sold|shipped|installed)\Z"
)
_LOSS = re.compile(r"\bloss\b(?! ?\))", re.IGNORECASE)
_EITHER = re.compile(r"profit ?/ ?\(?loss|\(loss\)|profit or loss", re.IGNORECASE)
_NO_LEVEL = re.compile(
    r"%|\bshare\b|growth|change|margin|forecast|expected|guidance|target|\b20\d\dE\b|\bper\b|y/y|yoy|reaction",
    re.IGNORECASE,
)
"""What is no figure that stands: rates, and what is only foreseen."""
_ASIDE = re.compile(r"\([^)]*\)|, est\.?|, end of period|\*+")


def counted(label: str) -> str:
    """What the label of a row counts, where that is a sort of thing of its own: "Milking robots sold"."""
    met = _THINGS.match(label.strip())
    return met[1] if met else ""


def head_of(text: str, published: When | None) -> Head:
    """What a column holds, by its head."""
    bare = _ASIDE.sub("", text).strip(" .:")
    for sort, pattern in _OF_SORT:
        if pattern.match(bare):
            return Head(sort, when=period(text, published), text=text)
    return figure_of(text, published)


def figure_of(text: str, published: When | None) -> Head:
    """The figure that a head or the label of a row names; no sort where it names none."""
    when = period(text, published)
    if _NO_LEVEL.search(text):
        return Head("", when=when, text=text)
    measure = next((name for name, pattern in _OF_MEASURE if pattern.search(text)), "")
    loss = bool(_LOSS.search(text)) and not _EITHER.search(text)
    return Head("figure" if measure else "", measure, when, loss, text)
