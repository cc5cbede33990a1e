"""The words of deals: by which a sentence is seen to tell of one, of its sum, or of who is in it."""

from __future__ import annotations

import re

from bot.grammar.patterns import Pattern

DEAL = Pattern(
    r"\b(?:rais(?:ed|es|ing)|(?:funding |financing |investment )?rounds?|pre-?seed|seed|series [a-h]\b|angel (?:round|"
    r"investors?|money)|pre-?[a-c]\b|acqui(?:red?|res|ring|sitions?)|bought|buys?|takeover|merge[drs]?|merging|ipo|"
    r"listing|listed|went public|float(?:ed|ation)?|placement|invest(?:s|ed|ors?|ments?|ing)?|stake|financing|"
    r"funding|back(?:ed by|ers?)|valu(?:ed|ation|es)|(?:co-?)?led by|co-?led|lead investors?|consortium|offers?|bid|"
    r"shareholders?|convertible|pre-ipo|injected|bankrolled|tapped|offering|"
    r"stock exchange|owns?|owned)\b|[轮輪]|融资|投资|收购|上市",
    re.I,
)
MAYBE_DEAL = Pattern(
    r"\b(?:sold (?:to|for|its|itself|new|all|the|off)|sale of|buy|total|"
    r"che(?:que|ck)s?|put in|poured|loan|grants?|proposals?|shares|cash|debt|money|"
    r"purchase|deal|transaction|takes?|took|gets?|got|exit|paid|pays|percent of|per cent of|worth|scraped|pulled in|"
    r"brought in|landed|secured?s?|bagged|closed|nett?ed|collect(?:ed|s)|came in|capital|float|pockets?)\b",
    re.I,
)
"""Words of a deal where a sum stands beside them."""
NO_DEAL = Pattern(
    r"\b(?:revenues?|sales of|turnover|market (?:size|for|will|would|could)|orders (?:for|of|were)|"
    r"costs? (?:about |around )?[$€£¥]|priced? at|net (?:loss|profit)|operating (?:loss|profit)|salary|average price|"
    r"a month|\d-(?:yuan|won|dollar|euro|yen)\b|infrastructure|cap(?:ital )?ex\w*|"
    r"(?:global\w*|worldwide) [\w ]{0,20}invest\w+|opportunit\w+|per (?:unit|month|hour)|apiece)\b",
    re.I,
)
"""Sums of other things."""
SURELY_DEAL = Pattern(
    r"\b(?:raised|rounds?|series [a-h]\b|seed|pre-?[a-c]\b|acquired|bought|stake|led by|co-?led|takeover|valuation)\b|"
    r"[轮輪]|融资|收购",
    re.I,
)
PARTIES = Pattern(
    r"\b(?:(?:co-?)?led by|co-?led|backed by|backers?|invest(?:ed|ors?)|shareholders?|acquired|bought|"
    r"participat\w+(?! in (?:the |its )?(?:[\w-]+ )?(?:development|design|work|project|race|programme)\b)|"
    r"stake|merge[rd]?|listing|ipo|taken over|takeover|owned by|offers?|bid|proposals?)\b|领投|跟投|投资方|股东|收购",
    re.I,
)
"""What tells of a deal without a sum, where somebody else is named."""
GIVES = Pattern(
    r"\b(?:led|co-?led|leads|leading|invest\w*|took part|joined|joins|participat\w+|came in|comes in|came along|"
    r"accounts for|put in|puts in|infused|injected|contribut\w+|follow\w*|backs|backed (?:it|the)\b|also|"
    r"existing|return\w+|"
    r"wrote|converted|chipped in|customer and|underwr\w+|advis\w+|valu\w+|holds?|owns?)\b",
    re.I,
)
"""What somebody who gives money does."""
PUT_IN = Pattern(r"\b(?:put in|puts in|led|co-?led|wrote|injected|infused|came in with|chipped in)\b", re.I)
TAKEN_OVER = Pattern(r"\b(?:taken over|acquired|bought|backed|funded|bankrolled|owned) by\b", re.I)
_RAISED = Pattern(r"\b(?:took|raised|raises|bagged|secured|closed|received|completed|got)\b")
_WHICH, _REACHES = Pattern(r"\W{1,4}(?:which|that) (?:had |has )?"), Pattern(r"\b[^.;]{0,80}")
"""What may stand between a name and what it took: right beside it, or anything of its sentence."""
MONEY_WORDS = Pattern(r"\b(?:angels?|put (?:any |more |no )?money|raising|money|wealth)\b", re.I)


def is_taken_by(name: str, text: str, beside: bool) -> bool:
    """Whether a sentence tells that somebody took money, `beside`: only in "Acme, which raised …"."""
    between = _WHICH if beside else _REACHES
    for took in _RAISED.finditer(text):
        at = text.rfind(name, 0, took.start())
        if at >= 0 and between.fullmatch(text, at + len(name), took.start()):
            return True
    return False
