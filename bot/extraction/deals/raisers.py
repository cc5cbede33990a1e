"""Whose financing a text speaks of: the company named beside a sum, or the one that has been in focus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.extraction.deals.backers import Backing
from bot.extraction.deals.clauses import date_by, predicate_at, status, subject_names
from bot.extraction.deals.eras import eras, of_date
from bot.extraction.deals.financing import (
    DESC,
    INVEST,
    LEAD,
    NAME,
    NOUN,
    STRONG,
    WEAK,
    Anchor,
    Financing,
    given_to,
    looks_like_investor,
)
from bot.extraction.kind import Era
from bot.extraction.products.things import is_thing
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.model.when import When

_VERB = re.compile(rf"\b(?:(?P<raise>{STRONG})|(?P<invest>{INVEST})|(?P<lead>{LEAD})|(?P<weak>{WEAK}))\b")
_OWNER = re.compile(r"<n(\d+)>(?:'s?|s') (?:(?!and\b)[\w'+\"-]+,? |<[dm]\d+>(?:'s)? ){0,6}\Z")
_FOR = re.compile(
    rf"(?:[ -](?:(?:[\w+'&]|-(?!<))++|<[rmd]\d+>|\([^()]*\))){{0,6}}?\)?,? (?:for|in|into|to|of|at) "
    rf"(?:<n\d+>'s (?:[a-z-]+ ){{0,2}}(?:startup|company|firm|venture|outfit), )?{DESC}[\"“*]*{NAME}"
)
_LATE_FOR = re.compile(rf"[^;.]{{0,80}}? for {DESC}{NAME}")
_START = re.compile(r"\W*(?:<n\d+>'s )?<n(\d+)>(?: ?\([^()]*\))?[\"”*]*(?: ?:| [–—|-]) ")
_VALUED = re.compile(rf"\b(?:valu(?:es|ing|ed)|turn(?:s|ed)|pric(?:es|ing)|mak(?:es|ing)) {DESC}{NAME}")
_IN_WHICH = re.compile(rf"{NAME}(?:,? [^;.<]{{2,70}}?)?,? (?:in|into) which (?:[^;.<]|<n\d+>){{1,60}}\Z")
_FITTED = re.compile(
    rf"\b(?:rescu(?:es|ed)|sav(?:es|ed)|suppl(?:ies|ied)|provid(?:es|ed)|entrust(?:s|ed)|arm(?:s|"
    rf"ed)) {DESC}{NAME} with "
    rf"[^<;.]{{0,40}}\Z"
)
"""Whom money was given to ("rescued Foo with an infusion of")."""
_INVEST_IN = re.compile(
    rf"\b(?:invest(?:s|ed|ing|ment)?|participat\w+|stake) in {DESC}{NAME},? (?:in|with|as part of|through|via|during) "
    rf"(?:(?:an?|the|its|new|latest|recent|more|than|about|nearly|over|around) ){{0,4}}\Z"
)
"""Whom money was given to ("invested in Foo, in a <m> round")."""
_IN_BRACKETS = re.compile(rf"{NAME} ?\((?:which|who) (?:[^()<]|<[rmd]\d+>|<n\d+>'s ){{1,80}}\Z")
"""Of whom a bracket tells it ("Foo (which raised …)")."""
_ROUND_FOR = re.compile(rf"\b{NOUN} (?:for|in|into) {DESC}[\"“*]*{NAME}")
_LABEL = re.compile(
    r"<n(\d+)>[\"”*]*(?: ?\([^()]*\))?(?:, [a-z][\w ,<>-]{2,40}?)?[\"”*]*(?: ?:| [–—|-]|(?<=\))) ?"
    r"(?:an? |another |the |its |new |fresh )*\Z"
)
_ROUND_OF = re.compile(rf"<n(\d+)>(?:'s?|s') (?:[\w'-]+ ){{0,4}}{NOUN}\b(?! (?:arm|fund|firm|vehicle|bank|house))")
_OPENS_CLAUSE = re.compile(r"(?:\A\W*|[,:] (?:and|while|but) )<n(\d+)> (?:has |have |had |also |then |now )*\Z")
"""Before the verb of a clause: its subject, even where the parser takes the one of the clause before."""
_NOT_RAISING = {"outlet", "exchange", "bank", "university", "investor", "government"}


@dataclass(slots=True)
class Reading:
    """What has been read so far: the financing in focus and where it was last spoken of."""

    ctx: Context
    current: Financing | None = None
    last: int = -99
    done: list[Financing] = field(default_factory=list)
    shared: set[int] = field(default_factory=set)
    topic: Cluster | None = None
    topic_at: int = -99

    def resolve(self, mention: Mention, index: int) -> Cluster | None:
        """The company a mention stands for; descriptions and pronouns mean the one in focus rather than its backers."""
        cluster = mention.cluster
        if mention.anaphoric:
            if (
                self.current is not None
                and index - self.last <= 4
                and (looks_like_investor(cluster) or cluster in self.current.backers or cluster.kind != "org")
            ):
                return self.current.company
            if looks_like_investor(cluster) or cluster.kind not in {"org", "unknown"} or self.outshone(cluster):
                return self.ctx.main
        if is_thing(self.ctx, cluster):
            return self.maker(cluster)
        return None if cluster.kind == "place" else cluster

    def maker(self, thing: Cluster) -> Cluster | None:
        """Whose product it is, where the money was told of the product: the company of the article."""
        main = self.ctx.main
        if main is not None and main is not thing and not is_thing(self.ctx, main):
            return main
        return self.current.company if self.current is not None else None

    def fallback(self, index: int) -> Cluster | None:
        """Whom a sentence that names no company speaks of."""
        recent = self.topic is not None and self.topic_at > self.last and index - self.topic_at <= 3
        if recent and self.topic is not None and not self.outshone(self.topic):
            return self.topic
        if self.current is not None and index - self.last <= 6:
            return self.current.company
        return self.ctx.main if self.ctx.main is None or not is_thing(self.ctx, self.ctx.main) else None

    def outshone(self, cluster: Cluster) -> bool:
        """Whether the article is so much about one company that a stray name is hardly the one raising money."""
        main = self.ctx.main
        if main is None or cluster is main:
            return False
        return len(main.mentions) >= max(6, 4 * len(cluster.mentions))

    def other(self, segment: Segment, apart: set[Cluster]) -> Cluster | None:
        """The company meant where a description was taken for the investor itself."""
        named = [m.cluster for m in segment.names if m.cluster.kind == "org" and m.cluster not in apart]
        choices = [self.current.company if self.current else None, self.ctx.main, *named]
        return next((c for c in choices if c is not None and c not in apart), None)

    def era(self, deal: Financing) -> Era:
        """Whether a financing is told as news or as one of before."""
        place = max(deal.place, deal.segment.start)
        return eras(self.ctx).of(deal.segment.sentence, place, deal.date)

    def is_past(self, when: When | None) -> bool:
        """Whether a date lies long before the article's."""
        return of_date(when, self.ctx.published) == "old"

    def of_another_time(self, deal: Financing, segment: Segment, position: int) -> Era:
        """Whether a place of a masked text speaks of another time than a financing was told of: of which, if so."""
        era = eras(self.ctx).own(segment.sentence, segment.origin(position))
        return era if era and self.era(deal) not in ("", era) else ""

    def meant(self, current: Financing, segment: Segment, position: int) -> Financing:
        """The financing that a passage adds to: the one in focus, or of another time the last of that, or a new one."""
        era = self.of_another_time(current, segment, position)
        if not era:
            return current
        told = [deal for deal in self.done if deal.company is current.company and self.era(deal) == era]
        if told:
            return told[-1]
        return self.open(segment, current.company, position)

    def open(self, segment: Segment, company: Cluster, position: int) -> Financing:
        """A financing of which neither sum nor round is told."""
        deal = Financing(segment, company, status=status(segment.text), score=0.8, place=segment.origin(position))
        deal.date = date_by(segment, position, 0, len(segment.text))
        self.done.append(deal)
        return deal

    def share(self, deal: Financing) -> None:
        """Files a financing of which nothing but the company and a date or a valuation is known."""
        self.done.append(deal)
        self.shared.add(id(deal))

    def note(self, segment: Segment) -> None:
        """Keeps the last organisation that was the subject of a sentence."""
        for predicate in segment.sentence.predicates:
            for arg in predicate.surface_subjects:
                for mention in (arg.mentions or arg.inside)[:1]:
                    if segment.start <= mention.start < segment.end and self._may_raise(mention):
                        self.topic, self.topic_at = mention.cluster, segment.sentence.index
                        return

    def _may_raise(self, mention: Mention) -> bool:
        cluster = mention.cluster
        return (
            not mention.anaphoric
            and cluster.kind == "org"
            and not is_thing(self.ctx, cluster)
            and cluster.subkind not in _NOT_RAISING
            and not looks_like_investor(cluster)
            and not any(cluster in deal.backers for deal in self.done)
        )


