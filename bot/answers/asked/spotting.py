"""Which known names stand in a message, and which of them are only words of the language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from bot.answers.asked.common import BODIES, FIELD, ORDINARY, TRADES
from bot.answers.asked.plurals import plurals
from bot.answers.asked.short_names import ShortNames
from bot.answers.asked.spelled import Spelled, Spellings
from bot.answers.asked.words import CLASS_WORDS, STOP
from bot.grammar.patterns import Pattern
from bot.grammar.whole_words import beginnings, is_whole, stands_in
from bot.names.folding import Token, fold, tokens
from bot.store.read import Facts, NameHit

_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december"]
)  # fmt: skip
_NO_NAMES, _HALVES = frozenset(["vc", "vcs"]), frozenset(["h1", "h2"])
_YEAR_AFTER = Pattern(r",? (?:of )?(?:19|20)\d\d\b")
_ON_DAY = Pattern(r"\b(?:on|last|next|this|since|until|till|by|late|early|every|an?|said|before|after) $", re.I)
_IN_MONTH = Pattern(r"\b(?:in|of|last|next|this|since|until|till|by|late|early|every|before|after|from|to|\d+) $", re.I)
_FIRST_NAME = Pattern(r"(?<!\w)([A-Za-z][\w'’-]{2,}) $")
_WORD_BEFORE, _WORD_AFTER = Pattern(r"([a-z]{3,})[ -]$"), Pattern(r"^[ -]([a-z]{3,})")
_ANY_BEFORE = Pattern(r"\b(?:an?|any|another|its|their|no|some|every|each|which|what|many|two|three) $", re.I)
_LONGEST_SHORT = 3
"""Words of the longest shortening of a name that is looked for."""
_OF_GOODS = " robots"
_MOST_KEPT = 1000
_LETTERS = Pattern(r"[a-z0-9]{2,}|[㐀-鿿]{1,2}")
_MESSAGES_KEPT, _TEXTS_KEPT, _TEXTS_KEPT_OF_MANY = 50, 5000, 500
"""Of a large store hardly a sentence comes again for another question."""
_WITHIN = Pattern(r"[a-z,'’] ")
"""What goes before a name within a sentence."""
_LOOKED_AT = 20
"""Sentences in which a word is looked for in small letters."""


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names one of `ids` (several where a name has several bearers)."""

    start: int
    end: int
    text: str
    ids: frozenset[str]


