"""Short ways to ask for lists, in the words that the rules know: "who's IPOing", "any HK listings", "avg round"."""

from __future__ import annotations

import re

from bot.grammar.patterns import Pattern

_IPO = r"(?:ipos?|listings?|flotations?)"
_WORDS: tuple[tuple[Pattern, str], ...] = tuple((Pattern(said, re.I), meant) for said, meant in (
    (
        r"^(?P<lead>(?:(?:any|all|which|what|are|is|there|list|show|me|the|new|next|recent|planned|upcoming) ){0,5})HK"
        r"(?= (?:ipos?|listings?|listed|stocks?|companies|rounds|startups|deals))",
        r"\g<lead>Hong Kong",
    ),
    (r"\b(?:who|which (?:companies|startups|firms)) ?(?:'s|’s|is|are)? ipo'?ing\b", "who plans to go public"),
    (rf"\b(?:the )?{_IPO} pipeline\b|\bpipeline of {_IPO}\b", "planned ipos"),
    (rf"\b{_IPO} (?:still |yet )?(?:to come|coming(?: up| soon)?|ahead|upcoming|in the works)\b", "planned ipos"),
    (rf"\b(?:upcoming|coming|future|next|expected|pending) (?={_IPO}\b)", "planned "),
    (r"\b(?<=in )(?:the )?u\.?s\.?a?(?=[ ?.!]*$)", "the United States"),
    (r"(?<=s) only(?: pls| please)?[ .!?]*$", ""),
    (
        r"\b(?P<which>which|what|any|list|all)? ?(?P<deals>acquisitions|takeovers|mergers|deals) (?:that |which )?"
        r"(?:(?:are|is|have|were) )?(?:still )?(?:not|un) ?(?:yet )?(?:been )?"
        r"(?:closed|completed|done|finali[sz]ed)(?: yet)?\b",
        r"\g<which> pending \g<deals>",
    ),
    (r"[,;]? *(?:- )?who(?: is|['’]?s| are)? us(?:es|ing) what(?=[ ?.!]*$)", ""),
    (r"\bcos\b(?! \w+ing\b)", "companies"),
    (r"\bavg\b\.?", "average"),
    (r"\byr\b", "year"),
    (r"\bppl\b", "people"),
    (r"\bag(?= (?:robots?|robotics|tech|bots)\b)", "agricultural"),
    (r"[.,;?!] *(?:(?:a |as a )?list(?: them| it)?(?: all)?|all of them)(?: pls| please)?[ .!]*$", ""),
))  # fmt: skip


_WHO_MORE = Pattern(
    r"^(?P<names>[^,:;?]{2,60}(?:,[^,:;?]{2,40}){0,3}?)[,:;?-] *(?P<asked>(?:who|which(?: one)?|what)"
    r"(?: has| have| is| was|'s)? (?:raised|worth|sells?|sold|shipped|bigger|larger|biggest|largest|valued|employs)"
    r"(?: the)?(?: more| most| highest)?)"
    r"[ ?.!]*$",
    re.I,
)
"""Those that are compared come first: "Acme n Bolt, who raised most"."""
_AND = Pattern(r" (?:n|&|\+|and|or|vs\.?|versus) |, *(?:and |or )?")


def in_list_words(message: str) -> str:
    """A message with its short ways to ask for lists written out."""
    if (met := _WHO_MORE.match(message)) is not None and _AND.search(met["names"]):
        names = [one.strip() for one in _AND.split(met["names"]) if one.strip()]
        message = f"{met['asked']}: {', '.join(names[:-1])} or {names[-1]}?"
    for said, meant in _WORDS:
        message = said.sub(meant, message)
    return message
