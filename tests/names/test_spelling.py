"""Names in other spellings: what has a key in common is the same name, what only looks alike has none."""

from __future__ import annotations

import pytest

from bot.names.chinese import is_pinyin, readings
from bot.names.spelling import asked, differs, initials, kept

SAME = [
    ("Z Oval Robot", "org", ["ZOvalRobot", "Z-Oval Robot", "zoval robots", "ZOval", "Z Oval Robotics"]),
    ("DeepHarbor", "org", ["Deep-Harbor", "Deep Harbor AI"]),
    ("星枢机器人", "org", ["Xingshu Robot", "Xing Shu Robotics", "xingshu", "星樞機器人", "Xingshu Jiqiren"]),
    ("王兴兴", "person", ["Wang Xingxing", "Xingxing Wang", "wang xing xing", "王興興"]),
    ("Aldous Ferncliff", "person", ["Ferncliff Aldous", "Aldous J. Ferncliff", "AldousFerncliff"]),
    ("Gråsten Robotics", "org", ["Graasten Robotics", "Grasten Robot"]),
    ("Møllerup", "org", ["Mollerup", "Moellerup"]),
    ("Halcyon 03", "product", ["Halcyon 3", "Halcyon-03", "Halcyon03"]),
    ("Merganser MQ-7", "product", ["MQ7", "MQ-7", "Merganser MQ 7"]),
    ("吕文", "person", ["Lu Wen", "Lv Wen"]),
]


def _in_common(name: str, kind: str, other: str) -> bool:
    keys = {key.rstrip("~") for key in asked(other)}
    # A name of one word has no keys beside its own form.
    return bool(asked(other) & kept(name, kind)) or f"={name.casefold()}" in keys


@pytest.mark.parametrize(("name", "kind", "other"), [(n, k, o) for n, k, others in SAME for o in others])
def test_is_the_same_name(name: str, kind: str, other: str) -> None:
    assert _in_common(name, kind, other)


@pytest.mark.parametrize(
    ("name", "kind", "other"),
    [
        ("Z Oval Robot", "org", "Z Oval Capital"),
        ("Zhiyun Robotics", "org", "Ziyun Robotics"),
        ("Halcyon 03", "product", "Halcyon 04"),
        ("Halcyon 03", "product", "Halcyon 30"),
        ("Grip 1 2", "product", "Grip 12"),
        ("Vester Dynamics", "org", "Vester Robotics"),
        ("Ferrault Ventures", "org", "Ferrault Capital"),
        ("王兴兴", "person", "Wang Xingxin"),
    ],
)
def test_is_another_name(name: str, kind: str, other: str) -> None:
    assert not _in_common(name, kind, other)


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [("王兴兴", "王興興", False), ("王兴兴", "王星星", True), ("智云机器人", "智云", False), ("王兴兴", "Wang", False)],
)
def test_the_same_sound_in_other_characters_is_another_name(one: str, other: str, two: bool) -> None:
    assert differs(one, other) is two


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Harbin Institute of Technology", "hit"), ("Boston Dynamics", "bd"), ("Corvane", ""), ("1X Technologies", "")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("word", "expected"),
    [("zhiyun", True), ("ziyun", True), ("figure", False), ("wang", False), ("an" * 300, False), ("", False)],
)
def test_pinyin(word: str, expected: bool) -> None:
    assert is_pinyin(word) is expected


def test_characters_are_read_in_every_common_way() -> None:
    assert ("lv", "wen") in readings("吕文")
    assert ("lu", "wen") in readings("吕文")
    assert readings("a") == (("a",),)
