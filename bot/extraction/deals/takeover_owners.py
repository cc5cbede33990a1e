"""Takeovers told by what came of them: who owns whom since when, who merged, what was passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.deals.clauses import clause_subject
from bot.extraction.deals.takeover_sides import acting_before, mention_of
from bot.extraction.deals.takeover_targets import Targets
from bot.extraction.deals.takeover_words import BELONGS, HELD, MERGED, MERGER_OF, MERGES, PASSED_ON, SUBSIDIARY, WHICH
from bot.extraction.deals.takeovers import Takeover, Target
from bot.extraction.text.lists import list_before
from bot.extraction.text.masking import Segment


def belongings(segment: Segment, targets: Targets) -> Iterator[Takeover]:
    """Such as "Bar, owned by Foo since 2019", "Bar, in which Foo held 60% since 2019", "Bar, which Foo had bought"."""
    for match in BELONGS.finditer(segment.text):
        since = match[1] or match[3]
        buyer = mention_of(segment, match[2])
        owned = clause_subject(segment, match.start() + 1) or list_before(segment, match.start())
        if since and buyer is not None and owned and owned[0].cluster.kind == "org":
            target = targets.thing(owned[0])
            if target is not None:
                yield Takeover(buyer.cluster, target, None, match.start(), since=int(since))
    for match in HELD.finditer(segment.text):
        target, buyer = targets.thing(mention_of(segment, match[1])), mention_of(segment, match[2])
        if target is not None and buyer is not None and float(match[3]) >= 50:
            yield Takeover(buyer.cluster, target, None, match.start(2), since=int(match[4]))
    for match in WHICH.finditer(segment.text):
        target, buyer = targets.thing(mention_of(segment, match[1])), mention_of(segment, match[2])
        if target is not None and buyer is not None and (not buyer.anaphoric or buyer.cluster.kind == "org"):
            yield Takeover(buyer.cluster, target, None, match.end())


def mergers(segment: Segment, targets: Targets) -> Iterator[Takeover]:
    """Such as "Foo merges with Bar", "the merger of Foo and Bar"; never with a company made for going public."""
    text = segment.text
    if re.search(r"\b(?:SPAC|blank-che(?:ck|que)|go(?:ing)? public|Acquisition Corp)\b", segment.sentence.text):
        return
    pairs = [(mention_of(segment, m[1]), mention_of(segment, m[2]), m.start()) for m in MERGER_OF.finditer(text)]
    pairs += [(acting_before(segment, m.start()), mention_of(segment, m[1]), m.start()) for m in MERGES.finditer(text)]
    for match in MERGED.finditer(text):
        both = [m for m in clause_subject(segment, match.start() + 1) if m.cluster.kind in {"org", "unknown"}]
        both = both or list_before(segment, match.start())
        if len(both) == 2:
            pairs.append((both[0], both[1], match.start()))
    for first, second, at in pairs:
        if first is not None and second is not None and not first.anaphoric | second.anaphoric:
            yield Takeover(first.cluster, Target(second.cluster.name, None, second.cluster), None, at)


def passed_on(segment: Segment, targets: Targets) -> Iterator[Takeover]:
    """Such as "Bar, sold in May to Foo"."""
    for match in PASSED_ON.finditer(segment.text):
        target, passed_to = targets.thing(mention_of(segment, match[1])), mention_of(segment, match[2])
        company = target is not None and target.cluster is not None and target.cluster.kind == "org"
        if target is not None and passed_to is not None and company and passed_to.cluster.kind == "org":
            yield Takeover(passed_to.cluster, target, None, match.start(2))


def subsidiaries(segment: Segment, targets: Targets) -> Iterator[Takeover]:
    """Such as "Bar became a Foo subsidiary"."""
    for match in SUBSIDIARY.finditer(segment.text):
        owner = mention_of(segment, match[1])
        owned = [m for m in clause_subject(segment, match.start() + 1) if m.cluster.kind == "org"]
        target = targets.thing(owned[0]) if owned else None
        if target is not None and owner is not None:
            yield Takeover(owner.cluster, target, None, match.start())
