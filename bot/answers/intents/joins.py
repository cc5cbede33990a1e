"""Rules for what two facts have in common: backed by both, left one for another, founders who worked somewhere."""

from __future__ import annotations

import re

from bot.answers.asked.question import Clause
from bot.answers.intents.intent import INVEST, LED, narrowed, part
from bot.answers.peoples import country_meant
from bot.answers.query import Ids, Join, Part, Query
from bot.grammar.patterns import Pattern

_BOTH = Pattern(r"\b(?:both|in common|shared?|common|overlap\w*|jointly|together|all of|as well as|too|also)\b|共同|都")
_BACKED = Pattern(rf"\b(?:portfolio|backed|funded|supported)\b|(?:{INVEST})|{LED}")
_LEADER = Pattern(r"\bwho (?:co-?)?(?:leads?|led)\b")
"""Whoever leads is asked for, not what is led."""
_BACKERS = Pattern(r"\b(?:investors?|backers?|shareholders?|funds?|vcs?)\b|\bwho\b|投资方|谁")
_INVESTED_IN = Pattern(
    rf"(?:{INVEST})(?: in| into)?(?: both)? (?:the )?<\d+>|(?:investors?|backers?|shareholders?)\b.*<\d+>"
)
_MOVED = Pattern(
    r"\b(?:left|leave|leaving|quit|moved|went|jumped|switched|defected|departed|poached|hired|joined|"
    r"came)\b.*?<(\d+)>"
    r"(?P<where>.*)$"
)
_ELSEWHERE = Pattern(
    r"\b(?:for|to|and)\b.*\b(?:another|other|rival|competitor|"
    r"elsewhere|startup|start-up|new (?:company|employer|job)|robot|"
    r"humanoid)\b|\bwhere\b.*\b(?:went|go|gone|are)\b"
)
_EX = Pattern(
    r"\b(?:ex|former|formerly|alumni|alums?|veterans?|after (?:working|leaving|years)|having worked|previously|"
    r"used to|once|worked|came from|come from|past)\b|前"
)
_FOUNDERS = Pattern(r"\bfounders?\b|\bfounded\b|\bstarted\b|\bstartups?\b|创始人")
_MADE = ("founding", "role")
_CAME_FROM = Pattern(
    r"\b(?:c[ao]me from|comes? from|hails? from|worked (?:at|for|with)|ex-? ?|former(?:ly)?(?: of| at| with)?|"
    r"studied (?:at|in)|"
    r"graduat\w+ (?:from|at)|alumn\w+ of|left|previously (?:at|with)|(?:phd|degree|doctorate) (?:from|"
    r"at)) ?(?:the )?<(\d+)>|"
    r"<(\d+)>(?:'s)? (?:alumn\w+|graduates?|veterans?|alums?)\b"
)
_MOVED_FROM = Pattern(
    r"\b(?:came|comes?|moved?|moves|went|joined|joins|hired|hires?|poach\w*|lured?|recruited|recruits|snatched|"
    r"nabbed|got|took|"
    r"switched|defected|transferred)\b.*\bfrom (?:the )?<(\d+)>|<(\d+)> (?:los(?:e|es|t)|los(?:e|es|t) \w+) to <"
)
_STUDIED = Pattern(r"\b(?:stud\w+|graduat\w+|alumn\w+|degrees?|phds?|doctora\w+|school|university|college)\b|毕业")


def joins(clause: Clause) -> list[Join]:
    """What a clause may ask of several facts at once, the likeliest first; empty where it does not."""
    return [join for make in (_both_backed, _backers_of_both, _mover, _founders) if (join := make(clause))]


def _singles(clause: Clause) -> list[Ids]:
    return [clause.names[i].ids for i in clause.asked_about]


def _funding(clause: Clause, ids: Ids, slot: str) -> Query:
    return narrowed(clause, Query(("funding",), (Part((slot,), ids, slot == "investors"),), limit=60))


def _both_backed(clause: Clause) -> Join | None:
    """ "Which companies did both <0> and <1> back": the same company, in one round or in two."""
    names = _singles(clause)
    if len(names) < 2 or not _BACKED.search(clause.shape) or _INVESTED_IN.search(clause.shape):
        return None
    if _LEADER.search(clause.shape):
        return None
    if not (_BOTH.search(clause.shape) or re.search(r"\b(?:by|of) <\d+> and <\d+>", clause.shape)):
        return None
    return Join(tuple(_funding(clause, ids, "investors") for ids in names), (("company",),) * len(names), final=True)


def _backers_of_both(clause: Clause) -> Join | None:
    """ "Who invested in both <0> and <1>": the same investor."""
    names = _singles(clause)
    if len(names) < 2 or not _BACKERS.search(clause.shape):
        return None
    if not (_INVESTED_IN.search(clause.shape) and (_BOTH.search(clause.shape) or clause.lists)):
        return None
    if not _BOTH.search(clause.shape):
        return None
    return Join(tuple(_funding(clause, ids, "company") for ids in names), (("investors",),) * len(names), final=True)


def _mover(clause: Clause) -> Join | None:
    """ "Who left <0> for another company": a post there, and a later one elsewhere."""
    names = _singles(clause)
    moved = _MOVED.search(clause.shape)
    if len(names) != 1 or not moved or clause.wants not in ("who", "thing"):
        return None
    if not (_ELSEWHERE.search(moved["where"]) or _ELSEWHERE.search(clause.shape)):
        return None
    there = narrowed(clause, Query(("role",), (part(names[0], "organization"),), needs=("person",), limit=60))
    elsewhere = Query(("role",), (), needs=("organization",), past=False, limit=400)
    return Join((there, elsewhere), (("person",), ("person",)))


def _founders(clause: Clause) -> Join | None:
    """ "Which founders worked at <0>", "startups of former <0> people", "founders who studied at <0>"."""
    names = _singles(clause)
    if len(names) == 2:
        return _from_one_to_other(clause)
    if len(names) != 1 or not _FOUNDERS.search(clause.shape) or clause.wants not in ("who", "thing", "count"):
        return None
    if _STUDIED.search(clause.shape):
        before = Query(("education",), (part(names[0], "school"),), needs=("person",), limit=60)
    elif _EX.search(clause.shape):
        before = Query(("role",), (part(names[0], "organization"),), needs=("person",), limit=60)
    else:
        return None
    peoples = tuple(word for word in clause.content if country_meant(word))
    made = Query(
        _MADE, (), needs=("founders", "person"), post="founder", limit=400, asked=("organization",), described=peoples
    )
    return Join((narrowed(clause, before), made), (("person",), ("founders", "person")))


def _from_one_to_other(clause: Clause) -> Join | None:
    """ "Which founders came from <0> and run <1>", "who at <1> studied at <0>": somebody who was at both."""
    came = _CAME_FROM.search(clause.shape) or _MOVED_FROM.search(clause.shape)
    if not came or clause.wants not in ("who", "thing", "count"):
        return None
    start = int(next(filter(None, came.groups())))
    other = next((i for i in clause.asked_about if i != start), None)
    if start not in clause.asked_about or other is None:
        return None
    places = ("organization", "school")
    before = Query(("role", "education"), (part(clause.names[start].ids, *places),), needs=("person",), limit=60)
    there = Query(("role", "founding"), (part(clause.names[other].ids, "organization"),), limit=60)
    return Join((narrowed(clause, before), there), (("person",), ("person", "founders")))
