"""Posts: who holds or held which office where, told by a title, a verb of hiring and leaving, or a career in passing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.extraction.clusters import Cluster
from bot.extraction.context import Context
from bot.extraction.kind import Draft, Kind
from bot.extraction.masking import Segment, all_segments
from bot.extraction.mentions import Mention
from bot.extraction.people import ORG_OF_NAME, Holding, holders, tenure, worked
from bot.extraction.posts import Post, posts
from bot.extraction.succession import moves, successions
from bot.extraction.tenures import employer, settle

_NO_EMPLOYER = {"exchange"}


_PAST = re.compile(r"\b(?:used to be|was|were|had been|served as|worked as|acted as)(?: (?:also|then|previously|formerly|once))?(?: (?:an?|the|its))?\s*\Z")


def _beside(segment: Segment, post: Post, people: list[Mention]) -> Cluster | None:
    """The organisation that the clause gives to a title without one: what is joined, or who appoints."""
    origin = segment.origin(post.start)
    place = re.match(r"\W*(?:At|Inside|Over at|Also at) (?:the )?(?:[a-z-]+ ){0,3}<n(\d+)>,", segment.text)
    if place and segment.names[int(place[1])].cluster.kind == "org":
        return segment.names[int(place[1])].cluster
    verbs = [p for p in segment.sentence.predicates if not p.noun and p.start < origin and segment.start <= p.start]
    for verb in reversed(verbs[-2:]):
        orgs = [m for arg in verb.objects for m in arg.mentions if m.cluster.kind == "org" and m.start < origin]
        if verb.lemma in {"join", "leave", "rejoin", "enter", "start", "serve", "run", "found", "quit"} and orgs:
            return orgs[0].cluster
        at = [m for arg in verb.prep("at", "to", "for", "with", "from") for m in arg.mentions if m.cluster.kind == "org" and m.end < origin]
        if at and verb.lemma in {"start", "begin", "work", "serve", "go", "move", "return", "come", "switch"}:
            return at[0].cluster
        owners = [m for arg in verb.subjects for m in arg.mentions if m.cluster.kind == "org"]
        if owners and verb.lemma in {"appoint", "name", "hire", "promote", "make", "elect", "recruit", "poach", "have", "say", "bring", "get", "install", "announce"}:
            return owners[0].cluster
    return None


def _titled(ctx: Context, segment: Segment, taken: set[tuple[int, int]]) -> Iterable[Holding]:
    previous: tuple[int, list[Mention]] | None = None
    found = posts(segment)
    for i, post in enumerate(found):
        people, sense, stop = holders(segment, post, previous)
        people = [m for m in people if m.cluster.kind == "person"]
        if not people:
            continue
        previous = (max(stop, post.outer_end), people)
        behind = ORG_OF_NAME.match(segment.text, stop) if post.org is None and stop > post.outer_end else None
        if behind and segment.names[int(behind["n"])].cluster.kind == "org":
            post.org = segment.names[int(behind["n"])]
        org = post.org.cluster if post.org else _beside(segment, post, people)
        low = found[i - 1].outer_end if i else 0
        high = found[i + 1].outer_start if i + 1 < len(found) else len(segment.text)
        past = bool(_PAST.search(segment.text[: post.outer_start]))
        if org is not None and (not employer(ctx, org) and org.kind == "org" or "alumn" in post.title.lower() and org.subkind == "university"):
            continue
        start, end = tenure(segment, low, high, post.start, sense)
        for person in people:
            if org is not None:
                taken.add((person.cluster.id, org.id))
            yield Holding(person.cluster, org, post.title, segment.sentence, start, end, 0.95 if post.org else 0.85, post.former or past, owner=post.owner.cluster if post.owner else None)


def extract(ctx: Context) -> Iterable[Draft]:
    """Every post of an article; those without a printed organisation get the one their person or their passage speaks of."""
    told: list[Holding] = []
    for segment in all_segments(ctx):
        taken: set[tuple[int, int]] = set()
        told += _titled(ctx, segment, taken)
        told += worked(ctx, segment, taken)
        told += successions(segment)
        told += moves(ctx, segment)
    for holding in settle(ctx, told):
        assert holding.org is not None
        title = re.sub(r"\s+", " ", holding.title).strip(" ,\"“”")
        yield ctx.draft(
            "role", holding.sentence, holding.score, person=holding.person.name, organization=holding.org.name,
            title=title or None, start=holding.start, end=holding.end,
        )  # fmt: skip


KIND = Kind(
    name="role",
    identity=("person", "organization"),
    slots=("title", "start", "end"),
    extract=extract,
    merge=("title",),
)
