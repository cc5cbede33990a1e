"""An answer cut into pages, between its lines and never inside one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.model.answer import Answer, Line


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines of an answer, the whole of each. `number` counts from 1."""

    answer: Answer
    number: int
    total: int
    lines: tuple[Line, ...]
    start: int
    """How many lines stand on the pages before."""

    @property
    def more(self) -> bool:
        """Whether a page follows."""
        return self.number < self.total

    @property
    def left(self) -> int:
        """How many lines stand on the pages after."""
        return len(self.answer.lines) - self.start - len(self.lines)


def pages(answer: Answer, size: Callable[[Line], int], limit: int, most: int = 10) -> tuple[Page, ...]:
    """The pages of an answer, at least one: at most `most` lines and at most `limit` of what `size` measures each.

    A line that alone is larger than the limit has a page of its own: its renderer leaves out notes or quotes.
    """
    groups: list[list[Line]] = [[]]
    used = 0
    for line in answer.lines:
        cost = size(line)
        if groups[-1] and (used + cost > limit or len(groups[-1]) >= most):
            groups.append([])
            used = 0
        groups[-1].append(line)
        used += cost
    return tuple(_pages(answer, groups))


def page(answer: Answer, number: int, size: Callable[[Line], int], limit: int, most: int = 10) -> Page:
    """One page; the nearest one where a build of fewer lines has no such page any more."""
    found = pages(answer, size, limit, most)
    return found[min(max(number, 1), len(found)) - 1]


def _pages(answer: Answer, groups: Sequence[Sequence[Line]]) -> list[Page]:
    out, start = [], 0
    for number, lines in enumerate(groups, start=1):
        out.append(Page(answer, number, len(groups), tuple(lines), start))
        start += len(lines)
    return out
