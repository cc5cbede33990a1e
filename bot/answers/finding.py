"""What answers one clause: typed facts first, sentences second."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.answers.absences import DENIES
from bot.answers.aggregates import counts, sums_of
from bot.answers.asked.question import Clause, members, reread
from bot.answers.asked.spotting import Mention, Spotter
from bot.answers.asked.words import is_weekday, same_meaning, stems
from bot.answers.cards import Card
from bot.answers.desk import Desk
from bot.answers.intents.deals import RULES as DEALS
from bot.answers.intents.intent import Rule, narrowed
from bot.answers.intents.joins import joins
from bot.answers.intents.lists import RULES as LISTS
from bot.answers.intents.people import LATE as PEOPLE_LATE
from bot.answers.intents.people import RULES as PEOPLE
from bot.answers.intents.ranks import RULES as RANKS
from bot.answers.intents.terse import RULES as TERSE
from bot.answers.intents.things import LATE as THINGS_LATE
from bot.answers.intents.things import RULES as THINGS
from bot.answers.intents.time import RULES as TIME
from bot.answers.joining import run_join, shared_entities
from bot.answers.lines import event_text
from bot.answers.overview import asks_about, overview
from bot.answers.query import Join, Part, Query
from bot.answers.relevance import AHEAD, DESCRIBING, OF_LISTS, answers, is_negated
from bot.answers.sentences.misread import told_of_another
from bot.answers.sentences.surroundings import first_of_all, headings, rest_of_deal
from bot.answers.sentences.telling import aspects
from bot.answers.sentences.tellings import ENOUGH_TOLD, SPELLED, SURELY_TOLD, Sought
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.model.answer import Line
from bot.store.read import Passage, StoredEvent

RULES: tuple[Rule, ...] = (*TIME, *RANKS, *LISTS, *TERSE, *PEOPLE, *DEALS, *THINGS, *PEOPLE_LATE, *THINGS_LATE)
_SAYS_TOO = Pattern(r"\b(?:say|says|think|thinks|expects?|believes?|puts?|gives?|reckons?)\b|认为|说")
_RELATED = Pattern(
    r"<\d+>'s? (?:(?:main|biggest|largest|closest) )?(?:rival|competitor|neighbou?r|predecessor)s?'?s? \w"
)
"""Somebody else is asked about, whom no fact ties to the name."""
_TO_COME = Pattern(
    r"\b(?:will|would|shall|to be|plan\w*|expect\w*|aim\w*|due|scheduled|set to|slated|targets?|hop(?:es?|ing)|"
    r"want\w*|"
    r"intend\w*|by (?:the end of |early |late |mid-)?20\d\d|next|later|until|coming|pencilled|soon|could|may)\b|"
    r"将|计划|预计",
    re.I,
)
_ASIDE = (("founders",), ("parent",))
"""Parts that are looked at among the facts last, and not in sentences."""
_OF_NEGATIVES = ("list", "said", "view", "who-said", "disagreement")
"""Rules that may answer what did not happen."""
_OWNED = Pattern(
    r"\b(?:own(?:s|ed|ership|er|ers)|parent company|acquired (?:from|by)|bought (?:from|by)|(?:sold|passed on|"
    r"handed) (?:\w+ )?to|"
    r"spun (?:off|out)|subsidiary|took over|belong\w*)\b|收购|母公司",
    re.I,
)
_LEVEL = Pattern(r"\b(?:high|secondary|grammar|primary|elementary) school\b")
"""Another school is no answer."""
_MOST_PASSAGES = 4
_READ_IN_SENTENCES = 1
_COVERED = 0.6
_BESIDE = 0.5
_SURELY = 0.95


@dataclass(frozen=True, slots=True)
class Found:
    """What answers one clause, as it was read."""

    clause: Clause
    events: tuple[StoredEvent, ...] = ()
    passages: tuple[Passage, ...] = ()
    asked: tuple[str, ...] = ()
    """Ids of the entities that are the answer."""
    query: Query | Join | None = None
    """The typed question that found the facts."""
    rule: str = ""
    lead: tuple[Line, ...] = ()
    """What is told before the facts: how many there are."""
    sums: tuple[Line, ...] = ()
    """What is told after them: what they add up to."""
    card: Card | None = None
    """The profile card that tells the facts, where everything about one name was asked."""


def find(desk: Desk, clause: Clause) -> Found | None:
    """What answers a clause; None where nothing known does."""
    if _of_another(clause, desk.lookup.spotter) or (not clause.names and _of_two(clause, desk.lookup.spotter)):
        return None
    readings = list(desk.resolver.readings(clause, desk.memory))
    for reading in readings:
        found = _typed(desk, reading)
        if found is None and (_RELATED.search(reading.shape) or any(join.final for join in joins(reading))):
            return None
        if reading.lists and (found is None or found.events):
            found = _each(desk, reading, found)
        if found:
            return found
        if clause.pronoun and reading is readings[0]:
            # A sentence on whom the answer before was about goes before a fact on somebody further back.
            sentences = desk.sentences
            surely = sentences.best(reading, enough=_SURELY)
            if surely and not sentences.beside(clause, desk.memory.quotes()):
                return Found(reading, (), tuple(surely))
    return _in_sentences(desk, clause, readings)


def _of_another(clause: Clause, spotter: Spotter) -> bool:
    """Whether a name goes on as that of another: "Acme Capital", where the articles know only Acme Robotics."""
    for name in clause.names:
        after = re.search(rf"(?<!\w){re.escape(name.text)} ([A-Z]\w+)", clause.text) if name.text else None
        if after is not None and spotter.goes_on(name, after[1]):
            return True
    return False


def _of_two(clause: Clause, spotter: Spotter) -> bool:
    """Whether it asks about a name put together of two that no article has side by side: nobody is called so."""
    return any(
        f"{first} {second}".casefold() in clause.shape
        and all(spotter.names_somebody(word.casefold()) for word in (first, second))
        and not spotter.written(f"{first} {second}")
        for first, second in pairwise(clause.unknown)
    )


def _typed(desk: Desk, reading: Clause) -> Found | None:
    """The facts that answer one reading of a clause, with sentences for what they leave open."""
    if _RELATED.search(reading.shape):
        return None
    for join in joins(reading):
        shared = run_join(desk.lookup, join)
        if not shared and join.final:
            return None
        if shared:
            return Found(reading, tuple(shared), (), tuple(sorted(shared_entities(shared, join))), join, "join")
    seen = overview(desk, reading)
    if seen:
        return Found(reading, seen.events, seen.passages, _ids(reading), rule="overview", card=seen.card)
    understood = False
    negated = is_negated(reading)
    for rule in RULES:
        if negated and rule.name not in _OF_NEGATIVES:
            continue
        queries = rule.queries(reading)
        understood = understood or bool(queries)
        for query in queries:
            told = [t for t in desk.lookup.run(query) if answers(t, rule, reading)]
            if told:
                passages: list[Passage] = []
                if rule.name not in OF_LISTS and not query.follows:
                    passages = _more(desk, reading, told) + _for_others(desk, reading, told)
                    passages += _told_too(desk, reading, Sought(query, _rest(rule, reading)), told, passages)
                    passages += _beside(desk, reading, told, passages)
                if rule.name == "owners":
                    cited = [s.citation for t in told for s in t.statements]
                    passages += desk.sentences.also(reading.groups()[0], _OWNED, reading, cited)
                asked = tuple(dict.fromkeys(i for t in told for i in _asked(t, query.asked, reading)))
                lead, sums = tuple(counts(query, told)), tuple(sums_of(desk, query))
                return Found(reading, tuple(told), tuple(passages), asked, query, rule.name, lead, sums)
        if rule.final and queries:
            return None
    told = [] if understood or negated else _by_words(desk, reading)
    return Found(reading, tuple(told), (), _asked_any(told, reading)) if told else None


def _each(desk: Desk, reading: Clause, found: Found | None) -> Found | None:
    """Of "A or B" and "A, B and C": what answers those that the facts so far do not speak of, one by one."""
    events = list(found.events) if found else []
    passages = list(found.passages) if found else []
    used = found
    for one in members(reading):
        ids = frozenset().union(*(one.names[i].ids for i in (*one.asked_about, *one.tellers) if i in reading.lists[0]))
        if not ids or any(desk.lookup.holds(told, ids) for told in events):
            continue
        alone = _typed(desk, one)
        if alone:
            events += [told for told in alone.events[:3] if told not in events]
            passages += [p for p in alone.passages if p not in passages]
            used = used or alone
    return replace(used, clause=reading, events=tuple(events), passages=tuple(passages), card=None) if used else None


def _in_sentences(desk: Desk, clause: Clause, readings: list[Clause]) -> Found | None:
    """The sentences that answer a clause where no fact does."""
    if not clause.names and (name := asks_about(clause)):
        spelled = desk.sentences.spelling(name)
        if spelled:
            return Found(clause, (), tuple(spelled))
    if clause.pronoun or not clause.names:
        beside = desk.sentences.beside(clause, desk.memory.quotes())
        if beside:
            return Found(clause, (), tuple(beside))
    # Whom else "it" might mean is looked for among the facts alone: a sentence on somebody else is soon found.
    for reading in readings[:_READ_IN_SENTENCES] if clause.pronoun else readings:
        best: list[Passage] = []
        told: list[Passage] = []
        for one in members(reading):
            sought = _sought(one)
            best += [p for p in desk.sentences.best(one) if not desk.tellings.denies(p, sought)]
            told += desk.tellings.best(one, sought, ENOUGH_TOLD)
        discourse = desk.sentences.discourse
        passages = tuple(p for p in dict.fromkeys((*best, *told)) if not told_of_another(discourse, reading, p))
        passages = passages[:_MOST_PASSAGES]
        if is_negated(reading):
            passages = tuple(p for p in passages if DENIES.search(p.text))
        if level := _LEVEL.search(reading.shape):
            passages = tuple(p for p in passages if level[0] in p.text.casefold())
        if AHEAD.search(reading.shape):
            passages = tuple(p for p in passages if _TO_COME.search(p.text))
        if passages:
            named = frozenset(i for ids in reading.groups() for i in ids)
            told_of = [[i for i in p.entities if i not in named] for p in passages]
            passages = desk.sentences.gone_on(passages, _MOST_PASSAGES + 1)
            return Found(reading, (), passages, tuple(next(filter(None, told_of), ())))
    again = readings[0] if readings and not readings[0].names else clause
    written = _spelled(again, desk.lookup.spotter)
    if written is not None:
        told = desk.tellings.best(written, _sought(written), ENOUGH_TOLD)
        if told:
            return Found(clause, (), tuple(told))
    before = desk.memory.foci[0].clause.content if desk.memory.foci else ()
    if _SAYS_TOO.search(clause.shape) and clause.groups() and not clause.content and before:
        # "and what does Acme say?" asks for Acme's word on what was asked before.
        passages = tuple(desk.sentences.about(clause.groups()[0], before, limit=2, least=0.5))
        return Found(clause, (), passages) if passages else None
    return None


def _sought(reading: Clause) -> list[Sought]:
    """What the first rule that applies asks of the facts, where they did not answer."""
    for rule in RULES:
        queries = rule.queries(reading)
        asked = [query for query in queries if aspects(query)]
        if asked:
            post = asked[0].post
            alike = [q for q in asked if (q.kinds == asked[0].kinds and (q.post or not post)) or q.post]
            alike = [q for q in alike if not q.parts or q.parts[0].slots not in _ASIDE] or alike
            found = [Sought(query, _rest(rule, reading)) for query in alike]
            if asked[0].kinds == ("forecast",) and asked[0].parts:
                # "what does she think" asks for any word of hers.
                found.append(replace(found[0], query=replace(asked[0], kinds=("statement",), measures=(), needs=())))
            return found
        if rule.final and queries:
            break
    return []


def _spelled(clause: Clause, spotter: Spotter) -> Clause | None:
    """A clause about a name that no fact knows, as if it were known; None where the articles do not write it so."""
    if clause.groups() or clause.pronoun:
        return None
    for word in clause.unknown:
        place = re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", clause.shape)
        if place and not is_weekday(word) and spotter.proper(word.casefold()):
            mark = f"<{len(clause.names)}>"
            mention = Mention(0, 0, word, frozenset((f"{SPELLED}{word}",)))
            shape = f"{clause.shape[: place.start()]}{mark}{clause.shape[place.end() :]}"
            rest = tuple(other for other in clause.unknown if other.casefold() != word.casefold())
            return reread(replace(clause, shape=shape, unknown=rest), (*clause.names, mention))
    return None


def _rest(rule: Rule, reading: Clause) -> tuple[str, ...]:
    """The words of a question that neither made a rule apply nor only describe."""
    explained = rule.explains(reading) | DESCRIBING
    return tuple(word for word in reading.content if not same_meaning(word) & explained)


def _told_too(
    desk: Desk, reading: Clause, wish: Sought, told: list[StoredEvent], passages: list[Passage]
) -> list[Passage]:
    """Sentences that surely tell the same kind of thing, and that no quote of the facts holds."""
    if wish.query.order in ("largest", "smallest") or reading.lists or (wish.query.kinds == ("role",) and wish.others):
        return []
    quotes = [" ".join(s.quote.split()) for t in told for s in t.statements]
    found = []
    for passage in desk.tellings.best(reading, [wish], SURELY_TOLD):
        text = " ".join(passage.text.split())
        if passage not in passages and not any(text in quote or quote in text for quote in quotes):
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


def with_other_figures(desk: Desk, found: Found) -> Found:
    """An answer with the sums and shares that other sentences tell: what "do the sources agree" asks for."""
    if not found.clause.groups():
        return found
    more = desk.sentences.figures(found.clause, found.events)
    return replace(found, passages=tuple(dict.fromkeys((*found.passages, *more))))


def entities_of(clause: Clause) -> tuple[str, ...]:
    """The ids a clause names."""
    return _ids(clause)
