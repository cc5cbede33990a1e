"""The one gate before an answer: what is shown has to hold the kind of thing asked for, told of those asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answers.asked.question import Clause
from bot.answers.asked.words import spelled
from bot.answers.proof.asking import proofs_of
from bot.answers.proof.kinds import asked_thing
from bot.answers.proof.proofs import Counted, Money, Proof
from bot.answers.proof.things import Thing
from bot.answers.proof.ties import is_of_round, is_of_then, is_of_those, own_parts, tells_round
from bot.answers.sentences.deals.details import lacks_detail
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.things.aspects import aspects_of
from bot.answers.sentences.things.told import gives_particular
from bot.grammar.patterns import Pattern
from bot.store.read import Passage, StoredEvent

_NUMBERED = Pattern(r"^(?=.*[A-Za-z]).*\d")
"""A name with a number in it."""


def fact_proves(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether a fact holds what a clause asks for."""
    figure = _is_of_a_round(clause)
    return all(proof.in_fact(told) for proof in _proofs(discourse, clause)) and is_of_round(clause, told, figure)


def told_proves(discourse: Discourse, clause: Clause, passages: Sequence[Passage], read: bool = False) -> bool:
    """Whether some sentence among those that are to be shown holds what a clause asks for, told of those it names.

    `read`: whoever found them has read the article for what is told of those.
    """
    if not gives_particular(clause, [p.text for p in passages]):
        return False
    if lacks_detail(clause.shape, (p.text for p in passages)):
        return False
    if not _names_numbered(clause, passages):
        return False
    proofs = _proofs(discourse, clause)
    if not proofs:
        return True
    figure = asked_thing(clause.shape) is not None
    # Whoever read the article for a particular of a thing looked at whom it is told of.
    tied = (
        read
        and len(clause.groups()) < 2
        and all(discourse.kind(i) == "product" for ids in clause.groups() for i in ids)
        and bool(aspects_of(clause.shape))
        and all(isinstance(one, Thing | Counted | Money) for one in proofs)
    )
    return any(
        all(proof.in_text(text) or (proof.widely and proof.in_text(_around(passage, passages))) for proof in proofs)
        for passage, text in _texts(discourse, clause, passages, tied)
        if (tied or is_of_those(discourse, clause, passage))
        and is_of_then(discourse, clause, passage, text, figure)
        and (not _is_of_a_round(clause) or tells_round(discourse, clause, passage, text))
    )


def _names_numbered(clause: Clause, passages: Sequence[Passage]) -> bool:
    """Whether a name with a number in it that no fact knows is written as it is: the "X 2" is not the "X 1"."""
    numbered = [word for word in clause.unknown if _NUMBERED.search(word)]
    return all(
        any(spelled(" ".join((p.citation.title, p.text)), (word,)) for p in passages)
        or any(spelled(p.text, (re.sub(r"[ -](?=\d)", "", word),)) for p in passages)
        for word in numbered
    )


def lives_prove(discourse: Discourse, clause: Clause, passages: Sequence[Passage]) -> bool:
    """The same of sentences on somebody's life: of whom they are was looked at when the article was read for them."""
    proofs = _proofs(discourse, clause)
    return all(any(proof.in_text(passage.text) for passage in passages) for proof in proofs)


def _is_of_a_round(clause: Clause) -> bool:
    """Whether a figure is asked for that each round has its own of."""
    thing = asked_thing(clause.shape)
    return bool(clause.narrow.round) and thing is not None and thing.name in ("valuation", "raised")


def _around(passage: Passage, shown: Sequence[Passage]) -> str:
    """A sentence with those that are shown right before and after it."""
    return " ".join(p.text for p in shown if p.article == passage.article and abs(p.ordinal - passage.ordinal) <= 1)


def _texts(
    discourse: Discourse, clause: Clause, passages: Sequence[Passage], whole: bool = False
) -> Iterable[tuple[Passage, str]]:
    """Sentences with what they say of those asked about; the row of a table with the others that are shown of it."""
    for passage in passages:
        if " | " in passage.text:
            yield passage, " ".join(p.text for p in passages if p.article == passage.article)
        else:
            yield passage, passage.text if whole else own_parts(discourse, clause, passage)


def _proofs(discourse: Discourse, clause: Clause) -> list[Proof]:
    kinds = [{discourse.kind(i) for i in ids} for ids in clause.groups()]
    people = sum("person" in some for some in kinds)
    parties = sum("org" in some for some in kinds)
    found = proofs_of(clause, bool(people), parties)
    thing = asked_thing(clause.shape)
    return [thing, *found] if thing is not None else found
