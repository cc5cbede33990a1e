"""Sentences that answer a message which names nobody: those that hold what it describes and tell what it asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers.asked.kindred import kindred
from bot.answers.asked.question import clauses
from bot.answers.asked.wishes import Term, Wish, wishes
from bot.answers.asked.words import stems
from bot.answers.peoples import country_meant
from bot.answers.query import Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.nameless.asked_for import gives_kind, is_price_alone, is_then
from bot.answers.sentences.nameless.description import Holding
from bot.answers.sentences.nameless.kinds_told import tells_one
from bot.answers.sentences.nameless.shown import Showing
from bot.answers.sentences.retrieval import Sentences
from bot.answers.whereabouts import only_places
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_HITS, _HITS_OF_MANY = 50, 12
"""Sentences in which a description is looked for."""
_ARTICLES, _ARTICLES_OF_MANY = 8, 3
"""Articles that are read sentence by sentence."""
_NEAR = (1.0, 0.9, 0.8, 0.7, 0.7)
"""What a word counts that stands in the sentence itself, in one beside it, in the one after that and so on."""
_ABOVE, _PLACE_ABOVE, _LINKED = 0.82, 0.9, 0.9
"""The same in the title or the opening, and in a sentence on the same."""
_GENERIC = 1.0
"""The weight of a word that nearly everything may be called by."""
_MOST_WEIGHT = 8.5
_HELD = 0.8
"""The share of the weight of a description that has to stand around a sentence."""
_HELD_EXACTLY, _EXACTLY = 0.7, 16.0
"""The share that is enough where words of that weight stand there just as they are."""
_HELD_HERE = 0.3
"""The share that the sentence has to hold which describes best, and without any other the one that answers."""
_PLAINLY = 0.3
"""The share of which the words themselves have to stand there."""
_SAYS_ENOUGH, _TELLS = 11.5, 4.0
"""The weight of words that leaves no doubt what is described, and what counts that the sentence tells what is asked."""
_SAYS_ENOUGH_ALONE = 9.0
"""The same where one word describes, which hardly any sentence holds, and nothing else is asked."""
_LIMITED = 6.0
"""What counts that a sum has to be told within a limit."""
_ALONE = 0.6
_BESIDE_NAMES = 2
"""Words that have to describe something where somebody is named as well."""
_LESS = 0.1
_AFTER, _BEFORE = 3, 2
_MOST_SHOWN = 7
_PLACES_TELL = 0.3
_FEW = 3
_OPENING = 5
"""Sentences at the start of an article that tell what it is about."""
_HELD_BELOW = 0.2
"""The share that a sentence has to hold where the opening describes."""
_PLACES, _PLACES_OF_MANY = 2, 4
_MANY = Pattern(
    r"\b(?:which|what|list|name|show|any|all) (?:[\w-]+ ){0,3}?(?:companies|start-?ups|firms|makers|investors|deals|"
    r"rounds|robots|humanoids|contracts|\w+[^s]s)\b|^who (?:else )?(?:makes|builds|sells|invested|backs)\b"
)
_BY_TITLE = (("founding",),)
"""What a title tells for all that stands below it: "Five founders to watch"."""
_ROW, _ROWS = " | ", 15


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences that answer a message, and the words of its parts that none of them answers."""

    passages: tuple[Passage, ...]
    missing: tuple[str, ...]
    held: float
    own: float
    """The share that the best of the sentences holds itself."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence that answers the first part of a message, and the one that describes best what it is about."""

    passage: Passage
    anchor: Passage
    held: float
    own: float
    """The share that the better of the two holds itself."""
    alone: float
    """The share that the first holds."""

    @property
    def rank(self) -> float:
        return self.held + self.own


