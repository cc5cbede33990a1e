"""What the articles that answer a message say besides: sentences that come closer to it than what the answer shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.in_place import LEFT_OUT, in_place
from bot.answers.legs.belonging import belonging
from bot.answers.lines import passage_line
from bot.answers.quoted import is_quoted, quotes_of, spaced
from bot.answers.relevance import OF_LISTS
from bot.answers.sentences.closeness import Close, spoken_of
from bot.answers.sentences.evidence import of_the_kind
from bot.answers.sentences.markets.rankings import RANKED
from bot.answers.whereabouts import only_places
from bot.model.answer import Answer
from bot.store.read import Passage

_ARTICLES = 3
_OF_ONE = 2
"""Articles of one part of an answer in which closer sentences are looked for."""
_MOST = 2
"""Sentences for each part."""
_ALL = 1.55
"""The words that what is shown holds where it holds all of them as they are asked."""
_HARDLY, _SOMEWHAT = 0.3, 1.0
"""How much less close a sentence may come than what is shown, where that holds all of the words and where not."""
_TYPED = ("money", "count", "percent", "when")


def with_alongside(desk: Desk, answer: Answer, found: Sequence[Found], missing: Iterable[Clause]) -> Answer:
    """An answer with what stands beside its sentences, and after it what comes closer to what was asked."""
    more = list(dict.fromkeys((*alongside(desk, found, missing), *belonging(desk, found))))
    if not more:
        return answer
    return with_sentences(in_place(desk.facts, answer), more)


def with_sentences(answer: Answer, more: Iterable[Passage]) -> Answer:
    """An answer with some sentences after it, as far as it does not show them."""
    told = spaced(" ".join(line.text for line in answer.lines))
    quotes = [spaced(citation.quote) for citation in answer.citations]
    new = (p for p in more if spaced(p.text) not in told and not is_quoted(p.text, quotes))
    return replace(answer, lines=(*answer.lines, *map(passage_line, new)))


def alongside(desk: Desk, found: Sequence[Found], missing: Iterable[Clause]) -> list[Passage]:
    """Sentences of the articles that an answer rests on: for parts that nothing answered, and such as come closer to
    what was asked than all that is shown. They stand after the answer and claim nothing."""
    articles = list(dict.fromkeys(a for one in found for a in one.articles))[:_ARTICLES]
    shown = [quote for one in found for quote in quotes_of(one.events)]
    shown += [spaced(p.text) for one in found for p in one.passages]
    out: list[Passage] = []
    for clause in missing:
        near = [one for one in _ranked(desk, clause, articles) if not is_quoted(one.passage.text, shown)]
        near = [one for one in near if clause.wants not in _TYPED or of_the_kind(one.passage, clause, ())]
        out += [one.passage for one in near[:_MOST] if one.passage not in out]
    for one in found:
        if not one.card and one.rule not in (*OF_LISTS, RANKED) and not LEFT_OUT.search(one.clause.shape):
            out += [p for p in _closer(desk, one, shown) if p not in out]
    return out


def _closer(desk: Desk, one: Found, shown: Sequence[str]) -> list[Passage]:
    """The sentences that come closer to what was asked than what is shown, or nearly as close."""
    near = _ranked(desk, one.clause, one.articles[:_OF_ONE])
    told = [is_quoted(close.passage.text, shown) for close in near]
    best = max((close.score for close, is_told in zip(near, told, strict=True) if is_told), default=0.0)
    held = max((close.held for close, is_told in zip(near, told, strict=True) if is_told), default=0.0)
    named = not only_places(one.clause.ids) or bool(one.clause.unknown)
    less, most = (_HARDLY, 1) if held >= _ALL or not named else (_SOMEWHAT, _MOST)
    closer: list[Passage] = []
    for close, is_told in zip(near, told, strict=True):
        if is_told or close.score < best - less or not (named or close.held >= held):
            continue
        if len(closer) < most and desk.sentences.evidence.is_on(close.passage, spoken_of(one.clause)):
            closer.append(close.passage)
    return closer


def _ranked(desk: Desk, clause: Clause, articles: Iterable[str]) -> list[Close]:
    near = [one for article in articles for one in desk.sentences.closeness.ranked(clause, article)]
    return sorted(near, key=lambda one: -one.score)
