"""Where a question asks about somebody's life: what the sentences on that person tell, alone or beside facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.answers.asked.question import Clause, reread
from bot.answers.desk import Desk
from bot.answers.query import WRITTEN, Ids
from bot.answers.quoted import is_quoted, quotes_of
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.evidence import ENOUGH
from bot.answers.sentences.particulars import is_particular
from bot.answers.sentences.people.aspects import asking_words, aspects_of, main_part
from bot.answers.sentences.people.lives import is_heading, opens_with_pronoun
from bot.answers.sentences.signs import HE_OR_SHE, WHOLE_NAME
from bot.answers.tenure import is_over
from bot.answers.titles import POST
from bot.grammar.patterns import Pattern
from bot.store.read import Passage, StoredEvent

OF_PEOPLE = ("career", "story", "mover", "leaver", "stand-in")
"""Rules whose facts may leave open what is asked of a person."""
OF_LIFE = "life"
"""What the sentences are found by that were weighed here."""
_MOST_PEOPLE = 3
_BESIDE = 2
_BACK = 4
_TRIED = 3
_SHORT = 4
_BEFORE = Pattern(r"\bbefore\b(?! <when>)|\bprevious(?:ly)?\b|\bformerly\b|\bused to\b")
_DESCRIBES = Pattern(
    r"\b(?:the|that|this|an?|which|what|one of the) (?:[\w-]+ ){0,4}?(?:guys?|m[ae]n|wom[ae]n|person|people|lady|"
    r"fellow|chap|dude|"
    r"engineers?|researchers?|scientists?|professors?|developers?|designers?|executives?|managers?|lead|leader|"
    r"head|veteran|"
    r"student|intern|graduate|alumn\w+|founders?|inventor|creator|author|architect|boss|chief|partner|banker|"
    r"lawyer|officer|"
    r"investor|programmer|physicist|mathematician|roboticist|duo|pair|couple)\b|\bwhoever\b|\bthe one who\b|"
    r"\bex-<|\b(?:ex|former) <|"
    rf"(?:<\d+>'s?|\b(?:the|whose)) (?:[\w-]+ ){{0,3}}?{POST}\b"
)
"""Somebody who is described."""


def life(desk: Desk, reading: Clause) -> list[Passage]:
    """The sentences that tell what is asked of the people of a clause."""
    found: list[Passage] = []
    for person in people_of(desk, reading)[:_MOST_PEOPLE]:
        found += [p for p in desk.lives.best(reading, person) if p not in found]
    return found


def asks_of_life(desk: Desk, reading: Clause) -> bool:
    """Whether a clause asks of a person what lives tell: from where, whereto, under whom."""
    return bool(aspects_of(reading.shape) or is_particular(reading.shape)) and bool(people_of(desk, reading))


def people_of(desk: Desk, reading: Clause) -> list[Ids]:
    """The people that a clause names, one by one."""
    every = [ids for ids in reading.groups() if desk.sentences.discourse.has_person(ids)]
    # "Roe" is Jo Roe rather than Roe Works where a life is asked about.
    alike = [ids for ids in every if all(desk.facts.kind(one) == "person" for one in ids) or aspects_of(reading.shape)]
    groups = [frozenset(one for one in ids if desk.facts.kind(one) == "person") for ids in alike]
    names = [
        frozenset(one for one in reading.names[i].ids if desk.facts.kind(one) == "person") or reading.names[i].ids
        for i in reading.asked_about
    ]
    if reading.unknown and (whole := _longer(desk, reading, groups)) is not None:
        return whole
    if not groups and reading.unknown:
        return _written(desk, reading)
    return [frozenset((one,)) for ids in names if any(ids <= group for group in groups) for one in sorted(ids)]


def _longer(desk: Desk, reading: Clause, groups: list[Ids]) -> list[Ids] | None:
    """Those of whom facts know one name only, as the articles write them with the one that a clause adds.

    Nobody where no article writes the two together, None where a clause adds no name.
    """
    known = [reading.names[i].text for i in reading.asked_about if reading.names[i].ids in groups]
    names = [f"{name} {word}" for name in known for word in reading.unknown if f"{name} {word}" in reading.text]
    if not names:
        return None
    return [frozenset((f"{WRITTEN}{name}",)) for name in dict.fromkeys(names) if desk.sentences.spelling(name)]


def _written(desk: Desk, reading: Clause) -> list[Ids]:
    """Those whose whole names no fact knows and the articles write."""
    either = "|".join(re.escape(word) for word in reading.unknown)
    runs = re.findall(rf"(?<!\w)(?:{either})(?: (?:{either}))+(?!\w)", reading.text)
    alone = [word for word in reading.unknown if len(word) > _SHORT and not any(word in run for run in runs)]
    runs += [met[0] for word in alone for met in _whole(desk, word)]
    return [frozenset((f"{WRITTEN}{name}",)) for name in dict.fromkeys(runs) if desk.sentences.spelling(name)]


def _whole(desk: Desk, surname: str) -> list[re.Match[str]]:
    """A surname as the articles write it with what goes before it."""
    whole = re.compile(
        rf"(?:[A-Z][\w’'-]+ ){{1,2}}(?-i:{re.escape(surname[:1].upper())}){re.escape(surname[1:])}(?!\w)"
    )
    texts = (p.text for p in desk.sentences.spelling(surname))
    return [met for text in texts if (met := whole.search(text)) is not None][:1]


def beside_facts(desk: Desk, reading: Clause, told: Iterable[StoredEvent]) -> list[Passage]:
    """Sentences that tell what is asked of a person and that no quote of the facts holds."""
    if not asks_of_life(desk, reading):
        return []
    quotes = quotes_of(told)
    return [p for p in life(desk, reading) if not is_quoted(p.text, quotes)][:_BESIDE]


def leaves_open(reading: Clause, rule: str, told: Iterable[StoredEvent]) -> bool:
    """Whether facts on somebody's posts tell nothing of what was before, where that is asked."""
    if rule not in ("career", "story") or not _BEFORE.search(reading.shape):
        return False
    told = tuple(told)
    origin = aspects_of(reading.shape)[:1]
    given = (one.given_in(s.quote) for one in origin for event in told for s in event.statements)
    return bool(origin) and not any(map(is_over, told)) and not any(given)


