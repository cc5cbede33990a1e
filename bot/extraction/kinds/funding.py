"""Financings: a company raises a round, an investor puts money in, a minority stake changes hands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from bot.extraction.deals.backers import Backing, backings
from bot.extraction.deals.clauses import clause_subject, date_by, predicate_at, status, subject_names, told_when
from bot.extraction.deals.crowds import of_crowd
from bot.extraction.deals.eras import tells_new_round
from bot.extraction.deals.financing import Anchor, Financing, anchors, looks_like_investor, modifiers, read_value
from bot.extraction.deals.financing_tables import table_rows
from bot.extraction.deals.investments import plain_investment, several
from bot.extraction.deals.lent import all_segments
from bot.extraction.deals.lineups import lineups
from bot.extraction.deals.parts import cuts
from bot.extraction.deals.raisers import Reading, bystanders, companies, investing, own_verb
from bot.extraction.deals.sums import first_sum, role
from bot.extraction.kind import Draft, Kind
from bot.extraction.products.things import is_thing
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.model.statement import Investor

_NEXT_ROUND = re.compile(r"\b(?:next|new|further|another|fresh) (?:[a-z-]+ )?(?:round|financing|funding)\b")
_SAME = re.compile(
    r"\W*(?:The|This|That|Its) (?:[\w-]+ )?(?:round|financing|deal|investment|raise|money|sum|transaction)\b"
)
_ROUND = re.compile(
    r"\b(?:the|that|this|its|<n\d+>'s|new|latest|fresh|those) (?:[\w-]+ ){0,2}"
    r"(?:rounds?|financing|funding|deal|raise|investment|money|cash|capital|transaction|cheque|syndicate|two)\b|"
    r"\b(?:investors?|backers?|shareholders?|participants|round|proceeds)\b|<r\d+>",
    re.IGNORECASE,
)
_NEXT_CLAUSE = re.compile(
    r",? (?:and|while|but|whereas) (?=(?:[a-z-]+ ){0,3}<n\d+> (?:now |also |itself )?(?:plan(?:s|ned)?|aims?|"
    r"expects?|wants?|"
    r"hopes?|intends?|will|would|is (?:planning|preparing|expected|set|due))\b"
    r"(?! (?:to )?(?:join|participate|invest|co-invest|lead|follow|back)\b))"
)
"""Before what another house will do, so that its time is none of the round's."""
_SAME_ROUND = re.compile(r"\b(?:[Tt]he|[Tt]hat|[Tt]his) (?:new |latest |fresh )?(?:round|financing|raise|investment)\b")
_MORE = re.compile(
    r"\b(?:took part|participat\w+|join\w*|follow\w*|also|invested|valu\w+|[Ss]o did|(?:are|is|were) in\b|put in|"
    r"came (?:in|along|back)|again|on the list|contribut\w+|chipped)"
)
_IS_LEAD = re.compile(r"\blead\b")
_OFFERING = re.compile(
    r"\b(?:IPO|offering|listing|prospectus|go public|goes public|went public|gone public|going public|"
    r"listing committee|stock exchange|[Ss]tar [Mm]arket)\b"
)
_TO_RAISE = re.compile(
    r"\A\W*To (?:raise|bring in) <m\d+>[^;.]{0,40}\b(?:sells?|offers?|issues?) |"
    r"\A\W*(?:<n\d+>|The (?:offering|sale|listing|IPO)|It|They) (?:[a-z]+ ){0,3}(?:raise|bring in|fetch) "
)
"""What a listing is to bring, in the sentence behind the one that tells of the listing."""
_COMPARED = re.compile(r"\b(?:than|times|up from|compared|against|that of)\b")
_DATED = re.compile(r"\b(?:closed|announced|signed|completed|disclosed|public|wrapped up)\b")
_LEAST = 20_000.0
_TALKING = re.compile(
    r"\b(?:is|are) (?:now |again |currently |said to be |reportedly )*"
    r"(?:in (?:[a-z-]+ )*(?:talks|discussions|negotiations)|[a-z]+ing\b)"
)
"""What is talked of now has no date of long before: that is another round's."""
_CLOSED = re.compile(r"(?:complet|clos|secur|rais|finish|conclud|wrapp|announc)", re.IGNORECASE)
_LETTERED = re.compile(r"(?:Series |Pre-)[A-H]")
"""A round that says which one it is."""
_BARGAIN = re.compile(r"\b(?:discuss|negotiat|in talks|consider|weigh)[^;.]{0,40}(?:invest|lead|put|round in|stake)")
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


