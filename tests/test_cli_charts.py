"""Pictures at the command line: saved to a file, told of in JSON, never in the way of the answer."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from bot import cli
from bot.answers import picturing
from bot.charts.artist import NotDrawn, size
from bot.charts.spec import Chart
from bot.model.answer import Answer, Line
from bot.model.money import Money
from bot.platforms.console.rendering import show
from tests.digests.press import Press

MADE_UP = {"Quillon": 10, "Marlow": 30, "Ostrom": 20}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    press = Press(tmp_path_factory.mktemp("press"))
    for company, millions in MADE_UP.items():
        press.publish(
            "news", "2025-10-02", f"{company} raised ${millions} million.", "funding",
            company=company, amount=Money(millions * 1e6, "USD"),
        )  # fmt: skip
    press.build().close()
    return press.db


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("BOT_"):
            monkeypatch.delenv(name)


@pytest.mark.parametrize(
    "command",
    [["ask", "/deal chart by size"], ["digest", "--since", date(2025, 10, 1).isoformat()]],
    ids=["ask", "digest"],
)
def test_a_picture_is_saved_and_its_place_printed(
    store: Path, tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "chart.png"
    assert cli.run([*command, "--db", str(store), "--chart", str(file)]) == 0
    out = capsys.readouterr().out.splitlines()
    wide, tall = size(file.read_bytes())
    assert out[-1] == f"Picture: {file} ({wide} × {tall} pixels)"
    assert any("Marlow raised $30 million" in line for line in out), "the text stands with it"


def test_without_the_option_it_is_said_that_there_is_one(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["ask", "--db", str(store), "/deal chart by size"]) == 0
    shown = capsys.readouterr()
    assert shown.err == "bot ask: a picture comes with this: --chart FILE saves it\n"
    assert "$30 million" in shown.out


@pytest.mark.parametrize(
    ("asked", "file", "told"),
    [
        ("/deal Quillon", "chart.png", "no picture comes with this"),
        ("/deal chart by size", "no/such/folder.png", "cannot be written"),
    ],
)
def test_what_cannot_be_saved_is_said_after_the_answer(
    store: Path, tmp_path: Path, asked: str, file: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["ask", "--db", str(store), "--chart", str(tmp_path / file), asked]) == 1
    shown = capsys.readouterr()
    assert "$10 million" in shown.out
    assert told in shown.err
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize("command", [["ask"], ["digest"]])
def test_json_saves_no_picture(store: Path, command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([*command, "--db", str(store), "--json", "--chart", "x.png"]) == 2
    assert "leave --chart out" in capsys.readouterr().err


def test_json_tells_the_words_and_the_size(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = b'{"id": 1, "turns": ["/deal chart by size"]}\n{"id": 2, "turns": ["/deal Quillon"]}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert cli.run(["ask", "--db", str(store), "--json"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert set(first["picture"]) == {"alt", "width", "height", "bytes"}
    assert first["picture"]["alt"] == (
        "Bar chart: Rounds by size. 3 told in US dollars. "
        "Marlow: $30 million; Ostrom: $20 million; Quillon: $10 million."
    )
    assert first["picture"]["width"] == 1200
    assert len(first["citations"]) == 3
    assert "picture" not in second


def test_the_answer_is_told_where_nothing_can_be_drawn(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Broken:
        def draw(self, chart: Chart) -> bytes:
            raise NotDrawn("no memory")

    monkeypatch.setattr(picturing, "ARTIST", Broken())
    assert cli.run(["ask", "--db", str(store), "/deal chart by size"]) == 0
    shown = capsys.readouterr()
    assert picturing.NO_PICTURE in shown.out
    assert "$30 million" in shown.out


@pytest.mark.parametrize(("picture", "told"), [(b"x", True), (None, False)])
def test_the_prompt_says_how_a_picture_is_saved(picture: bytes | None, told: bool) -> None:
    console = Console(file=io.StringIO(), width=200)
    show(Answer(True, "T", (Line("A fact"),), picture=picture), console)
    assert ("bot ask --chart FILE" in console.file.getvalue()) is told  # type: ignore[attr-defined]
