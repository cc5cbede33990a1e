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
    wanted = (*_who(facts, query), *_what(query), *_when(query), *_in_words(query))
    return f"where {', '.join(wanted)}" if wanted else ""


def _who(facts: Facts, query: Query) -> Iterator[str]:
    """Who takes part, as what, and from where."""
    for part in query.parts:
        slots = "/".join(part.slots) or "any role"
        yield f"{slots} = {_names(facts, part.ids)}{' or what belongs to it' if part.units else ''}"
    yield from (f"with {_names(facts, ids)}" for ids in query.named)
    yield from (f"in an article on {_names(facts, ids)}" for ids in query.near)
    if query.without:
        yield f"without {_names(facts, query.without)}"
    yield from (f"at home in {_names(facts, ids)}" for ids in query.home)


def _what(query: Query) -> Iterator[str]:
    """What its slots say."""
    if query.needs:
        yield f"tells {' or '.join(_NEEDS.get(need, need) for need in query.needs)}"
    if query.measures:
        yield f"measure = {' or '.join(query.measures)}"
    if query.post:
        yield f"post = {query.post}{' (no longer)' if query.past else ''}"
    if query.round:
        yield f"round = {query.round}"
    if query.status:
        yield f"status = {query.status}"
    for sign, value in (("≥", query.least), ("≤", query.most), ("≈", query.about)):
        if value is not None:
            yield f"sum {sign} {format_money(Money(value, 'USD'))}"
    for holds, told in (
        (query.conflicting, "articles differ"),
        (query.of_field, "of this field"),
        (query.follows, "without leading"),
        (query.lead, "leading investors first"),
    ):
        if holds:
            yield told


def _when(query: Query) -> Iterator[str]:
    """When it was, and when it was told."""
    if query.when:
        yield f"date = {format_when(query.when)}"
    if query.month:
        yield f"month = {query.month}"
    if query.told:
        yield f"told = {format_when(query.told)}"
    if query.known:
        yield f"told by {query.known.isoformat()}"
    if query.absent:
        yield "nothing of it in that time"


def _in_words(query: Query) -> Iterator[str]:
    """What words it has to hold."""
    if query.described:
        yield f"described as: {' '.join(query.described)}"
    if query.must:
        yield f"holds: {' '.join(query.must)}"
    if query.topic and query.strict:
        yield f"words: {' '.join(query.topic)} (at least {query.strict:.0%})"
    if query.spelled:
        yield f"spelled: {' '.join(query.spelled)}"


def _order(query: Query) -> str:
    by = f" by {'/'.join(query.by)}" if query.by else ""
    return {"fit": "those that fit the words best first", "told": "those told last first"}.get(
        query.order, f"{query.order} first{by}"
    )


def _names(facts: Facts, ids: Ids) -> str:
    return joined((facts.name(one) for one in sorted(ids)), _MOST_NAMED)