def _company(
    reading: Reading, segment: Segment, choices: Iterable[Mention | Cluster], apart: set[Cluster]
) -> Cluster | None:
    """The first of several choices that can be a company raising money, and is none of its backers."""
    described = modifiers(segment)
    for choice in choices:
        if id(choice) in described:
            continue
        cluster = choice if isinstance(choice, Cluster) else reading.resolve(choice, segment.sentence.index)
        if cluster is None or cluster in apart or cluster.kind in {"place", "person"}:
            continue
        if is_thing(reading.ctx, cluster) or cluster.subkind in {"outlet", "exchange"}:
            continue
        backer = looks_like_investor(cluster) and reading.ctx.main is not cluster
        if not backer and not reading.ctx.registry.is_place(cluster.name):
            return cluster
    return None


def _raisers(reading: Reading, segment: Segment, found: list[Anchor], backs: list[Backing]) -> list[Cluster | None]:
    """The company of each anchor of a segment; what one clause leaves open, another of the sentence may tell."""
    apart = {n.cluster for b in backs for n in b.names}
    givers = [{m.cluster for m in _givers(segment, anchor)} for anchor in found]
    told = [
        _company(reading, segment, companies(segment, anchor, backs), apart | own)
        for anchor, own in zip(found, givers, strict=True)
    ]
    known = [c for c in told if c is not None]
    if known:
        return [c or known[-1] for c in told]
    return [_company(reading, segment, bystanders(reading, segment, backs), apart | own) for own in givers]


def _givers(segment: Segment, anchor: Anchor) -> list[Mention]:
    if (sides := investing(segment, anchor)) is not None:
        return [sides[0]]
    verb = own_verb(segment, anchor)
    return subject_names(segment, verb.start()) if verb and (verb["invest"] or verb["lead"]) else []


def _open(reading: Reading, segment: Segment, anchor: Anchor, company: Cluster, low: int, high: int) -> Financing:
    """The financing that an anchor names, as far as its own clause tells it."""
    verb = own_verb(segment, anchor)
    predicate = predicate_at(segment.sentence, segment.origin(verb.start())) if verb else None
    clause = segment.text[max(low, anchor.start - 90) : min(high, anchor.end + 25)]
    deal = Financing(segment, company, place=segment.origin(anchor.start))
    deal.amount = segment.money[anchor.money].money if anchor.money is not None else None
    deal.round = segment.rounds[anchor.round].round if anchor.round is not None else None
    deal.date = date_by(segment, anchor.end, low, high)
    deal.status = status(clause, predicate.mood if predicate else "fact")
    if deal.status == "rumored" and _TALKING.search(segment.text) and reading.is_past(deal.date):
        deal.date = None
    leads = bool(verb and verb["lead"] and verb["lead"].startswith(("led", "lead", "co", "head")))
    deal.add(tuple(_givers(segment, anchor)), leads)
    if deal.status == "rumored" and _BARGAIN.search(segment.text):
        deal.add(tuple(m for m in clause_subject(segment, anchor.start) if not m.anaphoric), False)
    if _is_closed(segment, anchor, deal):
        reading.shared.add(id(deal))
    return deal


def _is_closed(segment: Segment, anchor: Anchor, deal: Financing) -> bool:
    """Whether a named round is told as one that a company closed, though no sum of it is known."""
    verb = own_verb(segment, anchor)
    said = verb is not None and _CLOSED.match(verb.group()) is not None and not segment.sentence.title
    return said and deal.round is not None and _LETTERED.match(deal.round) is not None and deal.status == "completed"


def _windows(segment: Segment, found: list[Anchor]) -> list[tuple[int, int]]:
    """The stretch of text that speaks of each anchor."""
    names = sorted(segment.at[token] for token in segment.at if token[0] == "n")
    ends = _NEXT_CLAUSE.search(segment.text, found[-1].end)
    bounds = [
        *cuts(segment.text, [(a.start, a.end) for a in found], names),
        ends.start() if ends else len(segment.text),
    ]
    return list(pairwise(bounds))


