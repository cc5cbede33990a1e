"""Whether a fact that a query found answers what was asked at all."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answers.absences import NEGATED
from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, stems
from bot.answers.intents.intent import Rule
from bot.answers.kinds import DEAL_KINDS
from bot.answers.lines import event_text
from bot.answers.sentences.deals.contributions import contributor
from bot.answers.sentences.deals.details import lacks_detail
from bot.answers.view import ids_by_slot, leaders
from bot.grammar.patterns import Pattern
from bot.model.when import When
from bot.store.read import StoredEvent

DESCRIBING = stems(
    "humanoid robot robotics robotic ai embodied intelligence intelligent chinese american european korean "
    "japanese german maker developer industrial "
    "report reports source article account agree disagree differ rumored reported talks biggest grow "
    "warehouse round deal unit division executive program programme initiative project against each pls please plz "
    "half afterwards afterward eventually meanwhile presently finally "
    "quarter instead stated exactly currently compared comparison versus h1 h2 q1 q2 q3 q4"
)
"""Words that only describe what is asked for; a fact need not repeat them."""
_OF_MARKETS = stems("market markets size grow")
"""What a forecast of a bank may leave out: "reckons with $4 billion of revenue by 2030"."""
AHEAD = Pattern(
    r"\bwhen (?:will|is .{0,40}\bgoing to)\b|^(?:so |and )?(?:(?:when|where|how) )?(?:does|do|is|are) "
    r".{1,40}\b(?:plan|planning|intend|"
    r"intending|"
    r"going|aim|aiming|hope|hoping|about|set) (?:to|on|its|their|an?|the)\b"
)
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


_GIVES = Pattern(
    r"\b(?:committed|invest(?:s|ed)|contribut(?:es|ed)|chipped in|put(?:s|ting)? (?:in|up)|gave|gives|wrote|"
    r"provid(?:es|ed)) "
    r"(?:about |some |up to )?(?:[$€£¥₩]|US\$|\d)",
    re.I,
)
"""One of several is told to have given so much."""
_OF_PARTIES = ("investors", "acquired", "seller")
_TWO = 2
_WHICH = Pattern(
    r"^(?:and |so )?(?:which|what) ((?:[\w-]+ ){1,4}?)(?:has|have|had|did|do|does|put|is|are|was|were|invest\w*|"
    r"back\w*|led|"
    r"lead|co-?led|join\w*|took|takes?|bought|buys?|acquir\w+|came|come|went|owns?|sold|sells?|also|participat\w+|"
    r"gave)\b"
)
THE_ONE = "the one"
"""Where one of several facts was asked for, and is shown alone."""
OF_LISTS = ("list", "users", "priced", "ranked", THE_ONE)
"""Rules that narrow down by each word of a question: a sentence that nobody weighed so stands for nothing."""

OF_ONE_NAME = ("holder", "founders", "leaver", "studies")
"""Rules of plain questions on one name: a sentence on others says nothing beside their facts."""


def answers(told: StoredEvent, rule: Rule, clause: Clause) -> bool:
    """Whether a fact that a rule found is not beside the point."""
    if _is_of_itself(told):
        return False
    if rule.name in OF_LISTS:
        return True  # every word was weighed there
    if told.kind in (*DEAL_KINDS, "plan") and lacks_detail(clause.shape, (event_text(told),)):
        return False
    if _elsewhere(told, rule, clause) or _of_many(told, clause):
        return False
    if AHEAD.is_in(clause.shape) and _is_over(told):
        return False
    if clause.wants == "why":
        return told.kind == "statement" or any(_CAUSE.search(s.quote) for s in told.statements)
    return True


def rest(rule: Rule, clause: Clause) -> tuple[str, ...]:
    """The words of a question that neither made a rule apply nor only describe."""
    explained = rule.explains(clause) | DESCRIBING | (_OF_MARKETS if rule.name == "forecast" else frozenset())
    return tuple(word for word in clause.content if not same_meaning(word) & explained)


def is_negated(clause: Clause) -> bool:
    """Whether those are asked for who did not do something."""
    return clause.wants in ("who", "thing", "count") and bool(NEGATED.search(clause.shape))


def _elsewhere(told: StoredEvent, rule: Rule, clause: Clause) -> bool:
    """Whether most words of a question neither made the rule apply nor stand in the fact: something else is asked."""
    open_words = _open_words(rule, clause)
    if len(open_words) < _TWO:
        return False
    said = stems(event_text(told))
    missing = [w for w in open_words if not same_meaning(w) & said]
    return len(missing) >= _TWO and len(missing) > len(open_words) - len(missing)


@lru_cache(maxsize=64)
def _open_words(rule: Rule, clause: Clause) -> list[str]:
    """The words of a question that neither made a rule apply nor only describe: asked for each fact of it."""
    explained = rule.explains(clause) | DESCRIBING
    if rule.name in _OF_PARTIES and (kind := _WHICH.match(clause.shape)):
        explained |= stems(kind[1])  # "which car maker invested": what the answer is need not be said of it
    return [word for word in clause.content if not same_meaning(word) & explained]


def _of_many(told: StoredEvent, clause: Clause) -> bool:
    """Whether the part of one of several who gave money is asked for: a fact tells but the sum of them all."""
    asked = contributor(clause) if told.kind == "funding" else frozenset()
    if not asked:
        return False
    others = ids_by_slot(told).get("investors", frozenset()) - asked
    if not (others or leaders(told)):
        return False  # who alone is told of gave all of it; who leads has others behind it
    return not any(_GIVES.search(s.quote) for s in told.statements)


def _is_of_itself(told: StoredEvent) -> bool:
    """Whether somebody buys something of themselves: that was misread, and answers nothing."""
    slots = ids_by_slot(told)
    return told.kind == "acquisition" and bool(slots.get("buyer", frozenset()) & slots.get("seller", frozenset()))


def _is_over(told: StoredEvent) -> bool:
    """Whether a deal was done before it was told: that is no answer to when it will be."""
    date, status = told.event.best("date"), told.event.best("status") or "completed"
    done = told.kind in ("funding", "acquisition", "ipo") and status == "completed" and isinstance(date, When)
    return done and isinstance(date, When) and date.end.isoformat() < told.said_last
