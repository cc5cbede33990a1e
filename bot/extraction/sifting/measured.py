"""What a figure measures and when: no aim, debt or market, nor what it came from, nor the date of another clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.sides import kind_of
from bot.extraction.sifting.spans import dated, figure_places, naming, without, words
from bot.model.money import Money
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context, Sentence

_OTHER_SUM: Final = re.compile(
    r"\b(?:liabilit(?:y|ies)|cash(?: and cash equivalents)?|debts?|expenses?|costs?|charges?|exports|(?:other|"
    r"interest) income|deposits?|"
    r"provisions?|inventor(?:y|ies)|subsid(?:y|ies))"
    r"(?: (?:of|was|were|is|are|reached|stood at|totall?ed|came to|to|at|rose to|fell to|hit|"
    r"amounted to))?(?: [a-z]+){0,2} \Z",
    re.IGNORECASE,
)
"""Before a sum that is neither sales nor profit."""
_AIM: Final = re.compile(
    r"\b(?:guid(?:es?|ed|ing) (?:to|for)|guidance (?:of|for|to|calls for)|aim(?:s|ing)? (?:for|at)|projects?|"
    r"we estimate|estimates?|"
    r"forecasts?|expects?|anticipates?|targets?|is targeting|budgeted)(?: [a-z&-]+){0,4} (?:of |for |to |at )?\Z",
    re.IGNORECASE,
)
"""Before what sales are to be."""
_OF_MARKET: Final = re.compile(
    r"\b(?:market(?! cap)|segment|industry|sector|trade|output value|order value|contract value)\b[^.;,]{0,30}? "
    r"(?:was|were|is|are|be|broke|reached|hit|being)?(?: [a-z]+)? ?(?:worth|valued at|at)?(?: about| around| over)? \Z",
    re.IGNORECASE,
)
"""Before what a whole market, or an order, is worth."""
_INSIDERS: Final = re.compile(
    r" (?:people|persons|sources|employees|insiders) (?:with (?:direct )?knowledge|familiar|close to|briefed|"
    r"who (?:asked|said|declined))"
)
_LET_GO: Final = re.compile(
    r"\b(?:decrease of|increase of|cuts? of|laid off|laying off|let(?:s|ting)? go(?: of)?|"
    r"dismiss(?:ed|es|ing)|fired|lost|cutting|"
    r"hire|hiring|recruit(?:ing)?|add(?:ing)?|with room for|limited to)(?: (?:about|some|around|another|up to|"
    r"nearly|its))* \Z",
    re.IGNORECASE,
)
"""Around people who are not the staff."""
_OF_STAFF: Final = re.compile(
    r"\b\d[\d,.]* (?:staff|employees|people|workers|jobs)\b[^.;]{0,25}?,? (?:down |up )?from (?:about |some )?\Z|"
    r"\b(?:staff|workforce|headcount|employees|payroll)\b[^.;]{0,40}? from (?:about |some )?\Z",
    re.IGNORECASE,
)
"""Before a number of people whose noun was told before."""
_ROBOTS: Final = re.compile(r" (?:[\w-]+ ){0,2}(?:robots?|units|machines|vehicles|cars|carts|arms|systems|drones)\b")
_SOURCE: Final = re.compile(
    r"\b(?:according to|data (?:from|by|of)|figures (?:from|by)|as per|per|seen by|reported by|"
    r"compiled by) (?:the |a report (?:by|from) )?\Z",
    re.IGNORECASE,
)
_COUNTS: Final = re.compile(
    r"(?:,? (?:also )?(?:calculated|estimates?|estimated|puts?|reckons?|counted|learned)\b|"
    r"['’]s? (?:estimates?|figures|tally|calculations?|data)\b)"
)
"""Around who only tells of a figure."""
_YEAR_AGO: Final = re.compile(
    r"(?:an?|the|one) (?:year|quarter) (?:ago|earlier|before|prior)|(?:the )?(?:previous|prior|"
    r"preceding) (?:fiscal |financial )?(?:year|quarter)|"
    r"(?:the )?same (?:quarter|period|month|half)[a-z ]*",
    re.IGNORECASE,
)
_COUNTS_MARKET: Final = re.compile(
    r"\b(?:estimat\w+|reckons?|puts?|forecasts?|expects?|according to|says?|said|sees|calculat\w+|predicts?|"
    r"research)\b",
    re.IGNORECASE,
)
"""Beside who tells how large a market is; a company that is only spoken of has none."""
_PREVIOUSLY: Final = re.compile(
    r"(?:\(|, |[–—] )(?:previously|before|formerly|earlier|prior|old(?: guidance)?|instead of)[: ]+"
    r"(?:guidance of |about |of )?(?:[^();]{1,20}? to )?(?:US|HK|RMB|Rs ?)?\Z",
    re.IGNORECASE,
)
"""Before what was foreseen until then."""
_ON_SALES: Final = re.compile(r"[^.;,]{0,25}? on (?:net |total )?(?:sales|revenues?|turnover|income) of\b")
"""Behind a profit that is told beside the sales it was made on."""
_GOES_ON: Final = re.compile(
    r" (?:[a-z]+ly )?(?!including|according|adding|citing|saying)[a-z]+ing (?:\w+ ){0,2}?(?:from|to|by|at|up|its)\b"
)
"""Behind a name with which another clause begins."""
_OWN_YEAR: Final = re.compile(
    r"(?!.*\b(?:from|than|against|versus|compared|over|up|down|more|less)\b)[^.;,()]{0,50}?\b(?:shipped|sold|delivered|made|"
    r"built|produced|had|earned|posted|recorded|installed|deployed|employed) (?:in |during |over )?"
)
"""Between a figure and the year before, in which it was ("the 5,500 units that it sold in the previous year")."""
_OPENS: Final = 4
_REACH: Final = 60
"""Letters before a time with which a sentence begins, and behind it, where its first figure is."""
_BRACKET: Final = re.compile(r"\([^()]*\Z")
_NOW: Final = re.compile(
    r"\b(?:has|have|employs?|holds?|owns?|counts|is|are|with|currently|today|now|operates|serves|runs)(?: (?:about|"
    r"some|around|over|more than|nearly|just|only|also|"
    r"a|its|roughly|installed|at present|today))* \Z"
)
_BOUNDARY: Final = re.compile(
    r"[:;—]|, (?:which|who|whose|in which|and|but|where|after)\b|\b(?:and|but) (?:was|were|received|plans?|raised|"
    r"sold|has|had|is|wants?|took|bought|got|intends|"
    r"expects|will|a chief|says)\b|\b(?:after|since|bought from|bought|took a)\b"
)
"""Between a figure of now and the date of something else."""
_WHOLE: Final = re.compile(
    r"\b(?:total\w*|altogether|so far|to date|all told|in all|cumulat\w+|accumul\w+|aggregate|lifetime|"
    r"since (?:its|it|being|the|\d)|"
    r"over its life|rounds|bring(?:s|ing)|"
    r"before|until|overall|together|raised to|in funding)\b",
    re.IGNORECASE,
)
"""Of which one stands beside what was raised in all."""
_AHEAD: Final = re.compile(
    r"\b(?:targets?|aims?|expects?|will|would|wants?|plans?|is to|are to|lift|hopes?|from \d[\d,.]* to)\b",
    re.IGNORECASE,
)
"""Where what a figure comes from is that of today."""
_ONE_ROUND: Final = re.compile(
    r"(?: \([^()]{1,40}\))?(?: of it)?[^,;.—–]{0,30}?(?: (?:in|for|as|through) (?:an? |its |the )?(?:[\w+.-]+ ){0,3}?"
    r"(?:round|Series|seed|pre-seed|financing)\b| at an? [\w -]{0,20}valuation)|[^;.—–]{0,30}?, led by\b",
    re.IGNORECASE,
)
"""Behind the sum of one round."""
_TRADE: Final = re.compile(r"\b(?:Association|Council|Federation|Chamber)\b")
_BACKWARD: Final = re.compile(
    r"\b(?:(?:up|down) from|compared (?:with|to)|against|versus|from)(?: (?:an?|about|only|just|some|around|"
    r"more than|nearly|over|the|net|loss|profit|of))* (?:US|HK|RMB|Rs ?)?\Z",
    re.IGNORECASE,
)
_SPANS: Final = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})
_OF_MONEY: Final = frozenset({"revenue", "profit", "orders", "valuation"})
_OF_ONE: Final = frozenset({"revenue", "profit", "valuation", "total_raised", "employees"})
_ITS: Final = re.compile(r"\b(?:its|own|we|our)\b", re.IGNORECASE)
_YEARLY: Final = frozenset({"revenue", "profit", "orders", "units"})
_STANDS: Final = frozenset({"employees", "units", "other", "total_raised", "capacity"})
_CLOSE: Final = 4
_FAR: Final = 25


def _kind(context: Context, draft: Draft) -> Draft | None:
    """No sales only aimed at, no debt as a loss, no market as a worth, no insiders as staff, nobody's who counts."""
    if draft.kind != "metric":
        return draft
    measure, text = draft.slots.get("measure"), context.text
    if measure == "market_size" and kind_of(context, draft.slots["subject"]) == "org":
        subject = str(draft.slots["subject"])
        if not naming(context, draft, subject) or not _COUNTS_MARKET.search(words(context, draft)):
            return None
    if measure == "units" and draft.slots.get("unit") in _SPANS:
        return None
    if measure in _OF_ONE and _only_tells(context, draft):
        return None
    places = list(figure_places(context, draft))
    if not places:
        return draft
    wrong = False
    if measure in {"revenue", "profit"}:
        wrong = all(_OTHER_SUM.search(text, s.start, a) or _AIM.search(text, s.start, a) for s, a, _ in places)
    elif measure == "valuation":
        wrong = all(_OF_MARKET.search(text, s.start, a) for s, a, _ in places)
    elif measure == "employees":
        wrong = all(_INSIDERS.match(text, b) or _LET_GO.search(text, s.start, a) for s, a, b in places)
    elif measure == "units":
        wrong = all(_OF_STAFF.search(text, s.start, a) and not _ROBOTS.match(text, b) for s, a, b in places)
    if all(_PREVIOUSLY.search(text, s.start, a) for s, a, _ in places):
        return None
    if measure == "revenue" and all(_ON_SALES.match(text, b) for _, _, b in places):
        return without(draft, measure="profit")
    subject = str(draft.slots["subject"])
    named = naming(context, draft, subject) if measure != "orders" or not _TRADE.search(subject) else []
    if named and all(_is_next(text, b, n.start, n.end) for n in named for _, _, b in places):
        return None
    told = bool(named) and all(
        _SOURCE.search(text, max(0, m.start - 50), m.start) or _COUNTS.match(text, m.end) for m in named
    )
    return None if wrong or told else draft


