"""What a cell says: names, sums, counts, rounds and times, each by itself."""

from __future__ import annotations

import re

from bot.grammar.dates import find_dates
from bot.grammar.money import find_money
from bot.grammar.rounds import find_rounds
from bot.model.money import Money
from bot.model.when import When

_NUMBER = re.compile(
    r"(?P<about>about|around|approx\.?|over|more than|some|nearly|~|≈|>)?\s*"
    r"(?P<minus>[-–−(])?(?P<figure>\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\)?\+?\s*(?:[a-z]+\s?)?\Z",
    re.IGNORECASE,
)  # fmt: skip
_SCALES = {"million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "thousand": 1e3, "k": 1e3}
_SCALE = re.compile(r"(?<![a-z])(million|mn|m|billion|bn|b|thousand|k)(?:s)?(?![a-z])|['’](000)", re.IGNORECASE)
_MONTH = re.compile(r"\A(\d{4})[./-](\d{1,2})\Z")
_LETTER = re.compile(r"\A(?:Series )?((?:Pre-)?[A-H]\d?\+{0,4})(?: round)?\Z", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(（\[][^)）\]]*[)）\]]?|\*+")
_HAN = re.compile(r"(?<=[A-Za-z.])\s+[一-鿿].*\Z")
_BETWEEN = re.compile(r"\s*(?:[,;/、]|\band\b|\+)\s*")
_LEADS = re.compile(r"\((?:co-)?lead(?:er|ing|s)?\)|\A\s*led by ", re.IGNORECASE)
_NOT_IN = re.compile(r"\((?:no|denied|out|exited)\)", re.IGNORECASE)
_NOBODY = re.compile(
    r"\A(?:n/?a\.?|n\.a\.|none|undisclosed|not disclosed|unknown|others?|total|tbd|[-–—.?\s]*)\Z", re.IGNORECASE
)
_QUARTER = re.compile(r"\b(?:Q([1-4])|([1-4])Q)[ -]?(?:FY)?'?(\d{4}|\d\d)\b|\b(?:H([12])|([12])H)[ -]?'?(\d{4}|\d\d)\b")


def name(text: str) -> str:
    """The name in a cell, without what stands in brackets behind it; empty where there is none."""
    bare = _HAN.sub("", _ASIDE.sub("", text)).partition(", ")[0].strip(" .,:")
    return "" if _NOBODY.match(bare) or not re.search(r"[^\W\d_]", bare) else bare


def backers(text: str, lead: bool) -> list[tuple[str, bool]]:
    """The names of a list, each with whether it led."""
    found = []
    for part in _BETWEEN.split(text):
        if _NOT_IN.search(part):
            continue
        called = name(_LEADS.sub("", part))
        if called:
            found.append((called, lead or bool(_LEADS.search(part))))
    return found


def sums(text: str) -> list[Money]:
    """The sums of a cell; one in brackets behind another says the same once more."""
    return [met.money for met in find_money(text) if "(" not in text[: met.start]]


def number(text: str) -> tuple[float, bool] | None:
    """A count or a figure without a unit, negative in brackets or behind a minus, and whether it is about so many."""
    met = _NUMBER.match(_strip(text))
    if met is None:
        return None
    value = float(re.sub(r"[, ]", "", met["figure"]))
    return (-value if met["minus"] else value), bool(met["about"]) or text.rstrip().endswith("+")


def _strip(text: str) -> str:
    """Without remarks behind the figure; brackets around the figure stay."""
    return re.sub(r"(?<=\S)\s+\((?!\d+\))[^)]*\)", "", text.strip())


def scaled(value: float, unit: str) -> Money | None:
    """A figure in the unit of its column ("SEK million", "RMB'000", "€m"); None where that is no currency."""
    scale = _SCALE.search(unit)
    bare = _SCALE.sub("", unit).strip(" ()*,")
    for token in re.findall(r"[^\s(),]+", bare):
        for written in (f"{token} 25 million", f"{token}25 million", f"25 million {token}"):
            if found := find_money(written):
                by = _SCALES[(scale[1] or "thousand").lower()] if scale else 1.0
                return Money(round(value * by, 2), found[0].money.currency)
    return None


def round_of(text: str) -> str | None:
    """The round that a cell names, a letter alone among them."""
    if found := find_rounds(text):
        return found[0].round
    bare = _ASIDE.sub("", text).strip()
    if letter := _LETTER.match(bare):
        return letter[1] if letter[1].lower().startswith("pre") else f"Series {letter[1].upper()}"
    return None if _NOBODY.match(bare) or len(bare.split()) > 3 else bare[:1].upper() + bare[1:]


def period(text: str, published: When | None) -> When | None:
    """The time that a cell or a head names: the last one, "year ended 31 December 2024" among them."""
    if month := _MONTH.match(text.strip()):
        return When.month(int(month[1]), int(month[2])) if 1 <= int(month[2]) <= 12 else None
    if met := _QUARTER.search(text):
        year = int(met[3] or met[6])
        year += 2000 if year < 100 else 0
        quarter, half = met[1] or met[2], met[4] or met[5]
        return When.quarter(year, int(quarter)) if quarter else When.half(year, int(half))
    found = [met.when for met in find_dates(text, published) if met.when is not None]
    if not found:
        return None
    ended = re.search(r"\byear ended\b", text, re.IGNORECASE)
    return When.year(found[-1].end.year) if ended else found[-1]
