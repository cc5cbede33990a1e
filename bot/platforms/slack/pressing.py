"""What people press: buttons below answers, the select of names, the message shortcut."""

from __future__ import annotations

from typing import Any

from bot.platforms.shared.actions import Press
from bot.platforms.shared.desk import Room
from bot.platforms.shared.posted import judged, token_of
from bot.platforms.slack.message import Block, said
from bot.platforms.slack.sending import Hook, Place
from bot.platforms.slack.service import PLATFORM, Service
from bot.platforms.slack.watching import Watching
from bot.state.feedback import Verdict

_GONE = "That button is too old for me to know what it was about; please ask again."


class Pressing:
    """Each method handles one kind of interaction after it was acknowledged."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._watching = Watching(service)

    async def action(self, body: dict[str, Any]) -> None:
        """A button, or a name chosen from the select."""
        place = place_of(body)
        for pressed in body.get("actions", []):
            verb = str(pressed.get("action_id", "")).partition(":")[0]
            value = str(pressed.get("value") or (pressed.get("selected_option") or {}).get("value") or "")
            if verb == "unwatch":
                await self._watching.end(place, value)
                continue
            press = self._service.rendering.decode(value)
            if press is None:
                await self._service.tell(place, said(_GONE))
            else:
                await self._do(place, press, body)

    async def options(self, body: dict[str, Any]) -> list[Block]:
        """What stands in the select: the names that were offered, or those that begin with what is typed."""
        press = self._service.rendering.decode(str(body.get("block_id", "")))
        if press is None:
            return []
        offered = (await self._service.again(press.turns, place_of(body))).answer
        typed = str(body.get("value") or "").strip()
        if not typed:
            return self._service.rendering.options(offered)
        return self._service.rendering.completions(await self._service.desk.complete(typed), offered)

    async def _do(self, place: Place, press: Press, body: dict[str, Any]) -> None:
        service = self._service
        managed = service.office.asked(press.text) if press.verb == "ask" else None
        if managed is not None:
            may = await service.admins.include(place.user)
            await service.show(place, await service.office.facts(f"{PLATFORM}:{place.user}", may, managed))
        elif press.verb in ("ask", "timeline"):
            room = Room(PLATFORM, place.channel, place.thread)
            await service.answer(place, room, press.text)
        elif press.verb == "watch":
            await self._watching.begin(place, press.text)
        elif press.verb in ("good", "bad"):
            await self._opinion(place, press)
        elif press.verb == "why":
            asker = await service.asker(place, place.thread)
            await service.show(place, await service.office.because(asker, token_of(press.text)))
        elif press.verb == "share":
            await self._share(place, press, body)
        elif press.verb == "sources":
            reply = await service.again(press.turns, place, asked=True)
            if reply.limited:
                await service.show(place, reply)
            else:
                await service.tell(place, service.rendering.sources(reply, press.page))
        else:
            await service.show(place, await service.again(press.turns, place, asked=True), press.page)

    async def _opinion(self, place: Place, press: Press) -> None:
        service = self._service
        reply = await service.again(press.turns, place)
        shown = service.rendering.events(reply, press.page)
        verdict: Verdict = "good" if press.verb == "good" else "bad"
        await service.stored(
            lambda state: state.feedback.record(PLATFORM, place.user, place.channel, judged(reply), verdict, shown)
        )
        await service.tell(
            place, said("Thank you, that is noted." if verdict == "good" else "Thank you; noted as wrong.")
        )

    async def _share(self, place: Place, press: Press, body: dict[str, Any]) -> None:
        """Shows to everybody what one person saw, and takes the private copy away."""
        reply = await self._service.again(press.turns, place)
        shared = Place(place.channel, place.user, place.thread, True, place.hook)
        user = body.get("user") or {}
        by = str(user.get("name") or user.get("username") or "")
        sent = await self._service.outbox.send(shared, self._service.rendering.answer(reply, press.page, by=by))
        if sent:
            await self._service.outbox.delete_original(place)


def place_of(body: dict[str, Any]) -> Place:
    """Where the answer to an interaction goes: to who pressed, below the message; openly only where nobody else is."""
    message = body.get("message") or {}
    container = body.get("container") or {}
    channel = str((body.get("channel") or {}).get("id") or container.get("channel_id") or "")
    thread = str(message.get("thread_ts") or container.get("thread_ts") or "")
    hook = Hook(str(body.get("response_url") or ""))
    user = str((body.get("user") or {}).get("id") or "")
    if channel.startswith("D") or not channel:
        return Place(channel, user, thread, public=True)
    return Place(channel, user, thread, False, hook)
