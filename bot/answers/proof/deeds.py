"""Whether a sentence says at all what a short question asks of somebody: that it is on the same name is no answer.

“Is Acme hiring?” is answered by who hires, recruits or takes on, and by no other sentence on Acme. The words of the
question are looked for in the narrow sense: by their own stems, and by what has the same meaning in the left halves of
the tables of meanings.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, stem, words
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.meanings.of_questions import meaning_of, meanings, narrowly
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_DULL = frozenset(
    "is are was were am be been being did does do done has have had having will would can could shall should may might "
    "must who whom whose what which when where why how much many far long old big often it its they them their he him "
    "his she her we our you your i me my there this that these those a an the to of in on at by for from with about "
    "into out up off over and or but not no any anyone anybody anything someone somebody something ever still yet now "
    "currently recently lately already also really actually exactly at all so far true report reports going go goes "
    "went gone get gets got come comes came try tried want wants wanted end ended make makes made let give gives gave given put puts set sets take takes took taken keep keeps kept lot too".split()
)
"""Words of which a sentence need say none."""
_ACTED = Pattern(
    r"^(?:and |but |so )?(?:who|which \w+|what \w+) (?:has |have |had |(?:is|are|was|were) (?=\w+ed\b))?(?:\w+ly )?"
    r"(?P<done>[a-z-]{3,}) (?:the |at |from |to |with )?<\d+>[^<]*$|"
    r"^(?:and |but |so )?(?:when|why|where|how|which \w+|what \w+) (?:did|does|do|will|would|has|have|is|was|are|were) "
    r"<\d+> (?:\w+ly )?(?P<does>[a-z-]{3,})\b[^<]*$"
)
"""A question of one name with the deed that is asked for."""
_OF_THEIRS = Pattern(r"^(?:and |but |so )?(?:what|how \w+) (?:is|are|was|were) <\d+>'s (?:[a-z-]+ ?){1,3}$")
_ANY = Pattern(r"^(?:and |but |so )?(?:any |new )?(?:[a-z-]+ ){1,3}(?:at|against|for|by|from|with) <\d+>$")
"""What is asked of something of theirs, and whether there is any of it, without a verb."""
_ANSWERED = Pattern(r"\b(?:comment|confirm|respond|repl|answer|den[iy]|admit|disput|reject)")
"""Whether somebody said a word to it: that nobody did is said in many ways."""
_SHORT = 3
"""Words that say what is asked, up to which a question is a short one."""
_MORE_THAN = 0.5
"""The share of them that has to be said where it is asked whether something is so."""


def says_what_is_asked(discourse: Discourse, clause: Clause, passages: Sequence[Passage]) -> bool:
    """Whether some sentence, with those right beside it, says what a short question on one name asks about."""
    if len(clause.groups()) != 1 or clause.pronoun or clause.asked or clause.again or clause.unknown:
        return True
    asked = [stem(word) for word in words(clause.unmarked) if word not in _DULL]
    if not asked or len(asked) > _SHORT:
        return True
    shape = clause.shape.rstrip(" ?.!")
    if clause.wants == "yes" or _OF_THEIRS.search(shape) or _ANY.search(shape):
        told = (narrowly(_around(discourse, passage)) for passage in passages)
        return bool(_ANSWERED.search(shape)) or any(_share(asked, said) > _MORE_THAN for said in told)
    acted = _ACTED.search(shape)
    deed = stem(acted["done"] or acted["does"]) if acted is not None else ""
    return deed not in asked or any(_share([deed], meanings(_around(discourse, passage))) for passage in passages)


def _share(asked: Sequence[str], said: frozenset[str]) -> float:
    """How many of some stems are said."""
    return sum(not (same_meaning(one) | meaning_of(one)).isdisjoint(said) for one in asked) / len(asked)


def _around(discourse: Discourse, passage: Passage) -> str:
    return " ".join(p.text for p in (*discourse.near(passage, 1), passage, *discourse.near(passage, 0, 1)))
