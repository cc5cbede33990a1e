"""Whether the sentence that a fact was read from bears it out for what is asked: of that person, that sum, that day."""

from __future__ import annotations

import re

from bot.answers.asked.question import Clause
from bot.answers.asked.spotting import Mention
from bot.answers.asked.words import spelled
from bot.answers.intents.people import asked_post
from bot.answers.proof.asked_of_people import LEADS_SITE, asks_before
from bot.answers.proof.figures import of_another_figure, tells_figure, with_kin
from bot.answers.proof.said import BEFORE, HELD_BEFORE
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.people.aspects import KIN
from bot.answers.sentences.signs import HE_OR_HIS, YEAR
from bot.answers.tenure import is_over
from bot.answers.view import ids_by_slot
from bot.answers.whereabouts import is_place
from bot.grammar.date_words import MONTH_FULL
from bot.grammar.patterns import Pattern
from bot.grammar.whole_words import is_whole
from bot.store.read import Passage, StoredEvent

_APPOSED = Pattern(
    r", (?:an?|the) [^,;]{0,60}\b(?:founded|set up|started|established|created) by\b(?P<more>[^,;.]*)", re.I
)
_AND_THEN = Pattern(
    rf"\bfounded by\b(?![^.;]*\b(?:19|20)\d\d\b)[^.;]*\band (?:[a-z]+ed|worth)\b[^.;]*\b(?:{MONTH_FULL}|last)\b"
)
"""Founded by somebody, and on some day something else: "founded by Roe and valued at $1 billion in May"."""
_ASKS_FOUNDED = Pattern(r"\b(?:found(?:ed|ing)?|set up|started|established|created|begin|began)\b")
_SOMEBODY_FIRST = Pattern(
    r"\W*[A-Z][\w’'-]+ [A-Z][\w’'-]+,? (?:an? (?:alumn\w+|graduate|doctor|professor)|who (?:studied|graduated|"
    r"holds|has|did)|"
    r"holds|studied|graduated|has an?|set up|founded|did (?:his|her))\b"
)
"""Somebody begins a sentence of whom it tells studies."""
_KIN_FIRST = Pattern(rf"\W*(?:his|her|their) (?:[\w-]+ )?{KIN}\b", re.I)
"""A relative begins a sentence."""
_CAME_FROM = Pattern(
    r"\b(?:before|former(?:ly)?|previous(?:ly)?|ex-|earlier|until|used to|from|years|spent|was|worked|veteran|"
    r"alumn\w+)\b|"
    r"[曾前]",
    re.I,
)
_GRADUATED = Pattern(r"^(?:\w+ ){0,2}(?:graduated|studied|holds an?|majored)\b", re.I)
_IN_TOWN = Pattern(r"\bin [A-Z][\w-]+")
_OF_KIN = Pattern(rf"\b{KIN}\b")
_SOME_NAME = Pattern(
    r"(?<=[\w,’'] )(?!Mr|Ms|Mrs|Dr)[A-Z]|\b(?:university|college|school|startup|start-up|company|firm)\b"
)
_BEGINS = 30
"""Letters within which a name at the start of a sentence is what the sentence is about."""
_IN_ORDER = Pattern(
    r"\b(?P<place>first|second|third|fourth|fifth|last)(?: (?:financing|funding|production|assembly))? "
    r"(?P<what>round|plant|factory|fund|product|generation|store|shop|acquisition|office|site|customer|marriage|"
    r"company)\b",
    re.I,
)


