"""Investments told without a sum or the name of a round, and sums that several companies raised together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.extraction.deals.clauses import clause_subject, date_by, status, subject_names
from bot.extraction.deals.financing import ABOUT, DESC, LEAD, NAME, Anchor, Financing, looks_like_investor, read_value
from bot.extraction.deals.raisers import Reading, own_verb
from bot.extraction.text.lists import list_after, list_before
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention

_TOGETHER = re.compile(
    r"\b(?:[Bb]etween them|together|combined|the (?:two|three|four|five|pair|trio|quartet)|jointly|in sum)\b"
)
_BECAME = re.compile(
    r"(?:also )?(?:became|becomes?|was added as|entered as) (?:an? |its |the )?(?:new |strategic |"
    r"minority )*(?:shareholders?|investors?)(?: (?:of|in) (?=(?:[a-z]+ ){0,3}<n))?"
)
_STAKE = re.compile(
    rf"\b(?:t(?:ook|akes?|aken|aking)|b(?:ought|uys?|uying)|acquir(?:es?|ed|ing)|g[eo]ts?|obtain(?:s|ed)|receiv(?:es|"
    rf"ed)|purchas(?:es|ed))(?: up)? (?:an? |the |another )?(?P<what>[^<;.]{{0,30}}?"
    rf"(?:stake|holding|shareholding|interest|shares?|\d ?%|per ?cent|percent)[^<;.]{{0,20}}?) (?:in|"
    rf"of) {DESC}[\"“]*<n(?P<n>\d+)>"
)
_SOLD_STAKE = re.compile(
    rf"\b(?:s(?:old|ells?|elling)|part(?:s|ed) with) (?:an? |the |<n\d+>'s |another |half )*"
    rf"(?P<what>[^<;.]{{0,20}}?(?:stake|holding|block|shares?|interest)\b|\d[\d.]* ?(?:%|per ?cent))"
    rf"[^;.<]{{0,25}}?(?:(?:in|of) (?:the )?{DESC}<n(?P<of>\d+)> )?(?:(?:for|"
    rf"worth) {ABOUT}<m\d+> )?to {DESC}<n(?P<n>\d+)>"
)
_PLAIN_INVEST = re.compile(
    rf"\b(?:invest(?:s|ed|ing)?|(?:put|puts|putting|pour(?:s|ed)|pumped|sunk) (?:[a-z-]+ )?(?:money|capital|cash|"
    rf"funds)|bought|buys) (?:in|into) (?={DESC}[\"“]*<n)|"
    rf"\b(?:strategic |minority |first )?(?:investments?|bets?|wager) (?:in|into|on) (?={DESC}[\"“]*<n)|\b(?:backs|"
    rf"backed|bankrolled|bankrolls|funds) (?=<n)|\bwr(?:ote|ites) (?:[\w-]+ ){{0,3}}che(?:que|ck)s? (?:for|to|"
    rf"into) (?={DESC}<n)"
)
_LED_IN = re.compile(
    rf"\b{LEAD} (?:an?|the|<n\d+>'s?|that|its|another) [^<;.]{{0,40}}(?:round|financing|investment|"
    rf"seed)[^<;.]{{0,20}} (?:in|for|of|into) (?={DESC}[\"“]*<n)"
)
_RECEIVED = re.compile(
    r"\b(?:receiv\w+|got|won|obtained|secured|took|accepted|landed|attracted) (?:an? |the |new |strategic |fresh |"
    r"minority )*(?:investments?|money|funding|backing|capital|cash) (?:from|by) "
)
_WHOSE = re.compile(r"<n(\d+)>(?:'s?|s') (?:[a-z-]+ ){0,2}\Z")
"""Before an investment that somebody has made ("Acme's investment in Brisk")."""
_HOLDERS = r"(?:[\w-]+ ){0,2}(?:investors?|backers?|shareholders?)"
_BACKED = re.compile(
    rf"\A\W*Backed by (?=[^;.]{{0,120}}?, (?:the )?(?:[\w-]+ ){{0,4}}<n(?P<s>\d+)> (?!and\b))|"
    rf"<n(?P<n>\d+)>(?:(?:,? (?:which|that))? (?:is|are|has been)|, (?:an?|"
    rf"the) (?:[\w-]+ ){{1,7}}?(?:that is )?)?,? ?"
    rf"(?:also |now |already )?backed by (?=[^;.]{{0,40}}<n)|"
    rf"<n(?P<c>\d+)>(?:,? (?:which|that))? counts (?=[^;.]{{3,120}}? among (?:its|the|<n\d+>'s?) {_HOLDERS}\b)|"
    rf"<n(?P<w>\d+)>'s? {_HOLDERS} (?:includ(?:e|ed)|are) (?=[^;.]{{0,40}}<n)|"
    rf"(?P<of>,| (?:is|are|was)) (?:also )?(?:among (?:the |<n(?P<a>\d+)>'s? )|(?:an?|the) ){_HOLDERS}(?: (?:in|"
    rf"of) {DESC}<n(?P<i>\d+)>)?"
)
"""Houses and who holds shares in them, with no round told: "<n0>, a startup backed by <n1>"."""
_PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|per ?cent\b)")


def several(reading: Reading, segment: Segment, anchor: Anchor) -> bool:
    """A sum that several companies raised together: a financing of each, without an amount."""
    verb = own_verb(segment, anchor)
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
        reading.share(deal)
    return True


@dataclass(frozen=True, slots=True)
class _Plain:
    """An investment without a sum or a round: the words that tell it, who gets and who gives the money."""

    match: re.Match[str]
    companies: list[Mention]
    investors: list[Mention]
    lead: bool = False


def plain_investment(reading: Reading, segment: Segment) -> bool:
    """Financings told without a sum or the name of a round."""
    told = next((one for way in _WAYS if (one := way(reading, segment)) is not None), None)
    if told is None or not told.investors or not told.companies:
        return False
    text, index, match = segment.text, segment.sentence.index, told.match
    investing = {m.cluster for m in told.investors}
    for company in told.companies:
        cluster = reading.resolve(company, index)
        if cluster in investing:
            cluster = reading.other(segment, investing)
        if cluster is None or cluster.kind in {"person", "place"}:
            continue
        deal = Financing(segment, cluster, status=status(text), score=0.8)
        paid = [
            i
            for i in range(len(segment.money))
            if re.search(r"\b(?:for|worth) (?:about |around |some |roughly )?\Z", text[: segment.position(f"m{i}")])
        ]
        if paid and len(told.companies) == 1 and match.re in {_STAKE, _SOLD_STAKE}:
            deal.amount = segment.money[paid[0]].money
        deal.date = date_by(segment, match.end(), 0, len(text)) if match.re is not _BACKED else None
        deal.add(tuple(told.investors), told.lead)
        read_value(deal, segment, 0, len(text))
        if deal.valuation == deal.amount:
            deal.valuation = None
        if deal.backers:
            reading.done.append(deal)
            reading.current, reading.last = deal, index
    return True


def _invested(_: Reading, segment: Segment) -> _Plain | None:
    """ "Acme invested in Brisk and Corvid"."""
    text = segment.text
    match = _PLAIN_INVEST.search(text) or _LED_IN.search(text)
    if match is None:
        return None
    companies, _end = list_after(segment, match.end())
    if not companies and (meant := re.compile(rf"{DESC}{NAME}").match(text, match.end())):
        companies = [segment.named(meant[1])]
    whose = _WHOSE.search(text[: match.start()])
    investors = (
        ([segment.named(whose[1])] if whose else [])
        or subject_names(segment, match.start())
        or list_before(segment, match.start())
        or clause_subject(segment, match.start())
    )
    if not investors:
        before = (m for m in segment.names if segment.position(f"n{segment.names.index(m)}") < match.start())
        investors = [m for m in before if m.cluster.kind == "org"][-1:]
    return _Plain(match, companies, investors, bool(re.match(r"(?:co-?)?(?:led|leads?|head)", match.group())))


def _bought_stake(_: Reading, segment: Segment) -> _Plain | None:
    """ "Acme took a stake in Brisk"; more than half is a takeover."""
    match = _STAKE.search(segment.text)
    if match is None:
        return None
    share = _PERCENT.search(match["what"])
    whole = re.search(r"\b(?:controlling|majority|remaining|entire|all)\b", match["what"])
    if whole or (share and float(share[1]) >= 50):
        return _Plain(match, [], [])
    return _Plain(match, [segment.named(match["n"])], subject_names(segment, match.start()))


def _sold_stake(reading: Reading, segment: Segment) -> _Plain | None:
    """ "Acme sold a stake to Brisk"."""
    match = _SOLD_STAKE.search(segment.text)
    if match is None:
        return None
    share = _PERCENT.search(match["what"])
    if share and float(share[1]) >= 50:
        return _Plain(match, [], [])
    sellers = subject_names(segment, match.start()) or clause_subject(segment, match.start())
    main = reading.ctx.main
    holder = bool(sellers) and (sellers[0].anaphoric or reading.outshone(sellers[0].cluster))
    sellers = main.mentions[:1] if holder and main is not None else sellers
    return _Plain(match, [segment.named(match["of"])] if match["of"] else sellers, [segment.named(match["n"])])


def _received(_: Reading, segment: Segment) -> _Plain | None:
    """ "Acme received an investment from Brisk"."""
    match = _RECEIVED.search(segment.text)
    if match is None:
        return None
    return _Plain(match, subject_names(segment, match.start()), list_after(segment, match.end())[0])


def _became(reading: Reading, segment: Segment) -> _Plain | None:
    """ "Brisk became a shareholder of Acme"."""
    match = _BECAME.search(segment.text)
    if match is None:
        return None
    companies = list_after(segment, match.end())[0]
    fallback = reading.fallback(segment.sentence.index)
    if not companies and fallback is not None and fallback.mentions:
        companies = [fallback.mentions[0]]
    return _Plain(match, companies, list_before(segment, match.start()))


def _backed(_: Reading, segment: Segment) -> _Plain | None:
    """ "Acme is backed by Brisk", "Brisk, an investor in Acme"."""
    match = _BACKED.search(segment.text)
    number = next((match[g] for g in "sncwai" if match[g]), None) if match else None
    if match is None or number is None or segment.sentence.title:
        return None
    company = segment.named(number)
    if looks_like_investor(company.cluster):
        return None  # "Foo Fund, backed by Bar, had invested in Acme": who stands behind another backer
    investors = list_before(segment, match.start()) if match["of"] else list_after(segment, match.end())[0]
    return _Plain(match, [company], [m for m in investors if m.cluster is not company.cluster])


_WAYS = (_backed, _invested, _bought_stake, _sold_stake, _received, _became)
"""The first that tells anything decides, though it may tell that there is none."""
