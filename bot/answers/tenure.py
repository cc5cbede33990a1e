"""Whether a post is over, or only filled for a time, by what the sentences that tell it say beside its dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bot.answers.titles import posts
from bot.grammar.patterns import Pattern
from bot.grammar.whole_words import beginnings, is_whole, replaced
from bot.model.when import When
from bot.store.read import StoredEvent
from bot.store.records import StoredStatement

_HOUSE = "\0"
FORMER = Pattern(
    r"\b(?:former(?:ly)?|ex-|previous(?:ly)?|until|used to|was|were|left|stepped down|for years)\b|前", re.I
)
"""What makes a title one that is over."""
_OVER_BEFORE = Pattern(
    r"(?:\b(?:former|formerly|ex|one-time|erstwhile|previously|then|outgoing|until (?:now|then|recently|lately)|so far|"
    r"for (?:many |several |some )?years|used to (?:be|work as)|had (?:\w+ )?(?:been|served as|worked as)|"
    r"until (?:[\w-]+ ){1,4}?(?:was|were|had been)|who (?:was|had been|used to be)|(?:was|were) (?:once|previously|"
    r"formerly|earlier)|"
    r"retired|remov(?:es|ed|ing)|oust(?:s|ed|ing)|fir(?:es|ed|ing)|dismiss(?:es|ed|ing)|sack(?:s|ed|ing)|"
    r"dump(?:s|ed|ing)|(?:replac|succeed)(?:es|s|ed|ing)|successor (?:to|of|for)|"
    r"(?:resignation|departure|exit|retirement|dismissal|ouster|removal|sacking|firing|death) of)\b[\s,-]{0,3}|前)"
    r"(?:(?:an?|the|its|their|as|there) ){0,2}(?:(?!and\b)[\w-]+ )?$",
    re.I,
)
"""What stands before a post that is over, or before the house and the post: "a former Acme engineer"."""
_OUT_AS = Pattern(
    r"\b(?:remov(?:es|ed|ing)|oust(?:s|ed|ing)|fir(?:es|ed|ing)|dismiss(?:es|ed|ing)|sack(?:s|ed|ing)|replac(?:es|ed|"
    r"ing)|"
    r"is out|was out|step(?:s|ped|ping)? (?:down|aside)|resign(?:s|ed|ing)?|retir(?:es|ed|ing)|quits?)\b"
    r"[^.;,]{0,50}? as (?:(?:an?|the|its|their|interim|acting) ){0,2}$",
    re.I,
)
"""What stands before a post from which somebody goes, or is taken: "removed Jo Roe as chief executive"."""
_OVER_AFTER = Pattern(
    r"^[^.;]{0,50}?\buntil (?:now|then|recently|lately|last|(?:his|her|their) (?:exit|departure))\b", re.I
)
_GOES = (
    r"(?:(?:left|quits?|leav(?:es|ing)|gives? up|gave up) (?:the )?(?:helm|top|head|lead|guide|post|job|board|"
    r"management|"
    r"leadership) (?:of|at)|left|quits?|leav(?:es|ing)|depart(?:s|ed)(?: from)?|resign(?:s|ed) from|walk(?:s|"
    r"ed) (?:out of|away from)|"
    r"part(?:s|ed) (?:ways|company) with|exit(?:s|ed)|(?:ousted|dismissed|sacked|fired) (?:from|by)|"
    r"no longer (?:at|with|works? (?:at|for)))"
)
_GOING = r"(?:departure|resignation|exit|retirement|decision to (?:leave|resign|step down|retire))"
_THE_HOUSE = rf"(?:{_HOUSE}|the (?:[\w-]+ ){{0,2}}?(?:company|firm|group|start-?up|maker|lab|carmaker|automaker)\b)"
"""The house by its name or as it is called: "the AI firm"."""
_QUITS = (
    rf"(?:(?:announced|confirmed|revealed|disclosed|tendered|submitted) (?:his|her|their) (?:own )?{_GOING}|"
    rf"(?:is|are|was|has been) (?:now )?(?:parting (?:ways|company) with|leaving|departing(?: from)?) {_THE_HOUSE}|"
    rf"(?:has|have|had) (?:now )?(?:parted (?:ways|company) with|left|departed(?: from)?|exited|quit) {_THE_HOUSE}|"
    rf"(?:has|have|had) (?:already )?(?:left|departed) in (?:\w+ )?\d{{4}}(?! to [^.;]{{0,40}}{_HOUSE})|"
    r"(?:stepped (?:down|aside)|resigned)(?! (?:from|at|as|to)\b)|(?:exit|leave|quit)s (?:the )?(?:company|firm)|"
    r"saw (?:its|the) [^.;]{3,90}, (?:exit|leave|quit|depart|resign|retire)|"
    rf"(?:is|are|was|were|be)(?: now)? leaving(?= (?:for|to join) (?!{_HOUSE}))|"
    rf"(?:he|she)['’]s leaving(?= (?:for|to join) (?!{_HOUSE}))|"
    r"took (?:office|over|the post|the job) [^.;]{0,30}?\band (?:left|quit|resigned|stepped down)|"
    r"(?:(?:has|have|had) )?(?:decided|announced) to (?:leave|resign|step down|quit)"
    r")"
)
"""That somebody goes away from whatever house it is that was spoken of."""
_GONE = (
    rf"(?:walked out|stepped (?:down|aside)|resigned(?! from (?!{_HOUSE}))|quit|"
    r"(?:has|had) (?:\w+ )?(?:left|departed)(?! (?:the )?\w)|"
    r"was (?:fired|ousted|dismissed))"
)
GOES = Pattern(
    rf"\b(?:{_GONE}|(?:leav(?:es|ing)|left|quits?) (?:as|the (?:company|firm|group|start-?up))|"
    r"step(?:s|ping) (?:down|aside)|"
    r"hand(?:s|ed|ing)? over (?:to|the)|resign(?:s|ing)|retir(?:es|ed|ing)|part(?:s|ed) (?:ways|company)|no longer|"
    r"ousted|dismissed|sacked|(?:not|n't) stand(?:ing)? for re-?election)\b",
    re.I,
)
"""That somebody goes away, from wherever it is."""
_MOVED = r"(?:moved|came|went|joined|joins|arrived|hired|poached|lured|switched|defected|recruited|returned)"
_LEAVES = Pattern(
    rf"\b(?P<goes>{_GOES}) (?:the )?{_HOUSE}|{_HOUSE}[^.;{_HOUSE}]{{0,90}}?\b(?P<gone>{_GONE})\b|"
    rf"\b(?P<quits>{_QUITS})(?!\w)(?! an? )|\b(?P<moved>{_MOVED})\b[^.;{_HOUSE}]{{0,70}}?\bfrom (?:the )?{_HOUSE}|"
    rf"\b(?:previously|formerly|until recently) (?:of|at|with) (?:the )?{_HOUSE}|"
    rf"\b(?:had|previously|formerly|once|earlier|used to) (?:\w+ ){{0,2}}?(?:work(?:ed)?|been|served|be)\b"
    rf"(?: \w+){{0,3}}? (?:at|for|with|in) (?:the )?{_HOUSE}|"
    rf"\b(?:spent|after) (?:\w+ ){{0,4}}?(?:years?|months?|decades?|stints?|tenures?) (?:\w+ ){{0,2}}?(?:at|with|"
    rf"in) {_HOUSE}|"
    rf"\bduring (?:his|her|their) (?:[\w-]+ ){{0,4}}?(?:time|tenure|stint|years) (?:at|with|in) (?:the )?{_HOUSE}|"
    rf"\bexperience (?:at|across|from) (?:the )?(?:[\w-]+ ){{0,5}}?{_HOUSE}|"
    rf"\bworked (?:at|for) (?:the )?{_HOUSE}[^.;{_HOUSE}]{{0,40}}?\bbefore\b|"
    rf"\b(?:began|started) (?:his|her|their) career (?:at|with|in) {_HOUSE}",
    re.I,
)
"""A sentence in which somebody goes away from a house, or had been there."""
_CAME = r"(?:joins?|joined|was (?:appointed|named|hired)|became|becomes|moved|moves|took up|start(?:s|ed) (?:as|on))"
_TAKEN = (
    r"(?:hir(?:es|ed)|appoint(?:s|ed)|nam(?:es|ed)|poach(?:es|ed)|recruit(?:s|ed)|lur(?:es|ed)|"
    r"(?:arrival|appointment|hiring) of)"
)
_COMES_AFTER = Pattern(rf"[^.;]{{0,60}}?\b{_CAME}\b")
_TAKEN_BEFORE = Pattern(rf"\b{_TAKEN}\b (?!its\b|their\b)[^.;]{{0,60}}$")
_WENT = Pattern(rf"(?:['’]s)? (?!and\b)(?:\w+ ){{0,3}}?(?:{GOES.pattern}|(?i:departure|exit|resignation))")
"""What stands behind the name of somebody who went."""
_ITS_HOUSE = Pattern(rf"{_HOUSE}(?:['’]s?)? ?$")
_AS_NEW = Pattern(r"\bnew $", re.I)
_SOLE = frozenset({"ceo", "cto", "cfo", "coo", "chair"})
"""Posts that one holds after another, unless they share them."""
_SHARED = Pattern(r"\bco-?(?!founder)", re.I)
_SOON = timedelta(days=180)
"""Within which two who are told to hold a post may do so both: an article may have it wrong."""
_ON_BOARDS = Pattern(r"^ [^,.;]{3,50}? (?:on|in) (?:both|them|it|the (?:\w+ )?(?:boards?|committees?|panels?))\b")
"""Behind the title of whom somebody replaces on a board alone: the title is still held."""
_LONG_HELD = Pattern(r"\b(?:long-?time|long-serving)\b", re.I)
_FORMER_OF = Pattern(rf"\b(?:former|ex|one-time|erstwhile)[\s-]{{1,2}}(?:[\w-]+ )?{_HOUSE}", re.I)
_HANDS_OVER = Pattern(
    r"\b(?P<hands>hand(?:s|ed|ing)? (?:over|the (?:\w+ )?(?:job|post|role|reins|baton)(?: over)?) to|"
    r"is (?:succeeded|replaced) by)\b",
    re.I,
)
_FOR_A_TIME = Pattern(
    r"\b(?:interim|acting (?=c[a-z]o\b|chief|head|chair|president|boss|director|manag)|"
    r"caretaker|fill(?:s|ing|ed) in|st(?:ands?|anding|ood) in|for the time being|temporarily|"
    r"provisional(?:ly)?)\b",
    re.I,
)
_DENIES = Pattern(
    r"\bnot true\b|\buntrue\b|\bno truth\b|\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|"
    r"refut(?:es|ed)|laugh(?:s|ed) off|wav(?:es|ed) (?:off|away))\b (?:(?:that|the|any|talk|talks|reports?|rumou?rs?|"
    r"speculation|claims?|being|having|he|she|they|of|about) ){0,4}(?:is |was |are |were |had |has |been |being |"
    r"having |"
    r"his |her |their |a )*(?:leav|left|quit|quitting|resign|depart|exit|fired|ousted|sacked|dismissed|going|gone|"
    r"stepping|retir|pushed|in talks)|\b(?:is|are|was|am|'m|’m)(?:n't|n’t| not) (?:\w+ )?(?:leaving|quitting|"
    r"going anywhere|"
    r"stepping down|resigning|retiring|departing)\b|\bnot going anywhere\b|\b(?:canteen |idle )?gossip\b",
    re.I,
)
"""That it is denied of somebody that they go."""
_SOMEBODY_ELSE = Pattern(r"[A-Z][\w’'.-]+ [A-Z][\w’'-]+")
_FROM_A_HOUSE = Pattern(r"\b(?:from|of|at) (?:[A-Z][\w’'-]*(?: (?=[A-Z])|\b)){1,4}")
"""From where somebody came: no other person."""
_ONE_OF_A_KIND = frozenset({"ceo", "chair", "president"})
_FARTHEST = 120
"""Letters between somebody's name and the word that says that they went."""


