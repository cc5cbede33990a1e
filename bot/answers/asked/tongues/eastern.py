"""A question in Korean or Japanese put into English, where every word of it is known; else None.

The names of the message are set apart first; what is left is cut into known words, endings and particles. Where
anything else is left over, or what is asked is no row of `asked_for`, nothing was understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from bot.answers.asked.spotting import Mention
from bot.answers.asked.tongues.asked_for import ROWS, Row
from bot.answers.asked.tongues.japanese import JAPANESE
from bot.answers.asked.tongues.korean import KOREAN
from bot.answers.asked.tongues.words import Words
from bot.grammar.patterns import Pattern

_LONGEST = 120
_FIRST = 0xE000
_TIMES = frozenset(("this year", "last year", "next year", "last month", "this month", "last fiscal year"))
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_PLAIN = Pattern(r"[\s?!,.。、・:~…'\"]+")
_PAID = frozenset(("acquired", "amount", "?much"))
"""What is asked of two houses of which one took over the other."""
_MAKER = Pattern(r"[\u3400-\u9fff]{2,10} ")
_FISCAL_START = 4
"""The month in which a fiscal year begins in Japan."""


@dataclass(slots=True)
class _Said:
    """What the words of a message say."""

    things: set[str] = field(default_factory=set)
    names: list[Mention] = field(default_factory=list)
    role: str = ""
    when: str = ""
    round: str = ""
    joined: bool = True
    """Whether the names are named together."""
    maker: bool = False
    """Whether the message begins with a name that nobody knows: the maker of a product may be left out."""


def language_of(message: str) -> Words | None:
    """The language of a message, of those that are read here."""
    for words in (KOREAN, JAPANESE):
        if _letters(words).search(message):
            return words
    return JAPANESE if any(word in message for word in JAPANESE.own) else None


def in_english(message: str, found: Sequence[Mention], kind: Callable[[Mention], str], today: date) -> str | None:
    """The message in English; None where not all of it is understood. `kind`: what a name is of."""
    words = language_of(message)
    if words is None or len(message) > _LONGEST:
        return None
    said = _read(words, message, found, today)
    if said is None or not said.things:
        return None
    if len(said.names) == 2 and "acquired" in said.things and said.things <= _PAID:
        return f"how much did {said.names[0].text} pay for {said.names[1].text}?"
    names = _named(said, kind)
    if names is None:
        return None
    named, of = names
    row = next((row for row in ROWS if _fits(row, said, of)), None)
    if row is None:
        return None
    filled = row.english.replace("<n>", named or "it").replace("<when>", said.when).replace("<round>", said.round)
    return " ".join(filled.split()).replace(" in in ", " in ") + "?"


def _fits(row: Row, said: _Said, of: str) -> bool:
    if not (row.needs <= said.things <= row.needs | row.also):
        return False
    if said.when and "<when>" not in row.english:
        return False
    return row.role in ("", said.role) and (not row.of or row.of == of or (row.of == "product" and of == "nobody"))


def _named(said: _Said, kind: Callable[[Mention], str]) -> tuple[str, str] | None:
    """Whom it is asked of, and what kind that is; None where several are named and not together."""
    kinds = [kind(one) for one in said.names]
    if said.maker and kinds != ["product"]:
        return None
    if not kinds:
        return "", "nobody"
    if len(kinds) == 1:
        return said.names[0].text, kinds[0]
    if sorted(kinds) == ["org", "product"]:  # a maker and what it makes
        return said.names[kinds.index("product")].text, "product"
    return (" and ".join(one.text for one in said.names), kinds[0]) if said.joined and len(set(kinds)) == 1 else None


def _read(words: Words, message: str, found: Sequence[Mention], today: date) -> _Said | None:
    """What the words of a message say; None where one of them is unknown."""
    held: list[Mention] = []
    text, at = "", 0
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if mention.start >= at:
            text += message[at : mention.start] + chr(_FIRST + len(held))
            held.append(mention)
            at = mention.end
    text = (text + message[at:]).casefold()
    for word in words.glued:
        text = text.replace(word, word.replace(" ", ""))
    pattern, said, at = _pattern(words), _Said(), 0
    before = ""
    if (maker := _MAKER.match(text)) is not None and pattern.match(text) is None:
        said.maker, at = True, maker.end()
    while at < len(text):
        met = pattern.match(text, at)
        if met is None or not _taken(words, said, met, before, held, today):
            return None
        before = met.lastgroup or "" if met.lastgroup != "gap" else before
        if met.lastgroup == "gap" and words.apart and before in ("word", "silent"):
            before = "apart"
        at = met.end()
    return said


def _taken(words: Words, said: _Said, met: re.Match[str], before: str, held: Sequence[Mention], today: date) -> bool:
    """Takes one word; whether it may stand where it does."""
    kind, text = met.lastgroup, met[0]
    if kind == "word" and before == "name" and text in words.tails:
        kind = "tail"
    if kind == "name":
        said.joined = said.joined and (not said.names or before == "and")
        said.names.append(held[ord(text) - _FIRST])
    elif kind == "particle":
        if before in ("", "apart"):
            return False
        if before in ("name", "tail"):
            said.role = words.particles[text] or said.role
    elif kind == "time":
        month = met["month"]
        said.when = f"in {_MONTHS[int(month) - 1]} {met['year']}" if month else f"in {met['year']}"
    elif kind == "series":
        said.things.add("series")
        said.round = f"Series {met['letter'].upper()}"
    elif kind == "word":
        meaning = words.said[text]
        if meaning in _TIMES:
            said.when = _fiscal(today) if meaning == "last fiscal year" else meaning
        elif meaning.endswith(" amount"):
            said.things |= set(meaning.split())
        else:
            said.things.add(meaning)
    elif kind in ("silent", "tail"):
        return before != ""
    return True


def _fiscal(today: date) -> str:
    """The fiscal year before that of a day, as a span of months."""
    began = today.year - 1 - (today.month < _FISCAL_START)
    return f"between April {began} and March {began + 1}"


@cache
def _letters(words: Words) -> re.Pattern[str]:
    return re.compile(f"[{words.letters}]")


@cache
def _pattern(words: Words) -> re.Pattern[str]:
    def any_of(listed: Sequence[str]) -> str:
        return "|".join(map(re.escape, sorted(listed, key=len, reverse=True)))

    month = rf"(?:\s?(?P<month>1[0-2]|[1-9]){words.month})?"
    plain = [word for word in words.said if not word.isascii()]
    latin = [word for word in words.said if word.isascii()]
    return re.compile(
        rf"(?P<gap>{_PLAIN.pattern})|(?P<name>[\ue000-\uf8ff])|"
        rf"(?P<time>(?P<year>(?:19|20)\d\d)(?:{words.year}度?)?{month}(?![\d]))|"
        rf"(?P<series>{words.series}\s?(?P<letter>[a-h])(?![a-z]))|"
        rf"(?P<word>{any_of(plain)}|(?<![a-z])(?:{any_of(latin)})(?![a-z]))|"
        rf"(?P<tail>{any_of(words.tails)})|(?P<silent>{any_of(tuple(words.silent))})|"
        rf"(?P<particle>{any_of(tuple(words.particles))})",
    )
