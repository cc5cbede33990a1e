"""What was found without the furniture of pages, and without headings alone: what they head answers in their place."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.asked.words import same_meaning
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.found import Found
from bot.answers.labels import is_label
from bot.answers.legs.biography import OF_LIFE
from bot.answers.legs.matters import OF_MATTERS
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.retrieval import ENDS
from bot.answers.sentences.signs import ENDS_ASKING
from bot.store.read import Passage

_ITEM, _LIST, _MOST_ITEMS = 90, 3, 4
"""Letters of an item of a list, items that make one, and those shown below a heading."""


def tidied(desk: Desk, one: Found) -> Found | None:
    """What was found, each heading replaced by what stands below it; None where nothing but furniture was found."""
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
    if tuple(kept) == one.passages:
        return one
    left = replace(one, passages=tuple(kept))
    return left if left.events or left.passages or left.card or left.lead else None


def _below(desk: Desk, heading: Passage) -> list[Passage]:
    """The items or the sentence below a heading; nothing below a title or a name in an article's opening."""
    if heading.ordinal <= 1:
        return []
    out: list[Passage] = []
    for passage in desk.sentences.discourse.near(heading, 0, _MOST_ITEMS):
        item = not ENDS.search(passage.text) and len(passage.text) <= _ITEM
        if is_furniture(passage.text) or ENDS_ASKING.search(passage.text) or (out and not item):
            break
        if item and not out and is_label(passage):
            return []
        out.append(passage)
        if not item:
            break
    return out if len(out) == 1 or len(out) >= _LIST else []
