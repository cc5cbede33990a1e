"""Takeovers in masked text: who buys what from whom, in the ways English has of saying so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.extraction.deals.clauses import clause_subject, predicate_at
from bot.extraction.deals.financing import DESC, NAME
from bot.extraction.deals.takeover_words import (
    AFTER_PRICE,
    BEFORE_PRICE,
    BELONGS,
    BIDDER,
    BIDDERS,
    BUYING,
    CONTROL,
    COURTING,
    DESCRIBED,
    FURTHER,
    GOODS,
    HELD,
    LARGEST,
    MERGED,
    MERGER_OF,
    MERGES,
    NOT_TARGETS,
    NOUN,
    OWNED_UNIT,
    PAID,
    PASSED,
    PASSED_ON,
    RIVAL,
    ROBOT_UNIT,
    SHARE,
    SOLD,
    STAKE,
    SUBSIDIARY,
    TARGET,
    UNIT_OF,
    WHICH,
)
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Arg
from bot.extraction.text.cues import ORG_NOUNS
from bot.extraction.text.lists import list_after, list_before
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.model.money import Money


@dataclass(frozen=True, slots=True)
class Target:
    """What is bought: a company, or a business unit named after the group it belongs to."""

    name: str
    seller: str | None = None
    cluster: Cluster | None = None


@dataclass(frozen=True, slots=True)
class Takeover:
    """A takeover told at a place of the masked text; `since` is the number of a date that ends "owned since"."""

    buyer: Cluster
    target: Target
    seller: str | None
    at: int
    mood: str = "fact"
    since: int | None = None


def price(segment: Segment) -> Money | None:
    """The sum that a segment gives as the price of a takeover."""
    for number, mention in enumerate(segment.money):
        start, end = segment.at[f"m{number}"]
        before, after = segment.text[:start], segment.text[end:]
        if re.match(r" (?:of (?:revenue|sales)|a share|per share|in (?:revenue|sales))|-a-share", after):
            continue
        if BEFORE_PRICE.search(before) or AFTER_PRICE.match(after):
            return mention.money
    return None


_NO_BUYERS = {"exchange", "outlet"}
_THE_COMPANY = re.compile(r"(?:the (?:company|startup|start-up|firm|business)|it)\Z", re.IGNORECASE)


def _orgs(args: Iterable[Arg]) -> list[Mention]:
    return [m for arg in args for m in arg.mentions if m.cluster.kind in {"org", "unknown", "person"}]


def _named(segment: Segment, number: str | None) -> Mention | None:
    mention = segment.names[int(number)] if number else None
    return (
        mention
        if mention is not None and (mention.cluster.kind not in {"place", "product"} or mention.anaphoric)
        else None
    )


def _after(segment: Segment, position: int, word: str) -> Mention | None:
    match = re.compile(rf"[^;.]{{0,70}}?\b{word} {DESC}{NAME}").match(segment.text, position)
    return _named(segment, match[1]) if match else None


def _before(segment: Segment, position: int) -> Mention | None:
    """The subject of the clause around a place, else the last organisation named before it."""
    subjects = [m for m in clause_subject(segment, position) if m.cluster.kind in {"org", "unknown"}]
    if subjects:
        return subjects[0]
    named = [segment.names[int(t[1:])] for t, (start, _) in segment.at.items() if t[0] == "n" and start < position]
    return next(
        (m for m in reversed(named) if m.cluster.kind in {"org", "unknown"} and m.cluster.subkind not in _NO_BUYERS),
        None,
    )


def _assets(segment: Segment, position: int) -> list[Mention]:
    """The company whose business or goods are the subject of the clause around a place ("the patents of <n>")."""
    here = segment.origin(position)
    around = [p for p in segment.sentence.predicates if not p.noun and p.clause_start <= here < p.clause_end]
    args = [a for p in around for a in (p.objects if p.passive else p.subjects) if a.head in GOODS]
    return [m for a in args for m in a.inside if m.cluster.kind == "org"]


def _meant(segment: Segment, verb: re.Match[str], buyer: Mention | None, target: Target | None) -> Target | None:
    """What "the company" behind a verb of buying is: the organisation named last before the buyer in the segment."""
    thing = re.match(r" (?:the )?<n(\d+)>", segment.text[verb.end() :])
    if buyer is None or thing is None:
        return target
    said = segment.names[int(thing[1])]
    if not said.anaphoric or not _THE_COMPANY.match(said.text):
        return target
    before = [m for m in segment.names if m.end <= buyer.start and m.kind == "org" and not m.anaphoric]
    last = before[-1].cluster if before else None
    if last is None or last is buyer.cluster or last.subkind in _NO_BUYERS:
        return target
    return Target(last.name, None, last)


class Finder:
    """Reads segments in order; remembers the last thing bought, which "it" and "the company" then mean."""

    def __init__(self, main: Cluster | None = None) -> None:
        self.main = main
        self.last: Target | None = None

    def about(self) -> Target | None:
        """What a bid speaks of where it names nothing: the last thing bought, else the company of the article."""
        return self.last or (Target(self.main.name, None, self.main) if self.main is not None else None)

    def read(self, segment: Segment) -> list[Takeover]:
        """Every takeover of a segment, each pair of buyer and target once."""
        found: dict[tuple[str, str], Takeover] = {}
        parts = (
            self._verbs,
            self._stakes,
            self._nouns,
            self._sales,
            self._owners,
            self._mergers,
            self._bids,
            self._suitors,
        )
        for part in parts:
            for deal in part(segment):
                same = deal.buyer is deal.target.cluster or deal.buyer.name == deal.target.name
                if not same and deal.buyer.kind != "place":
                    found.setdefault((deal.buyer.name, deal.target.name), deal)
        for deal in found.values():
            self.last = deal.target
        return list(found.values())

    def _thing(self, mention: Mention | None) -> Target | None:
        if mention is None:
            return None
        if mention.anaphoric and self.last is not None:
            return self.last
        cluster = mention.cluster
        if cluster.owner is not None and ROBOT_UNIT.search(cluster.name):
            return Target(f"{cluster.owner.name} Robotics", cluster.owner.name)
        return Target(mention.cluster.name, None, mention.cluster)

    def _target(self, segment: Segment, position: int) -> Target | None:
        """What is bought, read from a place of the masked text on."""
        rest = segment.text[position:].lstrip()
        if unit := UNIT_OF.match(rest) or OWNED_UNIT.match(rest):
            owner = segment.names[int(unit["owner"])].cluster
            if owner.kind in {"org", "unknown", "person"}:
                words = re.sub(r"<n(\d+)>", lambda m: segment.names[int(m[1])].text, unit["unit"])
                robots = re.match(r"(?:industrial )?robot(?:ics|s)? (?:business|unit|division|arm)\Z", words)
                return Target(f"{owner.name} Robotics" if robots else f"{owner.name} {words}", owner.name)
        if rival := RIVAL.match(rest):
            return self._thing(_named(segment, rival[1] or rival[2]))
        match = TARGET.match(rest)
        while (
            match and segment.names[int(match[1])].cluster.kind == "place" and re.match(r" [a-z]", rest[match.end() :])
        ):
            rest = rest[match.end() :].lstrip()
            match = TARGET.match(rest)
        if not match or NOT_TARGETS.search(re.sub(r"<n\d+>", "", match.group())):
            return None
        return self._thing(_named(segment, match[1]))

    def _verbs(self, segment: Segment) -> Iterator[Takeover]:
        text = segment.text
        for match in BUYING.finditer(text):
            predicate = predicate_at(segment.sentence, segment.origin(match.start()))
            mood = predicate.mood if predicate else "fact"
            seller = _after(segment, match.end(), "from")
            sold_by = seller.cluster.name if seller else None
            if predicate and predicate.passive:
                buyer = next(iter(_orgs(predicate.subjects)), None) or _after(segment, match.end(), "by")
                if buyer is None and not segment.sentence.title:
                    self.last = next((self._thing(m) for m in _orgs(predicate.objects)), self.last)
                for mention in _orgs(predicate.objects):
                    target = self._thing(mention)
                    if buyer is not None and target is not None:
                        yield Takeover(buyer.cluster, target, sold_by, match.start(), mood)
                continue
            target = self._target(segment, match.end())
            buyer = next(iter(_orgs(predicate.subjects)), None) if predicate else None
            buyer = buyer or _before(segment, match.start())
            target = _meant(segment, match, buyer, target)
            if buyer is None and predicate and self.main and any(a.head in ORG_NOUNS for a in predicate.subjects):
                buyer = next(iter(self.main.named), None)
            share = SHARE.search(text[match.end() : match.end() + 50])
            minority = share is not None and float(share[1]) < 50 and not re.search(r"\b(?:remaining|another)\b", text)
            if target is None or buyer is None or minority:
                continue
            if re.match(r" (?:an? )?(?:[\w-]+ )?(?:stake|holding|minority|shares?|interest)\b", text[match.end() :]):
                continue
            if re.match(r", which receives\b", text[match.end() :].lstrip(" <>n0123456789")):
                continue
            yield Takeover(buyer.cluster, target, target.seller or sold_by, match.start(), mood)
            yield from self._further(segment, match.end(), buyer, target, mood)

    def _further(self, segment: Segment, position: int, buyer: Mention, first: Target, mood: str) -> Iterator[Takeover]:
        """The second of two things bought, behind the first."""
        own = [segment.position(f"n{i}") for i, m in enumerate(segment.names) if m.cluster.name == first.name]
        if first.seller is not None:
            own += [segment.position(f"n{i}") for i, m in enumerate(segment.names) if m.cluster.name == first.seller]
        behind = [p for p in own if p >= position]
        if not behind:
            return
        end = segment.text.index(">", behind[0]) + 1
        if more := FURTHER.match(segment.text, end):
            target = self._thing(_named(segment, more[1]))
            if target is not None and target.cluster is not None and target.cluster.kind in {"org", "unknown"}:
                yield Takeover(buyer.cluster, target, None, more.start(), mood)

    def _stakes(self, segment: Segment) -> Iterator[Takeover]:
        for pattern in (STAKE, CONTROL, LARGEST):
            for match in pattern.finditer(segment.text):
                if pattern is STAKE and float(match["share"]) < 50:
                    continue
                target = self._thing(_named(segment, match[match.lastindex or 1]))
                buyer = _before(segment, match.start() + 1)
                predicate = predicate_at(segment.sentence, segment.origin(match.start()))
                if target is not None and buyer is not None:
                    seller = _after(segment, match.end(), "from")
                    yield Takeover(
                        buyer.cluster,
                        target,
                        seller.cluster.name if seller else None,
                        match.start(),
                        predicate.mood if predicate else "fact",
                    )

    def _nouns(self, segment: Segment) -> Iterator[Takeover]:
        text = segment.text
        for match in NOUN.finditer(text):
            owner = re.search(r"<n(\d+)>(?:'s?|s') (?:[\w-]+ |<m\d+> ){0,4}\Z", text[: match.start()])
            of = re.match(r" (?:of|for) ", text[match.end() :])
            target = self._target(segment, match.end() + of.end()) if of else None
            buyer = _after(segment, match.end(), "by")
            holder = _named(segment, owner[1]) if owner else None
            if target is None and of and buyer is None and (holder or match.group() in {"offer", "bid"}):
                described = DESCRIBED.match(text, match.end())
                target, buyer = (self.about(), holder or _before(segment, match.start())) if described else (None, None)
            if target is None and holder is not None and buyer is not None:
                target = self._thing(holder)
            elif target is not None:
                buyer = buyer or holder or _before(segment, match.start())
            if target is not None and buyer is not None:
                yield Takeover(buyer.cluster, target, target.seller, match.start())
        for match in PAID.finditer(text):
            predicate = predicate_at(segment.sentence, segment.origin(match.start()))
            target = self._target(segment, match.end())
            buyer = (next(iter(_orgs(predicate.subjects)), None) if predicate else None) or _before(
                segment, match.start()
            )
            if target is not None and buyer is not None:
                yield Takeover(
                    buyer.cluster, target, target.seller, match.start(), predicate.mood if predicate else "fact"
                )

    def _sales(self, segment: Segment) -> Iterator[Takeover]:
        for match in SOLD.finditer(segment.text):
            target = self._target(segment, match.start("what"))
            buyer = _named(segment, match[2])
            seller = _before(segment, match.start() + 1)
            share = SHARE.search(match["what"])
            if (
                target is None
                or buyer is None
                or (share and float(share[1]) < 50)
                or re.search(r"\b(?:stake|shares|block)\b", match["what"])
            ):
                continue
            yield Takeover(
                buyer.cluster, target, target.seller or (seller.cluster.name if seller else None), match.start()
            )
        for match in PASSED.finditer(segment.text):
            buyer = _named(segment, match[1])
            subjects = [m for m in clause_subject(segment, match.start() + 1) if m.cluster.kind == "org"]
            subjects = subjects or _assets(segment, match.start() + 1)
            moved = match.group().split()[0] in {"goes", "went", "gone"} and not re.match(
                r"[^<;.]{0,20} for <m", segment.text[match.end() :]
            )
            if buyer is None or buyer.cluster.kind != "org" or not subjects or moved:
                continue
            target = self._thing(subjects[0])
            if target is not None:
                yield Takeover(buyer.cluster, target, None, match.end())

    def _owners(self, segment: Segment) -> Iterator[Takeover]:
        for match in BELONGS.finditer(segment.text):
            since = match[1] or match[3]
            buyer = _named(segment, match[2])
            owned = clause_subject(segment, match.start() + 1) or list_before(segment, match.start())
            if since and buyer is not None and owned and owned[0].cluster.kind == "org":
                target = self._thing(owned[0])
                if target is not None:
                    yield Takeover(buyer.cluster, target, None, match.start(), since=int(since))
        for match in HELD.finditer(segment.text):
            target, buyer = self._thing(_named(segment, match[1])), _named(segment, match[2])
            if target is not None and buyer is not None and float(match[3]) >= 50:
                yield Takeover(buyer.cluster, target, None, match.start(2), since=int(match[4]))
        for match in WHICH.finditer(segment.text):
            target, buyer = self._thing(_named(segment, match[1])), _named(segment, match[2])
            if target is not None and buyer is not None and (not buyer.anaphoric or buyer.cluster.kind == "org"):
                yield Takeover(buyer.cluster, target, None, match.end())

    def _mergers(self, segment: Segment) -> Iterator[Takeover]:
        text = segment.text
        if re.search(r"\b(?:SPAC|blank-che(?:ck|que)|go(?:ing)? public|Acquisition Corp)\b", segment.sentence.text):
            return
        pairs = [(_named(segment, m[1]), _named(segment, m[2]), m.start()) for m in MERGER_OF.finditer(text)]
        pairs += [(_before(segment, m.start()), _named(segment, m[1]), m.start()) for m in MERGES.finditer(text)]
        for match in MERGED.finditer(text):
            both = [m for m in clause_subject(segment, match.start() + 1) if m.cluster.kind in {"org", "unknown"}]
            both = both or list_before(segment, match.start())
            if len(both) == 2:
                pairs.append((both[0], both[1], match.start()))
        for first, second, at in pairs:
            if first is not None and second is not None and not first.anaphoric | second.anaphoric:
                yield Takeover(first.cluster, Target(second.cluster.name, None, second.cluster), None, at)

    def _bids(self, segment: Segment) -> Iterator[Takeover]:
        """Bidders for the company that the text is about, turned away or not."""
        for match in BIDDER.finditer(segment.text):
            buyer = _named(segment, next(g for g in match.groups() if g))
            named = [
                m for m in clause_subject(segment, match.start() + 1) if m.cluster.kind == "org" and not m.anaphoric
            ]
            ask = match.group().startswith(("turned", "rebuffed", "rejected", "spurned", "be"))
            target = self._thing(named[0]) if named and ask else self.about()
            if buyer is not None and buyer.cluster.kind == "org" and target is not None:
                yield Takeover(buyer.cluster, target, None, match.start())

    def _suitors(self, segment: Segment) -> Iterator[Takeover]:
        """Who may buy ("bidders for <n> include <n>", "<n> is circling <n>"), and what was passed on ("sold to")."""
        text = segment.text
        for match in BIDDERS.finditer(text):
            target = self._thing(_named(segment, match[1])) if match[1] else self.about()
            for buyer in list_after(segment, match.end())[0] if target is not None else []:
                if target is not None and buyer.cluster.kind in {"org", "unknown"}:
                    yield Takeover(buyer.cluster, target, None, match.start(), "rumored")
        for match in COURTING.finditer(text):
            target = self._target(segment, match.end())
            suitor = _before(segment, match.start() + 1)
            plain = target is not None and target.cluster is not None and target.cluster.kind in {"org", "unknown"}
            if target is not None and suitor is not None and plain:
                firm = match["verb"].startswith(("offer", "bid", "made", "make"))
                yield Takeover(suitor.cluster, target, target.seller, match.start(), "planned" if firm else "rumored")
        for match in PASSED_ON.finditer(text):
            target, passed_to = self._thing(_named(segment, match[1])), _named(segment, match[2])
            company = target is not None and target.cluster is not None and target.cluster.kind == "org"
            if target is not None and passed_to is not None and company and passed_to.cluster.kind == "org":
                yield Takeover(passed_to.cluster, target, None, match.start(2))
        for match in SUBSIDIARY.finditer(text):
            owner = _named(segment, match[1])
            owned = [m for m in clause_subject(segment, match.start() + 1) if m.cluster.kind == "org"]
            target = self._thing(owned[0]) if owned else None
            if target is not None and owner is not None:
                yield Takeover(owner.cluster, target, None, match.start())
