"""Whether an article tells of a post that somebody has just come to it, went from it, or only stands in."""

from __future__ import annotations

import re

from bot.answers.fitting import title_of
from bot.answers.tenure import comes, denies_going, is_over
from bot.grammar.patterns import Pattern
from bot.grammar.whole_words import beginnings
from bot.model.when import When
from bot.store.read import StoredEvent
from bot.store.records import StoredStatement

_TAKES_SOMEBODY = Pattern(
    r"\b(?:hir(?:es?|ed|ing)|appoint(?:s|ed|ing|ment of)?|nam(?:es?|ed|ing)|poach(?:es|ed)|recruit(?:s|ed)|lur(?:es|"
    r"ed)|"
    r"taps|tapped|elect(?:s|ed)|promot(?:es|ed|ion of)|rop(?:es|ed) in|brings? in|brought in|picks|picked|chose|chosen|"
    r"install(?:s|ed)|welcom(?:es|ed)|person to join|hands? over to|handed over to|makes|made|new)\b[^.;:]{0,110}$",
    re.I,
)
"""What stands before the name of somebody who is taken on."""
_COMES_TO = Pattern(
    r"^(?:(?!\b(?:says?|said|told|tells|thinks?|believes?|expects?|predicts?|argues?|sees)\b)[^.;:]){0,70}?"
    r"\b(?:join(?:s|ed|ing)|(?:was|is|has been|been) (?:appointed|named|hired|elected|promoted|made|"
    r"tapped)|"
    r"becom(?:es|ing)|became|mov(?:es|ed) (?:to|over|up)|t(?:akes|ook|aking) (?:over|up|the helm|charge|office)|"
    r"will (?:be|become|lead|run|head|take|start|join|succeed|replace)|is (?:the|its|their) new|as (?:the |its )?new|"
    r"succeed(?:s|ed|ing)|replac(?:es|ed|ing)|steps? (?:up|in)|stepped (?:up|in)|begins? (?:on|in|as)|starts? (?:on|"
    r"in|as)|"
    r"(?:came|comes|arrives|arrived) from|to (?:lead|run|head))\b|^,? (?:as (?:its |the )?\w+|from\b)",
    re.I,
)
"""What stands behind it."""
_GOES = Pattern(
    r"\b(?:retir(?:es?|ed|ing|ement)|resign(?:s|ed|ing|ation)?|(?:steps?|stepped|stepping) (?:down|aside|back)|"
    r"quit(?:s|ting)?|"
    r"left(?! (?:arm|hand|leg|side|foot|over)\b)|leav(?:es?|ing)|depart(?:s|ed|ing|ure)?|is out|oust(?:s|ed|er)?|"
    r"fir(?:ed|es)|sack(?:s|ed)|dismiss(?:es|ed|al)|remov(?:es|ed|al)|exit(?:s|ed)?|hand(?:s|ed|ing)? over|"
    r"g(?:ives|ave) up|gone|went to|moved to|lost (?:his|her) job|part(?:s|ed) ways|stands? down|stood down)\b",
    re.I,
)
_HOW = (
    (Pattern(r"retir"), Pattern(r"\bretir", re.I)),
    (Pattern(r"resign"), Pattern(r"\bresign|\bst(?:ep|and)\w* (?:down|aside)", re.I)),
    (Pattern(r"step"), Pattern(r"\bstep\w* (?:down|aside|back)|\bresign|\bhand\w* over|\bg[ia]ve\w* up", re.I)),
    (
        Pattern(r"fired|ousted|sacked|dismissed|removed|pushed|let go|kicked|firings|oustings"),
        Pattern(r"\b(?:fir(?:ed|es)|oust\w*|sack(?:ed|s)|dismiss\w*|remov\w+|let (?:him|her) go)\b", re.I),
    ),
)
"""How it is asked that somebody went, and what tells that."""
_STANDS_IN = Pattern(
    r"\b(?:interim|acting|caretaker|provisional|until a (?:successor|replacement)|for the time being|temporar(?:y|ily)|"
    r"minding the shop|st(?:ands?|anding|ood) in|fill(?:s|ing|ed) in)\b",
    re.I,
)
_LEADS_ON = Pattern(
    r"^[^.;]{0,60}?\b(?:t(?:akes|ook|aking) over|steps? in|stepped in|fill(?:s|ing|ed) in|st(?:ands?|anding|ood) in|"
    r"minding|"
    r"runs?|running|leads|leading|serv(?:es|ing|e)(?: concurrently)? as)\b",
    re.I,
)
_TIMELY_TITLE = Pattern(r"\b(?:interim|acting|caretaker|provisional)\b", re.I)
_HOUSE = "\0"
_GOES_TO = Pattern(
    rf"\b(?:went|goes|going|gone|mov(?:es?|ed|ing)|return(?:s|ed|ing)?) (?:back )?(?:over )?to (?:the )?{_HOUSE}|"
    rf"\b(?:leav(?:es?|ing)|left|depart(?:s|ed)?|quits?) (?:for|to join) (?:the )?{_HOUSE}|"
    rf"\bjoin(?:s|ed|ing)? (?:the )?{_HOUSE}",
    re.I,
)
"""That somebody goes to a house rather than from it."""
_AS_NEW = Pattern(r"\bnew $", re.I)
_GOING_OF = Pattern(
    r"\b(?:resignation|departure|exit|retirement|ouster|removal|firing|dismissal) of [^.;,]{0,60}$|"
    r"\b(?:remov(?:es|ed|ing)|oust(?:s|ed|ing)|fir(?:es|ed|ing)|dismiss(?:es|ed)|sack(?:s|ed)) [^.;,]{0,60}$",
    re.I,
)
"""What stands before the name of somebody who goes, or is made to."""
_SOMEBODY_ELSE = Pattern(r"[A-Z][\w’'.-]+ [A-Z][\w’'-]+")
_FAR = 110
"""Letters between somebody's name and what tells that they come, go or stand in."""


