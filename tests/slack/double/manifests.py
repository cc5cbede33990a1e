"""What Slack refuses of an app manifest, as far as this app could get it wrong."""

from __future__ import annotations

import re
from typing import Any

BUILT_IN = frozenset(
    """active apps archive away call close collapse dm dnd expand feed feedback invite invite_people join keys kick
    leave me msg mute open part prefs remind remove rename search shortcuts shrug star status topic who giphy""".split()  # noqa: SIM905
)
EVENT_SCOPES = {
    "app_home_opened": "",
    "app_mention": "app_mentions:read",
    "assistant_thread_started": "assistant:write",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
}
METHOD_SCOPES = {
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "conversations.open": "im:write",
    "conversations.history": "channels:history",
    "conversations.replies": "channels:history",
    "users.info": "users:read",
    "views.publish": "",
    "files.info": "files:read",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "assistant.threads.setStatus": "assistant:write",
    "assistant.threads.setSuggestedPrompts": "assistant:write",
}


def faults(manifest: dict[str, Any]) -> list[str]:
    """Everything that would make Slack refuse the manifest, or the app deaf."""
    found: list[str] = []
    display, features, settings = manifest["display_information"], manifest["features"], manifest["settings"]
    _length(found, "name", display["name"], 1, 35)
    _length(found, "description", display["description"], 1, 140)
    _length(found, "long_description", display["long_description"], 175, 4000)
    if not re.fullmatch(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?", display["background_color"]):
        found.append("background_color")
    _length(found, "bot display_name", features["bot_user"]["display_name"], 1, 80)
    commands = features["slash_commands"]
    if not 1 <= len(commands) <= 50 or len({c["command"] for c in commands}) != len(commands):
        found.append("number of commands")
    for command in commands:
        if not re.fullmatch(r"/[a-z0-9_-]{1,31}", command["command"]):
            found.append(f"command {command['command']}")
        if command["command"][1:] in BUILT_IN:
            found.append(f"{command['command']} is Slack's own")
        _length(found, "description", command["description"], 1, 2000)
        _length(found, "usage_hint", command["usage_hint"], 1, 1000)
    shortcuts = features["shortcuts"]
    if not 1 <= len(shortcuts) <= 10:
        found.append("number of shortcuts")
    for shortcut in shortcuts:
        _length(found, "shortcut name", shortcut["name"], 1, 24)
        _length(found, "shortcut description", shortcut["description"], 1, 150)
        _length(found, "callback_id", shortcut["callback_id"], 1, 255)
    for pane, about in (("agent_view", "agent_description"), ("assistant_view", "assistant_description")):
        if pane in features:
            _length(found, about, features[pane][about], 1, 300)
            if len(features[pane]["suggested_prompts"]) > 4:
                found.append("number of prompts")
    scopes = manifest["oauth_config"]["scopes"]["bot"]
    if "commands" not in scopes or not settings["interactivity"]["is_enabled"]:
        found.append("commands and interactivity")
    return [*found, *_scopes(scopes, settings), *_transport(features, settings)]


def _scopes(scopes: list[str], settings: dict[str, Any]) -> list[str]:
    """Each event has the scope that it needs."""
    found = ["scopes"] if len(set(scopes)) != len(scopes) or len(scopes) > 255 else []
    for event in settings["event_subscriptions"]["bot_events"]:
        if event not in EVENT_SCOPES:
            found.append(f"event {event}")
        elif EVENT_SCOPES[event] and EVENT_SCOPES[event] not in scopes:
            found.append(f"{event} without {EVENT_SCOPES[event]}")
    return found


def _transport(features: dict[str, Any], settings: dict[str, Any]) -> list[str]:
    """Socket Mode has no addresses, HTTP mode has all of them."""
    addresses = [
        settings["event_subscriptions"].get("request_url"),
        settings["interactivity"].get("request_url"),
        settings["interactivity"].get("message_menu_options_url"),
        *(command.get("url") for command in features["slash_commands"]),
    ]
    if settings["socket_mode_enabled"]:
        return ["addresses in Socket Mode"] if any(addresses) else []
    bad = [address for address in addresses if not address or not address.startswith("https://") or len(address) > 3000]
    return [f"addresses {bad}"] if bad else []


def _length(found: list[str], what: str, text: str, least: int, most: int) -> None:
    if not least <= len(text) <= most:
        found.append(f"{what} of {len(text)} characters")
