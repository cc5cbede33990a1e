"""The prompt: one conversation, its history kept for next time; plain lines where input or output is no terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

from bot.answers.render import limit_for, plain
from bot.model.answer import Answer
from bot.platforms.console.completion import Completions
from bot.platforms.console.rendering import show
from bot.platforms.shared.servings import Answering

REMEMBERED = 20
"""Messages of the conversation that follow-up questions may lean on."""

LEAVING = frozenset({"/quit", "/exit", "quit", "exit"})


class Conversation:
    """What was asked so far, and who answers."""

    def __init__(self, answerer: Answering) -> None:
        self._answerer = answerer
        self._turns: list[str] = []

    def say(self, message: str) -> Answer:
        """The answer; a question that fails is told of, and does not end the conversation."""
        self._turns = [*self._turns, message][-REMEMBERED:]
        try:
            return self._answerer.reply(list(self._turns))
        except Exception as error:
            return Answer(False, f"That could not be answered ({type(error).__name__}: {error}).")


def history_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the prompt remembers what was typed: below XDG_STATE_HOME, by default ~/.local/state."""
    base = environment.get("XDG_STATE_HOME") or str(Path(environment.get("HOME") or "~").expanduser() / ".local/state")
    return Path(base) / "embodied-landscape-bot" / "history"


class _Kept(FileHistory):
    """In a file; what cannot be written there, on a full disk say, is remembered until the end."""

    def store_string(self, string: str) -> None:
        with suppress(OSError):
            super().store_string(string)


def open_history(file: Path) -> History:
    """The history in a file of the user's own; one in memory where it cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return _Kept(str(file))


def own_history() -> History:
    """The user's; one in memory where nobody knows where their home is."""
    try:
        return open_history(history_file())
    except RuntimeError:
        return InMemoryHistory()


def converse(
    answerer: Answering,
    commands: Mapping[str, str],
    names: Callable[[str], Iterable[str]],
    history: History | None = None,
    input: Input | None = None,
    output: Output | None = None,
    show_answer: Callable[[Answer], None] = show,
) -> None:
    """Asks and answers at a prompt until /quit or the end of input."""
    session: PromptSession[str] = PromptSession(
        "› ",
        history=history or own_history(),
        completer=Completions(commands, names),
        complete_while_typing=True,
        input=input,
        output=output,
    )
    conversation = Conversation(answerer)
    for message in _typed(session):
        show_answer(conversation.say(message))


def _typed(session: PromptSession[str]) -> Iterator[str]:
    while True:
        try:
            message = session.prompt().strip()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if message in LEAVING:
            return
        if message:
            yield message


def converse_plainly(answerer: Answering, lines: Iterable[str]) -> None:
    """The same conversation over a pipe: a message a line, answers as plain text with an empty line between."""
    conversation = Conversation(answerer)
    for message in (line.strip() for line in lines):
        if message in LEAVING:
            return
        if message:
            print(plain(conversation.say(message), limit_for(message)), end="\n\n", flush=True)


def on_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
