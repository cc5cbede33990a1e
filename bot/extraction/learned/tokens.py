"""A sentence in the pieces of words that the encoder knows: WordPiece without case and accents, as BERT was trained.

Written here because the library that does it brings a client for a model hub and its network along.
Method: Wu et al., "Google's Neural Machine Translation System", 2016, in the form of Devlin et al., "BERT", 2018.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.extraction.learned.files import TOKENS, reader_folder

_LONGEST = 300
"""Pieces of one sentence that are read; only tables glued into one are longer."""
_LONGEST_WORD = 100
_UNKNOWN = "[UNK]"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a part of one: its number in the vocabulary and where it stands in the sentence."""

    id: int
    start: int
    end: int


@cache
def _vocabulary() -> dict[str, int]:
    lines = (reader_folder() / TOKENS).read_text(encoding="utf-8").split("\n")
    return {word: number for number, word in enumerate(lines)}


def _is_mark(letter: str) -> bool:
    """Punctuation in the sense of BERT: every sign of ASCII counts as such."""
    ascii_sign = letter.isascii() and letter.isprintable() and not letter.isalnum() and letter != " "
    return ascii_sign or unicodedata.category(letter).startswith("P")


def _is_ideograph(letter: str) -> bool:
    code = ord(letter)
    return (
        0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F
    )


@lru_cache(maxsize=4_000)
def _folded(letter: str) -> str:
    """A letter without case and accent; nothing for signs that are not written."""
    if unicodedata.category(letter).startswith("C") or letter == "\ufffd":
        return ""
    bare = (part for part in unicodedata.normalize("NFD", letter) if unicodedata.category(part) != "Mn")
    return "".join(part.lower() for part in bare)


@lru_cache(maxsize=4_000)
def _stands_alone(letter: str) -> bool:
    return _is_mark(letter) or _is_ideograph(letter)


def _words(text: str) -> Iterator[list[tuple[str, int]]]:
    """The words of a text as folded letters, each with its place in the text."""
    word: list[tuple[str, int]] = []
    for place, letter in enumerate(text):
        if letter.isspace():
            if word:
                yield word
            word = []
            continue
        folded = [(low, place) for low in _folded(letter)]
        if not folded:
            continue
        if _stands_alone(letter):
            if word:
                yield word
            word = []
            yield folded
        else:
            word += folded
    if word:
        yield word


def _cut(word: list[tuple[str, int]]) -> list[Piece]:
    """The pieces of a word, each where it stands."""
    cut = _numbers("".join(letter for letter, _ in word))
    return [Piece(number, word[start][1], word[end - 1][1] + 1) for number, start, end in cut]


@lru_cache(maxsize=20_000)
def _numbers(letters: str) -> tuple[tuple[int, int, int], ...]:
    """The longest pieces that the vocabulary holds, from left to right, each with its first letter and that behind it;
    one unknown piece where that fails."""
    known = _vocabulary()
    whole = ((known[_UNKNOWN], 0, len(letters)),)
    if len(letters) > _LONGEST_WORD:
        return whole
    found: list[tuple[int, int, int]] = []
    start = 0
    while start < len(letters):
        end = next(
            (e for e in range(len(letters), start, -1) if ("##" if start else "") + letters[start:e] in known), None
        )
        if end is None:
            return whole
        found.append((known[("##" if start else "") + letters[start:end]], start, end))
        start = end
    return tuple(found)


def pieces(text: str) -> list[Piece]:
    """The pieces of a sentence in order, without the marks of its ends."""
    found: list[Piece] = []
    for word in _words(text):
        found += _cut(word)
        if len(found) >= _LONGEST:
            break
    return found[:_LONGEST]
