"""Known names in running text: the longest at every place, in time linear in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.names.days import is_dated, is_day_name, is_house
from bot.names.entry import Entry
from bot.names.folding import Token, fold, tokens

_SENTENCE_END = frozenset(".!?;:。！？；：…\n\r•|*#>")
_OPENING = frozenset(" \t\u00a0\"'“”‘’«(（[【「『-–—")
_LOOK_BACK = 12
_LONGEST_ACRONYM = 5
# A bare singular noun does not govern these; a name does. "Figure raised", but not "Figure skating".
_PREDICATES = frozenset(
    """
    acquired acquires agreed aims also announced announces appointed bought builds can closed confirmed could debuted
    declined did does expects founder had has hired introduced invested is launched launches led makes may might now
    opened partnered plans raised raises recently released reported said says secured sells signed showed told took
    unveiled unveils wants was will would
    """.split()  # noqa: SIM905 (reads better than 60 quoted words)
)


@dataclass(frozen=True, slots=True)
class NameHit:
    """`text[start:end]` is a name of the entity, written like `alias` up to case and punctuation."""

    start: int
    end: int
    entity_id: str
    alias: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """One entity that an alias may stand for.

    `capital[i]`: word i must start with a capital letter. `possessive[i]`: word i carries its own 's; no other word
    but the last may ("Acme's cloud" is not Acme Cloud). `acronym`: every letter must be a capital (MOST is not Most).
    """

    entry: Entry
    alias: str
    capital: tuple[bool, ...]
    possessive: tuple[bool, ...]
    acronym: bool
    common: bool
    needs_context: bool


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    readings: list[_Reading] = field(default_factory=list)


class Finder:
    """A tree of folded words, built once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root = _Node()
        self._parents: dict[str, str] = {}
        ids: dict[str, str] = {}
        listed = list(entries)
        for entry in listed:
            ids[entry.entity.name] = entry.entity.id
            for alias in entry.names:
                self._add(entry, alias)
        for entry in listed:
            if entry.entity.parent in ids:
                self._parents[entry.entity.id] = ids[entry.entity.parent]

    def find(self, text: str) -> list[NameHit]:
        """All hits from left to right, not overlapping.

        A doubtful name (a common word at the start of a sentence, a name that several bear) counts only where the
        text names the same entity beyond doubt elsewhere or, for one that several bear, its parent or a sibling.
        """
        words = list(tokens(text))
        sure = {hit.entity_id for hit in self._scan(text, words, frozenset(), frozenset())}
        if not sure:
            return []
        kin = sure | {self._parents[known] for known in sure if known in self._parents}
        return list(self._scan(text, words, frozenset(sure), frozenset(kin)))

    def _add(self, entry: Entry, alias: str) -> None:
        words = list(tokens(alias))
        node = self._root
        for word in words:
            node = node.next.setdefault(word.form, _Node())
        # Three words in a row are distinctive in any case.
        strict = entry.common_word or len(words) < 3
        shared = {fold(name) for name in entry.also_ambiguous}
        node.readings.append(
            _Reading(
                entry=entry,
                alias=alias,
                capital=tuple(strict and _starts_upper(alias, word) for word in words),
                possessive=tuple(word.possessive for word in words[:-1]),
                acronym=alias.isupper() and alias.isalpha() and alias.isascii() and len(alias) <= _LONGEST_ACRONYM,
                common=entry.common_word and len(words) == 1 and alias.isascii(),
                needs_context=fold(alias) in shared,
            )
        )

    def _scan(self, text: str, words: list[Token], sure: frozenset[str], kin: frozenset[str]) -> Iterator[NameHit]:
        at, told = 0, ""
        while at < len(words):
            node, best, after = self._root, None, at + 1
            for index in range(at, len(words)):
                step = node.next.get(words[index].form)
                if step is None:
                    break
                node = step
                own = [r for r in node.readings if not r.needs_context or not self._is_elses(r.entry, told)]
                reading = self._choose(text, words, at, index, own, sure, kin)
                if reading:
                    best, after = reading, index + 1
            if best:
                yield NameHit(words[at].start, words[after - 1].end, best.entry.entity.id, best.alias)
            house = best is not None and best.entry.entity.kind == "org"
            told = best.entry.entity.id if best and house and text.startswith(" ", words[after - 1].end) else ""
            at = after

    def _is_elses(self, entry: Entry, told: str) -> bool:
        """Whether another maker's name stands right before that of a product ("Booster H1" is not Unitree's)."""
        owner = self._parents.get(entry.entity.id, told)
        kin = {owner, self._parents.get(owner, "")}
        return entry.entity.kind == "product" and bool(told) and not kin & {told, self._parents.get(told, told)}

    def _choose(
        self,
        text: str,
        words: list[Token],
        first: int,
        last: int,
        readings: list[_Reading],
        sure: frozenset[str],
        kin: frozenset[str],
    ) -> _Reading | None:
        fits = [r for r in readings if self._fits(text, words, first, last, r, sure, kin)]
        bearers = {reading.entry.entity.id for reading in fits}
        return fits[0] if len(bearers) == 1 else None

    def _fits(
        self,
        text: str,
        words: list[Token],
        first: int,
        last: int,
        reading: _Reading,
        sure: frozenset[str],
        kin: frozenset[str],
    ) -> bool:
        for word, capital in zip(words[first : last + 1], reading.capital, strict=True):
            if capital and not _starts_upper(text, word):
                return False
        if any(word.possessive > own for word, own in zip(words[first:last], reading.possessive, strict=True)):
            return False
        if text.count('"', words[first].start, words[last].end) % 2:
            return False  # it ends or begins inside: "Spot" robot
        if reading.acronym and not text[words[first].start : words[last].end].isupper():
            return False
        known = reading.entry.entity.id
        related = known in sure or self._parents.get(known) in kin
        if reading.needs_context and not self._is_meant(text, words, first, last, related):
            return False
        if not reading.common or (is_day_name(reading.alias) and is_house(text, words[first].start, words[last].end)):
            return True
        return not _numbered(words, first) and (known in sure or not _doubtful(text, words, first))

    @staticmethod
    def _is_meant(text: str, words: list[Token], first: int, last: int, related: bool) -> bool:
        """Whether a name that means something else, too, is one here; `related`: its bearer is named otherwise."""
        start, end = words[first].start, words[last].end
        if is_day_name(text[start:end]):
            return not is_dated(text, start, end) and (related or is_house(text, start, end))
        return related and not _before_year(words, last)


