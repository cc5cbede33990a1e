"""What Discord sends, as small as the client takes it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

APP, GUILD_ID, CHANNEL, BOT, ALICE = "1000", "2000", "3000", "1001", "1002"
_WHEN = "2026-01-05T09:00:00.000000+00:00"


def _user(number: str, name: str, bot: bool = False) -> dict[str, Any]:
    return {"id": number, "username": name, "discriminator": "0", "avatar": None, "global_name": name, "bot": bot}


ME = _user(BOT, "landscape", True)
APPLICATION = {
    "id": APP, "name": "landscape", "description": "", "icon": None, "bot_public": True, "rpc_origins": [], "flags": 0,
    "bot_require_code_grant": False, "verify_key": "", "team": None, "owner": _user("1003", "owner"), "summary": "",
}  # fmt: skip
_MEMBER = {
    "roles": [], "joined_at": _WHEN, "deaf": False, "mute": False, "flags": 0, "nick": None, "premium_since": None,
    "pending": False,
}  # fmt: skip
GUILD: dict[str, Any] = {
    "id": GUILD_ID, "name": "Robots", "owner_id": ALICE, "member_count": 2, "large": False, "unavailable": False,
    "roles": [
        {
            "id": GUILD_ID, "name": "@everyone", "permissions": "2147699712", "position": 0, "color": 0, "hoist": False,
            "managed": False, "mentionable": False, "flags": 0, "colors": {"primary_color": 0},
        }
    ],
    "channels": [{"id": CHANNEL, "type": 0, "name": "general", "position": 0, "permission_overwrites": []}],
    "members": [{**_MEMBER, "user": ME}], "threads": [], "emojis": [], "stickers": [], "voice_states": [],
    "presences": [], "stage_instances": [], "guild_scheduled_events": [], "features": [], "afk_timeout": 0,
    "verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0,
    "system_channel_flags": 0, "premium_tier": 0, "nsfw_level": 0, "preferred_locale": "en-US", "joined_at": _WHEN,
}  # fmt: skip


def ready(resume_url: str) -> dict[str, Any]:
    return {
        "v": 10, "user": ME, "guilds": [{"id": GUILD_ID, "unavailable": True}], "session_id": "session",
        "resume_gateway_url": resume_url, "application": {"id": APP, "flags": 0},
    }  # fmt: skip


def command(number: str, given: dict[str, Any]) -> dict[str, Any]:
    """A command as Discord keeps it."""
    return {"id": number, "application_id": APP, "version": "1", "description": "", "options": [], **given}


def slash(
    number: str, used: dict[str, Any], options: dict[str, str], locale: str = "en-US", thread: str = ""
) -> dict[str, Any]:
    """A member's command; in a thread of the channel where one is given."""
    given = [{"name": name, "type": 3, "value": value} for name, value in options.items()]
    return {
        "id": number, "application_id": APP, "type": 2, "token": f"token-{number}", "version": 1, "guild_id": GUILD_ID,
        "channel_id": thread or CHANNEL,
        "channel": _thread(thread) if thread else {"id": CHANNEL, "type": 0, "name": "general", "permissions": "0"},
        "member": {**_MEMBER, "user": _user(ALICE, "alice"), "permissions": "2147699712"},
        "data": {"id": used["id"], "name": used["name"], "type": 1, "options": given}, "locale": locale,
        "guild_locale": "en-US", "app_permissions": "2147699712", "entitlements": [], "context": 0,
        "authorizing_integration_owners": {"0": GUILD_ID}, "attachment_size_limit": 10_485_760,
    }  # fmt: skip


def _thread(number: str) -> dict[str, Any]:
    kept = {"archived": False, "auto_archive_duration": 1440, "archive_timestamp": _WHEN, "locked": False}
    return {
        "id": number, "type": 11, "name": "a thread", "parent_id": CHANNEL, "guild_id": GUILD_ID, "owner_id": ALICE,
        "message_count": 1, "member_count": 1, "thread_metadata": kept, "permissions": "0",
    }  # fmt: skip


def message(number: str, content: str) -> dict[str, Any]:
    """A member's message that names the bot."""
    return {
        **sent(number, CHANNEL, {"content": f"<@{BOT}> {content}"}), "author": _user(ALICE, "alice"),
        "member": _MEMBER, "guild_id": GUILD_ID, "mentions": [{**ME, "member": _MEMBER}],
    }  # fmt: skip


def sent(number: str, channel: str, body: dict[str, Any], when: float | None = None) -> dict[str, Any]:
    """A message of the bot as Discord gives it back."""
    stamp = _WHEN if when is None else datetime.fromtimestamp(when, UTC).isoformat()
    return {
        "id": number, "channel_id": channel, "author": ME, "content": body.get("content") or "", "timestamp": stamp,
        "edited_timestamp": None, "tts": False, "mention_everyone": False, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": body.get("embeds") or [], "pinned": False, "type": 0,
        "flags": body.get("flags") or 0, "components": body.get("components") or [],
    }  # fmt: skip
