"""`/facts add`: what an administrator sees, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.build import build
from bot.intake.adding import Adding
from bot.intake.service import Intake
from bot.model.answer import Answer
from bot.settings import Settings
from bot.state import State
from tests.intake.near import NearReader
from tests.intake.pages import Site
from tests.intake.texts import QUILLON, TAMSIN, page

WHO = "slack:U1"


class Bench:
    def __init__(self, site: Site, state: State, root: Path) -> None:
        self.site, self.state = site, state
        self.settings = Settings(db=root / "facts.db", seeds=root / "seeds", inbox=root / "inbox")
        intake = Intake(self.settings, state, reader=NearReader(), fetcher=site.fetcher())
        self.adding = Adding(intake, state, "/facts add")

    async def say(self, text: str) -> Answer:
        return await self.adding.run(WHO, text)

    async def press(self, answer: Answer, label: str) -> Answer:
        (command,) = (action.command for action in answer.actions if action.label == label)
        assert command.startswith("/facts add ")
        return await self.say(command.removeprefix("/facts add "))

    def files(self) -> list[str]:
        return sorted(file.name for file in self.settings.inbox.glob("*"))

    def logged(self) -> list[tuple[str, str, str, str]]:
        return [(e.who, e.action, e.what, e.outcome) for e in self.state.audit.entries()]


@pytest.fixture
def bench(site: Site, tmp_path: Path) -> Iterator[Bench]:
    site.text("/t", page("Tamsin buys Orlo", TAMSIN, "2025-03-06"))
    with State.open(tmp_path / "state.db") as state:
        yield Bench(site, state, tmp_path)


async def test_shown_then_saved(bench: Bench) -> None:
    shown = await bench.say(bench.site.url("/t"))
    assert shown.answered
    assert shown.title.startswith("“Tamsin buys Orlo” (Example News, 2025-03-06): ")
    assert " new" in shown.title
    (line,) = (line for line in shown.lines if "$90 million" in line.text)
    assert line.citations[0].quote == TAMSIN[0]
    assert line.citations[0].url == bench.site.url("/t")
    assert bench.files() == []
    saved = await bench.press(shown, "Save it")
    (name,) = bench.files()
    assert name in saved.title
    assert bench.logged() == [(WHO, "add", bench.site.url("/t"), f"saved as {name}")]
    assert not (await bench.press(shown, "Save it")).answered
    assert not (await bench.say(bench.site.url("/t"))).answered  # it is there already
    assert bench.files() == [name]


async def test_shown_then_discarded(bench: Bench) -> None:
    shown = await bench.say(f"<{bench.site.url('/t')}>")
    assert "nothing was saved" in (await bench.press(shown, "Discard it")).title
    assert bench.files() == []
    assert bench.logged() == [(WHO, "add", bench.site.url("/t"), "discarded")]
    assert not (await bench.press(shown, "Save it")).answered


async def test_an_attachment(bench: Bench) -> None:
    shown = await bench.adding.attachment("tamsin.txt", "\n\n".join(("Tamsin buys Orlo", *TAMSIN)).encode())
    await bench.press(shown, "Save it")
    assert bench.files() == ["tamsin.txt"]


async def test_what_contradicts_comes_first_with_both_figures(bench: Bench) -> None:
    bench.settings.seeds.mkdir()
    (bench.settings.seeds / "quillon.md").write_text("---\npublished: 2025-03-04\n---\n\n" + "\n\n".join(QUILLON))
    build([bench.settings.seeds], bench.settings.db)
    text = QUILLON[0].replace("$21 million", "$35 million")
    shown = await bench.adding.attachment("other.txt", "\n\n".join((text, *TAMSIN)).encode())
    first = shown.lines[0]
    assert first.text.startswith("Disputes: ")
    assert "1 disputed" in shown.title
    both = " ".join((first.text, *(note.text for note in first.notes)))
    assert "$21 million" in both
    assert "$35 million" in both


async def test_a_copy_is_told(bench: Bench) -> None:
    await bench.press(await bench.say(bench.site.url("/t")), "Save it")
    bench.site.text("/copy", page("Gripper maker sold", ("(Example Wire) Our desk reports.", *TAMSIN)))
    shown = await bench.say(bench.site.url("/copy", "wire.example.com"))
    assert "so no second source" in shown.title


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Name one article"),
        ("https://a.example.com/ https://b.example.com/", "Name one article"),
        ("http://169.254.169.254/", "link-local"),
        ("https://gone.example.com/", "is not known"),
        ("save", "is gone"),
        ("discard nothing", "is gone"),
    ],
)
async def test_refusals(text: str, told: str, bench: Bench) -> None:
    answer = await bench.say(text)
    assert not answer.answered
    assert told in answer.title
    assert bench.files() == []
    assert bench.logged() == []


async def test_an_inbox_that_cannot_be_written(bench: Bench) -> None:
    shown = await bench.say(bench.site.url("/t"))
    bench.settings.inbox.write_text("in the way")
    refused = await bench.press(shown, "Save it")
    assert "could not be saved" in refused.title
    bench.settings.inbox.unlink()
    assert (await bench.press(shown, "Save it")).answered  # nothing was lost
