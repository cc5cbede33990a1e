"""Sentences that say what somebody makes, what something is (“Acme, a maker of pumps”) or what became of it."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answers.asked.spotting import Mention
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
_FATE = Pattern(
    r"\b(?:shut(?:s|ting)? (?:\w+ )?(?:down|its doors)|shutdown|clos(?:ed|es|ing) (?:down|its doors|the (?:\w+ )?"
    r"(?:company|firm|unit|lab|division|project))|closure|w(?:ou|i)nd(?:s|ing)? (?:down|up)|bankrupt\w*|insolven\w*|"
    r"liquidat\w*|ceas(?:ed|es|ing) (?:to|operations)|fold(?:ed|s)|collapsed?|out of business|went (?:under|bust)|"
    r"dissolv\w*|(?:acquired|bought|taken over|absorbed) by|sold to|merg(?:ed|es|ing) (?:with|into)|"
    r"(?:integrated|folded|rolled) into|renamed|rebranded|delisted|discontinu\w*|scrapp\w*|"
    r"cancell?ed|axed|killed off)\b",
    re.I,
)
_OBJECT = Pattern(r"\W?(?:its |the |their |his |her )?(?:(?!in\b|on\b|by\b|at\b|as\b|after\b)[\w-]+ ){0,2}$")
"""What stands between "shut down" and what was."""
_NEAR = 90
"""Letters between a name and what became of it."""
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


def became_of(facts: Facts, discourse: Discourse, ids: Ids) -> list[Passage]:
    """The sentences that tell how something ended: closed, sold, merged, called off."""
    found = []
    for passage in facts.search(discourse.all_names(ids), _READ):
        named = [m for m in discourse.named(passage) if any(discourse.kind(i) in ("org", "product") for i in m.ids)]
        ends = (_ended(passage.text, met, named) for met in _FATE.finditer(passage.text))
        if any(one.ids & ids for one in ends if one is not None):
            found.append(passage)
    body = [p for p in found if p.ordinal and not is_furniture(p.text)]
    return sorted(body, key=lambda p: (p.citation.published, p.ordinal))[: _MOST + 1]


def _ended(text: str, met: re.Match[str], named: list[Mention]) -> Mention | None:
    """Of those named in a sentence the one whose end a word tells: right behind it, or else last before it."""
    after = [m for m in named if met.end() <= m.start and _OBJECT.match(text, met.end(), m.start)]
    before = [m for m in named if m.start < met.start() <= m.start + _NEAR]
    return min(after, key=lambda m: m.start, default=None) or max(before, key=lambda m: m.start, default=None)


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
