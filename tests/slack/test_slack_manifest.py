"""The manifest that is pasted into Slack: linted, so that nobody finds out there."""

from __future__ import annotations

import json

import pytest

from bot.cli import run
from bot.platforms.slack.commands import COMMANDS, RESERVED, named, subcommand
from bot.platforms.slack.manifest import NEEDED, SCOPES, Pane, manifest, request_url
from tests.slack.double.manifests import BUILT_IN, METHOD_SCOPES, faults


@pytest.mark.parametrize("pane", ["agent", "assistant", "none"])
@pytest.mark.parametrize("http", ["", "https://bot.example.com"])
@pytest.mark.parametrize("prefix", ["", "er-"])
def test_slack_takes_it(prefix: str, http: str, pane: Pane) -> None:
    assert faults(manifest(prefix, http, pane)) == []


def test_the_lint_finds_what_slack_refuses() -> None:
    wrong = manifest()
    wrong["features"]["slash_commands"][0]["command"] = "/who"
    wrong["features"]["shortcuts"][0]["name"] = "x" * 25
    wrong["oauth_config"]["scopes"]["bot"].remove("im:history")
    wrong["settings"]["socket_mode_enabled"] = False
    told = faults(wrong)
    assert "/who is Slack's own" in told
    assert "shortcut name of 25 characters" in told
    assert "message.im without im:history" in told
    assert any(fault.startswith("addresses") for fault in told)


def test_no_command_is_one_of_slacks_own() -> None:
    assert BUILT_IN <= RESERVED
    assert {command.name for command in COMMANDS} & RESERVED == set()
    assert {f"/{name}" for name in named("")} == {"/embodied", "/deal", "/whois", "/timeline", "/ask"}
    assert set(named("er-")) == {"er-embodied", "er-deal", "er-whois", "er-timeline", "er-ask"}


def test_every_method_that_is_called_has_its_scope_and_every_scope_its_reason() -> None:
    assert set(METHOD_SCOPES.values()) - {""} <= set(SCOPES)
    assert set(NEEDED) <= set(SCOPES)
    assert all(SCOPES.values())


@pytest.mark.parametrize("prefix", ["Er-", "-er", "é", "a b", "x" * 16, "/"])
def test_a_prefix_that_slack_would_refuse_is_said(prefix: str) -> None:
    with pytest.raises(ValueError, match="cannot begin a Slack command"):
        manifest(prefix)


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://bot.example.com", "https://bot.example.com/slack/events"),
        ("https://bot.example.com/", "https://bot.example.com/slack/events"),
        ("https://example.com:8443/bot/", "https://example.com:8443/bot/slack/events"),
        ("https://example.com/slack/events", "https://example.com/slack/events"),
    ],
)
def test_the_address_may_come_with_or_without_the_path(address: str, url: str) -> None:
    assert request_url(address) == url


@pytest.mark.parametrize("address", ["http://bot.example.com", "bot.example.com", "https://", "https://a@b.example"])
def test_an_address_that_slack_would_refuse_is_said(address: str) -> None:
    with pytest.raises(ValueError, match="is no address for Slack"):
        request_url(address)


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["slack-manifest"]) == 0
    assert faults(json.loads(capsys.readouterr().out)) == []


def test_the_command_takes_the_prefix_from_the_settings_or_an_option(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_SLACK_PREFIX", "er-")
    assert run(["slack-manifest", "--http", "https://bot.example.com"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["features"]["slash_commands"][1]["command"] == "/er-deal"
    assert printed["features"]["slash_commands"][1]["url"] == "https://bot.example.com/slack/events"
    assert run(["slack-manifest", "--prefix", "x-", "--pane", "none"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["features"]["slash_commands"][1]["command"] == "/x-deal"
    assert "agent_view" not in printed["features"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--http", "http://bot.example.com"], "is no address for Slack"),
        (["--prefix", "É"], "cannot begin a Slack command"),
        (["--pane", "window"], "pane"),
    ],
)
def test_the_command_refuses_in_one_line(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["slack-manifest", *arguments]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", ("help", "")),
        ("deal Figure", ("deal", "Figure")),
        ("/deal Figure", ("deal", "Figure")),
        ("WHOIS Ada", ("who", "Ada")),
        ("who", ("who", "")),
        ("dealing with it", ("ask", "dealing with it")),
        ("  watch   Figure ", ("watch", "Figure")),
    ],
)
def test_the_first_word_says_what_is_wanted(text: str, asked: tuple[str, str]) -> None:
    assert subcommand(text) == asked
