"""What a question asks for by the way it asks, beside facts or instead: a word, a reason, a denial, a plan."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain, islice

from bot.answers.asked.question import Clause, members
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.intents.frames import ASKS_ANY_DENIAL, ASKS_WORD, SAID, Frame, frame_of
from bot.answers.legs.biography import OF_LIFE, tells_all
from bot.answers.legs.things import ON_THINGS
from bot.answers.query import Ids, Join
from bot.answers.quoted import is_within, quotes_shown, spaced
from bot.answers.relevance import AHEAD, OF_LISTS, is_negated
from bot.answers.sentences.frames.manner import ELSEWHERE_TO_READ, SURELY_SPEAKS
from bot.answers.sentences.markets.rankings import RANKED
from bot.answers.sentences.things.aspects import aspects_of
from bot.answers.sentences.things.told import gives_particular
from bot.grammar.patterns import Pattern
from bot.store.read import Passage, StoredEvent

IN_ITS_WAY = "in the way that is asked"
"""The rule of what sentences alone answer here: they were weighed for what is asked."""
_SURELY = 0.72
"""How surely sentences have to answer where facts do already."""
_MOST_BESIDE = 6
_FACTS = 3
"""Facts that are shown where sentences surely answer in the way that is asked."""
_WORDS = ("statement", "forecast", "plan")
_OF_SHARES = Pattern(r"<\d+>(?:'s)? (?:shares?|stock|share price|prices?|sales|customers?|investors?)\b")
"""What is no word of theirs: how their shares reacted."""
_READINGS = 2
_NEAR = 3
"""Sentences from one's word within which the other has to be named of whom it is."""


def framed(desk: Desk, clause: Clause, found: Found | None) -> Found | None:
    """What was found, with the sentences that tell in the way a clause asks; these alone where nothing was found."""
    if found is not None and found.rule == RANKED:
        return found  # whoever counts tells an order in no words of their own
    if ASKS_ANY_DENIAL.search(clause.shape):
        return None  # a denial alone answers, whatever it is of
    if found is not None and _of_another(desk, found):
        found = None
    reading = found.clause if found is not None else next(iter(desk.resolver.readings(clause, desk.memory)), clause)
    if found is not None and (reading.tellers or _asks_word(reading)):
        found = _words_of(desk, found, bool(reading.tellers))
    if found is not None and (found.rule == OF_LIFE or _gives_measure(reading, found)):
        return found  # weighed already; a measure is told in no other way
    if found is None and tells_all(desk, reading):
        return None
    frame = frame_of(reading)
    if frame is None or is_negated(reading) or (found is not None and _is_whole(found)):
        return found
    readings = [reading]
    for other in islice(chain((clause,), desk.resolver.readings(clause, desk.memory)), _READINGS):
        if (other.shape, other.names) not in [(one.shape, one.names) for one in readings]:
            readings.append(other)
    look = partial(_of_each, desk) if frame.name == "apart" else desk.windows.best
    sure, passages = max((look(one, frame) for one in readings), key=lambda row: row[0])
    if not passages and found is None and frame.name == "changed" and not reading.names:
        passages = _before(desk, frame)
    if not passages:
        read = found is not None and found.rule == ON_THINGS  # for the particular that is asked for
        return None if found is not None and not read and _only_near(desk, found, frame) else found
    if found is None:
        return Found(reading, (), tuple(passages), rule=IN_ITS_WAY)
    if sure < _SURELY:
        return found
    shown = found.events if reading.lists else found.events[:_FACTS]
    told = quotes_shown(shown) + [spaced(p.text) for p in found.passages]
    new = [p for p in passages if not is_within(p.text, told)]
    if not new:
        return found if shown else replace(found, rule=IN_ITS_WAY)
    rule = found.rule if shown else IN_ITS_WAY
    return replace(found, events=shown, passages=(*new[:_MOST_BESIDE], *found.passages), rule=rule)


def asks_whether_somebody_answered(desk: Desk, clause: Clause) -> bool:
    """Whether a clause asks if one whom it names confirmed, denied or commented: what others tell is no answer."""
    frame = frame_of(clause)
    return frame is not None and frame.name == "settled" and bool(desk.windows.voices.speaker(clause, frame))


def _gives_measure(clause: Clause, found: Found) -> bool:
    """Whether the weight, the speed or another measure is asked for and found."""
    measured = any(one.sure for one in aspects_of(clause.shape))
    return measured and gives_particular(clause, [p.text for p in found.passages])


def _is_whole(found: Found) -> bool:
    """Whether an answer needs no sentence beside it: a card, a count, a list."""
    return bool(found.card or found.lead or found.rule in OF_LISTS or isinstance(found.query, Join))


