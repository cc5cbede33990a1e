"""`bot site` and `bot browse`: the facts to look around in, as pages in a folder or as tables in a browser."""

from __future__ import annotations

import importlib
import json
import signal
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated

import typer

from bot.commandline.options import DbOption
from bot.commandline.output import Failure, Refusal, one_line
from bot.commandline.setting import read_settings

_DATASETTE = "0.65"


def site(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder: a new one, or a site made before.")],
    db: DbOption = None,
    address: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Where the site will stand on the web, for the links of its feed.", show_default=False
        ),
    ] = None,
) -> None:
    """Write the facts as a folder of web pages. They need no server, no network and no script."""
    from bot.commandline import faults
    from bot.locales import speaking
    from bot.site.folder import NotWritten
    from bot.site.publish import publish
    from bot.store.read import Facts

    settings = read_settings(db)
    base = _address(address) if address else ""
    try:
        with faults.told(), Facts.open(settings.db) as facts, speaking(settings.locale):
            count = publish(facts, out, base)
    except NotWritten as error:
        raise Refusal(f"bot site: {error}") from None
    print(f"{count:,} files in {one_line(str(out))}: open {one_line(str(out / 'index.html'))}")


def _address(given: str) -> str:
    from bot.site.addresses import outside

    if not outside(given) or "?" in given or "#" in given:
        raise Refusal(f"bot site: --address {given!r} is none: write it like https://facts.example.com/robots/")
    return given if given.endswith("/") else f"{given}/"


def browse(
    db: DbOption = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 takes a free one.")] = 8001,
    sql: Annotated[bool, typer.Option("--sql", help="Let readers write SQL of their own.")] = False,
) -> None:
    """Look around in the tables of the store in a browser. Datasette shows them, until Ctrl-C."""
    from bot.commandline import faults
    from bot.store import browsing
    from bot.store.read import Facts

    _datasette()
    store = read_settings(db).db
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
    with tempfile.TemporaryDirectory(prefix="bot-browse-") as folder:
        with faults.told(), Facts.open(store):
            browsing.copy(store, Path(folder, f"{browsing.NAME}.db"))
        Path(folder, "metadata.json").write_text(json.dumps(browsing.metadata(sql)), "utf-8")
        _serve(Path(folder, f"{browsing.NAME}.db"), Path(folder, "metadata.json"), host, port, sql)


def _datasette() -> None:
    """Refusal where Datasette is missing or another than this was written for."""
    how = "install it with: pip install -e '.[browse]'"
    try:
        found = version("datasette")
    except PackageNotFoundError:
        raise Refusal(f"bot browse: Datasette is not installed; {how}") from None
    if not found.startswith(f"{_DATASETTE}."):
        raise Refusal(f"bot browse: Datasette is {found}, this needs {_DATASETTE}; {how}")


def _serve(copy: Path, metadata: Path, host: str, port: int, sql: bool) -> None:
    settings = {"default_allow_sql": sql, "allow_download": False, "sql_time_limit_ms": 3000}
    given = [word for name, value in settings.items() for word in ("--setting", name, str(value).lower())]
    serve = importlib.import_module("datasette.cli").cli
    try:
        serve.main(
            ["serve", "-i", str(copy), "--metadata", str(metadata), "--host", host, "--port", str(port), *given],
            prog_name="bot browse",
            standalone_mode=False,
        )
    except OSError as error:
        raise Failure(
            f"bot browse: {host}:{port} cannot be listened on ({error.strerror}): name another port"
        ) from None
