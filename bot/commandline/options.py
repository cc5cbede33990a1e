"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DbOption = Annotated[
    Path | None,
    typer.Option("--db", metavar="FILE", help="The fact store. Default: BOT_DB, or data/facts.db.", show_default=False),
]

ChartOption = Annotated[
    Path | None,
    typer.Option("--chart", metavar="FILE", help="Save the picture of it there, a PNG.", show_default=False),
]

StateOption = Annotated[
    Path | None,
    typer.Option(
        "--state", metavar="FILE", help="The state. Default: BOT_STATE, or data/state.db.", show_default=False
    ),
]

ClusterOption = Annotated[
    str,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Let the workers of a Dask cluster read, such as tcp://10.0.0.5:8786; local: make one on this machine.",
        show_default=False,
    ),
]
