"""What kind of thing a question asks for: somebody, a day, a place, a sum, a number."""

from __future__ import annotations

import re
from typing import Literal

from bot.grammar.patterns import Pattern

Wants = Literal["who", "when", "where", "money", "count", "percent", "thing", "why", "yes"]

_HEAVY = r"\bhow much\b(?=.*\b(?:weigh|carry|lift)\b)"
_WANTED: tuple[tuple[Wants, str], ...] = (
    (
        "percent",
        r"\b(?:what|which|how (?:large|big)) (?:a )?(?:percentage|per cent|percent|share|stake|fraction|slice|portion|"
        r"chunk)|how many (?:per ?cent|%)|"
        r"\bhow much of (?:the )?(?:<>|it|them|the (?:company|firm|start-?up|business))(?:'s shares)? "
        r"(?:does|do|did|is|are|will|would|has|have)\b.*\b(?:own(?:s|ed)?|hold|held|control(?:s|led)?|have|keep|kept|belongs?|got|get|buy|"
        r"bought|sell|sold)\b|how much of (?:the |its |their |all |his |her )?(?:\w+ )?(?:sales|revenues?|turnover|"
        r"orders|output|business|market|profits?|shipments)\b.*\b(?:makes? up|accounts?|comes?|came|stems?|depends?)\b|"
        r"百分之|持股|占比|股权|股權|股份",
    ),
    ("count", rf"\bhow many\b|\bnumber of\b|{_HEAVY}|多少(?:台|人|名|家|轮|张|個|个|辆|次)|几轮|幾輪"),
    (
        "money",
        rf"(?!{_HEAVY})\bhow much\b|\bwhat (?:is|was|are|were|does|did|do|will|would) .*\b(?:price|cost|sum|amount|"
        r"paid|pay)|\b(?:what|which) (?:price|cost|sum|amount|money|fee|fine)s?\b|\bprices?\b|"
        r"多少钱|多少錢|价格|售价|多少",
    ),
    (
        "when",
        r"\bwhen\b|\b(?:what|which) (?:year|date|day|month|quarter)\b|\bhow (?:long|soon)\b|什么时候|什麼時候|何时|"
        r"何時|哪年|几时",
    ),
    (
        "where",
        r"\bwhere\b|\b(?:which|what) (?:city|country|place|site|town|province|region)\b|哪里|哪裡|哪儿|在哪|哪些地方",
    ),
    ("why", r"\bwhy\b|\bhow come\b|为什么|為什麼"),
    ("who", r"\bwho(?:m|se)?\b|谁|誰"),
    ("thing", r"\b(?:what|which|how|compare|tell|list|show)\b|什么|什麼|哪"),
)
_WANTED_RX = tuple((wants, Pattern(pattern)) for wants, pattern in _WANTED)


def wanted(shape: str) -> Wants:
    """The kind of thing that a clause asks for, told by its words."""
    shape = re.sub(r"<\w+>", "<>", shape)
    hits = [(m.start(), n, wants) for n, (wants, rx) in enumerate(_WANTED_RX) if (m := rx.search(shape))]
    if not hits:
        return "yes" if re.match(r"(?:is|are|was|were|did|does|do|has|have|will|can)\b", shape) else "thing"
    strong = [hit for hit in hits if hit[2] in ("percent", "count", "money")]
    return min(strong or hits)[2]
