"""When a predicted value and a gold value say the same: names, money, dates, numbers, free text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NAMES = frozenset({
    "company", "buyer", "target", "seller", "parties", "person", "organization", "school", "parent", "founders",
    "product", "maker", "subject", "source", "customer", "speaker", "investors", "lead", "exchange",
})  # fmt: skip
MONEY = frozenset({"amount", "valuation"})
DATES = frozenset({"date", "start", "end"})

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SUFFIX = re.compile(
    r"\b(inc|incorporated|corp|corporation|co|company|ltd|limited|llc|plc|ag|gmbh|sa|se|as|group|"
    r"holdings?|technologies|technology|robotics|robot|ai)\b"
)
_STOP = frozenset({
    "the", "a", "an", "of", "and", "for", "to", "in", "on", "at", "its", "with", "as", "by", "that", "is", "be",
})  # fmt: skip
_TITLES = {
    "ceo": "chief executive officer",
    "cto": "chief technology officer",
    "coo": "chief operating officer",
    "cfo": "chief financial officer",
    "cmo": "chief marketing officer",
    "vp": "vice president",
    "svp": "senior vice president",
    "cofounder": "co founder",
    "md": "managing director",
}
_UNITS = {
    "%": "percent",
    **dict.fromkeys(("people", "employees", "staff", "workers"), "employee"),
    **dict.fromkeys(("units", "robots", "machines", "sets", "humanoids"), "robot"),
}
_EXTENSION = re.compile(r"\.(txt|md|html?|json)$")


def stem(name: object) -> str:
    """The file name of an article without folder and extension: what gold, predictions and citations share."""
    return _EXTENSION.sub("", Path(str(name)).name)


def squeeze(text: str) -> str:
    """Text without white space and case, in which a quote is looked for."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()


def fold(text: object) -> str:
    """A name or phrase without case, possessive and punctuation."""
    folded = unicodedata.normalize("NFKC", str(text)).casefold()
    folded = re.sub(r"[’'`]s\b", "", folded)
    folded = re.sub(r"[^\w\s+&]", " ", folded)
    return re.sub(r"\s+", " ", folded).strip()


def bare(text: object) -> str:
    """A name without legal suffixes and generic tails; the whole name where nothing else would be left."""
    folded = re.sub(r"^the ", "", fold(text))
    cut = re.sub(r"\s+", " ", _SUFFIX.sub(" ", folded)).strip()
    return cut or folded


class Names:
    """Which names count as the same entity in one article."""

    def __init__(self, entities: Mapping[str, list[str]]) -> None:
        self._full: dict[str, str] = {}
        self._short: dict[str, str] = {}
        for canonical, aliases in entities.items():
            for name in (canonical, *aliases):
                self._full.setdefault(fold(name), canonical)
                self._short.setdefault(bare(name), canonical)

    def key(self, name: object) -> str:
        return self._full.get(fold(name)) or self._short.get(bare(name)) or bare(name)


def _tokens(text: object) -> set[str]:
    spelled = " ".join(_TITLES.get(word, word) for word in fold(text).split())
    words = {t[:-1] if len(t) > 3 and t.endswith("s") else t for t in spelled.split()} - _STOP
    cjk = {word for word in words if _CJK.search(word)}
    return (words - cjk) | {word[i : i + 2] for word in cjk for i in range(max(1, len(word) - 1))}


def similar(a: object, b: object) -> bool:
    """Whether two texts share most of the words of the shorter one; a whole page is no topic."""
    x, y = _tokens(a), _tokens(b)
    if not x or not y:
        return fold(a) == fold(b)
    both = len(x & y)
    return both / min(len(x), len(y)) >= 0.6 and both / max(len(x), len(y)) >= 0.2


def _same_unit(a: object, b: object) -> bool:
    x, y = (_UNITS.get(str(unit).strip().casefold(), str(unit)) for unit in (a, b))
    return similar(x, y)


def _close(x: float, y: float) -> bool:
    return abs(x - y) <= 0.01 * max(abs(x), abs(y), 1e-9)


def _same_money(a: Any, b: Any) -> bool:
    if not isinstance(a, dict) or not isinstance(b, dict):
        return False
    try:
        x, y = float(a["value"]), float(b["value"])
    except (KeyError, TypeError, ValueError):
        return False
    if a.get("currency") and b.get("currency") and a["currency"] != b["currency"]:
        return False
    return _close(x, y)


def _same_number(a: Any, b: Any) -> bool:
    try:
        return _close(float(a), float(b))
    except (TypeError, ValueError):
        return fold(a) == fold(b)


def _same_date(a: object, b: object) -> bool:
    """Equal at the coarser precision of the two, which is at least a year."""
    x, y = str(a), str(b)
    n = min(len(x), len(y))
    return n >= 4 and x[:n] == y[:n]


def _bare_round(text: object) -> str:
    return re.sub(r"\b(series|round|financing|funding|stage)\b|[\s-]|[轮輪]", "", fold(text).replace("pre ", "pre"))


def options(value: Any) -> list[Any]:
    """The alternatives of a gold value; a plain value is its only one."""
    return list(value["any"]) if isinstance(value, dict) and "any" in value else [value]


def equal(slot: str, pred: Any, gold: Any, names: Names) -> bool:
    """Whether a predicted value equals one of the alternatives of a gold value."""
    return any(_equal_one(slot, pred, option, names) for option in options(gold) if option is not None)


def _equal_one(slot: str, pred: Any, gold: Any, names: Names) -> bool:
    if slot in NAMES:
        return names.key(pred) == names.key(gold)
    if slot in MONEY:
        return _same_money(pred, gold)
    if slot in DATES:
        return _same_date(pred, gold)
    if slot == "value":
        return _same_number(pred, gold)
    if slot == "unit":
        return _same_unit(pred, gold)
    if slot == "round":
        return _bare_round(pred) == _bare_round(gold)
    return similar(pred, gold)
