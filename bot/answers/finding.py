"""Finds what answers one clause: typed facts first, sentences second."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from bot.answers.aggregates import counts, sums_of
from bot.answers.asked.question import Clause, members, reread
from bot.answers.asked.spotting import Mention, Spotter
from bot.answers.asked.words import is_weekday
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.intents.deals import RULES as DEALS
from bot.answers.intents.details import RULES as DETAILS
from bot.answers.intents.goods import RULES as GOODS
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
from bot.answers.intents.valuations import RULES as VALUATIONS
from bot.answers.joining import run_join, shared_entities
from bot.answers.kinds import DEAL_KINDS
from bot.answers.legs.beside_facts import all_beside
from bot.answers.legs.between import asks_between, between, says_untied, stands_alone, tells_of_both
from bot.answers.legs.biography import OF_LIFE, leaves_open, tells_all, with_whom
from bot.answers.legs.changes_of_job import moved
from bot.answers.legs.deal_sentences import of_these, without_other_rounds
from bot.answers.legs.facts_rank import facts_rank
from bot.answers.legs.happenings import happened_nowhere, happenings
from bot.answers.legs.job_cuts import job_cuts, leaves_cuts_open
from bot.answers.legs.most_active import MOST_ACTIVE, most_active
from bot.answers.legs.nobody_there import nobody_there
from bot.answers.legs.other_words import in_other_words, to_the_point
from bot.answers.legs.people import of_lives, told_first, told_last
from bot.answers.legs.reckoned import reckoned
from bot.answers.legs.things import ON_THINGS, on_things
from bot.answers.legs.things import beside as of_thing
from bot.answers.legs.verdicts import verdict
from bot.answers.legs.who_is_where import is_left_open, told_earlier, who_is_where
from bot.answers.ordinals import of_period, the_one
from bot.answers.overview import asks_about, overview
from bot.answers.proof.of_market import is_of_market
from bot.answers.proof.proving import fact_proves
from bot.answers.query import WRITTEN, Part, Query
from bot.answers.relevance import THE_ONE, answers, is_negated, rest
from bot.answers.remarks import remarks
from bot.answers.sentences.kinds_told import aspects
from bot.answers.sentences.markets.field import OF_FIELD, field_totals, said_largest
from bot.answers.sentences.markets.rankings import RANKED, ranked
from bot.answers.sentences.misread import told_of_another
from bot.answers.sentences.tellings import ENOUGH_TOLD, Sought
from bot.answers.sentences.things.reader import CELL
from bot.answers.sentences.things.told import gives_particular
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.grammar.whole_words import beginnings
from bot.model.answer import Line
from bot.store.read import Passage, StoredEvent

RULES: tuple[Rule, ...] = (
    *TIME, *DETAILS, *RANKS, *VALUATIONS, *LISTS, *GOODS, *TERSE, *PEOPLE, *DEALS, *THINGS, *PEOPLE_LATE, *THINGS_LATE,
)  # fmt: skip


@lru_cache(maxsize=200)
def applying(shape: str) -> tuple[Rule, ...]:
    """The rules that apply to a question of some shape: one is read from several sides, and once for each of a list."""
    return tuple(rule for rule in RULES if rule.pattern.search(shape))


_SAYS_TOO = Pattern(r"\b(?:say|says|think|thinks|expects?|believes?|puts?|gives?|reckons?)\b|认为|说")
_RELATED = Pattern(
    r"<\d+>'s? (?:(?:main|biggest|largest|closest) )?(?:rival|competitor|neighbou?r|predecessor)s?'?s? \w"
)
"""Somebody else is asked about, whom no fact ties to the name."""
IN_OTHER_WORDS = "other words"
_ASIDE = (("founders",), ("parent",))
"""Parts that are looked at among the facts last, and not in sentences."""
_OF_NEGATIVES = ("list", "said", "view", "who-said", "disagreement")
"""Rules that may answer what did not happen."""
_LISTING = ("list", "rank")
_MOST_PASSAGES = 4
_READ_IN_SENTENCES = 1
_NAMES_TOGETHER = Pattern(r"<(\d+)> (?=<(\d+)>)")
_NAME_AFTER = Pattern(r" ([A-Z]\w+)")
_SURELY = 0.95


def find(desk: Desk, clause: Clause) -> Found | None:
    """What answers a clause; None where nothing known does."""
    if is_of_nobody(desk, clause) or is_left_open(desk, clause) or leaves_cuts_open(desk, clause):
        return None
    if (earlier := told_earlier(desk, clause)) is not None:
        return earlier
    if (computed := _computed(desk, clause)) is not None:
        return computed
    readings = list(desk.resolver.readings(clause, desk.memory))
    for reading in readings:
        found = _typed(desk, reading)
        if found is None and (_RELATED.search(reading.shape) or any(join.final for join in joins(reading))):
            return None
        if found is None and stands_alone(desk, reading):
            return None
        if reading.lists and (found is None or (found.events and found.card is None)):
            found = _each(desk, reading, found)
        if found:
            return found
        if reading.names != clause.names and (people := of_lives(desk, reading)) is not None:
            return Found(reading, (), people.passages, people.asked, rule=OF_LIFE)
        if clause.pronoun and reading is readings[0]:
            # A sentence on whom the answer before was about goes before a fact on somebody further back.
            sentences = desk.sentences
            surely = sentences.best(reading, enough=_SURELY)
            if surely and not sentences.beside(clause, desk.memory.quotes()):
                return Found(reading, (), tuple(surely))
    return _told(desk, clause, readings)


def _computed(desk: Desk, clause: Clause) -> Found | None:
    """What a whole field comes to, who comes first in it, which of some is more, and lists that no fact tells."""
    if totals := field_totals(desk.sentences, clause):
        return Found(clause, (), tuple(totals), rule=OF_FIELD)
    if (active := most_active(desk, clause)) is not None:
        return Found(clause, tuple(active.events), rule=MOST_ACTIVE, card=active)
    for one in (happenings, reckoned, verdict):
        if (told := one(desk, clause)) is not None:
            return told
    if not facts_rank(desk, clause) and (first := ranked(desk.sentences, clause)):
        return Found(clause, (), tuple(first), rule=RANKED)
    return None


def find_in_sentences(desk: Desk, clause: Clause) -> Found | None:
    """What answers a clause in sentences, where facts were found that do not answer it."""
    return _told(desk, clause, list(desk.resolver.readings(clause, desk.memory)))


def _told(desk: Desk, clause: Clause, readings: list[Clause]) -> Found | None:
    told = _in_sentences(desk, clause, readings)
    if told is not None or any(tells_all(desk, reading) for reading in readings):
        return told
    return _reworded(desk, clause, readings)


def is_of_nobody(desk: Desk, clause: Clause) -> bool:
    """Whether it asks about a name that nobody has, as far as is known, though others have a part of it."""
    spotter = desk.lookup.spotter
    named_so = _of_another(clause, spotter) or _of_end(desk, clause) or (not clause.names and _of_two(clause, spotter))
    return named_so or happened_nowhere(desk, clause) or nobody_there(desk, clause)


def _of_another(clause: Clause, spotter: Spotter) -> bool:
    """Whether a name goes on as that of another: "Acme Capital", where the articles know only Acme Robotics."""
    for name in clause.names:
        ends = (at + len(name.text) for at in beginnings(clause.text, name.text)) if name.text else ()
        after = next(filter(None, (_NAME_AFTER.match(clause.text, end) for end in ends)), None)
        if after is not None and spotter.goes_on(name, after[1]):
            return True
    return False


def _of_end(desk: Desk, clause: Clause) -> bool:
    """Whether a name goes on as the end of another's, and no article has it so: "Acme Motion" for Roe Motion."""
    for met in _NAMES_TOGETHER.finditer(clause.shape):
        first, second = (clause.names[int(number)] for number in met.groups())
        ends = all(desk.facts.name(one).endswith(f" {second.text}") for one in second.ids)
        if second.ids and ends and not desk.lookup.spotter.written(f"{first.text} {second.text}"):
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


