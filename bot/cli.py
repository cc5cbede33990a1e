"""The command line. Alone knows both wings, and imports each only when one of its commands runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from bot import __version__
from bot.commandline import exporting, publishing, restoring
from bot.commandline.commands import articles, kept, platforms, questions
from bot.commandline.output import Refusal, one_line, open_streams, warn
from bot.operations.logs import mask_crashes
from bot.operations.secrets import Masking

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Answers questions about embodied AI, every answer with the sentence and the article it rests on.",
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"bot {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help())


_COMMANDS: dict[str, Callable[..., None]] = {
    "demo": questions.demo,
    "build": articles.build,
    "ask": questions.ask,
    "chat": questions.chat,
    "deal": exporting.deal,
    "digest": questions.digest,
    "export": exporting.export,
    "site": publishing.site,
    "browse": publishing.browse,
    "extract": articles.extract,
    "add": articles.add,
    "run": platforms.run_platforms,
    "slack-manifest": platforms.slack_manifest,
    "doctor": platforms.doctor,
    "facts": kept.facts,
    "judgements": kept.judgements,
    "feedback": kept.feedback,
    "forget": kept.forget,
    "backup": kept.backup,
    "restore": restoring.restore,
    "eval": articles.evaluate,
}
"""In the order of `bot --help` and docs/commands.md: asking, looking around, articles, serving, what is kept."""

for _name, _command in _COMMANDS.items():
    app.command(_name)(_command)


def run(arguments: Sequence[str]) -> int:
    """Runs one command line and gives its exit status; what is wrong with it is one line on standard error."""
    try:
        status = app(args=list(arguments), prog_name="bot", standalone_mode=False)
    except Refusal as error:
        warn(str(error))
        return error.status
    except typer.TyperException as error:
        path = getattr(getattr(error, "ctx", None), "command_path", "bot")
        warn(f"{path}: {' '.join(error.format_message().split())} (see {path} --help)")
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except BrokenPipeError:
        # The reader went away (`| head`); what is left in the buffer must not complain at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        warn(f"bot: {where}{one_line(error.strerror or str(error))}: check that it is there and may be used")
        return 1
    return status if isinstance(status, int) else 0


def main() -> None:
    mask_crashes(Masking.of_environment())
    open_streams()
    sys.exit(run(sys.argv[1:]))
