"""The house of a fact: its whole name, no board or department of a company, nor a paper that told of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import naming, without
from bot.extraction.text.org_tails import looks_like_org

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.extraction.text.clusters import Cluster
    from bot.extraction.text.context import Context

_BODY_OF: Final = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][a-z]+ )?(?:Board|Committee|Council)(?: of (?:Directors|Management|Trustees))? of "
    r"(?P<house>.+)"
)
"""A body of a house, with the house."""
_BODY: Final = re.compile(
    r"(?:(?:Supervisory|Management|Managing|Executive|Advisory|Group|Education|Audit|Works) )?"
    r"(?:Board|Committee|Council)(?: of (?:Directors|Management|Trustees))?|"
    r"(?:Venture |General |Managing )?Partners?|Venture Capital|"
    r"(?:Field |Global |Business |Commercial |Customer )?(?:Operations|Autonomy|Engineering|Infrastructure|Production|"
    r"Manufacturing|Sales|Marketing|Product|Hardware|Software|Perception|Research|Finance|Strategy|Communications)"
)
"""What a house has and no house is called: a body, a rank, a department."""
_TELLS_BEFORE: Final = re.compile(
    r"\b(?:told|tells|news agency|newspaper|broadcaster|reported by|first reported in|writes in|wrote in|"
    r"in an interview with|photos?:) (?:the |by |to )?\Z",
    re.IGNORECASE,
)
_TELLS_BEHIND: Final = re.compile(
    r",? (?:had |has |first |also |previously )*(?:report(?:s|ed)|wrote|writes|quoted|cited|learned|understands) "
)
"""Around who only brought the news."""
_REACH: Final = 40
_WITH_BODY: Final = 6
"""Times its headline that an article is long which has a body."""
_SLOTS: Final = ("organization", "subject", "maker", "buyer", "target", "company", "school")
_LONGER: Final = re.compile(
    r",? (?:[A-Z]\w+,? ){0,3}(?:and|&) (?:[A-Z]\w+ ){1,3}(?:Committee|Ministry|Department|Commission|Council|Bureau|"
    r"Authority)\b"
)
"""Behind the first words of what an office is called ("Trade, Labour and Industry Ministry")."""
_VERBAL: Final = re.compile(
    r"(?:led|leads|ran|runs|head(?:s|ed)|directs|directed|manage[sd]|oversees|oversaw|sits on|served? (?:on|as)) ",
    re.IGNORECASE,
)
"""At the start of a title that is what somebody did."""


def _clusters(context: Context) -> list[Cluster]:
    return [c for c in context.clusters if c.kind == "org" and c.named]


def _cut(context: Context) -> Mapping[str, str]:
    """Of names that are only the end of a longer one wherever they stand, that one ("Robotik" of "Foo Robotik")."""
    whole: dict[str, str] = {}
    for short in _clusters(context):
        for long in _clusters(context):
            if not long.name.endswith(f" {short.name}"):
                continue
            rest = long.name[: -len(short.name)]
            if all(context.text.endswith(rest, max(0, m.start - len(rest)), m.start) for m in short.named):
                whole[short.name] = long.name
    return whole


def _whole(context: Context, draft: Draft) -> Draft:
    """A fact under the whole name of its house, that of the house for one of its boards."""
    cut, slots = context.once(_cut), dict(draft.slots)
    for slot in _SLOTS:
        name = slots.get(slot)
        if not isinstance(name, str):
            continue
        if name in cut:
            slots[slot] = cut[name]
        elif slot == "organization" and not _BODY.fullmatch(name) and (body := _BODY_OF.fullmatch(name)) is not None:
            begun = [c.name for c in _clusters(context) if c.name != name and body["house"].startswith(c.name)]
            slots[slot] = begun[0] if begun else body["house"]
    return Draft(draft.kind, slots, draft.start, draft.end, draft.score, draft.era) if slots != draft.slots else draft


def _tellers(context: Context) -> frozenset[str]:
    """The houses that an article names only as who brought the news."""
    text = context.text
    return frozenset(
        c.name
        for c in _clusters(context)
        if all(
            _TELLS_BEFORE.search(text, max(0, m.start - _REACH), m.start) or _TELLS_BEHIND.match(text, m.end)
            for m in c.named
        )
    )


def _pieces(context: Context) -> frozenset[str]:
    """Names that are only the first words of that of an office of state."""
    whole = ((c.name, [m for m in c.named if m.text == c.name]) for c in _clusters(context))
    return frozenset(name for name, at in whole if at and all(_LONGER.match(context.text, m.end) for m in at))


def _only_headed(context: Context) -> frozenset[str]:
    """Unknown names that stand in the headline and nowhere else: words in capitals, as the body names its houses."""
    title, text = context.title, context.text
    lines = {s.paragraph for s in context.sentences if s.text.strip() in title}
    spans = [(s.start, s.end) for s in context.sentences if s.paragraph in lines]
    if len(text) < _WITH_BODY * len(title):
        return frozenset()
    return frozenset(
        c.name
        for c in _clusters(context)
        if not c.entity_id
        and not looks_like_org(c.name)
        and all(any(start <= m.start < end for start, end in spans) for m in c.named)
    )


def _no_piece(context: Context, draft: Draft) -> Draft | None:
    """No fact of a piece of a name or of words of the headline, which are party to nothing."""
    pieces = context.once(_pieces) | context.once(_only_headed)
    if not pieces:
        return draft
    if any(draft.slots.get(slot) in pieces for slot in _SLOTS):
        return None
    for slot in ("parties", "customer"):
        told = draft.slots.get(slot)
        if isinstance(told, tuple) and any(name in pieces for name in told):
            draft = without(draft, **{slot: tuple(n for n in told if isinstance(n, str) and n not in pieces)})
    return draft


def _employer(context: Context, draft: Draft) -> Draft | None:
    """A post at a house: at no department or body alone, and not at who only tells of it."""
    if draft.kind != "role":
        return draft
    house = str(draft.slots["organization"])
    known = context.registry.lookup(house) is not None
    told = house in context.once(_tellers) and not naming(context, draft, house)
    return None if told or (_BODY.fullmatch(house) and not known) else draft


def once_titled(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, of a post of one sentence the title that is one ("head of sales"), not also what was done ("ran")."""
    titled = {
        (d.slots["person"], d.slots["organization"], d.start)
        for d in drafts
        if d.kind == "role" and isinstance(title := d.slots.get("title"), str) and not _VERBAL.match(title)
    }
    return [
        d
        for d in drafts
        if d.kind != "role"
        or not _VERBAL.match(str(d.slots.get("title", "")))
        or (d.slots["person"], d.slots["organization"], d.start) not in titled
    ]


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_whole, _no_piece, _employer)
