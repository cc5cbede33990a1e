"""What a sum beside a financing is: money raised, a valuation, a total over the years, a part, or something else."""

from __future__ import annotations

import re
from typing import Literal

from bot.extraction.text.masking import Segment
from bot.model.money import Money

Role = Literal["amount", "value", "total", "part", "other"]

_ABOUT = (
    r"(?:(?:about|around|roughly|nearly|almost|over|more than|some|up to|at least|just|close to|an estimated|"
    r"approximately|as much as|only) )*"
)
_VALUE_BEFORE = re.compile(
    rf"(?:valu(?:ed|es|ing|e|ation|ations)\b[^<;]{{0,60}}(?:<[nrd]\d+>[^<;]{{0,40}}){{0,2}}|"
    rf"(?<!round )(?<!financing )(?<!funding )(?<!investment )(?<!raise )(?<!<r\d> )\bworth |"
    rf"pric(?:e|ed|es|"
    rf"ing)\b[^<;]{{0,40}}(?:<n\d+>[^<;]{{0,30}})?(?:at|of|to) |"
    rf"price tag[^<;]{{0,30}}|(?:post|pre)-money[^<;]{{0,30}}|market cap\w*[^<;]{{0,30}}|"
    rf"capitali[sz]ation[^<;]{{0,20}}|"
    rf"\b(?:puts?|put|has|have|had|pegs?|pegged) (?:[^<;]{{0,40}}|<n\d+>|[^<;]{{0,20}}<n\d+>[^<;]{{0,20}}) at |"
    rf"(?:>,?|\b(?:round|raise|financing|funding)) at (?:a |an )?|cap )(?:of |at |to |is |was )?{_ABOUT}\Z",
    re.IGNORECASE,
)  # fmt: skip
_VALUE_AFTER = re.compile(
    r"(?:[ -](?:post-money |pre-money |pre-investment |post-investment )?(?:valuation|(?:price )?tag|market cap\w*|"
    r"cap\b)|"
    r",? (?:post|pre)(?:[- ]money|(?=[.,;)]|\Z))|"
    r" on <n|"
    r" (?:before|after) the (?:money|investment|cash|round)| (?:company|unicorn)\b| (?:on|to) the (?:company|"
    r"business|firm|startup))",
    re.IGNORECASE,
)
_TOTAL_BEFORE = re.compile(
    rf"(?:\btotal(?:s|l?ing|l?ed)?\b(?! investment)[^<;]{{0,60}}(?:<[nd]\d+>[^<;]{{0,30}})?|"
    rf"cumulative\w*[^<;]{{0,50}}|to date[^<;]{{0,20}}|altogether |all told,? |in all,? |"
    rf"lifetime[^<;]{{0,30}}|since (?:<n\d+>'s |its )?(?:founding|foundation|inception|start)[^<;]{{0,30}}|"
    rf"amassed |accumulated |"
    rf"in all, [^<;]{{0,40}}|"
    rf"so far[^<;]{{0,30}}|\b(?:bring|tak|lift|push)(?:s|es|ing) (?:its |the |<n\d+>'s )?(?:[a-z-]+ ){{0,3}}"
    rf"(?:funding|financing|capital|equity|raise|war chest)(?: [a-z]+){{0,2}} to |swell\w*[^<;]{{0,30}}to |"
    rf"ris(?:es|ing) to |sum\w* (?:up )?to )(?:of |at |to |is |was |"
    rf"comes to )?{_ABOUT}\Z",
    re.IGNORECASE,
)  # fmt: skip
_TOTAL_AFTER = re.compile(
    r"(?: ?(?:in (?:funding|capital|equity|venture (?:money|capital|funding)|financing|total funding|"
    r"investment)s?)?,?(?: from [^.;]{0,60}?)? ?(?:to date|so far|in total|in all|overall|altogether|all told|"
    r"(?:during|over|in) <n\d+>'s (?:\w+|\d+) years|since (?:its|<n\d+>'s|<d\d+>|then|the start|being|\w+ )|"
    r"across |over (?:\w+|\d+) (?:rounds|years)|in (?:\w+|"
    r"\d+) rounds)| (?:in )?total\b|"
    r"[^;.<]{0,30}?(?:,| [–—-]) (?:including|most recently|the (?:last|latest|bulk)|most of it)\b[^;.<]{0,25}<m\d+>"
    r"(?:[^;.<]|<[nr]\d+>){0,40}<d\d+>)",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r" (?:of (?:it|that|which|this|them|the (?:sum|total|money|round|amount))\b|each\b|apiece\b|a share\b|"
    r"per share\b|of the )",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    rf"(?:of (?:it|which|that|this|the total|the proceeds|the sum),? |proceeds,? |including |includes |"
    rf"split into ){_ABOUT}\Z",
    re.IGNORECASE,
)
_OTHER_BEFORE = re.compile(
    rf"\b(?:revenues?|sales|turnover|loss(?:es)?|profits?|earnings|cost(?:s|ing)?|spen[dt]\w*|priced? at|"
    rf"prices? (?:of|from|to|starting at)|"
    rf"contracts?|orders?|deal with|market|worth of|fines?|salar\w+|wages|budget|income|fee|consideration|"
    rf"consideration|subsid\w+|debts?|rent|"
    rf"savings?|damages|tariffs?|earn(?:s|ed)?|"
    rf"sell\w*(?: for| at)|sold (?:for|at)|buy\w*|bought|paid|pay(?:s|ing)?|acquire\w*|plant|factory|settle\w*|"
    rf"backlog|forecast\w*|"
    rf"(?:from|than|against|below|above) (?:the )?)(?: [^<;,]{{0,35}})?(?:<[d]\d+>[^<;,]{{0,15}})?{_ABOUT}\Z",
    re.IGNORECASE,
)  # fmt: skip
_OTHER_AFTER = re.compile(
    r"(?:[ -](?:(?:worth )?(?:of |in )?(?:annual |recurring |net |gross |first-year |operating |gross )*(?:revenues?|"
    r"sales|orders?|contracts?|loss(?:es)?|profits?|fines?|earnings|"
    r"debts?|salary|salaries|bonds? due|bookings|market|factory|plant|turnover|acquisition|takeover|purchase|buyout|"
    r"fund\b(?!ing)|price|offering|listing|IPO|flotation)\b| a (?:piece|year|month|unit|robot|day|head)|"
    r" for (?:the )?(?:acquisition|purchase|takeover)))",
    re.IGNORECASE,
)


