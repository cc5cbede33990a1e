"""What holds for every input: only UnreadableArticle is raised, and every clean span leads back to its original."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles import UnreadableArticle, article_from_text
from bot.articles.decoding import decode
from bot.model.article import Article

QUOTES = str.maketrans("‘’‚‛ʼ´＇“”„‟«»＂〝〞", "'" * 7 + '"' * 9)

PIECES = [
    "Quillon Robotics raised $21 million.",
    "Quillonraised it",
    "the AIsystem",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u200b",
    "\u00a0",
    "\u202e",
    "\u00ad",
    "“",
    "”",
    "‘",
    "’s",
    "**",
    "*",
    "_",
    "# ",
    "- ",
    "1. ",
    "> ",
    "| a | b |\n",
    "|---|---|\n",
    "[Quillon](https://q.example/a)",
    "![x](y.png)",
    "<b>",
    "</p>",
    "<!-- note -->",
    "&amp;",
    "`",
    "~~",
    "\\",
    "(",
    ")",
    "返回搜狐,查看更多",
    "宇树科技完成融资。",
    "Share this article",
    "© 2025 Post. All rights reserved.",
    "Oct 8, 2025",
    "2025.10.08 15:55",
    "SEOUL, Dec 31 - ",
    "As early as 2024, this year",
    "works The company said so",
    "end.Next",
    "---\n",
    "title: A thing\n",
    "published: 2025-10-08\n",
    "Read more:",
    "Related articles",
    "【编辑:小七】",
    "é",
    "🤖",
    "x" * 60,
]

messy = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def read(text: str, fmt: str) -> Article | None:
    try:
        return article_from_text(f"a.{fmt}", text, fmt)
    except UnreadableArticle:
        return None


def letters(text: str) -> str:
    return "".join(text.translate(QUOTES).split())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["md", "txt"]))
def test_any_bytes_give_an_article_or_a_reason(data: bytes, fmt: str) -> None:
    try:
        text = decode(data)
    except UnreadableArticle:
        return
    read(text, fmt)


@settings(max_examples=60, deadline=None)
@given(messy)
def test_any_page_gives_an_article_or_a_reason(text: str) -> None:
    read(f"<html><body><p>{text}</p></body></html>", "html")


@settings(max_examples=400, deadline=None)
@given(messy, st.sampled_from(["md", "txt"]))
def test_every_character_of_the_text_leads_back_to_itself(text: str, fmt: str) -> None:
    article = read(text, fmt)
    if article is None:
        return
    for position, char in enumerate(article.text):
        if not char.isspace():
            original = article.raw[article.offsets.to_raw(position)]
            assert original.translate(QUOTES) == char or original == "&"


@settings(max_examples=400, deadline=None)
@given(messy, st.sampled_from(["md", "txt"]), st.data())
def test_a_span_without_marks_in_it_is_the_original_but_for_white_space_and_quotes(
    text: str, fmt: str, data: st.DataObject
) -> None:
    article = read(text, fmt)
    if article is None:
        return
    start = data.draw(st.integers(0, len(article.text) - 1))
    end = data.draw(st.integers(start + 1, len(article.text)))
    first, last, quote = article.quote(start, end)
    assert 0 <= first < last <= len(article.raw)
    assert quote == article.raw[first:last]
    # Whatever the cleaning took out lies between; what it kept stands in the quote in the same order.
    rest = iter(letters(quote).replace("&amp;", "&"))
    assert all(char in rest for char in letters(article.text[start:end]))


@settings(max_examples=200, deadline=None)
@given(messy, st.sampled_from(["md", "txt"]))
def test_text_is_tidy_and_the_same_every_time(text: str, fmt: str) -> None:
    article = read(text, fmt)
    if article is None:
        return
    assert article == read(text, fmt)
    paragraphs = article.text.split("\n\n")
    assert all(p and p == p.strip() and "\n" not in p and "  " not in p for p in paragraphs)
    assert not set(article.text) & set("\u200b\u202e\u00ad\u00a0\r\t“”‘’")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "](" * 100_000,
        "**a " * 60_000,
        "*a_" * 80_000,
        " " * 400_000 + "x",
        "\n" * 400_000 + "x",
        "a\n" * 150_000,
        "<a " * 100_000,
        "<!--" * 80_000,
        "> " * 150_000,
        "- " * 150_000,
        "| " * 150_000,
        "# " * 150_000,
        "Aa" * 150_000,
        "www." * 90_000,
        "a.b@" * 80_000,
        "---\n" * 100_000,
        "& amp;" * 60_000,
        "by " * 100_000 + "2024",
        "2024 " * 60_000,
        "© " * 100_000,
        "【a】" * 60_000,
        "share " * 60_000,
        "a.com x,y " * 40_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_hostile_text_is_read_fast(text: str) -> None:
    for fmt in ("md", "txt"):
        began = time.process_time()
        read(text, fmt)
        assert time.process_time() - began < 12  # about one on a quiet machine; by the square it would be minutes
