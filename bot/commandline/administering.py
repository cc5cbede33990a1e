"""`bot facts` and `bot judgements`: what administrators do, at the command line."""

from __future__ import annotations

import asyncio
import getpass
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from bot.admin import FactsDesk, Reloader, build_command
from bot.answers.render import COMMAND, plain
from bot.commandline.keeping import opened
from bot.commandline.output import Refusal, one_line
from bot.intake.taking_back import TakingBack
from bot.model.answer import Answer
from bot.model.judgement import Signed, parse
from bot.settings import Settings
from bot.state import State, StateError
from bot.state.places import Place
from bot.store.read import Facts

T = TypeVar("T")


def look_after(settings: Settings, words: Sequence[str]) -> int:
    """Does one thing with the facts and prints what came of it; the exit status."""
    if words[:1] == ["add"]:
        raise Refusal("bot facts add: at the command line that is `bot add URL|FILE`")
    try:
        with State.open(settings.state_place) as state:
            answer = asyncio.run(_handled(settings, state, words))
    except StateError as error:
        raise Refusal(f"bot facts: {error}") from None
    sys.stdout.buffer.write(plain(answer, COMMAND * 4).encode() + b"\n")
    sys.stdout.buffer.flush()
    return 0 if answer.answered else 1


async def _handled(settings: Settings, state: State, words: Sequence[str]) -> Answer:
    async def read(work: Callable[[Facts], T], /) -> T:
        with Facts.open(settings.db) as facts:
            return work(facts)

    async def warm() -> None:
        """Nothing is served here."""

    def command() -> list[str]:
        return build_command(settings.db, settings.state_place, settings.folders)

    reloader = Reloader(settings.db, command, state.audit, warm)
    try:
        desk = FactsDesk(read, state, reloader, "bot facts", undoing=(TakingBack(state, settings.inbox),))
        return await desk.handle(me(), True, _typed(words))
    finally:
        await reloader.close()


def _typed(words: Sequence[str]) -> str:
    """The words as in a chat: a name of several words, which the shell kept together, in quotes."""
    return " ".join(f'"{word}"' if " " in word and '"' not in word and len(words) > 1 else word for word in words)


def me() -> str:
    """Whom the audit log names for what is done at the command line."""
    try:
        return f"console:{getpass.getuser()}"
    except (KeyError, OSError, ImportError):  # a container's user may have no name
        return "console"


def export_judgements(place: Place, file: Path | None) -> None:
    """Writes the judgements that hold, one a line; an existing file is never overwritten."""
    with opened(place, "judgements") as state:
        text = "".join(f"{kept.signed.line()}\n" for kept in state.judgements.entries())
    if file is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
        return
    try:
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        raise Refusal(f"bot judgements: {file} is there already: name another file, or move it away") from None


def import_judgements(place: Place, file: Path | None) -> None:
    """Takes judgements in, all of them or, where a line is none, nothing."""
    shown = str(file) if file is not None else "standard input"
    try:
        text = (file.read_bytes() if file is not None else sys.stdin.buffer.read()).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(f"bot judgements: {shown} is not UTF-8: save it so") from None
    except OSError as error:
        raise Refusal(f"bot judgements: {shown} cannot be read ({error.strerror}): name another file") from None
    given: list[Signed] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                given.append(parse(line))
            except ValueError as error:
                raise Refusal(f"bot judgements: {shown}, line {number}: {error}") from None
    try:
        with State.open(place) as state:
            fresh, known = state.judgements.take_in(me(), given, shown)
    except StateError as error:
        raise Refusal(f"bot judgements: {error}") from None
    print(one_line(f"{shown}: {fresh} judgements taken in, {known} were there already; `bot build` applies them"))
