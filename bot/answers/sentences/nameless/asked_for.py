"""Whether a sentence on nobody named gives what is asked for: a sum, a number, somebody, and in the period meant."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.answers.asked.question import Clause
from bot.answers.asked.wishes import Wish
from bot.answers.asked.words import same_meaning, stems
from bot.answers.sentences.discourse import Discourse
from bot.answers.sentences.evidence import counted_in, counts, must, of_the_kind
from bot.answers.sentences.retrieval import narrows
from bot.answers.sentences.signs import YEAR, only_of_another_quarter
from bot.grammar.date_words import MONTH_NAMES
from bot.grammar.money import find_money, tells_sum
from bot.grammar.patterns import Pattern
from bot.grammar.rates import to_usd
from bot.store.read import Passage

_ROUND = Pattern(
    r"\b(?:rais(?:e|es|ed|ing)|rounds?|series [a-h]|seed|invest\w*|valu\w+|funding|loans?|grants?|revenues?|turnover|"
    r"profit|loss)\b",
    re.I,
)
_PRICED = Pattern(
    r"\b(?:costs?|pric\w+|sell\w*|sold|list\w*|each|apiece|a piece|per (?:unit|robot|month|hour|day|year)|rent\w*|"
    r"leas\w+|charg\w+|asks?|asking|retail\w*|goes for|from|for|at|a month|an hour|a day|subscription|"
    r"pa(?:y|ys|id|ying))\b|[|]",
    re.I,
)
_SUMS = frozenset(("price", "valuation", "revenue", "profit"))
_OF_PEOPLE = frozenset(("founding", "role", "ceo", "cfo", "cto", "coo", "chair", "education"))
_ASKS_SUM = Pattern(r"\bwhat(?:'s| is| was| are| were|) ")
_NUMBER = Pattern(
    r"(?<![\d.])(?!(?:19|20)\d\d\b)\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)\b", re.I
)
_LAST_YEAR = Pattern(r"\b(?:last year|a year (?:ago|earlier))\b", re.I)
_CALLED = Pattern(r"(?<=[a-z,;:(] )[A-ZÀ-Þ][a-zß-ÿ'’-]{2,}")
"""A word within a sentence that is written as a name."""
TOLD_AFTER = timedelta(days=100)
"""Until when after a period an article tells what was in it, where the sentence names no year."""
_ROUGHLY = 0.05
"""How much a sum may differ from one that is asked about."""
_SHORT = 40
"""Letters of a sentence that may be nothing but a price."""


def is_price_alone(passage: Passage) -> bool:
    """Whether a sentence is a price and nothing else."""
    return len(passage.text) < _SHORT and tells_sum(passage.text)


def gives_kind(passage: Passage, wish: Wish, discourse: Discourse) -> bool:
    """Whether a sentence gives the kind of thing that is asked for, and a number of what is counted."""
    clause, text = wish.clause, passage.text
    if not _within(text, clause):
        return False
    if clause.wants == "thing" and len(wish.tellings) == 1 and _SUMS.issuperset(wish.tellings[0]):
        return _ASKS_SUM.search(clause.shape) is None or tells_sum(text)
    if ("market_size",) in wish.tellings and clause.wants in ("thing", "money"):
        return tells_sum(text)
    if wish.head:
        return tells_sum(text) and bool(same_meaning(wish.head) & stems(text))
    if clause.wants == "who" and any(_OF_PEOPLE.intersection(group) for group in wish.tellings):
        return _names_person(passage, discourse)
    if clause.wants in ("who", "thing", "yes"):
        return True
    if clause.wants == "money":
        priced = wish.tellings == (("price",),)
        return tells_sum(text) and (not priced or (bool(_PRICED.search(text)) and not _ROUND.search(text)))
    if clause.wants == "count" and (counted := must(clause)) and not counts(text, tuple(counted)):
        special = counted_in(clause)
        said = all(same_meaning(word) & stems(text) for word in special)
        return bool(special) and said and bool(_NUMBER.search(text))
    return of_the_kind(passage, clause, ())


def is_then(passage: Passage, clause: Clause) -> bool:
    """Whether a sentence may be of the period that is asked about: it names the year, or its article is of then."""
    if not narrows(passage, clause) or only_of_another_quarter(passage.text, clause.narrow.when):
        return False
    when, published = clause.narrow.when, passage.citation.published
    if when is None or when.open or YEAR.search(passage.text) or len(published) < 10:
        return True
    if _LAST_YEAR.search(passage.text) and int(published[:4]) == when.end.year + 1:
        return True
    if (
        when.precision == "month"
        and published[:4] == str(when.end.year)
        and MONTH_NAMES[when.end.month - 1] in passage.text
    ):
        return True
    return when.start.isoformat() <= published <= (when.end + TOLD_AFTER).isoformat()


def _within(text: str, clause: Clause) -> bool:
    """Whether a sentence tells a sum within the limits of a clause, if it has any."""
    least, most, about = clause.narrow.least, clause.narrow.most, clause.narrow.about
    if least is None and most is None and about is None:
        return True
    sums = [to_usd(mention.money) for mention in find_money(text)]
    if about is not None:
        return any(abs(usd - about) <= _ROUGHLY * about for usd in sums if usd is not None)
    return any((least or 0) <= usd <= (most or usd) for usd in sums if usd is not None)


def _names_person(passage: Passage, discourse: Discourse) -> bool:
    """Whether a sentence names a person, known or not."""
    if discourse.has_person(discourse.ids(passage)):
        return True
    text = passage.text
    for mention in reversed(discourse.named(passage)):
        text = f"{text[: mention.start]}{text[mention.end :]}"
    return bool(_CALLED.search(text))
