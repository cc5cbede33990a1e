"""What stands next to the sentence of a fact: a heading with the sum, who comes first, the rest of a deal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bot.answers.asked.question import Clause
from bot.answers.sentences.retrieval import ENDS, Sentences
from bot.answers.whereabouts import is_place
from bot.grammar.money import find_money, tells_sum
from bot.grammar.patterns import Pattern
from bot.model.money import Money
from bot.store.read import Passage, StoredEvent

_ASKS_FIRST = Pattern(r"\b(?:who|which)\b.*\b(?:most|biggest|largest|top|first|leading|leads)\b|谁.*最|哪.*最")
_COMES_FIRST = Pattern(
    r"\b(?:com(?:es|ing)|came|rank(?:s|ed)?|finish(?:es|ed)) (?:in )?first\b|\b(?:top|tops|topped) the\b|"
    r"\bleads? the (?:field|list|table|market|ranking)\b|\bin (?:the lead|first place)\b|\bnumber one\b|第一|居首",
    re.I,
)
_HEADS_LIST = Pattern(r"\b(?:rank\w*|top|leaders?|vendors?|makers?|list|order)\b[^.]*[:：]\W*$|排名.*[:：]\W*$", re.I)
"""What stands right above the first of a list."""
_COUNT = Pattern(r"\d")
_QUOTES_READ = 4


def headings(sentences: Sentences, told: Iterable[StoredEvent]) -> list[Passage]:
    """For rounds whose sentences tell no sum: the headings right above them that do."""
    found = []
    for event in told:
        quotes = [s.quote for s in event.statements]
        if event.kind == "funding" and not _says_sum(quotes, event.event.best("amount")):
            found += around(sentences, quotes, lambda p: not ENDS.search(p.text) and tells_sum(p.text), 1, 0)
    return found


def _says_sum(quotes: Iterable[str], amount: object) -> bool:
    """Whether one of some sentences tells the sum of a round itself."""
    if not isinstance(amount, Money):
        return False
    return any(one.money.value == amount.value for quote in quotes for one in find_money(quote))


def first_of_all(sentences: Sentences, clause: Clause, quotes: Iterable[str]) -> list[Passage]:
    """Where it is asked who does most: the sentences next to a count that say who comes first, or head a list."""
    if not _ASKS_FIRST.search(clause.shape) or any(not is_place(mention.ids) for mention in clause.names):
        return []

    def comes_first(passage: Passage) -> bool:
        if not sentences.discourse.ids(passage):
            return False
        above = " ".join(p.text for p in sentences.discourse.near(passage, 1))
        heads = _HEADS_LIST.search(above) and _COUNT.search(passage.text)
        return bool(_COMES_FIRST.search(passage.text) or heads)

    return around(sentences, quotes, comes_first, 0, 3, told=12)


def rest_of_deal(sentences: Sentences, clause: Clause, told: list[StoredEvent]) -> list[Passage]:
    """Of a deal that one sentence tells: the sentences beside it that name those who were asked about."""
    groups = clause.groups()
    if len(told) != 1 or len(told[0].statements) != 1 or len(groups) < 2 or clause.wants != "thing":
        return []
    return around(
        sentences,
        [told[0].statements[0].quote],
        lambda p: bool(ENDS.search(p.text)) and any(ids & sentences.discourse.ids(p) for ids in groups),
        1,
        1,
    )


def around(
    sentences: Sentences,
    quotes: Iterable[str],
    keep: Callable[[Passage], bool],
    before: int,
    after: int,
    told: int = _QUOTES_READ,
) -> list[Passage]:
    """The sentences next to some quotes that are to be kept; headlines of whole articles left out."""
    found: dict[tuple[str, int], Passage] = {}
    for quote in list(dict.fromkeys(quotes))[:told]:
        for cited in sentences.facts.search(quote, 1):
            for near in sentences.discourse.near(cited, before, after):
                if near.ordinal > 0 and keep(near):
                    found.setdefault((near.article, near.ordinal), near)
    return list(found.values())[:2]
