"""The sentence under the line of a deal that holds the most of what the line tells.

A deal is often put together from several sentences: who led it stands in another one than its sum.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from bot.answers.desk import Desk
from bot.answers.kinds import DEAL_KINDS
from bot.answers.lines import event_line, passage_line
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.retrieval import ENDS
from bot.grammar.money import find_money
from bot.model.answer import Citation, Line
from bot.model.money import Money
from bot.store.read import Passage, StoredEvent

_PARTIES = ("buyer", "target", "seller", "exchange", "investors")
Names: TypeAlias = frozenset[str]
Sums: TypeAlias = frozenset[tuple[float, str]]
_NO_NAMES: Names = frozenset()
_NO_SUMS: Sums = frozenset()
_LONGEST = 500
"""Letters of a sentence that is shown below a line."""


def deal_line(desk: Desk, told: StoredEvent) -> Line:
    """The line of a fact; where it is a deal, first with the sentence of its article that tells the most of it."""
    line = event_line(told)
    if told.kind not in DEAL_KINDS or len(line.citations) != 1 or not told.statements:
        return line
    first = next((s for s in told.statements if s.citation == line.citations[0]), told.statements[0])
    names, sums = _values(told)
    discourse = desk.sentences.discourse
    whole = [p for p in discourse.article(first.article) if _is_whole(p)] if names or sums else []
    own = [p for p in whole if desk.sentences.evidence.speaks_of(p, (_whose(told),))]
    most = max(own, key=lambda p: _held(p.text, names, sums), default=None)
    shown: list[Citation] = list(line.citations)
    if most is not None and _held(most.text, names, sums) > max(1, _held(first.quote, names, sums)):
        kept = all(_held(most.text, *one) >= _held(first.quote, *one) for one in ((names, _NO_SUMS), (_NO_NAMES, sums)))
        shown.insert(0 if kept and discourse.names_one(most, _whose(told)) else 1, passage_line(most).citations[0])
    amount = told.event.best("amount")
    asked = frozenset(((amount.value, amount.currency),)) if isinstance(amount, Money) else frozenset()
    if asked and not any(_held(one.quote, _NO_NAMES, asked) for one in shown):
        shown[1:1] = [passage_line(p).citations[0] for p in own if _held(p.text, _NO_NAMES, asked)][:1]
    return replace(line, citations=tuple(shown))


def _whose(told: StoredEvent) -> frozenset[str]:
    """Whose deal it is."""
    ids = (i for s in told.statements for slot in ("company", "target") for i in s.entities.get(slot, ()))
    return frozenset(ids)


def _values(told: StoredEvent) -> tuple[Names, Sums]:
    """The names and the sums that a fact tells, besides whose deal it is."""
    names: set[str] = set()
    sums: set[tuple[float, str]] = set()
    for statement in told.statements:
        for slot, value in statement.slots.items():
            if isinstance(value, Money):
                sums.add((value.value, value.currency))
            elif slot in _PARTIES and isinstance(value, str):
                names.add(value)
            elif slot in _PARTIES and isinstance(value, tuple):
                names.update(one if isinstance(one, str) else one.name for one in value)
    return frozenset(names), frozenset(sums)


def _held(text: str, names: Names, sums: Sums) -> int:
    """How many of some names and sums a sentence tells."""
    told = sum(name in text for name in names)
    given = {(one.money.value, one.money.currency) for one in find_money(text)} if sums else set()
    return told + len(sums & given)


def _is_whole(passage: Passage) -> bool:
    text = passage.text
    return passage.ordinal > 0 and len(text) <= _LONGEST and bool(ENDS.search(text)) and not is_furniture(text)
