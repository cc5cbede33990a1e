"""Whom a sentence is about where it does not say so: the person spoken of last, or the one an interview is with."""

from __future__ import annotations

import re

from bot.extraction.chinese.page import Page
from bot.extraction.chinese.sentences import Sentence

_ASIDE = re.compile(r"[与和师]$|师弟$|师兄$|一起$")
"""Before a person that is named beside the one meant."""
_PRONOUN = re.compile("[她他]")
_SELF = re.compile("(?:自己|本人)$")
"""Before a verb: that it is about the subject of the sentence, whoever was named since."""
_GOES_ON = re.compile(r"之后|此后|随后|此前|\d{4}年")
"""Begins a sentence that goes on about the same person, at a later or an earlier time."""


class SpokenOf:
    """Follows an article sentence by sentence."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._last = ""
        self.star = self._star()

    def _star(self) -> str:
        """The person an interview is about: named in the title, else named first."""
        people = [m for m in self._page.marks if m.kind == "person"]
        if self._page.title:
            for mark in people:
                if mark.end <= self._page.title.end:
                    return str(mark.value)
        return str(people[0].value) if people else ""

    def who(self, sentence: Sentence, position: int) -> str:
        """Whom a verb is about: the last one before it in the sentence that is no aside, else the one spoken of."""
        people = [
            m for m in self._page.within(sentence.start, position, "person")
            if not _ASIDE.search(self._page.text[max(0, m.start - 2) : m.start])
        ]  # fmt: skip
        if people and not _SELF.search(self._page.text, sentence.start, position):
            return str(people[-1].value)
        if _PRONOUN.match(self._page.text, sentence.start) and self.star:
            return self.star
        if _GOES_ON.match(self._page.text, sentence.start):
            return self._last or self.star
        return self._last

    def move_past(self, sentence: Sentence) -> None:
        """Remembers whom a sentence names first, if it is not the title."""
        people = self._page.within(sentence.start, sentence.end, "person")
        if people and sentence is not self._page.title:
            self._last = str(people[0].value)
