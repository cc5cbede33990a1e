"""Whether a sentence adds to what an answer shows already: most that stand beside an answer only go on around it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.intents.frames import frame_of
from bot.answers.proof.proving import holds_kind, told_proves
from bot.answers.sentences.closeness import spoken_of
from bot.answers.sentences.evidence import of_the_kind
from bot.answers.sentences.meanings.loose import PLAIN, means
from bot.answers.sentences.meanings.of_questions import meaning_of, meanings
from bot.store.read import Passage

NEARLY = 0.25
"""How much less close to what was asked than the closest sentence of its article another one may come."""
_VALUES = ("money", "count", "percent", "when")
_OF_WORDS = ("said", "settled")
"""Ways of asking for somebody's word, which no fact of another kind is."""


def adds(desk: Desk, clause: Clause, passage: Passage, shown: Sequence[Passage], told: bool = False) -> bool:
    """Whether a sentence adds to some that are shown: they do not hold what is asked, or it does, or hardly any of its
    article comes closer to it, or it goes on from one with what may be asked.

    `told`: facts tell it already.
    """
    discourse = desk.sentences.discourse
    frame = frame_of(clause)
    told = told and (frame is None or frame.name not in _OF_WORDS)
    if not told and not (shown and told_proves(discourse, clause, shown)):
        return True
    if told_proves(discourse, clause, [passage]) or _comes_close(desk, clause, passage):
        return True
    goes_on = any(p.article == passage.article and p.ordinal == passage.ordinal - 1 for p in shown)
    return goes_on and holds_kind(discourse, clause, passage.text)


def says_some(desk: Desk, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence says something of what is asked: a word of it in any way, or a value of the kind asked for."""
    if clause.wants in _VALUES and not clause.content:
        return of_the_kind(passage, clause, ())
    said = meanings(passage.text)
    asked = [word for word in clause.content if word not in PLAIN]
    return not asked or any((means(word) | meaning_of(word)) & said for word in asked)


def _comes_close(desk: Desk, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence speaks of those named, and hardly any of its article comes closer to what was asked."""
    near = desk.sentences.closeness.ranked(clause, passage.article)
    close = (one.passage.ordinal for one in near if one.score >= near[0].score - NEARLY)
    return passage.ordinal in close and desk.sentences.evidence.is_on(passage, spoken_of(clause))
