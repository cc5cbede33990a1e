"""Sentences that hold what a question asks of somebody else: the post of another company, a sum paid the other way."""

from __future__ import annotations

import re

from bot.answers.asked.question import Clause
from bot.answers.intents.people import asked_post
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse
from bot.answers.titles import POST, fits
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_PAYER = Pattern(
    r"<(\d+)>(?:'s)? (?:(?:has|have|had|will) )?(?:pay|pays|paid|paying) (?:to )?(?:the )?<\d+>|"
    r"\b(?:did|does|do|will|has|have) (?:the )?<(\d+)> (?:pay|paid) (?:to )?(?:the )?<\d+>"
)
_SELLS = Pattern(r"(?:'s|’s)?[^.;,]{0,30}?\b(?:sold|sells|(?:will|to) sell|selling|parted with|licensed out)\b", re.I)
_POST_AFTER = Pattern(rf"(?:'s|’s)?,? (?:(?:new|former|current|interim|acting|its) )?(?P<post>{POST})\b", re.I)
_POST_BEFORE = Pattern(rf"(?P<post>{POST}) (?:of|at) (?:the )?$", re.I)
_OPENS = Pattern(rf"\W{0, 4}(?:the )?(?P<post>{POST}) (?-i:[A-Z])", re.I)
"""A sentence that begins with somebody's post and says not where."""
_BACK = 2


def told_of_another(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether what a sentence seems to answer is told in it of somebody else than whom a clause asks about."""
    return _paid_to(discourse, clause, passage) or _post_elsewhere(discourse, clause, passage)


def _paid_to(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """ "What did A pay B" where A is told to sell: the money went to A."""
    met = _PAYER.search(clause.shape)
    if met is None:
        return False
    payer = clause.names[int(next(filter(None, met.groups())))].ids
    return any(m.ids & payer and _SELLS.match(passage.text, m.end) for m in discourse.named(passage))


def _post_elsewhere(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """The post that is asked for, held at another company."""
    post = asked_post(clause.shape) if clause.wants in ("who", "thing") else ""
    asked: Ids = frozenset().union(*clause.groups())
    if not post or post == "lead" or not any(discourse.kind(i) == "org" for i in asked):
        return False
    elsewhere = False
    for mention in discourse.named(passage):
        after = _POST_AFTER.match(passage.text, mention.end)
        before = _POST_BEFORE.search(passage.text[max(0, mention.start - 60) : mention.start])
        if any(near and fits(near["post"], post) for near in (after, before)):
            if mention.ids & asked:
                return False
            elsewhere = elsewhere or any(discourse.kind(i) == "org" for i in mention.ids)
    opens = _OPENS.match(passage.text)
    if elsewhere or opens is None or not fits(opens["post"], post) or asked & discourse.ids(passage):
        return elsewhere
    for before_it in reversed(discourse.near(passage, _BACK)):
        orgs = {i for i in discourse.ids(before_it) if discourse.kind(i) == "org"}
        if orgs:
            return not asked & orgs
    return False
