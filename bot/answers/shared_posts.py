"""Posts that one sentence tells of several: one that is held alone belongs to whoever is named next to it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.fitting import title_of
from bot.answers.titles import posts
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.store.read import StoredEvent
from bot.store.records import StoredStatement

_SOLE = frozenset({"ceo", "cto", "cfo", "coo", "chair", "president"})
_SHARED = Pattern(r"\bco-|\bjoint\b|s$")
_NOWHERE = 10_000


def rightly_held(told: Iterable[StoredEvent]) -> list[StoredEvent]:
    """Some posts without those that the same sentences tell rather of somebody else."""
    every = list(told)
    nearest: dict[tuple[str, str, str], int] = {}
    for one in every:
        for key, far in _distances(one).items():
            nearest[key] = min(far, nearest.get(key, _NOWHERE))
    return [one for one in every if _is_nearest(one, nearest)]


def _is_nearest(told: StoredEvent, nearest: dict[tuple[str, str, str], int]) -> bool:
    own = _distances(told)
    return not own or any(far <= nearest[key] for key, far in own.items())


def _distances(told: StoredEvent) -> dict[tuple[str, str, str], int]:
    """How far from the post whoever holds it is named, by sentence, house and post."""
    title = title_of(told.event).casefold()
    house = min(ids_by_slot(told).get("organization", {""}))
    sole = bool(posts(title) & _SOLE) and not _SHARED.search(title)
    far = {(one.quote, house, title): _far(one, title) for one in told.statements}
    # Of a post that several may hold it only counts whether somebody is named at all.
    return far if sole else {key: _NOWHERE if gap == _NOWHERE else 0 for key, gap in far.items()}


def _far(one: StoredStatement, title: str) -> int:
    at = one.quote.casefold().find(title)
    name = str(one.slots.get("person") or "")
    name = name if name in one.quote else name.split(" ")[-1]
    if not name or name not in one.quote:
        return _NOWHERE
    if at < 0:
        return 0
    places = [start for start in _beginnings(one.quote, name) if name]
    gaps = (start - at - len(title) if start > at else at - start - len(name) for start in places)
    return min((max(0, gap) for gap in gaps), default=_NOWHERE)


def _beginnings(text: str, name: str) -> Iterable[int]:
    at = text.find(name) if name else -1
    while at >= 0:
        yield at
        at = text.find(name, at + 1)
