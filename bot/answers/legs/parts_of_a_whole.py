"""What each of several has of a whole: who holds which share of a company, who put how much into a round."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.legs.figures import SUMS
from bot.answers.query import Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import BESIDE
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_HELD_BY_EACH = Pattern(
    r"\bcap table\b|\bwho (?:holds|owns|has|gets|got|keeps) (?:what|which|how)\b|\bhow (?:is|are|was|were) .{0,60}"
    r"\b(?:split|divided|shared|distributed|owned)\b|\b(?:owns?|holds?|owners?|shareholders?|stakes?|shares)\b.*"
    r"\b(?:each|how (?:much|many)|what (?:share|stake|percentage)s?)\b|\bhow (?:much|many|large|big)\b.*\beach\b|"
    r"\beach\b.*\bhow (?:much|many)\b"
)
"""A whole of which several have parts."""
_PERCENT = Pattern(r"\d ?(?:%|per ?cent\b)|\b(?:half|third|quarter|fifth|tenth|rest|remainder)\b", re.I)
_OF_SHARES = Pattern(r"\b(?:cap table|owns?|owners?|holds?|stakes?|shares|shareholders?|split|divided)\b")
_SHARING = Pattern(
    r"\b(?:hold(?:s|ing)?|held|own(?:s|ed|er\w*)?|keeps?|kept|gets?|stakes?|shares?|shareholders?|%)|%", re.I
)
_NAMED = Pattern(r"(?<![.!?] )(?<!^)\b[A-Z][\w&'’-]+")
_THE_WHOLE = Pattern(
    r"\b(?:the|its|this) (?:new |joint )?(?:entity|company|firm|start-?up|venture|business|capital|group)\b", re.I
)
_MOST = 3


def each_part(desk: Desk, clause: Clause, articles: Iterable[str]) -> list[Passage]:
    """The sentences of some articles that tell the parts of several in what a clause names, where it asks for those."""
    if not _HELD_BY_EACH.search(clause.shape):
        return []
    of_shares = bool(_OF_SHARES.search(clause.shape))
    figure = _PERCENT if of_shares else SUMS
    out: list[tuple[int, Passage]] = []
    for article in articles:
        for passage in desk.sentences.discourse.article(article):
            text = passage.text
            if passage.ordinal == 0 or is_furniture(text) or (of_shares and not _SHARING.search(text)):
                continue
            told = sum(1 for _ in figure.finditer(text))
            named = sum(1 for _ in _NAMED.finditer(text))
            if told > 1 and named > 1 and all(_about(desk, passage, ids) for ids in clause.groups()):
                out.append((-told, passage))
    best = sorted(out, key=lambda row: (row[0], row[1].article, row[1].ordinal))[:_MOST]
    return [passage for _, passage in best]


def _about(desk: Desk, passage: Passage, ids: Ids) -> bool:
    if is_place(ids) or _THE_WHOLE.search(passage.text):
        return True
    return desk.sentences.evidence.speaks_of(passage, (ids,)) > BESIDE
