"""What an article would bring, and what happens when it is accepted or not."""

from __future__ import annotations

import asyncio
import base64
import json
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import cli
from bot.articles import read_article
from bot.build import build
from bot.intake.errors import NotTaken, Refused, Unreachable
from bot.intake.findings import Preview
from bot.intake.preview import Shelf, accept, preview_bytes, preview_file, preview_url
from bot.intake.reader import Reader
from bot.intake.service import Intake
from bot.intake.set_up import fetcher, ports, shelf
from bot.settings import Settings
from bot.state import State
from tests.intake.near import NearReader
from tests.intake.pages import Site
from tests.intake.socket_guard import connections
from tests.intake.texts import QUILLON, TAMSIN, page, rss

HEAD = "---\ntitle: Quillon raises money\npublished: 2025-03-04\npublisher: A\n---\n\n"
FIRST = HEAD + "\n\n".join(QUILLON) + "\n"
OTHERWISE = (
    "The robot maker Quillon Robotics raised $35 million in a Series A round led by Halvern Capital in March 2025.",
    "The start-up from Denmark makes a robot for warehouses and sells it to those who "
    "send parcels; it has competitors in Munich and in Lyon, which are larger.",
)


@pytest.fixture(scope="module")
def shelf_of_one(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """A store built from one article."""
    root = tmp_path_factory.mktemp("shelf")
    (root / "seeds").mkdir()
    (root / "seeds" / "2025-03-04-quillon.md").write_text(FIRST)
    assert build([root / "seeds"], root / "facts.db").facts > 0
    return Shelf(root / "facts.db", [root / "seeds"])


@pytest.fixture
def reader() -> NearReader:
    return NearReader()


def told(preview: Preview) -> dict[str, str]:
    """What each fact is to the store, by the kind of line it is told in."""
    return {fact.text: fact.what for fact in preview.facts}


async def test_an_article_that_brings_something_new(shelf_of_one: Shelf, reader: NearReader, site: Site) -> None:
    site.text("/t", page("Tamsin buys Orlo", TAMSIN, "2025-03-06"))
    found = await preview_url(site.url("/t"), site.fetcher(), reader, shelf_of_one)
    assert (found.title, found.published, found.publisher) == ("Tamsin buys Orlo", "2025-03-06", "Example News")
    assert (found.url, found.same_as, found.copy_of) == (site.url("/t"), None, None)
    (deal,) = (fact for fact in found.facts if "Orlo Grippers" in fact.text and "$90 million" in fact.text)
    assert deal.what == "new"
    assert deal.quote == TAMSIN[0]
    assert found.conflicts == found.of("corroborated", "known") == ()


async def test_another_source_for_what_is_known(shelf_of_one: Shelf, reader: NearReader) -> None:
    text = f"{QUILLON[0]}\n\n{TAMSIN[1]} {TAMSIN[2]}"
    found = await preview_bytes("other.txt", text.encode(), reader, shelf_of_one)
    assert found.copy_of is None
    (deal,) = (fact for fact in found.facts if "$21 million" in fact.text)
    assert deal.what == "corroborated"
    assert deal in found.of("corroborated", "known")


async def test_what_contradicts_is_shown_with_what_it_contradicts(shelf_of_one: Shelf, reader: NearReader) -> None:
    found = await preview_bytes("other.txt", "\n\n".join(OTHERWISE).encode(), reader, shelf_of_one)
    (deal,) = found.conflicts
    both = " ".join((deal.text, *deal.notes))
    assert "$21 million" in both
    assert "$35 million" in both
    assert any("article gives the amount" in note for note in deal.notes)


async def test_a_copy_is_no_second_source(shelf_of_one: Shelf, reader: NearReader, site: Site, tmp_path: Path) -> None:
    site.text("/c", page("Robot firm in funds", ("(Example Wire) Our desk reports.", *QUILLON)))
    found = await preview_url(site.url("/c"), site.fetcher(), reader, shelf_of_one)
    assert found.copy_of is not None
    assert found.copy_of.source == "2025-03-04-quillon.md"
    assert found.copy_of.share > 0.8
    assert found.of("corroborated") == ()
    file = accept(found, tmp_path)
    assert file is not None
    assert 'syndicated_from: "2025-03-04-quillon.md"' in file.read_text()


async def test_the_same_article_again(shelf_of_one: Shelf, reader: NearReader) -> None:
    found = await preview_bytes("again.md", FIRST.encode(), reader, shelf_of_one)
    assert found.same_as is not None
    assert found.same_as.source == "2025-03-04-quillon.md"
    assert not found.updated
    assert set(told(found).values()) == {"known"}


async def test_a_later_version_from_the_same_address(reader: NearReader, site: Site, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    here = Shelf(tmp_path / "no.db", [inbox])
    site.text("/q", page("Quillon raises money", QUILLON))
    first = await preview_url(site.url("/q"), site.fetcher(), reader, here)
    accept(first, inbox)
    again = await preview_url(site.url("/q?utm_source=feed"), site.fetcher(), reader, here)
    assert (again.same_as is not None, again.updated) == (True, False)
    site.text("/q", page("Quillon raises money", (*QUILLON, OTHERWISE[1])))
    later = await preview_url(site.url("/q"), site.fetcher(), reader, here)
    assert (later.same_as is not None, later.updated) == (True, True)
    assert later.copy_of is None
    assert accept(later, inbox) == inbox / later.name.replace(".md", "_v02.md")


async def test_accepted_it_is_what_was_shown(
    reader: NearReader, site: Site, shelf_of_one: Shelf, tmp_path: Path
) -> None:
    site.text("/t", page("Tamsin buys Orlo", TAMSIN, "2025-03-06"))
    found = await preview_url(site.url("/t"), site.fetcher(), reader, shelf_of_one)
    assert list(tmp_path.iterdir()) == []  # discarded until it is accepted
    file = accept(found, tmp_path / "inbox")
    assert file is not None
    article = read_article(file)
    assert (article.title, article.url, len(article.text)) == (found.title, found.url, found.characters)
    assert all(fact.quote in article.raw for fact in found.facts)
    assert accept(found, tmp_path / "inbox") is None


async def test_it_can_be_kept_while_somebody_decides(reader: NearReader, shelf_of_one: Shelf) -> None:
    found = await preview_bytes("other.txt", "\n\n".join(OTHERWISE).encode(), reader, shelf_of_one)
    assert Preview.from_json(json.loads(json.dumps(found.to_json()))) == found


async def test_a_file_is_kept_as_it_is(reader: NearReader, shelf_of_one: Shelf, tmp_path: Path) -> None:
    text = "---\ntitle: Tamsin buys Orlo\npublished: 2025-03-06\nnote: mine\n---\n\n" + "\n\n".join(TAMSIN)
    (tmp_path / "tamsin.md").write_text(text)
    found = await preview_file(tmp_path / "tamsin.md", reader, shelf_of_one)
    file = accept(found, tmp_path / "inbox")
    assert file is not None
    assert file.name == "tamsin.md"
    assert file.read_text() == text


async def test_without_a_store_everything_is_new(reader: NearReader, tmp_path: Path) -> None:
    found = await preview_bytes("quillon.md", FIRST.encode(), reader, Shelf(tmp_path / "no.db"))
    assert set(told(found).values()) == {"new"}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8"])
@pytest.mark.parametrize("named", ["header", "page"])
async def test_pages_in_other_encodings(
    encoding: str, named: str, reader: NearReader, site: Site, tmp_path: Path
) -> None:
    text = (
        "宇树科技宣布完成新一轮融资，金额超过十亿元人民币，由多家产业资本共同投资，资金将用于人形机器人的研发与量产。"
        * 5
    )
    extra = f'<meta charset="{encoding}">' if named == "page" else ""
    data = page("宇树科技完成融资", (text,), extra=extra).encode(encoding)
    site.text("/a", data, f"text/html; charset={encoding}" if named == "header" else "text/html")
    found = await preview_url(site.url("/a"), site.fetcher(), reader, Shelf(tmp_path / "no.db"))
    assert found.title == "宇树科技完成融资"
    assert text in found.text


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF-1.7", "not an article's name"),
        (".hidden.md", b"text", "not an article's name"),
        ("a.md", b"", "empty"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.html", b"<html><body></body></html>", "no article found"),
        ("a.txt", b"x" * 5_000_001, "larger than 5 MB"),
        ("a.md", b"---\ntitle: [\n---\ntext", "front matter"),
    ],
)
async def test_what_is_no_article(name: str, data: bytes, told: str, reader: NearReader, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=told):
        await preview_bytes(name, data, reader, Shelf(tmp_path / "no.db"))


async def test_a_name_cannot_lead_out_of_the_folder(reader: NearReader, tmp_path: Path) -> None:
    found = await preview_bytes("../../out.md", FIRST.encode(), reader, Shelf(tmp_path / "no.db"))
    assert accept(found, tmp_path / "inbox") == tmp_path / "inbox" / "out.md"


@pytest.mark.parametrize("path", ["missing.md", "."], ids=["missing", "folder"])
async def test_what_is_no_file(path: str, reader: NearReader, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is not a file"):
        await preview_file(tmp_path / path, reader, Shelf(tmp_path / "no.db"))


async def test_a_page_with_next_to_nothing(reader: NearReader, site: Site, tmp_path: Path) -> None:
    site.text("/a", page("Quillon", ("Please enable scripts to read this page in your browser.",)))
    with pytest.raises(Refused, match=r"too little text|no article"):
        await preview_url(site.url("/a"), site.fetcher(), reader, Shelf(tmp_path / "no.db"))


# The reading process itself


@pytest.fixture
async def process() -> AsyncIterator[Reader]:
    async with Reader() as reader:
        yield reader


async def test_a_page_of_10_kb_takes_under_five_seconds(
    process: Reader, site: Site, shelf_of_one: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a process that has no tokens, and with the language model nowhere in this one's doing."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    text = page("Tamsin buys Orlo", TAMSIN, "2025-03-06", extra="<style>" + ".a{color:red}" * 750 + "</style>")
    assert 10_000 <= len(text) <= 12_000
    site.text("/t", text)
    await process.warm()
    assert process._process is not None
    environment = Path(f"/proc/{process._process.pid}/environ")
    assert not environment.exists() or b"xoxb-secret" not in environment.read_bytes()
    start = time.monotonic()
    found = await preview_url(site.url("/t"), site.fetcher(), process, shelf_of_one)
    assert time.monotonic() - start < 20.0  # less than five on a quiet machine
    assert any("$90 million" in fact.text for fact in found.facts)


async def test_the_process_takes_feeds_apart(process: Reader) -> None:
    feed = base64.b64encode(rss(("1", "/q", "Quillon raises money", "Short.")).encode()).decode()
    request = {"do": "feed", "body": feed, "type": "application/rss+xml", "url": "https://news.example.com/feed"}
    told = (await process.ask(request))["feed"]
    assert (told["title"], [item["link"] for item in told["items"]]) == ("Example Wire", ["https://news.example.com/q"])
    with pytest.raises(Refused, match="neither RSS nor Atom"):
        await process.ask(request | {"body": ""})
    with pytest.raises(NotTaken, match="could not be read"):
        await process.ask(request | {"body": None})


async def test_a_hidden_folder_above_hides_nothing(reader: NearReader, tmp_path: Path) -> None:
    seeds = tmp_path / ".bot" / "seeds"
    (seeds / ".git").mkdir(parents=True)
    (seeds / ".git" / "hidden.md").write_text(FIRST.replace("Quillon", "Tamsin"))
    (seeds / "quillon.md").write_text(FIRST)
    here = Shelf(tmp_path / "no.db", [seeds])
    assert (await preview_bytes("a.md", FIRST.encode(), reader, here)).same_as is not None
    hidden = FIRST.replace("Quillon", "Tamsin").encode()
    assert (await preview_bytes("b.md", hidden, reader, here)).same_as is None


def script(code: str) -> list[str]:
    return [sys.executable, "-c", f"import sys, json\n{code}"]


ECHO = "for line in sys.stdin: print(line.strip(), flush=True)"


async def test_a_process_that_dies_is_started_anew(tmp_path: Path) -> None:
    died = tmp_path / "died"
    once = f"import pathlib\np = pathlib.Path({str(died)!r})\nif not p.exists(): p.touch(); input(); sys.exit(3)\n"
    async with Reader(script(once + ECHO)) as reader:
        with pytest.raises(NotTaken, match="broke down"):
            await reader.ask({"do": "a"})
        assert await reader.ask({"do": "b"}) == {"do": "b"}


async def test_a_process_that_takes_too_long_is_ended() -> None:
    async with Reader(
        script("sys.stdin.readline(); import threading; threading.Event().wait()"), seconds=0.5
    ) as reader:
        with pytest.raises(NotTaken, match="longer than"):
            await reader.ask({"do": "a"})
        assert reader._process is None


async def test_who_gives_up_leaves_no_reply_behind() -> None:
    code = "line = input()\nif 'slow' in line: import threading; threading.Event().wait()\nprint(line, flush=True)\n"
    async with Reader(script(code + ECHO)) as reader:
        asking = asyncio.create_task(reader.ask({"do": "slow"}))
        while reader._process is None:
            await asyncio.wait({asking}, timeout=0.05)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        assert await reader.ask({"do": "next"}) == {"do": "next"}


async def test_one_at_a_time() -> None:
    async with Reader(script(ECHO)) as reader:
        asked = [{"do": str(number)} for number in range(20)]
        assert await asyncio.gather(*map(reader.ask, asked)) == asked


async def test_closing_waits_for_no_article() -> None:
    """Else a bot that is told to stop would go on until what is being read is read, or a minute is over."""
    code = "line = input()\nprint(line, flush=True)\nimport threading; threading.Event().wait()\n"
    reader = Reader(script(code))
    await reader.ask({"do": "begin"})
    asking = [asyncio.create_task(reader.ask({"do": "read"})) for _ in range(3)]
    await asyncio.sleep(0)
    await reader.close()
    told = await asyncio.gather(*asking, return_exceptions=True)
    assert [type(one) for one in told] == [NotTaken] * 3
    assert reader._process is None


async def test_an_idle_process_is_ended() -> None:
    async with Reader(script(ECHO), idle=0.05) as reader:
        await reader.ask({"do": "a"})
        process = reader._process
        assert process is not None
        async with asyncio.timeout(30):
            await process.wait()
        assert await reader.ask({"do": "b"}) == {"do": "b"}


async def test_one_that_is_kept_is_ended_by_nobody(tmp_path: Path) -> None:
    async with Reader(script(ECHO), idle=None) as reader:
        await reader.ask({"do": "a"})
        assert reader._process is not None
        assert reader._ending is None
    with State.open(tmp_path / "state.db") as state:
        assert Intake(Settings(), state)._reader._idle is None


async def test_a_command_that_is_not_there() -> None:
    async with Reader(["/no/such/program"]) as reader:
        with pytest.raises(NotTaken, match="broke down"):
            await reader.ask({"do": "a"})


# Settings and the command line


def test_what_the_settings_say(tmp_path: Path) -> None:
    settings = Settings(db=tmp_path / "facts.db", seeds=tmp_path, inbox=tmp_path / "inbox", fetch_ports="8080, 8443")
    assert ports(settings) == {80, 443, 8080, 8443}
    assert ports(Settings(fetch_ports=None)) == {80, 443}
    assert shelf(settings).db == tmp_path / "facts.db"


async def test_settings_never_open_the_way_inwards() -> None:
    with connections() as attempted, pytest.raises(Refused):
        await fetcher(Settings(fetch_ports="8080")).fetch("http://127.0.0.1:8080/")
    assert attempted == []


def test_ports_that_make_no_sense(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("BOT_FETCH_PORTS", "all")
    assert cli.run(["add", "https://news.example.com/"]) == 2
    assert capsys.readouterr().err.startswith("BOT_FETCH_PORTS")


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.commandline.adding.Reader", NearReader)


@pytest.fixture
def tamsin(tmp_path: Path) -> Path:
    file = tmp_path / "tamsin.txt"
    file.write_text("Tamsin buys Orlo\n\n" + "\n\n".join(TAMSIN))
    return file


def test_add_shows_and_saves(
    near: None, tamsin: Path, shelf_of_one: Shelf, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inbox = tmp_path / "inbox"
    arguments = ["add", str(tamsin), "--db", str(shelf_of_one.db), "--into", str(inbox)]
    assert cli.run(arguments) == 0
    said = capsys.readouterr()
    assert said.out.startswith("Tamsin buys Orlo\n")
    assert "$90 million" in said.out
    assert "not saved" in said.err
    assert not inbox.exists()
    assert cli.run([*arguments, "--yes"]) == 0
    assert str(inbox / "tamsin.txt") in capsys.readouterr().err
    assert cli.run([*arguments, "--yes"]) == 0
    assert "there already as tamsin.txt" in capsys.readouterr().err
    assert [file.name for file in inbox.iterdir()] == ["tamsin.txt"]


@pytest.mark.parametrize(
    ("typed", "saved"), [("y\n", True), ("yes\n", True), ("n\n", False), ("", False), ("\n", False)]
)
def test_add_asks_on_a_terminal(
    typed: str, saved: bool, near: None, tamsin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            return typed

    monkeypatch.setattr(sys, "stdin", Terminal())
    arguments = ["add", str(tamsin), "--db", str(tmp_path / "no.db"), "--into", str(tmp_path / "inbox")]
    assert cli.run(arguments) == 0
    assert (tmp_path / "inbox" / "tamsin.txt").exists() is saved


def test_add_as_json(near: None, tamsin: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["add", str(tamsin), "--json", "--db", str(tmp_path / "no.db"), "--into", str(tmp_path / "in")]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["title"] == "Tamsin buys Orlo"
    assert {fact["what"] for fact in told["facts"]} == {"new"}
    keys = {"title", "published", "publisher", "url", "characters", "facts", "copy_of", "same_as", "updated", "name"}
    assert set(told) == keys


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("http://127.0.0.1/", "loopback"),
        ("file:///etc/passwd", "only http and https"),
        ("missing.md", "is not a file"),
        ("", "is not a file"),
        ("HTTP://localhost/\x1b[31m", "white space"),
    ],
)
def test_add_refuses_in_one_line(what: str, said: str, near: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["add", what]) == 2
    error = capsys.readouterr().err
    assert error.startswith("bot add: ")
    assert said in error
    assert error.count("\n") == 1


def test_add_tells_what_cannot_be_reached(
    near: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Gone:
        def allowed(self, url: str) -> str:
            return url

        async def fetch(self, url: str, **_: object) -> None:
            raise Unreachable("news.example.com is not known: check the address")

    monkeypatch.setattr("bot.commandline.adding.fetcher", lambda settings: Gone())
    assert cli.run(["add", "https://news.example.com/"]) == 1
    assert "is not known" in capsys.readouterr().err
