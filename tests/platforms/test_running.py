"""`bot run`: platforms side by side, none stopping another, all stopping when told."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from unittest.mock import Mock

import pytest

from bot import running
from bot.intake.errors import NotTaken
from bot.model.answer import Answer
from bot.platforms.shared.desk import Desk
from bot.platforms.shared.platform import Unusable
from bot.running import Digests, NothingToRun, _take_in, factories, half_set, open_desk, serve, supervise
from bot.settings import Settings
from bot.state import State
from bot.state.subscriptions import Subscription
from tests.digests.press import Press
from tests.platforms.stores import Shelf
from tests.state.clock import Clock

KEEP = timedelta(days=1)


class Line:
    """A platform whose connection does as the test says, once a run; after that it serves until it is stopped."""

    def __init__(self, name: str, *runs: Callable[[], Awaitable[None]]) -> None:
        self.name = name
        self.runs = list(runs)
        self.count = 0
        self.serving = asyncio.Event()
        self.ended = False

    async def run(self, stop: asyncio.Event) -> None:
        self.count += 1
        if self.runs:
            await self.runs.pop(0)()
            return
        self.serving.set()
        await stop.wait()
        self.ended = True


async def fall() -> None:
    raise ConnectionError("the line is dead")


async def end() -> None:
    return


async def refuse() -> None:
    raise Unusable("the token is refused: copy it anew")


async def never() -> None:
    await asyncio.Event().wait()


@pytest.fixture
async def desk() -> Desk:
    return Desk(Shelf().servings(), workers=1)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with State.open(tmp_path / "state.db") as state:
        yield state


@pytest.fixture
def stop() -> asyncio.Event:
    return asyncio.Event()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "FIRST_PAUSE", 0.001)
    monkeypatch.setattr(running, "LONGEST_PAUSE", 0.002)


@pytest.fixture(autouse=True)
def _no_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("BOT_", "SLACK_", "DISCORD_"))]:
        monkeypatch.delenv(name)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("outage", [(fall,), (end,), (fall, end, fall, fall)])
async def test_an_outage_of_one_never_stops_the_other(
    desk: Desk, state: State, stop: asyncio.Event, outage: tuple[Callable[[], Awaitable[None]], ...]
) -> None:
    slack, discord = Line("slack"), Line("discord", *outage)
    task = asyncio.create_task(serve([slack, discord], desk, state, stop, KEEP))
    async with asyncio.timeout(20):
        await asyncio.gather(slack.serving.wait(), discord.serving.wait())
        assert (slack.count, discord.count) == (1, 1 + len(outage))
        stop.set()
        assert await task
    assert slack.ended
    assert discord.ended


async def test_pauses_grow_up_to_the_longest_and_start_anew_after_calm(
    monkeypatch: pytest.MonkeyPatch, stop: asyncio.Event
) -> None:
    pauses: list[float] = []
    clock = [0.0]

    async def pause(waiting: Awaitable[object], seconds: float) -> None:
        asyncio.ensure_future(waiting).cancel()
        pauses.append(seconds)
        raise TimeoutError

    async def long_and_fall() -> None:
        clock[0] += 61
        raise ConnectionError

    monkeypatch.setattr(asyncio, "wait_for", pause)
    monkeypatch.setattr(asyncio.get_running_loop(), "time", lambda: clock[0])
    platform = Line("slack", *[fall] * 8, long_and_fall, fall, refuse)
    assert not await supervise(platform, stop)
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 1, 2]


@pytest.mark.usefixtures("quick")
async def test_a_platform_that_cannot_be_used_is_left_and_told_about(
    desk: Desk, state: State, stop: asyncio.Event, caplog: pytest.LogCaptureFixture
) -> None:
    slack, discord = Line("slack"), Line("discord", refuse)
    task = asyncio.create_task(serve([slack, discord], desk, state, stop, KEEP))
    async with asyncio.timeout(20):
        await slack.serving.wait()
        stop.set()
        assert await task
    assert discord.count == 1
    assert "discord: the token is refused: copy it anew" in caplog.text


async def test_where_none_can_be_used_it_ends_and_says_so(desk: Desk, state: State, stop: asyncio.Event) -> None:
    with pytest.raises(NothingToRun, match="bot doctor"):
        await serve([Line("slack", refuse), Line("discord", refuse)], desk, state, stop, KEEP)


async def test_one_that_does_not_stop_is_cancelled(
    desk: Desk, state: State, stop: asyncio.Event, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(running, "_PLATFORMS_STOP", 0.01)
    stuck, good = Line("stuck", never), Line("good")
    task = asyncio.create_task(serve([stuck, good], desk, state, stop, KEEP))
    async with asyncio.timeout(20):
        await good.serving.wait()
        stop.set()
        assert await task
    assert "stuck: did not stop in time" in caplog.text


async def test_it_serves_and_stops_while_a_store_is_still_being_opened(
    state: State, stop: asyncio.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "_DESK_STOP", 0)
    go_on, begun = threading.Event(), threading.Event()

    def wait(text: str) -> None:
        begun.set()
        assert go_on.wait(30)

    line = Line("slack")
    task = asyncio.create_task(serve([line], Desk(Shelf(wait).servings(), workers=1), state, stop, KEEP))
    async with asyncio.timeout(20):
        await line.serving.wait()
        await asyncio.to_thread(begun.wait, 20)
        stop.set()
        assert not await task
    go_on.set()


def test_a_thread_that_does_not_end_is_left_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As one that asks a silent name server: Python waits for such threads when a loop is closed."""
    for step in ("_PLATFORMS_STOP", "_REST_STOP"):
        monkeypatch.setattr(running, step, 0.01)
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def name_server() -> None:
        begun.set()
        go_on.wait(30)
        ended.set()

    async def main() -> bool:
        line = Line("slack", lambda: asyncio.to_thread(name_server))
        monkeypatch.setattr(running, "factories", lambda settings: {"slack": lambda *given: line})
        with State.open(tmp_path / "state.db") as state:
            task = asyncio.create_task(running.run(Settings(db=tmp_path / "facts.db"), state))
            while not begun.is_set():
                await asyncio.wait({task}, timeout=0.01)
            os.kill(os.getpid(), signal.SIGTERM)
            return await task

    try:
        assert asyncio.run(main()) is False
        assert not ended.is_set()
    finally:
        go_on.set()


