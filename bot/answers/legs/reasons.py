"""Why something is so: the sentences that give a reason, before those that only tell of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.legs.closest import share_said
from bot.answers.legs.frames import IN_ITS_WAY
from bot.answers.legs.sayings import words_of
from bot.answers.query import Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import BESIDE, LED_TO
from bot.answers.sentences.meanings.of_questions import meanings
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

GIVES_REASON = Pattern(
    r"\b(?:because|due to|owing to|thanks to|in order to|so that|as a result of|on the grounds|in response to|"
    r"(?:is|was|were|are|been|partly|largely|mainly) (?:driven|motivated|prompted|triggered|inspired) by|"
    r"the (?:main |key |real |only |other )?(?:reasons?|trigger|motive)\b|reasons? (?:for|behind|why|was|is)|"
    r"(?:key|main|deciding|several|other) factors?|factors? (?:behind|in|influencing|include)|"
    r"cit(?:es|ed|ing)|conclud(?:ed|ing) that|arguing that|blam(?:es|ed|ing)|attribut(?:es|ed|ing)|stem(?:s|med) from|"
    r"since (?:it|they|he|she|its|their)\b)|因为|由于",
    re.I,
)
"""What tells a reason and hardly anything else."""
_THINKS = Pattern(r"\bwhy (?:does|do|did|would) <(\d+)> (?:think|believe|say|expect|see|feel|reckon|argue|claim)\b")
"""It is asked what makes somebody think so."""
_ARTICLES, _SEARCHED, _MOST, _BEFORE = 4, 24, 2, 2
_ENOUGH = 0.5
"""The share of the words of a question that a sentence with those before it and its title has to say."""
_ALONE = 0.75
"""The same where nothing else answers."""


def with_reasons(desk: Desk, clause: Clause, one: Found | None) -> Found | None:
    """What was found for a question why, the sentences first that give a reason for it; these where nothing was."""
    groups = tuple(ids for ids in clause.groups() if not is_place(ids))
    if clause.wants != "why" or clause.pronoun or (one is not None and one.card):
        return one
    if who := _who_thinks(desk, clause):
        return _as_thought(desk, clause, who, one)
    if not groups:
        return one
    weights = desk.sentences.closeness.weights(clause)
    discourse, evidence = desk.sentences.discourse, desk.sentences.evidence
    named = " ".join(discourse.all_names(ids) for ids in groups)
    met = desk.facts.search(f"{named} {clause.unmarked}", _SEARCHED)
    found: list[tuple[float, int, Passage]] = []
    for article in list(dict.fromkeys(p.article for p in met))[:_ARTICLES]:
        for passage in discourse.article(article)[1:]:
            if not GIVES_REASON.search(passage.text) or is_furniture(passage.text):
                continue
            texts = (p.text for p in (*discourse.near(passage, _BEFORE), passage))
            said = share_said(weights, meanings(" ".join((passage.citation.title, *texts))))
            on = all(
                evidence.speaks_of(passage, (ids,)) >= (LED_TO if discourse.has_person(ids) else BESIDE)
                for ids in groups
            )
            on = on and evidence.is_on(passage, groups[:1])
            if on and said >= (_ALONE if one is None else _ENOUGH):
                own = share_said(weights, meanings(passage.text))
                found.append((said + own, -len(found), passage))
    reasons = [passage for *_, passage in sorted(found, key=lambda row: row[:2], reverse=True)[:_MOST]]
    if not reasons:
        return one
    if one is None:
        return Found(clause, (), tuple(reasons), rule=IN_ITS_WAY)
    known = {(p.article, p.ordinal) for p in reasons}
    others = [p for p in one.passages if (p.article, p.ordinal) not in known]
    others = [p for p in others if GIVES_REASON.search(p.text) or _leads(p, reasons)]
    return replace(one, passages=(*reasons, *others))


def _who_thinks(desk: Desk, clause: Clause) -> Ids:
    """The person of whom it is asked why they think so; nobody where it is asked otherwise."""
    thinks = _THINKS.search(clause.shape)
    who = clause.names[int(thinks[1])].ids if thinks is not None else frozenset()
    return who if desk.sentences.discourse.has_person(who) else frozenset()


def is_of_another_mind(desk: Desk, one: Found) -> bool:
    """Whether it is asked why somebody thinks so, and no sentence that was found names them."""
    who = _who_thinks(desk, one.clause)
    return bool(who) and not any(desk.sentences.discourse.names_one(p, who) for p in one.passages)


def _as_thought(desk: Desk, clause: Clause, who: Ids, one: Found | None) -> Found | None:
    """The words of somebody that say some of why they think so; nothing that neither names them nor is theirs."""
    weights = desk.sentences.closeness.weights(clause)
    if not weights or (one is not None and one.events):
        return one
    words = [(share_said(weights, meanings(p.text)), -n, p) for n, p in enumerate(words_of(desk, who))]
    least = 0.0 if one is not None else _ENOUGH
    said = [p for share, _, p in sorted(words, key=lambda row: row[:2], reverse=True) if share > least][:_MOST]
    known = {(p.article, p.ordinal) for p in said}
    others = [p for p in one.passages if (p.article, p.ordinal) not in known] if one is not None else []
    kept = tuple(p for p in others if desk.sentences.discourse.names_one(p, who))
    if one is None:
        return Found(clause, (), tuple(said), rule=IN_ITS_WAY) if said else None
    left = replace(one, passages=(*said, *kept))
    return left if left.passages or left.events else None


def _leads(passage: Passage, reasons: Sequence[Passage]) -> bool:
    """Whether a sentence stands right before one of some others."""
    return any(p.article == passage.article and 0 < p.ordinal - passage.ordinal <= _BEFORE for p in reasons)


def reasons_first(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Some sentences, those first that give a reason."""
    return tuple(sorted(passages, key=lambda p: not GIVES_REASON.search(p.text)))
