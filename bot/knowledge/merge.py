"""Puts statements that tell of one event together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from bot.knowledge.merge_rules import NEVER, Rule, rule
from bot.knowledge.told import Told
from bot.knowledge.values import Parents, agree, ancestors, related, same_sum, shared, text_likeness
from bot.model.money import Money
from bot.model.statement import SlotValue, is_name, members
from bot.model.when import When

_PENDING = frozenset({"rumored", "announced", "denied"})
_ALIKE = {"text": 0.6, "action": 0.6, "topic": 0.5, "use": 0.5}
_LONG_AFTER = 120
"""Days after which an undated report of another sum is about another deal."""

_FRESH = 14
"""Days within which an undated report is taken to be about what happened then."""

_SLACK_AFTER_PRINT = 31
"""Days by which a deal may be dated after an article that tells it without a date."""


def group(statements: Iterable[Told], parents: Parents) -> list[list[Told]]:
    """Groups of statements about one event each, in the order of their first articles.

    What happened comes before what was talked of, the most telling statement before the vaguer ones, which join what
    they fit best; one that fits two events equally well stays alone, for a fact told twice does less harm than two
    facts told as one.
    """
    buckets: dict[str, list[Told]] = defaultdict(list)
    for told in statements:
        buckets[told.kind].append(told)
    groups: list[list[Told]] = []
    for kind in sorted(buckets):
        groups += _group_kind(rule(kind), buckets[kind], parents)
    return sorted((sorted(g, key=lambda t: t.order) for g in groups), key=lambda g: (g[0].kind, g[0].order))


def _group_kind(by: Rule, statements: list[Told], parents: Parents) -> list[list[Told]]:
    groups: list[list[Told]] = []
    near: dict[str, list[int]] = defaultdict(list)
    for told in sorted(statements, key=lambda t: (t.slots.get("status") in _PENDING, -_telling(by, t), t.order)):
        names = _identity_roots(by, told, parents)
        candidates = sorted({index for name in names for index in near[name]})
        scored = [(_fits(by, told, groups[index], parents), index) for index in candidates]
        best = max((score for score, _ in scored), default=NEVER)
        chosen = [index for score, index in scored if score == best]
        if best < by.threshold or len(chosen) > 1:
            groups.append([told])
            home = len(groups) - 1
        else:
            home = chosen[0]
            groups[home].append(told)
        for name in names:
            if home not in near[name]:
                near[name].append(home)
    return groups


def _telling(by: Rule, told: Told) -> float:
    return sum(s in told.slots for s in by.weights) + ("date" in told.slots)


def _identity_roots(by: Rule, told: Told, parents: Parents) -> list[str]:
    """The names an event is looked up by: those of its identity, each as the top of what it belongs to."""
    found: dict[str, None] = {}
    for slot in by.identity:
        if not is_name(slot):
            continue
        for name in members(told.slots.get(slot)):
            found.setdefault((name, *ancestors(name, parents))[-1])
    return list(found)


def _fits(by: Rule, told: Told, event: list[Told], parents: Parents) -> float:
    """How well a statement fits an event: as well as to its best member, if no member forbids it."""
    scores = [_score(by, told, other, parents) for other in event]
    return NEVER if NEVER in scores else max(scores)


def _score(by: Rule, a: Told, b: Told, parents: Parents) -> float:
    if not _same_identity(by, a, b, parents) or by.apart(a, b):
        return NEVER
    if a.article == b.article and not _one_telling(by, a, b, parents):
        return NEVER
    total = _dates(by, a, b)
    for slot, (agreeing, contradicting) in by.weights.items():
        one, other = a.slots.get(slot), b.slots.get(slot)
        if slot == "date" and one is None and other is None and _same_time(by, a, b):
            total += agreeing
        if one is None or other is None:
            continue
        if _same(slot, one, other, parents):
            total += agreeing * (_overlap(one, other, parents) if slot == "investors" else 1)
        elif not (_pending(a, b) and _roughly(one, other)):
            if isinstance(one, Money) and _told_long_after(a, b):
                return NEVER
            total += contradicting
    return total


def _told_long_after(a: Told, b: Told) -> bool:
    """Whether one is dated and the other, undated, was printed so much later that another sum means another deal."""
    for dated, undated in ((a, b), (b, a)):
        when, printed = dated.slots.get("date"), undated.published
        if isinstance(when, When) and undated.slots.get("date") is None and printed is not None:
            return _gap(when, printed) > _LONG_AFTER
    return False


def _same_identity(by: Rule, a: Told, b: Told, parents: Parents) -> bool:
    met = 0
    for slot in by.identity:
        one, other = a.slots.get(slot), b.slots.get(slot)
        if one is None or other is None:
            continue
        if is_name(slot):
            same = (
                related(one, other, parents)
                if isinstance(one, str) and isinstance(other, str)
                else shared(one, other, parents) >= by.shared and shared(other, one, parents) >= by.shared
            )
        else:
            same = agree(slot, one, other, parents)
            if by.catch_all and by.catch_all in (one, other):
                same = same and _same_figure(a, b, parents)
        if same:
            met += 1
        elif not by.any_identity:
            return False
    return met > 0


def _same_figure(a: Told, b: Told, parents: Parents) -> bool:
    one, other = a.slots.get("value"), b.slots.get("value")
    return one is not None and other is not None and agree("value", one, other, parents)


def _one_telling(by: Rule, a: Told, b: Told, parents: Parents) -> bool:
    """Whether two statements of one article agree in what an article tells once."""
    pairs = [(slot, a.slots.get(slot), b.slots.get(slot)) for slot in by.within_article]
    told = [(slot, x, y) for slot, x, y in pairs if x is not None and y is not None]
    # What an article reports, without a date, is not what it looks back on, unless they have something in common.
    looks_back = bool(pairs) and not told and _told_long_after(a, b)
    return not looks_back and all(_same(slot, x, y, parents) for slot, x, y in told)


def _same_time(by: Rule, a: Told, b: Told) -> bool:
    if by.as_of is None or a.published is None or b.published is None:
        return False
    return _gap(a.published, b.published) <= by.as_of


def _same(slot: str, a: SlotValue, b: SlotValue, parents: Parents) -> bool:
    if isinstance(a, Money) and isinstance(b, Money):
        return same_sum(a, b)
    if slot in _ALIKE and isinstance(a, str) and isinstance(b, str):
        return text_likeness(a, b) >= _ALIKE[slot]
    return agree(slot, a, b, parents)


def _dates(by: Rule, a: Told, b: Told) -> float:
    if by.days is None:
        return 0.0
    one, other = a.slots.get("date"), b.slots.get("date")
    reach = by.pending_days if by.pending_days is not None and _pending(a, b) else by.days
    if isinstance(one, When) and isinstance(other, When):
        if _gap(one, other) > reach:
            return NEVER
        return by.near if _length(one) <= 31 and _length(other) <= 31 else 0.0
    for dated, undated in ((one, b), (other, a)):
        if isinstance(dated, When) and undated.published is not None:
            ahead = (dated.start - undated.published.end).days
            if ahead > max(_SLACK_AFTER_PRINT, reach if reach != by.days else 0):
                return NEVER
            if _length(dated) <= 31:
                return _of_late(by, _gap(dated, undated.published))
    return 0.0


def _of_late(by: Rule, days: int) -> float:
    """What speaks for an undated report on what happened so many days before it: news is of what just happened."""
    if days <= _FRESH:
        return by.near
    return 0.0 if days <= (by.days or 0) else -by.near / 2


def _overlap(a: SlotValue, b: SlotValue, parents: Parents) -> float:
    """From 0.5 to 1: of the longer of two lists of names that share some, how many the other has, too."""
    longest = max(len(members(a)), len(members(b)))
    return 0.5 + 0.5 * min(shared(a, b, parents), shared(b, a, parents)) / longest


def _pending(a: Told, b: Told) -> bool:
    """Whether one tells of plans, talks or their denial and the other, or neither, of what came of it later."""
    for early, late in ((a, b), (b, a)):
        if early.slots.get("status") in _PENDING:
            if late.slots.get("status") in _PENDING:
                return True
            first, second = (t.slots.get("date", t.published) for t in (early, late))
            return not (isinstance(first, When) and isinstance(second, When)) or first.start <= second.end
    return False


def _roughly(a: SlotValue, b: SlotValue) -> bool:
    """Sums that talks may have changed into one another."""
    return isinstance(a, Money) and isinstance(b, Money) and same_sum(a, b, 0.5)


def _gap(a: When, b: When) -> int:
    """Days between two intervals, 0 where they overlap."""
    return max(0, (a.start - b.end).days, (b.start - a.end).days)


def _length(when: When) -> int:
    return (min(when.end, date.max) - when.start).days + 1