async def test_nothing_is_left_on_the_loop(desk: Desk, state: State, stop: asyncio.Event) -> None:
    line = Line("slack")
    task = asyncio.create_task(serve([line], desk, state, stop, KEEP))
    async with asyncio.timeout(20):
        await line.serving.wait()
        stop.set()
        await task
    assert asyncio.all_tasks() == {asyncio.current_task()}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_stops_it(number: int, state: State, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    line = Line("slack")
    monkeypatch.setattr(running, "factories", lambda settings: {"slack": lambda *given: line})
    task = asyncio.create_task(running.run(Settings(db=tmp_path / "facts.db"), state))
    async with asyncio.timeout(20):
        await line.serving.wait()
        os.kill(os.getpid(), number)
        assert await task
    assert line.ended


async def test_without_a_platform_nothing_runs(state: State) -> None:
    with pytest.raises(NothingToRun, match="no platform is set up"):
        await running.run(Settings(), state)
    assert factories(Settings()) == {}


@pytest.mark.parametrize(
    ("given", "imported"),
    [
        ("", set()),
        ("DISCORD_TOKEN", {"discord"}),
        ("SLACK_BOT_TOKEN SLACK_APP_TOKEN", {"slack_bolt"}),
    ],
)
def test_the_library_of_a_platform_without_token_is_not_imported(given: str, imported: set[str]) -> None:
    program = (
        "import sys; from bot.running import factories; from bot.settings import Settings; factories(Settings());"
        "print(*{'discord', 'slack_bolt', 'spacy', 'trafilatura'} & set(sys.modules))"
    )
    environment = {**os.environ, **dict.fromkeys(given.split(), "x")}
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    assert set(ran.stdout.split()) == imported


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN is not"),
        ({"SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN is not"),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}, ""),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}, ""),
        ({"DISCORD_TOKEN": "x"}, ""),
    ],
)
def test_what_is_missing_is_named(given: dict[str, str], told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert told in half_set(Settings())
    assert bool(told) == bool(half_set(Settings()))


def test_logs_do_not_carry_line_breaks_of_others(caplog: pytest.LogCaptureFixture) -> None:
    from bot.operations.logs import Lines

    record = logging.LogRecord("bot", logging.INFO, "", 0, "asked %s", ("a\nERROR forged\x1b[2J",), None)
    assert Lines("%(message)s").format(record) == r"asked a\nERROR forged\x1b[2J"


class Postbox:
    """A postman that keeps what it was given."""

    def __init__(self) -> None:
        self.posts: list[tuple[str, str]] = []

    async def post(self, channel: str, answer: Answer, token: str) -> str:
        self.posts.append((channel, answer.lines[0].text))
        return token

    async def find(self, channel: str, token: str, since: datetime) -> str | None:
        return None


async def test_a_build_that_appears_is_noted_and_told_where_somebody_asked_for_it(
    tmp_path: Path, state: State, caplog: pytest.LogCaptureFixture
) -> None:
    press, box, start = Press(tmp_path), Postbox(), datetime(2025, 10, 6, 8, tzinfo=UTC)
    press.publish("one", "2025-10-01", "Quillon was founded.", "founding", organization="Quillon")
    desk = open_desk(Settings(db=press.db))
    clock = Clock()
    clock.at = start
    with State.open(tmp_path / "told.db", clock) as told:
        digests = Digests(desk, told, {"slack": box})
        await digests.tick()
        press.build().close()
        await desk.warm()
        await digests.tick()
        told.subscriptions.put(Subscription("slack", "C1", at=time(9), zone="UTC", on_arrival=True))
        press.publish("two", "2025-10-02", "Marlow was founded.", "founding", organization="Marlow")
        press.build().close()
        await desk.warm()
        await digests.tick()
        assert box.posts == []
        clock.move(minutes=2)
        await digests.tick()
        await digests.tick()
        assert box.posts == [("C1", "Marlow was founded")]
        clock.at = start + timedelta(hours=1)
        await digests.tick()
        assert box.posts == [("C1", "Marlow was founded")] * 2
    assert caplog.text == ""
    assert await desk.close()


async def test_a_fault_of_each_tick_is_logged_once(
    tmp_path: Path, state: State, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = Press(tmp_path)
    press.publish("one", "2025-10-01", "Quillon was founded.", "founding", organization="Quillon")
    press.build().close()
    desk = open_desk(Settings(db=press.db))
    digests = Digests(desk, state, {})
    for fault in ("disk is full", "disk is full", "", "disk is full"):
        with monkeypatch.context() as spoilt:
            if fault:
                spoilt.setattr(state.arrivals, "knows", Mock(side_effect=OSError(fault)))
            await digests.tick()
    assert [record.getMessage() for record in caplog.records] == ["digests: OSError: disk is full"] * 2
    assert await desk.close()


async def test_the_clock_ticks_on_whatever_a_tick_does(
    desk: Desk, state: State, stop: asyncio.Event, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(running, "_LOOK_FOR_BUILDS", 0.001)
    ticks = asyncio.Queue[int]()

    async def warm() -> None:
        ticks.put_nowait(1)
        if ticks.qsize() == 2:
            raise OSError("disk is full")

    monkeypatch.setattr(desk, "warm", warm)
    task = asyncio.create_task(serve([Line("slack")], desk, state, stop, KEEP))
    async with asyncio.timeout(20):
        while ticks.qsize() < 5:
            await asyncio.sleep(0.01)
        stop.set()
        assert await task
    assert "opening builds: OSError: disk is full" in caplog.text


class SlowIntake:
    """Tells of what comes in; what previews need loads for ever, or not at all."""

    def __init__(self, fails: bool) -> None:
        self.fails = fails
        self.watching = asyncio.Event()

    async def warm(self) -> None:
        if self.fails:
            raise NotTaken("there is no language model")
        await asyncio.Event().wait()

    async def run(self, stop: asyncio.Event, on_change: object) -> None:
        self.watching.set()
        await stop.wait()


@pytest.mark.parametrize("fails", [True, False])
async def test_what_comes_in_does_not_wait_for_previews(fails: bool, tmp_path: Path) -> None:
    intake, stop = SlowIntake(fails), asyncio.Event()
    settings = Settings(db=tmp_path / "facts.db", seeds=tmp_path / "seeds", inbox=tmp_path / "inbox")
    taking = asyncio.create_task(_take_in(settings, intake, None, stop))  # type: ignore[arg-type]
    async with asyncio.timeout(30):
        await intake.watching.wait()
        stop.set()
        await taking
