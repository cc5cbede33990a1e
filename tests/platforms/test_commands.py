"""`bot run`, `bot doctor`, `bot feedback`, `bot backup`, `bot forget`, `bot digest`, as a user meets them."""

from __future__ import annotations

import io
import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import cli
from bot.model.money import Money
from bot.state import State
from tests.digests.press import Press


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(("BOT_", "SLACK_", "DISCORD_")):
            monkeypatch.delenv(name)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "state.db"
    with State.open(path) as state:
        state.feedback.record("slack", "U1", "C1", ["who leads 1X?", "since when?"], "bad", ["e1"])
        state.feedback.record("discord", "7", "9", ["/deal\nFigure"], "good")
        state.watches.add("slack", "user", "U1", "e1", "Unitree")
    return path


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    press = Press(tmp_path_factory.mktemp("press"))
    press.publish("one", "2025-10-02", "Quillon raised $5 million.", "funding", company="Quillon",
                  amount=Money(5e6, "USD"))  # fmt: skip
    press.build().close()
    return press.db


def refused(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 2) -> str:
    """The one line with which a command refuses."""
    assert cli.run(list(arguments)) == status
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    return line


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> list[str]:
    assert cli.run(list(arguments)) == status
    out, err = capsys.readouterr()
    assert err == ""
    return out.splitlines()


def test_feedback_is_listed_one_a_line(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "feedback", "--state", str(file))
    assert len(lines) == 2
    assert "good  discord 9 7  /deal\\nFigure" in lines[0]
    assert "bad   slack C1 U1  who leads 1X? → since when?" in lines[1]
    assert printed(capsys, "feedback", "--bad", "--state", str(file)) == lines[1:]
    assert printed(capsys, "feedback", "--good", "--bad", "--state", str(file)) == lines
    assert printed(capsys, "feedback", "--since", "2999-01-01", "--state", str(file)) == []


