"""What some questions ask for in particular (an age, a weight, a successor), and what gives it in a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.grammar.patterns import Pattern

_SUCCEEDS = (
    r"\bwho (?:will |is to )?follow(?:s|ed)? (?!in|up|the)|\b(?:succe(?:ed\w*|ssor)|replac\w+|tak(?:es?|"
    r"ing) over (?:from|for|as|at)|took over (?:from|for|as|at))\b|"
    r"\b(?:got|gets|has) .{0,30}'s (?:job|post|seat)\b|接替|接任|继任"
)
_ASKED_AND_GIVEN: tuple[tuple[str, str], ...] = (
    (
        r"\bhow old\b|\b(?:age|birthday|birth year)\b|\bborn\b|多大年|几岁|年龄|出生",
        r"\baged?\b|\bborn\b|\b\d\d[- ]years?[- ](?:old|of age)\b|,? (?:now )?\d\d(?=[,.](?!\d))|\b(?:is|"
        r"turn\w+) \d\d\b|\bbirth|"
        r"post-\d0s|岁|出生",
    ),
    (
        r"\bhow (?:heavy|light)\b|\b(?:heaviest|heavier|lightest)\b|\bweigh(?:s|t)?\b|多重|体重",
        r"\d[\d.,]{0,20}[\s-]?(?:kg|kilo\w*|pounds?|lbs?|grams?|tonnes?|tons?)\b|\bweigh|公斤|千克|\d克",
    ),
    (
        r"\bhow (?:tall|high)\b|\btall(?:er|est)\b|\bheight\b|多高|身高",
        r"\d[\d.,]{0,20}[\s-]?(?:cm|centimet\w+|m|met(?:re|er)s?|ft|feet|foot|inch\w*)\b|\btall\b|厘米|\d米",
    ),
    (
        r"\bhow fast\b|\bspeed\b|多快|速度",
        r"\d[\d.,]{0,20}\s?(?:km/h|kph|mph|m/s|(?:kilo)?met\w+ (?:an|per|a) (?:hour|second)|"
        r"miles (?:an|per) hour)|公里|\d米每",
    ),
    (
        r"\bbattery li(?:fe|ves)\b|\b(?:on|per) (?:a|one) charge\b|续航",
        r"\d[\d.,]{0,20}[\s-]?(?:hours?|minutes?|h|min)\b|小时|分钟",
    ),
    (
        r"\bhow long (?:was|is|has|have|had|did|were|does|will)\b|\bfor how long\b|多久|多长时间",
        r"\b(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|since|until|till)\b|\bfrom \d{4}|"
        r"\d{4}[-–]|[年月天周]",
    ),
    (
        r"\bsalar(?:y|ies)\b|\b(?:does|did|do|much) .{0,40}\bearns?$|年薪|工资",
        r"\bsalar|\bearn|\bpaid\b|\bpay\b|\bcompensation\b|\bwages?\b|年薪|工资",
    ),
    (
        _SUCCEEDS,
        r"\bpredecess|\bfollows? (?:on )?(?-i:[A-Z])|\bin place of\b|\bsucce(?:ed|ss)|\breplac|\btak(?:e|es|ing|"
        r"en) (?:over|the (?:helm|reins))|"
        r"\btook (?:over|the (?:helm|reins))|\binterim\b|\bacting\b|\binstead\b|\bstep\w* in\b|"
        r"\bhand\w* (?:over|the)\b|\bappoint|\bnominat|\binstall|\bnamed\b|\bpromot|\bmoves? up\b|\bto the top\b|"
        r"接替|接任|继任",
    ),
    (
        r"\bwho (?:has |have |had )?(?:also )?(?:left|leaves|leave|quit|resigned|departed|stepped down|went away)\b|"
        r"谁离|谁辞",
        r"\b(?:leav\w+|left|quit\w*|resign\w*|depart(?:s|ed|ing|ure)|step\w* (?:down|aside|back)|retir\w*|oust\w*|"
        r"dismiss\w*|fired|gone|until|former\w*)\b|离|辞",
    ),
    (
        r"\b(?:largest|biggest|main|top|most important) (?:[\w-]+ )?(?:customer|client|shareholder|owner|supplier|"
        r"market)s?\b|最大(?:的)?(?:客户|股东|市场)",
        r"\b(?:larg|big|main|top|most|first|lead|major|number one)|%|最大|第一",
    ),
    (
        r"\bwho\b.*\bbefore (?:the )?(?:<\d+>|him|her|them)(?:'s time)?[?. ]*$|\bpredecessors?\b",
        r"\bpredecess|\bsucce(?:ed|ss)|\breplac|\btook over from\b|\bformer\b(?! (?-i:[A-Z][a-z]))|\bprevious|"
        r"\buntil\b(?! then (?-i:[a-z]))|\bpreced|"
        r"\bfilling\b|"
        r"\bin place of\b|\bfollows? (?-i:[A-Z])|\bafter (?-i:[A-Z])\w+ (?:(?-i:[A-Z])\w+ )?(?:left|quit|"
        r"resigned|stepped|retired|died)|"
        r"\bhand\w* over\b|\bstep\w* (?:down|aside)\b|\bno longer\b|\bfill\w* in\b|\binterim\b|\boust|前任|接替",
    ),
    (
        r"\bwho(?:m)?\b(?: else)?(?: has| have| had)? (?:come|comes|came|gone|went|goes|moved?|joined|switched|"
        r"defected|hired|"
        r"transferred|crossed over)\b.*<\d+>.*\b(?:to|from|for)\b.*<\d+>|"
        r"\bwho(?:m)?\b.*\b(?:lose|lost|poach\w*|lure\w*|hire[ds]?|snatch\w*)\b.*<\d+>.*<\d+>|"
        r"\bwho(?:m)? (?:did|does|has|have) <\d+> (?:\w+ )?(?:lose|lost|poach\w*|lure\w*|hire[ds]?|snatch\w*)\b.*<\d+>",
        r"\b(?:from|former(?:ly)?|ex-|previous|join(?:s|ed)?|left|leav\w+|hired|poach\w*|lur\w+|was|were|until|used to|"
        r"worked|moved|came|went|earlier|spent)\b",
    ),
    (
        r"\bwhen (?:did|does|will|has|was|is)\b.*\b(?:join(?:ed|s|ing)?|start(?:ed|s)? (?:at|as|in|her|his|"
        r"work\w*)|bec(?:ome|ame)|take office|"
        r"take up|appointed|hired|named|arriv\w+)\b",
        r"\bjoin|\bbegan\b|\bbegin|\bbec(?:ame|om)|\barriv|\btook (?:up|over|office)|\btakes? (?:up|over|office)|"
        r"\bappoint|"
        r"\bnamed\b|\b(?:was|been|were|be) hired|\bsince (?:\w+ )?(?:\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|"
        r"sep|oct|nov|dec)\w*)\b|\bfrom \d{4}|\bhire of\b|\bcame\b|\bmoved\b|\bentered\b|加入|加盟|出任",
    ),
    (
        r"\bwhen (?:did|does|will|has|was|is)\b.*\b(?:leav\w+|left|quit|resign\w*|depart\w*|step\w* (?:down|aside)|"
        r"go(?! (?:on|public|into|live|up|down|out|to (?:market|sale|customers)))|gone|exit\w*)\b",
        r"\b(?:leav\w+|left|quit\w*|resign\w*|depart\w*|step\w* (?:down|aside|back)|retir\w*|oust\w*|dismiss\w*|"
        r"fired|until|till|exit\w*|"
        r"gave up|part\w* ways|went|out|lured?|poached|hired away|joined|moved to)\b|离|辞",
    ),
    (r"\bpatents?\b|专利", r"\bpatent|专利"),
)
SUCCESSION = Pattern(_SUCCEEDS)
"""Who came after somebody is asked for, or before."""
_PARTICULARS = tuple((Pattern(asked), Pattern(given, re.I)) for asked, given in _ASKED_AND_GIVEN)


def gives(text: str, shape: str) -> bool:
    """Whether a sentence holds what a question of that shape asks for in particular; true where it asks for none."""
    return all(given.is_in(text) for given in _asked(shape))


def is_particular(shape: str) -> bool:
    """Whether a question of that shape asks for something in particular."""
    return bool(_asked(shape))


@lru_cache(maxsize=64)
def _asked(shape: str) -> tuple[Pattern, ...]:
    return tuple(given for asked, given in _PARTICULARS if asked.search(shape))
