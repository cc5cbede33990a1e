"""New articles as files in the folder that the next build reads."""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

SUFFIXES = frozenset({".md", ".markdown", ".txt", ".html", ".htm"})
"""Of files that are articles."""

_LONGEST_NAME = 60
_LONGEST_LINE = 300
_MARK = re.compile(r"\A[#>|\s]+|\A(?:[-*_=~]\s*){3,}\Z|\A(?:```|~~~)\S*")
"""What would be read as Markdown at the head of a paragraph and was none on the page."""
_WORD = re.compile(r"[a-z0-9]+")
_TRACKING = re.compile(r"[?&](?:utm_[^&#]*|fbclid=[^&#]*|gclid=[^&#]*|spm=[^&#]*)")


@dataclass(frozen=True, slots=True)
class Draft:
    """An article that came in and is no file yet."""

    title: str
    paragraphs: Sequence[str]
    published: str = ""
    """ISO, as precise as known."""
    publisher: str = ""
    url: str = ""
    fetched: datetime | None = None
    syndicated_from: str = ""
    """Address or file name of the article that this one is a copy of."""


def compose(draft: Draft) -> str:
    """The text of the file: a head with what is known of the article, then its paragraphs."""
    body = "\n\n".join(p for p in map(_paragraph, draft.paragraphs) if p)
    stamp = draft.fetched.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if draft.fetched else ""
    head = {
        "title": _line(draft.title),
        "published": draft.published,
        "publisher": _line(draft.publisher),
        "url": draft.url,
        "fetched": stamp,
        "content": f"sha256:{hashlib.sha256(body.encode('utf-8', 'replace')).hexdigest()}",
        "syndicated_from": _line(draft.syndicated_from),
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items() if value]
    return "\n".join(["---", *lines, "---", "", body, ""])


def file_name(draft: Draft) -> str:
    """A name that sorts by day and says what it is about; two pages with one title differ by their address."""
    day = draft.published or "undated"
    latin = unicodedata.normalize("NFKD", draft.title).encode("ascii", "ignore").decode().lower()
    words = "-".join(_WORD.findall(latin.replace("'", "")))
    if len(words) > _LONGEST_NAME:
        words = words[: _LONGEST_NAME + 1].rpartition("-")[0] or words[:_LONGEST_NAME]
    mark = hashlib.sha256((bare_address(draft.url) or draft.title).encode("utf-8", "replace")).hexdigest()[:6]
    return f"{day}-{words}-{mark}.md" if words else f"{day}-{mark}.md"


def bare_address(url: str) -> str:
    """An address without scheme, tracking and fragment: the same page has the same."""
    bare = _TRACKING.sub("", url.split("#", 1)[0]).split("://", 1)[-1]
    return bare.removeprefix("www.").rstrip("/?&").casefold()


def write(folder: Path, name: str, data: bytes) -> Path | None:
    """Writes a new file, whole or not at all; None where the folder has one of this name with just this in it.

    Where it has another file of the name, this one is a later version: its name says so, and sorts after the other.
    """
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f".{os.getpid()}-{os.urandom(4).hex()}.part"  # hidden: no build and no watcher reads it
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a name, not a path
    try:
        unfinished.write_bytes(data)
        for number in range(1, 100):
            file = folder / (name if number == 1 else f"{stem}_v{number:02}{suffix}")
            try:
                os.link(unfinished, file)
            except FileExistsError:
                if file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data:
                    return None
                continue
            return file
    finally:
        unfinished.unlink(missing_ok=True)
    raise FileExistsError(17, "too many versions of this file", str(folder / name))


def _paragraph(text: str) -> str:
    return _MARK.sub("", "".join(c if c.isprintable() else " " for c in text).strip()).strip()


def _line(text: str) -> str:
    """Text on one line, without what YAML or a terminal would trip over."""
    shown = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return shown if len(shown) <= _LONGEST_LINE else shown[: _LONGEST_LINE - 1] + "…"
