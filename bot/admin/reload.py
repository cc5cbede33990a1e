"""The facts rebuilt while they are served: in a process of its own, one at a time, the old ones kept where it fails."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

from bot.admin.command import Refused, moment
from bot.operations.secrets import needed_to_build, without_secrets
from bot.state.audit import Audit, Entry
from bot.store.write import is_building

log = logging.getLogger(__name__)

ACTION = "reload"

_LONGEST = 3600.0
"""Seconds after which a build is given up."""
_STARTING = timedelta(seconds=30)
"""How long a process may take until it is seen to build."""
_REASON = 300
_TOLD = 3
"""Articles about which a language model was not asked that the log names."""


class Busy(Refused):
    """A reload is going on; tells whose, and since when."""


class Reloads(Protocol):
    """Builds the facts anew. Busy while it is doing so for somebody else, another Refused where it failed."""

    async def reload(self, who: str) -> object: ...


class NotReloaded(Refused):
    """The build failed or its result must not serve; tells why. The store that was there serves on."""


@dataclass(frozen=True, slots=True)
class Report:
    """What `bot build --json` told of the build that took its place."""

    number: int
    """Of the action in the audit log."""
    counts: dict[str, Any]

    @property
    def skipped(self) -> list[tuple[str, str]]:
        return [(str(file), str(reason)) for file, reason in self.counts.get("skipped", ())]

    @property
    def idle(self) -> list[str]:
        return [str(told) for told in self.counts.get("idle", ())]


def build_command(db: Path, state: Path | str, folders: Iterable[Path]) -> list[str]:
    """The process that a reload runs in: it builds from the folders, checks, swaps and reports.

    A state at an address is named by the environment alone: everybody on the machine may read a command line.
    """
    seeds = [part for folder in folders for part in ("--seeds", str(folder))]
    kept = ["--state", str(state)] if isinstance(state, Path) else []
    return [sys.executable, "-m", "bot", "build", *seeds, "--db", str(db), *kept, "--checked", "--json"]


class Reloader:
    """One for all platforms of a process.

    `command` gives what builds, checks and swaps, as `bot build --checked --json` does; it is asked for each build
    anew, for a folder may have come since.

    `warm` opens the new build for those who ask.
    """

    def __init__(
        self,
        db: Path,
        command: Callable[[], Sequence[str]],
        audit: Audit,
        warm: Callable[[], Awaitable[None]],
        seconds: float = _LONGEST,
    ) -> None:
        self.db = db
        self._command = command
        self._audit = audit
        self._warm = warm
        self._seconds = seconds
        self._task: asyncio.Task[Report] | None = None

    async def reload(self, who: str) -> Report:
        """Rebuilds and swaps; Busy or NotReloaded, in one line, where that is not done.

        It goes on where the caller is cancelled: only `close` ends it early.
        """
        if self._is_building:
            raise Busy(_told(self._audit.open(ACTION)))
        number = self._audit.begin_alone(who, ACTION, str(self.db), _STARTING)
        if isinstance(number, Entry):
            raise Busy(_told(number))
        self._task = asyncio.create_task(self._run(number))
        self._task.add_done_callback(_looked_at)
        return await asyncio.shield(self._task)

    def going_on(self) -> Entry | None:
        """The reload that runs now, in this process or another that shares the state; None where none does."""
        return self._audit.open(ACTION, None if self._is_building else _STARTING)

    def last(self) -> Entry | None:
        """The last reload that ended."""
        return next((entry for entry in self._audit.entries(20, ACTION) if entry.outcome), None)

    async def close(self) -> None:
        """Ends a reload that runs; the old store stays."""
        if self._task is not None and not self._task.done():
            self._task.cancel()
            with suppress(asyncio.CancelledError, Refused):
                await self._task

    @property
    def _is_building(self) -> bool:
        return (self._task is not None and not self._task.done()) or is_building(self.db)

    async def _run(self, number: int) -> Report:
        outcome = "ended early: the bot was stopped"
        try:
            report = Report(number, await self._build())
            await self._warm()
            outcome = "done: " + _counted(report.counts.get("changes", {}))
            return report
        except NotReloaded as error:
            outcome = f"failed: {error}"
            raise
        except Exception as error:
            log.error("reload: %s: %s", type(error).__name__, error, exc_info=error)
            outcome = f"failed: {type(error).__name__}: {error}"
            raise NotReloaded(f"{type(error).__name__}: {error}"[:_REASON]) from error
        finally:
            self._audit.end(number, outcome)

    async def _build(self) -> dict[str, Any]:
        process = await asyncio.create_subprocess_exec(
            *self._command(),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=PIPE,
            stderr=PIPE,
            env=without_secrets(os.environ, needed_to_build(os.environ)),  # it reads what strangers wrote
        )
        try:
            out, said = await asyncio.wait_for(process.communicate(), self._seconds)
        except TimeoutError:
            raise NotReloaded(f"the build was not done after {self._seconds:.0f} seconds") from None
        finally:
            await _ended(process)
        if process.returncode:
            raise NotReloaded(_reason(said.decode("utf-8", "replace"), process.returncode))
        try:
            told = json.loads(out.decode().splitlines()[-1])
        except (ValueError, IndexError):
            raise NotReloaded("the build ended without a report: see its log, and try again") from None
        if not isinstance(told, dict):
            raise NotReloaded("the build ended without a report: see its log, and try again")
        for file, reason in (told.get("asked") or {}).get("failed", ())[:_TOLD]:
            log.warning("reload: %s: the language model was not asked: %s", file, reason)
        return told


async def _ended(process: Process) -> None:
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _looked_at(task: asyncio.Task[Report]) -> None:
    """Whoever waited may be gone: what went wrong stands in the audit log."""
    if not task.cancelled():
        task.exception()


def _reason(said: str, status: int) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    if lines and status > 0:
        return lines[-1].removeprefix("bot build: ")[:_REASON]
    return (
        f"the build was killed by signal {-status}: there may be too little memory"
        if status < 0
        else f"the build ended with status {status} and said nothing"
    )


def _counted(changes: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {what}" for what, count in changes.items()) or "nothing changed"


def _told(entry: Entry | None) -> str:
    if entry is None:
        return "A build is going on already, started outside of the bot: wait until it is done."
    who = entry.who or "somebody"
    return f"A reload is going on already: {who} started it on {moment(entry.at)}. Wait until it is done."
