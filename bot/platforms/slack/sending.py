"""Getting a message to where it belongs: by the response_url while it works, else by the Web API, else as a direct
message. A method that the workspace does not have costs what it was for, never the answer."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.model.attachment import Attachment
from bot.platforms.slack import limits
from bot.platforms.slack.message import Message, said

log = logging.getLogger(__name__)

_NOT_THERE = frozenset(
    {
        "channel_not_found", "not_in_channel", "is_archived", "user_not_in_channel", "restricted_action",
        "restricted_action_thread_only_channel", "restricted_action_non_threadable_channel", "messages_tab_disabled",
    }
)  # fmt: skip
"""The bot may not speak there."""
SHAPE = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "invalid_attachments", "msg_blocks_too_long", "msg_too_long"}
)
"""What was sent is not to Slack's liking; a plainer form may be."""
_MISSING = frozenset({"unknown_method", "method_deprecated", "not_allowed_token_type", "feature_not_enabled"})
"""The workspace does not have the method at all; it is not asked for again."""

_NO_FILE = (
    "The file could not be sent here: an administrator has to give the app the scope files:write. The command line"
    " writes it as well: `bot deal … --csv`."
)
_MARGIN = 30.0
"""Seconds before its end at which a response_url is not relied on any more."""


class ShapeRefused(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A response_url does not take the form of a message."""


@dataclass(slots=True)
class Hook:
    """A response_url: five uses within half an hour."""

    url: str
    clock: Callable[[], float] = time.monotonic
    used: int = 0
    born: float = field(init=False)

    def __post_init__(self) -> None:
        self.born = self.clock()

    @property
    def usable(self) -> bool:
        young = self.clock() - self.born < limits.RESPONSE_SECONDS - _MARGIN
        return bool(self.url) and young and self.used < limits.RESPONSE_USES

    def spend(self) -> None:
        self.used += 1

    def spoil(self) -> None:
        """Slack says that it is used up or too old."""
        self.used = limits.RESPONSE_USES


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes. `public`: everybody there sees it; else `user` alone."""

    channel: str
    user: str
    thread: str = ""
    public: bool = False
    hook: Hook | None = None

    @property
    def direct(self) -> bool:
        """Whether it is the conversation of one person with the bot."""
        return self.channel.startswith("D") or not self.channel


class Outbox:
    """Sends. `client` retries where Slack asks to wait; `session` is the process's own."""

    def __init__(self, client: AsyncWebClient, session: aiohttp.ClientSession) -> None:
        self.client = client
        self._session = session
        self._missing: set[str] = set()
        self._plainer = False

    async def send(self, place: Place, message: Message) -> bool:
        """Whether it arrived. Never raises but for a cancellation."""
        try:
            sent = await self._shaped(place, message)
        except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError) as error:
            log.error("an answer in %s could not be sent: %s", place.channel or "a direct conversation", why(error))
            return False
        if message.picture and (place.public or place.direct):
            await self.picture(place, message)
        if message.file and (place.public or place.direct):
            await self._file(place, message.file)
        return sent

    async def optional(self, name: str, work: Callable[[], Coroutine[Any, Any, Any]]) -> bool:
        """Runs what may be missing in a workspace (the assistant's pane, files); whether it went well."""
        if name in self._missing:
            return False
        try:
            await work()
        except SlackApiError as error:
            reason = str(error.response.get("error", ""))
            if reason in _MISSING:
                self._missing.add(name)
            log.info("%s is not available (%s)", name, reason)
            return False
        except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError) as error:
            log.info("%s failed: %s", name, why(error))
            return False
        return True

    async def delete_original(self, place: Place) -> None:
        """Takes away the message with the button, where only one person saw it."""
        if place.hook is not None and place.hook.usable:
            await self._hooked(place.hook, {"delete_original": True})

    async def _shaped(self, place: Place, message: Message) -> bool:
        """Sends the message, and plainer where Slack does not take its form."""
        forms = [form for form in (message, message.plainer) if form is not None]
        if self._plainer and len(forms) > 1:
            forms = forms[1:]
        for n, form in enumerate([*forms, Message(message.text)]):
            try:
                await self._routed(place, form)
            except (SlackApiError, ShapeRefused) as error:
                if isinstance(error, SlackApiError) and error.response.get("error") not in SHAPE:
                    raise
                log.warning("Slack refuses the form of an answer (%s); sending it plainer", why(error))
                self._plainer = self._plainer or (n == 0 and len(forms) > 1)
                continue
            return True
        return False

    async def _routed(self, place: Place, message: Message) -> None:
        if place.hook is not None and place.hook.usable:
            body = message.payload() | {"response_type": "in_channel" if place.public else "ephemeral"}
            body["replace_original"] = False
            if place.thread:
                body["thread_ts"] = place.thread
            if await self._hooked(place.hook, body):
                return
        await self._posted(place, message)

    async def _hooked(self, hook: Hook, body: dict[str, Any]) -> bool:
        """Whether the response_url took it; ShapeRefused where the form is, False where it works no more."""
        hook.spend()
        webhook = AsyncWebhookClient(hook.url, session=self._session, retry_handlers=self.client.retry_handlers)
        try:
            response = await webhook.send_dict(body)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            log.warning("a response_url cannot be reached: %s", why(error))
            hook.spoil()
            return False
        if response.status_code == 200 and '"ok":false' not in response.body.replace(" ", ""):
            return True
        if any(form in response.body for form in SHAPE):
            raise ShapeRefused(response.body[:100])
        log.info("a response_url answers %s %s", response.status_code, response.body[:100])
        hook.spoil()
        return False

    async def _posted(self, place: Place, message: Message) -> None:
        body = message.payload()
        if place.thread:
            body["thread_ts"] = place.thread
        try:
            if place.public or place.direct:
                await self.client.chat_postMessage(channel=place.channel or place.user, **body)
            else:
                del body["unfurl_links"], body["unfurl_media"]
                await self.client.chat_postEphemeral(channel=place.channel, user=place.user, **body)
        except SlackApiError as error:
            if error.response.get("error") not in _NOT_THERE or place.direct:
                raise
            await self.client.chat_postMessage(channel=place.user, **message.payload())

    async def picture(self, place: Place, message: Message) -> None:
        """Sends the picture of an answer after it, where the workspace takes files."""

        async def upload() -> None:
            await self.client.files_upload_v2(
                content=message.picture,
                filename="picture.png",
                title=message.picture_title or "Picture",
                alt_txt=message.picture_alt,
                channel=place.channel,
                thread_ts=place.thread or None,
            )

        if place.channel:
            await self.optional("files.getUploadURLExternal", upload)

    async def _file(self, place: Place, file: Attachment) -> None:
        """Sends the file of an answer after it; says so where it cannot be sent, for the answer speaks of it."""

        async def upload() -> None:
            await self.client.files_upload_v2(
                content=file.data,
                filename=file.name,
                title=file.name,
                channel=place.channel,
                thread_ts=place.thread or None,
            )

        if place.channel and not await self.optional("files.getUploadURLExternal", upload):
            with suppress(SlackClientError, aiohttp.ClientError, TimeoutError, OSError):
                await self._shaped(place, said(_NO_FILE))


def why(error: Exception) -> str:
    """An error of the Web API in one line."""
    if isinstance(error, SlackApiError) and code(error):
        needed = error.response.get("needed")
        return f"{code(error)}{f' (needs the scope {needed})' if needed else ''}"
    return f"{type(error).__name__}: {error}".rstrip(": ")


def code(error: SlackApiError) -> str:
    """Slack's word for what is wrong; empty where it answered in no form of its own, as proxies do."""
    response = error.response
    return str(response.get("error") or "") if hasattr(response, "get") else ""
