"""A question in German, French or Spanish put into English, where all of it is a plain question; else None.

Each language has its turns of phrase (`Tongue.phrases`): a pattern of the whole question with blanks, and what it is
in English with the same blanks. A blank that is filled with anything but a name, a post, a thing that is asked for, a
time or a place leaves the question as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from bot.answers.asked.tongues import french, german, spanish
from bot.answers.asked.tongues.table import Tongue
from bot.grammar.patterns import Pattern

_LONGEST = 160
_BLANK = Pattern(r"<(\w+)>")
_YEAR = r"(?:19|20)\d\d"
_MOST_WORDS = 5
"""Words of a name: more are a part of the question that was not understood."""
_SMALL = frozenset(("of", "and", "the", "for", "de", "la", "du", "von", "van", "der", "it", "company"))
_ALSO_ENGLISH = frozenset(("ceo", "cfo", "cto", "coo", "chef", "patron", "president"))
"""Posts that an English message may end with, too."""
_TONGUES: tuple[Tongue, ...] = (german.GERMAN, french.FRENCH, spanish.SPANISH)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A language as it is read: its patterns, made once."""

    tongue: Tongue
    opens: re.Pattern[str]
    hints: re.Pattern[str]
    strange: re.Pattern[str]
    before_name: re.Pattern[str]
    both: re.Pattern[str]
    joins: re.Pattern[str]


def in_english(message: str) -> str | None:
    """The message in English; None where it is in English, or not all of it is understood."""
    if len(message) > _LONGEST:
        return None
    for reader in _readers():
        if not reader.hints.search(message):
            continue
        parts = [_understood(reader, part) for part in reader.joins.split(message.strip(" ?!.¿¡"))]
        if all(parts):
            return f"{' and '.join(part for part in parts if part)}?"
    return None


def _understood(reader: _Reader, part: str) -> str | None:
    asked = " ".join(part.split()).strip(" ?!.,¿¡")
    asked = reader.opens.sub("", asked)
    for pattern, english in _phrases(reader.tongue):
        met = pattern.fullmatch(asked)
        if met and (said := _filled(reader, met, english)) is not None:
            return said
    return None


def _filled(reader: _Reader, met: re.Match[str], english: str) -> str | None:
    """What is asked in English, every blank filled; None where one holds what it should not."""
    tongue = reader.tongue
    blanks: Mapping[str, Mapping[str, str]] = {"post": tongue.posts, "thing": tongue.things, "place": tongue.places}
    filled: dict[str, str] = {}
    for blank, text in met.groupdict().items():
        if blank in ("name", "other"):
            name = reader.both.sub(" and ", reader.before_name.sub("", text.strip()))
            name = tongue.pointing.get(name.casefold(), name)
            if not _may_be_name(name) or reader.strange.search(name) or _is_asked_for(tongue, name):
                return None
            filled[blank] = name
        elif blank == "when":
            filled[blank] = _time(tongue, text) if text else ""
        elif text is not None:
            filled[blank] = blanks[blank][text.casefold()]
    return " ".join(_BLANK.sub(lambda m: filled.get(m[1], ""), english).split())


def _is_asked_for(tongue: Tongue, text: str) -> bool:
    """Whether a blank for a name holds what is asked of somebody: "wer ist der Chef" names nobody."""
    return text.casefold() in tongue.posts or text.casefold() in tongue.things


def _may_be_name(text: str) -> bool:
    """Whether a blank holds a name and no more: of several words none is small where another has a capital."""
    words = [word for word in text.split() if word not in _SMALL]
    mixed = any(word[0].isupper() for word in words) and any(word[0].islower() for word in words)
    return 0 < len(words) <= _MOST_WORDS and not mixed


def _time(tongue: Tongue, text: str) -> str:
    low = text.casefold().strip()
    if low in tongue.times:
        return tongue.times[low]
    year = re.search(_YEAR, low)
    month = next((english for word, english in tongue.months.items() if re.search(rf"\b{word}\b", low)), "")
    return f"in {month} {year[0]}" if month and year else f"in {month or (year[0] if year else '')}"


@cache
def _readers() -> tuple[_Reader, ...]:
    return tuple(map(_reader, _TONGUES))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _reader(tongue: Tongue) -> _Reader:
    things, posts = _any_of(tongue.things), _any_of(tongue.posts)
    last = _any_of([*tongue.things, *(post for post in tongue.posts if post not in _ALSO_ENGLISH)])
    hints = (
        rf"(?<!\w)(?:{tongue.hints})(?!\w)|^\W*(?:{things})\b|\b(?:{last})\W*$|"
        rf"^\W*(?:{tongue.articles})?(?:{posts}) (?:{tongue.of})|"
        rf"^\W*(?:{tongue.conjunction}) (?:{tongue.articles})?(?:{posts})\W*$"
    )
    return _Reader(
        tongue,
        re.compile(rf"^(?:(?:{tongue.opening})[ ,]+)+", re.I),
        re.compile(hints, re.I),
        re.compile(rf"[?!;:,]|(?<!\w)(?:{tongue.strange})(?!\w)", re.I),
        re.compile(rf"^(?:{tongue.articles})?(?:(?:{tongue.nouns}) )?(?=\S)", re.I),
        re.compile(rf" (?:{tongue.conjunction}) ", re.I),
        re.compile(rf"[ ,]*(?:\?|(?<!\w)(?:{tongue.conjunction})(?= (?:{tongue.asking})(?!\w)))[ ,]*", re.I),
    )


@cache
def _phrases(tongue: Tongue) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The turns of phrase of a language, made when its first question comes."""
    months = _any_of(tongue.months)
    when = (
        rf"(?:(?:{_any_of(tongue.times)})|"
        rf"(?:(?:{tongue.within}) )?(?:(?:{months}) (?:(?:{tongue.within}) )?)?{_YEAR}|"
        rf"(?:{tongue.within}) (?:{months}))"
    )
    blanks = {
        "name": r"(?P<name>\S.{0,60}?)",
        "other": r"(?P<other>\S.{0,60}?)",
        "post": f"(?P<post>{_any_of(tongue.posts)})",
        "thing": f"(?P<thing>{_any_of(tongue.things)})",
        "place": f"(?P<place>{_any_of(tongue.places)})",
        "when": f"(?: ?(?P<when>{when}))?",
        "the": f"(?:{tongue.articles})?",
        "of": f"(?:{tongue.of})",
    }

    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(_BLANK.sub(lambda m: blanks[m[1]], text), re.I)

    return tuple((pattern(asked), english) for asked, english in tongue.phrases)
