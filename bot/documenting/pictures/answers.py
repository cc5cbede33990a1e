"""One question to a store, answered as each platform is sent the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.app import serving
from bot.documenting.pictures import payloads
from bot.documenting.pictures.drawing import draw
from bot.documenting.pictures.looks import DISCORD, SLACK
from bot.model.answer import Answer
from bot.platforms.discord.dressing import dress
from bot.platforms.discord.sheet import sheet
from bot.platforms.shared.actions import DISCORD_LONGEST, Actions
from bot.platforms.shared.room import Reply
from bot.platforms.slack.rendering import Rendering

QUESTION = "/deal X Square Robot"


def pictures(store: Path, question: str = QUESTION) -> dict[str, str]:
    """The pictures of an answer from a store, by the names of their files; ValueError where nothing answers."""
    with serving(store) as app:
        answer = app.answerer.reply((question,))
    if not answer.answered:
        raise ValueError(f"the articles do not answer {question}")
    reply = Reply(answer, (question,))
    shown = {
        "slack.svg": (payloads.slack(slack_payload(reply)), SLACK),
        "discord.svg": (payloads.discord(asyncio.run(discord_components(reply))), DISCORD),
    }
    return {
        name: draw(pieces, look, question, alt(answer, question, look.name)) for name, (pieces, look) in shown.items()
    }


def slack_payload(reply: Reply) -> Mapping[str, Any]:
    """What Slack is sent for a slash command."""
    return Rendering(_Short()).answer(reply, share=True).payload()


async def discord_components(reply: Reply) -> list[dict[str, Any]]:
    """What Discord is sent where the channel lets the bot do all that it wants."""
    view = dress(sheet(reply, "components"), "components", Actions(_Short(), DISCORD_LONGEST))["view"]
    components: list[dict[str, Any]] = view.to_components()
    return components


def alt(answer: Answer, question: str, platform: str) -> str:
    """What is told of a picture to those who do not see it."""
    told = "; ".join(line.text.rstrip(".") for line in answer.lines)
    return (
        f"{question} in {platform}. {answer.title}: {told}. Below each line the sentence and the article it rests on."
    )


class _Short:
    """Keeps nothing: the buttons of a short question carry it whole, and nobody presses those of a picture."""

    def shorten(self, value: str, ttl: timedelta) -> str:
        raise ValueError(f"the question is too long for a picture: {value}")

    def lengthen(self, key: str) -> str | None:
        return None
