"""Whole files to articles: front matter, Markdown, pasted text, pages; and quotes out of the original."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from bot.articles import UnreadableArticle, article_from_text, read_article

BODY = "Quillon Robotics raised $21 million in a round that Harrow Ventures of Oslo led."
SHARED = Path(os.environ.get("BOT_SHARED", Path(__file__).parents[3] / "shared"))


def text_of(markdown: str) -> str:
    return article_from_text("a.md", markdown, "md").text


def test_front_matter() -> None:
    article = article_from_text(
        "a.md",
        '---\ntitle: "Quillon: \\"we ship\\""\npublished: 2025-03-04\n'
        "publisher: Robot Post\nurl: https://post.example/q\n"
        "sources:\n  - https://a.example/1\n  - ftp://no.example\n  - https://b.example/2\n"
        f"lang: en-GB\n---\n\n{BODY}\n",
        "md",
    )
    assert article.title == 'Quillon: "we ship"'
    assert article.text == f'Quillon: "we ship"\n\n{BODY}'
    assert article.published is not None
    assert article.published.iso() == "2025-03-04"
    assert (article.publisher, article.url, article.lang) == ("Robot Post", "https://post.example/q", "en")
    assert article.links == ("https://post.example/q", "https://a.example/1", "https://b.example/2")


@pytest.mark.parametrize(
    "head",
    [
        "title: [a, b]",
        "title: {a: b}",
        "title:",
        "title: ~",
        "published: [2025]",
        "published: 2025-13-45",
        "url: 17",
        "lang: []",
    ],
)
def test_fields_of_a_wrong_type_count_as_not_given(head: str) -> None:
    article = article_from_text("a.md", f"---\n{head}\n---\n{BODY}", "md")
    assert (article.title, article.published, article.url, article.links, article.lang) == ("", None, "", (), "en")
    assert article.text == BODY


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Robots at work: Brixel opens a plant", "Robots at work: Brixel opens a plant"),
        ('title: "Hands first": what Brixel plans', '"Hands first": what Brixel plans'),
        ("title: @Brixel: we deliver", "@Brixel: we deliver"),
        ("title: 'Tis done: Brixel is sold", "'Tis done: Brixel is sold"),
    ],
)
def test_a_headline_needs_no_quotes_of_its_own(line: str, title: str) -> None:
    article = article_from_text("a.md", f"---\n{line}\npublished: 2025-03-04\n---\n{BODY}", "md")
    assert article.title == title
    assert article.published is not None
    assert article.published.iso() == "2025-03-04"


@pytest.mark.parametrize(
    ("yaml", "title", "quote"),
    [
        ("title: Quillon ships", "Quillon ships", "Quillon ships"),
        ("title: 'Quillon''s way'", "Quillon's way", "Quillon''s way"),
        ("title: Quillon\n  ships", "Quillon ships", "Quillon\n  ships"),
        ("title: Quillon’s way", "Quillon's way", "Quillon’s way"),
        ("publisher: Quillon\ntitle: Quillon", "Quillon", "Quillon"),
    ],
)
def test_the_title_is_quoted_where_the_front_matter_writes_it(yaml: str, title: str, quote: str) -> None:
    article = article_from_text("a.md", f"---\n{yaml}\n---\n{BODY}", "md")
    assert article.text.startswith(f"{title}\n\n")
    first, _, found = article.quote(0, len(title))
    assert found == quote
    assert first == article.raw.index("title: ") + article.raw[article.raw.index("title: ") :].index(quote)


def test_a_title_that_the_body_repeats_stands_once() -> None:
    text = text_of(f"---\ntitle: Quillon ships\n---\n\n# QUILLON SHIPS\n\n{BODY}")
    assert text == f"QUILLON SHIPS\n\n{BODY}"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# Money\n\nIt has some.", "Money\n\nIt has some."),
        (
            "**Bold** and *slanted* and __strong__ and _thin_ and `code`.",
            "Bold and slanted and strong and thin and code.",
        ),
        ("A [link](https://a.example/x_(y)) here, ![picture](p.png) none.", "A link here, none."),
        ("See <https://a.example> and<br/>that.<!-- hidden -->", "See and\n\nthat."),
        ("- one\n- two\n* three\n1. four", "one\n\ntwo\n\nthree\n\nfour"),
        ("• one thing\n• two things", "one thing\n\ntwo things"),
        ("> Quoted words.\n> More words.", "Quoted words.\n\nMore words."),
        ("| Firm | Sum |\n|---|---:|\n| Quillon | $21m |", "Firm | Sum\n\nQuillon | $21m"),
        ("Over.\n\n---\n\nUnder.", "Over.\n\nUnder."),
        ("A 2 * 3 * 4 and snake_case_name stay.", "A 2 * 3 * 4 and snake_case_name stay."),
        ("It rose.[12] It fell.[^3]", "It rose. It fell."),
        ("Quillon co\u2011founder Ann Lee", "Quillon co-founder Ann Lee"),
        ("R&amp;D at Quillon&nbsp;AS", "R&D at Quillon AS"),
        ("Not \\*slanted\\*.", "Not *slanted*."),
        (
            "This is a paragraph that an editor has wrapped at some\n"
            "column and that runs on over several lines which are all\nof one length.",
            "This is a paragraph that an editor has wrapped at some "
            "column and that runs on over several lines which are all of one length.",
        ),
        ("One line.\nAnother line.", "One line.\n\nAnother line."),
        ("Odd\u00a0\u2009space,\u200b zero\u00adwidth and \u202ebidi.", "Odd space, zerowidth and bidi."),
        ("“Curly” ‘quotes’, NVIDIA‘s and Quillon’s.", "\"Curly\" 'quotes', NVIDIA's and Quillon's."),
    ],
)
def test_markdown_becomes_reading_text(markdown: str, text: str) -> None:
    assert text_of(markdown) == text


def test_quotes_are_slices_of_the_original() -> None:
    raw = f"---\r\ntitle: T\r\n---\r\n\r\n**Quillon**dropped “a bomb”,and Quillon\u200b knew.\r\n\r\n{BODY}\r\n"
    article = article_from_text("a.md", raw, "md")
    assert article.text == f'T\n\nQuillon dropped "a bomb", and Quillon knew.\n\n{BODY}'
    start = article.text.index("Quillon dropped")
    end = article.text.index(" knew") + len(" knew")
    assert article.quote(start, end)[2] == "Quillon**dropped “a bomb”,and Quillon\u200b knew"
    start = article.text.index(BODY)
    assert article.quote(start, start + len(BODY))[2] == BODY


PASTED = f"""Quillon Robotics raises $21 million

