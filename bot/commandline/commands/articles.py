"""Commands about articles: building facts from them, extracting, adding one, scoring what was read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commandline.options import ClusterOption, DbOption, StateOption
from bot.commandline.setting import read_settings


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
    """Build the fact store from the articles in folders.

    The store is built anew into another file and takes the old one's place when it is whole. Files that are no
    articles are named with the reason and skipped. What administrators judged is applied. An article that did not
    change since it was read is not read again.
    """
    from bot.commandline.reading import build_served

    settings = read_settings(db, state)
    build_served(seeds or settings.folders, settings, checked, fresh, workers, json, cluster)


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Articles: .md, .txt or .html.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When they were published, for files that carry no date.")
    ] = None,
) -> None:
    """Print the facts of articles as JSON, an object a line. No database is touched."""
    from bot.commandline.reading import extract_files

    raise typer.Exit(extract_files(files, published, read_settings()))


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
    """Show what an article would bring, and offer to save it. The next build reads what was saved."""
    from bot.commandline.adding import add as take

    take(read_settings(db, state), what, yes, json, into)


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
        int,
        typer.Option(
            "--epochs", metavar="N", min=0, help="With it: rounds of training the reader anew; 0 leaves it out."
        ),
    ] = 0,
) -> None:
    """Score extraction and answers against gold.

    Without options: the gold and the questions in tests/corpus over the articles in seeds.
    With --gold or --questions alone only that part is scored. With --cross-validate the annotated folders of --text
    (default: those of data/train) are left out one by one, which takes minutes, and hours with --epochs.
    """
    from bot.commandline import evaluating

    if cross:
        evaluating.cross_validate(text, epochs)
    else:
        evaluating.evaluate(gold, text, questions, errors)
