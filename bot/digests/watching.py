"""`/watch`: one handler for every platform. Who wants to hear of what, for themselves or for a channel.

In a thread the news goes to the thread, for all who read it; elsewhere to the person.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence

from bot.answers.text import echo
from bot.digests.command import Asker
from bot.model.answer import Answer, Line
from bot.model.entity import Entity
from bot.state.state import State
from bot.state.watches import OwnerKind, Watch
from bot.store.read import Facts, NoStore
from bot.store.work import Read

_STOPPING = ("stop ", "off ", "remove ")
_HERE = "here"
_MOST = 5
"""Names that one press of a button may watch."""


class WatchDesk:
    """`command` is how readers call it: `/watch`, `/embodied watch`."""

    def __init__(self, read: Read, state: State, command: str = "/watch") -> None:
        self._read = read
        self._state = state
        self._command = command

    async def handle(self, asker: Asker, text: str) -> Answer:
        """What follows `/watch`: nothing for the list, a name, `stop` and a name; `here` before it for the channel."""
        try:
            return await self._handle(asker, text)
        except NoStore as error:
            return Answer(False, error.sentence)

    async def _handle(self, asker: Asker, text: str) -> Answer:
        word, _, rest = text.strip().partition(" ")
        here = word.casefold() == _HERE
        wanted = rest.strip() if here else text.strip()
        if here and (refused := _refused(asker, bool(wanted))):
            return Answer(False, refused)
        if not wanted:
            return self._listed(await self.of(asker, here), here)
        stopping = next((one for one in _STOPPING if wanted.casefold().startswith(one)), "")
        if stopping:
            return await self.end(asker, wanted[len(stopping) :].strip(), here)
        return await self.begin(asker, wanted, here)

    async def of(self, asker: Asker, here: bool = False) -> list[Watch]:
        """What is watched, in the order it began; once, wherever the news of it goes."""
        kind, owner = _owner(asker, here)
        found = await asyncio.to_thread(self._state.watches.of, asker.platform, kind, owner)
        return list({watch.entity: watch for watch in reversed(found)}.values())[::-1]

    async def begin(self, asker: Asker, name: str, here: bool = False) -> Answer:
        """Watches what goes by a name."""

        def known(facts: Facts) -> tuple[list[Entity], list[Entity]]:
            found = facts.lookup(name)
            return found[:1], [] if found else facts.suggest(name)

        found, near = await self._read(known)
        if not found:
            hint = f" Did you mean {' or '.join(one.name for one in near)}?" if near else ""
            return Answer(False, f"I know nobody called “{echo(name)}”.{hint}")
        return await self.begin_all(asker, [(one.id, one.name) for one in found], here)

    async def begin_all(self, asker: Asker, entities: Sequence[tuple[str, str]], here: bool = False) -> Answer:
        """Watches all of some pairs of id and name."""
        kind, owner = _owner(asker, here)
        place = "" if here or asker.direct else asker.thread
        told = []
        for entity, name in entities[:_MOST]:
            new = await asyncio.to_thread(self._state.watches.add, asker.platform, kind, owner, entity, name, place)
            who = "This channel" if here else "You"
            told.append(f"{who} {'now' if new else 'already'} watch{'es' if here else ''} {name}.")
        if told and place:
            told.append("News of it comes to this thread.")
        return Answer(True, " ".join(told)) if told else Answer(False, "That is about nobody I could watch.")

    async def end(self, asker: Asker, name: str, here: bool = False) -> Answer:
        """Ends the watch of what goes by a name, whether the facts still know it or not."""
        ids = {one.id for one in await self._read(lambda facts: facts.lookup(name))}
        if not here and asker.thread and (ended := await self._ended_in(asker, ids, name)):
            return Answer(True, f"This thread no longer hears of {', '.join(ended)}.")
        watched = await self.of(asker, here)
        found = [one for one in watched if one.entity in ids or one.name.casefold() == name.strip().casefold()]
        return await self.end_all(asker, [one.entity for one in found], name, here)

    async def end_all(self, asker: Asker, entities: Sequence[str], name: str = "that", here: bool = False) -> Answer:
        """Ends the watches of some ids; `name` is what they were called where none of them is watched."""
        kind, owner = _owner(asker, here)
        ended = [one.name for one in await self.of(asker, here) if one.entity in entities]
        for entity in entities:
            await asyncio.to_thread(self._state.watches.remove, asker.platform, kind, owner, entity)
        who = "This channel" if here else "You"
        if not ended:
            return Answer(False, f"{who} {'does' if here else 'do'} not watch {echo(name)}.")
        return Answer(True, f"{who} no longer watch{'es' if here else ''} {', '.join(ended)}.")

    async def _ended_in(self, asker: Asker, ids: Collection[str], name: str) -> list[str]:
        """Ends what the thread is told of that goes by a name, whoever wanted it; the names that it had."""

        def end() -> list[str]:
            watches, called = self._state.watches, name.strip().casefold()
            found = {
                one.entity: one.name
                for one in watches.at(asker.platform, asker.thread)
                if one.entity in ids or one.name.casefold() == called
            }
            for entity in found:
                watches.leave(asker.platform, asker.thread, entity)
            return list(found.values())

        return await asyncio.to_thread(end)

    def _listed(self, watches: Sequence[Watch], here: bool) -> Answer:
        who, verb = ("This channel", "watches") if here else ("You", "watch")
        if not watches:
            name = f"{self._command} {_HERE} NAME" if here else f"{self._command} NAME"
            return Answer(True, f"{who} {verb} nothing yet: {name} begins.")
        lines = tuple(Line(f"{watch.name}, since {watch.since[:10]}{_where(watch)}") for watch in watches)
        return Answer(True, f"{who} {verb}:", lines)


def _where(watch: Watch) -> str:
    return ", told in a thread" if watch.place else ""


def _owner(asker: Asker, here: bool) -> tuple[OwnerKind, str]:
    return ("channel", asker.channel) if here else ("user", asker.user)


def _refused(asker: Asker, changing: bool) -> str:
    """Why a channel's watches are not for this person; empty where they are."""
    if asker.direct or not asker.channel:
        return "That is for channels that I am in; without “here” you watch for yourself."
    return "Only administrators may change what is posted to a channel." if changing and not asker.may else ""
