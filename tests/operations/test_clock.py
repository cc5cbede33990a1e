"""What is done again and again goes on when the clock of the machine is set back."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.operations import clock as clock_module
from bot.operations.clock import Clock


class SetBack(datetime):
    """A clock that somebody sets back by an hour."""

    by = timedelta()

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return datetime.now(UTC) - cls.by


async def test_a_clock_set_back_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock_module, "datetime", SetBack)
    monkeypatch.setattr("apscheduler.schedulers.base.datetime", SetBack)
    monkeypatch.setattr("apscheduler.triggers.interval.datetime", SetBack)
    monkeypatch.setattr("apscheduler.executors.base.datetime", SetBack, raising=False)
    ticks: asyncio.Queue[int] = asyncio.Queue()

    async def tick() -> None:
        ticks.put_nowait(1)

    clock = Clock()
    clock.add_job(tick, "interval", seconds=0.01)
    clock.start()
    try:
        async with asyncio.timeout(20):
            await ticks.get()
            SetBack.by = timedelta(hours=1)
            for _ in range(3):
                await ticks.get()
    finally:
        SetBack.by = timedelta()
        clock.shutdown(wait=False)
