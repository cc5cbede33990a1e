"""Plans that are none: headlines of an event, what is so today, the closing of a deal; and listings only wished for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.deals.listings import TO_COME
from bot.extraction.kind import Draft
from bot.extraction.sifting.deals import HEARSAY
from bot.extraction.sifting.spans import (
    dated,
    figure_places,
    in_another_clause,
    sentences,
    speaks_of,
    without,
    words,
)
from bot.model.money import Money
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.extraction.text.context import Context

_AHEAD = re.compile(
    r"\b(?:will|shall|would|should|plan\w*|aim\w*|want\w*|target\w*|goals?|expects?|expected|intend\w*|hop(?:es?|ing)|"
    r"is to|are to|to (?:be|keep|build|make|open|hire)|by 20\d\d|next|hiring|guid(?:es|ing|ance)|can get|up to|"
    r"invest\w*|fund\w*|assembl\w+|due|envisag\w+|promis\w+|pledg\w+|commit\w*|earmark\w*|schedul\w+|set to|going to|"
    r"pour\w*|within|over the)\b|['’]ll\b",
    re.IGNORECASE,
)
"""A word of what is to come."""
_GUESTS: Final = frozenset(
    {"founders", "speakers", "sessions", "attendees", "exhibitors", "visitors", "guests", "booths"}
)
"""What an event has and no company plans."""
_SEVERANCE = re.compile(r"\b(?:severance|laid[- ]off|(?:weeks|months) of pay|notice period)\b", re.IGNORECASE)
_TIMES: Final = frozenset({"weeks", "week", "months", "days"})
"""How long those who have to go are paid is no plan."""
_CLOSES = re.compile(r"(?:to )?(?:be )?(?:close|closed|complete|completed|finali[sz]ed|wrapped up)\b")
_DEAL = re.compile(
    r"\b(?:deal|transaction|acquisition|takeover|purchase|merger|sale|closing|closes?)\b[^.;]{0,40}"
    r"\b(?:due|expected|set|scheduled|slated|to close|will)\b"
)
_OF_WORLD = re.compile(
    r"\b(?:worldwide|global)\b[^.;]{0,40}\b(?:investment|sales|market|shipments|demand|spending|output)\b[^.;]{0,30}"
    r"\b(?:will|should|could|is to)\b",
    re.IGNORECASE,
)
"""What all the world is to reach is foreseen, and planned by nobody."""
_GAIN = re.compile(
    r"\b(?:book|accounting|one-off|extraordinary) (?:gain|profit|loss|charge)\b|\b(?:write-?down|impairment)\b"
)
"""What only comes out of a deal."""
_OF_SHARES = re.compile(
    r"\b(?:list|IPO|float|flotation|public|prospectus|offering|exchange|hearing|tutoring|debut|shares?\b|bourse|SPAC|"
    r"blank-check|merge|sponsor|underwriter|examination|withdr[ae]w|board\b|Nasdaq|NYSE|STAR|KOSDAQ|KOSPI|trading|trade[ds]?\b|filed|filing|"
    r"application|going-public|capital market|went up)",
    re.IGNORECASE,
)
"""A word of those without which no listing is told."""
_WISHED = re.compile(
    r"\b(?:want(?:s|ed)?|hop(?:es?|ed|ing)|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|intend(?:s|ed|ing)?|"
    r"consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|seek(?:s|ing)?|eye(?:s|d|ing)|prepar\w+)"
    r" (?:to |a |an |for )?(?:[a-z-]+ ){0,2}(?:float\b|list\b|listing|go public|going public|IPO|flotation)"
)
_ONLY_IS = re.compile(
    r"be (?:(?:about|approximately|around|roughly|nearly|over|more than|some|up to|at least) )?(?:[A-Z]{2,3}[$€£¥]? ?)?"
    r"[$€£¥]?\d.*"
)
"""An action that is only what a figure comes to: nobody plans that."""
_WORTH = re.compile(
    r"\b(?:(?:at|with) a (?:value|valuation|market value) of|at) (?:about |up to |around |as much as |roughly )?\Z"
)

_LATER = (
    r"\b(?:[Aa]head of|[Bb]efore|[Pp]rior to) (?:(?:its|the|their|an?) (?:own |planned )?"
    r"(?:listing|IPO|float|flotation|initial public offering)|going public)\b"
)
_BROUGHT_IN = r"\b(?:collected|raised|took in|secured|brought in)\b"
_BEFORE_LISTING = re.compile(rf"{_LATER}[^.;]{{0,40}}{_BROUGHT_IN}|{_BROUGHT_IN}[^.;]{{0,60}}{_LATER}")
"""Around money that was raised otherwise, by a company that is to be listed."""
_LISTED_ALREADY = re.compile(
    r", (?:which is |already |now )?listed (?:in|on) [^,.;]{3,40},|\b[A-Z][\w ]{2,20}-listed\b"
)
"""Beside a company whose shares are traded already."""


_CAME_FROM: Final = re.compile(
    r"\b(?:(?:up|escalation|increase|jump|step|growth|rise|leap) (?:from|on|over)|compared (?:with|to))"
    r"(?: (?:the|an?|about|only|just|some|around|approximately|roughly|nearly|over|more than))* \Z"
)
"""Before what a goal is measured against."""
_ANYBODY: Final = re.compile(r"\W*(?:[A-Z][a-z]+ )?[A-Za-z][a-z]+s (?:can|could|may|might|should) (?!also\b)")
"""Before what all of a trade may do ("Carmakers could invest 1 billion yuan a year")."""


def _goal(context: Context, draft: Draft) -> Draft | None:
    """A plan that says what or how many, a bare number only beside a word of what is to come; no closing of a deal."""
    if draft.kind != "plan":
        return draft
    action, text = draft.slots.get("action"), words(context, draft)
    told = "value" in draft.slots and ("date" in draft.slots or _AHEAD.search(text))
    unit = draft.slots.get("unit")
    if (action is None and not told) or unit in _GUESTS or (unit in _TIMES and _SEVERANCE.search(text)):
        return None
    if _OF_WORLD.search(text) or (action is None and _GAIN.search(text)):
        return None
    if isinstance(action, str) and action.startswith("forecast "):
        return None
    places = list(figure_places(context, draft))
    if places and all(_CAME_FROM.search(context.text, s.start, a) for s, a, _ in places):
        return None
    if text.rstrip().endswith("?"):
        return None
    if _ANYBODY.match(text) and not any(speaks_of(s, draft.slots["organization"]) for s in sentences(context, draft)):
        return None
    closes = isinstance(action, str) and _CLOSES.match(action) and _DEAL.search(text)
    return None if closes else draft


def _wished(context: Context, draft: Draft) -> Draft | None:
    """A listing that is only wished for is not done; what the company is to be worth is not what it raises."""
    if draft.kind != "ipo":
        return draft
    if not draft.slots.keys() & {"date", "amount", "exchange"} and not _OF_SHARES.search(words(context, draft)):
        return None
    text, amount = words(context, draft), draft.slots.get("amount")
    if isinstance(amount, Money):
        places = [m for s in context.sentences if s.start < draft.end and draft.start < s.end for m in s.money]
        own = [m for m in places if m.money.value == amount.value]
        if own and all(_WORTH.search(context.text, max(0, m.start - 60), m.start) for m in own):
            draft = without(draft, amount=None)
    if draft.slots.get("amount") is not None and _BEFORE_LISTING.search(text):
        undated = "date" not in draft.slots and draft.slots.get("status") == "completed"
        draft = without(draft, amount=None, **({"status": "announced"} if undated else {}))
    if draft.slots.get("status") == "announced" and _LISTED_ALREADY.search(text) and not TO_COME.search(text):
        return without(draft, status="completed", date=None)
    if draft.slots.get("status") == "completed" and _WISHED.search(text):
        return without(draft, status="rumored" if HEARSAY.search(text) else "announced")
    return draft


def once(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, without what a company foresees of robots that it is to make itself, told as its plan."""
    aims = {(d.slots["organization"], d.slots["value"]) for d in drafts if d.kind == "plan" and "value" in d.slots}
    return [
        d
        for d in drafts
        if d.kind != "forecast"
        or d.slots.get("measure") != "units"
        or (d.slots["source"], d.slots["value"]) not in aims
    ]


