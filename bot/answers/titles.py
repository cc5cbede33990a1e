"""Posts in any wording: whether "chief executive" is the CEO that was asked for."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answers.asked.words import stems
from bot.grammar.patterns import Pattern

_POSTS: tuple[tuple[str, str], ...] = (
    ("ceo", r"\bceo\b|^chief$|chief executive|首席执行官|首席執行官|执行长|執行長"),
    ("cto", r"\bcto\b|chief technology officer|chief technical officer|首席技术官|首席技術官"),
    ("cfo", r"\bcfo\b|chief financ\w+|首席财务官|首席財務官|财务总监|財務長"),
    ("coo", r"\bcoo\b|chief operating|首席运营官|首席營運官|營運長"),
    ("cmo", r"\bcmo\b|chief marketing"),
    ("cpo", r"\bcpo\b|chief product"),
    ("chief-scientist", r"chief scientist|首席科学家|首席科學家"),
    ("founder", r"(?:co-?)?\bfounders?\b|创始人|創辦人|創始人|创办人"),
    ("chair", r"\bchair(?:man|woman|person)?\b|董事长|董事長"),
    ("president", r"(?<!vice )(?<!vice-)\bpresident\b|总裁|總裁"),
    ("vp", r"\b(?:s?vp|evp)\b|vice[ -]president|副总裁|副總裁"),
    ("director", r"\bdirector\b|总监|總監"),
    ("professor", r"\bprofessor\b|教授"),
    ("tech-lead", r"(?:technical|technology|tech) (?:lead|leader|head|chief)|head of technology|技术负责人|技術負責人"),
    ("head", r"\b(?:head|leader|lead|boss|manager|in charge|runs|leads|chief)\b|负责人|負責人|老板"),
    ("engineer", r"\bengineer\b|工程师|工程師"),
    ("adviser", r"\badvis[eo]r\b|顾问|顧問"),
)
_COMPILED = tuple((name, Pattern(pattern, re.I)) for name, pattern in _POSTS)
_LEADING = frozenset({"ceo", "chair", "president", "founder", "head", "director", "tech-lead"})
_WORDY = frozenset({"the", "of", "a", "and", "new", "current", "former", "first", "interim", "acting", "officer"})

POST = (
    r"(?:(?:co-?|vice[ -]|chief[ -]|technical |tech |deputy |executive |general |managing |senior ){0,6}"
    r"(?:ceo|cto|cfo|coo|cmo|cpo|vp|chief executive(?: officer)?|chief \w+ officer|chief \w+|"
    r"chair(?:man|woman|person)?|"
    r"president|founders?|co-?founders?|boss|head|leader|lead|director|manager|executive|scientist|"
    r"engineer|professor)s?)"
)
"""A pattern for the wording of a post in a question."""


@lru_cache(maxsize=4096)
def posts(title: str) -> frozenset[str]:
    """The kinds of post a title holds."""
    return frozenset(name for name, pattern in _COMPILED if pattern.search(title))


_STANDING = ("ceo", "founder", "chair", "president")


def standing(title: str) -> int:
    """How near to the top of a house a title is, 0 for its chief: who leads all of it is told first."""
    held = posts(title)
    return next((rank for rank, post in enumerate(_STANDING) if post in held), len(_STANDING))


def fits(title: str, asked: str) -> bool:
    """Whether somebody of this title holds the post that was asked for; "lead" is led by anyone who leads."""
    wanted, held = posts(asked), posts(title)
    if asked in ("lead", "boss"):
        return bool(held & _LEADING)
    specific = wanted - {"head"} or wanted
    if specific:
        return specific <= held
    words = stems(asked) - stems(" ".join(_WORDY))
    return bool(words) and words <= stems(title)
