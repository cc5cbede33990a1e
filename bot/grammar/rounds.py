"""Financing rounds by name: "Series A+", "seed round", "Pre-A++", "A轮", 天使轮."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.grammar.patterns import Pattern


@dataclass(frozen=True, slots=True)
class RoundMention:
    """`round` is the canonical name: "Series A+", "Pre-A", "Seed", "Angel+", "Series A extension", "Strategic"."""

    start: int
    end: int
    text: str
    round: str


_NOUN = r"(?:(?i:(?:funding |financing |investment |equity |venture )?(?:rounds?|financings?))(?![A-Za-z]))"
_MONEY_NOUN = r"(?:round|financing|funding|capital|money|cash|investment|raise|cheque|check|finance)s?(?![A-Za-z])"
_MARK = r"(?:(?P<mark>\+{1,4}| \+{1,4}(?! ?\d)|-?\d{1,2}(?!\d|%|\.\d))(?![A-Za-z\d]))?"
_LETTER = r"(?P<letter>[A-H])"
_START = r"(?<![A-Za-z\d])"
_STOP = r"(?![A-Za-z\d])"
_EXTENSION = r"(?P<extension>[ -](?i:round )?(?i:extension|top[ -]up))?"

_ENDED = Pattern(r" ?(?:[.,;:?!)]|\Z)")
_SMALL_AFTER = Pattern(r" [a-z]")

Canonical = Callable[[re.Match[str]], str | None]


def _mark(found: re.Match[str]) -> str:
    return (found["mark"] or "").strip(" -")


def _series(found: re.Match[str]) -> str | None:
    letter = found["letter"]
    if letter == "a" and not found["noun"] and not _ENDED.match(found.string, found.end()):
        return None  # "a series a reader knows"
    extension = " extension" if found["extension"] else ""
    if found["pre"]:
        return f"Pre-{letter.upper()}{_mark(found)}{extension}"
    return f"Series {letter.upper()}{_mark(found)}{extension}"


def _extension_of(found: re.Match[str]) -> str | None:
    return f"Series {found['letter']}{_mark(found)} extension"


def _pre(found: re.Match[str]) -> str | None:
    return f"Pre-{found['letter']}{_mark(found)}"


_INSIDE_SENTENCE = Pattern(r"\w,? ?\Z")
_LETTER_BEFORE = Pattern(
    r"(?:\b(?i:an|the|its|their|his|her|our|this|that|whose)|['’]s|s['’]|(?<![A-Za-z'’])[a-z]+,?|\d|[+)]) \Z"
)
"""What may stand before a bare "A round": inside a sentence an article would be written small."""


def _letter_round(found: re.Match[str]) -> str | None:
    if found["letter"] == "A" and not found["mark"]:
        before = found.string[max(0, found.start() - 20) : found.start()]
        small = "round" in found[0] and _INSIDE_SENTENCE.search(before) is not None
        if not small and _LETTER_BEFORE.search(before) is None:
            return None  # "A round of talks"
    return f"Series {found['letter']}{_mark(found)}"


def _bare_letter(found: re.Match[str]) -> str | None:
    extension = " extension" if found.groupdict().get("extension") else ""
    return f"Series {found['letter']}{_mark(found)}{extension}"


def _round_letter(found: re.Match[str]) -> str | None:
    if found["letter"] == "A" and not found["mark"] and _SMALL_AFTER.match(found.string, found.end()):
        return None  # "in that round A company paid more"
    return f"Series {found['letter']}{_mark(found)}"


def _cjk_series(found: re.Match[str]) -> str | None:
    return f"Pre-{found['letter']}{_mark(found)}" if found["pre"] else f"Series {found['letter']}{_mark(found)}"


def _named(name: str) -> Canonical:
    def canonical(found: re.Match[str]) -> str | None:
        plus = found.groupdict().get("plus") or ""
        extension = " extension" if found.groupdict().get("extension") else ""
        return f"{name}{plus.strip()}{extension}"

    return canonical


def _convertible(found: re.Match[str]) -> str | None:
    return f"Convertible {found['paper'].lower()}"


_PLUS = r"(?P<plus> ?\+{1,3})"
_SUM_BEFORE = (
    r"(?:(?<=lion )|(?<=\d\d )|(?<=\d[mMkK] )|(?<=\dbn )|(?<=yuan )|(?<=euro )|(?<=dollar )|(?<=won )|(?<=crore ))"
)
_PLUS_MARK = r"(?P<mark> ?\+{1,4})(?![\w+])"
_DETERMINER = r"(?:(?<=\ban )|(?<=\ba )|(?<=\bthe )|(?<=\bits )|(?<=\btheir )|(?<=\bour )|(?<=\bin )|(?<=['’]s ))"
_CELL = r"(?<=\| )"
_CELL_END = r"(?= \|)"

_FORMS: tuple[tuple[str, Canonical, tuple[str, ...]], ...] = (
    (
        rf"{_START}(?P<pre>(?i:pre)[ -]?)?(?i:series)[ -](?P<letter>[A-Ha-h]){_MARK}{_STOP}"
        rf"{_EXTENSION}(?P<noun>[ -]{_NOUN})?",
        _series,
        ("series",),
    ),
    (
        rf"{_START}(?i:extension|top-up) (?i:of|to) (?:(?i:its|the|their|that|an?|this) )?"
        rf"(?:(?i:series)[ -])?{_LETTER}{_MARK}{_STOP}(?:[ -]{_NOUN})?",
        _extension_of,
        ("extension", "top-up"),
    ),
    (rf"{_START}(?i:pre)[ -]?{_LETTER}{_MARK}{_STOP}(?:[ -]{_NOUN})?", _pre, ("pre",)),
    (rf"{_START}{_LETTER}{_MARK}{_STOP}[ -]{_NOUN}", _letter_round, ("round", "financing")),
    (rf"{_START}(?i:round) {_LETTER}{_MARK}{_STOP}", _round_letter, ("round",)),
    (
        rf"{_START}(?:(?P<pre>(?i:pre)[ -]?)|(?i:series) ?)?{_LETTER}{_MARK} ?[轮輪](?:[融][资資])?",
        _cjk_series,
        ("轮", "輪"),
    ),
    (
        rf"{_START}(?i:pre[ -]?ipo)(?:[ -]{_NOUN}|[ -](?i:placement|investment|funding)| ?[轮輪])",
        _named("Pre-IPO"),
        ("ipo",),
    ),
    (rf"{_START}(?i:pre[ -]?seed)(?![A-Za-z])(?:[ -](?i:{_MONEY_NOUN}))?", _named("Pre-Seed"), ("seed",)),
    (
        rf"(?<![A-Za-z\d-])(?i:seed)(?:{_PLUS}(?:[ -]{_NOUN})?|[ -](?:(?i:funding )?(?i:{_MONEY_NOUN})|"
        r"(?P<extension>(?i:round )?(?i:extension))))",
        _named("Seed"),
        ("seed",),
    ),
    (rf"{_SUM_BEFORE}(?i:seed)(?![A-Za-z]|[ -](?i:fund|investor|stage))", _named("Seed"), ("seed",)),
    (
        r"(?:(?<=led the )|(?<=led its )|(?<=led our )|(?<=backed our )|(?<=closed its )|(?<=, )(?=seed[.,;]))"
        r"seed(?![A-Za-z-])",
        _named("Seed"),
        ("seed",),
    ),
    (r"(?:(?<=the )|(?<=its )|(?<=our ))seed(?= of [$€£¥\d])", _named("Seed"), ("seed",)),
    (rf"{_CELL}(?i:seed){_CELL_END}", _named("Seed"), ("seed",)),
    (rf"{_CELL}(?i:angel)(?P<plus> ?\+{{1,3}})?{_CELL_END}", _named("Angel"), ("angel",)),
    (rf"{_CELL}(?i:strategic){_CELL_END}", _named("Strategic"), ("strategic",)),
    (rf"{_CELL}(?i:pre-ipo){_CELL_END}", _named("Pre-IPO"), ("ipo",)),
    (rf"{_CELL}{_LETTER}{_PLUS_MARK}{_CELL_END}", _bare_letter, ("+",)),
    (rf"{_DETERMINER}{_LETTER}{_PLUS_MARK}", _bare_letter, ("+",)),
    (rf"{_START}{_LETTER}(?P<mark>\d)(?P<extension> (?i:extension))", _bare_letter, ("extension",)),
    (rf"{_DETERMINER}{_LETTER}(?P<mark>\d)(?= of (?:(?:nearly|about|over|some) )?[$€£¥\d])", _bare_letter, (" of ",)),
    (rf"(?=[A-H]){_SUM_BEFORE}{_LETTER}{_MARK}(?=[,;.:]| (?:from|led|by)\b)", _bare_letter, (" ",)),
    (rf"(?<=lion \(){_LETTER}{_MARK}(?=[,)])", _bare_letter, ("lion (",)),
    (
        rf"{_START}(?i:angel)(?:{_PLUS}(?! ?\d)(?: ?{_NOUN})?| ?-? ?{_NOUN}|[ -](?i:funding|capital|money))",
        _named("Angel"),
        ("angel",),
    ),
    (
        rf"{_START}(?i:strategic)[ -](?:{_NOUN}|(?i:funding|investments?|money|capital)(?![A-Za-z]))",
        _named("Strategic"),
        ("strategic",),
    ),
    (rf"{_START}(?i:bridge loan)", _named("Bridge loan"), ("bridge loan",)),
    (rf"{_START}(?i:bridge)[ -](?:{_NOUN}|(?i:notes?|funding)(?![A-Za-z]))", _named("Bridge"), ("bridge",)),
    (rf"{_START}(?i:growth)[ -]{_NOUN}", _named("Growth"), ("growth",)),
    (rf"{_START}(?i:convertible) (?i:(?P<paper>note|loan|bond))s?(?![A-Za-z])", _convertible, ("convertible",)),
    (rf"{_START}(?i:grants?)(?= from | of [$€£¥\d]| of (?:[A-Z]{{3}}|Rs) ?\d)", _named("Grant"), ("grant",)),
    (r"(?<=as a )grant(?![A-Za-z])", _named("Grant"), ("grant",)),
    (
        rf"{_START}(?i:(?:state|seed|research|federal|government|public) grants?)(?![A-Za-z])",
        _named("Grant"),
        ("grant",),
    ),
    (rf"{_START}(?i:(?:bank|venture) loans?|loans?(?= from | of [$€£¥\d]))(?![A-Za-z])", _named("Loan"), ("loan",)),
    (rf"{_START}(?i:rights issue)(?![A-Za-z])", _named("Rights issue"), ("rights issue",)),
    (
        rf"{_START}(?i:tender offer|secondary (?:sale|share sale|round))(?![A-Za-z])",
        _named("Secondary"),
        ("tender offer", "secondary"),
    ),
    (rf"{_START}(?i:venture debt|debt (?:financing|round))(?![A-Za-z])", _named("Debt"), ("debt",)),
    (
        rf"{_START}(?:(?i:private placement)(?![A-Za-z])|PIPE(?![A-Za-z]))",
        _named("Private placement"),
        ("private placement", "pipe"),
    ),
    (rf"{_START}(?i:crowd-?funding|crowdfunded)(?![A-Za-z])", _named("Crowdfunding"), ("crowd",)),
    (r"天使(?P<plus>\+{1,3})?[轮輪]", _named("Angel"), ("天使",)),
    (r"[种種]子(?P<plus>\+{1,3})?[轮輪]", _named("Seed"), ("种子", "種子")),
    (r"(?:战略|戰略)(?:轮|輪|融资|融資|投资|投資)", _named("Strategic"), ("战略", "戰略")),
)
"""How a round is written, what its name is, and letters of which one has to stand there: most texts have none."""
_COMPILED = tuple((Pattern(pattern), canonical, letters) for pattern, canonical, letters in _FORMS)
_AND_LETTER = Pattern(rf"(?:, ?| and | ?/ ?|、){_LETTER}{_MARK}{_STOP}(?![’'])")
_WORD_AFTER = Pattern(r" [A-Za-z]")
_NOUN_AFTER = Pattern(rf"[ -]{_NOUN}")
_LISTED = Pattern(rf"{_START}{_LETTER}{_MARK}(?=(?:, | and | ?/ ?| to ){{1}}[A-H][\d+]* {_NOUN})")


def find_rounds(text: str) -> list[RoundMention]:
    """Every named round, left to right and not overlapping; "a round", "the new round" name none."""
    found = sorted(_candidates(text), key=lambda mention: (mention.start, -mention.end))
    out: list[RoundMention] = []
    for mention in found:
        if not out or mention.start >= out[-1].end:
            out.append(mention)
    return out


def _candidates(text: str) -> Iterator[RoundMention]:
    low = text.casefold()
    for pattern, canonical, letters in _COMPILED:
        for found in pattern.finditer(text) if any(one in low for one in letters) else ():
            name = canonical(found)
            if name is not None:
                yield RoundMention(found.start(), found.end(), found[0], name)
                if canonical is _series:
                    yield from _further_letters(text, found.end())
    for found in _LISTED.finditer(text) if "round" in low or "financing" in low else ():
        # "the A and A+ rounds": the noun is said once
        yield RoundMention(found.start(), found.end(), found[0], f"Series {found['letter']}{_mark(found)}")


def _further_letters(text: str, position: int) -> Iterator[RoundMention]:
    """The B of "Series A and B"."""
    found = _AND_LETTER.match(text, position)
    if found is not None and (not _WORD_AFTER.match(text, found.end()) or _NOUN_AFTER.match(text, found.end())):
        start = found.start("letter")
        yield RoundMention(start, found.end(), text[start : found.end()], f"Series {found['letter']}{_mark(found)}")
