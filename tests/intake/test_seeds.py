"""The files that articles become."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.articles import FORMATS, read_article
from bot.articles.revisions import revisions
from bot.intake.seeds import SUFFIXES, Draft, bare_address, compose, file_name, write
from tests.intake.texts import QUILLON

DRAFT = Draft(
    'Quillon: a "plant" for robots \\ more',
    QUILLON,
    "2025-03-04",
    "Example News",
    "https://news.example.com/q?utm_source=feed",
    datetime(2025, 3, 4, 9, 30, tzinfo=UTC),
)


def test_suffixes_are_those_that_a_build_reads() -> None:
    assert set(FORMATS) == SUFFIXES


def test_a_build_reads_what_was_known_of_the_article(tmp_path: Path) -> None:
    file = write(tmp_path, file_name(DRAFT), compose(DRAFT).encode())
    assert file is not None
    article = read_article(file)
    assert article.title == DRAFT.title
    assert article.published is not None
    assert (article.published.iso(), article.publisher, article.url) == (DRAFT.published, DRAFT.publisher, DRAFT.url)
    assert article.text.split("\n\n")[1:] == list(QUILLON)
    head = file.read_text().split("---")[1]
    assert 'fetched: "2025-03-04T09:30:00Z"' in head
    assert 'content: "sha256:' in head
    assert "syndicated_from" not in head


def test_a_copy_names_its_original() -> None:
    assert 'syndicated_from: "https://a.example.com/"' in compose(
        replace(DRAFT, syndicated_from="https://a.example.com/")
    )


@pytest.mark.parametrize(
    "paragraph",
    ["# no heading", "> no quote", "---", "| no table", "```", "***", "---\ntitle: other\n---", "a\x00b\x1bc"],
)
def test_a_page_cannot_write_the_head_or_marks(paragraph: str, tmp_path: Path) -> None:
    draft = replace(DRAFT, title="one\n---\npublisher: other", paragraphs=(paragraph, *QUILLON))
    file = write(tmp_path, "a.md", compose(draft).encode())
    assert file is not None
    article = read_article(file)
    assert article.publisher == "Example News"
    assert article.title == "one --- publisher: other"
    assert "\x00" not in article.raw
    assert article.text.endswith(QUILLON[-1])


@pytest.mark.parametrize(
    ("title", "published", "name"),
    [
        ("Quillon raises $21 million", "2025-03-04", "2025-03-04-quillon-raises-21-million-"),
        ("Müller's robot", "2025-03", "2025-03-mullers-robot-"),
        ("宇树科技完成融资", "2025-03-04", "2025-03-04-"),
        ("../../etc/passwd", "", "undated-etc-passwd-"),
        ("word " * 40, "2025", "2025-word-word-word-word-word-word-word-word-word-word-word-word-"),
    ],
)
def test_names(title: str, published: str, name: str) -> None:
    found = file_name(replace(DRAFT, title=title, published=published))
    assert found.startswith(name)
    assert found.removeprefix(name).removesuffix(".md").isalnum()
    assert len(found.removeprefix(name)) == len("abcdef.md")


def test_pages_with_one_title_have_names_of_their_own() -> None:
    assert file_name(DRAFT) != file_name(replace(DRAFT, url="https://wire.example.com/q"))
    assert file_name(DRAFT) == file_name(replace(DRAFT, url="http://www.news.example.com/q#top"))


def test_bare_addresses() -> None:
    assert bare_address("https://www.news.example.com/Q/?utm_source=a#b") == "news.example.com/q"
    assert bare_address("https://news.example.com/q?id=1&utm_source=a") == "news.example.com/q?id=1"


def test_written_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "inbox"
    first = write(folder, "a.md", b"one")
    assert first == folder / "a.md"
    assert write(folder, "a.md", b"one") is None
    assert write(folder, "a.md", b"two") == folder / "a_v02.md"
    assert write(folder, "a.md", b"two") is None
    assert sorted(path.name for path in folder.iterdir()) == ["a.md", "a_v02.md"]
    assert first.read_bytes() == b"one"


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="name"):
        write(tmp_path, "a" * 300 + ".md", b"one")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path, "a.md", b"one")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("draft", [DRAFT, replace(DRAFT, url="")], ids=["address", "name"])
def test_a_later_version_takes_the_place_of_the_earlier(draft: Draft, tmp_path: Path) -> None:
    later = replace(draft, paragraphs=(*draft.paragraphs, "Nordfracht has cancelled its order since."))
    files = [write(tmp_path, file_name(d), compose(d).encode()) for d in (draft, later)]
    articles = [read_article(file) for file in sorted(file for file in files if file)]
    old, new = sorted(articles, key=lambda article: len(article.text))
    assert revisions(articles) == {old.id: new.id}
