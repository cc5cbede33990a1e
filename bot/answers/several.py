"""What answers the parts of one message, one after another: a part may ask the one before again, of another time."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause, reread
from bot.answers.asked.spotting import Mention
from bot.answers.desk import Desk
from bot.answers.finding import Found, find, with_other_figures
from bot.answers.following import following
from bot.answers.known import published_by
from bot.answers.other_times import at_another_time
from bot.grammar.patterns import Pattern

SOURCES_AGREE = Pattern(
    r"\b(?:sources?|reports?|articles?|they|accounts?)\b.*\b(?:agree|differ|disagree|conflict|"
    r"contradict)|\bwhere do they differ\b"
)
_OF_A_PERSON = Pattern(
    r"\b(?:stud(?:y|ied)|graduated?|degree|school|university|joined?|born|worked?|before|previously|career|from where|"
    r"salary|paid)\b"
)
"""What is asked of somebody, not of a company."""
_MOST_MEANT = 4


def found_for(desk: Desk, parts: list[Clause]) -> tuple[list[Found], list[str]]:
    """What answers each part of a message, and the words of the parts that nothing answers."""
    found: list[Found] = []
    missing: list[str] = []
    known, asks_who = True, False
    for clause in parts:
        if found and not clause.names and SOURCES_AGREE.search(clause.shape):
            found[-1] = with_other_figures(desk, found[-1])
            continue
        one = _one(desk, clause, found)
        hangs = clause.leans or (clause.asked and asks_who and _OF_A_PERSON.search(clause.shape))
        if one and hangs and not known and not one.events:
            one = None  # more of what is not known: a sentence tells it of somebody else
        known, asks_who = one is not None, clause.wants == "who"
        if one:
            found.append(one)
            desk.memory.add(Focus(one.clause, one.asked, _quoted(one)[:4], one.events, one.passages, one.query))
        else:
            desk.memory.add(Focus(clause))
            missing.append(clause.asked or clause.text)
    return found, missing


def _one(desk: Desk, clause: Clause, found: list[Found]) -> Found | None:
    """What answers one part: with the name it shares, else by what the conversation was about."""
    follows = following(desk, clause) if not found else None
    if follows is not None:
        return _by_then(follows.found)
    if clause.again or (clause.otherwise and clause.narrow.when and not clause.content):
        told = at_another_time(desk, clause, found[-1]) if found else []
        if told:
            return Found(clause, (), tuple(told))
    one = _by_then(find(desk, clause))
    if clause.again and one and found and _told(one) <= _told(found[-1]):
        return None
    if one is None and clause.otherwise is not None and not clause.again:
        one = _by_then(_as_spoken_of(desk, clause.otherwise))
    if one and one.events and SOURCES_AGREE.search(clause.shape):
        one = with_other_figures(desk, one)
    return one


def _as_spoken_of(desk: Desk, clause: Clause) -> Found | None:
    """What answers a part without a name: of a person whom what was told before names, or beside those sentences."""
    if clause.names:
        return find(desk, clause)
    if clause.unknown:
        return None
    for ids in desk.memory.people()[:_MOST_MEANT]:
        shape = f"{clause.shape} <0>"
        one = find(desk, reread(replace(clause, shape=shape, pronoun=""), (Mention(0, 0, "", ids),)))
        if one:
            return one
    beside = desk.sentences.beside(clause, desk.memory.quotes())
    return Found(clause, (), tuple(beside)) if beside else None


def _told(one: Found) -> frozenset[object]:
    """What an answer consists of."""
    return frozenset((*(t.event.id for t in one.events), *((p.article, p.ordinal) for p in one.passages)))


def _by_then(one: Found | None) -> Found | None:
    """What was found without sentences of articles that came out after the day asked about."""
    day = one.clause.narrow.known if one is not None else None
    if one is None or day is None:
        return one
    kept = tuple(p for p in one.passages if published_by(p.citation.published, day))
    left = replace(one, passages=kept)
    return left if left.events or left.passages or left.card or left.lead else None


def _quoted(one: Found) -> tuple[str, ...]:
    return (*(s.quote for told in one.events for s in told.statements), *(p.text for p in one.passages))
