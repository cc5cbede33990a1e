"""Whom and which time a command asks about: the name as articles write it, the articles on it, the period."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from bot.answers.asked.question import Clause, reread
from bot.answers.desk import Desk
from bot.answers.query import Ids, Part, Query
from bot.answers.sentences.retrieval import narrows
from bot.answers.sentences.signs import YEAR
from bot.answers.sentences.threads import Threads, Whom
from bot.grammar.patterns import Pattern
from bot.store.query import bounds
from bot.store.read import Passage

_READ, _READ_OF_MANY, _ON_THEM = 60, 12, 6
"""Facts of somebody that are counted, and how many of one article make it one on them."""
_TWO_NAMES = Pattern(r"^<0> <1>(?!\w)")


def as_one(desk: Desk, clause: Clause | None) -> Clause | None:
    """A clause in which two names that the articles write as one are one: "Acme Cobot", with a Cobot of its own."""
    if clause is None or len(clause.names) != 2 or _TWO_NAMES.match(clause.shape) is None:
        return clause
    first, second = clause.names
    if any(desk.facts.kind(one) == "product" for one in first.ids):
        return clause  # "Acme-1 Mini" is another than "Acme-1"
    if not desk.lookup.spotter.written(f"{first.text} {second.text}"):
        return clause
    return reread(replace(clause, shape=clause.shape.replace("<0> <1>", "<0>", 1)), (first,))


def articles_on(desk: Desk, ids: Ids) -> frozenset[str]:
    """The articles of which several facts are on somebody, and not more on whom they name most.

    They go on about them where they do not name them.
    """
    often = {article: count for article, count in _facts_of(desk, ids).items() if count >= _ON_THEM}
    main = {article: desk.sentences.discourse.main(article) for article in often}
    rivals = {article: ids_of for article, ids_of in main.items() if ids_of and not ids_of & ids}
    return frozenset(
        article
        for article, count in often.items()
        if article not in rivals or _facts_of(desk, rivals[article])[article] < count
    )


def _facts_of(desk: Desk, ids: Ids) -> Counter[str]:
    """How many facts on somebody each article tells."""
    told = desk.lookup.run(Query((), (Part((), ids),), limit=_READ_OF_MANY if desk.facts.is_large else _READ))
    return Counter(article for event in told for article in {s.article for s in event.statements})


def whom(desk: Desk, ids: Ids) -> Whom:
    """Somebody whom facts know, as their threads are looked for."""
    return Threads(desk.sentences.discourse).whom(ids)


def in_period(passage: Passage, clause: Clause) -> bool:
    """Whether a sentence may be on the period and the round that are asked for: years that it names decide first."""
    if clause.narrow.when is None:
        return narrows(passage, clause)
    first, last = (int(bound[:4]) for bound in bounds(clause.narrow.when))
    years = {int(year) for year in YEAR.findall(passage.text)}
    published = passage.citation.published[:4]
    if years:
        return any(first <= year <= last for year in years) and narrows(passage, clause)
    return bool(published) and first <= int(published) <= last and narrows(passage, clause)
