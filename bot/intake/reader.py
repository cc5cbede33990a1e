"""Reads articles in a process of its own, so that the one that serves never loads the language model.

The process is started when it is first needed, kept warm, and started anew after a fault. It has no tokens
in its environment and no way back but one line of JSON a request.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from bot.intake.errors import NotTaken, Refused
from bot.operations.secrets import without_secrets

COMMAND = (sys.executable, "-m", "bot.previewing")
_SECONDS = 60.0
_IDLE = 900.0
_LONGEST_REPLY = 16_000_000


class Reader:
    """One reading process; one article at a time. Close it at the end, or use it in `async with`."""

    def __init__(
        self, command: Sequence[str] = COMMAND, *, seconds: float = _SECONDS, idle: float | None = _IDLE
    ) -> None:
        """`idle`: seconds without a request after which the process is ended; None keeps it until `close`."""
        self._command = tuple(command)
        self._seconds = seconds
        self._idle = idle
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()
        self._ending: asyncio.TimerHandle | None = None
        self._resting: asyncio.Task[None] | None = None
        self._closing = False

    async def warm(self) -> None:
        """Starts the process and has it load what it needs, so that the first article does not wait for that."""
        await self.ask({"do": "warm"})

    async def ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The reply to a request; Refused where the article is the fault, NotTaken where the process is."""
        async with self._turn:
            if self._closing:
                raise NotTaken("the bot is being stopped")
            if self._ending is not None:
                self._ending.cancel()
            try:
                async with asyncio.timeout(self._seconds):
                    reply = await self._exchange(json.dumps(dict(request)).encode() + b"\n")
            except TimeoutError:
                await self._kill()
                raise NotTaken(f"reading it took longer than {self._seconds:g} seconds: try a shorter text") from None
            except (OSError, ValueError) as error:
                await self._kill()
                raise NotTaken("the process that reads articles broke down: see the log") from error
            except BaseException:
                await self._kill()  # the reply to a request that nobody waits for must not be taken for the next one's
                raise
            if self._idle is not None:
                self._ending = asyncio.get_running_loop().call_later(self._idle, self._end_idle)
        if "error" in reply:
            raise (Refused if reply.get("refused") else NotTaken)(str(reply["error"]))
        return reply

    async def close(self) -> None:
        """Ends the process, also where it is at an article: whoever waits for that gets NotTaken."""
        self._closing = True
        try:
            if self._process is not None:
                with suppress(ProcessLookupError):
                    self._process.kill()
            await self._rest()
        finally:
            self._closing = False

    async def __aenter__(self) -> Reader:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _exchange(self, line: bytes) -> dict[str, Any]:
        process = self._process
        if process is None or process.returncode is not None:
            process = self._process = await self._start()
            if self._closing:
                raise ValueError("closed meanwhile")
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(line)
        await process.stdin.drain()
        reply = json.loads(await process.stdout.readline() or b"null")
        if not isinstance(reply, dict):
            raise ValueError("no reply")
        return reply

    async def _start(self) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=_LONGEST_REPLY,
            env=without_secrets(os.environ),
            start_new_session=True,  # Ctrl-C is for the one that serves; this one ends with it
        )

    def _end_idle(self) -> None:
        self._resting = asyncio.get_running_loop().create_task(self._rest())

    async def _rest(self) -> None:
        async with self._turn:
            if self._ending is not None:
                self._ending.cancel()
            await self._kill()

    async def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        if process.stdin is not None:
            process.stdin.close()
        await process.communicate()  # to the end of its output, so that the event loop closes the pipe
