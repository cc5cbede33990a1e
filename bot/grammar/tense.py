"""Whether a sentence looks ahead or back: it decides which March or which Friday is meant."""

from __future__ import annotations

import re
from typing import Literal

from bot.grammar.patterns import Pattern

Tense = Literal["ahead", "back", ""]

_BREAK = Pattern(r"[.!?;。；！？\n](?=\s|$)|[。；！？\n]")
_AHEAD = Pattern(
    r"\b(?:will|would(?! have)|shall|should|can|could|to be|is to|are to|going to|set (?:for|to)|'ll|"
    r"plans?|planned|planning|wants?|hopes?|aims?|targets?|intends?|expects?|expected|scheduled|slated|due|likely|"
    r"probably|presumably|upcoming|forthcoming|ready|"
    r"(?<!went )on sale|effective|with effect|promised|promises|postponed|delayed|"
    r"begins?|starts?|opens|arrives|takes|reaches|hits|ships|enters|leaves|moves|becomes|follows|ends|goes|comes back|"
    r"guided|guides|sees|forecasts?|predicts?|pencil(?:s|led)|"
    r"to (?:begin|start|open|launch|ship|deliver|come|follow|list|close))\b|将|预计|计划|拟|有望",
    re.I,
)
_PAST = Pattern(
    r"\b(?:was|were|had|has|have|did|since|said|told|came|took|went|began|bought|sold|won|lost|made|left|became|got|"
    r"put|wrote|grew|rose|fell|held|led|met|showed|paid|spent|ran|saw|built|gave|found|brought|drew|set up|spun|"
    r"begun|done|given|taken|shown|written|born|drawn|grown|chosen|gone|"
    r"(?<!be )(?!plann|expect|schedul|slat|postpon|delay|promis|need|speed|feed|seed|exceed|guid)[a-z]{2,20}ed)\b|"
    r"已|曾|了",
    re.I,
)
_DEADLINE = Pattern(r"\b(?:by|until|till)\s+(?:the\s+)?$", re.I)


def sentence_head(text: str) -> str:
    """What of a text belongs to the sentence that goes on after it."""
    breaks = [m.end() for m in _BREAK.finditer(text)]
    return text[breaks[-1] :] if breaks else text


def sentence_tail(text: str) -> str:
    """What of a text belongs to the sentence that began before it."""
    stop = _BREAK.search(text)
    return text[: stop.start()] if stop else text


def tense(before: str, after: str) -> Tense:
    """Where a date between the two lies: by the nearest verb before it, else by the first one after."""
    coming = list(_AHEAD.finditer(before))
    past = max((m.start() for m in _PAST.finditer(before)), default=-1)
    if coming and coming[-1][0].lower() == "would" and re.search(r"\bhad\b", before):
        return "back"  # what was to come, seen from earlier
    if coming or past >= 0:
        return "ahead" if coming and coming[-1].start() > past else "back"
    first, gone = _AHEAD.search(after), _PAST.search(after)
    if _DEADLINE.search(before):
        return "back" if gone else "ahead"
    if first and (gone is None or first.start() < gone.start()):
        return "ahead"
    return "back" if gone else ""
