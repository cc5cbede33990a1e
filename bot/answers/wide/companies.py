"""Which companies there are: of a place or a people, or those of whom the articles tell most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause
from bot.answers.asked.words import content, stem
from bot.answers.decline import KNOWN, decline
from bot.answers.desk import Desk
from bot.answers.peoples import country_meant, part_meant, people_of, says_where, written_part
from bot.answers.query import Ids
from bot.answers.whereabouts import is_place
from bot.answers.wide.at_home import told_there
from bot.grammar.patterns import Pattern
from bot.locales import forms
from bot.model.answer import Action, Answer, Citation, Line
from bot.model.entity import Entity
from bot.store.query import Playing
from bot.store.read import EventQuery

_NOUN = (
    r"(?:compan(?:y|ies)|start-?ups?|firms?|makers?|players?|vendors?|manufacturers?|developers?|builders?|businesses|"
    r"ventures|names|producers?)"
)
_COMPANIES = Pattern(rf"\b{_NOUN}\b")
_OF_THE_US = Pattern(rf"^(?:(?:list|show|all|any|which|what|the) )*(?:us|u\.s\.?|usa)(?= (?:\w+ )?{_NOUN}\b)")
_SORT = Pattern(
    r"\b(humanoid|robot)s?(?:ics?)? (?:makers?|manufacturers?|builders?|developers?)\b|"
    r"\b(?:makes?|builds?|develops?|making|building) (?:the )?(humanoid|robot)s?\b"
)
_YOUNG = Pattern(
    r"\b(?:start-?ups?|makers?|manufacturers?|developers?|builders?|producers?|vendors?)\b|\brobot|\bhumanoid"
)
"""Who only gives money, buys or counts is none of these."""
_ASKING = Pattern(
    rf"\b(?:{_NOUN[3:-1]}|which|what|who|whose|list|name|show|give|tell|all|any|every|some|the|of|me|us|you|your|are|is|"
    r"there|from|based|located|headquartered|home|in|out|at|know|known|have|cover|covered|do|here|please|pls|and|it|"
    r"robots?|robotics|robotic|humanoids?|embodied|ai|intelligence|artificial|tech|technology|field|space|industry|sector|"
    r"about|we|can|i|ask|hi|on|full|complete|main|other|else|makes?|making|builds?|building|develops?|developing|mentioned|"
    r"tracked|track|database|articles?|come|comes|coming|a|an|"
    r"physical|so|many|how)\b|[^\w\s]"
)
_MOST_OF_THEM = Pattern(r"\b(?:most|biggest|largest|best|fastest|cheapest|highest|fewest|least)\b(?! (?:known|active))")
"""One or a few of them by a figure are asked for, and no list."""
_WHO = Pattern(
    r"^(?:who|which ones?) (?:all )?(?:is|are) (?:there|in (?:here|there)|covered|known|from|based|in)\b|"
    r"^who (?:do|can) (?:you|we|i) (?:know|cover|have|ask)\b|"
    r"^(?:who|which) (?:makes?|builds?|develops?|is (?:making|building)) (?:robots?|humanoids?)\b"
)
_SORTED = Pattern(rf"\b(?:(?:humanoid|robot|robotics|robotic|embodied|ai|tech) ){{0,3}}{_NOUN}\b")
_TRADE = Pattern(
    r"^(?:(?:which|what|list|show|name|all|any|the|who are|are there|me|us|give|tell|know of|do you know) )*"
    r"(?P<trade>(?:(?!which|what|list|any|all|new|best|top|biggest|largest|other|more|most|first)[\w-]+ ){1,3}?)"
    r"(?:makers?|start-?ups?|manufacturers?|developers?|builders?|producers?)"
    r"(?:(?: are)? (?:there|in|from|of|based in)(?: the)?(?: <\d+>)?)?(?: list| do you (?:know|have))?[ ?.!]*$"
)
_NO_TRADE = frozenset(
    map(
        stem,
        [
            "robot",
            "robotics",
            "humanoid",
            "ai",
            "tech",
            "car",
            "chip",
            "phone",
            "market",
            "price",
            "deal",
            "decision",
            "money",
        ],
    )
)
_OF_OTHERS = Pattern(r"^(?:(?:and|or|but|so|ok|what|how|about|which|the|any|are|there|from|in|of|those|ones?|only) ?)*")
_THEM = Pattern(rf"\b(?:ones?|those|{_NOUN[3:-1]})\b|[^\w\s<>]")
_MOST, _MOST_READ = 15, 400
_ACTING = ("company", "target", "organization", "maker")
"""Parts that a company of the field plays; "organization" in posts, plans and foundings."""
_FEW_KINDS = 4


def same_elsewhere(desk: Desk, clause: Clause, last: Clause) -> Answer | None:
    """The companies of another people or place than the last clause asked for: "and German ones?"; else None."""
    sort = _SORTED.search(last.shape)
    where = _THEM.sub(" ", _OF_OTHERS.sub("", clause.shape)).split()
    plainly = bool(where) and all(word.startswith("<") or says_where(stem(word)) for word in where)
    if sort is None or not plainly or clause.narrow.given or _left(last) is None:
        return None
    peoples, places = ([word for word in where if word.startswith("<") is named] for named in (False, True))
    shape = " ".join((*peoples, sort[0], *(f"in {place}" for place in places)))
    return companies_of(desk, replace(clause, shape=shape, wants=last.wants, pronoun=""))


def _left(clause: Clause) -> tuple[str, ...] | None:
    """The peoples of a clause that asks for companies, as stems; None where it asks for anything else."""
    shape, narrow = clause.shape, clause.narrow
    if narrow.given or narrow.known or clause.tellers or clause.pronoun or clause.wants in ("money", "percent", "why"):
        return None
    if not all(is_place(name.ids) for name in clause.names) or not (_COMPANIES.search(shape) or _WHO.search(shape)):
        return None
    if _MOST_OF_THEM.search(shape):
        return None
    shape = _OF_THE_US.sub("american", shape)
    left = content(_ASKING.sub(" ", re.sub(r"<\w+>|'s\b|-based\b", " ", shape)))
    return left if all(map(says_where, left)) else None


def companies_of(desk: Desk, clause: Clause) -> Answer | None:
    """The companies that a clause asks for; None where it asks for anything else."""
    left = _left(clause)
    if left is None:
        return _of_trade(desk, clause)
    shape = clause.shape
    places = {desk.facts.name(sorted(name.ids)[0]): name.ids for name in clause.names}
    words = [*left, *(people_of(name) for name in places if people_of(name))]
    peoples = tuple(word for word in words if says_where(word))
    at = {name: ids for name, ids in places.items() if not people_of(name)}
    if not (at or peoples):
        sort = _SORT.search(shape)
        return _best_known(desk, clause, bool(_YOUNG.search(shape)), (sort[1] or sort[2]) if sort else "")
    named = [*at, *(country_meant(word) or written_part(part_meant(word)) for word in words if says_where(word))]
    return _at_home(desk, clause, tuple(at.values()), peoples, " and ".join(named))


def _of_trade(desk: Desk, clause: Clause) -> Answer | None:
    """The companies that make what a clause names, by what stands beside their names: "quadruped makers in Asia"."""
    met = _TRADE.search(clause.shape)
    narrow = clause.narrow
    if met is None or narrow.given or narrow.known or clause.unknown or clause.pronoun or clause.tellers:
        return None
    if not all(is_place(name.ids) for name in clause.names):
        return None
    words = content(met["trade"])
    peoples = tuple(word for word in words if says_where(word))
    trade = tuple(word for word in words if not says_where(word))
    if not trade or any(word in _NO_TRADE for word in trade):
        return None
    where, places = desk.lookup.whereabouts, clause.groups()
    found: list[tuple[Entity, Citation]] = []
    for one in islice(_companies(desk, young=True), _MOST_READ):
        if where.fits(frozenset((one.id,)), (*peoples, *trade), places, "") and (said := where.made_by(one.id, trade)):
            found.append((one, said))
    if not found:
        return None
    lines = tuple(Line(f"{one.name}: “{' '.join(cited.quote.split())}”", (cited,)) for one, cited in found[:_MOST])
    told = tuple(one.id for one, _ in found[:_MOST])
    desk.memory.add(Focus(clause, told, tuple(cited.quote for _, cited in found[:_MOST])[:4]))
    title = f"Companies that the articles name beside “{met['trade'].strip()}” ({len(found)})"
    return Answer(True, title, lines, entities=told)


def _at_home(desk: Desk, clause: Clause, places: tuple[Ids, ...], peoples: tuple[str, ...], asked: str) -> Answer:
    """Those of some places and peoples, each with the sentence that says so."""
    where = desk.lookup.whereabouts
    found: list[tuple[Entity, str, Citation]] = []
    for one in islice(_companies(desk, bool(_YOUNG.search(clause.shape))), _MOST_READ):
        ids = frozenset((one.id,))
        if where.fits(ids, peoples, places, "") and (seat := where.seat(one.id)) is not None:
            found.append((one, *seat))
    if len(found) < _MOST:
        found += told_there(desk, places, peoples, frozenset(one.id for one, *_ in found))
    if not found:
        desk.memory.add(Focus(clause))
        return decline(desk.facts, f"No article tells that a company is at home in {asked}.")
    lines = tuple(Line(f"{one.name}: {home}", (cited,)) for one, home, cited in found[:_MOST])
    told = tuple(one.id for one, _, _ in found[:_MOST])
    desk.memory.add(Focus(clause, told, tuple(cited.quote for _, _, cited in found[:_MOST])[:4]))
    more = ", those first of whom most is told" if len(found) > _MOST else ""
    return Answer(True, f"At home in {asked}, as far as the articles tell ({len(found)}{more})", lines, entities=told)


def _best_known(desk: Desk, clause: Clause, young: bool, sort: str) -> Answer | None:
    """Those of whom most is told, with what is told of them; `sort`: only whom the articles name beside that word."""
    every = list(islice(_companies(desk, young), _MOST_READ))
    if sort:
        where = desk.lookup.whereabouts
        every = [one for one in every if where.fits(frozenset((one.id,)), (stem(sort),), (), "")]
    if not every:
        return None
    shown = every[:_MOST]
    lines = tuple(Line(f"{one.name}: {_told_of(desk, one)}", _first_of(desk, one)) for one in shown)
    told = tuple(one.id for one in shown)
    desk.memory.add(Focus(clause, told))
    count = f"{forms().number(len(every))}{'' if len(every) < _MOST_READ else ' or more'}"
    whom = f"the articles name beside “{sort}”" if sort else "facts are known of"
    title = f"Companies that {whom} ({count})" + (", the best known first" if len(every) > _MOST else "")
    actions = tuple(Action("timeline", f"Timeline of {one.name}", f"/timeline {one.name}") for one in shown[:3])
    return Answer(True, title, lines, actions=actions, entities=told)


def _first_of(desk: Desk, one: Entity) -> tuple[Citation, ...]:
    """A sentence of an article that tells something of it."""
    told = desk.facts.events(EventQuery(any_entities=(one.id,), limit=1))
    return (told[0].statements[0].citation,) if told else ()


def _told_of(desk: Desk, one: Entity) -> str:
    kinds = Counter(met.kind for met in desk.facts.sketches(EventQuery(any_entities=(one.id,), limit=_MOST_READ)))
    return ", ".join(KNOWN.get(kind, kind.replace("_", " ")) for kind, _ in kinds.most_common(_FEW_KINDS))


def _companies(desk: Desk, young: bool) -> Iterator[Entity]:
    """Companies, those first of whom most is told."""
    for one in desk.facts.by_renown("org"):
        if one.subkind not in ("company", ""):
            continue
        acts = EventQuery(
            kinds=("funding", "launch", "founding", "price", "ipo") + (() if young else ("acquisition",)),
            playing=(Playing((one.id,), _ACTING),),
            limit=1,
        )
        if (one.subkind == "company" and not young) or desk.facts.sketches(acts):
            yield one
