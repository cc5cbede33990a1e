"""Who may use what is for administrators: asked of Slack, never taken from what a message claims."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable

import aiohttp
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.sending import why

log = logging.getLogger(__name__)

_REMEMBERED = 300.0
_MOST = 1000


class Admins:
    """An allow list where one is set, else the workspace's own administrators and owners."""

    def __init__(
        self, client: AsyncWebClient, listed: Iterable[str] = (), clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._client = client
        self._listed = frozenset(listed)
        self._clock = clock
        self._known: dict[str, tuple[bool, float]] = {}

    async def include(self, user: str) -> bool:
        """Whether this user is one; no where that cannot be found out."""
        if self._listed:
            return user in self._listed
        known = self._known.get(user)
        if known is not None and self._clock() - known[1] < _REMEMBERED:
            return known[0]
        try:
            response = await self._client.users_info(user=user)
        except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError) as error:
            log.warning("whether %s is an administrator cannot be found out: %s", user, why(error))
            return False
        told = response.get("user") or {}
        is_one = any(bool(told.get(mark)) for mark in ("is_admin", "is_owner", "is_primary_owner"))
        allowed = is_one and not told.get("deleted") and not told.get("is_bot")
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[user] = (allowed, self._clock())
        return allowed
