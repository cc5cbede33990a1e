"""`/map`: who backed whom, around a name, in a period, or of all that is known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.answers.amounts import UNSURE
from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause, clauses
from bot.answers.commands.command import Command
from bot.answers.decline import decline, nobody
from bot.answers.desk import Desk
from bot.answers.lines import event_line
from bot.answers.picturing import name_of, not_drawn, pictured, written
from bot.answers.query import Ids, Query
from bot.answers.view import ids_by_slot
from bot.charts.spec import MOST_LINKS, MOST_NODES, Link, Map
from bot.grammar.patterns import Pattern
from bot.model.answer import Action, Answer
from bot.model.statement import Investor
from bot.store.read import StoredEvent

_MOST_EVENTS = 30
"""Rounds that are drawn: each has a line in the answer."""
_WORDS = Pattern(r"^(?:investors?|backers?|companies|company|all|everything|of|the|and|in|by|for|\W)*$", re.I)


@dataclass(slots=True)
class _Net:
    """What is drawn so far: ids of both sides in the order they came, and whether a link led."""

    investors: list[str] = field(default_factory=list)
    companies: list[str] = field(default_factory=list)
    links: dict[tuple[str, str], bool] = field(default_factory=dict)
    events: list[StoredEvent] = field(default_factory=list)
    left: int = 0
    """Rounds for which there was no room."""
    without: set[str] = field(default_factory=set)
    """Investors of drawn rounds for which there was none."""

    def add(self, told: StoredEvent, keep: Ids = frozenset()) -> None:
        """Draws a round, as far as there is room; with `keep`, only the links of those investors."""
        company = next(iter(sorted(ids_by_slot(told).get("company", ()))), "")
        if not company or len(self.events) >= _MOST_EVENTS or not self._room(self.companies, company):
            self.left += 1
            return
        drawn = False
        for backer, lead in _backers(told):
            if keep and backer not in keep:
                continue
            known = (backer, company) in self.links
            if not self._room(self.investors, backer) or (len(self.links) >= MOST_LINKS and not known):
                self.without.add(backer)
                continue
            if backer not in self.investors:
                self.investors.append(backer)
            if company not in self.companies:
                self.companies.append(company)
            self.links[backer, company] = lead or self.links.get((backer, company), False)
            drawn = True
        if drawn:
            self.events.append(told)
        else:
            self.left += 1

    @staticmethod
    def _room(side: Sequence[str], one: str) -> bool:
        return one in side or len(side) < MOST_NODES


def map_(desk: Desk, argument: str) -> Answer:
    parts = clauses(argument, desk.lookup.spotter, desk.today) if argument else []
    clause = parts[0] if parts else None
    bare = clause is None or not (clause.names or clause.narrow.given)
    if argument and bare and not _WORDS.match(argument):
        return nobody(desk.facts, argument, "/map")
    groups = clause.groups() if clause else []
    rounds = _rounds(desk, clause)
    net = _around(desk, groups, rounds) if groups else _whole(rounds)
    if clause is not None:
        desk.memory.add(Focus(clause, tuple(sorted(groups[0])) if groups else ()))
    about = _about(desk, clause, groups)
    if not net.links:
        said = f"No investor is known{f' of {about}, or that it backed anybody' if groups else f' for {about}'}"
        period = " in that period" if clause and clause.narrow.given and groups else ""
        return decline(desk.facts, f"{said}{period}.", tuple(groups))
    return _answer(desk, net, about, groups)


def _rounds(desk: Desk, clause: Clause | None) -> list[StoredEvent]:
    """Every round with investors in the period, the largest first."""
    narrow = clause.narrow if clause else None
    query = Query(
        ("funding",),
        needs=("investors",),
        when=narrow.when if narrow else None,
        month=narrow.month if narrow else 0,
        least=narrow.least if narrow else None,
        most=narrow.most if narrow else None,
        round=narrow.round if narrow else "",
        order="largest",
        limit=2000,
    )
    return [one for one in desk.lookup.run(query) if one.event.best("status") not in UNSURE]


def _around(desk: Desk, groups: Sequence[Ids], rounds: Sequence[StoredEvent]) -> _Net:
    """The rounds that somebody named raised or paid into; then what else those investors backed."""
    named = desk.lookup.family(frozenset().union(*groups))
    own = [one for one in rounds if named & _of(one, "company")]
    paid = [one for one in rounds if named & _of(one, "investors") and one not in own]
    net = _Net()
    for one in (*own, *paid):
        net.add(one)
    if own:
        backers = frozenset(net.investors)
        for one in rounds:
            if one not in net.events and backers & _of(one, "investors") and len(net.events) < _MOST_EVENTS:
                net.add(one, keep=backers)
    return net


def _whole(rounds: Sequence[StoredEvent]) -> _Net:
    """The rounds whose investors backed most companies first: they hold the map together."""
    reach: dict[str, set[str]] = defaultdict(set)
    for one in rounds:
        for backer, _ in _backers(one):
            reach[backer] |= _of(one, "company")
    net = _Net()
    for one in sorted(rounds, key=lambda r: (-_joint(r, reach), -(r.usd or 0.0), r.id)):
        net.add(one)
    return net


def _joint(told: StoredEvent, reach: dict[str, set[str]]) -> int:
    return sum(len(reach[backer]) > 1 for backer, _ in _backers(told))


def _backers(told: StoredEvent) -> list[tuple[str, bool]]:
    """Investors with whether they led, those that led first."""
    value = told.event.best("investors")
    found = [(v.name, v.lead) for v in value if isinstance(v, Investor)] if isinstance(value, tuple) else []
    return sorted(dict(sorted(found, key=lambda pair: pair[1])).items(), key=lambda pair: (not pair[1], pair[0]))


def counted(many: int, one: str, several: str) -> str:
    """ "1 round", "2 rounds"."""
    return f"{many} {one if many == 1 else several}"


def _of(told: StoredEvent, slot: str) -> Ids:
    return ids_by_slot(told).get(slot, frozenset())


def _about(desk: Desk, clause: Clause | None, groups: Iterable[Ids]) -> str:
    names = " and ".join(name_of(desk.facts, sorted(ids)[0]) for ids in groups)
    when = clause.narrow.when if clause else None
    return ", ".join(part for part in (names, written().when(when) if when else "") if part) or "all years"


def _answer(desk: Desk, net: _Net, about: str, groups: Sequence[Ids]) -> Answer:
    left = {one: n for n, one in enumerate(net.investors)}
    right = {one: n for n, one in enumerate(net.companies)}
    notes = ["A thick line: it led the round."] if any(net.links.values()) else []
    without = len(net.without - set(net.investors))
    notes += not_drawn(
        [
            *([f"{counted(without, 'further investor', 'further investors')} of these rounds"] if without else []),
            *([counted(net.left, "further round", "further rounds")] if net.left else []),
        ]
    )
    title = f"Who backed whom: {about}"
    chart = Map(
        title,
        ", ".join(
            (
                counted(len(left), "investor", "investors"),
                counted(len(right), "company", "companies"),
                counted(len(net.events), "round", "rounds"),
            )
        ),
        ("Investors", "Companies"),
        tuple(name_of(desk.facts, one) for one in net.investors),
        tuple(name_of(desk.facts, one) for one in net.companies),
        tuple(Link(left[backer], right[company], lead) for (backer, company), lead in net.links.items()),
        tuple(notes),
    )
    names = [desk.facts.name(sorted(ids)[0]) for ids in groups]
    answer = Answer(
        True,
        title,
        tuple(event_line(one) for one in net.events),
        actions=tuple(Action("ask", f"Deals of {name}", f"/deal {name}") for name in names[:1]),
        entities=tuple(i for ids in groups for i in sorted(ids)),
    )
    return pictured(answer, chart)


MAP = Command(
    "map",
    "COMPANY or INVESTOR, or a period",
    "who backed whom, as a picture",
    map_,
    ("net",),
    "/map COMPANY",
)
