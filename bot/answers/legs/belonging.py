"""What stands right after the sentences of an answer and belongs to it: the reason in somebody's own words, the next of
several, the other side of a comparison.

Each is shown only where the question asks for it: why, which ones, how much each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.in_place import asks_for_all
from bot.answers.intents.frames import frame_of
from bot.answers.legs.matters import OF_MATTERS
from bot.answers.legs.two_sides import missing_sides
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.frames.manner import SURELY_SPEAKS
from bot.answers.sentences.markets.rankings import RANKED
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_QUOTES = Pattern(
    r"^\W*[\"“„«「]|[\"”»」],? (?:[\w.’'-]+ ){0,6}?(?:said|says|told|adds?|added|wrote|argued|explained)\b", re.I
)
_ADDS = Pattern(
    r"^\W*(?:and|also|another|others?|the (?:other|others|rest|second|third|fourth|last|remaining)|a (?:second|third|"
    r"fourth|further)|second|third|fourth|next|then|in addition|besides|finally|lastly|likewise|so (?:does|do|did|has|"
    r"is|are)|plus|further|too|as (?:do|does|did)|among (?:them|these|those)|they (?:include|are))\b|"
    r"\b(?:also|as well|too)\b|\bcounts? .{0,60}\bamong\b",
    re.I,
)
_ASKS_SEVERAL = Pattern(
    r"\b(?:who|what) (?:are|were|else)\b|\b(?:which|what|other|two|three|four|five|name|list|all|whose|the|her|his|"
    r"its|their) (?:<\d+>'s? )?(?:[\w-]+ ){0,3}?(?!(?:is|was|has|does|this|sales|news|revenues?|earnings|plans)\b)"
    r"[a-z-]{3,}s\b"
)
"""What may ask for more than one."""
_SOMEBODY = Pattern(r"(?<=\w )[A-Z][\w’'&-]+|^\W*(?:[A-Za-z]+ )?[A-Z][\w’'&-]+")
_SHOWN, _QUOTED_WITHIN, _ADDED_WITHIN = 2, 3, 3
_MOST = 3
_SHORT = 5
"""Blanks in a sentence up to which it is no more than an aside between two of several."""


def belonging(desk: Desk, found: Sequence[Found]) -> list[Passage]:
    """The sentences that stand beside what was found and belong to it."""
    out: list[Passage] = []
    for one in found:
        if one.card is not None or one.rule in (RANKED, OF_MATTERS):
            continue
        more = [*missing_sides(desk, one), *_following(desk, one)]
        out += [p for p in dict.fromkeys(more) if p not in out and not is_furniture(p.text)][:_MOST]
    return out


def _following(desk: Desk, one: Found) -> Iterator[Passage]:
    clause = one.clause
    frame = frame_of(clause)
    reasons = clause.wants == "why"
    several = clause.wants in ("who", "thing") and (
        asks_for_all(clause.text) or bool(_ASKS_SEVERAL.search(clause.shape))
    )
    said = frame is not None and frame.name == "said"
    if not (reasons or several or said):
        return
    for passage in _cited(desk, one):
        if reasons or said:
            yield from _own_words(desk, clause, passage)
        if several:
            yield from _others(desk, passage)


def _cited(desk: Desk, one: Found) -> list[Passage]:
    """The first sentences that are shown."""
    shown = list(one.passages[:_SHOWN])
    for event in one.events[: _SHOWN - len(shown)]:
        shown += [p for s in event.statements[:1] for p in desk.facts.search(s.quote, 1, (s.article,))]
    return shown


def _own_words(desk: Desk, clause: Clause, passage: Passage) -> Iterator[Passage]:
    """What those who are named say within the next sentences."""
    voices = desk.windows.voices
    groups = [ids for ids in clause.groups() if not is_place(ids)]
    for after in desk.sentences.discourse.near(passage, 0, _QUOTED_WITHIN):
        if _QUOTES.search(after.text) and any(voices.speaks(after, ids) > SURELY_SPEAKS for ids in groups):
            yield after


def _others(desk: Desk, passage: Passage) -> Iterator[Passage]:
    """The next sentences, as long as each adds somebody or something to what one tells."""
    for n, after in enumerate(desk.sentences.discourse.near(passage, 0, _ADDED_WITHIN)):
        if _ADDS.search(after.text) and _SOMEBODY.search(after.text):
            yield after
        elif n or after.text.count(" ") > _SHORT:
            return
