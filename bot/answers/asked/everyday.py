"""Turns of phrase of every day, in the words that the rules know: "brief me on Acme" asks to be told about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.peoples import PEOPLES
from bot.answers.query import Ids
from bot.grammar.patterns import Pattern

_LONGEST = 120
"""Characters, marks for names, beyond which a question says more than such a phrase."""
_OPEN = r"^\W*(?:(?:so|and|ok|please|pls|just|can you|could you|would you)\b[\s,]*){0,4}"
_NAME = r"(?:the )?(?P<name><\d+>)(?:'s)?"
_END = (
    r"(?:,? (?:company|start-?up|firm|so far|right now|now|today|here|already|yet|please|pls|in (?:short|brief|"
    r"general))){0,3}\W*$"
)
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


def _phrase(asked: str) -> Pattern:
    return Pattern(rf"{_OPEN}(?:{asked}){_END}", re.I)


NAME, phrase = _NAME, _phrase


_OF_ANYBODY: tuple[tuple[Pattern, str], ...] = (
    (_phrase(rf"(?:{'|'.join(_TOLD_OF)}) {_NAME}"), r"tell me about \g<name>"),
    (_phrase(rf"(?:any |some |the |all )?quotes? (?:from|by|of) {_NAME}"), r"what did \g<name> say"),
    (_phrase(rf"{_NAME} quotes?"), r"what did \g<name> say"),
    (
        _phrase(rf"what is (?:the )?(?:story|deal|thing) (?:with|w/) {_NAME} (?:and|&|w/|with) (?P<other><\d+>)"),
        r"\g<name> and \g<other>",
    ),
    (_phrase(rf"{_NAME} (?:in a nutshell|(?:company )?{_SUMMARY})"), r"tell me about \g<name>"),
    (
        _phrase(rf"(?:does|do|is|are) {_NAME} (?:actually |even |already )?(?:mak|earn)(?:e|ing)? (?:any )?money"),
        r"is \g<name> profitable",
    ),
    (
        _phrase(
            rf"(?:which|what) {_GOODS} (?:(?:can|could) (?:i|we|you|one|people) (?:already )?(?:buy|order|get)|"
            r"are (?:for sale|on sale|on the market|available)(?: to (?:buy|order))?)"
        ),
        r"prices of \g<goods>",
    ),
    (
        _phrase(
            r"(?:(?:who|which (?:company|maker)) (?:is )?)?(?:(?:the )?(?:(?:world|global|current) )?market leaders? "
            r"(?:in|for|of|among)|leads|leading(?: in)?|dominates) (?:the )?(?P<goods>robot|humanoid|cobot|quadruped)s?"
            r"(?: (?:market|field|sector|industry|space|race))?"
        ),
        r"who sold the most \g<goods>s",
    ),
    (_phrase(r"who (?:ships|sells|shipped|sold) (?:the )?most"), "who sold the most robots"),
    (
        _phrase(
            r"(?:who (?:has |have )?(?:changed|switched|swapped|moved) (?:jobs?|employers?|companies|firms)|"
            r"(?:any |who made )?(?:job|career|personnel) (?:changes|moves))(?: in)?(?P<when>(?: <when>)?)"
        ),
        r"people news\g<when>",
    ),
    (
        _phrase(
            rf"(?:(?:list|show|name)(?: (?:me|us))?|(?:which|what|who) are) (?:(?:all|the) ){{0,2}}{_GIVERS}|"
            rf"(?:which|what) {_GIVERS} (?:are (?:there|known|active)|do (?:you|we) know)"
        ),
        "most active investors",
    ),
    (
        _phrase(
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
    (_phrase(rf"(?:the )?{_WHO_IS_THERE} (?:at|of|from) {_NAME}"), r"who works at \g<name>"),
    (_phrase(rf"{_NAME} {_WHO_IS_THERE}"), r"who works at \g<name>"),
    (
        _phrase(
            rf"how many (?:different )?(?:investors|backers|shareholders) (?:does|did|do|has) {_NAME}(?: have| got)?"
        ),
        r"who are the investors of \g<name>",
    ),
    (
        _phrase(
            rf"(?:what are )?(?:the )?(?P<of>{_PUT_IN} (?:of|by|from) )?{_NAME}(?(of)| {_PUT_IN})"
            r"(?: in (?:robot(?:ics?|s)?|ai|startups?))?"
        ),
        r"what has \g<name> invested in",
    ),
    (_phrase(rf"how old (?:is|are) {_NAME}"), r"when was \g<name> founded"),
    (
        _phrase(
            rf"(?:what|how much)(?: money)? (?:did|does|will|would) {_NAME} (?:get|receive|fetch|take)(?: in)? "
            r"(?:for|from (?:selling|the sale of)) (?:its|the|their)(?: [\w-]+){0,2} (?:arm|business|division|unit|"
            r"subsidiary|stake|shares)"
        ),
        r"how much was \g<name> sold for",
    ),
    (_phrase(rf"how (?:big|large) (?:is|are) {_NAME}"), r"how many people work at \g<name>"),
    (
        _phrase(
            rf"(?:(?:in )?(?:which|what) (?:country|city|town|state)|where) (?:is|are|does|do) {_NAME}"
            r"(?: (?:based|located|headquartered|at home|come))?(?: (?:in|from))?"
        ),
        r"where is \g<name> based",
    ),
    (_phrase(rf"{_NAME} (?:home country|country|nationality|origin)"), r"where is \g<name> based"),
    (_phrase(rf"(?:is|are) {_NAME} (?:really |actually )?(?:an? )?(?:{_PEOPLES})"), r"where is \g<name> based"),
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
    return marked


def _is_house(ids: Ids) -> bool:
    return bool(ids) and all(one.startswith("org-") for one in ids)
