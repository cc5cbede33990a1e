"""Who says "we" in a text that a research house wrote: the house named at its head or its foot."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.extraction.figures.whose import governors
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context, Sentence

FORESEE = {"expect", "forecast", "project", "predict", "anticipate", "estimate", "reckon", "envisage", "foresee"}
_MARGIN = 500
"""Letters at the head and the foot of an article where it says who wrote it."""
_QUOTED = re.compile(r"[\"“”]")
_HOUSE = re.compile(
    r"\b(?:Securities|Research|Analysis|Analytics|Insights|Consulting|Consultancy|Brokerage|Advisors|Equities|"
    r"Market Intelligence)\b"
)
_CITED = re.compile(r"\b(?:[Ss]ources?|[Ff]ootnotes?|[Rr]eferences?|[Dd]ata)\b")
_TALK = re.compile(r"transcript|earnings call|conference call|\bspk\d|speaker \d", re.IGNORECASE)
"""Where those who say "we" are a company's own people, and the houses named are those of who asks."""
IMPERSONAL = re.compile(r"\b[Ii]t is (?:estimated|expected|forecast(?:ed)?|predicted) that\b")
_DEPARTMENT = re.compile(r"(?:[Ee]quity|[Mm]arket|[Ii]nvestment|[Tt]hematic) [Rr]esearch")


def author(ctx: Context, sentence: Sentence, position: int, verbs: Collection[str] = FORESEE) -> Cluster | None:
    """The house that wrote an article, where it says what stands at a place in its own name: "we expect", "it is
    estimated that"."""
    ours = {
        predicate.lemma
        for predicate in governors(sentence, position)
        for arg in predicate.surface_subjects
        if arg.head.lower() == "we"
    }
    told = not ours.isdisjoint(verbs) or IMPERSONAL.search(ctx.text, sentence.start, position)
    return _house(ctx, sentence) if told else None


def _house(ctx: Context, sentence: Sentence) -> Cluster | None:
    """The house that wrote an article, where just one is named and the sentence quotes nobody."""
    if _QUOTED.search(sentence.text):
        return None
    found = ctx.once(_houses)
    return found[0] if len(found) == 1 else None


def _houses(ctx: Context) -> list[Cluster]:
    """The research houses in what stands at the head and the foot without a verb: bylines, no sources, no banks."""
    if _TALK.search(ctx.text, 0, 2 * _MARGIN):
        return []
    foot = len(ctx.text) - _MARGIN
    houses = {}
    for sentence in ctx.sentences:
        edge = sentence.start < _MARGIN or sentence.start > foot
        if not edge or any(not p.noun for p in sentence.predicates) or _CITED.search(sentence.text):
            continue
        for mention in sentence.mentions:
            name = mention.cluster.name
            if mention.kind == "org" and _HOUSE.search(name) and not _DEPARTMENT.fullmatch(name):
                houses[name] = mention.cluster
    return list(houses.values())