def _of_ways(desk: Desk, reading: Clause) -> Found | None:
    """What answers two names together, or a short question on job cuts or on posts."""
    tied = between(desk, reading) if asks_between(reading) else None
    return tied or job_cuts(desk, reading) or who_is_where(desk, reading)


def _typed(desk: Desk, reading: Clause) -> Found | None:
    """The facts that answer one reading of a clause, with sentences for what they leave open."""
    if _RELATED.search(reading.shape):
        return None
    for join in joins(reading):
        shared = run_join(desk.lookup, join)
        if not shared and join.final:
            return None
        if shared:
            went = with_whom(desk, tuple(moved(desk, reading)), reading)
            return Found(reading, tuple(shared), went, tuple(sorted(shared_entities(shared, join))), join, "join")
    if (way := _of_ways(desk, reading)) is not None:
        return way
    seen = overview(desk, reading)
    untied = stands_alone(desk, reading)
    if untied and (seen is None or not tells_of_both(desk, reading, seen.events)):
        return None
    if seen:
        none = (Line(says_untied(desk, reading)),) if untied else ()
        return Found(reading, seen.events, seen.passages, reading.ids, rule="overview", lead=none, card=seen.card)
    understood = False
    discourse = desk.sentences.discourse
    negated = is_negated(reading)
    for rule in applying(reading.shape):
        if negated and rule.name not in _OF_NEGATIVES:
            continue
        queries = rule.queries(reading)
        understood = understood or bool(queries)
        for query in queries:
            met = (t for t in desk.lookup.run(query) if answers(t, rule, reading) and is_of_market(desk, reading, t))
            told = [t for t in met if fact_proves(discourse, reading, t)]
            if told and not leaves_open(reading, rule.name, told):
                chosen = of_period(reading, the_one(reading, told))
                passages = all_beside(desk, reading, rule, query, chosen)
                others = [t for t in told if t not in chosen]
                passages = of_these(desk, reading, chosen, others, passages)
                apart = rule.name in _LISTING and (query.home or query.currency or query.ahead)
                passages = [] if apart or rule.name == "figures" else without_other_rounds(desk, chosen, passages)
                told = chosen
                asked = tuple(dict.fromkeys(i for t in told for i in _asked(t, query.asked, reading)))
                lead = (*counts(query, told), *remarks(reading, query, told))
                sums = tuple(sums_of(desk, query, told))
                if rule.name == "total" and told[0].kind == "funding":  # asked for itself, before the rounds
                    lead, sums = (*lead, *sums), ()
                # Each word was weighed, as in a ranking: nothing that only stands near belongs to the one asked for.
                weighed = query.bounds_figure or (rule.name == "rank" and query.paid and query.of_kind)
                by = RANKED if weighed or rule.name == "figures" else THE_ONE if others else rule.name
                return Found(reading, tuple(told), tuple(passages), asked, query, by, lead, sums)
        ranks = rule.name == "rank" and any(query.kinds[0] in DEAL_KINDS for query in queries)
        if ranks and (largest := said_largest(desk.sentences, reading)):
            return Found(reading, (), tuple(largest), query=queries[0], rule=rule.name)
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
        elif used is not None:
            passages += [p for p in desk.tellings.best(one, sought_of(one), ENOUGH_TOLD) if p not in passages]
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
            return Found(readings[0] if readings else clause, (), tuple(beside))
    # Whom else "it" might mean is looked for among the facts alone: a sentence on somebody else is soon found.
    for reading in readings[:_READ_IN_SENTENCES] if clause.pronoun else readings:
        if (people := told_first(desk, reading)) is not None:
            if people.passages:
                return Found(reading, (), people.passages, people.asked, rule=OF_LIFE)
            continue
        best: list[Passage] = []
        told: list[Passage] = []
        for one in members(reading):
            sought = sought_of(one)
            best += [p for p in desk.sentences.best(one) if not desk.tellings.denies(p, sought)]
            told += desk.tellings.best(one, sought, ENOUGH_TOLD)
        discourse = desk.sentences.discourse
        passages = tuple(p for p in dict.fromkeys((*best, *told)) if not told_of_another(discourse, reading, p))
        passages = to_the_point(reading, passages[:_MOST_PASSAGES])
        passages = tuple(p for p in passages if CELL in p.text or gives_particular(reading, [p.text]))
        if passages:
            named = frozenset(reading.ids)
            told_of = [[i for i in p.entities if i not in named] for p in passages]
            passages = with_whom(desk, desk.sentences.gone_on(passages, _MOST_PASSAGES + 1), reading)
            passages = (*passages, *of_thing(desk, reading, (), passages))
            return Found(reading, (), passages, tuple(next(filter(None, told_of), ())))
        if people := told_last(desk, reading):
            return Found(reading, (), people.passages, people.asked, rule=OF_LIFE)
        if things := of_things(desk, reading):
            return things
    again = readings[0] if readings and not readings[0].names else clause
    written = _spelled(again, desk.lookup.spotter)
    if written is not None:
        told = desk.tellings.best(written, sought_of(written), ENOUGH_TOLD)
        if told:
            return Found(clause, (), tuple(told))
    before = desk.memory.foci[0].clause.content if desk.memory.foci else ()
    if _SAYS_TOO.search(clause.shape) and clause.groups() and not clause.content and before:
        # "and what does Acme say?" asks for Acme's word on what was asked before.
        passages = tuple(desk.sentences.about(clause.groups()[0], before, limit=2, least=0.5))
        return Found(clause, (), passages) if passages else None
    return None


