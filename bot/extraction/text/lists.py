"""Lists of names in masked text: "chipmaker <n0>, <n1>'s venture arm and <n2> founder <n3>" names three."""

from __future__ import annotations

import re

from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention

_NO = (
    r"(?!(?:and|or|with|in|at|to|on|for|who|which|that|was|is|were|are|has|had|have|said|says|led|lead|leads|after|"
    r"before|as|while|but|"
    r"from|by|into|of|will|would|when|where|it|they|also|put|took|joined|including|include|between|than|not|"
    r"because|if|"
    r"raised|announced|plans|bringing|valuing|making|giving|taking|according|during|since|until|over|about)\b)"
)
_WORD = rf"{_NO}(?:[a-z][\w'-]*|\d+|[A-Z][a-z]+-based)"
_ITEM = re.compile(rf"[\"“'*]*(?:(?:both|by|from) )?(?:{_WORD}[\"”]? ){{0,6}}[\"“*]*<n(\d+)>[\"”*]*")
_OWNED = re.compile(r"'s? (?:[\w'-]+ ){0,4}?[\"“]?<n(\d+)>")
_UNIT = re.compile(r"'s? (?:(?!and\b|for\b|in\b)[a-z][\w-]*(?: |(?=[,.;)])|$)){1,4}")
_ROLE = re.compile(
    r" (?:(?!and\b|or\b|from\b|by\b|with\b)[a-z-]+ ){0,2}?"
    r"(?:founder|co-founder|cofounder|chief executive|chief|ceo|CEO|chairman|president|boss|"
    r"alumni fund|unit|parent|"
    r"subsidiary|owner|startup|company|firm|maker|giant|manufacturer|investor|house|fund|vehicle|fund manager|"
    r"executive|creator|veteran),? <n(\d+)>"
)
_TAIL = re.compile(r" (?:funds?|vehicle|affiliate|entity|foundation|family)\b")
_BRACKET = re.compile(r"\s*\([^()]{0,80}\)")
_ASIDE = re.compile(
    r",? (?:(?:itself )?(?:an?|the) <n\d+>(?:'s)? (?:[a-z-]+ ){0,2}(?:fund|unit|vehicle|arm|subsidiary|affiliate|"
    r"company|spin-off)(?=,)|"
    r"(?:who|which|that|whose|already|both|each|formerly|itself|all|the|an?|one|its|his|"
    r"<n\d+>'s)\b(?! <n)[^,;.<]*(?:<[nd]\d+>[^,;.<]*){0,2})"
    r"(?=, (?:and|as well)|,| and (?:[a-z]+ )?<n)"
)
_SEP = re.compile(
    r"(?:,? and(?:, (?:for|in) [^,<]*,)?|,? as well as|,? along with|,? together with|,? alongside|,? plus|,| &| /|/|"
    r"、|,? or) "
    r"?(?:also |again |then |later |notably |finally |by |from |both |old shareholders? |new (?:backer|investor) )*"
)
_NAMED_UNIT = re.compile(
    r"'s? (?:[a-z-]+ ){0,3}(?:arm|fund|unit|vehicle|subsidiary),? <n(\d+)>(?=,? (?:as|led|in\b|who|which|put|is|has)|"
    r"[.;)]|,? [a-z]+ed\b|\Z)"
)
"""Whose venture arm has a name of its own: the name counts."""


_OPENS = re.compile(
    r"\W*(?:After|Following|Fresh|Flush|With|Having|Armed|Backed|Buoyed|Bolstered|Fuel+ed|Funded|Coming|Just|"
    r"Days|Weeks|"
    r"Months|Led|Founded|Since|Owned|Supported)\b"
)
"""How a sentence opens whose subject stands behind a comma ("Backed by <n0>, <n1> builds carts")."""
_GOES_ON = re.compile(
    r"(?:the )?(?:[\w-]+ ){0,4}<n\d+> (?:now |also |has |will )?(?:is|has|had|was|will|would|can|"
    r"(?!plus\b)[a-z]{2,}(?:s|ed)) "
)


_DOES = re.compile(
    r"(?:[a-z-]+ ){0,4}<n\d+> (?:wants|plans|aims|expects|hopes|intends|raised|secured|launched|unveiled|opened|"
    r"builds|makes) "
)
"""Another clause with a subject of its own."""
_THE_DEAL = re.compile(
    r"(?:the|this|that) (?:[\w+-]+ ){0,3}(?:round|financing|funding|raise|deal|investment) (?=[a-z]+)"
    r"(?!(?:arm|fund|firm|unit|house|vehicle|group|bank|company)\b)"
)
"""Begins what is said of a list that opens a sentence ("Led by <n0>, the round …")."""


def list_after(segment: Segment, position: int) -> tuple[list[Mention], int]:
    """The names listed from a place of the masked text on, and where the list ends."""
    text, found, end = segment.text, list[Mention](), position
    while True:
        match = _ITEM.match(text, position)
        if not match:
            return found, end
        number, position = match[1], match.end()
        for pattern in (_NAMED_UNIT, _OWNED, _ROLE, _OWNED):
            inner = pattern.match(text, position)
            if inner:
                number, position = inner[1], inner.end()
        unit = _UNIT.match(text, position)
        if unit:
            position = unit.end()
            if text[position - 1] == " ":
                position -= 1
        if tail := _TAIL.match(text, position):
            position = tail.end()
        bracket = _BRACKET.match(text, position)
        if bracket:
            position = bracket.end()
        mention = segment.named(number)
        if not mention.anaphoric:
            found.append(mention)
        end = position
        aside = _ASIDE.match(text, position)
        separator = _SEP.match(text, position)
        if separator and (_THE_DEAL.match(text, separator.end()) or _DOES.match(text, separator.end())):
            return found, end
        if aside and not (separator and _ITEM.match(text, separator.end())):
            position = end = aside.end()
            separator = _SEP.match(text, position)
        if not separator or separator.end() == position:
            return found, end
        position = separator.end()
        if separator.group().strip() == "," and _OPENS.match(text) and _GOES_ON.match(text, position):
            return found, end


def list_before(segment: Segment, position: int) -> list[Mention]:
    """The names of the list that ends just before a place of the masked text: the longest that reaches up to it."""
    text = segment.text
    limit = len(text[:position].rstrip(" ,"))
    for token, (start, _) in segment.at.items():
        if token[0] != "n" or start >= position:
            continue
        names, end = list_after(segment, start)
        rest = text[end:limit]
        if names and (
            end >= limit
            or re.fullmatch(
                r",? (?:who|which|already|both|all|each|an?|the|in)\b(?:[^;.<]|<[nd]\d+>'s|<d\d+>){0,90},?|"
                r"[\s,]*",
                rest,
            )
        ):
            return names
    return []
