"""What articles themselves add up or rank: how many rounds a quarter saw, what was the biggest deal of a year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.asked.question import Clause
from bot.answers.asked.wishes import Term, wishes
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.nameless.asked_for import is_then
from bot.answers.sentences.nameless.description import Holding
from bot.answers.sentences.retrieval import Sentences
from bot.answers.whereabouts import only_places
from bot.grammar.date_words import MONTH_NAMES
from bot.grammar.money import tells_sum
from bot.grammar.patterns import Pattern
from bot.model.when import When
from bot.store.read import Passage

_ORDERS = "orders"
_CLASSES: tuple[tuple[str, str, str], ...] = (
    # what is counted or ranked, how a question says it, how an article says it
    (
        "acquisition",
        r"\b(?:acquisitions?|takeovers?|mergers?|m&a|buyouts?|exits?)\b",
        r"\b(?:acquisitions?|takeovers?|mergers?|m&a|buyouts?|exits?|transactions?|deals?|purchases?)\b",
    ),
    (
        "ipo",
        r"\b(?:ipos?|listings?|flotations?|floats?)\b",
        r"\b(?:ipos?|listings?|flotations?|floats?|debuts?|offerings?)\b",
    ),
    (
        "funding",
        r"\b(?:rounds?|financings?|fundings?|investments?|rais\w+|deals?|invested|venture|money|capital|cheques?)\b|<round>",
        r"\b(?:rounds?|financings?|fundings?|investments?|deals?|raises?|raised|invested|cheques?|transactions?|"
        r"financing events?|put in(?:to)?|venture|vcs?)\b",
    ),
    (
        _ORDERS,
        r"\b(?:order(?:s|ed)?|shipments?|shipped|installations?|installed|sold|sales)\b",
        r"\b(?:order(?:s|ed|ing)?|shipments?|shipped|installations?|installed|sold|sales)\b",
    ),
)
_ASKS_TOTAL = Pattern(
    r"\bhow many\b|\b(?:total|overall|altogether|in all|combined|number of|volume|value of)\b|"
    r"\bhow much (?:[\w-]+ ){0,4}?(?:money|funding|capital|investment|venture|was|were|did|went|flowed|has been)\b"
)
_ASKS_ORDERS = Pattern(r"^\W*(?:what (?:were|was) )?(?:the )?(?:[\w-]+ ){0,3}(?:orders|shipments|installations)\b")
_COUNTS_ORDERS = Pattern(
    r"(?<![\w.])(?!(?:19|20)\d\d\b)\d(?:[\d,]*\d)? (?:(?!\d)[\w-]+ ){0,3}"
    r"(?:units?|robots?|cobots?|machines?|humanoids?|arms?)\b",
    re.I,
)
_COMPARED = Pattern(
    r"\b(?:from|than|over|against|versus|vs\.?|compared (?:to|with)) (?:[\w-]+ ){0,4}?(?:19|20)\d\d\b", re.I
)
"""What another period is told for."""
_ASKS_RANK = Pattern(
    r"\b(?:biggest|largest|highest|record|top|most (?:active|money|expensive|valuable)|smallest|lowest)\b"
)
_TOTAL = Pattern(
    r"\b(?:total\w*|altogether|in all|overall|worth|combined|pulled in|brought in|poured|flowed|attracted|took in|"
    r"amounted|reached|counted|count|counts|tracked|logged|recorded|saw|there were|put in(?:to)?)\b",
    re.I,
)
_RANK = Pattern(
    r"\b(?:biggest|largest|highest|record|most|top|first place|no\. ?1|number one|runner-up|smallest|lowest|least)\b",
    re.I,
)
_HITS, _HITS_OF_MANY = 60, 10
_MOST = 2
_ORDINALS = ("first", "second", "third", "fourth")


class Totals:
    """Finds sentences on a whole market in the articles of one store."""

    def __init__(self, sentences: Sentences) -> None:
        self._facts = sentences.facts
        self._discourse = sentences.discourse
        self._holding = Holding(sentences.discourse)

    def telling(self, clause: Clause) -> list[Passage]:
        """The sentences in which an article tells the total or the first of a ranking that a clause asks for."""
        places = only_places(one for mention in clause.names for one in mention.ids)
        if not places or clause.unknown or clause.pronoun:
            return []
        kind = next((row for row in _CLASSES if re.search(row[1], clause.shape)), None)
        ranks = bool(_ASKS_RANK.search(clause.shape))
        asks = _ASKS_TOTAL.search(clause.shape) or _ASKS_ORDERS.search(clause.shape)
        if kind is None or not (ranks or asks) or (kind[0] == _ORDERS and clause.narrow.when is None):
            return []
        terms = [term for term in wishes([clause])[0].terms if not term.generic]
        noun = re.compile(kind[2], re.I)
        if kind[0] == _ORDERS:
            return self._orders(clause, [t for t in terms if not re.search(kind[1], t.word)], kind[2])
        counted = re.compile(rf"(?<![\w.])\d[\d,.]* (?:[\w-]+ ){{0,4}}?{kind[2]}", re.I)
        period = _words_of(clause.narrow.when)
        found: list[Passage] = []
        for passage in self._hits(clause, kind[2], terms, period):
            if passage.ordinal == 0 or is_furniture(passage.text):
                continue
            above = [passage, *self._discourse.article(passage.article)[:2]]
            if not self._is_then(above, clause.narrow.when, period) or not self._holds(terms, above):
                continue
            text = passage.text
            money, named = tells_sum(text), bool(noun.search(text))
            if ranks:
                fitting = bool(_RANK.search(text)) and money and (named or bool(noun.search(passage.citation.title)))
            else:
                fitting = bool(_TOTAL.search(text)) and (bool(counted.search(text)) or (named and money))
            if fitting:
                found.append(passage)
        return self._with_before(found[:_MOST]) if ranks else found[:_MOST]

    def _orders(self, clause: Clause, terms: Sequence[Term], nouns: str) -> list[Passage]:
        """The sentences that tell how many were ordered or sold in a period, those first that name it."""
        noun, period = Pattern(nouns, re.I), _words_of(clause.narrow.when)
        found = []
        for passage in self._hits(clause, nouns, terms, period):
            if passage.ordinal and _COUNTS_ORDERS.search(passage.text) and noun.search(passage.text):
                then = is_then(passage._replace(text=_COMPARED.sub("", passage.text)), clause)
                beside = (passage, *self._discourse.near(passage, 1))
                said = " ".join((passage.citation.title, *(p.text for p in beside))).casefold()
                named = not period or any(word in said for word in period)
                if then and named and self._holds(terms, [passage, *self._discourse.article(passage.article)[:2]]):
                    found.append(passage)
        found.sort(key=lambda p: (not any(word in p.text.casefold() for word in period), p.ordinal))
        return found[:_MOST]

    def _hits(self, clause: Clause, nouns: str, terms: Sequence[Term], period: Sequence[str]) -> list[Passage]:
        """The sentences that may tell it: they hold one of the nouns, or what is said of totals and of the first."""
        words = [word for term in terms for word in self._holding.sought(term)]
        said = re.sub(r"\(\?:|[\\)(?|+]|\\b|\\w", " ", nouns)
        asked = " ".join([clause.unmarked, *words, *period, said, "total worth tracked counted biggest"])
        return self._facts.search(asked, _HITS_OF_MANY if self._facts.is_large else _HITS)

    def _holds(self, terms: Sequence[Term], passages: Sequence[Passage]) -> bool:
        return all(self._holding.share(term, passages) for term in terms)

    @staticmethod
    def _is_then(passages: Sequence[Passage], when: When | None, period: Sequence[str]) -> bool:
        """Whether sentences with the title and the opening of their article are of a period."""
        if when is None:
            return True
        text = " ".join(p.text for p in passages).casefold()
        years = {str(year) for year in range(when.start.year, when.end.year + 1)}
        published = passages[0].citation.published
        last = "last year" in text and published[:4].isdigit() and str(int(published[:4]) - 1) in years
        if not last and not any(year in text for year in years) and published[:4] not in years:
            return False
        return not period or any(word in text for word in period)

    def _with_before(self, found: Sequence[Passage]) -> list[Passage]:
        """Sentences with those right before them: what is ranked may be named there."""
        out: list[Passage] = []
        for passage in found:
            before = [p for p in self._discourse.near(passage, 1) if p.ordinal]
            out += [p for p in (*before, passage) if p not in out]
        return out


def _words_of(when: When | None) -> list[str]:
    """How articles write a period that is no whole year."""
    if when is None or when.open:
        return []
    first, last = when.start.month, when.end.month
    if (first, last) == (1, 12) or when.start.year != when.end.year:
        return []
    names = [MONTH_NAMES[n - 1].casefold() for n in range(first, last + 1)]
    if last - first == 2 and first % 3 == 1:
        quarter = first // 3
        return [f"{_ORDINALS[quarter]} quarter", f"q{quarter + 1}", f"{names[0]} to {names[-1]}"]
    if last - first == 5 and first in (1, 7):
        half = 0 if first == 1 else 1
        return [f"{_ORDINALS[half]} half", f"h{half + 1}", f"{names[0]} to {names[-1]}", "half-year"]
    return names if last - first < 2 else []
