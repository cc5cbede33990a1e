"""The file beside a store that holds what was read before: what it keeps, and that no damage to it is believed."""

from __future__ import annotations

import logging
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bot.store.remembered import KEPT_BUILDS, Remembered, place_beside


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return place_beside(tmp_path / "facts.db")


def remember(place: Path, **texts: str) -> None:
    with Remembered(place) as memory:
        for key, text in texts.items():
            memory.put(key, text)


def recalled(place: Path, *keys: str) -> list[str | None]:
    with Remembered(place) as memory:
        return [memory.get(key) for key in keys]


def test_a_text_is_there_in_the_next_build(place: Path) -> None:
    remember(place, one="first", two="second\n\0 字")
    assert recalled(place, "two", "one", "three") == ["second\n\0 字", "first", None]


def test_the_last_text_of_a_key_holds(place: Path) -> None:
    remember(place, one="first")
    remember(place, one="again")
    assert recalled(place, "one") == ["again"]


def test_it_is_hidden_beside_the_store_and_of_one_file(place: Path) -> None:
    remember(place, one="first")
    assert [path.name for path in place.parent.iterdir()] == [".facts.db-remembered"]


def test_fresh_forgets_all(place: Path) -> None:
    remember(place, one="first")
    with Remembered(place, fresh=True) as memory:
        assert memory.get("one") is None
        memory.put("two", "second")
    assert recalled(place, "one", "two") == [None, "second"]


def test_what_builds_ask_for_is_kept_and_the_rest_dropped(place: Path) -> None:
    remember(place, asked="asked", left="left")
    for _ in range(KEPT_BUILDS - 1):
        assert recalled(place, "asked") == ["asked"]
    assert recalled(place, "left") == ["left"], "asked for by the last build that could"
    for _ in range(KEPT_BUILDS):
        assert recalled(place, "asked") == ["asked"]
    assert recalled(place, "asked", "left") == ["asked", None]


def test_it_does_not_grow_with_what_comes_and_goes(place: Path) -> None:
    sizes = []
    for build in range(6 * KEPT_BUILDS):
        remember(place, **{f"{build}": "x" * 20_000})
        sizes.append(place.stat().st_size)
    assert max(sizes) < 2 * KEPT_BUILDS * 20_000


def flip(place: Path, old: bytes, new: bytes) -> None:
    data = place.read_bytes()
    assert old in data
    place.write_bytes(data.replace(old, new))


DAMAGES = {
    "no database": lambda place: place.write_bytes(b"\x00no database" * 999),
    "cut off": lambda place: place.write_bytes(place.read_bytes()[:5000]),
    "pages overwritten": lambda place: place.write_bytes(place.read_bytes()[:4096] + b"\xff" * 9000),
    "a changed text": lambda place: flip(place, b"first", b"fi\xc3\xa9t"),
    "no text at all": lambda place: flip(place, b"first", b"fi\xff\xfet"),
    "another table": lambda place: flip(place, b"digest", b"dagest"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_told_of_in_one_line_and_begun_anew(place: Path, damage, caplog) -> None:
    remember(place, one="first", **{f"more{n}": "x" * 3000 for n in range(9)})
    damage(place)
    with Remembered(place) as memory:
        assert memory.get("one") is None
        memory.put("one", "again")
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert str(place) in record.message
    assert "\n" not in record.message
    caplog.clear()
    assert recalled(place, "one") == ["again"]
    assert caplog.records == []


def test_random_damage_never_gives_another_text(place: Path, caplog) -> None:
    texts = {f"key{n}": f"text {n} " * 50 for n in range(40)}
    remember(place, **texts)
    whole = place.read_bytes()
    dice = random.Random(5)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(dice.choice([1, 3, 200])):
            data[dice.randrange(len(data))] = dice.randrange(256)
        place.write_bytes(data)
        caplog.clear()
        for (key, text), found in zip(texts.items(), recalled(place, *texts), strict=True):
            assert found in (text, None), key
        assert len(caplog.records) <= 1


def test_where_nothing_can_be_written_nothing_is_remembered(place: Path, caplog) -> None:
    place.mkdir()
    with Remembered(place) as memory:
        memory.put("one", "first")
        assert memory.get("one") is None
    assert len(caplog.records) == 1
    assert place.is_dir()


PUT_FOREVER = """
import sys
from pathlib import Path
from bot.store.remembered import Remembered
print("ready", flush=True)
n = 0
while True:
    with Remembered(Path(sys.argv[1])) as memory:
        for _ in range(50):
            n = (n + 1) % 200
            memory.put(f"key{n}", f"text {n}" * 500)
"""


def test_killed_at_any_moment_it_is_whole(place: Path, caplog) -> None:
    remember(place, kept="kept")
    moments = random.Random(8)
    for _ in range(12):
        process = subprocess.Popen([sys.executable, "-c", PUT_FOREVER, str(place)], stdout=subprocess.PIPE, text=True)
        with process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            threading.Event().wait(moments.uniform(0, 0.1))  # the moment is what the test is about
            process.send_signal(signal.SIGKILL)
        keys = [f"key{n}" for n in range(200)]
        found = dict(zip(keys, recalled(place, *keys), strict=True))
        assert {text for key, text in found.items()} <= {None, *(f"text {n}" * 500 for n in range(200))}
        assert all(text in (None, f"text {key[3:]}" * 500) for key, text in found.items())
        db = sqlite3.connect(place)
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        db.close()
    assert caplog.records == []
