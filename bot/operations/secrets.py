"""Secrets: kept out of every line that is written, and out of every process that does not need them."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping

MASK = "[secret]"

_WORDS = ("TOKEN", "SECRET", "PASSWORD", "API_KEY", "STATE_URL")
"""What the name of a variable that holds a secret has in it."""

_SHAPES = re.compile(
    r"xox[a-z](?:\.xox[a-z])?-[\w-]{4,}"  # Slack's tokens, also those that rotate
    r"|xapp-[\w-]{4,}"
    r"|(?<=hooks\.slack\.com/)[\w/-]+"  # whoever has a response_url may write there
    r"|(?<=ticket=)[\w-]+"  # of a Socket Mode connection
    r"|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"  # Discord's
    r"|(?<=/webhooks/)\d+/[\w.-]+|(?<=/interactions/)\d+/[\w.-]+"
    r"|(?<=Bearer )[\w.~+/=-]{8,}|(?<=Authorization: Bot )[\w.-]{8,}"
    r"|(?<=://)[^\s/:@]+:[^\s/@]+(?=@)"  # a name and a password in an address
)
_SHORTEST = 6
"""A value below this length would mask half the log."""


def secrets_in(environment: Mapping[str, str]) -> set[str]:
    """The values of the variables that hold secrets."""
    return {value.strip() for name, value in environment.items() if is_secret(name) and value.strip()}


def is_secret(name: str) -> bool:
    """Whether a variable of this name holds a secret."""
    return any(word in name.upper() for word in _WORDS)


def without_secrets(environment: Mapping[str, str], but: str | Collection[str] = ()) -> dict[str, str]:
    """An environment for a process that reads what strangers wrote; `but` names what it cannot do without."""
    kept = {but} if isinstance(but, str) else set(but)
    return {name: value for name, value in environment.items() if not is_secret(name) or name in kept}


def needed_to_build(environment: Mapping[str, str]) -> set[str]:
    """The secrets that a build cannot do without: where the state is and what opens it, and the key where a language
    model reads."""
    asks = environment.get("BOT_LLM_EXTRACTION", "") in ("alone", "beside")
    shared = "BOT_STATE_URL" in environment
    return {"BOT_STATE_URL", *(["PGPASSWORD"] if shared else []), *(["BOT_LLM_API_KEY"] if asks else [])}


class Masking:
    """Puts a mask in place of secrets: of those that it is given, and of whatever has the form of one."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        long = sorted({value for value in known if len(value) >= _SHORTEST}, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, long))) if long else None

    @classmethod
    def of_environment(cls) -> Masking:
        return cls(secrets_in(os.environ))

    def __call__(self, text: str) -> str:
        if self._known is not None:
            text = self._known.sub(MASK, text)
        return _SHAPES.sub(MASK, text)
