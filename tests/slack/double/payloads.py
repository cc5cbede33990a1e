"""What Slack sends, as its documentation shows it; only what is said and by whom differs."""

from __future__ import annotations

import itertools
from typing import Any

from tests.slack.double.server import ME, TEAM, Posted

_numbers = itertools.count(1)


def _id(kind: str) -> str:
    return f"{kind}{next(_numbers):08d}"


def slash(command: str, text: str, url: str, user: str = "U0ADA", channel: str = "C0TEAM") -> dict[str, Any]:
    return {
        "token": "x",
        "team_id": TEAM,
        "team_domain": "double",
        "channel_id": channel,
        "channel_name": "directmessage" if channel.startswith("D") else "team",
        "user_id": user,
        "user_name": "ada",
        "command": command,
        "text": text,
        "api_app_id": "A0DOUBLE",
        "is_enterprise_install": "false",
        "response_url": url,
        "trigger_id": _id("trigger"),
    }


def event(kind: str, event_id: str = "", **fields: Any) -> dict[str, Any]:
    """An Events API callback."""
    return {
        "token": "x",
        "team_id": TEAM,
        "api_app_id": "A0DOUBLE",
        "event": {"type": kind, "event_ts": "1700000001.000100", **fields},
        "type": "event_callback",
        "event_id": event_id or _id("Ev"),
        "event_time": 1700000001,
        "authorizations": [{"team_id": TEAM, "user_id": ME, "is_bot": True, "is_enterprise_install": False}],
        "is_ext_shared_channel": False,
    }


def mention(text: str, ts: str = "1700000001.000100", event_id: str = "", **fields: Any) -> dict[str, Any]:
    given = {"user": "U0ADA", "channel": "C0TEAM", "ts": ts, "text": f"<@{ME}> {text}", **fields}
    return event("app_mention", event_id, **given)


def message(text: str, channel: str = "D0ADA", ts: str = "1700000002.000100", **fields: Any) -> dict[str, Any]:
    kind = "im" if channel.startswith("D") else "channel"
    given = {"user": "U0ADA", "channel": channel, "ts": ts, "text": text, "channel_type": kind, **fields}
    return event("message", **given)


def press(
    posted: Posted, verb: str, url: str, user: str = "U0ADA", chosen: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Somebody presses a button of a message, or chooses an option of its select."""
    element = posted.button(verb)
    action = {"action_id": element["action_id"], "block_id": "b", "type": element["type"], "action_ts": "1"}
    if chosen is not None:
        action["selected_option"] = chosen
    else:
        action["value"] = element["value"]
    body: dict[str, Any] = {
        "type": "block_actions",
        "team": {"id": TEAM, "domain": "double"},
        "user": {"id": user, "username": "ada", "name": "ada", "team_id": TEAM},
        "api_app_id": "A0DOUBLE",
        "token": "x",
        "container": {
            "type": "message",
            "message_ts": posted.ts,
            "channel_id": posted.channel,
            "is_ephemeral": posted.ephemeral,
        },
        "trigger_id": _id("trigger"),
        "channel": {"id": posted.channel, "name": "team"},
        "response_url": url,
        "actions": [action],
    }
    if not posted.ephemeral:
        body["message"] = {"type": "message", "ts": posted.ts, "text": posted.text, "user": ME}
        if posted.thread:
            body["message"]["thread_ts"] = posted.thread
    return body


def suggestion(posted: Posted, typed: str) -> dict[str, Any]:
    """The select of a message asks what stands in it."""
    block = next(block for block in posted.blocks if "accessory" in block)
    return {
        "type": "block_suggestion",
        "team": {"id": TEAM, "domain": "double"},
        "user": {"id": "U0ADA", "name": "ada", "team_id": TEAM},
        "api_app_id": "A0DOUBLE",
        "token": "x",
        "container": {"type": "message", "message_ts": posted.ts, "channel_id": posted.channel},
        "channel": {"id": posted.channel, "name": "team"},
        "action_id": block["accessory"]["action_id"],
        "block_id": block["block_id"],
        "value": typed,
    }


def shortcut(
    text: str,
    url: str,
    user: str = "U0ADMIN",
    callback_id: str = "save_as_seed",
    files: list[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    return {
        "type": "message_action",
        "callback_id": callback_id,
        "team": {"id": TEAM, "domain": "double"},
        "user": {"id": user, "name": "boss", "team_id": TEAM},
        "api_app_id": "A0DOUBLE",
        "token": "x",
        "channel": {"id": "C0TEAM", "name": "team"},
        "message": {"type": "message", "user": "U0ADA", "ts": "1700000001.000100", "text": text}
        | ({"files": files} if files else {}),
        "message_ts": "1700000001.000100",
        "response_url": url,
        "trigger_id": _id("trigger"),
    }


def home_press(element: dict[str, Any], user: str = "U0ADA") -> dict[str, Any]:
    """Somebody presses a button on their Home tab."""
    return {
        "type": "block_actions",
        "team": {"id": TEAM, "domain": "double"},
        "user": {"id": user, "username": "ada", "name": "ada", "team_id": TEAM},
        "api_app_id": "A0DOUBLE",
        "token": "x",
        "container": {"type": "view", "view_id": "V1"},
        "trigger_id": _id("trigger"),
        "view": {"id": "V1", "type": "home"},
        "actions": [{"action_id": element["action_id"], "block_id": "b", "type": "button", "value": element["value"]}],
    }
