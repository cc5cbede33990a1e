"""What the commands share: how they refuse, how they print one object a line, how they show progress."""

from __future__ import annotations

import io
import json
import os
import sys
from typing import Any

from bot.operations.logs import escaped
from bot.operations.secrets import Masking


class Refusal(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Bad usage or input: one line for standard error that says what, where and what to do."""

    status = 2


class Failure(Refusal):
    """Something that should have worked did not: one line likewise."""

    status = 1


def open_streams() -> None:
    """Has standard input and output take any text as UTF-8, whatever the locale; one that was closed leads nowhere."""
    for name, mode, errors in (("stdin", "r", "replace"), ("stdout", "w", "backslashreplace"), ("stderr", "w", "")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for good
        elif errors and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def one_line(text: str) -> str:
    """Text for one line of a terminal: line breaks and control or bidirectional characters escaped."""
    return escaped(text)


def warn(text: str) -> None:
    """One line on standard error; a secret that was set where it does not belong is not repeated."""
    print(Masking.of_environment()(one_line(text)), file=sys.stderr, flush=True)


def print_json(value: Any) -> None:
    """One object on one line of standard output, UTF-8 whatever the locale, there before the next is begun."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        data = line.encode()
    except UnicodeEncodeError:  # half a surrogate pair, which UTF-8 cannot hold but JSON can escape
        data = json.dumps(value, allow_nan=False).encode()
    sys.stdout.flush()
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


class Progress:
    """A bar on standard error that names what is being read; nothing where that is no terminal."""

    WIDTH = 24

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = sys.stderr.isatty()

    def __call__(self, done: int, total: int, name: str) -> None:
        if self._shown:
            filled = self.WIDTH * done // max(total, 1)
            bar = "█" * filled + "░" * (self.WIDTH - filled)
            print(
                f"\r\x1b[2K{self._what} {bar} {done}/{total} {one_line(name)[:40]}", end="", file=sys.stderr, flush=True
            )

    def done(self) -> None:
        """Takes the bar away."""
        if self._shown:
            print("\r\x1b[2K", end="", file=sys.stderr, flush=True)
