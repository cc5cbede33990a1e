"""`/facts`: one handler for every platform."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from pathlib import Path

from bot.admin import changes, looking
from bot.admin.command import Command, Refused, Undoing, many, moment
from bot.admin.judging import Judging
from bot.admin.logbook import logbook
from bot.admin.reload import Reloader, Report
from bot.answers.text import echo
from bot.model.answer import Answer
from bot.operations.faults import reported, under
from bot.state import State
from bot.state.audit import Entry
from bot.store.read import Facts, NoStore
from bot.store.work import Read

log = logging.getLogger(__name__)


class FactsDesk:
    """`read` runs work over the facts that are served; `command` is how readers call it: `/facts`, `/embodied facts`.

    `more` are commands of other rooms that are called the same way, such as `add`; `undoing` takes back what they did.
    Whoever calls `handle` says whether the user is an administrator, having asked the platform; commands that are not
    open are refused to others here.
    """

    def __init__(
        self,
        read: Read,
        state: State,
        reloader: Reloader,
        command: str = "/facts",
        more: Sequence[Command] = (),
        undoing: Sequence[Undoing] = (),
    ) -> None:
        self._read = read
        self._state = state
        self._reloader = reloader
        self._command = command
        judging = Judging(read, state.judgements, state.audit, command, undoing)
        own = (
            Command("status", "", "how much is known, since when, what waits", self._status, open=True),
            Command("sources", "[NAME | FILE | ID]", "the articles, or what a fact rests on", self._sources, open=True),
            Command("conflicts", "[NAME]", "where articles disagree", self._conflicts, open=True),
            Command("reload", "", "rebuilds the facts from the articles", self._reload),
            Command("retract", "ID | FILE", "takes a statement, an event or a whole article out", judging.retract),
            Command("same", '"A" "B"', "B is A under another name", judging.same),
            Command("different", '"A" "B"', "A and B are two", judging.different),
            Command("correct", "ID SLOT VALUE", "puts a value of an event right", judging.correct),
            Command(
                "undo",
                "[NUMBER]",
                "takes the last judgement back, or saved article; with a number, that action",
                judging.undo,
            ),
            Command("audit", "[COUNT]", "what administrators did", self._audit),
        )
        self._commands = {command.name: command for command in (*own, *more)}

    def commands(self, is_admin: bool) -> list[Command]:
        """What somebody may use."""
        return [command for command in self._commands.values() if command.open or is_admin]

    async def handle(self, user: str, is_admin: bool, text: str) -> Answer:
        """The answer to what follows `/facts`; raises for a cancellation only.

        `user` is who asks, as it will stand in the audit log: `slack:U123`, `discord:456`, `console:ada`.
        """
        word, _, rest = text.strip().partition(" ")
        command = self._commands.get(word.casefold() or "status")
        if command is None:
            return self._usage(f"There is no “{self._command} {echo(word, 20)}”.", is_admin)
        if not (command.open or is_admin):
            return self._usage(f"Only administrators may use {self._command} {command.name}.", is_admin)
        try:
            return await command.run(user, rest.strip())
        except Refused as refusal:
            return Answer(False, str(refusal), hints=refusal.hints)
        except NoStore as error:
            return Answer(False, error.sentence)
        except Exception as error:
            return Answer(False, under(reported(log, f"{self._command} {command.name}", error)))

    def _usage(self, reason: str, is_admin: bool) -> Answer:
        hints = (f"{self._command} {c.name} {c.usage}".rstrip() + f": {c.about}" for c in self.commands(is_admin))
        return Answer(False, reason, hints=tuple(hints))

    async def _status(self, user: str, text: str) -> Answer:
        def work(facts: Facts) -> Answer:
            waiting = _waiting(self._state, facts.built_at(), self._reloader.last())
            return looking.status(facts, (*waiting, *self._more()), self._command)

        return await self._read(work)

    async def _sources(self, user: str, text: str) -> Answer:
        return await self._read(lambda facts: looking.sources(facts, text, self._command))

    async def _conflicts(self, user: str, text: str) -> Answer:
        return await self._read(lambda facts: looking.conflicts(facts, text, self._command))

    async def _reload(self, user: str, text: str) -> Answer:
        report = await self._reloader.reload(user)
        return await asyncio.to_thread(_changed, self._reloader.db, report)

    async def _audit(self, user: str, text: str) -> Answer:
        return logbook(self._state.audit, text)

    def _more(self) -> list[str]:
        """What is said of reloads."""
        going_on, last = self._reloader.going_on(), self._reloader.last()
        said = []
        if going_on is not None:
            said.append(f"A reload is going on: {going_on.who or 'somebody'} started it on {moment(going_on.at)}")
        if last is not None:
            said.append(f"The last reload: {last.who or 'somebody'}, {moment(last.at)}, {last.outcome}")
        return said


def _waiting(state: State, built_at: str, reloaded: Entry | None) -> list[str]:
    """How many judgements hold, and how many were given or taken back since the build that is served."""
    built = f"{built_at[:19]}Z"
    if reloaded is not None and reloaded.outcome.startswith("done") and reloaded.done >= built:
        known = reloaded.number  # what was judged while it was built is not in it
    else:
        known = state.audit.before(built)
    holding, changed = len(state.judgements.standing()), state.judgements.changed_since(known)
    if not holding and not changed:
        return []
    waiting = f"; {changed:,} given or taken back since this build" if changed else ""
    return [f"{many(holding, 'judgement')} of administrators{waiting}"]


def _changed(db: Path, report: Report) -> Answer:
    """Read from the new store itself: the one that is served may be another by now."""
    with Facts.open(db) as facts:
        return changes.told(facts, report)
