"""Sentences that answer in other words than the question's: by what its words may mean, and by what stands around."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bot.answers.asked.question import Clause
from bot.answers.asked.words import spelled, stems
from bot.answers.query import Ids
from bot.answers.sentences.counting import must
from bot.answers.sentences.discourse import Discourse, is_furniture
from bot.answers.sentences.evidence import Evidence
from bot.answers.sentences.forms import FORM, is_of_form, names_somebody
from bot.answers.sentences.meanings.of_questions import base, meaning_of, meanings, other_words, turns_in
from bot.answers.whereabouts import is_place, only_places
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_NAMING, _NAMING_OF_MANY = 60, 15
_ARTICLES, _ARTICLES_OF_MANY = 6, 3
_LOOKED_AT = 40
"""Sentences that hold some of the words, around which is looked."""
_NEAR = ((0, 1.0), (-1, 0.85), (1, 0.8), (-2, 0.75), (-3, 0.6))
"""How much a word counts that stands so many sentences before or after."""
_IN_TITLE = 0.5
_HELD_HERE = 0.3
"""The share of the words that the sentence itself has to hold."""
ENOUGH, _SURELY = 0.57, 0.74
"""How well a sentence has to answer; below the second it has to be plainly on what is asked."""
_BESIDE_FULLY = 0.9
"""The share of the words that a sentence on somebody else has to hold itself then."""
_NAMED, _GOES_ON, _NEXT, _NEARBY, _ABOUT, _BESIDE_ANOTHER = 1.0, 0.97, 0.95, 0.92, 0.9, 0.7
"""How surely a sentence speaks of a name: it holds it, goes on, stands right after it or near, in an article on it."""
_CLOSE = 0.08
_MOST_WEIGHT, _OF_A_TURN = 7.5, 6.0
_LITTLE, _SAYS_LITTLE = 0.25, 3.0
_SOMEWHERE = 0.8
"""The same where its article names it, and nobody else is spoken of around the sentence."""
_IN_ARTICLE = 0.85
"""The same of one name where the sentence holds the other."""
_BOTH = 2
"""Names that are enough where a question says little beside them."""
_LOOK_BACK, _LOOK_FAR = 3, 8
_OFTEN = 3
"""Sentences that name what an article is about, at least."""
_SOON = 40
"""Letters within which a sentence names whom it is on."""
_MOST_KEPT = 2000
_LONG = 5
"""Letters of a name that is no other word."""
_OURS = Pattern(r"\b(?:I|we|our|us|my)\b|我们")
"""What somebody says of themselves, as in an interview."""
_DIGITS = Pattern(r"(?<![\w.,-])\d[\w.,]*\w|(?<![\w.,-])\d(?![\w.,])")
_YEAR_ABOVE = Pattern(r"^\W*(?:19|20)\d\d(?!\d)")
"""How an entry of a timeline begins."""
_PERSONAL = Pattern(r"\b(?:he|she|his|her|him|i|my|me|we|our|us|they|their)\b|[他她]", re.I)
_MOST_SHOWN = 6
_EXPLAINS = Pattern(r"\b(?:because|explain\w*|reasons?|that is why|that's why|due to)\b|^\W*why\?|因为|原因", re.I)
_ANSWER = 3
"""Sentences that an answer in an interview goes on for."""
_ASKS = Pattern(r"[?？][\"”’')\]*]*\s*$")
_IDLE = stems(
    "high worth value amount sum money away gave give given altogether nowadays overall exactly actually behind fact "
    "remind know tell mention mentioned precise precisely "
    "approximately roughly ever really whole entire respective please own there anything something somewhere sort "
    "likely probably possibly presumably reportedly reported supposedly allegedly "
    "happen happened supposed mean means meaning apparently officially originally presently meanwhile anyway thing "
    "things kind each every single just only also even still yet already much many lot currently today now"
)
"""Words that no sentence need hold."""
_PLAIN = stems(
    "estimated estimate target targets begin began register registered cover covers report reported involve include "
    "concern regard contain product products industrial "
    "firm site business part quarter third first second half time times case side area local total president "
    "chairman ceo "
    "boss founder founders manager director chief head company's group's project unit division new use used work "
    "works go "
    "goes start begin get got have hold make carry handle deal market"
)
"""Words that say little beside others."""
_PEOPLES = stems(
    "american british chinese dutch french german indian israeli italian japanese korean russian spanish swedish swiss "
    "taiwanese polish danish norwegian finnish austrian belgian canadian mexican brazilian australian european asian "
    "african californian texan us uk eu turkish czech estonian lithuanian irish scottish saudi emirati vietnamese thai"
)
"""Where something is told more exactly than asked: the Polish site is the one in Lodz."""
_SORTS = Pattern(
    r"\b(?:which|what) (?:[\w-]+ ){0,3}?(companies|company|firms?|makers?|contractors?|customers?|clients?|banks?|"
    r"hospitals?|retailers?|chains?|universit(?:y|ies)|schools?|institut\w+|agenc(?:y|ies)|ministr(?:y|ies)|relatives?|"
    r"colleagues?|cit(?:y|ies)|countr(?:y|ies)|towns?|states?|places?|sites?|brands?|groups?|partners?|newspapers?|"
    r"suppliers?|brokers?|brokerages?|funds?|investors?|airlines?|supermarkets?|carmakers?|manufacturers?|brothers?|"
    r"organi[sz]ations?|bod(?:y|ies)|unions?|courts?|regulators?|competitors?|rivals?|products?|models?|persons?|"
    r"people)\b"
)
"""Whom a question asks for by their sort: the answer gives the name and need not say the sort."""
_HEADING = Pattern(r"^.{3,90}[^.!?。！？…:：\"”’')\]\s]\s*$|^\W*(?:#|\d+\.|\*\*)")


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence, how well it answers, and those beside it that it needs to."""

    score: float
    passage: Passage
    beside: tuple[Passage, ...]


