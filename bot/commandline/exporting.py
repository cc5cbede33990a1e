"""`bot export` and `bot deal`: facts as tables, on standard output or in a file."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.commandline.days import day
from bot.commandline.options import DbOption
from bot.commandline.output import Failure, Refusal, warn
from bot.commandline.setting import read_settings

if TYPE_CHECKING:
    from bot.store.read import Facts, StoredEvent

Format = Literal["csv", "json", "markdown", "parquet"]

_OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Save it there. Default: standard output.", show_default=False),
]


def export(
    format: Annotated[Format, typer.Option("--format", metavar="FORM", help="csv, json, markdown or parquet.")] = "csv",
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND", help="Only funding, role, launch …; may be given several times.", show_default=False
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Only what happened, or is to happen, from then on: 2025-03-01.", show_default=False
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", help="As the articles published until that day tell it.", show_default=False
        ),
    ] = None,
    out: _OutOption = None,
    db: DbOption = None,
) -> None:
    """Write every event as a row, with what it rests on. That is: the sentences, and their articles."""
    from bot.answers.tables import as_csv, as_json, as_known, as_markdown, row
    from bot.commandline.parquet import as_parquet

    if format == "parquet" and out is None and sys.stdout.isatty():
        raise Refusal("bot export: Parquet is nothing for a terminal: name a file with --out FILE")
    first = day(since, "--since", "bot export") if since else None
    known = day(as_of, "--as-of", "bot export", last=True) if as_of else None
    kinds = _kinds(kind or [])
    with _opened(db) as facts:
        told = _chosen(list(as_known(_events(facts, kinds), known)), first)
    rows = [row(one) for one in told]
    write = {"csv": as_csv, "json": as_json, "markdown": as_markdown, "parquet": as_parquet}[format]
    _hand_out(write(rows), out, len(rows), "event", "bot export")


def deal(
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="WHAT", help="As after /deal: 'Figure 2024', 'over $1B'.", show_default=False),
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="All of them as a CSV table, with their sources.")] = False,
    out: _OutOption = None,
    db: DbOption = None,
) -> None:
    """Show deals as /deal does, or write them as a CSV table."""
    from bot.commandline import asking

    if out is not None and not csv:
        raise Refusal("bot deal: --out saves the table: ask for it with --csv")
    settings = read_settings(db)
    message = " ".join(("/deal", *(text or ())))
    if not csv:
        asking.ask(settings.db, message, settings.locale)
        return
    with asking.opened(settings.db) as app:
        answer = app.answerer.reply([f"{message} csv"])
    if answer.file is None:
        raise Failure(f"bot deal: {' '.join((answer.title, *answer.hints[:1]))}")
    _hand_out(answer.file.data, out, answer.file.data.count(b"\n") - 1, "deal", "bot deal")


def _hand_out(data: bytes, out: Path | None, count: int, noun: str, command: str) -> None:
    from bot.commandline.saving import put_out, save

    if out is None:
        put_out(data)
        return
    save(out, data, command)
    warn(f"{command}: {count} {noun}{'' if count == 1 else 's'} in {out}")


@contextmanager
def _opened(db: Path | None) -> Iterator[Facts]:
    """The store; Refusal where there is none, Failure where it is damaged."""
    from bot.commandline import faults
    from bot.store.read import Facts

    with faults.told(), Facts.open(read_settings(db).db) as facts:
        yield facts


def _events(facts: Facts, kinds: Sequence[str]) -> list[StoredEvent]:
    from bot.store.query import EventQuery

    return facts.events(EventQuery(kinds=tuple(kinds)))


def _chosen(told: Sequence[StoredEvent], since: date | None) -> list[StoredEvent]:
    """The newest first. An event without a date counts by the day on which it was first told."""

    def when(one: StoredEvent) -> str:
        return one.date.start.isoformat() if one.date else one.said_first

    def last(one: StoredEvent) -> str:
        if one.date is None:
            return one.said_first
        return "9999-12-31" if one.date.open == "after" else one.date.end.isoformat()

    kept = [one for one in told if since is None or last(one) >= since.isoformat()]
    return sorted(sorted(kept, key=lambda one: one.id), key=when, reverse=True)


def _kinds(given: Sequence[str]) -> list[str]:
    from bot.answers.phrases import PHRASES

    for kind in given:
        if kind not in PHRASES:
            raise Refusal(f"bot export: --kind {kind!r} is none: there are {', '.join(PHRASES)}")
    return list(dict.fromkeys(given))
