"""Sentences that say what somebody makes or what something is: “Acme, a maker of pumps”, “the pump called Rover”."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse, is_furniture
from bot.grammar.patterns import Pattern
from bot.store.read import Facts, Passage

_SORT = (
    r"(?:maker|manufacturer|developer|provider|specialist|start-?up|company|firm|unit|arm|subsidiary|spin-?off|lab|"
    r"robots?|humanoids?|quadrupeds?|models?|platforms?|software|systems?|computers?|chips?|factory|facility|plant|"
    r"programme?|project|assistant|arms?|hands?|vehicles?|drones?)"
)
_MAKES = (
    r"(?:speciali[sz]es in|develops|makes|builds|designs|manufactures|produces|focuses on|provides|operates|sells|"
    r"serves as|stands for|works on)"
)
_SAYS_WHAT = (
    r"NAMED\b[^.;]{0,60}?\b(?:known|famous|famed) for\b",
    r"NAMED(?: \([^()]{1,40}\))?(?:,? which)? (?:is|was|are) (?:an?|the|one of|[A-Z]\w+['’]s) (?!same|only|first)\w|"
    r"NAMED(?: \([^()]{1,40}\))?, (?:an?|one of) (?!year|day|week|month|move|deal|sign)\w",
    rf"NAMED(?: {_SORT})?,? (?:standing|short|(?:which )?stands) for\b|"
    rf"NAMED(?: {_SORT})?,? (?:capable of|designed (?:to|for)|(?:built|meant|intended) (?:to|for))\b",
    rf"\b(?:called|named|dubbed|nicknamed|known as) [“\"‘']?NAMED\b|\b{_SORT}[ ,]{{1,2}}[“\"‘']?NAMED\b",
    rf"NAMED {_MAKES}\b",
)
"""How a sentence says it, surest first."""
_GOES_ON_KNOWN = Pattern(r"^\W*(?:The \w+|It|They) (?:is|are) (?:best |well |mainly |widely )?(?:known|famous) for\b")
"""What the company of the sentence before is known for."""
_READ, _MOST = 60, 2


def defining(facts: Facts, discourse: Discourse, ids: Ids) -> list[Passage]:
    """The sentences that say best what those are."""
    names = [name for one in facts.entities_of(sorted(ids)) for name in (one.name, *one.aliases) if len(name) > 1]
    if not names:
        return []
    patterns = _patterns("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))
    found: dict[tuple[str, int], tuple[int, Passage]] = {}
    for passage in facts.search(discourse.all_names(ids), _READ):
        if not discourse.names_one(passage, ids):
            continue
        for one in (passage, *(p for p in discourse.near(passage, 0, 1) if _GOES_ON_KNOWN.match(p.text))):
            rank = 0 if one is not passage else _rank(patterns, one)
            if rank < len(patterns):
                found.setdefault((one.article, one.ordinal), (rank, one))
    return [one for _, one in sorted(found.values(), key=lambda row: row[0])][:_MOST]


def _rank(patterns: tuple[re.Pattern[str], ...], passage: Passage) -> int:
    """How surely a sentence says it, 0 for the surest; their number where it does not."""
    if passage.ordinal == 0 or is_furniture(passage.text):
        return len(patterns)
    return next((n for n, pattern in enumerate(patterns) if pattern.search(passage.text)), len(patterns))


@lru_cache(maxsize=64)
def _patterns(names: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern.replace("NAMED", rf"(?<!\w)(?:{names})(?: (?:[A-Z][a-z]+|&|and(?= [A-Z]))){{0,4}}"))
        for pattern in _SAYS_WHAT
    )
