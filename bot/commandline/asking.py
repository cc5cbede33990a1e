"""`bot ask`: one message, or one request a line."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.answers.render import limit_for, plain
from bot.app import App, serving
from bot.commandline import faults
from bot.commandline.output import Failure, print_json, warn
from bot.commandline.picturing import as_json, picture_of
from bot.commandline.rewording import worded
from bot.grammar.patterns import compile_all
from bot.locales import DEFAULT, speaking
from bot.operations.settling import settle
from bot.platforms.console.elsewhere import AtTheTerminal
from bot.settings import Settings
from bot.store.read import NoStore

_HALF_PAIRS = re.compile("[\ud800-\udfff]")


class BadRequest(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """A line that is no request; the message says what is wrong with it, `request_id` whose it is where it says so."""

    def __init__(self, reason: str, request_id: Any = None) -> None:
        super().__init__(reason)
        self.request_id = request_id


@contextmanager
def opened(db: Path, *, ahead: bool = False) -> Iterator[App]:
    """The app over a store, `ahead`: ready for many questions. Refusal if there is none, Failure if it is damaged."""
    with faults.told(), ExitStack() as stack:
        try:
            app = stack.enter_context(serving(db, ahead=ahead))
        except NoStore:
            raise
        except Exception as error:
            fault = f"{type(error).__name__}: {error}"
            raise Failure(f"{db} could not be read ({fault}): if it is damaged, run `bot build` again") from error
        yield app


def ask(
    db: Path, text: str, language: str = DEFAULT, chart: Path | None = None, settings: Settings | None = None
) -> None:
    """Answers one message: in colour on a terminal, else as plain text. `chart`: where its picture is saved.

    `settings` tell of a language model that words the answer.
    """
    with opened(db) as app, speaking(language):
        try:
            answerer = app.answerer if settings is None else worded(app.answerer, settings, "bot ask")
            answer = AtTheTerminal(answerer).reply([text])
        except Exception as error:
            raise Failure(
                f"bot ask: the question could not be answered ({type(error).__name__}: {error}): "
                f"if {db} is damaged, run `bot build` again"
            ) from error
        if sys.stdout.isatty():
            from bot.platforms.console.rendering import show

            show(replace(answer, picture=None) if chart else answer)
        else:
            sys.stdout.buffer.write(plain(answer, limit_for(text)).encode() + b"\n")
            sys.stdout.buffer.flush()
    if answer.file is not None and not sys.stdout.isatty():
        warn(f"bot ask: {answer.file.name} comes with this: `bot deal … --csv` prints or saves it")
    picture_of(answer, chart, "bot ask")


def ask_lines(db: Path, lines: Iterable[bytes]) -> None:
    """Answers one request a line, each before the next is read, in the same forms whatever the settings."""
    with opened(db, ahead=True) as app:
        compile_all()  # as what serves a platform does once, so that no question pays for the first of its kind
        settle()
        for line in lines:
            print_json(respond(app, line))


def respond(app: App, line: bytes) -> dict[str, Any]:
    """The answer to one request line, or the error that it is none."""
    try:
        request_id, turns = parse_request(line)
    except BadRequest as error:
        return {"id": error.request_id, "error": str(error)}
    try:
        if turns[:-1]:  # what came before was answered when it was asked
            app.answerer.reply(turns[:-1])
        start = time.perf_counter()
        answer = app.answerer.reply(turns)
        text = plain(answer, limit_for(turns[-1]))
        elapsed = 1000 * (time.perf_counter() - start)
    except Exception as error:  # one question that fails must not end the process that serves the others
        warn(f"bot ask: the question {turns[-1][:80]!r} failed: {type(error).__name__}: {error}")
        return {"id": request_id, "error": f"the question could not be answered ({type(error).__name__})"}
    return {
        "id": request_id,
        "answered": answer.answered,
        "text": text,
        "citations": [{"source": c.source, "quote": c.quote, "url": c.url} for c in answer.citations],
        "ms": round(elapsed, 3),
        **as_json(answer),
    }


def parse_request(line: bytes) -> tuple[Any, list[str]]:
    """(id, turns) of a line such as `{"id": 7, "turns": ["/deal Figure"]}`; BadRequest for anything else."""
    try:
        request = json.loads(line.decode(), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise BadRequest("not UTF-8") from None
    except (ValueError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise BadRequest(f"not JSON: {reason}") from None
    if not isinstance(request, dict):
        raise BadRequest('not an object such as {"id": 1, "turns": ["…"]}')
    request_id = request.get("id")
    try:
        json.dumps(request_id, allow_nan=False)
    except ValueError:
        raise BadRequest("an id that JSON cannot hold") from None
    turns = request.get("turns")
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise BadRequest("turns must be a list of at least one text", request_id)
    return request_id, [_HALF_PAIRS.sub("\ufffd", turn) for turn in turns]


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no value")
