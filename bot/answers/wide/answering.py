"""The answer to a message that is about nobody in particular, before or after the articles were asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause, clauses
from bot.answers.desk import Desk
from bot.answers.text import read
from bot.answers.wide.again import listed_again
from bot.answers.wide.articles_on import articles_on
from bot.answers.wide.companies import companies_of, same_elsewhere
from bot.answers.wide.itself import of_a_task, of_itself, of_no_answer
from bot.answers.wide.news import newest_day, news_of
from bot.answers.wide.people_listed import people_listed
from bot.answers.wide.wanting import OUTRIGHT, wanted_news
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer

_ONLY = Pattern(
    r"^\W*(?:and |but |ok |so ){0,3}(?:only|just|what about|how about|any|which)(?: the| any)? "
    r"(?P<kind>(?:funding |financing )?(?:deals|rounds|fundings?|acquisitions|takeovers|ipos|listings|launches|"
    r"releases|partnerships|appointments|departures|hires))\W*$",
    re.I,
)
_GOES_ON = Pattern(r"^\W*(?:and|or|but|what about|how about)\b", re.I)


def answered_widely(desk: Desk, message: str, before: Sequence[Focus], last: bool = False) -> Answer | None:
    """The answer to what a message asks widely; None where it asks something else. `before`: what was spoken of.

    `last`: nothing in the articles answers it, so that it need not ask for news outright, or may go on from something.
    """
    if not last and (itself := of_itself(desk, message, bool(before))) is not None:
        return itself
    if not last and (task := of_a_task(desk, message)) is not None:
        return task
    if last and not before and (doubted := of_no_answer(desk, message)) is not None:
        return doubted
    asked = read(message)
    if not last and (people := _people(desk, asked, before)) is not None:
        return people
    if before and not last and (listed := _of_others(desk, asked, before[0].clause)) is not None:
        return listed
    if before and not last and (narrower := _of_kind(desk, asked, before[0].clause)) is not None:
        return narrower
    if _GOES_ON.match(asked) and not (before and last):
        return None  # "and in December?" goes on from what was asked
    if before and last and not _asked_for_news(desk, before[0].clause):
        return None
    parts = clauses(asked, desk.lookup.spotter, desk.today)
    if len(parts) != 1 or parts[0].pronoun:
        return None
    clause = parts[0]
    if not last and (written := articles_on(desk, clause)) is not None:
        return written
    counted = clause.wants == "count" and not last  # an article may tell how many there are
    if not counted and (listed := companies_of(desk, clause)) is not None:
        return listed
    if before and not last and not OUTRIGHT.search(clause.shape):
        return None
    return news_asked(desk, clause, asked, last)


def _people(desk: Desk, asked: str, before: Sequence[Focus]) -> Answer | None:
    """The list of people that a message asks for, where it asks for nothing else."""
    parts = clauses(asked, desk.lookup.spotter, desk.today)
    named = bool(before) and bool(before[0].clause.names or before[0].answer)
    return people_listed(desk, parts[0], named) if len(parts) == 1 else None


def _of_others(desk: Desk, asked: str, before: Clause) -> Answer | None:
    """The list that was asked for before, of another place or kind."""
    parts = clauses(asked, desk.lookup.spotter, desk.today)
    if len(parts) != 1:
        return None
    return same_elsewhere(desk, parts[0], before) or listed_again(desk, parts[0], before)


def _of_kind(desk: Desk, asked: str, before: Clause) -> Answer | None:
    """The news of one kind, where news of every kind was asked for before: "only acquisitions"."""
    met = _ONLY.match(asked)
    if met is None or not _asked_for_news(desk, before):
        return None
    parts = clauses(f"{met['kind']} news", desk.lookup.spotter, desk.today)
    if len(parts) != 1 or parts[0].names or parts[0].narrow.given:
        return None
    shape = parts[0].shape + "".join(f" <{n}>" for n in range(len(before.names)))
    return news_asked(desk, replace(parts[0], shape=shape, names=before.names, narrow=before.narrow), met["kind"])


def _asked_for_news(desk: Desk, clause: Clause) -> bool:
    """Whether a clause asked before was for news."""
    return wanted_news(clause, clause.text, desk.today, newest_day(desk.facts)) is not None


def news_asked(desk: Desk, clause: Clause, message: str, last: bool = True) -> Answer | None:
    """The news, where a clause asks for nothing else; `last` as above."""
    wanted = wanted_news(clause, message, desk.today, newest_day(desk.facts))
    return news_of(desk, clause, wanted) if wanted is not None and (wanted.outright or last) else None
