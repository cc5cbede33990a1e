"""What is asked of several that were just told: those of one country, the second biggest, the highest, all by "
"name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause
from bot.answers.asked.words import stem
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.followups.fragments import opened
from bot.answers.followups.lists import IN_BOTH, in_both, left_of_them, not_among_them
from bot.answers.found import Found
from bot.answers.ordering import figure_of
from bot.answers.peoples import countries_within, country_meant, part_meant, people_of
from bot.answers.query import Ids, Query
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.model.answer import Line
from bot.model.money import Money
from bot.store.query import bounds
from bot.store.read import StoredEvent

_OF_A_PEOPLE = Pattern(
    r"^(?:(?:only|just|by|from|of|for|with|without|among them|and|which|who|what|whose|are|is|ones?|of (?:them|these|"
    r"those)|the|a|an|any|no) ){0,5}(?P<not>not |non-? ?|(?:isn't|aren't|is not|are not) |but (?:the |not )?|"
    r"except (?:the )?)?(?:(?:a|an|the|only|just) ){0,2}(?P<people>[a-z]+)(?: (?:ones?|compan(?:y|ies)|firms?|"
    r"start-?ups?|makers?|deals?|rounds?|investors?|houses?|names?|people|buyers?|only|of (?:them|these|those)|"
    r"please)){0,3}$"
)
_WITHOUT = Pattern(r"\b(?:without|no|not|non|isn't|aren't|except|but)\b")
_NTH = Pattern(
    r"^(?:(?:which|what|who) (?:is|was|are|were|comes?|came) )?(?:the )?(?P<nth>second|third|fourth|2nd|3rd|4th|next|"
    r"runner-?up)(?:[ -](?:biggest|largest|highest|most|place|best|one|after that|in size|expensive|valuable))*$"
)
_PLACES = {"second": 1, "2nd": 1, "next": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
_MOST = Pattern(
    r"^(?:(?:which|who|what)(?: one| of (?:them|these|those|the (?:two|three|four|lot)))? (?:is|was|are|were|has|had|"
    r"raised|got|costs?|paid|sold|ships?|shipped) )?(?:the |worth (?:the )?)?(?P<most>highest|biggest|largest|most|"
    r"most (?:expensive|valuable)|dearest|smallest|lowest|least|fewest|cheapest|least (?:expensive|"
    r"valuable))(?: (?:one|of (?:them|all|these|those)|money|valued|worth))*$"
)
_SMALL = Pattern(r"smallest|lowest|least|fewest|cheapest")
_LIST_THEM = Pattern(
    r"^(?:(?:please |pls |can you |could you )*(?:list|name|show|give)(?: me| us)? (?:them|all|all of them|"
    r"those|these|"
    r"it all)|(?:all )?names|which ones|which are (?:they|those|these)|list)(?: (?:all|please|pls|too))*$"
)
_HOW_MANY = Pattern(
    r"^how many(?: (?:of (?:them|these|those)|deals|rounds|ones))?(?: (?:are|is|were|was|"
    r"do you have))?(?: (?:they|these|"
    r"those|that|it|there|them))?(?: (?:in (?:all|total)|altogether|here|told))*$"
)
_STATUS = Pattern(
    r"^(?:(?:only|just|the|which (?:are|is|of them are)) )*(?P<status>rumou?red|planned|announced|closed|completed|"
    r"done|confirmed|denied)(?: (?:ones?|deals?|rounds?|only))*$"
)
_STATUSES = {"rumored": "rumored", "rumoured": "rumored", "planned": "planned", "announced": "announced",
             "denied": "denied"}  # fmt: skip
_VALUED = Pattern(r"\b(?:worth|valu\w+)\b")
_WIDER, _SHOWN = 120, 12
_CHAIN = 6


def of_the_list(desk: Desk, clause: Clause, foci: Sequence[Focus]) -> Found | None:
    """What a clause without a name asks of several that the turns before told; None where it asks anything else."""
    if not foci or clause.names or clause.unknown or clause.narrow.given:
        return None
    last, plain = foci[0], opened(clause.shape)
    if IN_BOTH.match(plain):
        return in_both(desk, foci)
    if (most := _MOST.match(plain)) is not None:
        return _foremost(last.clause, foci, smallest=bool(_SMALL.search(most["most"])))
    if (nth := _NTH.match(plain)) is not None:
        return _nth(desk, last, _PLACES.get(nth["nth"], 1))
    if _LIST_THEM.match(plain) and len(last.told) > 1:
        told = every(desk, last)[:_SHOWN]
        return Found(last.clause, tuple(told), (), last.answer, last.query, FOLLOWS)
    if _HOW_MANY.match(plain) and len({owner(one) for one in last.told}) > 1:
        told = every(desk, last)
        count = Line(f"{len(told)} are told here" + (f"; the first {_SHOWN}:" if len(told) > _SHOWN else ""))
        return Found(last.clause, tuple(told[:_SHOWN]), (), last.answer, last.query, FOLLOWS, lead=(count,))
    if (status := _STATUS.match(plain)) is not None and len(last.told) > 1:
        wanted = _STATUSES.get(status["status"], "")
        kept = [one for one in every(desk, last) if _is(one, wanted)]
        return _kept(last, kept)
    met = _OF_A_PEOPLE.match(plain)
    peoples = _peoples(met["people"]) if met is not None else ()
    if met is None or not peoples:
        return None
    return _of_peoples(desk, last, peoples, bool(met["not"]) or bool(_WITHOUT.search(plain)), met["people"])


def _peoples(word: str) -> tuple[str, ...]:
    """The stems of the peoples that a word means: "german", "asian"."""
    one = stem(word)
    if part := part_meant(one):
        return tuple(filter(None, map(people_of, sorted(countries_within(part)))))
    return (one,) if country_meant(one) else ()


def _of_peoples(desk: Desk, last: Focus, peoples: tuple[str, ...], without: bool, word: str) -> Found | None:
    """Those of some facts whose companies are of some peoples, that none is, else; or those of whom answered.

    `word`: what the peoples are called.
    """
    word = word.title()
    where = desk.lookup.whereabouts

    def fits(ids: Ids) -> bool:
        return any(where.fits(ids, (people,), (), "") for people in peoples)

    def is_at_home(one: str) -> bool:
        return fits(frozenset((one,))) is not without and (not without or where.seat(one) is not None)

    owners = [owner(one) for one in last.told]
    if len(set(owners)) > 1:
        told = every(desk, last)
        kept = [one for one in told if any(map(is_at_home, owner(one)))]
        if not kept and not without:
            told_of = tuple(dict.fromkeys(i for of_one in owners for i in sorted(of_one)))
            return not_among_them(desk, last, told_of, word)
        return _kept(last, kept)
    own = frozenset(last.clause.ids)
    listed = [one for one in last.answer if desk.facts.kind(one) == "org" and one not in own]
    if len(listed) < 2:
        return None
    if without and (out := [one for one in listed if fits(frozenset((one,)))]) and len(out) < len(listed):
        return left_of_them(desk, last, [one for one in listed if one not in out], out, word)
    lines = []
    for one in listed:
        seat = where.seat(one) if is_at_home(one) else None
        if seat is not None:
            lines.append(Line(f"{desk.facts.name(one)}: {seat[0]}", (seat[1],)))
    return Found(last.clause, (), (), tuple(listed), last.query, FOLLOWS, lead=tuple(lines)) if lines else None


def owner(told: StoredEvent) -> Ids:
    """Whose fact it is."""
    held = ids_by_slot(told)
    return next((held[slot] for slot in ("company", "target", "maker", "subject", "organization") if slot in held),
                frozenset())  # fmt: skip


def every(desk: Desk, last: Focus) -> list[StoredEvent]:
    """All facts that the question before asked for, where they are more than were told."""
    if not isinstance(last.query, Query):
        return list(last.told)
    return list(desk.lookup.run(replace(last.query, limit=_WIDER))) or list(last.told)


def _kept(last: Focus, kept: Sequence[StoredEvent]) -> Found | None:
    """The facts that are left, with whose they are as the answer."""
    told = tuple(kept[:_SHOWN])
    answer = tuple(dict.fromkeys(i for one in told for i in sorted(owner(one))))
    return Found(last.clause, told, (), answer, last.query, FOLLOWS) if told else None


def _is(told: StoredEvent, status: str) -> bool:
    """Whether a fact is told in a state; without one: as done."""
    said = told.event.best("status")
    return said == status if status else said not in ("rumored", "planned", "announced", "denied")


def _figure(told: StoredEvent, slots: tuple[str, ...]) -> float | None:
    return next((figure for slot in slots if (figure := figure_of(told, (slot,))) is not None), None)


def _slots(clause: Clause) -> tuple[str, ...]:
    return ("valuation",) if _VALUED.search(clause.shape) else ("amount", "value", "valuation")


def _nth(desk: Desk, last: Focus, place: int) -> Found | None:
    """The fact that comes next in size after the biggest."""
    if not (isinstance(last.query, Query) and last.query.order in ("largest", "smallest")):
        return None
    slots = last.query.by or _slots(last.clause)
    told = [one for one in every(desk, last) if _figure(one, slots) is not None]
    if last.query.when is not None:
        first, final = bounds(last.query.when)
        days = [(one, bounds(one.date)) for one in told if one.date is not None]
        told = [one for one, (start, end) in days if first <= start and end <= final]
    told.sort(key=lambda one: _figure(one, slots) or 0.0, reverse=last.query.order == "largest")
    return _kept(last, told[place : place + 1])


def _foremost(clause: Clause, foci: Sequence[Focus], smallest: bool) -> Found | None:
    """Of the facts told in one answer, or in several to the same question, the one with the highest figure."""
    slots = _slots(clause)
    rows: list[tuple[float, StoredEvent, Focus]] = []
    for focus in foci[:_CHAIN]:
        if focus.clause.wants != clause.wants and rows:
            break
        figures = [(figure, one) for one in focus.told if (figure := _figure(one, slots)) is not None]
        rows += [(figure, one, focus) for figure, one in figures]
    units = {str(one.event.best("unit") or "") for _, one, _ in rows}
    of_money = all(isinstance(one.event.best(slots[0]), Money) for _, one, _ in rows)
    if len({owner(one) for _, one, _ in rows}) < 2 or (len(units) > 1 and not of_money):
        return None
    best = min(rows, key=lambda row: row[0]) if smallest else max(rows, key=lambda row: row[0])
    return _kept(best[2], [best[1]])
