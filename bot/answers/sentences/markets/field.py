"""Sentences on the field as a whole: what all raised in a period, and which deal is said to be the largest."""

from __future__ import annotations

import re
from datetime import date

from bot.answers.asked.question import Clause
from bot.answers.asked.words import same_meaning, stems
from bot.answers.peoples import country_meant, part_meant, says_where
from bot.answers.query import Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.nameless.asked_for import TOLD_AFTER
from bot.answers.sentences.retrieval import ENDS, Sentences, narrows
from bot.answers.whereabouts import only_places
from bot.grammar.date_words import MONTH_FULL, MONTHS
from bot.grammar.money import tells_sum
from bot.grammar.patterns import Pattern
from bot.model.when import When
from bot.store.query import bounds
from bot.store.read import Passage

OF_FIELD = "field"
"""The rule by which these sentences answer."""
_FIELD = (
    r"(?:robot\w*|humanoids?|embodied(?: ai)?|physical ai|automation|autonom\w+|hardware|deep ?tech|ai|drones?|tech)"
)
_THOSE = r"(?:compan(?:y|ies)|start-?ups?|firms?|makers?|sector|industry|field|space|ventures?|businesses)"
_ASKS_TOTAL = Pattern(
    rf"\b(?:how much|how many|total|overall|combined|sum)\b.*\b(?:money|funding|capital|cash|investments?|invested|"
    rf"raised?|raise|rais\w+|financing|vcs?|venture|rounds?|deals?|transactions?|put|pour\w*|flow\w*|"
    rf"went)\b.*\b{_FIELD}\b|"
    rf"\b(?:how much|how many|total|overall|combined)\b.*\b{_FIELD}\b.*\b(?:money|funding|capital|invest\w*|rais\w+|"
    rf"financing|vc|venture|rounds?|deals?|pull\w* in|attract\w*|tak\w+ in|took in|brought in)\b"
)
_OF_ALL = Pattern(
    rf"\b{_FIELD}\b[^.;]{{0,40}}\b{_THOSE}\b|\b{_THOSE}\b[^.;]{{0,30}}\b{_FIELD}\b|"
    rf"\b{_FIELD}\b[^.;]{{0,20}}\b(?:funding|"
    r"financing|investments?|rounds?|deals?|venture)\b|\b(?:funding|investments?|financing|capital|money|deals|"
    r"rounds)\b"
    rf"[^.;]{{0,40}}\b{_FIELD}\b|\b(?:disclosed|across|tracked|combined)\b[^.;]{{0,30}}\b(?:rounds|deals|companies|"
    rf"startups|value)\b|\bcounted \d",
    re.I,
)
_TOTALS = Pattern(
    r"\b(?:rais\w+|pull(?:ed|s) in|attract\w*|drew|secur\w+|pour\w*|flow\w*|went (?:in)?to|invest(?:ed|ments?|ors)|"
    r"funding|financing|total\w*|reach\w*|amount\w*|hit|came to|collect\w*|took in|brought in|rounds?|deals?|"
    r"transactions?|put)\b",
    re.I,
)
_LARGEST = r"(?:biggest|largest|top|record|highest|most (?:money|valuable)|runner-?up|second[- ](?:biggest|largest))"
_SUPERLATIVE = Pattern(
    rf"\b{_LARGEST}\b[^.;:]{{0,60}}\b(?:rounds?|raises?|deals?|financings?|winners?|investments?|acquisitions?|"
    rf"takeovers?|"
    rf"transactions?|ipos?|listings?|sums?|cheques?|checks?|fund(?:ing|raising)s?|series|seed|exits?|so far|of the "
    rf"(?:week|"
    rf"month|quarter|year))\b|\b(?:rounds?|deals?|raises?)\b[^.;]{{0,40}}\b{_LARGEST}\b",
    re.I,
)
_OF_BUYING = Pattern(r"\b(?:acqui\w+|takeovers?|bought|buys?|buying|m&a|merger|buyouts?|exits?)\b", re.I)
_OF_LISTING = Pattern(r"\b(?:ipos?|listings?|flotation|float)\b", re.I)
_COUNTS = r"(?:count\w*|track\w*|tall(?:y|ied|ies)|record\w*|log\w*|report\w*|data|figures|numbers|say|says)\b"
_MONTH = Pattern(rf"\b({MONTH_FULL})\b")
_HITS, _HITS_OF_MANY = 40, 10
_MOST, _NAMED_BEFORE = 2, 2
_OF_ONE = Pattern(
    r"^\W*(?:he|she|his|her|it|its|the (?:company|start-?up|firm|(?:\S+ (?:million |billion )?)?round))\b", re.I
)
"""How a sentence begins that goes on about one company's round."""
_OF_PERIOD = Pattern(
    r"\b(?:of|for|in|this|last) (?:the |all )?(?:year|month|quarter|week|half|20\d\d)\b|\bso far\b", re.I
)
"""A deal is said to be the largest of a period, not of a company's or a fund's."""


