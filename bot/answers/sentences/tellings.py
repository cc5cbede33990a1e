"""The second leg where a question was understood: the sentences that tell what the facts were asked for in vain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, spelled, stems
from bot.answers.query import WRITTEN, Ids, Query
from bot.answers.sentences.counting import counted_in, counts, counts_goods
from bot.answers.sentences.deals.details import STRONGLY
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import of_the_kind
from bot.answers.sentences.kinds_told import NAME, aspects, is_taken, may_tell, tells
from bot.answers.sentences.particulars import gives
from bot.answers.sentences.retrieval import Sentences, narrows
from bot.answers.sentences.told_of import BESIDE, GOES_ON, ITS_POST, OURS, ToldOf
from bot.answers.whereabouts import only_places
from bot.grammar.money import tells_sum
from bot.grammar.patterns import Pattern
from bot.grammar.rounds import find_rounds
from bot.model.rounds import round_key
from bot.store.read import Passage

ENOUGH_TOLD = 0.8
"""How surely a sentence has to tell it."""
SURELY_TOLD = 0.95
"""How surely it has to where facts answer already."""
_WEAKLY = 0.8
"""What is left where a sentence tells a detail in words that tell other things, too."""
_UNSAID = 0.45
"""What is left where a sentence says none of the words that the question holds besides."""
_ARTICLES, _ARTICLES_OF_MANY = 12, 4
_FOLLOWING, _FURTHER = 3, 4
_NAMING, _NAMING_OF_MANY = 60, 12
_AS_NEAR = 15
"""Letters by which a round may be farther from a name than another and still be the one that is told of it."""
_SUMS = stems("money sum amount")
_SUMS_OF = frozenset(("valuation", "total_raised", "ipo"))
"""Sums that a sentence may tell of which only the one before it speaks."""
_SOMEBODY = Pattern(
    r"(?<=[\w,;:\"“(*] )[A-Z][\w-]+|[㐀-鿿]{2,}(?:资本|基金|创投|投资|集团|银行|科技|先生|女士|教授)|"
    r"(?:[由是为与和]|创始人|领投方?|投资方)[：:]?[㐀-鿿]{2,4}"
)
_BOUGHT_BY = Pattern(
    rf"\b(?:acquired|bought|taken over|snapped up|purchased|swallowed|absorbed) by (?:the )?(?:[\w-]+ )?{NAME}", re.I
)
"""Whom the name bought may follow in a list."""
_OF_ONE = frozenset(
    ("acquisition", "founding", "education", "ipo", "price", "employees", "revenue", "profit", "orders", "valuation")
)
"""What a sentence answers only if it tells it of the name: words alone are not enough."""
_ASKS_SOMEBODY = frozenset(("investors", "founders", "buyer", "person", "maker", "parties", "customer"))


def _is_of_round(marked: str, name: str) -> bool:
    """Whether, where a sentence tells several rounds and a name, the one nearest to the name is the one of a name."""
    rounds = find_rounds(marked) if NAME in marked else []
    if len(rounds) < 2:
        return True
    at = [place.start() for place in re.finditer(NAME, marked)]
    distance = {one: min(min(abs(one.start - n), abs(n - one.end)) for n in at) for one in rounds}
    nearest = min(distance.values())
    return any(round_key(one.round) == round_key(name) for one in rounds if distance[one] <= nearest + _AS_NEAR)


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing that a rule asked of the facts, and the words of the question that neither it nor a name explains."""

    query: Query
    rest: tuple[str, ...] = ()

    @property
    def ids(self) -> Ids:
        """Whom it is about above all."""
        named = self.query.named
        if not self.query.parts:
            return named[0] if named else frozenset()
        ids = self.query.parts[0].ids
        return named[0] if len(named) > 1 and ids == frozenset().union(*named) else ids

    @property
    def others(self) -> tuple[Ids, ...]:
        """Whom else a sentence or its neighbours have to name."""
        parts = tuple(part.ids for part in self.query.parts[1:])
        return tuple(ids for ids in (*parts, *self.query.named) if not ids & self.ids)


