"""The sentences of the articles as the store holds them: those that tell what was taken out are left without a word.

They keep their place, so that what stands beside them is beside nothing else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bot.grammar.money import find_money
from bot.knowledge.sentences import sentences
from bot.knowledge.told import Told
from bot.model.article import Article
from bot.model.entity import Entity
from bot.model.money import Money
from bot.model.statement import is_name, members

_WORD = re.compile(r"[^\W_]+")
_LONG = 40
"""Characters from which on a sentence is one's own: the same words elsewhere are a copy of it."""
_SAME_SUM = 0.01

Sentence = tuple[int, int, str]


def passages(
    articles: Iterable[Article], taken_out: Sequence[Told], entities: Iterable[Entity]
) -> dict[str, list[Sentence]]:
    """Every article's sentences, by its id: raw span and raw text, which is empty where it is withheld.

    Withheld is what a statement that was taken out stands on, what says the same again in that article, and a copy of
    such a sentence in any other.
    """
    found = {article.id: list(sentences(article)) for article in articles}
    if not taken_out:
        return found
    names = {e.id: (e.name, *e.aliases) for e in entities}
    by_article: dict[str, list[Told]] = defaultdict(list)
    for told in taken_out:
        by_article[told.article].append(told)
    hidden = {
        (article, start)
        for article, out in by_article.items()
        for start, end, text in found.get(article, ())
        if any(_stands_on(told, start, end) or _repeats(text, told, names) for told in out)
    }
    copied = {_words(text) for a, told in found.items() for start, _, text in told if (a, start) in hidden}
    copied = {words for words in copied if len(words) >= _LONG}
    return {
        article: [
            (start, end, "" if (article, start) in hidden or _words(text) in copied else text)
            for start, end, text in told
        ]
        for article, told in found.items()
    }


def _stands_on(told: Told, start: int, end: int) -> bool:
    return start < told.statement.quote.end and told.statement.quote.start < end


def _repeats(text: str, told: Told, names: Mapping[str, Sequence[str]]) -> bool:
    """Whether a sentence says it again: a title does. It names one of those who take part together with the sum, or,
    where there is no sum, two of them."""
    taking_part = 0
    for slot, value in told.slots.items():
        if is_name(slot):
            printed = members(told.statement.slots[slot])
            for name, entity in zip(printed, members(value), strict=True):
                taking_part += any(_stands(one, text) for one in (name, *names.get(entity, ())))
    sums = [value for value in told.statement.slots.values() if isinstance(value, Money)]
    if sums:
        met = [m for mention in find_money(text) for m in (mention.money, mention.also) if m is not None]
        return taking_part > 0 and any(_same(one, other) for one in sums for other in met)
    return taking_part > 1


def _stands(name: str, text: str) -> bool:
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", text, re.IGNORECASE) is not None


def _same(one: Money, other: Money) -> bool:
    return one.currency == other.currency and abs(one.value - other.value) <= _SAME_SUM * max(one.value, other.value)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
