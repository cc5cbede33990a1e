"""What the articles write about a name that no fact knows: the leg of the commands where nothing typed is told."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.asked.words import spelled
from bot.answers.desk import Desk
from bot.answers.legs.deal_sentences import is_on_deal_of
from bot.answers.lines import passage_line
from bot.answers.query import Part, Query
from bot.answers.sentences.signs import CJK
from bot.answers.sentences.tellings import SURELY_TOLD, Sought
from bot.answers.text import echo
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer
from bot.names.folding import fold
from bot.store.read import Passage

_MOST = 4
_MOST_WORDS = 6
_NAME_LIKE = Pattern(r"(?:[A-Z0-9À-Þ][\w.'’&+-]*|[a-z]{1,4}[A-Z]\w+|&|of|de|van|von|der|and|the|al|bin)$|[㐀-鿿]+$")
DEALT = Pattern(
    r"\b(?:rais(?:ed|es|ing)|rounds?|invest(?:ed|ors?|ment|ing|s)?|acquir\w+|acquisition|bought|buys?|stake|financing|"
    r"funding|led by|valu(?:ed|ation)|ipo|listing|series [a-h]\b|seed|pre-?[a-c]\b|angel)\b.*\d|"
    r"\d.*\b(?:rounds?|invest\w*|acquir\w+|stake|financing|funding|raised|series [a-h]|seed|angel|(?-i:from [A-Z]))\b|"
    r"[轮輪].*\d|\d.*(?:融资|投资)",
    re.I,
)
"""A sum with the words of a deal, or the words with a sum."""
_PUT_IN = Pattern(
    r"\b(?:(?:co-?)?led by|co-?led|(?:co-?)?invest(?:ed|s|ors?|ing)?|backed by|backers?|shareholders?|participat\w+|"
    r"follow-?on|took a stake|rounds?)\b|领投|跟投|投资方|股东",
    re.I,
)
"""The words of those who give money, which may stand a sentence after the sum."""
_OF_DEAL = Pattern(
    r"\b(?:(?:pre-?)?(?:series )?[a-h]\d?\+{0,2} round|(?:pre-?)?series [a-h]\d?\+{0,2}|pre-?[a-h]\+{0,2}(?!\w)|"
    r"(?:pre-?)?seed(?: round)?|angel(?: round)?|rounds?|deals?|(?:19|20)\d\d)(?!\w)|[\w种天]\+{0,2}轮",
    re.I,
)
"""What an argument says beside the name."""
_PARTIES = {"funding": ("company", "investors"), "acquisition": ("target", "buyer"), "ipo": ("company",)}


def looks_like_name(desk: Desk, name: str) -> bool:
    """Whether some words are written as a name is; a word of known names is none of its own: those are offered."""
    found = name.split()
    lettered = any(word[:1].isalpha() for word in found) and len(found) <= _MOST_WORDS
    return lettered and all(_NAME_LIKE.match(word) for word in found) and not desk.facts.known_names.is_told(fold(name))


def written(desk: Desk, argument: str, tells: Pattern | None = None) -> Answer | None:
    """The sentences that write a name as it was asked, in the order of the articles; None where none does.

    `tells`: only sentences with such words, and what follows a bare name: a heading with the item below it.
    """
    name = argument.strip(" ?.！？。")
    if not looks_like_name(desk, name):
        return None
    found: list[Passage] = []
    for passage in desk.sentences.spelling(name, limit=_MOST * 2):
        if not CJK.search(name) and not spelled(passage.text, (name,)):
            continue  # a stem of it is another word: "Figur" of "Figure"
        if tells is None or tells.search(passage.text) or (tells is DEALT and _PUT_IN.search(passage.text)):
            found.append(passage)
        elif passage.text.strip(" *#_-–—•:|") == name:
            found += [below for below in desk.sentences.discourse.near(passage, 0, 1) if tells.search(below.text)]
    shown = list(dict.fromkeys(found))[:_MOST]
    if not shown:
        return None
    shown.sort(key=lambda p: (p.citation.published, p.article, p.ordinal))
    return Answer(True, f"What the articles say: {echo(name)}", tuple(map(passage_line, shown)))


def only_name(argument: str) -> str:
    """The name in what a command on deals is asked, without round and year."""
    return " ".join(_OF_DEAL.sub(" ", argument).split())


def dealt(desk: Desk, clause: Clause | None, argument: str, query: Query | None = None) -> Answer | None:
    """The sentences that tell of the deals of somebody of whom no deal is known as a fact; None where none does."""
    if clause is None or query is None or not clause.groups():
        return written(desk, only_name(argument), DEALT)
    shown = _of_deals(desk, clause, query)
    if not shown:
        return None
    ids = clause.groups()[0]
    title = f"What the articles say: {desk.facts.name(sorted(ids)[0])}"
    return Answer(True, title, tuple(map(passage_line, shown)), entities=tuple(sorted(ids)))


def _of_deals(desk: Desk, clause: Clause, query: Query) -> list[Passage]:
    found: list[Passage] = []
    for kind in query.kinds:
        wish = replace(query, kinds=(kind,), parts=(Part(_PARTIES[kind], clause.groups()[0]), *query.parts[1:]))
        found += [p for p in desk.tellings.best(clause, [Sought(wish)], SURELY_TOLD) if DEALT.search(p.text)]
    family = desk.lookup.family(clause.groups()[0])
    return [p for p in dict.fromkeys(found) if is_on_deal_of(desk, p, family)][:_MOST]