def left_on(told: StoredEvent) -> date:
    """The last day of a post; the first day that there is where none is told."""
    end = told.event.best("end")
    return end.end if isinstance(end, When) else date.min


def is_over(told: StoredEvent) -> bool:
    """Whether a post is over: it has an end, or the article that told of it last says so."""
    title = told.event.best("title")
    if ends(told) or (isinstance(title, str) and FORMER.search(title)):
        return True
    return told.kind == "role" and any(_says_over(told, one) for one in _latest(told))


def ends(told: StoredEvent) -> bool:
    """Whether a post has an end; one that lies before its start was misread."""
    start, end = told.event.best("start"), told.event.best("end")
    return end is not None and not (isinstance(start, When) and isinstance(end, When) and end.end < start.start)


def has_gone(told: StoredEvent, others: Iterable[StoredEvent]) -> bool:
    """Whether a later article says of whoever holds a post that they went, where it tells of another post.

    So is whoever held it for long, where somebody else holds it, and whoever another came after.
    """
    others = list(others)
    if any(came_after(one, told) for one in others):
        return True
    if all(_LONG_HELD.search(statement.quote) for statement in told.statements):
        person, title = told.event.best("person"), posts(str(told.event.best("title")))
        rivals = (one for one in others if one.event.best("person") != person and not is_over(one))
        return any(title & _ONE_OF_A_KIND & posts(str(one.event.best("title"))) for one in rivals)
    person = told.name(str(told.event.best("person"))).split(" ")[-1]
    later = (s.quote for one in others for s in one.statements if s.citation.published > told.said_last)
    return any(_WENT.match(quote, at + len(person)) for quote in later for at in beginnings(quote, person))


