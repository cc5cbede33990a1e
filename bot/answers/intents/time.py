"""Rules for time: what is new, what changed since a day, what is planned until a year."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.asked.words import content
from bot.answers.intents.intent import Rule, narrowed, part, rule
from bot.answers.kinds import NEWS
from bot.answers.query import Query
from bot.grammar.patterns import Pattern
from bot.model.when import When

_NEWS = (
    r"\b(?:news|headlines|updates?)\b|\b(?:what is|what are|anything|something|whats) (?:new|happening|up)\b|"
    r"\bwhat(?: has| have)? (?:changed|happened|been going on|is going on|is happening)\b|\bwhats? new\b|"
    r"\b(?:latest|newest|most recent|recent)\b(?: (?:on|from|about|"
    r"with|for|at|out of|developments?))?(?= ?(?:<|on |from |about|"
    r"developments?|$))|"
    r"\bwhat did (?:i|we) miss\b|\bcatch me up\b|\brecap\b|最新|新闻|动态|有什么变化|进展"
)
_ASKS_NEWS = Pattern(_NEWS)
_COMING = (
    r"\b(?:planned|plans?|planning|scheduled|expected|announced|coming|upcoming|due|targets?|targeted|promised|"
    r"in the pipeline|on the (?:way|horizon|roadmap)|ahead|roadmap)\b|计划|规划"
)
_DEALS = Pattern(r"\b(?:rounds?|deals?|fund\w+|acquisitions?|ipos?|listings?|prices?|launch\w*|people|hires?|jobs)\b")
_ONLY: tuple[tuple[Pattern, tuple[str, ...]], ...] = (
    (Pattern(r"\b(?:deals?)\b"), ("funding", "acquisition", "ipo")),
    (Pattern(r"\b(?:rounds?|fundings?|fundrais\w+|financings?|investments?)\b"), ("funding",)),
    (Pattern(r"\b(?:acquisitions?|takeovers?|m&a)\b"), ("acquisition",)),
    (Pattern(r"\b(?:ipos?|listings?|flotations?)\b"), ("ipo",)),
    (Pattern(r"\b(?:launch\w*|releases?|products?|robots?)\b"), ("launch",)),
    (Pattern(r"\b(?:people|hires?|appointments?|jobs|moves|departures?)\b"), ("role",)),
    (Pattern(r"\b(?:partnerships?|collaborations?)\b"), ("partnership",)),
)


def kinds_named(shape: str) -> tuple[str, ...]:
    """The kinds of fact that a clause names; all that are news where it names none."""
    return next((kinds for pattern, kinds in _ONLY if pattern.search(shape)), NEWS)


def _only_news(clause: Clause) -> bool:
    """Whether nothing but news is asked for: "the latest round" asks for a round."""
    left = _ASKS_NEWS.sub(" ", clause.shape)
    return not content(re.sub(r"<\w+>|'s\b|\b(?:going|me|catch|miss|chang\w*|happen\w*)\b", " ", left))


def is_news(clause: Clause) -> bool:
    """Whether a clause asks what is new."""
    return bool(_ASKS_NEWS.search(clause.shape))


@rule("news", _NEWS)
def news(clause: Clause) -> list[Query]:
    """What was told in a period, whenever it happened; of the names of the clause where it names any."""
    groups, when = clause.groups(), clause.narrow.when
    kinds = kinds_named(clause.shape)
    if not groups and when is None:
        return []
    if kinds != NEWS and when is None:
        return []
    if groups and not _only_news(clause) and kinds == NEWS:
        return []
    whose = tuple(part(ids, units=True) for ids in groups)
    query = Query(kinds, whose, told=when, order="told", limit=8, later=kinds == NEWS)
    told = replace(narrowed(clause, query), when=None, month=0, topic=(), needs=())
    if when is None:
        return [told]
    if when.open == "after" and "happen" not in clause.shape:
        return [told]  # what is still to come has not changed anything
    happened = replace(told, told=None, when=when)
    return [happened, told] if re.search(r"happen", clause.shape) else [told, happened]


@rule("coming", _COMING)
def coming(clause: Clause) -> list[Query]:
    """What is to come until a year, by whomever: plans with a horizon, listings and launches not done yet."""
    when = clause.narrow.when
    if clause.groups() or when is None or _DEALS.search(clause.shape):
        return []
    until = when if when.open == "before" else When(when.start, when.end, when.precision)
    query = Query(("plan",), (), (), ("date",), order="newest", limit=8)
    ahead = replace(narrowed(clause, query), when=until, topic=clause.content, needs=("date",))
    words = tuple(
        word for word in clause.content if word not in ("plan", "schedul", "expect", "announc", "target", "com")
    )
    ahead = replace(ahead, topic=words, strict=0.5 if words else 0.0)
    forecasts = replace(ahead, kinds=("forecast",))
    return [ahead, forecasts]


RULES: tuple[Rule, ...] = (news, coming)
