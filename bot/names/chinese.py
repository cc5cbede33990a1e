"""Chinese characters as other names are written with them: simplified, and in Latin letters as they are read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product

from bot.names.entry import NamesError, default_folder

_MOST_READINGS = 8
_LONGEST_SYLLABLE = 6
_LONGEST_WORD = 30
_VOWELS = frozenset("aeiouv")


def _lines(name: str) -> Iterator[str]:
    file = default_folder() / name
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise NamesError(f"{file}: cannot be read ({error.strerror}); restore data/names") from error
    return (line for line in lines if not line.startswith("#"))


@cache
def traditional() -> dict[int, str]:
    """For `str.translate`: each traditional character to its simplified one."""
    return {ord(pair[0]): pair[1] for line in _lines("traditional.txt") for pair in line.split()}


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines("pinyin.txt"):
        syllable, _, characters = line.partition(" ")
        for character in characters:
            found[character] = (*found.get(character, ()), syllable)
    return found


@cache
def _syllables() -> frozenset[str]:
    syllables = (line.partition(" ")[0] for line in _lines("pinyin.txt"))
    return frozenset(one for one in syllables if not _VOWELS.isdisjoint(one))  # "ng" is only a sound


def readings(text: str) -> tuple[tuple[str, ...], ...]:
    """How characters may be read, a syllable for each; a character that nobody reads stays as it is."""
    known = _readings()
    return tuple(islice(product(*(known.get(character, (character,)) for character in text)), _MOST_READINGS))


@lru_cache(maxsize=5000)
def is_pinyin(word: str) -> bool:
    """Whether a word in small letters is nothing but the syllables of Chinese, two or more."""
    if len(word) > _LONGEST_WORD:
        return False
    most = [0] + [-1] * len(word)  # syllables that the first letters can be cut into; -1 where they cannot
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST_SYLLABLE), end):
            if most[start] >= 0 and word[start:end] in _syllables():
                most[end] = max(most[end], most[start] + 1)
    return most[-1] > 1
