"""What the articles that answer a message say besides, on the words of it that the answer leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, stems
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.query import Ids
from bot.answers.quoted import quotes_of, spaced
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import of_the_kind
from bot.store.read import Passage

_ARTICLES = 3
_SENTENCES = 20_000
"""Sentences among which a word is taken to stand so often, for its weight."""
_NEIGHBOUR = 0.35
"""How much of the weight of the sentences beside it counts."""
_LEAST = 0.3
"""The share of the weight of a question that a sentence has to hold."""
_OPEN = 0.45
"""The share of the weight of a question that an answer may leave open without more being looked for."""
_MOST = 2
"""Sentences for each part."""
_TYPED = ("money", "count", "percent", "when")


def alongside(desk: Desk, found: Sequence[Found], missing: Iterable[Clause]) -> list[Passage]:
    """Sentences of the articles that an answer rests on: for parts that nothing answered, and for facts that hold
    few of the words that were asked. They stand after the answer and claim nothing."""
    articles = list(dict.fromkeys(a for one in found for a in one.articles))[:_ARTICLES]
    shown = _shown(found)
    out: list[Passage] = []
    for clause in missing:
        out += [p for p in _closest(desk, clause, articles, shown) if p not in out]
    for one in found:
        if one.events and not one.card and _left_open(desk, one):
            own = one.articles[:_ARTICLES]
            out += [p for p in _closest(desk, one.clause, own, shown, one.clause.groups()) if p not in out]
    return out


def _closest(
    desk: Desk, clause: Clause, articles: Sequence[str], shown: str, groups: tuple[Ids, ...] = ()
) -> list[Passage]:
    """The sentences that hold most of the words of a clause and are not shown yet; of some names, beside those."""
    words = [(same_meaning(word), _weight(desk, word)) for word in dict.fromkeys(clause.content)]
    total = sum(weight for _, weight in words)
    typed = clause.wants in _TYPED
    rows: list[tuple[float, int, int, Passage]] = []
    for n, article in enumerate(articles if total else ()):
        sentences = desk.sentences.discourse.article(article)
        held = [sum(w for meant, w in words if meant & desk.sentences.discourse.stems(p)) for p in sentences]
        for at, passage in enumerate(sentences):
            if at == 0 or held[at] < _LEAST * total or is_furniture(passage.text) or spaced(passage.text) in shown:
                continue
            if typed and not of_the_kind(passage, clause, ()):
                continue
            here = frozenset().union(*(desk.sentences.discourse.ids(p) for p in sentences[at - 1 : at + 1]))
            if not groups or any(ids & here for ids in groups):
                score = held[at] + _NEIGHBOUR * max(held[at - 1], held[min(len(held) - 1, at + 1)])
                rows.append((-score, n, at, passage))
    return [row[3] for row in sorted(rows, key=lambda row: row[:3])[:_MOST]]


def _left_open(desk: Desk, one: Found) -> bool:
    """Whether the sentences of an answer leave much of what was asked unsaid."""
    told = frozenset().union(*(same_meaning(w) for p in one.passages for w in desk.sentences.discourse.stems(p)))
    words = dict.fromkeys(one.clause.content)
    quotes = " ".join(s.quote for event in one.events for s in event.statements)
    said = told | stems(quotes)
    total = sum(_weight(desk, word) for word in words)
    unsaid = sum(_weight(desk, word) for word in words if not same_meaning(word) & said)
    return bool(total) and unsaid > _OPEN * total


def _weight(desk: Desk, word: str) -> float:
    return log(1 + _SENTENCES / (1 + desk.facts.spread(word)))


def _shown(found: Sequence[Found]) -> str:
    quotes = [quote for one in found for quote in quotes_of(one.events)]
    return "\n".join((*quotes, *(spaced(p.text) for one in found for p in one.passages)))
