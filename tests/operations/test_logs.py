"""The form of the log, whatever libraries write into it."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from bot.operations.logs import Lines, Objects
from bot.operations.secrets import Masking


def record(message: str, *arguments: object) -> logging.LogRecord:
    return logging.LogRecord("discord.gateway", logging.WARNING, "", 0, message, arguments, None)


UNFIT = [
    # discord.py puts the lines of a traceback, with their per cent signs, into what it fills in afterwards
    ("shard %s held up for %s seconds at 'SELECT %s'", (None, 30)),
    ("at 5 %d of it", ("much",)),
    ("100 % zealous", (1,)),
    ("%(name)s", (1,)),
]


@pytest.mark.parametrize(("message", "arguments"), UNFIT)
def test_a_message_that_its_arguments_do_not_fit_is_one_line_all_the_same(
    message: str, arguments: tuple[object, ...]
) -> None:
    told = Lines("%(levelname)s %(message)s").format(record(message, *arguments))
    assert told == f"WARNING {message} {arguments!r}"
    assert json.loads(Objects().format(record(message, *arguments)))["message"] == f"{message} {arguments!r}"


def test_such_a_message_tells_no_secret_either() -> None:
    masking = Masking(["xoxb-12345678"])
    for form in (Lines("%(message)s", masking), Objects(masking)):
        assert "xoxb-12345678" not in form.format(record("%s and %s", "xoxb-12345678"))


def test_what_an_error_says_is_no_line_of_the_log() -> None:
    try:
        raise ValueError("\x1b[2J“who”\n2026-01-01 00:00:00,000 INFO    bot: all is well")
    except ValueError:
        failed = logging.LogRecord("bot", logging.ERROR, "", 0, "it failed", (), sys.exc_info())
    first, *others = Lines("%(message)s").format(failed).split("\n")
    assert first == "it failed"
    assert others[0] == "  Traceback (most recent call last):"
    assert all(line.startswith("  ") for line in others)
    assert "\x1b" not in "".join(others)
