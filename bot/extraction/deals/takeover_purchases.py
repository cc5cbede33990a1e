"""Takeovers told as a purchase: bought, taken a majority of, paid for, sold, passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.deals.clauses import clause_subject, predicate_at
from bot.extraction.deals.financing import ABOUT, DESC
from bot.extraction.deals.takeover_sides import acting_before, mention_of, named_after, owners_of_goods, parties
from bot.extraction.deals.takeover_targets import Targets, meant_by
from bot.extraction.deals.takeover_words import (
    BUYING,
    CONTROL,
    CONTROL_BARE,
    DESCRIBED,
    FURTHER,
    LARGEST,
    NOUN,
    PAID,
    PASSED,
    SHARE,
    SOLD,
    STAKE,
)
from bot.extraction.deals.takeovers import Takeover, Target
from bot.extraction.text.cues import ORG_NOUNS
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention

_HOUSES = ORG_NOUNS - {"investor", "fund", "bank"}
"""Words for the company that an article is about."""


def bought(segment: Segment, targets: Targets) -> Iterator[Takeover]:
    """Such as "Foo buys Bar", "Bar was bought by Foo"."""
    text = segment.text
    for match in BUYING.finditer(text):
        predicate = predicate_at(segment.sentence, segment.origin(match.start()))
        mood = predicate.mood if predicate else "fact"
        seller = named_after(segment, match.end(), "from")
        sold_by = seller.cluster.name if seller else None
        if predicate and predicate.passive:
            buyer = next(iter(parties(predicate.subjects)), None) or named_after(segment, match.end(), "by")
            if buyer is None and not segment.sentence.title:
                targets.last = next((targets.thing(m) for m in parties(predicate.objects)), targets.last)
            for mention in parties(predicate.objects):
                target = targets.thing(mention)
                if buyer is not None and target is not None:
                    yield Takeover(buyer.cluster, target, sold_by, match.start(), mood)
            continue
        target = targets.told_at(segment, match.end())
        buyer = next(iter(parties(predicate.subjects)), None) if predicate else None
        buyer = buyer or acting_before(segment, match.start())
        target = meant_by(segment, match, buyer, target)
        if buyer is None and predicate and targets.main and any(a.head in _HOUSES for a in predicate.subjects):
            buyer = next(iter(targets.main.named), None)
        share = SHARE.search(text[match.end() : match.end() + 50])
        minority = share is not None and float(share[1]) < 50 and not re.search(r"\b(?:remaining|another)\b", text)
        if target is None or buyer is None or minority or (seller is not None and buyer.cluster is seller.cluster):
            continue
        if re.match(r" (?:an? )?(?:[\w-]+ )?(?:stake|holding|minority|shares?|interest)\b", text[match.end() :]):
            continue
        if re.match(r", which receives\b", text[match.end() :].lstrip(" <>n0123456789")):
            continue
        yield Takeover(buyer.cluster, target, target.seller or sold_by, match.start(), mood)
        yield from _further(segment, targets, match.end(), buyer, target, mood)


def _further(
    segment: Segment, targets: Targets, position: int, buyer: Mention, first: Target, mood: str
) -> Iterator[Takeover]:
    """The further things bought, behind the first."""
    own = [segment.position(f"n{i}") for i, m in enumerate(segment.names) if m.cluster.name == first.name]
    if first.seller is not None:
        own += [segment.position(f"n{i}") for i, m in enumerate(segment.names) if m.cluster.name == first.seller]
    behind = [p for p in own if p >= position]
    if not behind:
        return
    end = segment.text.index(">", behind[0]) + 1
    while more := FURTHER.match(segment.text, end):
        target = targets.thing(mention_of(segment, more[1]))
        if target is not None and target.cluster is not None and target.cluster.kind in {"org", "unknown"}:
            yield Takeover(buyer.cluster, target, None, more.start(), mood)
        end = segment.at[f"n{more[1]}"][1]


_FROM_HOLDER = re.compile(r"\bfrom [^;.]{1,60}, (?:which|who) \Z")
"""Before what a seller holds of what is bought."""


def stakes(segment: Segment, targets: Targets) -> Iterator[Takeover]:
    """Such as "Foo takes 60% of Bar", "a controlling stake in Bar"."""
    for pattern in (STAKE, CONTROL, CONTROL_BARE, LARGEST):
        for match in pattern.finditer(segment.text):
            if pattern is STAKE and float(match["share"]) < 50:
                continue
            if _FROM_HOLDER.search(segment.text, 0, match.start()):
                continue
            bare = pattern is CONTROL_BARE
            target = targets.about() if bare else targets.thing(mention_of(segment, match[match.lastindex or 1]))
            buyer = acting_before(segment, match.start() + 1)
            predicate = predicate_at(segment.sentence, segment.origin(match.start()))
            if target is not None and buyer is not None:
                seller = named_after(segment, match.end(), "from")
                yield Takeover(
                    buyer.cluster,
                    target,
                    seller.cluster.name if seller else None,
                    match.start(),
                    predicate.mood if predicate else "fact",
                )


_OF = re.compile(
    rf" (?:of|for) | (?=by {DESC}<n\d+>)by (?:(?!(?:of|for)\b)(?:[\w'-]+|<[nd]\d+>),? ){{1,8}}?(?:of|for) "
    rf"(?={DESC}<n)"
)
"""Before what is bought: "the acquisition of Bar", "the acquisition by Foo last year of Bar"."""


_DEAL_FOR = re.compile(r"<m\d+> (?:[a-z-]+ )?(?:deal|agreement) (?:for|over) ")
"""Before a unit that is bought ("a $5 million deal for Foo's arm business"); what bears a name may be ordered."""


def acquisitions(segment: Segment, targets: Targets) -> Iterator[Takeover]:
    """Such as "the acquisition of Bar by Foo", "Foo's bid for the robot maker"."""
    text = segment.text
    for match in _DEAL_FOR.finditer(text):
        target, buyer = targets.told_at(segment, match.end()), acting_before(segment, match.start())
        if target is not None and target.seller is not None and buyer is not None:
            yield Takeover(buyer.cluster, target, target.seller, match.start(), "planned")
    for match in NOUN.finditer(text):
        owner = re.search(r"<n(\d+)>(?:'s?|s') (?:[\w-]+ |<[dm]\d+> ){0,4}\Z", text[: match.start()])
        of = _OF.match(text[match.end() :])
        target = targets.told_at(segment, match.end() + of.end()) if of else None
        buyer = named_after(segment, match.end(), "by")
        holder = mention_of(segment, owner[1]) if owner else None
        if target is None and of and buyer is None and (holder or match.group() in {"offer", "bid"}):
            described = DESCRIBED.match(text, match.end())
            target, buyer = (
                (targets.about(), holder or acting_before(segment, match.start())) if described else (None, None)
            )
        if target is None and holder is not None and buyer is not None:
            target = targets.thing(holder)
        elif target is not None:
            buyer = buyer or holder or acting_before(segment, match.start())
        if target is not None and buyer is not None:
            yield Takeover(buyer.cluster, target, target.seller, match.start())


def paid(segment: Segment, targets: Targets) -> Iterator[Takeover]:
    """Such as "Foo paid $3m for Bar"."""
    for match in PAID.finditer(segment.text):
        predicate = predicate_at(segment.sentence, segment.origin(match.start()))
        target = targets.told_at(segment, match.end())
        buyer = (next(iter(parties(predicate.subjects)), None) if predicate else None) or acting_before(
            segment, match.start()
        )
        if target is not None and buyer is not None:
            mood = predicate.mood if predicate else "fact"
            if mood == "fact" and match.group().startswith(("offer", "bid")):
                mood = "planned"  # what is offered is not paid
            yield Takeover(buyer.cluster, target, target.seller, match.start(), mood)


_ITS_THINGS = re.compile(r"(?:the|<n\d+>'s|\d+) (?:[a-z-]+ ){0,2}<n\d+>\Z")
"""Several things of a name ("sold its Skypods to"), no company."""


def sold(segment: Segment, targets: Targets) -> Iterator[Takeover]:
    """Such as "Baz sells its robot arm to Foo"."""
    for match in SOLD.finditer(segment.text):
        target = targets.told_at(segment, match.start("what"))
        buyer = mention_of(segment, match[2])
        seller = acting_before(segment, match.start() + 1)
        share = SHARE.search(match["what"])
        if (
            target is None
            or buyer is None
            or (share and float(share[1]) < 50)
            or (_ITS_THINGS.match(match["what"]) and target.name.endswith("s"))
            or re.search(r"\b(?:stake|shares|block)\b", match["what"])
        ):
            continue
        yield Takeover(buyer.cluster, target, target.seller or (seller.cluster.name if seller else None), match.start())


_FOR_MONEY = re.compile(
    rf"[^<;.]{{0,20}}(?: for|:| at|,) (?:[a-z]+ )?{ABOUT}<m|[^<;.]{{0,20}} (?:in|for) (?:an?|the) (?:[a-z]+ ){{0,2}}"
    r"(?:transaction|deal|sale|takeover|purchase|sum|amount|price)\b"
)
"""Behind who something goes to: it was sold."""


def passed(segment: Segment, targets: Targets) -> Iterator[Takeover]:
    """Such as "Bar goes to Foo", "the patents of Bar went to Foo"."""
    for match in PASSED.finditer(segment.text):
        buyer = mention_of(segment, match[1])
        subjects = [m for m in clause_subject(segment, match.start() + 1) if m.cluster.kind == "org"]
        subjects = subjects or owners_of_goods(segment, match.start() + 1)
        moved = match.group().split()[0] in {"goes", "went", "gone"} and not _FOR_MONEY.match(segment.text, match.end())
        if buyer is None or buyer.cluster.kind != "org" or not subjects or moved:
            continue
        target = targets.thing(subjects[0])
        if target is not None:
            yield Takeover(buyer.cluster, target, None, match.end())
