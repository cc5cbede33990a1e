"""The slash commands of the Slack app: their names there, and the messages that they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.digests.command import WORDS
from bot.platforms.shared.office import FACTS

RESERVED = frozenset(
    {
        "active", "apps", "archive", "away", "call", "canvas", "close", "collapse", "dm", "dnd", "expand", "feed",
        "feedback", "giphy", "hide", "huddle", "invite", "invite_people", "join", "keys", "kick", "leave", "list",
        "lists", "me", "members", "msg", "mute", "open", "part", "people", "poll", "prefs", "remind", "remove",
        "rename", "reply", "s", "search", "shortcuts", "shrug", "star", "status", "topic", "trigger", "unarchive",
        "who",
    }
)  # fmt: skip
"""Slack's own commands; a manifest with one of them is refused whole."""

LONGEST = 32
"""Characters of a command with its slash."""

_PREFIX = re.compile(r"[a-z0-9][a-z0-9_-]{0,14}")


@dataclass(frozen=True, slots=True)
class SlackCommand:
    """`message` begins what is asked; empty for the command whose first word says which it is."""

    name: str
    message: str
    description: str
    usage: str


COMMANDS = (
    SlackCommand(
        "embodied",
        "",
        "Asks what is known about embodied AI: deals, people, timelines, news",
        "deal | who | timeline | map | ask | digest | watch | facts | channel | help",
    ),
    SlackCommand(
        "deal", "/deal", "Rounds, acquisitions and listings, the newest first", "COMPANY or INVESTOR, over $1B, 2025"
    ),
    SlackCommand(
        "whois", "/who", "Who somebody is, who holds a post, or a company's people", "PERSON or CEO of COMPANY"
    ),
    SlackCommand("timeline", "/timeline", "What happened, in the order of time", "COMPANY, PERSON or PRODUCT, 2025"),
    SlackCommand("ask", "/ask", "Answers a question in plain words", "who invested in COMPANY?"),
)

SUBCOMMANDS = ("deal", "who", "timeline", "map", "ask", "digest", "watch", "facts", "channel", "help")
"""What may follow `/embodied`; anything else there is read as a question."""

CHANNEL = ("", "public", "private")
"""What may follow `channel`."""

_ALSO = {
    "whois": "who",
    "deals": "deal",
    "history": "timeline",
    "net": "map",
    "q": "ask",
    "h": "help",
    "?": "help",
    "": "help",
}


def checked_prefix(prefix: str) -> str:
    """The prefix as it may stand before the names; ValueError, one line, where it may not."""
    if prefix and not _PREFIX.fullmatch(prefix):
        raise ValueError(
            f"“{prefix[:40]}” cannot begin a Slack command: take up to 15 small letters, digits, - or _, such as “er-”"
        )
    return prefix


def named(prefix: str) -> dict[str, SlackCommand]:
    """The commands by the names that they have with a prefix, without the slash."""
    return {f"{checked_prefix(prefix)}{command.name}": command for command in COMMANDS}


def message(command: SlackCommand, text: str) -> str:
    """What a slash command asks, as a message."""
    argument = text.strip()
    return f"{command.message} {argument}".strip() if command.message else argument


def subcommand(text: str) -> tuple[str, str]:
    """(subcommand, the rest) of what follows `/embodied`; `ask` where the first word is none."""
    first, _, rest = text.strip().partition(" ")
    word = first.removeprefix("/").casefold()
    word = _ALSO.get(word, word)
    if word in SUBCOMMANDS:
        return word, rest.strip()
    return "ask", text.strip()


def spoken(text: str) -> tuple[str, str] | None:
    """(subcommand, the rest) of a message that asks for what only `/embodied` knows; None for every other message."""
    word, rest = subcommand(text)
    first = rest.partition(" ")[0].casefold()
    known = {"digest": ("", *WORDS), "facts": ("", *FACTS), "channel": CHANNEL}.get(word, ())
    return (word, rest) if first in known or (word == "watch" and len(rest) <= 80) else None


_NAMED = re.compile(r"(?<![\w/.])/(deal|who|timeline|map|ask|help)(?![\w/])")


def as_typed(text: str, prefix: str = "") -> str:
    """A hint that names commands, by the names that they have in Slack: `/who` is Slack's own there."""
    main = f"/{prefix}{COMMANDS[0].name}"
    own = {command.message.removeprefix("/"): f"/{prefix}{command.name}" for command in COMMANDS if command.message}
    return _NAMED.sub(lambda met: own.get(met[1], f"{main} {met[1]}"), text)
