"""The sentences beside the facts of an answer: what holds more of the question, the same kind of thing, a detail."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.asked.question import Clause, members
from bot.answers.asked.words import same_meaning, stems
from bot.answers.desk import Desk
from bot.answers.intents.details import RULES
from bot.answers.intents.intent import Rule
from bot.answers.kinds import DEAL_KINDS
from bot.answers.legs.adding import adds
from bot.answers.legs.biography import OF_PEOPLE, beside_facts
from bot.answers.legs.post_holders import of_successor
from bot.answers.legs.things import OF_THINGS
from bot.answers.legs.things import beside as of_thing
from bot.answers.lines import event_text
from bot.answers.proof.deeds import says_what_is_asked
from bot.answers.query import Query
from bot.answers.quoted import is_quoted, quotes_of
from bot.answers.relevance import OF_LISTS, OF_ONE_NAME, rest
from bot.answers.sentences.markets.field import said_largest
from bot.answers.sentences.misread import told_of_another
from bot.answers.sentences.surroundings import first_of_all, headings, rest_of_deal
from bot.answers.sentences.tellings import ENOUGH_TOLD, SURELY_TOLD, Sought
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.store.read import Passage, StoredEvent

_MOST = 2
_COVERED = 0.6
_BESIDE = 0.5
_OWNED = Pattern(
    r"\b(?:own(?:s|ed|ership|er|ers)|parent company|acquired (?:from|by)|bought (?:from|by)|(?:sold|passed on|"
    r"handed) (?:\w+ )?to|"
    r"spun (?:off|out)|subsidiary|took over|belong\w*)\b|收购|母公司",
    re.I,
)


def all_beside(desk: Desk, reading: Clause, rule: Rule, query: Query, told: list[StoredEvent]) -> list[Passage]:
    """The sentences beside the facts that a query of a rule found, by what kind of question it is."""
    passages: list[Passage] = []
    if rule.name not in OF_LISTS and not query.follows:
        passages = _more(desk, reading, told) + _for_others(desk, reading, told)
        passages += told_too(desk, reading, Sought(query, rest(rule, reading)), told, passages)
        passages = [p for p in passages if adds(desk, reading, p, (), told=True)]
        passages = [p for p in passages if says_what_is_asked(desk.sentences.discourse, reading, [p])]
        passages += _beside(desk, reading, told, passages)
    if rule.name in OF_THINGS and query.order not in ("largest", "smallest"):
        passages += of_thing(desk, reading, told, passages)
    if rule.name in OF_PEOPLE:
        lives = beside_facts(desk, reading, told)
        passages += [p for p in lives if p not in passages and adds(desk, reading, p, (), told=True)]
    if rule.name == "holder":
        passages = [p for p in passages if not told_of_another(desk.sentences.discourse, reading, p)]
        passages += [p for p in of_successor(desk, reading, told) if not is_quoted(p.text, quotes_of(told))]
    if rule.name in OF_ONE_NAME and rule.name != "founders" and len(reading.groups()) == 1:  # a founding is a story
        discourse = desk.sentences.discourse
        told_of = reading.groups()[0].union(*(ids for t in told for ids in ids_by_slot(t).values()))
        passages = [p for p in passages if discourse.names_one(p, told_of) or discourse.goes_on(p)]
    passages += [p for p in details_beside(desk, reading, told) if p not in passages]
    if rule.name == "rank" and query.kinds[0] in DEAL_KINDS and not query.measures:
        passages = said_largest(desk.sentences, reading) or passages
    if rule.name == "owners":
        cited = [s.citation for t in told for s in t.statements]
        passages += desk.sentences.also(reading.groups()[0], _OWNED, reading, cited)
    return passages


def details_beside(desk: Desk, reading: Clause, told: Iterable[StoredEvent]) -> list[Passage]:
    """Sentences that tell what a question asks of a deal in particular, and that no quote of the facts holds."""
    found: list[Passage] = []
    quotes = quotes_of(told)
    for rule in RULES:
        for query in rule.queries(reading):
            for passage in desk.tellings.best(reading, [Sought(query, rest(rule, reading))], ENOUGH_TOLD, _MOST):
                if passage in found or told_of_another(desk.sentences.discourse, reading, passage):
                    continue
                if not is_quoted(passage.text, quotes):
                    found.append(passage)
    return found[:_MOST]


def told_too(
    desk: Desk, reading: Clause, wish: Sought, told: list[StoredEvent], passages: list[Passage]
) -> list[Passage]:
    """Sentences that surely tell the same kind of thing, and that no quote of the facts holds."""
    if wish.query.order in ("largest", "smallest") or reading.lists or (wish.query.kinds == ("role",) and wish.others):
        return []
    quotes = quotes_of(told)
    found = []
    for passage in desk.tellings.best(reading, [wish], SURELY_TOLD):
        if passage not in passages and not is_quoted(passage.text, quotes):
            found.append(passage)
    return found[:2]


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


def _more(desk: Desk, clause: Clause, told: list[StoredEvent]) -> list[Passage]:
    """Sentences that hold more of the question than the facts do, and others that speak of the same."""
    scored = desk.sentences.scored(clause)
    sure = desk.sentences.kept(clause, scored, 2, _needed(clause, told))
    return [*sure, *(p for p in desk.sentences.kept(clause, scored, 3, _BESIDE) if p not in sure)][:3]


def _beside(desk: Desk, clause: Clause, told: list[StoredEvent], passages: list[Passage]) -> list[Passage]:
    """What stands next to the sentences of the facts and belongs to the answer."""
    quotes = [s.quote for t in told for s in t.statements]
    more = first_of_all(desk.sentences, clause, quotes) + headings(desk.sentences, told[:3])
    return more + ([] if passages else rest_of_deal(desk.sentences, clause, told))


def _needed(clause: Clause, told: list[StoredEvent]) -> float:
    """The evidence that a sentence needs beside facts: the more the facts hold themselves, the more."""
    wanted = clause.content
    said = stems(" ".join(event_text(t) for t in told))
    share = sum(bool(same_meaning(word) & said) for word in wanted) / len(wanted) if wanted else 1.0
    if clause.wants == "yes":
        return 0.8
    if share >= (0.99 if clause.wants == "why" else _COVERED):
        return 0.99
    return max(_COVERED, share + 0.2)
