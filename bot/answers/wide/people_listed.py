"""Lists of people: who came to posts or went from them, who stands in, who came from a house, who studied somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from bot.answers.appointments import is_appointment, is_departure, is_stand_in, takes_over_for_a_time, told_on
from bot.answers.asked.memory import Focus
from bot.answers.asked.of_people import OfPeople, asked_of_people
from bot.answers.asked.question import Clause
from bot.answers.asked.spotting import Mention
from bot.answers.asked.words import stem
from bot.answers.decline import decline
from bot.answers.desk import Desk
from bot.answers.fitting import title_of
from bot.answers.lines import cited_by, event_line, passage_line
from bot.answers.peoples import country_meant, people_of
from bot.answers.query import WRITTEN, Ids, Part, Query
from bot.answers.shared_posts import rightly_held
from bot.answers.tenure import is_over
from bot.answers.titles import fits, posts
from bot.answers.view import ids_by_slot
from bot.answers.whereabouts import is_place
from bot.answers.wide.news import newest_day
from bot.answers.wide.people_told import in_sentences, is_written, people_told
from bot.answers.wide.wanting import in_its_month
from bot.grammar.patterns import Pattern
from bot.locales import forms
from bot.model.answer import Answer, Line
from bot.model.when import When
from bot.names.folding import fold
from bot.store.query import Playing, lies_in
from bot.store.read import EventQuery, StoredEvent

_MOST, _MOST_READ = 12, 600
_LATELY = timedelta(days=366)
"""Before the newest article, within which somebody came or went lately."""
_NAME = "\0"
_CAME = Pattern(
    rf"\b(?:from|former(?:ly)?|ex-?|previously|once|earlier|was|were|been|had|worked|working|ran|led|headed|spent|"
    rf"years?|"
    rf"stints?|met|intern(?:ed)?|left|career|joined|trained|started out|alum\w*|veterans?|poached|until)\b"
    rf"[^.;{_NAME}]{{0,70}}?{_NAME}|{_NAME}(?:'s|’s)? (?:former|veteran|alum)|"
    rf"—[^—;{_NAME}]{{0,40}}{_NAME}[^—;]{{0,30}}$|前{_NAME}",
    re.I,
)
"""A sentence in which somebody comes from a house."""
_MOST_SENTENCES = 4
_INVESTORS = frozenset({"vc", "venture", "investor", "investors"})
_OF_INVESTORS = Pattern(r"\b(?:Ventures?|Capital|Venture Partners|VC|Equity|\w*[Ii]nvest\w*)$")
"""How the houses are called that invest, and nothing else is."""
_TITLES = {
    "new": "New posts, as the articles tell",
    "interim": "Who stands in, as the articles tell",
    "all": "Who holds the post, as the articles tell",
    "gone": "Who went, as the articles tell",
    "moves": "Who came and who went, as the articles tell",
}
_LISTED = frozenset(
    {"ceo", "cto", "cfo", "coo", "founder", "chair", "president", "cpo", "cmo", "cco", "chief-scientist", "vp"}
)
"""Posts that are listed without a house; of the others there is no end."""


def people_listed(desk: Desk, clause: Clause, of_some: bool = False) -> Answer | None:
    """The people that a clause asks a list of; None where it asks for anything else, or none are told.

    `of_some`: a name was spoken of before, of which "who left?" then asks.
    """
    if clause.tellers or clause.pronoun or clause.lists or clause.wants in ("count", "when", "why", "money", "where"):
        return None
    clause = _with_written(desk, in_its_month(clause, desk.today, newest_day(desk.facts)))
    for asked in asked_of_people(clause.shape):
        if of_some and asked.house is None and not asked.post.endswith("s"):
            continue
        answer = _of_house(desk, clause, asked) if asked.house is not None else _of_posts(desk, clause, asked)
        if answer is not None:
            return answer
    return None


def _with_written(desk: Desk, clause: Clause) -> Clause:
    """A clause with a name in place of the one word that is none by itself: "GE", where GE Research is told of."""
    if clause.names or len(clause.unknown) != 1:
        return clause
    word = clause.unknown[0].casefold()
    ids = _bearing(desk, word)
    if not ids and desk.sentences.spelling(clause.unknown[0]):
        ids = frozenset((f"{WRITTEN}{clause.unknown[0]}",))
    shape = re.sub(rf"\b{re.escape(word)}\b", "<0>", clause.shape, count=1)
    if not ids or shape == clause.shape:
        return clause
    return replace(clause, shape=shape, unknown=(), names=(Mention(0, 0, clause.unknown[0], ids),))


def _bearing(desk: Desk, name: str) -> Ids:
    """The organisations whose names begin with a name."""
    start = f"{fold(name)} "
    words = start.split()
    if not words:
        return frozenset()
    bearers = islice(desk.facts.known_names.bearing(words[0]), _MOST_READ)
    return frozenset(one.entity for one in bearers if one.kind == "org" and one.folded.startswith(start))


def _of_house(desk: Desk, clause: Clause, asked: OfPeople) -> Answer | None:
    mention = clause.names[asked.house or 0]
    if is_place(mention.ids) or len(clause.names) > 1 or any(desk.facts.kind(one) == "person" for one in mention.ids):
        return None
    house = desk.lookup.family(mention.ids)
    tell = _students if asked.way == "studied" else _formers
    told = tell(desk, house, asked)
    if not told and (wider := _bearing(desk, mention.text) - house):
        told = tell(desk, desk.lookup.family(wider), asked)
    told = [t for t in told if clause.narrow.when is None or _lies(told_on(t, "end"), clause.narrow.when)]
    name = mention.text if any(map(is_written, mention.ids)) else desk.facts.name(sorted(mention.ids)[0])
    title = f"Studied at {name}" if asked.way == "studied" else f"Came from {name}"
    if not told:
        return in_sentences(desk, clause, asked, title) if clause.narrow.when is None else None
    if "found" in asked.post:  # with what they founded, by which they are one of those
        told = [one for t in told for one in (t, _founded(desk, min(ids_by_slot(t)["person"]))) if one is not None]
    elif asked.post:
        told = [
            one for t in told for one in (t, _held(desk, min(ids_by_slot(t)["person"]), asked.post)) if one is not None
        ]
    at = frozenset(t.id for t in told if t.kind == "role" and ids_by_slot(t).get("organization", frozenset()) & house)
    return _answer(desk, clause, title, told, lambda one: _as_former(one) if one.id in at else event_line(one))


def _founded(desk: Desk, person: str) -> StoredEvent | None:
    """What somebody founded, or the post that says so."""
    told = desk.facts.events(EventQuery(kinds=("founding", "role"), any_entities=(person,), limit=60))
    made = (t for t in told if t.kind == "founding" and person in ids_by_slot(t).get("founders", ()))
    held = (t for t in told if person in ids_by_slot(t).get("person", ()) and "founder" in posts(title_of(t.event)))
    return next(made, None) or next(held, None)


def _held(desk: Desk, person: str, post: str) -> StoredEvent | None:
    """The post that is asked for and that somebody holds."""
    wanted = [one.strip().removesuffix("s") for one in post.split(" and ")]
    told = desk.facts.events(EventQuery(kinds=("role",), any_entities=(person,), limit=60))
    held = (t for t in told if person in ids_by_slot(t).get("person", ()) and not is_over(t))
    return next((t for t in held if any(posts(p) and fits(title_of(t.event), p) for p in wanted)), None)


def _students(desk: Desk, school: Ids, asked: OfPeople) -> list[StoredEvent]:
    query = Query(("education",), (Part(("school",), school),), needs=("person",), limit=_MOST_READ)
    return _each_once(desk.lookup.run(query), asked, desk)


def _formers(desk: Desk, house: Ids, asked: OfPeople) -> list[StoredEvent]:
    """The posts at a house of those who went, or are told to have been there and hold a post elsewhere."""
    query = Query(("role",), (Part(("organization",), house),), needs=("person",), limit=_MOST_READ)
    held = [t for t in desk.lookup.run(query) if is_over(t) or _was_there(desk, t, house)]
    return _each_once(sorted(held, key=is_over, reverse=True), asked, desk)


def _was_there(desk: Desk, told: StoredEvent, house: Ids) -> bool:
    """Whether it is told of somebody that they were at a house, and that they are somewhere else."""
    if posts(title_of(told.event)) & {"founder", "board", "adviser"} or not _came_from(told):
        return False
    people = tuple(sorted(ids_by_slot(told).get("person", ())))
    others = desk.facts.events(EventQuery(kinds=("role", "founding"), any_entities=people, limit=40))
    return any(
        ids_by_slot(one).get("organization", frozenset()) - house and one.id != told.id and not is_over(one)
        for one in others
        if any(ids_by_slot(one).get(slot, frozenset()) & frozenset(people) for slot in ("person", "founders"))
    )


def _came_from(told: StoredEvent) -> bool:
    for one in told.statements:
        name = one.slots.get("organization")
        if isinstance(name, str) and name:
            hidden = one.quote.replace(name, _NAME).replace(name.split(" ")[0], _NAME)
            if _CAME.search(hidden):
                return True
    return False


def _each_once(told: Iterable[StoredEvent], asked: OfPeople, desk: Desk) -> list[StoredEvent]:
    """The first event of each person, of founders alone where they are asked for."""
    found: dict[str, StoredEvent] = {}
    for one in told:
        person = min(ids_by_slot(one).get("person", {""}))
        if person and person not in found and (not asked.post or _is_one(desk, person, asked.post)):
            found[person] = one
    return list(found.values())


def _is_one(desk: Desk, person: str, post: str) -> bool:
    """Whether somebody holds or held some post anywhere, or founded a house where founders are asked for."""
    wanted = [one.strip().removesuffix("s") for one in post.split(" and ")]
    if not any(posts(one) for one in wanted):
        return True  # "people", "engineers": whoever it is
    told = desk.facts.events(EventQuery(kinds=("role", "founding"), any_entities=(person,), limit=60))
    if any("founder" in posts(p) for p in wanted):
        return _founded(desk, person) is not None
    for one in told:
        if person in ids_by_slot(one).get("person", ()) and any(fits(title_of(one.event), p) for p in wanted):
            return True
    return False


def _as_former(told: StoredEvent) -> Line:
    """The line of a post that is over, though its sentence does not say so outright."""
    line = event_line(told)
    head, colon, rest = line.text.partition(": ")
    over = any(mark in line.text for mark in ("formerly", "until", " to ")) or not colon
    return line if over else replace(line, text=f"{head}: formerly {rest}")


def _of_posts(desk: Desk, clause: Clause, asked: OfPeople) -> Answer | None:
    if len(clause.names) > (asked.place is not None) or clause.unknown:
        return None
    place = clause.names[asked.place].ids if asked.place is not None else frozenset[str]()
    if (place and not is_place(place)) or not _is_listed(asked):
        return None
    newest = newest_day(desk.facts)
    when = clause.narrow.when
    if when is None and newest is not None and asked.way in ("new", "gone", "moves"):
        when = When(newest - _LATELY, newest, "span")
    roles = _roles(desk)
    left = {house for t in roles if "ceo" in posts(title_of(t.event)) and is_over(t) for house in _house(t)}
    rows = [(day, t) for t in roles if (day := _met(t, asked, when, left)) and _is_of(desk, t, asked, place)]
    told = [t for _, t in sorted(rows, key=lambda row: row[0], reverse=True)]
    told = _one_a_person(told) if asked.way == "gone" else _one_a_post(told)
    if not told:
        if clause.narrow.when is None or newest is None:
            return None
        desk.memory.add(Focus(clause))
        until = forms().when(When.day(newest))
        said = forms().when(clause.narrow.when)
        return decline(desk.facts, f"No article tells that of {said}; the newest article is of {until}.")
    answer = _answer(desk, clause, _TITLES[asked.way], told, _in_post)
    return _with_told(desk, answer, asked) if clause.narrow.when is None and not asked.place else answer


def _in_post(told: StoredEvent) -> Line:
    """The line of a post; of whoever leads a house for a time beside their own post, with that said."""
    line = event_line(told)
    stands_in = takes_over_for_a_time(told) and "ceo" not in posts(title_of(told.event))
    return replace(line, text=f"{line.text}; leads it for the time being") if stands_in else line


def _with_told(desk: Desk, answer: Answer, asked: OfPeople) -> Answer:
    """A short list of who stands in or retired, with the sentences that tell it of others."""
    way = "interim" if asked.way == "interim" else "retire" if asked.way == "gone" and "retir" in asked.how else ""
    if not way or len(answer.lines) >= _MOST_SENTENCES:
        return answer
    names = [desk.facts.name(one) for one in answer.entities]
    return replace(answer, lines=(*answer.lines, *map(passage_line, people_told(desk, way, names))))


def _is_listed(asked: OfPeople) -> bool:
    """Whether the post and the sort are such as can be listed."""
    if asked.sort and not (country_meant(stem(asked.sort)) or asked.sort in _INVESTORS):
        return False
    return not asked.post or bool(posts(asked.post.removesuffix("s")) & _LISTED)


def _roles(desk: Desk) -> list[StoredEvent]:
    ids = islice(desk.facts.event_ids(EventQuery(kinds=("role",))), _MOST_READ)
    return rightly_held(desk.facts.events_of(ids))


def _house(told: StoredEvent) -> Ids:
    return ids_by_slot(told).get("organization", frozenset())


def _met(told: StoredEvent, asked: OfPeople, when: When | None, left: set[str]) -> str:
    """The day by which a post is one of those asked for; empty where it is none.

    `left`: the houses whose chief went, so that whoever takes over for a time is at their head.
    """
    if asked.way in ("new", "interim") and "ceo" in posts(asked.post.removesuffix("s")):
        time = told_on(told, "start")
        if _house(told) & left and takes_over_for_a_time(told) and (when is None or _lies(time, when)):
            return time.start.isoformat() if time else "-"
    if asked.post and not fits(title_of(told.event), asked.post.removesuffix("s")):
        return ""
    tests: dict[str, tuple[tuple[Callable[[StoredEvent], bool], str], ...]] = {
        "new": ((is_appointment, "start"),),
        "interim": ((is_stand_in, "start"),),
        "all": ((lambda one: not is_over(one), "start"),),
        "gone": ((lambda one: is_departure(one, asked.how), "end"),),
        "moves": ((is_appointment, "start"), (is_departure, "end")),
    }
    for test, slot in tests[asked.way]:
        time = told_on(told, slot)
        if (when is None or _lies(time, when)) and test(told):
            return time.start.isoformat() if time else "-"
    return ""


def _lies(time: When | None, when: When) -> bool:
    return time is not None and lies_in(time, when)


def _is_of(desk: Desk, told: StoredEvent, asked: OfPeople, place: Ids) -> bool:
    """Whether the house of a post is of the place, the people or the sort asked for."""
    house = ids_by_slot(told).get("organization", frozenset())
    if asked.sort in _INVESTORS and not any(_invests(desk, one) for one in house):
        return False
    people = [stem(asked.sort)] if asked.sort and asked.sort not in _INVESTORS else []
    if place and (of_country := people_of(desk.facts.name(min(place)))):
        people, place = [*people, of_country], frozenset()
    return not (people or place) or desk.lookup.whereabouts.fits(house, people, (place,) if place else (), "")


def _invests(desk: Desk, one: str) -> bool:
    query = EventQuery(kinds=("funding",), playing=(Playing((one,), ("investors",)),), limit=1)
    entity = desk.facts.entity(one)
    called = (entity.name, *entity.aliases) if entity is not None else ()
    return any(map(_OF_INVESTORS.search, called)) or bool(desk.facts.sketches(query))


def _one_a_post(told: list[StoredEvent]) -> list[StoredEvent]:
    """Each person with one kind of post once."""
    found: dict[tuple[str, str], StoredEvent] = {}
    for one in told:
        slots = ids_by_slot(one)
        key = (min(slots.get("person", {one.id})), min(slots.get("organization", {one.id})))
        found.setdefault(key, one)
    return list(found.values())


def _one_a_person(told: list[StoredEvent]) -> list[StoredEvent]:
    """Each person once, by the post that is over rather than one that is told beside it."""
    found: dict[str, StoredEvent] = {}
    for one in told:
        person = min(ids_by_slot(one).get("person", {one.id}))
        known = found.get(person)
        if known is None or (_says_more(one), is_over(one)) > (_says_more(known), is_over(known)):
            found[person] = one
    return list(found.values())


def _says_more(told: StoredEvent) -> bool:
    return bool(title_of(told.event))


def _answer(
    desk: Desk, clause: Clause, title: str, told: list[StoredEvent], line: Callable[[StoredEvent], Line]
) -> Answer:
    shown = told[:_MOST]
    lines = list({made.text: made for made in map(line, shown)}.values())
    people = tuple(dict.fromkeys(i for t in shown for i in sorted(ids_by_slot(t).get("person", ()))))
    quotes = tuple(citation.quote for citation in cited_by(lines, 1))
    desk.memory.add(Focus(clause, people, quotes[:4], tuple(shown)))
    more = f"the newest {len(shown)} of {len(told)}" if len(told) > len(shown) else f"{len(shown)}"
    return Answer(True, f"{title} ({more})", tuple(lines), entities=people)
