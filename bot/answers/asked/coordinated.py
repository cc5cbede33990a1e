"""Several things asked by one question word: "the price and the weight of Acme", "sales in 2023 and last year"."""

from __future__ import annotations

import re

from bot.grammar.patterns import Pattern

WHEN = r"(?:<when>|(?<!\d)20\d\d(?!\d))"
QUESTION = (
    r"(?:(?<!<)when|who(?:m|se)?|what|where|which|why|how (?:much|many|long|big|far|often|fast|tall|heavy|old)|how)"
)
NOUN = (
    r"(?:prices?|costs?|weight|height|speed|payload|battery life|runtime|uptime|revenues?|sales|turnover|"
    r"profits?|loss(?:es)?|margins?|cash|debts?|dividends?|budget|fees?|grants?|subsid(?:y|ies)|"
    r"valuations?|market (?:cap|value|share|size)|capacity|output|orders|backlog|shipments|deliveries|"
    r"customers?|clients?|"
    r"investors?|backers?|shareholders?|suppliers?|partners?|headcount|employees|staff|team size|hq|headquarters|"
    r"head office|ceo|cfo|cto|coo|boss|chairman|founders?|co-?founders?|owners?|buyers?|sellers?|lead investor|"
    r"(?:cto|coo|cmo|president|chair(?:man|woman)?|managing director|general manager|head of [a-z]+|chief [a-z]+ "
    r"officer|"
    r"director of [a-z]+)|stakes?|shares?|amount|sum|date|year|total raised|ipo|listing|score|rent|mass production|"
    r"targets?|goals?|(?:last|latest|newest|first|next) (?:funding )?round|sizes?|number of [a-z]+|licen[cs]es?|"
    r"use of (?:proceeds|funds)|total (?:sum|funding|raised)|leads?|participants?|terms|funding|ranges?|dimensions|"
    r"parameters?|names?|purpose|places?|location|money raised|duration|interest rate|deadline)"
)
"""What may be asked for by its name alone."""
_TO_DATE = rf"(?: (?:to date|so far|now|today|in total|last year|(?:in|for|by) (?:the )?{WHEN}|{WHEN}))?"
_BEFORE = (
    r"(?:(?!(?:and|plus|also|as|along|together|with|the|its|their|his|her|to|so|now|today|in|for|by) )"
    r"[a-z-]{1,24} ){0,2}?"
)
"""Words before what is asked for; none that joins two, or that begins another."""
_OF_ANY = rf"(?:the|its|their|his|her) {_BEFORE}[a-z-]{{3,24}}"
_ASPECT = rf"(?:(?:(?:the|its|their|his|her) )?{_BEFORE}{NOUN}{_TO_DATE})"
_JOINS = r"(?:,? (?:and|plus|as well as|along with|together with)|,| [&+/])(?: also)? "
_ASKED_FOR = (
    r"(?P<ask>(?:what(?:'s| is| are| was| were)|which (?:is|are)|(?:please |pls )?(?:tell|give|show|send|get) "
    r"(?:me|us)|list|name|i need|we need|compare) )?"
)
_ASPECTS = Pattern(
    rf"^{_ASKED_FOR}(?:both )?(?P<whose><\d+>(?:'s)? )?(?P<list>{_ASPECT}(?:{_JOINS}{_ASPECT}){{1,5}})"
    r"(?P<rest>(?: (?:of|for|at|in|on|behind) (?:(?!\b(?:and|or|with|each)\b)[^?,])*)?)$",
    re.I,
)
_ANY_ASPECTS = Pattern(
    rf"^{_ASKED_FOR}(?:both )?(?P<whose>)(?P<list>{_OF_ANY}(?:{_JOINS}{_OF_ANY}){{1,5}})"
    r"(?P<rest> (?:of|for|behind) (?:(?!\b(?:and|or|with)\b)[^?,])*<\d+>(?:(?!\b(?:and|or|with)\b)[^?,])*)$",
    re.I,
)
"""The same of what no table names, each with its article: "the licence and the vocabulary of Acme One"."""
_OF_ONE = Pattern(r" (?:of|for|at) (?:the )?(?P<whose><\d+>(?:'s (?:[a-z]+ ){0,2}round|'s? <round>)?)", re.I)
"""What may stand before what is asked for as well: "Acme's last round lead"."""
_JOIN = Pattern(_JOINS, re.I)
_ONE_THING = Pattern(
    r"\b(?:(?:co-?)?founder|chair(?:man|woman)?|president|owner|boss)s? (?:and|&) (?!the )(?:[a-z-]+ )?"
    r"(?:ceo|cto|cfo|coo|chief|head|president|chair|managing|owner|boss)|\bprofits? (?:and|&) loss|"
    r"\bterms (?:and|&)|\bname (?:and|&)|\bsales (?:and|&) marketing",
    re.I,
)
"""What "and" makes one of: somebody with two posts, an account."""
_PART_OF_TIME = (
    r"(?:first half of |second half of |(?:the )?(?:end|beginning|start|middle) (?:of )?|mid[- ]|early |late )?"
)
_TIME = (
    rf"(?:(?:in|at|by|for|during|as of) )?(?:(?:the )?{_PART_OF_TIME}{WHEN}(?: low| high| peak)?|now|today|last year|"
    r"this year|next year|the year (?:before|after))"
)
_TIMES = Pattern(
    rf"^(?P<head>(?!.*\b(?:between|from)$).+?\S),?(?P<first> {_TIME})"
    rf"(?P<more>(?:(?:,| and|,? versus|,? vs\.?|,? compared (?:to|with)|,? against) {_TIME}){{1,5}})$",
    re.I,
)
_SOMEBODY = r"(?:the )?(?:<\d+>|[A-Z][\w.-]+)(?:'s)?(?: [\w-]+){0,2}?"
_EACH_WITH = Pattern(
    rf"^(?P<head>.+\S) (?P<by>at|from|for|by|to|with) (?P<first>{_SOMEBODY}),?"
    rf" (?:and|as well as|plus|versus|vs\.?) (?P=by) (?P<second>{_SOMEBODY})$"
)
"""The same of two, each with the word that ties it: "what did it order from Acme and from Zenith"."""
_NEXT_TIME = Pattern(r"(?:^|\s|,)(?:and|versus|vs\.?|compared (?:to|with)|against)\s|,\s", re.I)


