"""Which words of a question stand in a sentence, and what those around it can add at most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bot.answers.asked.words import stems
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.meanings.loose import means
from bot.answers.sentences.signs import YEAR
from bot.store.read import Passage


class Words:
    """Which words of a question a sentence says and what of the written it has, as bits of a number.

    A sentence stands in the windows of all those around it, and is read once.
    """

    def __init__(self, discourse: Discourse, words: Mapping[str, float], literal: Mapping[str, float]) -> None:
        """Words and what is looked for as it is written, by their weights."""
        self._discourse = discourse
        meant = list(map(means, words))
        self.words = [(1 << n, weight) for n, weight in enumerate(words.values())]
        self._meant = [(1 << n, told) for n, told in enumerate(meant)]
        self._all = frozenset().union(*meant)
        last = len(meant)
        self.literal = [(1 << last + n, written, weight) for n, (written, weight) in enumerate(literal.items())]
        self._found = [
            (bit, re.compile(rf"(?<![\w.,]){re.escape(written)}(?!\w)", re.I)) for bit, written, _ in self.literal
        ]
        self._said: dict[str, tuple[list[int], list[Passage]]] = {}
        self._titles: dict[str, int] = {}
        self._most: dict[int, float] = {}

    def said(self, passage: Passage) -> int:
        """What a sentence says."""
        return self.around(passage, 0, 0)[0]

    def around(self, centre: Passage, before: int, after: int) -> list[int]:
        """What the sentences around one say, from some before it to some after; its title is none of them."""
        told, every = self._told_in(centre.article)
        start, end = max(1, centre.ordinal - before), min(len(every), centre.ordinal + after + 1)
        for at in range(start, end):
            if told[at] < 0:
                told[at] = self._met(self._discourse.stems(every[at]), every[at].text)
        return told[start:end]

    def most(self, centre: Passage, around: Iterable[int]) -> float:
        """No less than what a sentence holds with what those around it say, and its title."""
        met = self.titled(centre)
        for told in around:
            met |= told
        known = self._most.get(met)
        if known is None:
            held = sum(weight for bit, weight in self.words if met & bit)
            held += sum(weight for bit, written, weight in self.literal if met & bit or YEAR.fullmatch(written))
            known = self._most[met] = held
        return known

    def titled(self, passage: Passage) -> int:
        """What the title of its article says."""
        known = self._titles.get(passage.article)
        if known is None:
            title = passage.citation.title
            known = self._titles[passage.article] = self._met(stems(title), title)
        return known

    def _told_in(self, article: str) -> tuple[list[int], list[Passage]]:
        """What the sentences of an article say as far as they were read, each at its number, and they themselves."""
        known = self._said.get(article)
        if known is None:
            every = self._discourse.article(article)
            known = self._said[article] = [-1] * len(every), every
        return known

    def _met(self, told: frozenset[str], text: str) -> int:
        met = sum(bit for bit, found in self._found if found.search(text))
        if self._all.isdisjoint(told):
            return met
        return met + sum(bit for bit, meant in self._meant if not meant.isdisjoint(told))
