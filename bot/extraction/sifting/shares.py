"""Whose share a percentage is: of whom the sentence says that it is held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import figure_places, sentences, without

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.clusters import Cluster
    from bot.extraction.text.context import Context, Sentence

_OF = re.compile(r" of (?:the )?")
_HELD = re.compile(
    r"\b(?:own|hold|held|has|had|keep|kept|control|hav|bought|took|take|acquir|stake|sell|sold|paid)\w*\b"
)
_HOLDER = re.compile(
    r"\b(?:(?:largest|biggest|top|main|principal|major) (?:[a-z]+ )?(?:shareholder|owner|investor) (?:of|in)|"
    r"controls|controlling|stake in|interest in|holding in|shares (?:of|in)) \Z"
)
_RELATED = re.compile(r"['’]s? (?:[a-z-]+ ){1,2}")
_TAKES = re.compile(r"\b(?:acquir|buy|purchas|tak|secur)ing (?:an? |the |another )?(?:[a-z-]+ )?\Z")
"""Before a share that the one named before it takes, of another."""
_STAKE_IN = re.compile(r"\b(?:stake|interest|shares) in (?:the )?\Z")
_IS_LEVEL = re.compile(r"\bfrom (?:about |around |some |nearly |just |only |roughly )?\Z")
_ON_TO = re.compile(
    r"(?: (?:stake|holding|share|interest))? to (?:about |around |some |nearly |just |over |roughly )?\d"
)
"""Around the share that became another."""
_REACH: Final = 60


def _company_at(sentence: Sentence, position: int, text: str) -> Cluster | None:
    """The company named at a place, behind the possessive of another ("Foo's rival Bar" is Bar)."""
    for _ in range(3):
        mention = next((m for m in sentence.mentions if m.start == position and m.kind == "org"), None)
        if mention is None:
            return None
        related = _RELATED.match(text, mention.end, sentence.end)
        if related is None or not any(m.start == related.end() for m in sentence.mentions):
            return None if related is not None else mention.cluster
        position = related.end()
    return None


def _held(sentence: Sentence, start: int, end: int, text: str) -> Cluster | None:
    """Of whom a share at these places is, where the sentence says so: "9% of Acme", "owner of Acme, with 9%"."""
    of = _OF.match(text, end, sentence.end)
    if of is not None and _HELD.search(text, sentence.start, start):
        return _company_at(sentence, of.end(), text)
    for mention in reversed(sentence.mentions):
        if mention.kind == "org" and not mention.anaphoric and mention.end <= start and start - mention.end <= _REACH:
            held = _HOLDER.search(text, max(sentence.start, mention.start - _REACH), mention.start)
            return mention.cluster if held is not None else None
    return None


def _taken(context: Context, draft: Draft, sentence: Sentence, start: int) -> Draft | None:
    """A share that its subject takes ("with Acme acquiring a 30% stake") in the one company that stakes are told of."""
    takes = _TAKES.search(context.text, sentence.start, start)
    before = [m for m in sentence.mentions if m.end <= start and m.kind == "org"]
    if takes is None or not before or before[-1].cluster.name != draft.slots["subject"]:
        return draft
    held = {
        c.name
        for c in context.clusters
        for m in c.named
        if c.kind == "org" and _STAKE_IN.search(context.text, max(0, m.start - _REACH), m.start)
    } - {draft.slots["subject"]}
    return without(draft, subject=held.pop()) if len(held) == 1 else None


def _share(context: Context, draft: Draft) -> Draft | None:
    """A share of a company with the company that it is a share of."""
    if draft.kind != "metric" or draft.slots.get("unit") != "percent":
        return draft
    levels = [_IS_LEVEL.search(context.text, s.start, a) and _ON_TO.match(context.text, b)
              for s, a, b in figure_places(context, draft)]  # fmt: skip
    if levels and all(levels):
        return None
    for sentence in sentences(context, draft):
        for number in sentence.numbers:
            if number.percent and number.value == draft.slots["value"]:
                held = _held(sentence, number.start, number.end, context.text)
                if held is not None and held.name != draft.slots["subject"]:
                    return without(draft, subject=held.name)
                if held is None:
                    return _taken(context, draft, sentence, number.start)
    return draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_share,)
