"""Rules for lists of companies by what they are worth: "valued above $5 billion", "unicorns"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.asked.words import stems
from bot.answers.intents.intent import Rule, narrowed, rule
from bot.answers.query import Query
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern

_UNICORN = 1e9
_DECACORN = 1e10
"""Dollars from which a private company is called so."""
_NAMED_FOR_IT = Pattern(
    r"\b(?:uni|(?P<ten>deca))corns\b|\b(?:(?P<tenth>decacorn)|unicorn) (?:compan|firms|start)|独角兽"
)
_WORTH = Pattern(r"\b(?:worth|valued|valuations?|valuing)\b|估值")
_EXPLAINED = stems(
    "worth valued valuation valuing unicorn unicorns decacorn decacorns company firm startup maker robot robotics "
    "humanoid ai embodied intelligence list show name club status private all most any market now currently "
    "today industry"
)
_NO_COMPANY = Pattern(r"\b(?:deals?|rounds?|orders?|contracts?|rais\w+|acqui\w+|bought|stakes?|shares?|sold)\b")


@rule("worth", rf"{_WORTH.pattern}|{_NAMED_FOR_IT.pattern}")
def worth(clause: Clause) -> list[Query]:
    """Whoever is worth more or less than a sum, the last valuation told of each."""
    shape, narrow = clause.shape, clause.narrow
    called = _NAMED_FOR_IT.search(shape)
    if clause.pronoun or clause.unknown or clause.tellers or not all(is_place(ids) for ids in clause.groups()):
        return []
    if not (called or narrow.least or narrow.most) or clause.wants in ("when", "why", "where", "percent"):
        return []
    if _NO_COMPANY.search(shape):
        return []
    sum_named = _DECACORN if called and (called["ten"] or called["tenth"]) else _UNICORN
    described = tuple(word for word in clause.content if word not in _EXPLAINED)
    query = Query(
        ("funding", "metric"), (), (), ("valuation", "value"), ("valuation",), order="largest",
        by=("valuation", "value"), least=None if narrow.least or not called else sum_named, limit=12,
        asked=("company", "subject"), described=described, home=clause.groups(),
    )  # fmt: skip
    return [replace(narrowed(clause, query), topic=(), needs=("valuation", "value"), counted=False, spelled=())]


_STAFF = r"(?:employees|staff|people|workers)"
_HEADCOUNT = Pattern(
    rf"\b(?:(?P<least>more than|over|above|at least|exceeding)|(?P<most>fewer than|less than|under|below|at most)) "
    rf"(?P<number>\d[\d,.]{{0,9}}) ?(?P<thousand>k|thousand)? {_STAFF}\b"
)
_EMPLOYERS = stems(
    "company companies firm startup maker employee employees staff people worker workers employ employs list all show "
    "name robot robotics any which house more over fewer less"
)


@rule(
    "headcount", rf"\b(?:than|over|above|under|below|least|most|exceeding) \d[\d,.]{{0,9}} ?(?:k|thousand)? {_STAFF}\b"
)
def headcount(clause: Clause) -> list[Query]:
    """Whoever employs more or fewer than so many, the last number told of each."""
    met = _HEADCOUNT.search(clause.shape)
    if met is None or clause.pronoun or clause.unknown or not all(is_place(ids) for ids in clause.groups()):
        return []
    if clause.wants in ("when", "why", "where", "percent") or re.search(
        r"\b(?:laid|cut|hire|hiring|fire)", clause.shape
    ):
        return []
    number = float(met["number"].replace(",", "").rstrip(".")) * (1000 if met["thousand"] else 1)
    query = Query(
        ("metric",), (), (), ("value",), ("employees",), order="largest", by=("value",), limit=12, of_kind="org",
        least=number if met["least"] else None, most=number if met["most"] else None, asked=("subject",),
        described=tuple(word for word in clause.content if word not in _EMPLOYERS), home=clause.groups(),
    )  # fmt: skip
    return [replace(narrowed(clause, query), topic=(), needs=("value",), counted=False, spelled=())]


RULES: tuple[Rule, ...] = (worth, headcount)
