"""A typed question in words, for people who want to know how they were understood."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers.query import Ids, Join, Query
from bot.answers.view import joined
from bot.grammar.dates import format_when
from bot.grammar.money import format_money
from bot.model.money import Money
from bot.store.read import Facts

_MOST_NAMED = 4
_NEEDS = {"%": "a percentage", "#": "a number"}


def explained(facts: Facts, query: Query | Join | None, rule: str) -> Iterator[str]:
    """The lines that tell how a clause was read."""
    if isinstance(query, Join):
        slots = " = ".join("/".join(on) for on in query.on)
        told = " joined with ".join(f"({_told(facts, one)})" for one in query.queries)
        yield f"{told} on {slots}; rule “{rule}”"
    elif query is not None:
        yield f"{_told(facts, query)}; rule “{rule}”"
    elif rule == "overview":
        yield "everything known about the names; rule “overview”"
    else:
        yield "sentences of the articles: no typed question fits"


def _told(facts: Facts, query: Query) -> str:
    return "; ".join(
        part
        for part in (
            " or ".join(query.kinds) or "any fact",
            _where(facts, query),
            _order(query),
            query.aggregate,
            f"at most {query.limit}",
        )
        if part
    )


def _where(facts: Facts, query: Query) -> str:
    wanted: list[str] = []
    for part in query.parts:
        slots = "/".join(part.slots) or "any role"
        wanted.append(f"{slots} = {_names(facts, part.ids)}{' or what belongs to it' if part.units else ''}")
    wanted += [f"with {_names(facts, ids)}" for ids in query.named]
    wanted += [f"in an article on {_names(facts, ids)}" for ids in query.near]
    if query.needs:
        wanted.append(f"tells {' or '.join(_NEEDS.get(need, need) for need in query.needs)}")
    if query.measures:
        wanted.append(f"measure = {' or '.join(query.measures)}")
    if query.post:
        wanted.append(f"post = {query.post}{' (no longer)' if query.past else ''}")
    if query.round:
        wanted.append(f"round = {query.round}")
    if query.status:
        wanted.append(f"status = {query.status}")
    if query.when:
        wanted.append(f"date = {format_when(query.when)}")
    if query.month:
        wanted.append(f"month = {query.month}")
    if query.told:
        wanted.append(f"told = {format_when(query.told)}")
    if query.known:
        wanted.append(f"told by {query.known.isoformat()}")
    for sign, value in (("≥", query.least), ("≤", query.most), ("≈", query.about)):
        if value is not None:
            wanted.append(f"sum {sign} {format_money(Money(value, 'USD'))}")
    if query.absent:
        wanted.append("nothing of it in that time")
    if query.without:
        wanted.append(f"without {_names(facts, query.without)}")
    if query.described:
        wanted.append(f"described as: {' '.join(query.described)}")
    wanted += [f"at home in {_names(facts, ids)}" for ids in query.home]
    if query.must:
        wanted.append(f"holds: {' '.join(query.must)}")
    if query.conflicting:
        wanted.append("articles differ")
    if query.follows:
        wanted.append("without leading")
    if query.lead:
        wanted.append("leading investors first")
    if query.topic and query.strict:
        wanted.append(f"words: {' '.join(query.topic)} (at least {query.strict:.0%})")
    if query.spelled:
        wanted.append(f"spelled: {' '.join(query.spelled)}")
    return f"where {', '.join(wanted)}" if wanted else ""


def _order(query: Query) -> str:
    by = f" by {'/'.join(query.by)}" if query.by else ""
    return {"fit": "those that fit the words best first", "told": "those told last first"}.get(
        query.order, f"{query.order} first{by}"
    )


def _names(facts: Facts, ids: Ids) -> str:
    return joined((facts.name(one) for one in sorted(ids)), _MOST_NAMED)
