"""The Home tab: what the bot knows, the newest of it, what the reader watches, how to ask."""

from __future__ import annotations

from typing import Any

from bot.model.answer import Answer
from bot.platforms.slack import facts, limits
from bot.platforms.slack.commands import COMMANDS
from bot.platforms.slack.escaping import mrkdwn
from bot.platforms.slack.manifest import PROMPTS
from bot.platforms.slack.message import Block, context, header, section, sections
from bot.platforms.slack.service import Service
from bot.platforms.slack.watching import Watching, rows
from bot.state.watches import Watch

_NEWEST = 5


class Home:
    """What is shown when somebody opens the bot."""

    def __init__(self, service: Service, prefix: str) -> None:
        self._service = service
        self._prefix = prefix
        self._watching = Watching(service)

    async def opened(self, event: dict[str, Any]) -> None:
        """The Home tab is made anew; the Messages tab gets suggested prompts, where the workspace has them."""
        user = str(event.get("user", ""))
        if event.get("tab") == "messages":
            await self.prompts(str(event.get("channel", "")))
        elif user:
            await self.publish(user)

    async def pane_opened(self, event: dict[str, Any]) -> None:
        """A thread of the assistant's pane begins."""
        thread = event.get("assistant_thread") or {}
        await self.prompts(str(thread.get("channel_id", "")), str(thread.get("thread_ts", "")))

    async def publish(self, user: str) -> None:
        newest = await self._service.newest(user, _NEWEST)
        shown = view(newest, await self._watching.of(user), self._prefix, self._service.command)

        async def publish() -> None:
            await self._service.outbox.client.views_publish(user_id=user, view=shown)

        await self._service.outbox.optional("views.publish", publish)

    async def prompts(self, channel: str, thread: str = "") -> None:
        """Suggested prompts of the agent's or the assistant's pane."""
        client = self._service.outbox.client
        offered = [{"title": title, "message": message} for title, message in PROMPTS[: limits.PROMPTS]]

        async def suggest() -> None:
            await client.assistant_threads_setSuggestedPrompts(
                channel_id=channel, thread_ts=thread or None, title="Ask me, for example", prompts=offered
            )

        if channel:
            await self._service.outbox.optional("assistant.threads.setSuggestedPrompts", suggest)


def view(newest: Answer, watches: list[Watch], prefix: str, command: str) -> dict[str, Any]:
    """The Home tab as `views.publish` takes it."""
    blocks: list[Block] = [header("What I know"), section(mrkdwn(newest.title) or "Nothing yet.")]
    if newest.lines:
        blocks.append(header("The newest"))
        for line in newest.lines:
            blocks += sections(facts.compact(line))
    blocks.append(header("What you watch"))
    blocks += rows(watches) or [section(f"Nothing yet: {mrkdwn(command)} watch NAME begins.")]
    blocks += [header("How to ask"), section(_help(prefix))]
    blocks.append(context("Mention me in a channel or write to me here; a question may follow on the one before."))
    return {"type": "home", "blocks": blocks[: limits.HOME_BLOCKS]}


def _help(prefix: str) -> str:
    told = [f"*/{prefix}{c.name}* {mrkdwn(c.usage)} — {mrkdwn(c.description)}" for c in COMMANDS]
    return "\n".join(told)
