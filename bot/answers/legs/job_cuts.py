"""Job cuts at a house: whether there were any, and how many went or what share of the staff."""

from __future__ import annotations

import re

from bot.answers.asked.question import Clause
from bot.answers.cards import Card
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.lines import passage_line
from bot.answers.proof.told_of_them import tells_of_them
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse, is_furniture
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_STAFF = r"(?:jobs?|staff|workforce|employees|workers|headcount|positions|people|roles|team members)"
_OFF = r"la(?:id|y|ys|ying)(?:[ -]\w+){0,3}?[ -]off"
_CUT = (
    rf"\b(?:{_OFF}|lay-?offs?|job (?:cuts?|losses)|redundanc(?:y|ies)|(?:let(?:s|ting)? go|cut(?:s|ting)?|"
    rf"shed(?:s|ding)?|eliminat\w+|slash\w*|ax(?:e[sd]?|ing)|dismiss\w*|fir(?:e[sd]?|ing)|sack\w*|reduc\w+|impact\w*|affect\w*)\b"
    rf"[^.;]{{0,50}}?\b{_STAFF})\b"
)
_CUTS = Pattern(_CUT, re.I)
_ASKED = Pattern(
    rf"{_CUT}|\b(?:how many|what (?:share|percentage|part|proportion) of) (?:\w+ ){{0,2}}{_STAFF}\b.*\b"
    r"(?:cut|lay|laid|let go|fired?|shed|axed?|sacked?|lost?)\b"
)
_OF_SIZE = Pattern(
    r"\bhow (?:many|much|big|large)\b|\bwhat (?:share|percentage|part|proportion)\b|\b(?:size|scale) of\b"
)
_NUMBER = (
    r"(?:(?<![\d.,])\d[\d.,]{0,15}(?: ?%| per ?cent)?|\b(?:half|third|quarter|fifth|tenth|most|dozens?|hundreds?|"
    r"thousands?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)\b)"
    r"(?![\w ]{0,12}\b(?:weeks|months|years|days)\b)"
)
_SIZE = Pattern(rf"{_NUMBER}[^.;]{{0,40}}?\b{_STAFF}\b|\b{_STAFF}\b by \d", re.I)
_THE_HOUSE = Pattern(
    r"\bthe (?:[\w’'-]+ ){0,3}?(?:company|firm|start-?up|group|[\w-]*-?maker|manufacturer|developer) (?:\w+ ){0,3}?$",
    re.I,
)
"""What stands before the cuts that a sentence tells of the house its article is about, whomever it names besides."""
_READ, _MOST = 60, 3


def job_cuts(desk: Desk, clause: Clause) -> Found | None:
    """The sentences on the job cuts of the one house that a clause names; None where it asks something else of them."""
    if not _asks(desk, clause):
        return None
    told = _told(desk, clause.groups()[0], sized=bool(_OF_SIZE.search(clause.shape)))
    name = desk.facts.name(clause.ids[0])
    return (
        Found(clause, (), tuple(told), rule="job cuts", card=Card(name, [*map(passage_line, told)], []))
        if told
        else None
    )


def leaves_cuts_open(desk: Desk, clause: Clause) -> bool:
    """Whether the job cuts of a house are asked for, and nothing tells of them: those of another are none."""
    return clause.wants != "yes" and _asks(desk, clause) and job_cuts(desk, clause) is None


def _asks(desk: Desk, clause: Clause) -> bool:
    """Whether a clause asks for the job cuts of the one house that it names, and not why or when."""
    houses = clause.groups()
    if len(houses) != 1 or clause.wants in ("why", "when", "where", "who", "money") or clause.narrow.given:
        return False
    if clause.unknown or clause.tellers or clause.lists or not _ASKED.search(clause.shape):
        return False
    return all(desk.facts.kind(one) == "org" for one in houses[0])


def _told(desk: Desk, house: Ids, sized: bool) -> list[Passage]:
    """The sentences that tell of cuts at a house, those first that tell how many went. `sized`: only such."""
    discourse = desk.sentences.discourse
    asked = f"{discourse.all_names(house)} layoffs laid off job cuts workforce staff"
    rows: dict[tuple[str, int], tuple[int, Passage]] = {}
    for passage in desk.facts.search(asked, _READ):
        if not _CUTS.search(passage.text) or is_furniture(passage.text):
            continue
        if not _is_theirs(discourse, passage, house):
            continue
        has_size = bool(_SIZE.search(passage.text))
        if has_size or not sized:
            rank = 2 * (not has_size) + (passage.ordinal == 0)
            rows.setdefault((passage.article, passage.ordinal), (rank, passage))
    best = sorted(rows.values(), key=lambda row: row[0])
    alike = {passage.text: passage for rank, passage in reversed(best) if rank <= best[0][0] + 1}
    return list(reversed(alike.values()))[:_MOST]


def _is_theirs(discourse: Discourse, passage: Passage, house: Ids) -> bool:
    """Whether a sentence tells of the cuts of a house: it names it, or nobody else in an article on it."""
    titled = any(discourse.names_one(p, house) for p in discourse.article(passage.article)[:1])
    own = titled or bool(house & discourse.main(passage.article))
    met = _CUTS.search(passage.text)
    if met is not None and _THE_HOUSE.search(passage.text[: met.start()]):
        return own
    others = [i for i in discourse.ids(passage) if discourse.kind(i) == "org"]
    named = discourse.names_one(passage, house)
    return tells_of_them(discourse, passage, house, _CUTS) if named else own and not others
