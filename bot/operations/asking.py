"""How often somebody may ask: so often a minute, one person and all who share a channel; what was not used is saved up.

A bucket that fills steadily, reckoned by one moment for each key (the generic cell rate algorithm): nothing runs beside
it, it is measured in monotonic time, so that no step of the clock locks anybody out, and full buckets are forgotten.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

_MINUTE = 60.0
_MOST_KEYS = 20_000
"""Beyond so many keys those with a full bucket are dropped; beyond twice as many, all that came first."""


class Allowance:
    """`a_minute` for each key; 0 for no limit."""

    def __init__(self, a_minute: int, now: Callable[[], float] = time.monotonic) -> None:
        self._each = _MINUTE / a_minute if a_minute else 0.0
        self._now = now
        self._full_at: dict[str, float] = {}
        """When the bucket of a key will be full again."""

    def wait(self, key: str) -> float:
        """Seconds until this key may ask; 0 where it may now. Takes nothing."""
        if not self._each:
            return 0.0
        return max(0.0, self._full_at.get(key, 0.0) + self._each - _MINUTE - self._now())

    def take(self, key: str) -> None:
        """Notes that it asked."""
        if not self._each:
            return
        now = self._now()
        self._full_at[key] = max(self._full_at.pop(key, 0.0), now) + self._each
        if len(self._full_at) > _MOST_KEYS:
            self._drop(now)

    def __len__(self) -> int:
        return len(self._full_at)

    def _drop(self, now: float) -> None:
        left = [(key, at) for key, at in self._full_at.items() if at > now]
        self._full_at = dict(left[-2 * _MOST_KEYS :])


class Limits:
    """Both together: a person anywhere on a platform, and a channel with all who ask there."""

    def __init__(self, person: int = 0, channel: int = 0, now: Callable[[], float] = time.monotonic) -> None:
        self._person = Allowance(person, now)
        self._channel = Allowance(channel, now)

    def ask(self, platform: str, channel: str, user: str) -> int:
        """0, and it counts; or the whole seconds until there is room, and it does not count."""
        who, where = f"{platform} {user}", f"{platform} {channel}"
        wait = max(self._person.wait(who), self._channel.wait(where) if channel else 0.0)
        if wait > 0:
            return math.ceil(wait)
        self._person.take(who)
        if channel:
            self._channel.take(where)
        return 0


def too_many(seconds: int) -> str:
    """What somebody is told who asks too often."""
    return f"Too many questions at once: try again in {seconds} s."