class Tellings:
    """Finds the sentences of the articles on a name that tell a kind of fact."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._discourse = sentences.discourse
        self._told_of = ToldOf(sentences.discourse)

    def best(self, clause: Clause, sought: Iterable[Sought], enough: float, limit: int = 3) -> list[Passage]:
        """The sentences that tell best what the first of several wishes seeks that any sentence tells."""
        for wish in list(sought)[:3]:
            rows = [row for row in self._scored(clause, wish, enough >= SURELY_TOLD) if -row[0] >= enough]
            if rows:
                top = -rows[0][0]
                return [row[-1] for row in rows[:limit] if -row[0] >= top - 0.15]
        return []

    def denies(self, passage: Passage, sought: Iterable[Sought]) -> bool:
        """Whether a sentence tells what is sought of somebody else than the one that it names."""
        denied = False
        for wish in sought:
            asked = aspects(wish.query)
            if not asked or not wish.ids or wish.rest or not _OF_ONE.issuperset(asked):
                return False  # where other words are asked for too, those decide
            marked = self._told_of.marked(passage, wish.ids)
            if wish.others and all(ids & self._discourse.ids(passage) for ids in (wish.ids, *wish.others)):
                return False  # it names all that are asked about
            told = any(tells(marked, one, wish.query) for one in asked)
            if told and (
                NAME not in marked or self._told_of.surely(passage, wish.ids, marked, asked, wish.query) > BESIDE
            ):
                return False
            denied = True
        return denied

    def _scored(self, clause: Clause, wish: Sought, strictly: bool) -> list[tuple[float, int, str, int, Passage]]:
        asked = aspects(wish.query)
        if not asked or not wish.ids or clause.wants == "why":
            return []
        if "funding" not in asked:  # a plan for the money of a round need not name the round
            clause = replace(clause, narrow=replace(clause.narrow, round=""))
        counted = counted_in(clause)
        rows = []
        for passage in self._candidates(wish.ids):
            if is_furniture(passage.text) or not (may_tell(passage.text, asked) or _SUMS_OF & set(asked)):
                continue
            if not narrows(passage, clause, self._before(passage)):
                continue
            marked = self._told_of.marked(passage, wish.ids)
            parted = 1.0
            if not any(tells(marked, aspect, wish.query) for aspect in asked):
                parted, marked = self._told_with_next(passage, wish, asked)
                if not parted:
                    continue
            if clause.narrow.round and not _is_of_round(marked, clause.narrow.round):
                continue
            if not self._is_asked_for(passage, clause, wish, marked, strictly):
                continue
            if "price" in asked and NAME not in marked and not self._is_priced(passage, clause):
                continue
            if counted and not counts(passage.text, counted):
                continue
            if not counts_goods(passage.text, clause):
                continue
            said = stems(marked) if wish.rest else frozenset()
            sure = parted if parted < 1 else self._told_of.surely(passage, wish.ids, marked, asked, wish.query)
            if asked[0] in STRONGLY and not STRONGLY[asked[0]].search(marked):
                sure *= _WEAKLY
            score = sure * self._says(passage, wish, said)
            if score > 0:
                fitting = len(frozenset(clause.content) & stems(passage.text)) + bool(re.search(r"\d", passage.text))
                rows.append((-score, -fitting, passage.article, passage.ordinal, passage))
        return sorted(rows, key=lambda row: row[:4])

    def _told_with_next(self, passage: Passage, wish: Sought, asked: tuple[str, ...]) -> tuple[float, str]:
        """How surely a sum answers what the sentence before it speaks of: "It would not say what it is worth. …"."""
        before = self._discourse.near(passage, 1)
        if not before or before[0].ordinal == 0 or not _SUMS_OF & set(asked) or tells_sum(before[0].text):
            return 0.0, ""
        opening = self._told_of.marked(before[0], wish.ids)
        both = f"{opening} {passage.text}"
        if not may_tell(opening, asked) or not any(tells(both, aspect, wish.query) for aspect in asked):
            return 0.0, ""
        if any(self._discourse.kind(i) == "org" for i in self._discourse.ids(passage) - wish.ids):
            return 0.0, ""
        return min(GOES_ON, self._told_of.surely(before[0], wish.ids, opening, asked, wish.query)), both

    @staticmethod
    def _is_priced(passage: Passage, clause: Clause) -> bool:
        """Whether a sentence without the name says what is priced, where the question says it."""
        said = stems(passage.text)
        return all(same_meaning(word) & said for word in clause.content if "pric" not in same_meaning(word))

    def _candidates(self, ids: Ids) -> list[Passage]:
        """The sentences that name somebody, and those that follow and may go on about them."""
        facts = self._sentences.facts
        names = self._discourse.all_names(ids) if not facts.is_large else " ".join(facts.name(i) for i in sorted(ids))
        names = names or " ".join(one.removeprefix(WRITTEN) for one in sorted(ids))
        naming: dict[str, list[int]] = {}
        for passage in facts.search(names, _NAMING_OF_MANY if facts.is_large else _NAMING):
            if self._told_of.names(passage, ids):
                naming.setdefault(passage.article, []).append(passage.ordinal)
        most = _ARTICLES_OF_MANY if facts.is_large else _ARTICLES
        found: list[Passage] = []
        for article, ordinals in list(naming.items())[:most]:
            near = {at + after for at in ordinals for after in range(_FOLLOWING + 1)}
            own = self._discourse.opens_on(article, ids)
            main = self._discourse.is_about(article, ids)
            found += [
                p
                for p in self._discourse.article(article)
                if p.ordinal in near or main or (own and OURS.is_in(p.text)) or self._may_go_on(p, near)
            ]
        return found

    def _may_go_on(self, passage: Passage, near: set[int]) -> bool:
        """Whether a sentence goes on somewhat after those that follow a name, or tells a post of whom it is under."""
        if ITS_POST.is_in(passage.text):
            return True
        before = range(passage.ordinal - _FURTHER, passage.ordinal)
        return not near.isdisjoint(before) and self._discourse.goes_on(passage)

    def _is_asked_for(self, passage: Passage, clause: Clause, wish: Sought, marked: str, strictly: bool) -> bool:
        if clause.unknown and not spelled(passage.text, clause.unknown):
            return False
        of_sale = wish.query.kinds == ("acquisition",) and wish.others and not _BOUGHT_BY.search(marked)
        if of_sale and not is_taken(self._told_of.marked(passage, wish.others[0])):
            return False
        if not gives(passage.text, clause.shape):
            return False
        if clause.wants in ("money", "percent", "count", "when") and not of_the_kind(passage, clause, ()):
            return False
        here = self._discourse.ids(passage)
        if clause.wants == "who" or _ASKS_SOMEBODY & set(wish.query.needs):
            somebody = not only_places(here - wish.ids)
            if not somebody and not _SOMEBODY.search(marked):
                return False
        if not wish.others:
            return True
        near = here.union(*(self._discourse.ids(p) for p in self._discourse.near(passage, 1, 1)))
        if strictly:
            near = here
        elif wish.query.kinds != ("acquisition",):
            near |= self._discourse.subjects(passage.article)
        titled = (passage, *self._discourse.article(passage.article)[:1])
        return all(
            ids & near or (not strictly and any(self._discourse.calls(p, ids) for p in titled)) for ids in wish.others
        )

    def _before(self, passage: Passage) -> str:
        """The sentence that a sentence goes on from."""
        if not self._discourse.goes_on(passage):
            return ""
        return " ".join(p.text for p in self._discourse.near(passage, 1))

    def _says(self, passage: Passage, wish: Sought, said: frozenset[str]) -> float:
        """What share of the other words of the question a sentence or its neighbours say, from `_UNSAID` to 1."""
        if not wish.rest:
            return 1.0
        weights = self._sentences.evidence.word_weights(wish.rest)
        near = stems(" ".join(p.text for p in self._discourse.near(passage, 1)))
        if tells_sum(passage.text):
            said |= _SUMS
        held = sum(w if same_meaning(s) & said else 0.6 * w * bool(same_meaning(s) & near) for s, w in weights.items())
        return _UNSAID + (1 - _UNSAID) * held / sum(weights.values())
