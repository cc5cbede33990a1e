"""The prompt: completion, history, and what it remembers of a conversation."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, InMemoryHistory
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.model.answer import Answer
from bot.platforms.console.completion import Completions
from bot.platforms.console.prompt import (
    REMEMBERED,
    Conversation,
    converse,
    converse_plainly,
    history_file,
    open_history,
    own_history,
)

COMMANDS = {"/deal": "deals", "/who": "people", "/help": "help"}
NAMES = ["Boston Dynamics", "Bosch", "宇树科技"]


class Echo:
    """Answers with what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def reply(self, turns: list[str]) -> Answer:
        self.asked.append(turns)
        return Answer(False, f"asked {turns[-1]}")


def names(prefix: str) -> list[str]:
    return [name for name in NAMES if name.lower().startswith(prefix.lower())]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("/", ["/deal", "/who", "/help"]),
        ("/D", ["/deal"]),
        ("/nothing", []),
        ("/deal bo", ["/deal Boston Dynamics", "/deal Bosch"]),
        ("who leads Boston Dy", ["who leads Boston Dynamics"]),
        ("/who 宇树", ["/who 宇树科技"]),
        ("b", []),
        ("", []),
    ],
)
def test_completion(typed: str, offered: list[str]) -> None:
    found = Completions(COMMANDS, names).get_completions(Document(typed), CompleteEvent())
    assert [typed[: len(typed) + c.start_position] + c.text for c in found] == offered


@pytest.mark.parametrize(
    ("environment", "file"),
    [
        ({"XDG_STATE_HOME": "/s", "HOME": "/h"}, "/s/embodied-landscape-bot/history"),
        ({"HOME": "/h"}, "/h/.local/state/embodied-landscape-bot/history"),
        ({"XDG_STATE_HOME": "", "HOME": "/h"}, "/h/.local/state/embodied-landscape-bot/history"),
    ],
)
def test_history_lies_in_the_users_state(environment: dict[str, str], file: str) -> None:
    assert history_file(environment) == Path(file)


def test_history_is_the_users_own(tmp_path: Path) -> None:
    file = tmp_path / "a" / "history"
    assert isinstance(open_history(file), FileHistory)
    assert file.stat().st_mode & 0o077 == 0


def test_history_stays_in_memory_where_it_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file, not a folder")
    assert isinstance(open_history(tmp_path / "a" / "history"), InMemoryHistory)


def test_history_stays_in_memory_where_nobody_knows_the_users_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless(path: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setattr(Path, "expanduser", homeless)
    assert isinstance(own_history(), InMemoryHistory)


def test_a_disk_that_takes_no_more_costs_the_history_and_no_answer(tmp_path: Path) -> None:
    shown: list[str] = []
    history = open_history(tmp_path / "a" / "history")
    shutil.rmtree(tmp_path / "a")
    with create_pipe_input() as keys:
        keys.send_text("one\rtwo\r/quit\r")
        converse(Echo(), COMMANDS, names, history, keys, DummyOutput(), lambda answer: shown.append(answer.title))
    assert shown == ["asked one", "asked two"]
    assert history.get_strings() == ["one", "two", "/quit"]


def test_a_question_that_fails_does_not_end_the_conversation() -> None:
    class Failing(Echo):
        def reply(self, turns: list[str]) -> Answer:
            if turns[-1] == "bad":
                raise ValueError("what?")
            return super().reply(turns)

    conversation = Conversation(Failing())
    assert conversation.say("bad").title == "That could not be answered (ValueError: what?)."
    assert conversation.say("good").title == "asked good"


def test_a_conversation_hands_on_what_was_said() -> None:
    echo = Echo()
    conversation = Conversation(echo)
    for number in range(REMEMBERED + 2):
        conversation.say(str(number))
    assert echo.asked[:2] == [["0"], ["0", "1"]]
    assert len(echo.asked[-1]) == REMEMBERED
    assert echo.asked[-1][-1] == str(REMEMBERED + 1)


@pytest.mark.parametrize("end", ["/quit\r", "exit\r", "\x04"])
def test_prompt(end: str) -> None:
    echo = Echo()
    shown: list[str] = []
    history = InMemoryHistory()
    with create_pipe_input() as keys:
        keys.send_text(f"/who Ada\r  \rbroken off\x03and he?\r{end}")
        converse(echo, COMMANDS, names, history, keys, DummyOutput(), lambda answer: shown.append(answer.title))
    assert shown == ["asked /who Ada", "asked and he?"]
    assert echo.asked[-1] == ["/who Ada", "and he?"]
    assert "/who Ada" in history.get_strings()


def test_over_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    converse_plainly(Echo(), ["one\n", "\n", "two\n"])
    assert capsys.readouterr().out.count("asked") == 2
