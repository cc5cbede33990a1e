"""Takeovers that are wanted: bidders, suitors, offers turned away."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extraction.deals.clauses import clause_subject
from bot.extraction.deals.takeover_sides import acting_before, mention_of
from bot.extraction.deals.takeover_targets import Targets
from bot.extraction.deals.takeover_words import BIDDER, BIDDERS, COURTING
from bot.extraction.deals.takeovers import Takeover
from bot.extraction.text.lists import list_after
from bot.extraction.text.masking import Segment


def bids(segment: Segment, targets: Targets) -> Iterator[Takeover]:
    """Bidders for the company that the text is about, turned away or not."""
    for match in BIDDER.finditer(segment.text):
        buyer = mention_of(segment, next(g for g in match.groups() if g))
        named = [m for m in clause_subject(segment, match.start() + 1) if m.cluster.kind == "org" and not m.anaphoric]
        ask = match.group().startswith(("turned", "rebuffed", "rejected", "spurned", "declined", "refused", "be"))
        target = targets.thing(named[0]) if named and ask else targets.about()
        if buyer is not None and buyer.cluster.kind == "org" and target is not None:
            yield Takeover(buyer.cluster, target, None, match.start())


def suitors(segment: Segment, targets: Targets) -> Iterator[Takeover]:
    """Who may buy ("bidders for <n> include <n>", "<n> is circling <n>")."""
    text = segment.text
    for match in BIDDERS.finditer(text):
        target = targets.thing(mention_of(segment, match[1])) if match[1] else targets.about()
        for buyer in list_after(segment, match.end())[0] if target is not None else []:
            if target is not None and buyer.cluster.kind in {"org", "unknown"}:
                yield Takeover(buyer.cluster, target, None, match.start(), "rumored")
    for match in COURTING.finditer(text):
        target = targets.told_at(segment, match.end())
        suitor = acting_before(segment, match.start() + 1)
        plain = target is not None and target.cluster is not None and target.cluster.kind in {"org", "unknown"}
        if target is not None and suitor is not None and plain:
            firm = match["verb"].startswith(("offer", "bid", "made", "make"))
            yield Takeover(suitor.cluster, target, target.seller, match.start(), "planned" if firm else "rumored")
