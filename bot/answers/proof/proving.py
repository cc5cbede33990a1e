"""The one gate before an answer: what is shown has to hold the kind of thing asked for, told of those asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answers.asked.question import Clause
from bot.answers.asked.words import spelled
from bot.answers.kinds import DEAL_KINDS
from bot.answers.proof.asking import proofs_of
from bot.answers.proof.figures import counts_for_another, is_of_round, is_of_then
from bot.answers.proof.judgements import calls_so
from bot.answers.proof.kinds import asked_thing
from bot.answers.proof.plain import doing_asked, names_another, says_just_that
from bot.answers.proof.proofs import Counted, Does, Money, Particular, Post, Proof, Said, SaidBy
from bot.answers.proof.quotes import bears_out, begins_with_another, borne_out, tells_only_there
from bot.answers.proof.said import ASKS_SETTLED, CAUSE, SETTLES
from bot.answers.proof.sorts import tells_of_sort
from bot.answers.proof.sums import Invested
from bot.answers.proof.things import Thing
from bot.answers.proof.ties import (
    is_before_named,
    is_of_both_sides,
    is_of_those,
    is_spoken_of,
    of_person_alone,
    own_parts,
    writes_unknown,
)
from bot.answers.proof.told_of_them import fact_tells_everyday
from bot.answers.sentences.counting import counts_goods
from bot.answers.sentences.deals.contributions import is_of_whole
from bot.answers.sentences.deals.details import lacks_detail
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.misread import in_another_seat, only_of_before, serves_another, told_of_another
from bot.answers.sentences.things.aspects import aspects_of
from bot.answers.sentences.things.told import gives_particular
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.store.read import Passage, StoredEvent

_OF_HOUSES = (*DEAL_KINDS, "metric", "partnership", "deployment")
"""Kinds of fact that may name nobody but those who are asked about."""
_SHARES = (None, "", "percent", "%")
_NUMBERED = Pattern(r"^(?=.*[A-Za-z]).*\d")
"""A name with a number in it."""
_GOES_ON = Pattern(r"<(\d+)>(?: ?(-[a-z0-9]{1,12})(?![\w-])| ([a-z]\w+))")
"""A name with what is written to it, or a word after it that may belong to it."""
_GOES_BEFORE = Pattern(r"\b([a-z]\w+) <(\d+)>")


def fact_proves(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether a fact holds what a clause asks for."""
    if not calls_so(clause.shape, (text for s in told.statements for text in (s.quote, s.citation.title))):
        return False
    if not tells_of_sort(discourse, clause.shape, (s.article for s in told.statements)):
        return False
    if not fact_tells_everyday(clause.shape, told):
        return False
    if clause.wants == "percent" and told.kind == "metric" and told.event.best("unit") not in _SHARES:
        return False
    doing = doing_asked(clause.shape)
    if doing is not None and told.kind == "acquisition":
        said = (text for s in told.statements for text in (s.quote, s.citation.title))
        if not any(map(doing.search, said)):
            return False
    if clause.wants == "who" and told.kind in _OF_HOUSES and not _names_who(discourse, clause, told):
        return False
    held = all(proof.in_fact(told) for proof in _proofs(discourse, clause))
    whole = _names_whole(discourse, clause, [text for s in told.statements for text in (s.quote, s.citation.title)])
    return held and whole and borne_out(discourse, clause, told)


def _names_who(discourse: Discourse, clause: Clause, told: StoredEvent) -> bool:
    """Whether a fact of a deal or a figure tells of somebody else than those who are named: who is asked for."""
    named = frozenset[str]().union(*clause.groups())
    others = frozenset[str]().union(*ids_by_slot(told).values()) - named
    return bool(others) or any(names_another(discourse, clause, s.quote) for s in told.statements)


