"""Articles read in several processes at once. Whatever becomes of a process, every article is read."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from bot.llm.asking import Asking
from bot.model.article import Article
from bot.model.statement import Statement

log = logging.getLogger(__name__)

Extractor = Callable[[Article], list[Statement]]
Outcome = list[Statement] | str
"""The statements of an article, or in one line why they could not be read."""

MOST = 4
WORTH_IT = 8
"""Articles below which a second process costs more time than it saves: each has to load the language model."""


def how_many(articles: int, wanted: int | None = None) -> int:
    """In how many processes so many articles are read: as many as wanted, else as there are CPUs, up to four."""
    if wanted is None:
        wanted = min(_cpus(), MOST) if articles >= WORTH_IT else 1
    return max(1, min(wanted, articles))


def _cpus() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def load_extractor() -> Extractor:
    """The reader that ships."""
    from bot.extraction import extract  # loads the language model: only where there is something to read

    return extract


@dataclass(frozen=True, slots=True)
class LoadAsker:
    """Loads the reader that asks a language model: two of one way to ask are equal, whichever process holds them."""

    asking: Asking

    def __call__(self) -> Extractor:
        from bot.extraction.asked import Asker

        return Asker(self.asking)


def outcome(extract: Extractor, article: Article) -> Outcome:
    """What reading an article gives; one article must not cost the others."""
    try:
        return extract(article)
    except Exception as error:
        return f"its facts could not be read ({type(error).__name__}: {error})"


def read_apart(
    articles: Sequence[Article], processes: int, load: Callable[[], Extractor], begun: Callable[[Article], None]
) -> Iterator[tuple[int, Outcome]]:
    """The place and the outcome of each article, as they are done; `begun` is told of each that is handed out.

    `load`, a function of a module, gives each process its reader. An article whose process ended, killed for want of
    memory say, is read in this one.
    """
    waiting = deque(range(len(articles)))
    left: list[int] = []
    at_work: dict[Connection, tuple[BaseProcess, int]] = {}

    def hand_out(line: Connection, process: BaseProcess) -> None:
        at_work[line] = (process, waiting.popleft())
        article = articles[at_work[line][1]]
        begun(article)
        with suppress(OSError):  # the process has gone: the end of its line is found below
            line.send(article)

    started = list(_started(processes, load))
    try:
        for line, process in started:
            hand_out(line, process)
        while at_work:
            for ready in wait(list(at_work)):
                assert isinstance(ready, Connection)
                process, place = at_work.pop(ready)
                try:
                    told: Outcome = ready.recv()
                except (EOFError, OSError):
                    process.join()
                    log.warning("a reading process ended with status %s: its article is read again", process.exitcode)
                    left.append(place)
                    continue
                if waiting:
                    hand_out(ready, process)
                yield place, told
    finally:
        for line, process in started:
            line.close()
            process.terminate()
    if left or waiting:
        extract = load()
        for place in (*left, *waiting):
            if place in waiting:
                begun(articles[place])
            yield place, outcome(extract, articles[place])


def _started(processes: int, load: Callable[[], Extractor]) -> Iterator[tuple[Connection, BaseProcess]]:
    """Processes that read what is sent to them. Each ends with its line, so also with the process that started it."""
    context = get_context("spawn")  # a fork would copy locks that threads of this process hold
    for _ in range(processes):
        try:
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, load), daemon=True)
            process.start()
        except OSError as error:
            log.warning("no further reading process can be started: %s", error)
            return
        theirs.close()
        yield ours, process


def _serve(line: Connection, load: Callable[[], Extractor]) -> None:
    with suppress(EOFError, OSError, KeyboardInterrupt):
        extract = load()
        while True:
            line.send(outcome(extract, line.recv()))
