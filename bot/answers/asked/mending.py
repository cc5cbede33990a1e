"""Slips of the finger in a question: a word that nobody knows and that is one slip away from one that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from rapidfuzz.distance import OSA

from bot.answers.asked.common import FIELD, ORDINARY
from bot.answers.asked.words import CLASS_WORDS, STOP, stem
from bot.answers.sentences.meanings.of_questions import is_word
from bot.grammar.patterns import Pattern
from bot.names.chinese import is_pinyin
from bot.store.read import Facts

_WORD = Pattern(r"(?<![\w@#./-])[A-Za-z][a-z]{3,}(?![\w@./-])")
_SHORTEST_NAME = 5
_LONG = 7
"""Letters of a word from which on one letter may stand for another; a shorter one is too often a word of its own."""
_LONG_NAME = 10
"""Letters of a word of a name from which on two slips are mended."""
_SAME_START = 3
_KEYS = {
    "a": "qwsz", "b": "vghn", "c": "xdfv", "d": "serfcx", "e": "wsdr", "f": "drtgvc", "g": "ftyhbv", "h": "gyujnb",
    "i": "ujko", "j": "huikmn", "k": "jiolm", "l": "kop", "m": "njk", "n": "bhjm", "o": "iklp", "p": "ol", "q": "wa",
    "r": "edft", "s": "awedxz", "t": "rfgy", "u": "yhji", "v": "cfgb", "w": "qase", "x": "zsdc", "y": "tghu",
    "z": "asx",
}  # fmt: skip
"""The letters around a letter on a keyboard."""
_ALIKE = ("aeiouy", "ckq", "szc", "fv", "dt", "gj", "bp", "lr", "mn", "wv")
"""Letters that sound alike."""
_OWNED = (
    "ceo|cto|cfo|coo|chief|founders?|cofounders?|chairman|chairwoman|boss|head|president|customers?|clients?|"
    "investors?|backers?|valuation|funding|revenues?|sales|profits?|price|robots?|humanoids?|employees|headcount|staff|"
    "workforce|headquarters|hq|factory|factories|plant|ipo|partners?|competitors?|rivals?|products?|models?|latest|"
    "first|newest|biggest|last|next|market|parent|owner|owners|team|board|chair|directors?|cofounder|co-founders?|series|seed|round|rounds|new|current|former"
)
_OWNER = Pattern(rf"(?<![\w@#./'’-])(?P<owner>[A-Za-z0-9][\w-]{{2,}})s(?= (?:{_OWNED})\b)", re.I)
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.+"
_ASKING = frozenset(
    ["much", "many", "least", "filed", "listed", "floated", "headquarters", "headcount", "latest", "biggest",
     "largest", "smallest", "cheapest", "customers", "employees", "compare", "between", "before", "after",
     "since", "series", "valuation", "investors", "founders", "parameters", "parameter", "prototype", "warehouse",
     "warehouses", "subsidiary", "predecessor", "successor", "president", "executive", "professor", "university",
     "suppliers", "deployed", "announced", "acquisition", "investment", "partnership", "agreement", "shipments",
     "profitable", "engineers", "developer", "manufacturer", "technology", "sensors", "actuators", "payload",
     "monthly", "subscription", "licence", "lawsuit", "insolvency", "bankruptcy", "shareholder", "shareholders",
     "competitors", "commercial", "operating", "scientist", "chairwoman", "chairman", "cofounder", "cofounders",
     "spokesperson", "management", "graduated", "previously", "currently", "recently", "originally", "production",
     "hospitals", "hospital", "restaurant", "restaurants", "household", "factories", "contracts", "customers",
     "exchange", "prospectus", "raised", "invested", "acquired", "launched", "released", "unveiled", "delivered",
     "received", "workers", "downloads", "downloaded", "accuracy", "benchmark", "training", "government", "ministry",
     "three", "seven", "eight", "oldest", "departures", "deployments", "unconfirmed", "rumours", "metrics"]
)  # fmt: skip


_SHORTEST_PLAIN = 2
_BEFORE_NAMES = frozenset(
    ["does", "did", "has", "have", "had", "is", "was", "are", "were", "will", "would", "can", "could", "who", "what",
     "when", "where", "which", "how", "why", "whom", "about", "of", "from", "by", "for", "with", "the", "at", "in",
     "and", "than", "between"]
)  # fmt: skip
"""Plain words that are typed into a name that follows them."""
_AFTER_NAMES = frozenset(
    ["ceo", "cto", "cfo", "founder", "founders", "valuation", "revenue", "funding", "investors", "customers", "price",
     "raise", "raised", "robot", "robots", "round", "series", "employees", "headcount", "headquarters", "ipo"]
)  # fmt: skip
"""Plain words that are typed into a name before them."""


class Mender:
    """Mends what was mistyped, and says what it mended."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._told: dict[str, bool] = {}

    def mended(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The text as it was meant, with every word that was mended and what it was read as."""
        if text.startswith("/") and not text.startswith("/ask "):
            return text, ()  # a command takes names as they are, and offers those that are near
        text = self._possessives(text)
        mended: list[tuple[str, str]] = []
        at = 0
        while (match := _WORD.search(text, at)) is not None:
            at = match.end()
            meant = self._meant(match[0], text, match.start(), at)
            if meant is not None:
                mended.append((match[0], meant))
                text = f"{text[: match.start()]}{meant}{text[at:]}"
                at = match.start() + len(meant)
        return text, tuple(mended)

    def _possessives(self, text: str) -> str:
        """ "figures ceo" speaks of the CEO of Figure: a name with an s, before what somebody has."""

        def one(match: re.Match[str]) -> str:
            owner, low = match["owner"], match["owner"].casefold()
            known = self.facts.known_names
            if not self._is_told(low) and not (len(low) >= _SHORTEST_NAME and known.is_told(low)):
                return match[0]
            whole = f"{low}s"
            if low in STOP or whole in self._words or known.ids(whole) or known.is_told(whole):
                return match[0]
            return f"{owner}'s"

        return _OWNER.sub(one, text)

    def _is_told(self, name: str) -> bool:
        return any(self.facts.events_about(one) > 0 for one in self.facts.known_names.ids(name))

    def _meant(self, word: str, text: str, start: int, end: int) -> str | None:
        low = word.casefold()
        if low not in self._words and stem(low) in self._stems and not word.islower():
            whole = _nearest(low, FIELD, _LONG)
            return whole if whole and self._completes(whole, text, start, end) else None
        if low in self._words or stem(low) in self._stems or is_word(low):
            return None
        if self._in_name(low) or self._in_articles(low):
            return None
        asked = _nearest(low, self._words, _LONG, endings=False) or _nearest(low, FIELD, _LONG)
        if asked and word.islower():
            return asked
        if asked and self._completes(asked, text, start, end):
            return asked
        if asked or len(low) < _SHORTEST_NAME:
            return None
        if apart := self._apart(low):
            return apart
        return _nearest(low, (n for n in one_slip_away(low) if self._in_name(n) and is_slip(low, n))) or self._far(low)

    def _apart(self, word: str) -> str | None:
        """Two words that were typed as one: a plain word before or after a name, "doesacme"."""
        for at in range(_SHORTEST_PLAIN, len(word) - _SHORTEST_PLAIN + 1):
            head, tail = word[:at], word[at:]
            if head in _BEFORE_NAMES and self._in_name(tail):
                return f"{head} {tail}"
            if tail in _AFTER_NAMES and self._in_name(head):
                return f"{head} {tail}"
        return None

    def _completes(self, word: str, text: str, start: int, end: int) -> bool:
        """Whether a word of the language is the one that a name goes on with: "Boston Dynamcis"."""
        meant = f"{text[:start]}{word}{text[end:]}"
        return any(
            hit.start < start < hit.end and any(self.facts.events_about(one) > 0 for one in hit.entities)
            for hit in self.facts.find_names(meant)
        )

    def _far(self, word: str) -> str | None:
        """The only word of a name that is two slips from a long one, and ends as it does."""
        if len(word) < _LONG_NAME or is_pinyin(word):
            return None
        near = {
            other
            for other in self.facts.known_names.beginning(word[:_SAME_START], len(word))
            if other[-2:] == word[-2:] and OSA.distance(word, other, score_cutoff=2) <= 2
        }
        return near.pop() if len(near) == 1 else None

    def _in_articles(self, word: str) -> bool:
        if word not in self._told:
            found = self.facts.spread(word) or any(word in p.text.casefold() for p in self.facts.search(word, 5))
            self._told[word] = bool(found)
        return self._told[word]

    @cached_property
    def _words(self) -> frozenset[str]:
        return STOP | CLASS_WORDS | ORDINARY | _ASKING

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem(word) for word in self._words)

    def _in_name(self, word: str) -> bool:
        """Whether a word stands in a name that something is known of, and is long enough to tell it by."""
        return len(word) >= _SHORTEST_NAME and self.facts.known_names.is_told(word)


def one_slip_away(word: str) -> Iterator[str]:
    """What a word may be with one letter more, fewer, otherwise or swapped with the next, the first as it is."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def is_slip(word: str, other: str) -> bool:
    """Whether one letter that is otherwise in a name is a slip, and not another name.

    A letter left out, doubled or swapped is a slip; another at the end is not ("Apptronix", "Figura"), nor is one
    further on that lies elsewhere on the keyboard and sounds otherwise, nor another syllable of Chinese ("Ziyun").
    """
    if is_pinyin(word) and is_pinyin(other):
        return False
    if len(word) < len(other) or sorted(word) == sorted(other):
        return True
    at = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), len(other))
    if len(word) > len(other):
        typed, before = word[at], word[at - 1]
        return typed == before or (at < len(other) and _beside(typed, {before, *word[at + 1 : at + 2]}))
    if at == len(word) - 1:
        return False
    return _beside(word[at], {other[at]}) or (len(word) >= _LONG + 1 and _sounds(word[at], other[at]))


def _beside(letter: str, others: Iterable[str]) -> bool:
    return any(other in _KEYS.get(letter, "") for other in others)


def _sounds(one: str, other: str) -> bool:
    return any(one in alike and other in alike for alike in _ALIKE)


def _nearest(word: str, known: Iterable[str], letter_from: int = 0, endings: bool = True) -> str | None:
    """The only known word one slip away; below `letter_from` letters no letter may stand for another.

    Without `endings` a word that only ends otherwise ("joint", "join") is another word, not a slip.
    """
    found = set()
    for other in known:
        if other[0] != word[0] or abs(len(other) - len(word)) > 1 or len(other) < 4:
            continue
        if not endings and (word.startswith(other) or other.startswith(word) or word[:-1] == other[:-1]):
            continue
        if OSA.distance(word, other, score_cutoff=1) == 1 and (
            len(word) >= letter_from or len(other) != len(word) or sorted(other) == sorted(word)
        ):
            found.add(other)
    return found.pop() if len(found) == 1 else None
