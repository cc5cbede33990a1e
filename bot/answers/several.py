"""What answers the parts of one message, one after another: a part may ask the one before again, of another time."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause, reread
from bot.answers.asked.spotting import Mention
from bot.answers.asked.words import same_meaning, stems
from bot.answers.desk import Desk
from bot.answers.finding import Found, find, with_other_figures
from bot.answers.known import published_by
from bot.answers.sentences.evidence import of_the_kind
from bot.grammar.patterns import Pattern
from bot.store.query import bounds
from bot.store.read import Passage

SOURCES_AGREE = Pattern(
    r"\b(?:sources?|reports?|articles?|they|accounts?)\b.*\b(?:agree|differ|disagree|conflict|"
    r"contradict)|\bwhere do they differ\b"
)
_YEAR = Pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OF_A_PERSON = Pattern(
    r"\b(?:stud(?:y|ied)|graduated?|degree|school|university|joined?|born|worked?|before|previously|career|from where|"
    r"salary|paid)\b"
)
"""What is asked of somebody, not of a company."""
_MOST_MEANT = 4
_SHORT = 100
_FAR, _FAR_OF_A_YEAR = 3, 6
"""Sentences between what answered and what tells the same of another time."""
_NOW = Pattern(
    r"\b(?:now|today|this (?:year|month|week|\w+day)|currently|current|"
    r"at present|presently|meanwhile|since then|by now|so far|up to now)\b",
    re.I,
)
_EARLIER = Pattern(
    r"\b(?:was|were|had|before|previous\w*|earlier|formerly|originally|until|"
    r"last (?:year|month|summer|spring|autumn|winter)|"
    r"(?:a|one|two|three|\w+) (?:years?|months?) (?:ago|before)|used to|first generation|cost(?:ed)?|"
    r"in (?:19|20)\d\d|from)\b",
    re.I,
)
_LATER = Pattern(r"\b(?:next|will|by|target|goal|plan\w*|expect\w*|year-end|end of|future|aim\w*)\b", re.I)
_ASKS_NOW = Pattern(r"\b(?:now|today|currently)\b")
_ASKS_LATER = Pattern(r"\b(?:next|then|year-end)\b")


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
            desk.memory.add(Focus(one.clause, one.asked, _quoted(one)[:4]))
        else:
            desk.memory.add(Focus(clause))
            missing.append(clause.asked or clause.text)
    return found, missing


def _one(desk: Desk, clause: Clause, found: list[Found]) -> Found | None:
    """What answers one part: with the name it shares, else by what the conversation was about."""
    if clause.again or (clause.otherwise and clause.narrow.when and not clause.content):
        told = _at_another_time(desk, clause, found[-1]) if found else []
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


def _at_another_time(desk: Desk, clause: Clause, before: Found) -> list[Passage]:
    """Sentences near those that answered before that tell the same kind of thing of the time now asked for."""
    out: dict[tuple[str, int], Passage] = {}
    wanted = frozenset(before.clause.content) | frozenset(clause.content)
    for at in _places(desk, before):
        far = _FAR if clause.narrow.when is None else _FAR_OF_A_YEAR
        around = [at, *desk.sentences.discourse.near(at, far, far)]
        for passage in sorted(around, key=lambda p: abs(p.ordinal - at.ordinal)):
            if not _is_of_time(passage, clause) or not _is_such(passage, clause):
                continue
            if passage.ordinal != at.ordinal and not _goes_with(desk, passage, at, clause, wanted):
                continue
            out.setdefault((passage.article, passage.ordinal), passage)
            break
    told = tuple(out.values())[:2]
    return list(desk.sentences.gone_on(told, 3)) if told else []


def _places(desk: Desk, before: Found) -> list[Passage]:
    """The sentences that answered before."""
    found = list(before.passages)
    for told in before.events[:4]:
        for statement in told.statements[:3]:
            quote = " ".join(statement.quote.split())
            found += [
                p
                for p in desk.sentences.discourse.article(statement.article)
                if quote and (quote in " ".join(p.text.split()) or " ".join(p.text.split()) in quote)
            ][:1]
    return list({(p.article, p.ordinal): p for p in found}.values())[:6]


def _is_such(passage: Passage, clause: Clause) -> bool:
    """Whether a sentence tells the kind of thing asked for; a short one need not repeat in what it is counted."""
    short = clause.wants == "money" and len(passage.text) < _SHORT and re.search(r"\d", passage.text)
    return bool(short) or of_the_kind(passage, clause, ())


def _is_of_time(passage: Passage, clause: Clause) -> bool:
    """Whether a sentence tells of the time that a part asks for."""
    when = clause.narrow.when
    if when is not None:
        first, last = (int(bound[:4]) for bound in bounds(when))
        return any(first <= int(year) <= last for year in _YEAR.findall(passage.text))
    if _ASKS_NOW.search(clause.shape):
        return bool(_NOW.search(passage.text))
    return bool((_LATER if _ASKS_LATER.search(clause.shape) else _EARLIER).search(passage.text))


def _goes_with(desk: Desk, passage: Passage, at: Passage, clause: Clause, wanted: frozenset[str]) -> bool:
    """Whether a sentence goes on about what another tells: naming nobody else, short or in the same words."""
    named = frozenset(i for ids in clause.groups() for i in ids)
    others = {
        i
        for i in desk.sentences.discourse.ids(passage) - named
        if desk.sentences.discourse.kind(i) in ("org", "product")
    }
    if others - desk.sentences.discourse.ids(at):
        return False
    said = stems(passage.text)
    return len(passage.text) < _SHORT or any(same_meaning(word) & said for word in wanted)