def own_verb(segment: Segment, anchor: Anchor) -> re.Match[str] | None:
    """The verb of the financing that governs an anchor: the last before it in its clause."""
    verbs = [m for m in _VERB.finditer(segment.text, 0, anchor.start) if anchor.start - m.end() <= 75]
    verbs = [
        m for m in verbs if not re.search(r"<n\d+>", segment.text[m.end() : anchor.start]) or m["lead"] or m["invest"]
    ]
    if not verbs:
        end = anchor.end if anchor.money is None else max(anchor.end, segment.position(f"m{anchor.money}"))
        inside = [m for m in _VERB.finditer(segment.text, anchor.start, end) if m["raise"]]
        here = segment.origin(anchor.start)
        own = [v for v in inside if any(m.start > here for m in subject_names(segment, v.start()))]
        return own[0] if own else None
    return verbs[-1]


_PUT_IN = re.compile(rf" (?:in|into) {DESC}{NAME}")


_STAKE_IN = re.compile(
    rf"<m\d+> (?:[a-z]+ )?(?:stake|interest|holding|investment) (?:in|into) "
    rf"(?:<n\d+>\.?-based (?:[a-z]+ ){{0,3}})?{DESC}{NAME}"
)

_HELD_BEFORE = re.compile(
    rf"\b(?:stake|interest|holding) in (?:<n\d+>\.?-based (?:[a-z]+ ){{0,3}})?{DESC}{NAME} "
    r"(?:through|via|with|for) an? \Z"
)
"""Before a sum that was paid for a share ("a 9% stake in Brisk through a $60 million investment")."""


