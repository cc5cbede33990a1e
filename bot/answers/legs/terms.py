"""What a word of the field means, where an article says so: "define RaaS", "what is takt time"."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.labels import is_label
from bot.answers.sentences.definitions import defining
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.retrieval import ENDS
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

OF_TERMS = "term"
"""What sentences are found by that say what a word means."""
_ASKS = Pattern(
    r"^\W*(?:(?:so|and|ok|hey|please|can you) ){0,2}(?:define|what is|what are|what does|what do|meaning of|"
    r"definition of|explain)(?: meant by| the term| the word)? (?:an? |the )?[\"“'‘]?(?P<term>[^\W_][\w.+/-]*"
    r"(?: [\w.+/-]+){0,3}?)[\"”'’]?(?: (?:mean|means|stand for|stands for|again|exactly|really|"
    r"anyway|actually|then))?\W*$",
    re.I,
)
_HOW_IT_WORKS = Pattern(r"^\W*(?:(?:so|and|ok|hey) )?how (?:does|do) (?:the )?<0>(?:'s)? (?:work|function|operate)\W*$")
"""What asks how a thing works, of which an article may say what it is for."""
_NO_TERM = Pattern(
    r"\b(?:it|this|that|these|those|he|she|they|you|your|we|new|latest|next|news|best|most|going|happening|<\d+>|<when>)\b",
    re.I,
)
_READ, _MOST = 40, 2
_APART = 7
"""Lines around a word of a glossary in which others of it stand."""


def what_it_means(desk: Desk, clause: Clause) -> Found | None:
    """The sentences that say what the word means that a clause asks about; None where it asks something else."""
    if _HOW_IT_WORKS.match(clause.shape) and clause.groups():
        ids = clause.groups()[0]
        told = desk.things.abilities(ids) or defining(desk.facts, desk.sentences.discourse, ids)
        return Found(clause, (), tuple(told), clause.ids, rule=OF_TERMS) if told else None
    met = _ASKS.match(clause.shape)
    if met is None or clause.groups() or _NO_TERM.search(met["term"]):
        return None
    term = met["term"]
    ranked: list[tuple[int, Passage]] = []
    for passage in desk.facts.search(term, _READ):
        if is_furniture(passage.text):
            continue
        if _alone(term).match(passage.text):
            if passage.ordinal and _in_glossary(desk, passage):
                ranked += [(0, p) for p in desk.sentences.discourse.near(passage, 0, 1) if ENDS.search(p.text)]
        elif passage.ordinal and ENDS.search(passage.text) and _said(term).search(passage.text):
            ranked.append((1, passage))
        elif passage.ordinal and _short_for(term).search(passage.text):
            ranked.append((2, passage))
    ranked.sort(key=lambda row: row[0])
    passages = tuple(dict.fromkeys(p for rank, p in ranked if rank == ranked[0][0]))[:_MOST]
    return Found(clause, (), passages, rule=OF_TERMS) if passages else None


def _in_glossary(desk: Desk, heading: Passage) -> bool:
    """Whether words stand alone above and below a heading, each with a sentence or two after it."""
    return sum(map(is_label, desk.sentences.discourse.near(heading, _APART, _APART))) > 1


@lru_cache(maxsize=100)
def _alone(term: str) -> re.Pattern[str]:
    """A heading that is the word."""
    return re.compile(rf"^\W*{re.escape(term)}s?[*_:. ]*$", re.I)


@lru_cache(maxsize=100)
def _said(term: str) -> re.Pattern[str]:
    """A sentence that begins with the word and says what it is."""
    return re.compile(
        rf"^[-*•– ]*(?:(?:an?|the|so-called|by) )?[“‘']?{re.escape(term)}s?[\"”’']?(?: \([^()]{{1,40}}\))?,? ?"
        r"(?:(?:is|are) (?:an?|the|when|what|where|short for|any|software|robots?|models?)\b|means?\b|refers? to\b|"
        r"stands? for\b|: \w|[–—] \w)",
        re.I,
    )


@lru_cache(maxsize=100)
def _short_for(term: str) -> re.Pattern[str]:
    """The words that letters are short for, with the letters beside them."""
    letters = [letter for letter in term.casefold() if letter.isalnum()]
    if not 2 <= len(letters) <= 6 or " " in term:
        return re.compile(r"(?!)")
    words = r"(?:[ -](?:as|a|an|the|of|and|in|to|for))?[ -]".join(rf"{re.escape(letter)}\w*" for letter in letters)
    return re.compile(rf"\b{words} ?\({re.escape(term)}s?\)|(?<!\w){re.escape(term)} \({words}\)", re.I)