def test_feedback_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = printed(capsys, "feedback", "--bad", "--json", "--state", str(file))
    told = json.loads(line)
    assert told.pop("at").endswith("Z")
    assert told == {
        "platform": "slack", "channel": "C1", "user": "U1", "verdict": "bad",
        "turns": ["who leads 1X?", "since when?"], "events": ["e1"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("feedback",), "there is no state at data/state.db"),
        (("backup", "copy.db"), "there is no state at data/state.db"),
        (("forget", "slack", "U1"), "there is no state at data/state.db"),
        (("backup", "nowhere/copy.db"), "there is no folder nowhere"),
        (("run",), "no platform is set up"),
        (("digest",), "there is no fact store at data/facts.db"),
        (("digest", "--since", "Monday"), "--since 'Monday' is no date: write it like 2025-10-08 or 2025-10"),
        (("digest", "--since", "2025-10-08", "--until", "2025-10-08"), "no day lies between"),
        (("feedback", "--since", "2025-13-01"), "'2025-13-01' is no date"),
        (("judgements", "import", "nowhere.txt"), "nowhere.txt cannot be read (No such file or directory)"),
        (("forget", "irc", "U1"), "'irc' is not one of 'slack', 'discord'"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    arguments: tuple[str, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    line = refused(capsys, *arguments)
    assert line.startswith(f"bot {arguments[0]}: ") or "fact store" in line
    assert told in line


def test_a_backup_is_whole_and_private_and_overwrites_nothing(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.db"
    (line,) = printed(capsys, "backup", str(copy), "--state", str(file))
    assert line == f"{copy}: {copy.stat().st_size:,} bytes"
    assert copy.stat().st_mode & 0o777 == 0o600
    assert printed(capsys, "feedback", "--state", str(copy)) == printed(capsys, "feedback", "--state", str(file))
    before = copy.read_bytes()
    assert "is there already" in refused(capsys, "backup", str(copy), "--state", str(file))
    assert copy.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} >= {"copy.db", "state.db"}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".backup")]


def test_a_person_is_forgotten(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = printed(capsys, "forget", "slack", "U1", "--state", str(file))
    assert line.startswith("slack U1: removed 1 feedback, ")
    assert "1 watches" in line
    assert len(printed(capsys, "feedback", "--state", str(file))) == 1


def test_the_doctor_finds_nothing_wrong(db: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "doctor", "--db", str(db), "--state", str(file))
    assert [line.split(":")[0] for line in lines] == ["ok     facts", "ok     state", "note   platforms"]


def test_the_doctor_names_each_fault_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "facts.db").write_text("Dear diary, " * 100)
    (tmp_path / "state.db").write_text("Dear diary, " * 100)
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:9/api/")
    paths = ("--db", str(tmp_path / "facts.db"), "--state", str(tmp_path / "state.db"))
    lines = printed(capsys, "doctor", *paths, status=1)
    assert [line[:5] for line in lines] == ["fault"] * 4
    assert "run `bot build`" in lines[0]
    assert "put back a copy with `bot restore FILE`" in lines[1]
    assert "SLACK_APP_TOKEN is not" in lines[2]
    assert "cannot be reached" in lines[3]
    assert "xoxb-secret" not in "".join(lines)
    assert len(printed(capsys, "doctor", "--offline", *paths, status=1)) == 3


def test_a_variable_that_makes_no_sense_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_ANSWER_SECONDS", "soon")
    assert refused(capsys, "doctor").startswith("BOT_ANSWER_SECONDS: ")


def test_a_digest_is_printed(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "digest", "--since", "2025-10-01", "--db", str(db))
    assert lines[0] == "New since 1 October 2025: 1 new, from 1 article"
    assert lines[1] == "Quillon raised $5 million [1]"
    assert "one.md" in lines[2] or "2025-10-02" in lines[2]
    assert printed(capsys, "digest", "--since", "2025-10-03", "--db", str(db)) == ["Nothing new since 3 October 2025."]
    assert len(printed(capsys, "digest", "--since", "2025-10-01", "--topic", "quillon", "--db", str(db))) == 3


def test_where_nothing_is_new_the_newest_article_is_told(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nothing, hint = printed(capsys, "digest", "--db", str(db))
    assert nothing.startswith("Nothing new since ")
    assert hint == "- The newest article is of 2025-10-02: bot digest --since 2025-10"
    assert "Quillon raised $5 million" in " ".join(printed(capsys, "digest", "--db", str(db), "--since", "2025-10"))


def test_a_build_without_articles_says_where_they_belong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "shelf").mkdir()
    assert cli.run(["build", "--seeds", str(tmp_path / "shelf"), "--db", str(tmp_path / "facts.db")]) == 0
    assert f"no article was found below {tmp_path / 'shelf'}: put .md" in capsys.readouterr().err


def test_a_digest_as_json(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = printed(capsys, "digest", "--since", "2025-10-01", "--json", "--db", str(db))
    (item,) = json.loads(line)["items"]
    assert (item["what"], item["kind"], item["text"]) == ("new", "funding", "Quillon raised $5 million")
    assert item["citations"][0]["quote"] == "Quillon raised $5 million."


def test_what_the_command_line_tells_is_in_the_forms_of_the_language_that_is_set(
    db: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    since = ("digest", "--since", "2025-10-01", "--db", str(db))
    plain = printed(capsys, *since, "--json")
    monkeypatch.setenv("BOT_LOCALE", "de-AT")
    lines = printed(capsys, *since)
    assert lines[0] == "New since 1. Oktober 2025: 1 new, from 1 article"
    assert lines[1] == "Quillon raised 5 Mio. $ [1]"
    assert "Quillon raised $5 million." in lines[2]
    asked = printed(capsys, "ask", "--db", str(db), "/deal Quillon")
    assert any("raised 5 Mio. $" in line for line in asked)
    assert printed(capsys, *since, "--json") == plain


def test_questions_as_json_are_answered_in_no_languages_forms(
    db: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_LOCALE", "ja")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"id": 1, "turns": ["/deal Quillon"]}\n')))
    (line,) = printed(capsys, "ask", "--json", "--db", str(db))
    assert "raised $5 million" in json.loads(line)["text"]


def test_an_unknown_language_is_refused_with_those_there_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_LOCALE", "klingon")
    told = refused(capsys, "doctor")
    assert told.startswith("BOT_LOCALE: “klingon” is no language that I know; I know bg, cs, da, de, ")
    assert told.endswith("correct this variable")


def test_a_topic_that_is_not_known_gets_suggestions(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is it Quillon?" in refused(capsys, "digest", "--topic", "Quilon", "--db", str(db))