def _numbered(words: list[Token], at: int) -> bool:
    """ "Figure 3" is a picture."""
    following = words[at + 1].form if at + 1 < len(words) else ""
    return len(following) in (1, 2) and following[0].isdigit()


def _before_year(words: list[Token], at: int) -> bool:
    """ "H1 2025" is half a year."""
    following = words[at + 1].form if at + 1 < len(words) else ""
    return len(following) == 4 and following.isdecimal() and following[:2] in {"19", "20"}


def _doubtful(text: str, words: list[Token], at: int) -> bool:
    """Whether a capitalised common word may be just that because it is the first of a sentence."""
    if words[at].possessive or not _starts_sentence(text, words[at].start):
        return False
    return at + 1 == len(words) or words[at + 1].form not in _PREDICATES


def _starts_sentence(text: str, start: int) -> bool:
    for index in range(start - 1, max(-1, start - 1 - _LOOK_BACK), -1):
        if text[index] in _SENTENCE_END:
            return True
        if text[index] not in _OPENING:
            return False
    return True


def _starts_upper(text: str, word: Token) -> bool:
    """Whether the first letter that has a case is a capital: "1X" does, "1x" does not."""
    first = next((c for c in text[word.start : word.end] if c.lower() != c.upper()), "")
    return first.isupper() or first.istitle()
