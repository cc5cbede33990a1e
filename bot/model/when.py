"""When something was or will be true: an interval of days with the precision it was told in."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "quarter", "half", "year", "decade", "span"]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both ends inside. `precision` says how it was told; no day is ever invented.

    `approximate` marks "around 2024"; `open` tells a bound that was left out: "after" for "since 2024",
    "before" for "by 2050" (the interval then holds the named bound itself).
    """

    start: date
    end: date
    precision: Precision
    approximate: bool = False
    open: Literal["", "after", "before"] = ""

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"an interval that ends before it starts: {self.start} to {self.end}")

    @classmethod
    def day(cls, day: date) -> When:
        return cls(day, day, "day")

    @classmethod
    def month(cls, year: int, month: int) -> When:
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")

    @classmethod
    def quarter(cls, year: int, quarter: int) -> When:
        first = 3 * quarter - 2
        return cls(date(year, first, 1), cls.month(year, first + 2).end, "quarter")

    @classmethod
    def half(cls, year: int, half: int) -> When:
        first = 6 * half - 5
        return cls(date(year, first, 1), cls.month(year, first + 5).end, "half")

    @classmethod
    def year(cls, year: int) -> When:
        return cls(date(year, 1, 1), date(year, 12, 31), "year")

    @classmethod
    def decade(cls, year: int) -> When:
        return cls(date(year, 1, 1), date(year + 9, 12, 31), "decade")

    @classmethod
    def from_iso(cls, text: str) -> When:
        """`2025`, `2025-09` or `2025-09-08`; ValueError for anything else."""
        match = _ISO.match(text)
        if not match:
            raise ValueError(f"not an ISO date: {text!r}")
        year, month, day = match.groups()
        if day:
            return cls.day(date(int(year), int(month), int(day)))
        return cls.month(int(year), int(month)) if month else cls.year(int(year))

    def iso(self) -> str:
        """As precise as it was told: quarters, halves and decades give their year, a span the year it ends in."""
        if self.precision == "day":
            return self.start.isoformat()
        if self.precision == "month":
            return f"{self.start:%Y-%m}"
        return f"{self.end.year:04d}" if self.precision == "span" else f"{self.start.year:04d}"

    def overlaps(self, other: When) -> bool:
        return self.start <= other.end and other.start <= self.end

    def about(self) -> When:
        return replace(self, approximate=True)
