"""Whether a sentence says of what is asked that it is not so, right before the very word for it: "isn't profitable"."""

from __future__ import annotations

from bot.answers.asked.question import Clause
from bot.answers.asked.words import stems
from bot.answers.desk import Desk
from bot.answers.whether.told import MARK, Told, Verdict
from bot.grammar.patterns import Pattern

_NOT = Pattern(
    r"(?:\b(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)(?: not|n['’]t)|\b(?:never|cannot|"
    r"no longer))"
    r" (?P<word>(?:yet |ever |actually |been |be |going to )?[\w-]+)"
)
_REPORTED = Pattern(r"\b(?:if|whether|asked|wonder\w*|deny|denies|denied)\b")
"""What makes of a denial something else."""
_NEGATED = Pattern(r"\b(?:not|never|no|without|nobody)\b")


def plainly_not(_desk: Desk, clause: Clause, told: list[Told]) -> Verdict | None:
    """The first sentence that names all who are asked about and says no to a word of the question."""
    if _NEGATED.search(clause.shape) or not clause.names:
        return None
    asked = frozenset(clause.content)
    for one in told:
        if one.hidden.count(MARK) < len(clause.groups()) or _REPORTED.search(one.text):
            continue
        if any(stems(met["word"]) & asked for met in _NOT.finditer(one.text)):
            return "No", one.quoted
    return None
