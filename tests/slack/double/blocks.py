"""Slack's limits on what is sent to it, written down a second time and stricter where the documentation is vague."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_SEQUENCE = re.compile(r"<([^<>]*)>")
_ENTITY = re.compile(r"&(?!amp;|lt;|gt;)")
_EVERYBODY = re.compile(r"<!|<@|<#|@(?:channel|here|everyone|group)\b", re.IGNORECASE)
_UNSEEN = re.compile("[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BLOCKS = {"section", "context", "header", "actions", "divider", "image", "table", "input"}


class Refused(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """`error` is Slack's word for it, the message tells the test's reader where."""

    def __init__(self, error: str, why: str) -> None:
        super().__init__(f"{error}: {why}")
        self.error = error


def check_message(body: dict[str, Any]) -> None:
    """A message as chat.postMessage, chat.postEphemeral or a response_url take it."""
    text, blocks = body.get("text", ""), body.get("blocks", [])
    if not text:
        raise Refused("no_text", "every message needs a text for notifications and screen readers")
    if len(text) > 4000:
        raise Refused("msg_too_long", f"a text of {len(text)} characters")
    harmless(text, "the text")
    check_blocks(blocks, 50)
    total = len(text) + sum(len(part) for part in strings(blocks))
    if total > 13_000 + 4000 or total - len(text) > 13_000:
        raise Refused("msg_blocks_too_long", f"{total} characters in all")
    if sum(block["type"] == "table" for block in blocks) > 1:
        raise Refused("invalid_attachments", "only one table")
    if body.get("link_names") or body.get("parse") == "full":
        raise Refused("invalid_arguments", "names in a text must never turn into mentions")


def check_blocks(blocks: Any, most: int) -> None:
    if not isinstance(blocks, list) or len(blocks) > most:
        raise Refused("invalid_blocks", f"{len(blocks)} blocks of at most {most}")
    ids: set[str] = set()
    actions: set[str] = set()
    for block in blocks:
        kind = block.get("type")
        if kind not in _BLOCKS:
            raise Refused("invalid_blocks", f"a block of type {kind}")
        _unique(block.get("block_id"), ids)
        _CHECKS[kind](block)
        for element in _interactive(block):
            _unique(element["action_id"], actions)


def check_options(body: dict[str, Any]) -> None:
    """What a block_suggestion is answered with."""
    options = body.get("options")
    if not isinstance(options, list) or len(options) > 100:
        raise Refused("invalid_options", f"{options!r}")
    for option in options:
        _text(option["text"], "plain_text", 75)
        if not 1 <= len(option["value"]) <= 150:
            raise Refused("invalid_options", f"a value of {len(option['value'])} characters")


def check_view(view: dict[str, Any]) -> None:
    if view.get("type") != "home":
        raise Refused("invalid_arguments", f"a view of type {view.get('type')}")
    check_blocks(view["blocks"], 100)


def harmless(text: str, where: str) -> None:
    """Nothing in it is a mention, each sequence is a link to http or https, everything else is escaped."""
    if _EVERYBODY.search(text):
        raise Refused("mention", f"{where} mentions somebody: {text[:200]!r}")
    if _UNSEEN.search(text):
        raise Refused("invalid_text", f"{where} holds a control or bidirectional character: {text[:200]!r}")
    for sequence in _SEQUENCE.findall(text):
        if not re.fullmatch(r"https?://[^\s|<>]+\|[^<>]+", sequence):
            raise Refused("invalid_text", f"{where} holds the sequence <{sequence}>")
    rest = _SEQUENCE.sub("", text)
    if "<" in rest or ">" in rest or _ENTITY.search(text):
        raise Refused("invalid_text", f"{where} is not escaped: {rest[:200]!r}")


def strings(value: Any, inside: str = "") -> Iterator[str]:
    """Every text that a reader sees."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in ("text", "alt_text") and isinstance(part, str):
                yield part
            elif key != "value":
                yield from strings(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, inside)


def _section(block: dict[str, Any]) -> None:
    _only(block, {"type", "block_id", "text", "accessory", "fields"})
    _text(block["text"], "mrkdwn", 3000)
    if "accessory" in block:
        _element(block["accessory"])


def _context(block: dict[str, Any]) -> None:
    _only(block, {"type", "block_id", "elements"})
    if not 1 <= len(block["elements"]) <= 10:
        raise Refused("invalid_blocks", f"{len(block['elements'])} elements in a context")
    for element in block["elements"]:
        _text(element, "mrkdwn", 2000)


