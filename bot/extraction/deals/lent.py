"""Sums that leave out their currency because the text has just told it ("the largest slice, 40 million, is a loan")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from bot.extraction.text.context import Context, Sentence
from bot.extraction.text.masking import Segment, segments, segments_of
from bot.grammar.money import MoneyMention
from bot.model.money import Money

_SCALED = re.compile(r"illion|\d ?(?:m|bn|b|mn|tn|trn)\b|crore|lakh", re.IGNORECASE)
_LETTER = re.compile(r"(m|b)\b")
_SUM_BEFORE = re.compile(r"(?:[A-H]\d?\+?:|\b(?:round|seed|raised|angel|of|at|for|with):?) ?\Z", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:)–—\"”(/|]|\Z)|[ -](?:and|or|from|in|at|for|of (?!the (?:units|robots))|to|was|is|were|are|which|that|"
    r"by|on|as|against|after|with|went|goes|came|comes|when|while|each|more|last|this|through|via|round|seed|series|"
    r"loan|grant|financing|funding|investment|convertible|equity|strategic|angel|pre-|more in)"
)


def all_segments(ctx: Context) -> list[Segment]:
    """The masked segments of an article, bare sums in them read in the currency of the sum before."""
    return ctx.once(_all_segments)


def _all_segments(ctx: Context) -> list[Segment]:
    found: list[Segment] = []
    usual = Counter(m.money.currency for s in ctx.sentences for m in s.money)
    last = max(usual, key=lambda c: (usual[c], c)) if usual else ""
    for sentence in ctx.sentences:
        lent = _lent(sentence, last) if last else []
        if sentence.money:
            last = sentence.money[-1].money.currency
        if lent:
            found += segments(replace(sentence, money=sorted([*sentence.money, *lent], key=lambda m: m.start)))
        else:
            found += segments_of(ctx, sentence)
    return found


def _lent(sentence: Sentence, currency: str) -> list[MoneyMention]:
    found = []
    for number in sentence.numbers:
        if number.percent:
            continue
        before = sentence.between(sentence.start, number.start)
        after = sentence.between(number.end, sentence.end)
        value, high, end, text = number.value, number.high, number.end, number.text
        if (letter := _LETTER.match(after)) and _SUM_BEFORE.search(before):
            scale = 1e6 if letter[1] == "m" else 1e9
            value, high = value * scale, high * scale if high is not None else None
            end, text, after = end + 1, text + letter[1], after[1:]
        elif not _SCALED.search(text):
            continue
        if not _NO_NOUN.match(after):
            continue
        near = [m for m in sentence.money if m.end <= number.start]
        unit = near[-1].money.currency if near else currency
        found.append(MoneyMention(number.start, end, text, Money(value, unit, number.approximate, high)))
    return found
