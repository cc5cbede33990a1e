"""Twenty questions a second while the facts are rebuilt and swapped: every one is answered, each from one build."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from pathlib import Path

from bot.admin import Reloader
from bot.answers.render import plain
from bot.app import serving, version
from bot.platforms.shared.desk import Desk, Room
from bot.platforms.shared.servings import Servings
from bot.state import State
from tests.admin.shelf import building, built
from tests.raising import put

COMPANIES = ("Abelian", "Brisk", "Corvane", "Dunlin", "Estuary", "Fathom", "Gannet", "Heron")
QUESTIONS = ("/deal Tessaro", "/timeline Tessaro", *(f"/deal {name}" for name in COMPANIES), "who invested in Brisk?")
RATE = 20
RELOADS = 3
WAITS = 60
_SUM = re.compile(r"\$(\d+) million")


def write_articles(shelf: Path, build: int) -> None:
    """The articles as they are in one build: every sum in them is told of that build alone."""
    for name in COMPANIES:
        put(
            shelf,
            f"{name.lower()}.md",
            f"{name} raised ${100 + build} million in a Series A from Tessaro. It makes arms.",
        )


@dataclass
class Heard:
    """What was answered: the sums of each answer, and the questions that failed."""

    failed: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    builds: list[int] = field(default_factory=list)

    def note(self, text: str, sums: set[int], failed: bool) -> None:
        if failed or not sums:
            self.failed.append(text)
        elif len(sums) > 1:
            self.mixed.append(text)
        else:
            self.builds.append(sums.pop() - 100)


async def ask_steadily(desk: Desk, heard: Heard, stop: asyncio.Event) -> None:
    """Asks twenty times a second, whether or not the questions before are answered, until it is told to stop."""
    loop = asyncio.get_running_loop()
    begin, asked = loop.time(), 0

    async def ask(number: int) -> None:
        question = QUESTIONS[number % len(QUESTIONS)]
        reply = await desk.answer(Room("slack", f"C{number}"), "U1", question)
        text = plain(reply.answer)
        failed = reply.failed or not reply.answer.answered
        heard.note(text, {int(told) for told in _SUM.findall(text)}, failed)

    async with asyncio.TaskGroup() as group:
        while not stop.is_set():
            group.create_task(ask(asked))
            asked += 1
            try:
                await asyncio.wait_for(stop.wait(), max(0.0, begin + asked / RATE - loop.time()))
            except TimeoutError:
                continue


async def test_no_answer_fails_and_none_is_mixed(tmp_path: Path) -> None:
    shelf, db, file = tmp_path / "shelf", tmp_path / "facts.db", tmp_path / "state.db"
    write_articles(shelf, 0)
    built(shelf, db)
    desk = Desk(Servings(lambda: serving(db), lambda: version(db), patience=10.0), seconds=WAITS)
    heard, stop = Heard(), asyncio.Event()
    with State.open(file) as state:
        reloader = Reloader(db, lambda: building(shelf, db, file), state.audit, desk.warm)
        await desk.warm()
        asking = asyncio.create_task(ask_steadily(desk, heard, stop))
        for build in range(1, RELOADS + 1):
            write_articles(shelf, build)
            report = await asyncio.wait_for(reloader.reload("slack:U1"), WAITS)
            assert report.counts["changes"] == {"corrected": len(COMPANIES)}
            first_after = len(heard.builds)
            while len(heard.builds) < first_after + RATE // 2:  # from warm on, the new build answers
                reply = await desk.answer(Room("slack", "last"), "U2", "/deal Brisk")
                assert {int(told) for told in _SUM.findall(plain(reply.answer))} == {100 + build}
        stop.set()
        await asyncio.wait_for(asking, WAITS)
        assert await desk.close()
    assert (heard.failed, heard.mixed) == ([], [])
    assert set(heard.builds) == set(range(RELOADS + 1))
    assert len(heard.builds) >= RATE * RELOADS // 2
