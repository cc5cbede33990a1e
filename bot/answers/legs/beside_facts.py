"""The sentences beside the facts of an answer that tell the same kind of thing, or a detail of a deal."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.intents.details import RULES
from bot.answers.quoted import is_quoted, quotes_of
from bot.answers.relevance import rest
from bot.answers.sentences.misread import told_of_another
from bot.answers.sentences.tellings import ENOUGH_TOLD, SURELY_TOLD, Sought
from bot.store.read import Passage, StoredEvent

_MOST = 2


def details_beside(desk: Desk, reading: Clause, told: Iterable[StoredEvent]) -> list[Passage]:
    """Sentences that tell what a question asks of a deal in particular, and that no quote of the facts holds."""
    found: list[Passage] = []
    quotes = quotes_of(told)
    for rule in RULES:
        for query in rule.queries(reading):
            for passage in desk.tellings.best(reading, [Sought(query, rest(rule, reading))], ENOUGH_TOLD, _MOST):
                if passage in found or told_of_another(desk.sentences.discourse, reading, passage):
                    continue
                if not is_quoted(passage.text, quotes):
                    found.append(passage)
    return found[:_MOST]


def told_too(
    desk: Desk, reading: Clause, wish: Sought, told: list[StoredEvent], passages: list[Passage]
) -> list[Passage]:
    """Sentences that surely tell the same kind of thing, and that no quote of the facts holds."""
    if wish.query.order in ("largest", "smallest") or reading.lists or (wish.query.kinds == ("role",) and wish.others):
        return []
    quotes = quotes_of(told)
    found = []
    for passage in desk.tellings.best(reading, [wish], SURELY_TOLD):
        if passage not in passages and not is_quoted(passage.text, quotes):
            found.append(passage)
    return found[:2]
