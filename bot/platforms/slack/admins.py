"""Who somebody is: asked of Slack, never taken from what a message claims."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.sending import why

log = logging.getLogger(__name__)

_REMEMBERED = 300.0
_MOST = 1000


@dataclass(frozen=True, slots=True)
class _Person:
    is_admin: bool
    zone: str
    at: float


class Admins:
    """Who may use what is for administrators: those of an allow list where one is set, else the workspace's own
    administrators and owners."""

    def __init__(
        self, client: AsyncWebClient, listed: Iterable[str] = (), clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._client = client
        self._listed = frozenset(listed)
        self._clock = clock
        self._known: dict[str, _Person] = {}

    async def include(self, user: str) -> bool:
        """Whether this user is one; no where that cannot be found out."""
        if self._listed:
            return user in self._listed
        person = await self._asked(user)
        return person is not None and person.is_admin

    async def zone(self, user: str) -> str:
        """The time zone that this user has set in Slack, such as Europe/Berlin; empty where that is not known."""
        person = await self._asked(user)
        return person.zone if person is not None else ""

    async def _asked(self, user: str) -> _Person | None:
        known = self._known.get(user)
        if known is not None and self._clock() - known.at < _REMEMBERED:
            return known
        try:
            response = await self._client.users_info(user=user)
        except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError) as error:
            log.warning("who somebody is cannot be found out: %s", why(error))
            return None
        told = response.get("user") or {}
        is_one = any(bool(told.get(mark)) for mark in ("is_admin", "is_owner", "is_primary_owner"))
        allowed = is_one and not told.get("deleted") and not told.get("is_bot")
        if len(self._known) >= _MOST:
            self._known.clear()
        person = self._known[user] = _Person(allowed, str(told.get("tz") or ""), self._clock())
        return person
