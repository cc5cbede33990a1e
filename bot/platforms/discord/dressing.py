"""A sheet as what discord.py sends: Components V2, or an embed, or an ordinary message; buttons below in each."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import discord

from bot.platforms.discord.limits import CONTENT, CUSTOM_ID, shortened
from bot.platforms.discord.sheet import Knob, Sheet, Style
from bot.platforms.shared.actions import Actions

ANSWERED = discord.Colour(0x3A7D44)
DECLINED = discord.Colour(0x8A8F98)
PICTURE = "picture.png"

Dressed = dict[str, Any]
"""Arguments of a send: `content`, `embed`, `view`, `file` or `files`; what is not there is not given."""


def dress(sheet: Sheet, style: Style, actions: Actions) -> Dressed:
    """The arguments that send a sheet in a style. Needs a running event loop, as discord.py's views do."""
    if style == "components":
        dressed: Dressed = {"view": _layout(sheet, actions)}
    elif style == "embeds":
        dressed = {"embed": _embed(sheet), "view": _buttons(sheet, actions)}
    else:
        body = "\n".join((f"**{sheet.title}**", *sheet.blocks, *_some(sheet.foot)))
        dressed = {"content": shortened(body, CONTENT), "view": _buttons(sheet, actions)}
    files = list(_files(sheet))
    if files:
        dressed |= {"file": files[0]} if len(files) == 1 else {"files": files}
    return {key: value for key, value in dressed.items() if value is not None}


def _files(sheet: Sheet) -> Iterator[discord.File]:
    if sheet.picture is not None:
        yield discord.File(io.BytesIO(sheet.picture), PICTURE, description=sheet.picture_alt or None)
    if sheet.file is not None:
        yield discord.File(io.BytesIO(sheet.file.data), sheet.file.name, description=sheet.file.told or None)


def _layout(sheet: Sheet, actions: Actions) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    box: discord.ui.Container[Any] = discord.ui.Container(accent_colour=ANSWERED if sheet.answered else DECLINED)
    box.add_item(discord.ui.TextDisplay(f"### {sheet.title}" if sheet.answered else sheet.title))
    if sheet.blocks:
        box.add_item(discord.ui.TextDisplay("\n".join(sheet.blocks)))
    if sheet.picture is not None:
        gallery: discord.ui.MediaGallery[Any] = discord.ui.MediaGallery()
        gallery.add_item(media=f"attachment://{PICTURE}", description=sheet.picture_alt or None)
        box.add_item(gallery)
    if sheet.foot:
        box.add_item(discord.ui.TextDisplay(sheet.foot))
    if sheet.file is not None:
        # In this form a message shows no attachment that it does not place.
        attached: discord.ui.File[Any] = discord.ui.File(f"attachment://{sheet.file.name}")
        box.add_item(attached)
    view.add_item(box)
    for knobs in sheet.rows:
        row: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
        for knob in knobs:
            row.add_item(_button(knob, actions))
        view.add_item(row)
    # The buttons are found by what they carry, not by the view, which so need not be kept.
    view.stop()
    return view


def _embed(sheet: Sheet) -> discord.Embed:
    body = "\n".join((*sheet.blocks, *_some(sheet.foot)))
    colour = ANSWERED if sheet.answered else DECLINED
    if not sheet.answered:
        return discord.Embed(description="\n".join((sheet.title, *_some(body))), colour=colour)
    embed = discord.Embed(title=sheet.title, description=body or None, colour=colour)
    if sheet.picture is not None:
        embed.set_image(url=f"attachment://{PICTURE}")
    return embed


def _buttons(sheet: Sheet, actions: Actions) -> discord.ui.View | None:
    if not sheet.rows:
        return None
    view = discord.ui.View(timeout=None)
    for at, knobs in enumerate(sheet.rows):
        for knob in knobs:
            view.add_item(_button(knob, actions, at))
    view.stop()
    return view


def _button(knob: Knob, actions: Actions, row: int | None = None) -> discord.ui.Button[Any]:
    value = actions.encode(knob.press)
    assert len(value) <= CUSTOM_ID
    style = discord.ButtonStyle.secondary if knob.quiet else discord.ButtonStyle.primary
    return discord.ui.Button(style=style, label=knob.label, custom_id=value, row=row)


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
