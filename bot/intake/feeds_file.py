"""Which feeds are read: a TOML file with one `[[feed]]` each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.grammar.patterns import Pattern
from bot.intake.addresses import PORTS, target
from bot.intake.errors import Refused
from bot.names import default_registry

_EAST = Pattern(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")


class FeedsError(ValueError):
    """The file of feeds makes no sense; the message says in one line where and what to do."""


@dataclass(frozen=True)
class Feed:
    """One feed and what is taken from it."""

    url: str
    name: str = ""
    """Publisher of its articles; the feed's own title where it is not given."""
    names: tuple[str, ...] = ()
    """Companies, people or products: an item is taken that writes one of them, under any name the registry knows."""
    words: tuple[str, ...] = ()
    """Or one of these."""
    without: tuple[str, ...] = ()
    """None of these may stand in it."""
    max_items: int = 10
    """Articles taken at one time."""
    minutes: int = 60
    """Between two looks."""

    @property
    def shown(self) -> str:
        """What to call it."""
        return self.name or urlsplit(self.url).hostname or self.url

    def takes(self, text: str) -> bool:
        """Whether an item with this text is wanted."""
        if self._without is not None and self._without.search(text):
            return False
        return self._wanted is None or bool(self._wanted.search(text))

    @cached_property
    def _wanted(self) -> re.Pattern[str] | None:
        return _any((*self.words, *(form for name in self.names for form in _forms(name))))

    @cached_property
    def _without(self) -> re.Pattern[str] | None:
        return _any(self.without)


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: type
    least: int = 1
    most: int = 500


_FIELDS: Mapping[str, _Rule] = {
    "url": _Rule(str),
    "name": _Rule(str, 0),
    "names": _Rule(list),
    "words": _Rule(list),
    "without": _Rule(list),
    "max_items": _Rule(int, 1, 100),
    "minutes": _Rule(int, 5, 10_080),
}


def read_feeds(file: Path, ports: Collection[int] = PORTS) -> tuple[Feed, ...]:
    """The feeds of a file; none where there is no file. FeedsError where it makes no sense."""
    try:
        told = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise FeedsError(f"{file} cannot be read ({error.strerror}): change its mode, or BOT_FEEDS") from None
    except (ValueError, RecursionError) as error:  # no TOML, no UTF-8, a number or a nesting without end
        raise FeedsError(f"{file} is not TOML ({error}): see docs/feeds.md") from None
    entries = told.pop("feed", [])
    if told or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise FeedsError(f"{file} holds something other than [[feed]] tables: see docs/feeds.md")
    feeds = tuple(_feed(f"{file}, feed {number}", entry, ports) for number, entry in enumerate(entries, 1))
    urls = [feed.url for feed in feeds]
    if twice := next((url for url in urls if urls.count(url) > 1), ""):
        raise FeedsError(f"{file} names {twice} twice: leave one of them")
    return feeds


def _feed(where: str, told: Mapping[str, Any], ports: Collection[int]) -> Feed:
    values: dict[str, Any] = {}
    for key, value in told.items():
        rule = _FIELDS.get(key)
        if rule is None:
            shown = key if key.isprintable() else repr(key)
            raise FeedsError(f"{where}: no such key: {shown} (there are {', '.join(_FIELDS)})")
        if not isinstance(value, rule.kind) or isinstance(value, bool):
            raise FeedsError(f"{where}: {key} has to be {_SHAPE[rule.kind]}")
        if isinstance(value, int) and not rule.least <= value <= rule.most:
            raise FeedsError(f"{where}: {key} has to be from {rule.least} to {rule.most:,}")
        if isinstance(value, list):
            if not all(isinstance(word, str) and word.strip() for word in value) or len(value) > rule.most:
                raise FeedsError(f"{where}: {key} has to be {_SHAPE[list]}")
            value = tuple(value)
        values[key] = value
    if "url" not in values:
        raise FeedsError(f"{where}: its url is missing")
    try:
        target(values["url"], ports)
    except Refused as error:
        raise FeedsError(f"{where}: {error.reason}") from None
    return Feed(**values)


_SHAPE = {str: "a text", list: "a list of texts", int: "a whole number"}


def _forms(name: str) -> tuple[str, ...]:
    """The name and what the registry knows it by."""
    found = default_registry().lookup(name)
    return (name, *((found.name, *found.aliases) if found else ()))


def _any(words: Collection[str]) -> re.Pattern[str] | None:
    """Finds any of some words, whole ones where the script parts words."""
    if not words:
        return None
    parts = []
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        shown = r"\s+".join(map(re.escape, word.split()))
        parts.append(shown if _EAST.search(word) else rf"(?<!\w){shown}(?!\w)")
    return re.compile("|".join(parts), re.IGNORECASE)
