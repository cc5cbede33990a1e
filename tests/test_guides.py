"""The guides and the files for contributors: what comes from the code is as the code gives it, the rest is whole."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.documenting.__main__ import main
from bot.documenting.environment import environment_example
from bot.documenting.kinds import kinds_page
from bot.extraction.kind import all_kinds
from bot.model.statement import SLOT_TYPES
from bot.settings import Settings, variable

ROOT = Path(__file__).parents[1]
KINDS = (ROOT / "docs/kinds.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "docs/contributing.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
DECISIONS = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
EXAMPLE = (ROOT / ".env.example").read_text("utf-8")


def section(kind: str) -> str:
    match = re.search(rf"^## `{kind}`$.*?(?=^## |\Z)", KINDS, re.MULTILINE | re.DOTALL)
    assert match, f"docs/kinds.md has no section `{kind}`"
    return match.group()


def test_the_page_of_kinds_is_what_the_code_gives() -> None:
    assert kinds_page(KINDS) == KINDS, "run: make docs"


@pytest.mark.parametrize("name", all_kinds())
def test_a_kind_is_told_with_its_slots_and_a_sentence_of_its_table(name: str) -> None:
    kind, told = all_kinds()[name], section(name)
    rows = dict(re.findall(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|", told, re.MULTILINE))
    assert set(rows) == {*kind.identity, *kind.slots}
    assert {slot for slot, mark in rows.items() if mark.strip()} == set(kind.identity)
    if kind.examples:
        assert any(f"> {sentence}\n" in told for sentence, _ in kind.examples)


def test_good_first_kinds_are_new_and_need_no_new_slot() -> None:
    listed = re.findall(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|", KINDS.partition("## Good first kinds")[2], re.MULTILINE)
    assert len(listed) >= 5
    for name, slots in listed:
        assert name not in all_kinds()
        assert set(re.findall(r"\w+", slots)) <= set(SLOT_TYPES)


def test_a_page_without_its_marks_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/kinds.md").write_text("# Kinds\n", "utf-8")
    assert main(tmp_path) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_example_of_the_environment_is_what_the_settings_give() -> None:
    assert environment_example() == EXAMPLE, "run: make docs"


def test_every_setting_stands_in_the_example_with_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = dict(re.findall(r"^#([A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE))
    assert set(rows) == {variable(name) for name in Settings.model_fields}
    for name in rows:
        monkeypatch.delenv(name, raising=False)
    plain = Settings()
    for name, value in rows.items():
        monkeypatch.setenv(name, value)
    assert Settings() == plain


def test_nothing_is_set_by_the_example_as_it_stands() -> None:
    assert all(line.startswith("#") or not line for line in EXAMPLE.splitlines())


def test_an_environment_that_was_filled_in_is_never_committed() -> None:
    assert ".env" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


def test_every_target_of_make_is_documented() -> None:
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    assert set(re.findall(r"^\| `make ([a-z-]+)", CONTRIBUTING, re.MULTILINE)) == targets
    assert set(re.findall(r"^\.PHONY:(.*)$", MAKEFILE, re.MULTILINE)[0].split()) == targets


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_why_and_what_follows(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.match(rf"# {int(path.name[:4])}\. \S", text)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(text.splitlines()) <= 30


def test_decisions_are_numbered_without_gaps_and_listed() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    listed = re.findall(r"\]\((\d{4}-[a-z0-9-]+\.md)\)", (ROOT / "docs/decisions/README.md").read_text("utf-8"))
    assert listed == [path.name for path in DECISIONS]


@pytest.mark.parametrize(
    "path",
    [*sorted((ROOT / "docs/decisions").glob("*.md")), *sorted((ROOT / ".github").rglob("*.md"))],
    ids=lambda path: path.name,
)
def test_links_and_named_files_lead_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if not (path.parent / link).exists()] == []
    named = re.findall(r"`((?:bot|tests|data|docs)/[\w./-]+)`", text)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_hooks_before_a_commit_are_local_and_run_what_the_environment_holds() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert [repository["repo"] for repository in config["repos"]] == ["local"]
    hooks = config["repos"][0]["hooks"]
    assert all(hook["language"] == "system" and hook["entry"].startswith(".venv/bin/") for hook in hooks)
    assert [hook["id"] for hook in hooks] == ["ruff", "ruff-format", "mypy"]


def test_templates_have_what_the_forge_asks_for() -> None:
    templates = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.md"))
    assert templates
    for template in templates:
        head = yaml.safe_load(template.read_text("utf-8").split("---\n")[1])
        assert head["name"]
        assert head["about"]
    assert "make check" in (ROOT / ".github/pull_request_template.md").read_text("utf-8")


def test_the_pages_are_written_by_the_command_that_make_runs(tmp_path: Path) -> None:
    assert "python -m bot.documenting" in MAKEFILE
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/kinds.md").write_text(KINDS, "utf-8")
    subprocess.run([sys.executable, "-m", "bot.documenting"], cwd=tmp_path, check=True)
    assert (tmp_path / "docs/kinds.md").read_text("utf-8") == KINDS
    assert (tmp_path / ".env.example").read_text("utf-8") == EXAMPLE