def told_proves(
    discourse: Discourse, clause: Clause, passages: Sequence[Passage], read: bool = False, first: bool = False
) -> bool:
    """Whether some sentence among those that are to be shown holds what a clause asks for, told of those it names.

    `read`: whoever found them has read the article for what is told of those; `first`: it is the first that has to.
    """
    asked = frozenset[str]().union(*clause.groups())
    told = [p for p in passages if not is_before_named(discourse, p, asked)]
    if not gives_particular(clause, [p.text for p in told]):
        return False
    if not calls_so(clause.shape, (text for p in passages for text in (p.text, p.citation.title))):
        return False
    if not tells_of_sort(discourse, clause.shape, (p.article for p in passages)):
        return False
    if lacks_detail(clause.shape, (p.text for p in passages)):
        return False
    if not _names_numbered(clause, passages):
        return False
    proofs = _proofs(discourse, clause)
    if not proofs:
        return any(says_just_that(discourse, clause, p) and bears_out(clause, p.text) for p in told)
    if all(isinstance(one, Said) and one.any_fact for one in proofs):  # a time is told of whatever is found
        timed = passages[: 1 if first else None]
        plainly = any(says_just_that(discourse, clause, passage) for passage in timed)
        return plainly and all(any(one.in_text(p.text) for p in timed) for one in proofs)
    figure = asked_thing(clause.shape) is not None
    # Whoever read the article for a particular of a thing looked at whom it is told of.
    tied = (
        read
        and len(clause.groups()) < 2
        and all(discourse.kind(i) == "product" for ids in clause.groups() for i in ids)
        and bool(aspects_of(clause.shape))
        and all(isinstance(one, Thing | Counted | Money) for one in proofs)
    )
    return any(
        all(proof.in_text(text) or (proof.widely and proof.in_text(_around(passage, passages))) for proof in proofs)
        for passage, text in _texts(discourse, clause, passages, tied)
        if not first or passage == passages[0]
        if (not tied or clause.groups() or writes_unknown(discourse, clause, passage))
        and (tied or is_of_those(discourse, clause, passage) or _is_who_did_it(discourse, clause, passage, proofs))
        and not told_of_another(discourse, clause, passage)
        and says_just_that(discourse, clause, passage)
        and bears_out(clause, passage.text)
        and all(proof.in_text(passage.text) for proof in proofs if isinstance(proof, Invested))
        and not counts_for_another(discourse, clause, passage.text)
        and not _names_sibling(discourse, clause, passage)
        and is_of_both_sides(discourse, clause, passage)
        and is_of_then(discourse, clause, passage, text, figure)
        and (not _is_of_a_round(clause, proofs) or is_of_round(discourse, clause, passage, text))
    )


def _is_who_did_it(discourse: Discourse, clause: Clause, passage: Passage, proofs: Sequence[Proof]) -> bool:
    """Whether a sentence may begin with who did what is asked: its article is about those it was done for."""
    if clause.wants != "who" or not all(isinstance(one, Does) for one in proofs):
        return False
    return any(discourse.is_about(passage.article, ids) for ids in clause.groups())


def holds_kind(discourse: Discourse, clause: Clause, text: str) -> bool:
    """Whether a text holds what a clause asks for, of whomever it tells it: the least that an answer has to."""
    return all(proof.in_text(text) for proof in _proofs(discourse, clause))


def _names_numbered(clause: Clause, passages: Sequence[Passage]) -> bool:
    """Whether a name with a number in it that no fact knows is written as it is: the "X 2" is not the "X 1"."""
    numbered = [word for word in clause.unknown if _NUMBERED.search(word)]
    return all(
        any(spelled(" ".join((p.citation.title, p.text)), (word,)) for p in passages)
        or any(spelled(p.text, (re.sub(r"[ -](?=\d)", "", word),)) for p in passages)
        for word in numbered
    )


def _names_whole(discourse: Discourse, clause: Clause, texts: Sequence[str]) -> bool:
    """Whether a name that goes on is written whole, if any article does so."""
    longer = [f"{name}{rest}" for name, rest in _longer_names(clause)] + _begun_names(discourse, clause)
    return all(any(spelled(text, (name,)) for text in texts) or not discourse.spotter.written(name) for name in longer)


