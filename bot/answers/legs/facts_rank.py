"""Whether facts rank companies by the figure that is asked for, so that no sentence with a superlative goes before."""

from __future__ import annotations

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.intents.ranks import rank
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern

_BY_FIGURE = Pattern(
    r"\b(?:compan(?:y|ies)|firms?|start-?ups?|makers?|who|top \d{1,2})\b.*\b(?:worth|valu(?:ed|able|ation)|revenues?|"
    r"turnover|employees|headcount)\b|\b(?:most valuable|highest (?:valued|valuation|revenue)|most employees)\b"
)
_NO = Pattern(r"\b(?:markets?|forecasts?|share|shareholders?|growth|per)\b")
_LEAST = 2


def facts_rank(desk: Desk, clause: Clause) -> bool:
    """Whether at least two facts answer a question for the largest company by a figure of its own."""
    shape = clause.shape
    if not _BY_FIGURE.search(shape) or _NO.search(shape) or not all(map(is_place, clause.groups())):
        return False
    return any(len(desk.lookup.run(query, _LEAST)) >= _LEAST for query in rank.queries(clause))
