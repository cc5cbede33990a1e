"""Where a company is at home, asked for where no fact tells its seat: "Germany's Acme", "the Leeds-based maker"."""

from __future__ import annotations

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.grammar.patterns import Pattern

AT_HOME = "at home"
_ASKED = Pattern(
    r"^(?:so |and |then )?(?:where (?:is|are|was|were) <\d+>(?:'s)? (?:(?:actually|now|currently) )?"
    r"(?:based|headquartered|located|at home|home|headquarters|hq|from)|"
    r"<\d+>(?:'s)? (?:hq|headquarters?|home|location|seat))\W*$"
)
_PEOPLE = Pattern(
    r"^(?:so |and |then )?(?:is|are) <\d+> (?:really |actually )?(?:an? )?(?P<people>[a-z]+)(?: \w+)?\W*$"
)


def at_home(desk: Desk, clause: Clause) -> Found | None:
    """The sentence that says by the way where the one company of a clause is at home; None where it asks otherwise."""
    if not _ASKED.match(clause.shape) or clause.unknown:
        return None
    for reading in desk.resolver.readings(clause, desk.memory):
        groups = reading.groups()
        if len(groups) == 1 and all(one.startswith("org-") for one in groups[0]):
            told = desk.lookup.whereabouts.told_home(sorted(groups[0])[0])
            return Found(reading, (), (told[1],), rule=AT_HOME) if told is not None else None
    return None
