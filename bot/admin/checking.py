"""Whether a new store may take the place of the one that serves: it is whole, holds enough, and answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from heapq import nlargest
from pathlib import Path

from bot.answers.answerer import Answerer
from bot.store.query import EventQuery
from bot.store.read import Facts, NoStore
from bot.store.write import BuildError, fault

_MOST_TOLD = 10
"""Names that are asked for where no questions are listed."""


@dataclass(frozen=True, slots=True)
class Demands:
    """`share`: how much of what is served now must be there again, at least. `questions` must all be answered.

    `moved_away` are the names of files that administrators took back: what they told is not missed.
    """

    share: float = 0.8
    questions: tuple[str, ...] = ()
    moved_away: frozenset[str] = frozenset()


def check(candidate: Path, serving: Path, demands: Demands) -> None:
    """BuildError, one line, where the candidate must not serve. Without a store that serves, all it holds is enough."""
    found = fault(candidate)
    if found:
        raise BuildError(f"the new store is damaged ({found}): look at the disk, and build again")
    try:
        with Facts.open(candidate) as new:
            try:
                with Facts.open(serving) as old:
                    _holds_enough(new, old, demands)
                    names = [] if demands.questions else _most_told(old)
            except NoStore:
                names = []
            _answers(new, demands.questions)
            _still_knows(new, names, demands.share)
    except NoStore as error:
        raise BuildError(f"the new store cannot be read: {error}") from None


def read_questions(file: Path) -> tuple[str, ...]:
    """One question a line; empty lines and those after `#` are none. BuildError where it cannot be read."""
    try:
        rows = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise BuildError(f"the questions in {file} cannot be read ({why}): correct BOT_SMOKE_QUESTIONS") from None
    return tuple(row.strip() for row in rows if row.strip() and not row.lstrip().startswith("#"))


def _holds_enough(new: Facts, old: Facts, demands: Demands) -> None:
    now, before = new.counts()["facts"], old.counts()["facts"]
    taken_out = max(0, _retracted(new) - _retracted(old)) + _told_by(old, demands.moved_away)
    if now < demands.share * (before - taken_out):
        raise BuildError(
            f"the new store holds {now:,} facts where {before:,} are served now, less than {demands.share:.0%} of "
            "them: see that no articles are missing, or lower BOT_RELOAD_SHARE"
        )


def _retracted(facts: Facts) -> int:
    """How many facts administrators took out of a store."""
    return int(facts.report().get("retracted", 0))


def _told_by(facts: Facts, sources: Collection[str]) -> int:
    """How many facts some files tell."""
    if not sources:
        return 0
    return sum(s.citation.source in sources for event in facts.events(EventQuery()) for s in event.statements)


def _answers(new: Facts, questions: Sequence[str]) -> None:
    left = _unanswered(new, questions)
    if left:
        raise BuildError(
            f"the new store does not answer {len(left)} of {len(questions)} questions that it must, such as "
            f"“{left[0][:80]}”"
        )


def _still_knows(new: Facts, questions: Sequence[str], share: float) -> None:
    """Judgements may take a name away; that most are gone is no judgement."""
    left = _unanswered(new, questions)
    if len(questions) - len(left) < share * len(questions):
        raise BuildError(
            f"the new store does not answer {len(left)} of the {len(questions)} questions tried that are answered now, "
            f"such as “{left[0]}”"
        )


def _most_told(old: Facts) -> list[str]:
    """Questions for those that most is told of, as far as the store that serves answers them."""
    events = {name: count for _, _, _, name, count in old.aliases() if count}
    names = nlargest(_MOST_TOLD, sorted(events), key=lambda name: events[name])
    questions = [f"/timeline {name}" for name in names]
    left = set(_unanswered(old, questions))
    return [question for question in questions if question not in left]


def _unanswered(facts: Facts, questions: Sequence[str]) -> list[str]:
    """Those of some questions that a store does not answer. BuildError where one cannot even be asked."""
    asked = next(iter(questions), "")
    try:
        if not questions:
            return []
        answerer, left = Answerer(facts), []
        for asked in questions:
            if not answerer.reply((asked,)).answered:
                left.append(asked)
    except Exception as error:
        raise BuildError(f"“{asked[:80]}” cannot be answered ({type(error).__name__}: {error})") from error
    return left
