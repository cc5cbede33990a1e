"""The YAML head of a Markdown file: a small mapping of strings, and nothing that could explode."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from bot.articles.dating import published_from
from bot.articles.errors import UnreadableArticle
from bot.model.when import When

MAX_CHARS = 20_000
MAX_DEPTH = 8

_HEAD = re.compile(
    r"\A\s*---[ \t]*\r?\n(?P<yaml>.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_OPENS = re.compile(r"\A\s*---[ \t]*\r?\n\s*[A-Za-z_]+[ \t]*:")
_URL = re.compile(
    r"https?://[^\s<>\"'\\^`{|}\x00-\x20\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff]{3,2000}\Z",
    re.IGNORECASE,
)
_HEADLINE = re.compile(
    r"^((?:title|publisher):[ \t]+)((?![\[{][^\]}\n]*$)[^\x00-\x1f\x7f!&*\n]{1,2000})$", re.MULTILINE
)
_NOTHING = {"", "~", "null", "none", "n/a", "unknown"}


@dataclass(frozen=True, slots=True)
class Head:
    """What the front matter says; `end` is where the body begins in the file's text."""

    end: int = 0
    title: str = ""
    published: When | None = None
    publisher: str = ""
    url: str = ""
    links: tuple[str, ...] = field(default_factory=tuple)
    lang: str = ""


def read_head(text: str) -> Head:
    """The front matter at the top of `text`, or an empty Head; UnreadableArticle where it is broken."""
    match = _HEAD.match(text[: MAX_CHARS + 1000])
    if not match:
        if _OPENS.match(text[:2000]):
            raise UnreadableArticle(f"front matter is not closed within {MAX_CHARS} characters: end it with a line ---")
        return Head()
    if len(match["yaml"]) > MAX_CHARS:
        raise UnreadableArticle(f"front matter is longer than {MAX_CHARS} characters: shorten it")
    values = _written(match["yaml"])
    links = [link for key in ("url", "link", "sources", "source", "links") for link in web_addresses(values.get(key))]
    url = next((u for key in ("url", "link") for u in web_addresses(values.get(key))), "")
    return Head(
        end=match.end(),
        title=_line(values.get("title")),
        published=published_from(_line(values.get("published")) or _line(values.get("date"))),
        publisher=_line(values.get("publisher")),
        url=url,
        links=tuple(dict.fromkeys(links)),
        lang=_line(values.get("lang"))[:2].lower(),
    )


def _written(text: str) -> Mapping[str, Any]:
    """The values of a head; a headline with a colon or a quotation mark in it needs no quotes of its own."""
    try:
        return _mapping(text)
    except UnreadableArticle:
        quoted = _HEADLINE.sub(lambda line: line[1] + json.dumps(line[2].strip(), ensure_ascii=False), text)
        if quoted == text:
            raise
    return _mapping(quoted)


def _mapping(text: str) -> Mapping[str, Any]:
    """Scalars stay strings (a title may be `2025`, a date may be wrong), so nothing but shape can fail."""
    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise UnreadableArticle("front matter uses YAML anchors or aliases (& or *): write the values out")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise UnreadableArticle("front matter is nested too deeply: use plain `key: value` lines")
        values = yaml.load(text, Loader=yaml.BaseLoader)  # BaseLoader makes strings, lists and mappings only
    except yaml.MarkedYAMLError as error:
        where = f" at line {error.problem_mark.line + 2}" if error.problem_mark else ""
        raise UnreadableArticle(f"front matter is not valid YAML{where}: put values with a colon in quotes") from error
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        if isinstance(error, UnreadableArticle):
            raise
        raise UnreadableArticle("front matter is not valid YAML: use plain `key: value` lines") from error
    if values is None or values == "":
        return {}
    if not isinstance(values, dict):
        raise UnreadableArticle("front matter is no mapping: use `key: value` lines, or remove it")
    return values


def _line(value: object) -> str:
    """A scalar on one line; anything of another shape counts as not given."""
    if not isinstance(value, str):
        return ""
    line = " ".join(value.split())
    return "" if line.casefold() in _NOTHING else line


def web_addresses(value: object) -> list[str]:
    """The http addresses in a value of any shape."""
    values = value if isinstance(value, list) else [value]
    return [v.strip() for v in values if isinstance(v, str) and _URL.match(v.strip())]
