"""Shows what an article would bring, before anybody decides whether it is kept; and keeps it."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.intake import seeds
from bot.intake.errors import Refused
from bot.intake.fetching import PAGES, Fetched, Fetcher
from bot.intake.findings import Preview
from bot.intake.reader import Reader
from bot.model.judgement import Judgement

_MOST_BYTES = 5_000_000
_SUFFIX = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a new article is compared with: the running store, and folders with articles that it may not have yet."""

    db: Path
    folders: Sequence[Path] = ()
    judgements: Sequence[Judgement] = ()
    """What administrators decided: the store may not have all of it yet."""


async def preview_url(url: str, fetcher: Fetcher, reader: Reader, shelf: Shelf) -> Preview:
    """The article at an address. Refused, Unreachable or NotTaken say in one line why there is none."""
    fetcher.allowed(url)
    warming = asyncio.create_task(reader.warm())  # the page comes while the language model is loaded
    try:
        fetched = await fetcher.fetch(url, accept=PAGES)
        await warming
    except BaseException:
        warming.cancel()
        await asyncio.gather(warming, return_exceptions=True)
        raise
    return made(await reader.ask(request_of(fetched, shelf, facts=True)))


async def preview_file(file: Path, reader: Reader, shelf: Shelf) -> Preview:
    """The article in a file."""
    try:
        data = await asyncio.to_thread(_bytes, file)
    except OSError as error:
        raise Refused(f"{file.name} cannot be read ({error.strerror or 'bad name'}): check its name and mode") from None
    return await preview_bytes(file.name, data, reader, shelf)


async def preview_bytes(name: str, data: bytes, reader: Reader, shelf: Shelf) -> Preview:
    """The article in an attachment of a message: its file name and what is in it."""
    name = Path(name).name
    if Path(name).suffix.lower() not in seeds.SUFFIXES or name.startswith("."):
        raise Refused(f"not an article's name: it has to end in {', '.join(sorted(seeds.SUFFIXES))}")
    if len(data) > _MOST_BYTES:
        raise Refused(f"larger than {_MOST_BYTES // 1_000_000} MB: keep only the article's text")
    return made(await reader.ask(_request(name, data, shelf, facts=True)))


def accept(preview: Preview, folder: Path) -> Path | None:
    """Writes the article into the folder, where the next build reads it; None where it is there already."""
    return seeds.write(folder, preview.name, preview.text.encode("utf-8", "replace"))


def request_of(fetched: Fetched, shelf: Shelf, *, facts: bool, **told: str) -> dict[str, Any]:
    """What the reading process is asked about a page; `told` is what a feed says of it (title …)."""
    name = f"page{_SUFFIX.get(fetched.content_type, '.txt')}"
    given = {"url": fetched.url, "encoding": fetched.encoding, **told}
    return _request(name, fetched.body, shelf, facts=facts) | {"fetched": datetime.now(UTC).isoformat(), **given}


def made(reply: Mapping[str, Any]) -> Preview:
    """The preview in a reply of the reading process."""
    return Preview.from_json(reply["preview"])


def _request(name: str, data: bytes, shelf: Shelf, *, facts: bool) -> dict[str, Any]:
    return {
        "do": "read",
        "name": name,
        "body": base64.b64encode(data).decode(),
        "db": str(shelf.db),
        "folders": [str(folder) for folder in shelf.folders],
        "facts": facts,
        "judgements": [judgement.line() for judgement in shelf.judgements],
    }


def _bytes(file: Path) -> bytes:
    if not file.is_file():
        raise Refused(f"{file.name} is not a file: name an article, or an address that starts with https://")
    with file.open("rb") as opened:
        return opened.read(_MOST_BYTES + 1)
