"""What the articles on a named company or product tell of a matter of everyday, in whatever words.

A sentence, a row or an item of its own articles answers where it says the matter, by any of its words, and holds the
kind of value that is asked for; it need not repeat the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, spelled, stems, words
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.labels import is_label
from bot.answers.legs.headed import below_heading
from bot.answers.query import Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import of_the_kind
from bot.answers.sentences.retrieval import ENDS, narrows
from bot.answers.sentences.signs import NAME_IN_FULL
from bot.answers.sentences.things.matter import Matter
from bot.answers.sentences.things.matters import matter_of
from bot.answers.sentences.things.reader import CELL, SORTS, Told
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

OF_MATTERS = "matters"
"""What sentences are found by that tell a matter of everyday."""
_REASONS = ("delay", "pulled", "trouble")
"""Matters that tell why."""
_TYPED = ("money", "count", "percent", "when")
_ITSELF, _WORDS = 0.12, 0.3
"""How much better a sentence is that names the thing, and one with the other words of the question."""
_NEARLY = 0.2
"""How much less good another may be that is shown too."""
_SAYS_LITTLE = 1
"""Words besides the matter up to which a question asks for nothing else."""
_SURELY_ON = 0.72
"""How surely a sentence is on the thing, at least."""
_MOST_BELOW = 8
_OPENING, _OPENS = 6, 3
_LINES_OF_LISTS = 4
"""Sentences from which on an answer is all that an article tells, in its order."""
_QUARTER = Pattern(r"\bq([1-4])\b|\b(first|second|third|fourth)[- ]quarter\b", re.I)
_SHORTEST = 6
_HEADS_NEXT = Pattern(
    r"^\W*(?:q ?& ?a|questions?|outlook|about \w+|board|conclusion|summary|contacts?|sources?|notes?)\W*$", re.I
)
_HE = Pattern(r"^(?:He|She)\b")
_ORDINALS = ("first", "second", "third", "fourth")
_SOMEBODY = Pattern(r"(?<=[\w,;:] )[A-Z][\w&’'-]+|^[A-Z][\w&’'-]+ (?:of|from|and) [A-Z]")
_NO_NAMES = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "series", "ceo", "cto",
     "cfo", "coo", "ai", "ipo", "the", "in", "on", "at"]
)  # fmt: skip
"""What is written with a capital and names nobody."""


_MOST_WORDS = 9
"""Words of a question that asks for a matter and little else; a longer one says by its words what it asks for."""


def asked_matter(clause: Clause) -> Matter | None:
    """The matter that a clause asks of one thing; None where it asks another one or compares several."""
    if clause.lists or clause.again or clause.tellers or len(clause.asked_about) > 1:
        return None
    if len(clause.text.split()) > _MOST_WORDS:
        return None
    matter = matter_of(clause.shape)
    if matter is None or (clause.wants == "why" and matter.name not in _REASONS):
        return None
    of_somebody = matter.holds in ("person", "name")  # who audits the order book is not what it comes to
    return matter if of_somebody or clause.wants != "who" else None


def with_matter(desk: Desk, clause: Clause, one: Found | None) -> Found | None:
    """What was found for a clause in sentences, with those that tell the matter which it asks before all others."""
    if one is not None and len(one.clause.groups()) > 1 and not (one.events or one.card):
        return _of_two(desk, one)
    matter = asked_matter(clause)
    if matter is None or (one is not None and (one.events or one.card) and not matter.over):
        return one
    reading = one.clause if one is not None else _reading(desk, clause)
    shown = one.passages if one is not None and not one.events else ()
    headed = any(p.ordinal and matter.heads(p.text) for p in shown)  # what stands below it is told whole
    kept = [p for p in shown if not headed and _tells(desk, reading, p, matter) and not _is_headline(p)]
    if one is not None and kept and matter.sure:
        kept = [p for p in shown if p in kept or CELL in p.text or _goes_on_from(desk, p, kept)]
        more = _own(desk, reading, matter, *_lines(desk, reading)) if len(kept) < matter.most else []
        beside = (p for p in more if any(_stand_together(p, other) for other in kept))
        return replace(one, passages=tuple(dict.fromkeys((*kept, *beside))))
    if kept or (shown and not headed and not matter.sure and len(other_words(reading, matter)) > _SAYS_LITTLE):
        return one  # it tells the matter, or says much besides, by which its sentences were found
    thing, lines = _lines(desk, reading)
    own = _own(desk, reading, matter, thing, lines)
    if not own:
        alone = one is not None and not (one.lead or one.events)
        return None if alone and matter.sure and lines else one  # what tells nothing of the matter is no answer
    beside = (p for p in shown if not (_is_headline(p) or is_label(p)))
    return Found(reading, (), tuple(dict.fromkeys((*own[: matter.most], *beside))), reading.ids, rule=OF_MATTERS)


def _goes_on_from(desk: Desk, passage: Passage, others: Sequence[Passage]) -> bool:
    """Whether a sentence stands right after one of some and goes on from it."""
    after = any(p.article == passage.article and p.ordinal == passage.ordinal - 1 for p in others)
    return after and desk.sentences.discourse.goes_on(passage)


def _of_two(desk: Desk, one: Found) -> Found:
    """Sentences on two names, those alone that tell the matter and name both, where some do."""
    matter, discourse = matter_of(one.clause.shape), desk.sentences.discourse
    if matter is None or one.clause.lists:
        return one
    told = (p for p in one.passages if matter.given_in(p.text))
    both = tuple(p for p in told if all(discourse.names_one(p, ids) for ids in one.clause.groups()))
    return replace(one, passages=both, rule=OF_MATTERS) if both else one


def is_untold(desk: Desk, clause: Clause) -> bool:
    """Whether a clause asks a matter that only its own words tell, of what the articles know: others do not answer."""
    matter = asked_matter(clause)
    return matter is not None and matter.sure and bool(_lines(desk, clause)[1])


def _tells(desk: Desk, clause: Clause, passage: Passage, matter: Matter, text: str = "") -> bool:
    """Whether a sentence tells a matter with the kind of value that is asked for. `text`: with what heads it."""
    if not matter.given_in(text or passage.text):
        return False
    typed = clause.wants in _TYPED and matter.holds in ("", "name", "person") and CELL not in passage.text
    if typed and not of_the_kind(passage, clause, ()):
        return False
    discourse = desk.sentences.discourse
    if matter.holds != "person" or _HE.search(passage.text):
        return True
    if discourse.has_person(discourse.ids(passage)):
        return True
    text = passage.text
    for known in reversed(discourse.named(passage)):  # who leads may be somebody of whom no fact is told
        text = f"{text[: known.start]}·{text[known.end :]}"
    return bool(NAME_IN_FULL.search(text))


def _reading(desk: Desk, clause: Clause) -> Clause:
    """A clause with the names that it points back to, or that it writes small and only the articles know."""
    if clause.names or clause.unknown:
        return clause
    read = next(iter(desk.resolver.readings(clause, desk.memory)), clause)
    if read.names or desk.memory.foci:
        return read
    return replace(clause, unknown=tuple(word for word in words(clause.unmarked) if desk.lookup.spotter.proper(word)))


def _own(desk: Desk, clause: Clause, matter: Matter, thing: Ids, lines: list[Told]) -> list[Passage]:
    """The sentences of the articles on the thing of a clause that tell a matter, the best first."""
    if not lines:
        return []
    lines = [*lines, *_around(desk, lines, thing, matter)]
    below = _below_headings(desk, lines, matter, clause)
    if below:
        return below
    rows: list[tuple[float, Told]] = []
    rest = other_words(clause, matter)
    for told in lines:
        if told.surely < _SURELY_ON or not _tells(desk, clause, told.passage, matter, told.text):
            continue
        if is_furniture(told.passage.text) or _is_headline(told.passage):
            continue
        if not narrows(told.passage, clause) or not _of_quarter(desk, clause, told.passage):
            continue
        if _is_of_others(desk, told, thing, clause, matter):
            continue
        here = desk.sentences.discourse.stems(told.passage)
        held = sum(bool(same_meaning(word) & here) for word in rest) / len(rest) if rest else 0.0
        itself = desk.sentences.discourse.names_one(told.passage, thing) if thing else False
        rows.append((told.surely + _ITSELF * itself + _WORDS * held, told))
    rows = [row for row in rows if not _heads_one(row[1].passage, rows)]
    if not rows:
        return []
    best = max(score for score, _ in rows)
    if matter.most >= _LINES_OF_LISTS:
        article = max(rows, key=lambda row: (_published(row[1]), row[0]))[1].passage.article
        rows = [row for row in rows if row[1].passage.article == article]
    else:
        first = next(row[1].passage for row in rows if row[0] == best)
        near = [row for row in rows if row[0] >= best - _NEARLY or _stand_together(first, row[1].passage)]
        rows = sorted(near, key=lambda row: -row[0])
    out: list[Passage] = []
    for _, told in rows[: matter.most]:
        shown = list(told.shown)
        if matter.holds == "name" and not _names_another(desk, told.passage, thing, clause):
            after = desk.sentences.discourse.near(told.passage, 0, 1)
            if not any(_names_another(desk, p, thing, clause) for p in after):
                continue
            shown += after
        out += [p for p in shown if p not in out]
    return out


def _stand_together(one: Passage, other: Passage) -> bool:
    return one.article == other.article and abs(one.ordinal - other.ordinal) == 1


def _heads_one(passage: Passage, rows: Sequence[tuple[float, Told]]) -> bool:
    """Whether a line only heads a sentence below it that tells the matter as well."""
    below = (row[1].passage for row in rows if row[1].passage.ordinal == passage.ordinal + 1)
    return not ENDS.search(passage.text) and any(p.article == passage.article and ENDS.search(p.text) for p in below)


def _is_on_it(desk: Desk, passage: Passage, thing: Ids) -> bool:
    """Whether a sentence names the thing, or its article opens on it: another's head is soon taken for its own."""
    discourse = desk.sentences.discourse
    opening = discourse.article(passage.article)[:_OPENS]
    return bool(thing) and any(discourse.names_one(p, thing) for p in (passage, *opening))


