"""Who stands on either side of a takeover: names around the place of the masked text that tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.extraction.deals.clauses import clause_subject
from bot.extraction.deals.financing import DESC, NAME
from bot.extraction.deals.takeover_words import GOODS
from bot.extraction.text.context import Arg
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention

NO_BUYERS = {"exchange", "outlet"}
"""Kinds of organisations that are named beside takeovers and take part in none."""


_AIMED = r"\b(?:demand|orders?|revenues?|customers?|sales|learn\w*|profit\w*|benefit\w*) from\b"
"""Words of what comes from others than who sells."""


def parties(args: Iterable[Arg]) -> list[Mention]:
    """Who of the arguments of a verb may take part in a takeover."""
    return [m for arg in args for m in arg.mentions if m.cluster.kind in {"org", "unknown", "person"}]


def mention_of(segment: Segment, number: str | None) -> Mention | None:
    """The mention behind the number of a masked name ("<n2>"), unless it is a place or a product."""
    mention = segment.named(number) if number else None
    return (
        mention
        if mention is not None and (mention.cluster.kind not in {"place", "product"} or mention.anaphoric)
        else None
    )


def named_after(segment: Segment, position: int, word: str) -> Mention | None:
    """Who is named behind a word ("by", "from") in the same clause, from a place on."""
    match = re.compile(rf"(?:(?!{_AIMED})[^;.]){{0,70}}?\b{word} {DESC}{NAME}").match(segment.text, position)
    return mention_of(segment, match[1]) if match else None


def acting_before(segment: Segment, position: int) -> Mention | None:
    """The subject of the clause around a place, else the last organisation named before it."""
    subjects = [m for m in clause_subject(segment, position) if m.cluster.kind in {"org", "unknown"}]
    if subjects:
        return subjects[0]
    named = [segment.named(t[1:]) for t, (start, _) in segment.at.items() if t[0] == "n" and start < position]
    return next(
        (m for m in reversed(named) if m.cluster.kind in {"org", "unknown"} and m.cluster.subkind not in NO_BUYERS),
        None,
    )


def owners_of_goods(segment: Segment, position: int) -> list[Mention]:
    """The company whose business or goods are the subject of the clause around a place ("the patents of <n>")."""
    here = segment.origin(position)
    around = [p for p in segment.sentence.predicates if not p.noun and p.clause_start <= here < p.clause_end]
    args = [a for p in around for a in p.surface_subjects if a.head in GOODS]
    return [m for a in args for m in a.inside if m.cluster.kind == "org"]
