"""Lists of what happened where no kind of fact tells it: one sentence a company, each of which surely tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.answers.asked.question import Clause
from bot.answers.asked.words import stems
from bot.answers.cards import Card
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.intents.lists import described
from bot.answers.lines import passage_line
from bot.answers.peoples import countries_within, country_meant, part_meant
from bot.answers.query import WRITTEN, Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.happenings import Happening, asked_happening, size_of, tells
from bot.answers.sentences.markets.rankings import RANKED
from bot.answers.whereabouts import is_place
from bot.grammar.date_words import MONTHS
from bot.grammar.patterns import Pattern
from bot.model.answer import Line
from bot.names.folding import fold
from bot.store.query import bounds
from bot.store.read import Passage

_LARGEST = Pattern(r"\b(?:biggest|largest|most|highest|greatest)\b")
_SAYS_NOTHING = stems(
    "biggest largest most highest greatest new planned happened there still recent recently year any which who what "
    "company companies firm start-up startup maker list all tell know plan plans currently now see seen hear heard "
    "people got get do did gave try tried anyone anybody pls please robot robots robotics humanoid of one ones plant "
    "plants factory factories build building open opening in the us far deal merger hire hiring "
    "layoff layoffs laid lay laying off job jobs cut cuts cutting loss losses redundancy redundancies shed axed "
    "slashing fired firing sacked staff workers employees workforce recruit recruiting adding still "
    "bankrupt bankruptcy "
    "bankruptcies insolvency insolvencies insolvent receivership liquidation closure closures closed closing shut "
    "shutdown shutting down went go gone going under bust broke out business folded wound up ceased trading operations "
    "died failed collapsed fail failure spac spacs blank check cheque special purpose return returned returning sent "
    "send back gave give given removed remove threw thrown took taken withdrew withdrawn abandoned "
    "dropped rid scrapped "
    "ditched stopped using stop pulled pilot pilots trial trials test tests ended cancelled cancel shelved called "
    "fund funds vc venture rumour rumours rumor rumors report reports claim claims deny denied denies denial denials "
    "false true untrue wrong halted postponed hold under construction built start second future upcoming next more"
)
_READ, _MOST = 40, 12
_NAME = Pattern(
    r"(?<=[a-z’'-] )[A-ZÀ-Ž][\w’-]{2,30}(?= |$)|^[A-ZÀ-Ž][\w’-]{3,30}(?= (?:has|is|will|filed|shut|laid)\b)"
)
_YEAR = Pattern(r"\b(?:19|20)\d\d\b")
_MONTH = Pattern(rf"\b(?:in|on|since|by|of|until|early|late|last) ({'|'.join(MONTHS)})\b", re.I)
_NEAR, _HEAD = 25, 4
_TICKER = Pattern(r"[A-Z]{2,5}\d{0,2}|\d{4,6}")
_NOT = ("why", "when", "money", "percent", "yes")


@dataclass(frozen=True, slots=True)
class _Row:
    """A sentence that tells an event: how large it was, whose it is, and whether the sentence names them."""

    size: float
    whose: Ids
    named: bool
    passage: Passage


def happenings(desk: Desk, clause: Clause) -> Found | None:
    """What answers a clause that asks who cut jobs, builds a plant, failed …; None where it asks anything else."""
    shape = clause.shape
    asked = None if _is_of_somebody(clause) else asked_happening(shape)
    if asked is None:
        return None
    rows = list(_told(desk, clause, asked, _words(clause)))
    if _LARGEST.search(shape) and asked.figure is not None:
        rows.sort(key=lambda row: -row.size)
    if not rows:
        return None
    shown = rows[:_MOST]
    lines = [_line(desk, row) for row in shown]
    told = tuple(dict.fromkeys(one for row in shown for one in row.whose))
    return Found(clause, (), tuple(row.passage for row in shown), told, rule=RANKED, card=Card(asked.name, lines))


def _words(clause: Clause) -> tuple[str, ...]:
    """What a clause says besides of the company or of where it happened."""
    return described(clause, _SAYS_NOTHING)


def _is_of_somebody(clause: Clause) -> bool:
    """Whether a clause is on somebody who is named, or asks for something else than which ones."""
    if clause.pronoun or clause.unknown or clause.tellers or clause.lists or clause.wants in _NOT:
        return True
    return not all(map(is_place, clause.groups())) or clause.shape.startswith("how ")


def _told(desk: Desk, clause: Clause, asked: Happening, words: tuple[str, ...]) -> Iterator[_Row]:
    """Each event once, the newest first."""
    found = _telling(desk, asked)
    found.sort(key=lambda p: (p.citation.published, -p.ordinal), reverse=True)
    kept: dict[frozenset[str], _Row] = {}
    for passage in found:
        row = _row(desk, passage, asked)
        if row is None or not _in_period(clause, passage) or not _fits(desk, clause, asked, words, row):
            continue
        again = next((ids for ids, other in kept.items() if _is_again(desk, row, other)), None)
        if again is None:
            kept[row.whose] = row
        elif row.size > kept[again].size or (row.size == kept[again].size and not row.named < kept[again].named):
            kept[again] = replace(row, whose=kept[again].whose) if row.size or row.named else kept[again]
    yield from kept.values()


def _is_again(desk: Desk, row: _Row, other: _Row) -> bool:
    """Whether two sentences tell the same: of one company, or in one article in which one of them names none."""
    if row.whose & other.whose:
        return True
    return row.passage.article == other.passage.article and not (row.named and other.named)


def _row(desk: Desk, passage: Passage, asked: Happening) -> _Row | None:
    """A sentence with whose event it tells: the last company named before its words, else the one of the article."""
    met = asked.tells.search(passage.text)
    assert met is not None
    discourse = desk.sentences.discourse
    named = [m for m in discourse.named(passage) if _houses(desk, m.ids)]
    before = [m for m in named if m.start < met.start()]
    size = size_of(asked, passage.text)
    if named:
        return _Row(size, _houses(desk, (before or named)[-1 if before else 0].ids), True, passage)
    if name := _written(desk, passage, met.start()):
        return _Row(size, frozenset((f"{WRITTEN}{name}",)), True, passage)
    orgs = _of_article(desk, passage)
    return _Row(size, orgs, False, passage) if orgs else None


def _written(desk: Desk, passage: Passage, until: int) -> str:
    """The name right before the words of an event, be it of nobody whom a fact knows: "Cleaning firm Acme is bust"."""
    if any(desk.sentences.discourse.kind(i) == "person" for i in passage.entities):
        return ""
    names = [met for met in _NAME.finditer(passage.text[:until]) if desk.lookup.spotter.proper(met[0].casefold())]
    return names[-1][0] if names and until - names[-1].end() <= _NEAR else ""


def _houses(desk: Desk, ids: Ids) -> Ids:
    """The companies among some, but for what is only the sign of one on an exchange."""
    kind = desk.sentences.discourse.kind
    return frozenset(i for i in ids if kind(i) == "org" and not _TICKER.fullmatch(desk.facts.name(i)))


def _of_article(desk: Desk, passage: Passage) -> Ids:
    """The one company that an article is about: its title names no other."""
    discourse = desk.sentences.discourse
    main = _houses(desk, discourse.main(passage.article))
    titled = _houses(desk, frozenset().union(*(discourse.ids(p) for p in discourse.article(passage.article)[:1])))
    return main if len(main) == 1 and titled <= main else frozenset()


def happened_nowhere(desk: Desk, clause: Clause) -> bool:
    """Whether a clause asks for nothing but such events, and no sentence tells one: others only have its words."""
    if _is_of_somebody(clause) or (asked := asked_happening(clause.shape)) is None or _words(clause):
        return False
    if any(_in_period(clause, passage) for passage in _telling(desk, asked)) and not clause.groups():
        return False
    return happenings(desk, clause) is None


def _telling(desk: Desk, asked: Happening) -> list[Passage]:
    """The sentences that tell such an event, whosever it is."""
    every = (passage for some in asked.searched.split("|") for passage in desk.facts.search(some, _READ))
    once = {(p.article, p.ordinal): p for p in every}  # one is found by several searches
    return [p for p in once.values() if tells(asked, p.text) and not is_furniture(p.text)]


def _in_period(clause: Clause, passage: Passage) -> bool:
    """Whether an event is of the period that is asked for: by the year or month of its sentence, else its article."""
    when, published = clause.narrow.when, passage.citation.published
    if when is None:
        return True
    first, last = bounds(when)
    told = _then(passage.text, published)
    return bool(told) and first[: len(told)] <= told <= last[: max(len(told), 4)]


def _then(text: str, published: str) -> str:
    """The year or the month that a sentence names, a month as the last one before its article; else when that is of."""
    if len(published) < len("2020-01"):
        return published
    year, month = _YEAR.search(text), _MONTH.search(text)
    if month is None:
        return year[0] if year is not None else published
    number = MONTHS[month[1].casefold()]
    latest = int(published[:4]) - (number > int(published[5:7]))
    return f"{year[0] if year is not None else latest}-{number:02}"


def _fits(desk: Desk, clause: Clause, asked: Happening, words: tuple[str, ...], row: _Row) -> bool:
    """Whether an event is where it should be, of a company that is what the other words say."""
    where, ids, passage = desk.lookup.whereabouts, row.whose, row.passage
    if not asked.placed:
        told = passage.text
        if words:  # "from airports": its article may say what sort of place that is
            told = " ".join(
                (told, passage.citation.title, *(p.text for p in desk.sentences.discourse.near(passage, _HEAD)))
            )
        return where.fits(ids, words, clause.groups(), told)
    within = {fold(country_meant(w) or part_meant(w)) for w in words if country_meant(w) or part_meant(w)}
    names = within | {fold(desk.facts.name(i)) for group in clause.groups() for i in group}
    rest = tuple(word for word in words if not (country_meant(word) or part_meant(word)))
    lands = names.union(*(map(fold, countries_within(name)) for name in names))
    placed = not lands or any(_lies_there(place, passage.text) for place in where.lying_in(passage, lands))
    return placed and where.fits(ids, rest, (), passage.text)


def _lies_there(place: str, text: str) -> bool:
    """Whether a sentence puts something at a place, and not only somebody from there beside it."""
    name = re.escape(place)
    at = rf"\b(?:in|at|near|outside|for)\b[^.;]{{0,40}}?\b{name}\b"
    of = rf"\b{name}(?:['’]s)? (?:\w+ )?(?:plant|factory|line|assembly)"
    dated = rf"^{name}\b[^.]{{0,40}} ?[–—-]{{1,2}} ?"
    return bool(re.search(f"{at}|{of}", text) or re.search(dated, text, re.I))


def _line(desk: Desk, row: _Row) -> Line:
    """A sentence as it stands; one that names no company with the name of the one it goes on about."""
    line = passage_line(row.passage)
    return line if row.named else replace(line, text=f"{desk.facts.name(min(row.whose))}: {line.text}")