_BRINGS = re.compile(
    rf"\b(?:bring|tak|lift|push)\w* (?:its|the|<n\d+>'s) (?:total|whole|entire)\b"
    rf"[^;.<]{{0,30}}(?:<r\d+>[^;.<]{{0,15}})?to "
    rf"(?:a total of )?{_ABOUT}\Z"
)
"""Before what a round, or all rounds, come to."""


AND_HAS = re.compile(
    rf"\b(?:clos|complet|finish|announc|found|establish|launch|start|set up)\w*\b[^;.]{{0,80}},? and "
    rf"(?:has|have) (?:now |so far |already |since |also )*(?:raised|collected|secured|attracted) {_ABOUT}\Z|"
    rf"\b(?:has|have) now (?:raised|pulled in|taken in|collected|secured|drawn) {_ABOUT}\Z"
)
ONE_ROUND = re.compile(r"[^;.]{0,60}(?:\b(?:led by|co-led|round|from|in a)\b|<r\d)")
"""Around what was raised in all, told behind another thing that the company did ("closed its seed and has raised")."""
_PERIOD = re.compile(
    rf"\b(?:clos|end|finish|start|enter|beg[aiu]n)\w* (?:the |its |this |that )?(?:[\w-]+ ){{0,3}}"
    rf"(?:quarter|year|half|period|month|<d\d+>)(?: [^;.<]{{0,30}})? with {_ABOUT}\Z"
)
"""Before what a company had in the end ("closed the quarter with")."""
_ON_PACE = re.compile(rf"\bon (?:pace|track|course) (?:for|to [a-z]+) {_ABOUT}\Z")


def role(segment: Segment, number: int) -> Role:
    """What the sum <m{number}> of a segment is; "amount" is what nothing speaks against."""
    start, end = segment.at[f"m{number}"]
    before, after = segment.text[max(0, start - 140) : start], segment.text[end : end + 90]
    if _BRINGS.search(before):
        return "total"
    if _ON_PACE.search(before) or _PERIOD.search(before):
        return "other"
    if _VALUE_BEFORE.search(before) or _VALUE_AFTER.match(after):
        return "value" if segment.money[number].money.value >= 1_000_000 else "other"
    whole = AND_HAS.search(before) and not ONE_ROUND.match(after)
    if whole or _TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(after):
        return "total"
    if _PART_BEFORE.search(before) or _PART_AFTER.match(after):
        return "part"
    if _OTHER_AFTER.match(after) or _OTHER_BEFORE.search(before):
        return "other"
    return "amount"


def first_sum(segment: Segment, wanted: Role) -> Money | None:
    """The first sum of a segment that is what is wanted."""
    return next((m.money for i, m in enumerate(segment.money) if role(segment, i) == wanted), None)
