"""`bot export` and `bot deal --csv`: whole files, the forms that are asked for, one line where something is wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from pathlib import Path

import pytest

from bot import cli
from bot.commandline.output import Failure
from bot.commandline.saving import save
from tests.answers.answer_shelf import put_together

Shown = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(put_together(tmp_path_factory.mktemp("exported")))


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("BOT_"):
            monkeypatch.delenv(name)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def exported(store: str, capsys: Shown, *options: str) -> list[dict[str, str]]:
    assert cli.run(["export", "--db", store, *options]) == 0
    return rows(capsys.readouterr().out)


def test_every_event_the_newest_first(store: str, capsys: Shown) -> None:
    told = exported(store, capsys)
    days = [one["date_first"] or one["told_first"] for one in told if not one["start"]]
    assert days == sorted(days, reverse=True)
    assert len({one["event"] for one in told}) == len(told) > 15


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        (["--kind", "ipo"], {"ipo"}),
        (["--kind", "funding", "--kind", "price"], {"funding", "price"}),
        (["--since", "2026"], {"ipo", "plan", "forecast"}),
        (["--as-of", "2025-02"], set()),
    ],
)
def test_narrowed(store: str, capsys: Shown, options: list[str], kinds: set[str]) -> None:
    assert {one["kind"] for one in exported(store, capsys, *options)} == kinds


@pytest.mark.parametrize("as_of", ["2025-04-01", "2025-03"])
def test_as_of_a_day_it_is_as_it_was_told_then(store: str, capsys: Shown, as_of: str) -> None:
    told = exported(store, capsys, "--kind", "funding", "--as-of", as_of)
    assert [(one["round"], one["amount"], one["conflicts"]) for one in told] == [
        ("Series B", "120000000", ""),
        ("Series A", "30000000", ""),
    ]


def test_json_and_markdown(store: str, capsys: Shown) -> None:
    assert cli.run(["export", "--db", store, "--kind", "ipo", "--format", "json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["company"], one["exchange"], one["article"]) == ("Quillon Robotics", "Oslo", ["c-follow-up.md"])
    assert cli.run(["export", "--db", store, "--kind", "ipo", "--format", "markdown"]) == 0
    assert capsys.readouterr().out.splitlines()[2].startswith(f"| {one['event']} | ipo | 2026 | Quillon Robotics is")


def test_parquet_with_its_types(store: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra `export` is not installed")
    file = tmp_path / "facts.parquet"
    assert cli.run(["export", "--db", store, "--format", "parquet", "--kind", "funding", "--out", str(file)]) == 0
    table = parquet.read_table(file)
    first = table.slice(0, 1).to_pylist()[0]
    assert (first["amount"], first["amount_approximate"], first["valuation"]) == (112e6, False, None)
    assert first["investors"] == ["Bexley Capital", "Ostrel Cloud"]
    assert {str(table.schema.field(name).type) for name in ("amount", "value")} == {"double"}


def test_without_the_extra_it_is_said_which(
    store: str, tmp_path: Path, capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    file = tmp_path / "facts.parquet"
    assert cli.run(["export", "--db", store, "--format", "parquet", "--out", str(file)]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "pip install -e '.[export]'" in err
    assert not file.exists()


def test_deals_as_a_table(store: str, tmp_path: Path, capsys: Shown) -> None:
    assert cli.run(["deal", "Quillon", "2025", "--csv", "--db", store]) == 0
    printed = capsys.readouterr().out
    assert [one["round"] for one in rows(printed)] == ["Series B"]
    file = tmp_path / "deals.csv"
    assert cli.run(["deal", "Quillon", "2025", "--csv", "--db", store, "--out", str(file)]) == 0
    assert file.read_text("utf-8") == printed
    assert capsys.readouterr().err == f"bot deal: 1 deal in {file}\n"


def test_deals_without_a_table_are_told_as_in_a_chat(store: str, capsys: Shown) -> None:
    assert cli.run(["deal", "Quillon", "--db", store]) == 0
    assert capsys.readouterr().out.startswith("Deals: Quillon Robotics (3)\n")


def test_a_file_that_comes_with_an_answer_is_told_of(
    store: str, capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = io.TextIOWrapper(io.BytesIO(b'{"id": 1, "turns": ["/deal Quillon csv"]}\n'))
    monkeypatch.setattr(sys, "stdin", request)
    assert cli.run(["ask", "--json", "--db", store]) == 0
    told = json.loads(capsys.readouterr().out)["file"]
    assert told["name"] == "deals-quillon-robotics.csv"
    assert told["bytes"] > 1000


def test_beside_an_answer_it_is_said_how_to_have_the_file(store: str, capsys: Shown) -> None:
    assert cli.run(["ask", "/deal Quillon csv", "--db", store]) == 0
    assert capsys.readouterr().err == (
        "bot ask: deals-quillon-robotics.csv comes with this: `bot deal … --csv` prints or saves it\n"
    )


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        (["export", "--since", "soon"], 2, "--since 'soon' is no date"),
        (["export", "--as-of", "2025-13"], 2, "--as-of '2025-13' is no date"),
        (["export", "--kind", "gossip"], 2, "--kind 'gossip' is none: there are funding, "),
        (["export", "--format", "xlsx"], 2, "xlsx"),
        (["export", "--out", "no/such/folder/facts.csv"], 1, "cannot be written"),
        (["deal", "Zephyrine", "--csv"], 1, "Nothing is known about “Zephyrine”"),
        (["deal", "Quillon", "--out", "deals.csv"], 2, "ask for it with --csv"),
    ],
)
def test_what_is_wrong_is_one_line(store: str, capsys: Shown, command: list[str], status: int, said: str) -> None:
    assert cli.run([*command, "--db", store]) == status
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert said in shown.err


def test_without_a_store_it_is_said_what_to_do(tmp_path: Path, capsys: Shown) -> None:
    assert cli.run(["export", "--db", str(tmp_path / "none.db")]) == 2
    assert "run `bot build`" in capsys.readouterr().err


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "facts.csv"
    file.write_bytes(b"before")

    def broken(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(Failure, match=r"facts\.csv cannot be written \(No space left on device\)"):
        save(file, b"after", "bot export")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"facts.csv": b"before"}


@pytest.mark.parametrize("place", ["/", "."])
def test_a_folder_is_no_file(place: str) -> None:
    with pytest.raises(
        Failure, match=f"bot export: {re.escape(place)} cannot be written \\(it is a folder\\): name a file"
    ):
        save(Path(place), b"one", "bot export")


def test_a_saved_file_keeps_its_mode_and_links_lead_to_it(tmp_path: Path) -> None:
    file, link = tmp_path / "facts.csv", tmp_path / "link.csv"
    file.write_bytes(b"before")
    file.chmod(0o640)
    link.symlink_to(file)
    save(link, b"after", "bot export")
    assert link.is_symlink()
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"after", 0o640)


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    save(Path("/dev/null"), b"data", "bot export")
    assert Path("/dev/null").is_char_device()
    with pytest.raises(Failure, match="cannot be written"):
        save(tmp_path, b"data", "bot export")
    assert list(tmp_path.iterdir()) == []
