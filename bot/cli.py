"""The command line. Alone knows both wings, and imports each only when one of its commands runs."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot import __version__
from bot.commandline import exporting, publishing, restoring
from bot.commandline.options import ChartOption, ClusterOption, DbOption, StateOption
from bot.commandline.output import Refusal, one_line, warn
from bot.operations.logs import mask_crashes
from bot.operations.secrets import Masking

if TYPE_CHECKING:
    from bot.settings import Settings

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


@app.command()
def build(
    seeds: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="DIR",
            help="A folder of articles; may be given several times. Default: BOT_SEEDS, or seeds, and BOT_INBOX.",
            show_default=False,
        ),
    ] = None,
    db: DbOption = None,
    state: StateOption = None,
    checked: Annotated[
        bool, typer.Option("--checked", help="Keep the old store unless the new one holds enough and answers.")
    ] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Read every article, also those that an earlier build has read.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            max=64,
            help="Read in so many processes. Default: one a CPU, at most 4; one for fewer than 8 articles.",
            show_default=False,
        ),
    ] = None,
    cluster: ClusterOption = "",
    json: Annotated[bool, typer.Option("--json", help="Print the report as one JSON object.")] = False,
) -> None:
    """Build the fact store from every article below the folders.

    The store is built anew into another file and takes the old one's place when it is whole. Files that are no
    articles are named with the reason and skipped. What administrators judged is applied. An article that did not
    change since it was read is not read again.
    """
    from bot.commandline.reading import build_served

    settings = _settings(db, state)
    build_served(seeds or settings.folders, settings, checked, fresh, workers, json, cluster)


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Articles: .md, .txt or .html.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When they were published, for files that carry no date.")
    ] = None,
) -> None:
    """Print the facts of articles, one JSON object an article. No database is touched."""
    from bot.commandline.reading import extract_files

    raise typer.Exit(extract_files(files, published, _settings()))


@app.command()
def ask(
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT", help="A command such as '/deal Figure 2024', or a question.", show_default=False
        ),
    ] = None,
    db: DbOption = None,
    json: Annotated[
        bool,
        typer.Option("--json", help='Answer one request a line of standard input: {"id": 1, "turns": ["…"]}.'),
    ] = False,
    chart: ChartOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say how the question was read: as which typed query, by which rule.")
    ] = False,
) -> None:
    """Answer one message, or with --json one request a line."""
    from bot.commandline import asking

    message = " ".join(text or ()).strip()
    if json and chart:
        raise Refusal("bot ask: --json tells of pictures and saves none: leave --chart out")
    if json and message:
        raise Refusal("bot ask: --json reads its questions from standard input: leave the text out")
    if explain and message:
        message = f"{message} --explain"
    if json:
        asking.ask_lines(_db(db), sys.stdin.buffer)
    elif message:
        settings = _settings(db)
        asking.ask(settings.db, message, settings.locale, chart, settings)
    else:
        raise Refusal("bot ask: nothing was asked: write the question after it, such as bot ask '/who Wang Xingxing'")


@app.command()
def chat(db: DbOption = None) -> None:
    """Ask at a prompt. Follow-up questions understand what was said before."""
    from bot.commandline.talking import chat as talk

    settings = _settings(db)
    talk(settings.db, settings.locale, settings)


@app.command()
def demo() -> None:
    """Build from the articles in seeds, ask a few real questions, then open the prompt if on a terminal."""
    from bot.commandline.touring import demo as tour

    tour(Path("seeds"), Path("data/demo.db"), _settings().locale)


@app.command("eval")
def evaluate(
    gold: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Gold facts, one file an article.", show_default=False)
    ] = None,
    text: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="A folder of articles; may be given several times.", show_default=False),
    ] = None,
    questions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Questions with what must be said.", show_default=False)
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every fact and question that went wrong.")] = False,
    cross: Annotated[
        bool, typer.Option("--cross-validate", help="Score each folder with models trained on the others.")
    ] = False,
    epochs: Annotated[
        int, typer.Option("--epochs", min=0, help="With it: rounds of training the reader anew; 0 leaves it out.")
    ] = 0,
) -> None:
    """Score extraction and answers against gold.

    Without options: the gold and the questions in tests/corpus over the articles in seeds and tests/corpus/articles.
    With --gold or --questions alone only that part is scored. With --cross-validate the annotated folders of --text
    (default: those of data/train) are left out one by one, which takes minutes, and hours with --epochs.
    """
    from bot.commandline import evaluating

    if cross:
        evaluating.cross_validate(text, epochs)
    else:
        evaluating.evaluate(gold, text, questions, errors)


@app.command()
def add(
    what: Annotated[str, typer.Argument(metavar="URL|FILE", help="An address, https://…, or an article's file.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Save it without asking.")] = False,
    into: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where it is saved. Default: BOT_INBOX, or data/inbox.", show_default=False),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The preview as one JSON object.")] = False,
    db: DbOption = None,
    state: StateOption = None,
) -> None:
    """Show what an article would bring, and save it for the next build if you say yes."""
    from bot.commandline.adding import add as take

    take(_settings(db, state), what, yes, json, into)


@app.command("run")
def run_platforms(db: DbOption = None, state: StateOption = None) -> None:
    """Connect to the platforms whose tokens are set, and serve until SIGTERM or Ctrl-C."""
    # Until the platforms run, SIGTERM just ends the process; importing their libraries takes a moment.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
    from bot.commandline import serving

    raise typer.Exit(serving.start(_settings(db, state)))


@app.command()
def digest(
    db: DbOption = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="From this day on, such as 2025-10-06. Default: seven days ago.", show_default=False
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Up to the day before this one.", show_default=False)
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only what takes part in; may be given several times.", show_default=False),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The whole of it as one JSON object.")] = False,
    chart: ChartOption = None,
) -> None:
    """Print the digest that would be posted: what is new since a day, the weightiest first."""
    from bot.commandline.digesting import digest as tell

    if json and chart:
        raise Refusal("bot digest: --json saves no picture: leave --chart out")
    settings = _settings(db)
    tell(settings.db, since, until, topic or [], json, settings.locale, chart)


@app.command("slack-manifest")
def slack_manifest(
    http: Annotated[
        str | None,
        typer.Option(metavar="URL", help="For HTTP mode: the bot's public address, https://…", show_default=False),
    ] = None,
    prefix: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Before every command. Default: BOT_SLACK_PREFIX.", show_default=False),
    ] = None,
    pane: Annotated[str, typer.Option(metavar="WHICH", help="agent, assistant or none.")] = "agent",
    name: Annotated[str, typer.Option(metavar="NAME", help="What the app is called.")] = "embodied",
) -> None:
    """Print the manifest from which Slack makes the app, for Socket Mode unless --http is given."""
    from bot.commandline.slack import print_manifest

    print_manifest(_settings(), http, prefix, pane, name)


@app.command()
def doctor(
    db: DbOption = None,
    state: StateOption = None,
    offline: Annotated[bool, typer.Option("--offline", help="Do not ask the platforms about the tokens.")] = False,
) -> None:
    """Check settings, fact store, state and tokens, and say what to do about each fault."""
    from bot.commandline.doctoring import examine

    raise typer.Exit(examine(_settings(db, state), offline))


@app.command()
def feedback(
    state: StateOption = None,
    good: Annotated[bool, typer.Option("--good", help="Only praise.")] = False,
    bad: Annotated[bool, typer.Option("--bad", help="Only complaints.")] = False,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="From this day on, such as 2025-10-08.", show_default=False)
    ] = None,
    corrections: Annotated[
        bool, typer.Option("--corrections", help="What people wrote to correct answers, instead of verdicts.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """List what people thought of answers, the newest first."""
    from bot.commandline.keeping import list_corrections, list_feedback

    if corrections:
        list_corrections(_settings(state=state).state_place, since, json)
        return
    verdict: Literal["good", "bad"] | None = None if good == bad else "good" if good else "bad"
    list_feedback(_settings(state=state).state_place, verdict, since, json)


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes; it must not be there yet.")],
    state: StateOption = None,
) -> None:
    """Copy the state whole, while the bot runs or not."""
    from bot.commandline.keeping import back_up

    back_up(_settings(state=state).state_place, file)


@app.command()
def forget(
    platform: Annotated[str, typer.Argument(metavar="PLATFORM", help="slack or discord.")],
    user: Annotated[str, typer.Argument(metavar="USER", help="The id of the person on that platform.")],
    state: StateOption = None,
) -> None:
    """Remove everything that is kept about a person."""
    from bot.commandline.keeping import forget as remove

    remove(_settings(state=state).state_place, platform, user)


@app.command()
def facts(
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="WHAT", help="status, sources, conflicts, reload …; alone: status.", show_default=False),
    ] = None,
    db: DbOption = None,
    state: StateOption = None,
) -> None:
    """Look after the facts, as administrators do in a chat with /facts."""
    from bot.commandline.administering import look_after

    raise typer.Exit(look_after(_settings(db, state), text or []))


@app.command()
def judgements(
    action: Annotated[Literal["export", "import"], typer.Argument(metavar="export|import", help="Which way.")],
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Left out or -: standard output or input.", show_default=False),
    ] = None,
    state: StateOption = None,
) -> None:
    """Write what administrators judged as text, one judgement a line, or take such text in."""
    from bot.commandline.administering import export_judgements, import_judgements

    where = None if file is None or str(file) == "-" else file
    (export_judgements if action == "export" else import_judgements)(_settings(state=state).state_place, where)


for elsewhere in (restoring.restore, exporting.deal, exporting.export, publishing.site, publishing.browse):
    app.command()(elsewhere)


def _db(given: Path | None) -> Path:
    """The store that an option names, else the settings."""
    return given if given is not None else _settings().db


def _settings(db: Path | None = None, state: Path | None = None) -> Settings:
    """The settings, overridden by options that were given."""
    from bot.commandline.setting import read_settings

    return read_settings(db, state)


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
    sys.exit(run(sys.argv[1:]))