class Spotter:
    """Finds the names of one store in messages and sentences."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._ordinary: dict[str, bool] = {}
        self._proper: dict[str, bool] = {}
        self._hints: dict[frozenset[str], frozenset[str]] = {}
        self._asked: dict[str, list[Mention]] = {}
        """Of the messages read last: one is read again for each way it may be meant."""
        self._found: dict[str, tuple[Mention, ...]] = {}
        """Of the sentences and quotes looked at last."""
        self._most_texts = _TEXTS_KEPT_OF_MANY if facts.is_large else _TEXTS_KEPT

    def may_name(self, text: str, ids: frozenset[str]) -> bool:
        """Whether a text holds letters of a name of one of some entities: where it does not, none is looked for."""
        if ids not in self._hints:
            entities = self.facts.entities_of(sorted(ids))
            written = " ".join(name for one in entities for name in (one.name, *one.aliases)).casefold().split()
            if len(self._hints) >= _MOST_KEPT:
                self._hints.clear()
            self._hints[ids] = frozenset(max(_LETTERS.findall(word), key=len, default="") for word in written)
        low = text.casefold()
        return any(hint in low for hint in self._hints[ids])

    def find(self, text: str) -> list[Mention]:
        """The names in a text from left to right; any case will do where the name is no common word."""
        known = self._found.get(text)
        if known is None:
            if len(self._found) >= self._most_texts:
                self._found.clear()
            known = self._found[text] = self._find(text)
        return list(known)

    def _find(self, text: str) -> tuple[Mention, ...]:
        capitals = any(map(str.isupper, text[1:]))
        found = []
        words = list(tokens(text))
        for hit in self.facts.known_names.find(text, words):
            fitting = self._shorter(hit) or hit
            if _is_name(text, fitting, capitals) and not self._only_letters(fitting) and self._told(fitting):
                found.append(Mention(fitting.start, fitting.end, fitting.text, frozenset(fitting.entities)))
        found += self._short(text, words, found, capitals)
        for start, end, ids in plurals(text, words, self.facts.known_names, self.ordinary):
            if not any(m.start < end and start < m.end for m in found):
                found.append(Mention(start, end, text[start:end], ids))
        return tuple(sorted(found, key=lambda mention: mention.start))

    def asked(self, text: str) -> list[Mention]:
        """The names in a message: as `find` finds them, and in other spellings than the articles have."""
        if text not in self._asked:
            if len(self._asked) >= _MESSAGES_KEPT:
                self._asked.clear()
            self._asked[text] = self._asked_in(text)
        return list(self._asked[text])

    def _asked_in(self, text: str) -> list[Mention]:
        found = [self._whole(text, m) for m in self._one_person(text, self.find(text)) if not self._only_word(text, m)]
        told = [m for m in found if any(map(self._shortened.is_told, m.ids))]
        spelled = self._spellings.find(text, list(tokens(text)), [(m.start, m.end) for m in told])
        spelled = [s for s in spelled if not self._is_of_goods(text, s, told)]
        named = ((s, Mention(s.start, s.end, text[s.start : s.end], s.ids)) for s in spelled)
        spelled = [s for s, mention in named if not self._only_word(text, mention)]
        if not spelled:
            return found
        kept = [m for m in found if not any(s.start <= m.start and m.end <= s.end for s in spelled)]
        kept += (Mention(s.start, s.end, text[s.start : s.end], s.ids) for s in spelled)
        return sorted(kept, key=lambda mention: mention.start)

    def _is_of_goods(self, text: str, spelled: Spelled, told: list[Mention]) -> bool:
        """Whether a name that is spelt otherwise is one that is known, and what they make: "acme robots"."""
        if not text.endswith(_OF_GOODS, spelled.start, spelled.end):
            return False
        end = spelled.end - len(_OF_GOODS)
        return any(m.start == spelled.start and m.end == end and m.ids & spelled.ids for m in told)

    def _only_word(self, text: str, mention: Mention) -> bool:
        """Whether a name in small letters is a word of the language here: "the apple picker", "looking for a buyer".

        Where the message has no capitals at all, only where the articles have it beside the same word.
        """
        word = mention.text
        if not (word.split(" ")[0].islower() and word.isascii()) or not self._is_ordinary(word):
            return False
        if _ANY_BEFORE.search(text[: mention.start]) and not text[mention.end :].startswith("'s"):
            return True  # "looking for a buyer"
        if word in ORDINARY:
            return False
        if any(char.isupper() for char in text):
            return True
        before, after = _WORD_BEFORE.search(text[: mention.start]), _WORD_AFTER.match(text[mention.end :])
        beside = [f"{before[1]} {word}"] if before and before[1] not in STOP else []
        beside += [f"{word} {after[1]}"] if after and after[1] not in STOP else []
        return any(map(self.ordinary, beside))

    def _is_ordinary(self, phrase: str) -> bool:
        """Whether some words are no more than words of the language, alone or together."""
        parts = phrase.split()
        return all(map(self.ordinary, parts)) or (len(parts) > 1 and self.ordinary(phrase))

    def _one_person(self, text: str, found: list[Mention]) -> list[Mention]:
        """Without "Rhys Ferncliff" where Rhys is one and Ferncliff another: nobody known is called so."""
        gone: set[Mention] = set()
        for one, other in pairwise(found):
            if text[one.end : other.start] != " " or one.ids & other.ids or not (one.text + other.text).isalpha():
                continue
            if (
                all(self._is_part_of_person(m) for m in (one, other))
                and one.text[0].isupper() == other.text[0].isupper()
            ):
                gone |= {one, other}
        return [m for m in found if m not in gone]

    def _whole(self, text: str, mention: Mention) -> Mention:
        """A surname with the first name before it that an article has there, too: "Ann Roe" for "Ann M. Roe"."""
        before = _FIRST_NAME.search(text, 0, mention.start)
        if before is None or " " in mention.text or not self._is_person(mention):
            return mention
        if fold(before[1]) in ORDINARY:
            return mention
        first, last = re.escape(before[1]), re.escape(mention.text)
        whole = re.compile(rf"(?<!\w){first}\W{{1,3}}(?:\w+\W{{1,3}}){{0,2}}{last}(?!\w)", re.I)
        if any(whole.search(p.text) for p in self.facts.search(f"{before[1]} {mention.text}", 5)):
            return replace(mention, start=before.start(1), text=text[before.start(1) : mention.end])
        return mention

    def _is_person(self, mention: Mention) -> bool:
        return all(one.kind == "person" for one in self.facts.entities_of(sorted(mention.ids)))

    def _is_part_of_person(self, mention: Mention) -> bool:
        """Whether only people are meant, none of them by a whole name."""
        meant = self.facts.entities_of(sorted(mention.ids))
        return all(one.kind == "person" for one in meant) and not self.facts.known_names.ids(fold(mention.text))

    def _only_letters(self, hit: NameHit) -> bool:
        """ "fair" is no laboratory called FAIR where the articles speak of a fair."""
        word = hit.text
        return (
            not hit.cased
            and word.islower()
            and word.isalpha()
            and len(word) < 6
            and word not in ORDINARY
            and (
                word.isascii()
                and self.ordinary(word)
                and any(
                    word.upper() in e.aliases or word.upper() == e.name for e in self.facts.entities_of(hit.entities)
                )
            )
        )

    def _told(self, hit: NameHit) -> bool:
        """A word of the language in small letters names only what something is told of."""
        return hit.cased or hit.text not in ORDINARY or any(map(self._shortened.is_told, hit.entities))

    def _shorter(self, hit: NameHit) -> NameHit | None:
        """ "did Acme invest" speaks of Acme, though there is an Acme Invest: a small common word ends no name."""
        head, _, tail = hit.text.rpartition(" ")
        if hit.cased or not head or tail not in ORDINARY or head.islower():
            return None
        for other in self.facts.find_names(head):
            if (other.start, other.end) == (0, len(head)):
                return replace(other, start=hit.start, end=hit.start + len(head))
        return None

    def _short(self, text: str, words: list[Token], found: list[Mention], capitals: bool) -> list[Mention]:
        """Words that shorten a name: "Acme" for Acme Robotics, a surname for a person, the longest first."""
        out: list[Mention] = []
        at = 0
        while at < len(words):
            size, first = 1, words[at].start
            within = any(m.start < first < m.end for m in found)  # the second word of a name that is found already
            small = capitals and not text[first].isupper()
            if small or within or not self._shortened.may_begin(words[at].form):
                at += 1
                continue
            for length in range(min(_LONGEST_SHORT, len(words) - at), 0, -1):
                run = words[at : at + length]
                after = words[at + length].form if at + length < len(words) else ""
                # "Rover 1" is no short form of Rover 2; "Rover 2025" may be.
                numbered = after[:1].isdigit() and not (len(after) == 4 and after.isdigit())
                ids = frozenset() if numbered else self._meant(run, found)
                if ids:
                    start, end = run[0].start, run[-1].end
                    found[:] = [m for m in found if not (start <= m.start and m.end <= end)]
                    out.append(Mention(start, end, text[start:end], ids))
                    size = length
                    break
            at += size
        return out

    def _meant(self, run: list[Token], found: list[Mention]) -> frozenset[str]:
        """Whose name a run of words shortens; a longer run counts before a name inside it."""
        start, end = run[0].start, run[-1].end
        inside = [m for m in found if m.start < end and start < m.end]
        if any(m.start < start or end < m.end or m.end - m.start >= end - start for m in inside):
            return frozenset()
        form = " ".join(word.form for word in run)
        ids = self._shortened.meant(form)
        return ids if ids and (len(run) > 1 or not self.ordinary(form)) else frozenset()

    def ordinary(self, word: str) -> bool:
        """Whether the articles use a word in small letters, as a word of the language."""
        if word in CLASS_WORDS:
            return True
        if word not in self._ordinary:
            self._ordinary[word] = any(stands_in(p.text, word) for p in self.facts.search(word, _LOOKED_AT))
        return self._ordinary[word]

    def proper(self, word: str) -> bool:
        """Whether the articles know a word, and only as a name: within a sentence it has a capital everywhere."""
        if word not in self._proper:
            name = word.capitalize()
            met = [p for p in self.facts.search(word, _LOOKED_AT) if p.ordinal > 0] if len(word) > 3 else []
            inside = any(
                at > 1 and _WITHIN.match(p.text, at - 2) and is_whole(p.text, at + len(name))
                for p in met
                for at in beginnings(p.text, name)
            )
            self._proper[word] = inside and not self.ordinary(word)
        return self._proper[word]

    def goes_on(self, name: Mention, word: str) -> bool:
        """Whether a word after a name makes it that of somebody else, whom nobody of its bearers may be.

        What says the trade may be left out or said otherwise where one is known without it ("Acme AI"); what says the
        kind of body ("Acme Capital") may not.
        """
        low = fold(word)
        if low not in TRADES | BODIES:
            return False
        for one in self.facts.entities_of(sorted(name.ids)):
            if one.kind != "org":
                return False
            names = {fold(known) for known in (one.name, *one.aliases)}
            own = fold(name.text)
            if any(low in known.split(" ") for known in names) or (low in TRADES and own in names):
                return False
        return True

    def names_somebody(self, word: str) -> bool:
        """Whether a word is known as a name, or as part of one, and as nothing else."""
        return self.proper(word) or (self.facts.known_names.is_told(word) and not self.ordinary(word))

    def written(self, phrase: str) -> bool:
        """Whether the articles have some words beside one another."""
        beside = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
        return any(beside.search(p.text) for p in self.facts.search(phrase, _LOOKED_AT))

    @cached_property
    def _shortened(self) -> ShortNames:
        return ShortNames(self.facts)

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings(self.facts, self._shortened, self.ordinary)


def _is_name(text: str, hit: NameHit, capitals: bool) -> bool:
    word = hit.text.casefold()
    if hit.text.isdigit() or (len(hit.text) < 2 and hit.text.isascii()):
        return False
    if word in FIELD and not text[hit.start].isupper():
        return False
    before = text[: hit.start]
    if word in _NO_NAMES or (word in _HALVES and _YEAR_AFTER.match(text[hit.end :])):
        return False
    if (word in _DAYS and _ON_DAY.search(before)) or (word in _MONTHS and _IN_MONTH.search(before)):
        return False
    if hit.cased:
        # "The Figure is …": a stop word that opens a message is no name, whatever its capital says.
        return word not in STOP or hit.start > 0
    if word in STOP:
        return False
    # "figure out" is no company; "figure" in a message without any capital may be one.
    return word not in ORDINARY or (not capitals and not text[hit.end :].lstrip().startswith("out "))
