"""What the articles that answer a message say besides: the sentences that come closest to it and are not shown yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.fitting import title_of
from bot.answers.found import Found
from bot.answers.in_place import asks_for_all
from bot.answers.kinds import DEAL_KINDS
from bot.answers.labels import is_label
from bot.answers.legs.adding import NEARLY
from bot.answers.legs.belonging import belonging
from bot.answers.legs.between import BETWEEN
from bot.answers.legs.deal_sentences import without_other_rounds
from bot.answers.legs.matters import OF_MATTERS
from bot.answers.legs.terms import OF_TERMS
from bot.answers.lines import passage_line
from bot.answers.quoted import is_quoted, quotes_of, spaced
from bot.answers.relevance import OF_LISTS, OF_ONE_NAME
from bot.answers.sentences.closeness import Close, spoken_of
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import UNTOLD, of_the_kind
from bot.answers.sentences.markets.rankings import RANKED
from bot.answers.sentences.retrieval import ENDS
from bot.answers.titles import posts
from bot.model.answer import Answer
from bot.store.read import Passage

_ARTICLES = 3
_OF_ONE = 2
"""Articles of one part of an answer in which closer sentences are looked for."""
_SOON_AFTER = 3
"""Sentences after one on a deal that may say that its sum is not disclosed."""
_MOST, _FIRST = 2, 3
"""Sentences for each part, and the first of an article that are looked at."""
_FEW_WORDS = 1
"""Words of a plain question on one name."""
_TYPED = ("money", "count", "percent", "when")


def with_alongside(desk: Desk, answer: Answer, found: Sequence[Found], missing: Iterable[Clause]) -> Answer:
    """An answer with what comes closer to what was asked after it."""
    more = list(dict.fromkeys((*alongside(desk, found, missing), *belonging(desk, found))))
    return with_sentences(answer, more)


def with_sentences(answer: Answer, more: Iterable[Passage], aside: bool = True) -> Answer:
    """An answer with some sentences after it, as far as it does not show them.

    `aside`: they only stand near it; others stand before those that do.
    """
    told = spaced(" ".join(line.text for line in answer.lines))
    quotes = [spaced(citation.quote) for citation in answer.citations]
    new = (p for p in more if spaced(p.text) not in told and not is_quoted(p.text, quotes))
    new = (p for p in new if not (is_furniture(p.text) or is_label(p)))
    lines = [replace(passage_line(p), aside=aside) for p in new]
    near = [line for line in answer.lines if line.aside]
    return replace(answer, lines=(*(line for line in answer.lines if not line.aside), *lines, *near))


def alongside(desk: Desk, found: Sequence[Found], missing: Iterable[Clause]) -> list[Passage]:
    """Sentences of the articles that an answer rests on: for parts that nothing answered, and such as come closest to
    what was asked. They stand after the answer and claim nothing."""
    articles = list(dict.fromkeys(a for one in found for a in one.articles))[:_ARTICLES]
    shown = [quote for one in found for quote in quotes_of(one.events)]
    shown += [spaced(p.text) for one in found for p in one.passages]
    out: list[Passage] = []
    asked = [spoken_of(one.clause) for one in found]
    for clause in missing:
        near = [one for one in _ranked(desk, clause, articles) if not is_quoted(one.passage.text, shown)]
        if clause.wants in _TYPED:
            near = [one for one in near if of_the_kind(one.passage, clause, ())]
            near = [one for one in near if any(desk.sentences.evidence.is_on(one.passage, ids) for ids in asked)]
        out += _undisclosed(desk, clause, found)
        out += [one.passage for one in near[:_MOST] if one.passage not in out]
    for one in found:
        whole = one.card or _is_whole(one) or one.rule in (*OF_LISTS, RANKED, BETWEEN, OF_MATTERS, OF_TERMS, "rank")
        widely = one.rule == "overview" and not one.clause.content  # of all on somebody nothing comes closer
        if not (whole or widely or asks_for_all(one.clause.text)):
            closer = without_other_rounds(desk, one.events, _closer(desk, one, shown))
            out += [p for p in closer if p not in out]
    return out


def _undisclosed(desk: Desk, clause: Clause, found: Sequence[Found]) -> list[Passage]:
    """The sentence after a deal of which no sum is told that says so, where its sum is asked for."""
    if clause.wants != "money":
        return []
    deals = [told for one in found for told in one.events if told.kind in DEAL_KINDS]
    quotes = [s for told in deals if told.event.best("amount") is None for s in told.statements]
    cited = [p for s in quotes for p in desk.facts.search(s.quote, 1, (s.article,))]
    after = (p for one in cited for p in desk.sentences.discourse.near(one, 0, _SOON_AFTER))
    return [p for p in after if UNTOLD.search(p.text)][:1]


def _is_whole(one: Found) -> bool:
    """Whether facts leave nothing open of a plain question on one name; who founded a house need not lead it."""
    if not one.events or one.rule not in OF_ONE_NAME or len(one.clause.content) > _FEW_WORDS:
        return False
    titles = [title_of(told.event) for told in one.events]
    return one.rule != "holder" or not all(posts(title) == {"founder"} for title in titles)


def _closer(desk: Desk, one: Found, shown: Sequence[str]) -> list[Passage]:
    """The sentences that come closest to what was asked, or nearly so, and are not shown."""
    near = _ranked(desk, one.clause, one.articles[:_OF_ONE], _FIRST)
    return [
        close.passage
        for close in near
        if close.score >= near[0].score - NEARLY
        and close.passage.ordinal > 0
        and ENDS.search(close.passage.text)
        and not is_quoted(close.passage.text, shown)
        and desk.sentences.evidence.is_on(close.passage, spoken_of(one.clause))
    ][:_MOST]


def _ranked(desk: Desk, clause: Clause, articles: Iterable[str], first: int | None = None) -> list[Close]:
    near = [one for article in articles for one in desk.sentences.closeness.ranked(clause, article)[:first]]
    return sorted(near, key=lambda one: -one.score)