def _is_figure(_: Context, draft: Draft) -> Draft | None:
    """None that only tells what a figure will be."""
    action = draft.slots.get("action")
    figure = draft.kind == "plan" and isinstance(action, str) and _ONLY_IS.fullmatch(action) is not None
    return None if figure else draft


_NOTHING: Final = re.compile(
    r"\d[\d,.]*(?: (?:by|in|until|at|from|within) .{1,30})?|"
    r"(?:wants?|plans?|expects?) (?:the|it|its|an?|this)(?: [\w-]+)?"
)
"""An action that does not say what is to be done."""
_COUNT: Final = re.compile(r"\b\d[\d,.]* (?P<what>(?:[\w-]+ ){0,2}?[a-z]{3,}s)\b")
"""What a sentence counts."""
_PART: Final = re.compile(r"\b(?:including|of which|among (?:them|which)|plus)\b[^.;,]{0,25}\Z")
_OWN_NUMBER: Final = re.compile(r"(?P<number>\d[\d,.]*) (?P<rest>[a-z].*)")
_THEN: Final = re.compile(r"[^.;,]{0,70}? (?:and|then) [^.;,]{0,30}")
_DUE: Final = re.compile(r" (?:[a-z]+ ){0,3}?(?:by|in|until|within|before|at the end of) (?:the )?")
"""Between a second figure and the date that is its own ("50 this year and 1,000 by 2028")."""


