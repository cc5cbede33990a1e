"""Regular expressions that are compiled when they are first needed.

The bot reads dates, sums and questions by several hundred of them. To compile all takes a quarter of a second, as much
as to import everything else of ours. `bot run` connects first and has them compiled meanwhile; a command of the command
line compiles the few that it needs.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import count
from typing import Any

_TEXTS_KEPT = 5000
"""Texts of which it is kept which patterns were looked for and which of them stand there: two megabytes at most."""
_texts: dict[str, tuple[int, int]] = {}
"""The texts looked at last, with those patterns as bits of two numbers: a few of hundreds stand in a sentence."""
_bits = (1 << n for n in count())
_waiting: list[Pattern] = []
"""Those that nobody has asked `compile_all` for yet."""


class Pattern:
    """`re.compile(pattern, flags)` for what stands in a module: what is wrong with it is told when it is first used."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags
        _waiting.append(self)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself, for what takes no other."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def _bit(self) -> int:
        """What stands for it among those that are looked for by `is_in`."""
        return next(_bits)

    def search(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.search(string, pos, endpos)

    def is_in(self, text: str) -> bool:
        """Whether it stands in a sentence. Kept for a while: every question looks at the same sentences again."""
        looked_for, met = _texts.get(text, (0, 0))
        bit = self._bit
        if not looked_for & bit:
            if self.compiled.search(text) is not None:
                met |= bit
            if len(_texts) >= _TEXTS_KEPT:
                _texts.clear()
            _texts[text] = looked_for | bit, met
        return bool(met & bit)

    def match(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.match(string, pos, endpos)

    def fullmatch(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.fullmatch(string, pos, endpos)

    def finditer(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(string, pos, endpos)

    def findall(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> list[Any]:
        return self.compiled.findall(string, pos, endpos)

    def split(self, string: str, maxsplit: int = 0) -> list[str | Any]:
        return self.compiled.split(string, maxsplit)

    def sub(self, repl: str | Callable[[re.Match[str]], str], string: str, count: int = 0) -> str:
        return self.compiled.sub(repl, string, count)


def compile_all() -> None:
    """Compiles all that were made so far, so that no question has to wait for it."""
    while _waiting:
        _waiting.pop().compiled  # noqa: B018 - it is asked for to be there
