"""Whether a deal is so: confirmed, denied, agreed, done or only talked of."""

from __future__ import annotations

import re

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.whether.told import MARK, Told, Verdict, is_of, names_several
from bot.grammar.patterns import Pattern

ASKS_SETTLED = Pattern(
    r"\b(?:confirm(?:ed)?|official(?:ly)?|done deal|(?:still|only|just) (?:a |in )?(?:talks?|rumou?rs?|reports?)|or "
    r"(?:just |only )?(?:a )?rumou?rs?|(?:is|are) (?:it|that|this|the .{1,40}) (?:true|real|certain|sure)|how "
    r"(?:reliable|sure|certain|solid)|true that)\b"
)
_PARTS = r"(?:\w+ ){0,3}?"
ASKS_DEAL = Pattern(
    r"^(?:is|are|did|does|has|have|was|were|will)\b.*\b(?:buy|buying|bought|acquir\w+|sell|selling|sold|merg\w+|"
    r"tak(?:e|en|ing) over|takeover|for sale|up for sale|talks|bankrupt\w*|insolvent|bust|invest\w*|rais(?:e|ing|ed)|"
    r"go(?:ing)? public|list(?:ing)?|ipo|lead|leading|approach\w*|offer)\b|"
    r"^(?:did|has|have|is|was)\b.*\b(?:clos\w+|complet\w+|finali[sz]\w+)\b.*(?:\b(?:deal|round|funding|"
    r"financing|takeover|acquisition|merger|purchase|it)\b|<sum>|<round>)"
)
_REPORTS = r"(?:reports?|rumou?rs?|claims?|talk|speculation|posts?)"
_DENIES = Pattern(
    rf"\b(?:den(?:y|ies|ied|ial)|(?:reject|dismiss|contradict)(?:s|es|ed) {_PARTS}{_REPORTS}|(?:is|are|was|were|will)"
    r"(?: not|n['’]t) (?:for sale|true|in talks|selling|being sold|bankrupt|leaving|buying)|not true|untrue|not a fact|"
    r"no truth|unfounded|baseless|inaccurate|fiction|nonsense|no such (?:talks?|deal|plans?|offer)|(?:were|are|have "
    rf"been) no {_PARTS}(?:talks|negotiations|plans|offers?)|(?:had|has|have) no {_PARTS}(?:plans?|intention)|"
    rf"received no "
    r"offer|no talks|rul(?:es|ed) out|we did not|we have not|never met|contrary to)\b|"
    rf"\breported (?:\w+ ){{0,6}}?to the police\b",
    re.I,
)
_BROKEN = Pattern(
    r"\b(?:(?:were|was|been) (?:broken off|rebuffed|rejected|called off)|fell through|fallen through|collapsed|"
    r"walked away|scrapped|abandoned|(?:turned|turns) (?:it |them |him )?down|"
    rf"(?:declin|refus|reject|rebuff)(?:es|ed|s) {_PARTS}(?:offers?|bids?|approach\w*|proposals?)|"
    r"(?:declin|refus)(?:es|ed) to (?:sell|buy|invest|merge)|wo(?:n['’]t| not) (?:sell|buy|invest)|"
    r"will (?:not|never) (?:sell|buy|invest)|had passed|has passed on|passed on)\b",
    re.I,
)
"""That what was offered or talked of did not come about."""
_CONFIRMS = Pattern(
    r"(?<!not )(?<!n't )(?<!n’t )(?<!to )\bconfirm(?:s|ed) (?:(?:that|the|it|this|to|his|her|its|their|on|in|both|by)"
    r"\b|(?:plans?|talks|reports?))",
    re.I,
)
_NOT_CONFIRMED = Pattern(
    r"\b(?:has|have|had|did|does|could)(?: not|n['’]t) (?:yet )?(?:been |be )?confirm(?:ed)?\b|\bunconfirmed\b|"
    r"\bnot (?:yet )?(?:been )?confirmed\b|\bdeclined to confirm\b|\bnothing (?:has |had )?(?:been )?decided\b",
    re.I,
)
_HEDGES = Pattern(
    r"\b(?:reportedly|rumou?r\w*|(?:is|are|was|were) said to|in (?:\w+ )?(?:talks|discussions?)|people (?:familiar|"
    r"close|with (?:direct )?knowledge)|sources? (?:familiar|close|said|told|say)|according to (?:people|sources?|two|"
    r"three|a person)|(?:is|are) (?:discussing|weighing|considering|exploring|negotiating|seeking|mulling)|could "
    r"(?:value|be valued)|we(?:['’]ve| have)? heard?|terms could (?:still )?change|not (?:yet )?(?:final|been "
    r"finali[sz]ed))\b",
    re.I,
)
"""What tells that something is only talked of."""
_TALKED = "Not confirmed, only talked of"
_DEALS = ("funding", "acquisition", "ipo")


def settled(desk: Desk, clause: Clause, told: list[Told]) -> Verdict | None:
    """Whether something is confirmed, denied or only talked of."""
    for said, signs in (("Denied", _DENIES), ("Not confirmed", _NOT_CONFIRMED), ("Confirmed", _CONFIRMS)):
        for one in told:
            if one.status == "denied" or (signs.search(one.text) and is_of(desk, clause, one)):
                return (_state(one), one.line) if one.status == "denied" else (said, one.quoted)
    done = next((one for one in told if _is_deal(one) and one.status == "completed"), None)
    talked = next((one for one in told if one.status == "rumored" or _HEDGES.search(one.text)), None)
    if talked is not None and done is None:
        return _TALKED, talked.line
    return ("Done", done.line) if done is not None and talked is None else None


def deal(desk: Desk, clause: Clause, told: list[Told]) -> Verdict | None:
    """Whether somebody buys, sells, raises, lists or is bankrupt: denied, broken off or only talked of."""
    several = names_several(clause)
    if any(one.event is not None and one.event.kind == "acquisition" and one.status == "completed" for one in told):
        return None  # what came of other talks is beside it
    for one in told:
        if one.status == "denied" and _is_deal(one):
            return _state(one), one.line
        if _DENIES.search(one.text) and is_of(desk, clause, one):
            return "Denied", one.quoted
        if _BROKEN.search(one.text) and (one.hidden.count(MARK) > 1 if several else MARK in one.hidden):
            return "No", one.quoted
    first = next((one for one in told if _is_deal(one)), None)
    if first is not None and first.status == "rumored" and not any(one.status == "completed" for one in told):
        return _TALKED, first.line
    return None


def _state(one: Told) -> str:
    """What is said of a deal that is told as denied: that somebody denies it, or that it did not come about."""
    return "Denied" if "denies" in one.line.text or _DENIES.search(one.text) else "No"


def _is_deal(one: Told) -> bool:
    return one.event is not None and one.event.kind in _DEALS
