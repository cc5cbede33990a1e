"""Rules for what is asked of a deal beyond who, how much and when: only sentences tell it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.asked.words import stems
from bot.answers.intents.intent import Rule, narrowed, part
from bot.answers.query import Query
from bot.answers.sentences.deals.contributions import contributor
from bot.answers.sentences.deals.details import CONTRIBUTION, DETAILS_OF_DEALS, Detail
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern

_ASKING = stems(
    "pick picked choose chose chosen hire hired appoint appointed mandate retain retained engage enlist tap plan "
    "planned want get got use used "
    "arrange arranged money cash sum capital deal round sale purchase acquisition takeover ipo "
    "listing offering investor investors backer involved part side name names new pay paid company put come came terms "
    "raise raised raising invest invested funding financing transaction still else agreed agree set included include "
    "serve served act acted financial legal firm one ones "
    "contest auction process tender likely expected"
)
"""Words that a question on some detail of a deal holds besides, and that a sentence which gives it leaves out."""


def _of(detail: Detail) -> Callable[[Clause], list[Query]]:
    def build(clause: Clause) -> list[Query]:
        groups = tuple(sorted(clause.groups(), key=is_place))
        if not groups:
            return []
        return [replace(narrowed(clause, Query((detail.kind,), (part(groups[0]),), groups[1:])), needs=())]

    return build


def _part_of_one(clause: Clause) -> list[Query]:
    """How much one of several gave of a round."""
    ids = contributor(clause)
    named = tuple(group for group in clause.groups() if not group & ids)
    return [replace(narrowed(clause, Query((CONTRIBUTION,), (part(ids),), named)), needs=())] if ids else []


RULES: tuple[Rule, ...] = (
    Rule(CONTRIBUTION, Pattern(r"\bhow (?:much|big|large)\b"), _part_of_one, also=_ASKING),
    *(Rule(detail.kind, detail.asked, _of(detail), also=_ASKING) for detail in DETAILS_OF_DEALS),
)
