"""The app manifest: everything that Slack has to know about the app, to be pasted once."""

from __future__ import annotations

from typing import Any, Literal
from urllib.parse import urlsplit

from bot.platforms.slack.commands import named

SEED_SHORTCUT = "save_as_seed"

SCOPES: dict[str, str] = {
    "app_mentions:read": "to be told when somebody writes @embodied",
    "assistant:write": "suggested prompts and the status in the agent's pane",
    "channels:history": "to read follow-up questions in threads of public channels that the bot is in",
    "chat:write": "to answer",
    "commands": "slash commands and the message shortcut",
    "files:read": "to read an article that is attached to a message, for administrators who save it as a seed",
    "files:write": "to send the picture of an answer or a digest that has one",
    "groups:history": "the same follow-ups in private channels that the bot is in",
    "im:history": "to read direct messages to the bot",
    "im:write": "to send a direct message where the bot may not write in a channel",
    "users:read": "to ask Slack whether somebody is an administrator, and which time zone is theirs",
}
"""Every scope with its reason."""

NEEDED = ("app_mentions:read", "chat:write", "commands", "im:history", "users:read")
"""Without these the bot is of little use; the others cost only what they are for."""

EVENTS = (
    "app_home_opened",
    "app_mention",
    "assistant_thread_started",
    "message.channels",
    "message.groups",
    "message.im",
)

PROMPTS: tuple[tuple[str, str], ...] = (
    ("What is new?", "digest"),
    ("The big deals", "/deal over $100M"),
    ("What can I ask?", "/help"),
)
"""Title and message of what the agent's pane suggests."""

PATH = "/slack/events"
Pane = Literal["agent", "assistant", "none"]


def manifest(prefix: str = "", http: str = "", pane: Pane = "agent", name: str = "embodied") -> dict[str, Any]:
    """The manifest for Socket Mode, or with `http`, the public address of the bot, for HTTP mode.

    ValueError, one line, for a prefix or an address that Slack would refuse.
    """
    url = request_url(http) if http else ""
    scopes = [scope for scope in SCOPES if pane != "none" or scope != "assistant:write"]
    events = [event for event in EVENTS if pane != "none" or not event.startswith("assistant_")]
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": name,
            "description": "Answers questions about embodied AI, every answer with its sources",
            "long_description": (
                "Ask about companies, people, products, funding rounds, acquisitions and partnerships in embodied AI"
                " and humanoid robotics. Every answer comes from articles that your team chose, and shows the sentence"
                " and the article it rests on; where articles contradict each other, it says so. Use the slash"
                " commands, mention the bot in a channel, or write to it directly."
            ),
            "background_color": "#1f3a4d",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": name, "always_online": True},
            "shortcuts": [
                {
                    "name": "Save as seed",
                    "type": "message",
                    "callback_id": SEED_SHORTCUT,
                    "description": "Keeps this message as an article that answers are made from",
                }
            ],
            "slash_commands": [
                {
                    "command": f"/{word}",
                    "description": command.description,
                    "usage_hint": command.usage,
                    "should_escape": False,
                    **({"url": url} if url else {}),
                }
                for word, command in named(prefix).items()
            ],
            **_pane(pane),
        },
        "oauth_config": {"scopes": {"bot": scopes}},
        "settings": {
            "event_subscriptions": {"bot_events": events, **({"request_url": url} if url else {})},
            "interactivity": {
                "is_enabled": True,
                **({"request_url": url, "message_menu_options_url": url} if url else {}),
            },
            "org_deploy_enabled": False,
            "socket_mode_enabled": not url,
            "token_rotation_enabled": False,
        },
    }


def request_url(address: str) -> str:
    """Where Slack sends everything in HTTP mode; `address` is the bot's public one, with or without the path."""
    parts = urlsplit(address.strip())
    if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError(f"“{address[:100]}” is no address for Slack: it has to be like https://bot.example.com")
    path = parts.path.rstrip("/")
    return f"https://{parts.netloc}{path if path.endswith(PATH) else path + PATH}"


def _pane(pane: Pane) -> dict[str, Any]:
    prompts = [{"title": title, "message": message} for title, message in PROMPTS]
    about = "Answers questions about embodied AI from your team's articles, with sources."
    if pane == "agent":
        return {"agent_view": {"agent_description": about, "suggested_prompts": prompts}}
    if pane == "assistant":
        return {"assistant_view": {"assistant_description": about, "suggested_prompts": prompts}}
    return {}