Robot Post
2025.10.08 15:55
portai
I'm PortAI, I can summarize articles.

{BODY}

Money
It has some, and more will follow by the end of the year.返回搜狐,查看更多"""


def test_pasted_text() -> None:
    article = article_from_text("a.txt", PASTED, "txt")
    assert article.title == "Quillon Robotics raises $21 million"
    assert article.publisher == "Robot Post"
    assert article.published is not None
    assert article.published.iso() == "2025-10-08"
    assert article.text == (
        f"{article.title}\n\n{BODY}\n\nMoney\n\nIt has some, and more will follow by the end of the year."
    )


@pytest.mark.parametrize(
    ("top", "publisher"),
    [
        ("By Anna Holm\nOct 8, 2025", ""),
        ("2025-10-08 10:26:03   Source: Titanium Media   Oslo   Report\n0\nShare to", "Titanium Media"),
        ("2025年10月8日 来源:机器人报", "机器人报"),
        ("Published Wednesday, 8 October 2025", ""),
        ("08 October 2025, 10:00 GMT", ""),
    ],
)
def test_outlet_byline_and_date_line_leave_the_text(top: str, publisher: str) -> None:
    article = article_from_text("a.txt", f"Quillon Robotics raises $21 million\n{top}\n\n{BODY}", "txt")
    assert article.text == f"Quillon Robotics raises $21 million\n\n{BODY}"
    assert article.published is not None
    assert (article.published.iso(), article.publisher) == ("2025-10-08", publisher)


def test_a_subtitle_and_a_line_that_only_names_a_source_stay() -> None:
    top = "The maker of parcel robots wants to double its staff this year\n2025-10-08"
    article = article_from_text("a.txt", f"Quillon goes open source: why it matters\n{top}\n\n{BODY}", "txt")
    assert article.title == "Quillon goes open source: why it matters"
    assert article.text.split("\n\n")[1:] == ["The maker of parcel robots wants to double its staff this year", BODY]


@pytest.mark.parametrize(
    "top",
    [
        "Quillon raises money and nobody asks why.\n某某2025-10-08 10:12",
        "Robotics\nQuillon raises money and nobody asks why\nOct 8, 2025",
    ],
)
def test_a_headline_above_a_date_line_may_end_in_a_full_stop_or_stand_below_a_menu(top: str) -> None:
    article = article_from_text("a.txt", f"{top}\n\n{BODY}", "txt")
    assert article.title.rstrip(".") == "Quillon raises money and nobody asks why"
    assert (article.published and article.published.iso()) == "2025-10-08"


def test_a_file_name_that_is_no_text_is_escaped(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/q\xff.md"))
    path.write_text(BODY)
    assert read_article(path).source == "q\\udcff.md"


def test_text_that_begins_with_a_sentence_has_no_title() -> None:
    article = article_from_text("a.txt", f"{BODY}\nIt employs forty people.", "txt")
    assert (article.title, article.text) == ("", f"{BODY}\n\nIt employs forty people.")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (BODY, "en"),
        ("星路科技完成融资，金额为1亿元。", "zh"),
        ("ロボットの会社が資金を調達した。", "ja"),
        ("로봇 회사가 투자를 유치했다.", "ko"),
    ],
)
def test_the_language_is_told_by_the_script(text: str, lang: str) -> None:
    assert article_from_text("a.md", text, "md").lang == lang


PAGE = f"""<!doctype html><html lang="en"><head><title>Quillon raises $21 million | Robot Post</title>
<meta property="og:title" content="Quillon raises $21 million"><meta property="og:site_name" content="Robot Post">
<meta property="article:published_time" content="2025-03-04T09:00:00Z">
<link rel="canonical" href="https://post.example/quillon"><link rel="stylesheet" href="http://127.0.0.1:9/s.css"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Quillon raises $21 million</h1><p>{BODY}</p>
<p>The company, founded in 2021 by Ada Brandt, builds robots that sort parcels. It employs 40 people in Bergen.</p>
<img src="http://127.0.0.1:9/p.gif"><p>Harrow partner Nils Aas joins the board. "They ship," he said of the team.</p>
</article><footer>© 2025 Robot Post. All rights reserved.</footer></body></html>"""


def test_a_page_is_read_with_its_metadata_and_nothing_is_fetched(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def no_network(*_: object) -> None:
        raise AssertionError("a page must not be fetched from")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    (tmp_path / "q.html").write_text(PAGE)
    article = read_article(tmp_path / "q.html")
    assert (article.title, article.publisher, article.url) == (
        "Quillon raises $21 million",
        "Robot Post",
        "https://post.example/quillon",
    )
    assert article.published is not None
    assert article.published.iso() == "2025-03-04"
    assert article.text.split("\n\n")[:2] == [article.title, BODY]
    assert len(article.text.split("\n\n")) == 4
    start = article.text.index(BODY)
    assert article.quote(start, start + len(BODY))[2] == BODY


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><p></p></body></html>", "words only", "<div>" * 30_000])
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(UnreadableArticle, match=r"save its text|name it \.txt"):
        article_from_text("a.html", page, "html")


def test_an_id_depends_on_the_text_alone() -> None:
    first = article_from_text("a.md", BODY, "md")
    assert first.id == article_from_text("b.txt", f"\ufeff  {BODY}\r\n", "txt").id
    assert first.id != article_from_text("a.md", BODY.replace("21", "22"), "md").id
    assert len(first.id) == 16


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the two articles as pasted are not here")
def test_two_articles_as_pasted() -> None:
    first, second = (read_article(path) for path in sorted((SHARED / "seeds").glob("*.txt")))
    assert first.published is not None
    assert second.published is not None
    assert (first.published.iso(), first.publisher, first.published_inferred) == ("2025-10-08", "Wallstreetcn", False)
    assert (second.published.iso(), second.title, second.published_inferred) == ("2025", "", True)
    assert "portai" not in first.text.lower()
    assert not any(c in second.text for c in "返回搜狐")
    for whole in ("Alibaba dropped", "AI system", "University in 2019", "Alibaba Cloud led", "Figure01", "GPT model"):
        assert whole in second.text


def test_the_day_that_is_glued_to_the_first_sentence_is_that_of_the_page() -> None:
    article = article_from_text("a.md", f" date 2024-05-06 {BODY}\n\nIt employs forty people.", "md")
    assert article.text.startswith("Quillon Robotics raised")
    assert article.published is not None
    assert article.published.iso() == "2024-05-06"
    _, _, quoted = article.quote(0, len("Quillon Robotics"))
    assert quoted == "Quillon Robotics"