def of_things(desk: Desk, reading: Clause) -> Found | None:
    """The sentences on the products and companies of a clause that tell what it asks."""
    told = [] if tells_all(desk, reading) else on_things(desk, reading, sought_of)
    return Found(reading, (), tuple(told), reading.ids, rule=ON_THINGS) if told else None


def _reworded(desk: Desk, clause: Clause, readings: list[Clause]) -> Found | None:
    """Sentences that answer in other words than the question's, where none does in its own."""
    reading = readings[0] if readings else clause
    passages = in_other_words(desk, reading, sought_of)
    return Found(reading, (), passages, reading.ids, rule=IN_OTHER_WORDS) if passages else None


def sought_of(reading: Clause) -> list[Sought]:
    """What the first rule that applies asks of the facts, where they did not answer."""
    for rule in applying(reading.shape):
        queries = rule.queries(reading)
        asked = [query for query in queries if aspects(query)]
        if asked:
            post = asked[0].post
            alike = [q for q in asked if (q.kinds == asked[0].kinds and (q.post or not post)) or q.post]
            alike = [q for q in alike if not q.parts or q.parts[0].slots not in _ASIDE] or alike
            found = [Sought(query, rest(rule, reading)) for query in alike]
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
            mention = Mention(0, 0, word, frozenset((f"{WRITTEN}{word}",)))
            shape = f"{clause.shape[: place.start()]}{mark}{clause.shape[place.end() :]}"
            others = tuple(other for other in clause.unknown if other.casefold() != word.casefold())
            return reread(replace(clause, shape=shape, unknown=others), (*clause.names, mention))
    return None


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


def with_other_figures(desk: Desk, found: Found) -> Found:
    """An answer with the sums and shares that other sentences tell: what "do the sources agree" asks for."""
    if not found.clause.groups():
        return found
    more = desk.sentences.figures(found.clause, found.events)
    return replace(found, passages=tuple(dict.fromkeys((*found.passages, *more))))
