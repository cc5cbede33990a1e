"""A platform that is away for a while: its digests come when it is back, once."""

from __future__ import annotations

import asyncio
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from bot.digests.delivering import Composed, Deliverer
from bot.model.answer import Answer
from bot.model.posting import NotSent
from bot.state import State
from bot.state.deliveries import Delivery
from bot.state.subscriptions import Subscription
from tests.digests.days import MONDAY
from tests.digests.post_office import PostOffice


class Away(PostOffice):
    """Neither takes nor finds anything until it is back; tells to wait for as long again as it was away."""

    since = MONDAY
    now = MONDAY
    back = MONDAY

    def _there(self) -> None:
        if self.now < self.back:
            raise NotSent("not connected", min(max((self.now - self.since).total_seconds(), 10.0), 900.0))

    async def post(self, channel: str, answer: Answer, token: str) -> str:
        self._there()
        return await super().post(channel, answer, token)

    async def find(self, channel: str, token: str, since: datetime) -> str | None:
        self._there()
        return await super().find(channel, token, since)


async def compose(delivery: Delivery) -> Composed:
    return Composed(Answer(True, "news"), ("e1",))


@pytest.mark.parametrize("minutes", [1, 15, 60])
def test_an_outage_costs_no_digest_and_repeats_none(tmp_path: Path, minutes: int) -> None:
    office = Away(tmp_path / "slack")
    office.back = MONDAY + timedelta(minutes=minutes)
    office.now = MONDAY - timedelta(days=1)
    with State.open(tmp_path / "state.db", lambda: office.now) as state:
        for n in range(3):
            state.subscriptions.put(Subscription("slack", f"C{n}", at=time(9)))
        office.now = MONDAY
        deliverer = Deliverer(state, {"slack": office}, compose)
        while office.now < office.back + timedelta(minutes=20):
            asyncio.run(deliverer.tick())
            office.now += timedelta(seconds=10)
        assert office.channels() == ["C0", "C1", "C2"]
        assert {state.deliveries.of("slack", f"C{n}")[0].status for n in range(3)} == {"sent"}
