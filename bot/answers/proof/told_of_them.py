"""Whether a sentence tells *of those who are named* what a plain question asks, and not of whom it names beside them.

A sentence is looked at with signs for names: those asked about, the same where it only mentions them, and the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.answers.asked.question import Clause
from bot.answers.proof.everyday.asked import everyday, of_round
from bot.answers.proof.everyday.row import ASIDE, OTHER, OWN
from bot.answers.proof.things import PARTS
from bot.answers.proof.ties import is_spoken_of
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse
from bot.answers.whereabouts import is_place
from bot.grammar.date_words import MONTH_FULL
from bot.grammar.patterns import Pattern
from bot.model.when import When
from bot.store.read import Passage, StoredEvent

_LISTED = Pattern(
    r"(?:¤(?:'s)?(?:, (?:and )?| and | & | or )){1,12}(?=§)|(?<=§)(?:(?:, (?:and )?| and | & | or )¤(?!'s)){1,12}"
)
"""Others of whom a sentence says the same."""
_RELATIVE = Pattern(r",? (?:whose|which|who|where)\b[^,;§]{0,120},")
"""What is said of somebody by the way."""
_SIGNS = (OWN, ASIDE, OTHER)
_MENTIONED = Pattern(
    r"(?:\b(?:whose|includ(?:es?|ing)|like|unlike|such as|rivals?|competitors?|peers?|against|alongside|beside|"
    r"besides|versus|"
    r"(?:formerly|previously|once) (?:at|of|with)|ex|former|left|quit|leaving|recruit\w*)"
    r"(?: [^\s,;§¤]{1,20}){0,4}? |\b(?:than|from) (?:the )?|\bex-)$",
    re.I,
)
"""What goes before somebody who is only mentioned."""
_THE_HOUSE = Pattern(r"\bthe (?:[\w-]+ ){0,2}(?:company|start-?up|firm|maker|developer|manufacturer)\b", re.I)
"""What a sentence calls whom the one before it named."""
_BEFORE_NAME = 80
_DAY = Pattern(
    rf"(?<!\d)(?:19|20)\d\d(?!\d)|\b(?:{MONTH_FULL}|ago|yesterday|today|tomorrow|(?:last|this|next|previous|the same) "
    r"(?:year|month|week|quarter|spring|summer|autumn|fall|winter|\w+day)|(?:years?|months?|weeks?|days?) "
    r"(?:old|earlier|later|before|after)|earlier this)\b|[年月日]",
    re.I,
)
_NEXT_YEAR = Pattern(r"\bnext year\b|明年", re.I)


def tells_everyday(discourse: Discourse, clause: Clause, passages: Sequence[Passage]) -> bool:
    """Whether some sentence tells of those who are named what a plain question asks; true of all other questions."""
    shape = clause.shape.rstrip(" ?.!")
    bodies = [ids for ids in clause.groups() if not is_place(ids)]
    row = everyday(shape) or of_round(shape, clause.narrow.round) if len(bodies) == 1 else None
    if row is None or any(" | " in passage.text for passage in passages):
        return True
    asked, places = bodies[0], [ids for ids in clause.groups() if is_place(ids)]
    return any(
        any(row.told.search(part) for part in _parts(text)) and (not row.dated or _DAY.search(text))
        for passage in passages
        if not row.of_year or _is_of_year(passage, clause.narrow.when)
        if all(discourse.names_one(passage, ids) for ids in places)
        for text in _with_signs(discourse, passage, asked, [name.text for name in clause.names if name.text])
    )


def tells_of_them(discourse: Discourse, passage: Passage, asked: Ids, told: Pattern) -> bool:
    """Whether a part of a sentence that names some, or is on them, says certain words."""
    parts = (part for text in _with_signs(discourse, passage, asked, ()) for part in _parts(text))
    return any(told.search(part) and (OWN in part or ASIDE in part) for part in parts)


def fact_tells_everyday(shape: str, told: StoredEvent) -> bool:
    """Whether the quotes of a fact say what a plain question asks, where the kind of fact does not tell that."""
    row = everyday(shape.rstrip(" ?.!"))
    return row is None or row.quoted is None or any(row.quoted.search(s.quote) for s in told.statements)


def _with_signs(discourse: Discourse, passage: Passage, asked: Ids, written: Iterable[str]) -> Iterator[str]:
    """A sentence that speaks of some with signs for names; one that goes on about them begins with theirs."""
    text, kinds = passage.text, frozenset(discourse.kind(one) for one in asked)
    for mention in reversed(discourse.named(passage)):
        if mention.ids & asked:
            sign = OWN
        elif kinds.isdisjoint(map(discourse.kind, mention.ids)) or any(
            discourse.facts.kin(one) & asked for one in mention.ids
        ):
            continue
        else:
            sign = OTHER
        text = f"{text[: mention.start]}{sign}{text[mention.end :]}"
    for name in sorted(written, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", OWN, text)
    if OWN not in text and any(discourse.names_one(p, asked) for p in discourse.near(passage, 1)):
        text = _THE_HOUSE.sub(OWN, text)
    parts = _RELATIVE.sub(",", _LISTED.sub("", text)).split(OWN)
    if len(parts) > 1:
        signs = (ASIDE if _MENTIONED.search(before[-_BEFORE_NAME:]) else OWN for before in parts[:-1])
        yield "".join((*(f"{part}{sign}" for part, sign in zip(parts, signs, strict=False)), parts[-1]))
    elif passage.ordinal and is_spoken_of(discourse, passage, asked):
        yield f"{OWN} {parts[0]}"


def _parts(text: str) -> Iterator[str]:
    """The parts of a sentence that tell of different things; one that names nobody is on whom it begins with."""
    first = next((sign for sign in text if sign in _SIGNS), "")
    for part in PARTS.compiled.split(text):
        yield part if any(sign in part for sign in _SIGNS) else f"{first} {part}"


def _is_of_year(passage: Passage, when: When | None) -> bool:
    """Whether a sentence, or the title above it, tells of the year that is asked about."""
    if when is None:
        return True
    years = [str(year) for year in range(when.start.year, when.end.year + 1)]
    if any(year in text for year in years for text in (passage.text, passage.citation.title)):
        return True
    published = passage.citation.published[:4]
    return bool(published) and str(int(published) + 1) in years and _NEXT_YEAR.is_in(passage.text)