def _names_sibling(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence, or else the one before it, writes a name that goes on otherwise: "Acme 4", not "Acme 5"."""
    if _begun_names(discourse, clause) and not _names_whole(discourse, clause, _with_before(discourse, passage)):
        return True
    for name, rest in _longer_names(clause):
        if rest[0] == " " and not _names_whole(discourse, clause, _with_before(discourse, passage)):
            return True
        for text in _with_before(discourse, passage):
            if spelled(text, (f"{name}{rest}",)):
                break
            if re.search(rf"(?<!\w){re.escape(name)}[ -](?:\d|[A-Z](?!\w*[a-z]{{2}}))", text):
                return True
    return False


def _with_before(discourse: Discourse, passage: Passage) -> list[str]:
    """A sentence, and the one before it."""
    return [passage.text, *(p.text for p in discourse.near(passage, 1))]


def _begun_names(discourse: Discourse, clause: Clause) -> list[str]:
    """The names of houses with the word before them that no fact knows: "the Roe Foundation", not "Foundation"."""
    unknown = {word.casefold(): word for word in clause.unknown}
    return [
        f"{unknown[m[1]]} {clause.names[int(m[2])].text}"
        for m in _GOES_BEFORE.finditer(clause.shape)
        if int(m[2]) < len(clause.names) and m[1] in unknown
        if all(discourse.kind(i) == "org" for i in clause.names[int(m[2])].ids)
    ]


def _longer_names(clause: Clause) -> list[tuple[str, str]]:
    """The names of a clause that go on in what may belong to them, and what that is."""
    unknown = {word.casefold() for word in clause.unknown}
    return [
        (clause.names[int(m[1])].text, m[2] or f" {m[3]}")
        for m in _GOES_ON.finditer(clause.shape)
        if int(m[1]) < len(clause.names) and (m[2] or m[3] in unknown)
    ]


def lives_prove(discourse: Discourse, clause: Clause, passages: Sequence[Passage]) -> bool:
    """The same of sentences on somebody's life: of whom they are was looked at when the article was read for them."""
    proofs = _proofs(discourse, clause)
    if not any(_writes_surname(discourse, clause, passage) for passage in passages):
        return False
    if all(begins_with_another(discourse, clause, passage) for passage in passages):
        return False
    if clause.wants == "who" and all(
        only_of_before(discourse, clause, p) or in_another_seat(discourse, clause, p) for p in passages
    ):
        return False
    if all(tells_only_there(discourse, clause, passage.text) for passage in passages):
        return False
    return all(
        any(proof.in_text(of_person_alone(discourse, clause, passage)) for passage in passages) for proof in proofs
    )


def _writes_surname(discourse: Discourse, clause: Clause, passage: Passage) -> bool:
    """Whether the article of a sentence writes the surname of whoever is asked about by two names, if somebody is."""
    people = [n.text for n in clause.names if any(discourse.kind(i) == "person" for i in n.ids) and " " in n.text]
    lasts = [name.split()[-1] for name in people if name.isascii()]
    said = " ".join((passage.citation.title, *(p.text for p in discourse.article(passage.article)))) if lasts else ""
    return not lasts or any(spelled(said, (part,)) for name in people for part in name.split()[1:])


def framed_proves(discourse: Discourse, clause: Clause, passages: Sequence[Passage]) -> bool:
    """The same of sentences that were found by the way in which is asked: a post, and what is called by one name.

    What they tell may stand anywhere near those who are named.
    """
    every = _proofs(discourse, clause)
    proofs = [
        one
        for one in every
        if isinstance(one, Post | Does | Particular)
        or (isinstance(one, Thing) and one.plain)
        or (isinstance(one, SaidBy) and one.figures)
    ]
    # Who did something for them may begin the sentence that tells it.
    groups = clause.groups() if any(isinstance(one, Post | Thing) for one in proofs) else ()
    if all(is_of_whole(discourse, clause, passage) for passage in passages):
        return False
    if ASKS_SETTLED.search(clause.shape) and not any(SETTLES.search(passage.text) for passage in passages):
        return False
    if clause.wants == "count" and not any(counts_goods(passage.text, clause) for passage in passages):
        return False
    if clause.wants == "why" and not any(CAUSE.search(passage.text) for passage in passages):
        return False
    passages = [
        p
        for p in passages
        if bears_out(clause, p.text)
        and not (serves_another(discourse, clause, p) or in_another_seat(discourse, clause, p))
    ]
    of_both = any(isinstance(one, Thing) and one.name == "paid" for one in proofs)
    return not proofs or any(
        all(proof.in_text(own_parts(discourse, clause, passage)) for proof in proofs)
        for passage in passages
        if not groups
        or (of_both and all(discourse.names_one(passage, ids) for ids in groups))
        or (not of_both and any(is_spoken_of(discourse, passage, ids) for ids in groups))
    )


def _is_of_a_round(clause: Clause, proofs: Sequence[Proof]) -> bool:
    """Whether a figure is asked for that each round has its own of."""
    thing = asked_thing(clause.shape)
    of_round = thing is not None and thing.name in ("valuation", "raised")
    return bool(clause.narrow.round) and (of_round or any(isinstance(one, Invested) for one in proofs))


def _around(passage: Passage, shown: Sequence[Passage]) -> str:
    """A sentence with those that are shown right before and after it."""
    return " ".join(p.text for p in shown if p.article == passage.article and abs(p.ordinal - passage.ordinal) <= 1)


def _texts(
    discourse: Discourse, clause: Clause, passages: Sequence[Passage], whole: bool = False
) -> Iterable[tuple[Passage, str]]:
    """Sentences with what they say of those asked about; the row of a table with the others that are shown of it."""
    for passage in passages:
        if " | " in passage.text:
            yield passage, " ".join(p.text for p in passages if p.article == passage.article)
        else:
            yield passage, passage.text if whole else own_parts(discourse, clause, passage)


def _proofs(discourse: Discourse, clause: Clause) -> list[Proof]:
    kinds = [{discourse.kind(i) for i in ids} for ids in clause.groups()]
    people = sum("person" in some for some in kinds)
    parties = sum("org" in some for some in kinds)
    found = proofs_of(clause, bool(people), parties)
    thing = asked_thing(clause.shape)
    return [thing, *found] if thing is not None else list(found)
