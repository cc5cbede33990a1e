"""Names asked for in another spelling than the articles have: "XSquareRobot", "Xingxing Wang", "Graasten", "TRI"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.answers.asked.common import FIELD, NO_NAME, ORDINARY
from bot.answers.asked.glossary import english
from bot.answers.asked.short_names import ShortNames
from bot.answers.asked.words import STOP
from bot.grammar.patterns import Pattern
from bot.names.chinese import traditional
from bot.names.folding import Token, fold
from bot.names.spelling import INITIALS, WHOLE, asked, differs, has_characters, is_parted, is_short_for
from bot.store.read import Facts

_LONGEST = 5
_LONGEST_CJK = 8
_TWO = 2
_IDEOGRAPH = Pattern("[㐀-鿿]")
_NO_NAME_CJK = Pattern("[的了吗呢哪谁誰什甚么麼吧这這那些]|^[在是和与與去被把对對向从從]|[是和与與在]$")
_BETWEEN = Pattern(r"[\s\-‐–·•.,'’&]{0,3}")
_FEW = 3
_SHORTEST_SMALL = 6
"""Letters of several small words from which on they may be one name."""
_DOTTED = Pattern(r"(?:[A-Za-z]\.){2,}[A-Za-z]?")
_MOST_KEPT = 2000


@dataclass(frozen=True, slots=True)
class Spelled:
    """`text[start:end]` is a name of one of `ids`, spelt otherwise."""

    start: int
    end: int
    ids: frozenset[str]


class Spellings:
    """The names of one store by the keys of their spellings."""

    def __init__(self, facts: Facts, shortened: ShortNames, ordinary: Callable[[str], bool]) -> None:
        self.facts = facts
        self._shortened = shortened
        self._ordinary = ordinary
        self._meant: dict[str, frozenset[str]] = {}
        self._acronyms: dict[str, frozenset[str]] = {}

    def find(self, text: str, words: Sequence[Token], taken: Iterable[tuple[int, int]]) -> list[Spelled]:
        """The names of a message that are in it in another spelling; `taken`: where names stand as they are filed.

        A name inside a longer one that is spelt otherwise gives way to it.
        """
        known = list(taken)
        capitals = any(char.isupper() for char in text[1:])
        out: list[Spelled] = []
        at = 0
        while at < len(words):
            size = 1
            for length in range(self._longest(text, words, at), 0, -1):
                run = words[at : at + length]
                start, end = run[0].start, run[-1].end
                touching = [(s, e) for s, e in known if s < end and start < e]
                if any(s < start or end < e or e - s >= end - start for s, e in touching):
                    continue
                ids = self._bearers(text, run, capitals)
                if ids:
                    out.append(Spelled(start, end, ids))
                    size = length
                    break
            at += size
        return out

    @staticmethod
    def _longest(text: str, words: Sequence[Token], at: int) -> int:
        """How many words from one on stand together as those of a name do."""
        most = _LONGEST_CJK if words[at].cjk else _LONGEST
        length = 1
        while length < most and at + length < len(words):
            before, word = words[at + length - 1], words[at + length]
            if before.possessive or not _BETWEEN.fullmatch(text, before.end, word.start):
                break
            length += 1
        return length

    def _bearers(self, text: str, run: Sequence[Token], capitals: bool) -> frozenset[str]:
        written = text[run[0].start : run[-1].end]
        if _DOTTED.fullmatch(written) or (len(run) == 1 and 2 <= len(written) <= 6 and written.isalpha()):
            ids = self._acronym(written.replace(".", ""), capitals)
            if ids:
                return ids
        return self._other(written) if self._may_be(text, run, written) else frozenset()

    def _may_be(self, text: str, run: Sequence[Token], written: str) -> bool:
        """Whether words are written as a name may be; in small letters not every word of the language is."""
        if run[0].cjk:
            if _NO_NAME_CJK.search(written):
                return False
            if len(run) != _TWO:
                return len(run) > _TWO
            before, after = text[max(0, run[0].start - 1) : run[0].start], text[run[-1].end : run[-1].end + 3]
            if _IDEOGRAPH.match(before) or written in english():
                return False
            # Right before a word of the language a name may end, too: "朗朗买了".
            return not _IDEOGRAPH.match(after) or _is_word(after)
        if all(word.form in FIELD for word in run):
            return False  # "embodied AI" is what all are about
        first, last = run[0], run[-1]
        for word in (first, last):
            if word.form in STOP and not (len(word.form) == 1 and text[word.start].isupper()):
                return False
        if any(char.isupper() for char in written):
            return len(run) > 1 or run[0].form not in ORDINARY
        forms = [word.form for word in run]
        if len(run) == 1:
            return forms[0] not in ORDINARY and not self._ordinary(forms[0])
        return sum(map(len, forms)) >= _SHORTEST_SMALL and not all(form in ORDINARY for form in forms)

    def _other(self, written: str) -> frozenset[str]:
        """Who has a name with a key of this one."""
        if written not in self._meant:
            if len(self._meant) >= _MOST_KEPT:
                self._meant.clear()
            self._meant[written] = self._by_keys(written)
        return self._meant[written]

    def _by_keys(self, written: str) -> frozenset[str]:
        whole: set[str] = set()
        names = self.facts.known_names
        for key in sorted(asked(written)):
            whole.update(one.entity for one in names.bearing(key))
            # A name of one word, or a word of a name, has no key of its own.
            plain = key[1:].removesuffix(WHOLE)
            if plain != fold(written) and not is_parted(plain):
                whole.update(one for one in names.ids(plain) if self.facts.events_about(one) > 0)
                if not key.endswith(WHOLE) and plain not in ORDINARY:
                    whole.update(self._shortened.meant(plain))
        ids = frozenset(one for one in whole if not self._is_another(written, one))
        return ids if len(ids) <= _FEW else frozenset()

    def _is_another(self, written: str, entity: str) -> bool:
        """Whether a name in characters is read as that of somebody who is written in others."""
        if not has_characters(written):
            return False
        names = (n for e in self.facts.entities_of((entity,)) for n in (e.name, *e.aliases))
        own = [name for name in names if has_characters(name)]
        return bool(own) and all(differs(written, name) and not is_short_for(written, name) for name in own)

    def _acronym(self, letters: str, capitals: bool) -> frozenset[str]:
        """ "TRI" for the one Toyota Research Institute; nobody where the articles use the letters for another thing."""
        small = letters.casefold()
        if small in NO_NAME or small in STOP:
            return frozenset()
        if not letters.isupper() and (capitals or len(small) < 3 or small in ORDINARY or self._ordinary(small)):
            return frozenset()
        if small not in self._acronyms:
            if len(self._acronyms) >= _MOST_KEPT:
                self._acronyms.clear()
            self._acronyms[small] = self._initials(small)
        return self._acronyms[small]

    def _initials(self, small: str) -> frozenset[str]:
        filed = [one for one in self.facts.known_names.ids(small) if self.facts.events_about(one) > 0]
        if filed:
            return frozenset(filed) if len(filed) <= _FEW else frozenset()
        ids = {one.entity for one in self.facts.known_names.bearing(INITIALS + small)}
        if len(ids) != 1:
            return frozenset()
        used = re.compile(rf"(?<!\w){re.escape(small.upper())}(?!\w)")
        if any(used.search(passage.text) for passage in self.facts.search(small, 5)):
            return frozenset()
        return frozenset(ids)


def _is_word(text: str) -> bool:
    """Whether a text in characters begins with a word that is known as such."""
    return any(text[:size].translate(traditional()) in english() for size in (2, 3))
