"""Names brought to one form: what differs only in case, punctuation, width or a legal suffix is the same name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.grammar.patterns import Pattern

_CJK = (
    "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U000323af"
)
_IS_CJK = Pattern(f"[{_CJK}]")
_WORD = f"(?:[^\\W_{_CJK}]|[\u0300-\u036f])"
_TOKEN = Pattern(
    f"(?P<cjk>[{_CJK}])"
    f"|(?P<word>{_WORD}(?:{_WORD}|(?<=[0-9])\\.(?=[0-9]))*\\+?)(?P<own>['’ʼ][sS](?!{_WORD}))?"
    "|(?P<amp>[&＆])"
)
_PLAIN_TOKEN = Pattern(
    r"(?P<word>[A-Za-z0-9]+(?:(?<=[0-9])\.(?=[0-9])[A-Za-z0-9]+)*\+?)(?P<own>'[sS](?![A-Za-z0-9]))?|(?P<amp>&)"
)
"""The same for a text in plain letters, and several times as fast; `cjk` never is."""
_MARKS = Pattern("[\u0300-\u036f]")
_STRAY_DOT = Pattern(r"(?<![0-9])\.|\.(?![0-9])")

_LEGAL = frozenset(
    """
    ab ag aktiengesellschaft as asa bhd bv co company companies corp corporation enterprise enterprises gmbh group
    holding holdings inc incorporated kg kgaa kk limited llc llp lp ltd mbh nv oy oyj plc pte pty sa sas sdn se spa
    srl technologies technology tech
    """.split()  # noqa: SIM905 (reads better than 60 quoted words)
)
_LEGAL_CJK = (
    *("股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "株式会社", "주식회사"),
    *("控股", "集团", "集團", "公司", "科技", "技术"),
)


class Token(NamedTuple):
    """One word, or one CJK character, and where it stands. `end` leaves a possessive 's outside."""

    start: int
    end: int
    form: str
    cjk: bool
    possessive: bool


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in their folded form; every CJK character is a word of its own."""
    for match in (_PLAIN_TOKEN if text.isascii() else _TOKEN).finditer(text):
        kind = match.lastgroup
        start, end = match.span("word" if kind == "own" else 0)
        if kind == "amp":
            yield Token(start, end, "and", False, False)
        elif form := _fold_word(text[start:end]):
            yield Token(start, end, form, kind == "cjk", kind == "own")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """The form in which two writings of one name are equal.

    NFKC, case folded, accents and the possessive 's dropped, punctuation and white space folded to one space;
    no space between CJK characters. A point between digits stays (N1.5 is not N15), and so does a plus at the end.
    """
    return join(token.form for token in tokens(name))


@lru_cache(maxsize=20_000)
def bare(name: str) -> str:
    """`fold` without the legal suffixes (Inc, Ltd, GmbH, Group, Technologies, 有限公司 …); one word always stays."""
    words = fold(name).split(" ")
    while len(words) > 1:
        # "S.p.A." and "L.L.C." fold to single letters.
        length = next((n for n in (3, 2, 1) if n < len(words) and _is_suffix(words[-n:])), 0)
        if not length:
            break
        del words[-length:]
    words[-1] = _bare_cjk(words[-1])
    return " ".join(words)


def join(forms: Iterable[str]) -> str:
    """Folded words put together, with a space wherever not both neighbours are CJK."""
    together = " ".join(forms := list(forms))
    if together.isascii():  # as nearly all are: none is CJK
        return together
    out = ""
    for form in forms:
        out += form if not out or (_IS_CJK.match(out[-1]) and _IS_CJK.match(form[0])) else f" {form}"
    return out


def _is_suffix(words: list[str]) -> bool:
    if len(words) > 1 and any(len(word) != 1 for word in words):
        return False
    return "".join(words) in _LEGAL


def _bare_cjk(word: str) -> str:
    while True:
        for suffix in _LEGAL_CJK:
            if word.endswith(suffix) and len(word) - len(suffix) >= 2:
                word = word[: -len(suffix)]
                break
        else:
            return word


def _fold_word(word: str) -> str:
    return word.lower() if word.isascii() and word.isalnum() else _fold_marks(word)


@lru_cache(maxsize=5000)
def _fold_marks(word: str) -> str:
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())
    plain = _MARKS.sub("", unicodedata.normalize("NFD", plain))
    plain = "".join(c for c in unicodedata.normalize("NFKC", plain) if c.isalnum() or c in ".+")
    return _STRAY_DOT.sub("", plain)
