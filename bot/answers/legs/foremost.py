"""Which sentence of an answer stands first: the one that says what was asked of those whom the question names.

Sentences come in the order of their article or of the leg that found them. Where a heading, a question or a sentence
on somebody else stands first, and one below it, beside it or near it names those who are asked about or says much more
of the question, that one goes before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, spelled, words
from bot.answers.desk import Desk
from bot.answers.legs.closest import share_said
from bot.answers.lines import passage_line
from bot.answers.quoted import spaced
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import BESIDE, of_the_kind
from bot.answers.sentences.meanings.of_questions import meanings
from bot.answers.sentences.retrieval import ENDS, narrows
from bot.answers.sentences.signs import ENDS_ASKING, YEAR
from bot.grammar.money import tells_sum
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer, Line
from bot.store.read import Passage

_MOST_LINES, _BESIDE, _CLOSEST = 6, 2, 4
"""Lines of an answer that are looked at, how many of them with the sentences beside them, and how many sentences of an
article of which only headings are shown."""
_MUCH, _MORE, _SOME, _HARDLY = 0.35, 0.5, 0.3, 0.1
"""How much more of a question another sentence has to say, and where it names fewer of those asked about; what one
says at least that goes before a heading, or before what says hardly anything."""
_UNTYPED = ("thing", "yes")
"""What is asked for where any sentence may hold it."""
_VALUES = ("money", "count", "percent", "when", "why", "who")
_NEXT_TO, _MOSTLY = 2, 0.6
"""Sentences around the first that may go on from it, and how much of a question it has to say for others to be idle."""
_OF_PRICE = Pattern(r"\b(?:pric(?:e|es|ing)|costs?)\b")
_SUM_SAID = 0.8
"""How much of a question for a price a sentence says that gives a sum."""
_FOUND = 3
"""Sentences that a quote is looked for among."""
_FEW_WORDS = 4
"""Words of a line that only heads what comes after it."""
_AS_WRITTEN = 0.5
"""What a word counts that is only said in other words."""
_OF_A_YEAR = 6.0
"""The weight of a year that is asked for."""
_FROM_ABOVE = 0.8
"""What the words count that stand in the line above, from which a sentence goes on."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A sentence, how many it names of those who are asked about, and how much of the question it says."""

    passage: Passage
    named: int
    said: float
    fits: bool
    """Whether it is a whole sentence and holds the kind of value that is asked for, of the time that is meant."""
    is_on: bool
    """Whether it speaks of those who are asked about."""
    above: Passage | None = None
    """The sentence from which it goes on, where that says more than itself."""


def foremost(desk: Desk, clause: Clause, answer: Answer) -> Answer:
    """An answer of sentences alone with the one first that says best what was asked."""
    if any(not _is_sentence(line) for line in answer.lines):
        return answer
    shown = [passage for line in answer.lines[:_MOST_LINES] if (passage := _passage(desk, line)) is not None]
    if not shown or not (clause.content or clause.groups() or clause.unknown):
        return answer
    if not (clause.groups() or clause.unknown):
        proper = desk.lookup.spotter.proper
        clause = replace(clause, unknown=tuple(word for word in words(clause.unmarked) if proper(word)))
    first = _weighed(desk, clause, shown[0])
    rivals = [_weighed(desk, clause, passage) for passage in _candidates(desk, clause, shown)]
    better = [one for one in rivals if _is_better(clause, first, one)]
    better = [one for one in better if one.fits] or better
    best = max(better, key=lambda one: (one.named, one.said), default=first)
    idle = {_quoted(one.passage) for one in rivals if _is_idle(clause, best, one)}
    if better:
        idle |= {answer.lines[0].text} if _is_beside(first, best) else set()
        before = [p for p in (best.above, best.passage) if p is not None]
    else:
        several = len(clause.groups()) + len(clause.unknown) > 1
        told_on = [one.passage for one in rivals if several and one.named > first.named and _follows(one, first)]
        before = [first.passage, *told_on] if told_on else []
    return _with_first(replace(answer, lines=tuple(line for line in answer.lines if line.text not in idle)), before)


def _is_idle(clause: Clause, best: _Weighed, other: _Weighed) -> bool:
    """Whether a sentence far from the first, which says most of the question, only stands there: it says nothing of
    it and names nobody who is asked about."""
    near = best.passage.article == other.passage.article
    near = near and abs(best.passage.ordinal - other.passage.ordinal) <= _NEXT_TO
    if near or not best.fits or best.said < _MOSTLY or not clause.content:
        return False
    value = clause.wants in _VALUES and other.fits and other.is_on
    return other.said <= _HARDLY and not other.named and not value


