"""Which words are plain English words, by the index that the parser's lemmatizer carries."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bot.extraction.text.parse import _model

_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"))


@cache
def _index() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The nouns of the index, its words of all classes, and those that are verbs and nothing else."""
    table = _model().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    nouns = frozenset(table["noun"])
    verbs = frozenset(table["verb"]) - nouns.union(table["adj"], table["adv"])
    return nouns, nouns.union(*(table[name] for name in ("adj", "verb", "adv"))), verbs


def _forms(word: str) -> Iterator[str]:
    """What a word may be a form of, itself among it."""
    yield word
    yield from (word[: -len(ending)] + base for ending, base in _ENDINGS if word.endswith(ending))


def is_word(text: str) -> bool:
    """Whether a word or its base form is in the index, whatever its capitals."""
    words = _index()[1]
    return any(form in words for form in _forms(text.lower()))


def is_verb(text: str) -> bool:
    """Whether a word is a form of a verb that is no noun, too ("deploys", but not "plans")."""
    nouns, _, verbs = _index()
    return text.lower() not in nouns and any(form in verbs for form in _forms(text.lower()))


def is_plural(text: str) -> bool:
    """Whether a word is the plural of a noun of the index and none itself ("contributions", but not "news")."""
    word = text.lower()
    nouns = _index()[0]
    return word not in nouns and any(
        word.endswith(ending) and (word[: -len(ending)] + base) in nouns for ending, base in _ENDINGS[:3]
    )
