"""Metrics and health: off where no port is set, of this machine alone where nothing else is said."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import signal
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest

from bot import running
from bot.operations.health import Health
from bot.operations.interactions import Interaction
from bot.running import NothingToRun
from bot.settings import Settings
from bot.state import State
from tests.digests.press import Press

pytest.importorskip("prometheus_client")

from bot.operations.figures import Figures
from bot.operations.listening import NotListening, address, listening

NOON = datetime(2025, 10, 6, 12, tzinfo=UTC)


def health(
    built: Callable[[], str] = lambda: "2025-10-06T11:00:00+00:00",
    reloaded: tuple[str, str] = ("2025-10-06T11:00:05Z", "done: 3 new"),
    connections: Mapping[str, bool] = {"slack": True, "discord": False},
) -> Health:
    return Health(built, lambda: reloaded, lambda: connections, lambda: NOON)


def broken() -> str:
    raise OSError("the store is gone")


def test_what_is_told() -> None:
    assert health().look() == {
        "ok": True,
        "store": {"built": "2025-10-06T11:00:00+00:00", "age_seconds": 3600},
        "last_reload": {"at": "2025-10-06T11:00:05Z", "outcome": "done"},
        "connections": {"slack": True, "discord": False},
    }


@pytest.mark.parametrize(
    "sick",
    [health(built=lambda: ""), health(built=broken), health(connections={"slack": False}), health(connections={})],
)
def test_without_facts_or_a_platform_nobody_gets_an_answer(sick: Health) -> None:
    assert sick.look()["ok"] is False


def test_a_clock_that_was_put_back_makes_no_age_below_nought() -> None:
    assert health(built=lambda: "2025-10-07T00:00:00+00:00").look()["store"]["age_seconds"] == 0


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("9464", ("127.0.0.1", 9464)),
        (":9464", ("127.0.0.1", 9464)),
        ("0.0.0.0:80", ("0.0.0.0", 80)),
        ("[::1]:9464", ("::1", 9464)),
    ],
)
def test_a_port_alone_is_of_this_machine_alone(text: str, where: tuple[str, int]) -> None:
    assert address(text) == where


@pytest.mark.parametrize("text", ["", "metrics", "127.0.0.1:", "1.2.3.4:99999", "9464x"])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(ValueError, match="9464"):
        address(text)


def test_it_is_off_by_default() -> None:
    assert Settings.model_fields["metrics_listen"].default is None


async def fetched(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status, await response.text()


async def test_prometheus_reads_it() -> None:
    figures, well = Figures(), health()
    figures.watch(well.look)
    figures(Interaction("slack", "C0SECRET", "U0ADA", "deal", 0.012, "answered", 3))
    figures(Interaction("slack", "C0SECRET", "U0ADA", "deal", 0.4, "answered", 1))
    figures(Interaction("slack", "C0SECRET", "U0ADA", "question", 0.0, "limited"))
    async with listening("127.0.0.1:0", figures, well) as (host, port):
        assert host == "127.0.0.1"
        status, text = await fetched(port, "/metrics")
    assert status == 200
    for line in (
        'bot_interactions_total{command="deal",outcome="answered",platform="slack"} 2.0',
        'bot_interactions_total{command="question",outcome="limited",platform="slack"} 1.0',
        'bot_answer_seconds_bucket{command="deal",le="0.02"} 1.0',
        'bot_answer_seconds_count{command="deal"} 2.0',
        'bot_facts_told_total{platform="slack"} 4.0',
        "bot_store_age_seconds 3600.0",
        "bot_healthy 1.0",
        "bot_last_reload_success 1.0",
        'bot_connected{platform="discord"} 0.0',
        'bot_connected{platform="slack"} 1.0',
    ):
        assert line in text.splitlines()
    assert "U0ADA" not in text
    assert "C0SECRET" not in text


@pytest.mark.parametrize(("well", "status"), [(health(), 200), (health(built=broken), 503)])
async def test_health_can_be_asked_for(well: Health, status: int) -> None:
    async with listening("127.0.0.1:0", Figures(), well) as (_, port):
        assert (await fetched(port, "/healthz"))[0] == status
        assert (await fetched(port, "/../etc/passwd"))[0] == 404


async def test_an_address_that_is_taken_is_one_line() -> None:
    async with listening("127.0.0.1:0", Figures(), health()) as (_, port):
        with pytest.raises(NotListening, match=f"127.0.0.1:{port} .*BOT_METRICS_LISTEN"):
            async with listening(f"127.0.0.1:{port}", Figures(), health()):
                pass


@pytest.mark.parametrize("where", ["a..b:80", f"{'x' * 80}.example:80"])
async def test_what_is_no_host_is_one_line(where: str) -> None:
    with pytest.raises(NotListening, match=r"that is no host\): set BOT_METRICS_LISTEN to another address"):
        async with listening(where, Figures(), health()):
            pass


class Line:
    """A platform that is connected until it is stopped."""

    name = "slack"

    def __init__(self) -> None:
        self.connected = False

    async def run(self, stop: asyncio.Event) -> None:
        self.connected = True
        await stop.wait()
        self.connected = False


async def test_a_running_bot_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    press = Press(tmp_path)
    press.publish("one", "2025-10-01", "Quillon was founded.", "founding", organization="Quillon")
    press.build().close()
    for name in [name for name in os.environ if name.startswith(("BOT_", "SLACK_", "DISCORD_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(running, "factories", lambda settings: {"slack": lambda *given: Line()})
    settings = Settings(
        db=press.db, seeds=press.seeds, inbox=tmp_path / "inbox", feeds=tmp_path / "feeds.toml", metrics_listen="0"
    )
    with caplog.at_level(logging.INFO), State.open(tmp_path / "state.db") as state:
        task = asyncio.create_task(running.run(settings, state))
        async with asyncio.timeout(30):
            while not (met := re.search(r"http://127\.0\.0\.1:(\d+)", caplog.text)) or "running:" not in caplog.text:
                await asyncio.sleep(0)
            status, text = await fetched(int(met[1]), "/healthz")
            metrics = (await fetched(int(met[1]), "/metrics"))[1]
            os.kill(os.getpid(), signal.SIGTERM)
            await task
    assert status == 200
    assert json.loads(text)["connections"] == {"slack": True}
    assert json.loads(text)["last_reload"] == {"at": "", "outcome": ""}
    assert 'bot_connected{platform="slack"} 1.0' in metrics


async def test_an_address_that_cannot_be_listened_on_ends_it_with_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "factories", lambda settings: {"slack": lambda *given: Line()})
    settings = Settings(
        db=tmp_path / "facts.db", inbox=tmp_path / "i", seeds=tmp_path, metrics_listen="127.0.0.1:99999"
    )
    with State.open(tmp_path / "state.db") as state, pytest.raises(NothingToRun, match="BOT_METRICS_LISTEN"):
        await running.run(settings, state)
