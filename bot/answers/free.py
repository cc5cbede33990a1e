"""Free questions: clause by clause, typed facts first, sentences second, else a plain no."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answers.decline import decline
from bot.answers.desk import Desk
from bot.answers.intent import Rule, narrowed
from bot.answers.intents_deals import RULES as DEALS
from bot.answers.intents_people import LATE as PEOPLE_LATE
from bot.answers.intents_people import RULES as PEOPLE
from bot.answers.intents_things import LATE as THINGS_LATE
from bot.answers.intents_things import RULES as THINGS
from bot.answers.lines import event_line, event_text, passage_line
from bot.answers.memory import Focus
from bot.answers.overview import overview
from bot.answers.query import Part, Query
from bot.answers.question import Clause, clauses, members
from bot.answers.text import echo, read
from bot.answers.view import ids_by_slot
from bot.answers.words import same_meaning, stems
from bot.model.answer import Action, Answer, Line
from bot.store.read import Passage, StoredEvent

RULES: tuple[Rule, ...] = (*PEOPLE, *DEALS, *THINGS, *PEOPLE_LATE, *THINGS_LATE)
_SOURCES_AGREE = re.compile(
    r"\b(?:sources?|reports?|articles?|they|accounts?)\b.*\b(?:agree|differ|disagree|conflict|"
    r"contradict)|\bwhere do they differ\b"
)
_DESCRIBING = stems(
    "humanoid robot robotics robotic ai embodied intelligence chinese american european korean "
    "japanese german maker developer industrial "
    "report reports source article account agree disagree differ rumored reported talks biggest grow "
    "warehouse round deal unit division executive program programme initiative project"
)
"""Words that only describe what is asked for; a fact need not repeat them."""
_SAYS_TOO = re.compile(r"\b(?:say|says|think|thinks|expects?|believes?|puts?|gives?|reckons?)\b|认为|说")
_COVERED = 0.6
_MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class Found:
    """What answers one clause, as it was read."""

    clause: Clause
    events: tuple[StoredEvent, ...] = ()
    passages: tuple[Passage, ...] = ()
    asked: tuple[str, ...] = ()
    """Ids of the entities that are the answer."""


def answer_free(desk: Desk, message: str) -> Answer:
    """The answer to one message in free words."""
    parts = clauses(read(message), desk.lookup.spotter, desk.today)
    if not parts:
        return decline(desk.facts, "There is no question in that.")
    found: list[Found] = []
    for clause in parts:
        if found and not clause.names and _SOURCES_AGREE.search(clause.shape):
            continue
        one = find(desk, clause)
        if one:
            found.append(one)
            quotes = [s.quote for told in one.events for s in told.statements] + [p.text for p in one.passages]
            desk.memory.add(Focus(one.clause, one.asked, tuple(quotes[:4])))
        else:
            desk.memory.add(Focus(clause))
    if not found:
        near = [ids for clause in parts for ids in clause.groups()]
        unknown = [word for clause in parts for word in clause.unknown]
        return decline(desk.facts, f"Nothing in the articles answers “{echo(message)}”.", near, unknown, "/ask")
    return _composed(desk, found)


def find(desk: Desk, clause: Clause) -> Found | None:
    """What answers a clause; None where nothing known does."""
    readings = list(desk.resolver.readings(clause, desk.memory))
    for reading in readings:
        found = _typed(desk, reading)
        if found:
            return found
    return _in_sentences(desk, clause, readings)


def _typed(desk: Desk, reading: Clause) -> Found | None:
    """The facts that answer one reading of a clause, with sentences for what they leave open."""
    seen = overview(desk, reading)
    if seen:
        return Found(reading, *seen, _ids(reading))
    understood = False
    for rule in RULES:
        queries = rule.queries(reading)
        understood = understood or bool(queries)
        for query in queries:
            told = [t for t in desk.lookup.run(query) if not _elsewhere(t, rule, reading)]
            if told:
                passages = _more(desk, reading, told) + _for_others(desk, reading, told)
                asked = tuple(dict.fromkeys(i for t in told for i in _asked(t, query.asked, reading)))
                return Found(reading, tuple(told), tuple(passages), asked)
        if rule.final and queries:
            return None
    told = [] if understood else _by_words(desk, reading)
    return Found(reading, tuple(told), (), _asked_any(told, reading)) if told else None


def _in_sentences(desk: Desk, clause: Clause, readings: list[Clause]) -> Found | None:
    """The sentences that answer a clause where no fact does."""
    if clause.pronoun or not clause.names:
        beside = desk.sentences.beside(clause, desk.memory.quotes())
        if beside:
            return Found(clause, (), tuple(beside))
    for reading in readings:
        passages = tuple(dict.fromkeys(p for one in members(reading) for p in desk.sentences.best(one)))
        if passages:
            named = frozenset(i for ids in reading.groups() for i in ids)
            return Found(reading, (), passages, tuple(i for p in passages[:1] for i in p.entities if i not in named))
    before = desk.memory.foci[0].clause.content if desk.memory.foci else ()
    if _SAYS_TOO.search(clause.shape) and clause.groups() and not clause.content and before:
        # "and what does Acme say?" asks for Acme's word on what was asked before.
        passages = tuple(desk.sentences.about(clause.groups()[0], before, limit=2, least=0.5))
        return Found(clause, (), passages) if passages else None
    return None


def _for_others(desk: Desk, clause: Clause, told: list[StoredEvent]) -> list[Passage]:
    """Of "A, B and C", sentences about those that no fact speaks of."""
    if not clause.lists:
        return []
    out: list[Passage] = []
    for one in members(clause):
        ids = frozenset().union(*(one.names[i].ids for i in (*one.asked_about, *one.tellers) if i in clause.lists[0]))
        if not any(desk.lookup.holds(t, ids) for t in told):
            out += desk.sentences.best(one, limit=1)
    return out


def _by_words(desk: Desk, clause: Clause) -> list[StoredEvent]:
    """Facts about the names of a clause that hold nearly all its words, whatever their kind."""
    groups = clause.groups()
    if not groups or len(clause.content) < 2 or clause.wants in ("count", "money", "percent"):
        return []
    query = Query((), (Part((), groups[0]),), groups[1:], order="fit", strict=0.75, limit=3)
    told = desk.lookup.run(narrowed(clause, query))
    return [t for t in told if clause.wants != "who" or _asked_any([t], clause)]


def _asked_any(told: list[StoredEvent], clause: Clause) -> tuple[str, ...]:
    """The entities of some events that the clause did not name."""
    named = frozenset(i for mention in clause.names for i in mention.ids)
    return tuple(
        dict.fromkeys(i for t in told for ids in ids_by_slot(t).values() for i in sorted(ids) if i not in named)
    )


def _asked(told: StoredEvent, slots: tuple[str, ...], clause: Clause) -> list[str]:
    """The entities an event gives as the answer: of the asked slots, those that the clause did not name."""
    named = frozenset(i for mention in clause.names for i in mention.ids)
    held = ids_by_slot(told)
    return [one for slot in slots for one in sorted(held.get(slot, ())) if one not in named]


def _ids(clause: Clause) -> tuple[str, ...]:
    return tuple(i for group in clause.groups() for i in sorted(group))


def _elsewhere(told: StoredEvent, rule: Rule, clause: Clause) -> bool:
    """Whether most words of a question neither made the rule apply nor stand in the fact: something else is asked."""
    open_words = [w for w in clause.content if not same_meaning(w) & (rule.explains(clause) | _DESCRIBING)]
    said = stems(event_text(told))
    missing = [w for w in open_words if not same_meaning(w) & said]
    return len(missing) >= 2 and len(missing) > len(open_words) - len(missing)


def _more(desk: Desk, clause: Clause, told: list[StoredEvent]) -> list[Passage]:
    """Sentences that hold more of the question than the facts do."""
    wanted = clause.content
    said = stems(" ".join(event_text(t) for t in told))
    share = sum(bool(same_meaning(word) & said) for word in wanted) / len(wanted) if wanted else 1.0
    if clause.wants == "yes":
        return desk.sentences.best(clause, limit=2, enough=0.8)
    if share >= (0.99 if clause.wants == "why" else _COVERED):
        return desk.sentences.best(clause, limit=2, enough=0.99)
    return desk.sentences.best(clause, limit=2, enough=max(_COVERED, share + 0.2))


def _composed(desk: Desk, found: list[Found]) -> Answer:
    lines: list[Line] = []
    per_clause = max(3, _MOST_LINES // len(found))
    for one in found:
        for told in one.events[: per_clause if len(found) > 1 else 12]:
            line = event_line(told)
            if line.event not in {known.event for known in lines}:
                lines.append(line)
        for passage in one.passages:
            line = passage_line(passage)
            quotes = [" ".join(c.quote.split()) for known in lines for c in known.citations[:2]]
            if not any(line.text in quote or quote in line.text for quote in quotes):
                lines.append(line)
    ids = tuple(dict.fromkeys(i for one in found for i in (*one.asked, *_ids(one.clause))))
    told_by = [i for one in found for n in sorted(one.clause.tellers) for i in sorted(one.clause.names[n].ids)]
    names = [desk.facts.name(i) for i in (*(i for one in found for i in _ids(one.clause)), *told_by)]
    facts_told = any(one.events for one in found)
    title = ", ".join(list(dict.fromkeys(names))[:3])
    title = (title or "What is known") if facts_told else f"What the articles say: {title}".rstrip(": ")
    actions = tuple(
        Action("timeline", f"Timeline of {name}", f"/timeline {name}") for name in list(dict.fromkeys(names))[:1]
    )
    return Answer(True, title, tuple(lines), actions=actions, entities=ids[:20])
