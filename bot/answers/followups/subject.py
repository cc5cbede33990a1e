"""Whom a conversation is about, and whether a message that names nobody is about them still."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause
from bot.answers.asked.words import stems
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.followups.fragments import fragment_of
from bot.answers.followups.other_times import places
from bot.answers.found import Found
from bot.answers.intents.people import asked_post
from bot.answers.proof.asked_of_people import asks_before
from bot.answers.query import Ids
from bot.answers.sentences.meanings.loose import PLAIN, means
from bot.answers.sentences.meanings.of_questions import meanings
from bot.answers.titles import fits
from bot.answers.view import ids_by_slot
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage, StoredEvent

_VALUES = ("money", "count", "percent", "when")
"""What is asked for that a sentence has to hold, whatever its words."""
_LEANS = Pattern(
    r"^(?:and|so|but|or|then|ok|okay|also)\b|\b(?:others?|another|else|same|also|too|then|there|that|this|those|"
    r"these|"
    r"them|they|it|its|their|his|her|he|she|him|instead|either|both|any of)\b|^(?:是|那|还|什么时候|总|最)"
)
"""What points back, in whatever way."""
_OF_ALL = Pattern(
    r"\b(?:companies|startups|start-ups|deals|rounds|makers|firms|funds|articles?|news|newest|latest|biggest|largest|"
    r"top|everybody|everyone|anybody who|anyone who|people who|who (?:is|are) you|you|help|list|all)\b|"
    r"^(?:(?:and|so|but) )?(?:which|what) (?!is\b|was\b|about\b|one\b|for\b|else\b|price\b|year\b|d(?:id|o|"
    r"oes)\b|ha[sd]\b|have\b|will\b|would\b)[\w-]+(?: [\w-]+){3,}"
)
"""What is asked of the whole field, or of the bot."""
_MOST_CONTENT, _MOST_WORDS, _MOST_LEANING = 2, 6, 9
"""Words that a message which goes on from another one says something with, has in all, and has where it points "
"back."""
_SAYS_BEFORE = Pattern(r"[a-z]{3}", re.I)
_DAY = Pattern(r"^\W*(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d+|\d+ [A-Z][a-z]+)\b", re.I)
"""What stands before the name with which an item of a list begins."""
_BESIDE = 2
"""Sentences from those that answered to one that names who had a part in the same."""
_FOCI = 3
_PLACES = 8


@dataclass(frozen=True, slots=True)
class Subject:
    """What was spoken of: names, and the sentences by which the last answer told of them."""

    last: Focus
    """The last answer, else the last question that named somebody."""
    ids: Ids
    """Those whom the last questions named and their answers gave."""
    named: Ids
    """Those whom the last question with a name named; else whom its answer told of first."""
    at: tuple[Passage, ...]
    """The sentences that the last answer rested on."""
    words: tuple[str, ...] = ()
    """What was asked of them so far."""

    @property
    def articles(self) -> tuple[str, ...]:
        """Their articles."""
        return tuple(dict.fromkeys(p.article for p in self.at))


def subject_of(desk: Desk, foci: Sequence[Focus]) -> Subject | None:
    """Whom the turns before were about, be it nobody; None where there are none."""
    told = next((focus for focus in foci if focus.told or focus.passages), None)
    namer = next((focus for focus in foci if focus.clause.names or focus.clause.unknown), None)
    answered = told
    if told is not None and namer is not None and foci.index(namer) < foci.index(told):
        answered = None  # what was asked of another one since then stayed open
    last = answered or namer or next(iter(foci), None)
    if last is None:
        return None
    ids = frozenset(i for focus in foci[:_FOCI] for i in (*focus.clause.ids, *focus.answer))
    at = places(desk, Found(last.clause, last.told, last.passages))[:_PLACES] if answered is not None else []
    spoken = (namer.clause.groups() or tuple(name.ids for name in namer.clause.names)) if namer else ()
    named = frozenset(i for group in spoken if not is_place(group) for i in group)
    words = tuple(dict.fromkeys(word for focus in foci[:_FOCI] for word in focus.clause.content))
    return Subject(last, ids, named or frozenset(last.answer[:1]), tuple(at), words)


