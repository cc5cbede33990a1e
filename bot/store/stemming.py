"""Words as the full-text index keeps them, by the same tokenizer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from bot.store.schema import TOKENIZER

_BEGINNING, _ENDING = 2, 2
"""A stem begins as its word does, and differs in its last letters at most: most words need not be cut to theirs."""
_MOST_STEMS = 20_000
_CUT_IN_TWO = "\ufffd"
"""What stands for a letter of which a stem holds only a part."""


class Stemmer:
    """Cuts words to their stems."""

    def __init__(self) -> None:
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.execute(f"CREATE VIRTUAL TABLE one USING fts5(words, content = '', tokenize = '{TOKENIZER}')")
        self._db.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab('one', 'instance')")
        self._db.text_factory = lambda told: told.decode("utf-8", "replace")  # it may cut a letter in two
        self._known: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """The stem of a word; of what the index takes for several words, the first by the alphabet."""
        found = self._known.get(word)
        if found is None:
            found = min(self._cut(word), default=word)
            self._keep({word: found})
        return found

    def of_one(self, word: str) -> str:
        """The stem of what the index takes for one word; empty for what it takes for several, or for none."""
        if word.isascii() and word.isalnum():
            return self(word)
        found = self._cut(word)
        return found[0] if len(found) == 1 and _CUT_IN_TWO not in found[0] else ""

    def among(self, words: Iterable[str], stems: Mapping[str, object]) -> dict[str, str]:
        """Those of some words whose stems are among some, each with its stem."""
        beginnings = frozenset(stem[:_BEGINNING] for stem in stems)
        longer = tuple({stem[: max(_BEGINNING, len(stem) - _ENDING)] for stem in stems})
        likely = [
            word
            for word in words  # letters with marks may begin otherwise in the index
            if (word[:_BEGINNING] in beginnings and word.startswith(longer)) or not word.isascii()
        ]
        self.learn(likely)
        return {word: stem for word in likely if (stem := self(word)) in stems}

    def learn(self, words: Iterable[str]) -> None:
        """Cuts the words that are not known yet, those in plain letters all at once: each is one word to the index."""
        new = [word for word in words if word not in self._known and word.isascii() and word.isalnum()]
        if new:
            self._keep(dict(zip(new, self._cut(" ".join(new)), strict=True)))

    def _cut(self, text: str) -> list[str]:
        """The stems of the words of a text, in their order."""
        self._db.execute("INSERT INTO one(rowid, words) VALUES (1, ?)", (text,))
        rows = self._db.execute('SELECT term FROM vocabulary ORDER BY "offset"').fetchall()
        self._db.execute("INSERT INTO one(one) VALUES ('delete-all')")
        return [row[0] for row in rows]

    def _keep(self, found: Mapping[str, str]) -> None:
        if len(self._known) + len(found) > _MOST_STEMS:
            self._known.clear()
        self._known |= found