def _header(block: dict[str, Any]) -> None:
    _only(block, {"type", "block_id", "text"})
    _text(block["text"], "plain_text", 150)


def _actions(block: dict[str, Any]) -> None:
    _only(block, {"type", "block_id", "elements"})
    if not 1 <= len(block["elements"]) <= 25:
        raise Refused("invalid_blocks", f"{len(block['elements'])} elements in an actions block")
    for element in block["elements"]:
        _element(element)


def _table(block: dict[str, Any]) -> None:
    _only(block, {"type", "block_id", "rows", "column_settings"})
    rows = block["rows"]
    if not 1 <= len(rows) <= 100 or any(not 1 <= len(row) <= 20 or len(row) != len(rows[0]) for row in rows):
        raise Refused("invalid_blocks", "a table of no even shape, or too large")
    if sum(len(text) for text in strings(rows)) > 10_000:
        raise Refused("invalid_blocks", "a table of more than 10,000 characters")
    for cell in (cell for row in rows for cell in row):
        if cell["type"] == "raw_text":
            _literal(cell["text"])
        elif cell["type"] == "rich_text":
            for part in (part for section in cell["elements"] for part in section["elements"]):
                _literal(part["text"])
                if part["type"] == "link" and not re.match(r"https?://", part["url"]):
                    raise Refused("invalid_blocks", f"a link to {part['url']}")
        else:
            raise Refused("invalid_blocks", f"a cell of type {cell['type']}")


def _literal(text: str) -> None:
    if not text:
        raise Refused("invalid_blocks", "an empty cell")
    if "<" in text or ">" in text or _EVERYBODY.search(text) or _UNSEEN.search(text):
        raise Refused("invalid_text", f"a cell says {text[:200]!r}")


def _image(block: dict[str, Any]) -> None:
    _only(block, {"type", "block_id", "image_url", "slack_file", "alt_text", "title"})
    if not 1 <= len(block["alt_text"]) <= 2000:
        raise Refused("invalid_blocks", "an image without an alt_text")


def _divider(block: dict[str, Any]) -> None:
    _only(block, {"type", "block_id"})


_CHECKS = {
    "section": _section,
    "context": _context,
    "header": _header,
    "actions": _actions,
    "table": _table,
    "image": _image,
    "divider": _divider,
}


def _element(element: dict[str, Any]) -> None:
    if not 1 <= len(element["action_id"]) <= 255:
        raise Refused("invalid_blocks", f"an action_id of {len(element['action_id'])} characters")
    if element["type"] == "button":
        _only(element, {"type", "text", "action_id", "value", "accessibility_label", "style"})
        _text(element["text"], "plain_text", 75)
        if len(element["value"]) > 2000:
            raise Refused("invalid_blocks", f"a value of {len(element['value'])} characters")
        if len(element.get("accessibility_label", "")) > 75:
            raise Refused("invalid_blocks", "an accessibility_label of more than 75 characters")
    elif element["type"] == "external_select":
        _only(element, {"type", "action_id", "placeholder", "min_query_length"})
        _text(element["placeholder"], "plain_text", 150)
    else:
        raise Refused("invalid_blocks", f"an element of type {element['type']}")


def _text(text: dict[str, Any], kind: str, longest: int) -> None:
    if text["type"] != kind:
        raise Refused("invalid_blocks", f"a text of type {text['type']} where {kind} is wanted")
    _only(text, {"type", "text", "emoji"} if kind == "plain_text" else {"type", "text", "verbatim"})
    if not 1 <= len(text["text"]) <= longest:
        raise Refused("invalid_blocks", f"a text of {len(text['text'])} characters of at most {longest}")
    if kind == "mrkdwn" and not text.get("verbatim"):
        raise Refused("invalid_blocks", "a text in which names and addresses come alive")
    harmless(text["text"], f"a {kind}")


def _only(value: dict[str, Any], known: set[str]) -> None:
    if set(value) - known:
        raise Refused("invalid_blocks", f"{value['type']} has no {sorted(set(value) - known)}")


def _unique(name: Any, met: set[str]) -> None:
    if name is None:
        return
    if not 1 <= len(name) <= 255 or name in met:
        raise Refused("invalid_blocks", f"an id too long or used twice: {name!r}")
    met.add(name)


def _interactive(block: dict[str, Any]) -> list[dict[str, Any]]:
    accessory = [block["accessory"]] if "accessory" in block else []
    return [element for element in (*block.get("elements", []), *accessory) if "action_id" in element]
