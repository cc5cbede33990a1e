"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from bot.articles import UnreadableArticle
from bot.articles.decoding import decode

TEXT = "Quillon’s “robots” cost 1.000 €. 宇宙机器人公司完成融资。"
LATIN = "Quillon Robotics raised $21 million in a round led by Harrow Ventures of Oslo."
CHINESE = "宇宙机器人公司完成了新一轮融资，由海洋资本领投，金额为一亿元人民币。"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "utf-32"],
)
def test_unicode_with_and_without_a_mark(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_where_it_is_plain(name: str) -> None:
    assert decode(LATIN.encode(name)) == LATIN


def test_older_chinese_encodings() -> None:
    assert decode(CHINESE.encode("gbk")) == CHINESE


def test_a_few_broken_bytes_are_replaced() -> None:
    assert decode(LATIN.encode() * 3 + b" caf\xe9 \xff") == LATIN * 3 + " caf\ufffd \ufffd"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x89PNG\r\n\x1a\n" + bytes(range(200, 256)) * 20,
        b"\x7fELF" + b"\x00\x01\x02" * 500,
        LATIN.encode() + b"\x00" * 20,
        b"\x01\x02\x03\x04" * 100,
        b"a short text with \xff\xfe\xfd in it",
        codecs.BOM_UTF16_LE + bytes((i * 7919 + i // 3) % 256 for i in range(4000)),
        bytes((i * 7919 + i // 3) % 256 for i in range(4000)),
    ],
    ids=["all bytes", "png", "elf", "zeros at the end", "controls", "short and broken", "noise with a mark", "noise"],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableArticle, match="binary"):
        decode(data)


@pytest.mark.parametrize("data", [b"", b"  \n\t ", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_empty_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableArticle, match="empty"):
        decode(data)
