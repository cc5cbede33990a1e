"""Plain questions of few words ("who bought <0>"): what says just that of those who are named, in its own part."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.answers.asked.question import Clause
from bot.answers.proof.things import PARTS
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_PLAIN = Pattern(
    r"^(?:and |so |but )?(?:who|which (?:company|firm|group|outfit|investor|fund|start-?up))"
    r"(?: (?:has|have|had|is|was|are|were|also|now|first|originally|actually|really|currently))* "
    r"(?P<verb>[a-z]{3,}(?: (?:up|in|into|over|by))?) (?:the |company |start-?up |firm ){0,2}<\d+>"
    r"(?: (?:in |as |at |on |after |now|today|back then|<when>)[^?]{0,50})?"
    r"(?:'s?)?(?: (?:the |that |this |its |their |an? )?(?:(?:<sum>|<round>|[a-z-]+) ){0,3}?"
    r"(?:<sum>|<round>|rounds?|financing|funding|investments?|money|cash|capital|loans?|grants?|cheques?))?[ ?]*$"
)
_WHEN = Pattern(
    r"^(?:and )?when (?:was|were|is|will) (?:the )?<\d+> (?:be )?(?P<verb>sold|bought|acquired|taken over)[ ?]*$"
)
_DOINGS = (
    (
        "founded co-founded cofounded founding started established created began incorporated|set up",
        r"(?:co-?)?found(?:ed|ers?|ing)|sets? up|setting up|start(?:ed|s)|establish(?:ed|es|ing)|creat(?:ed|ors?)|"
        r"began|invent\w+|brainchild|(?:spun (?:out|off)|incorporated|registered|formed|dreamt up)\b[^.;]{0,60}\bby",
    ),
    (
        "bought buys buying acquired acquires acquiring purchased swallowed|taken over|took over",
        r"acqui\w+|bu(?:ys?|ying|yers?|yout)|bought|purchas\w+|tak(?:e|es|ing|en) over|took over|takeover|merg\w+|"
        r"swallow\w*|absorb\w*|snap\w* up|pick\w* up|own(?:s|ed|er|ers)|belongs?|sold|subsidiary|parent|folded into|"
        r"controls?|majority|stakes?|part of|shares|pa(?:ys?|id|ying)\b[^.;]{0,60}\bfor|passed (?:on )?to|price",
    ),
    (
        "sold sells selling",
        r"s(?:old|ells?|elling|ale|ellers?)|divest\w*|offload\w*|part(?:ed|s|ing) with|owners?|shed|bought|buys?|"
        r"acquir\w+",
    ),
    (
        "backs backed backing funds funded financed finances gave gives lent|invested in|invests in|invest in|put into",
        r"back(?:s|ed|ers?|ing)|fund\w*|financ\w+|invest(?!ig)\w*|led|leads?|rounds?|rais\w+|put|stakes?|shares?|"
        r"shareholders?|seed|series [a-h]|capital|ventures?|angels?|owns?|money|cheques?|checks?|grants?|loans?",
    ),
    (
        "replaced replaces succeeded succeeds followed follows",
        r"succe(?:eds?|eded|ssors?|eding)|replac\w+|tak(?:es?|ing|en) (?:\w+ ){0,2}(?:over|place|reins)|"
        r"took (?:\w+ ){0,2}(?:over|place|reins)|new|appointed|named|promoted|follow(?:s|ed)|interim|acting|"
        r"bec(?:ame|omes)|his place|her place|"
        r"hand(?:s|ed|ing) (?:\w+ ){0,3}(?:over|to)|moves? up|steps? (?:in|up)|stepped (?:in|up)|predecessor|former|"
        r"since",
    ),
)
"""Verbs of plain questions, and what a sentence says that tells who did it."""
_TABLE = tuple(
    (frozenset((*single.split(), *turns)), Pattern(rf"\b(?:{told})\b|[㐀-鿿]", re.I))
    for (single, *turns), told in ((verbs.split("|"), told) for verbs, told in _DOINGS)
)
_BACKS = next(told for verbs, told in _TABLE if "backed" in verbs)
_RECEIVES = Pattern(
    r"\W{0,3}(?:[\w-]+ ){0,2}?(?:got|gets|receiv\w+|secur\w+|rais\w+|clos(?:ed|es)|took|takes|land(?:ed|s)|won|bagged|"
    r"complet\w+|nabbed|pulled in|brought in)\b",
    re.I,
)
_GIVER = Pattern(
    r"\b(?:from|by|led|leads?|leading|back(?:ed|ers?|ing)|investors?|with|includ\w+|join\w*|participa\w+|put|anchor\w*|"
    r"gave|lent|money of)\b|[:|]|[㐀-鿿]",
    re.I,
)
"""What tells whose money it is, where a sentence begins with those who get it."""
_OTHERWISE = Pattern(
    r",? (?:whose|where|once of|formerly of|previously of|ex-)\b|,? \b(?:who|which)\b(?= (?:had|has|was)\b)"
)
"""Where a sentence begins to tell of somebody it only names."""
_BACK = Pattern(r"\b(?:its|it|the (?:[\w-]+ )?(?:company|firm|start-?up|maker|developer|business|group))\b", re.I)
_ACTIVE = Pattern(
    r"(?:(?:co-?)?found(?:ed|s)|sets? up|start(?:ed|s)|establish(?:ed|es)?|creat(?:ed|es?)|form(?:ed|s)|spun (?:out|"
    r"off)|bought|buys?|acquire[sd]?|purchase[sd]?|t[ao]kes? over|took over|s(?:old|ells?)|swallow(?:ed|s)|invest(?:ed|"
    r"s)?)$",
    re.I,
)
"""What somebody does who stands before it."""
_ANOTHER = Pattern(r" (?:an|a|another|two|three|four|five|several|many|new|joint)\b| [A-Z][a-z]")
"""Something else that it is done to."""
_PASSIVE = Pattern(r"\b(?:was|were|is|are|be|been|being|got|gets)\b|[,(–—]|\b(?:and|which|that)\b")
_BY = Pattern(r"[^.;,]{0,50}\bby\b")
_SOMEBODY = Pattern(
    r"(?<!in )(?<!at )(?<!on )(?<!since )(?<!near )(?!Company|Group|Corporation|US dollars|USD\b|RMB\b)"
    r"[A-Z][\w’'&.-]+|[㐀-鿿]{2}|\b(?:he|she|"
    r"they|we|i|his|her|their|our|brothers?|sisters?|twins|students?|professors?|"
    r"engineers?|researchers?|veterans?|colleagues?|friends?|graduates?|family|couple|father|mother|wife|husband)\b"
)
"""Who may have done something."""


@lru_cache(maxsize=256)
def doing_asked(shape: str) -> Pattern | None:
    """What tells who did what a plain question asks; None of any other question."""
    met = _PLAIN.search(shape) or _WHEN.search(shape)
    return next((told for verbs, told in _TABLE if met["verb"] in verbs), None) if met is not None else None


def says_just_that(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence says who did what a plain question asks, in a part that is not on somebody else."""
    told = doing_asked(clause.shape)
    if told is None or " | " in passage.text:
        return clause.wants != "who" or names_another(discourse, clause, passage.text)
    asked = frozenset[str]().union(*clause.groups())
    return any(
        _tells_doer(text, told, own, clause.wants != "when") for text, own in _own_parts(discourse, passage, asked)
    )