def other_words(clause: Clause, matter: Matter) -> list[str]:
    """The words of a question that say more than the matter which it asks."""
    asked = matter.asked.search(clause.shape)
    return [word for word in clause.content if word not in stems(asked[0])] if asked else []


def _lines(desk: Desk, clause: Clause) -> tuple[Ids, list[Told]]:
    """The thing that a clause names, and every sentence of the articles that is on it."""
    reader, discourse = desk.things.reader, desk.sentences.discourse
    groups = [ids for ids in clause.groups() if not is_place(ids) and reader.sort(ids) in SORTS]
    house = _called_by_surname(desk, clause)
    if groups:
        thing = groups[0]
        lines = reader.lines(thing, frozenset(m.text for m in clause.names if m.ids & thing and len(m.text) > 1))
    elif house:
        return frozenset(), reader.of_written(house)
    elif clause.unknown and not clause.groups():
        thing = frozenset[str]()
        lines = reader.of_written(clause.unknown[0])
    else:
        return frozenset(), []
    others = clause.unknown if groups else clause.unknown[1:]
    if others:
        texts: dict[str, str] = {}
        for article in dict.fromkeys(told.passage.article for told in lines):
            texts[article] = " ".join(p.text for p in discourse.article(article))
        lines = [told for told in lines if spelled(texts[told.passage.article], others)]
    return thing, lines


