"""Front matter that wants to run something, or to lead somewhere: it is read as text, or refused with a reason."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from bot.articles import UnreadableArticle, read_article

BODY = "Quillon Robotics makes arms for bakeries. It was founded in 2021 by Ada Moreau, who still leads it. " * 3


@pytest.mark.parametrize(
    "head",
    [
        "title: !!python/object/apply:os.system ['touch MARK']",
        "title: !!python/object/apply:subprocess.check_output [['touch', 'MARK']]",
        "title: !!python/object/new:os.system ['touch MARK']",
        "title: !!python/name:os.system",
        "title: !!python/module:antigravity",
        "!!python/object/apply:eval [\"open('MARK', 'w')\"]: title",
        "title: !include MARK",
        "<<: !!python/object/apply:os.system ['touch MARK']",
    ],
)
def test_a_tag_runs_nothing(head: str, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    file = tmp_path / "seed.md"
    file.write_text(f"---\n{head.replace('MARK', str(mark))}\n---\n\n{BODY}", "utf-8")
    with suppress(UnreadableArticle):
        assert read_article(file).text.endswith(BODY.strip())
    assert not mark.exists()


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "//evil.example", "https://x y", "ftp://a.b/c"],
)
def test_only_web_addresses_are_kept(url: str, tmp_path: Path) -> None:
    file = tmp_path / "seed.md"
    file.write_text(f"---\ntitle: A robot\nurl: {url!r}\n---\n\n{BODY}", "utf-8")
    assert read_article(file).url == ""
