"""Who put money in most often: the rounds of each investor, counted."""

from __future__ import annotations

from collections import defaultdict

from bot.answers.amounts import UNSURE
from bot.answers.asked.question import Clause
from bot.answers.cards import Card
from bot.answers.desk import Desk
from bot.answers.ordering import figure_of
from bot.answers.query import Ids, Query
from bot.answers.view import ids_by_slot, joined
from bot.grammar.patterns import Pattern
from bot.model.answer import Citation, Line
from bot.store.read import StoredEvent

MOST_ACTIVE = "most active"
_WHO = r"(?:investors?|vcs?|backers?|(?:vc |venture )?funds?|venture capitalists?|vc firms?)"
_ASKED = Pattern(
    rf"\b(?:most active|busiest|most prolific|most frequent|keenest|top|leading|biggest|largest) "
    rf"(?:(?!<)[\w-]+ ){{0,2}}?{_WHO}(?! (?:in|of|at|behind) (?:the )?<\d)\b|"
    rf"\b(?:{_WHO}|who)\b.{{0,40}}\b(?:most (?:deals|rounds|investments|active|often|bets|companies|startups)|"
    rf"most (?:active|busy))\b|"
    rf"\b(?:which|what|any|list|are there)\b.*\b{_WHO} (?:are |is |have |has |that |who |were |put money |appear )*"
    r"(?:invest(?:ed|s)? )?(?:in|into|backed|backing|back) (?:more than one|several|multiple|"
    r"two or more|many|at least two) |"
    rf"\b(?:investor|backer) overlaps?\b|"
    rf"\bwho (?:has |have )?(?:invest(?:s|ed)?|back(?:s|ed)) (?:(?!<)[\w-]+ ){{0,4}}?most(?: often)?[ ?.!]*$"
)
_PAST = Pattern(r"\b(?:sum|money|dollars?|amount|size|aum)\b")
"""What is asked for is not how often."""
_MOST_READ, _SHOWN, _NAMED, _CITED = 3000, 8, 6, 3
_SEVERAL = Pattern(r"\b(?:more than one|several|multiple|two or more|many|at least two|overlaps?)\b")
_LEAST = 2
"""Rounds below which nobody is an active investor."""


def most_active(desk: Desk, clause: Clause) -> Card | None:
    """The investors with most rounds told, with the companies; None where something else is asked."""
    if clause.names or clause.unknown or clause.pronoun or not _ASKED.search(clause.shape):
        return None
    if _PAST.search(clause.shape) or desk.facts.is_large:
        return None
    narrow = clause.narrow
    query = Query(
        ("funding",), needs=("investors",), when=narrow.when, least=narrow.least, most=narrow.most,
        round=narrow.round, known=narrow.known, limit=_MOST_READ,
    )  # fmt: skip
    backed: defaultdict[str, list[StoredEvent]] = defaultdict(list)
    for told in desk.lookup.run(query):
        if told.event.best("status") not in UNSURE:
            for one in ids_by_slot(told).get("investors", frozenset()):
                backed[one].append(told)
    often = [(one, rounds) for one, rounds in backed.items() if len(rounds) >= _LEAST]
    often.sort(key=lambda row: (-len(row[1]), -sum(figure_of(t, ()) or 0 for t in row[1]), row[0]))
    made = Card("Investors by rounds told here")
    for one, rounds in often[:_SHOWN]:
        if _SEVERAL.search(clause.shape) and len({min(_of(t)) for t in rounds if _of(t)}) < _LEAST:
            continue
        companies = joined((desk.facts.name(min(_of(t))) for t in rounds if _of(t)), _NAMED)
        made.lines.append(Line(f"{desk.facts.name(one)}: {len(rounds)} rounds ({companies})", _cited(rounds)))
        made.events += [told for told in rounds if told not in made.events]
    return made if made.lines else None


def _of(told: StoredEvent) -> Ids:
    """Whose round it is."""
    return ids_by_slot(told).get("company", frozenset())


def _cited(rounds: list[StoredEvent]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(told.statements[0].citation for told in rounds))[:_CITED]
