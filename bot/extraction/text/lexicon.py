"""Which words are plain English words, by the index that the parser's lemmatizer carries."""

from __future__ import annotations

from functools import cache

from bot.extraction.text.parse import _model

_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"))


@cache
def _index() -> tuple[frozenset[str], frozenset[str]]:
    """The nouns of the index, and its words of all classes."""
    table = _model().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    nouns = frozenset(table["noun"])
    return nouns, nouns.union(*(table[name] for name in ("adj", "verb", "adv")))


def is_word(text: str) -> bool:
    """Whether a word or its base form is in the index, whatever its capitals."""
    word = text.lower()
    _, words = _index()
    if word in words:
        return True
    return any(word.endswith(ending) and (word[: -len(ending)] + base) in words for ending, base in _ENDINGS)


def is_plural(text: str) -> bool:
    """Whether a word is the plural of a noun of the index and none itself ("contributions", but not "news")."""
    word = text.lower()
    nouns, _ = _index()
    return word not in nouns and any(
        word.endswith(ending) and (word[: -len(ending)] + base) in nouns for ending, base in _ENDINGS[:3]
    )
