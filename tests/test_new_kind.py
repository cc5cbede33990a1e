"""The tutorial docs/new-kind.md, done: its file is written, its kind reads, merges and answers."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.answers import phrases
from bot.app import serving
from bot.articles import article_from_text
from bot.build import build
from bot.extraction import kinds
from bot.extraction.kind import Kind, all_kinds
from bot.extraction.run import extract
from bot.model.when import When
from bot.store.query import EventQuery

PAGE = (Path(__file__).parents[1] / "docs" / "new-kind.md").read_text("utf-8")
FILE, PHRASE = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def recall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kind]:
    """The kind, from a file written as the tutorial says, in a folder beside the kinds that ship."""
    folder = tmp_path / "kinds"
    folder.mkdir()
    (folder / "recall.py").write_text(FILE, "utf-8")
    monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(folder)])
    all_kinds.cache_clear()
    yield all_kinds()["recall"]
    sys.modules.pop("bot.extraction.kinds.recall")
    del kinds.recall  # type: ignore[attr-defined]
    all_kinds.cache_clear()


@pytest.fixture
def store(recall: Kind, tmp_path: Path) -> Path:
    """What two articles tell of one recall."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    for name, day, told in (
        ("one", "2025-05-20", "Vantor Robotics recalled the Tallis X1 humanoid in May 2025."),
        ("two", "2025-06-02", "The Tallis X1 was recalled by Vantor Robotics."),
    ):
        (shelf / f"{name}.md").write_text(f"---\ntitle: On {name}\npublished: {day}\n---\n\n{told}\n", "utf-8")
    build([shelf], tmp_path / "facts.db", extract=extract)
    return tmp_path / "facts.db"


def facts(sentence: str) -> list[dict[str, Any]]:
    statements = extract(article_from_text("a.md", sentence, "md", When.from_iso("2025-06-01")))
    return [told for told in (statement.to_json() for statement in statements) if told["kind"] == "recall"]


def test_its_examples_are_read(recall: Kind) -> None:
    assert len(recall.examples) == 2
    for sentence, slots in recall.examples:
        assert facts(sentence) == [{"kind": "recall", **slots, "quote": sentence}]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vantor Robotics denied that it would recall the Tallis X1.",
        "Vantor Robotics plans to recall the Tallis X1 humanoid.",
        "Vantor Robotics sells the Tallis X1 humanoid.",
    ],
)
def test_what_did_not_happen_is_no_recall(recall: Kind, sentence: str) -> None:
    assert facts(sentence) == []


def test_two_articles_tell_of_one_event(store: Path) -> None:
    with serving(store) as app:
        (event,) = app.facts.events(EventQuery(kinds=("recall",)))
        assert {statement.article for statement in event.statements} == {a.id for a in app.facts.articles()}


def test_it_is_quoted_before_it_has_words(store: Path) -> None:
    with serving(store) as app:
        answer = app.answerer.reply(["when was the Tallis X1 recalled?"])
    assert answer.answered
    assert "Vantor Robotics recalled the Tallis X1 humanoid in May 2025." in [c.quote for c in answer.citations]


def test_it_is_told_in_the_words_of_the_tutorial(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    space = dict(vars(phrases))
    exec(PHRASE, space)
    monkeypatch.setitem(phrases.PHRASES, "recall", space["recall"])
    with serving(store) as app:
        answer = app.answerer.reply(["/timeline Tallis X1"])
    (line,) = answer.lines
    assert line.text == "Vantor Robotics recalled Tallis X1, May 2025"
    assert {citation.source for citation in line.citations} == {"one.md", "two.md"}


@pytest.mark.parametrize("asked", ["/timeline Tallis X1", "what is the Tallis X1?", "what is new since 1 May 2025?"])
def test_it_is_told_wherever_events_are(store: Path, asked: str) -> None:
    with serving(store) as app:
        answer = app.answerer.reply([asked])
    assert ["recall: " in line.text for line in answer.lines] == [True], asked
