"""Takeovers: one company, business unit or controlling stake bought, agreed, rumoured or called off."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.extraction.deals.clauses import date_by, status, told_when
from bot.extraction.deals.lent import all_segments
from bot.extraction.deals.offers import is_offered
from bot.extraction.deals.takeover_finder import Finder
from bot.extraction.deals.takeovers import Takeover, price
from bot.extraction.kind import Draft, Kind
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment
from bot.grammar.portions import portion
from bot.model.when import When

_CONTINUES = re.compile(
    r"\b(?:deal|price|transaction|acquisition|takeover|purchase|consideration|offer|shares will cost|sale|seller)\b"
)
_SELLER = re.compile(r"\bseller (?:was|is) (?:[a-z]+ ){0,3}<n(\d+)>")
_FELL = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ss]uch an?|<n\d+>'s) (?:[\w<>-]+ )?(?:deal|bid|offer|takeover|"
    r"talks)\b[^.;]{0,40}\b(?:turned|abandon|collapse|fell|ended|withdr|denied|denies|untrue|groundless)"
)


def _when(segment: Segment, deal: Takeover) -> When | None:
    if deal.since is not None:
        return segment.dates[deal.since].when
    return date_by(segment, deal.at, 0, len(segment.text), own=True)


_CLAUSE = re.compile(r", (?:in |of )?(?:which|who|where|while|but|whose)\b|; ")
_BEFORE, _BEHIND = 55, 130


def _around(text: str, at: int) -> str:
    """The words near a takeover, of its own clause: "Foo agreed to sell Bar, which it had bought", is done."""
    begins = [m.end() for m in _CLAUSE.finditer(text, max(0, at - _BEFORE), at)]
    ends = _CLAUSE.search(text, at, at + _BEHIND)
    return text[begins[-1] if begins else max(0, at - _BEFORE) : ends.start() if ends else at + _BEHIND]


def _parent(ctx: Context, deal: Takeover) -> str | None:
    """The group whose name a unit bears ("Foo" of "Foo Robotics"), where the text calls it a unit of that group."""
    cluster = deal.target.cluster
    if cluster is None or not any(re.search(r"\b(?:business|unit|division|arm)\b", m.text) for m in cluster.mentions):
        return None
    owners = [c.name for c in ctx.clusters if c.kind == "org" and deal.target.name.startswith(c.name + " ")]
    return owners[0] if owners else None


def extract(ctx: Context) -> Iterable[Draft]:
    """A draft for each place that tells who bought, buys or wanted to buy what."""
    finder, last, drafts = Finder(ctx.main), -9, list[Draft]()
    for segment in all_segments(ctx):
        index, title = segment.sentence.index, segment.sentence.title
        found = finder.read(segment)
        for deal in found:
            if deal.target.cluster is not None and deal.target.cluster.kind in {"product", "place"}:
                continue
            if re.search(rf"{re.escape(deal.target.name)}'s? (?:[\w-]+ ){{0,3}}{re.escape(deal.buyer.name)}", ctx.text):
                continue  # "Foo's Ann Moss bought the company": not Foo
            state = status(_around(segment.text, deal.at), deal.mood)
            if state == "completed" and re.search(
                r"\bannounc\w+ (?:the|<n\d+>'s?|an?) (?:\w+ )?\Z", segment.text[: deal.at]
            ):
                state = "announced"
            seller = deal.seller or _parent(ctx, deal)
            draft = ctx.draft(
                "acquisition",
                segment.sentence,
                0.7 if title else 0.9,
                buyer=deal.buyer.name,
                target=deal.target.name,
                seller=None if seller in {deal.buyer.name, deal.target.name} else seller,
                amount=price(segment) if len(found) == 1 else None,
                date=_when(segment, deal),
                status=state,
            )
            if is_offered(draft, ctx):
                draft.slots["status"] = "announced"
            last = index
            drafts.append(replace(draft, era=portion(_around(segment.text, deal.at))))
        part = portion(segment.text)
        another = part and drafts and drafts[-1].era not in ("", part)
        if not found and drafts and not another and index - last <= 2 and _CONTINUES.search(segment.text):
            slots = drafts[-1].slots
            amount = price(segment)
            if amount is not None:
                slots.setdefault("amount", amount)
            if when := told_when(segment):
                slots.setdefault("date", when)
            if match := _SELLER.search(segment.text):
                slots.setdefault("seller", segment.named(match[1]).cluster.name)
            if _FELL.search(segment.text):
                slots["status"] = "denied"
    return drafts


KIND = Kind(
    name="acquisition",
    identity=("buyer", "target"),
    slots=("seller", "amount", "date", "status"),
    extract=extract,
    examples=(
        (
            "Kestrel Systems has acquired Vantor Robotics for $40 million, the companies said in May 2025.",
            {"buyer": "Kestrel Systems", "target": "Vantor Robotics", "amount": {"value": 40000000, "currency": "USD"}},
        ),
        (
            "Vantor Robotics was bought by Kestrel Systems in 2023.",
            {"buyer": "Kestrel Systems", "target": "Vantor Robotics", "date": "2023", "status": "completed"},
        ),
        (
            "Kestrel Systems agreed to buy Vantor Robotics from Hartwell Group.",
            {
                "buyer": "Kestrel Systems",
                "target": "Vantor Robotics",
                "seller": "Hartwell Group",
                "status": "announced",
            },
        ),
        (
            "Kestrel Systems is in talks to acquire Vantor Robotics.",
            {"buyer": "Kestrel Systems", "target": "Vantor Robotics", "status": "rumored"},
        ),
    ),
)
