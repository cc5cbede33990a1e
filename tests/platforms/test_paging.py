"""Pages hold whole lines, all of them, in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.answer import Answer, Line
from bot.platforms.shared.paging import page, pages


def answer(*texts: str) -> Answer:
    return Answer(True, "Deals", tuple(Line(text) for text in texts))


def length(line: Line) -> int:
    return len(line.text)


@pytest.mark.parametrize(
    ("texts", "limit", "most", "expected"),
    [
        ((), 10, 5, [()]),
        (("aaaa", "bbbb"), 10, 5, [("aaaa", "bbbb")]),
        (("aaaa", "bbbb", "cccc"), 10, 5, [("aaaa", "bbbb"), ("cccc",)]),
        (("aaaa", "bbbb", "cccc"), 100, 2, [("aaaa", "bbbb"), ("cccc",)]),
        (("aaaaa", "bbbbb"), 10, 5, [("aaaaa", "bbbbb")]),
        (("a" * 30, "b"), 10, 5, [("a" * 30,), ("b",)]),
        (("a", "b" * 30, "c"), 10, 5, [("a",), ("b" * 30,), ("c",)]),
    ],
)
def test_pages(texts: tuple[str, ...], limit: int, most: int, expected: list[tuple[str, ...]]) -> None:
    found = pages(answer(*texts), length, limit, most)
    assert [tuple(line.text for line in one.lines) for one in found] == expected


@given(st.lists(st.text("abc", max_size=40), max_size=60), st.integers(1, 100), st.integers(1, 12))
def test_nothing_is_lost_and_nothing_is_cut(texts: list[str], limit: int, most: int) -> None:
    whole = answer(*texts)
    found = pages(whole, length, limit, most)
    assert tuple(line for one in found for line in one.lines) == whole.lines
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert {one.total for one in found} == {len(found)}
    assert [one.more for one in found] == [True] * (len(found) - 1) + [False]
    for one in found:
        assert len(one.lines) <= most
        assert len(one.lines) <= 1 or sum(map(length, one.lines)) <= limit
        assert one.start + len(one.lines) + one.left == len(texts)


@pytest.mark.parametrize(("wanted", "shown"), [(1, 1), (2, 2), (3, 3), (4, 3), (999, 3), (0, 1), (-5, 1)])
def test_a_page_that_is_gone_shows_the_nearest(wanted: int, shown: int) -> None:
    assert page(answer("a", "b", "c"), wanted, length, 100, most=1).number == shown
