"""The file that names the feeds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.intake.feeds_file import Feed, FeedsError, read_feeds

ROOT = Path(__file__).parents[2]


def test_no_file_is_no_feeds(tmp_path: Path) -> None:
    assert read_feeds(tmp_path / "feeds.toml") == ()


def test_the_example_in_the_documentation(tmp_path: Path) -> None:
    text = (ROOT / "docs/feeds.md").read_text("utf-8")
    example = "\n".join(re.findall(r"^ {4}(.*)$", text[text.index("[[feed]]") - 4 :], re.MULTILINE))
    file = tmp_path / "feeds.toml"
    file.write_text(example, "utf-8")
    one, two = read_feeds(file)
    assert one == Feed("https://news.example.com/robots/feed.xml")
    assert (two.name, two.names, two.max_items, two.minutes) == ("Example Wire", ("Unitree", "Figure AI"), 20, 30)
    assert two.words == ("humanoid", "人形机器人")


def test_every_key_and_default_is_documented() -> None:
    text = (ROOT / "docs/feeds.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \|\s*([^|]*?)\s*\|", text, re.MULTILINE))
    assert set(rows) == set(Feed.__dataclass_fields__)
    assert (rows["max_items"], rows["minutes"]) == (f"`{Feed('').max_items}`", f"`{Feed('').minutes}`")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[feed]", "is not TOML"),
        ("a = 1", "something other than"),
        ("feed = 1", "something other than"),
        ("[[feed]]", "feed 1: its url is missing"),
        ("[[feed]]\nurl = 1", "feed 1: url has to be a text"),
        ("[[feed]]\nurl = 'https://a.example.com/'\n[[feed]]\nurl = 'file:///etc/passwd'", "feed 2: only http"),
        ("[[feed]]\nurl = 'http://127.0.0.1:8080/'", "port 8080"),
        ("[[feed]]\nurl = 'https://a.example.com/'\n" * 2, "twice"),
        ("[[feed]]\nurl = 'https://a.example.com/'\nnames = 'Unitree'", "names has to be a list"),
        ("[[feed]]\nurl = 'https://a.example.com/'\nwords = [1]", "words has to be a list"),
        ("[[feed]]\nurl = 'https://a.example.com/'\nwords = [' ']", "words has to be a list"),
        ("[[feed]]\nurl = 'https://a.example.com/'\nminutes = true", "minutes has to be a whole number"),
        ("[[feed]]\nurl = 'https://a.example.com/'\nminutes = 1", "minutes has to be from 5 to 10,080"),
        ("[[feed]]\nurl = 'https://a.example.com/'\nmax_items = 0", "max_items has to be from 1"),
        ("[[feed]]\nurl = 'https://a.example.com/'\nfilter = 'a'", "no such key: filter"),
        ('[[feed]]\n"a\\nb" = 1', r"no such key: 'a\\nb'"),
        ("a = " + "[" * 9000, "is not TOML"),
        ("a = " + "9" * 9000, "is not TOML"),
    ],
)
def test_mistakes_are_told_in_one_line(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(text)
    with pytest.raises(FeedsError, match=told) as error:
        read_feeds(file)
    assert str(error.value).startswith(str(file))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("feed", "text", "taken"),
    [
        (Feed(""), "anything", True),
        (Feed("", words=("humanoid",)), "A Humanoid walks", True),
        (Feed("", words=("humanoid",)), "humanoids walk", False),
        (Feed("", words=("Series  A",)), "a series\na round", True),
        (Feed("", words=("人形机器人",)), "国产人形机器人量产", True),
        (Feed("", names=("Unitree",)), "Unitree lists in Shanghai", True),
        (Feed("", names=("Unitree",)), "宇树科技上市", True),
        (Feed("", names=("Unitree",)), "Unitreelike", False),
        (Feed("", names=("Quillon Robotics",)), "Quillon Robotics raises", True),
        (Feed("", names=("Unitree",), words=("grippers",)), "New grippers", True),
        (Feed("", without=("sponsored",)), "Sponsored: a robot", False),
        (Feed("", words=("robot",), without=("vacuum",)), "a robot vacuum", False),
        (Feed("", words=("c++ (new)",)), "in C++ (new) today", True),
        (Feed("", words=(".*",)), "anything", False),
    ],
)
def test_filters(feed: Feed, text: str, taken: bool) -> None:
    assert feed.takes(text) is taken
