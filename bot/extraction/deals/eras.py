"""Which round a passage tells of: one that is news, or one of before.

An article on a new round tells of older ones, too, often without the sum or the name of either. What is told as new is
of about the day of publication; what carries a date of long before it, or is called the previous one, is another round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Era
from bot.model.when import When

if TYPE_CHECKING:
    from bot.extraction.text.context import Context, Sentence

_LONG: Final = timedelta(days=120)
_LATELY: Final = timedelta(days=45)
"""How far a date lies before publication that is of another round, and that is of the news."""
_LEAD: Final = 2
"""Sentences behind the title that tell the news where nothing says otherwise."""
_ROUND = r"(?:rounds?|financings?|fund-?rais(?:e|ing)s?|funding|raises?|investments?)"
_MONEY = rf"(?:{_ROUND}|money|capital|cash|injection|infusion|cheque|check)"
_DID = (
    r"(?:rais|receiv|secur|invest(?!or|ment)|led\b|lead|got\b|clos|complet|obtain|t(?:ook|aken)\b|put\b|back|attract|finish|"
    r"land|pull|brought|collect)"
)
_HOLDERS = r"(?:investors|backers|shareholders)"
"""Who is told with a house rather than with its newest round ("its investors include")."""
_NEW = re.compile(
    rf"\b(?:recently|lately|today|this (?:{_ROUND}|time|week|month|deal)|"
    rf"(?:new|newest|latest|fresh|current|present) (?:[\w-]+ ){{0,2}}{_MONEY}|new one|"
    rf"(?:just|now) (?:been )?{_DID}\w*|(?:has|have) just)\b",
    re.IGNORECASE,
)
_NEW_ROUND = re.compile(rf"\b(?:new|fresh) (?:[\w-]+ ){{0,2}}{_ROUND}\b(?! (?:arm|fund|firm)\b)")
_OLD = re.compile(
    rf"\b(?:(?:previous|prior|earlier|preceding|first|last(?: year)?(?:'s|’s)?) (?:[\w-]+ ){{0,1}}{_ROUND}|"
    rf"last (?:year|spring|summer|autumn|fall|winter)(?:'s|’s) (?:[\w-]+ ){{0,2}}{_ROUND}|"
    rf"(?:previously|earlier|already|back then) {_DID}\w*|{_DID}\w* (?:previously|earlier)(?! (?:this|today))|"
    r"(?:before|prior to) (?:that|this|then)|(?:up )?until (?:now|then)|in the past|"
    rf"(?:its|whose|the (?:company|startup|start-up|firm)['’]s) (?:[a-z]+ )?(?:{_HOLDERS} (?:already |also )?include|"
    rf"(?:investor|backer|shareholder)s? (?:list|roster) include|{_HOLDERS} are)s?|"
    rf"counts [^.;]{{3,60}} among its (?:[a-z]+ )?{_HOLDERS}|among its (?:[a-z]+ )?{_HOLDERS})\b",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    r"\b(?:since|founded|established|set up|born|started|launched|created|incorporated|from|by|until|till|through|"
    r"before)"
    r"(?: (?:in|on|at|back in|only in|early|late))*\W*\Z"
)
_SAME = re.compile(r"\W*(?:The|That|It|Its|Investors?|Backers?|Participants?|Among)\b")
_THE_ROUND = re.compile(rf"\W*(?:The|That) (?:[\w-]+ )?{_ROUND}\b(?! (?:of|in|from|at|before|two|three)\b)")
"""Goes on with the round told before, whatever day it gives it."""


def tells_new_round(text: str) -> bool:
    """Whether a masked text speaks of a new round, whatever it does not say of it."""
    return _NEW_ROUND.search(text) is not None


def of_date(when: When | None, published: When | None) -> Era:
    """Whether a date is that of the news or of long before; neither where it may be both."""
    if when is None or published is None or when.precision in {"decade", "span"}:
        return ""
    if when.end < published.start - _LONG:
        return "old"
    return "new" if when.start >= published.start - _LATELY else ""


class Eras:
    """The words and dates of an article by which a round is told as new or as one of before."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._cues = [sorted(self._words(sentence) + self._dates(sentence)) for sentence in context.sentences]
        self._told = list(self._told_on())

    def _words(self, sentence: Sentence) -> list[tuple[int, Era]]:
        new: list[tuple[int, Era]] = [(sentence.start + m.start(), "new") for m in _NEW.finditer(sentence.text)]
        return [*new, *((sentence.start + m.start(), "old") for m in _OLD.finditer(sentence.text))]

    def _dates(self, sentence: Sentence) -> list[tuple[int, Era]]:
        found: list[tuple[int, Era]] = []
        for date in sentence.dates:
            era = self._of_date(sentence, date.when)
            if era and not _BEGUN.search(sentence.between(sentence.start, date.start)):
                found.append((date.start, era))
        return found

    def _told_on(self) -> Iterator[Era]:
        """What each sentence tells on to the next: its last cue; what is new goes on to the paragraph's end."""
        told: Era = ""
        paragraph = -1
        for sentence, cues in zip(self._context.sentences, self._cues, strict=True):
            if sentence.paragraph != paragraph or (told == "old" and not _SAME.match(sentence.text)):
                told = ""
            told, paragraph = cues[-1][1] if cues else told, sentence.paragraph
            yield told

    def own(self, sentence: Sentence, position: int) -> Era:
        """What the sentence itself says of a place of the article: the nearest word or date does."""
        near = min(self._cues[sentence.index], key=lambda cue: (abs(cue[0] - position), cue[0]), default=None)
        return near[1] if near is not None else ""

    def at(self, sentence: Sentence, position: int) -> Era:
        """The same, told on from the sentence before, and new in the lead."""
        if own := self.own(sentence, position):
            return own
        lead = sentence.title or sentence in self._context.body[:_LEAD]
        return self._told[sentence.index] or ("new" if lead else "")

    def of(self, sentence: Sentence, position: int, when: When | None) -> Era:
        """Which round is told at a place: by its date, or else by the words around it."""
        return self._of_date(sentence, when) or self.at(sentence, position)

    def _of_date(self, sentence: Sentence, when: When | None) -> Era:
        """As `of_date`; a day long ago does not make "the round" another one."""
        era = of_date(when, self._context.published)
        return "" if era == "old" and _THE_ROUND.match(sentence.text) else era


def eras(context: Context) -> Eras:
    """Those of an article, made once."""
    return context.once(Eras)
