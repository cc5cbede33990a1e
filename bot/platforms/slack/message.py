"""A message as it leaves for Slack, and the blocks it is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.model.attachment import Attachment
from bot.platforms.slack import limits
from bot.platforms.slack.escaping import fitted, plain

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """`text` is what notifications and screen readers get; it tells the whole page as well."""

    text: str
    blocks: tuple[Block, ...] = ()
    picture: bytes | None = None
    picture_alt: str = ""
    plainer: Message | None = None
    """The same without what some workspaces refuse."""
    picture_title: str = ""
    file: Attachment | None = None

    def payload(self) -> dict[str, Any]:
        """What every way of sending it has in common. No link is unfolded, nothing in the text becomes a mention."""
        body: dict[str, Any] = {"text": self.text, "unfurl_links": False, "unfurl_media": False, "parse": "none"}
        if self.blocks:
            body["blocks"] = list(self.blocks)
        return body


def said(text: str) -> Message:
    """A message of the bot's own, line by line."""
    shown = fitted("\n".join(map(plain, text.splitlines())), limits.FALLBACK)
    return Message(shown, (section(shown),))


def section(mrkdwn: str) -> Block:
    """`verbatim`: addresses and names in the text do not turn into links and mentions."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": mrkdwn, "verbatim": True}}


def sections(mrkdwn: str) -> list[Block]:
    """As many sections as the text needs, parted between words."""
    return [section(part) for part in parted(mrkdwn, limits.SECTION)]


def context(*mrkdwn: str) -> Block:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text, "verbatim": True} for text in mrkdwn]}


def header(text: str) -> Block:
    return {"type": "header", "text": {"type": "plain_text", "text": text, "emoji": False}}


def button(label: str, verb: str, value: str, spoken: str = "", style: str = "") -> Block:
    """`verb` is the action_id; `spoken` is what a screen reader says in place of the label."""
    made: Block = {
        "type": "button",
        "text": {"type": "plain_text", "text": label, "emoji": True},
        "action_id": verb,
        "value": value,
    }
    if spoken and len(spoken) <= limits.BUTTON:
        made["accessibility_label"] = spoken
    if style:
        made["style"] = style
    return made


def actions(elements: Iterable[Block]) -> list[Block]:
    """A row of buttons; none where there is no button."""
    shown = list(elements)
    return [{"type": "actions", "elements": shown[: limits.BUTTONS]}] if shown else []


def parted(text: str, longest: int) -> list[str]:
    """Pieces of at most `longest`, parted at line breaks or between words. A word longer than that is cut, though never
    inside an entity such as `&amp;`; a link (`<` is one, everything else being escaped) stays whole."""
    pieces = []
    rest = text
    while len(rest) > longest:
        cut = max(rest.rfind("\n", 0, longest), rest.rfind(" ", 0, longest))
        if cut <= 0:
            cut = longest
            entity = rest.rfind("&", longest - 5, longest)
            if entity > 0 and ";" not in rest[entity:longest]:
                cut = entity
        opened = rest.rfind("<", 0, cut)
        if opened > 0 and ">" not in rest[opened:cut]:
            cut = opened
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    if rest:
        pieces.append(rest)
    return pieces
