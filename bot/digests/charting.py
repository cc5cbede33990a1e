"""The small chart of a digest: what companies raised by the news that it tells, where there is enough to compare."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import timedelta

from bot.answers.amounts import ONE_ROUND, Sums, comparable, distinct, total
from bot.answers.picturing import currency_name, name_of, not_drawn, pictured, written
from bot.answers.view import ids_by_slot
from bot.charts.spec import Bar, Bars
from bot.digests.content import Digest
from bot.digests.weighing import day_of
from bot.model.answer import Answer
from bot.model.money import Money
from bot.store.read import Facts, StoredEvent

LEAST = 3
"""Comparable sums; fewer are read more easily than looked at."""
_OLD = timedelta(days=90)
"""A round that was so long ago when an article told it is background, no news."""
_NEWS = ("new", "corrected", "conflicting")


def charted(answer: Answer, digest: Digest, facts: Facts) -> Answer:
    """The digest with a picture of its rounds by company, all of one currency; as it is where three do not compare."""
    rounds, older = _rounds(digest, facts)
    counted = Counter(m.currency for told in rounds if isinstance(m := told.event.best("amount"), Money))
    if not counted:
        return answer
    commonest = max(counted, key=lambda code: (counted[code], code == "USD", code))
    sums = comparable(rounds, commonest)
    counted_once = distinct(sums.drawn)
    if len(counted_once) < LEAST:
        return answer
    once = (ONE_ROUND,) if len(counted_once) < len(sums.drawn) else ()
    sums = replace(sums, drawn=tuple(counted_once))
    left = (*sums.left, *([f"{older} of more than three months before"] if older else []))
    chart = Bars(
        "New rounds by company",
        f"{len(sums.drawn)} told in {currency_name(sums.currency)}, news since {written().day(digest.since)}",
        _bars(sums, facts),
        (*once, *not_drawn(left)),
    )
    return pictured(answer, chart)


def _rounds(digest: Digest, facts: Facts) -> tuple[list[StoredEvent], int]:
    """The rounds that the digest tells as news, and how many of them are background."""
    rounds, older = [], 0
    for item in digest.items:
        told = facts.event(item.event) if item.kind == "funding" and item.what in _NEWS else None
        if told is None:
            continue
        day = day_of(item.line.when)
        if told.date is not None and day is not None and day - told.date.end > _OLD:
            older += 1
        else:
            rounds.append(told)
    return rounds, older


def _bars(sums: Sums, facts: Facts) -> tuple[Bar, ...]:
    raised: dict[str, list[Money]] = defaultdict(list)
    for told, money in sums.drawn:
        raised[min(ids_by_slot(told).get("company", {told.id}))].append(money)
    made = []
    for company, amounts in raised.items():
        whole = amounts[0] if len(amounts) == 1 else total(amounts, sums.currency)
        rounds = f" ({len(amounts)} rounds)" if len(amounts) > 1 else ""
        made.append(Bar(f"{name_of(facts, company)}{rounds}", whole.value, written().money(whole)))
    return tuple(sorted(made, key=lambda bar: (-bar.value, bar.label)))
