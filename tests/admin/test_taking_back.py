"""`/facts undo` after an article was saved: its file goes, and comes back, and the log tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import cli
from bot.admin import FactsDesk
from bot.admin.checking import Demands, check
from bot.intake.taking_back import AWAY, TakingBack
from bot.model.answer import Answer
from bot.store.write import BuildError
from tests.admin.conftest import House
from tests.admin.shelf import built
from tests.intake.near import NearReader
from tests.raising import put

LUMEN = "Lumen raised $30 million in a Series B. It makes lamps for bakers in the old town."


class Desk:
    """Looks after a house in which an article was saved into the shelf that is built from."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.desk = FactsDesk(house._read, house.state, house.reloader, undoing=(TakingBack(house.state, house.shelf),))
        self.action = self.saved("lumen.md")

    def saved(self, name: str, body: str = LUMEN) -> int:
        put(self.house.shelf, name, body)
        return self.house.state.saved.note("slack:U2", "https://example.org/lumen", name)

    async def says(self, text: str) -> Answer:
        return await self.desk.handle("slack:U1", True, text)

    def sources(self) -> set[str]:
        self.house.rebuild()
        return self.house.facts(lambda facts: {a.source for a in facts.articles()})


@pytest.fixture
def desk(house: House) -> Desk:
    return Desk(house)


async def test_the_file_goes_and_the_next_build_does_not_read_it(desk: Desk) -> None:
    assert "lumen.md" in desk.sources()
    answer = await desk.says("undo")
    assert answer.title == "Took back action 1 of slack:U2 (action 2)."
    assert "lumen.md" not in desk.sources()
    assert (desk.house.shelf / AWAY / "lumen.md").read_text().endswith(f"{LUMEN}\n")


async def test_the_undoing_can_be_undone_and_so_on(desk: Desk) -> None:
    await desk.says("undo 1")
    assert (await desk.says("undo 2")).title == "Took back action 2 of slack:U1 (action 3)."
    assert "lumen.md" in desk.sources()
    assert (await desk.says("undo")).title == "Took back action 3 of slack:U1 (action 4)."
    assert "lumen.md" not in desk.sources()


async def test_the_log_tells_of_it(desk: Desk) -> None:
    await desk.says("undo")
    moved, saved = [line.text.split(" · ", 2)[2] for line in (await desk.says("audit")).lines]
    assert moved == f"slack:U1 · undo · action 1 · lumen.md was moved to {AWAY}/lumen.md"
    assert saved == "slack:U2 · add · https://example.org/lumen · saved as lumen.md · undone by action 2"


async def test_the_last_thing_done_is_taken_back_first(desk: Desk) -> None:
    desk.house.rebuild()
    await desk.says("same Quillon, Brisk Motion")
    desk.saved("other.md", "Tamsin raised $3 million in a Series A. It is small and makes very little so far.")
    assert [(await desk.says("undo")).title.split()[3] for _ in range(3)] == ["3", "2", "1"]
    assert not (await desk.says("undo")).answered


@pytest.mark.parametrize(
    ("then", "why"),
    [
        (lambda folder: (folder / "lumen.md").unlink(), "is not in"),
        (lambda folder: (folder / AWAY).write_text("a file"), "cannot be moved"),
    ],
)
async def test_what_cannot_be_moved_is_told_and_stays_to_be_done(desk: Desk, then, why: str) -> None:  # type: ignore[no-untyped-def]
    then(desk.house.shelf)
    answer = await desk.says("undo")
    assert not answer.answered
    assert why in answer.title
    assert len(desk.house.state.audit.entries()) == 1


async def test_nothing_is_written_over(desk: Desk) -> None:
    await desk.says("undo")
    again = desk.saved("lumen.md", "Another text about lamps. Lumen raised $31 million in a Series B. It is said.")
    assert not (await desk.says("undo 2")).answered
    assert "$31 million" in (desk.house.shelf / "lumen.md").read_text()
    assert (await desk.says(f"undo {again}")).answered
    assert sorted(file.name for file in (desk.house.shelf / AWAY).iterdir()) == ["lumen.md", "lumen_2.md"]


async def test_what_was_taken_back_is_not_missed_by_the_check(desk: Desk, tmp_path: Path) -> None:
    desk.saved("more.md", "Tamsin raised $3 million in a Series A. Tamsin raised $9 million in a Series B. Fine.")
    desk.house.rebuild()
    await desk.says("undo")
    built(desk.house.shelf, tmp_path / "new.db")
    with pytest.raises(BuildError, match="less than"):
        check(tmp_path / "new.db", desk.house.db, Demands(0.8, ("/help",)))
    moved = desk.house.state.saved.moved_away()
    assert moved == {"more.md"}
    check(tmp_path / "new.db", desk.house.db, Demands(0.8, ("/help",), moved))


def test_what_the_command_line_saves_it_takes_back(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.commandline.adding.Reader", NearReader)
    monkeypatch.setenv("BOT_INBOX", str(tmp_path / "inbox"))
    monkeypatch.setenv("BOT_STATE", str(house.state_file))
    file = tmp_path / "lumen.txt"
    file.write_text(LUMEN)
    assert cli.run(["add", str(file), "--db", str(house.db), "--yes"]) == 0
    assert "`bot facts undo 1` takes it back" in capsys.readouterr().err
    assert cli.run(["facts", "--db", str(house.db), "undo"]) == 0
    assert [path.name for path in (tmp_path / "inbox").iterdir()] == [AWAY]
    elsewhere = ["add", str(file), "--db", str(house.db), "--yes", "--into", str(tmp_path / "other")]
    assert cli.run(elsewhere) == 0
    assert [entry.action for entry in house.state.audit.entries()] == ["add", "undo", "add"]
    assert cli.run(["facts", "--db", str(house.db), "undo"]) == 1
