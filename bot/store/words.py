"""The words of the full-text index, and a search for them that no input can break."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.grammar.cjk import bigrams

_WORD = re.compile(r"[^\W_]+")


def indexed(text: str) -> str:
    """A passage as it is indexed: runs of CJK cut into overlapping pairs."""
    return bigrams(text)


_GAPS = {ord(mark): " " for mark in map(chr, range(128)) if not mark.isalnum()}


def words_of(text: str) -> list[str]:
    """The words of a passage as it is indexed."""
    return text.translate(_GAPS).split() if text.isascii() else _WORD.findall(indexed(text))


_COMMON = frozenset(
    (
        "a", "about", "an", "and", "are", "at", "be", "by", "did", "do", "does", "for", "from", "has", "have", "how",
        "in", "is", "it", "its", "of", "on", "or", "that", "the", "to", "was", "were", "what", "when", "where",
        "which", "who", "will", "with",
    )
)  # fmt: skip
"""Words that every article holds; searched for only where there is nothing else."""


def search_terms(words: str) -> list[str]:
    """The words of a search that tell something; all where none does."""
    terms = list(dict.fromkeys(words_of(words)))
    return [term for term in terms if term.casefold() not in _COMMON] or terms


def match(terms: Iterable[str]) -> str:
    """An FTS5 expression for any of the terms of a search, every one quoted; empty where there is none."""
    return " OR ".join(f'"{term}"' for term in terms)
