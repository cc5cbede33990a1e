"""What a question takes for granted or asks for in particular, and what an answer to it has to hold for that."""

from __future__ import annotations

from functools import lru_cache

from bot.answers.asked.question import Clause
from bot.answers.proof.asked_in_words import of_words
from bot.answers.proof.asked_of_deals import of_deals
from bot.answers.proof.asked_of_people import of_people
from bot.answers.proof.proofs import Proof


@lru_cache(maxsize=64)
def proofs_of(clause: Clause, people: bool, parties: int) -> tuple[Proof, ...]:
    """What a fact or a sentence has to hold beside the kind of thing that is asked for: asked for each that is found.

    `people`: whether the clause names somebody; `parties`: how many companies it names.
    """
    return (*of_people(clause, people, parties), *of_deals(clause, people, parties), *of_words(clause))
