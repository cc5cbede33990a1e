"""Sums of many: what "six start-ups", a whole trade or its funding raised is no one company's."""

from __future__ import annotations

import re
from typing import Final

from bot.extraction.text.context import Arg, Sentence

_MANY: Final = re.compile(
    r"\b(?:startups|start-ups|companies|firms|makers|developers|players|ventures|enterprises|builders|businesses|"
    r"unicorns|manufacturers|spin-?o(?:ff|ut)s)\b",
    re.IGNORECASE,
)
_DEALS: Final = re.compile(r"\b(?:deals|rounds|financings|transactions|funds)\b", re.IGNORECASE)
"""What many did; of one company's own, "two rounds totalling $5m", its name stands farther out."""
_TRADES: Final = frozenset({"industry", "sector", "field"})
_FIELD: Final = re.compile(
    r"\W*(?:(?:global|worldwide|overall|annual|venture(?: capital)?|VC|European|American|US|U\.S\.|Chinese|Asian|"
    r"British|German|Indian|Korean|Japanese|robotics|humanoid|robot|AI|sector|industry|private|state|public) ){1,3}"
    r"(?:funding|investments?|financing|capital)\b(?! (?:round|of|from|by)\b)|"
    r"(?:the |total )*number of (?:deals|rounds)\b",
    re.IGNORECASE,
)
_THE: Final = re.compile(r"\W*(?:the|these|those|both|its|their|all) (?:two |three )?[a-z]+\W*\Z", re.IGNORECASE)
"""Companies of which was spoken, whose sums may be told apart ("the two companies raised $5m each")."""
_EXAMPLES: Final = re.compile(r"\b(?:like|such as)\b")
_ALL: Final = re.compile(r"\b(?:total\w*|combined|altogether|together|between them|in all|collectively|jointly)\b")
"""In a sentence that tells what several raised together."""
_GIVES: Final = frozenset({
    "invest", "put", "pour", "back", "give", "lead", "co-lead", "pay", "contribute", "commit", "join", "inject", "pump",
    "lend", "spend", "participate", "take", "buy", "order", "say", "tell", "expect", "ask", "use", "show",
    "reveal", "report", "claim", "estimate", "predict", "value",
})  # fmt: skip
"""What many do to others: money that they put in is somebody's."""


def _is_crowd(subject: Arg, sentence: Sentence) -> bool:
    """Whether a subject is many at once, or a trade, and nobody by name."""
    if any(m.kind != "place" for m in subject.mentions) or _THE.match(subject.text):
        return False
    named = [m for m in subject.inside if m.kind in {"org", "unknown"}]
    head = subject.text[: min((m.start for m in named), default=subject.end) - subject.start]
    if not (_MANY.search(head) or _FIELD.match(head) or subject.head in _TRADES):
        return False
    return not named or _ALL.search(sentence.text) is not None or not (len(named) < 2 or _EXAMPLES.search(head))


def of_crowd(sentence: Sentence, position: int) -> bool:
    """Whether what stands at a place of the article is told of many: the subject of its clause is no one company."""
    around = [
        p
        for p in sentence.predicates
        if not p.noun and p.clause_start <= position < p.clause_end and p.start < position
    ]
    deals = False
    for predicate in sorted(around, key=lambda p: p.clause_end - p.clause_start):
        if not (subjects := predicate.surface_subjects):
            continue
        if predicate.lemma in _GIVES:
            return False
        if not all(_DEALS.search(s.text) and not s.inside for s in subjects):
            return all(_is_crowd(subject, sentence) for subject in subjects)
        deals = True
    return deals and not any(m.kind == "org" for m in sentence.mentions)
