"""Times every regular expression of the package on strings made to be its worst case.

.venv/bin/python -m tests.fuzz.worst_case [ROOM …]      such as bot.grammar; the whole package unless some are named

A pattern is tried on short strings first; what is slow there, for its length, is tried at full length. Each attempt
has a limit of processor time, so that a pattern without end ends. It is a program of its own: what a package compiles
is only seen while it is first imported.
"""

from __future__ import annotations

import json
import re
import signal
import sys
import time
from collections.abc import Iterator
from types import FrameType

from tests.fuzz.patterns import LENGTH, Found, attacks, collect, text

LIMIT = 1.0
"""Seconds of processor time for a string of `LENGTH`."""

MESSAGE = 2_400
"""What reads questions never sees more: messages are cut before anything looks at them."""

SHORT = LENGTH // 10
_SUSPICIOUS = LIMIT / 500
"""Seconds for a short string: what grows with the square of the length takes a hundred times as long at full length."""


class _LateError(Exception):
    """The limit is reached."""


def _ring(number: int, frame: FrameType | None) -> None:
    raise _LateError


def taken(pattern: re.Pattern[str], attacked: str) -> float:
    """Seconds of processor time for finding all matches, at most a little more than the limit."""
    began = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT * 1.5)
    try:
        for _ in pattern.finditer(attacked):
            pass
    except _LateError:
        return LIMIT * 1.5
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - began


def slowest(pattern: re.Pattern[str], length: int = LENGTH) -> tuple[float, str]:
    """The most seconds that a pattern took, and the beginning of the string for it."""
    worst = (0.0, "")
    for attack in attacks(pattern):
        if taken(pattern, text(*attack, SHORT)) < _SUSPICIOUS:
            continue
        attacked = text(*attack, length)
        worst = max(worst, (taken(pattern, attacked), attacked[:60]))
        if worst[0] > LIMIT:
            break
    return worst


def slow(found: list[Found], beyond: float = LIMIT) -> Iterator[tuple[float, Found, str]]:
    """The patterns that took longer than so many seconds."""
    signal.signal(signal.SIGVTALRM, _ring)
    for one in found:
        seconds, attacked = slowest(
            one.pattern, MESSAGE if one.place.startswith(("bot.answers", "bot/answers")) else LENGTH
        )
        if seconds > beyond:
            yield seconds, one, attacked


def main() -> int:
    rooms = tuple(sys.argv[1:])
    found = [
        one for one in collect(without=("bot.training",)) if not rooms or one.place.replace("/", ".").startswith(rooms)
    ]
    report = [(round(seconds, 2), one.place, one.pattern.pattern, by) for seconds, one, by in slow(found)]
    print(json.dumps({"patterns": len(found), "slow": sorted(report, reverse=True)}, ensure_ascii=True, indent=1))
    return int(any(seconds > LIMIT for seconds, *_ in report))


if __name__ == "__main__":
    sys.exit(main())
