"""Names with "and" in them: "Ministry of Trade, Industry and Energy", "Water Supply and Sewerage Board"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from bot.extraction.text.capitals import is_plain
from bot.extraction.text.lexicon import is_word
from bot.extraction.text.name_words import FIELDS

if TYPE_CHECKING:
    from spacy.tokens import Doc

Span = tuple[int, int]

_JOINED = re.compile(
    r"(?:[A-Z][\w&-]+ )*([A-Z][\w&-]+),? and (?:[A-Z][\w&-]+ )*(?:Group|Institute|Department|Ministry|Office|Committee|"
    r"Council|Commission|University|Bank|Fund|Center|Centre|Agency|Administration|Company|Association|Laboratory|"
    r"Technology|Research|Board|Union|Ventures|Capital|Investments?|Authority|Society|Letters|Contractors)\b"
)
_MINISTRY = re.compile(
    r"\b(?:[A-Z][\w’'-]{1,30} ){0,3}(?:Ministry|Department|Institute|University|Academy|School|College|Bank|Faculty|"
    r"Bureau|Committee|Cent(?:er|re)|Office|Agency|Council) (?:of|for) (?:the )?[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?"
    r"(?:, [A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?){0,3}"
    r",? (?:and|&) (?:[A-Z][a-z]{1,20}|ICT|AI)\b(?: [A-Z][a-z]{1,20}\b)?"
)
"""What has several fields in its name ("Ministry of Trade, Industry and Energy")."""
_ASSOCIATION = re.compile(
    r"\b[Tt]he (?P<first>[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){1,3}) and (?:[A-Z][a-z]{2,20} ){0,2}[A-Z][a-z]{2,20} ?"
    r"(?:Association|Board|Union|Corps|Federation|Authority|Commission|Committee|Council|Agency|Administration|Society)\b"
)
"""What serves two sorts of people or things ("the Quillonia Garment Manufacturers and Exporters Association")."""


def joined_names(doc: Doc, text: str, known: Collection[Span]) -> Iterator[Span]:
    """Where such names stand; `known` are the spans of known names, which stay whole."""
    for ent in doc.ents:
        start = ent.start_char + 4 * text.startswith("the ", ent.start_char)
        joined = _JOINED.fullmatch(text, start, ent.end_char) if ent.label_ == "ORG" else None
        if joined is None or any(start < a < ent.end_char or b == joined.end(1) for a, b in known):
            continue
        if is_word(joined[1]):  # "Water Supply and Sewerage Board", but "Quillon and Marlow Group" are two
            yield start, ent.end_char
    for match in _ASSOCIATION.finditer(text):
        start = match.start("first")
        second = text[match.end("first") + 5 : match.end()].split()
        if (
            is_word(match["first"].split()[-1])
            and all(map(is_word, second))
            and not any(start < a < match.end() for a, _ in known)
        ):
            yield start, match.end()
    for match in _MINISTRY.finditer(text):
        if span := _ministry(match, text, known):
            yield span


def _ministry(match: re.Match[str], text: str, known: Collection[Span]) -> Span | None:
    """The span of such a name where what it lists last is a field and no name."""
    start, end = match.span()
    while is_plain(text[start:end].split(" ", 1)[0]):
        start += text[start:end].index(" ") + 1
    last = re.split(r"(?:and|&) ", match[0])[-1]
    first, _, second = last.partition(" ")
    if second and second.lower() not in FIELDS:
        end -= len(second) + 1
        last = first
    named = any(start < a < end for a, _ in known)
    return (start, end) if last.split()[-1].lower() in FIELDS and not named else None
