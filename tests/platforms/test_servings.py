"""Which build is lent while a new one is being opened."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from bot.platforms.shared.servings import Serving, Servings
from tests.platforms.stores import Shelf, Store


class Clock:
    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def servings(shelf: Shelf, clock: Clock) -> Servings:
    return Servings(shelf.open, lambda: shelf.build, patience=10, now=clock)


def lent(servings: Servings) -> int | None:
    """The build that is lent now."""
    with servings.lend() as serving:
        assert isinstance(serving, Store)
        assert not serving.closed
        return serving.build


def quiet(serving: Serving) -> None:
    serving.complete("a")


def test_until_the_new_build_is_warm_the_old_one_is_lent(servings: Servings, shelf: Shelf) -> None:
    servings.warm(2, quiet)
    shelf.build = 2
    assert servings.stale
    assert [lent(servings), lent(servings)] == [1, 1]
    assert len(shelf.opened) == 2
    servings.warm(2, quiet)
    assert not servings.stale
    assert lent(servings) == 2
    assert [store.closed for store in shelf.opened] == [True, True, False, False]


def test_it_settles_once_for_all_that_were_opened_when_the_old_build_is_closed(shelf: Shelf, clock: Clock) -> None:
    settled: list[list[bool]] = []

    def settle() -> None:
        settled.append([store.closed for store in shelf.opened])

    servings = Servings(shelf.open, lambda: shelf.build, patience=10, now=clock, settled=settle)
    servings.warm(2, quiet)
    assert settled == [[False, False]]
    shelf.build = 2
    servings.warm(2, quiet)
    assert settled[1:] == [[True, True, False, False]]


def test_patience_ends(servings: Servings, shelf: Shelf, clock: Clock) -> None:
    servings.warm(1, quiet)
    shelf.build = 2
    assert lent(servings) == 1
    clock.at += 10
    assert lent(servings) == 2
    assert [store.closed for store in shelf.opened] == [True, False]


def test_who_holds_the_old_build_when_the_new_is_warm_ends_with_it(servings: Servings, shelf: Shelf) -> None:
    servings.warm(1, quiet)
    with servings.lend() as old:
        shelf.build = 2
        servings.warm(1, quiet)
        assert lent(servings) == 2
        assert isinstance(old, Store)
        assert not old.closed
    assert old.closed
    assert lent(servings) == 2


def test_more_than_is_free_is_opened_from_the_new_build(servings: Servings, shelf: Shelf) -> None:
    servings.warm(1, quiet)
    shelf.build = 2
    with ExitStack() as stack:
        stores = [stack.enter_context(servings.lend()) for _ in range(2)]
        assert [store.build for store in stores if isinstance(store, Store)] == [1, 2]
    assert lent(servings) == 2


def test_a_build_that_cannot_be_opened_leaves_the_old_one_at_work(servings: Servings, shelf: Shelf) -> None:
    servings.warm(1, quiet)
    shelf.build = 2

    def fail(serving: Serving) -> None:
        raise OSError("half a store")

    with pytest.raises(OSError, match="half a store"):
        servings.warm(1, fail)
    assert lent(servings) == 1
    assert [store.closed for store in shelf.opened] == [False, True]


def test_a_store_that_vanished_is_not_lent_from_memory(servings: Servings, shelf: Shelf) -> None:
    servings.warm(1, quiet)
    shelf.build = None
    assert servings.missing
    with pytest.raises(FileNotFoundError):
        lent(servings)


def test_without_patience_a_new_build_is_lent_at_once(shelf: Shelf) -> None:
    servings = shelf.servings()
    assert lent(servings) == 1
    shelf.build = 2
    assert lent(servings) == 2


def test_what_is_lent_when_all_is_closed_is_closed_when_it_comes_back(servings: Servings, shelf: Shelf) -> None:
    with servings.lend():
        servings.close()
        assert not shelf.opened[0].closed
    assert shelf.opened[0].closed
