"""Words that stand for whom or what was spoken of: "she", "its", "that company", "that man"."""

from __future__ import annotations

import re

from bot.grammar.patterns import Pattern

_PERSON = r"he|she|him|his|her|(?:that|this) (?:man|woman|person|executive)"
_THING = (
    r"it|its|they|their|them|the company|the startup|the firm|the business|this company|that company|the team|"
    r"the robot|the model|there|this one|that one|(?:that|this)(?= ?[?.!]*$)|"
    r"(?<=does )that|(?<=did )that|(?<=will )that|(?<=has )that|"
    r"(?<=bought )one|(?<=ordered )one|(?<=has )one|(?<=have )one|(?<=uses )one|(?<=owns )one|(?<=got )one"
)
_MANY = r"which of (?:them|these|those)|(?:any|one) of (?:them|these)"
PRONOUNS = {
    "person": Pattern(rf"\b(?:{_PERSON})\b|他|她"),
    "thing": Pattern(rf"\b(?:{_THING})\b|他们|它们|该公司|这家公司|它"),
    "many": Pattern(rf"\b(?:{_MANY})\b"),
}
"""What stands for a person, for a thing, and for one of several."""
_ANY = Pattern(
    rf"\b(?:(?P<person>{_PERSON})|(?P<many>{_MANY})|(?P<thing>{_THING}))\b|(?P<zh>他们|它们|该公司|这家公司|他|她|它)"
)
_DEGREE = Pattern(
    r"\bpeople\b.{0,30}?\b(?:their|they)\b|\b(?:there)\s+(?:is|are|was|"
    r"were|any|be|been|a|an|some|more)\b|\b(?:is|are|was|were) there\b"
)


def pronoun_of(shape: str) -> str:
    """`person`, `thing` or `many`, where a clause stands on what was spoken of before; else empty."""
    cleared = _DEGREE.sub(lambda m: " " * len(m[0]), shape)
    match = _ANY.search(cleared)
    if not match:
        return ""
    first = re.search(r"<\d+>", shape)
    if first and first.start() < match.start() and not match["many"]:
        return ""
    if match["zh"]:
        return "person" if match["zh"] in "他她" else "thing"
    return "person" if match["person"] else "many" if match["many"] else "thing"


_TO_COME = r"(?:would|will|could|might|may|(?:is|are) (?:set|expected|slated|likely|going|said|due) to)"
OF_ROUND = Pattern(
    rf"\bwho (?:else )?(?:co-?)?(?:led|joined|backed|was in|took part in|invested in|{_TO_COME} (?:co-?)?(?:lead|join|"
    r"back|be in|take part in|invest in)) (?:it|that|this)\b"
)
LEADS_IT = Pattern(rf"\bwho (?:else )?{_TO_COME} (?:co-?)?lead (?=<)")
"""Who leads a round that is to come: told as of one that was done."""
