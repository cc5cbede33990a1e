"""Stores of articles that tell of rounds, and the command that builds one in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.admin.reload import build_command
from bot.build import BuildReport, build
from bot.model.judgement import Judgement
from bot.names.entry import Entry
from bot.names.registry import Registry
from tests.raising import raised

ROOT = Path(__file__).parents[2]


def built(folder: Path, db: Path, judgements: Iterable[Judgement] = (), entries: Sequence[Entry] = ()) -> BuildReport:
    return build([folder], db, extract=raised, registry=Registry(entries), judgements=judgements)


def building(folder: Path, db: Path, state: Path, before: str = "") -> list[str]:
    """What a reload runs, with this reader for the real one; `before` is run first."""
    _, _, _, *arguments = build_command(db, state, [folder])
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{before}\n"
        "import bot.build; from bot.names.registry import Registry; from tests.raising import raised\n"
        "import bot.reading.workers; bot.reading.workers.MOST = 1  # another process would not know this reader\n"
        "bot.build.load_extractor = lambda: raised; bot.build.default_registry = lambda: Registry(())\n"
        "from bot.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    return [sys.executable, "-c", code, *arguments]