class Paraphrases:
    """Looks for answers in other words in the articles of one store."""

    def __init__(
        self, discourse: Discourse, evidence: Evidence, narrows: Callable[[Passage, Clause, str], bool]
    ) -> None:
        self._facts = discourse.facts
        self._discourse = discourse
        self._evidence = evidence
        self._narrows = narrows
        self._subjects: dict[tuple[str, Ids], bool] = {}

    def best(
        self, clause: Clause, plain: bool = False, fits: Callable[[str], bool] | None = None, limit: int = 2
    ) -> list[Passage]:
        """The sentences that answer a clause best, those beside them that belong to them with them.

        `plain`: a plain fact is asked for, which a sentence tells in plain words, too. `fits`: what it has to fit.
        """
        told_all = (told for told in self._told(clause, plain) if fits is None or fits(told.passage.text))
        found = sorted(told_all, key=lambda told: (-told.score, told.passage.article, told.passage.ordinal))
        kept = [told for told in found if told.score >= max(ENOUGH, found[0].score - _CLOSE)][:limit]
        out: dict[tuple[str, int], Passage] = {}
        for told in kept:
            for passage in sorted((told.passage, *told.beside), key=lambda p: p.ordinal):
                out.setdefault((passage.article, passage.ordinal), passage)
        return list(out.values())[:_MOST_SHOWN]

    def _told(self, clause: Clause, plain: bool = False) -> Iterable[_Told]:
        names = [clause.names[i].ids for i in (*clause.asked_about, *sorted(clause.tellers))]
        listed = clause.groups()
        groups = list(dict.fromkeys((*listed, *(clause.names[i].ids for i in sorted(clause.tellers)))))
        weights = self._weights(clause)
        if not names and not clause.unknown:
            return
        total = sum(weights.values())
        if total < _SAYS_LITTLE and len(groups) < _BOTH:
            return
        for passage in self._candidates(clause, groups, weights):
            if passage.ordinal == 0 or is_furniture(passage.text):
                continue
            if not self._is_of_then(passage, clause):
                continue
            said = self._said(passage)
            own = sum(weight for term, weight in weights.items() if meaning_of(term) & said)
            full = own > 0.99 * total and len(weights) > 1
            if (plain and not full) or own < _HELD_HERE * total or not self._is_of_form(passage, clause, groups, full):
                continue
            if not self._says_digits(passage, clause):
                continue
            speaks = self._speaks_of(passage, clause, groups)
            if not speaks or (len(weights) == 1 and speaks < _NEXT):
                continue
            held, beside = self._held(passage, weights, own)
            score = speaks * (held / total if total else 1.0)
            fully = own >= _BESIDE_FULLY * total
            if score >= _SURELY or (score >= ENOUGH and self._is_plainly_on(clause, said, speaks, fully)):
                yield _Told(score, passage, tuple({*beside, *self._goes_with(passage, clause)}))

    @staticmethod
    def _is_plainly_on(clause: Clause, said: frozenset[str], speaks: float, fully: bool) -> bool:
        """Whether a sentence that holds some of the words alone counts what is counted, and is on whom is asked."""
        if speaks <= _BESIDE_ANOTHER and not fully:
            return False
        return clause.wants != "count" or all(meaning_of(word) & said for word in must(clause))

    def _is_of_then(self, passage: Passage, clause: Clause) -> bool:
        """Whether a sentence may be of the period that is asked for, by the year above it, too, as in a timeline."""
        if self._narrows(passage, clause, ""):
            return True
        above = (p.text for p in reversed(self._discourse.near(passage, _LOOK_BACK)) if _YEAR_ABOVE.match(p.text))
        nearest = next(above, "")
        return bool(nearest) and self._narrows(passage, clause, nearest)

    def _says_digits(self, passage: Passage, clause: Clause) -> bool:
        """Whether a sentence or those before it hold the numbers that a question names: "Acme 04" is not Acme 03."""
        asked = _DIGITS.findall(clause.unmarked)
        near = (passage, *self._discourse.near(passage, _LOOK_BACK)) if asked else ()
        return all(any(spelled(p.text, (one,)) for p in near) for one in asked)

    def _weights(self, clause: Clause) -> dict[str, float]:
        """The words and turns of phrase of a clause that an answer has to hold, and how telling each is."""
        plain = FORM.sub(" ", clause.unmarked)
        turns = turns_in(plain)
        for turn in turns:
            for word in turn if len(turn) > 1 else ():
                plain = re.sub(rf"(?<![\w-]){re.escape(word)}(?![\w-])", " ", plain, count=1)
        sort = _SORTS.search(plain)
        sorts = stems(sort[1]) if sort else frozenset()
        left = replace(clause, shape=plain).content
        out = {}
        for word, weight in self._evidence.word_weights(left).items():
            if word in _IDLE or len(word) == 1:
                continue
            little = word in _PEOPLES or word in sorts or (word in _PLAIN and clause.wants != "who")
            out[word] = min(weight, _MOST_WEIGHT) * (_LITTLE if little else 1.0)
        return out | {" ".join(map(base, turn)): _OF_A_TURN for turn in turns}

    def _candidates(self, clause: Clause, groups: list[Ids], weights: dict[str, float]) -> list[Passage]:
        """Sentences of the articles that name all who are asked about, those first that hold most of the words."""
        many = self._facts.is_large
        articles: list[str] | None = None
        for ids in groups:
            names = self._discourse.all_names(ids)
            met = self._facts.search(names, _NAMING_OF_MANY if many else _NAMING, articles)
            naming = [p.article for p in met if self._discourse.names_one(p, ids)]
            articles = list(dict.fromkeys(naming))
        for word in dict.fromkeys(one.casefold() for one in clause.unknown):
            met = self._facts.search(word, _NAMING_OF_MANY if many else _NAMING, articles)
            articles = list(dict.fromkeys(p.article for p in met if spelled(p.text, (word,))))
        if not articles:
            return []
        articles = (
            articles[: _ARTICLES_OF_MANY if many else _ARTICLES] if len(groups) + len(clause.unknown) else articles
        )
        sought = [word for term in weights for word in (*term.split(" "), *other_words(term, 4 if many else 24))]
        if not sought:
            return [p for article in articles[:2] for p in self._discourse.article(article)]
        return self._facts.search(" ".join([clause.text, *sought]), _LOOKED_AT, articles)

    def _said(self, passage: Passage) -> frozenset[str]:
        asked = self._discourse.asked_before(passage)
        return meanings(passage.text) | meanings(asked) if asked else meanings(passage.text)

    def _is_of_form(self, passage: Passage, clause: Clause, groups: list[Ids], full: bool) -> bool:
        """Whether a sentence, or the one that goes on from it, gives what is asked for in the form it is asked for."""
        after = self._discourse.near(passage, 0, 1)
        texts = [passage.text]
        if clause.wants == "why":
            texts += (p.text for p in after)
            texts += [p.text for p in self._discourse.near(passage, 0, _LOOK_BACK) if _EXPLAINS.search(p.text)]
        asked = frozenset[str]().union(*groups)
        others = not only_places(set(passage.entities) - asked)
        if clause.wants == "who" or _SORTS.search(clause.shape):
            known = "|".join(re.escape(one) for one in (*(m.text for m in clause.names), *clause.unknown) if one)
            texts = [re.sub(rf"(?<!\w)(?:{known})(?!\w)", " ", passage.text, flags=re.I) if known else passage.text]
            if clause.wants == "thing" and not (others or names_somebody(texts[0])):
                return False
        return any(is_of_form(text, clause, others, full) for text in texts)

    def _speaks_of(self, passage: Passage, clause: Clause, groups: list[Ids]) -> float:
        """How surely a sentence speaks of all that a question names."""
        of_others = clause.wants == "who" or bool(_SORTS.search(clause.shape))
        called = [tuple(m.text for m in clause.names if m.ids & ids) for ids in groups]
        surely = [self._one(passage, ids, names, of_others) for ids, names in zip(groups, called, strict=True)]
        if clause.unknown:
            surely.append(self._spells(passage, clause.unknown))
        if len(surely) > 1 and max(surely) == _NAMED:
            where = [sure for sure, ids in zip(surely, groups, strict=False) if is_place(ids)]
            return max(min(surely), _IN_ARTICLE) if all(where) else 0.0  # the article names all of them
        return min(surely, default=0.0)

    def _one(self, passage: Passage, ids: Ids, called: tuple[str, ...], of_others: bool) -> float:
        if self._names(passage, ids, called):
            return _NAMED
        before = self._discourse.near(passage, _LOOK_BACK)
        if is_place(ids):
            near = [*before, *self._discourse.article(passage.article)[:3]]
            return _NEARBY if any(self._discourse.names_one(p, ids) for p in near) else 0.0
        kinds = self._discourse.kinds_of(ids)
        if self._discourse.goes_on_about(passage, ids, kinds):
            return _GOES_ON
        if "person" in kinds and not _PERSONAL.search(passage.text):
            return 0.0
        if _OURS.search(passage.text) and self._discourse.opens_on(passage.article, ids):
            return _NEXT
        others = {i for i in self._discourse.ids(passage) - ids if self._discourse.kind(i) in kinds}
        another = _BESIDE_ANOTHER if others and not of_others else 1.0
        leans = self._discourse.goes_on(passage)
        for one in reversed(before):
            if self._names(one, ids, called):
                next_to = one is before[-1] or (
                    one.ordinal == passage.ordinal - 2 and self._discourse.goes_on(before[-1])
                )
                return (_NEXT if next_to and not others else _NEARBY) * another
            if _HEADING.search(one.text) and one.ordinal > 0:
                break
        for one in reversed(self._discourse.near(passage, _LOOK_FAR)):
            if self._names(one, ids, called):
                return _ABOUT * another
            if self._begins_on_another(one, ids, kinds):
                leans = leans or one is before[-1]
                break
        if self._discourse.opens_on(passage.article, ids) or self._is_subject(passage.article, ids, called):
            on_another = leans or self._begins_on_another(passage, ids, kinds)
            return _ABOUT * (_BESIDE_ANOTHER if on_another else another)
        spoken_of = self._discourse.spoken_of(passage, kinds)
        return _SOMEWHERE if not spoken_of or spoken_of & ids else 0.0

    def _begins_on_another(self, passage: Passage, ids: Ids, kinds: frozenset[str]) -> bool:
        """Whether a sentence is on somebody else: it names them soon."""
        soon = (m.ids for m in self._discourse.named(passage) if m.start < _SOON)
        return any(not other & ids and any(self._discourse.kind(i) in kinds for i in other) for other in soon)

    def _is_subject(self, article: str, ids: Ids, called: tuple[str, ...]) -> bool:
        """Whether an article speaks of somebody about as often as of anybody else."""
        key = (article, ids)
        if key not in self._subjects:
            if len(self._subjects) > _MOST_KEPT:
                self._subjects.clear()
            every = self._discourse.article(article)
            told = Counter(i for p in every for i in p.entities if not i.startswith("place-") and i not in ids)
            mine = sum(self._names(p, ids, called) for p in every)
            self._subjects[key] = mine >= _OFTEN and 2 * mine >= max(told.values(), default=0)
        return self._subjects[key]

    def _names(self, passage: Passage, ids: Ids, called: tuple[str, ...]) -> bool:
        """Whether a sentence names one of some, be it as part of a longer name that nobody tied to it."""
        if self._discourse.names_one(passage, ids):
            return True
        return any(len(name) >= _LONG and not name.islower() and spelled(passage.text, (name,)) for name in called)

    def _spells(self, passage: Passage, names: tuple[str, ...]) -> float:
        if spelled(passage.text, names):
            return _NAMED
        near = self._discourse.near(passage, _LOOK_BACK)
        before = " ".join(p.text for p in near)
        if spelled(f"{passage.text} {before}", names):
            return _NEXT if spelled(f"{passage.text} {near[-1].text}", names) else _NEARBY
        opening = " ".join((passage.citation.title, *(p.text for p in self._discourse.article(passage.article)[:3])))
        return _ABOUT if spelled(f"{passage.text} {before} {opening}", names) else 0.0

    def _held(self, passage: Passage, weights: dict[str, float], own: float) -> tuple[float, list[Passage]]:
        """The weight of the words that a sentence and those around it say, and those it needs for that."""
        every = self._discourse.article(passage.article)
        held, beside = own, []
        said = self._said(passage)
        title = meanings(passage.citation.title)
        for term, weight in weights.items():
            meant = meaning_of(term)
            if meant & said:
                continue
            for by, share in _NEAR[1:]:
                at = passage.ordinal + by
                if 0 < at < len(every) and meant & self._said(every[at]):
                    held += weight * share
                    beside.append(every[at])
                    break
            else:
                held += weight * _IN_TITLE * bool(meant & title)
        return held, beside

    def _goes_with(self, passage: Passage, clause: Clause) -> list[Passage]:
        """What is shown with a sentence: whom it goes on about, and what goes on from it."""
        out = []
        before, after = self._discourse.near(passage, 1), self._discourse.near(passage, 0, 1)
        if before and passage.ordinal > 1 and self._discourse.goes_on(passage):
            out += before
        if self._discourse.asked_before(passage):
            for one in self._discourse.near(passage, 0, _ANSWER):
                if _ASKS.search(one.text):
                    break
                out.append(one)
        if clause.wants == "why":
            further = self._discourse.near(passage, 0, _LOOK_BACK + _ANSWER)
            explains = [n for n, one in enumerate(further) if _EXPLAINS.search(one.text)]
            out += (
                further[: explains[0] + (_ANSWER if _ASKS.search(further[explains[0]].text) else 1)] if explains else []
            )
        if after and (clause.wants in ("why", "thing", "yes") or self._discourse.goes_on(after[0])):
            out += after
        return out
