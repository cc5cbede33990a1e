"""A fact store that cannot be served when the bot starts is rebuilt from the articles, and administrators are told."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from bot.admin import Refused
from bot.admin.reload import Busy, Reloads
from bot.model.answer import Answer
from bot.model.posting import Gone, NotSent, Postman
from bot.store.damage import damage, set_aside

log = logging.getLogger(__name__)

WHO = "bot"
"""Whom the audit log names for a reload that the bot began by itself."""

_AGAIN = 5.0
"""Seconds until the next look where somebody else is reloading."""
_TRIES = 30
_LONGEST_WAIT = 60.0


class Recovery:
    """`admins`: by platform, the ids of those who are told directly; the log tells everybody else."""

    def __init__(
        self,
        db: Path,
        reloads: Reloads,
        postmen: Mapping[str, Postman],
        admins: Mapping[str, Sequence[str]],
        again: float = _AGAIN,
    ) -> None:
        self._db = db
        self._reloads = reloads
        self._postmen = postmen
        self._admins = admins
        self._again = again

    async def run(self, stop: asyncio.Event) -> None:
        """Looks once, rebuilds where that is needed, and tells."""
        try:
            told = await self._recover()
        except OSError as error:
            told = f"The damaged fact store {self._db} cannot be moved away ({error.strerror}): do that, and restart."
            log.error("%s", told)
        if told:
            await self._tell(told, stop)

    async def _recover(self) -> str:
        found = await asyncio.to_thread(damage, self._db)
        if found is None:
            return ""
        if found.sort == "foreign":
            log.error("%s", found.told)
            return ""
        log.error("%s: it is rebuilt from the articles", found.told)
        kept = ""
        if found.sort == "damaged":
            aside = await asyncio.to_thread(set_aside, self._db)
            kept = f" The damaged file is kept as {aside.name}."
        what = found.told[0].upper() + found.told[1:]
        try:
            while not await self._rebuilt():
                await asyncio.sleep(self._again)
        except Refused as error:
            log.error("the fact store could not be rebuilt: %s", error)
            return f"{what}, and could not be rebuilt: {error}{kept}"
        log.warning("the fact store was rebuilt from the articles")
        return f"{what}. It was rebuilt from the articles.{kept}"

    async def _rebuilt(self) -> bool:
        """Whether it is there again, by this reload or by the one that somebody else began."""
        try:
            await self._reloads.reload(WHO)
        except Busy:
            return self._db.exists() and await asyncio.to_thread(damage, self._db) is None
        except Refused:
            raise
        except Exception as error:  # such as a state that somebody holds, or a full disk
            log.error("the fact store is not rebuilt yet, tried again soon: %s: %s", type(error).__name__, error)
            return False
        return True

    async def _tell(self, told: str, stop: asyncio.Event) -> None:
        answer = Answer(False, told)
        posts = [
            self._post(self._postmen[platform], f"@{user}", answer, stop)
            for platform, users in self._admins.items()
            if platform in self._postmen
            for user in users
        ]
        await asyncio.gather(*posts)

    @staticmethod
    async def _post(postman: Postman, person: str, answer: Answer, stop: asyncio.Event) -> None:
        """Once, as soon as the platform is connected; what may have arrived is not sent again."""
        token = secrets.token_hex(10)
        for _ in range(_TRIES):
            if stop.is_set():
                return
            try:
                await postman.post(person, answer, token)
                return
            except NotSent as later:
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), min(later.retry_after, _LONGEST_WAIT))
            except Gone as error:
                log.warning("an administrator could not be told: %s", error)
                return
            except Exception as error:
                log.warning("an administrator may not have been told (%s: %s)", type(error).__name__, error)
                return
