"""Which known names stand in a message, and which of them are only words of the language."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property

from bot.answers.words import STOP
from bot.names import fold
from bot.names.folding import tokens
from bot.store.read import Facts, NameHit

_FIELD_WORDS = """
ai agent arm bot bots brain chip embodied general hand head humanoid humanoids intelligence lab labs model
platform robot robotics robots round series startup technology tech team unit universal vision founder investor
staff dynamics systems machines technologies group inc capital ventures partners motion automation industries
holdings research institute company
"""
FIELD = frozenset(_FIELD_WORDS.split())
"""Words of this field: in small letters they are never names, and at the end of a name they may be left out."""

_ORDINARY_WORDS = """
american asian british chinese dutch european french german global indian industrial international israeli italian
japanese korean national russian spanish swedish swiss taiwanese western
ally anchor answer apollo atlas axis bank body circle city cloud core cost cut deal digit engine figure fund
future helix home hyper invest iron launch lead listing market memo neo news north note open order orders pilot
plan post price progress rainbow raise release revenue sell share ship skill source spark spot standard star
stretch study target titan value walker way work world founders engineers engineer chairman president executive
chief officer scientist investors backer customer partner valuation money stake deals who timeline ask help ceo
cto coo cfo ipo
"""
ORDINARY = STOP | FIELD | frozenset(_ORDINARY_WORDS.split())
"""Words of the language that are names only when written as the name is."""


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names one of `ids` (several where a name has several bearers)."""

    start: int
    end: int
    text: str
    ids: frozenset[str]


class Spotter:
    """Finds the names of one store in messages and sentences."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def find(self, text: str) -> list[Mention]:
        """The names in a text from left to right; any case will do where the name is no common word."""
        capitals = any(char.isupper() for char in text[1:])
        found = []
        for hit in self.facts.find_names(text):
            fitting = self._shorter(hit) or hit
            if _is_name(text, fitting, capitals):
                found.append(Mention(fitting.start, fitting.end, fitting.text, frozenset(fitting.entities)))
        found += self._short(text, found, capitals)
        return sorted(found, key=lambda mention: mention.start)

    def _shorter(self, hit: NameHit) -> NameHit | None:
        """ "did Acme invest" speaks of Acme, though there is an Acme Invest: a small common word ends no name."""
        head, _, tail = hit.text.rpartition(" ")
        if hit.cased or not head or tail not in ORDINARY or head.islower():
            return None
        for other in self.facts.find_names(head):
            if (other.start, other.end) == (0, len(head)):
                return replace(other, start=hit.start, end=hit.start + len(head))
        return None

    def _short(self, text: str, found: list[Mention], capitals: bool) -> list[Mention]:
        """Words that shorten a name: "Acme" for Acme Robotics, a surname for a person."""
        out = []
        for word in tokens(text):
            if any(m.start < word.end and word.start < m.end for m in found) or word.form not in self._short_names:
                continue
            if text[word.start].isupper() or not capitals:
                ids = frozenset((self._short_names[word.form],))
                out.append(Mention(word.start, word.end, text[word.start : word.end], ids))
        return out

    @cached_property
    def _short_names(self) -> dict[str, str]:
        """The entity of every short form that only one entity can be meant by."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for entity in self.facts.entities():
            words = fold(entity.name).split(" ")
            if len(words) < 2 or not entity.name.isascii():
                continue
            if entity.kind == "org" and all(word in FIELD for word in words[1:]):
                bearers[words[0]].add(entity.id)
            elif entity.kind == "person":
                bearers[words[-1]].add(entity.id)
        kept = {word: ids for word, ids in bearers.items() if len(word) > 2 and word not in ORDINARY}
        return {word: next(iter(ids)) for word, ids in kept.items() if len(ids) == 1}


def _is_name(text: str, hit: NameHit, capitals: bool) -> bool:
    word = hit.text.casefold()
    if hit.text.isdigit() or (len(hit.text) < 2 and hit.text.isascii()):
        return False
    if word in FIELD and not text[hit.start].isupper():
        return False
    if hit.cased:
        # "The Figure is …": a stop word that opens a message is no name, whatever its capital says.
        return word not in STOP or hit.start > 0
    if word in STOP:
        return False
    # "figure out" is no company; "figure" in a message without any capital may be one.
    return word not in ORDINARY or (not capitals and not text[hit.end :].lstrip().startswith("out "))
