"""Articles read by the workers of a Dask cluster: byte for byte the same store, whatever becomes of a worker."""

from __future__ import annotations

import importlib.util
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, nullcontext
from pathlib import Path

import pytest

from bot import cli
from bot.model.article import Article, OffsetMap
from bot.model.statement import Quote, Statement
from bot.reading import cluster as cluster_room
from bot.reading.cluster import read_across
from bot.reading.workers import Outcome
from bot.store.schema import FACT_TABLES
from bot.store.write import BuildError
from tests.admin.shelf import ROOT
from tests.raising import put

needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="the extra `cluster` is not installed"
)

READER = '''
import os, signal
from tests.raising import raised

def load():
    """A reader at whose work the first process that meets a certain article is killed."""
    return read

def read(article):
    if article.source == os.environ.get("DEADLY"):
        try:
            os.close(os.open(os.environ["FLAG"], os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            pass
        else:
            os.kill(os.getpid(), signal.SIGKILL)
    return raised(article)
'''

BUILDS = '''
import sys
from datetime import UTC, datetime
import bot.build
import bot.reading.cluster
import reader
from bot.names.registry import Registry
from bot.store.write import BuildError

class Noon(datetime):
    """A clock that stands still, so that two builds can be the same to the byte."""
    @classmethod
    def now(cls, tz=None):
        return datetime(2026, 1, 5, 12, tzinfo=UTC)

if __name__ == "__main__":
    folder, db, cluster, patience = sys.argv[1:]
    bot.build.datetime = Noon
    bot.build.load_extractor = reader.load
    bot.reading.cluster._PATIENCE = bot.reading.cluster._FOR_WORKERS = float(patience)
    try:
        report = bot.build.build([folder], db, registry=Registry(()), cluster=cluster)
    except BuildError as error:
        sys.exit(str(error))
    print(report.facts, report.read)
'''


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    names = [f"{letter}{number}" for letter in "abcdef" for number in range(5)]
    for number, name in enumerate(names):
        put(tmp_path / "shelf", f"{name}.md", f"{name.title()} Robotics raised ${number} million in a Series A. Good.")
    (tmp_path / "reader.py").write_text(READER)
    (tmp_path / "builds.py").write_text(BUILDS)
    return tmp_path / "shelf"