def _compared_value(reading: Reading, segment: Segment, first: Anchor) -> bool:
    """A valuation set against an earlier round ("three times that of the Series A") is that of the round in focus."""
    current = reading.current
    for number in range(len(segment.money)):
        at = segment.position(f"m{number}")
        against = at < first.start and _COMPARED.search(segment.text[at : first.start])
        near = segment.sentence.index - reading.last <= 3
        if against and near and current is not None and role(segment, number) == "value":
            current.valuation = current.valuation or segment.money[number].money
            return True
    return False


def _is_no_round(reading: Reading, segment: Segment, found: list[Anchor], backs: list[Backing]) -> bool:
    """Whether the sums are those of many companies, or what a listing told in the sentence before is to bring."""
    if all(of_crowd(segment.sentence, segment.origin(anchor.start)) for anchor in found):
        return True
    before = reading.ctx.previous(segment.sentence)
    bare = found[0].round is None and not backs and _TO_RAISE.match(segment.text) is not None
    return bare and before is not None and _OFFERING.search(before.text) is not None


def _read(reading: Reading, segment: Segment) -> None:
    index, current = segment.sentence.index, reading.current
    backs, found = backings(segment), anchors(segment)
    if len(found) == 1 and found[0].round is None and found[0].money is not None:
        unfilled = current is not None and current.amount is None and index - reading.last <= 3
        if current is not None and unfilled and _SAME.match(segment.text):
            current.amount = segment.money[found[0].money].money
            reading.last, found = index, []
        elif several(reading, segment, found[0]):
            return
    if found and _is_no_round(reading, segment, found, backs):
        return
    if not found:
        _without_sum(reading, segment, backs)
        return
    opened: list[Financing] = []
    compared = _compared_value(reading, segment, found[0])
    raisers = _raisers(reading, segment, found, backs)
    for anchor, company, (low, high) in zip(found, raisers, _windows(segment, found), strict=True):
        if company is None:
            continue
        deal = _open(reading, segment, anchor, company, low, high)
        for back in backs:
            own = low <= back.position < high
            if len(found) > 1 and back.ahead and back.lead:
                own = anchor is next((a for a in found if a.start > back.position), found[-1])
            if own and len(found) == 1 and reading.of_another_time(deal, segment, back.position):
                other = reading.meant(deal, segment, back.position)
                other.add(back.names, back.lead)
            elif own:
                deal.add(back.names, back.lead)
        if not compared:
            read_value(deal, segment, low, high)
        opened.append(deal)
        reading.current, reading.last = deal, index
    reading.done += opened
    if opened and opened[0].company is opened[-1].company and not segment.sentence.title:
        reading.current = opened[0]


def _without_sum(reading: Reading, segment: Segment, backs: list[Backing]) -> None:
    """An investment without a sum, or what a sentence adds to the financing in focus."""
    text, index, current = segment.text, segment.sentence.index, reading.current
    if plain_investment(reading, segment):
        return
    if current is not None and current.date is None and index - reading.last <= 2:
        current.date = told_when(segment)
    value = first_sum(segment, "value")
    if value is not None and _NEXT_ROUND.search(text) and status(text) == "rumored":
        company = reading.fallback(index)
        if company is not None:
            deal = Financing(segment, company, valuation=value, status="rumored")
            deal.date = date_by(segment, 0, 0, len(text))
            reading.share(deal)
        return
    far = current is None or index - reading.last > 3
    if far and backs and not segment.sentence.title and tells_new_round(text):
        apart = {n.cluster for b in backs for n in b.names}
        company = _company(reading, segment, bystanders(reading, segment, backs), apart)
        if company is None:
            return
        current, reading.last = reading.open(segment, company, backs[0].position), index
    elif current is not None and backs:
        current = reading.meant(current, segment, backs[0].position)
    if current is None or index - reading.last > (6 if _SAME_ROUND.search(text) else 3) or not (backs or value):
        return
    if not (_ROUND.search(text) or any(b.lead for b in backs) or _MORE.search(text)):
        return
    reading.current = current
    for back in backs:
        current.add(back.names, back.lead)
    read_value(current, segment, 0, len(text))
    if current.date is None and _DATED.search(text):
        current.date = date_by(segment, 0, 0, len(text))
    reading.last = index