def _called_by_surname(desk: Desk, clause: Clause) -> str:
    """The surname alone by which a clause names a person: a house of theirs may be called so."""
    named = [m for m in clause.names if m.text and " " not in m.text and desk.sentences.discourse.has_person(m.ids)]
    return named[0].text if len(named) == len(clause.names) == 1 else ""


def _around(desk: Desk, lines: Sequence[Told], thing: Ids, matter: Matter) -> Iterator[Told]:
    """Other sentences of articles on the thing: such as name others, where one of them is asked for, and such as name
    no other thing, where the article tells of no other of its sort."""
    discourse = desk.sentences.discourse
    known = {(told.passage.article, told.passage.ordinal) for told in lines}
    is_product = any(discourse.kind(one) == "product" for one in thing)
    for article in dict.fromkeys(told.passage.article for told in lines):
        every = discourse.article(article)
        opened = bool(thing) and any(discourse.names_one(p, thing) for p in every[:_OPENING])
        alone = is_product and _is_only_product(desk, every, thing)
        for passage in every if opened or alone else ():
            if not passage.ordinal or (passage.article, passage.ordinal) in known:
                continue
            goes_on = (article, passage.ordinal - 1) in known and discourse.goes_on(passage)
            of_nobody = alone and not any(_is_of_sort(desk, i) for i in discourse.ids(passage) - thing)
            if of_nobody or (opened and (matter.holds == "name" or goes_on)):
                yield Told(passage, _SURELY_ON, of_others=True)


