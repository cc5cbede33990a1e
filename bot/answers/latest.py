"""What is new of a name: what happened last stands first; what was so all along only where little happened."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.cards import Card
from bot.answers.desk import Desk
from bot.answers.intents.time import kinds_named, news
from bot.answers.kinds import NEWS, QUIET
from bot.answers.lines import event_lines, is_bare
from bot.model.when import When
from bot.store.read import StoredEvent

_READ = 60
_MOST = 7
_FEW = 3
_MONTH = len("2025-01")
_ALL_ALONG = frozenset({"founding", "price", "metric"})


def latest(desk: Desk, clause: Clause) -> Card | None:
    """The card of the news of a name; None where something else is asked, or of a period."""
    queries = news.queries(clause) if clause.groups() else []
    if not queries or clause.narrow.when is not None or kinds_named(clause.shape) != NEWS:
        return None
    told = [t for t in desk.lookup.run(replace(queries[0], order="newest", limit=_READ)) if not is_bare(t)]
    told.sort(key=lambda t: (_day(t)[:_MONTH], t.kind not in QUIET, _day(t), _rank(t)), reverse=True)
    happened = [t for t in told if not _is_all_along(t)]
    rest = [t for t in told if t not in happened][: max(0, _FEW - len(happened))]
    shown = [*happened[:_MOST], *rest]
    return Card(desk.facts.name(clause.ids[0]), event_lines(shown), shown) if shown else None


def _day(told: StoredEvent) -> str:
    """When something happened, or was told where it lies ahead; of what has no time the year of its article."""
    if told.date is None:
        return told.said_first[:4]
    return min(told.date.start.isoformat(), told.said_last or told.date.start.isoformat())


def _rank(told: StoredEvent) -> int:
    return -NEWS.index(told.kind) if told.kind in NEWS else 0


def _is_all_along(told: StoredEvent) -> bool:
    """Whether something did not happen: a post that somebody holds, a price, a figure of no time."""
    if told.kind == "role":
        return not any(isinstance(told.event.best(slot), When) for slot in ("start", "end"))
    return told.kind in _ALL_ALONG
