"""Somebody's figure about the future: how large a market, how many robots, what sales."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.extraction.figures.figures import Figure, Stretch, stretches
from bot.extraction.figures.houses import FORESEE, IMPERSONAL, author
from bot.extraction.figures.measures import measure
from bot.extraction.figures.outlook import horizon
from bot.extraction.figures.whose import attribution, dated, first_of_row, governors, is_outside, may_be_future, period
from bot.extraction.kind import Draft, Kind
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context

_THINK = {
    "see", "put", "think", "believe", "calculate", "count", "assume", "say", "write", "tell", "state", "mention",
    "model", "raise", "lower", "speak", "get", "arrive", "stick", "add", "argue",
}  # fmt: skip
_OWN = re.compile(
    r"\b(?:its|our|their|his|her|we|own|the company'?s?)\b|<n\d+>'s (?:[\w-]+ ){0,2}(?:sales|"
    r"revenue|turnover|output|capacity|staff|headcount)",
    re.IGNORECASE,
)
_SECTOR = re.compile(
    r"\b(?:market|industry|worldwide|global(?:ly)?|world|sector|demand|shipments|investment in|"
    r"humanoids|robots|units sold|on earth|bill of materials|annual revenue|a unit to cost|average price)\b",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"(?:in|by|on) <n(\d+)>'s? (?:own )?(?:[\w-]+ ){0,2}(?:view|estimates?|opinion|model|note|"
    r"forecast|reckoning|count)\b|<n(\d+)>'s? (?:own )?(?:[\w-]+ ){0,3}(?:forecast|estimate|"
    r"model|projection|prediction|note|study)\b",
    re.IGNORECASE,
)
_INTENDS = re.compile(r"\b(?:wants?|plans?|aims?|intends?|targets?|hopes?|pledge\w*|promise\w*)\b", re.IGNORECASE)
_ALWAYS_OUTSIDE = {"bank", "broker", "researcher", "analyst", "brokerage", "note"}
_OUTSIDERS = _ALWAYS_OUTSIDE | {"institute", "firm", "report", "house", "team", "consultancy", "association"}
_PAPERS = {"report", "note", "study", "survey", "paper", "analysis", "forecast", "research"}
_FROM_OUTSIDE = {
    "see",
    "put",
    "estimate",
    "reckon",
    "calculate",
    "forecast",
    "predict",
    "project",
    "believe",
    "stick",
    "stay",
}
_ITS_FIGURES = re.compile(r"\b(?:sales|revenue|turnover|profit|loss|headcount|staff|proceeds)\b", re.IGNORECASE)
_ROUNDABOUT = re.compile(r"\b(?:rate of|cagr|compound|a year faster|per cent growth|growth of)\b", re.IGNORECASE)
_MARKET = re.compile(r"\b(?:market|industry|business of|worth|sector)\b", re.IGNORECASE)
_RAISES = re.compile(r"\brais(?:e|es|ing) (?:up to |about |around |over |nearly |some |as much as )?\Z")
_NEAR = 25
_MONEY_FROM = re.compile(r"\bfrom (?:[\w-]+ )?\Z")


@dataclass(slots=True)
class _Voice:
    """Who foresees, how: `sure` by a verb of foreseeing, `verb` by any verb of thinking or saying."""

    cluster: Cluster
    sure: bool
    verb: bool


def _voice(ctx: Context, stretch: Stretch, figure: Figure) -> _Voice | None:
    if named := _VIEW.search(stretch.text):
        return _Voice(stretch.named(named[1] or named[2]).cluster, True, True)
    nobody = IMPERSONAL.search(ctx.text, stretch.start, figure.origin)
    for number, predicate in enumerate([] if nobody else governors(stretch.sentence, figure.origin)):
        foresees = predicate.lemma in FORESEE | _THINK
        for arg in predicate.surface_subjects:
            for mention in arg.mentions:
                if mention.kind in {"org", "person", "unknown"} and (foresees or is_outside(mention.cluster)):
                    inner = governors(stretch.sentence, figure.origin)[:number]
                    acts = any(m.cluster is mention.cluster for p in inner for a in p.subjects for m in a.mentions)
                    if acts and not is_outside(mention.cluster):
                        return None  # "expects to ship": an intention of its own
                    return _Voice(mention.cluster, predicate.lemma in FORESEE, True)
            papers = [m.cluster for m in arg.inside if is_outside(m.cluster)] if arg.head in _PAPERS else []
            if papers and foresees:
                return _Voice(papers[0], True, True)  # "a Foo Research report anticipates"
            if (
                arg.head in (_OUTSIDERS if foresees else _ALWAYS_OUTSIDE)
                and not arg.mentions
                and (cluster := _last_outside(ctx, stretch))
            ):
                return _Voice(cluster, predicate.lemma in FORESEE, True)
    told = attribution(stretch, figure)
    if told is not None:
        return _Voice(told.cluster, False, False)
    written = author(ctx, stretch.sentence, figure.origin, FORESEE | _THINK)
    return _Voice(written, author(ctx, stretch.sentence, figure.origin) is not None, True) if written else None


def _last_outside(ctx: Context, stretch: Stretch) -> Cluster | None:
    """Whom "the bank", "the researcher" means: the last one named that speaks about others."""
    for sentence in reversed(ctx.sentences[max(0, stretch.sentence.index - 4) : stretch.sentence.index]):
        for mention in reversed(sentence.mentions):
            if mention.kind == "org" and is_outside(mention.cluster):
                return mention.cluster
    return None


def extract(ctx: Context) -> Iterable[Draft]:
    """Every figure about the future with a named source that speaks of more than its own business."""
    last: tuple[Cluster, int] | None = None
    for stretch in stretches(ctx):
        for figure in stretch.figures:
            if not _counts(figure) or _RAISES.search(ctx.text, max(0, figure.origin - _NEAR), figure.origin):
                continue
            voice = _voice(ctx, stretch, figure)
            source = voice.cluster if voice else None
            ahead = horizon(ctx, figure)
            if source is None and last is not None and stretch.sentence.index - last[1] <= 1 and ahead:
                source = last[0]
            if source is None and ahead and _reports(ctx) and _SECTOR.search(stretch.text):
                source = ctx.main
            if source is None or source.kind not in {"org", "person", "unknown"}:
                continue
            dates = dated(figure)
            soon = bool(dates) and may_be_future(dates[0][1], ctx.published)
            undated = (
                voice is not None
                and voice.sure
                and (not dates or (ctx.published is None and is_outside(voice.cluster)))
            )
            if not (ahead or undated or (voice is not None and voice.verb and soon)):
                continue
            if not is_outside(source) and not _speaks_of_others(stretch, figure, voice):
                continue
            last = (source, stretch.sentence.index)
            yield _draft(ctx, figure, source)


def _reports(ctx: Context) -> bool:
    """Whether an article is about the figures of one that counts a whole trade, and of no other."""
    outside = {m.cluster.name for s in ctx.sentences for m in s.mentions if m.kind == "org" and is_outside(m.cluster)}
    return ctx.main is not None and outside == {ctx.main.name}


def _counts(figure: Figure) -> bool:
    if re.search(r"\b(?:put|invested|spent) \Z", figure.before):
        return False  # "has put $2 billion into" is spending
    if _ROUNDABOUT.search(figure.before[-40:]) or _MONEY_FROM.search(figure.before):
        return False
    if figure.currency or figure.scaled:
        return True
    if figure.percent:
        return not re.search(
            r"\b(?:by|up|growth|annual\w*|rise|grow\w*)\b[^<]{0,12}\Z", figure.before
        ) and not re.match(r" (?:more|less|growth|a year|per year|annual|compound|from)", figure.after)
    return (bool(figure.noun) and figure.value >= 10 and measure(figure) is not None) or figure.value >= 1000


def _speaks_of_others(stretch: Stretch, figure: Figure, voice: _Voice | None) -> bool:
    """Whether what is foreseen is not the source's own business: told as an outsider tells it, or of somebody else."""
    if _INTENDS.search(stretch.text):
        return False
    if voice is not None and not _OWN.search(stretch.text):
        inner = governors(stretch.sentence, figure.origin)
        told = not voice.verb or any(p.lemma in _FROM_OUTSIDE for p in inner)
        others = [m for m in stretch.names if m.kind == "org" and m.cluster is not voice.cluster]
        if (told and not _ITS_FIGURES.search(stretch.text)) or (
            voice.verb and others and _ITS_FIGURES.search(stretch.text)
        ):
            return True
    return bool(_SECTOR.search(stretch.text)) and not _OWN.search(stretch.text)


