"""What a fact or a sentence has to hold to answer: somebody with the post, a number of the thing, certain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from bot.answers.asked.words import is_derived, same_meaning, stems, words
from bot.answers.lines import event_text
from bot.answers.proof import said
from bot.answers.proof.things import PARTS
from bot.answers.query import Ids
from bot.answers.sentences.counting import GOODS, NUMBERED, counts, numbers_goods
from bot.answers.sentences.meanings.loose import means
from bot.answers.sentences.meanings.of_questions import meaning_of, meanings, narrowly
from bot.answers.sentences.signs import CJK, HEADCOUNT
from bot.answers.titles import STANDING, fits, standing
from bot.answers.view import ids_by_slot
from bot.grammar.money import find_money
from bot.grammar.patterns import Pattern
from bot.store.read import StoredEvent

_NAMES_OF_PEOPLE = (
    "people employees staff workers persons jobs engineers researchers colleagues men women scientists developers"
)
_PEOPLE = stems(_NAMES_OF_PEOPLE)
_PEOPLE_NUMBERED = frozenset(f"{_NAMES_OF_PEOPLE} of strong staffers roles posts positions heads souls hands".split())
_BESIDE = 50
"""Letters before and after a number within which it is said what is counted."""


_LEADERS = ("lead", "boss", "chief", "head", "leader")


_PARTS = Pattern(r": |; ")
_SOMEWHERE = Pattern(r"(?<=\w )[A-Z0-9]|[㐀-鿿]|\b(?:he|she|was|in|as|at)\b")
_SOMEWHERE_NEW = Pattern(r"(?<=\W)[A-Z0-9]|[㐀-鿿]|\b(?:an?|the|his|her|own|as|at|in)\b")


class Proof(Protocol):
    """What a fact or a sentence has to hold to be an answer."""

    @property
    def widely(self) -> bool:
        """Whether the sentence beside it may hold it."""

    def in_text(self, text: str) -> bool:
        """Whether a sentence holds it."""

    def in_fact(self, told: StoredEvent) -> bool:
        """Whether a fact holds it."""


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody who holds a post; "lead" is any post at the top, `whole` one that is not of a part of a house."""

    post: str
    whole: bool = False
    now: bool = False
    """Whether it is asked who holds it now."""

    @property
    def widely(self) -> bool:
        return False

    def in_text(self, text: str) -> bool:
        text = said.HELD_BEFORE.sub(" ", text) if self.now else text
        if not (said.PERSON.search(text) or said.PRONOUN.search(text)):
            return False
        if self.post in _LEADERS:
            return bool(said.LEADING.search(said.OF_A_PART.sub(" ", text) if self.whole else text))
        return fits(text, self.post)

    def in_fact(self, told: StoredEvent) -> bool:
        title = told.event.best("title") if self.whole and told.kind == "role" else None
        if isinstance(title, str) and standing(title) == len(STANDING) and not said.LEADS_ALL.match(title):
            return False
        if told.kind == "role":
            texts = (str(told.event.best("title")), *(s.quote for s in told.statements))
            return self.post in _LEADERS or any(fits(text, self.post) for text in texts)
        if told.kind in ("founding", "statement"):
            return True
        return any(self.in_text(s.quote) for s in told.statements)


@dataclass(frozen=True, slots=True)
class Said:
    """Words of some kind, one of which a sentence or the quote of a fact has to hold."""

    words: Pattern
    kinds: tuple[str, ...] = ()
    """Kinds of fact that need no words."""
    done: bool = False
    """Whether what is only talked of is none."""
    any_fact: bool = False
    """Whether facts need no words."""

    @property
    def widely(self) -> bool:
        return True

    def in_text(self, text: str) -> bool:
        return bool(self.words.search(text)) and not (self.done and said.ONLY_TALKED_OF.search(text))

    def in_fact(self, told: StoredEvent) -> bool:
        if self.done and told.event.best("status") in ("rumored", "denied"):
            return False
        if self.done and told.statements and all(said.SURELY_NOT_DONE.search(s.quote) for s in told.statements):
            return False
        return self.any_fact or told.kind in self.kinds or any(self.words.search(s.quote) for s in told.statements)


