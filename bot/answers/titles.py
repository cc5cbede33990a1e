"""Posts in any wording: whether "chief executive" is the CEO that was asked for."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.answers.asked.words import stems
from bot.grammar.patterns import Pattern

_TOP = r"(?:chief|boss|head|director|lead|leader|officer|supremo)\b"
_IN_CHARGE = (
    r"\b(?:responsible for|in charge of|looks? after|looking after|oversees|overseeing|runs|running|heads|leads|"
    r"manages|handles)"
)
_POSTS: tuple[tuple[str, str], ...] = (
    ("ceo", r"\bceo\b|^chief$|chief executive|首席执行官|首席執行官|执行长|執行長"),
    (
        "cto",
        rf"{_IN_CHARGE} (?:the )?(?:technology|tech)\b|\bcto\b|chief technology officer|chief technical officer|"
        rf"\b(?:technology|tech) {_TOP}|"
        r"\b(?:head|director) of technology|首席技术官|首席技術官",
    ),
    (
        "cfo",
        rf"{_IN_CHARGE} (?:the )?(?:finances?)\b|\bcfo\b|chief financ\w+|\bfinanc(?:e|ial) {_TOP}|\b(?:head|"
        rf"director) of finance|"
        r"首席财务官|首席財務官|财务总监|財務長",
    ),
    (
        "coo",
        rf"{_IN_CHARGE} (?:the )?(?:operations)\b|\bcoo\b|chief operati\w+|\boperations {_TOP}|\b(?:head|"
        rf"director) of operations|"
        r"首席运营官|首席營運官|營運長",
    ),
    (
        "cmo",
        rf"{_IN_CHARGE} (?:the )?(?:marketing)\b|\bcmo\b|chief marketing|\bmarketing {_TOP}|\b(?:head|"
        rf"director) of marketing",
    ),
    (
        "cpo",
        rf"{_IN_CHARGE} (?:the )?(?:products?)\b|\bcpo\b|chief product|\bproduct {_TOP}|\b(?:head|"
        rf"director) of product\b",
    ),
    (
        "cco",
        rf"{_IN_CHARGE} (?:the )?(?:sales)\b|\bcco\b|chief (?:commercial|revenue|sales)|\b(?:commercial|sales) {_TOP}|"
        r"\b(?:head|director) of (?:sales|commerce)|销售总监",
    ),
    (
        "chro",
        rf"{_IN_CHARGE} (?:the )?(?:hr|personnel|people|human resources)\b|\bch?r?hro\b|chief (?:people|human|"
        rf"hr)\b|\b(?:hr|people|personnel|human resources) {_TOP}|"
        r"\b(?:head|director) of (?:hr|people|personnel|human resources)",
    ),
    (
        "counsel",
        r"\b(?:general|chief|legal) counsel|\b(?:top|chief|head|in-house|company|house) (?:lawyer|counsel|"
        r"attorney)|\b(?:lawyer|attorney|solicitor)\b|"
        rf"chief legal|\blegal {_TOP}|\b(?:head|director) of legal|法务",
    ),
    (
        "board",
        r"\bboard (?:member|director)|\bmembers? of (?:the|its) (?:\w+ )?board|\bnon-?executive|\b(?:on|joins?|joined) "
        r"(?:(?:the|its) |[\w\0]+(?:'s|’s) )?(?:\w+ )?board\b|\bindependent director",
    ),
    ("spokesperson", r"\bspokes(?:person|man|woman)|发言人"),
    ("chief-scientist", r"chief scientist|scientific (?:director|chief|head)|首席科学家|首席科學家"),
    ("founder", r"\b(?:co-?)?founders?\b|创始人|創辦人|創始人|创办人"),
    ("chair", r"\bchair(?:man|woman|person|s|ed)?\b|董事长|董事長"),
    ("president", r"(?<!vice )(?<!vice-)\bpresident\b|总裁|總裁"),
    ("vp", r"\b(?:s?vp|evp)\b|vice[ -]president|副总裁|副總裁"),
    ("director", r"\bdirector\b|总监|總監"),
    ("professor", r"\bprofessor\b|教授"),
    ("tech-lead", r"(?:technical|technology|tech) (?:lead|leader|head)\b|技术负责人|技術負責人"),
    ("head", r"\b(?:head|leader|lead|boss|manager|in charge|runs|leads|chief)\b|负责人|負責人|老板"),
    ("engineer", r"\bengineer\b|工程师|工程師"),
    ("adviser", r"\badvis[eo]r\b|顾问|顧問"),
    ("secretary", r"\bsecretary\b|董秘|秘书"),
    ("dean", r"\bdean\b|院长"),
)
_HONORARY = Pattern(r"\b(?:honorary|emerit\w+)\b", re.I)
_COMPILED = tuple((name, Pattern(pattern, re.I)) for name, pattern in _POSTS)
_LEADING = frozenset({"ceo", "chair", "president", "founder", "head", "director", "tech-lead"})
_OF_AN_AREA = frozenset({"head", "director"})
"""Posts of which a house has several: the area says which."""
_AREA_WORDS = stems("head leader lead leads boss manager charge runs chief director at for in who team group unit")
_WORDY = frozenset({"the", "of", "a", "and", "new", "current", "former", "first", "interim", "acting", "officer"})

POST = (
    r"(?:(?:co-?|vice[ -]|chief[ -]|technical |tech |deputy |executive |general |managing |senior ){0,6}"
    r"(?:ceo|cto|cfo|coo|cmo|cpo|cco|chro|vp|chief executive(?: officer)?|chief \w+ officer|"
    r"(?:finance|financial|tech|technology|product|operations|sales|commercial|marketing|hr|people|legal|"
    r"research|science|"
    r"software|hardware|ai|engineering|robotics) (?:chief|boss|head|director|lead|leader|manager|supremo)|"
    r"chief (?!(?:of|at|for|in|who|and|or|now|before|is|was)\b)\w+|"
    r"(?:general |legal )?counsel|(?:top |head |in-house |company )?(?:lawyer|attorney|solicitor)|board member|"
    r"chair(?:man|woman|person)?|spokes(?:person|man|woman)|"
    r"president|founders?|co-?founders?|boss|head|leader|lead|director|manager|executive|scientist|"
    r"engineer|professor|secretary|dean|treasurer|researcher|supremo)s?)"
)
"""A pattern for the wording of a post in a question."""


@lru_cache(maxsize=4096)
def posts(title: str) -> frozenset[str]:
    """The kinds of post a title holds."""
    return frozenset(name for name, pattern in _COMPILED if pattern.search(title))


STANDING = ("ceo", "founder", "chair", "president")


def standing(title: str) -> int:
    """How near to the top of a house a title is, 0 for its chief: who leads all of it is told first."""
    held = posts(title)
    return next((rank for rank, post in enumerate(STANDING) if post in held), len(STANDING))


def fits(title: str, asked: str) -> bool:
    """Whether somebody of this title holds the post that was asked for; "lead" is led by anyone who leads."""
    if _HONORARY.search(title) and not _HONORARY.search(asked):
        return False
    wanted, held = posts(asked), posts(title)
    if asked in ("lead", "boss"):
        return bool(held & _LEADING)
    words = stems(asked) - stems(" ".join(_WORDY))
    if wanted and wanted <= _OF_AN_AREA:
        area = words - _AREA_WORDS
        return bool(held & (_LEADING | {"vp"}) if area else wanted <= held) and area <= stems(title)
    if wanted:
        return (wanted - {"head", "director"} or wanted - {"head"}) <= held
    return bool(words) and words <= stems(title)
