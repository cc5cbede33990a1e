"""Which of a sort are asked for ("which hotels use it"), and whether an article tells of any of that sort at all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bot.answers.sentences.discourse import Discourse
from bot.grammar.patterns import Pattern

_ASKED = r"\b(?:which|what|name the|list the|any of the|how many)(?: (?!of\b)[a-z-]+){{0,2}}? (?:{sort})\b"
_SORTS = (
    (
        "hospitals?|clinics?",
        r"hospital|clinic|klinik|spital|medical (?:cent|college)|infirmary|surg|health ?care|\bnhs\b|医院|病院",
    ),
    ("hotels?|resorts?|inns?", r"hotel|resort|\binns?\b|hospitality|酒店|ホテル"),
    ("airports?", r"airport|terminal|aviation|机场|空港"),
    ("museums?", r"museum|galler|exhibit"),
    ("restaurants?|caf[eé]s?|diners?", r"restaurant|caf[eé]|diner|kitchen|catering|burger|pizz|noodle|food|canteen|餐"),
    ("farms?|farmers?|growers?", r"farm|grower|orchard|vineyard|agri|dairy|crop|field|harvest|农"),
    ("mines?|miners?|quarr(?:y|ies)", r"\bmin(?:e|es|er|ers|ing)\b|quarr|ore\b|矿"),
    ("ports?|harbou?rs?|shipyards?", r"\bports?\b|harbou?r|quay|shipyard|terminal|港"),
    ("prisons?|jails?", r"prison|jail|penitentiar|correction"),
    ("schools?|kindergartens?", r"school|kindergarten|pupil|academy|学校"),
    ("nursing homes?|care homes?", r"nursing|care|elderly|养老|介護"),
    ("pharmac(?:y|ies)", r"pharmac|drugstore|chemist|药"),
    ("arm(?:y|ies)|navies|navy|militar(?:y|ies)", r"army|navy|military|defen[cs]e|forces|soldier|troops|军"),
)
"""Sorts of house that an article on one of them names as such; a bank or a university may go by its name alone."""
_ANY = Pattern(_ASKED.format(sort="|".join(sort for sort, _ in _SORTS)))
_TABLE = tuple((Pattern(_ASKED.format(sort=sort)), Pattern(told)) for sort, told in _SORTS)


@lru_cache(maxsize=128)
def asked_sort(shape: str) -> Pattern | None:
    """What an article has to say for one of the sort that a question of that shape asks for; None without such."""
    if not _ANY.search(shape):
        return None
    return next((told for asked, told in _TABLE if asked.search(shape)), None)


def tells_of_sort(discourse: Discourse, shape: str, articles: Iterable[str]) -> bool:
    """Whether some article tells of the sort that is asked for, where one is."""
    told = asked_sort(shape)
    if told is None:
        return True
    return any(told.search(p.text.casefold()) for article in articles for p in discourse.article(article))