def tells_all(desk: Desk, reading: Clause) -> bool:
    """Whether nothing but a sentence on the person may answer: what somebody did before, nobody else's life tells."""
    before = bool(_BEFORE.search(reading.shape)) and bool(aspects_of(reading.shape))
    joined = reading.wants == "when" and is_particular(reading.shape)
    why = reading.wants == "why" and bool(aspects_of(reading.shape))
    return (before or joined or why) and bool(people_of(desk, reading))


def people_in(desk: Desk, passages: Iterable[Passage]) -> tuple[str, ...]:
    """The people whom some sentences name, in order."""
    discourse = desk.sentences.discourse
    named = (one for p in passages for mention in discourse.named(p) for one in sorted(mention.ids))
    return tuple(dict.fromkeys(one for one in named if discourse.kind(one) == "person"))


def with_whom(desk: Desk, passages: tuple[Passage, ...], reading: Clause) -> tuple[Passage, ...]:
    """Sentences, before a first one that says only "he" or "she", or nobody at all, the one that says who that is."""
    if not passages or passages[0].ordinal == 0:
        return passages
    first, discourse = passages[0], desk.sentences.discourse
    before = list(reversed(discourse.near(first, _BACK)))
    named = [p for p in before if _of_people(discourse, p)]
    if opens_with_pronoun(first.text):
        naming = named[0] if named else None
    elif reading.wants in ("who", "thing") and not _of_people(discourse, first).difference(*reading.groups()):
        pointing = reading.wants == "who" and HE_OR_SHE.search(first.text)
        naming = next((p for p in named[:1] if pointing or is_heading(p)), None)
    else:
        naming = None
    if naming is None and reading.wants == "who" and not WHOLE_NAME.search(first.text):
        naming = next((p for p in before if is_heading(p) and WHOLE_NAME.search(p.text)), None)
    return passages if naming is None or naming in passages else (naming, *passages)


def _of_people(discourse: Discourse, passage: Passage) -> Ids:
    return frozenset(i for i in discourse.ids(passage) if discourse.kind(i) == "person")


def of_described(desk: Desk, reading: Clause) -> list[Passage]:
    """What is asked of somebody whom a clause only describes, where it names a house or a product of theirs.

    "Where did the engineer who wrote Acme's gait software go": the sentence that says who did, and what tells the rest.
    """
    every = aspects_of(reading.shape)
    if not every or not _DESCRIBES.search(reading.shape) or people_of(desk, reading) or not reading.groups():
        return []
    asking = asking_words(reading.shape)
    main = replace(reading, shape=main_part(reading.shape))
    words = " ".join(word for word in main.content if word not in asking)
    if not words:
        return []
    marks = " ".join(f"<{n}>" for n in range(len(reading.names)))
    described = reread(replace(reading, shape=f"the {words} {marks}", wants="thing"), reading.names)
    for score, passage in desk.sentences.scored(described)[:_TRIED]:
        who = _of_people(desk.sentences.discourse, passage) or desk.sentences.discourse.spoken_of(
            passage, frozenset(("person",))
        )
        if score < ENOUGH or len(who) != 1:
            continue
        told = desk.lives.best(reading, next(frozenset((one,)) for one in who), alone=True)
        if told:
            return list(dict.fromkeys((passage, *told)))
    return []
