"""Foundings told in passing, and what a founding is: "since its founding in 2016", "a spin-off of Northfield"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.extraction.people.tenures import employer
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context, Sentence
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.model.when import When

_SINCE = re.compile(
    r"<n(\d+)>(?:'s?)? (?:[a-z]+ )?(?:founding|foundation|creation|inception|establishment)(?:,|"
    r" was)? (?:in )?(?:[a-z]+ )?<d(\d+)>|<n(\d+)>(?:, which| that)? (?:dates (?:from|back to)|goes back to|"
    r"has (?:existed|been around|been in business) since) <d(\d+)>"
)
_SPIN = re.compile(
    r"<n(\d+)>(?:, [^,<;]{2,60},| \([^()]*\))?,? (?:began|started|was founded) (?:in )?<d(\d+)> as (?:an? |"
    r"the )?(?:[a-z-]+ ){0,3}(?:spin-?(?:off|out)|offshoot) (?:of|from) (?:the )?(?:[a-z]+ ){0,3}<n(\d+)>"
)
OFFSHOOT_OF = (
    r"(?:spin-?offs?|spin-?outs?|offshoot|subsidiary|unit|arm|venture) (?:of|from) (?:the )?<n(?P<p>\d+)>,?"
    r" (?:that was |which was )?"
)
_OFFSHOOT = re.compile(
    rf"<n(?P<o>\d+)>,? (?:is |was |which is )?(?:an?|the) (?:[a-z-]+ ){{0,3}}{OFFSHOOT_OF}(?:founded|established|"
    r"set up|created|formed|launched|started|born) (?:in )?<d(?P<d>\d+)>"
)


@dataclass(frozen=True, slots=True)
class Founding:
    """One place that tells of a founding."""

    sentence: Sentence
    organization: Cluster
    parent: Cluster | None = None
    founders: tuple[Cluster, ...] = ()
    date: When | None = None
    place: str | None = None
    score: float = 0.9


OWNS = re.compile(r"['’]s? (?!founding|foundation|creation|establishment)")
"""Behind the name of a house whose venture, not itself, is begun."""


def founded_names(ctx: Context, mentions: Iterable[Mention], *, sure: bool = False) -> list[Mention]:
    """Those that can be set up; where a verb leaves no doubt, any organisation."""
    return [
        m
        for m in mentions
        if m.cluster.kind in {"org", "unknown"}
        and not (OWNS.match(ctx.text, m.end) and not m.anaphoric)
        and (
            m.anaphoric or (sure and m.cluster.kind == "org") or m.cluster.kind == "unknown" or employer(ctx, m.cluster)
        )
    ]


def told_in_passing(ctx: Context, segment: Segment) -> Iterator[Founding]:
    """ "Since its founding in 2016", "dates from 1998", "a spin-off of Northfield"."""
    for match in _SINCE.finditer(segment.text):
        org, when = segment.named(match[1] or match[3]), segment.dates[int(match[2] or match[4])].when
        if when is not None and founded_names(ctx, [org]):
            yield Founding(segment.sentence, org.cluster, date=when, score=0.7)
    for match in _OFFSHOOT.finditer(segment.text):
        org, parent = segment.named(match["o"]), segment.named(match["p"])
        if founded_names(ctx, [org], sure=True) and parent.cluster.kind == "org" and parent.cluster is not org.cluster:
            when = segment.dates[int(match["d"])].when
            yield Founding(segment.sentence, org.cluster, parent.cluster, date=when, score=0.8)
    for match in _SPIN.finditer(segment.text):
        org, parent = segment.named(match[1]), segment.named(match[3])
        if founded_names(ctx, [org]) and parent.cluster.kind == "org" and parent.cluster is not org.cluster:
            when = segment.dates[int(match[2])].when
            yield Founding(segment.sentence, org.cluster, parent.cluster, date=when, score=0.6)
