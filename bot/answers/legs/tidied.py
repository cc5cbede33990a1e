"""What was found without the furniture of pages, and without headings alone: what they head answers in their place."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.asked.words import same_meaning
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.found import Found
from bot.answers.in_place import asks_for_all
from bot.answers.labels import is_label
from bot.answers.legs.biography import OF_LIFE
from bot.answers.legs.closest import share_said
from bot.answers.legs.headed import below_heading, is_item
from bot.answers.legs.matters import OF_MATTERS
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import of_the_kind
from bot.answers.sentences.meanings.of_questions import meanings
from bot.answers.sentences.signs import ENDS_ASKING
from bot.store.read import Passage

_SEVERAL, _MOST_OF_IT, _MUCH, _NAMES = 2, 0.5, 0.3, 0.2
"""Sentences of which the best may stand first; the share of a question that it says, how much more that has to be than
what the first says, and what it counts that it names whom it asks about."""
_TYPED = ("money", "count", "percent", "when")
"""What a sentence surely holds or not."""
_SHORT = 6
"""Words of a question that asks for one thing."""
_ITEM, _LIST, _MOST_ITEMS = 90, 3, 4
"""Letters of an item of a list, items that make one, and those shown below a heading."""


def tidied(desk: Desk, one: Found) -> Found | None:
    """What was found, each heading replaced by what stands below it, and what says most of the question first.

    None where nothing but furniture was found.
    """
    kept: list[Passage] = []
    weighed = one.rule in (FOLLOWS, OF_LIFE, OF_MATTERS)
    for passage in one.passages:
        if is_furniture(passage.text):
            continue
        if is_label(passage) and not weighed:
            asks = any(same_meaning(word) & desk.sentences.discourse.stems(passage) for word in one.clause.content)
            kept += [p for p in _below(desk, passage) if asks and p not in kept]
        elif passage not in kept:
            kept.append(passage)
    kept = kept if weighed or one.card else _by_what_they_say(desk, one, kept)
    if tuple(kept) == one.passages:
        return one
    left = replace(one, passages=tuple(kept))
    return left if left.events or left.passages or left.card or left.lead else None


def _by_what_they_say(desk: Desk, one: Found, passages: list[Passage]) -> list[Passage]:
    """Some sentences, the one that says much more of the question than the first before it, without those that say
    none of it where one says most: unless they go on from one that is shown."""
    if one.events or len(passages) < _SEVERAL or asks_for_all(one.clause.text):
        return passages
    weights = desk.sentences.closeness.weights(one.clause)
    if not weights:
        return passages
    discourse, groups = desk.sentences.discourse, one.clause.groups()
    said = {id(p): share_said(weights, meanings(p.text)) for p in passages}
    named = {id(p): all(discourse.names_one(p, ids) for ids in groups) for p in passages}
    passages = [*(p for p in passages if p.ordinal), *(p for p in passages if not p.ordinal)]
    best = max(
        (p for p in passages if p.ordinal), default=passages[0], key=lambda p: said[id(p)] + _NAMES * named[id(p)]
    )
    if said[id(best)] < _MOST_OF_IT or not of_the_kind(best, one.clause, ()):
        return passages
    several = len(one.clause.names) > 1
    is_long = len(one.clause.text.split()) > _SHORT
    out: list[Passage] = []
    for passage in passages:
        after = bool(out) and out[-1].article == passage.article and passage.ordinal == out[-1].ordinal + 1
        goes_on = after and (discourse.goes_on(passage) or bool(ENDS_ASKING.search(out[-1].text)))
        # Of two each may be told by another, and much is asked in other words than it is told in.
        typed = one.clause.wants in _TYPED and of_the_kind(passage, one.clause, ())
        if said[id(passage)] > 0 or goes_on or several or is_long or typed:
            out.append(passage)
    first = out[0]
    if not several and said[id(best)] - said[id(first)] >= _MUCH and named[id(best)] >= named[id(first)]:
        out.remove(best)
        out.insert(0, best)
    return out


def _below(desk: Desk, heading: Passage) -> list[Passage]:
    """The items or the sentence below a heading; nothing below a title or a name in an article's opening."""
    if heading.ordinal <= 1:
        return []
    after = desk.sentences.discourse.near(heading, 0, _MOST_ITEMS)
    out = list(below_heading(after, lambda p: is_furniture(p.text) or bool(ENDS_ASKING.search(p.text)), _ITEM))
    if out and not is_item(out[0], _ITEM):
        return out[:1]
    if out and is_label(out[0]):
        return []
    return out if len(out) == 1 or len(out) >= _LIST else []