def is_appointment(told: StoredEvent) -> bool:
    """Whether an article tells of a post as one that somebody comes to."""
    if is_over(told) or not title_of(told.event):
        return False
    return told.event.best("start") is not None or any(map(_is_appointed, told.statements))


def _is_appointed(one: StoredStatement) -> bool:
    person, title = _last_name(one), str(one.slots.get("title") or "")
    if comes(one):
        return True
    at_title = one.quote.casefold().find(title.casefold()) if title else -1
    if at_title > 0 and _AS_NEW.search(one.quote[:at_title]):
        return True
    for at in beginnings(one.quote, person) if person else ():
        behind = one.quote[at + len(person) :]
        near = title and title.casefold() in f"{one.quote[max(0, at - _FAR) : at]}{behind[:_FAR]}".casefold()
        if near and (_COMES_TO.search(behind) or _TAKES_SOMEBODY.search(one.quote[:at])):
            return True
    return False


def is_departure(told: StoredEvent, how: str = "") -> bool:
    """Whether an article tells of a post that whoever holds it goes, in the way that is asked for."""
    wanted = next((given for asked, given in _HOW if how and asked.search(how)), None)
    return any(_goes(told, one, wanted) for one in told.statements)


def _goes(told: StoredEvent, one: StoredStatement, wanted: Pattern | None) -> bool:
    person = _last_name(one)
    house = str(one.slots.get("organization") or "")
    if not person or denies_going(one.quote) or (house and _GOES_TO.search(one.quote.replace(house, _HOUSE))):
        return False
    for at in beginnings(one.quote, person):
        around = one.quote[at + len(person) : at + len(person) + _FAR]
        before = one.quote[max(0, at - _FAR) : at]
        met = _GOES.search(around.split(". ")[0])
        if met and _SOMEBODY_ELSE.search(_without_house(one, around[: met.start()])):
            met = None  # whoever is named last goes
        met = met or _GOING_OF.search(before) or (_GOES.search(before) if is_over(told) else None)
        if met and (wanted is None or wanted.search(f"{before} {around}")):
            return True
    return False


def _without_house(one: StoredStatement, text: str) -> str:
    house, title = str(one.slots.get("organization") or ""), str(one.slots.get("title") or "")
    for name in filter(None, (house, title)):
        text = text.replace(name, " ")
    return text


def is_stand_in(told: StoredEvent) -> bool:
    """Whether somebody holds a post for a time only, and no other post in the same sentence is meant."""
    if is_over(told):
        return False
    title = title_of(told.event)
    if _TIMELY_TITLE.search(title):
        return True
    timely = [one for one in told.statements if title and _says_for_a_time(one, title)]
    return bool(timely)


def takes_over_for_a_time(told: StoredEvent) -> bool:
    """Whether somebody who holds another post is told to lead a house for a time."""
    return not is_over(told) and any(
        _STANDS_IN.search(one.quote) and _LEADS_ON.search(one.quote[at:])
        for one in told.statements
        for at in beginnings(one.quote, _last_name(one))
    )


def _says_for_a_time(one: StoredStatement, title: str) -> bool:
    at = one.quote.casefold().find(title.casefold())
    met = _STANDS_IN.search(one.quote)
    if at < 0 or met is None:
        return False
    if _TIMELY_TITLE.match(met[0]):  # it belongs to the post behind it
        return bool(re.match(r"\W*(?:the |its |as )?$", one.quote[met.end() : at])) if at >= met.end() else False
    return True


def told_on(told: StoredEvent, slot: str) -> When | None:
    """When somebody came or went, as far as it is told; else the day on which an article told it first."""
    time = told.event.best(slot)
    if isinstance(time, When):
        return time
    return When.from_iso(told.said_first) if told.said_first else None


def _last_name(one: StoredStatement) -> str:
    name = str(one.slots.get("person") or "")
    return name if name and name in one.quote else name.split(" ")[-1]
