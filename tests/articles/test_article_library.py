"""Folders of articles: what is read, what is passed over, what is named, and nothing that blocks."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from bot.articles import UnreadableArticle, read_article
from bot.articles.library import Skipped, walk
from bot.articles.opening import MAX_BYTES
from bot.articles.revisions import revisions
from bot.model.article import Article

BODY = "Quillon Robotics raised $21 million in a round that Harrow Ventures of Oslo led.\n"


def shelf(folder: Path) -> tuple[list[str], dict[str, str]]:
    """Names read, and names skipped with their reasons."""
    found = list(walk([folder]))
    read = [a.source for a in found if isinstance(a, Article)]
    return read, {s.path.name: s.reason for s in found if isinstance(s, Skipped)}


def test_articles_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name, text in {"b.md": "B", "a.txt": "A", "sub/c.md": "C", "d.MD": "D"}.items():
        (tmp_path / name).write_text(f"{BODY} {text} is what it is called.")
    assert shelf(tmp_path) == (["a.txt", "b.md", "d.MD", "c.md"], {})


def test_what_is_no_article_is_passed_over_in_silence(tmp_path: Path) -> None:
    for name in ("README.md", "LICENSE.txt", ".hidden.md", "photo.png", "notes.docx", "Makefile", "robots.txt"):
        (tmp_path / name).write_text(BODY)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.md").write_text(BODY)
    assert shelf(tmp_path) == ([], {})


def bad_files(folder: Path) -> dict[str, str]:
    """Bad files of all sorts, each with a word that its reason must hold."""
    outside = folder.parent / "outside.md"
    outside.write_text(BODY)
    (folder / "link.md").symlink_to(outside)
    (folder / "dangling.md").symlink_to(folder / "nowhere.md")
    (folder / "linked").symlink_to(folder.parent, target_is_directory=True)
    os.mkfifo(folder / "pipe.md")
    contents: dict[str, tuple[bytes, str]] = {
        "empty.md": (b"", "empty"),
        "blank.txt": (b" \n\n ", "empty"),
        "binary.txt": (bytes(range(256)) * 40, "binary"),
        "zeros.md": (b"\0" * 1000, "binary"),
        "invalid.md": (b"A title\n\nand bytes \xff\xfe\xfd that are no UTF-8.", "binary"),
        "marked.md": (b"\xff\xfe\xfa" * 333, "binary"),
        "large.md": (b"a " * 5_000_000, "larger than 5 MB"),
        "long.md": (b"a " * 1_000_000, "longer than"),
        "list.md": (b"---\n- a\n- b\n---\n" + BODY.encode(), "no mapping"),
        "scalar.md": (b"---\njust words\n---\n" + BODY.encode(), "no mapping"),
        "broken.md": (b"---\ntitle: a: b: c\n  - d\n---\n" + BODY.encode(), "not valid YAML"),
        "open.md": (b"---\ntitle: a\n" + BODY.encode(), "not closed"),
        "bomb.md": (
            b"---\na: &a [x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n---\n" + BODY.encode(),
            "aliases",
        ),
        "deep.md": (b"---\na: " + b"[" * 5_000 + b"]" * 5_000 + b"\n---\n" + BODY.encode(), "nested"),
        "head.md": (b"---\ntitle: " + b"a" * 30_000 + b"\n---\n" + BODY.encode(), "front matter"),
        "bare.md": (b"---\ntitle: A\n---\n", "no article text"),
        "nopage.html": (b"just words", "no HTML"),
    }
    for name, (data, _) in contents.items():
        (folder / name).write_bytes(data)
    links = {"link.md": "symbolic link", "dangling.md": "symbolic link", "linked": "symbolic link"}
    return links | {"pipe.md": "not a regular file"} | {name: word for name, (_, word) in contents.items()}


def test_each_bad_file_is_named_with_its_reason_and_the_rest_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    expected = bad_files(folder)
    (folder / "good.md").write_text(BODY)
    (folder / "folder.md").mkdir()
    (folder / "folder.md" / "inner.md").write_text(BODY + "It is inside.")
    began = time.perf_counter()
    read, skipped = shelf(folder)
    assert time.perf_counter() - began < 60
    assert sorted(read) == ["good.md", "inner.md"]
    assert skipped.keys() == expected.keys()
    for name, word in expected.items():
        assert word in skipped[name], name
        assert "\n" not in skipped[name]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("pipe.md", "not a regular file"),
        ("link.md", "symbolic link"),
        ("folder.md", "a folder"),
        ("none.md", "no such file"),
        ("a.docx", "suffix"),
        ("n\0l.md", "NUL"),
        ("n" * 300 + ".md", "too long"),
        ("large.md", "larger than"),
    ],
)
def test_one_bad_file_gives_its_reason_at_once(tmp_path: Path, name: str, word: str) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "link.md").symlink_to(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "large.md").write_bytes(b"a" * (MAX_BYTES + 1))
    began = time.perf_counter()
    with pytest.raises(UnreadableArticle, match=word):
        read_article(tmp_path / name)
    assert time.perf_counter() - began < 10


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BODY)
    (tmp_path / "a.md").chmod(0)
    assert shelf(tmp_path) == ([], {"a.md": "no permission to read it: change its mode"})


def test_devices_are_not_read() -> None:
    with pytest.raises(UnreadableArticle, match="suffix"):
        read_article(Path("/dev/zero"))


def test_a_missing_folder_and_a_file_are_named() -> None:
    missing, file = Path("/nowhere/at/all"), Path(__file__)
    assert [(s.path, s.reason) for s in walk([missing, file]) if isinstance(s, Skipped)] == [
        (missing, "no such folder: check the name"),
        (file, "not a folder: name the folder it is in"),
    ]


def test_a_folder_far_below_is_named_and_not_entered(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["in"] * 20)
    (deep / "too").mkdir(parents=True)
    for folder in (deep, deep / "too"):
        (folder / "one.md").write_text(f"An article of {len(folder.parts)} folders.", "utf-8")
    found = list(walk([tmp_path]))
    assert [one.source for one in found if isinstance(one, Article)] == ["one.md"]
    assert [(one.path, one.reason) for one in found if isinstance(one, Skipped)] == [
        (deep / "too", "more than 20 folders deep: move it up")
    ]


def test_odd_characters_of_a_name_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\n\u202eb.md").write_text("")
    (skipped,) = walk([tmp_path])
    assert isinstance(skipped, Skipped)
    assert str(skipped).endswith("a\\x1b[31m\\n\\u202eb.md: empty: nothing to read")


def test_the_same_text_twice_is_one_article(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BODY)
    (tmp_path / "b.txt").write_text(BODY.replace(" ", "  ") + "\nShare this article\n")
    (tmp_path / "c.md").write_text(BODY.replace("21", "22"))
    assert shelf(tmp_path) == (["a.md", "c.md"], {"b.txt": "same text as a.md"})


def versions(tmp_path: Path, *files: tuple[str, str]) -> dict[str, str]:
    """Superseded file → newest file."""
    for name, text in files:
        (tmp_path / name).write_text(text)
    articles = [a for a in walk([tmp_path]) if isinstance(a, Article)]
    names = {a.id: a.source for a in articles}
    return {names[old]: names[new] for old, new in revisions(articles).items()}


def head(body: str, **fields: str) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + f"---\n\n{body}\n"


def test_the_same_address_with_another_text_is_a_revision(tmp_path: Path) -> None:
    assert versions(
        tmp_path,
        ("a.md", head(BODY, url="https://www.post.example/quillon?utm_source=x", published="2025-03-05")),
        ("b.md", head(BODY + "More.", url="http://post.example/quillon/", published="2025-03-04")),
        ("c.md", head(BODY + "Other.", url="https://post.example/other", published="2025-03-06")),
    ) == {"b.md": "a.md"}


def test_the_same_name_and_title_is_a_revision_and_the_later_in_order_supersedes(tmp_path: Path) -> None:
    assert versions(
        tmp_path,
        ("2025-03-04-quillon.md", head(BODY, title="Quillon raises $21 million")),
        ("2025-03-05-quillon-v2.md", head(BODY + "More.", title="Quillon Raises $21 Million")),
        ("2025-03-06-quillon.md", head(BODY + "Other.", title="Quillon moves to Oslo")),
    ) == {"2025-03-04-quillon.md": "2025-03-05-quillon-v2.md"}


def test_articles_without_title_and_address_are_never_revisions(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    assert versions(tmp_path, ("a.md", BODY), ("x/a.md", BODY + "More.")) == {}
