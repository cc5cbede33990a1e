"""Times every regular expression of the package on strings made to be its worst case.

.venv/bin/python -m tests.fuzz.worst_case [ROOM …]      such as bot.grammar; the whole package unless some are named

A pattern is tried on short strings first; what is slowest there is tried at full length, again and again where it is
slow, so that a machine that is busy makes no pattern slow. Each attempt has a limit of processor time, so that a
pattern without end ends. It is a program of its own: what a package compiles is only seen while it is first imported.
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
"""Seconds of processor time for a string of the length that a room may be given."""

MESSAGE = 2_400
"""What reads questions never sees more: messages are cut before anything looks at them."""

SENTENCE = 200
"""What reads sentences, and looks for several things at once in them: none may be without end."""

SHORT = 200
_SUSPICIOUS = 0.0004
"""Seconds for a short string: less comes to about the limit at full length, were it by the square of the length."""
_TRIES = 3
_TRIED = 2


class _LateError(Exception):
    """The limit is reached."""


def _ring(number: int, frame: FrameType | None) -> None:
    raise _LateError


def taken(pattern: re.Pattern[str], attacked: str, limit: float = LIMIT) -> float:
    """Seconds of processor time for finding all matches, at most a little more than the limit."""
    began = time.process_time()
    signal.signal(signal.SIGVTALRM, _ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, 1.2 * limit)
    try:
        for _ in pattern.finditer(attacked):
            pass
    except _LateError:
        return 1.2 * limit
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - began


def length_for(place: str) -> int:
    """The longest text that the patterns of a place are given."""
    where = place.replace("/", ".")
    return MESSAGE if where.startswith("bot.answers") else SENTENCE if where.startswith("bot.extraction") else LENGTH


def slowest(pattern: re.Pattern[str], length: int = LENGTH) -> tuple[float, str]:
    """The most seconds that a pattern took, the least of several tries, and the beginning of the string for it."""
    tried: list[tuple[float, tuple[str, str, str]]] = []
    for attack in attacks(pattern):
        tried.append((taken(pattern, text(*attack, SHORT), LIMIT / 10), attack))
        if tried[-1][0] > LIMIT / 10:
            break
    worst = (0.0, "")
    for short, attack in sorted(tried, reverse=True)[:_TRIED]:
        if short < max(_SUSPICIOUS, LIMIT / 2 * (SHORT / length) ** 2):
            break
        attacked = text(*attack, length)
        seconds = LIMIT + 1
        for _ in range(_TRIES):
            seconds = min(seconds, taken(pattern, attacked))
            if seconds < LIMIT:
                break
        worst = max(worst, (seconds, attacked[:60]))
        if seconds > LIMIT:
            break
    return worst


def slow(found: list[Found], beyond: float = LIMIT) -> Iterator[tuple[float, Found, str]]:
    """The patterns that took longer than so many seconds."""
    for one in found:
        seconds, attacked = slowest(one.pattern, length_for(one.place))
        if seconds > beyond:
            yield seconds, one, attacked


def main() -> int:
    rooms = tuple(sys.argv[1:])
    found = [
        one for one in collect(without=("bot.training",)) if not rooms or one.place.replace("/", ".").startswith(rooms)
    ]
    report = [(round(seconds, 2), one.place, one.pattern.pattern, by) for seconds, one, by in slow(found, LIMIT / 10)]
    late = [one for one in report if one[0] > LIMIT]
    told = {"patterns": len(found), "slow": late, "slowest": sorted(report, reverse=True)[:10]}
    print(json.dumps(told, ensure_ascii=True, indent=1))
    return int(bool(late))


if __name__ == "__main__":
    sys.exit(main())
