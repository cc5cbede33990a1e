"""What sites ask robots to leave alone."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

_KEPT = 500
_FOR = 3600.0


class Robots:
    """The robots.txt files of some sites, each kept for an hour."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._sites: OrderedDict[str, tuple[float, RobotFileParser]] = OrderedDict()

    def known(self, site: str) -> RobotFileParser | None:
        """The rules of a site, None where they have to be fetched."""
        found = self._sites.get(site)
        return found[1] if found and self._clock() < found[0] + _FOR else None

    def keep(self, site: str, text: str) -> RobotFileParser:
        """Takes note of a site's robots.txt; an empty text allows everything."""
        rules = RobotFileParser()
        rules.parse([line for line in text.removeprefix("\ufeff").splitlines() if _sound(line)])
        self._sites.pop(site, None)
        self._sites[site] = (self._clock(), rules)
        while len(self._sites) > _KEPT:
            self._sites.popitem(last=False)
        return rules


def _sound(line: str) -> bool:
    """Whether the parser gets over a line: it trips over what is no address after the colon."""
    try:
        urlsplit(line.partition(":")[2].strip())
    except ValueError:
        return False
    return True
