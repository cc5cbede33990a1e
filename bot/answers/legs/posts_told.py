"""The posts of a house or of somebody as the store has them, and the answer that tells some of them in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answers.asked.question import Clause
from bot.answers.cards import Card
from bot.answers.careers import in_order
from bot.answers.desk import Desk
from bot.answers.fitting import title_of
from bot.answers.found import Found
from bot.answers.lines import cited_by, event_lines, passage_line
from bot.answers.query import Ids, Part, Query
from bot.answers.quoted import is_quoted, spaced
from bot.answers.shared_posts import rightly_held
from bot.answers.tenure import is_over
from bot.answers.titles import posts
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.model.answer import Action
from bot.model.when import When
from bot.store.read import Passage, StoredEvent

_TOP = frozenset({"ceo", "chair", "president", "founder"})
MANAGES = Pattern(
    r"^(?:sole |general |managing |representative |executive )+(?:director|manager|partner)\b(?! of)|"
    r"^(?:the |its )?(?:boss|head|leader|chief|at the (?:top|helm)|in charge)$",
    re.I,
)
VICE = Pattern(r"\b(?:vice|deputy)[- ]\w+", re.I)
READ = 60
"""Posts of one house, or of one person, that are looked at."""


def found(
    desk: Desk,
    clause: Clause,
    told: Sequence[StoredEvent],
    rule: str,
    title: str = "",
    first: Sequence[Passage] = (),
    last: Sequence[Passage] = (),
) -> Found:
    """Facts in their order, with sentences before them and sentences after them that they do not quote."""
    told = list({t.id: t for t in told}.values())
    facts = event_lines(told)
    quotes = [spaced(c.quote) for c in cited_by(facts)]
    after = [p for p in last if not is_quoted(p.text, quotes) and p not in first]
    lines = [*map(passage_line, first), *facts, *map(passage_line, after)]
    name = desk.facts.name(clause.ids[0] if clause.ids else min(clause.names[0].ids))
    card = Card(title or name, lines, told, (Action("timeline", f"Timeline of {name}", f"/timeline {name}"),))
    answer = (
        i for t in told for ids in (people_of_post(t), ids_by_slot(t).get("organization", ())) for i in sorted(ids)
    )
    asked = tuple(dict.fromkeys(i for i in answer if i not in clause.ids))
    return Found(clause, tuple(told), (*first, *after), asked, rule=rule, card=card)


def held_at(desk: Desk, house: Ids) -> list[StoredEvent]:
    """The posts of a house of which it is told who holds them, the last first."""
    query = Query(("role",), (Part(("organization",), house),), needs=("person",), limit=READ)
    return newest(rightly_held(desk.lookup.run(query)))


def posts_of(desk: Desk, person: Ids) -> list[StoredEvent]:
    """The posts of somebody, the foremost first; those that are over after the others, the last first."""
    held = desk.lookup.run(Query(("role",), (Part(("person",), person),), limit=READ))
    ordered = in_order(held, "organization")
    return [*(t for t in ordered if not is_over(t)), *newest(t for t in ordered if is_over(t))]


def newest(held: Iterable[StoredEvent]) -> list[StoredEvent]:
    return sorted(held, key=_last_of, reverse=True)


def last_told(gone: Iterable[StoredEvent]) -> list[StoredEvent]:
    """Posts that are over, those first that lasted longest, as far as it is told."""
    return sorted(gone, key=lambda t: ended(t) or t.said_last, reverse=True)


def _last_of(told: StoredEvent) -> str:
    return ended(told) or since(told) or told.said_last


def ended(told: StoredEvent) -> str:
    end = told.event.best("end")
    return end.start.isoformat() if isinstance(end, When) else ""


def since(told: StoredEvent) -> str:
    start = told.event.best("date" if told.kind == "founding" else "start")
    return start.start.isoformat() if isinstance(start, When) else ""


def leads(told: StoredEvent) -> bool:
    """Whether a post is at the top of all of a house."""
    title = title_of(told.event)
    return bool(posts(VICE.sub("", title)) & _TOP) or bool(MANAGES.search(title))


def people_of_post(told: StoredEvent) -> Ids:
    return frozenset(i for slot in ("person", "founders") for i in ids_by_slot(told).get(slot, ()))


def is_at(told: StoredEvent, house: Ids) -> bool:
    return bool(ids_by_slot(told).get("organization", frozenset()) & house)
