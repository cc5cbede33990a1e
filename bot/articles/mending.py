"""Glued words in English text: "Alibabadropped", "AIsystem", "Universityin 2019", "?Firstly".

White space is inserted, and compounds that were spread out are joined (`hyphens`). A name is known where the article
writes it unglued, where a caller hands it in, or by its shape; the other half must be a common English word. What may
be a word or name of its own stays whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from bot.articles.hyphens import joined, spreads
from bot.articles.traced import Edit, Traced
from bot.articles.words import (
    FUNCTION_TAILS,
    HEADS,
    LOWER_SPLIT,
    NAME_ENDINGS,
    NAME_NOUNS,
    NOUN_TAILS,
    PINYIN,
    PREFIXES,
    STRONG_TAILS,
    SURNAMES,
    TAILS,
    WHOLE_WORDS,
)
from bot.names.people import is_given_name

_WORD = re.compile(r"(?<![\w@#/\\])[A-Za-z][A-Za-z0-9]*(?![\w@/\\])")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{1,2000}|\S{1,100}@[\w.-]{1,100}|\b[\w-]{1,60}\.(?:com|org|net|io|ai|cn|de|co|example)\b\S{0,300}"
)
_CAPS = re.compile(r"(?P<head>[A-Z]{2,60}\d{0,9}|[A-Z]{1,60}\d{1,9})(?P<tail>[a-z]{2,60})\Z")
_CAMEL = re.compile(r"(?P<head>[a-z]{2,60})(?P<tail>[A-Z][A-Za-z0-9]{1,60})\Z")
_PRONOUNS = frozenset({"he", "she", "we", "it", "they"})
_CAPITAL_NEXT = re.compile(r" [A-Z]")
"""Behind a word whose end is no pronoun: "Xianghe Capital" is one name."""
_PREPOSITIONS = frozenset({"in", "to", "at", "by", "for", "from", "of", "on", "with", "into", "over", "via", "under"})
_LEADING = _PREPOSITIONS | {"is", "was", "are", "were", "the", "its", "his", "their", "than"}
_STOP = re.compile(r"[,.;:!?)\]\"”]|['’]s\b|\Z")
_PREPOSITION = re.compile(r" (?:with|from|in|at|for|by|of|on)\b")
_MAX_TAIL = max(map(len, TAILS))

_LOST_SPACE = re.compile(
    r"(?<=[\u2460-\u2473])(?=[A-Z])"  # a number in a circle: "\u2460Quillon"
    r"|(?<=[a-z0-9)\"'%][.!?])(?<![A-Z][a-z]\.)(?<!\d\.)(?=[A-Z][a-z'])"  # manufacturing.The, on?Firstly
    r"|(?<=\d\.)(?=(?:The|In|It|This|These|At|On|For|He|She|They|As|But|And|According|With|By)\b)"
    r"|(?<=[A-Za-z)\"][,;])(?=[A-Za-z]{2,})"  # financing,nearly
    r"|(?<=[0-9],)(?=[A-Za-z]{2,})|(?<=[a-z],)(?=\d)"  # 2022,the
    r"|(?<=[A-Za-z0-9]{2}\))(?=[A-Za-z]{2,})|(?<=[\u4e00-\u9fff]\))(?=[A-Za-z])"  # (ROBOTERA)announces
    r"|(?<=[a-z]{3})(?=[$£€¥₹][\dA-Z])"  # Robotics£4.5M
    r"|(?<=[A-Za-z0-9][A-Za-z0-9,.;])(?=\((?:[A-Z\u4e00-\u9fff]|[a-z]{3,}\s))"  # Jiyuan(ROBOTERA)
)
_LOST_STOP = re.compile(
    r"(?<=[a-z]{4}) "
    r"(?=(?:The|This|These|Those|It|They|He|She|We|However|Meanwhile|According|Currently|Moreover) [a-z]+ [a-z]+)"
)
_SENTENCE = re.compile(r"[.!?][\"')\]]*\Z")
_BEFORE_TITLE = re.compile(
    r"\b(?:said|says|that|titled|called|named|entitled|from|with|and|article|book|report|film|song|series|newspaper|magazine)\Z"
)


@cache
def _handed(names: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The capitalised words of known names, at which glue may be split, and all of their words, which stay whole."""
    words = [w for name in names for w in _WORD.findall(name)]
    capital = frozenset(w for w in words if len(w) >= 3 and not w.islower())
    return capital, frozenset(name.casefold() for name in names) | {w.casefold() for w in words}


class _Vocabulary:
    """The words of this article as they stand unglued, and the names that were handed in.

    `lost` tells in how many of its paragraphs spaces are plainly lost.
    """

    def __init__(self, texts: Iterable[str], known_names: Collection[str], *, lost: int) -> None:
        self.counts = Counter(m[0] for text in texts for m in _WORD.finditer(text))
        self.handed, self.whole = _handed(frozenset(known_names))
        self.lost = lost

    def is_name(self, word: str) -> bool:
        if word in self.handed or word in NAME_NOUNS or (word in SURNAMES and len(word) >= 4):
            return True
        return word[:1].isupper() and word in self.counts and word.lower() not in FUNCTION_TAILS

    def stays_whole(self, word: str) -> bool:
        return word.casefold() in WHOLE_WORDS or word.casefold() in self.whole or is_given_name(word)


