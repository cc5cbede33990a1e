"""The commands that a new user runs, each in a process of its own, against the double."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.slack.double.payloads import slash
from tests.slack.double.server import APP_TOKEN, BOT_TOKEN, SlackDouble

LONG = 30.0


@pytest.fixture
def environment(slack: SlackDouble, corpus_db: Path, tmp_path: Path) -> dict[str, str]:
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "SLACK_", "DISCORD_"))}
    return outside | {
        "BOT_DB": str(corpus_db),
        "BOT_STATE": str(tmp_path / "state.db"),
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_API_URL": slack.url,
    }


async def bot(environment: dict[str, str], *arguments: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def finished(process: asyncio.subprocess.Process) -> tuple[int | None, str, str]:
    out, err = await asyncio.wait_for(process.communicate(), LONG)
    return process.returncode, out.decode(), err.decode()


async def test_the_doctor_finds_everything_in_order(environment: dict[str, str], slack: SlackDouble) -> None:
    slack.scopes |= {"app_mentions:read", "channels:history", "groups:history", "im:history", "im:write"}
    status, out, _ = await finished(await bot(environment, "doctor"))
    assert status == 0, out
    assert "embodied in Double" in out
    assert "Socket Mode opens" in out


async def test_the_doctor_names_the_scope_that_is_missing(environment: dict[str, str], slack: SlackDouble) -> None:
    slack.scopes = {"commands", "chat:write", "app_mentions:read", "im:history"}
    status, out, _ = await finished(await bot(environment, "doctor"))
    assert status == 1
    assert "users:read" in out
    assert "bot slack-manifest" in out


async def test_the_doctor_names_the_token_that_is_wrong(environment: dict[str, str]) -> None:
    status, out, _ = await finished(await bot(environment | {"SLACK_BOT_TOKEN": APP_TOKEN}, "doctor"))
    assert status == 1
    assert "invalid_auth" in out


async def test_it_runs_answers_and_ends_in_peace(environment: dict[str, str], slack: SlackDouble) -> None:
    process = await bot(environment, "run")
    await slack.connected(patience=LONG)
    await slack.deliver("slash_commands", slash("/deal", "Figure 2024", slack.hook("C0TEAM", "U0ADA")))
    assert "$675 million" in (await slack.message()).text
    process.send_signal(signal.SIGTERM)
    status, _, err = await finished(process)
    assert status == 0, err
    assert "Traceback" not in err
    assert "Task was destroyed" not in err
    assert BOT_TOKEN not in err
    assert APP_TOKEN not in err


async def test_a_wrong_token_ends_it_with_one_line_that_says_what_to_do(environment: dict[str, str]) -> None:
    status, _, err = await finished(await bot(environment | {"SLACK_BOT_TOKEN": "xoxb-wrong"}, "run"))
    assert status not in (0, None)
    assert "Slack refuses SLACK_BOT_TOKEN (invalid_auth)" in err
    assert "Traceback" not in err