class Cluster:
    """A scheduler and workers, each a process of its own."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self._stack = stack
        self.scheduler, self.address = self._started(
            "Scheduler at:", "dask_scheduler", "--port", "0", "--host", "127.0.0.1", "--no-dashboard"
        )

    def worker(self, **environment: str) -> subprocess.Popen[str]:
        options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--local-directory", str(self._folder))
        return self._started("Registered to:", "dask_worker", self.address, *options, **environment)[0]

    def _started(
        self, ready: str, program: str, *arguments: str, **environment: str
    ) -> tuple[subprocess.Popen[str], str]:
        """The process, when it says that it is ready, and the last word it says it with."""
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{program}", *arguments],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            cwd=self._folder, env=surroundings(self._folder) | environment,
        )  # fmt: skip
        self._stack.callback(ended, process)
        assert process.stderr is not None
        said = next(line for line in process.stderr if ready in line)
        return process, said.split()[-1]


def ended(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    if process.stderr is not None:
        process.stderr.close()


def surroundings(folder: Path) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "DASK_"))}
    return plain | {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with ExitStack() as stack:
        yield Cluster(tmp_path, stack)


def built(shelf: Path, db: str, cluster: str = "", patience: float = 120) -> tuple[str, str, bytes]:
    """What a build prints, why it failed, and the bytes of the store."""
    file = shelf.parent / db
    done = subprocess.run(
        [sys.executable, str(shelf.parent / "builds.py"), str(shelf), str(file), cluster, str(patience)],
        capture_output=True, text=True, env=surroundings(shelf.parent), check=False,
    )  # fmt: skip
    return done.stdout.strip(), done.stderr.strip(), file.read_bytes() if file.exists() else b""


@needs_dask
def test_the_store_is_the_same_to_the_byte_also_when_a_worker_is_killed(shelf: Path, cluster: Cluster) -> None:
    told, said, store = built(shelf, "many.db", cluster.address, patience=1)
    assert (told, store) == ("", b"")
    assert said == f"the cluster at {cluster.address} has no workers: start some with `dask worker`"
    deadly = {"DEADLY": "c2.md", "FLAG": str(shelf.parent / "killed")}
    workers = [cluster.worker(**deadly), cluster.worker(**deadly)]
    expected = built(shelf, "one.db")
    assert expected[:2] == ("30 30", "")
    assert built(shelf, "many.db", cluster.address) == expected
    killed, alive = sorted((worker.poll() for worker in workers), key=lambda status: status is None)
    assert (killed, alive) == (-signal.SIGKILL, None)
    for process in (*workers, cluster.scheduler):
        ended(process)
    assert built(shelf, "many.db", cluster.address)[:2] == ("30 0", ""), "what was read before is asked of nobody"


@needs_dask
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere://x"])
def test_where_no_cluster_is_that_is_told_in_a_line(shelf: Path, address: str) -> None:
    told, said, store = built(shelf, "facts.db", address, patience=1)
    assert (told, store) == ("", b"")
    assert said.startswith(f"the cluster at {address} does not answer (")
    assert said.endswith(", or --cluster local")
    assert "\n" not in said


class Done:
    """What became of one article."""

    def __init__(self, key: str, work: Callable[[], Outcome]) -> None:
        self.key = key
        self.result = work

    def add_done_callback(self, tell: Callable[[Done], None]) -> None:
        tell(self)


class Inline:
    """A cluster of two threads that does everything at once; at some articles every worker dies, or nothing happens."""

    def __init__(self, deadly: str = "", silent: str = "", threads: int = 2) -> None:
        self.deadly, self.silent = deadly, silent
        self.threads = {"worker": threads} if threads else {}
        self.most = self.open = 0

    def nthreads(self) -> dict[str, int]:
        return self.threads

    def submit(self, work: Callable[..., Outcome], article: Article, *given: object, pure: bool) -> Done:
        from distributed import KilledWorker

        assert not pure
        self.open += 1
        self.most = max(self.most, self.open)

        def result() -> Outcome:
            self.open -= 1
            if article.source == self.deadly:
                raise KilledWorker("read", "worker", 3)
            return work(article, *given)

        done = Done(str(id(result)), result)
        if article.source == self.silent:
            done.add_done_callback = lambda tell: None  # type: ignore[method-assign]
        return done


def read(monkeypatch: pytest.MonkeyPatch, client: Inline, count: int = 40) -> tuple[list[str], dict[int, Outcome]]:
    """The articles in the order in which they were begun, and what became of each."""
    monkeypatch.setattr(cluster_room, "_client", lambda address, processes: nullcontext(client))
    monkeypatch.setattr(cluster_room, "_FOR_WORKERS", 0.01)
    articles = [Article(f"a{n}.md", "", f"text {n}", OffsetMap(), id=f"a{n}") for n in range(count)]
    begun: list[str] = []
    outcomes = dict(read_across(articles, "here", None, telling, lambda article: begun.append(article.source)))
    return begun, outcomes


def telling() -> Callable[[Article], list[Statement]]:
    return lambda article: [Statement(article.id, "plan", {"text": article.text}, Quote(0, 1, "t"))]


@needs_dask
@pytest.mark.parametrize("deadly", ["", "a0.md", "a17.md", "a39.md"])
def test_every_article_is_read_once_and_no_more_are_handed_out_than_are_soon_read(
    monkeypatch: pytest.MonkeyPatch, deadly: str, caplog: pytest.LogCaptureFixture
) -> None:
    client = Inline(deadly)
    begun, outcomes = read(monkeypatch, client)
    assert begun == [f"a{n}.md" for n in range(40)]
    assert {place: told[0].slots["text"] for place, told in outcomes.items()} == {n: f"text {n}" for n in range(40)}
    assert client.most == 6, "three for each thread"
    assert caplog.messages == ([f"{deadly}: every worker that read it died: it is read here"] if deadly else [])


@needs_dask
def test_a_cluster_whose_workers_are_all_gone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BuildError, match=r"the cluster at here failed \(TimeoutError: all its workers are gone\)"):
        read(monkeypatch, Inline(silent="a3.md", threads=0))


@needs_dask
def test_a_worker_that_would_read_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    told = iter(["ours", "theirs"])
    monkeypatch.setattr(cluster_room, "fingerprint", lambda: next(told))
    with pytest.raises(BuildError, match="a worker of the cluster at here has another reader: install the same"):
        read(monkeypatch, Inline())


def test_without_dask_it_is_told_what_to_install(
    shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "dask", None)
    db, state = str(shelf.parent / "facts.db"), str(shelf.parent / "state.db")
    assert cli.run(["build", "--seeds", str(shelf), "--db", db, "--state", state, "--cluster", "local"]) == 2
    said = capsys.readouterr().err
    assert said == ("bot build: --cluster needs Dask, which is not installed: pip install -e '.[cluster]'\n")


REAL = {
    "2025-03-04-quillon.md": "Quillon Robotics raised $21 million in a Series A round led by Harbor Lane Ventures.",
    "2025-04-02-vantor.md": "Vantor Autonomy appointed Jane Halloran as chief executive. It was founded in 2019.",
}


@needs_dask
def test_the_reader_that_ships_reads_on_a_cluster_of_this_machine(tmp_path: Path) -> None:
    def build(db: str, *options: str) -> dict[str, list[tuple]]:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "build", "--seeds", "shelf", "--db", db, "--state", "state.db", *options],
            capture_output=True, text=True, cwd=tmp_path, env=surroundings(tmp_path), check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        connection = sqlite3.connect(tmp_path / db)
        found = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in FACT_TABLES}
        connection.close()
        return found

    for name, body in REAL.items():
        put(tmp_path / "shelf", name, body, name[:10])
    many = build("many.db", "--cluster", "local", "--workers", "2")
    assert many["statement"]
    assert many == build("one.db", "--workers", "1")
