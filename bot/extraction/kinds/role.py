"""Posts: who holds or held which office where, told by a title, a verb of hiring and leaving, or in passing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.extraction.kind import Draft, Kind
from bot.extraction.people.careers import worked
from bot.extraction.people.foundings import foundings
from bot.extraction.people.holders import ORG_OF_NAME, Holding, holders, like_person, stretches, tenure
from bot.extraction.people.offices import OFFICE, offices, shared_out, with_speakers
from bot.extraction.people.posts import Post, posts
from bot.extraction.people.succession import hires, moves, successions
from bot.extraction.people.tenures import employer, settle
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention

_NO_EMPLOYER = {"exchange"}


_PAST = re.compile(
    r"\b(?:used to be|was|were|had been|served as|worked as|acted as)(?: (?:also|then|previously|formerly|"
    r"once))?(?: (?:an?|the|its))?\s*\Z"
)


def _beside(segment: Segment, post: Post, people: list[Mention]) -> Cluster | None:
    """The organisation that the clause gives to a title without one: what is joined, or who appoints."""
    origin = segment.origin(post.start)
    place = re.match(r"\W*(?:At|Inside|Over at|Also at) (?:the )?(?:[a-z-]+ ){0,3}<n(\d+)>,", segment.text)
    if place and segment.names[int(place[1])].cluster.kind == "org":
        return segment.names[int(place[1])].cluster
    where = re.search(
        r"<n(\d+)>,? (?:where (?:[a-z-]+ ){0,3}|(?:which|where) <n\d+> (?:had |has )?(?:joined|left|worked|"
        r"works|served|began|started|was|is)(?: (?:as|an?|the))*\s?)\Z",
        segment.text[: post.outer_start],
    )
    if where and segment.names[int(where[1])].cluster.kind == "org":
        return segment.names[int(where[1])].cluster
    verbs = [p for p in segment.sentence.predicates if not p.noun and p.start < origin and segment.start <= p.start]
    for verb in reversed(verbs[-2:]):
        orgs = [m for arg in verb.objects for m in arg.mentions if m.cluster.kind == "org" and m.start < origin]
        if verb.lemma in {"join", "leave", "rejoin", "enter", "start", "serve", "run", "found", "quit"} and orgs:
            return orgs[0].cluster
        at = [
            m
            for arg in verb.prep("at", "to", "for", "with", "from")
            for m in arg.mentions
            if m.cluster.kind == "org" and m.end < origin
        ]
        if at and verb.lemma in {"start", "begin", "work", "serve", "go", "move", "return", "come", "switch"}:
            return at[0].cluster
        owners = [m for arg in verb.subjects for m in arg.mentions if m.cluster.kind == "org"]
        if owners and verb.lemma in {
            "appoint",
            "name",
            "hire",
            "promote",
            "make",
            "elect",
            "recruit",
            "poach",
            "have",
            "say",
            "bring",
            "get",
            "install",
            "announce",
        }:
            return owners[0].cluster
    return None


def _titled(ctx: Context, segment: Segment, taken: set[tuple[int, int]]) -> Iterable[Holding]:
    previous: tuple[int, list[Mention]] | None = None
    found = posts(segment)
    for i, post in enumerate(found):
        people, sense, stop = holders(segment, post, previous)
        people = [m for m in people if m.cluster.kind == "person" or like_person(m)]
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
        if org is not None and (
            (not employer(ctx, org) and org.kind == "org")
            or ("alumn" in post.title.lower() and org.subkind == "university")
        ):
            continue
        start, end = tenure(segment, low, high, post.start, sense)
        shared = shared_out(segment, people, post.title, post.outer_start)
        for person, title in shared or [(person, post.title) for person in people]:
            if org is not None:
                taken.add((person.cluster.id, org.id))
            yield Holding(
                person.cluster,
                org,
                title,
                segment.sentence,
                start,
                end,
                0.95 if post.org else 0.85,
                post.former or past,
                owner=post.owner.cluster if post.owner else None,
            )


def _segments(ctx: Context) -> Iterator[Segment]:
    """The masked stretches, with "the chief executive" left standing where it is said of the name beside it."""
    for sentence in with_speakers(ctx):
        apposed = [
            m
            for m in sentence.mentions
            if m.anaphoric
            and OFFICE.search(m.text)
            and re.search(r"(?:\w|\)|\*),? \Z", before := sentence.between(sentence.start, m.start))
            and (before.rstrip().endswith((",", ")")) or re.match(r",? [A-Z]", sentence.text[m.end - sentence.start :]))
        ]
        yield from stretches(
            replace(sentence, mentions=[m for m in sentence.mentions if m not in apposed]) if apposed else sentence
        )


def extract(ctx: Context) -> Iterable[Draft]:
    """Every post of an article; where no organisation is printed, the one that the person or the passage speaks of."""
    told: list[Holding] = []
    for segment in _segments(ctx):
        taken: set[tuple[int, int]] = set()
        told += _titled(ctx, segment, taken)
        untitled = [*worked(segment, taken), *successions(segment), *hires(segment), *moves(segment)]
        told += [h for h in untitled if h.org is None or employer(ctx, h.org)]
        told += offices(segment)
    told += list(_founders(ctx, told))
    for holding in settle(ctx, [_to_owner(h) for h in told]):
        if holding.org is not None:
            yield ctx.draft(
                "role", holding.sentence, holding.score, person=holding.person.name, organization=holding.org.name,
                title=_single(holding.title) or None, start=holding.start, end=holding.end,
            )  # fmt: skip


def _founders(ctx: Context, told: list[Holding]) -> Iterator[Holding]:
    """Who set up a house held the post of founder there, where the article gives no other."""
    known = {(h.person.id, h.org.id) for h in told if h.org is not None}
    for founding in foundings(ctx):
        for person in founding.founders:
            if person.kind == "person" and (person.id, founding.organization.id) not in known:
                yield Holding(person, founding.organization, "founder", founding.sentence, score=0.6)


def _to_owner(holding: Holding) -> Holding:
    """ "The head of Acme's hardware team" holds a post at Acme: a unit without a name of its own is no house."""
    unit = holding.org
    if unit is not None and unit.owner is not None and unit.owner.kind == "org":
        words = re.sub(r".*(?:'s?|’s?) ", "", unit.name)
        if holding.title in {"head", "chair", "lead", "leader", "boss"}:
            holding.title = f"{holding.title} of {words}"
        holding.org = unit.owner
    return holding


def _single(title: str) -> str:
    """A title said of several persons in the singular."""
    text = re.sub(r"\s+", " ", title).strip(' ,"“”')
    return re.sub(
        r"\b(founder|engineer|scientist|researcher|professor|partner|executive|director|manager|veteran)s\b",
        r"\1",
        text,
    )


KIND = Kind(
    name="role",
    identity=("person", "organization"),
    slots=("title", "start", "end"),
    extract=extract,
    merge=("title",),
    examples=(
        (
            "Nordhand CEO Ingrid Berg said the factory would open in May.",
            {"person": "Ingrid Berg", "organization": "Nordhand", "title": "CEO"},
        ),
        (
            "Lumen Robotics said its chief operating officer, Karen Whitfield, would leave in June 2024.",
            {"person": "Karen Whitfield", "organization": "Lumen Robotics", "title": "chief operating officer"},
        ),
        (
            "Ingrid Berg, founder and chief executive of Nordhand Robotics, declined to comment.",
            {"person": "Ingrid Berg", "organization": "Nordhand Robotics", "title": "founder and chief executive"},
        ),
        (
            "Maria Lopez joined Lumen Robotics in 2021 as vice president of hardware engineering.",
            {
                "person": "Maria Lopez",
                "organization": "Lumen Robotics",
                "title": "vice president of hardware engineering",
                "start": "2021",
            },
        ),
        (
            "Tom Reeves left Brightarm Robotics in March 2024.",
            {"person": "Tom Reeves", "organization": "Brightarm Robotics", "end": "2024-03"},
        ),
        (
            "Lumen Robotics appointed Karen Whitfield as chief financial officer in June 2023.",
            {
                "person": "Karen Whitfield",
                "organization": "Lumen Robotics",
                "title": "chief financial officer",
                "start": "2023-06",
            },
        ),
        (
            "Paul Keller was general manager of Brightarm Robotics from 2018 to 2021.",
            {
                "person": "Paul Keller",
                "organization": "Brightarm Robotics",
                "title": "general manager",
                "start": "2018",
                "end": "2021",
            },
        ),
        (
            "Ingrid Berg, once a researcher at Hannover Motors, runs Nordhand Robotics.",
            {"person": "Ingrid Berg", "organization": "Hannover Motors", "title": "researcher"},
        ),
        (
            "Karen Whitfield succeeds Paul Keller as chief executive of Lumen Robotics.",
            {"person": "Paul Keller", "organization": "Lumen Robotics", "title": "chief executive"},
        ),
        (
            "Its general manager is Paul Keller, and Brightarm Robotics employs 80 people.",
            {"person": "Paul Keller", "organization": "Brightarm Robotics", "title": "general manager"},
        ),
        (
            "Paul Keller, previously at Hannover Motors, wrote the software.",
            {"person": "Paul Keller", "organization": "Hannover Motors"},
        ),
        (
            "Professor Anna Lindqvist of Northfield University advises the team.",
            {"person": "Anna Lindqvist", "organization": "Northfield University", "title": "Professor"},
        ),
        (
            "Paul Keller heads Lumen Robotics' perception team.",
            {"person": "Paul Keller", "organization": "Lumen Robotics", "title": "head of perception team"},
        ),
        (
            "Jane Porter sits on the board of Brightarm Robotics.",
            {"person": "Jane Porter", "organization": "Brightarm Robotics", "title": "board member"},
        ),
        (
            "The supervisory board of Brightarm Robotics is chaired by Jane Porter.",
            {"person": "Jane Porter", "organization": "Brightarm Robotics", "title": "chair"},
        ),
        (
            '"It works," said Jane Porter, who covers robots at Hartwell Securities.',
            {"person": "Jane Porter", "organization": "Hartwell Securities"},
        ),
        (
            "Nordhand Robotics opened a plant in Leeds. Chief executive Jane Porter cut the ribbon.",
            {"person": "Jane Porter", "organization": "Nordhand Robotics", "title": "Chief executive"},
        ),
    ),
)
