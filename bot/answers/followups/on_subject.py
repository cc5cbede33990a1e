"""What a message that names nobody asks of those whom the turns before were about.

It is looked for in the sentences just shown and beside them, then in the rest of their articles where those speak of
the same ones. What is not told there is not told: no other article is asked, for it would tell it of somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.answers.asked.pointing import put
from bot.answers.asked.question import Clause
from bot.answers.asked.words import spelled, stem, stems
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS, OF_A_DEAL, OF_PRICE
from bot.answers.followups.fragments import AMOUNT, CHANGE, GROWTH, Fragment, fragment_of
from bot.answers.followups.subject import Subject
from bot.answers.found import Found
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import of_the_kind
from bot.answers.sentences.meanings.loose import PLAIN, means
from bot.answers.sentences.meanings.of_questions import meaning_of, meanings
from bot.answers.sentences.signs import ENDS_ASKING
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_BESIDE, _NEAR, _CLOSE, _OF_WORDS = 1, 3, 6, 60
"""Sentences from those that answered: right beside them, near or close to them, and such as are looked at for the words
alone."""
_OF_ITS_ARTICLE, _BY_NAME = 0.75, 0.9
"""How surely a sentence further off speaks of those who were spoken of, and where it names others besides."""
_SEARCHED, _ARTICLES, _MOST = 12, 2, 2
_BEGINS = 3
"""Letters before a name with which a sentence begins."""
_WHEREABOUTS = 12
_ELSEWHERE = 40
"""What is told so far from an answer may be told in another article on the same ones."""
_MOST_OF_MANY = 3
_MANY = Pattern(r"\bthey\b")
_WRITTEN_NAME = Pattern(r"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+")
_ORDERS = stems("order contract grant tender award bid fine lease")
_POINTS = Pattern(r"\b(?:them|it|these|those)\b")
_HE_OR_SHE = Pattern(r"^[\"“]?(?:he|she)\b", re.I)
_ENDS = Pattern(r"[.!?。！？…|:][\"”’')\]*]*\s*$")
_HEADS = Pattern(r"^[^\d:]{1,24}$")
"""A few words without a figure, as a heading has."""
_EXACT = ("who", "when", "where", "money", "count", "percent")


def on_subject(desk: Desk, clause: Clause, subject: Subject) -> Found | None:
    """The sentences that tell what a clause without a name asks of a subject; None where none does."""
    fragment = fragment_of(clause.shape)
    needed = tuple(word for word in clause.content if word not in PLAIN)
    if fragment is None and not needed:
        return None
    tells = _by_fragment(clause, fragment) if fragment is not None else _by_words(clause, needed)
    deal = _deal_asked(desk) if fragment is not None and clause.wants == "money" else None
    spoken = [means(word) for word in subject.words if word not in PLAIN] if fragment in (CHANGE, GROWTH) else []
    far = fragment.near if fragment is not None else _OF_WORDS
    many = fragment is not None and fragment.person and bool(_MANY.search(clause.shape))
    told: list[tuple[tuple[float, ...], Passage]] = []
    articles = list(subject.articles)
    articles += [article for article in _articles_on(desk, subject) if article not in articles]
    for order, article in enumerate(articles):
        at = [p.ordinal for p in subject.at if p.article == article]
        for passage in desk.sentences.discourse.article(article):
            away = min((abs(passage.ordinal - place) for place in at), default=_OF_WORDS)
            before = any(passage.ordinal < place for place in at) and away > 0
            if passage.text == passage.citation.title or ENDS_ASKING.is_in(passage.text):
                continue
            if passage.ordinal == 0 or (away > far and at) or is_furniture(passage.text):
                continue
            if (away > _NEAR or fragment is None or _HEADS.match(passage.text)) and not _ENDS.search(passage.text):
                continue
            if not at and (far <= _CLOSE or (subject.articles and far < _ELSEWHERE)):
                continue
            if fragment is not None and fragment.person and not _of_person(desk, passage, subject, many, away):
                continue
            if deal is not None and not _tells_price(desk, passage, deal, bool(subject.at)):
                continue
            if tells(passage) and _speaks_of(desk, passage, subject, away, clause.wants == "who"):
                said = meanings(passage.text) if spoken else frozenset()
                same = sum(not one.isdisjoint(said) for one in spoken)
                if spoken and not same and away > 0:
                    continue
                told.append(((-same, order, away + 0.5 * before), passage))
    told.sort(key=lambda row: row[0])
    passages = tuple(row[1] for row in told[: _MOST_OF_MANY if many else 1])
    if not passages:
        return None
    groups = () if not subject.named else (subject.named,)
    meant = put(clause, f"{clause.shape.rstrip(' ?.!')} <0>", groups[0]) if groups else replace(clause, pronoun="")
    return Found(meant, (), passages, rule=FOLLOWS)


def _deal_asked(desk: Desk) -> Clause | None:
    """The question before, where it was on a bid, a purchase or a round: "how much?" asks what was offered or paid."""
    last = next((one.clause for one in desk.memory.foci if not is_fragment(one.clause)), None)
    return last if last is not None and OF_A_DEAL.search(last.shape) else None


def _tells_price(desk: Desk, passage: Passage, deal: Clause, told: bool) -> bool:
    """Whether a sentence tells the sum of a deal; where nothing was `told` of that, it has to name both sides."""
    sides = deal.groups() if not told else ()
    return bool(OF_PRICE.search(passage.text)) and all(desk.sentences.discourse.names_one(passage, s) for s in sides)


def is_beside_facts(clause: Clause) -> bool:
    """Whether a clause asks what no fact tells: how a figure stands to another one, what something is for."""
    fragment = fragment_of(clause.shape)
    return fragment is not None and not fragment.by_facts


def is_beside_answer(clause: Clause) -> bool:
    """Whether what a clause asks for is told right beside what answered before, or nowhere: "amount?", "why?"."""
    fragment = fragment_of(clause.shape)
    return fragment is not None and fragment.near <= _CLOSE


def goes_first(clause: Clause) -> bool:
    """Whether the sentence that a clause asks for goes before whatever else was found for it."""
    fragment = fragment_of(clause.shape)
    return fragment is not None and fragment.first


def is_fragment(clause: Clause) -> bool:
    """Whether a clause consists of the few words that ask one thing of what was told."""
    return fragment_of(clause.shape) is not None


def by_fragment(clause: Clause, found: Found) -> Found:
    """What was found for a few words, without the sentences that do not tell such a thing where others do."""
    fragment = fragment_of(clause.shape)
    if fragment is None or found.events or found.rule != FOLLOWS:
        return found
    told = tuple(p for p in found.passages if fragment.tells.is_in(p.text))
    return replace(found, passages=told) if told else found


def is_sure(clause: Clause, found: Found, subject: Subject) -> bool:
    """Whether what was found for a few words needs no other sentence: facts, or sentences that tell such a thing.

    A fact tells nothing of the worth of an order that was spoken of.
    """
    fragment = fragment_of(clause.shape)
    if found.card or fragment is None:
        return bool(found.events or found.card or found.rule == FOLLOWS)
    if found.events:
        return fragment is not AMOUNT or not _ORDERS.intersection(subject.words)
    told = bool(found.lead) or any(fragment.tells.is_in(p.text) for p in found.passages)
    return found.rule == FOLLOWS and told


def _by_fragment(clause: Clause, fragment: Fragment) -> Callable[[Passage], bool]:
    word = fragment.of(clause.shape)
    meant = means(stem(word)) if word else frozenset()

    def tells(passage: Passage) -> bool:
        if not fragment.tells.is_in(passage.text) or (meant and meant.isdisjoint(meanings(passage.text))):
            return False
        return clause.wants != "where" or fragment.near < _WHEREABOUTS or _names_place(passage)

    return tells


def _names_place(passage: Passage) -> bool:
    return any(is_place(frozenset((one,))) for one in passage.entities)


def _by_words(clause: Clause, needed: tuple[str, ...]) -> Callable[[Passage], bool]:
    """Whether a sentence says, in any way, all the words of a clause, and holds the kind of thing it asks for."""
    alone = len(needed) == 1  # one word that a sentence only hints at ties it to anything
    meant = [means(word) | (frozenset() if alone else meaning_of(word)) for word in needed]

    def tells(passage: Passage) -> bool:
        said = meanings(passage.text)
        if any(one.isdisjoint(said) for one in meant):
            return False
        return clause.wants not in _EXACT or of_the_kind(passage, clause, ())

    return tells


def _speaks_of(desk: Desk, passage: Passage, subject: Subject, away: int, others: bool) -> bool:
    """Whether a sentence is about a subject: one of those that answered, beside them, or of it by name.

    `others`: somebody else is asked for, whom it may name.
    """
    if away == 0:
        return True
    discourse = desk.sentences.discourse
    shown = frozenset(i for p in subject.at for i in discourse.ids(p))
    strangers = {
        i for i in discourse.ids(passage) - subject.ids - shown if discourse.kind(i) in ("org", "person", "product")
    }
    first = next(iter(discourse.named(passage)), None)
    begins = first is not None and first.start <= _BEGINS and bool(first.ids & strangers)
    begins = begins and not _POINTS.search(passage.text)  # "Acme has sent two of them back"
    opener = discourse.opener(passage) if discourse.goes_on(passage) else frozenset()
    if opener and not opener & (subject.ids | shown):
        return False
    if away <= _BESIDE:
        return not begins
    if others and away <= _NEAR and not begins:
        return True  # who it was is told in passing, of what is told around it
    if not subject.named:
        return (away <= _NEAR or len(subject.articles) == 1) and not begins
    sure = desk.sentences.evidence.speaks_of(passage, (subject.named,))
    if sure >= _BY_NAME:
        return True
    if others and not begins and any(discourse.names_one(p, subject.named) for p in discourse.near(passage, _NEAR)):
        return True
    makers = subject.named.union(*(desk.facts.kin(one) for one in subject.named))
    about = discourse.is_about(passage.article, makers)
    sure = max(sure, desk.sentences.evidence.speaks_of(passage, (makers,)))
    return about and sure >= _OF_ITS_ARTICLE and not begins and (others or not strangers or away <= _NEAR)


def _of_person(desk: Desk, passage: Passage, subject: Subject, many: bool, away: int) -> bool:
    """Whether a sentence names a person who was spoken of, by one part of the name at least, or begins with "he".

    It may name somebody else where it answered who it is, or, right beside those, where several are asked of.
    """
    if away == 0 and subject.last.clause.wants == "who" and _WRITTEN_NAME.search(passage.text):
        return True
    if many and away <= _NEAR and _WRITTEN_NAME.search(passage.text):
        return True
    people = [one for one in subject.ids if desk.facts.kind(one) == "person"]
    if not people:
        return False
    parts = [part for one in people for part in desk.facts.name(one).split() if len(part) > 1]
    return bool(_HE_OR_SHE.match(passage.text)) or bool([part for part in parts if spelled(passage.text, (part,))])


def _articles_on(desk: Desk, subject: Subject) -> list[str]:
    """The articles that are about a subject of which nothing was told yet."""
    named = frozenset(i for i in subject.named if not is_place(frozenset((i,))))
    if not named:
        return []
    discourse = desk.sentences.discourse
    met = desk.facts.search(discourse.all_names(named), _SEARCHED)
    articles = dict.fromkeys(p.article for p in met if discourse.names_one(p, named))
    about = [article for article in articles if discourse.is_about(article, named)]
    return (about or list(articles))[:_ARTICLES]
