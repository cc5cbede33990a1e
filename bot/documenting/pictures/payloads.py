"""What a platform is sent, as pieces to draw. What a picture cannot show is refused, so that it never shows less."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any, Literal

from bot.documenting.pictures.lettering import Run

_LINK_OR_BOLD = re.compile(r"<(?:[^<>|]*\|)?([^<>]*)>|\*([^*]+)\*")
_MASKED_OR_BOLD = re.compile(r"\[((?:\\.|[^\]\\]){0,900})\]\(<[^>]*>\)|\*\*((?:\\.|[^*\\])+)\*\*")
_ESCAPED = re.compile(r"\\(.)")
_UNSEEN = "\u200b"
_CONTAINER, _TEXT, _ROW, _BUTTON = 17, 10, 1, 2
"""Types of Discord's components."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    runs: tuple[Run, ...]
    look: Literal["title", "fact", "small"]
    bullet: bool = False
    """Whether a dot of the platform's own stands before it, and its lines are set in."""


@dataclass(frozen=True, slots=True)
class Buttons:
    """A row of buttons by their labels."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """What stands in a frame with a stripe of a colour (`#rrggbb`)."""

    pieces: tuple[Text, ...]
    stripe: str


Piece = Text | Buttons | Box


class NotShown(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """There is something in the message for which there is no drawing."""


def slack(payload: Mapping[str, Any]) -> list[Piece]:
    """The blocks of a message of Block Kit."""
    return [piece for block in payload["blocks"] for piece in _block(block)]


def _block(block: Mapping[str, Any]) -> Iterator[Piece]:
    kind = block["type"]
    if kind == "header":
        yield Text((Run(unescape(block["text"]["text"]), bold=True),), "title")
    elif kind == "section" and set(block) <= {"type", "text"}:
        for row in block["text"]["text"].split("\n"):
            yield Text(_mrkdwn(row), "fact")
    elif kind == "context":
        yield from (Text(_mrkdwn(element["text"]), "small") for element in block["elements"])
    elif kind == "actions" and all(element["type"] == "button" for element in block["elements"]):
        yield Buttons(tuple(element["text"]["text"] for element in block["elements"]))
    else:
        raise NotShown(f"there is no drawing for a block of Slack's such as {block}")


def _mrkdwn(text: str) -> tuple[Run, ...]:
    return _runs(_LINK_OR_BOLD, text, unescape)


def discord(components: Sequence[Mapping[str, Any]]) -> list[Piece]:
    """The components of a message of Discord's."""
    made: list[Piece] = []
    for part in components:
        inside = part.get("components", [])
        if part["type"] == _CONTAINER and all(one["type"] == _TEXT for one in inside):
            rows = [row for one in inside for row in one["content"].split("\n")]
            made.append(Box(tuple(_row(row) for row in rows), f"#{part['accent_color']:06x}"))
        elif part["type"] == _ROW and all(one["type"] == _BUTTON for one in inside):
            made.append(Buttons(tuple(one["label"] for one in inside)))
        else:
            raise NotShown(f"there is no drawing for a component of Discord's such as {part}")
    return made


def _row(row: str) -> Text:
    if row.startswith("### "):
        return Text(tuple(Run(run.text, True, run.link) for run in _markdown(row[4:])), "title")
    if row.startswith("-# "):
        return Text(_markdown(row[3:]), "small")
    return Text(_markdown(row.removeprefix("- ")), "fact", row.startswith("- "))


def _markdown(text: str) -> tuple[Run, ...]:
    return _runs(_MASKED_OR_BOLD, text, lambda part: _ESCAPED.sub(r"\1", part).replace(_UNSEEN, ""))


def _runs(marks: re.Pattern[str], text: str, plain: Callable[[str], str]) -> tuple[Run, ...]:
    """`marks` has a group for what a link says and one for what is bold."""
    made: list[Run] = []
    at = 0
    for met in marks.finditer(text):
        made.append(Run(plain(text[at : met.start()])))
        made.append(Run(plain(met[1]), link=True) if met[1] is not None else Run(plain(met[2]), bold=True))
        at = met.end()
    made.append(Run(plain(text[at:])))
    return tuple(run for run in made if run.text)
