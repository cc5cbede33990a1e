"""Matters of everyday that are asked of a whole sort: "payback of warehouse robots", "bill of materials of a humanoid".

No name ties a sentence to such a question. It answers where it says the matter with its value, and the other words of
the question stand in it, in the line above or in the title and the opening of its article.
"""

from __future__ import annotations

from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, stems
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.legs.matters import OF_MATTERS, asked_matter, other_words
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import of_the_kind
from bot.answers.sentences.retrieval import ENDS, narrows
from bot.store.read import Passage

_READ, _MOST, _OPENING, _ABOVE = 40, 2, 2, 2
_HELD = 0.5
"""The share of the other words that has to be said."""
_VALUED = ("number", "money", "sum", "percent")
"""Matters that a value proves; who or what is told of nobody may be anybody."""


def matter_of_nobody(desk: Desk, clause: Clause) -> Found | None:
    """The sentences that tell a matter which is asked of no one in particular."""
    matter = None if clause.names or clause.unknown or clause.pronoun else asked_matter(clause)
    if matter is None or not matter.sure or matter.holds not in _VALUED:
        return None
    rest = other_words(clause, matter)
    if not rest:
        return None
    rows: list[tuple[float, Passage]] = []
    met = desk.facts.search(f"{clause.unmarked} {matter.name}", _READ)
    below = (p for one in met if not ENDS.search(one.text) for p in desk.sentences.discourse.near(one, 0, _ABOVE))
    for passage in dict.fromkeys((*met, *below)):
        if not passage.ordinal or not ENDS.search(passage.text) or is_furniture(passage.text):
            continue
        above = " ".join(p.text for p in desk.sentences.discourse.near(passage, _ABOVE) if not ENDS.search(p.text))
        if not matter.given_in(f"{above} {passage.text}") or not narrows(passage, clause):
            continue
        if not of_the_kind(passage, clause, ()):
            continue
        opening = desk.sentences.discourse.article(passage.article)[:_OPENING]
        said = stems(" ".join((above, passage.text, passage.citation.title, *(p.text for p in opening))))
        held = sum(bool(same_meaning(word) & said) for word in rest) / len(rest)
        if held >= _HELD:
            rows.append((held, passage))
    rows.sort(key=lambda row: -row[0])
    passages = tuple(p for held, p in rows if held == rows[0][0])[:_MOST]
    return Found(clause, (), passages, rule=OF_MATTERS) if passages else None
