"""The words of a message that describe somebody or something without naming it: "the maker of pipe robots"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bot.answers.asked.question import Clause
from bot.answers.asked.words import STOP, content, stem, stems
from bot.answers.whereabouts import only_places
from bot.grammar.patterns import Pattern

Sort = Literal["org", "product", "person"]

_WORD = Pattern(r"\d[\d,.]*\d|[^\W_]+(?:['’.&-][^\W_]+)*|[,:;?!()—–]|(?<=\s)-(?=\s)")
_RELATION = stems(
    "run ran lead led found founded founder ceo cto cfo boss chief chair head cost price raise raising fund funding "
    "funder invest investor back backer value valuation worth buy bought acquire own owner employ employee staff "
    "hire headcount customer client revenue sales profit loss pay paid sell sold money rent called series round "
    "weigh weight join leave replace succeed deliver delivered delivery order ordered plan supply supplier partner "
    "many much launch start build born study call stand charge get gets got use uses"
)
"""Words that say what is asked of what is described; none of them stands in a description."""
GENERIC = stems(
    "company startup start-up firm business outfit group team venture robot machine humanoid product device maker "
    "manufacturer developer builder spin-off spinoff make making robotics system unit unicorn two three brothers "
    "sisters woman women man men people person"
)
"""Words that say of what sort it is that is described, and describe nothing alone."""
_FILLING_WORDS = """
the a an that which who whose for of from in with and to on by at its their his her it is are was were has have
into makes make want wants can could will may
"""
_FILLING = frozenset(_FILLING_WORDS.split())
"""Words that may stand within a description."""
_AUXILIARY = frozenset(("is", "are", "was", "were", "has", "have", "can", "could", "will", "may"))
_OPENING = frozenset(("the", "a", "an", "that", "this", "those", "these"))
_RELATIVE = frozenset(("who", "which", "that", "whose", "whom"))
_ORG = stems(
    "company startup start-up firm business outfit group venture maker manufacturer developer builder spin-off spinoff "
    "unicorn supplier carmaker"
)
_PERSON = stems("engineer professor woman man scientist researcher chef doctor banker lawyer student veteran")
_MACHINES = stems("robot machine humanoid arm hand quadruped dog cart truck exoskeleton gripper drone model")
_GOES_ON = Pattern(r"\s+(?:that|which|who|whose)\b", re.I)
_SIDES = Pattern(r"[,:;?!()—–-]")
_DEMANDS = frozenset(("how", "what", "when", "where", "why", "who", "whom", "which", "behind"))
_ASKS = Pattern(
    r"\b(?:how|what|when|where|why|whom?|whose|which|is|are|was|were|did|does|do|has|have|list|show|tell|name|give|compare|any|all)\b"
)


@dataclass(frozen=True, slots=True)
class Description:
    """Where a message describes what it asks about, and with which words."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    """The words that describe, as they are written in small letters."""
    sort: Sort
    """Of what sort is what they describe."""
    many: bool = False
    """Whether several may be described: no article stands before it."""
    of_robots: bool = False
    """Whether it is a robot or another machine."""


def described(message: str) -> list[Description]:
    """The descriptions of a message, the one with most describing words first."""
    words = list(_WORD.finditer(message))
    runs: list[list[re.Match[str]]] = [[]]
    for before, word in pairwise([None, *words]):
        if word is None:
            continue
        low = word[0].casefold()
        tied = bool(runs[-1]) and before is not None and not _SIDES.fullmatch(before[0])
        if tied and low.endswith("ing") and _is_relation(low):
            continue  # "the robot weighing 66 pounds"
        if _SIDES.fullmatch(low) or _is_relation(low) or (low in _DEMANDS and not (tied and low in _RELATIVE)):
            runs.append([])
        elif low in _AUXILIARY and not any(w[0].casefold() in _OPENING for w in runs[-1]):
            runs.append([])  # "how many robots has the maker of …"
        elif low in _FILLING or low not in STOP or stem(low) in GENERIC:
            runs[-1].append(word)
        else:
            runs.append([])
    found = [one for run in runs if (one := _of(message, run)) is not None]
    return sorted(found, key=lambda one: -len(one.words))


def only_describes(clause: Clause) -> bool:
    """Whether a part of a message names nobody and asks nothing: "the maker of pipe robots: …"."""
    places = only_places(one for mention in clause.names for one in mention.ids)
    return places and bool(clause.content) and not clause.narrow.given and not _ASKS.search(clause.shape)


def _is_relation(word: str) -> bool:
    return stem(word) in _RELATION and "-" not in word


def _of(message: str, run: list[re.Match[str]]) -> Description | None:
    """The description that a run of words is, without what only leads to it."""
    kinds = [stem(word[0].casefold()) in GENERIC for word in run]
    telling = [n for n, word in enumerate(run) if not kinds[n] and content(word[0]) and _tells(word[0])]
    if not telling:
        return None
    whole = [n for n, word in enumerate(run) if word[0].casefold() in _OPENING or n in telling or kinds[n]]
    topic = not message[: run[0].start()].strip() and _SIDES.match(message[run[-1].end() :].strip())
    opened = run[whole[0]][0].casefold() in _OPENING
    if not opened and not any(kinds) and not topic:
        return None
    ends = [n for n in range(len(run)) if n in telling or kinds[n]]
    first, last = whole[0], ends[-1]
    words = tuple(dict.fromkeys(run[n][0].casefold() for n in telling))
    start, end = run[first].start(), run[last].end()
    if _GOES_ON.match(message, end):
        return None  # more describes it than was understood
    sort, of_robots = _sort(run[first : last + 1])
    return Description(start, end, message[start:end], words, sort, not opened, of_robots)


def _tells(word: str) -> bool:
    return word.casefold() not in _FILLING and word.casefold() not in STOP


def _sort(run: list[re.Match[str]]) -> tuple[Sort, bool]:
    """What the first noun of a description says: what follows "with", "that" and "of" describes it only."""
    head: list[str] = []
    for word in run:
        low = word[0].casefold()
        if head and low in (_FILLING - _OPENING) | _RELATIVE:
            break
        head += [stem(low)]
    last = next((word for word in reversed(head) if word in _ORG | _PERSON), "")
    if last:
        return ("org" if last in _ORG else "person"), False
    return "product", any(word in _MACHINES for word in head)
