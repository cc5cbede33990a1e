"""Beginnings that are none: of whom somebody left to found another, and what only started or was bought in a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.people.origins import OWNS
from bot.extraction.people.roles import roles
from bot.extraction.sifting.sides import EVENT
from bot.extraction.sifting.spans import READ, dated, naming, sentences, without, words
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context

_LEFT_TO_FOUND = re.compile(
    r"\b(?:ran|run|headed|led|worked (?:at|for)|left|leav(?:es|ing)|quit|joined)\b[^.;]{0,80}?"
    r"\b(?:until|when|to|before|and)\b[^.;]{0,40}?"
    r"\b(?:set up|start(?:ed|ing)?|found(?:ed|ing)?|launch(?:ed|ing)?|str[iu]c?ke? out)\b"
)
"""From a former house to what was founded after it."""
_STARTED_OTHERWISE = re.compile(
    r"\b(?:start(?:ed|ing)?|began|begun|launched) (?:with|to|by|out|investing|working)\b|\bemerged (?:in|from)\b|"
    r"\b(?:acquir|bought|purchas|took over)\w*"
)
_FOUNDED = re.compile(
    r"\b(?:found|establish|set up|incorporat|born|spun|spin|registered|creat|hatch|inaugurat|opened(?! (?:with|at|"
    r"for|up|higher|lower)\b)|"
    r"built|came into being|year-old|month-old|roots|origin|dates? back)",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:start|beg[aiu]n|launch|form(?:ed|s|ing)\b|unit\b|team\b|lab\b|behind\b|ventures?\b|emerge)", re.IGNORECASE
)
_DEED = re.compile(
    r"\b(?:listed|turned over|cut|raised|shipped|sold|opened|posted|reported|signed|delivered|employs?|lost|earned|"
    r"won)\b"
)
"""What a house does that is there already."""
_LEAVES = re.compile(r"\b(?:retire|resign|step(?:s|ped|ping) down|departure)")
"""What else may tell of a founding, and what tells of an end."""
_FOUNDED_IN = re.compile(
    r"\b(?:founded|established|incorporated|born|set up)\b[^,;.]{0,70}\b(?:in|since) \Z", re.IGNORECASE
)
_THEN = re.compile(r",? (?:he |she |they )?(?:established|founded|set up|started|launched|joined|created|entered)\b")
_BORN = re.compile(r"\b[Bb]orn (?:in |on )?(?:[A-Z][\w ]{0,30},? (?:in )?)?\Z")
_DEAL_IN = re.compile(
    r"\b(?:rais(?:ed|es|ing)|round|financing|funding|secured|closed|acquired|bought|unveiled|released|went public|"
    r"appointed)\b"
    r"(?P<between>[^;.]{0,70})\Z"
)
"""Before the date of what happened long after a founding."""
_OPENS_OWN = re.compile(
    r"(?:,? (?:which|who))? (?:has |have |had |also |recently |just |officially |jointly |together )*"
    r"(?:launched|launches|opened|opens|established|establishes|set up|sets up|created|creates|formed|forms|founded|"
    r"unveiled) (?:its|their|an?|the|another|new) (?:[\w-]+ ){0,6}?(?:cent(?:er|re)|team|task force|laborator(?:y|ies)|"
    r"lab|office|plant|factory|unit|division|department|institute|fund|campus|subsidiary|headquarters|facility)\b"
)
"""Behind a house that opens something of its own."""
_JOINTLY = re.compile(r"\b(?:jointly|together) ")
_NO_HOUSE: Final = re.compile(r"\b(?:Awards?|Prizes?|Cup|Contest|Challenge|Competition|Games|Marathon)\Z")
_FAR = 90
_CALLED_FOUNDER = re.compile(r"founder\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years? (?:later|after(?:wards?)?)\b"
)
_COUNTS: Final = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_REACH = 60


def _house(context: Context, draft: Draft) -> Draft | None:
    """The founding of a house that the sentence says was founded."""
    if draft.kind != "founding":
        return draft
    text = words(context, draft)
    if _left_it(context, draft) or _NO_HOUSE.search(str(draft.slots["organization"])):
        return None
    if "founders" not in draft.slots and EVENT.fullmatch(str(draft.slots["organization"])):
        return None  # it takes place: "the fair began on Monday"
    bare = "founders" not in draft.slots and (draft.score <= READ or not draft.slots.keys() & {"parent", "place"})
    if draft.slots.keys() == {"organization"} and not _FOUNDED.search(text):
        return None
    if _LEAVES.search(text) and not (_FOUNDED.search(text) or _BEGAN.search(text)):
        return None
    elsewhere = draft.slots.keys() <= {"organization", "date", "founders"} and not any(
        isinstance(f, str) and f in text
        for f in draft.slots.get("founders", ())  # type: ignore[union-attr]
    )
    if elsewhere and _DEED.search(text) and not (_FOUNDED.search(text) or _BEGAN.search(text)):
        return None
    named = naming(context, draft, str(draft.slots["organization"]))
    if bare and named and all(OWNS.match(context.text, m.end) for m in named):
        return None  # "Acme's venture into robots began in 2020"
    if bare and _STARTED_OTHERWISE.search(text) and not _FOUNDED.search(text):
        return None
    if (not draft.slots.keys() & {"founders", "parent"} or _JOINTLY.search(text)) and any(
        _OPENS_OWN.match(context.text, m.end) for m in named
    ):
        return None
    left = _LEFT_TO_FOUND.search(text)
    if left is None:
        return draft
    inside = [draft.start + left.start() < m.start < draft.start + left.end() for m in named]
    return None if inside and all(inside) else draft


def _left_it(context: Context, draft: Draft) -> bool:
    """Whether the house is one of which a founder is called a former officer in the sentence ("the startup of Jane Doe,
    former head of Foo"): then "the startup" is another."""
    return any(
        h.former
        and h.org is not None
        and h.org.name == draft.slots["organization"]
        and not _CALLED_FOUNDER.search(h.title)
        and h.person.name in draft.slots.get("founders", ())  # type: ignore[operator]
        and draft.start < h.sentence.end
        and h.sentence.start < draft.end
        for h in roles(context)
    )


def _founders(context: Context, draft: Draft) -> Draft:
    """A founding without the founders of other houses whom its sentence does not name, and without dates of birth."""
    founders, when = draft.slots.get("founders"), draft.slots.get("date")
    if draft.kind != "founding":
        return draft
    if isinstance(founders, tuple):
        text = words(context, draft)
        others = {
            h.person.name
            for h in roles(context)
            if _CALLED_FOUNDER.search(h.title) and h.org is not None and h.org.name != draft.slots["organization"]
        }
        others -= {m.cluster.name for s in sentences(context, draft) for m in s.mentions}
        draft = without(draft, founders=tuple(str(f) for f in founders if f not in others or str(f) in text))
    if isinstance(when, When):
        own = list(sentences(context, draft))  # a house may be born, too
        told = [
            _BORN.search(context.text, max(s.start, d.start - _FAR), d.start) is not None and s not in own
            for s in context.sentences
            for d in s.dates
            if d.when is not None and d.when.overlaps(when)
        ]
        draft = without(draft, date=None) if told and all(told) else draft
    return draft


def _founded_then(context: Context, draft: Draft) -> Draft:
    """A thing without the date at which its maker was founded ("Foo, founded in 2023, makes the Bar")."""
    when = draft.slots.get("date")
    if draft.kind not in {"launch", "deployment"} or not isinstance(when, When):
        return draft
    told = [
        _FOUNDED_IN.search(context.text, max(s.start, d.start - _FAR), d.start) is not None
        for d, s in dated(context, draft, when)
    ]
    return without(draft, date=None) if told and all(told) else draft


def _dealt_then(context: Context, draft: Draft) -> Draft:
    """A founding without the date of a deal in its sentence ("spun out of Foo College, raised $9 million in May")."""
    when = draft.slots.get("date")
    if draft.kind != "founding" or not isinstance(when, When):
        return draft
    told = [
        (deal := _DEAL_IN.search(context.text, max(s.start, d.start - _FAR), d.start)) is not None
        and not _FOUNDED.search(deal["between"])
        for d, s in dated(context, draft, when)
    ]
    return without(draft, date=None) if told and all(told) else draft


def _studied_then(context: Context, draft: Draft) -> Draft:
    """Studies without the date of a birth or of what came after them ("and in 2021 established Foo")."""
    when = draft.slots.get("date")
    if draft.kind != "education" or not isinstance(when, When):
        return draft
    told = [
        _THEN.match(context.text, d.end, s.end) is not None
        or _BORN.search(context.text, max(s.start, d.start - _FAR), d.start) is not None
        for d, s in dated(context, draft, when)
    ]
    return without(draft, date=None) if told and all(told) else draft


def _later(context: Context, draft: Draft) -> Draft:
    """A thing that came some years after the date of its sentence with its own ("in 2012, and Foo two years later")."""
    when, name = draft.slots.get("date"), draft.slots.get("product", draft.slots.get("target"))
    if draft.kind not in {"launch", "acquisition"} or not isinstance(when, When) or when.precision != "year":
        return draft
    for sentence in context.sentences:
        if sentence.start >= draft.end or sentence.end <= draft.start:
            continue
        for date in sentence.dates:
            at = context.text.find(str(name), date.end, sentence.end)
            later = _LATER.search(context.text, at, min(sentence.end, at + _REACH)) if at >= 0 else None
            if date.when is not None and date.when.overlaps(when) and later is not None:
                count = later["count"]
                years = int(count) if count.isdigit() else _COUNTS.index(count) if count in _COUNTS else 1
                return without(draft, date=When.from_iso(str(when.start.year + years)))
    return draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (
    _house,
    _founders,
    _founded_then,
    _dealt_then,
    _studied_then,
    _later,
)
