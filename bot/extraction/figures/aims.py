"""Intentions told without a verb of intending: goals, capacities of works to come, "it should be seventy"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.extraction.figures.figures import Figure, Stretch
from bot.extraction.figures.whose import dated, is_future
from bot.extraction.text.context import Context

_GOAL_BEFORE = re.compile(
    r"(?<!\()\b(?:targets?|goal|aim|ambition|objective|outlook|capital expenditure|capex|guidance|"
    r"(?:announced|promised|planned|pledged) (?:an? |the )?investment)\b"
    r"[^<;.]{0,60}(?:<[nd]\d+>[^<;.]{0,30}){0,2}\Z|"
    r"\bas the goal\b|[:,] plan \Z",
    re.IGNORECASE,
)
_GOAL_AFTER = re.compile(
    r"[^<;.]{0,45}(?: as (?:the|its|a|their) (?:goal|target|aim)\b| is what [^<;.]{0,25}\b(?:after|wants?|aims?|"
    r"plans?)\b|"
    r",? that's the (?:plan|goal|aim|target)\b)"
)
_SHOULD = re.compile(r"(?:\b(?:it|they|that|there)|<n\d+>) should be (?:about |some )?\Z")
_WORKS = re.compile(
    r"\b(?:factory|plant|works|line|output|capacity|production base|facility)\b[^;.,]{0,40}(?: of| for|,|:|) ?\Z",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"(?: [\w-]+){0,4}? (?:a|per|each|every) (?:year|month|week|day)\b")
_NO_GOAL = re.compile(r"\b(?:target price|price target|\(target|analysts?)\b")


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure that somebody means to reach, with the words that say so."""

    figure: Figure
    action: str
    unit: str = ""
    own: bool = True
    """Told beside a goal noun, so that the deal words around it speak against a plan."""


def _ahead(ctx: Context, figure: Figure) -> bool:
    return any(cost < 90 and is_future(date, ctx.published) for cost, date in dated(figure))


def aims(ctx: Context, stretch: Stretch, used: set[int], before: Stretch | None) -> Iterator[Aim]:
    """The figures of a stretch that are meant for later; `before` is the stretch ahead of it."""
    for figure in stretch.figures:
        if figure.origin in used or _NO_GOAL.search(stretch.text):
            continue
        lead = stretch.text[: figure.start]
        told = f"{stretch.plain(max(0, figure.start - len(figure.before)), figure.start).strip()} {figure.noun}"
        if _GOAL_BEFORE.search(figure.before):
            yield Aim(figure, told)
        elif _GOAL_AFTER.match(figure.after) and figure.noun:
            yield Aim(figure, f"{_number(stretch, figure)} {figure.noun}")
        elif _SHOULD.search(lead) and not figure.percent:
            model = next((f for f in [*reversed(stretch.figures), *(before.figures if before else [])] if f.noun), None)
            if model is not None and model is not figure:
                yield Aim(figure, f"{_number(stretch, figure)} {model.noun}", model.noun)
        elif (match := _WORKS.search(lead[-70:])) and _A_YEAR.match(figure.after) and _ahead(ctx, figure):
            words = stretch.plain(len(lead) - len(lead[-70:]) + match.start(), figure.start)
            yield Aim(figure, f"{words.strip()} {_number(stretch, figure)} {figure.noun} a year")


def _number(stretch: Stretch, figure: Figure) -> str:
    return stretch.plain(figure.start, figure.end)