def _is_of_others(desk: Desk, told: Told, thing: Ids, clause: Clause, matter: Matter) -> bool:
    """Whether a sentence that tells a matter may tell it of somebody else than the thing that is asked about."""
    goes_on = _goes_on_from_others(desk, told.passage, thing)
    if matter.holds != "name" and (goes_on or (told.of_others and told.surely > _SURELY_ON)):
        return True
    if not thing and told.of_others and not spelled(told.passage.text, clause.unknown[:1]):
        return True  # what is only written has no fact that ties a sentence to it
    return matter.holds == "person" and not _is_on_it(desk, told.passage, thing)


def _goes_on_from_others(desk: Desk, passage: Passage, thing: Ids) -> bool:
    """Whether a sentence goes on from one that tells of somebody else: "Brel has moved. Its arms …"."""
    discourse = desk.sentences.discourse
    if not thing or not discourse.goes_on(passage) or discourse.names_one(passage, thing):
        return False
    before = discourse.near(passage, 1, 0)
    others = (i for p in before if not discourse.names_one(p, thing) for i in discourse.ids(p) - thing)
    return any(_is_of_sort(desk, one) for one in others)


def _is_of_sort(desk: Desk, one: str) -> bool:
    return desk.sentences.discourse.kind(one) in SORTS


def _is_only_product(desk: Desk, every: Sequence[Passage], thing: Ids) -> bool:
    """Whether an article tells of no other product: "the cell" is the one that it names."""
    family = {desk.facts.name(one).split(" ")[0].casefold() for one in thing}
    others = {i for p in every for i in p.entities if desk.sentences.discourse.kind(i) == "product"} - thing
    return all(desk.facts.name(one).split(" ")[0].casefold() in family for one in others)


def _below_headings(desk: Desk, lines: Sequence[Told], matter: Matter, clause: Clause) -> list[Passage]:
    """What stands below a heading that says the matter, in an article on the thing."""
    if matter.heading is None:
        return []
    for article in dict.fromkeys(told.passage.article for told in lines):
        every = desk.sentences.discourse.article(article)
        mine = {told.passage.ordinal for told in lines if told.passage.article == article}
        if not narrows(every[0], clause) or not _of_quarter(desk, clause, every[0]):
            continue
        for at, passage in enumerate(every):
            if at and matter.heads(passage.text) and not _is_item(passage.text):
                after = every[at + 1 : at + 1 + _MOST_BELOW]
                below = list(below_heading(after, partial(_ends_list, mine=mine)))
                if below and (len(below) > 1 or ENDS.search(below[0].text)):
                    return below[: matter.most]
    return []


def _ends_list(passage: Passage, mine: set[int]) -> bool:
    """Whether what stands below a heading ends before a line: the next heading, or what is on something else."""
    is_next = len(passage.text) < _SHORTEST or bool(_HEADS_NEXT.match(passage.text))
    return is_next or is_furniture(passage.text) or passage.ordinal not in mine


def _is_headline(passage: Passage) -> bool:
    """Whether a line is the title of its article, or the headline that says it again."""
    text = passage.text
    return passage.ordinal <= 1 and CELL not in text and not (ENDS.search(text) and passage.ordinal)


def _is_item(text: str) -> bool:
    return len(text) > 60


def _of_quarter(desk: Desk, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence, or the opening of its article, is of the quarter that is asked for, if any."""
    met = _QUARTER.search(clause.text)
    if met is None:
        return True
    n = int(met[1]) if met[1] else 1 + _ORDINALS.index(met[2].casefold())
    opening = [p.text for p in desk.sentences.discourse.article(passage.article)[:_OPENING]]
    said = " ".join((passage.text, passage.citation.title, *opening))
    return bool(re.search(rf"\bQ{n}\b|\b{_ORDINALS[n - 1]}[- ](?:fiscal )?quarter\b", said, re.I))


def _published(told: Told) -> str:
    return told.passage.citation.published or ""


def _names_another(desk: Desk, passage: Passage, thing: Ids, clause: Clause) -> bool:
    """Whether a sentence names a company, a product or a person besides the one that is asked about."""
    discourse = desk.sentences.discourse
    family = thing | frozenset(k for one in thing for k in desk.facts.kin(one))
    if any(not one.startswith("place") for one in discourse.ids(passage) - family):
        return True
    own = frozenset(
        word
        for name in (*map(desk.facts.name, thing), *clause.unknown, *(m.text for m in clause.names))
        for word in name.casefold().replace("'s", "").split()
    )
    met = (one[0].casefold().removesuffix("'s").removesuffix("’s") for one in _SOMEBODY.finditer(passage.text))
    return any(word not in own and word not in _NO_NAMES for word in met)
