"""Who went from one house to another: the sentences that say it of somebody, in articles that speak of both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse, is_furniture
from bot.answers.sentences.signs import HE_OR_HIS
from bot.answers.tenure import GOES, denies_going, leaves
from bot.answers.titles import POST
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_NAME = "\0"
_MOVES = (
    r"(?:com(?:e|es|ing)|came|go(?:es|ne|ing)?|went|mov(?:e|es|ed|ing)|join(?:s|ed|ing)?|switch(?:es|ed)?|"
    r"defect(?:s|ed)?|"
    r"jump(?:s|ed)?|cross(?:es|ed) over|transfer\w*|arriv\w+|turn(?:s|ed) up|end(?:s|ed)? up|land(?:s|ed)?|"
    r"leav(?:e|es|ing)|left)"
)
_TAKES = (
    r"(?:hir(?:e|es|ed|ing)|poach\w*|lur(?:e|es|ed|ing)|recruit\w*|snatch\w*|snag\w*|nab\w*|tak(?:e|es|en)|took|"
    r"pinch\w*|"
    r"stole|steals?|get|gets|got|bring|brought|sign(?:s|ed)?|pull(?:s|ed)?|win|wins|won|land(?:s|ed)?)"
)
_LOSES = r"(?:los(?:e|es|t|ing)|ced(?:e|es|ed))"
_FORMER = r"(?:ex-? ?|former(?:ly)? (?:of |at |with )?|one-time |erstwhile |once (?:of|at) )"
_LOST_TO = Pattern(rf"\b{_LOSES}\b.*?<(?P<to>\d+)>")
_FROM = (
    Pattern(r"\bfrom (?:the )?<(?P<from>\d+)>"),
    Pattern(rf"\b{_FORMER}(?:the )?<(?P<from>\d+)>"),
    Pattern(
        r"<(?P<from>\d+)>(?:'s)? (?:[\w-]+ ){0,2}?(?:veterans?|alumn\w+|alums?|refugees|people|men|women|folks?|"
        r"engineers?|staff|staffers|employees|defectors)"
    ),
    Pattern(
        r"\b(?:left|leav\w+|quit|worked (?:at|for|with)|was (?:at|with)|previously (?:at|with)|used to (?:be at|"
        r"work (?:at|for))) (?:the )?<(?P<from>\d+)>"
    ),
)
_ASKS_MOVE = Pattern(
    rf"\b(?:{_MOVES}|{_TAKES}|{_LOSES}|work(?:s|ed|ing)?|employ\w*|run|runs|lead|leads|head|heads|is|are|was|"
    rf"were|has|have)\b|\b{_FORMER}"
)
_CAME_FROM = Pattern(
    rf"\b(?:from|former(?:ly)?(?: (?:of|at|with))?|ex-?|left|leaving|leaves|quit|quits|previously (?:at|of|with)|"
    rf"veterans? of|"
    rf"alum\w* of|departed|departs?|exits?|through|via|by way of) (?:[\w’'&-]+ ){{0,3}}?{_NAME}|"
    rf"\b(?:was|were|been|worked|working|ran|led|headed|managed|oversaw|built|directed|spent|years?|months?|"
    rf"stints?|time|job|career|position|{POST})\b[^.;{_NAME}]{{0,60}}?"
    rf"\b(?:at|of|for|in|with|by) (?:the )?{_NAME}|"
    rf"\bex-{_NAME}|{_NAME}(?:'s|’s)? (?:former|ex|one-time|then|outgoing|departing|veterans?|alum\w*|"
    rf"[\w-]+ (?:veteran|alum))|"
    rf"{_NAME}(?:'s|’s)? (?:[\w-]+ ){{0,4}}?(?:until|till|has left|left|joins|joined|quits|leaves)|离开|前{_NAME}",
    re.I,
)
"""A sentence in which somebody comes from what is named."""
_COMES_TO = Pattern(
    rf"\b(?:joins?|joined|(?:moved?|moves|went|goes|has gone|came|comes|switched) (?:over )?to|hired by|poached by|"
    rf"taken on by|"
    rf"lured to) (?:the )?{_NAME}|^\W*{_NAME}: [A-Z][^.;]{{0,60}}(?:, from\b|\bfrom\b| as\b| to lead\b)|"
    rf"{_NAME} (?:has |have |had |said (?:\w+ )?it (?:had |has )?)?(?:hire[sd]|hired|appoint(?:s|ed)|name[sd]|"
    rf"tap(?:s|ped)|"
    rf"recruit(?:s|ed)|poach(?:es|ed)|lure[sd]|rope[sd] in|brings? in|brought in|elect(?:s|ed))\b",
    re.I,
)
"""A sentence in which somebody comes to what is named."""
_SOMEBODY = Pattern(r"(?<=[\w,;:\"“(*] )[A-Z][\w’'-]+ [A-Z][\w’'-]+")
_WITHIN = 4
_OFTEN = 3
_SHORT = 2
_ARTICLES = 6
_NAMING = 40
_MOST = 3


@dataclass(frozen=True, slots=True)
class Move:
    """From where somebody is asked for who went, and to where."""

    origin: Ids
    goal: Ids


def asked_move(clause: Clause) -> Move | None:
    """The move that a clause asks about; None where it asks about none between two that it names."""
    if clause.wants not in ("who", "thing", "yes", "count") or len(clause.groups()) != 2:
        return None
    if not _ASKS_MOVE.search(clause.shape):
        return None
    start: int | None = None
    lost = _LOST_TO.search(clause.shape)
    if lost is not None:
        start = next((i for i in clause.asked_about if i != int(lost["to"])), None)
    for pattern in _FROM if start is None else ():
        met = pattern.search(clause.shape)
        if met is not None:
            start = int(met["from"])
            break
    if start is None or start not in clause.asked_about:
        return None
    origin = clause.names[start].ids
    goal = next((ids for ids in clause.groups() if not ids & origin), None)
    return Move(origin, goal) if goal is not None else None


def moved(desk: Desk, clause: Clause) -> list[Passage]:
    """The sentences that say of somebody that they came from the one house, where the other is spoken of."""
    move = asked_move(clause)
    discourse = desk.sentences.discourse
    if move is None or not all(_is_house(discourse, ids) for ids in (move.origin, move.goal)):
        return []
    naming = desk.facts.search(discourse.all_names(move.origin), _NAMING)
    rows: list[tuple[int, int, Passage]] = []
    origin = _written(discourse, move.origin)
    for article in list(dict.fromkeys(p.article for p in naming if origin.search(p.text)))[:_ARTICLES]:
        sentences = discourse.article(article)
        goals = [p.ordinal for p in sentences if discourse.names_one(p, move.goal)]
        for passage in sentences if goals else ():
            if passage.ordinal == 0 or is_furniture(passage.text) or not origin.search(passage.text):
                continue
            far = min(abs(passage.ordinal - at) for at in goals)
            if (far > _WITHIN and len(goals) < _OFTEN) or not _comes_from(discourse, passage, move):
                continue
            rows.append((far, len(rows), passage))
    rows.sort(key=lambda row: row[:2])
    return [row[2] for row in rows if row[0] <= rows[0][0] + 1][:_MOST]


def gone_from(desk: Desk, house: Ids) -> list[Passage]:
    """The sentences that say of somebody that they left a house, or were there before."""
    discourse = desk.sentences.discourse
    written = _written(discourse, house)
    found = [
        passage
        for passage in desk.facts.search(discourse.all_names(house), _NAMING)
        if passage.ordinal > 0
        and not is_furniture(passage.text)
        and any(discourse.has_person(mention.ids) for mention in discourse.named(passage))
        and leaves(passage.text, written)
    ]
    return found[:_MOST]


def came_to(desk: Desk, house: Ids) -> list[Passage]:
    """The sentences that say of somebody that they come to a house."""
    discourse = desk.sentences.discourse
    written = _written(discourse, house)
    found = []
    for passage in desk.facts.search(discourse.all_names(house), _NAMING):
        named = any(discourse.has_person(mention.ids) for mention in discourse.named(passage))
        if passage.ordinal > 0 and named and not is_furniture(passage.text):
            hidden = written.sub(_NAME, passage.text)
            if _COMES_TO.search(hidden) and not denies_going(passage.text):
                found.append(passage)
    return found[:_MOST]


def gone_away(desk: Desk, person: Ids) -> list[Passage]:
    """The sentences that say of somebody that they went."""
    discourse = desk.sentences.discourse
    found = desk.facts.search(discourse.all_names(person), _NAMING)
    return [p for p in found if p.ordinal > 0 and discourse.names_one(p, person) and GOES.search(p.text)][:_MOST]


def _comes_from(discourse: Discourse, passage: Passage, move: Move) -> bool:
    """Whether a sentence tells of somebody who comes from there."""
    text, people = passage.text, False
    for mention in reversed(discourse.named(passage)):
        people = people or discourse.has_person(mention.ids)
        if mention.ids & move.origin:
            text = f"{text[: mention.start]}{_NAME}{text[mention.end :]}"
    text = _written(discourse, move.origin).sub(_NAME, text)
    somebody = people or bool(HE_OR_HIS.search(text) or _SOMEBODY.search(text))
    return somebody and bool(_CAME_FROM.search(text))


def _written(discourse: Discourse, ids: Ids) -> re.Pattern[str]:
    """How the names of a house are written, within longer ones too: "Acme" in Acme Technology."""
    known = discourse.facts.entities_of(sorted(ids))
    names = {name for one in known for name in (one.name, *one.aliases) if len(name) > _SHORT}
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)(?: (?:Technology|Technologies|Robotics|Group|Inc|AI|Labs?))?")


def _is_house(discourse: Discourse, ids: Ids) -> bool:
    return all(discourse.kind(one) != "person" for one in ids)
