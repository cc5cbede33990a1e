"""The other names an article gives to those it names: in brackets, for short, as they were called before.

"Toyota Research Institute (TRI)", "Pendrake, formerly Old Oak Machines", "Marrowby was renamed Sennen", and the same
in Chinese. A name counts only where whoever bears the other one is known, and only as the article writes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.grammar.whole_words import stands_in
from bot.model.entity import Entity
from bot.names.folding import bare, fold
from bot.names.spelling import initials

_FEWEST_LEFT = 2
"""Words of a name without its legal form: one alone is often a word of the language."""
_WORD = r"[A-Z0-9À-ÖØ-Þ][\w’'&+\-]{0,30}(?:\.\w{1,20}){0,2}"
_NAME = rf"{_WORD}(?:[ ]{_WORD}|[ ](?:of|for|and|the|de|&)(?=[ ][A-Z])){{0,6}}"
_CJK = "[\u4e00-\u9fffA-Za-z0-9·]"
_CALLED = r"(?:known as|called|named|trading as|operating as|doing business as)"
_BEFORE = r"(?:formerly|previously|originally|once|earlier|until recently|until (?:\w+ )?\d{4}|then)"
_QUOTE = "[\"“”'‘’]?"
_ENDS = (
    r"(?=[,.;:)\]\n]|[\"”’](?!s)| (?:until|before|till|has|have|is|was|are|were|which|who|in|as|for|employs|raised)\b)"
)

_LATER = tuple(
    re.compile(pattern)
    for pattern in (
        # Marrowby Systems was renamed Sennen Robotics
        rf"(?P<also>{_NAME}) (?:was|has been|is being|had been|were) (?:renamed|rebranded|rechristened)(?: as| to)? "
        rf"{_QUOTE}(?P<name>{_NAME})",
        rf"(?P<also>{_NAME}) (?:has )?(?:renamed|rebranded)(?: itself)?(?: as| to)? {_QUOTE}(?P<name>{_NAME})",
        rf"(?P<also>{_NAME}) (?:has )?changed its name to {_QUOTE}(?P<name>{_NAME})",
        rf"(?P<also>{_NAME}),? (?:now|today|since then|since \d{{4}}|later) {_CALLED} {_QUOTE}(?P<name>{_NAME})",
        rf"(?P<also>{_NAME})(?:更名为|改名为|更名|现更名为)(?P<name>{_CJK}{{2,16}})",
    )
)
_EARLIER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<name>{_NAME})(?:,| \(| –| —)? ?{_BEFORE},? {_CALLED} (?:the )?{_QUOTE}(?P<also>{_NAME}){_ENDS}",
        rf"(?P<name>{_NAME})(?:,? (?:which|who) was|, once|,| \() ?{_CALLED} (?:the )?{_QUOTE}(?P<also>{_NAME})"
        rf"{_QUOTE},? (?:until|before|till)\b",
        rf"(?P<name>{_NAME})(?:,| \() ?(?:also|better|otherwise|commonly|short|internally) {_CALLED} (?:the )?"
        rf"{_QUOTE}(?P<also>{_NAME}){_ENDS}",
        rf"(?P<name>{_NAME})(?:,| \() ?(?:known (?:for short )?as|abbreviated (?:as|to)|a\.?k\.?a\.?,?|dubbed|"
        rf"or simply|for short,?|hereinafter|née) (?:the )?{_QUOTE}(?P<also>{_NAME}){_ENDS}",
        rf"(?P<name>{_NAME}) (?:was|were) (?:{_BEFORE} )?(?:previously|formerly|originally) {_CALLED} (?:the )?"
        rf"{_QUOTE}(?P<also>{_NAME}){_ENDS}",
        # Pendrake Robotics (潘德, also "Pendrake"), Quillon Intelligence (English Quillon)
        rf"(?P<name>{_NAME}) ?\((?:[^()]{{0,40}}[,;] ?)?(?:also|in English|English(?: name)?|short|or) "
        rf"{_QUOTE}(?P<also>{_NAME}){_QUOTE}(?=[),;])",
        rf"(?P<name>{_NAME})(?:,| \() ?renamed from {_QUOTE}(?P<also>{_NAME}){_ENDS}",
    )
)
_FORMERLY = re.compile(rf"(?P<name>{_NAME})(?:,| \() ?(?:formerly|previously|née) {_QUOTE}(?P<also>{_NAME}){_ENDS}")
_SHORT = re.compile(
    rf"(?P<name>{_NAME}) ?(?:[(（] ?[\"“]?(?:or |the |known as )?(?P<also>[A-Z][A-Za-z&.\-]{{1,7}})[\"”]? ?[)）]|"
    rf", (?:or|short|abbreviated) [\"“]?(?P<or>[A-Z]{{2,6}})[\"”]?(?=[,.;]))"
)
_QUOTED = re.compile(rf"(?P<name>{_NAME}) \((?:the )?[\"“](?P<also>{_NAME})[\"”]\)")
_SCRIPTS = re.compile(
    rf"(?P<name>{_NAME}) ?[(（](?P<also>[\u4e00-\u9fff·]{{2,16}})[)）]|"
    rf"(?P<cjk>{_CJK}{{0,22}}[\u4e00-\u9fff]{_CJK}{{1,10}})[(（](?:英文名[：:]?|以下简称|下称)?"
    rf"[“\"]?(?P<latin>[A-Z][A-Za-z0-9.&\- ]{{2,30}})[”\"]?[)）]"
)
_CHINESE = re.compile(
    rf"(?P<name>{_CJK}{{2,24}})[(（，,](?:以下|以下也|又)?(?:简称|简稱|下称|曾用名|原名|旧称|又名|又称|亦称)"
    rf"[：:为是]?[“「『\"]?(?P<also>{_CJK}{{2,16}})"
)
_POST = re.compile(
    r"\b(?:chief|founders?|co-?founders?|c[etfo]o|head|president|director|chair\w*|engineers?|partner|executives?|"
    r"professors?|researchers?|he|she|who|joined|hired)\b",
    re.I,
)
_LONGEST = 800
_SENTENCES = re.compile(r"(?<=[a-z0-9)][.!?])\s+(?=[A-Z\"“])|\n+|(?<=[。！？])")
_TRIGGER = re.compile(
    r"[(（]|\b(?:formerly|previously|originally|once|known|renamed|rebranded|rechristened|name|called|dubbed|née|aka|"
    r"a\.k\.a|abbreviated|hereinafter|short)\b|, or [A-Z]{2}|更名|改名|[简簡下原旧亦又]称|曾用名|原名|又名"
)
_LEADING = re.compile(
    r"^(?:(?:The|In|At|By|For|And|But|While|When|After|Since|With|From|Its|On|Now|Today|Startup|Company|Maker|Partner|"
    r"Chinese|Japanese|Korean|American|European|German|British|French|Indian|Swiss|Norwegian|Canadian|Israeli|Taiwanese|"
    r"[A-Z]\w+-(?:based|backed|owned|listed|headquartered)) )+"
)
_ENDING = re.compile(
    r"(?: (?:in|on|this|last|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|"
    r"June|July|August|September|October|November|December|\d{4}))+$"
)
_NO_NAME = re.compile(
    r"['’]s |\band\b|^\d+-|^Shares of|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|"
    r"May|June|July|August|September|October|November|December|It|He|She|They|Who|This|That|Which|CEO|CTO)\b"
)
_CHARACTERS = re.compile(f"{_CJK}*[\u4e00-\u9fff]{_CJK}*")
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+(?:\.\d+)*")
_SHORTEST_PARTED = 5
_ACRONYM = re.compile(r"(?<![\w.])[A-Z]{3,6}(?![\w])")

Known = Callable[[str], Entity | None]
"""Who is meant by a name in an article."""


def also_known(text: str, known: Known) -> Iterator[tuple[Entity, str]]:
    """Who is called how else in a text, by the name that is not the one it is known by."""
    for sentence in _SENTENCES.split(text):
        # A sentence without end is none: in pieces it is still read through, and in no more time than it is long.
        for start in range(0, len(sentence), _LONGEST):
            piece = sentence[start : start + _LONGEST]
            if _TRIGGER.search(piece):
                yield from _in_sentence(piece, known)


def _in_sentence(text: str, known: Known) -> Iterator[tuple[Entity, str]]:
    for pattern in _LATER:
        for match in pattern.finditer(text):
            yield from _told(match["name"], match["also"], known, turned=True)
    for pattern in _EARLIER:
        for match in pattern.finditer(text):
            yield from _told(match["name"], match["also"], known, turned=True)
    for match in _FORMERLY.finditer(text):
        if not _POST.search(text[: match.start()]):
            told = _told(match["name"], match["also"], known)
            yield from (pair for pair in told if pair[0].kind != "person")  # a person was formerly at a company
    yield from _short(text, known)
    for match in _SCRIPTS.finditer(text):
        yield from _told(match["name"] or match["cjk"], match["also"] or match["latin"], known)
    for match in _CHINESE.finditer(text):
        yield from _told(match["name"], match["also"], known)


def _short(text: str, known: Known) -> Iterator[tuple[Entity, str]]:
    for match in _SHORT.finditer(text):
        also = match["also"] or match["or"]
        for entity, _ in _told(match["name"], also, known):
            if _abbreviates(also, entity) or _abbreviates(also, match["name"]):
                yield entity, also
    for match in _QUOTED.finditer(text):
        yield from _told(match["name"], match["also"], known)


def acronyms(text: str, entities: list[Entity]) -> Iterator[tuple[Entity, str]]:
    """Acronyms of the organisations of an article that it uses without spelling them out."""
    by_initials: dict[str, list[Entity]] = {}
    for entity in entities:
        for short in {initials(name) for name in (entity.name, *entity.aliases)} if entity.kind == "org" else ():
            by_initials.setdefault(short.upper(), []).append(entity)
    for used in sorted(set(_ACRONYM.findall(text))) if by_initials else ():
        bearers = by_initials.get(used, ())
        if len(bearers) == 1:
            yield bearers[0], used


def variants(text: str, entities: list[Entity]) -> Iterator[tuple[Entity, str]]:
    """How an article writes the names of some otherwise: "CX-VLA 2" for CX-VLA2, "Deep Harbor" for DeepHarbor.

    So too where it leaves out what a name of several words ends in by law: "Old Oak Machines" for Old Oak Machines LLC.
    """
    for entity in entities:
        for short in _without_form(entity.name) if entity.kind == "org" else ():
            if stands_in(text, short):
                yield entity, short
        for name in (entity.name, *entity.aliases) if entity.kind != "person" else ():
            parts = _PARTS.findall(name)
            if len(parts) > 1 and len("".join(parts)) >= _SHORTEST_PARTED and name.isascii():
                apart = re.compile(rf"(?<!\w){'[ -]?'.join(map(re.escape, parts))}(?!\w)")
                for written in sorted(set(apart.findall(text)) - {name}):
                    yield entity, written


def _without_form(name: str) -> Iterator[str]:
    """A name without its legal form, as far as two words are left."""
    words = name.split()
    for size in range(_FEWEST_LEFT, len(words)):
        if bare(short := " ".join(words[:size]).rstrip(",")) == bare(name):
            yield short


def _told(name: str, also: str, known: Known, turned: bool = False) -> Iterator[tuple[Entity, str]]:
    """Who is called by the other name too; `turned`: where only that one is known, it is who bears it."""
    name, also = (text.strip(" .,'’\"") for text in (name, also))
    entity = _bearer(name, known)
    if entity is None and turned and (entity := _bearer(also, known)) is not None:
        also = name
    also = _LEADING.sub("", also)
    if entity is None or not also or _NO_NAME.search(also):
        return
    folded, names = fold(also), {fold(n) for n in (entity.name, *entity.aliases)}
    if folded not in names and not (turned and any(f" {n} " in f" {folded} " for n in names)):
        yield entity, also


def _bearer(name: str, known: Known) -> Entity | None:
    """Who is known by a name, or by it without what may stand before a name."""
    entity = known(name) or known(_LEADING.sub("", name)) or known(_ENDING.sub("", name))
    if entity is None and _CHARACTERS.fullmatch(name):
        # Characters run on without a gap: the name is the end of what stands before the bracket.
        return next((e for at in range(1, len(name) - 2) if (e := known(name[at:])) is not None), None)
    return entity


def _abbreviates(short: str, of: Entity | str) -> bool:
    """Whether the letters are the first ones of the words, or stand in it in their order beginning with the first."""
    letters = short.replace(".", "").replace("-", "")
    if sum(c.isupper() for c in letters) < 2:
        return False
    names = (of,) if isinstance(of, str) else (of.name, *of.aliases)
    return any(_stand_in(letters.casefold(), name) for name in names)


def _stand_in(letters: str, name: str) -> bool:
    starts = [word[0] for word in fold(name).split(" ")]
    at = iter(starts)
    return len(starts) > 1 and starts[0] == letters[0] and all(letter in at for letter in letters)
