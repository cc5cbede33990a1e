"""Whether what was just told is right: shown again with its sources, and with what tells it otherwise."""

from __future__ import annotations

import re

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.followups.fragments import opened
from bot.answers.followups.other_times import places
from bot.answers.followups.sources import source_lines
from bot.answers.found import Found
from bot.answers.lines import disputed, passage_line
from bot.answers.sentences.discourse import is_furniture
from bot.grammar.patterns import Pattern
from bot.model.answer import Line
from bot.store.read import Passage, StoredEvent

_SOMEBODY = (
    r"(?:any(?:one|body)|some(?:one|body)|others?|(?:any |the |all |the other |other )?(?:sources?|articles?|reports?|"
    r"papers?|analysts?|experts?|accounts?))(?: else)?"
)
_DOUBTS = Pattern(
    r"^(?:is|are|was|were) (?:it|that|this|these|those|they|(?:the|that|this) (?:figure|number|sum|price|claim))"
    r"(?: (?:really|actually|still))* (?:real|realistic|right|correct|accurate|credible|reliable|plausible|"
    r"believable|legit|disputed|contested|independent|verified|proven|(?:just |only )?(?:a claim|marketing|hype))"
    r"(?: or (?:not|fake|hype|marketing|just \w+))?$|"
    rf"^(?:does|do|did|has|would) {_SOMEBODY} (?:disagree\w*|differ|dispute[ds]?|doubt\w*|den(?:y|ied)|"
    r"contradict\w*|object\w*|(?:say|see|tell|give)s? (?:it |something |anything |an?(?:other)? )?(?:otherwise|"
    r"differently|different|else|figure|number))(?: (?:with )?(?:that|this|it|them))?$|"
    r"^(?:which|what|who)(?: one| of (?:them|these|those|the two)| (?:figure|number|sum|source|value))? (?:is|are) "
    r"(?:the )?(?:right|correct|true|wrong|accurate|real)(?: (?:one|figure|number))?(?: (?:then|now|of the two))?$|"
    r"^(?:does|do|did) (?:everyone|everybody|all|they|all of them|the others?|experts|analysts)(?: all)? agree"
    r"(?: (?:with|on) (?:it|that|this))?$|"
    r"^who disagrees?(?: with (?:that|this|it))?$|^(?:is |are )?(?:there |any )+(?:other (?:figures?|numbers?|"
    r"estimates?|values?|versions?)|doubts?|contradictions?|conflicting \w+|disagreements?|disputes?)"
    r"(?: (?:about|on|over|to) (?:that|this|it))?$"
)
_CONFIRMED = Pattern(
    r"^(?:is|are|was|were) (?:it|that|this|these|those|they|(?:the|that|this) (?:figure|number|sum|price|claim))"
    r"(?: (?:really|actually|officially))* (?:true|confirmed|official|certain|sure|definite|a fact|final)"
    r"(?: or (?:not|just \w+|a rumou?r))?$"
)
"""Asked of what is in no state, as a deal is: a figure, a sentence."""
_OTHERWISE = Pattern(
    r"\b(?:but|however|although|whereas|complain\w*|disput\w*|den(?:y|ies|ied)|contradict\w*|contrary to|doubt\w*|"
    r"sceptic\w*|skeptic\w*|not true|untrue|false|exaggerat\w*|critic\w*|independent\w*|in fact|in reality|actually|"
    r"by contrast|instead of|claims?|claimed|speaks? of|put(?:s|ting)? (?:it|the \w+) at|peg(?:s|ged)|estimat\w+|"
    r"according to)\b",
    re.I,
)
"""What a sentence says that tells a thing otherwise, or whose word it is."""
_BESIDE, _FOCI, _MOST = 2, 4, 3


def doubted(desk: Desk, clause: Clause) -> Found | None:
    """What was told, once more, with its articles and what tells it otherwise; None where nothing is doubted."""
    last = desk.memory.answered()
    if last is None or clause.names or clause.unknown or clause.narrow.given:
        return None
    shape = opened(clause.shape)
    of_a_state = any(one.event.best("status") is not None for one in last.told[:_MOST])
    if not _DOUBTS.match(shape) and (of_a_state or not _CONFIRMED.match(shape)):
        return None
    told = _disputed(desk, last) or last.told[:_MOST]
    said = last.passages[:_MOST]
    shown = tuple(map(passage_line, dict.fromkeys((*said, *_otherwise(desk, last)))))
    before = Focus(last.clause, last.answer, (), tuple(told), last.passages, last.query)
    differ = (Line("The articles differ on it"),) if any(map(disputed, told)) else ()
    lead = (*differ, *source_lines(desk, before))
    return Found(last.clause, tuple(told), said, last.answer, last.query, FOLLOWS, lead, shown)


def _disputed(desk: Desk, last: Focus) -> tuple[StoredEvent, ...]:
    """The facts of the last answers on the same ones of which articles tell different values."""
    named = frozenset(last.clause.ids)
    for focus in desk.memory.foci[:_FOCI]:
        if focus is not last and not named & frozenset((*focus.clause.ids, *focus.answer)):
            continue
        if told := tuple(one for one in focus.told if disputed(one)):
            return told[:_MOST]
    return ()


def _otherwise(desk: Desk, last: Focus) -> list[Passage]:
    """Sentences beside those that answered which tell it otherwise, of nobody else."""
    discourse = desk.sentences.discourse
    out = []
    for at in places(desk, Found(last.clause, last.told, last.passages)):
        known = discourse.ids(at) | frozenset((*last.clause.ids, *last.answer))
        for near in discourse.near(at, _BESIDE, _BESIDE):
            if near.ordinal == 0 or is_furniture(near.text) or not _OTHERWISE.search(near.text):
                continue
            strangers = {i for i in discourse.ids(near) - known if discourse.kind(i) in ("org", "product")}
            if not strangers:
                out.append(near)
    return out[:_MOST]
