"""Profile cards: what something is, who made and who runs it, its money, its products, its news; each line a fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.answers.aggregates import summed
from bot.answers.amounts import UNSURE, distinct
from bot.answers.desk import Desk
from bot.answers.lines import event_line, is_bare
from bot.answers.query import Ids
from bot.answers.titles import posts
from bot.answers.view import ids_by_slot
from bot.model.answer import Action, Citation, Line
from bot.model.entity import Entity
from bot.model.money import Money
from bot.store.read import StoredEvent

_MOST_ALIASES = 4
_FEW = 6
"""Where the sections of a card hold fewer facts, others follow."""
_MOST = 14
_RUNS = ("ceo", "founder", "chair", "president", "head", "cto")
"""Who runs something, the foremost first."""
_RUNS_NOW = tuple(post for post in _RUNS if post != "founder")
"""Where it is told already who founded it."""
_NEWS = frozenset({"funding", "acquisition", "ipo", "partnership", "launch", "deployment", "role", "plan"})


@dataclass(slots=True)
class Card:
    """`lines` in the order in which they are read; `events` are those that they tell."""

    title: str
    lines: list[Line] = field(default_factory=list)
    events: list[StoredEvent] = field(default_factory=list)
    actions: tuple[Action, ...] = ()


@dataclass(slots=True)
class _Facts:
    """What is known of one entity, the newest first, and what of it the card tells already."""

    ids: Ids
    told: Sequence[StoredEvent]
    card: Card
    brief: bool = False
    """No more than the first fact of a section: the card is one of several."""

    def of(self, kind: str, *slots: str) -> list[StoredEvent]:
        """The facts of a kind in which it plays one of some parts."""
        return [t for t in self.told if t.kind == kind and self._plays(t, slots)]

    def _plays(self, told: StoredEvent, slots: Sequence[str]) -> bool:
        held = ids_by_slot(told)
        return any(held.get(slot, frozenset()) & self.ids for slot in slots)

    def measured(self, *measures: str) -> list[StoredEvent]:
        """Its figures, the one told last of each measure."""
        newest: dict[str, StoredEvent] = {}
        for told in sorted(self.of("metric", "subject"), key=lambda t: t.said_last, reverse=True):
            measure = told.event.best("measure")
            if isinstance(measure, str) and measure in measures:
                newest.setdefault(measure, told)
        return [newest[measure] for measure in measures if measure in newest]

    def tell(self, events: Sequence[StoredEvent], most: int, label: str = "", remark: str = "") -> None:
        """Adds the first of some facts to the card, each once, with a word before or after it."""
        added, most = 0, min(most, 1) if self.brief else most
        for told in events:
            if added == most or len(self.card.events) == _MOST:
                return
            if told in self.card.events:
                continue
            line = event_line(told)
            if line.text in {shown.text for shown in self.card.lines}:
                continue
            self.card.lines.append(replace(line, text=f"{label}{line.text}{remark}"))
            self.card.events.append(told)
            added += 1


def card(desk: Desk, ids: Ids, told: Sequence[StoredEvent], fill: Sequence[StoredEvent], brief: bool = False) -> Card:
    """The card of an entity from what is told of it; `fill` are the facts that follow where it would be short."""
    entity = _foremost(desk, ids)
    made = Card(_title(entity) if entity else desk.facts.name(sorted(ids)[0]))
    facts = _Facts(ids, sorted(told, key=_when, reverse=True), made, brief)
    kind = entity.kind if entity else "unknown"
    section = {"person": _person, "product": _product}.get(kind, _organisation)
    section(facts)
    if brief:
        return made
    if len(made.events) < _FEW:
        facts.tell([t for t in fill if not (_is_stale(t) or _is_founder(t, made.events))], _FEW - len(made.events))
    _newest(facts)
    made.actions = _actions(entity, facts)
    return made


def _organisation(facts: _Facts) -> None:
    facts.tell(facts.of("founding", "organization"), 1)
    founders_told = any(t.event.best("founders") for t in facts.card.events)
    facts.tell(_leaders(facts.of("role", "organization"), _RUNS_NOW if founders_told else _RUNS), 2)
    _money(facts)
    facts.tell(_surest(facts.of("funding", "investors")), 2, "Backed: ")
    facts.tell(_surest(facts.of("acquisition", "buyer", "target", "seller")), 2)
    facts.tell(facts.of("launch", "maker"), 3)
    facts.tell(facts.of("deployment", "maker", "customer"), 2)
    facts.tell(facts.measured("revenue", "employees", "units", "orders"), 2)
    facts.tell(facts.of("partnership", "parties"), 1)


def _money(facts: _Facts) -> None:
    """The total that articles state, what the known rounds add up to, and the last round: never mixed."""
    rounds = facts.of("funding", "company")
    facts.tell(facts.measured("total_raised"), 1, remark=" (as stated)")
    pairs = [(t, m) for t in _done(rounds) if isinstance(m := t.event.best("amount"), Money)]
    counted = [t for t, _ in distinct(pairs)]
    total = summed(counted)
    if total is not None:
        cited = tuple(dict.fromkeys(_telling(t, "amount") for t in counted))
        facts.card.lines.append(replace(total, citations=cited))
    facts.tell(_surest(rounds), 1, "Last round: ")
    valued = max((_when(t) for t in rounds if t.event.best("valuation")), default="")
    facts.tell([t for t in facts.measured("valuation") if _when(t) > valued], 1)
    facts.tell(facts.of("ipo", "company"), 1)


def _person(facts: _Facts) -> None:
    held = facts.of("role", "person")
    now = [t for t in held if t.event.best("end") is None]
    facts.tell(_leaders(now, _RUNS) + now, 3)
    facts.tell(facts.of("founding", "founders"), 2)
    facts.tell([t for t in held if t not in now], 3)
    facts.tell(facts.of("education", "person"), 3)
    facts.tell(_surest(facts.of("funding", "investors")), 2, "Backed: ")
    facts.tell(facts.of("statement", "speaker"), 2)
    facts.tell(facts.of("forecast", "source"), 1)


def _product(facts: _Facts) -> None:
    facts.tell(sorted(facts.of("launch", "product"), key=_when), 2)
    facts.tell(facts.of("price", "product"), 2)
    facts.tell(facts.of("deployment", "product"), 3)
    facts.tell(facts.measured("units", "orders", "capacity", "revenue"), 2)
    facts.tell(facts.of("partnership", "parties"), 1)


def _newest(facts: _Facts) -> None:
    """The newest of what happened, unless the card tells it already."""
    happened = [t for t in facts.told if t.kind in _NEWS and t.event.best("status") != "denied"]
    newest = max(happened, key=lambda t: (t.said_last, _when(t), t.id), default=None)
    if newest is not None:
        facts.tell([newest], 1, "Latest: ")


def _is_stale(told: StoredEvent) -> bool:
    """Whether a figure says nothing, or nothing that the rounds of a card do not say."""
    return is_bare(told) or (told.kind == "metric" and told.event.best("measure") == "valuation")


def _is_founder(told: StoredEvent, shown: Sequence[StoredEvent]) -> bool:
    """Whether a post is that of a founder, of whom it is told already what they founded."""
    title = told.event.best("title")
    if told.kind != "role" or not isinstance(title, str) or posts(title) != {"founder"}:
        return False
    held = ids_by_slot(told)
    of_it = (ids_by_slot(one) for one in shown if one.kind == "founding")
    return any(held.get("person", frozenset()) & slots.get("founders", frozenset()) for slots in of_it)


def _leaders(roles: Sequence[StoredEvent], wanted: Sequence[str]) -> list[StoredEvent]:
    """Who holds one of some posts: the foremost first, of one post whom most articles tell of."""

    def rank(told: StoredEvent) -> int:
        title = told.event.best("title")
        held = posts(title) if isinstance(title, str) else frozenset()
        return next((n for n, post in enumerate(wanted) if post in held), len(wanted))

    holding = [t for t in roles if t.event.best("end") is None and rank(t) < len(wanted)]
    return sorted(holding, key=lambda t: (rank(t), -len({s.article for s in t.statements})))


def _done(deals: Sequence[StoredEvent]) -> list[StoredEvent]:
    return [t for t in deals if t.event.best("status") not in UNSURE]


def _surest(deals: Sequence[StoredEvent]) -> list[StoredEvent]:
    """Deals that were done or agreed, the newest first; then those that are only said."""
    return [*_done(deals), *(t for t in deals if t.event.best("status") in UNSURE)]


def _telling(told: StoredEvent, slot: str) -> Citation:
    """The sentence that says the value of a slot which is believed."""
    best = next((v for v in told.event.values if v.slot == slot and v.rank == "preferred"), None)
    said = told.supporting(best) if best is not None else ()
    return (said or told.statements)[0].citation


def _when(told: StoredEvent) -> str:
    return told.date.start.isoformat() if told.date else told.said_first


def _foremost(desk: Desk, ids: Ids) -> Entity | None:
    found = desk.facts.entities_of(sorted(ids))
    return next((one for one in found if one.kind in ("person", "product")), found[0] if found else None)


def _title(entity: Entity) -> str:
    """ "Quillon Robotics (company), also 奎隆机器人": what kind of thing it is, and the other names it goes by."""
    kind = entity.subkind
    others = [name for name in entity.aliases if name.casefold() not in entity.name.casefold()][:_MOST_ALIASES]
    told = f"{entity.name} ({kind})" if kind else entity.name
    return f"{told}, also {', '.join(others)}" if others else told


def _actions(entity: Entity | None, facts: _Facts) -> tuple[Action, ...]:
    """Where more is to be seen than the card has room for."""
    if entity is None:
        return ()
    made = [Action("timeline", f"Timeline of {entity.name}", f"/timeline {entity.name}")]
    if entity.kind != "person" and any(t.kind in ("funding", "acquisition", "ipo") for t in facts.told):
        made.append(Action("ask", f"Deals of {entity.name}", f"/deal {entity.name}"))
    if entity.kind == "org" and facts.of("role", "organization"):
        made.append(Action("ask", f"People of {entity.name}", f"/who {entity.name}"))
    return tuple(made)
