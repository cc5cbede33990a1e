"""The documentation tells everything there is, and nothing that is not."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import typer

from bot.answers.commands import COMMANDS
from bot.cli import app, run
from bot.settings import Settings, variable

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
DOCS = {path.name: path.read_text("utf-8") for path in sorted((ROOT / "docs").glob("*.md"))}
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
COMMAND_LINE = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def section(command: str) -> str:
    """What docs/commands.md tells of one command."""
    match = re.search(rf"^### `bot {command}\b.*?(?=^###|\Z)", DOCS["commands.md"], re.MULTILINE | re.DOTALL)
    assert match, f"docs/commands.md has no section `bot {command}`"
    return match.group()


@pytest.mark.parametrize("command", sorted(COMMAND_LINE))
def test_every_command_and_option_is_documented(command: str) -> None:
    told = set(re.findall(r"`(--[a-z-]+)", section(command)))
    has = {name for option in COMMAND_LINE[command].params for name in option.opts if name.startswith("--")}
    assert told >= has, "not documented"
    assert told <= {name for other in COMMAND_LINE.values() for option in other.params for name in option.opts}


def test_the_commands_are_documented_in_the_order_of_the_help() -> None:
    assert re.findall(r"^### `bot ([a-z-]+)", DOCS["commands.md"], re.MULTILINE) == list(COMMAND_LINE)


def test_the_help_tells_each_command_in_a_whole_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    told = capsys.readouterr().out.partition("Commands:\n")[2].splitlines()
    assert len(told) == len(COMMAND_LINE)
    assert [line for line in told if not re.fullmatch(r"  [a-z-]+ {2,}[A-Z][^.]+\.", line)] == []


def test_every_chat_command_is_documented() -> None:
    rows = re.findall(r"^\| `/([a-z]+)[^|]*\|([^|]*)\|", DOCS["commands.md"], re.MULTILINE)
    told = {name: set(re.findall(r"`/([^`]+)`", also)) for name, also in rows}
    assert told == {command.name: set(command.also) for command in COMMANDS}


def test_every_setting_is_documented() -> None:
    told = set(re.findall(r"^\| `((?:BOT|SLACK|DISCORD)_[A-Z_]+)`", DOCS["settings.md"], re.MULTILINE))
    assert told == {variable(name) for name in Settings.model_fields}


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_defaults_are_documented(name: str) -> None:
    row = next(line for line in DOCS["settings.md"].splitlines() if line.startswith(f"| `{variable(name)}`"))
    default = Settings.model_fields[name].default
    assert "not set" in row if default is None else f"`{default}`" in row


IN_CHAT_ALONE = ("digest", "watch", "facts")
"""Commands of the platforms that the prompt does not have; their own tests hold them."""


@pytest.mark.parametrize("text", [README, *DOCS.values()], ids=["README.md", *DOCS])
def test_commands_in_the_text_exist(text: str) -> None:
    code = "\n".join([*re.findall(r"`([^`\n]+)`", text), *re.findall(r"^ {4}(.+)$", text, re.MULTILINE)])
    assert set(re.findall(r"\bmake ([a-z]+)", code)) <= TARGETS
    assert set(re.findall(r"\bbot ([a-z][a-z-]*)(?=\s|$)", code)) <= set(COMMAND_LINE)
    slash = set(re.findall(r"(?:^|[\s'›])/([a-z]+)\b(?!/)", code))
    assert slash <= {"quit", "exit", *IN_CHAT_ALONE, *(n for c in COMMANDS for n in (c.name, *c.also))}


def test_the_readme_starts_with_what_works_at_once() -> None:
    assert {"demo", "test", "check", "install"} <= set(re.findall(r"make ([a-z]+)", README)) & TARGETS


@pytest.mark.parametrize(
    "path",
    [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))],
    ids=lambda path: path.name,
)
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_figures_of_the_readme_are_as_old_as_those_of_the_page_that_explains_them() -> None:
    [day] = re.findall(r"measured on (\d+ \w+ 20\d\d)", README)
    assert day in DOCS["extraction.md"]


def test_continuous_integration_runs_what_the_readme_says() -> None:
    assert {"make test", "make check"} <= set((ROOT / ".ci/run").read_text("utf-8").splitlines())


def test_the_lock_names_versions_and_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    assert not re.search(r"^\s*-(?!-hash)", lock, re.MULTILINE)
    locked = re.findall(r"^([a-z0-9.-]+)==\S+((?: \\\n {4}--hash=sha256:[0-9a-f]{64})+)$", lock, re.MULTILINE)
    assert len(locked) == lock.count("==")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
        *project["build-system"]["requires"],
        "editables",
    ]
    names = {re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", name)[0].lower()) for name in wanted}
    assert names <= {name for name, _ in locked}


def test_the_corpus_is_whole() -> None:
    gold = {path.stem for path in (ROOT / "tests/corpus/gold").glob("*.json")}
    articles = [path.stem for path in (ROOT / "seeds").iterdir()]
    assert sorted(articles) == sorted(gold)
    questions = json.loads((ROOT / "tests/corpus/questions.json").read_text("utf-8"))
    assert len({question["id"] for question in questions}) == len(questions)
