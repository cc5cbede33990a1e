"""What the documentation shows over the articles that ship is what they give: pictures, commands, blocks of code."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest

from bot import cli
from bot.documenting.pictures import __main__ as pictures
from bot.documenting.pictures.answers import QUESTION
from bot.documenting.pictures.answers import pictures as drawn

ROOT = Path(__file__).parents[1]
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
}
NOT_RUN = {
    "chat": "its own tests: tests/console",
    "run": "connects to platforms: tests/platforms/test_running.py",
    "browse": "serves until it is ended: tests/site/test_browsing.py",
    "eval": "takes minutes: tests/test_cli.py",
    "backup": "needs a state: tests/state",
    "restore": "needs a backup: tests/state",
}
"""Commands in blocks that are not run here, and what holds them."""
PLACES = re.compile(r"\b(?:DIR|FILE|URL)\b|tcp://|--cluster|/var/|BOT_STATE_URL")
"""Stand for something of the reader's own."""


def commands(page: str) -> list[str]:
    """What the blocks of code of a page have the bot do, without what is said beside it."""
    lines = re.findall(r"^(?: {4}| {7})(?:\.venv/bin/)?bot ([a-z-]+(?: [^\n]*)?)$", PAGES[page], re.MULTILINE)
    return [re.sub(r"\s+#.*$", "", line).strip() for line in lines]


RUN = [
    (page, command)
    for page in PAGES
    for command in dict.fromkeys(commands(page))
    if command.split()[0] not in NOT_RUN and not PLACES.search(command)
]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles that ship and the facts that they give, as in a checkout after `bot build`."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "data").mkdir()
    (folder / "docs" / "pictures").mkdir(parents=True)
    build = ["build", "--seeds", str(folder / "seeds"), "--db", str(folder / "data" / "facts.db")]
    assert cli.run([*build, "--workers", "1", "--state", str(folder / "data" / "state.db")]) == 0
    return folder


@pytest.fixture(autouse=True)
def _in_the_checkout(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("BOT_", "SLACK_", "DISCORD_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(checkout)


def test_the_first_block_of_the_readme_is_run() -> None:
    told = [command.split()[0] for page, command in RUN if page == "README.md"]
    assert {"build", "ask", "extract", "export", "site", "slack-manifest", "doctor"} <= set(told)


@pytest.mark.parametrize(("page", "command"), RUN, ids=[f"{page}: {command}" for page, command in RUN])
def test_commands_of_blocks_run(page: str, command: str, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if "article.md" in command:
        shutil.copy(next((checkout / "seeds").glob("*figure*")), checkout / "article.md")
    words = shlex.split(command.partition(" > ")[0])
    status = cli.run([*words, "--offline"] if words[0] == "doctor" else words)
    said = capsys.readouterr()
    assert status == 0, said.err
    assert said.out or said.err


def test_the_pictures_are_what_the_articles_that_ship_give(checkout: Path) -> None:
    made = drawn(checkout / "data" / "facts.db")
    assert set(made) == {path.name for path in (ROOT / "docs/pictures").iterdir()}
    for name, text in made.items():
        assert text == (ROOT / "docs/pictures" / name).read_text("utf-8"), f"{name} is old: run make docs"


def test_the_answer_of_the_pictures_is_cited(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["ask", QUESTION]) == 0
    assert re.search(r"\[1\] “.+” \(.+, 20\d\d", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("page", "picture"),
    [
        ("README.md", "docs/pictures/slack.svg"),
        ("README.md", "docs/pictures/discord.svg"),
        ("docs/slack.md", "pictures/slack.svg"),
        ("docs/discord.md", "pictures/discord.svg"),
    ],
)
def test_pictures_are_shown_with_their_words(page: str, picture: str) -> None:
    [alt] = re.findall(rf"!\[([^\]]+)\]\({picture}\)", PAGES[page])
    assert QUESTION in alt
    assert len(alt) > 100


def test_pictures_without_articles_are_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pictures.main(tmp_path) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_makefile_draws_them() -> None:
    assert "python -m bot.documenting.pictures" in (ROOT / "Makefile").read_text("utf-8")