def came_after(later: StoredEvent, told: StoredEvent) -> bool:
    """Whether somebody else came to a post that one holds alone, or is told to hold it long after one was."""
    title, other = str(told.event.best("title")), str(later.event.best("title"))
    if later.event.best("person") == told.event.best("person") or not posts(title) & posts(other) & _SOLE:
        return False
    if _SHARED.search(title) or _SHARED.search(other) or any(map(_is_new, told.statements)):
        return False
    came = [s for s in later.statements if not _says_over(later, s)]
    if any(_is_new(s) and s.citation.published >= told.said_last for s in came):
        return True
    last, days = _day(told.said_last), [day for s in came if (day := _day(s.citation.published))]
    return last is not None and bool(days) and max(days) > last + _SOON


def _is_new(one: StoredStatement) -> bool:
    """Whether a sentence says of whoever holds a post that they came to it."""
    title = str(one.slots.get("title") or "").casefold()
    at = one.quote.casefold().find(title) if title else -1
    return comes(one) or (at >= 0 and bool(_AS_NEW.search(one.quote[:at])))


def _day(published: str) -> date | None:
    """The last day that a date of publication may mean; None where none is known."""
    return date.fromisoformat(f"{published}-12-28"[:10]) if published else None


def is_for_a_time(told: StoredEvent) -> bool:
    """Whether somebody only stands in."""
    return any(_FOR_A_TIME.search(one.quote) for one in _latest(told))