def _draft(ctx: Context, figure: Figure, source: Cluster) -> Draft:
    cue = measure(figure) or measure(first_of_row(figure))
    name = cue.measure if cue else ""
    text = figure.stretch.text
    currency = figure.currency
    if name in {"revenue", "profit", "investment"} and figure.scaled and not (figure.noun or figure.percent):
        currency = currency or figure.lent
    if currency and name not in {"revenue", "profit", "orders", "investment"}:
        name = (
            "market_size"
            if _MARKET.search(text)
            else ("investment" if re.search(r"\binvest", text) else name or "market_size")
        )
    elif figure.percent:
        name = "other"
    elif not currency and name in {"", "market_size", "revenue", "profit"}:
        name = "units"
    unit = currency or ("percent" if figure.percent else figure.noun or "units")
    return ctx.draft(
        "forecast",
        figure.stretch.sentence,
        source=source.name,
        value=figure.value,
        high=figure.high,
        measure=name,
        unit=unit,
        date=period(figure, ctx.published, future=True),
        approximate=figure.approximate or None,
    )


KIND = Kind(
    name="forecast",
    identity=("source", "value"),
    slots=("measure", "unit", "date"),
    extract=extract,
    merge=("date",),
    examples=(
        (
            "Orlane Bank expects the market for humanoids to reach $38 billion by 2035.",
            {"source": "Orlane Bank", "value": 38000000000, "measure": "market_size", "unit": "USD", "date": "2035"},
        ),
        (
            "According to Tarrow Research Institute, the global robot market could be worth $7 trillion in 2050.",
            {"source": "Tarrow Research Institute", "value": 7000000000000, "measure": "market_size", "date": "2050"},
        ),
        (
            "Calder Bank sees 3 million humanoids at work in 2030.",
            {"source": "Calder Bank", "value": 3000000, "measure": "units", "unit": "humanoids", "date": "2030"},
        ),
        (
            "Merrow Bank puts the robotics market at $7 trillion in 2050, with 648 million humanoids in the world.",
            {"source": "Merrow Bank", "value": 648000000, "measure": "units", "date": "2050"},
        ),
        (
            "Jane Halloran, an analyst at Calder Bank, predicts that shipments will rise to 900,000 units in 2031.",
            {"source": "Jane Halloran", "value": 900000, "measure": "units", "date": "2031"},
        ),
        (
            "Vantor Robotics chief executive Jane Halloran said global investment in robots would climb to "
            "$4 trillion over the next five years.",
            {"source": "Jane Halloran", "value": 4000000000000, "measure": "investment", "date": "2030"},
        ),
        (
            "Ostrava Bank forecasts that the Chinese market will be worth 60 billion to 75 billion yuan in 2030.",
            {"source": "Ostrava Bank", "value": 60000000000, "high": 75000000000, "unit": "CNY", "date": "2030"},
        ),
        (
            "Calder Bank expects shipments of 18,000 units in 2027.",
            {"source": "Calder Bank", "value": 18000, "measure": "units", "date": "2027"},
        ),
    ),
)