def _is_better(clause: Clause, first: _Weighed, other: _Weighed) -> bool:
    """Whether a sentence goes before the first: that is no sentence, names fewer of those asked about, or says much
    less of the question."""
    if _is_heading(first.passage):
        little = first.said * _AS_WRITTEN if other.fits else first.said - _SOME
        return not _is_heading(other.passage) and other.is_on and other.said >= max(_SOME, little)
    if not other.fits:
        return False
    if other.named > first.named and not first.is_on and (clause.wants in _UNTYPED or not first.fits):
        return other.said > 0
    more = other.said - first.said
    beside = first.said <= _HARDLY or not first.fits
    if not other.is_on or (other.named < first.named and not beside and more < _MORE):
        return False
    return more >= (_SOME if beside else _MUCH)


def _is_beside(first: _Weighed, best: _Weighed) -> bool:
    """Whether what stood first is left out: a question, the title of its article, or a sentence on somebody else."""
    asks = bool(ENDS_ASKING.search(first.passage.text))
    of_others = not first.is_on and best.said >= first.said
    return asks or spaced(first.passage.text) == spaced(first.passage.citation.title) or of_others


def _follows(one: _Weighed, other: _Weighed) -> bool:
    """Whether a sentence stands right after another."""
    at, before = one.passage, other.passage
    return at.article == before.article and at.ordinal == before.ordinal + 1


def _weighed(desk: Desk, clause: Clause, passage: Passage) -> _Weighed:
    discourse = desk.sentences.discourse
    groups = clause.groups()
    named = sum(discourse.names_one(passage, ids) for ids in groups)
    named += sum(spelled(passage.text, (word,)) for word in clause.unknown)
    on = not groups or desk.sentences.evidence.speaks_of(passage, groups) > BESIDE
    on = on and (not clause.unknown or any(spelled(p.text, clause.unknown) for p in discourse.article(passage.article)))
    said, above = _said(desk, clause, passage), None
    before = next(iter(discourse.near(passage, 1)), None)
    if before is not None and before.ordinal > 0 and (discourse.goes_on(passage) or _is_short(before)):
        lifted = _FROM_ABOVE * _said(desk, clause, before)
        said, above = (lifted, before) if lifted > said else (said, None)
    fits = not _is_heading(passage) and of_the_kind(passage, clause, ()) and narrows(passage, clause)
    return _Weighed(passage, named, said, fits, on, above)


def _said(desk: Desk, clause: Clause, passage: Passage) -> float:
    """How much of a question a sentence says: half where it says it in other words."""
    weights, years = desk.sentences.closeness.weights(clause), set(YEAR.findall(clause.text))
    if not weights and not years:
        return 1.0
    here = desk.sentences.discourse.stems(passage)
    written = sum(weight for word, weight in weights.items() if same_meaning(word) & here)
    meant = share_said(weights, meanings(passage.text)) * sum(weights.values()) if weights else 0.0
    whole = sum(weights.values()) + _OF_A_YEAR * len(years)
    dated = _OF_A_YEAR * len(years.intersection(YEAR.findall(passage.text)))
    said = (_AS_WRITTEN * written + (1 - _AS_WRITTEN) * meant + dated) / whole
    priced = _OF_PRICE.search(clause.shape) and tells_sum(passage.text)
    return max(said, _SUM_SAID) if priced else said


def _candidates(desk: Desk, clause: Clause, shown: Sequence[Passage]) -> list[Passage]:
    """The sentences below the first, and those beside the first two; where only headings are shown, the closest ones
    of their article."""
    discourse = desk.sentences.discourse
    beside = [p for one in shown[:_BESIDE] for p in discourse.near(one, 1, 1)]
    if all(map(_is_heading, shown)):
        beside += [one.passage for one in desk.sentences.closeness.ranked(clause, shown[0].article)[:_CLOSEST]]
    met = {(p.article, p.ordinal): p for p in (*shown, *beside) if p.ordinal > 0 and not is_furniture(p.text)}
    met.pop((shown[0].article, shown[0].ordinal), None)
    return list(met.values())


def _is_heading(passage: Passage) -> bool:
    """Whether a line is a title, a heading or a question."""
    text = passage.text
    return passage.ordinal == 0 or not ENDS.search(text) or bool(ENDS_ASKING.search(text))


def _is_short(passage: Passage) -> bool:
    return len(passage.text.split()) <= _FEW_WORDS


def _is_sentence(line: Line) -> bool:
    quotes = {spaced(citation.quote) for citation in line.citations}
    return not line.event and spaced(line.text).strip("“”") in quotes


def _quoted(passage: Passage) -> str:
    return passage_line(passage).text


def _passage(desk: Desk, line: Line) -> Passage | None:
    """The sentence that a line quotes."""
    citation = line.citations[0]
    met = [p for p in desk.facts.search(citation.quote, _FOUND) if p.citation.source == citation.source]
    same = (p for p in met if spaced(p.text) == spaced(citation.quote))
    return next(same, next(iter(met), None))


def _with_first(answer: Answer, first: Iterable[Passage]) -> Answer:
    """An answer with some sentences before all others."""
    lines = tuple(map(passage_line, first))
    texts = {line.text for line in lines}
    return replace(answer, lines=(*lines, *(line for line in answer.lines if line.text not in texts)))
