"""Whether a sentence tells in the way that a question asks: a reason, a word, a day, a share, and to the point."""

from __future__ import annotations

import re

from bot.answers.asked.question import Clause
from bot.answers.asked.words import stems
from bot.answers.intents.frames import Frame
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse, is_furniture
from bot.answers.sentences.evidence import must, of_the_kind
from bot.answers.sentences.frames.voices import Voices
from bot.answers.sentences.meanings.loose import means
from bot.answers.sentences.retrieval import narrows
from bot.answers.sentences.signs import YEAR
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

SURELY_SPEAKS = 0.9
"""How surely a sentence has to be somebody's word."""
SHARES = stems("share percentage percent proportion part portion fraction stake")
"""What a share is called by: "10 %" need not say so."""
ELSEWHERE_TO_READ = Pattern(r"^\W*(?:next|read|also|related|more|see also|further)\b[^.]{0,20}:", re.I)
"""How a line begins that names another article."""
_PRICED = Pattern(r"\b(?:costs?|prices?|priced|sells? for|apiece|rent\w*|a month)\b", re.I)
_BECAUSE = Pattern(
    r"\b(?:because|due to|owing to|reasons?|since|blam\w+|so that|in order to|as a result)\b|因为|由于", re.I
)
_ASKS_WHY = Pattern(r"\bwhy\b.*\?", re.I)
_KIND_ASKED = Pattern(r"\bhow (?:much|many|big|large|long)\b|\bwhen\b|\bwhich (?:year|month|quarter)\b|多少|何时")
"""What has to be told: a sum, a number, a day."""
_WHEN_TOO = Pattern(
    r"\b(?:after|before|until|once|by|from|since|on|at) (?:the )?[A-Z][a-z]+|\b(?:Day|Christmas|Easter|Thanksgiving)\b|"
    r"\bquarter\b|\bhalf\b|\bend of\b"
)
_SHARE_OF = Pattern(r"\bhow (?:much|many|large|big) (?:a (?:share|part) )?of\b")
_SHARE = Pattern(r"%|\b(?:per ?cent|half|third|quarter|fifth|tenth|most|two-thirds|three-quarters)\b", re.I)
_NOT_DONE = Pattern(
    r"\b(?:not|never|no|against|without|declin\w+|refus\w+|reject\w+|gave up|given up|stopped|ended|dropp?ed|"
    r"abandon\w*|"
    r"withdrew|turned down|scrapp\w*|shelv\w*)\b|n.t\b",
    re.I,
)
_THIS_ONE = Pattern(r"\bthis year\b|今年", re.I)
_THIS_YEAR = Pattern(
    r"\b(?:this|next|current|coming) (?:[a-z]+ )?(?:year|spring|summer|autumn|fall|winter|quarter|month)\b", re.I
)
_NEXT_YEAR = Pattern(r"\bnext (?:[a-z]+ )?(?:year|spring|summer|january|february|march|april|may|june|july)\b", re.I)
_REASON_WITHIN = 3


def asks_share(clause: Clause, frame: Frame) -> bool:
    """Whether a clause asks what part of something it is."""
    return clause.wants == "percent" or (frame.name != "said" and _SHARE_OF.is_in(clause.shape))


def of_this_year(passage: Passage, year: str) -> bool:
    """Whether a sentence that names no year was published in one, or tells of the next of its article."""
    published = passage.citation.published[:4]
    if not published.isdigit():
        return False
    if _THIS_ONE.is_in(passage.text):
        return int(published) == int(year)
    if YEAR.is_in(passage.text):
        return False
    return int(published) + _NEXT_YEAR.is_in(passage.text) == int(year)


def _in_time(passage: Passage, clause: Clause) -> bool:
    """Whether a sentence may be about the period that is asked for: "this year" is that of its article."""
    if narrows(passage, clause):
        return True
    when, published = clause.narrow.when, passage.citation.published[:4]
    if when is None or not published.isdigit() or when.start.year != when.end.year:
        return False
    year = int(published) + _NEXT_YEAR.is_in(passage.text)
    return year == when.start.year and _THIS_YEAR.is_in(passage.text)


def _without_past(passage: Passage) -> str:
    """A sentence without the years that were over when it was published: "in 2022" tells of nothing to come."""
    published = passage.citation.published[:4]
    return YEAR.sub(lambda met: "" if published.isdigit() and met[0] < published else met[0], passage.text)