def comes(one: StoredStatement) -> bool:
    """Whether a sentence says of whoever holds a post that they came to it, and do not only move up."""
    person = str(one.slots.get("person") or "").split(" ")[-1]
    return bool(person) and any(
        _COMES_AFTER.match(one.quote, at + len(person)) or _TAKEN_BEFORE.search(one.quote[:at])
        for at in beginnings(one.quote, person)
        if is_whole(one.quote, at + len(person))
    )


def leaves(text: str, house: re.Pattern[str]) -> bool:
    """Whether somebody goes away from a house in a sentence, or is called a former one of it."""
    hidden = house.sub(_HOUSE, text)
    return bool(_LEAVES.search(hidden) or _FORMER_OF.search(hidden))


def denies_going(text: str) -> bool:
    """Whether a sentence denies that somebody goes, or went."""
    return bool(_DENIES.search(text))


def _latest(told: StoredEvent) -> Iterator[StoredStatement]:
    """What the article that came out last tells of it."""
    last = max((one.citation.published for one in told.statements), default="")
    return (one for one in told.statements if one.citation.published == last)


def _says_over(told: StoredEvent, one: StoredStatement) -> bool:
    if denies_going(one.quote):
        return False
    text, title, house = one.quote, one.slots.get("title"), one.slots.get("organization")
    if isinstance(house, str) and house:
        text = replaced(text, house, _HOUSE)
    if isinstance(title, str) and title and (at := text.casefold().find(title.casefold())) >= 0:
        before = _ITS_HOUSE.sub("", text[:at])
        if _ON_BOARDS.search(text[at + len(title) :]):
            return False
        if _is_put_out(one, text[:at]) or _OVER_BEFORE.search(before) or _OVER_AFTER.search(text[at + len(title) :]):
            return True
    gone = (*_LEAVES.finditer(text), *_HANDS_OVER.finditer(text))
    return any(_is_of(told, one, text[: met.start(met.lastgroup or 0)]) for met in gone)


def _is_put_out(one: StoredStatement, before: str) -> bool:
    """Whether whoever holds a post goes from it: "Roe is out as CTO", and not "replaced Roe as CTO" of who came."""
    met = _OUT_AS.search(before)
    person = str(one.slots.get("person") or "").split(" ")[-1]
    if met is None or not person:
        return False
    taken = person in met[0]
    goes = not re.match(r"remov|oust|fir|dismiss|sack|replac", met[0], re.I) or re.search(
        r"\b(?:was|is|been|were|be) $", before[: met.start()]
    )
    return taken or (bool(goes) and person in before[max(0, met.start() - _FARTHEST) : met.start()])


def _is_of(told: StoredEvent, one: StoredStatement, before: str) -> bool:
    """Whether whoever goes away is the one who holds the post: nobody else is named in between."""
    person = str(one.slots.get("person") or "").split(" ")[-1]
    _, named, between = before.rpartition(person) if person else ("", "", before)
    between = _FROM_A_HOUSE.sub(" ", between if named else before)
    return len(between) <= _FARTHEST and not _SOMEBODY_ELSE.search(between)
