"""Articles of invented companies, and a reader of the one sentence they tell."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.admin.reload import build_command
from bot.build import BuildReport, build
from bot.model.article import Article
from bot.model.judgement import Judgement
from bot.model.statement import Quote, Statement, slots_from_json
from bot.names.entry import Entry
from bot.names.registry import Registry

ROOT = Path(__file__).parents[2]

_RAISED = re.compile(
    r"([A-Z][\w ]*?) raised \$(\d+) million in a (Series [A-Z])(?: from ([A-Z][\w ]+?))?(?: on (\S+))?\.(?=\s)"
)


def raised(article: Article) -> list[Statement]:
    """Who raised how much, from whom, when."""
    found = []
    for match in _RAISED.finditer(article.raw):
        company, millions, name, investor, day = match.groups()
        slots = {"company": company, "amount": {"value": int(millions) * 1e6, "currency": "USD"}, "round": name}
        if investor:
            slots["investors"] = [{"name": investor, "lead": False}]
        if day:
            slots["date"] = day
        found.append(Statement(article.id, "funding", slots_from_json(slots), Quote(*match.span(), match[0])))
    return found


def put(folder: Path, name: str, body: str, published: str = "2025-09-09") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"---\ntitle: On {name}\npublished: {published}\n---\n\n{body}\n", encoding="utf-8")
    return path


def built(folder: Path, db: Path, judgements: Iterable[Judgement] = (), entries: Sequence[Entry] = ()) -> BuildReport:
    return build([folder], db, extract=raised, registry=Registry(entries), judgements=judgements)


def building(folder: Path, db: Path, state: Path, before: str = "") -> list[str]:
    """What a reload runs, with this reader for the real one; `before` is run first."""
    _, _, _, *arguments = build_command(db, state, [folder])
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{before}\n"
        "import bot.build; from bot.names.registry import Registry; from tests.admin.shelf import raised\n"
        "import bot.reading.workers; bot.reading.workers.MOST = 1  # another process would not know this reader\n"
        "bot.build.load_extractor = lambda: raised; bot.build.default_registry = lambda: Registry(())\n"
        "from bot.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    return [sys.executable, "-c", code, *arguments]