class Manner:
    """Looks at sentences for what a question asks for by the way it asks."""

    def __init__(self, discourse: Discourse, voices: Voices) -> None:
        self._discourse = discourse
        self._voices = voices

    def may_tell(self, centre: Passage, clause: Clause, frame: Frame) -> bool:
        """Whether a sentence may answer at all, by itself: soon seen."""
        if centre.ordinal == 0 or is_furniture(centre.text) or ELSEWHERE_TO_READ.is_in(centre.text):
            return False
        if asks_share(clause, frame) and not _SHARE.is_in(centre.text):
            return False
        return _in_time(centre, clause)

    def tells(
        self, centre: Passage, near: dict[int, Passage], clause: Clause, frame: Frame, names: tuple[Ids, ...]
    ) -> bool:
        """Whether a sentence, or the one that goes on from it, tells in the way and of the kind that is asked for."""
        if not self._in_its_way(centre, near, frame, names):
            return False
        if frame.name == "changed":
            return any(character.isdigit() for character in centre.text) or clause.wants in ("thing", "yes", "who")
        if frame.name == "why" or not _KIND_ASKED.search(clause.unmarked):
            return True
        if clause.wants == "when" and _WHEN_TOO.is_in(centre.text):
            return True
        if _SHARE_OF.is_in(clause.shape) and _SHARE.is_in(centre.text):
            return True
        if clause.wants == "count" and not self._counts(near, clause):
            return False
        return of_the_kind(centre, clause, names) or (1 in near and of_the_kind(near[1], clause, names))

    def _counts(self, near: dict[int, Passage], clause: Clause) -> bool:
        """Whether a sentence, or one beside it, says what is counted."""
        beside = frozenset().union(*(self._discourse.stems(p) for by, p in near.items() if abs(by) < _REASON_WITHIN))
        return all(means(word) & beside for word in must(clause))

    def _in_its_way(self, centre: Passage, near: dict[int, Passage], frame: Frame, names: tuple[Ids, ...]) -> bool:
        text = _without_past(centre) if frame.name == "ahead" else centre.text
        if frame.told is None or frame.told.is_in(text):
            return True
        if frame.name == "why":
            asked = any(_ASKS_WHY.is_in(p.text) for by, p in near.items() if by < 0)
            return asked or self._explained_next(centre, near, names)
        if frame.name == "said":
            return self._answers_interview(centre, names)
        return frame.name == "settled" and 1 in near and frame.told.is_in(near[1].text)

    def _answers_interview(self, centre: Passage, names: tuple[Ids, ...]) -> bool:
        """Whether a sentence answers a question that was put to one of those who are asked about."""
        asked = bool(self._discourse.asked_before(centre)) and not self._voices.is_question(centre)
        return asked and any(self._voices.speaks(centre, ids) > SURELY_SPEAKS for ids in names)

    def _explained_next(self, centre: Passage, near: dict[int, Passage], names: tuple[Ids, ...]) -> bool:
        """Whether the sentence after one that tells what was not done quotes those who did not do it."""
        if 1 not in near or not _NOT_DONE.is_in(centre.text):
            return False
        return any(
            self._discourse.names_one(centre, ids)
            and self._discourse.names_one(near[1], ids)
            and self._voices.speaks(near[1], ids) > SURELY_SPEAKS
            for ids in names
        )

    def is_to_the_point(
        self, centre: Passage, topic: tuple[str, ...], clause: Clause, frame: Frame, names: tuple[Ids, ...]
    ) -> bool:
        """Whether a sentence itself says what a question is about that holds a single word, or none beside names."""
        if frame.name in ("ahead", "changed") and clause.wants == "money" and _PRICED.search(clause.shape):
            named = all(self._discourse.names_one(centre, ids) for ids in names)
            return named and _PRICED.is_in(centre.text)
        if len(topic) == 1 and frame.name in ("why", "yes"):
            return self._says_the_word(centre, topic[0], names)
        if clause.wants == "yes" and frame.name == "ahead" and len(names) > 1:
            # Who is to do something to whom has to stand together.
            beside = (centre, *self._discourse.near(centre, 1))
            return all(is_place(ids) or any(self._discourse.names_one(p, ids) for p in beside) for ids in names)
        if topic or len(names) < 2:
            return True
        if frame.name == "said" and not self._voices.is_interview(centre.article):
            # With nothing but names to go by, what is said has to be on them.
            beside = (centre, *self._discourse.near(centre, int(self._discourse.goes_on(centre)), 0))
            return all(
                is_place(ids)
                or any(self._discourse.names_one(p, ids) for p in beside)
                or ids & self._discourse.main(centre.article)
                for ids in names
            )
        beside = (centre, *self._discourse.near(centre, 2, 1))
        return all(is_place(ids) or self._tells_of(beside, ids) for ids in names)

    def _says_the_word(self, centre: Passage, word: str, names: tuple[Ids, ...]) -> bool:
        """Whether a sentence says a word of somebody, or gives the reason for what those before it said."""
        before = self._discourse.near(centre, _REASON_WITHIN)
        said = self._discourse.stems(centre)
        if _BECAUSE.is_in(centre.text) or any(_ASKS_WHY.is_in(p.text) for p in before):
            said = said.union(*map(self._discourse.stems, before))
        else:
            before = before[-1:]
        return bool(means(word) & said) and all(self._tells_of((centre, *before), ids) for ids in names)

    def _tells_of(self, beside: tuple[Passage, ...], ids: Ids) -> bool:
        """Whether some sentences name one, or stand in an article about it where it is no person."""
        if any(self._discourse.names_one(p, ids) for p in beside):
            return True
        if "person" in self._discourse.kinds_of(ids):
            return False
        article = beside[0].article
        return self._discourse.opens_on(article, ids) or bool(ids & self._discourse.main(article))
