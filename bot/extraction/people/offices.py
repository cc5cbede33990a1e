"""Offices told without a title beside a name: "the chief executive" for a person, two offices for two persons, "I"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.extraction.people.holders import Holding, joined_before, persons
from bot.extraction.people.terms import tenure
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context, Sentence
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention

OFFICE = re.compile(
    r"\b(?:chief|chief executive|ceo|cto|founder|co-founder|president|chair\w*|director|head|engineer|"
    r"scientist|researcher|professor|analyst|manager|partner|boss|lawyer|economist|executive|adviser|advisor|"
    r"lead|spokes\w+)\Z",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"(?:(?:the|its|his|her|their|this|a|an|new|old|former|then|current|young|outgoing|incoming|\d+-year-old|"
    r"[a-z]+-year-old)\s+)+",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"\b(?:founder|co-founder|executive|engineer|researcher|scientist|analyst|lawyer|economist)\Z")
UNNAMED = re.compile(
    r" (?:at|of|for|with) (?:an?|another) (?:(?:[\w-]+|<n\d+>) ){0,5}?(?:company|firm|startup|start-up|maker|house|"
    r"group|bank|unicorn)\b(?!,? (?:called|named|<n))"
)
"""Behind a post at a house that goes without a name."""
_COPULA = re.compile(
    r"<n(?P<n>\d+)>,? (?:is|was|became|becomes|remains|will be)(?: now| also| still| currently)?"
    r"(?: \d\d and)? \Z|<n(?P<of>\d+)>, of which <n(?P<m>\d+)>(?:'s| is| was) \Z"
)
_TAKES = re.compile(r"<n(?P<n>\d+)>,? (?:takes|took|gets|got|takes over|took over|holds|held|keeps) \Z")


def offices(segment: Segment) -> Iterator[Holding]:
    """A description that is itself an office: "the director of sales at Acme", "Jane Doe is the president"."""
    for number, mention in enumerate(segment.names):
        if not mention.anaphoric or mention.cluster.kind != "person" or not OFFICE.search(mention.text):
            continue
        title = _NO_TITLE.sub("", mention.text, count=1).strip()
        low, high = segment.at[f"n{number}"]
        before = segment.text[:low]
        house = re.match(r" (?:at|of) (?:the )?<n(\d+)>", segment.text[high:])
        org: Cluster | None = segment.named(house[1]).cluster if house else None
        said = _COPULA.search(before) or _TAKES.search(before)
        groups = said.groupdict() if said else {}
        person = segment.named(groups["n"] or groups["m"]).cluster if said else mention.cluster
        if groups.get("of"):
            org = segment.named(groups["of"]).cluster
        vague = _LOOSE.search(title.lower()) or (title.lower() in {"chair", "head", "chief", "lead"} and not said)
        if person.kind != "person" or not title or (org is None and (vague or UNNAMED.match(segment.text, high))):
            continue
        org = org if org is not None and org.kind == "org" else None
        start, end = tenure(segment, max(0, low - 30), high + 40, low, "") if said else (None, None)
        former = bool(re.match(r"(?:the |its )?(?:former|then)\b", mention.text, re.IGNORECASE))
        yield Holding(person, org, title, segment.sentence, start, end, 0.55, former)


_APART = re.compile(r",? (?:and|&) |, ")
_ORDER = re.compile(r"\b(?:respectively|in that order)\b")


def shared_out(segment: Segment, people: list[Mention], title: str, stop: int) -> list[tuple[Mention, str]] | None:
    """Two offices of two persons, in their order: "A and B, chief executive and chief scientist"."""
    parts = [part for part in _APART.split(title) if part]
    told = bool(_ORDER.search(segment.text))
    number = max((i for i, m in enumerate(segment.names) if m is people[-1]), default=-1)
    group = joined_before(segment, number) if number >= 0 else []
    if len(parts) < 2 or len(parts) != len(group) or not (told or len(group) == 2):
        return None
    if segment.position(f"n{number - len(group) + 1}") > stop:
        return None
    whole = re.search(r"(?<= )(?:officer|director|president|manager|engineer)\Z", parts[-1])
    if whole:
        parts = [part if OFFICE.search(part) or whole.group() in part else f"{part} {whole.group()}" for part in parts]
    return list(zip(group, parts, strict=True))


_I = re.compile(r"\bI(?='(?:m|ve|d|ll)\b|\b(?![.'’-]))")
_SAYING = {"say", "tell", "recall", "explain", "add", "write", "remember", "reply", "answer", "ask", "admit", "note"}


def with_speakers(ctx: Context) -> Iterator[Sentence]:
    """The sentences, with "I" as a name of whoever speaks: the one quoted, or the one who is interviewed."""
    interviewed = _interviewed(ctx)
    for sentence in ctx.sentences:
        found = list(_I.finditer(sentence.text))
        speaker = _quoted(sentence) or interviewed if found else None
        if speaker is None:
            yield sentence
            continue
        heard = []
        for match in found:
            at = sentence.start + match.start()
            if not any(m.start <= at < m.end for m in sentence.mentions):
                mention = Mention(at, at + 1, "I", 0, 0, 0, anaphoric=True)
                mention.cluster = speaker
                heard.append(mention)
        yield replace(sentence, mentions=sorted([*sentence.mentions, *heard], key=lambda m: m.start))


def _quoted(sentence: Sentence) -> Cluster | None:
    if not re.search(r"[\"“”]", sentence.text):
        return None
    for predicate in sentence.predicates:
        if predicate.lemma in _SAYING and not predicate.passive:
            people = persons([m for arg in predicate.subjects for m in arg.mentions])
            if len(people) == 1:
                return people[0].cluster
    return None


def _interviewed(ctx: Context) -> Cluster | None:
    """Who answers in the first person all through an article: the one person its head names, else its only one."""
    plain = sum(bool(_I.search(s.text)) and not re.search(r"[\"“”]", s.text) for s in ctx.body)
    if plain < 3 or plain < 0.15 * len(ctx.body):
        return None
    people = [c for c in ctx.clusters if c.kind == "person" and c.named]
    for end in (len(ctx.title), ctx.body[min(2, len(ctx.body) - 1)].end):
        head = [c for c in people if any(m.start < end for m in c.named)]
        if len(head) == 1:
            return head[0]
    return people[0] if len(people) == 1 else None