def names_another(discourse: Discourse, clause: Clause, text: str) -> bool:
    """Whether a text names somebody else than those asked about, if any are: that may be who is asked for."""
    asked, named = frozenset[str]().union(*clause.groups()), discourse.spotter.find(text)
    others = [m for m in named if not m.ids & asked and not is_place(m.ids) and not m.text.islower()]
    if others or not asked:
        return True
    for mention in reversed(named):
        text = f"{text[: mention.start]}{text[mention.end :]}"
    return " | " in text or bool(_SOMEBODY.search(text.lstrip(" ,;–—"), 1))


def _own_parts(discourse: Discourse, passage: Passage, asked: Ids) -> Iterable[tuple[str, list[tuple[int, int]]]]:
    """The parts of a sentence that name those asked about, or nobody else of their kind; and where they name them."""
    text, kinds = passage.text, discourse.kinds_of(asked)
    named = [m for m in discourse.named(passage) if not is_place(m.ids)]
    own = [m for m in named if m.ids & asked or any(discourse.facts.kin(i) & asked for i in m.ids)]
    ends = sorted(m.start() for pattern in (PARTS, _OTHERWISE) for m in pattern.compiled.finditer(text))
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        theirs = [(m.start - start, m.end - start) for m in own if start <= m.start < end]
        others = (m for m in named if start <= m.start < end and kinds & {discourse.kind(i) for i in m.ids})
        if not theirs and _OTHERWISE.match(text, start) and not any(m.end == start for m in own):
            continue
        if theirs or not any(others) or (_BACK.search(text[start:end]) and _points_to(discourse, passage, asked)):
            yield text[start:end], theirs


def _points_to(discourse: Discourse, passage: Passage, asked: Ids) -> bool:
    """Whether the sentence before names those asked about, or nobody: "it" may be them."""
    named = [m for p in discourse.near(passage, 1) for m in discourse.named(p) if not is_place(m.ids)]
    return not named or any(m.ids & asked for m in named)


def _tells_doer(text: str, told: Pattern, own: list[tuple[int, int]], who: bool) -> bool:
    """Whether a text tells that something was done, and where asked `who`, by somebody else than it was done to."""
    if told is _BACKS and any(_RECEIVES.match(text, end) for _, end in own) and not _GIVER.search(text):
        return False
    rest = text
    for start, end in own:
        rest = f"{rest[:start]}{'_' * (end - start)}{rest[end:]}"
    return bool(not who or _SOMEBODY.search(rest.lstrip(" ,;–—"), 1)) and any(
        not _is_done_to_another(text, met, own) for met in told.compiled.finditer(text)
    )


def _is_done_to_another(text: str, met: re.Match[str], own: list[tuple[int, int]]) -> bool:
    """Whether those asked about do it, or it is done to others: "Acme founded a school" tells no founder of Acme."""
    if not _ACTIVE.search(met[0]):
        return False
    if _ANOTHER.match(text, met.end()) and not any(start == met.end() + 1 for start, _ in own):
        return True
    before = [end for _, end in own if end <= met.start()]
    passive = not before or _BY.match(text, met.end()) or _PASSIVE.search(text[max(before) : met.start()])
    return not passive
