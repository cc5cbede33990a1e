"""Which plain question a message is, if it is one: those that newcomers type first.

“Where is Acme based?”, “did Acme lay people off?”, “when was the Rover launched?”: that a sentence is on Acme, or says
“launched” of something else, is no answer.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answers.asked.words import stem
from bot.answers.proof.asked_in_words import ANY_NOUN
from bot.answers.proof.everyday.goods import GOODS
from bot.answers.proof.everyday.houses import HOUSES
from bot.answers.proof.everyday.money import MONEY
from bot.answers.proof.everyday.people import PEOPLE
from bot.answers.proof.everyday.row import FIRST, LAST, THEY, Everyday, near
from bot.grammar.patterns import Pattern

EVERYDAY = (*HOUSES, *MONEY, *PEOPLE, *GOODS)
_RAISED = Pattern(
    rf"{FIRST}(?:did|has|have|is|does) {THEY} (?:ever |already )?(?:raised?|closed?|done?|announced?|completed?|had|"
    rf"have|"
    rf"raising) (?:an?|its|the|any)? ?<round>(?: round| funding)?{LAST}"
)


_USES = Pattern(
    rf"{FIRST}(?:which|what) (?P<noun>[a-z-]+(?: [a-z-]+)?) (?:does|do|did|is|are) {THEY} (?:use|using|run on|"
    rf"running on|"
    rf"rely on|relying on|built on|work with){LAST}"
)


@lru_cache(maxsize=256)
def everyday(shape: str) -> Everyday | None:
    """The plain question that a shape is; None for all others."""
    return next((row for row in EVERYDAY if row.asked.search(shape)), None) or of_noun(shape)


@lru_cache(maxsize=256)
def of_noun(shape: str) -> Everyday | None:
    """What somebody uses of a sort, which a sentence has to call so: "which chips does Acme use"."""
    met = _USES.search(shape)
    if met is None or stem(met["noun"].split()[-1]) in ANY_NOUN:
        return None
    said = rf"{re.escape(met['noun'].split()[-1].removesuffix('s'))}\w*"
    return Everyday("uses", _USES, Pattern("|".join(near(said)), re.I), quoted=Pattern(rf"\b{said}", re.I))


@lru_cache(maxsize=64)
def of_round(shape: str, name: str) -> Everyday | None:
    """Whether a company raised a round by its name; None for other questions."""
    if not name or not _RAISED.search(shape):
        return None
    words = re.escape(name).replace(r"\ ", "[ -]")
    return Everyday("round", _RAISED, Pattern("|".join((*near(words, "§"), "[A-Ha-h]\\+{0,3}轮")), re.I))
