"""Who wants to hear of what: the command, the Watch button, and the list of a person's watches."""

from __future__ import annotations

from bot.model.entity import Entity
from bot.platforms.slack.escaping import mrkdwn, plain
from bot.platforms.slack.message import Block, Message, button, said, section
from bot.platforms.slack.sending import Place
from bot.platforms.slack.service import PLATFORM, Service
from bot.state.watches import Watch

_LISTED = 40
_STOPPING = ("stop ", "off ", "remove ")


class Watching:
    """A person's own watches."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def command(self, place: Place, text: str) -> None:
        """The list without a name; else the beginning of a watch, or after `stop` its end."""
        quiet = Place(place.channel, place.user, place.thread, place.direct, place.hook)
        if not text:
            await self._service.tell(quiet, listed(await self.of(place.user), self._service.command))
            return
        stopping = next((word for word in _STOPPING if text.casefold().startswith(word)), "")
        name = text[len(stopping) :].strip()
        if stopping:
            await self.end(quiet, await self._watched(place.user, name), name)
        else:
            await self.begin(quiet, name)

    async def begin(self, place: Place, name: str) -> None:
        found = await self._service.desk.read(lambda serving: serving.lookup(name))
        if not found:
            near = await self._service.desk.read(lambda serving: serving.suggest(name))
            hint = f" Did you mean {' or '.join(entity.name for entity in near)}?" if near else ""
            await self._service.tell(place, said(f"I know nobody called “{name[:60]}”.{hint}"))
            return
        entity: Entity = found[0]
        new = await self._service.stored(
            lambda state: state.watches.add(PLATFORM, "user", place.user, entity.id, entity.name)
        )
        told = f"You {'now watch' if new else 'already watch'} {entity.name}. My Home tab lists what you watch."
        await self._service.tell(place, said(told))

    async def end(self, place: Place, entity: str, name: str) -> None:
        ended = await self._service.stored(lambda state: state.watches.remove(PLATFORM, "user", place.user, entity))
        told = f"You no longer watch {name}." if ended else f"You do not watch {name[:60]}."
        await self._service.tell(place, said(told))

    async def of(self, user: str) -> list[Watch]:
        return await self._service.stored(lambda state: state.watches.of(PLATFORM, "user", user))

    async def _watched(self, user: str, name: str) -> str:
        """The id of what a person watches under a name, whether the store still knows it or not."""
        known = {entity.id for entity in await self._service.desk.read(lambda serving: serving.lookup(name))}
        for watch in await self.of(user):
            if watch.entity in known or watch.name.casefold() == name.casefold():
                return watch.entity
        return ""


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