def _told(reading: Reading, deal: Financing) -> bool:
    """Whether enough is said to file a financing: a sum, a backer, or a named round with a date or a valuation."""
    if deal.amount is not None and deal.amount.value < _LEAST:
        return False  # the price of a thing, not of a share in a company
    if deal.amount is not None or deal.backers or id(deal) in reading.shared:
        return True
    return deal.round not in _LENT and (deal.date is not None or deal.valuation is not None)


def extract(ctx: Context) -> Iterable[Draft]:
    """Every financing of an article, one draft for each place that opens one."""
    reading = Reading(ctx)
    rows = list(table_rows(ctx))
    reading.done += [deal for _, deal in rows]
    for segment in all_segments(ctx):
        listed = lineups(ctx).get(segment.sentence.index)
        if listed is not None and reading.current is not None and segment.sentence.index - reading.last <= 3:
            reading.current.add((listed,), _IS_LEAD.search(segment.text) is not None)
            reading.last = segment.sentence.index
        elif not any(row.start <= segment.start < row.end for row, _ in rows):
            _read(reading, segment)
            reading.note(segment)
    for deal in reading.done:
        if _told(reading, deal):
            draft = ctx.draft(
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
            yield replace(draft, era=reading.era(deal))


KIND = Kind(
    name="funding",
    identity=("company",),
    slots=("amount", "round", "investors", "date", "valuation", "status"),
    extract=extract,
    merge=("amount", "round", "date", "valuation"),
    examples=(
        (
            "Veltrix Robotics, a Boston-based maker of warehouse robots, has raised $42 million in Series B "
            "funding led by Northgate Ventures, with participation from Bluewater Capital and existing investor "
            "Quarry Partners.",
            {
                "company": "Veltrix Robotics",
                "amount": {"value": 42_000_000, "currency": "USD"},
                "round": "Series B",
                "investors": [
                    {"name": "Northgate Ventures", "lead": True},
                    {"name": "Bluewater Capital", "lead": False},
                    {"name": "Quarry Partners", "lead": False},
                ],
                "status": "completed",
            },
        ),
        (
            "Veltrix Robotics announced that it has closed a Series B of $42 million. "
            "The deal values the company at $310 million.",
            {
                "company": "Veltrix Robotics",
                "round": "Series B",
                "valuation": {"value": 310_000_000, "currency": "USD"},
            },
        ),
        (
            "Northgate Ventures led a €15 million seed round in Munich-based startup Greifzeug Robotics.",
            {
                "company": "Greifzeug Robotics",
                "amount": {"value": 15_000_000, "currency": "EUR"},
                "round": "Seed",
                "investors": [{"name": "Northgate Ventures", "lead": True}],
            },
        ),
        (
            "Northgate Ventures and Bluewater Capital have invested $12 million in Veltrix Robotics.",
            {
                "company": "Veltrix Robotics",
                "investors": [
                    {"name": "Northgate Ventures", "lead": False},
                    {"name": "Bluewater Capital", "lead": False},
                ],
            },
        ),
        (
            "Orbis Dynamics is in talks to raise $500 million at a valuation of $4 billion.",
            {
                "company": "Orbis Dynamics",
                "amount": {"value": 500_000_000, "currency": "USD"},
                "valuation": {"value": 4_000_000_000, "currency": "USD"},
                "status": "rumored",
            },
        ),
        (
            "Orbis Dynamics plans to raise up to $200 million in a Series D round.",
            {"company": "Orbis Dynamics", "round": "Series D", "status": "announced"},
        ),
        (
            "After a $15 million seed in 2022 and a $40 million Series A led by Tallis Partners in 2023, "
            "Orbis Dynamics has now secured $120 million in Series B funding from Northgate Ventures.",
            {
                "company": "Orbis Dynamics",
                "amount": {"value": 40_000_000, "currency": "USD"},
                "round": "Series A",
                "investors": [{"name": "Tallis Partners", "lead": True}],
                "date": "2023",
            },
        ),
        (
            "Japanese conglomerate Fujimori has taken a 9% stake in Orbis Dynamics for 4 billion yen.",
            {
                "company": "Orbis Dynamics",
                "amount": {"value": 4_000_000_000, "currency": "JPY"},
                "investors": [{"name": "Fujimori", "lead": False}],
            },
        ),
        (
            "Alpha Robotics and Beta Dynamics raised a combined $300 million in 2024.",
            {"company": "Beta Dynamics", "date": "2024"},
        ),
    ),
)
