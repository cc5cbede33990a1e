"""What a button carries: a verb and the messages it is about, as text that works after a restart as well."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

PREFIX = "eb1"
"""Begins the value of every button of this bot, and tells its form."""

DISCORD_LONGEST = 100
SLACK_LONGEST = 2000

KEPT_FOR = timedelta(days=90)
"""A button too long to carry its messages works as long as these are kept."""

PATTERN = re.compile(r"eb1\|(?P<verb>[a-z]{1,12})\|(?P<page>[1-9][0-9]{0,3})\|(?P<body>[=@#].*)", re.DOTALL)
"""What a value looks like, whole; for platforms that route by pattern."""


class Keeping(Protocol):
    """Keeps texts under short keys, as `bot.state` does."""

    def shorten(self, value: str, ttl: timedelta) -> str: ...

    def lengthen(self, key: str) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Press:
    """What pressing a button asks for."""

    verb: str
    """`more`, `sources`, `timeline`, `watch`, `ask`, `good`, `bad`, `share` …: up to 12 small letters."""
    turns: tuple[str, ...]
    """The messages it is about, the last one to be answered; for `Desk.again`."""
    page: int = 1

    @property
    def text(self) -> str:
        return self.turns[-1] if self.turns else ""


class Actions:
    """Writes and reads the values of buttons of at most `longest` characters."""

    def __init__(self, kept: Keeping, longest: int) -> None:
        self._kept = kept
        self._longest = longest

    def encode(self, press: Press) -> str:
        """The value of a button; messages that do not fit are kept in the state under a short key."""
        head = f"{PREFIX}|{press.verb}|{press.page}|"
        whole = json.dumps(press.turns, ensure_ascii=False, separators=(",", ":"))
        plain = f"={press.turns[0]}" if len(press.turns) == 1 else f"@{whole}"
        value = head + plain
        if len(value) > self._longest or not value.isprintable() or value != value.strip():
            value = f"{head}#{self._kept.shorten(json.dumps(press.turns), KEPT_FOR)}"
        if not PATTERN.fullmatch(value) or len(value) > self._longest:
            raise ValueError(f"no button can carry {press}")
        return value

    def decode(self, value: str) -> Press | None:
        """What a value asks for; None where it is none of ours or what it stands for is kept no longer."""
        match = PATTERN.fullmatch(value)
        if match is None:
            return None
        body = match["body"]
        if body[0] == "=":
            turns: object = [body[1:]]
        else:
            whole = body[1:] if body[0] == "@" else self._kept.lengthen(body[1:])
            if whole is None:
                return None
            try:
                turns = json.loads(whole)
            except (ValueError, RecursionError):
                return None
        if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
            return None
        return Press(match["verb"], tuple(turns), int(match["page"]))
