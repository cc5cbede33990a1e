"""Files that people attach to messages, read from Slack's own hosts alone: the bot's token goes nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.shared.seeds import LARGEST, TOO_LARGE, is_article
from bot.platforms.slack.sending import why

_HOSTS = frozenset({"files.slack.com", "files.slack-gov.com"})
_SUFFIXES = {"text/plain": ".txt", "text/markdown": ".md", "text/html": ".html"}
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TEXTS = frozenset({*_SUFFIXES, *_PAGES, "text/x-markdown", "application/octet-stream", "binary/octet-stream"})
_CHUNK = 65_536


class NotRead(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Says in one line why a file is not read, and what to do."""


def article_in(files: object) -> Mapping[str, Any] | None:
    """The first of the files of a message that may be an article."""
    if not isinstance(files, Sequence):
        return None
    return next((file for file in files if isinstance(file, Mapping) and is_article(_name(file))), None)


class Files:
    """`client` is signed in; `session` is the process's own."""

    def __init__(self, client: AsyncWebClient, session: aiohttp.ClientSession) -> None:
        self._client = client
        self._session = session

    async def read(self, file: Mapping[str, Any]) -> tuple[str, bytes]:
        """The name of a file and what is in it. What a message claims of it is asked of Slack; NotRead where it is
        none to read."""
        told = await self._told(str(file.get("id", "")))
        name = _name(told)
        if not is_article(name):
            raise NotRead("That file is no article: its name has to end in .md, .txt or .html.")
        if int(told.get("size") or 0) > LARGEST:
            raise NotRead(TOO_LARGE)
        url = str(told.get("url_private_download") or "")
        if told.get("is_external") or not self._is_slacks(url):
            raise NotRead("That file is not kept by Slack, so I do not fetch it: attach the file itself.")
        try:
            return name, await self._fetched(url, PurePath(name).suffix.lower() in (".html", ".htm"))
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise NotRead(f"The file cannot be had from Slack ({type(error).__name__}): please try again.") from error

    async def _told(self, id_: str) -> Mapping[str, Any]:
        try:
            response = await self._client.files_info(file=id_)
        except SlackApiError as error:
            if error.response.get("error") == "missing_scope":
                raise NotRead(
                    "I may not read files here: an administrator has to give the app the scope files:read"
                    " (`bot slack-manifest` prints the manifest) and install it again."
                ) from error
            raise NotRead(f"Slack does not let me read that file ({why(error)}).") from error
        except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError) as error:
            raise NotRead(f"The file cannot be had from Slack ({why(error)}): please try again.") from error
        told = response.get("file")
        return told if isinstance(told, dict) else {}

    def _is_slacks(self, url: str) -> bool:
        """Whether an address is at a host that keeps files for Slack: theirs, or the one that is asked for all else."""
        try:
            parts = urlsplit(url)
            base = urlsplit(self._client.base_url)
            if "@" in parts.netloc or "\\" in url:
                return False
            if parts.scheme == "https" and parts.hostname in _HOSTS and parts.port in (None, 443):
                return True
            return base.hostname != "slack.com" and (parts.scheme, parts.netloc) == (base.scheme, base.netloc)
        except ValueError:
            return False

    async def _fetched(self, url: str, page: bool) -> bytes:
        headers = {"Authorization": f"Bearer {self._client.token}"}
        async with self._session.get(url, headers=headers, allow_redirects=False) as response:
            if response.status != 200:
                raise NotRead(f"Slack does not give that file out (status {response.status}).")
            if response.content_type not in (_PAGES | _TEXTS if page else _TEXTS - _PAGES):
                raise NotRead(f"Slack gave something else in place of the file ({response.content_type}).")
            data = bytearray()
            async for chunk in response.content.iter_chunked(_CHUNK):
                data += chunk
                if len(data) > LARGEST:
                    raise NotRead(TOO_LARGE)
        return bytes(data)


def _name(file: Mapping[str, Any]) -> str:
    """The file's name; a snippet that has no ending gets that of its type."""
    name = PurePath(str(file.get("name") or file.get("title") or "")).name
    suffix = _SUFFIXES.get(str(file.get("mimetype", "")), "")
    return name if PurePath(name).suffix or not suffix else f"{name or 'snippet'}{suffix}"
