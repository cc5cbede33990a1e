"""Whose word a sentence is: who is named beside it, who answers an interview, who wrote the note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.asked.question import Clause
from bot.answers.intents.frames import HAS_ITS_WORD, Frame
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_SPEAKS = Pattern(rf"{HAS_ITS_WORD}|\b(?:i|we|my|our)\b", re.I)
_DID_THEY = Pattern(
    r"\b(?:did|has|have|had|does|do|will|"
    r"would) (?:the )?<(\d+)>(?:'s (?:[\w-]+ ){1,2}?)? ?(?:\w+ ){0,2}?(?:confirm|den|comment|"
    r"respon|react|admit|address|reject|rule|say|answer)"
)
_OBJECT = Pattern(
    r"(?<!according )(?<!spokesman )(?<!spokeswoman )(?<!spokesperson )\b(?:to|into|about|against|under|buy|buying|"
    r"acquire|"
    r"acquiring|sell|selling|with|backed by|bought by|owned by|led by) (?:the |its |their )?$",
    re.I,
)
"""What stands before a name that does not speak."""
_GOES_ON = Pattern(
    r"^\W*(?:(?:but|and|so) )?(?:he|she|it|they|his|her|its|their|[\"“„«])|\b(?:he|she|they) (?:said|says|added|"
    r"adds|told|wrote|thinks|believes|puts|expects|sees|noted)\b",
    re.I,
)
_OF_THEM = Pattern(
    r"\b(?:the (?:company|firm|group|maker|start-?up|bank|broker\w*|ministry)|management|spokes\w+|chairman|"
    r"chief executive|ceo|cfo|founder|president|executives?|it|they|we|our)\b",
    re.I,
)
_THE_COMPANY = Pattern(r"\bthe (?:company|firm|start-?up|group|maker|business)\b(?! (?:of|that|which))", re.I)
_OURS = Pattern(r"\b(?:we|our|ours|us|i|my|me|a:)\b|我们", re.I)
_WE = Pattern(r"\b(?:we|us|our|ours)\b|我们", re.I)
_QUESTION = Pattern(r"[?？][\"”’')\]*]*\s*$|^\W*q\b[^a-z]")
_LEAST_ASKED = 3
"""Questions in an article from which on it is an interview."""
_LEAST_LETTERS = 5
_NAMED, _GOING_ON, _ANSWERS, _AUTHORS, _COMPANYS, _BESIDE = 1.0, 0.97, 0.97, 0.95, 0.9, 0.6


class Voices:
    """Who speaks in the sentences of one store."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._interviews: dict[str, bool] = {}

    def speaker(self, clause: Clause, frame: Frame) -> Ids:
        """Whose word is asked for; empty where nobody's is."""
        told_by = frozenset().union(*(clause.names[i].ids for i in clause.tellers))
        if any(self._discourse.kind(one) in ("person", "org") for one in told_by):
            return told_by
        if frame.name == "settled" and (asked := _DID_THEY.search(clause.shape)):
            return clause.names[int(asked[1])].ids
        if frame.name != "said" or clause.wants == "who":
            return frozenset()
        named = [clause.names[i].ids for i in clause.asked_about if not is_place(clause.names[i].ids)]
        people = [ids for ids in named if self._discourse.has_person(ids)]
        return next(iter((*people, *named)), frozenset())

    def speaks(self, passage: Passage, speaker: Ids) -> float:
        """How surely a sentence is the word of somebody, from `_BESIDE` to 1."""
        says = _SPEAKS.is_in(passage.text)
        if says and self._discourse.names_one(passage, speaker) and not self._only_spoken_of(passage, speaker):
            return _NAMED
        before = self._discourse.near(passage, 3)
        if says and _GOES_ON.is_in(passage.text) and self._spoke_last(before, speaker):
            return _GOING_ON
        if self._answers(passage, before, speaker):
            return _ANSWERS
        if _OURS.is_in(passage.text) and (
            self._writes(passage.article, speaker) or self.signs(passage.article, speaker)
        ):
            return _AUTHORS
        return _COMPANYS if self._speaks_for(passage, before, speaker, says) else _BESIDE

    def _spoke_last(self, before: Sequence[Passage], speaker: Ids) -> bool:
        """Whether of the people whom the sentences before name somebody is the last."""
        of_a_person = "person" in self._discourse.kinds_of(speaker)
        for one in reversed(before):
            if self._discourse.names_one(one, speaker):
                return True
            if of_a_person and self._discourse.has_person(self._discourse.ids(one)):
                return False
        return False

    def _answers(self, passage: Passage, before: Sequence[Passage], speaker: Ids) -> bool:
        """Whether a sentence is an answer of somebody in an interview."""
        if not self.is_interview(passage.article) or self.is_question(passage):
            return False
        labels = (passage, *reversed(before))
        return self._discourse.opens_on(passage.article, speaker) or any(
            self._discourse.names_one(p, speaker) for p in labels
        )

    def _speaks_for(self, passage: Passage, before: Sequence[Passage], speaker: Ids, says: bool) -> bool:
        """Whether whoever speaks in a sentence speaks for somebody: for the company that the article is about."""
        kinds = self._discourse.kinds_of(speaker)
        of_house = "person" not in kinds
        if of_house and self._discourse.opens_on(passage.article, speaker):
            alone = says and not self._houses(passage) - speaker
            if alone or _OF_THEM.is_in(passage.text):
                return True
        if not says:
            return False
        named = [self._discourse.names_one(p, speaker) for p in before[-2:]]
        rivals = frozenset[str]().union(*map(self._houses, (*before[-2:], passage))) - speaker
        if of_house and any(named) and not rivals:
            return True  # "Acme is cautious. Its analyst Roe wrote …"
        goes_on = self._discourse.goes_on(passage)
        return goes_on and (any(named[-1:]) or self._discourse.goes_on_about(passage, speaker, kinds))

    def _houses(self, passage: Passage) -> frozenset[str]:
        """The organisations that a sentence names."""
        return frozenset(i for i in self._discourse.ids(passage) if self._discourse.kind(i) == "org")

    def _only_spoken_of(self, passage: Passage, speaker: Ids) -> bool:
        """Whether a sentence names somebody only as whom others do something to: "a sale to Acme, two people say"."""
        named = [m for m in self._discourse.named(passage) if m.ids & speaker]
        return bool(named) and all(_OBJECT.search(passage.text, 0, m.start) for m in named)

    def is_question(self, passage: Passage) -> bool:
        """Whether a sentence only asks."""
        return _QUESTION.is_in(passage.text)

    def is_ours(self, passage: Passage, ids: Ids) -> bool:
        """Whether "we" in an answer of an interview means one of some."""
        said = _WE.is_in(passage.text) and not self.is_question(passage) and self.is_interview(passage.article)
        return said and self._discourse.opens_on(passage.article, ids)

    def is_the_company(self, passage: Passage, ids: Ids) -> bool:
        """Whether "the company" in a sentence means one of some: what its article opens on or is about above all."""
        if not _THE_COMPANY.is_in(passage.text):
            return False
        return bool(ids & self._discourse.main(passage.article)) or self._discourse.opens_on(passage.article, ids)

    def is_interview(self, article: str) -> bool:
        """Whether an article is made of questions and answers."""
        if article not in self._interviews:
            asked = sum(_QUESTION.is_in(p.text) for p in self._discourse.article(article) if p.ordinal > 0)
            self._interviews[article] = asked >= _LEAST_ASKED
        return self._interviews[article]

    def _writes(self, article: str, speaker: Ids) -> bool:
        """Whether somebody is named where an article tells who wrote it: at its start or its end."""
        every = self._discourse.article(article)
        return any(self._discourse.names_one(p, speaker) for p in (*every[:4], *every[-4:]))

    def signs(self, article: str, ids: Ids) -> bool:
        """Whether the first word of a house's name stands where an article tells who wrote it."""
        first = {
            name.split(" ")[0]
            for one in ids
            if self._discourse.kind(one) == "org" and (name := self._discourse.facts.name(one))
        }
        first = {word for word in first if len(word) >= _LEAST_LETTERS}
        every = self._discourse.article(article)
        return any(word in p.text for word in first for p in (*every[1:4], *every[-4:]))
