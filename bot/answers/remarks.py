"""What is said before the facts of an answer where they leave open what was asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answers.asked.question import Clause
from bot.answers.fitting import has_lead
from bot.answers.intents.intent import LED
from bot.answers.ordinals import asks_if_raising, is_to_come
from bot.answers.query import Query
from bot.grammar.patterns import Pattern
from bot.model.answer import Line
from bot.store.read import StoredEvent

_LED = Pattern(rf"\b{LED}\b")
_ASKS_LEAD = Pattern(rf"\bwho\b.*\b{LED}\b|\blead investors?\b")


def remarks(clause: Clause, query: Query, told: Sequence[StoredEvent]) -> Iterable[Line]:
    """The lines that say what no fact tells: who led a round, that one is on its way."""
    if not told or any(one.kind != "funding" for one in told):
        return
    quotes = " ".join(s.quote for one in told for s in one.statements)
    cited = tuple(one.statements[0].citation for one in told[:1] if one.statements)
    led = any(has_lead(one, query) for one in told) or _LED.search(quotes)
    if query.lead and not led and _ASKS_LEAD.search(clause.shape):
        yield Line("Who led it is not told; who took part:", cited)
    if asks_if_raising(clause) and not any(map(is_to_come, told)):
        yield Line("No round in the making is told; the last one known:", cited)