@dataclass(frozen=True, slots=True)
class SaidBy:
    """Somebody's word, with the numbers that a question tells of it: "who said it has 40 orders"."""

    figures: tuple[str, ...]

    @property
    def widely(self) -> bool:
        return False

    def in_text(self, text: str) -> bool:
        return bool(said.SAYS.search(text)) and all(
            re.search(rf"(?<![\d.,]){re.escape(one)}(?!\d|[.,]\d)", text) for one in self.figures
        )

    def in_fact(self, told: StoredEvent) -> bool:
        return True  # the rules ask for somebody's word


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody leads a part of: "who leads the finances of <0>"."""

    stems: tuple[str, ...]

    @property
    def widely(self) -> bool:
        return False

    def in_text(self, text: str) -> bool:
        told = meanings(text)
        return all(
            fits(text, said.POSTS[one])
            if one in said.POSTS
            else meaning_of(one) & told or any(is_derived(one, word) for word in told)
            for one in self.stems
        )

    def in_fact(self, told: StoredEvent) -> bool:
        return self.in_text(event_text(told))


@dataclass(frozen=True, slots=True)
class Does:
    """What somebody is asked for who does it: "who audits <0>", in any words for that."""

    verb: str

    @property
    def widely(self) -> bool:
        return True

    def in_text(self, text: str) -> bool:
        if self.verb in said.SERVES:
            return bool(said.SERVES[self.verb].search(text))
        told = meanings(text)
        return bool(meaning_of(self.verb) & told) or any(is_derived(self.verb, one) for one in told)

    def in_fact(self, told: StoredEvent) -> bool:
        return any(map(self.in_text, (event_text(told), *(s.quote for s in told.statements))))


@dataclass(frozen=True, slots=True)
class Deed(Does):
    """A deed or a thing that is told by its own word, or by one that hardly means anything else."""

    alone: bool = True
    """Whether the sentence itself has to say it, and not one beside it."""
    itself: bool = False
    """Whether no other word will do."""

    @property
    def widely(self) -> bool:
        return not self.alone

    def in_text(self, text: str) -> bool:
        told = stems(text) if self.itself else narrowly(text)
        if self.itself:
            return any(one == self.verb or is_derived(self.verb, one) for one in told)
        return bool(same_meaning(self.verb) & told) or any(is_derived(self.verb, one) for one in told)

    def in_fact(self, told: StoredEvent) -> bool:
        return True  # the rules ask for the kind of deed


@dataclass(frozen=True, slots=True)
class Particular:
    """The very thing that is asked for by a noun: "the flight range of <0>", in any words for that."""

    noun: str

    @property
    def widely(self) -> bool:
        return True

    def in_text(self, text: str) -> bool:
        if self.noun in said.BODIES:
            return bool(said.BODIES[self.noun].search(text))
        told = meanings(text)
        return bool((meaning_of(self.noun) | means(self.noun)) & told) or any(
            is_derived(self.noun, one) for one in told
        )

    def in_fact(self, told: StoredEvent) -> bool:
        return self.noun not in said.BODIES or any(self.in_text(s.quote) for s in told.statements)


@dataclass(frozen=True, slots=True)
class Money:
    """Some sum, or a share."""

    @property
    def widely(self) -> bool:
        return False

    def in_text(self, text: str) -> bool:
        return bool(find_money(text) or said.SHARE.search(text) or said.SOME_SUM.search(text))

    def in_fact(self, told: StoredEvent) -> bool:
        return True  # the rules ask for the slot


@dataclass(frozen=True, slots=True)
class Before:
    """Where somebody was before they came to those that a question names."""

    named: Ids

    @property
    def widely(self) -> bool:
        return True

    def in_text(self, text: str) -> bool:
        return any(said.BEFORE.search(part) and _SOMEWHERE.search(part) for part in _PARTS.compiled.split(text))

    def in_fact(self, told: StoredEvent) -> bool:
        if told.kind == "role":
            organizations = ids_by_slot(told).get("organization", frozenset())
            return bool(organizations - self.named) or any(said.BEFORE.search(s.quote) for s in told.statements)
        return True


@dataclass(frozen=True, slots=True)
class After(Before):
    """Where somebody went after they left those that a question names."""

    unknown: tuple[str, ...] = ()
    """Words of the question that are written like names and that no fact knows alone: "Acme" for "Acme Robotics"."""

    def in_text(self, text: str) -> bool:
        return bool(said.RETIRED.search(text)) or any(
            _SOMEWHERE_NEW.search(text[met.end() : met.end() + _BESIDE]) for met in said.AFTER.compiled.finditer(text)
        )

    def in_fact(self, told: StoredEvent) -> bool:
        elsewhere = ids_by_slot(told).get("organization", frozenset()) - self.named
        meant = {one for one in elsewhere if any(word.casefold() in one for word in self.unknown)}
        return told.kind != "role" or bool(elsewhere - meant)


@dataclass(frozen=True, slots=True)
class At:
    """A post at one of those that a question names."""

    named: Ids

    @property
    def widely(self) -> bool:
        return False

    def in_text(self, text: str) -> bool:
        return True  # whom a sentence names is looked at with every sentence

    def in_fact(self, told: StoredEvent) -> bool:
        return told.kind != "role" or bool(ids_by_slot(told).get("organization", frozenset()) & self.named)


@dataclass(frozen=True, slots=True)
class Percents:
    """The shares that a question names as they are: "the remaining 49%"."""

    figures: tuple[str, ...]

    @property
    def widely(self) -> bool:
        return True

    def in_text(self, text: str) -> bool:
        return all(re.search(rf"(?<![\d.]){re.escape(one)}(?!\d|\.\d)", text) for one in self.figures)

    def in_fact(self, told: StoredEvent) -> bool:
        return self.in_text(event_text(told))


_LAID_OFF = Pattern(r"\bla(?:id|y|ys|ying)(?:[ -]\w+){0,3}?[ -]off\b|\blay-?offs?\b|\bjob cuts?\b", re.I)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of what is counted; `done`: of what there is already."""

    words: tuple[str, ...]
    done: bool
    staff: bool = False
    """Whether it is asked how many work somewhere, and nothing else of them."""

    @property
    def widely(self) -> bool:
        return False

    def in_text(self, text: str) -> bool:
        if self.staff and HEADCOUNT.search(text):
            return True
        if self.staff and _LAID_OFF.search(text):
            return False  # how many went is not how many there are
        return any(map(self._in_part, PARTS.compiled.split(text) if self.done else (text,)))

    def _in_part(self, text: str) -> bool:
        text = said.RATIO.sub(" ", text)
        if self.done and (not said.WAS_DONE.search(text) or said.only_planned(text)):
            return False
        words = [word for word in self.words if word not in GOODS]
        if self.words and not words and not _PEOPLE.intersection(self.words) and not CJK.search(text):
            return numbers_goods(said.OF_OTHERS.sub(" ", text))
        if not words:
            return bool(said.NUMBER.search(text))
        things = text if _PEOPLE.intersection(words) else said.OF_PEOPLE.sub(" ", text)
        return all(_counts(things, word) for word in words)

    def in_fact(self, told: StoredEvent) -> bool:
        if self.done and told.kind in ("plan", "forecast"):
            return False
        if told.kind in ("deployment", "partnership", "launch", "plan", "forecast") and not any(
            self.in_text(s.quote) for s in told.statements
        ):
            return False
        if told.kind == "metric" and told.event.best("unit") in ("percent", "%"):
            return False
        if told.kind == "funding" and "investor" in self.words and told.event.best("investors") is None:
            return False
        of_people = told.kind == "metric" and told.event.best("measure") == "employees"
        return not (of_people and self.words) or any(
            word in _PEOPLE or same_meaning(word) & _PEOPLE for word in self.words
        )


def _counts(text: str, word: str) -> bool:
    """Whether a number stands beside a word, or one that may be said for it; a sum is no number of anything."""
    for met in reversed(find_money(text)):
        text = f"{text[: met.start]}–{text[met.end :]}"
    if counts(text, (word,)) or ("stak" in same_meaning(word) and said.SHARE.search(text)):
        return True
    if word in _PEOPLE:
        return any(_PEOPLE_NUMBERED.intersection(words(met[1])) for met in NUMBERED.finditer(text))
    beside = (text[max(0, met.start() - _BESIDE) : met.end() + _BESIDE] for met in said.NUMBER.compiled.finditer(text))
    return any(meaning_of(word) & meanings(near) for near in beside)