class Nameless:
    """Finds what is described and not named in the articles of one store."""

    def __init__(self, sentences: Sentences) -> None:
        self._facts = sentences.facts
        self._discourse = sentences.discourse
        self._evidence = sentences.evidence
        self._holding = Holding(sentences.discourse)
        self._showing = Showing(sentences.discourse)
        self._last: tuple[str, date, Told | None] | None = None
        """What was asked last, for one message is looked into from several sides."""

    def telling(self, message: str, today: date) -> Told | None:
        """The sentences that tell what a message asks; None where none does."""
        if self._last is None or self._last[:2] != (message, today):
            self._last = (message, today, self._found(message, today))
        return self._last[2]

    def _found(self, message: str, today: date) -> Told | None:
        asked = wishes(clauses(message, self._discourse.spotter, today))
        if not asked:
            return None
        many = bool(_MANY.search(asked[0].clause.shape))
        found: list[tuple[_Place, Told]] = []
        for place in self._places(asked):
            if found and place.rank < found[0][0].rank - 2 * _LESS:
                break
            told = self._told(place, asked)
            if told is None:
                continue
            if not self._showing.asks_somebody(asked[0]) or self._showing.calls_somebody(told.passages):
                found.append((place, told))
        if not found:
            return None
        fewest = min(len(told.missing) for _, told in found)
        best = [(place, told) for place, told in found if len(told.missing) == fewest]
        shown = [passage for _, told in best[: _PLACES_OF_MANY if many else _PLACES] for passage in told.passages]
        first = best[0][1]
        return Told(tuple(dict.fromkeys(shown))[:_MOST_SHOWN], first.missing, first.held, first.own)

    def rate(self, message: str, today: date, passages: Sequence[Passage], texts: Sequence[str]) -> tuple[float, bool]:
        """The share of a description that the best of some sentences or texts holds; whether somebody is named there.

        Somebody need be named only where somebody is asked for.
        """
        asked = wishes(clauses(message, self._discourse.spotter, today))
        lead = asked[0]
        weights = {term: self._weight(term) for term in lead.terms if not term.generic or passages}
        total = sum(weights.values())
        if not total:
            return 1.0, True
        shares = [sum(w * self._holding.share(t, [p]) for t, w in weights.items()) / total for p in passages]
        said = stems(" ".join(texts)) if texts else frozenset()
        plain = {t: w for t, w in weights.items() if not t.ids and not country_meant(t.stem)}
        if texts and plain:
            held = sum(w for t, w in plain.items() if kindred(t.stem) & said)
            shares.append(held / sum(plain.values()))
        elif texts:
            shares.append(1.0)
        told = [all(any(self._fits(p, wish) for p in passages) for wish in asked)] if passages and not texts else [True]
        if not all(told):
            return 0.0, True
        ours = {i for wish in asked for term in wish.terms for i in term.ids}
        needs = self._showing.asks_somebody(lead) and not texts
        named = not needs or any(self._showing.names(p, {"org", "person"}, ours) for p in passages)
        return max(shares, default=0.0), named

    def tells(self, message: str, today: date, passages: Sequence[Passage]) -> bool:
        """Whether some sentences tell what the first part of a message asks."""
        asked = wishes(clauses(message, self._discourse.spotter, today))
        return not asked or any(self._fits(p, asked[0]) for p in passages)

    def _fits(self, passage: Passage, wish: Wish) -> bool:
        return self._tells_all(wish, passage, passage) and gives_kind(passage, wish, self._discourse)

    def _weight(self, term: Term) -> float:
        if term.generic:
            return _GENERIC
        return min(_MOST_WEIGHT, self._evidence.word_weights((term.word,))[term.word])

    def _places(self, asked: Sequence[Wish]) -> list[_Place]:
        """The sentences that answer the first part of a message, those first around which most of it stands."""
        lead = asked[0]
        described = lead.terms or tuple(dict.fromkeys(term for wish in asked for term in wish.terms))
        weights = {term: self._weight(term) for term in described}
        total = sum(weights.values())
        known = not only_places(one for t in described for one in t.ids)
        others = sum(not (t.generic or t.ids or t.named) for t in described)
        narrow = lead.clause.narrow
        limited = any(sum_told is not None for sum_told in (narrow.least, narrow.most, narrow.about))
        enough = _SAYS_ENOUGH if lead.tellings or limited or others > 1 else _SAYS_ENOUGH_ALONE
        if not total or total + _TELLS * bool(lead.tellings) + _LIMITED * limited < enough:
            return []
        if others < (_BESIDE_NAMES if known else any(t.named or t.ids for t in described)):
            return []  # the name decides, and what is told of it was looked for
        sought = " ".join(word for term in described for word in self._holding.sought(term))
        large = self._facts.is_large
        hits = self._facts.search(sought, _HITS_OF_MANY if large else _HITS)
        articles = list(dict.fromkeys(p.article for p in hits))[: _ARTICLES_OF_MANY if large else _ARTICLES]
        found = [place for article in articles for place in self._of_article(article, lead, weights)]
        return sorted(found, key=lambda one: -round(one.rank, 2))

    def _of_article(self, article: str, lead: Wish, weights: dict[Term, float]) -> list[_Place]:
        """The sentence of an article that answers best, and others that hold as much where several are asked for."""
        found = sorted(self._answering(article, lead, weights), key=lambda one: -one.rank)
        many = bool(_MANY.search(lead.clause.shape))
        rest = (one for one in found[1:] if many and one.alone >= _ALONE and one.rank >= found[0].rank - _LESS)
        return [*found[:1], *list(rest)[: _PLACES_OF_MANY - 1]]

    def _answering(self, article: str, lead: Wish, weights: dict[Term, float]) -> Iterator[_Place]:
        """The sentences of an article that answer, around which enough stands of what is described."""
        total = sum(weights.values())
        sentences = [p for p in self._discourse.article(article) if not is_furniture(p.text)]
        columns = [(t, self._holding.shares(t, article)) for t in weights]
        shares = {p.ordinal: {t: told[p.ordinal] for t, told in columns} for p in sentences}
        own = {n: sum(weights[t] * share for t, share in row.items()) / total for n, row in shares.items()}
        if not own or max(own.values()) < _HELD_HERE:
            return
        anchor = max(sentences, key=lambda p: (_described(shares[p.ordinal], weights), p.ordinal > 0))
        linked = self._linked(anchor)
        enough = _HELD_BELOW if anchor.ordinal < _OPENING else _HELD_HERE
        reach = len(_NEAR) if lead.tellings or not anchor.ordinal else 2
        for passage in sentences[1:] if sentences[0].ordinal == 0 else sentences:
            away = abs(passage.ordinal - anchor.ordinal)
            near = away < reach and self._showing.goes_with(passage, anchor)
            theirs = bool(linked & self._discourse.ids(passage)) or self._showing.follows_on(passage, anchor)
            if passage.ordinal < anchor.ordinal and not theirs and own[passage.ordinal] < _HELD_HERE:
                near = near and away == 1 and self._discourse.goes_on(anchor)
            if not (near or theirs or own[passage.ordinal] >= enough) or not is_then(passage, lead.clause):
                continue
            if not (self._tells_all(lead, passage, anchor) and gives_kind(passage, lead, self._discourse)):
                continue
            held, exactly, plainly = 0.0, 0.0, 0.0
            for term, weight in weights.items():
                around = ((abs(n - passage.ordinal), row[term]) for n, row in shares.items())
                share = max((_NEAR[away] * here for away, here in around if away < len(_NEAR)), default=0.0)
                above = max((row[term] for n, row in shares.items() if n < _OPENING), default=0.0)
                share = max(share, (_PLACE_ABOVE if term.ids else _ABOVE) * above)
                if theirs or passage is anchor:
                    share = max(share, _LINKED * shares[anchor.ordinal][term])
                held += weight * share / total
                exactly += weight * (share >= _NEAR[2] and not term.generic)
                plainly += weight * (max(shares[passage.ordinal][term], shares[anchor.ordinal][term]) > _NEAR[1])
            if plainly < _PLAINLY * total:
                continue  # nothing but words of the kind
            least = _HELD_EXACTLY if exactly >= _EXACTLY else _HELD
            beside = _NEAR[min(away, len(_NEAR) - 1)] * own[anchor.ordinal] if near or theirs else 0.0
            if held >= least:
                alone = own[passage.ordinal]
                yield _Place(passage, anchor, held, max(alone, beside), alone)

    def _linked(self, passage: Passage) -> Ids:
        """Whom else a sentence may be followed to: those that it names, where they are few."""
        ids = frozenset(i for i in self._discourse.ids(passage) if self._discourse.kind(i) in ("org", "product"))
        return ids if len(ids) <= _FEW else frozenset()

    def _is_foreign(self, wish: Wish, shown: Sequence[Passage]) -> bool:
        """Whether a part of a message that nothing answers says a word that none of some sentences says."""
        own = [term for term in wish.terms if not term.generic and not term.ids]
        return not all(self._holding.share(term, shown) for term in own)

    def _told(self, place: _Place, asked: Sequence[Wish]) -> Told | None:
        """What the sentences around a place tell of each part of a message; None where a part asks something else."""
        anchor, answer = place.anchor, place.passage
        shown = {p.ordinal: p for p in (answer, anchor)}
        missing: list[str] = []
        around = [answer, anchor, *self._discourse.near(answer, 0, _AFTER), *self._discourse.near(anchor, 0, _AFTER)]
        around += [*reversed(self._discourse.near(anchor, _BEFORE)), *reversed(self._discourse.near(answer, _BEFORE))]
        for near in self._discourse.near(answer, 1, 1):
            if near.ordinal and any(self._adds(term, near, (answer, anchor)) for term in asked[0].terms):
                shown[near.ordinal] = near
        linked = self._linked(anchor)
        for wish in asked[1:]:
            met = self._answer(anchor, wish, around)
            if met is None and linked:
                theirs = [p for p in self._discourse.article(anchor.article) if linked & self._discourse.ids(p)]
                met = self._answer(anchor, wish, theirs)
            if met is not None:
                shown[met.ordinal] = met
            elif self._is_foreign(wish, list(shown.values())):
                return None
            else:
                missing.append(wish.clause.text)
        self._showing.with_more(shown)
        ours = {i for wish in asked for term in wish.terms for i in term.ids}
        self._showing.with_names(shown, ours, asked[0])
        return Told(tuple(shown[n] for n in sorted(shown)), tuple(missing), place.held, place.own)

    def _adds(self, term: Term, near: Passage, others: Sequence[Passage]) -> bool:
        """Whether a sentence says a word of a description that the others do not say."""
        return not term.generic and self._holding.share(term, [near]) > self._holding.share(term, others)

    def _answer(self, anchor: Passage, wish: Wish, around: Sequence[Passage]) -> Passage | None:
        """The sentence among some that tells what a further part of a message asks."""
        own = [term for term in wish.terms if not term.generic and not term.ids]
        for near in around:
            if near.ordinal == 0 or is_furniture(near.text) or not is_then(near, wish.clause):
                continue
            if near is not anchor and not self._showing.goes_with(near, anchor):
                continue
            if not all(self._holding.share(term, [near]) for term in own):
                continue
            if wish.tellings == (("price",),) and is_price_alone(near):
                return near  # a price, and nothing else
            if self._tells_all(wish, near, anchor) and gives_kind(near, wish, self._discourse):
                return near
        return None

    def _tells_all(self, wish: Wish, passage: Passage, anchor: Passage) -> bool:
        """Whether a sentence, with the one beside it that describes, tells each thing that a part of a message asks."""
        both = (passage, anchor) if abs(passage.ordinal - anchor.ordinal) <= 1 else (passage,)
        text = self._head(passage) + self._text(both)
        told = [
            group
            for group, word in zip(wish.tellings, wish.asking, strict=True)
            if self._one(group, word, text, passage)
        ]
        if len(told) == len(wish.tellings) or not told or wish.clause.wants in ("who", "thing", "yes"):
            return len(told) == len(wish.tellings)
        # What only describes may be told beside it.
        wide = self._text((anchor, passage, *self._discourse.near(passage, 2, 2)))
        return all(group in told or tells_one(wide, group) for group in wish.tellings)

    def _one(self, group: tuple[str, ...], word: str, text: str, passage: Passage) -> bool:
        """Whether a sentence tells one thing that is asked: by what it says, or by the word that asks."""
        by_title = group in _BY_TITLE and tells_one(passage.citation.title, group)
        return by_title or tells_one(text, group) or word in self._discourse.stems(passage)

    def _text(self, passages: Sequence[Passage]) -> str:
        return "\n".join(f"{self._discourse.asked_before(p)} {p.text}" for p in passages)

    def _head(self, passage: Passage) -> str:
        """The first row of the table that a row stands in."""
        if _ROW not in passage.text:
            return ""
        head = ""
        for before in reversed(self._discourse.near(passage, _ROWS)):
            if _ROW not in before.text:
                break
            head = before.text
        return f"{head}\n"


def _described(row: dict[Term, float], weights: dict[Term, float]) -> float:
    """How much of a description a sentence holds, where places only help to tell it."""
    return sum(
        share * weights[t] * (_PLACES_TELL if t.ids or country_meant(t.stem) else 1.0) for t, share in row.items()
    )
