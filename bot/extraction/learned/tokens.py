"""A sentence in the pieces of words that the encoder knows: WordPiece without case and accents, as BERT was trained.

Written here because the library that does it brings a client for a model hub and its network along.
Method: Wu et al., "Google's Neural Machine Translation System", 2016, in the form of Devlin et al., "BERT", 2018.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

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


def _words(text: str) -> Iterator[list[tuple[str, int]]]:
    """The words of a text as folded letters, each with its place in the text."""
    word: list[tuple[str, int]] = []
    for place, letter in enumerate(text):
        category = unicodedata.category(letter)
        if letter.isspace():
            if word:
                yield word
            word = []
            continue
        if category.startswith("C") or letter == "\ufffd":
            continue
        alone = _is_mark(letter) or _is_ideograph(letter)
        folded = [(low, place) for part in unicodedata.normalize("NFD", letter)
                  if unicodedata.category(part) != "Mn" for low in part.lower()]  # fmt: skip
        if alone:
            if word:
                yield word
            word = []
            if folded:
                yield folded
        else:
            word += folded
    if word:
        yield word


def _cut(word: list[tuple[str, int]]) -> list[Piece]:
    """The longest pieces that the vocabulary holds, from left to right; one unknown piece where that fails."""
    known, letters = _vocabulary(), "".join(letter for letter, _ in word)
    whole = [Piece(known[_UNKNOWN], word[0][1], word[-1][1] + 1)]
    if len(letters) > _LONGEST_WORD:
        return whole
    found: list[Piece] = []
    start = 0
    while start < len(letters):
        end = next(
            (e for e in range(len(letters), start, -1) if ("##" if start else "") + letters[start:e] in known), None
        )
        if end is None:
            return whole
        piece = known[("##" if start else "") + letters[start:end]]
        found.append(Piece(piece, word[start][1], word[end - 1][1] + 1))
        start = end
    return found


def pieces(text: str) -> list[Piece]:
    """The pieces of a sentence in order, without the marks of its ends."""
    found: list[Piece] = []
    for word in _words(text):
        found += _cut(word)
        if len(found) >= _LONGEST:
            break
    return found[:_LONGEST]
