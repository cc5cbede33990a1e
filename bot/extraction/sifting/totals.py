"""Figures of a whole trade: no house's that only counts them or is an example in them, nor what was foreseen before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.figures.whose import is_outside
from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import figure_places, naming, sentences, without, words
from bot.grammar.currencies import CODES

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context, Sentence

_SOURCE: Final = re.compile(
    r"\b(?:according to|as per|(?:estimates?|data|figures|numbers|statistics|reports?|research|surveys?|count|tally)"
    r"(?: (?:published|compiled|released|provided|gathered|cited))? (?:from|by|of)) (?:the |an? )?(?:[a-z-]+ ){0,3}\Z",
    re.IGNORECASE,
)
_COUNTS: Final = re.compile(
    r"(?:['’]s? (?:latest |new |own )?(?:estimates?|figures|tally|calculations?|data|report|count)\b|"
    r"(?:,? (?:also |has |now )?(?:calculate[sd]|estimate[sd]?|puts|reckon(?:s|ed)|counts|counted|says|said|reports|"
    r"reported|sees)\b))|:"
)
"""Around the name of who only counts."""
_KIND: Final = re.compile(
    r"\b(?:(?:humanoid|industrial|service|mobile|collaborative|delivery|household|legged|surgical|medical|warehouse|"
    r"logistics|quadruped|cleaning) )?(?:robots?|humanoids?|cobots?|robotaxis?|drones?|exoskeletons?)\b"
)
_WORLD: Final = re.compile(
    r"(?<!its )(?<!our )(?<!their )(?<!['’]s )(?<!['’] )\b([Gg]lobal|[Ww]orldwide|[Ww]orld) (?:(?!compan)[a-z-]+ ){0,4}"
    r"(?:shipments|deliveries|sales|installations|stock|fleet|output|production)(?: of [a-z-]+(?: robots)?)?\b"
    r"(?=[^.;]{0,60}\Z)"
)
"""Before what the whole world ships."""
_MOVED: Final = re.compile(
    r" (?:[a-z-]+ ){1,4}?(?:were|are|had been|have been|was) (?:[a-z]+ )?(?:shipped|sold|delivered|"
    r"installed|deployed|built|"
    r"made|produced|in use|in operation)\b[^.;]{0,40}?\b(?:worldwide|globally|around the (?:world|globe)|in the world|"
    r"across the (?:world|globe|industry))\b"
)
"""Behind it."""
_SHARED: Final = re.compile(
    r"\b(?:alone|together|combined|jointly|between them)\b[^.;]{0,40}\Z|\baccount\w* for [^.;]{0,30}\Z"
)
_ALL_OF: Final = re.compile(r"(?: [a-z]+){0,2} of (?:those|them|these|that|the total)\b")
_PEOPLE: Final = frozenset({"people", "jobs", "workers", "employees", "staff", "nurses", "drivers", "carers"})
_MARKET: Final = re.compile(
    r"\b(?:markets?|industry|sector|worth|world\w*|global\w*|opportunity|spending|sales of)\b", re.I
)
_SALES: Final = re.compile(r"\b(?:revenues?|sales|turnover|earnings)\b", re.I)
_OWN: Final = re.compile(r"\b(?:its|their|our|his|her) \b")
_FORMER: Final = re.compile(
    r"\b(?:earlier|previous(?:ly)?|prior|former(?:ly)?|initial(?:ly)?|original(?:ly)?|old)"
    r"(?: (?:forecast|estimate|projection|prediction|figure|expectation|target|call|expected|projected|predicted|put|"
    r"estimated))?(?: (?:of|at|was|a))?(?: [a-z]+){0,2} (?:US|HK|RMB)?\Z"
)
_WAS: Final = re.compile(
    r"(?: [a-z-]+)? (?:(?:it |they |he |she |which it )?(?:had )?(?:previously |earlier )?(?:projected|"
    r"forecast|expected|"
    r"estimated|predicted|foreseen)) (?:before\b|previously|earlier|until (?:now|then)|last year|a "
    r"year (?:ago|earlier))"
)
"""Around what was foreseen before."""


def _trade(text: str, draft: Draft, sentence: Sentence) -> str | None:
    """What is counted, as a name for the trade: "humanoid robots"."""
    found = _KIND.search(str(draft.slots.get("unit", ""))) or _KIND.search(sentence.text)
    if found is None:
        return None
    return found[0] if found[0].endswith("s") else f"{found[0]}s"


def _is_world(text: str, sentence: Sentence, subject: object, start: int, end: int) -> bool:
    """Whether a figure is that of all the world, and no name stands between it and the words that say so."""
    if world := _WORLD.search(text, sentence.start, start):
        return not any(world.start() <= m.start < start and m.kind in {"org", "product"} for m in sentence.mentions)
    before = any(m.cluster.name == subject and m.start < start for m in sentence.mentions)
    return not before and _MOVED.match(text, end, sentence.end) is not None


def _only_counts(context: Context, draft: Draft) -> bool:
    """Whether the house of a figure is named as its source only, or is one that counts and stands elsewhere."""
    subject, text = str(draft.slots["subject"]), context.text
    named = naming(context, draft, subject)
    if not named:
        return any(c.name == subject and is_outside(c) for c in context.clusters) and not _OWN.search(
            words(context, draft)
        )
    return all(
        _SOURCE.search(text, max(draft.start, m.start - 60), m.start)
        or (_COUNTS.match(text, m.end) and any(c.name == subject and is_outside(c) for c in context.clusters))
        for m in named
    )


def _whole_trade(context: Context, draft: Draft) -> Draft | None:
    """A count of all robots is that of the robots, of no house; one of several houses together is of none of them."""
    if draft.kind != "metric" or draft.slots.get("measure") != "units":
        return draft
    text = context.text
    told = list(figure_places(context, draft))
    counts = _only_counts(context, draft)
    for sentence, start, end in told:
        if counts or _is_world(text, sentence, draft.slots["subject"], start, end):
            trade = _trade(text, draft, sentence)
            return without(draft, subject=trade) if trade else None
        houses = {m.cluster.name for m in sentence.mentions if m.kind == "org" and m.end <= start}
        together = _SHARED.search(text, sentence.start, start)
        if len(houses) > 1 and together and (together[0][:3] != "acc" or _ALL_OF.match(text, end)):
            return None
    return draft


def _foreseen(context: Context, draft: Draft) -> Draft | None:
    """A forecast as it stands now, with its measure: people are no money, sales of a whole trade are its market."""
    if draft.kind != "forecast":
        return draft
    told = list(figure_places(context, draft))
    if told and all(_FORMER.search(context.text, s.start, a) or _WAS.match(context.text, b) for s, a, b in told):
        return None
    unit, measure = str(draft.slots.get("unit", "")), draft.slots.get("measure")
    if unit.split()[-1:] and unit.split()[-1] in _PEOPLE and measure in {"market_size", "units", "revenue"}:
        return without(draft, measure="other")
    text, money = words(context, draft), unit in CODES
    houses = {m.cluster.name for s in sentences(context, draft) for m in s.mentions if m.kind == "org"}
    if measure == "revenue" and money and _MARKET.search(text) and not _OWN.search(text):
        return without(draft, measure="market_size") if houses <= {draft.slots["source"]} else draft
    if measure == "market_size" and money and not _MARKET.search(text):
        return without(draft, measure="revenue") if _SALES.search(text) else draft
    return draft


_SAME: Final = re.compile(
    r"\b(?:over|in|during|for) (?:the|that) same (?:period|time|span)\b(?! (?:of|in|last|a year|the "
    r"(?:previous|prior)))",
    re.I,
)
_AGO: Final = re.compile(r"\b(?:before|earlier|ago|previous|prior)\b")
_BACK: Final = 3
"""Sentences before one that tells a figure of "the same period", in which the period is."""


_RANKED: Final = re.compile(
    r"\b(?:c[ao]mes?|is|ranks?|ranked|was|finish\w+) (?:first|second|third|fourth|next|in (?:first|second|third))\b|"
    r"\bleads? with\b|\bfollow(?:s|ed) with\b"
)
"""In a ranking, which is of one time."""


def _period(context: Context, draft: Draft) -> Draft:
    """A figure of "the same period", or of who comes next in a ranking, with the time of the one before."""
    if draft.kind != "metric" or "date" in draft.slots:
        return draft
    for sentence in sentences(context, draft):
        before = context.sentences[max(0, sentence.index - _BACK) : sentence.index]
        ranked = draft.slots.get("measure") in {"units", "other"} and _RANKED.search(sentence.text)
        for other in reversed(before) if ranked or _SAME.search(sentence.text) else ():
            if not ranked and other.paragraph != sentence.paragraph:
                continue
            times = {d.when for d in other.dates if d.when is not None and not _AGO.search(d.text)}
            if times:
                return without(draft, date=times.pop()) if len(times) == 1 else draft
    return draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_whole_trade, _foreseen, _period)
