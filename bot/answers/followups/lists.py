"""Two lists that were just told held against each other, and what a list leaves where nothing of it fits."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.asked.memory import Focus
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.found import Found
from bot.answers.lines import citations_of
from bot.answers.query import Ids
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.model.answer import Citation, Line
from bot.store.read import StoredEvent

_WHO = (
    r"(?:which|who|what|any|anyone|anybody)(?: of (?:them|these|those)|(?: ones?)?|(?: the)? \w+)?"
    r"(?: (?:is|are|was|were))?"
)
IN_BOTH = Pattern(
    rf"^(?:{_WHO} )?(?:the same(?: ones?| in both| for both)?|in both|on both(?: lists)?|(?:in )?common(?: to both)?|"
    rf"both|shared|overlap(?:s|ping)?)$|"
    r"^(?:are|were) (?:any|some|they|these|those)(?: of them)? (?:the same|in both|in common|common|shared)$|"
    r"^(?:do|does|did) (?:they|both|the two|any of them) (?:share|have) (?:any(?:thing|one|body)?|the same|some|"
    r"an?)(?: \w+)?(?: in common)?$|^(?:who|which|what)(?: \w+)? (?:do|does|did) (?:they|both|the two) (?:share|"
    r"have in common)$|^(?:any |the )?(?:common|shared|same) (?:ones|\w+s)$|^(?:is there |are there )?(?:any )?overlap$"
)
"""Who of one list is on the other, too: "which are the same", "any in common"."""
_NAMED = 8


def in_both(desk: Desk, foci: Sequence[Focus]) -> Found | None:
    """Those whom each of the last two answers gave to the same question on two names; that there are none, else."""
    told = [focus for focus in foci[:2] if focus.answer and focus.clause.groups()]
    if len(told) < 2 or set(told[0].clause.ids) & set(told[1].clause.ids):
        return None
    now, before = (_given(focus) for focus in told)
    kinds = {desk.facts.kind(i) for i in now} & {desk.facts.kind(i) for i in before}
    if not kinds:
        return None
    both = [i for i in now if i in before and desk.facts.kind(i) in kinds]
    sides = [_side(desk, focus, given) for focus, given in ((told[1], before), (told[0], now))]
    cited = tuple(c for focus in told[::-1] for c in _cited(focus, frozenset(both)))
    if not both:
        return Found(told[0].clause, lead=(Line(f"None of those told is in both: {'; '.join(sides)}", cited),),
                     asked=tuple(now), rule=FOLLOWS)  # fmt: skip
    names = ", ".join(desk.facts.name(i) for i in both[:_NAMED])
    return Found(told[0].clause, lead=(Line(f"In both: {names}", cited),), asked=tuple(both), rule=FOLLOWS)


def not_among_them(desk: Desk, last: Focus, listed: Sequence[str], word: str) -> Found:
    """That of several which were told none fits: "only German ones"."""
    names = ", ".join(desk.facts.name(i) for i in listed[:_NAMED])
    line = Line(f"None of those just told is told to be {word}: {names}", _cited(last, frozenset()))
    return Found(last.clause, lead=(line,), asked=tuple(listed), query=last.query, rule=FOLLOWS)


def left_of_them(desk: Desk, last: Focus, left: Sequence[str], out: Sequence[str], word: str) -> Found:
    """Those of a list of whom it is not told that they are of a people, and those who are left out for it."""
    names = ", ".join(desk.facts.name(i) for i in left[:_NAMED])
    gone = ", ".join(desk.facts.name(i) for i in out[:_NAMED])
    line = Line(f"Not told to be {word}: {names} (left out: {gone})", _cited(last, frozenset()))
    return Found(last.clause, lead=(line,), asked=tuple(left), query=last.query, rule=FOLLOWS)


def _given(focus: Focus) -> list[str]:
    """Those who put money into the rounds of an answer; else whom it gave."""
    named = frozenset(focus.clause.ids)
    parts = [i for told in focus.told for i in sorted(ids_by_slot(told).get("investors", ()))]
    return [i for i in dict.fromkeys(parts or focus.answer) if i not in named and not i.startswith("place-")]


def _side(desk: Desk, focus: Focus, given: Sequence[str]) -> str:
    names = " and ".join(desk.facts.name(sorted(ids)[0]) for ids in focus.clause.groups())
    return f"{names}: {', '.join(desk.facts.name(i) for i in given[:_NAMED])}"


def _cited(focus: Focus, ids: Ids) -> tuple[Citation, ...]:
    """What a list rests on, that on some of it first."""

    def holds(told: StoredEvent) -> bool:
        return any(ids & part for part in ids_by_slot(told).values())

    told = sorted(focus.told, key=lambda one: not holds(one))
    cited = [c for one in told[:2] for c in citations_of(one)[:1]]
    return tuple(cited or [p.citation for p in focus.passages[:1]])