def _is_next(text: str, figure: int, start: int, end: int) -> bool:
    """Whether a name behind a figure begins another clause ("34,000 in the US, Foo growing from 5 to 3,500")."""
    between = text[figure:start]
    return start > figure and (";" in between or (between.endswith(", ") and _GOES_ON.match(text, end) is not None))


def _only_tells(context: Context, draft: Draft) -> bool:
    """Whether a figure of one house is given to a paper or an analyst whom the article is not about."""
    subject, main = draft.slots["subject"], context.main
    teller = any(c.name == subject and c.subkind in {"outlet", "analyst"} for c in context.clusters)
    return teller and not (main is not None and main.name == subject) and not _ITS.search(words(context, draft))


def _when(context: Context, draft: Draft) -> Draft:
    """A figure with its own time: not that of what it is compared with, nor of what else its sentence tells."""
    when, text = draft.slots.get("date"), context.text
    if draft.kind != "metric":
        return draft
    for sentence, _, end in figure_places(context, draft):
        for date in sentence.dates:
            own = end <= date.start <= end + _CLOSE and _YEAR_AGO.fullmatch(date.text) and date.when is not None
            if own and isinstance(when, When) and not when.overlaps(date.when):  # type: ignore[arg-type]
                return without(draft, date=date.when)
    if (bracketed := _bracketed(context, draft)) is not None:
        return without(draft, date=bracketed)
    if not isinstance(when, When):
        return draft
    told, others = [], []
    for date, sentence in dated(context, draft, when):
        mine = [(a, b) for s, a, b in figure_places(context, draft) if s is sentence]
        year_ago = _YEAR_AGO.fullmatch(date.text) is not None and not any(
            (b <= date.start and _OWN_YEAR.fullmatch(text, b, date.start))
            or (date.start < sentence.start + _OPENS and a < date.end + _REACH)
            for a, b in mine
        )
        compared = year_ago or _in_bracket(text, sentence, date.start)
        near = any(
            (b <= date.start <= b + _CLOSE and not text.startswith(":", date.end))
            or (_in_bracket(text, sentence, a) and date.end <= a <= date.end + _FAR)
            for a, b in mine
        )
        stands = (
            draft.slots.get("measure") in _STANDS
            and bool(mine)
            and all(
                _NOW.search(text, max(s_start, a - 40), a)
                and _BOUNDARY.search(text, b if b <= date.start else date.end, date.start if b <= date.start else a)
                for s_start, a, b in ((sentence.start, a, b) for a, b in mine)
            )
        )
        told.append((compared and bool(mine) and not near) or stands)
        if compared and not stands:
            others += [
                d.when
                for d in sentence.dates
                if d.when is not None and not _YEAR_AGO.fullmatch(d.text) and not _in_bracket(text, sentence, d.start)
            ]
    if not told or not all(told):
        return draft
    return without(draft, date=others[0] if len(others) == 1 and draft.slots.get("measure") in _OF_MONEY else None)