def field_totals(sentences: Sentences, clause: Clause) -> list[Passage]:
    """The sentences that say what a whole field raised, where nobody is named but whoever counted it."""
    counters = _counters(clause)
    if any(i not in counters and not only_places(clause.names[i].ids) for i in clause.asked_about):
        return []
    if not _ASKS_TOTAL.search(clause.unmarked):
        return []
    counted, peoples = clause.wants == "count", [word for word in clause.content if says_where(word)]
    words = f"robotics companies startups raised funding investment total rounds {clause.text}"
    found = []
    for passage in _hits(sentences, words):
        text = passage.text
        if not (_OF_ALL.search(text) and _TOTALS.search(text) and _is_of(passage, clause)):
            continue
        if not (re.search(r"\d", text) if counted else tells_sum(text)) or not _is_general(sentences, passage, clause):
            continue
        if _OF_ONE.search(text) or not all(_is_there(passage, word) for word in peoples):
            continue
        found.append(passage)
    return found[:_MOST]


def _is_there(passage: Passage, people: str) -> bool:
    """Whether a sentence, or the title of its article, tells of a people or of their country."""
    said = f"{passage.text} {passage.citation.title}"
    where = country_meant(people) or part_meant(people)
    return bool(same_meaning(people) & stems(said)) or where.casefold() in said.casefold()


def said_largest(sentences: Sentences, clause: Clause) -> list[Passage]:
    """The sentences that call a deal the largest of the period that is asked about, with what a heading announces."""
    buying, listing = bool(_OF_BUYING.search(clause.shape)), bool(_OF_LISTING.search(clause.shape))
    found: list[tuple[bool, list[Passage]]] = []
    for passage in _hits(sentences, "biggest largest top record"):
        text = passage.text
        if not _SUPERLATIVE.search(text) or not _is_of(passage, clause):
            continue
        said = f"{text} {passage.citation.title}"
        if bool(_OF_BUYING.search(said)) != buying or bool(_OF_LISTING.search(said)) != listing:
            continue
        shown = [passage]
        if not tells_sum(text):
            shown += [p for p in sentences.discourse.near(passage, 0, 1) if tells_sum(p.text)]
        if not any(sentences.discourse.kind(i) == "org" for i in sentences.discourse.ids(passage)):
            shown = [p for p in sentences.discourse.near(passage, _NAMED_BEFORE) if p.ordinal > 0] + shown
        found.append((not _OF_PERIOD.search(text), shown))
    found.sort(key=lambda row: row[0])
    return list(dict.fromkeys(p for _, shown in found[:_MOST] for p in shown))


def _hits(sentences: Sentences, words: str) -> list[Passage]:
    most = _HITS_OF_MANY if sentences.facts.is_large else _HITS
    met = sentences.facts.search(words, most)
    return [p for p in met if p.ordinal > 0 and ENDS.search(p.text) and not is_furniture(p.text)]


def _counters(clause: Clause) -> frozenset[int]:
    """The names of those whose count or word it is."""
    return frozenset(clause.tellers) | {
        i for i in range(len(clause.names)) if re.search(rf"<{i}>(?:'s)? {_COUNTS}", clause.shape)
    }


def _is_general(sentences: Sentences, passage: Passage, clause: Clause) -> bool:
    """Whether a sentence does not begin with a company: what one raised is not what all did, unless it counts."""
    counters: Ids = frozenset().union(*(clause.names[i].ids for i in _counters(clause)))
    first = sentences.discourse.named(passage)[:1]
    return not any(
        m.start < 4 and sentences.discourse.kind(i) == "org" and not m.ids & counters for m in first for i in m.ids
    )


def _is_of(passage: Passage, clause: Clause) -> bool:
    """Whether a sentence may speak of the period and of those who counted, if any are named."""
    if not narrows(passage, clause):
        return False
    tellers = [*(clause.names[i].text for i in sorted(_counters(clause))), *clause.unknown]
    title = f"{passage.text} {passage.citation.title} {passage.citation.source}".casefold()
    if not all(teller.casefold().removeprefix("the ") in title for teller in tellers):
        return False
    when = clause.narrow.when
    return when is None or _is_within(passage, when)


def _is_within(passage: Passage, when: When) -> bool:
    """Whether the months of a sentence or, where it tells none, of its title or its day, lie in a period."""
    first, last = bounds(when)
    months = range(int(first[5:7] or 1), int(last[5:7] or 12) + 1) if first[:4] == last[:4] else range(1, 13)
    for text in (passage.text, passage.citation.title):
        named = {MONTHS[met[1].casefold()] for met in _MONTH.finditer(text)}
        if named:
            return any(month in named for month in months)
    day = passage.citation.published
    if len(day) < len("2025-01-01"):
        return True
    until = date.fromisoformat(last[:10]) + TOLD_AFTER if len(last) >= len("2025-01-01") else date.max
    return first[:10] <= day <= until.isoformat()
