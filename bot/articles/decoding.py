"""From bytes to text: UTF-8 and UTF-16, with a few broken bytes forgiven; what is binary is refused."""

from __future__ import annotations

import codecs
import re

from bot.articles.errors import UnreadableArticle

BINARY = "binary, not text: save the article as UTF-8 text"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CJK = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_ORDINARY = re.compile(
    r"[\t\n\r -\u058f\u0e00-\u0e7f\u1e00-\u22ff\u2500-\u27bf\u3000-\u30ff\u4e00-\u9fff"
    r"\uac00-\ud7a3\uff00-\uffef\U0001f300-\U0001faff]"
)
_BROKEN_SHARE = 0.01


def decode(data: bytes) -> str:
    """The text of a file; UnreadableArticle where it is empty or no text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            return _mended(body) if name == "utf-8" else _checked_wide(body, name)
    wide = _unmarked_utf16(data)
    if wide:
        return _checked_wide(data, wide)
    if data.count(0) * 1000 > len(data):
        raise UnreadableArticle(BINARY)
    return _mended(data)


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without a mark shows where the text is mostly Latin: every second byte is zero."""
    half = len(data) // 2
    if half < 4:
        return ""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if odd > 0.6 * half and even < 0.02 * half + 1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.02 * half + 1 else ""


def _mended(data: bytes) -> str:
    """A few broken bytes are replaced; a Chinese file in its older encoding is read as such."""
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") <= _BROKEN_SHARE * len(text):
        return _checked(text)
    try:
        chinese = data.decode("gb18030")
    except UnicodeDecodeError:
        raise UnreadableArticle(BINARY) from None
    foreign = sum(1 for c in chinese if c > "\x7f")
    if len(_CJK.findall(chinese)) < 0.9 * foreign:
        raise UnreadableArticle(BINARY)
    return _checked(chinese)


def _checked(text: str) -> str:
    if not text.strip("\ufeff\x00 \t\r\n"):
        raise UnreadableArticle("empty: nothing to read")
    odd = len(_CONTROL.findall(text)) + text.count("\ufffd")
    if odd > 2 * _BROKEN_SHARE * len(text):
        raise UnreadableArticle(BINARY)
    return text


def _checked_wide(data: bytes, name: str) -> str:
    """Nearly any bytes decode as UTF-16 or UTF-32, so the characters must be of living scripts, too."""
    text = data.decode(name, "replace")
    if len(_ORDINARY.findall(text)) < 0.9 * len(text):
        raise UnreadableArticle(BINARY)
    return _checked(text)
