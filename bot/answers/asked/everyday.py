"""Turns of phrase of every day, in the words that the rules know: "brief me on Acme" asks to be told about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.asked.everyday_lists import LISTS
from bot.answers.asked.turns import NAME, phrase
from bot.answers.peoples import PEOPLES
from bot.answers.query import Ids
from bot.grammar.patterns import Pattern

_LONGEST = 120
"""Characters, marks for names, beyond which a question says more than such a phrase."""
_SUMMARY = (
    r"(?:rundown|run-down|summary|overview|profile|brief|briefing|intro|introduction|low-?down|primer|fact ?sheet|"
    r"recap|dossier|snapshot|background|info|information|details|facts|basics)"
)
_SOME = r"(?:(?:quick|short|brief|full|general|complete|concise|company|some|more|all|the|a|an|any|your) ){0,4}"
_TOLD_OF = (
    rf"(?:(?:give|get|send|show|write|share|tell|do|make)(?: (?:me|us))? )?{_SOME}{_SUMMARY} "
    r"(?:of|on|about|for|regarding)",
    r"(?:brief|fill|update|school|educate) (?:me|us)(?: in)? (?:on|about)",
    r"(?:bring|get) (?:me|us) up to speed (?:on|about|with)",
    r"walk (?:me|us) through",
    r"(?:summari[sz]e|describe|introduce|explain)(?: to (?:me|us))?",
    r"tell (?:me|us) (?:everything|all|whatever)(?: (?:you|we) (?:know|have))? (?:about|on|of)",
    r"(?:everything|all|anything|whatever)(?: (?:you|we) (?:know|have)| known)? (?:about|on)",
    r"what (?:you|we) (?:know|have) (?:about|on|of)",
    r"(?:do|did) (?:you|we) (?:know|have|cover|track)(?: (?:anything|something))?(?: (?:of|about|on))?",
    r"(?:(?:have|has) (?:you|anyone|anybody) )?(?:ever )?heard (?:of|about)",
    r"(?:got (?:anything|something)|what (?:have (?:you|we)(?: got)?|do (?:you|we) have)) on",
    r"what is (?:the )?(?:story|deal|thing|background) (?:with|w/|of|behind|on)",
    r"(?:the )?(?:tl;? ?dr|gist|skinny|scoop|latest and greatest|101)(?: (?:on|of|for|about))?",
    r"(?:catch|get) (?:me|us) up (?:on|with)",
    r"what(?: is|'s) up with",
)
"""What stands before a name by who asks for all that is known of it."""
_GOODS = r"(?P<goods>(?:(?:humanoid|home|household|legged) )?(?:robots|humanoids|robot dogs|quadrupeds|cobots))"
_PEOPLES = "|".join(re.escape(word) for word in PEOPLES if word.isascii())
_GIVERS = r"(?:investors|backers|vcs|funds)"


_OF_ANYBODY: tuple[tuple[Pattern, str], ...] = (
    (phrase(rf"(?:{'|'.join(_TOLD_OF)}) {NAME}"), r"tell me about \g<name>"),
    (phrase(rf"(?:any |some |the |all )?quotes? (?:from|by|of) {NAME}"), r"what did \g<name> say"),
    (phrase(rf"{NAME} quotes?"), r"what did \g<name> say"),
    (
        phrase(rf"what is (?:the )?(?:story|deal|thing) (?:with|w/) {NAME} (?:and|&|w/|with) (?P<other><\d+>)"),
        r"\g<name> and \g<other>",
    ),
    (phrase(rf"{NAME} (?:in a nutshell|(?:company )?{_SUMMARY})"), r"tell me about \g<name>"),
    (
        phrase(rf"(?:does|do|is|are) {NAME} (?:actually |even |already )?(?:mak|earn)(?:e|ing)? (?:any )?money"),
        r"is \g<name> profitable",
    ),
    (
        phrase(
            rf"(?:which|what) {_GOODS} (?:(?:can|could) (?:i|we|you|one|people) (?:already )?(?:buy|order|get)|"
            r"are (?:for sale|on sale|on the market|available)(?: to (?:buy|order))?)"
        ),
        r"prices of \g<goods>",
    ),
    (
        phrase(
            r"(?:(?:who|which (?:company|maker)) (?:is )?)?(?:(?:the )?(?:(?:world|global|current) )?market leaders? "
            r"(?:in|for|of|among)|leads|leading(?: in)?|dominates) (?:the )?(?P<goods>robot|humanoid|cobot|quadruped)s?"
            r"(?: (?:market|field|sector|industry|space|race))?"
        ),
        r"who sold the most \g<goods>s",
    ),
    (phrase(r"who (?:ships|sells|shipped|sold) (?:the )?most"), "who sold the most robots"),
    (
        phrase(
            r"(?:who (?:has |have )?(?:changed|switched|swapped|moved) (?:jobs?|employers?|companies|firms)|"
            r"(?:any |who made )?(?:job|career|personnel) (?:changes|moves))(?: in)?(?P<when>(?: <when>)?)"
        ),
        r"people news\g<when>",
    ),
    (
        phrase(
            rf"(?:(?:list|show|name)(?: (?:me|us))?|(?:which|what|who) are) (?:(?:all|the) ){{0,2}}{_GIVERS}|"
            rf"(?:which|what) {_GIVERS} (?:are (?:there|known|active)|do (?:you|we) know)"
        ),
        "most active investors",
    ),
    (
        phrase(
            r"(?:(?:list|show|what are|any)(?: (?:me|us))? )?(?:(?:all|the) ){0,2}(?:upcoming|planned|coming|future) "
            r"(?:launches|releases|products|events)|"
            r"(?:which|what) (?:launches|releases|products) are (?:planned|coming(?: up)?|upcoming|ahead)"
        ),
        "what is planned",
    ),
)
_PUT_IN = (
    r"(?:(?:robot(?:ics?)?|ai|startup|portfolio|recent|other|all|equity) ){0,2}"
    r"(?:bets|investments|portfolio|holdings|stakes)"
)
"""What an investor has put money in."""
_WHO_IS_THERE = r"(?:people|staff|team|management|executives|leadership|key people|c-suite)"
_OF_HOUSES: tuple[tuple[Pattern, str], ...] = (
    (phrase(rf"(?:the )?{_WHO_IS_THERE} (?:at|of|from) {NAME}"), r"who works at \g<name>"),
    (phrase(rf"{NAME} {_WHO_IS_THERE}"), r"who works at \g<name>"),
    (
        phrase(
            rf"how many (?:different )?(?:investors|backers|shareholders) (?:does|did|do|has) {NAME}(?: have| got)?"
        ),
        r"who are the investors of \g<name>",
    ),
    (
        phrase(
            rf"(?:what are )?(?:the )?(?P<of>{_PUT_IN} (?:of|by|from) )?{NAME}(?(of)| {_PUT_IN})"
            r"(?: in (?:robot(?:ics?|s)?|ai|startups?))?"
        ),
        r"what has \g<name> invested in",
    ),
    (phrase(rf"how old (?:is|are) {NAME}"), r"when was \g<name> founded"),
    (
        phrase(
            rf"(?:what|how much)(?: money)? (?:did|does|will|would) {NAME} (?:get|receive|fetch|take)(?: in)? "
            r"(?:for|from (?:selling|the sale of)) (?:its|the|their)(?: [\w-]+){0,2} (?:arm|business|division|unit|"
            r"subsidiary|stake|shares)"
        ),
        r"how much was \g<name> sold for",
    ),
    (phrase(rf"how (?:big|large) (?:is|are) {NAME}"), r"how many people work at \g<name>"),
    (
        phrase(
            rf"(?:(?:in )?(?:which|what) (?:country|city|town|state)|where) (?:is|are|does|do) {NAME}"
            r"(?: (?:based|located|headquartered|at home|come))?(?: (?:in|from))?"
        ),
        r"where is \g<name> based",
    ),
    (phrase(rf"{NAME} (?:home country|country|nationality|origin)"), r"where is \g<name> based"),
    (phrase(rf"(?:is|are) {NAME} (?:really |actually )?(?:an? )?(?:{_PEOPLES})"), r"where is \g<name> based"),
)


def in_plain_words(marked: str, named: Sequence[Ids]) -> str:
    """A question in which names are marks, in plainer words where it is such a turn of phrase.

    `named`: whom each of the marks means; what is asked of houses alone is so only where the mark means one.
    """
    if len(marked) > _LONGEST:
        return marked
    for pattern, plain in _OF_ANYBODY:
        if met := pattern.match(marked):
            return met.expand(plain)
    for pattern, plain in _OF_HOUSES:
        if (met := pattern.match(marked)) and _is_house(named[int(met["name"][1:-1])]):
            return met.expand(plain)
    for pattern, plain in LISTS:
        if met := pattern.match(marked):
            return " ".join(met.expand(plain).split())  # a period need not be said
    return marked


def _is_house(ids: Ids) -> bool:
    return bool(ids) and all(one.startswith("org-") for one in ids)
