"""Sentences on what a message describes, in place of an answer that says less of it, and beside one that counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause, clauses
from bot.answers.desk import Desk
from bot.answers.followups.articles_before import in_order
from bot.answers.found import Found
from bot.answers.kinds import DEAL_KINDS
from bot.answers.legs.biography import OF_LIFE
from bot.answers.legs.open_words import with_alongside
from bot.answers.legs.things import ON_THINGS
from bot.answers.lines import event_text, passage_line
from bot.answers.not_told import no_article_answers
from bot.answers.proof.deeds import says_few_words
from bot.answers.proof.proving import told_proves
from bot.answers.quoted import is_within, spaced
from bot.answers.relevance import OF_LISTS
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.evidence import of_the_kind
from bot.answers.sentences.markets.field import OF_FIELD
from bot.answers.sentences.nameless.passages import Told
from bot.answers.sentences.things.aspects import told_by_measure
from bot.answers.sentences.things.told import gives_particular
from bot.answers.text import read
from bot.answers.whereabouts import only_places
from bot.model.answer import Answer
from bot.store.read import Passage

_MORE = 0.12
"""How much more of a description a sentence has to hold than those that were found."""
_BESIDE = 3
"""Sentences that are shown beside facts on whom a message describes."""
_SURELY = 0.8
"""The share of a description from which on its sentences stand before facts on nobody named."""
_CLEARLY = 0.72
"""The share from which on they stand in place of facts that hold hardly any of it."""
_HARDLY = 0.5
"""The share of a description below which facts on nobody named are about something else."""

_TYPED = frozenset(("money", "count", "percent", "when"))
"""What a sentence surely gives or not: those that do not give it are left out beside facts."""


def described_instead(desk: Desk, message: str, found: list[Found], missing: list[str]) -> Answer | None:
    """The answer of sentences that hold what a message describes, where what was found holds less of it."""
    if any(one.card or one.lead or one.rule in (OF_LIFE, ON_THINGS, OF_FIELD) for one in found):
        return None
    asked = read(message)
    passages = [p for one in found for p in one.passages]
    events = [told for one in found for told in one.events]
    named = any(one.clause.names or one.clause.unknown for one in found)
    texts = [event_text(told) + " " + told.statements[0].citation.title for told in events if told.statements]
    rate, somebody = desk.nameless.rate(asked, desk.today, passages, texts)
    if events and rate >= _HARDLY:
        return None
    told = desk.nameless.telling(asked, desk.today)
    fewer = told is not None and missing and not told.missing
    if named and (told is None or (told.own < _CLEARLY if events else not fewer)):
        return None
    if told is None or (somebody and not fewer and told.own < rate + _MORE) or not proves(desk, asked, told):
        return None
    return as_answer(desk, asked, told)


def is_aside(desk: Desk, message: str, found: list[Found]) -> bool:
    """Whether sentences on nobody named hold the words of a message, but tell nothing of what it asks."""
    if any(one.events or one.card or one.lead or one.clause.names or one.clause.unknown for one in found):
        return False
    passages = [p for one in found for p in one.passages]
    return bool(passages) and not desk.nameless.tells(read(message), desk.today, passages)


def as_answer(desk: Desk, asked: str, told: Told) -> Answer:
    """The sentences that were told as an answer, with such of their articles as come closer to what was asked."""
    parts = clauses(asked, desk.lookup.spotter, desk.today, apart=True)
    remember(desk, parts[-1:], told.passages)
    hints = tuple(map(no_article_answers, told.missing))
    answer = Answer(True, "What the articles say", tuple(map(passage_line, told.passages)), hints=hints)
    return with_alongside(desk, answer, [Found(one, (), told.passages) for one in parts], ())


def remember(desk: Desk, parts: Sequence[Clause], passages: tuple[Passage, ...]) -> None:
    """Has sentences that answered on whom a message describes be what the next question may go on from."""
    for clause in parts if passages else ():
        desk.memory.add(Focus(clause, in_order(desk, passages[0]), tuple(p.text for p in passages), (), passages))


def with_described(desk: Desk, asked: str, answer: Answer) -> Answer:
    """An answer on whom a message describes with the sentences that hold what it says."""
    told = desk.nameless.telling(asked, desk.today)
    if told is None or not proves(desk, asked, told):
        return answer
    cited = [spaced(c.quote) for line in answer.lines for c in line.citations]
    lines = [passage_line(p) for p in told.passages if not is_within(p.text, cited)]
    return replace(answer, lines=(*answer.lines, *lines[:_BESIDE]))


def totals_alone(desk: Desk, parts: list[Clause]) -> Answer | None:
    """The answer of sentences in which articles add up or rank what is asked for."""
    told: list[Passage] = [p for clause in parts for p in desk.totals.telling(clause)]
    return Answer(True, "What the articles say", tuple(map(passage_line, dict.fromkeys(told)))) if told else None


def with_totals(desk: Desk, message: str, answer: Answer, found: list[Found]) -> Answer:
    """An answer about a whole market with what articles themselves say of it, add up or rank.

    That stands first, but behind deals that are ranked by their sums: those are the answer.
    """
    told: list[Passage] = [p for one in found for p in desk.totals.telling(one.clause)]
    places = only_places(i for one in found for mention in one.clause.names for i in mention.ids)
    listed = any(one.rule in OF_LISTS or one.card for one in found)  # each word was weighed there
    if (
        not told
        and places
        and not listed
        and any(one.events for one in found)
        and not any(one.clause.unknown for one in found)
    ):
        said, wanted = desk.nameless.telling(read(message), desk.today), {one.clause.wants for one in found}
        if said is not None and said.own >= _SURELY and proves(desk, read(message), said):
            giving = (p for p in said.passages if any(of_the_kind(p, one.clause, ()) for one in found))
            told = list(said.passages[:_BESIDE]) if not _TYPED.issuperset(wanted) else list(giving)[:_BESIDE]
    lines = tuple(passage_line(p) for p in dict.fromkeys(told))
    kept = tuple(line for line in answer.lines if line.text not in {new.text for new in lines})
    deals_first = any(one.rule == "rank" and one.events and one.events[0].kind in DEAL_KINDS for one in found)
    return replace(answer, lines=(*kept, *lines) if deals_first else (*lines, *kept)) if lines else answer


def proves(desk: Desk, asked: str, told: Told) -> bool:
    """Whether sentences answer a message: they hold it nearly word by word, or give the thing that it asks for."""
    first = clauses(asked, desk.lookup.spotter, desk.today)[:1]
    discourse = desk.sentences.discourse
    return all(
        told_proves(discourse, clause, told.passages)
        and says_few_words(discourse, clause, told.passages)
        and _measures_those(discourse, clause, told.passages)
        for clause in first
    )


def _measures_those(discourse: Discourse, clause: Clause, passages: Sequence[Passage]) -> bool:
    """Whether the sentence that gives a weight, a speed or the like names those of whom it is asked."""
    if not told_by_measure(clause.shape):
        return True
    given = [p for p in passages if gives_particular(clause, [p.text])]
    return any(all(discourse.names_one(p, ids) for ids in clause.groups()) for p in given)
