"""Whether a sentence says at all what a short question asks of somebody: that it is on the same name is no answer.

“Is Acme hiring?” is answered by who hires, recruits or takes on, and by no other sentence on Acme. The words of the
question are looked for in the narrow sense: by their own stems, and by what has the same meaning in the left halves of
the tables of meanings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, stem, words
from bot.answers.proof.asked_of_deals import ASKS_ANY_TAKEN, TAKEN_OVER
from bot.answers.proof.told_of_them import tells_everyday
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.meanings.of_questions import meaning_of, meanings, narrowly
from bot.answers.sentences.retrieval import ENDS
from bot.answers.sentences.signs import ENDS_ASKING
from bot.answers.sentences.things.aspects import told_by_measure
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_DULL = frozenset(
    """
    is are was were am be been being did does do done has have had having will would can could shall should may
    might must who whom whose what which when where why how much many far long old big often it its they them
    their he him his she her we our you your i me my there this that these those a an the to of in on at by for
    from with about into out up off over and or but not no any anyone anybody anything someone somebody something
    ever still yet now currently recently lately already also really actually exactly at all so far true report
    reports going go goes went gone get gets got come comes came try tried want wants wanted end ended make makes
    made let give gives gave given put puts set sets take takes took taken keep keeps kept lot too big large small
    good bad
    """.split()  # noqa: SIM905 (reads better than a hundred quoted words)
)
"""Words of which a sentence need say none."""
_ACTED = Pattern(
    r"^(?:and |but |so )?(?:who|which \w+|what \w+) (?:has |have |had |(?:is|are|was|were) (?=\w+ed\b))?(?:\w+ly )?"
    r"(?P<done>[a-z-]{3,}) (?:the |at |from |to |with )?<\d+>[^<]*$|"
    r"^(?:and |but |so )?(?:when|why|where|how|which \w+|what \w+) (?:did|does|do|will|would|has|have|is|was|are|were) "
    r"<\d+> (?:\w+ly )?(?P<does>[a-z-]{3,})\b[^<]*$"
)
"""A question of one name with the deed that is asked for."""
_OF_THEIRS = Pattern(r"^(?:and |but |so )?(?:what|how \w+) (?:is|are|was|were) <\d+>'s [a-z-]+(?: [a-z-]+){0,2}$")
_ANY = Pattern(r"^(?:and |but |so )?(?:any |new )?(?:[a-z-]+ ){1,3}(?:at|against|for|by|from|with) <\d+>$")
"""What is asked of something of theirs, and whether there is any of it, without a verb."""
_IN_ONE_SENSE = (
    (ASKS_ANY_TAKEN, TAKEN_OVER),
    (
        Pattern(r"\b(?:up )?for sale\b"),
        Pattern(
            r"\bfor sale\b|\bbuyers?\b|\bsuitor|\bbid(?:s|ders?|ding)?\b|\btakeover|\bapproach|\bacqui|"
            r"\boffer(?:s|ed)?\b|\bstake\b|\bon the block|\bprivate equity|\bbanker|"
            r"\b(?:be|been|being) sold\b|\bsells? (?!\d)",
            re.I,
        ),
    ),
    (
        Pattern(r"\bmarket share\b|\bshare of the market\b"),
        Pattern(r"\bmarket\b.*%|%.*\bmarket\b|\bmarket share\b|\bshare of\b|份额|市占", re.I),
    ),
)
"""What is meant in one sense alone of what its words may mean: a sale of the house, not what it sells."""
_ANSWERED = Pattern(r"\b(?:comment|confirm|respond|repl|answer|den[iy]|admit|disput|reject)")
"""Whether somebody said a word to it: that nobody did is said in many ways."""
_SHORT = 3
"""Words that say what is asked, up to which a question is a short one."""
_MORE_THAN = 0.5
"""The share of them that has to be said where it is asked whether something is so."""


_RIVALS = Pattern(r"\b(?:rivals?|competitors?|competition|competes?)\b(?! (?:rais|launch|said)\w*)")
"""Who is asked for stands in a sentence by name."""


def says_what_is_asked(discourse: Discourse, clause: Clause, passages: Sequence[Passage]) -> bool:
    """Whether some sentence, with those right beside it, says what a short question on one name asks about."""
    if not tells_everyday(discourse, clause, passages):
        return False
    if len(clause.groups()) != 1 or clause.pronoun or clause.asked or clause.again or clause.unknown:
        return True
    shape = clause.shape.rstrip(" ?.!")
    if _RIVALS.search(shape) and not any(_names_others(discourse, clause, passage) for passage in passages):
        return False
    meant = [given for said, given in _IN_ONE_SENSE if said.search(shape)]
    asked = _asked(clause)
    if not meant and not asked:
        return True
    around = [_around(discourse, passage) for passage in passages]
    if not all(any(map(given.search, around)) for given in meant):
        return False
    if not asked:
        return True
    if clause.wants == "yes" or _OF_THEIRS.search(shape) or _ANY.search(shape):
        return bool(_ANSWERED.search(shape)) or _says_most(asked, around)
    acted = _ACTED.search(shape)
    deed = stem(acted["done"] or acted["does"]) if acted is not None else ""
    return deed not in asked or any(_share([deed], meanings(text)) for text in around)


def _names_others(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence names a company besides those that a clause is about."""
    return any(discourse.kind(one) == "org" for one in discourse.ids(passage).difference(clause.ids))


def says_few_words(discourse: Discourse, clause: Clause, passages: Sequence[Passage]) -> bool:
    """The same of a question of a few words that names nobody: some sentence has to say more than half of them."""
    asked = () if clause.groups() or clause.unknown else _asked(clause)
    return not asked or _says_most(asked, (_around(discourse, passage) for passage in passages))


def _asked(clause: Clause) -> Sequence[str]:
    """The stems of what a short question asks; none where it is a longer one."""
    measured = told_by_measure(clause.shape)
    asked = [stem(word) for word in words(clause.unmarked) if word not in _DULL]
    asked = [word for word in asked if word not in measured]
    return asked if len(asked) <= _SHORT else ()


def _says_most(asked: Sequence[str], texts: Iterable[str]) -> bool:
    """Whether one of some texts says more than half of what is asked."""
    return any(_share(asked, narrowly(text)) > _MORE_THAN for text in texts)


def _share(asked: Sequence[str], said: frozenset[str]) -> float:
    """How many of some stems are said."""
    return sum(not (same_meaning(one) | meaning_of(one)).isdisjoint(said) for one in asked) / len(asked)


def _around(discourse: Discourse, passage: Passage) -> str:
    """A sentence with the one before it, and with what it asks or heads."""
    after = discourse.near(passage, 0, 1) if ENDS_ASKING.search(passage.text) or not ENDS.search(passage.text) else []
    return " ".join(p.text for p in (*discourse.near(passage, 1), passage, *after))
