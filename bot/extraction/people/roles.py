"""The posts of an article: titles with their houses, work told by verbs, comings and goings, put in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.extraction.people.careers import been, worked
from bot.extraction.people.foundings import foundings
from bot.extraction.people.holders import ORG_OF_NAME, Holding, holders, like_person, stretches
from bot.extraction.people.offices import OFFICE, UNNAMED, offices, shared_out, with_speakers
from bot.extraction.people.posts import Post, posts
from bot.extraction.people.succession import hires, moves, successions
from bot.extraction.people.tenures import employer, settle
from bot.extraction.people.terms import tenure
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.names.people import is_statesperson

_PAST = re.compile(
    r"\b(?:used to be|was|were|had been|served as|worked as|acted as)(?: (?:also|then|previously|formerly|"
    r"once))?(?: (?:an?|the|its))?\s*\Z"
)


_NAMES = re.compile(
    r"\W*<n(\d+)> (?:has |have )?(?i:names|appoints|hires|taps|promotes|elects|recruits|poaches|picks) "
    r"(?:[^;,.]{0,80} )?as (?:an? |the |its |new ){0,2}"
)
"""A headline, whose verb a parser mistakes for a noun ("Acme names former Foo boss Jane Doe as")."""
_WHILE_AT = re.compile(
    r"\W*(?:While|When|During (?:his|her|<n\d+>'s) (?:\w+ )?time) (?:(?:<n\d+> was|working) )?at (?:the )?<n(\d+)>,"
)


def _come_to(segment: Segment, post: Post) -> Mention | None:
    """What "its" and "the company" mean where somebody joined it ("joined Foo as its chief") or was there."""
    place = _WHILE_AT.match(segment.text)
    if place and segment.named(place[1]).cluster.kind == "org":
        return segment.named(place[1])
    joined = [
        m
        for verb in segment.sentence.predicates
        if verb.lemma in {"join", "rejoin", "enter"} and segment.start <= verb.start < segment.origin(post.start)
        for arg in verb.objects
        for m in arg.mentions
        if m.cluster.kind == "org" and not m.anaphoric
    ]
    return joined[-1] if joined else None


_LED_BY = re.compile(r"<n(\d+)>,? (?:(?:which|that) (?:is|was) )?(?:led|headed|run|helmed) by \Z")


def _beside(segment: Segment, post: Post) -> Cluster | None:
    """The organisation that the clause gives to a title without one: what is joined, or who appoints."""
    origin = segment.origin(post.start)
    place = re.match(r"\W*(?:At|Inside|Over at|Also at) (?:the )?(?:[a-z-]+ ){0,3}<n(\d+)>,", segment.text)
    if place and segment.named(place[1]).cluster.kind == "org":
        return segment.named(place[1]).cluster
    where = re.search(
        r"<n(\d+)>,? (?:where (?:[a-z-]+ ){0,3}|(?:which|where) <n\d+> (?:had |has )?(?:joined|left|worked|"
        r"works|served|began|started|was|is)(?: (?:as|an?|the))*\s?)\Z",
        segment.text[: post.outer_start],
    )
    if where and segment.named(where[1]).cluster.kind == "org":
        return segment.named(where[1]).cluster
    aside = re.search(
        r"<n(\d+)> \(<n\d+> (?:was|is|has been|had been)(?: an?| its| the)? ?\Z", segment.text[: post.start]
    )
    if aside and segment.named(aside[1]).cluster.kind == "org":
        return segment.named(aside[1]).cluster
    led = _LED_BY.search(segment.text[: post.outer_start])
    if led and segment.named(led[1]).cluster.kind == "org":
        return segment.named(led[1]).cluster
    names = _NAMES.match(segment.text)
    if names and names.end() <= post.start and segment.named(names[1]).cluster.kind == "org":
        return segment.named(names[1]).cluster
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
        if at and verb.lemma in {
            "spend",
            "teach",
            "stay",
            "start",
            "begin",
            "work",
            "serve",
            "go",
            "move",
            "return",
            "come",
            "switch",
        }:
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


_TEACHER = re.compile(r"\b(?:advis[eo]r|supervisor|tutor|teacher)\Z")
_PREDECESSOR = re.compile(r"\b(?:from|replacing|succeeding|after|following)(?: the| its)? \Z")


def _both(segment: Segment, post: Post, other: Post) -> bool:
    """Whether two posts at two houses are told of one person ("Acme board chair and Foo CEO Jane Doe")."""
    between = segment.text[post.outer_end : other.outer_start]
    return post.org is not None and other.org is not None and re.fullmatch(r",? and (?:the )?", between) is not None


_THERE = re.compile(r"\bthere(?: as)?(?: an?| its| the)? \Z")
_ONLY_ONE = re.compile(r"(?<!co-)\b(?:CEO|chief executive|president|chair\w*)\b(?<!vice president)", re.IGNORECASE)
_ALONGSIDE = re.compile(r",? (?:alongside|together with|along with|jointly with) <n(\d+)>")


def _there(ctx: Context, segment: Segment, post: Post) -> Cluster | None:
    """The house of a post held "there": the one named last before, in this sentence or the one ahead of it."""
    if not (_THERE.search(segment.text[: post.outer_start]) or re.match(r" there\b", segment.text[post.outer_end :])):
        return None
    at = segment.origin(post.start)
    clause = {m.cluster for m in segment.names if m.anaphoric}
    for sentence in reversed(ctx.around(segment.sentence, back=1, ahead=0)):
        for mention in reversed(sentence.mentions):
            cluster = mention.cluster
            if mention.end <= at and not mention.anaphoric and cluster.kind == "org" and cluster not in clause:
                return cluster
    return None


_PART_OF_SCHOOL = re.compile(
    r"(?:the )?(?:School|Department|Faculty|College|Academy|Division|Center|Centre) (?:of|for) "
)
_OF_SCHOOL = re.compile(r"(?: and <n\d+>)?[^<,;.]{0,60}?,? (?:of|at) (?:the )?<n(\d+)>")
_OWNER = re.compile(r"<n(\d+)>(?:'s?)? \Z")


def _school_of(segment: Segment, house: Mention) -> Cluster:
    """The house of a post; for a school or department of a university the university that is named beside it."""
    number = next((i for i, m in enumerate(segment.names) if m is house), None)
    if number is None or not _PART_OF_SCHOOL.match(house.text):
        return house.cluster
    begin, end = segment.at[f"n{number}"]
    beside = _OF_SCHOOL.match(segment.text, end) or _OWNER.search(segment.text, 0, begin)
    whole = segment.named(beside[1]) if beside else house
    return whole.cluster if whole.cluster.subkind == "university" or "University" in whole.text else house.cluster


_DATES_BEHIND = re.compile(
    r"(?: \(?(?:from |between |in |since |until |during )?|,? (?:from |between ))<d\d+>"
    r"(?: (?:to|until|till|and) <d\d+>)?"
)
"""The years of a post right behind it, as in a list of posts ("head of Foo from 2010 to 2012, engineer at Bar …")."""


def _from_where(segment: Segment, post: Post, before: Post | None) -> int:
    """From where on dates may be those of a post: behind those of the one before it; from itself where it has some."""
    if _DATES_BEHIND.match(segment.text, post.outer_end):
        return post.outer_start
    dates = _DATES_BEHIND.match(segment.text, before.outer_end) if before is not None else None
    return dates.end() if dates else before.outer_end if before is not None else 0


def _titled(ctx: Context, segment: Segment, taken: set[tuple[int, int]]) -> Iterable[Holding]:
    previous: tuple[int, list[Mention]] | None = None
    found = posts(segment)
    for i, post in enumerate(found):
        people, sense, stop = holders(segment, post, previous)
        if not people and i + 1 < len(found) and _both(segment, post, found[i + 1]):
            people, sense, stop = holders(segment, found[i + 1], previous)
        if post.owner is not None and _TEACHER.search(post.title):
            continue  # "her doctoral adviser" is no post anywhere
        people = [m for m in people if m.cluster.kind == "person" or like_person(m)]
        if post.org is None:
            people = [m for m in people if not is_statesperson(m.cluster.name)]
        if not people:
            continue
        ends = max(stop, post.outer_end)
        dates = _DATES_BEHIND.match(segment.text, ends)
        previous = (dates.end() if dates else ends, people)
        behind = ORG_OF_NAME.match(segment.text, stop) if post.org is None and stop > post.outer_end else None
        if behind and segment.named(behind["n"]).cluster.kind == "org":
            post.org = segment.named(behind["n"])
        if post.org is None and UNNAMED.match(segment.text, post.outer_end):
            continue
        if post.org is not None and post.org.anaphoric:
            post.org = _come_to(segment, post) or post.org
        org = _school_of(segment, post.org) if post.org else _there(ctx, segment, post) or _beside(segment, post)
        beside = _ALONGSIDE.match(segment.text, post.outer_end) if not _ONLY_ONE.search(post.title) else None
        if beside and segment.named(beside[1]).cluster.kind == "person":
            people = [*people, segment.named(beside[1])]
        low = _from_where(segment, post, found[i - 1] if i else None)
        high = found[i + 1].outer_start if i + 1 < len(found) else len(segment.text)
        past = bool(_PAST.search(segment.text[: post.outer_start]))
        if org is not None and (
            (not employer(ctx, org) and org.kind == "org")
            or ("alumn" in post.title.lower() and org.subkind == "university")
        ):
            continue
        if _PREDECESSOR.search(segment.text[post.outer_end : high]) and i + 1 < len(found):
            high = min(len(segment.text), found[i + 1].outer_end + 60)
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


def roles(ctx: Context) -> list[Holding]:
    """Every post of an article; where no organisation is printed, the one that the person or the passage speaks of."""
    return ctx.once(_roles)


def _roles(ctx: Context) -> list[Holding]:
    told: list[Holding] = []
    for segment in _segments(ctx):
        taken: set[tuple[int, int]] = set()
        told += _titled(ctx, segment, taken)
        untitled = [
            *worked(segment, taken),
            *been(segment, taken),
            *successions(segment),
            *hires(segment),
            *moves(segment),
        ]
        told += [h for h in untitled if h.org is None or employer(ctx, h.org)]
        told += offices(segment)
    told += list(_founders(ctx, told))
    return [h for h in settle(ctx, [_to_owner(h) for h in told]) if h.org is not None]


def _founders(ctx: Context, told: list[Holding]) -> Iterator[Holding]:
    """Who set up a house held the post of founder there, where the article gives no other."""
    known = {(h.person.id, h.org.id) for h in told if h.org is not None}
    left = {(h.sentence.index, h.org.id) for h in told if h.org is not None and h.former}
    for founding in foundings(ctx):
        if (founding.sentence.index, founding.organization.id) in left:
            continue  # "the startup was founded by Jane Doe, former head of Acme": it is not Acme
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