def _bracketed(context: Context, draft: Draft) -> When | None:
    """The time that stands before a figure in its bracket ("(2024: $30 million)")."""
    text = context.text
    for sentence, begin, _ in figure_places(context, draft):
        for date in sentence.dates:
            ahead = date.end <= begin <= date.end + _FAR and text.startswith(":", date.end)
            if ahead and _in_bracket(text, sentence, date.start) and ")" not in text[date.end : begin]:
                return date.when
    return None


def _in_bracket(text: str, sentence: Sentence, at: int) -> bool:
    return _BRACKET.search(text, sentence.start, at) is not None


def _backward(context: Context, draft: Draft, reached: bool) -> bool:
    """Whether a figure without a date is told only as that from which another came, which is reached."""
    if draft.kind != "metric" or "date" in draft.slots:
        return False
    places = list(figure_places(context, draft))
    back = [_BACKWARD.search(context.text, s.start, a) and (reached or not _AHEAD.search(s.text)) for s, a, _ in places]
    return bool(back) and all(back)


def of_before(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, a figure of before dated a year before the one it became, or left out, not told as of today."""
    kept = []
    for draft in drafts:
        reached = any(_is_raised(context, draft, d) for d in drafts)
        if not _backward(context, draft, reached):
            kept.append(draft)
            continue
        own = [
            d.when
            for s, _, end in figure_places(context, draft)
            for d in s.dates
            if d.when is not None and end <= d.start <= end + _FAR and "(" not in context.text[end : d.start]
        ]
        if own:
            kept.append(without(draft, date=own[0]))
            continue
        became = [
            when
            for d in drafts
            if d.kind == "metric"
            and d.slots["subject"] == draft.slots["subject"]
            and d.slots.get("measure") == draft.slots.get("measure")
            and d.slots.get("value") != draft.slots.get("value")
            and (d.start, d.end) == (draft.start, draft.end)
            and isinstance(when := d.slots.get("date"), When)
        ]
        if len(became) == 1 and draft.slots.get("measure") in _YEARLY and became[0].precision == "year":
            kept.append(without(draft, date=_year_before(became[0])))
    return kept


_NOT_YET: Final = re.compile(
    r"\b(?:will|would|wants?|plans?|planned|aims?|hopes?|targets?|expects?|intends?|is to|are to|by 20\d\d)\b"
)


def _is_raised(context: Context, draft: Draft, other: Draft) -> bool:
    """Whether another figure of its sentence is told as what it was raised to already ("lifts it from 8 to 30")."""
    return (
        other.kind == draft.kind == "metric"
        and (other.start, other.end) == (draft.start, draft.end)
        and all(other.slots.get(slot) == draft.slots.get(slot) for slot in ("subject", "measure", "unit"))
        and other.slots.get("value") != draft.slots.get("value")
        and not _NOT_YET.search(words(context, draft))
    )


def _year_before(when: When) -> When:
    return replace(
        when, start=when.start.replace(year=when.start.year - 1), end=when.end.replace(year=when.end.year - 1)
    )


def whole(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without a sum told as that of all rounds that is told as one round, and of no other."""
    rounds = {
        (d.slots["company"], amount.value)
        for d in drafts
        if d.kind == "funding" and isinstance(amount := d.slots.get("amount"), Money)
    }
    return [
        d
        for d in drafts
        if not (
            d.kind == "metric"
            and d.slots.get("measure") == "total_raised"
            and (d.slots["subject"], d.slots.get("value")) in rounds
            and not _WHOLE.search(words(context, d))
            and all(_ONE_ROUND.match(context.text, end) for _, _, end in figure_places(context, d))
        )
    ]


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_kind, _when)
