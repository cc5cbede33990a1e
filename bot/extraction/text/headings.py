"""Headings whose every word has a capital, and lines that only look so: cards of persons, lists of houses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.extraction.text.capitals import is_capital, is_plain
from bot.extraction.text.east_asian import is_called_like_a_person
from bot.extraction.text.lexicon import is_verb
from bot.extraction.text.name_words import PARTICLES, RELATIONS
from bot.extraction.text.org_tails import looks_like_org
from bot.names.people import is_given_name

if TYPE_CHECKING:
    from bot.names.registry import Registry

_HEADING = re.compile(r"(?:\A|\n\n)(?:#+ )?([^\n|•]{10,120}[^\s.!?,;:|\"”])(?=\n\n|\Z)")
_CARD = re.compile(
    r"\W*(?:s/ |(?:[Bb]y|[A-Z][a-z]+ by):? )?(?:[A-Z][\w.'’-]*\*{0,2} ){1,3}[A-Z][\w'’-]+\*{0,2}"
    r"(?:, \d\d| \(\d\d\)|, (?:Ph\.?D|M\.?D|MBA)\.?)?"
    r" ?(?:,|[|(–—-]|:) ?\*{0,2}(?:[A-Z][\w&-]* (?:and |& |of )?){0,4}"
    r"(?i:C[ETOFMIPSR]O|[SE]?VP|(?:co-?)?founder|chief|president|director|head|partner|principal|manager|professor|chair\w*|"
    r"vice|engineer|scientist|analyst|lead|advis[eo]r|board)\b"
)
"""A person with the post behind the name: in such a line capitals tell names, as everywhere."""
_POST_AHEAD = re.compile(
    r"\W*(?:[A-Z][\w-]*,? (?:and |& |of )?){0,4}"
    r"(?i:C[ETOFMIPSR]O|(?:co-?)?founder|president|director|head|partner|principal|manager|professor|chair\w*|"
    r"engineer|scientist|researcher|analyst|officer|representative|contact|enquiries)\b"
    r"(?: (?:of|to)(?: [A-Z][\w-]+){0,3})? ?[:,|–] ?(?=[A-Z])"
    r"|(?:Dr|Prof|Mrs?|Ms)\.? [A-Z]"
)
"""The post, and behind it who holds it or where ("Chairman: Jane Doe", "Head of Sales, Vantor Mobility")."""


_SMALL_IN_TITLES = frozenset({
    "with", "from", "into", "over", "than", "amid", "after", "under", "about", "through", "between", "against",
    "without", "during", "until", "since", "upon", "across", "among", "around", "before", "behind", "beyond", "toward",
    "towards", "within", "million", "billion", "trillion", "yuan", "percent", "euros", "dollars", "that", "their",
    "your", "when", "while", "where", "versus",
})  # fmt: skip
"""Words of four letters and more that stand small in headings, too."""
_LABEL = re.compile(r"\A\W*[A-Z][\w&/ -]{2,30}: ")
_TITLED = re.compile(r"\A(?:(?:Prof|Dr|Mrs?|Ms)\.?|Analyst|Moderator|Speaker|Host) ")
_PIECES = re.compile(r" ?[,;·|()\[\]•] ?| [–—/-] |: | (?:and|&) ")


def _title_case(text: str) -> bool:
    words = [w for w in re.findall(r"[^\W\d_][\w'-]+", text) if w.lower() not in PARTICLES and len(w) > 3]
    words = [w for w in words if w not in _SMALL_IN_TITLES]
    return len(words) > 3 and all(w[0].isupper() for w in words)


def _lists_names(text: str, registry: Registry) -> bool:
    """Whether half of the pieces between commas and their like, or one behind "by", name houses, persons or towns."""
    text = _LABEL.sub("", text)
    pieces = [piece.strip(" .") for piece in _PIECES.split(text) if piece.strip(" .")]
    names = [_TITLED.sub("", piece.removeprefix("by ")) for piece in pieces]
    named = [looks_like_org(n) or _is_full_person(n) or registry.is_place(n) or _is_known(n, registry) for n in names]
    card = bool(named) and named[0] and _is_full_person(names[0]) and len(names[0].split()) < 4
    by = card or any(n for piece, n in zip(pieces, named, strict=True) if piece.startswith("by "))
    told = text.isupper() or any(is_verb(w) and not w.endswith("ed") for w in re.findall(r"[^\W\d_]+", text))
    return (
        len(names) > 1 and (by or 2 * sum(named) >= len(named)) and max(len(n.split()) for n in names) < 7 and not told
    )


def _is_known(name: str, registry: Registry) -> bool:
    return any((hit.start, hit.end) == (0, len(name)) for hit in registry.find(name))


def _is_full_person(text: str) -> bool:
    words = text.split()
    known = is_given_name(words[0]) or (len(words) == 2 and "-" in words[1] and is_called_like_a_person(words))
    return 1 < len(words) < 5 and known and all(is_capital(w) or w in PARTICLES for w in words)


def headings(text: str, title_end: int, registry: Registry) -> list[tuple[int, int]]:
    """Spans of the title and of headings in the body whose every word is capitalised: capitals tell nothing there."""
    spans = [(0, title_end)] if title_end else []
    spans += [m.span(1) for m in _HEADING.finditer(text) if m.start(1) >= title_end]
    cards = (_CARD, _POST_AHEAD)
    return [
        (a, b)
        for a, b in spans
        if _title_case(text[a:b])
        and not any(card.match(text, a, b) for card in cards)
        and (a < title_end or not _lists_names(text[a:b], registry))
    ]


_LEGAL = re.compile(
    r"(?:[A-Z][\w&-]{0,30} ){1,5}(?:Inc|Corp|Corporation|Ltd|Limited|LLC|plc|PLC|GmbH|AG|SE|Berhad|Bhd|Holdings|"
    r"Pte Ltd|Co\., Ltd)\b(?:\. (?:II|III|IV|V)\b)?"
)
"""A full legal name, which is one in a heading, too."""


def legal_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The full legal names of a heading without the words before them ("Startup Vantor Robotics Inc. Raises")."""
    for match in _LEGAL.finditer(text, start, end):
        words, at = match[0].split(" "), match.start()
        for word in words[:-2]:
            if not (is_plain(word) or is_verb(word) or word.lower() in RELATIONS):
                break
            at += len(word) + 1
        yield at, match.end()