def spread(text: str) -> list[str]:
    """One question as the several that it asks, each in full but for the other times; any other as it is."""
    text = text.strip()
    aspects = _ASPECTS.match(text) or _ANY_ASPECTS.match(text)
    if aspects and not _ONE_THING.search(aspects["list"]):
        return _by_aspect(aspects)
    each = _EACH_WITH.match(text)
    if each and re.search(rf"\b{QUESTION}\b", each["head"], re.I):
        return [f"{each['head']} {each['by']} {each[one]}" for one in ("first", "second")]
    times = _TIMES.match(text)
    if times and not re.search(r"\b(?:between|from)\b[^,]*$", times["head"], re.I):
        more = [one.strip(" ,") for one in _NEXT_TIME.split(times["more"])]
        return [f"{times['head']}{times['first']}", *(one for one in more if one)]
    return [text]


def _by_aspect(met: re.Match[str]) -> list[str]:
    whose = (met["whose"] or "").strip()
    rest = met["rest"] or ""
    alone = _OF_ONE.fullmatch(rest)
    if alone:
        whose, rest = alone["whose"], ""
    asked = [re.sub(r"^(?:the|its|their|his|her) ", "", one.strip(), flags=re.I) for one in _JOIN.split(met["list"])]
    if rest:
        verb = "are" if re.search(r"\bare\b", met["ask"] or "") else "is"
        return [f"what {verb} the {one}{rest}" for one in asked]
    return [f"{whose} {one}".strip() for one in asked]
