"""`bot site` and `bot browse` at the command line."""

from __future__ import annotations

import os
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from bot import cli
from bot.commandline import publishing


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("BOT_"):
            monkeypatch.delenv(name)


def test_site_says_where_it_is(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "web"
    assert cli.run(["site", str(out), "--db", str(store)]) == 0
    count = sum(path.is_file() for path in out.rglob("*")) - 1
    assert capsys.readouterr().out == f"{count} files in {out}: open {out}/index.html\n"


def test_dates_and_sums_follow_the_language(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_LOCALE", "de")
    assert cli.run(["site", str(tmp_path / "web"), "--db", str(store)]) == 0
    assert "4. März 2025" in (tmp_path / "web" / "deals.html").read_text("utf-8")


@pytest.mark.parametrize("address", ["https://facts.example.com/robots", "https://facts.example.com/robots/"])
def test_the_address_stands_in_the_feed(address: str, store: Path, tmp_path: Path) -> None:
    assert cli.run(["site", str(tmp_path / "web"), "--db", str(store), "--address", address]) == 0
    assert 'href="https://facts.example.com/robots/index.html"' in (tmp_path / "web" / "feed.xml").read_text("utf-8")


@pytest.mark.parametrize(
    "address", ["facts.example.com", "ftp://facts.example.com/", "https://a.example/?q=1", "https://["]
)
def test_an_address_that_is_none_is_refused(
    address: str, store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["site", str(tmp_path / "web"), "--db", str(store), "--address", address]) == 2
    assert capsys.readouterr().err == (
        f"bot site: --address {address!r} is none: write it like https://facts.example.com/robots/\n"
    )
    assert not (tmp_path / "web").exists()


def test_what_is_no_site_is_refused_in_a_line(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    assert cli.run(["site", str(tmp_path), "--db", str(store)]) == 2
    error = capsys.readouterr().err
    assert error == f"bot site: {tmp_path} is not a site of bot site and not empty: name another folder\n"
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("command", [["site", "web"], ["browse"]])
def test_without_a_store_a_line_says_what_to_do(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(publishing, "version", lambda name: "0.65.1")
    assert cli.run([*command, "--db", "none.db"]) == 2
    assert capsys.readouterr().err == "there is no fact store at none.db: run `bot build`\n"


def test_browse_without_datasette_says_how_to_get_it(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(publishing, "version", none)
    assert cli.run(["browse", "--db", str(store)]) == 2
    assert capsys.readouterr().err == (
        "bot browse: Datasette is not installed; install it with: pip install -e '.[browse]'\n"
    )


def test_browse_refuses_a_datasette_it_was_not_written_for(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(publishing, "version", lambda name: "1.0a20")
    assert cli.run(["browse", "--db", str(store)]) == 2
    assert capsys.readouterr().err.startswith("bot browse: Datasette is 1.0a20, this needs 0.65; ")
