"""One entry of a feed."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

_WHOLE = 1000
"""Characters of text from which on what stands in the feed is taken for the whole article."""
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed. `summary` and `body` are HTML."""

    id: str
    link: str
    title: str
    published: str = ""
    """ISO, UTC, with the time."""
    summary: str = ""
    body: str = ""
    tags: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Item:
        return cls(**{**told, "tags": tuple(told["tags"])})

    @property
    def text(self) -> str:
        """All that it says, for filters."""
        return _plain(" ".join((self.title, *self.tags, self.summary, self.body)))

    @property
    def whole(self) -> str:
        """Its HTML where that is the article and not a summary of it; else empty."""
        longest = max(self.body, self.summary, key=len)
        return longest if len(_plain(longest)) >= _WHOLE else ""


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
