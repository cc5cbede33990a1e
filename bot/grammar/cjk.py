"""Chinese, Japanese and Korean script: what it is, and how it is cut for the word index."""

from __future__ import annotations

import re

from bot.grammar.patterns import Pattern

_CJK = (
    "\u3040-\u30ff"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # ideographs
    "\uac00-\ud7af\u1100-\u11ff"  # hangul
    "々〆"
    "\U00020000-\U0003ffff"
)
_CHARACTER = Pattern(f"[{_CJK}]")
_RUN = Pattern(f"[{_CJK}]+")


def is_cjk(ch: str) -> bool:
    """Whether a character belongs to a script that is written without spaces between words, or to hangul."""
    return _CHARACTER.fullmatch(ch) is not None


def bigrams(text: str) -> str:
    """The text with every run of CJK cut into overlapping pairs: 宇树科技 becomes 宇树 树科 科技, 宇 stays 宇.

    The index and the query are both cut this way, so a name of two characters is found inside any run.
    """
    return _RUN.sub(_pairs, text)


def _pairs(run: re.Match[str]) -> str:
    word = run[0]
    pairs = " ".join(word[i : i + 2] for i in range(len(word) - 1)) or word
    left = " " if run.start() and not run.string[run.start() - 1].isspace() else ""
    right = " " if run.end() < len(run.string) and not run.string[run.end()].isspace() else ""
    return f"{left}{pairs}{right}"
