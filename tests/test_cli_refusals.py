"""What is asked for in a way that makes no sense is refused in one line that says what to do; nothing is made."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.cli import run


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with articles of two folders, gold for one that is missing, and what is no gold and no judgement."""
    for name in [name for name in os.environ if name.startswith("BOT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    for name in ("texts", "gold", "nothing"):
        (tmp_path / name).mkdir()
    os.mkfifo(tmp_path / "pipe")  # as for a device of the machine
    (tmp_path / "texts" / "one.md").write_text("Quillon Robotics raised $21 million.\n", "utf-8")
    (tmp_path / "gold" / "two.json").write_text('{"facts": []}', "utf-8")
    (tmp_path / "nothing" / "notes.json").write_text('["no facts here"]', "utf-8")
    (tmp_path / "latin.txt").write_bytes("Ångström\n".encode("latin-1"))
    (tmp_path / "odd.txt").write_text("# a judgement a line\n\nwhatever somebody thought\n", "utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ask", "--json", "--chart", "x.png"), "--json tells of pictures and saves none: leave --chart out"),
        (("digest", "--json", "--chart", "x.png"), "--json saves no picture: leave --chart out"),
        (("facts", "add", "one.md"), "at the command line that is `bot add URL|FILE`"),
        (("eval", "--text", "nowhere"), "nowhere: no such folder: name the folder of the articles with --text"),
        (("eval", "--gold", "nothing", "--text", "texts"), "no gold in it: name a folder of JSON files with --gold"),
        (("eval", "--gold", "nowhere", "--text", "texts"), "no gold in it: name a folder of JSON files with --gold"),
        (("eval", "--gold", "gold", "--text", "texts"), "no article for two.json below texts: add its folder"),
        (("eval", "--questions", "nowhere.json", "--text", "texts"), "nowhere.json: No such file or directory: name"),
        (("eval", "--cross-validate", "--text", "nowhere"), "no such folder: name folders of annotated articles"),
        (("eval", "--cross-validate", "--text", "texts"), "leaves out one folder of several: name two or more"),
        (
            ("build", "--seeds", "texts", "--db", "latin.txt/facts.db"),
            "cannot be written (File exists); choose",
        ),
        (("build", "--seeds", "texts", "--db", "/"), "/: is a folder; name a file in it for the store"),
        (("build", "--seeds", "texts", "--db", "nothing"), "nothing: is a folder; name a file in it for the store"),
        (("build", "--seeds", "texts", "--db", "pipe"), "pipe: is no file; choose another place for the store"),
        (("judgements", "import", "latin.txt"), "latin.txt is not UTF-8: save it so"),
        (("judgements", "import", "odd.txt"), "odd.txt, line 3: "),
        (
            ("judgements", "import", "nowhere.txt"),
            "nowhere.txt cannot be read (No such file or directory): name another file",
        ),
        (("judgements", "export"), "there is no state at data/state.db: `bot run` makes it"),
    ],
)
def test_it_is_refused_in_one_line(arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) in (1, 2)
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert told in line
    assert line.startswith("bot")
    assert not Path("data").exists(), "nothing is made on the way"