def borne_out(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether a fact is what its sentences say, as far as it matters for what is asked."""
    return not (
        of_another_figure(discourse, clause, told)
        or _of_another_person(discourse, clause, told)
        or _of_another_day(clause, told)
        or _of_a_surname(told)
        or _only_there(discourse, clause, told)
        or _is_held_elsewhere(discourse, clause, told)
        or _is_not_of_site(discourse, clause, told)
        or (bool(told.statements) and all(_of_another_in_order(clause.shape, s.quote) for s in told.statements))
    )


def bears_out(clause: Clause, text: str) -> bool:
    """The same of a sentence for itself."""
    site = LEADS_SITE.search(clause.shape)
    if site is not None and not spelled(HELD_BEFORE.sub(" ", text), (clause.names[int(site["at"])].text,)):
        return False
    beside = _is_of_beside(text) or bool(_AND_THEN.search(text))
    if clause.wants == "when" and beside and _ASKS_FOUNDED.search(clause.shape):
        return False
    return not _of_another_in_order(clause.shape, text) and tells_figure(clause, text)


def _of_another_person(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether studies or a post are told in sentences that begin with somebody else and do not name whom is asked."""
    if told.kind not in ("education", "role"):
        return False
    people = ids_by_slot(told).get("person", frozenset())
    asked = frozenset[str]().union(*clause.groups())
    if not people & asked:
        return False
    of_kin = bool(_OF_KIN.search(clause.shape))
    return bool(told.statements) and all(_begins_otherwise(discourse, s.quote, people, of_kin) for s in told.statements)


def _begins_otherwise(discourse: Discourse, quote: str, people: Ids, of_kin: bool) -> bool:
    if not of_kin and _KIN_FIRST.match(quote):
        return True
    named = [m for m in discourse.spotter.find(quote) if discourse.has_person(m.ids)]
    if any(m.ids & people for m in named) or any(_spells(discourse, quote, one) for one in people):
        return False
    first = next(iter(named), None)
    if first is None and _SOMEBODY_FIRST.match(quote) and not HE_OR_HIS.search(quote):
        return True
    return first is not None and first.start < _BEGINS and _is_whole(quote, first) and not HE_OR_HIS.search(quote)


def _is_whole(quote: str, mention: Mention) -> bool:
    """Whether a name has a surname, be it one that is not known."""
    return " " in mention.text or re.match(r" [A-Z][a-z]", quote[mention.end : mention.end + 3]) is not None


def _spells(discourse: Discourse, quote: str, one: str) -> bool:
    """Whether a sentence writes any name of somebody."""
    return any(
        len(part) > 1 and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", quote, re.I)
        for part in re.split(r"[ -]", discourse.facts.name(one))
    )


def _of_another_day(clause: Clause, told: StoredEvent) -> bool:
    """Whether the day of a founding is that of a sentence that mentions the founder beside: "sued A, set up by B"."""
    if told.kind != "founding" or clause.wants != "when":
        return False
    dated = [s for s in told.statements if s.slots.get("date") is not None]
    return bool(dated) and all(_is_of_beside(s.quote) or _AND_THEN.search(s.quote) for s in dated)


def _is_of_beside(text: str) -> bool:
    """Whether a sentence mentions a founder beside, and without a year."""
    met = _APPOSED.search(text)
    return met is not None and not YEAR.search(text[met.start() : met.end()])


_FIRST_NAME = Pattern(r"(?<=[a-z] )[A-Z][a-z]+ ")


def _of_a_surname(told: StoredEvent) -> bool:
    """Whether a post is held at what is somebody's surname: "Roe's deputy"."""
    if told.kind != "role":
        return False
    houses = [(s.slots.get("organization"), s.quote) for s in told.statements]
    return bool(houses) and all(
        isinstance(house, str)
        and " " not in house
        and any(
            quote.startswith(house, first.end()) and is_whole(quote, first.end() + len(house))
            for first in _FIRST_NAME.finditer(quote)
        )
        for house, quote in houses
    )


def begins_with_another(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence of somebody's life begins with another whom it says it of."""
    people = frozenset(i for ids in clause.groups() for i in ids if discourse.kind(i) == "person")
    first = _SOMEBODY_FIRST.match(passage.text) or _KIN_FIRST.match(passage.text)
    if not people or first is None or _OF_KIN.search(clause.shape):
        return False
    return not any(_spells(discourse, passage.text, one) for one in people)


def tells_only_there(discourse: Discourse, clause: Clause, text: str) -> bool:
    """Whether it is asked where somebody was before one place of work, and a sentence tells of that place alone."""
    asked = frozenset(i for name in clause.names for i in name.ids if discourse.kind(i) == "org")
    if not asked or not asks_before(clause.shape):
        return False
    there = [
        m
        for m in discourse.spotter.find(text)
        if m.ids & asked or any(is_part_of(discourse, one, clause) for one in m.ids)
    ]
    for mention in reversed(there):
        text = f"{text[: mention.start]}{text[mention.end :]}"
    parts = [part for part in re.split(r"[,;:] ", _IN_TOWN.compiled.sub("", text)) if _CAME_FROM.search(part)]
    parts = [part for part in parts if not _GRADUATED.search(part)]
    return bool(there) and bool(parts) and not any(_SOME_NAME.search(part) for part in parts)


def _of_another_in_order(shape: str, text: str) -> bool:
    """Whether the second of some is told where the first is asked for."""
    asked = _IN_ORDER.search(shape) if _IN_ORDER.is_in(shape) else None
    if asked is None:
        return False
    told = [met["place"].lower() for met in _IN_ORDER.finditer(text) if met["what"].lower() == asked["what"]]
    return bool(told) and asked["place"] not in told


def _only_there(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether it is asked where somebody was before, and a fact tells of nothing but where they came to."""
    if told.kind != "role" or not asks_before(clause.shape):
        return False
    named = frozenset[str]().union(*(name.ids for name in clause.names))
    slots = ids_by_slot(told)
    houses = slots.get("organization", frozenset())
    if (
        any(not is_part_of(discourse, i, clause) for i in houses - named)
        or not slots.get("person", frozenset()) & named
    ):
        return False
    for part in (part for s in told.statements for part in re.split(r"[,;:] ", s.quote)):
        others = frozenset[str]().union(*(m.ids for m in discourse.spotter.find(part))) - named
        elsewhere = any(discourse.kind(i) == "org" and not is_part_of(discourse, i, clause) for i in others)
        if BEFORE.search(part) and elsewhere:
            return False
    return True


def _is_not_of_site(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether it is asked who leads the plant at a place, and a post is over, or names neither the place nor it."""
    met = LEADS_SITE.search(clause.shape)
    if told.kind != "role" or met is None or not is_place(clause.names[int(met["at"])].ids):
        return False
    place, title = clause.names[int(met["at"])].text, str(told.event.best("title"))
    return is_over(told) or not re.search(rf"(?<!\w){re.escape(place)}(?!\w)", title, re.I)


def is_part_of(discourse: Discourse, one: str, clause: Clause) -> bool:
    """Whether a house is called by the name of one that is asked about and more: "Acme Asia" for "Acme"."""
    called = discourse.facts.name(one).casefold()
    return any(name.text and called.startswith(f"{name.text.casefold()} ") for name in clause.names)


def _is_held_elsewhere(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether it is asked who holds a post at one company, and a fact is one of another that its sentence names too."""
    orgs = [ids for ids in clause.groups() if any(discourse.kind(i) == "org" for i in ids)]
    if told.kind != "role" or clause.wants != "who" or len(orgs) != 1 or not asked_post(clause.shape):
        return False
    held = ids_by_slot(told).get("organization", frozenset())
    return bool(held) and not held & with_kin(discourse, orgs[0])
