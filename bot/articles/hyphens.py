"""Compounds that a translation spreads out: "co - founded", "Pre - A round", "Mech - Mind", "100 - million - level".

The same page may write a dash so, too ("two peers - Nortal and Kestrel"): joined is only what the word before or behind
shows to be one, or what is a known name when it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from bot.articles.traced import Edit, Traced

_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten"
_HEADS = (
    "top|large|heavy|high|low|long|short|small|medium|early|late|full|closed|open|cutting|first|second|third|state|real|"
    f"whole|large|{_NUMBERS}"
)
_ENDS = (
    "owned|based|backed|listed|level|scale|grade|class|tier|end|edge|term|stage|round|share|shares|sized|shaped|driven|"
    "intensive|oriented|making|wheeled|legged|winged|dimensional|hour|hours|year|month|day|generation|purpose|quality|"
    "loop|hand|handed|duty|load|time|party|source|sourced|depth|like|friendly|specific|related|founder|"
    "founders|developed|built|led|designed|million|billion|yuan|degree|person|person's|sales|regarded"
)
_NO_WORD = (
    "the|an?|and|but|or|it|its|he|his|she|they|which|who|that|this|these|in|on|at|for|is|was|are|were|had|has|have|as|"
    "with|from|to|by|both|all|some|such|including|of|not|no"
)
_SPREAD = re.compile(
    r"(?<![\w-])(?:(?:[Cc]o|[Ss]elf|[Mm]ulti|[Nn]on|[Ss]emi|[Aa]nti|[Cc]ross|[Uu]ltra|[Mm]id|[Ee]x|[Ii]nter)|[Pp]re|[Pp]ost)"
    r"(?P<prefix> - )(?=\w)"
    rf"|(?<![\w-])(?:{_HEADS})(?P<head> - )(?=[a-z])(?!(?:{_NO_WORD})\b)"
    r"|(?<![\w-])(?:spin|warm|cash|start|follow|step|roll|sign|scale|set|hands|year|month|quarter)(?P<part> - )"
    r"(?=(?:off|up|on|out|in)\b)"
    rf"|[a-zA-Z0-9](?P<end> - )(?=(?:{_ENDS})\b(?! (?:by|the|an?)\b))"
    r"|\b(?:[Tt]he|[Ii]ts|an?|called|named) [A-Z]{1,4}(?P<number> - )"
    r"(?=\d{1,3}\b(?! ?%| (?:percent|per cent|[mb]illion|-)))"
)
_CAPITALS = re.compile(r"(?<![\w-])(?P<head>[A-Z]\w{0,20})(?P<gap> - )(?P<tail>\w{1,20})")
_CODE = re.compile(
    r"(?<![\w-])(?!(?:C[A-Z]O|VP|Q[1-4]|H[12]|FY\d*) )"
    r"(?:[A-Z]{1,6}(?P<letters> - )(?:[A-Z]?\d{1,4}[A-Za-z]?|[A-Z][a-z]{2,20})"
    r"|[A-Z]\w{1,20}(?P<word> - )(?:[A-Z]{1,2}\d{1,4}|Pro|Max|Mini|Nano|Lite|Plus|Ultra|Zero|Air|Edu|VLA|VLM))\b(?! -)"
)
"""A name with a code or another name behind it ("QJ - 60", "FAW - Toyota", "Shuoyu - Max")."""
_HYPHENATED = re.compile(r"\w+-\w+")


@cache
def _hyphenated(names: frozenset[str]) -> frozenset[str]:
    """The hyphenated words of known names."""
    return frozenset(word.casefold() for name in names for word in _HYPHENATED.findall(name))


def spreads(text: Traced) -> bool:
    """Whether a compound of plain words is spread out in a text."""
    return " - " in text.text and _SPREAD.search(text.text) is not None


def joined(text: Traced, known_names: Collection[str], *, codes: bool = False) -> Traced:
    """The text with such compounds written as one word each; of names and `codes`, too, where the page spreads them."""
    if " - " not in text.text:
        return text
    gaps = {m.span(m.lastgroup or 0) for m in _SPREAD.finditer(text.text)}
    known = _hyphenated(frozenset(known_names))
    for match in _CAPITALS.finditer(text.text):
        if f"{match['head']}-{match['tail']}".casefold() in known:
            gaps.add(match.span("gap"))
    if codes:
        gaps |= {m.span(m.lastgroup or 0) for m in _CODE.finditer(text.text)}
    edits: list[Edit] = [(at, at + 1, "") for start, end in sorted(gaps) for at in (start, end - 1)]
    return text.edited(edits)