def mend(texts: Sequence[Traced], known_names: Collection[str] = ()) -> list[Traced]:
    """The paragraphs with spaces where words were glued, and a paragraph's break where a full stop was lost."""
    spread = any(spreads(text) for text in texts)
    whole = [joined(text, known_names, codes=spread) for text in texts]
    spaced = [_spaced(text) for text in whole]
    lost = sum(before.text != after.text for before, after in zip(whole, spaced, strict=True))
    for _ in range(2):  # what the first round freed is known in the second
        vocabulary = _Vocabulary((t.text for t in spaced), known_names, lost=lost)
        spaced = [_unglued(text, vocabulary) for text in spaced]
    return spaced


def _spaced(text: Traced) -> Traced:
    kept = [m.span() for m in _ADDRESS.finditer(text.text)]
    edits: list[Edit] = [
        (m.start(), m.start(), " ") for m in _LOST_SPACE.finditer(text.text) if not _inside(m.start(), kept)
    ]
    text = text.edited(edits)
    if not _SENTENCE.search(text.text):  # a heading
        return text
    stops = [
        (m.start(), m.end(), "\n\n")
        for m in _LOST_STOP.finditer(text.text)
        if not _BEFORE_TITLE.search(text.text, max(0, m.start() - 20), m.start())
    ]
    return text.edited(stops)


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a position lies in one of the spans, which are in order and apart."""
    i = bisect_right(spans, (position, len(spans) and spans[-1][1])) - 1
    return i >= 0 and position < spans[i][1]


def _unglued(text: Traced, vocabulary: _Vocabulary) -> Traced:
    kept = [m.span() for m in _ADDRESS.finditer(text.text)]
    edits: list[Edit] = []
    before = ""
    for match in _WORD.finditer(text.text):
        word = match[0]
        cut = 0 if _inside(match.start(), kept) else _cut(word, before, vocabulary)
        if cut and _ends_so(word[cut:], text.text, match.end()):
            cut = 0
        if cut and not (word[cut:] in _PRONOUNS and _CAPITAL_NEXT.match(text.text, match.end())):
            edits.append((match.start() + cut, match.start() + cut, " "))
        before = word
    return text.edited(edits)


def _ends_so(tail: str, text: str, end: int) -> bool:
    """Whether what follows shows an end to be the name's own: "Ms Tillis, chair", "left to start Handover with"."""
    return (tail in _LEADING and _STOP.match(text, end) is not None) or (
        tail in _PREPOSITIONS and _PREPOSITION.match(text, end) is not None
    )


def _cut(word: str, before: str, vocabulary: _Vocabulary) -> int:
    """Where the word is to be cut in two; 0 to leave it whole."""
    if len(word) < 4 or len(word) > 60 or vocabulary.stays_whole(word):
        return 0
    if word.islower():
        lower = LOWER_SPLIT.fullmatch(word)
        return lower.end("head") if lower and len(lower["head"]) >= 6 else 0
    if caps := _CAPS.fullmatch(word):
        return caps.end("head") if _follows_capitals(caps["tail"], vocabulary) else 0
    if camel := _CAMEL.fullmatch(word):
        return camel.end("head") if _is_glued_head(camel["head"], camel["tail"], vocabulary) else 0
    return _cut_after_name(word, before, vocabulary)


def _follows_capitals(tail: str, vocabulary: _Vocabulary) -> bool:
    """After a run of capitals the border is plain to see; the rest must be a word."""
    return tail in TAILS or (len(tail) >= 5 and vocabulary.counts[tail] > 0)


def _is_glued_head(head: str, tail: str, vocabulary: _Vocabulary) -> bool:
    """ "theQwen", "physicalAI": a lower-case word before a name that the article writes elsewhere, too."""
    if head not in HEADS and not (len(head) >= 5 and vocabulary.counts[head] > 0):
        return False
    if not vocabulary.is_name(tail):
        return False
    handed = tail in vocabulary.handed and vocabulary.lost > 1  # "byFounders" is a fund
    return len(head) > 2 or (tail not in NAME_NOUNS and vocabulary.counts[tail] > 1) or handed


def _cut_after_name(word: str, before: str, vocabulary: _Vocabulary) -> int:
    if not word[0].isupper() or vocabulary.counts[word] > 3:
        return 0
    often = vocabulary.counts[word] > 1
    for size in range(min(_MAX_TAIL, len(word) - 2), 1, -1):
        head, tail = word[:-size], word[-size:]
        if often and head not in vocabulary.handed:
            continue  # a name that happens to end so ("Quillon" beside a Ms Quill)
        if tail in TAILS and _is_glued_tail(head, tail, before, vocabulary):
            return len(head)
    return 0


def _is_glued_tail(head: str, tail: str, before: str, vocabulary: _Vocabulary) -> bool:
    if vocabulary.is_name(head) and (len(head) >= 4 or len(tail) >= 4):
        ends_names = tail in NAME_ENDINGS or (tail in NOUN_TAILS and not vocabulary.counts[head])
        return not ends_names or head in NAME_NOUNS or vocabulary.lost > (vocabulary.counts[head] == 0)
    if tail in NOUN_TAILS:
        return False
    if before in SURNAMES and PINYIN.fullmatch(head) and not PINYIN.fullmatch(head + tail):
        return True
    if tail in STRONG_TAILS and len(head) >= 4:
        return not head.lower().startswith(PREFIXES)
    return tail == "and" and len(head) >= 5 and head[-1] in "aceoy"
