"""Financings: a company raises a round, an investor puts money in, a minority stake changes hands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.extraction.backers import Backing, backings
from bot.extraction.clusters import Cluster
from bot.extraction.context import Context
from bot.extraction.deals import date_by, clause_subject, predicate_at, status, subject_names
from bot.extraction.financing import (
    DESC,
    INVEST,
    LEAD,
    NAME,
    NOUN,
    STRONG,
    WEAK,
    Anchor,
    Financing,
    anchors,
    looks_like_investor,
    modifiers,
)
from bot.extraction.kind import Draft, Kind
from bot.extraction.lists import list_after, list_before
from bot.extraction.masking import Segment, all_segments, masked, merged
from bot.extraction.mentions import Mention
from bot.extraction.sums import role
from bot.model.statement import Investor

_VERB = re.compile(rf"\b(?:(?P<raise>{STRONG})|(?P<invest>{INVEST})|(?P<lead>{LEAD})|(?P<weak>{WEAK}))\b")
_OWNER = re.compile(r"<n(\d+)>(?:'s?|s') (?:(?!and\b)[\w'+\"-]+,? |<[dm]\d+>(?:'s)? ){0,6}\Z")
_FOR = re.compile(
    rf"(?:[ -](?:[\w+'&-]+|<[rmd]\d+>|\([^()]*\))){{0,6}}?\)?,? (?:for|in|into|to|of|at) {DESC}[\"“*]*{NAME}"
)
_VALUED = re.compile(rf"\b(?:valu(?:es|ing|ed)|turn(?:s|ed)|pric(?:es|ing)) {DESC}{NAME}")
_ROUND_FOR = re.compile(rf"\b{NOUN} (?:for|in|into) {DESC}[\"“*]*{NAME}")
_LABEL = re.compile(r"<n(\d+)>(?: ?\([^()]*\))?[\"”*]*(?: ?:| [–—|-]) ?(?:an? |another |the |its |new |fresh )*\Z")
_TOGETHER = re.compile(
    r"\b(?:[Bb]etween them|together|combined|the (?:two|three|four|five|pair|trio|quartet)|jointly|in sum)\b"
)
_BECAME = re.compile(
    r"(?:also )?(?:became|becomes?|was added as|entered as) (?:an? |its |the )?(?:new |strategic |minority )*(?:shareholders?|investors?)(?: (?:of|in) (?=(?:[a-z]+ ){0,3}<n))?"
)
_NEXT_ROUND = re.compile(r"\b(?:next|new|further|another|fresh) (?:[a-z-]+ )?(?:round|financing|funding)\b")
_SAME = re.compile(
    r"\W*(?:The|This|That|Its) (?:[\w-]+ )?(?:round|financing|deal|investment|raise|money|sum|transaction)\b"
)
_ROUND_OF = re.compile(rf"<n(\d+)>(?:'s?|s') (?:[\w'-]+ ){{0,4}}{NOUN}\b")
_ROUND = re.compile(
    r"\b(?:the|that|this|its|<n\d+>'s|new|latest|fresh|those) (?:[\w-]+ ){0,2}(?:rounds?|financing|funding|deal|raise|investment|money|cash|capital|transaction|cheque|syndicate|two)\b|"
    r"\b(?:investors?|backers?|shareholders?|participants|round|proceeds)\b|<r\d+>",
    re.IGNORECASE,
)
_STAKE = re.compile(
    rf"\b(?:t(?:ook|akes?|aken|aking)|b(?:ought|uys?|uying)|acquir(?:es?|ed|ing)|g[eo]ts?|obtain(?:s|ed)|receiv(?:es|ed)|purchas(?:es|ed))(?: up)? (?:an? |the |another )?(?P<what>[^<;.]{{0,30}}?"
    rf"(?:stake|holding|shareholding|interest|shares?|\d ?%|per ?cent|percent)[^<;.]{{0,20}}?) (?:in|of) {DESC}[\"“]*<n(?P<n>\d+)>"
)
_PLAIN_INVEST = re.compile(
    rf"\b(?:invest(?:s|ed|ing)?|(?:put|puts|putting|pour(?:s|ed)|pumped|sunk) (?:[a-z-]+ )?(?:money|capital|cash|funds)|bought|buys) (?:in|into) (?={DESC}[\"“]*<n)|"
    rf"\b(?:strategic |minority |first )?(?:investments?|bets?|wager) (?:in|into|on) (?={DESC}[\"“]*<n)|\b(?:backs|backed|bankrolled|bankrolls|funds) (?=<n)"
)
_LED_IN = re.compile(
    rf"\b{LEAD} (?:an?|the|<n\d+>'s?|that|its|another) [^<;.]{{0,40}}(?:round|financing|investment|seed)[^<;.]{{0,20}} (?:in|for|of|into) (?={DESC}[\"“]*<n)"
)
_RECEIVED = re.compile(
    r"\b(?:receiv\w+|got|won|obtained|secured|took|accepted|landed|attracted) (?:an? |the |new |strategic |fresh |minority )*(?:investments?|money|funding|backing|capital|cash) (?:from|by) "
)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|per ?cent\b)")


_NOT_RAISING = {"outlet", "exchange", "bank", "university", "investor", "government"}
_LENT = {
    None,
    "Loan",
    "Grant",
    "Debt",
    "Bridge loan",
    "Convertible note",
    "Convertible loan",
    "Crowdfunding",
    "Strategic",
    "Growth",
}


@dataclass(slots=True)
class _Reading:
    """What has been read so far: the financing in focus and where it was last spoken of."""

    ctx: Context
    current: Financing | None = None
    last: int = -99
    done: list[Financing] = field(default_factory=list)
    shared: set[int] = field(default_factory=set)
    topic: Cluster | None = None
    topic_at: int = -99

    def resolve(self, mention: Mention, index: int) -> Cluster | None:
        """The company a mention stands for; descriptions and pronouns mean the company in focus rather than its backers."""
        cluster = mention.cluster
        if mention.anaphoric:
            if (
                self.current is not None
                and index - self.last <= 4
                and (looks_like_investor(cluster) or cluster in self.current.backers or cluster.kind != "org")
            ):
                return self.current.company
            if looks_like_investor(cluster) or cluster.kind not in {"org", "unknown"}:
                return self.ctx.main
        return None if cluster.kind == "place" else cluster

    def fallback(self, index: int) -> Cluster | None:
        """Whom a sentence that names no company speaks of."""
        if self.topic is not None and self.topic_at > self.last and index - self.topic_at <= 3:
            return self.topic
        if self.current is not None and index - self.last <= 6:
            return self.current.company
        return self.ctx.main

    def other(self, segment: Segment, apart: set[Cluster]) -> Cluster | None:
        """The company meant where a description was taken for the investor itself."""
        named = [m.cluster for m in segment.names if m.cluster.kind == "org" and m.cluster not in apart]
        choices = [self.current.company if self.current else None, self.ctx.main, *named]
        return next((c for c in choices if c is not None and c not in apart), None)

    def note(self, segment: Segment) -> None:
        """Keeps the last organisation that was the subject of a sentence."""
        for predicate in segment.sentence.predicates:
            for arg in predicate.objects if predicate.passive else predicate.subjects:
                for mention in (arg.mentions or arg.inside)[:1]:
                    cluster = mention.cluster
                    if (
                        not mention.anaphoric
                        and segment.start <= mention.start < segment.end
                        and cluster.kind == "org"
                        and not looks_like_investor(cluster)
                        and not any(cluster in deal.backers for deal in self.done)
                    ):
                        if cluster.subkind not in _NOT_RAISING:
                            self.topic, self.topic_at = cluster, segment.sentence.index
                            return


def _own_verb(segment: Segment, anchor: Anchor) -> re.Match[str] | None:
    """The verb of the financing that governs an anchor: the last before it in its clause."""
    verbs = [m for m in _VERB.finditer(segment.text, 0, anchor.start) if anchor.start - m.end() <= 75]
    verbs = [
        m for m in verbs if not re.search(r"<n\d+>", segment.text[m.end() : anchor.start]) or m["lead"] or m["invest"]
    ]
    return verbs[-1] if verbs else None


def _companies(
    reading: _Reading, segment: Segment, anchor: Anchor, backs: list[Backing]
) -> Iterator[Mention | Cluster]:
    """Whose financing an anchor may be, the likeliest first."""
    text, index = segment.text, segment.sentence.index
    backing = {id(n) for b in backs for n in b.names}
    verb = _own_verb(segment, anchor)
    owner = _OWNER.search(text[: anchor.start])
    target = _FOR.match(text[anchor.end :])
    if label := _LABEL.search(text[: anchor.start]):
        yield segment.names[int(label[1])]
    holder = segment.names[int(owner[1])] if owner and not text[: owner.start()].rstrip().endswith(" from") else None
    if holder is not None and not holder.anaphoric:
        yield holder
    if verb and (verb["raise"] or verb["weak"]):
        subjects = [m for m in subject_names(segment, verb.start()) if id(m) not in backing]
        people = [m for m in subjects if m.cluster.kind == "person" and not m.anaphoric]
        if target and (people or not subjects):
            named = segment.names[int(target[1])]
            if id(named) not in backing and named.cluster.kind != "place":
                yield named
        yield from (m for m in subjects if holder is None or not m.anaphoric)
        before = [int(t[1:]) for t, (a, _) in segment.at.items() if t[0] == "n" and a < verb.start()]
        for number in reversed(before):
            if id(segment.names[number]) not in backing and segment.names[number].kind == "org":
                yield segment.names[number]
    if holder is not None:
        yield holder
    if target:
        yield segment.names[int(target[1])]
    if valued := _VALUED.search(text):
        yield segment.names[int(valued[1])]
    if named_round := _ROUND_OF.search(text[: anchor.start]):
        yield segment.names[int(named_round[1])]
    if for_whom := _ROUND_FOR.search(text):
        yield segment.names[int(for_whom[1])]
    predicate = predicate_at(segment.sentence, segment.origin(verb.start())) if verb else None
    if predicate and not (verb and verb["invest"]):
        yield from (m for arg in predicate.subjects for m in arg.mentions if id(m) not in backing)
    if named_round := _ROUND_OF.search(text[: anchor.start]):
        yield segment.names[int(named_round[1])]
    yield from _present(reading, segment, backing)
    fallback = reading.fallback(index)
    if fallback is not None:
        yield fallback


def _present(reading: _Reading, segment: Segment, backing: set[int]) -> Iterator[Cluster]:
    """The companies that a segment names beside its backers, those that the article has spoken of most first."""
    named = [m.cluster for m in segment.names if m.kind == "org" and not m.anaphoric and id(m) not in backing]
    known = [
        c
        for c in named
        if c.subkind not in _NOT_RAISING and (c is reading.ctx.main or c is reading.topic or len(c.mentions) > 1)
    ]
    yield from sorted(dict.fromkeys(known), key=lambda c: (c is not reading.ctx.main, -len(c.mentions)))


def _open(
    reading: _Reading, segment: Segment, anchor: Anchor, low: int, high: int, backs: list[Backing]
) -> Financing | None:
    index = segment.sentence.index
    company: Cluster | None = None
    verb = _own_verb(segment, anchor)
    givers = subject_names(segment, verb.start()) if verb and (verb["invest"] or verb["lead"]) else []
    backing = {n.cluster for n in (*(n for b in backs for n in b.names), *givers)}
    described = modifiers(segment)
    for choice in _companies(reading, segment, anchor, backs):
        if id(choice) in described:
            continue
        cluster = choice if isinstance(choice, Cluster) else reading.resolve(choice, index)
        if cluster is not None:
            if cluster in backing or cluster.kind == "place":
                continue
            if looks_like_investor(cluster) and not (reading.ctx.main is cluster):
                continue
            company = cluster
            break
    if company is None:
        return None
    predicate = predicate_at(segment.sentence, segment.origin(verb.start())) if verb else None
    clause = segment.text[max(low, anchor.start - 90) : min(high, anchor.end + 25)]
    deal = Financing(segment, company)
    deal.amount = segment.money[anchor.money].money if anchor.money is not None else None
    deal.round = segment.rounds[anchor.round].round if anchor.round is not None else None
    deal.date = date_by(segment, anchor.end, low, high)
    deal.status = status(clause, predicate.mood if predicate else "fact")
    deal.add(tuple(givers), bool(verb and verb["lead"] and verb["lead"].startswith(("led", "lead", "co", "head"))))
    if deal.status == "rumored" and re.search(
        r"\b(?:discuss|negotiat|in talks|consider|weigh)[^;.]{0,40}(?:invest|lead|put|round in|stake)", segment.text
    ):
        deal.add(tuple(m for m in clause_subject(segment, anchor.start) if not m.anaphoric), False)
    return deal


def _windows(segment: Segment, found: list[Anchor]) -> list[tuple[int, int]]:
    """The stretch of text that speaks of each anchor: from where the one before ends to where the next begins."""
    bounds = [0, *(a.start for a in found[1:]), len(segment.text)]
    return list(zip(bounds, bounds[1:], strict=False))


def _value(deal: Financing, segment: Segment, low: int, high: int) -> None:
    for number, mention in enumerate(segment.money):
        if low <= segment.position(f"m{number}") < high and role(segment, number) == "value" and deal.valuation is None:
            deal.valuation = mention.money


def _read(reading: _Reading, segment: Segment) -> None:
    index = segment.sentence.index
    backs = backings(segment)
    found = anchors(segment)
    current = reading.current
    if (
        len(found) == 1
        and found[0].round is None
        and current
        and current.amount is None
        and index - reading.last <= 3
        and _SAME.match(segment.text)
    ):
        current.amount = segment.money[found[0].money or 0].money
        reading.last = index
        found = []
    if not found:
        _without_sum(reading, segment, backs)
        return
    opened: list[Financing] = []
    if len(found) == 1 and found[0].round is None and _several(reading, segment, found[0]):
        return
    for anchor, (low, high) in zip(found, _windows(segment, found), strict=True):
        deal = _open(reading, segment, anchor, low, high, backs)
        if deal is None:
            continue
        for back in backs:
            own = low <= back.position < high
            if len(found) > 1 and back.ahead and back.lead:
                own = anchor is next((a for a in found if a.start > back.position), found[-1])
            if own:
                deal.add(back.names, back.lead)
        _value(deal, segment, low, high)
        opened.append(deal)
        reading.current, reading.last = deal, index
    reading.done += opened
    if opened:
        reading.current = (
            opened[0] if opened[0].company is opened[-1].company and not segment.sentence.title else opened[-1]
        )


def _without_sum(reading: _Reading, segment: Segment, backs: list[Backing]) -> None:
    text, index, current = segment.text, segment.sentence.index, reading.current
    if _start_plain(reading, segment, backs):
        return
    if (
        current is None
        or index - reading.last > 2
        or not (backs or any(role(segment, i) == "value" for i in range(len(segment.money))))
    ):
        return
    if not (
        _ROUND.search(text)
        or any(b.lead for b in backs)
        or re.search(r"\b(?:took part|participat|join|follow|also|invested|valu|[Ss]o did)", text)
    ):
        return
    for back in backs:
        current.add(back.names, back.lead)
    _value(current, segment, 0, len(text))
    if current.date is None and re.search(
        r"\b(?:closed|announced|signed|completed|disclosed|public|wrapped up)\b", text
    ):
        current.date = date_by(segment, 0, 0, len(text))
    reading.last = index


def _several(reading: _Reading, segment: Segment, anchor: Anchor) -> bool:
    """A sum that several companies raised together: a financing of each, without an amount."""
    verb = _own_verb(segment, anchor)
    if verb is None or not verb["raise"] or not _TOGETHER.search(segment.text):
        return False
    named = [
        m for m in subject_names(segment, verb.start()) if not m.anaphoric and m.cluster.kind in {"org", "unknown"}
    ]
    named = named or list_before(segment, verb.start())
    if len(named) < 2:
        return False
    for mention in named:
        deal = Financing(segment, mention.cluster, score=0.8)
        deal.date = date_by(segment, anchor.end, 0, len(segment.text))
        reading.done.append(deal)
        reading.shared.add(id(deal))
    return True


def _start_plain(reading: _Reading, segment: Segment, backs: list[Backing]) -> bool:
    """Financings told without a sum or the name of a round."""
    text, index = segment.text, segment.sentence.index
    match = _PLAIN_INVEST.search(text) or _LED_IN.search(text)
    companies: list[Mention] = []
    investors: list[Mention] = []
    lead = False
    if match:
        companies, _ = list_after(segment, match.end())
        investors = (
            subject_names(segment, match.start())
            or list_before(segment, match.start())
            or clause_subject(segment, match.start())
        )
        if not investors:
            investors = [
                m
                for m in segment.names
                if segment.position(f"n{segment.names.index(m)}") < match.start() and m.cluster.kind == "org"
            ][-1:]
        lead = bool(re.match(r"(?:co-?)?(?:led|leads?|head)", match.group()))
    elif match := _STAKE.search(text):
        share = _PERCENT.search(match["what"])
        if (share and float(share[1]) >= 50) or re.search(
            r"\b(?:controlling|majority|remaining|entire|all)\b", match["what"]
        ):
            return False
        companies = [segment.names[int(match["n"])]]
        investors = subject_names(segment, match.start())
    elif match := _RECEIVED.search(text):
        investors, _ = list_after(segment, match.end())
        companies = [m for m in subject_names(segment, match.start())]
    elif match := _BECAME.search(text):
        investors = list_before(segment, match.start())
        companies = list_after(segment, match.end())[0]
        fallback = reading.fallback(index)
        if not companies and fallback is not None and fallback.mentions:
            companies = [fallback.mentions[0]]
    if not match or not investors or not companies:
        return False
    for company in companies:
        cluster = reading.resolve(company, index)
        if cluster in {m.cluster for m in investors}:
            cluster = reading.other(segment, {m.cluster for m in investors})
        if cluster is None or cluster.kind in {"person", "place"}:
            continue
        deal = Financing(segment, cluster, status=status(text), score=0.8)
        paid = [
            i
            for i in range(len(segment.money))
            if re.search(r"\bfor (?:about |around |some |roughly )?\Z", text[: segment.position(f"m{i}")])
        ]
        if paid and len(companies) == 1 and match.re is _STAKE:
            deal.amount = segment.money[paid[0]].money
        deal.date = date_by(segment, match.end(), 0, len(text))
        deal.add(tuple(investors), lead)
        if deal.backers:
            reading.done.append(deal)
            reading.current, reading.last = deal, index
    return True


_ROW = re.compile(r"[^\n]*(?: \| [^\n]*){3,}")
_LEADER = re.compile(r"<n(\d+)> ?\(lead(?:er|ing|s)?\)")


def _rows(ctx: Context) -> Iterator[tuple[Segment, Financing]]:
    """The rows of a table of financings: the company, its round or sum, and in the cells behind them the backers."""
    for line in _ROW.finditer(ctx.text):
        whole = merged(ctx, line.start(), line.end())
        if whole is None:
            continue
        segment = masked(whole, whole.start, whole.end)
        first = next((i for i, m in enumerate(segment.names) if m.kind != "place"), None)
        sums = [i for i in range(len(segment.money)) if role(segment, i) == "amount"]
        if (
            first is None
            or not (segment.rounds or _UNNAMED_ROUND.search(segment.text))
            or segment.position(f"n{first}") > 40
        ):
            continue
        deal = Financing(segment, segment.names[first].cluster)
        deal.amount = segment.money[sums[0]].money if sums else None
        named = _UNNAMED_ROUND.search(segment.text)
        deal.round = segment.rounds[0].round if segment.rounds else (named[1].capitalize() if named else None)
        deal.date = segment.dates[-1].when if segment.dates else None
        cells = segment.text.index("|", segment.position(f"n{first}"))
        leads = {int(m[1]) for m in _LEADER.finditer(segment.text)}
        for number, mention in enumerate(segment.names):
            if segment.position(f"n{number}") > cells:
                deal.add((mention,), number in leads)
        _value(deal, segment, 0, len(segment.text))
        yield segment, deal


_UNNAMED_ROUND = re.compile(r"\| (seed|angel|strategic|pre-IPO|bridge|growth)\b[^|]{0,12}\|", re.IGNORECASE)


def extract(ctx: Context) -> Iterable[Draft]:
    """Every financing of an article, one draft for each place that opens one."""
    reading = _Reading(ctx)
    rows = list(_rows(ctx))
    reading.done += [deal for _, deal in rows]
    for segment in all_segments(ctx):
        if any(row.start <= segment.start < row.end for row, _ in rows):
            continue
        _read(reading, segment)
        reading.note(segment)
    for deal in reading.done:
        if (
            id(deal) not in reading.shared
            and deal.amount is None
            and not deal.backers
            and (deal.round in _LENT or not (deal.round and (deal.date or deal.valuation)))
        ):
            continue
        yield ctx.draft(
            "funding",
            deal.segment.sentence,
            deal.score - (0.2 if deal.segment.sentence.title else 0),
            company=deal.company.name,
            amount=deal.amount,
            round=deal.round,
            investors=tuple(Investor(c.name, lead) for c, lead in deal.backers.items()),
            date=deal.date,
            valuation=deal.valuation,
            status=deal.status,
        )


KIND = Kind(
    name="funding",
    identity=("company",),
    slots=("amount", "round", "investors", "date", "valuation", "status"),
    extract=extract,
    merge=("amount", "round", "date", "valuation"),
)
