"""What a serving process holds for good is set aside from what is looked through for garbage."""

from __future__ import annotations

import gc
import weakref

import pytest

from bot.operations.settling import settle

pytestmark = [
    pytest.mark.usefixtures("collector"),
    # What tests before left behind is freed here.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


class Thing:
    """Something that holds itself: only the collector frees it."""

    def __init__(self) -> None:
        self.itself = self


def is_looked_through(thing: object) -> bool:
    return any(one is thing for one in gc.get_objects())


def test_what_is_held_is_looked_through_no_more() -> None:
    held = Thing()
    assert is_looked_through(held)
    settle()
    assert not is_looked_through(held)


def test_what_comes_later_is_looked_through() -> None:
    settle()
    later = Thing()
    assert is_looked_through(later)


def test_what_was_held_when_it_settled_before_is_freed_once_nothing_holds_it() -> None:
    store = Thing()
    seen = weakref.ref(store)
    settle()
    del store
    gc.collect()
    assert seen() is not None  # set aside, so nobody looks at it
    settle()
    assert seen() is None


def test_all_that_came_since_is_looked_through_less_often() -> None:
    young, middle, full = gc.get_threshold()
    settle()
    new = gc.get_threshold()
    assert new[0] > young
    assert new[0] * new[1] * new[2] >= 5 * young * middle * full
