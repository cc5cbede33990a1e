"""A person's watches in Slack: the command, and the list with a button for each that ends it."""

from __future__ import annotations

from bot.platforms.slack.escaping import mrkdwn, plain
from bot.platforms.slack.message import Block, Message, button, said, section
from bot.platforms.slack.sending import Place
from bot.platforms.slack.service import Service
from bot.state.watches import Watch

_LISTED = 40


class Watching:
    """What is said of watches is said by the handler of all platforms; here are the buttons."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def command(self, place: Place, text: str, thread: str = "") -> None:
        """What follows `watch`, said in a thread or elsewhere; the list without anything."""
        quiet = Place(place.channel, place.user, place.thread, place.direct, place.hook)
        if not text:
            await self._service.tell(quiet, listed(await self.of(place.user), self._service.command))
            return
        answer = await self._service.office.watches.handle(await self._service.asker(place, thread), text)
        await self._service.tell(quiet, said("\n".join((answer.title, *(line.text for line in answer.lines)))))

    async def begin(self, place: Place, name: str) -> None:
        """The button below an answer."""
        answer = await self._service.office.watches.begin(await self._service.asker(place), name)
        tail = " My Home tab lists what you watch." if answer.answered else ""
        await self._service.tell(place, said(f"{answer.title}{tail}"))

    async def end(self, place: Place, entity: str) -> None:
        """The button in the list."""
        answer = await self._service.office.watches.end_all(await self._service.asker(place), [entity])
        await self._service.tell(place, said(answer.title))

    async def of(self, user: str) -> list[Watch]:
        return await self._service.office.watches.of(self._service.person(user))


def listed(watches: list[Watch], command: str) -> Message:
    """What somebody watches, each with a button that ends it."""
    if not watches:
        return said(f"You watch nothing yet: {command} watch NAME begins, and so does the button below an answer.")
    blocks = rows(watches)
    return Message(plain("You watch " + ", ".join(watch.name for watch in watches[:_LISTED])), tuple(blocks))


def rows(watches: list[Watch]) -> list[Block]:
    """A line for each watch with a button that ends it."""
    made = []
    for n, watch in enumerate(watches[:_LISTED]):
        row = section(f"*{mrkdwn(watch.name)}* since {watch.since[:10]}")
        row["accessory"] = button("Stop", f"unwatch:{n}", watch.entity, "Stop watching")
        made.append(row)
    return made
