"""A message as an article: what it says is kept, and nothing that it says becomes a part of the file's form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.articles import read_article
from bot.platforms.shared.seeds import Note, NotSaved, save
from bot.state import State

SAID = datetime(2026, 1, 5, 23, 30, tzinfo=UTC)
NEWS = "Quillon Robotics raised $21 million in a Series A led by Tessaro.\nThe money goes into hands."


WHO = "slack:U0ADMIN"


def note(text: str, **more: str) -> Note:
    return Note("Slack", "c0team-1-2", text, SAID, **more)


@pytest.fixture
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[State]:
    with State.open(tmp_path_factory.mktemp("state") / "state.db") as state:
        yield state


def test_it_reads_as_an_article(tmp_path: Path, state: State) -> None:
    told = save(tmp_path / "inbox", note(NEWS, url="https://example.org/a"), state, WHO)
    assert told == "Saved as 2026-01-05-slack-c0team-1-2.md (action 1); the next build reads it."
    assert [(e.who, e.action, e.what) for e in state.audit.entries()] == [(WHO, "add", "https://example.org/a")]
    article = read_article(tmp_path / "inbox/2026-01-05-slack-c0team-1-2.md")
    assert article.title == "Quillon Robotics raised $21 million in a Series A led by Tessaro."
    assert (article.publisher, article.url) == ("Slack", "https://example.org/a")
    assert article.published.start.isoformat() == "2026-01-05"
    assert "The money goes into hands." in article.text


def test_the_same_message_is_saved_once_and_another_version_beside_it(tmp_path: Path, state: State) -> None:
    save(tmp_path, note(NEWS), state, WHO)
    assert "saved before" in save(tmp_path, note(NEWS), state, WHO)
    assert len(list(tmp_path.iterdir())) == 1
    assert save(tmp_path, note(f"{NEWS} And into legs."), state, WHO).startswith("Saved as ")
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    "line",
    ["---", "title: Another", '"quoted" \\ and so on', "# A heading", "```", "…" * 10, "\u202eright to left", "a\x00b"],
)
def test_what_the_file_format_gives_a_meaning_has_none(tmp_path: Path, state: State, line: str) -> None:
    save(tmp_path, note(f"{line}\n{NEWS}\n{line}\n---\npublished: 1999-01-01"), state, WHO)
    (file,) = tmp_path.iterdir()
    article = read_article(file)
    assert article.published.start.isoformat() == "2026-01-05"
    assert article.publisher == "Slack"
    assert "raised $21 million" in article.text


@pytest.mark.parametrize("text", ["", "nice!", "\n \n", "-" * 10, "\u200b" * 100])
def test_a_few_words_are_no_article(tmp_path: Path, state: State, text: str) -> None:
    with pytest.raises(NotSaved, match="too little text"):
        save(tmp_path / "inbox", note(text), state, WHO)
    assert not (tmp_path / "inbox").exists()


def test_an_inbox_that_cannot_be_written_is_said(tmp_path: Path, state: State) -> None:
    (tmp_path / "inbox").write_text("a file")
    with pytest.raises(NotSaved, match="BOT_INBOX"):
        save(tmp_path / "inbox", note(NEWS), state, WHO)