def _held(segment: Segment, anchor: Anchor) -> Mention | None:
    """In whom a sum is a stake ("a $60 million stake in Brisk")."""
    if anchor.money is None:
        return None
    at = segment.position(f"m{anchor.money}")
    stake = _STAKE_IN.match(segment.text, at) or _HELD_BEFORE.search(segment.text[:at])
    return segment.named(stake[1]) if stake is not None else None


def investing(segment: Segment, anchor: Anchor) -> tuple[Mention, Mention] | None:
    """Who gives and who gets a strategic investment ("Acme's strategic investment in Brisk")."""
    owner = _OWNER.search(segment.text[: anchor.start])
    target = _PUT_IN.match(segment.text, anchor.end)
    named = anchor.round is not None and segment.rounds[anchor.round].text.lower().endswith("investment")
    return (segment.named(owner[1]), segment.named(target[1])) if named and owner and target else None


def companies(segment: Segment, anchor: Anchor, backs: list[Backing]) -> Iterator[Mention]:
    """Whose financing an anchor may be, the likeliest first."""
    text = segment.text
    backing = {id(n) for b in backs for n in b.names}
    verb = own_verb(segment, anchor)
    owner = _OWNER.search(text[: anchor.start])
    target = _FOR.match(text[anchor.end :])
    yield from _right_before(segment, anchor)
    if (sides := investing(segment, anchor)) is not None:
        yield sides[1]
    if (held := _held(segment, anchor)) is not None and not held.anaphoric:
        yield held
    holder = segment.named(owner[1]) if owner and not text[: owner.start()].rstrip().endswith(" from") else None
    if holder is not None and not holder.anaphoric:
        yield holder
    if verb and (verb["raise"] or verb["weak"]):
        yield from _raising(segment, verb, target, backing, holder is not None)
    if holder is not None:
        yield holder
    named = (
        target,
        _VALUED.search(text),
        _ROUND_OF.search(text[: anchor.start]),
        _ROUND_FOR.search(text),
    )
    yield from (segment.named(found[1]) for found in named if found)
    predicate = predicate_at(segment.sentence, segment.origin(verb.start())) if verb else None
    if predicate and not (verb and verb["invest"]):
        yield from (m for arg in predicate.subjects for m in arg.mentions if id(m) not in backing)
    late = _LATE_FOR.match(text[anchor.end :]) if not verb else None
    yield from (segment.named(found[1]) for found in (_ROUND_OF.search(text), _START.match(text), late) if found)


