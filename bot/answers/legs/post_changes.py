"""Who came after or before somebody at a post, when they start there, and with whom they founded a house."""

from __future__ import annotations

import re

from bot.answers.asked.of_posts import OfPosts
from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.legs.biography import with_whom
from bot.answers.legs.post_holders import after_them
from bot.answers.legs.posts_told import ended, found, held_at, is_at, people_of_post, posts_of, since
from bot.answers.query import Ids, Part, Query
from bot.answers.sentences.discourse import is_furniture
from bot.answers.tenure import came_after, denies_going, is_over
from bot.answers.view import ids_by_slot
from bot.grammar.date_words import MONTH_FULL
from bot.grammar.patterns import Pattern
from bot.store.read import Passage, StoredEvent

_NAMING, _NEAR, _MOST, _FEW = 30, 6, 3, 4
_COMES_AFTER = (
    r"(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing|e)|follow(?:s|ed|ing)?|t(?:akes?|ook|aking) (?:over|charge) from|"
    r"the successor (?:to|of)|steps? in for)"
)
_AS_ONE = Pattern(rf"^\W*(?:(?:Mr|Ms|Mrs|Dr)\.? )?(?:He|She|\0)\b[^.;]{{0,60}}?\b{_COMES_AFTER}\b (?!\0)")
"""A sentence in which somebody whose name is hidden comes after another."""
_AFTER_WHOM = Pattern(rf"\b{_COMES_AFTER}\b")
_STARTS = Pattern(
    rf"\b(?:begins?|began|starts?|started|effective|as of|with effect|t(?:akes?|ook) (?:over|up|office)|joins?|"
    rf"joined|from|"
    rf"since|on)\b[^.;]{{0,40}}?\b(?:{MONTH_FULL}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|"
    rf"Wednesday|"
    rf"Thursday|Friday|(?:19|20)\d\d|next (?:week|month|year)|spring|summer|autumn|fall|winter)\b",
    re.I,
)
_GOES = Pattern(
    r"\b(?:leav(?:es?|ing)|left|retir\w+|step\w* down|resign\w*|born|graduat\w+|stud(?:y|ied)|degree)\b",
    re.I,
)


def after(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Who came after somebody: by what is told of their post, else the sentence next to the one that they went."""
    held = [t for t in posts_of(desk, asked.person) if not asked.house or is_at(t, asked.house)]
    houses = frozenset(i for t in held for i in ids_by_slot(t).get("organization", ()))
    later = [t for t in held_at(desk, houses) if any(came_after(t, one) for one in held)] if houses else []
    gone = [t for t in held if is_over(t)]
    if later:
        told = [p for p in after_them(desk, gone) if not _of_another(desk, p, asked.person)]
        return found(desk, clause, later[:1], "stand-in", last=told)
    beside = (p for p in after_them(desk, gone or held) if not _of_another(desk, p, asked.person))
    passages = with_whom(desk, tuple(beside), clause)
    return found(desk, clause, gone[:1], "stand-in", first=passages) if passages else None


def preceded(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """Who held a post before somebody: the sentence that they come after another, or the post that is over."""
    told = _sentences_on(desk, asked.person, _AS_ONE)
    held = [t for t in posts_of(desk, asked.person) if not asked.house or is_at(t, asked.house)]
    houses = frozenset(i for t in held for i in ids_by_slot(t).get("organization", ()))
    others = [t for t in held_at(desk, houses) if not people_of_post(t) & asked.person] if houses else []
    before = [t for t in others if any(came_after(one, t) for one in held)]
    named = _named_behind(desk, told[0], asked.person) if told else frozenset[str]()
    before = [t for t in others if people_of_post(t) & named][:1] or ([] if told else before[:1])
    return found(desk, clause, before, "holder", first=told[:1]) if told or before else None


def _of_another(desk: Desk, passage: Passage, person: Ids) -> bool:
    """Whether a sentence tells who comes after somebody else."""
    discourse = desk.sentences.discourse
    return discourse.has_person(_named_behind(desk, passage, person)) and not discourse.names_one(passage, person)


def _named_behind(desk: Desk, passage: Passage, person: Ids) -> Ids:
    """Whom a sentence names first behind the word for coming after somebody."""
    met = _AFTER_WHOM.search(passage.text)
    found = (m for m in desk.sentences.discourse.named(passage) if met is not None and m.start >= met.end() - 1)
    return next((m.ids for m in found if not m.ids & person), frozenset())


def starts(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """When somebody starts at a post: the newest that has a start, else the sentence that says it."""
    held = [t for t in posts_of(desk, asked.person) if not asked.house or is_at(t, asked.house)]
    dated = sorted((t for t in held if since(t) and not ended(t)), key=since, reverse=True)
    passages = [p for p in _naming(desk, asked.person) if _STARTS.search(p.text) and not _GOES.search(p.text)]
    if dated:
        return found(desk, clause, dated[:1], "career")
    return found(desk, clause, (), "career", first=passages[:1]) if passages else None


def cofounders(desk: Desk, clause: Clause, asked: OfPosts) -> Found | None:
    """With whom somebody founded a house."""
    part = Part(("founders",), asked.person)
    made = desk.lookup.run(Query(("founding",), (part,), needs=("founders",), limit=_FEW))
    made = [t for t in made if not asked.house or is_at(t, asked.house)]
    shared = [t for t in made if ids_by_slot(t).get("founders", frozenset()) - asked.person]
    houses = frozenset(i for t in made for i in ids_by_slot(t).get("organization", ()))
    role = Query(("role",), (Part(("organization",), houses),), post="founder", limit=_FEW)
    beside = [t for t in desk.lookup.run(role) if not people_of_post(t) & asked.person] if houses else []
    told = [*shared[:1], *(t for t in beside if not _in(t, shared))]
    return found(desk, clause, told, "founders") if told else None


def _in(told: StoredEvent, shared: list[StoredEvent]) -> bool:
    return any(people_of_post(told) <= people_of_post(one) for one in shared)


def denials_of(desk: Desk, person: Ids) -> list[Passage]:
    """The sentences that deny of somebody that they go, or went."""
    return [p for p in _naming(desk, person) if denies_going(p.text)][:1]


def _naming(desk: Desk, person: Ids) -> list[Passage]:
    """The sentences that name somebody by their surname or whole, and those that go on from them with "he" or "she"."""
    discourse = desk.sentences.discourse
    found: dict[tuple[str, int], Passage] = {}
    last = {desk.facts.name(one).split(" ")[-1] for one in person}
    for passage in desk.facts.search(discourse.all_names(person), _NAMING):
        if passage.ordinal == 0 or is_furniture(passage.text):
            continue
        if discourse.names_one(passage, person) or any(name in passage.text for name in last):
            found.setdefault((passage.article, passage.ordinal), passage)
            for near in discourse.near(passage, 0, 1):
                if re.match(r"\W*(?:Reached [^.]{0,30}, )?(?:he|she)\b", near.text, re.I):
                    found.setdefault((near.article, near.ordinal), near)
    return list(found.values())


def _sentences_on(desk: Desk, person: Ids, pattern: Pattern) -> list[Passage]:
    """The sentences on somebody that a pattern finds once their name is hidden."""
    names = [word for one in person for name in (desk.facts.name(one),) for word in (name, name.split(" ")[-1])]
    hidden = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names, key=len, reverse=True)))
    told = []
    for passage in _naming(desk, person):
        if pattern.search(hidden.sub("\0", passage.text)):
            told.append(passage)
    return told[:_MOST]
