"""Claims in quotation marks with the person who makes them: “…。”{person}说, {person}表示：“…”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.chinese.marks import Mark
from bot.extraction.chinese.masks import pattern
from bot.extraction.chinese.page import Page
from bot.extraction.kind import Draft
from bot.model.statement import SlotValue

_SAYS = r"(?:表示|透露|认为|坦言|指出|强调|回应|补充|告诉|介绍|解释|直言|坚称|说|称|道|写道|判断|感叹|笑称|总结)"
_QUOTE = re.compile(r"[“「\"](?P<text>[^“”「」\"\n]{1,200})[”」\"]")
_TOLD = pattern(rf"{{person:who}}[^，。；！？]{{0,14}}?{_SAYS}")
_PRONOUN = re.compile(rf"，?[她他][^，。；]{{0,6}}?{_SAYS}")
_LEAST = 8
"""Letters of a claim; what is shorter is a name in quotation marks."""
_BEFORE = pattern(rf"{{person:who}}[^，。；！？“「\"\n]{{0,16}}?{_SAYS}[^，。；！？“「\"\n]{{0,6}}[：:，]$")
_BEHIND = pattern(rf"^，?(?P<lead>[^，。；！？“「\"\n]{{0,24}}?){{person:who}}[^，。；！？“「\"\n]{{0,14}}?{_SAYS}")


def _of_another(page: Page, quote: re.Match[str], line: int) -> Mark | None:
    """Whom the sentence before has speaking, where the quotation stands alone or she or he says it."""
    alone = quote.end() == len(page.text) or page.text[quote.end()] == "\n" or _PRONOUN.match(page.text, quote.end())
    before = page.text[line : quote.start()]
    if not alone or (before and before[-1] not in "。！？"):
        return None
    here = page.sentence(quote.start())
    for sentence in reversed([s for s in page.body() if s.end <= quote.start() and s.paragraph >= here.paragraph - 1]):
        told = list(_TOLD.finditer(page.masked, sentence.start, sentence.end))
        if told:
            return page.group(told[-1], "who")
        if sentence.paragraph == here.paragraph and (people := page.within(sentence.start, sentence.end, "person")):
            return people[0] if _PRONOUN.match(page.text, quote.end()) else None
    return None


def statements(page: Page) -> Iterator[Draft]:
    """Every quotation whose speaker is named before or behind it."""
    for quote in _QUOTE.finditer(page.text):
        if len(quote["text"]) < _LEAST:
            continue
        line = page.text.rfind("\n", 0, quote.start()) + 1
        stop = page.text.find("\n", quote.end())
        stop = len(page.text) if stop < 0 else stop
        before = next(_BEFORE.finditer(page.masked[line : quote.start()]), None)
        behind = _BEHIND.match(page.masked[quote.end() : stop])
        if before:
            who, left, right = line + before.start("who"), line + before.start("who"), quote.end()
        elif behind:
            who, left = quote.end() + behind.start("who"), quote.start()
            right = page.sentence(who).end
        elif (said := _of_another(page, quote, line)) is not None:
            who, left, right = said.start, said.start, quote.end()
        else:
            continue
        slots: dict[str, SlotValue] = {
            "speaker": str(page.at(who).value),
            "text": page.printed(*quote.span("text")).rstrip("。，！？"),
        }
        start = page.sentence(left).start
        yield Draft("statement", slots, start, max(right, page.sentence(quote.end() - 1).end), 0.8)
