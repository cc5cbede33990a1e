"""What was asked and what came of it: one record each, without the words and without the name of who asked."""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from bot.operations.secrets import Masking

log = logging.getLogger("bot.interactions")

Outcome = Literal["answered", "declined", "failed", "late", "limited"]
Form = Literal["text", "json"]

_COMMAND = re.compile(r"/([a-z]{1,16})(?=\s|$)")
_PLAIN = re.compile(r"[\w.:@%+/-]+")


@dataclass(frozen=True, slots=True)
class Interaction:
    """`user` and `channel` are those of the platform; they are hashed before they are written."""

    platform: str
    channel: str
    user: str
    command: str
    seconds: float
    outcome: Outcome
    facts: int = 0
    reference: str = ""
    """Where it failed: what the reader was told, and the log carries."""


Keeper = Callable[[Interaction], None]
"""Takes a record; must neither fail nor wait."""


def command_of(text: str, known: Iterable[str]) -> str:
    """The command that a message is; `question` for free text, `unknown` for a command that there is not."""
    met = _COMMAND.match(text.strip().casefold())
    if met is None:
        return "question"
    return met[1] if met[1] in known else "unknown"


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes each interaction as one line of the log. `salt` is this installation's own."""

    salt: str
    form: Form = "text"
    masking: Masking = field(default_factory=Masking)

    def __call__(self, interaction: Interaction) -> None:
        log.info("%s", self.masking(self.line(interaction)))

    def line(self, interaction: Interaction) -> str:
        """The line without its time, which the log adds."""
        told: dict[str, str | int] = {
            "platform": interaction.platform,
            "channel": self.hashed(interaction.platform, interaction.channel),
            "who": self.hashed(interaction.platform, interaction.user),
            "command": interaction.command,
            "ms": round(interaction.seconds * 1000),
            "facts": interaction.facts,
            "outcome": interaction.outcome,
        }
        if interaction.reference:
            told["reference"] = interaction.reference
        if self.form == "json":
            return json.dumps(told)
        return " ".join(f"{name}={_valued(value)}" for name, value in told.items())

    def hashed(self, platform: str, who: str) -> str:
        """The same for the same one, here alone; nobody without the salt can tell whom it stands for."""
        if not who:
            return ""
        key = self.salt.encode()[:64]
        return hashlib.blake2b(f"{platform} {who}".encode("utf-8", "replace"), key=key, digest_size=6).hexdigest()


def _valued(value: str | int) -> str:
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text)