def _only_near(desk: Desk, found: Found, frame: Frame) -> bool:
    """Whether sentences that were found tell nothing that is to come, or nothing that was answered, as is asked."""
    if found.events or frame.told is None:
        return False
    if frame.name == "settled":
        speaker = desk.windows.voices.speaker(found.clause, frame)
        return bool(speaker) and not any(desk.windows.voices.speaks(p, speaker) > SURELY_SPEAKS for p in found.passages)
    if frame.name == "why":
        return not any(frame.told.search(p.text) for p in found.passages)
    return bool(AHEAD.search(found.clause.shape))


def _asks_word(clause: Clause) -> bool:
    return bool(ASKS_WORD.search(clause.shape)) and not _OF_SHARES.search(clause.shape)


def _words_of(desk: Desk, found: Found, outlet: bool) -> Found | None:
    """Of what was found only what somebody said: a deal that they are part of is not their word on it.

    `outlet`: it may be the article that is theirs.
    """
    speaker = desk.windows.voices.speaker(found.clause, SAID)
    for listed in found.clause.lists:
        speaker |= frozenset().union(*(found.clause.names[i].ids for i in listed))
    if not speaker:
        return found
    others = [ids for ids in found.clause.groups() if not ids & speaker]
    events = tuple(event for event in found.events if _is_told_by(desk, event, speaker, outlet))
    if outlet and events:
        return replace(found, events=events)
    passages = tuple(
        p
        for p in found.passages
        if desk.windows.voices.speaks(p, speaker) > SURELY_SPEAKS
        and (outlet or all(_is_on(desk, p, ids) for ids in others))
    )
    return replace(found, events=events, passages=passages, sums=()) if events or passages else None


def _is_told_by(desk: Desk, event: StoredEvent, speaker: Ids, outlet: bool) -> bool:
    """Whether a fact is somebody's word: by its parts, by its sentence or by the article that tells it."""
    named = any(speaker & frozenset(ids) for s in event.statements for ids in s.entities.values())
    if named and event.kind in _WORDS:
        return True
    first = [desk.facts.name(one).split(" ")[0].casefold() for one in speaker] if outlet else []
    for statement in event.statements:
        says = SAID.told is not None and SAID.told.search(statement.quote)
        if says and (named or desk.lookup.spotter.may_name(statement.quote, speaker)):
            return True
        if any(word in f"{statement.citation.title} {statement.citation.url}".casefold() for word in first):
            return True
    return False


def _is_near(desk: Desk, passage: Passage, ids: Ids) -> bool:
    """Whether somebody is named beside a sentence, or what its article is about."""
    discourse = desk.sentences.discourse
    beside = (passage, *discourse.near(passage, _NEAR, 1))
    return any(discourse.names_one(p, ids) for p in beside) or discourse.opens_on(passage.article, ids)


def _is_on(desk: Desk, passage: Passage, ids: Ids) -> bool:
    """Whether a sentence, or the one that it goes on from, names somebody, or its article is about them."""
    discourse = desk.sentences.discourse
    beside = (passage, *discourse.near(passage, 1))
    return any(discourse.names_one(p, ids) for p in beside) or bool(ids & discourse.main(passage.article))


def _of_each(desk: Desk, clause: Clause, frame: Frame) -> tuple[float, list[Passage]]:
    """Of "how do A and B differ on …": the word of each; nothing where one of them has none."""
    out: list[Passage] = []
    least = 1.0
    for one in members(clause):
        sure, passages = desk.windows.best(one, frame, 1)
        if not passages:
            return 0.0, []
        least = min(least, sure)
        out += [p for p in passages if p not in out]
    return least, out


def _before(desk: Desk, frame: Frame) -> list[Passage]:
    """Of "and what was it before?": the sentence beside what answered that tells an earlier figure or day."""
    out: list[Passage] = []
    for quote in desk.memory.quotes()[:2]:
        for cited in desk.sentences.facts.search(quote, 1):
            beside = (cited, *desk.sentences.discourse.near(cited, 1, 1))
            out += [p for p in beside if _has_figure(p) and frame.told is not None and frame.told.search(p.text)]
    return list(dict.fromkeys(out))[:3]


def _has_figure(passage: Passage) -> bool:
    return any(character.isdigit() for character in passage.text)


def _of_another(desk: Desk, found: Found) -> bool:
    """Whether somebody's word was found that may be on anybody: the other is named far from it, or elsewhere."""
    query = found.query
    near = getattr(query, "near", ())
    if found.rule != "view" or not near:
        return False
    for event in found.events:
        for statement in event.statements:
            if ELSEWHERE_TO_READ.match(statement.quote):
                continue
            for cited in desk.sentences.facts.search(statement.quote, 1):
                if all(_is_near(desk, cited, ids) for ids in near):
                    return False
    return True
