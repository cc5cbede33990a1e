"""Secrets stand in no line that is written, whatever goes wrong."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from aiohttp import web

from bot import cli
from bot.admin import Reloader, build_command
from bot.operations.logs import Lines, Objects
from bot.operations.secrets import MASK, Masking, needed_to_build, secrets_in, without_secrets
from bot.state import State

BOT, APP = "xoxb-1234567890-abcdefGHIJKL", "xapp-1-A0B1C2-3456-deadbeefcafe"
DISCORD = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"
FORMLESS = "a plain pass phrase"
SIGNING = "0123456789abcdef0123456789abcdef"

SECRET = {
    "SLACK_BOT_TOKEN": BOT,
    "SLACK_APP_TOKEN": APP,
    "SLACK_SIGNING_SECRET": SIGNING,
    "DISCORD_TOKEN": DISCORD,
    "OTHER_PASSWORD": FORMLESS,
}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"refused {BOT}.", f"refused {MASK}."),
        (f"{APP} and {BOT}", f"{MASK} and {MASK}"),
        ("xoxe.xoxp-1-Mi0yLTE2", MASK),
        (f"Authorization: Bot {DISCORD}", f"Authorization: Bot {MASK}"),
        ("Authorization: Bot short-token", f"Authorization: Bot {MASK}"),
        ("Bearer abcdefgh12345", f"Bearer {MASK}"),
        ("https://hooks.slack.com/commands/T1/22/abc failed", f"https://hooks.slack.com/{MASK} failed"),
        ("wss://wss-primary.slack.com/link/?ticket=1a-2b&app_id=3", f"wss://wss-primary.slack.com/link/?ticket={MASK}&app_id=3"),
        ("PATCH /webhooks/123/aW50ZXJh/messages/@original", f"PATCH /webhooks/{MASK}/messages/@original"),
        ("https://me:hunter2@proxy.example:8080", f"https://{MASK}@proxy.example:8080"),
        # What is no secret stays readable.
        ("who leads 1X?", "who leads 1X?"),
        ("https://example.com/a-b_c.html?x=1", "https://example.com/a-b_c.html?x=1"),
        ("2025-10-06 09:00:00,000 bot.platforms.slack.socket", "2025-10-06 09:00:00,000 bot.platforms.slack.socket"),
    ],
)  # fmt: skip
def test_what_has_the_form_of_a_secret_is_masked(text: str, shown: str) -> None:
    assert Masking()(text) == shown


def test_what_is_set_as_a_secret_is_masked_whatever_its_form() -> None:
    mask = Masking(secrets_in({**SECRET, "BOT_DB": "data/facts.db", "EMPTY_TOKEN": "", "SHORT_TOKEN": "abc"}))
    assert mask(f"<{FORMLESS}> <{SIGNING}> abc data/facts.db") == f"<{MASK}> <{MASK}> abc data/facts.db"


def test_processes_that_read_articles_get_no_secret() -> None:
    assert without_secrets({**SECRET, "PATH": "/bin", "LLM_API_KEY": "k"}) == {"PATH": "/bin"}
    shared = {"BOT_STATE_URL": "postgresql://bot:hush@db/bot"}
    assert without_secrets({**SECRET, **shared}) == {}
    assert without_secrets({**SECRET, **shared}, but="BOT_STATE_URL") == shared


async def test_a_reload_has_no_secret_in_its_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SECRET.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("BOT_SEEDS", "seeds")
    tells = "import os, json; print(json.dumps({'skipped': [[k, v] for k, v in os.environ.items()]}))"
    command = [sys.executable, "-c", tells]

    async def warm() -> None:
        return

    with State.open(tmp_path / "state.db") as state:
        report = await Reloader(tmp_path / "f.db", lambda: command, state.audit, warm).reload("U1")
    environment = dict(report.skipped)
    assert environment["BOT_SEEDS"] == "seeds"
    assert not set(SECRET) & set(environment)
    assert not set(SECRET.values()) & set(environment.values())


async def test_the_address_of_the_state_is_for_who_needs_it_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "postgresql://bot:hush@db.example/bot"
    monkeypatch.setenv("BOT_STATE_URL", address)
    assert address not in build_command(tmp_path / "f.db", address, [tmp_path])
    assert Masking.of_environment()(f"cannot reach {address}") == f"cannot reach {MASK}"
    tells = "import os, json; print(json.dumps({'skipped': [[k, v] for k, v in os.environ.items()]}))"
    command = [sys.executable, "-c", tells]

    async def warm() -> None:
        return

    with State.open(tmp_path / "state.db") as state:
        report = await Reloader(tmp_path / "f.db", lambda: command, state.audit, warm).reload("U1")
    assert dict(report.skipped)["BOT_STATE_URL"] == address


def test_what_opens_a_shared_state_goes_to_who_builds() -> None:
    shared = {"BOT_STATE_URL": "postgresql://bot@db.example/bot", "PGPASSWORD": "hush hush"}
    assert without_secrets({**SECRET, **shared}, needed_to_build(shared)) == shared
    assert without_secrets({"PGPASSWORD": "hush hush"}, needed_to_build({})) == {}


@pytest.mark.parametrize("formatter", [Lines("%(message)s", Masking([FORMLESS])), Objects(Masking([FORMLESS]))])
def test_tracebacks_and_arguments_are_masked(formatter: logging.Formatter) -> None:
    try:
        raise RuntimeError(f"cannot sign in with {BOT} or {FORMLESS}")
    except RuntimeError:
        record = logging.LogRecord("bot", logging.ERROR, "", 0, "tried %r", (DISCORD,), sys.exc_info())
    line = formatter.format(record)
    assert "Traceback" in line
    assert line.count(MASK) == 3
    assert not any(secret in line for secret in (BOT, FORMLESS, DISCORD))


@pytest.mark.parametrize(
    "variable", ["BOT_ANSWER_SECONDS", "BOT_LOCALE", "BOT_FETCH_PORTS", "BOT_LOG_FORM", "BOT_METRICS_LISTEN"]
)
@pytest.mark.parametrize("command", ["doctor", "run"])
def test_a_secret_in_the_wrong_variable_is_not_repeated(
    variable: str, command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(variable, BOT)
    try:
        assert cli.run([command]) == 2
    finally:
        signal.signal(signal.SIGTERM, before)
    out, err = capsys.readouterr()
    assert out == ""
    assert variable in err
    assert BOT not in err


def test_a_crash_tells_no_secret() -> None:
    program = (
        "import os; from bot import cli\n"
        "told = 'with ' + os.environ['OTHER_PASSWORD'] + os.environ['SLACK_BOT_TOKEN']\n"
        "def fail(arguments): raise RuntimeError(told)\n"
        "cli.run = fail; cli.main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, **SECRET}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert f"RuntimeError: with {MASK}{MASK}" in ran.stderr
    assert not any(secret in ran.stdout + ran.stderr for secret in SECRET.values())


# Every way in which a platform can fail a bot that signs in


Mean = Callable[[web.Request], Awaitable[web.StreamResponse]]


def told(request: web.Request) -> str:
    """What a careless server repeats of a request."""
    return f"{request.method} {request.url} {dict(request.headers)}"


async def breaks(request: web.Request) -> web.StreamResponse:
    return web.Response(status=500, text=told(request))


async def refuses(request: web.Request) -> web.StreamResponse:
    body = {"ok": False, "error": f"fatal_error {told(request)}", "message": told(request), "code": 0}
    return web.json_response(body, status=200 if "/slack/" in request.path else 403)


async def babbles(request: web.Request) -> web.StreamResponse:
    return web.Response(text=f"<html>{told(request)}</html>", content_type="text/html")


async def hangs_up(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.close()
    return web.Response()


async def does_not_know(request: web.Request) -> web.StreamResponse:
    body = {"ok": False, "error": "invalid_auth", "message": f"401: Unauthorized {told(request)}", "code": 0}
    return web.json_response(body, status=200 if "/slack/" in request.path else 401)


@pytest.fixture
async def server() -> AsyncIterator[Callable[[Mean], Awaitable[str]]]:
    runners: list[web.AppRunner] = []

    async def start(mean: Mean) -> str:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", mean)
        runners.append(web.AppRunner(app, access_log=None, shutdown_timeout=0.1))
        await runners[-1].setup()
        await web.TCPSite(runners[-1], "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{runners[-1].addresses[0][1]}"

    yield start
    for runner in runners:
        await runner.cleanup()


@pytest.mark.parametrize("mean", [breaks, refuses, babbles, hangs_up, does_not_know], ids=lambda mean: mean.__name__)
@pytest.mark.parametrize("form", ["text", "json"])
async def test_the_log_of_a_bot_that_cannot_sign_in_holds_no_secret(
    server: Callable[[Mean], Awaitable[str]], mean: Mean, form: str, tmp_path: Path
) -> None:
    base = await server(mean)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    environment |= {**SECRET, "SLACK_API_URL": f"{base}/slack/", "DISCORD_API_URL": f"{base}/discord/"}
    environment |= {"BOT_LOG_FORM": form, "PYTHONWARNINGS": "ignore"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", "--db", str(tmp_path / "f.db"), "--state", str(tmp_path / "s.db"),
        cwd=tmp_path, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    lines: list[str] = []
    failed: set[str] = set()
    async with asyncio.timeout(60):
        while line := (await process.stdout.readline()).decode():
            lines.append(line)
            low = line.lower()
            failed |= {name for name in ("slack", "discord") if name in low and "bot.running" in low and "error" in low}
            if failed == {"slack", "discord"}:
                break
        if process.returncode is None:
            process.terminate()
        lines.append((await process.stdout.read()).decode())
        await process.wait()
    log = "".join(lines)
    assert failed == {"slack", "discord"}, log
    for secret in (BOT, APP, DISCORD, SIGNING):
        assert secret not in log
    if form == "json":
        assert json.loads(lines[0])["level"] in ("info", "warning", "error")