def _own_figure(context: Context, draft: Draft) -> Draft | None:
    """A plan with a figure of its own sentence, no part of another, and with no date of a second one."""
    value, action = draft.slots.get("value"), draft.slots.get("action")
    if draft.kind != "plan":
        return draft
    if isinstance(action, str) and "unit" not in draft.slots and _NOTHING.fullmatch(action):
        return _counted(context, draft, action)
    if isinstance(action, str) and not _says(words(context, draft), action):
        return None
    when = draft.slots.get("date")
    ends = [d for d, _ in dated(context, draft, when)] if isinstance(when, When) else []
    at = words(context, draft).find(" ".join(str(action).split()[:2]))
    if ends and at >= 0 and all(in_another_clause(context.text, draft.start + at, d.start) for d in ends):
        draft = without(draft, date=None)
    if not isinstance(value, float):
        return draft
    places = [(n.start, n.end, n.value) for s in sentences(context, draft) for n in s.numbers]
    places += [(m.start, m.end, m.money.value) for s in sentences(context, draft) for m in s.money]
    own = [place for place in places if place[2] == value]
    if not own:
        return without(draft, value=None, unit=None, high=None, approximate=None) if action else draft
    text = context.text
    if len(places) > 1 and all(_PART.search(text, draft.start, start) for start, _, _ in own):
        return None
    if isinstance(action, str) and (other := _OWN_NUMBER.fullmatch(action)) and len(own) == 1:
        more = text.startswith(" more", own[0][1])
        if more and float(other["number"].replace(",", "").rstrip(".")) != value:
            draft = without(draft, action=f"{text[own[0][0] : own[0][1]]} more {other['rest']}")
    if len(own) == 1 and ends and all(_is_seconds(text, own[0][1], d.start, places) for d in ends):
        return without(draft, date=None)
    return draft


def _counted(context: Context, draft: Draft, action: str) -> Draft | None:
    """A plan that is but a number, with what the sentence counted before ("340 arms, and wants to get to 1,000")."""
    number = re.match(r"\d[\d,.]*", action)
    text = words(context, draft)
    at = text.find(number[0]) if number else -1
    before = list(_COUNT.finditer(text, 0, at)) if at > 0 else []
    if number is None or not before:
        return None
    return without(draft, action=f"{number[0]} {before[-1]['what']}", unit=before[-1]["what"])


def _says(text: str, action: str) -> bool:
    """Whether most words of an action stand in a text."""
    wanted = re.findall(r"\w{3,}", action.lower())
    own = set(re.findall(r"\w{3,}", text.lower()))
    return not wanted or 2 * sum(word in own for word in wanted) > len(wanted)


def _is_seconds(text: str, end: int, due: int, places: Sequence[tuple[int, int, float]]) -> bool:
    """Whether a date behind a figure is that of another one between ("50 vehicles and 1,000 by 2028")."""
    return any(
        end < start < due and _THEN.fullmatch(text, end, start) and _DUE.fullmatch(text, stop, due)
        for start, stop, _ in places
    )


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_own_figure, _goal, _wished, _is_figure)
