"""What is bought: read from masked text, with the last one kept in mind for "it" and "the company"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.extraction.deals.takeover_sides import NO_BUYERS, mention_of
from bot.extraction.deals.takeover_words import HOLDERS, NOT_TARGETS, OWNED_UNIT, RIVAL, ROBOT_UNIT, TARGET, UNIT_OF
from bot.extraction.deals.takeovers import Target
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.grammar.portions import portion

_THE_COMPANY = re.compile(r"(?:the (?:company|startup|start-up|firm|business)|it)\Z", re.IGNORECASE)


_PART_OF_SHARES = re.compile(r"\d ?(?:%|per ?cent|percent)[^<;.]{1,60}\bshares of\b")
"""Before the name of a company that is bought by its shares."""


class Targets:
    """Reads what is bought; remembers the last thing bought, which "it" and "the company" then mean."""

    def __init__(self, main: Cluster | None = None) -> None:
        self.main = main
        self.last: Target | None = None

    def about(self) -> Target | None:
        """What a bid speaks of where it names nothing: the last thing bought, else the company of the article."""
        return self.last or (Target(self.main.name, None, self.main) if self.main is not None else None)

    def thing(self, mention: Mention | None) -> Target | None:
        """What a mention stands for, as a thing that is bought."""
        if mention is None:
            return None
        if mention.anaphoric and self.last is not None:
            return self.last
        cluster = mention.cluster
        if cluster.owner is not None and ROBOT_UNIT.search(cluster.name):
            return Target(f"{cluster.owner.name} Robotics", cluster.owner.name)
        return Target(mention.cluster.name, None, mention.cluster)

    def told_at(self, segment: Segment, position: int) -> Target | None:
        """What is bought, read from a place of the masked text on."""
        rest = segment.text[position:].lstrip()
        if held := HOLDERS.match(rest):
            thing = self.thing(mention_of(segment, held["target"]))
            whole = portion(held["what"]) or re.search(r"\b(?:whole|entire|100)\b", held["what"])
            return replace(thing, seller=segment.named(held["holder"]).cluster.name) if thing and whole else None
        if unit := UNIT_OF.match(rest) or OWNED_UNIT.match(rest):
            owner = segment.named(unit["owner"]).cluster
            if owner.kind in {"org", "unknown", "person"}:
                words = re.sub(r"<n(\d+)>", lambda m: segment.named(m[1]).text, unit["unit"])
                robots = re.match(r"(?:industrial )?robot(?:ics|s)? (?:business|unit|division|arm)\Z", words)
                return Target(f"{owner.name} Robotics" if robots else f"{owner.name} {words}", owner.name)
        if rival := RIVAL.match(rest):
            return self.thing(mention_of(segment, rival[1] or rival[2]))
        match = TARGET.match(rest)
        while match and segment.named(match[1]).cluster.kind == "place" and re.match(r" [a-z]", rest[match.end() :]):
            rest = rest[match.end() :].lstrip()
            match = TARGET.match(rest)
        if not match or NOT_TARGETS.search(_PART_OF_SHARES.sub("", re.sub(r"<n\d+>", "", match.group()))):
            return None
        return self.thing(mention_of(segment, match[1]))


def meant_by(segment: Segment, verb: re.Match[str], buyer: Mention | None, target: Target | None) -> Target | None:
    """What "the company" behind a verb of buying is: the organisation named last before the buyer in the segment."""
    thing = re.match(r" (?:the )?<n(\d+)>", segment.text[verb.end() :])
    if buyer is None or thing is None:
        return target
    said = segment.named(thing[1])
    if not said.anaphoric or not _THE_COMPANY.match(said.text):
        return target
    before = [m for m in segment.names if m.end <= buyer.start and m.kind == "org" and not m.anaphoric]
    last = before[-1].cluster if before else None
    if last is None or last is buyer.cluster or last.subkind in NO_BUYERS:
        return target
    return Target(last.name, None, last)
