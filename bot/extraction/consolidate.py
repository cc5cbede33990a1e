"""One article often tells a fact several times, in the title, in the lead and further down: its drafts become one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot import names
from bot.extraction.kind import Draft, Kind, all_kinds
from bot.model.money import Money
from bot.model.rounds import round_key
from bot.model.statement import Investor, SlotValue, members, name_of
from bot.model.when import When

_SAME_SUM = 0.05
_SAME_ROUND = ("amount", "round")
"""By which a round that is told as new is one that is told of the past."""

_OF_ONE = {"amount", "date"}
"""What is not that of all shares, where only those that were left were bought."""

# Every draft of an article is compared with every other by the same few names.
bare, fold = (lru_cache(maxsize=2_000)(form) for form in (names.bare, names.fold))


def agrees(a: SlotValue, b: SlotValue) -> bool:
    """Whether two values of one slot can both be true of one thing."""
    if isinstance(a, Money) and isinstance(b, Money):
        if a.currency != b.currency:
            return True  # which is which is told by the conversion, not here
        return abs(a.value - b.value) <= _SAME_SUM * max(a.value, b.value)
    if isinstance(a, When) and isinstance(b, When):
        return a.overlaps(b)
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= 0.001 * max(abs(a), abs(b))
    if isinstance(a, str) and isinstance(b, str):
        x, y = set(fold(a).split()), set(fold(b).split())
        return bool(x) and bool(y) and len(x & y) >= 0.6 * min(len(x), len(y))
    return True


def _keys(value: SlotValue | None) -> set[str]:
    if isinstance(value, str):
        return {bare(value) or fold(value)}
    if isinstance(value, tuple):
        return {bare(name) for name in members(value)}
    return {str(value)} if value is not None else set()


def _same_identity(kind: Kind, a: Draft, b: Draft) -> bool:
    if kind.any_identity:
        shared = [s for s in kind.identity if s in a.slots and s in b.slots]
        return bool(shared) and all(_keys(a.slots[s]) == _keys(b.slots[s]) for s in shared)
    for slot in kind.identity:
        x, y = a.slots.get(slot), b.slots.get(slot)
        if isinstance(x, tuple) or isinstance(y, tuple):
            if len(_keys(x) & _keys(y)) < 2:
                return False
        elif isinstance(x, float) or isinstance(y, float):
            if x is None or y is None or not agrees(x, y):
                return False
        elif _keys(x) != _keys(y):
            return False
    return True


def same_fact(kind: Kind, a: Draft, b: Draft) -> bool:
    """Whether two drafts of one article tell the same fact: same identity, no slot of `merge` contradicting."""
    if not _same_identity(kind, a, b) or _of_two_eras(a, b):
        return False
    if kind.name == "funding" and {a.slots.get("status"), b.slots.get("status")} == {"completed", "denied"}:
        return False
    return all(_agree(s, a.slots[s], b.slots[s]) for s in kind.merge if s in a.slots and s in b.slots)


def _of_two_eras(a: Draft, b: Draft) -> bool:
    """Whether one is told as new and the other as one of before, and neither sum nor round makes them one."""
    if not a.era or not b.era or a.era == b.era:
        return False
    for slot in _SAME_ROUND:
        x, y = a.slots.get(slot), b.slots.get(slot)
        known = x is not None and y is not None and _agree(slot, x, y)
        if known and not (isinstance(x, Money) and isinstance(y, Money) and x.currency != y.currency):
            return False
    return True


_SHORT_TITLES = (
    (re.compile(r"\bchief executive(?: officer)?\b", re.IGNORECASE), "CEO"),
    (re.compile(r"\bchief (?:technology|technical) officer\b", re.IGNORECASE), "CTO"),
    (re.compile(r"\bchief operating officer\b", re.IGNORECASE), "COO"),
    (re.compile(r"\b(?:chief financial officer|finance chief)\b", re.IGNORECASE), "CFO"),
    (re.compile(r"\bvice[ -]president\b", re.IGNORECASE), "VP"),
    (re.compile(r"\bco-?founder\b", re.IGNORECASE), "founder"),
)


@lru_cache(maxsize=2_000)
def _title(text: str) -> str:
    """A title by the letters that stand for it: the chief executive is the CEO."""
    for written, short in _SHORT_TITLES:
        text = written.sub(short, text)
    return text


def _agree(slot: str, a: SlotValue, b: SlotValue) -> bool:
    """As `agrees`; of rounds every plus counts, and a title is the same in letters and in words."""
    if slot == "title":
        return agrees(_title(str(a)), _title(str(b)))
    if slot != "round":
        return agrees(a, b)
    x, y = round_key(str(a)), round_key(str(b))
    return x == y or (x.count("+") == y.count("+") and agrees(a, b))


def _agreement(kind: Kind, a: Draft, b: Draft) -> int:
    return sum(s in a.slots and s in b.slots for s in kind.merge)


def _join(a: Draft, b: Draft) -> Draft:
    """The surer draft, completed by the other's slots; lists are joined."""
    first, second = (a, b) if a.score >= b.score else (b, a)
    slots = dict(first.slots)
    rest = first.kind == "acquisition" and "new" in (first.era, second.era) and first.era != second.era
    for name, value in second.slots.items():
        if rest and name in _OF_ONE:
            continue
        mine = slots.get(name)
        if mine is None:
            slots[name] = value
        elif isinstance(mine, tuple) and isinstance(value, tuple):
            known = {bare(name_of(item)): item for item in mine}
            for item in value:
                key = bare(name_of(item))
                old = known.get(key)
                if old is None:
                    known[key] = item
                elif isinstance(old, Investor) and isinstance(item, Investor) and item.lead and not old.lead:
                    known[key] = Investor(old.name, True)
            slots[name] = tuple(known.values())  # type: ignore[assignment]
        elif isinstance(mine, When) and isinstance(value, When) and value.overlaps(mine):
            slots[name] = min(mine, value, key=lambda when: when.end - when.start)
    return Draft(first.kind, slots, first.start, first.end, first.score, first.era or second.era)


def consolidate(drafts: Iterable[Draft]) -> list[Draft]:
    """Each fact once, in the order of its place in the text; the fullest drafts are settled first."""
    kinds = all_kinds()
    kept: list[Draft] = []
    ordered = sorted(
        drafts, key=lambda d: (d.kind, -sum(s in d.slots for s in kinds[d.kind].merge), -d.score, d.start, str(d.slots))
    )
    for draft in ordered:
        kind = kinds[draft.kind]
        twins = [i for i, k in enumerate(kept) if k.kind == draft.kind and same_fact(kind, k, draft)]
        if twins:
            best = max(twins, key=lambda i: (_agreement(kind, kept[i], draft), draft.era in ("", kept[i].era), -i))
            kept[best] = _join(kept[best], draft)
        else:
            kept.append(draft)
    return sorted(kept, key=lambda d: (d.start, d.end, d.kind, str(d.slots)))
