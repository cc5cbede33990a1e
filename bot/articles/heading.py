"""The top of an article as people paste it: title, outlet, byline and date line before the first paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.articles.dating import FULL_DATE, date_line
from bot.articles.traced import Traced
from bot.model.when import When

_LOOK = 10
_NEAR = 4
_LINE = 200
"""How many lines, and how long ones, may stand above a date line and still be its headline."""
_SENTENCE = re.compile(r"[.。;；][\"')\]]*\Z")
_SOURCE = re.compile(
    r"(?:\A|(?<=\s\s)|(?<=[\d日]\s)|(?<=[|·]\s))(?:source|来源)\s*[:：]\s*(?P<name>[^\s|:：][^|:：]*?)(?=\s{2,}|\s+(?:author|editor|作者|编辑)\b|\s*\||\Z)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by|author|reporter|text|作者|记者|文)(?:\s*[:：/|])?\s+\S.{0,80}|(?:作者|记者|文)\s*[:：/|丨].{0,60}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stood above the body; `title` is traced, since it may be quoted."""

    title: Traced | None
    publisher: str
    published: When | None
    body: list[Traced]


def split_heading(paragraphs: list[Traced], *, pasted: bool, title: str = "") -> Heading:
    """Take the heading off. `pasted`: nothing but the text tells the title; otherwise `title` is what the file says."""
    found = None
    rest = paragraphs if title or not pasted else _below_menu(paragraphs)
    if rest and (same_line(rest[0].text, title) if title else pasted and _is_title(rest[0].text)):
        found, rest = rest[0], rest[1:]
    top = next((i for i, p in enumerate(rest[:_LOOK]) if _is_prose(p.text)), min(_LOOK, len(rest)))
    dated = next((i for i, p in enumerate(rest[:_NEAR]) if date_line(p.text)), 0) if pasted else 0
    if top < dated and all(len(p) <= _LINE for p in rest[:dated]):  # headlines that end in a full stop
        if found is None and len(rest[0]) <= _LINE and not date_line(rest[0].text):
            found, rest, dated = rest[0], rest[1:], dated - 1
        top = dated + 1
    if top == len(rest):  # nothing but short lines: they are the article
        top = 0
    published = next((d for p in rest[:top] if (d := date_line(p.text))), None)
    if published is None and not pasted:
        return Heading(found, "", None, rest)
    publisher, kept = "", []
    last_date = max((i for i, p in enumerate(rest[:top]) if date_line(p.text)), default=-1)
    for i, p in enumerate(rest[:top]):
        if source := _SOURCE.search(p.text):
            publisher = publisher or _name(source["name"])
        elif date_line(p.text) or _BYLINE.fullmatch(p.text):
            continue
        elif i < last_date and found is not None and _is_outlet(p.text):
            publisher = publisher or p.text
        else:
            kept.append(p)
    return Heading(found, publisher, published, kept + rest[top:])


def _below_menu(paragraphs: list[Traced]) -> list[Traced]:
    """Without the words of the site's menu that stand alone above a headline ("Robotics")."""
    for number, paragraph in enumerate(paragraphs[:_NEAR]):
        words = len(paragraph.text.split())
        if words > 3 and _is_title(paragraph.text):
            return paragraphs[number:]
        if words > 1 or not _is_title(paragraph.text):
            break
    return paragraphs


def same_line(a: str, b: str) -> bool:
    """The same words, whatever their case, quotes and punctuation."""
    return _bare(a) == _bare(b) != ""


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _is_title(line: str) -> bool:
    return (
        3 <= len(line) <= 220 and not _SENTENCE.search(line) and date_line(line) is None and any(map(str.isalpha, line))
    )


def _is_prose(line: str) -> bool:
    if date_line(line):
        return False
    return (
        bool(_SENTENCE.search(line))
        or len(line) > 120
        or (any("\u4e00" <= c <= "\u9fff" for c in line) and len(line) > 40)
    )


def _is_outlet(line: str) -> bool:
    return len(line) <= 50 and len(line.split()) <= 6 and not line.endswith((".", ":", "?", "!"))


def _name(text: str) -> str:
    return FULL_DATE.sub("", text).strip(" -|,·")[:80]
