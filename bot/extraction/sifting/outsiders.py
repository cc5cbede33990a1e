"""Backers of another round: named in a sentence of its own sum, of an earlier year, of another item or of a "no"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.deals.lineups import lineups
from bot.extraction.kind import Draft
from bot.extraction.sifting.backers import backed_by, is_beside
from bot.extraction.sifting.sides import kind_of
from bot.extraction.sifting.spans import naming, sentences, without
from bot.model.money import Money
from bot.model.statement import Investor
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context, Sentence
    from bot.extraction.text.mentions import Mention

_THE_ROUND: Final = re.compile(
    r"\b(?:the|this|its|that|our|latest|new) (?:[\w+-]+ ){0,3}(?:round|financing|raise|investment|funding|placement)\b",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"\b(?:previous|earlier|prior|last) (?:[\w+-]+ )?(?:round|financing|raise|funding)|\blast raised\b|"
    r"\b(?:had|have|has) (?:previously|earlier|already|last)\b"
)
"""In a sentence on a round of before."""
_ITEM: Final = re.compile(r"\s*(?:[•▪◆◦●■▶➤✔✘*·–—-]\s|\d{1,2}[/.)]\s|[\U0001F000-\U0001FAFF☀-➿])")
"""At the start of a paragraph that is one of several."""
_NO: Final = re.compile(
    r"(?:['’]s)?,? (?:is|was|are|were|has|had|have|holds?|owns?|did|does)(?: not|n['’]t| no| never)\b[^.;:]{0,40}"
    r"\b(?:invest\w*|stake|shares?|sharehold\w+|put|back\w*)\b"
)
"""Behind the name of who put no money in."""
_NONE_OF: Final = re.compile(
    r"\b(?:is|are|was|were)(?: not|n['’]t) (?:an? |among (?:its |the )?)?(?:investors?|backers?|shareholders?)\b"
)
_HOLDS: Final = re.compile(
    r",? (?:(?:is|are|was|were|remains?|already|still|also|an?|the|its|by far|largest|biggest|main|major|"
    r"second) ?){1,6}"
    r"(?:[a-z-]+ )?(?:shareholder|investor|owner|holder|backer)s? (?:of|in) (?:the )?(?=[A-Z\d])"
)
"""Between a holder and the house that he holds shares in."""
_A_LINE: Final = 60
_OF_MONEY: Final = re.compile(
    r"\b(?:rounds?|financ|fund|rais|invest|back|money|cash|capital|equity|ventur|angel|loan|grant|commit|contribut|"
    r"participa|inject|infus|stake|share|subscri|join|follow|le[ae]?d|bet\b|bought|behind|put|pour|alongside|owns|"
    r"owned)",
    re.IGNORECASE,
)
"""In a sentence, longer than a line of a list, that may tell who put money in."""
_BOUGHT: Final = re.compile(
    r"(?: of [A-Z]\w+)? paid [^,.;]{1,25} for (?:the|all of)\b|(?:,? which)? (?:later |then |since |has |had |"
    r"ha(?:s|d) since )?(?:bought|acquired|purchased|took over|buys|"
    r"acquires) "
    r"(?!(?:[\w.-]+ ){0,5}(?:stakes?|shares?|interest|per cent|percent|notes|bonds|convertibles?)\b|[\d.]+ ?%)"
)
"""Behind the name of who bought a company, or a part of it, whole."""
_AS_BANK: Final = re.compile(
    r"(?:,? and [A-Z][\w&.]+(?: [A-Z][\w&.]+)*)?,? (?:as (?:the |its |a |joint |sole |lead )*(?:host|sponsors?|"
    r"underwriters?|"
    r"advis[eo]rs?|bookrunners?|arrangers?|managers?)\b|(?:is|are|was|were|acts?|acted|serves?|"
    r"served) (?:as )?(?:the |its |joint |sole |lead |"
    r"exclusive |financial )*(?:host|sponsors?|underwriters?|advis[eo]rs?|bookrunners?|arrangers?|managers?)\b|"
    r"(?:lead|leads|to lead|led|were leading|are leading|manage|manages|arrange|arranges|arranged|"
    r"underw\w+) (?:the|a|an|its) "
    r"(?:[A-Z]\w+ )?(?:sale|listing|IPO|offering|float|flotation|placement))"
)
"""Around a bank that is paid for a deal."""
_TICKER: Final = re.compile(r"[A-Z]{2,6}|[A-Z]{1,3}[A-Z&]{1,4}")
_IN_BRACKETS: Final = re.compile(r"\((?:[A-Z][\w ]{1,25}: ?)?\Z")
_CODES: Final = re.compile(
    r"LKR|NTD|USD|EUR|CNY|RMB|HKD|SGD|INR|IDR|MYR|THB|VND|KRW|JPY|GBP|CHF|SEK|NOK|DKK|AUD|NZD|CAD|BRL|TWD|PHP|AED|SAR|"
    r"PLN|TRY|ZAR|QIP|IPO|BSE|NSE|ASX|HKEX|SGX|NYSE|Nasdaq|Half|Growth|Gulf|X-rays?"
)
"""Currencies, exchanges and ways to raise, which no house is called."""
_WHO: Final = re.compile(r", who (?:returns?|returned|leaves?|left|joins?|joined|runs?|ran|succeeds?|was|is|had|has)\b")
_BY_THE_WAY: Final = re.compile(
    r"(?:['’]s?)? (?:[a-z-]+ )?(?:rivals?|competitors?|spin-?(?:out|off)|tenant|customer|supplier|veteran|alumn\w+|"
    r"graduate)\b,? "
    r"(?=[A-Z\d])|[’']s (?:rival|competitor)|-like\b|-style\b"
)
"""Behind a name that only says whose rival, customer or child another one is."""
_RIVAL: Final = re.compile(
    r"(?:\b(?:[Rr]ivals|[Cc]ompetitors|[Pp]eers),?(?: (?:such as|like|are|include[sd]?|including))|\bcompet(?:es?|ing|"
    r"ed) (?:with|against)(?: the likes of)?|"
    r"\b(?:rivals?|competitors?|alternatives?) (?:of|to)|\b(?:unlike|versus)):? "
    r"(?:[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*)*,? (?:and )?){0,4}\Z"
)
"""Before the names of rivals, which back nobody here."""
_STAFF: Final = (
    r"(?:researchers?|engineers?|executives?|leaders(?:hip)?|talent|staff|employees|scientists?|veterans?|alumni|alums)"
)
_STAFF_FROM: Final = re.compile(
    rf"(?:\b[Ff]ormer|\b{_STAFF} (?:who )?(?:[a-z]+ )?(?:from|of|at)) "
    r"(?:[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*)*,? (?:and )?){0,4}\Z"
)
_RAISES: Final = re.compile(
    r"(?:,? (?:and )?[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,3}){0,4},? (?:which |who |also |has |had |have )*"
    r"(?:announced [^.;]{0,40}(?:received|raised|secured|closed|completed)|"
    r"(?:received|got|raised|secured|closed|completed|obtained)(?! (?:an? |its )?(?:[\w$€.,-]+ ){0,4}fund\b)"
    r"(?=[^.;]{0,60}(?:illion|round|financing|funding|investment|Series)))\b"
)
"""Behind who is told, alone or with others, to have raised money itself."""
_ITS_STAFF: Final = re.compile(rf"['’]?s? {_STAFF}\b")
"""Around a house at which people were before who are somewhere else now."""
_FUND: Final = re.compile(r"\b(?:Capital|Ventures?|Partners|Funds?|Investments?|Equity|VC)\b")
_REACH: Final = 90


def _outside(context: Context, draft: Draft) -> Draft:
    """A round without the backers of another, without banks, rivals and who says that he put nothing in."""
    told = backed_by(draft)
    if not told:
        return draft
    own = list(sentences(context, draft))
    left = tuple(b for b in told if not _is_outside(context, draft, b, own))
    return draft if len(left) == len(told) else without(draft, investors=left)


def _is_outside(context: Context, draft: Draft, backer: Investor, own: list[Sentence]) -> bool:
    if _CODES.fullmatch(backer.name):
        return True
    places = [m for c in context.clusters if c.name == backer.name for m in c.named]
    if not places:
        return False
    here = naming(context, draft, backer.name)
    if here:
        return all(_is_aside(context, m, draft, backer.name) for m in here)
    told = [s for s in context.sentences if any(s.start <= m.start < s.end for m in places)]
    others = any(naming(context, draft, b.name) for b in backed_by(draft))
    return bool(told) and all(
        _is_elsewhere(context, draft, s, own, others)
        or all(_is_aside(context, m, draft, backer.name) for m in places if s.start <= m.start < s.end)
        for s in told
    )


def _is_aside(context: Context, mention: Mention, draft: Draft, name: str) -> bool:
    """Whether a name stands where none of a backer stands."""
    text, near = context.text, max(0, mention.start - _REACH)
    ticker = (
        _TICKER.fullmatch(name) and _IN_BRACKETS.search(text, near, mention.start) and text.startswith(")", mention.end)
    )
    holds = _HOLDS.match(text, mention.end)
    held = next((c.name for c in context.clusters for m in c.named if m.start == holds.end()), None) if holds else None
    person = kind_of(context, name) == "person" and _WHO.match(text, mention.end)
    return bool(
        ticker
        or person
        or (held is not None and held not in (draft.slots["company"], name))
        or _NO.match(text, mention.end)
        or _NONE_OF.match(text, mention.end + 1)
        or _BOUGHT.match(text, mention.end)
        or _AS_BANK.match(text, mention.end)
        or (mention.kind != "person" and _STAFF_FROM.search(text, near, mention.start))
        or _ITS_STAFF.match(text, mention.end)
        or (_RAISES.match(text, mention.end) and not _FUND.search(name))
        or is_aside(text, mention.start, mention.end)
        or is_beside(text, near, mention.start, mention.end)
        or any(m.end == mention.start - 2 and text[m.end : mention.start] == " (" for m in mention.cluster.named)
    )


def _is_elsewhere(context: Context, draft: Draft, sentence: Sentence, own: list[Sentence], others: bool) -> bool:
    """Whether a sentence beside a round's own tells of another: of its sum, its year, its item of a list."""
    company = draft.slots["company"]
    named = any(m.cluster.name == company and not m.anaphoric for m in sentence.mentions)
    if sentence.index in lineups(context):
        return False
    if len(sentence.text) > _A_LINE and not (sentence.money or sentence.rounds or _OF_MONEY.search(sentence.text)):
        return True
    paragraphs = {s.paragraph for s in own}
    if sentence.paragraph not in paragraphs and not named and is_item(context, sentence):
        return True
    sums = {draft.slots.get(slot) for slot in ("amount", "valuation")}
    mine = {value.value for value in sums if isinstance(value, Money)} | {m.money.value for s in own for m in s.money}
    other = [m for m in sentence.money if m.money.value not in mine]
    if other and mine and not named and not _THE_ROUND.search(sentence.text):
        return True
    when = draft.slots.get("date")
    year = when.start.year if isinstance(when, When) else context.published.start.year if context.published else None
    past = [d for d in sentence.dates if d.when is not None and year is not None and d.when.end.year < year]
    old = _BEFORE.search(sentence.text) is not None or not (named or _THE_ROUND.search(sentence.text))
    return bool(past) and others and old


def is_item(context: Context, sentence: Sentence) -> bool:
    """Whether the paragraph of a sentence begins as one of a list does, by a bullet or a picture."""
    begin = next(s.start for s in context.sentences if s.paragraph == sentence.paragraph)
    return _ITEM.match(context.text, begin) is not None


def is_aside(text: str, start: int, end: int) -> bool:
    """Whether a name only says whose rival, customer or child another one is."""
    return bool(_BY_THE_WAY.match(text, end) or _RIVAL.search(text, max(0, start - _REACH), start))


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_outside,)
