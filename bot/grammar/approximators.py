"""Words that blur a figure, before it ("nearly", "up to", 约) and after it ("or more", "+", 左右)."""

from __future__ import annotations

import re

from bot.grammar.patterns import Pattern

_BEFORE_WORDS = [
    "about",
    "around",
    "approximately",
    "approx",
    "approx.",
    "roughly",
    "nearly",
    "almost",
    "some",
    "over",
    "under",
    "circa",
    "estimated",
    "above",
    "below",
    "beyond",
    "exceeding",
    "near",
    "perhaps",
    "maybe",
    "barely",
    "close to",
    "more than",
    "less than",
    "fewer than",
    "no more than",
    "not more than",
    "no less than",
    "no fewer than",
    "a bit more than",
    "a little more than",
    "a little over",
    "a bit over",
    "a little under",
    "slightly more than",
    "slightly over",
    "slightly under",
    "just over",
    "just under",
    "just above",
    "just below",
    "just shy of",
    "shy of",
    "well over",
    "well above",
    "well under",
    "well below",
    "at least",
    "at most",
    "up to",
    "as much as",
    "as many as",
    "as little as",
    "as few as",
    "as high as",
    "as low as",
    "upwards of",
    "upward of",
    "north of",
    "south of",
    "in excess of",
    "in the region of",
    "in the order of",
    "on the order of",
    "in the neighborhood of",
    "in the neighbourhood of",
    "an estimated",
    "a maximum of",
    "a minimum of",
    "something like",
    "getting on for",
    "not far off",
]
_BEFORE_CJK = [
    "约合",
    "约为",
    "约",
    "大约",
    "大概",
    "将近",
    "接近",
    "逼近",
    "超",
    "超过",
    "超出",
    "逾",
    "至少",
    "最多",
    "最高",
    "不低于",
    "不少于",
    "不超过",
    "不到",
    "約合",
    "約為",
    "約",
    "大約",
    "將近",
    "超過",
    "不低於",
    "不超過",
]


def _alternatives(forms: list[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(set(forms), key=lambda form: (-len(form), form)))


_BEFORE = Pattern(
    rf"(?:(?<![A-Za-z])(?:{_alternatives(_BEFORE_WORDS)})(?: the| a)?[ \u00a0]|"
    r"(?<![A-Za-z])(?-i:ca?\.)[ \u00a0]|(?<![最附])近[ \u00a0]?|(?<![通不经經透])[过過][ \u00a0]?|"
    rf"(?:{_alternatives(_BEFORE_CJK)})[ \u00a0]?|[~≈∼～><≥≤][ \u00a0]?)\Z",
    re.IGNORECASE,
)
_AFTER = Pattern(
    r"\+(?![\w+])|-plus(?![A-Za-z])|-odd(?![A-Za-z])|-ish(?![A-Za-z])|"
    r" (?:or so|or more|or thereabouts|or less|and change|and up)(?![A-Za-z])|左右|以上|以内|以內|上下",
    re.IGNORECASE,
)
_WINDOW = 40


def approximator_before(text: str, position: int, floor: int = 0) -> int | None:
    """Where the blurring word that ends at `position` begins; nothing before `floor` is looked at."""
    low = max(floor, position - _WINDOW)
    found = _BEFORE.search(text[low:position])
    if found is None or (low > floor and found.start() == 0 and text[low - 1].isalpha() and found[0][0].isascii()):
        return None
    return low + found.start()


def approximator_after(text: str, position: int) -> int | None:
    """Where the blurring word that begins at `position` ends."""
    found = _AFTER.match(text, position)
    return None if found is None else found.end()
