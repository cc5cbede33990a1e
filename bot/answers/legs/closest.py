"""The last leg: of a question that says something in particular, the sentences that come closest to it.

Nothing else answered, so no rule knows what is asked. A question of few words (who founded, how many work) is what
the rules know; where they found nothing there is nothing. One of several telling words has a sentence close to it
by accident only seldom, as long as it speaks of those who are named and holds the kind of thing that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause
from bot.answers.asked.words import spelled, words
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.in_place import asks_for_all
from bot.answers.legs.frames import asks_whether_somebody_answered
from bot.answers.legs.other_words import to_the_point
from bot.answers.proof.asked_in_words import verb_asked
from bot.answers.proof.kinds import asked_thing
from bot.answers.proof.proving import holds_kind, told_proves
from bot.answers.query import Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import BESIDE
from bot.answers.sentences.meanings.loose import PLAIN, means
from bot.answers.sentences.meanings.of_questions import meaning_of, meanings
from bot.answers.sentences.misread import told_of_another
from bot.answers.sentences.retrieval import narrows
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

CLOSEST = "closest"
"""What sentences are found by that only come close to what is asked."""


@dataclass(frozen=True, slots=True)
class _Needs:
    """What a question needs to be answered by a sentence that only comes close to it."""

    words: int = 3
    """Words that tell something of what is asked."""
    close: float = 1.7
    """How close the sentence comes."""
    own: float = 0.0
    """The share of the words that the sentence holds itself."""
    around: float = 0.0
    """The share that it holds with those around it."""


_NEEDS = {
    "why": _Needs(words=2, close=1.1, own=0.1, around=0.72),
    "yes": _Needs(around=0.55),
    "when": _Needs(words=4, own=0.2, around=0.5),
    "count": _Needs(words=2, close=1.9, own=0.2, around=0.9),
}
_OF_ONE = _Needs(close=2.05, own=0.2, around=0.9)
"""A sum, a day or somebody that sentences around it say hardly all of is that of something else."""
_OF_FIGURES = _Needs(own=0.2, around=0.35)
_BODY = (
    r"(?:[\w<>-]+ ){0,5}?(?:compan(?:y|ies)|start-?ups?|makers?|manufacturers?|firms?|business|outfits?|developers?|"
    r"spin-?offs?|unicorn)\b(?! <)"
)
_DESCRIBED = Pattern(rf"\b(?:which|what|an?|the|that|some) {_BODY}")
"""Somebody who is described, whom sentences on the words of the description alone do not tell from others."""
ASKS_DESCRIBED = Pattern(rf"^(?:and |so )?(?:which|what) {_BODY}")
"""Such a one is who is asked for."""
_WHOLLY = 0.7
_TYPED = frozenset(("money", "count", "percent", "when"))
_ONE = frozenset(("money", "when", "who"))
_NEARLY = 0.6
"""How much less close another sentence may come that is shown with the closest one."""
_MOST = 3
_AROUND, _BACK = 2, 4
_OF_THERE = 5
"""Letters of the name of a place that a word for its people has, too."""
_NAMING, _LOOKED_AT, _ARTICLES = 60, 40, 3
"""Sentences that are looked at for the names and for the words, and articles that are read whole."""


def closest(desk: Desk, parts: Sequence[Clause]) -> tuple[list[Found], list[str]]:
    """What comes closest to each part of a message that names somebody, and the words of the other parts."""
    found: list[Found] = []
    missing: list[str] = []
    for clause in parts:
        meant = _meant(desk, clause)
        if passages := _closest(desk, meant):
            found.append(Found(meant, (), passages, meant.ids, rule=CLOSEST))
            desk.memory.add(Focus(meant, meant.ids, tuple(p.text for p in passages), (), passages))
        else:
            desk.memory.add(Focus(clause))
            missing.append(clause.asked or clause.text)
    return found, missing


def _meant(desk: Desk, clause: Clause) -> Clause:
    """A clause with the names that it points back to, or that it writes small and only the articles know."""
    if clause.names or clause.unknown:
        return clause
    if clause.pronoun:
        return next(iter(desk.resolver.readings(clause, desk.memory)), clause)
    return replace(clause, unknown=tuple(word for word in words(clause.unmarked) if desk.lookup.spotter.proper(word)))


def _closest(desk: Desk, clause: Clause) -> tuple[Passage, ...]:
    weights = desk.sentences.closeness.weights(clause)
    needs = _needs(clause)
    if not (clause.names or clause.unknown) or _says(clause, weights) < needs.words:
        return ()
    if asks_whether_somebody_answered(desk, clause) or asks_for_all(clause.text):
        return ()  # what somebody answered is told by few words, and a list by all of its sentences
    near = [one for article in _articles(desk, clause) for one in desk.sentences.closeness.ranked(clause, article, 0.0)]
    near.sort(key=lambda one: -one.score)
    near = [one for one in near if one.score >= needs.close and _answers(desk, clause, one.passage, weights, needs)]
    kept = to_the_point(clause, (one.passage for one in near[:_MOST] if one.score >= near[0].score - _NEARLY))
    beside = desk.sentences.discourse.near(kept[0], 1, 1) if kept else []
    return tuple(dict.fromkeys((*kept[:1], *(p for p in beside if p.ordinal > 0), *kept[1:])))


def _says(clause: Clause, weights: Iterable[str]) -> int:
    """How much a clause says: its words, each part of a turn of phrase, the places beside other names."""
    groups = clause.groups()
    places = sum(map(is_place, groups))
    telling = (word for word in weights if word not in PLAIN)
    return sum(1 + word.count("-") + word.count(" ") for word in telling) + (places if places < len(groups) else 0)


def _needs(clause: Clause) -> _Needs:
    needs = _NEEDS.get(clause.wants)
    if needs is None and clause.wants in _ONE:
        needs = _OF_ONE
    if needs is None:
        needs = _OF_FIGURES if clause.wants in _TYPED or asked_thing(clause.shape) is not None else _Needs()
    return replace(needs, around=_WHOLLY) if _DESCRIBED.search(clause.shape) and needs.around < _WHOLLY else needs


def _answers(desk: Desk, clause: Clause, passage: Passage, weights: dict[str, float], needs: _Needs) -> bool:
    """Whether a sentence speaks of those who are named, of the time that is meant, and holds what is asked for."""
    discourse = desk.sentences.discourse
    if passage.ordinal == 0 or is_furniture(passage.text) or not _narrows(desk, passage, clause):
        return False
    groups = _bodies(clause)
    if groups and desk.sentences.evidence.speaks_of(passage, groups) <= BESIDE:
        return False
    around = " ".join(p.text for p in (passage, *discourse.near(passage, _AROUND, _AROUND)))
    if not all(_tells_place(desk, ids, around) for ids in clause.groups() if ids not in groups):
        return False
    if share_said(weights, meanings(passage.text)) < needs.own or share_said(weights, meanings(around)) < needs.around:
        return False
    if told_of_another(discourse, clause, passage):
        return False
    done = verb_asked(clause.shape)
    return (done is None or done.in_text(around)) and is_proved(desk, clause, passage)


def is_proved(desk: Desk, clause: Clause, passage: Passage) -> bool:
    """Whether a sentence holds what a clause asks, with those beside it."""
    discourse = desk.sentences.discourse
    return told_proves(discourse, clause, [passage, *discourse.near(passage, 1, 1)], first=True)


def may_hold(desk: Desk, clause: Clause, texts: Sequence[str]) -> bool:
    """Whether some sentences together hold the kind of thing that a clause asks for, of whomever they tell it."""
    return holds_kind(desk.sentences.discourse, clause, " ".join(texts))


def _tells_place(desk: Desk, ids: Ids, text: str) -> bool:
    """Whether a text speaks of a place, or of what is of there: "in Germany" is told as "German"."""
    names = (desk.facts.name(one) for one in ids)
    return any(re.search(rf"(?<!\w){re.escape(name[: min(len(name) - 1, _OF_THERE)])}", text, re.I) for name in names)


def _bodies(clause: Clause) -> tuple[Ids, ...]:
    """Whom a clause names: places only where it names nothing else."""
    groups = clause.groups()
    return tuple(ids for ids in groups if not is_place(ids)) or groups


def _narrows(desk: Desk, passage: Passage, clause: Clause) -> bool:
    """Whether a sentence is of the period that is meant, and it or those around it of the round."""
    if narrows(passage, clause) or not clause.narrow.round:
        return narrows(passage, clause)
    near = (*desk.sentences.discourse.near(passage, _BACK, 1), *desk.sentences.discourse.article(passage.article)[:1])
    of_any = replace(clause, narrow=replace(clause.narrow, round=""))
    return narrows(passage, of_any) and any(narrows(p, clause) for p in near)


def share_said(weights: dict[str, float], said: frozenset[str]) -> float:
    """The share of some words, by weight, that are said in any way; `said`: all that a text may mean."""
    held = sum(weight for word, weight in weights.items() if (means(word) | meaning_of(word)) & said)
    return held / sum(weights.values()) if weights else 1.0


def _articles(desk: Desk, clause: Clause) -> list[str]:
    """The articles that name all who are asked about, those first that hold most of the words."""
    facts, discourse = desk.facts, desk.sentences.discourse
    articles: list[str] | None = None
    for ids in (*_bodies(clause), *(clause.names[i].ids for i in sorted(clause.tellers))):
        met = facts.search(discourse.all_names(ids), _NAMING, articles)
        articles = list(dict.fromkeys(p.article for p in met if discourse.names_one(p, ids)))
    for word in dict.fromkeys(clause.unknown):
        met = facts.search(word, _NAMING, articles)
        articles = list(dict.fromkeys(p.article for p in met if spelled(p.text, (word,))))
    if articles is None:
        return []
    if len(articles) > _ARTICLES:
        met = facts.search(clause.unmarked, _LOOKED_AT, articles)
        articles = list(dict.fromkeys((*(p.article for p in met), *articles)))
    return articles[:_ARTICLES]
