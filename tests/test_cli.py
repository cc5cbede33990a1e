"""The command line as a user meets it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import bot
from bot import cli
from bot.commandline import asking, touring
from bot.model.article import Article
from bot.model.statement import Statement
from tests.raising import QUILLON as SHORT

QUILLON = f"""\
{SHORT}
The startup, based in Ghent, makes arms for bakeries. It was founded in 2021 by Ada Moreau.
"""

QUOTE = "Quillon Robotics raised $21 million in a Series A round led by Harbor Lane Ventures"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    (folder / "2025-03-04-quillon.md").write_text(QUILLON, "utf-8")
    return folder


@pytest.fixture(scope="module")
def store(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    db = tmp_path_factory.mktemp("store") / "facts.db"
    assert cli.run(["build", "--seeds", str(seeds), "--db", str(db)]) == 0
    return db


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("BOT_"):
            monkeypatch.delenv(name)


def said(stream: str) -> list[str]:
    return stream.splitlines()


# Usage


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nonsense"], "nonsense"),
        (["--nonsense"], "--nonsense"),
        (["extract"], "FILE"),
        (["extract", "--published", "soon", "x.md"], "--published soon"),
        (["extract", "--nonsense", "x.md"], "--nonsense"),
        (["build", "--seeds", "nowhere"], "nowhere"),
        (["build", "--db"], "--db"),
        (["ask"], "nothing was asked"),
        (["ask", "--json", "who?"], "--json"),
        (["ask", "--db", "nowhere.db", "who?"], "bot build"),
        (["ask", "--db", "nowhere.db", "--json"], "bot build"),
        (["chat", "--db", "nowhere.db"], "bot build"),
        (["demo"], "seeds"),
        (["eval", "--gold", "nowhere"], "no such folder"),
        (["eval", "--text", ".", "--gold", "."], "no gold"),
        (["eval", "--text", ".", "--questions", "nowhere.json"], "nowhere.json"),
    ],
)
def test_bad_usage_is_one_line_and_exit_2(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(said(err)) == 1
    assert told in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [None, "build", "extract", "ask", "chat", "demo", "eval"])
def test_help(command: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([command, "--help"] if command else ["--help"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Usage: bot")
    assert err == ""


def test_alone_it_helps(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([]) == 0
    assert capsys.readouterr().out.startswith("Usage: bot")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out == f"bot {bot.__version__}\n"


def test_a_reader_that_goes_away_is_no_failure_to_talk_about(store: Path) -> None:
    question = json.dumps({"id": 1, "turns": ["/help"]})
    result = subprocess.run(
        f"yes '{question}' | head -2000 | '{sys.executable}' -m bot ask --db '{store}' --json | head -1",
        shell=True,
        capture_output=True,
        text=True,
    )
    assert json.loads(result.stdout)["id"] == 1
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_any_text_goes_in_and_out_whatever_the_terminal_speaks(store: Path, encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    asked = [sys.executable, "-m", "bot", "chat", "--db", str(store)]
    talk = subprocess.run(asked, input="who is 王 \xff?\n".encode("latin-1", "replace") + "who is 王兴兴?\n".encode(),
                          capture_output=True, env=environment)  # fmt: skip
    assert (talk.returncode, talk.stderr) == (0, b"")
    assert "王兴兴" in talk.stdout.decode()
    named = [sys.executable, "-m", "bot", "slack-manifest", "--name", "Löwe"]
    made = subprocess.run(named, capture_output=True, env=environment)
    assert (made.returncode, made.stderr) == (0, b"")
    assert json.loads(made.stdout)["display_information"]["name"] == "Löwe"


def test_streams_that_are_closed_are_no_fault(store: Path) -> None:
    closed = f"exec '{sys.executable}' -m bot ask --db '{store}' /help <&- >&-"
    result = subprocess.run(closed, shell=True, capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, "")


# Extract


def test_extract(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["extract", str(seeds / "2025-03-04-quillon.md")]) == 0
    out, err = capsys.readouterr()
    (article,) = (json.loads(line) for line in said(out))
    assert (article["source"], article["published"]) == ("2025-03-04-quillon.md", "2025-03-04")
    (funding,) = (fact for fact in article["facts"] if fact["kind"] == "funding")
    assert funding["company"] == "Quillon Robotics"
    assert funding["amount"] == {"value": 21000000, "currency": "USD"}
    assert funding["round"] == "Series A"
    assert funding["investors"] == [{"name": "Harbor Lane Ventures", "lead": True}]
    assert QUOTE in funding["quote"]
    assert all(fact["quote"] in QUILLON for fact in article["facts"])
    assert err == ""


@pytest.mark.parametrize("day", ["2025-03-04", "2025-03", "2025"])
def test_extract_takes_the_date_that_the_file_lacks(
    day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "quillon.txt"
    file.write_text("Quillon Robotics opened an office.\n\nQuillon Robotics makes arms for bakeries.\n", "utf-8")
    assert cli.run(["extract", "--published", day, str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["published"] == day


# Bad input


def _link(path: Path) -> None:
    target = path.with_suffix(".kept")
    target.write_text(QUILLON, "utf-8")
    path.symlink_to(target)


BAD: dict[str, tuple[str, Callable[[Path], Any], str]] = {
    "empty": ("a.md", lambda p: p.write_bytes(b""), "empty"),
    "white space": ("a.txt", lambda p: p.write_bytes(b" \n\t\n"), "empty"),
    "binary": ("a.txt", lambda p: p.write_bytes(bytes(range(256)) * 40), "binary"),
    "invalid UTF-8": ("a.md", lambda p: p.write_bytes(b"\xc3\x28\xa0\xa1\xe2\x28\xa1" * 100), "binary"),
    "front matter that is no mapping": ("a.md", lambda p: p.write_text("---\n- one\n- two\n---\n\nText.\n"), "mapping"),
    "10 MB on one line": ("a.txt", lambda p: p.write_bytes(b"word " * 2_000_000), "MB"),
    "a symlink": ("a.txt", _link, "link"),
    "a FIFO": ("a.txt", lambda p: os.mkfifo(p), "regular file"),
    "no text": ("a.html", lambda p: p.write_text("<html><body></body></html>"), "no article"),
}


@pytest.mark.parametrize(("name", "make", "reason"), BAD.values(), ids=BAD.keys())
def test_extract_names_what_is_no_article_and_prints_the_rest(
    name: str,
    make: Callable[[Path], Any],
    reason: str,
    seeds: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    make(tmp_path / name)
    good = seeds / "2025-03-04-quillon.md"
    assert cli.run(["extract", str(tmp_path / name), str(good)]) == 2
    out, err = capsys.readouterr()
    assert [json.loads(line)["source"] for line in said(out)] == [good.name]
    (line,) = said(err)
    assert str(tmp_path / name) in line
    assert reason in line


@pytest.mark.parametrize(("file", "reason"), [("gone.md", "no such file"), (".", ""), ("a.pdf", "suffix")])
def test_extract_names_what_is_no_file_of_its_kind(
    file: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    assert cli.run(["extract", str(tmp_path / file)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(said(err)) == 1
    assert reason in err


def test_extract_survives_an_article_that_breaks_it(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import bot.extraction

    def breaking(article: Article) -> list[Statement]:
        if article.source == "hard.md":
            raise KeyError("lost")
        return []

    monkeypatch.setattr(bot.extraction, "extract", breaking)
    (tmp_path / "hard.md").write_text("A hard article about Quillon Robotics.\n")
    good = seeds / "2025-03-04-quillon.md"
    assert cli.run(["extract", str(tmp_path / "hard.md"), str(good)]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["source"] for line in said(out)] == [good.name]
    (line,) = said(err)
    assert "hard.md" in line
    assert "KeyError" in line


def test_build_names_what_it_skips_and_keeps_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "articles"
    reasons = {}
    for number, (name, make, reason) in enumerate(BAD.values()):
        below = folder / str(number)
        below.mkdir(parents=True)
        make(below / name)
        reasons[str(below / name)] = reason
    (folder / "quillon.md").write_text(QUILLON, "utf-8")
    (folder / "odd\x1b[31m\nname.md").write_bytes(b"")
    db = tmp_path / "deep" / "facts.db"
    assert cli.run(["build", "--seeds", str(folder), "--db", str(db)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    counts, *rest = said(out)
    assert counts.startswith(f"{db}: 1 article, ")
    skipped = {line.split(": ")[0].removeprefix("skipped "): line for line in rest if line.startswith("skipped ")}
    assert set(skipped) == {*reasons, f"{folder}/odd\\x1b[31m\\nname.md"}
    assert all(reason in skipped[file] for file, reason in reasons.items())


def test_build_takes_several_folders_and_the_store_from_the_environment(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "harbor.txt").write_text(
        "2025-05-06\n\nHarbor Lane Ventures opened an office in Ghent, its partner Joan Lane said on Tuesday.\n",
        "utf-8",
    )
    monkeypatch.setenv("BOT_DB", str(tmp_path / "mine.db"))
    assert cli.run(["build", "--seeds", str(seeds), "--seeds", str(other)]) == 0
    assert f"{tmp_path / 'mine.db'}: 2 articles, " in capsys.readouterr().out


# Ask


def test_ask(store: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    before = store.read_bytes()
    assert cli.run(["ask", "--db", str(store), "/deal", "Quillon", "Robotics"]) == 0
    text = capfdbinary.readouterr().out.decode()
    assert "21 million" in text
    assert "Harbor Lane" in text
    assert "\x1b" not in text
    assert store.read_bytes() == before


def test_ask_declines_in_plain_words(store: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.run(["ask", "--db", str(store), "/who \x1b[31mNobody Atall"]) == 0
    text = capfdbinary.readouterr().out.decode()
    assert text.strip()
    assert "\x1b" not in text


def test_a_damaged_store_is_one_line(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damaged = tmp_path / "facts.db"
    whole = store.read_bytes()
    damaged.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    assert cli.run(["ask", "--db", str(damaged), "/deal Quillon Robotics"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(said(err)) == 1
    assert "bot build" in err


@pytest.mark.parametrize(
    "command", [["export"], ["site", "web"], ["digest"], ["facts"], ["facts", "sources", "Quillon"], ["deal", "--csv"]]
)
def test_whatever_is_asked_of_a_damaged_store_it_is_told_in_a_line(
    command: list[str], store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    whole = store.read_bytes()
    (tmp_path / "facts.db").write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    assert cli.run([*command, "--db", "facts.db"]) == 1
    (line,) = said("".join(capfd.readouterr()))
    assert "acts.db" in line
    assert "run `bot build` again" in line


@pytest.mark.parametrize("body", [b"", b"no store at all", b"SQLite format 3\x00" + bytes(4080)])
def test_another_file_is_no_store(body: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "other.db"
    file.write_bytes(body)
    assert cli.run(["ask", "--db", str(file), "who?"]) == 2
    assert len(said(capsys.readouterr().err)) == 1
    assert file.read_bytes() == body


def respond(store: Path, line: bytes) -> dict[str, Any]:
    with asking.opened(store) as app:
        return asking.respond(app, line)


@pytest.mark.parametrize("request_id", [1, 1.5, "a", "", None, True, [1, {"b": 2}], {"a": None}, "\ud83e", "机"])
def test_any_id_comes_back(store: Path, request_id: Any) -> None:
    reply = respond(store, json.dumps({"id": request_id, "turns": ["/deal Quillon Robotics"]}).encode())
    assert set(reply) == {"id", "answered", "text", "citations", "ms"}
    assert reply["id"] == request_id
    assert reply["answered"] is True
    assert reply["citations"][0]["source"] == "2025-03-04-quillon.md"
    assert set(reply["citations"][0]) == {"source", "quote", "url"}
    assert all(citation["quote"] in QUILLON for citation in reply["citations"])
    assert reply["ms"] >= 0


@pytest.mark.parametrize(
    ("line", "request_id"),
    [
        (b"\n", None),
        (b"who?\n", None),
        (b"\xff\xfe\n", None),
        (b"[]\n", None),
        (b'"text"\n', None),
        (b"{}\n", None),
        (b'{"id": 7}\n', 7),
        (b'{"id": 7, "turns": []}\n', 7),
        (b'{"id": 7, "turns": "who?"}\n', 7),
        (b'{"id": 7, "turns": [1]}\n', 7),
        (b'{"id": NaN, "turns": ["who?"]}\n', None),
        (b'{"id": 1e999, "turns": ["who?"]}\n', None),
        (b'{"id": ' + b"9" * 5000 + b', "turns": ["who?"]}\n', None),
        (b"[" * 200_000 + b"\n", None),
    ],
)
def test_a_line_that_is_no_request_gets_an_error_object(store: Path, line: bytes, request_id: Any) -> None:
    reply = respond(store, line)
    assert set(reply) == {"id", "error"}
    assert reply["id"] == request_id
    assert reply["error"]


@pytest.mark.parametrize(
    "turn",
    ["", " ", "\x00", "\ud83e", "/", "//", "/deal", "x" * 100_000, "'; DROP TABLE event; --", '"" OR *', "机器人"],
)
def test_any_text_gets_a_reply_without_control_characters(store: Path, turn: str) -> None:
    reply = respond(store, json.dumps({"id": 1, "turns": [turn]}).encode())
    assert "error" not in reply
    assert all(character.isprintable() or character == "\n" for character in reply["text"])


def test_a_question_that_fails_does_not_end_the_others(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Broken:
        def reply(self, turns: list[str]) -> None:
            raise KeyError("lost")

    with asking.opened(store) as app:
        broken = type(app)(Broken(), app.complete)  # type: ignore[arg-type]
        reply = asking.respond(broken, b'{"id": 3, "turns": ["who?"]}')
    assert reply["id"] == 3
    assert "KeyError" in reply["error"]
    assert len(said(capsys.readouterr().err)) == 1


def test_json_lines_over_standard_input(
    store: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    turns = b'"turns": ["/deal Quillon Robotics"]'
    lines = b'{"id": "\\ud83e", %b}\nnonsense\n{"id": 2, %b}' % (turns, turns)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert cli.run(["ask", "--db", str(store), "--json"]) == 0
    replies = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [reply["id"] for reply in replies] == ["\ud83e", None, 2]
    assert replies[0]["text"] == replies[2]["text"]


def test_each_line_is_answered_before_the_next_is_read(store: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--db", str(store), "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    watchdog = threading.Timer(60, process.kill)
    watchdog.start()
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "turns": ["who led the round?"]}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        _, err = process.communicate()
        assert process.returncode == 0
        assert err == b""
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()


# Demo, chat and eval


def test_the_tour_gets_over_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    seeds, db = tmp_path / "seeds", tmp_path / "demo.db"
    seeds.mkdir()
    (seeds / ".#article.md").symlink_to("somebody@host.123")  # as editors leave it while a file is edited
    db.touch()
    os.utime(db, (2**33, 2**33))
    assert not touring.stale(db, seeds)


def test_chat_over_a_pipe_remembers_the_conversation(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("/deal Quillon Robotics\n\nwho led the round?\n/quit\nnever read\n"))
    assert cli.run(["chat", "--db", str(store)]) == 0
    first, second, rest = capsys.readouterr().out.partition("\n\n")
    assert "21 million" in first
    assert second
    assert "Harbor Lane" in rest
    assert "never read" not in rest


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    fact = {"kind": "funding", "company": "Quillon", "amount": {"value": 21e6, "currency": "USD"}, "quote": QUOTE}
    body = {"entities": {"Quillon Robotics": ["Quillon"]}, "facts": [fact]}
    (folder / "2025-03-04-quillon.json").write_text(json.dumps(body))
    return folder


def test_eval_of_facts(gold: Path, seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["eval", "--gold", str(gold), "--text", str(seeds), "--errors"]) == 0
    rows = {line.split()[0]: line.split()[1:] for line in said(capsys.readouterr().out)}
    assert rows["funding"][:4] == ["1.00", "1.00", "1.00", "1"]
    assert rows["grounded"][0] == "1.000"


def test_eval_of_questions(seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = [
        {"id": "a", "question": "/deal Quillon Robotics", "must_mention": ["21 million"], "answerable": True},
        {"id": "b", "question": "/deal Quillon Robotics", "must_mention": ["99 million"], "answerable": True},
    ]
    file = tmp_path / "questions.json"
    file.write_text(json.dumps(questions))
    assert cli.run(["eval", "--questions", str(file), "--text", str(seeds), "--errors"]) == 0
    lines = said(capsys.readouterr().out)
    assert lines[0] == "b: '/deal Quillon Robotics': lacks ['99 million']"
    assert lines[-1].split()[:3] == ["all", "1/2", "0.50"]


@pytest.mark.parametrize(
    ("body", "told"), [("{", "not JSON"), ("{}", "not a list"), ('[{"id": 1}]', "not a list"), ("[1]", "not a list")]
)
def test_eval_of_broken_questions(
    body: str, told: str, seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "questions.json"
    file.write_text(body)
    assert cli.run(["eval", "--questions", str(file), "--text", str(seeds)]) == 2
    assert told in capsys.readouterr().err


def test_eval_names_gold_without_its_article(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert cli.run(["eval", "--gold", str(gold), "--text", str(empty)]) == 2
    assert "2025-03-04-quillon" in capsys.readouterr().err
