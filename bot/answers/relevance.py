"""Whether a fact that a query found answers what was asked at all."""

from __future__ import annotations

import re

from bot.answers.absences import NEGATED
from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, stems
from bot.answers.intents.intent import Rule
from bot.answers.lines import event_text
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.model.when import When
from bot.store.read import StoredEvent

DESCRIBING = stems(
    "humanoid robot robotics robotic ai embodied intelligence intelligent chinese american european korean "
    "japanese german maker developer industrial "
    "report reports source article account agree disagree differ rumored reported talks biggest grow "
    "warehouse round deal unit division executive program programme initiative project against each pls please plz "
    "half "
    "quarter instead stated exactly currently compared comparison versus h1 h2 q1 q2 q3 q4"
)
"""Words that only describe what is asked for; a fact need not repeat them."""
AHEAD = Pattern(r"\bwhen (?:will|is .{0,40}\bgoing to)\b")
"""What is still to come is asked for."""
_CAUSE = Pattern(
    r"\b(?:because|due to|owing to|thanks to|in order to|so that|so as to|reasons?|cit(?:es|ed|ing)|blam\w+|amid|since|"
    r"as a result|therefore|want\w* to|need\w* to|to (?:expand|build|fund|speed|become|help|gain|get|enter|focus|"
    r"make|cut|"
    r"scale|develop|bring|avoid)|lack\w*|too \w+|fell through|failed|objections?|concerns?|fears?|refus\w+|after)\b|"
    r"因为|由于|为了|原因",
    re.I,
)
"""What a sentence says that gives a reason."""


OF_LISTS = ("list", "users", "priced")
"""Rules that narrow down by each word of a question: a sentence that nobody weighed so stands for nothing."""


def answers(told: StoredEvent, rule: Rule, clause: Clause) -> bool:
    """Whether a fact that a rule found is not beside the point."""
    if _is_of_itself(told):
        return False
    if rule.name in OF_LISTS:
        return True  # every word was weighed there
    if _elsewhere(told, rule, clause):
        return False
    if AHEAD.search(clause.shape) and _is_over(told):
        return False
    if clause.wants == "why":
        return told.kind == "statement" or any(_CAUSE.search(s.quote) for s in told.statements)
    return True


def is_negated(clause: Clause) -> bool:
    """Whether those are asked for who did not do something."""
    return clause.wants in ("who", "thing", "count") and bool(NEGATED.search(clause.shape))


def _elsewhere(told: StoredEvent, rule: Rule, clause: Clause) -> bool:
    """Whether most words of a question neither made the rule apply nor stand in the fact: something else is asked."""
    open_words = [w for w in clause.content if not same_meaning(w) & (rule.explains(clause) | DESCRIBING)]
    said = stems(event_text(told))
    missing = [w for w in open_words if not same_meaning(w) & said]
    return len(missing) >= 2 and len(missing) > len(open_words) - len(missing)


def _is_of_itself(told: StoredEvent) -> bool:
    """Whether somebody buys something of themselves: that was misread, and answers nothing."""
    slots = ids_by_slot(told)
    return told.kind == "acquisition" and bool(slots.get("buyer", frozenset()) & slots.get("seller", frozenset()))


def _is_over(told: StoredEvent) -> bool:
    """Whether a deal was done before it was told: that is no answer to when it will be."""
    date, status = told.event.best("date"), told.event.best("status") or "completed"
    done = told.kind in ("funding", "acquisition", "ipo") and status == "completed" and isinstance(date, When)
    return done and isinstance(date, When) and date.end.isoformat() < told.said_last
