"""Whether a sentence says nothing but what the facts that it cites hold: every number, every name, every date.

In doubt it is refused: the plain answer is always there. What cannot be checked in this way, who did what to whom, is
for the reader to see in the sentences that come with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from bot.answers.agent.shelf import Shown
from bot.answers.asked.common import ORDINARY
from bot.answers.asked.spotting import Spotter
from bot.grammar.cjk import is_cjk
from bot.grammar.dates import DateMention, find_dates
from bot.grammar.money import MoneyMention, find_money
from bot.grammar.numbers import NumberMention, find_numbers
from bot.grammar.spans import Spanned
from bot.model.money import Money
from bot.model.when import When
from bot.names.folding import tokens

LONGEST = 500
_UNWANTED = re.compile(r"://|\bwww\.|@|[<>\[\]`*_|~\\{}]|[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_IN_WORDS = re.compile(
    r"\b(?:half|halves|thirds?|quarters?|once|double[ds]?|doubling|twice|thrice|tripl\w+|quadrupl\w+|\w+fold|singles?"
    r"|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|zero|none|one|first|second|fourth|fifth|sixth"
    r"|seventh|eighth|ninth|tenth|both|pair|couple|several)\b",
    re.IGNORECASE,
)
"""Numbers that the grammar leaves alone."""
_POSTS = frozenset(["ceo", "cto", "coo", "cfo", "cmo", "vp", "ipo", "ai", "llm", "vla", "series"])
"""Words in capitals that name nobody."""
_SENTENCE = re.compile(r"(?:^|[.!?;:]['\"”’)]*\s+|[\"“‘(])\s*$")
_NEAR = 0.0005


M = TypeVar("M", bound=Spanned)


def fault(text: str, cited: Sequence[Shown], spotter: Spotter, today: date) -> str:
    """Why a sentence is not borne out by the facts that it cites, in a few words; empty where it is."""
    if not text.strip() or len(text) > LONGEST:
        return f"a sentence has 1 to {LONGEST} characters"
    if unwanted := _UNWANTED.search(text):
        return f"no links, mentions or markup: {unwanted[0]!r}"
    if not cited:
        return "it cites no fact that was shown"
    names, left = _names(text, cited, spotter)
    if names:
        return f"the facts cited do not name {names}"
    for check in (_dates, _sums, _numbers):
        wrong, left = check(left, cited, today)
        if wrong:
            return f"the facts cited do not hold {wrong}"
    wrong = _rest(left, cited, spotter)
    return f"the facts cited do not hold {wrong}" if wrong else ""


def _names(text: str, cited: Sequence[Shown], spotter: Spotter) -> tuple[str, str]:
    """The first known name that is none of the facts', and the text without the names."""
    ids = frozenset().union(*(shown.ids for shown in cited))
    return _borne_out("", text, spotter.find(text), lambda mention: bool(mention.ids & ids))


def _dates(text: str, cited: Sequence[Shown], today: date) -> tuple[str, str]:
    known = [when for shown in cited for when in shown.dates]

    def told(mention: DateMention) -> bool:
        return mention.when is not None and any(_within(when, mention.when) for when in known)

    return _borne_out("the date ", text, find_dates(text, When.day(today)), told)


def _sums(text: str, cited: Sequence[Shown], today: date) -> tuple[str, str]:
    known = [money for shown in cited for money in shown.sums]

    def told(mention: MoneyMention) -> bool:
        return all(m is None or any(_same(m, other) for other in known) for m in (mention.money, mention.also))

    return _borne_out("the sum ", text, find_money(text), told)


def _numbers(text: str, cited: Sequence[Shown], today: date) -> tuple[str, str]:
    known = [number for shown in cited for number in shown.numbers]

    def told(mention: NumberMention) -> bool:
        return all(
            value is None or any(p == mention.percent and _is(value, v) for v, p in known)
            for value in (mention.value, mention.high)
        )

    return _borne_out("the number ", text, find_numbers(text), told)


def _borne_out(what: str, text: str, found: Iterable[M], told: Callable[[M], bool]) -> tuple[str, str]:
    """The first of some mentions that no fact tells, in words, with the whole text; else the text without them all."""
    left = text
    for mention in found:
        if not told(mention):
            return f"{what}{mention.text!r}", text
        left = _without(left, mention.start, mention.end)
    return "", left


def _rest(text: str, cited: Sequence[Shown], spotter: Spotter) -> str:
    """The first number, name or date that no grammar took for one and that the facts do not hold."""
    words = frozenset().union(*(shown.words for shown in cited))
    for token in tokens(text):
        if token.form in words:
            continue
        written = text[token.start : token.end]
        if is_cjk(written[0]) or any(char.isdigit() for char in written) or _IN_WORDS.fullmatch(written):
            return repr(written)
        if any(char.isupper() for char in written) and token.form not in _POSTS:
            opens = bool(_SENTENCE.search(text[: token.start])) and written[1:] == written[1:].lower()
            if not (opens and (token.form in ORDINARY or spotter.ordinary(token.form))):
                return repr(written)
    return ""


def _without(text: str, start: int, end: int) -> str:
    """The text with a part blanked: the places of the others stay."""
    return text[:start] + " " * (end - start) + text[end:]


def _within(inner: When, outer: When) -> bool:
    """Whether a fact's date lies in the one that is said: "in 2025" may be said of 4 March 2025, not the reverse."""
    if outer.open or outer.precision in ("span", "decade"):
        return (inner.start, inner.end, inner.open) == (outer.start, outer.end, outer.open)
    return outer.start <= inner.start and inner.end <= outer.end


def _same(said: Money, known: Money) -> bool:
    if said.currency != known.currency:
        return False
    ends = [known.value, *([known.high] if known.high is not None else [])]
    return all(any(_is(value, end) for end in ends) for value in (said.value, said.high) if value is not None)


def _is(value: float, known: float) -> bool:
    return abs(value - known) <= _NEAR * abs(known)
