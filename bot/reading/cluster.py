"""Articles read by the workers of a Dask cluster, on this machine or others; Dask comes with the extra `cluster`.

Where a worker dies, Dask gives its articles to another. What is read comes back by its place, so the facts are the same
whoever read them; a worker with another version of the reader is refused.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from queue import Empty, SimpleQueue
from typing import Any

from bot.model.article import Article
from bot.reading.fingerprint import fingerprint
from bot.reading.workers import Extractor, Outcome, how_many, outcome
from bot.store.write import BuildError

log = logging.getLogger(__name__)

LOCAL = "local"
"""In place of an address: a cluster on this machine, for this build."""

_MISSING = "--cluster needs Dask, which is not installed: pip install -e '.[cluster]'"
_SCHEMES = ("tcp", "tls", "ws", "wss", "ucx")
_PATIENCE = 10
"""Seconds until a scheduler has to answer."""
_FOR_WORKERS = 60
"""Seconds for which no worker at all is waited for."""
_AHEAD = 3
"""Articles that are handed out for each thread of a worker: one is read, the others are on their way."""

_ONE_AT_A_TIME = threading.Lock()


class OtherReader(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A worker would read otherwise than who asks it to."""


def read_across(
    articles: Sequence[Article],
    address: str,
    processes: int | None,
    load: Callable[[], Extractor],
    begun: Callable[[Article], None],
) -> Iterator[tuple[int, Outcome]]:
    """The place and the outcome of each article, as they are done; `begun` is told of each that is handed out.

    `processes`: of a cluster on this machine, None for as many as are worth it. An article that killed every worker
    that tried it is read in this process. BuildError, one line, where the cluster cannot be used.
    """
    left: list[int] = []
    with _client(address, how_many(len(articles), processes)) as client:
        try:
            yield from _read(articles, client, load, begun, left)
        except OtherReader:
            raise BuildError(
                f"a worker of the cluster at {address} has another reader: install the same version of the bot with the"
                " same names and models on all machines"
            ) from None
        except Exception as error:
            raise BuildError(
                f"the cluster at {address} failed ({type(error).__name__}: {_line(error)}): see its log; what it read"
                " is remembered, a further build goes on from there"
            ) from None
    extract = load() if left else None
    for place in left:
        assert extract is not None
        yield place, outcome(extract, articles[place])


def _read(
    articles: Sequence[Article],
    client: Any,
    load: Callable[[], Extractor],
    begun: Callable[[Article], None],
    left: list[int],
) -> Iterator[tuple[int, Outcome]]:
    """Keeps all workers busy and no more than that: an article waits here, not in the scheduler's memory."""
    from distributed import KilledWorker

    expected = fingerprint()
    waiting = iter(enumerate(articles))
    places: dict[str, int] = {}
    done: SimpleQueue[Any] = SimpleQueue()
    room = count = 0
    while True:
        if count % max(room, 1) == 0:  # workers may have come or gone
            room = _AHEAD * max(1, sum(client.nthreads().values()))
        while len(places) < room and (following := next(waiting, None)) is not None:
            place, article = following
            begun(article)
            future = client.submit(read_there, article, load, expected, pure=False)
            places[future.key] = place
            future.add_done_callback(done.put)
            del future
        if not places:
            return
        future = _next(done, client)
        count += 1
        place = places.pop(future.key)
        try:
            told: Outcome = future.result()
        except KilledWorker:
            log.warning("%s: every worker that read it died: it is read here", articles[place].source)
            left.append(place)
            continue
        yield place, told


def _next(done: SimpleQueue[Any], client: Any) -> Any:
    """The next that is done, however long that takes where somebody is at work."""
    while True:
        try:
            return done.get(timeout=_FOR_WORKERS)
        except Empty:
            if not client.nthreads():
                raise TimeoutError("all its workers are gone") from None


def read_there(article: Article, load: Callable[[], Extractor], expected: str) -> Outcome:
    """What a worker does; one article at a time in each process, however many threads it has."""
    with _ONE_AT_A_TIME:
        return outcome(_reader(load, expected), article)


@cache
def _reader(load: Callable[[], Extractor], expected: str) -> Extractor:
    if fingerprint() != expected:
        raise OtherReader
    return load()


@contextmanager
def _client(address: str, processes: int) -> Iterator[Any]:
    """A connection to the cluster; one on this machine ends with it."""
    try:
        import dask

        if not dask.config.get("logging", None):
            dask.config.set({"logging": dict.fromkeys(("distributed", "distributed.client"), "critical")})
        from distributed import Client, LocalCluster
    except ImportError:
        raise BuildError(_MISSING) from None
    if address != LOCAL and "://" in address and address.partition("://")[0] not in _SCHEMES:
        raise _no_answer(address, f"it begins with none of {', '.join(_SCHEMES)}")
    with ExitStack() as stack:
        try:
            if address == LOCAL:
                cluster = LocalCluster(n_workers=processes, threads_per_worker=1, dashboard_address=None)
                where: Any = stack.enter_context(cluster)
            else:
                where = address
            client = stack.enter_context(Client(where, timeout=_PATIENCE, set_as_default=False))
        except (OSError, ValueError, TypeError, RuntimeError) as error:
            raise _no_answer(address, _line(error)) from None
        try:
            client.wait_for_workers(1, timeout=_FOR_WORKERS)
        except TimeoutError:
            raise BuildError(f"the cluster at {address} has no workers: start some with `dask worker`") from None
        yield client


def _no_answer(address: str, why: str) -> BuildError:
    return BuildError(
        f"the cluster at {address} does not answer ({why}): name the address that `dask scheduler` tells, such as"
        f" tcp://10.0.0.5:8786, or --cluster {LOCAL}"
    )


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())
