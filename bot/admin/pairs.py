"""Two names that were typed one after the other."""

from __future__ import annotations

import re

from bot.admin.command import Refused
from bot.answers.text import echo
from bot.model.entity import Entity
from bot.store.read import Facts

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "＂": '"'})
_QUOTED = re.compile(r'\s{0,9}(?:"([^"]{1,300})"|(\S{1,300}))\s{1,9}(?:"([^"]{1,300})"|(\S{1,300}))\s{0,9}')
_BETWEEN = re.compile(r"\s{0,9}(?:[,;|=/，；]|\s(?:and|is|vs\.?)\s)\s{0,9}")

Meant = tuple[Entity, str]
"""An entity and the name it was called by."""


def two(facts: Facts, text: str, form: str) -> tuple[Meant, Meant]:
    """Who is meant by two names: in quotes, with a comma between, or where one way to part the words makes two names.

    Refused where they cannot be told; `form` is how to say it.
    """
    text = " ".join(text.translate(_QUOTES).split())
    if '"' in text:
        match = _QUOTED.fullmatch(text)
        if match is None:
            raise Refused(f"Put both names in quotes: {form}")
        one, other = match[1] or match[2], match[3] or match[4]
        return _one(facts, one), _one(facts, other)
    parts = _BETWEEN.split(text)
    if len(parts) == 2 and all(parts):
        return _one(facts, parts[0]), _one(facts, parts[1])
    words = text.split()
    if len(words) < 2:
        raise Refused(f"Two names are needed: {form}")
    ways = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    known = [way for way in ways if all(_candidates(facts, name) for name in way)]
    if len(known) == 1:
        return _one(facts, known[0][0]), _one(facts, known[0][1])
    if len(ways) == 1:
        return _one(facts, ways[0][0]), _one(facts, ways[0][1])
    raise Refused(f"It is not clear where one name ends and the other begins: put both in quotes, {form}")


def _candidates(facts: Facts, name: str) -> list[Entity]:
    """The entities of a name; an id is a name of its own."""
    by_id = facts.entity(name)
    return [by_id] if by_id is not None else facts.lookup(name)


def _one(facts: Facts, name: str) -> Meant:
    found = _candidates(facts, name)
    if len(found) == 1:
        return found[0], found[0].name if found[0].id == name else name
    if found:
        which = "; ".join(f"{entity.id} ({entity.name}, {entity.kind})" for entity in found[:5])
        raise Refused(f"“{echo(name)}” may be several: use the id instead of the name: {which}")
    near = [entity.name for entity in facts.suggest(name)]
    hint = f" Is it {' or '.join(near)}?" if near else ""
    raise Refused(f"Nothing is known of “{echo(name)}”.{hint}")
