"""Articles read in several processes: the same as in one, whatever becomes of a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.model.article import Article, OffsetMap
from bot.model.statement import Quote, Statement
from bot.reading import workers
from bot.reading.reader import Reader
from bot.reading.workers import how_many, read_apart


def shelf(*names: str, length: int = 10) -> list[Article]:
    return [Article(f"{name}.md", name, name * length, OffsetMap(), id=name) for name in names]


def tell(article: Article) -> list[Statement]:
    if article.source == "bad.md":
        raise RuntimeError("no way through")
    return [Statement(article.id, "plan", {"text": article.text}, Quote(0, 1, f"{os.getpid()}"))]


def telling():
    return tell


def tell_or_die(article: Article) -> list[Statement]:
    if article.source == "deadly.md" and article.text != str(os.getpid()):
        os.kill(os.getpid(), signal.SIGKILL)
    return tell(article)


def mortal():
    return tell_or_die


def unloadable():
    if os.environ.get("READING_PARENT") != str(os.getpid()):
        sys.exit(3)
    return tell


def told(outcomes) -> dict[int, str]:
    """What was told of each article; of a failure the reason."""
    return {
        place: outcome if isinstance(outcome, str) else str(outcome[0].slots["text"]) for place, outcome in outcomes
    }


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_every_article_is_read_once_and_elsewhere(processes: int) -> None:
    articles = shelf(*(f"a{n}" for n in range(12)), "bad")
    begun: list[str] = []
    outcomes = list(read_apart(articles, processes, telling, lambda article: begun.append(article.source)))
    assert begun == [article.source for article in articles]
    assert told(outcomes) == {
        **{place: article.text for place, article in enumerate(articles[:-1])},
        12: "its facts could not be read (RuntimeError: no way through)",
    }
    readers = {outcome[0].quote.text for _, outcome in outcomes if not isinstance(outcome, str)}
    assert str(os.getpid()) not in readers


def test_long_articles_do_not_stop_the_line() -> None:
    articles = shelf("x", "y", "z", "w", length=2_000_000)
    assert told(read_apart(articles, 2, telling, lambda article: None)) == {n: a.text for n, a in enumerate(articles)}


def test_the_article_of_a_process_that_was_killed_is_read_here(caplog: pytest.LogCaptureFixture) -> None:
    deadly = Article("deadly.md", "", str(os.getpid()), OffsetMap(), id="deadly")
    articles = [*shelf("a", "b"), deadly, *shelf("c", "d")]
    assert told(read_apart(articles, 2, mortal, lambda article: None)) == {n: a.text for n, a in enumerate(articles)}
    assert [record.message for record in caplog.records] == [
        "a reading process ended with status -9: its article is read again"
    ]


def test_where_no_process_can_read_all_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READING_PARENT", str(os.getpid()))
    articles = shelf("a", "b", "c", "d", "e")
    begun: list[str] = []
    outcomes = list(read_apart(articles, 2, unloadable, lambda article: begun.append(article.source)))
    assert begun == [article.source for article in articles]
    assert told(outcomes) == {place: article.text for place, article in enumerate(articles)}
    assert {outcome[0].quote.text for _, outcome in outcomes} == {str(os.getpid())}


def test_where_no_process_can_be_started_all_is_read_here(monkeypatch, caplog) -> None:
    class Full:
        def Pipe(self):  # noqa: N802 - as multiprocessing calls it
            raise OSError(24, "Too many open files")

    monkeypatch.setattr(workers, "get_context", lambda method: Full())
    articles = shelf("a", "b", "c")
    assert told(read_apart(articles, 2, telling, lambda article: None)) == {n: a.text for n, a in enumerate(articles)}
    assert "Too many open files" in caplog.text


def test_the_outcomes_of_several_processes_come_in_order() -> None:
    articles = shelf(*(f"a{n}" for n in range(9)))
    outcomes, count = Reader(telling, workers=2).read(articles)
    assert count == 9
    assert [outcome[0].slots["text"] for outcome in outcomes] == [article.text for article in articles]


@pytest.mark.parametrize(
    ("articles", "wanted", "cpus", "processes"),
    [
        (7, None, 2, 1),  # loading the model twice would take longer
        (8, None, 2, 2),
        (100, None, 1, 1),
        (100, None, 64, 4),
        (100, 6, 2, 6),
        (3, 2, 2, 2),
        (3, 6, 2, 3),
        (0, None, 2, 1),
        (0, 6, 2, 1),
    ],
)
def test_how_many(monkeypatch, articles: int, wanted: int | None, cpus: int, processes: int) -> None:
    monkeypatch.setattr(workers, "_cpus", lambda: cpus)
    assert how_many(articles, wanted) == processes


READ_FOREVER = """
import os, sys
sys.path.insert(0, sys.argv[1])
from test_workers import shelf, telling
from bot.reading.workers import read_apart
if __name__ == "__main__":
    for place, outcome in read_apart(shelf(*"abcdefgh"), 2, telling, lambda article: None):
        print(outcome[0].quote.text, flush=True)
        if place == 7:
            break
    sys.stdin.read()
"""


def test_reading_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    script = tmp_path / "reads.py"
    script.write_text(READ_FOREVER)
    process = subprocess.Popen(
        [sys.executable, str(script), str(Path(__file__).parent)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        # The reading processes hold this line open as long as they live.
        process.stdout.read()
    assert process.returncode == -signal.SIGKILL