def _right_before(segment: Segment, anchor: Anchor) -> Iterator[Mention]:
    """Who is given it, holds it or labels it in the words that end where an anchor begins."""
    if (given := given_to(segment, anchor.start)) is not None:
        yield given
    before = segment.text[: anchor.start]
    met = (pattern.search(before) for pattern in (_IN_WHICH, _IN_BRACKETS, _FITTED, _LABEL, _INVEST_IN))
    yield from (segment.named(found[1]) for found in met if found)


def _raising(
    segment: Segment, verb: re.Match[str], target: re.Match[str] | None, backing: set[int], is_held: bool
) -> Iterator[Mention]:
    """Who raises it by its verb: whom a person raises it for, its subject, the houses named before it."""
    before = _OPENS_CLAUSE.search(segment.text[: verb.start()])
    if before and id(opens := segment.named(before[1])) not in backing and opens.kind == "org":
        yield opens
    subjects = [m for m in subject_names(segment, verb.start()) if id(m) not in backing]
    people = [m for m in subjects if m.cluster.kind == "person" and not m.anaphoric]
    if target and (people or not subjects):
        named = segment.named(target[1])
        if id(named) not in backing and named.cluster.kind != "place":
            yield named
    yield from (m for m in subjects if not (is_held and m.anaphoric))
    earlier = [int(t[1:]) for t, (a, _) in segment.at.items() if t[0] == "n" and a < verb.start()]
    for number in reversed(earlier):
        if id(segment.names[number]) not in backing and segment.names[number].kind == "org":
            yield segment.names[number]


def bystanders(reading: Reading, segment: Segment, backs: list[Backing]) -> Iterator[Cluster]:
    """Whose financing it may be where nothing in the clause tells: those named beside it, then the one in focus."""
    yield from _present(reading, segment, {id(n) for b in backs for n in b.names})
    fallback = reading.fallback(segment.sentence.index)
    if fallback is not None:
        yield fallback


def _present(reading: Reading, segment: Segment, backing: set[int]) -> Iterator[Cluster]:
    """The companies that a segment names beside its backers, those that the article has spoken of most first."""
    named = [m.cluster for m in segment.names if m.kind == "org" and not m.anaphoric and id(m) not in backing]
    known = [
        c
        for c in named
        if c.subkind not in _NOT_RAISING and (c is reading.ctx.main or c is reading.topic or len(c.mentions) > 1)
    ]
    yield from sorted(dict.fromkeys(known), key=lambda c: (c is not reading.ctx.main, -len(c.mentions)))