def leans(parts: Sequence[Clause], subject: Subject) -> bool:
    """Whether a message is about whom the turns before were about: it names nobody, and says too little by itself."""
    if len(parts) != 1:
        return False
    one = parts[0]
    if not (subject.ids or subject.at) and not (fragment_of(one.shape) or _LEANS.search(one.shape)):
        return False
    if one.unknown or one.asked or _OF_ALL.search(one.shape):
        return False
    if (one.names or one.narrow.given) and not _only_narrows(one, subject):
        return False
    many, says = len(one.shape.split()), len(one.content)
    if one.pronoun or _LEANS.search(one.shape):
        return many <= _MOST_LEANING and says <= _MOST_CONTENT + 1
    return many <= _MOST_WORDS and says <= _MOST_CONTENT


def _only_narrows(clause: Clause, subject: Subject) -> bool:
    """Whether a clause names a place or a period alone, after questions on somebody: "and in Spain?", "and in "
    "2022"."""
    places = all(is_place(name.ids) for name in clause.names)
    of_somebody = bool(subject.named) and any(not is_place(name.ids) for name in subject.last.clause.names)
    return clause.bare and places and of_somebody


def on_it(desk: Desk, asked: Clause, found: Found, subject: Subject) -> Found | None:
    """What was found for what a message asks, where it tells of those who were spoken of; else None."""
    if found.rule == FOLLOWS or found.card:
        return found
    if found.events:
        ids = subject.ids.union(found.clause.ids)
        of_them = tuple(told for told in found.events if ids & _with_kin(desk, told))
        within = tuple(told for told in found.events if any(s.article in subject.articles for s in told.statements))
        kept = of_them or within
        return replace(found, events=kept) if kept else None
    if not (asked.names or asked.narrow.given) and _only_again(found, subject):
        return None
    says_all = _says_all if not (asked.pronoun or fragment_of(asked.shape)) else _says_nothing
    on = tuple(
        p for p in found.passages if _tells_of(desk, p, subject, found.clause.wants) or says_all(found.clause, p.text)
    )
    return replace(found, passages=on) if on else None


def _with_kin(desk: Desk, told: StoredEvent) -> Ids:
    """Those who have a part in a fact, with the makers of products and the parents of units."""
    held = frozenset(i for ids in ids_by_slot(told).values() for i in ids)
    return held.union(*(desk.facts.kin(one) for one in held))


def _only_again(found: Found, subject: Subject) -> bool:
    """Whether sentences were all told before, for the question before or without a word of what is asked now."""
    if not all(p in subject.at for p in found.passages):
        return False
    last = subject.last.clause
    if found.clause.shape == last.shape:
        return True
    if asks_before(found.clause.shape) or (found.clause.wants in _VALUES and found.clause.wants != last.wants):
        return False
    if (post := asked_post(found.clause.shape)) and any(fits(p.text, post) for p in found.passages):
        return False
    asked = [means(word) for word in found.clause.content if word not in PLAIN]
    said = [meanings(p.text) for p in found.passages]
    return bool(asked) and not any(not one.isdisjoint(words) for one in asked for words in said)


def _says_all(clause: Clause, text: str) -> bool:
    """Whether a text says all that a clause asks, where that is more than one word: it needs no subject then."""
    return len(clause.content) > 1 and frozenset(clause.content) <= stems(text)


def _says_nothing(clause: Clause, text: str) -> bool:
    """Of what points back, "did they take a board seat", no text says all: it is whoever "they" are that count."""
    return False


def _tells_of(desk: Desk, passage: Passage, subject: Subject, wants: str) -> bool:
    """Whether a sentence is about those who were spoken of: it names them, or nobody else in an article on them."""
    discourse = desk.sentences.discourse
    here = discourse.ids(passage)
    if passage in subject.at or here & subject.ids:
        return True
    if passage.article not in subject.articles and not discourse.is_about(passage.article, subject.ids):
        return False
    goes_on = discourse.goes_on(passage)
    if goes_on and any((p.article, p.ordinal + 1) == (passage.article, passage.ordinal) for p in subject.at):
        return True
    opener = discourse.opener(passage) if goes_on else frozenset()
    if opener and not opener & subject.ids:
        return False
    if discourse.is_about(passage.article, subject.ids):
        return True
    beside = (abs(p.ordinal - passage.ordinal) for p in subject.at if p.article == passage.article)
    if wants == "who" and min(beside, default=_BESIDE + 1) <= _BESIDE:
        return True  # with whom it begins is the answer
    first = next(iter(discourse.named(passage)), None)
    if first is None or _SAYS_BEFORE.search(_DAY.sub("", passage.text[: first.start])):
        return True
    kinds = {discourse.kind(i) for i in first.ids}
    shown = frozenset(i for p in subject.at for i in discourse.ids(p)) | discourse.subjects(passage.article)
    return not kinds & {"org", "person"} or bool(first.ids & shown)
