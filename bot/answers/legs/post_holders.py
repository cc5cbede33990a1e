"""Whoever holds a post of which only sentences tell: "Acme's former finance chief", where no fact names one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.asked.question import Clause, reread
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.intents.people import asked_post
from bot.answers.query import WRITTEN, Ids, Part, Query
from bot.answers.sentences.misread import told_of_another
from bot.answers.sentences.particulars import is_particular
from bot.answers.sentences.people.aspects import aspects_of
from bot.answers.sentences.signs import HE_OR_SHE, NAME_IN_FULL
from bot.answers.sentences.tellings import ENOUGH_TOLD, Sought
from bot.answers.tenure import is_over
from bot.answers.titles import POST, fits
from bot.grammar.patterns import Pattern
from bot.store.read import Passage, StoredEvent

_WHICH = (
    r"(?:(?:then|new|current|former|ex|old|outgoing|incoming|coming|future|next|departing|interim|acting|"
    r"previous|sacked)[ -]){0,3}"
)
_POST_OF = (
    Pattern(rf"<(?P<org>\d+)>(?:'s?)? {_WHICH}(?P<post>(?:[\w-]+ )?{POST})\b"),
    Pattern(rf"\b(?:the )?{_WHICH}(?P<post>(?:[\w-]+ )?{POST}) (?:of|at|for) (?:the )?<(?P<org>\d+)>"),
)
_POST = Pattern(POST, re.I)
_TAKES_OVER = Pattern(
    rf"\b(?:takes?|took|taking|taken) over(?: at| the)?\b|\bnew (?:{POST}|boss|man|woman)\b|\bnext (?:{POST}|"
    rf"boss)\b|\bsuccessor\b|"
    r"\bsucceed\w*|\breplac\w+|\bat the top\b|\bat the helm\b"
)
TAKES_POST = Pattern(
    r"\b(?:takes? over|took over|taking over|will take over|fill(?:s|ing)? in|"
    r"succeed(?:s|ed)?|replac(?:es|ed)|steps? in|interim|acting|"
    r"for the time being|successor|predecessor|overseen by|"
    r"hand(?:s|ed|ing) over|(?:place|post|job|seat|role) (?:was|is|has been|will be) (?:taken|"
    r"filled)|(?:place|post|job|seat|role|office|reins) (?:now )?(?:goes|went|passes|passed|falls|fell) to|"
    r"minding (?:the shop|the store|things)|will (?:succeed|replace|follow|step in)|is to (?:succeed|replace|follow|"
    r"take)|"
    rf"(?:the|its) new {POST} (?:is|will be)|becomes (?:the )?(?:new )?{POST}|is (?:the )?new {POST})\b",
    re.I,
)
_FOR_NOW = Pattern(
    r"\b(?:interim|acting|for the time being|fill(?:s|ing)? in|steps? in|stepping in|minding|until|overseen)\b", re.I
)
_THEIR_POST = Pattern(r"^\W*(?:His|Her|Their|The) (?:old |former )?(?:post|job|place|seat|role|office|successor)\b")
_SUCCEEDS = Pattern(r"^\W*(?:He|She) (?:will |is to |now )?(?:succeed|replac|follow)\w*")
"""Whoever was spoken of comes after somebody else."""
_OF_THE_PAST = Pattern(r"\b(?:former|ex|was|were|used to|previous|before|left|stepped down|resigned|until)\b")
_CHANGES = Pattern(
    r"\b(?:new|next|another) (?:[\w-]+ )?(?:chief|ceo|boss|head|president|leader|management|managing director|"
    r"chairman|chairwoman)\b|"
    r"\bchange (?:at|of) (?:the )?(?:top|helm|guard|leadership)\b|\b(?:swaps?|swapped|replac\w+|chang\w+|lost|"
    r"loses|parted ways with) (?:its |the )?"
    r"(?:chief|ceo|boss|head)\b",
    re.I,
)
_COMES = Pattern(
    r"\b(?:moves?|moved|becomes?|became|takes? (?:over|the)|took over|taking over|joins?|joined|appointed|named|"
    r"names|succeeds?|succeeded|follows?|"
    r"will (?:run|lead|head|take)|comes? from|came from|promoted|hired|steps? up)\b",
    re.I,
)
_LEADS_IT = Pattern(
    r"\b(?:(?:has |have |'s |’s )?(?:run|runs|ran|running|chairs?|chaired|heads?|headed|leads?|led|manages?|"
    r"managed|owns and runs)|(?:chief executive|ceo|"
    r"boss|chair(?:man|woman)?|president|head|managing director) of) (?:the|this) (?:\w+ )?(?:place|company|firm|"
    r"business|group|start-?up|outfit|maker|"
    r"house|works|venture|show)\b",
    re.I,
)
_FURTHER, _AT_THE_START = 6, 20
_NAMING, _BACK = 30, 8
_NEAR = 90
"""Letters from a post to the name of whoever holds it."""
_MOST_TRIED = 3
_RIGHT_AFTER, _AFTER = 3, 6
"""Sentences from one on that somebody went, within which the next may tell who comes; those that name them again."""


def of_holder(desk: Desk, reading: Clause) -> list[Passage]:
    """What is asked of whoever holds a post: the sentence that says who does, with those that tell the rest."""
    if not (aspects_of(reading.shape) or is_particular(reading.shape)):
        return []
    met = next((met for pattern in _POST_OF if (met := pattern.search(reading.shape))), None)
    if met is None or int(met["org"]) not in reading.asked_about:
        return []
    organization, post = reading.names[int(met["org"])].ids, met["post"]
    if desk.sentences.discourse.has_person(organization):
        return []
    for passage in _told(desk, reading, organization, post):
        person = _before(desk, passage) or _nearest(desk, passage, post)
        if not person:
            continue
        told = desk.lives.best(reading, person, alone=True)
        if told:
            return list(dict.fromkeys((passage, *told)))
    return []


def _told(desk: Desk, reading: Clause, organization: Ids, post: str) -> list[Passage]:
    """The sentences that say who holds a post somewhere."""
    query = Query(("role",), (Part(("organization",), organization),), (organization,), ("person",), post=post)
    founded = Query(("founding",), (Part(("organization",), organization),), (organization,), ("founders",))
    name = next(mention for mention in reading.names if mention.ids == organization)
    asked = reread(replace(reading, shape=f"who is the {post} of <0>", wants="who", left_out=frozenset()), (name,))
    sought = [Sought(query), *([Sought(founded)] if "founder" in post else [])]
    found = desk.tellings.best(asked, sought, ENOUGH_TOLD, _MOST_TRIED)
    return [p for p in found if not told_of_another(desk.sentences.discourse, asked, p)]


def _before(desk: Desk, passage: Passage) -> Ids:
    """Whom a sentence means that begins with "he" or "she": whoever was named last before it."""
    discourse = desk.sentences.discourse
    first = min((m.start for m in discourse.named(passage) if discourse.has_person(m.ids)), default=len(passage.text))
    if not HE_OR_SHE.search(passage.text[:first]):
        return frozenset()
    for near in reversed(discourse.near(passage, _BACK)):
        people = [m.ids for m in discourse.named(near) if discourse.has_person(m.ids)]
        if people:
            return frozenset(sorted(people[0])[:1])
    return frozenset()


def of_newcomer(desk: Desk, reading: Clause) -> list[Passage]:
    """Who takes over at a house: "Acme gets a new chief", and the sentence after it that says who that is."""
    houses = [ids for ids in reading.groups() if not all(desk.facts.kind(one) == "person" for one in ids)]
    if reading.wants != "who" or len(houses) != 1 or not _TAKES_OVER.search(reading.shape):
        return []
    discourse = desk.sentences.discourse
    for passage in desk.facts.search(discourse.all_names(houses[0]), _NAMING):
        if not _CHANGES.search(passage.text) or not discourse.names_one(passage, houses[0]):
            continue
        near = [passage, *discourse.near(passage, 0, 2)]
        told = [p for p in near if _COMES.search(p.text) and (p is not passage or NAME_IN_FULL.search(p.text))]
        named = [p for p in told if p.ordinal and NAME_IN_FULL.search(p.text)]
        if named:
            return list(dict.fromkeys(p for p in (passage, named[0]) if p.ordinal)) or named[:1]
    return []


def of_successor(desk: Desk, reading: Clause, told: Sequence[StoredEvent]) -> list[Passage]:
    """Who comes after somebody whose post is over, where who holds it now is asked: the sentence next to theirs."""
    if not told or reading.left_out or not all(is_over(one) for one in told) or _OF_THE_PAST.search(reading.shape):
        return []
    return after_them(desk, told)


def with_successor(desk: Desk, one: Found | None) -> Found | None:
    """Posts that are over, told to who asks who holds them now, as the sentence that says who came after instead."""
    if one is None or one.rule != "holder" or one.card or not one.events:
        return one
    told = of_successor(desk, one.clause, one.events)
    return replace(one, events=(), passages=(told[0],)) if told and stays(told) else one


def stays(told: Sequence[Passage]) -> bool:
    """Whether those who come after somebody do so for good, as far as the sentences say."""
    return not any(_FOR_NOW.search(passage.text) for passage in told)


def after_them(desk: Desk, told: Sequence[StoredEvent]) -> list[Passage]:
    """The sentence beside those on posts that are over that says who comes after."""
    people = [name for one in told for name in one.name(str(one.event.best("person"))).split(" ")]
    gone = re.compile("|".join(map(re.escape, people)) or r"(?!)")
    for statement in (s for one in told for s in one.statements):
        for passage in desk.facts.search(statement.quote, 1):
            near = [passage, *desk.sentences.discourse.near(passage, 0, _AFTER)]
            near = [
                p for n, p in enumerate(near) if n < _RIGHT_AFTER or gone.search(p.text) or _THEIR_POST.match(p.text)
            ]
            found = [p for p in near if p.ordinal and TAKES_POST.search(p.text) and _names_other(p.text, gone)]
            found = [p for p in found if not _SUCCEEDS.search(p.text) or gone.search(p.text)]
            if found and statement.quote in passage.text:
                return found[:1]
    return []


def _names_other(text: str, gone: re.Pattern[str]) -> bool:
    """Whether a sentence names somebody whole besides those who went."""
    return any(not gone.search(met[0]) for met in NAME_IN_FULL.finditer(text))


def of_pointed(desk: Desk, reading: Clause) -> list[Passage]:
    """Who leads a house, where a sentence after its name says so: "Jo Roe, who has run the place …"."""
    houses = [ids for ids in reading.groups() if not all(desk.facts.kind(one) == "person" for one in ids)]
    post = asked_post(reading.shape) if reading.wants == "who" and len(houses) == 1 else ""
    if not post or len(reading.groups()) > 1:
        return []
    discourse = desk.sentences.discourse
    for passage in desk.facts.search(discourse.all_names(houses[0]), _NAMING):
        if passage.ordinal == 0 or not discourse.names_one(passage, houses[0]):
            continue
        for near in discourse.near(passage, 0, _FURTHER):
            named = discourse.named(near)
            if any(m.start < _AT_THE_START and discourse.kind(i) == "org" for m in named for i in m.ids - houses[0]):
                break
            led = _LEADS_IT.search(near.text)
            if led and NAME_IN_FULL.search(near.text) and (post == "lead" or fits(led[0], post)):
                return [passage, near]
    return []


def _nearest(desk: Desk, passage: Passage, post: str) -> Ids:
    """Whom a sentence names nearest to a post."""
    discourse, text = desk.sentences.discourse, passage.text
    places = [m.span() for m in _POST.finditer(text) if fits(m[0], post)]
    named = [(m.start, m.end, m.ids) for m in discourse.named(passage) if discourse.has_person(m.ids)]
    if not named:
        houses = [(m.start, m.end) for m in discourse.named(passage)]
        whole = [m for m in NAME_IN_FULL.finditer(text) if not any(a < m.end() and m.start() < b for a, b in houses)]
        named = [(m.start(), m.end(), frozenset((f"{WRITTEN}{m[0]}",))) for m in whole if not fits(m[0], post)]
    rows = [
        (min(abs(start - end), abs(begin - stop)), start, ids)
        for start, stop, ids in named
        for begin, end in places
        if min(abs(start - end), abs(begin - stop)) <= _NEAR
    ]
    return min(rows, key=lambda row: row[:2])[2] if rows else frozenset()
