"""The reader's fingerprint: the same for the same reader wherever it is, another where any part of it changes."""

from __future__ import annotations

import ast
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import bot
from bot.reading import fingerprint as module
from bot.reading.fingerprint import LIBRARIES, ROOMS, fingerprint

ROOT = Path(bot.__file__).parents[1]


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the reader in another place, whose fingerprint is told instead."""
    for room in ROOMS:
        shutil.copytree(ROOT / "bot" / room, tmp_path / "bot" / room)
    for part in ("names", "models"):
        shutil.copytree(ROOT / "data" / part, tmp_path / "data" / part)
    monkeypatch.setattr(bot, "__file__", str(tmp_path / "bot" / "__init__.py"))
    return tmp_path


def test_it_is_the_same_in_another_place(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = fingerprint()
    assert there == fingerprint()
    monkeypatch.undo()
    assert there == fingerprint()


@pytest.mark.parametrize(
    "file",
    [*(f"bot/{room}/__init__.py" for room in ROOMS), "bot/extraction/kinds/plan.py", "data/names/robots.yaml",
     "data/models/entity_kinds.json.gz"],
)  # fmt: skip
def test_it_changes_with_every_part_of_the_reader(copy: Path, file: str) -> None:
    before = fingerprint()
    with (copy / file).open("ab") as part:
        part.write(b"\n")
    assert fingerprint() != before


FILES: dict[str, Callable[[Path], object]] = {
    "a new kind": lambda root: (root / "bot/extraction/kinds/rumour.py").write_bytes(b""),
    "new names": lambda root: (root / "data/names/more.yaml").write_bytes(b""),
    "a renamed model": lambda root: (root / "data/models/entity_kinds.json.gz").rename(root / "data/models/other.gz"),
}


@pytest.mark.parametrize("change", FILES.values(), ids=FILES)
def test_it_changes_with_the_files_of_the_reader(copy: Path, change: Callable[[Path], object]) -> None:
    before = fingerprint()
    change(copy)
    assert fingerprint() != before


def test_compiled_files_are_no_part_of_it(copy: Path) -> None:
    before = fingerprint()
    compiled = copy / "bot" / "grammar" / "__pycache__" / "dates.py"
    compiled.parent.mkdir(exist_ok=True)
    compiled.write_bytes(b"x")
    assert fingerprint() == before


@pytest.mark.parametrize("library", LIBRARIES)
def test_it_changes_with_the_versions(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    before = fingerprint()
    known = module.version
    monkeypatch.setattr(module, "version", lambda name: "99" if name == library else known(name))
    assert fingerprint() != before


def test_it_changes_with_python(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint()
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert fingerprint() != before


READS_FILES = {"trafilatura", "lxml_html_clean"}
"""What articles are taken out of pages with: its work is seen in the article."""

ASKS = {"pydantic_ai", "openai"}
"""What carries questions to a language model: what it said is kept, and what is made of that is code of the reader."""
CARRIES = {"dask", "distributed"}
"""What carries articles to other machines and back: it changes nothing of them."""


def test_every_library_below_the_reader_is_in_it() -> None:
    imported = set()
    for room in ROOMS:
        for path in (ROOT / "bot" / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    imported |= {alias.name.split(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    imported.add(node.module.split(".")[0])
    others = imported - set(sys.stdlib_module_names) - {"bot"} - READS_FILES - ASKS - CARRIES
    named = {"yaml" if name == "PyYAML" else name.replace("-", "_") for name in LIBRARIES}
    assert others <= named
