"""While modules are imported, nothing is looked through for garbage."""

from __future__ import annotations

import gc

import pytest

from bot.operations.loading import loading

pytestmark = [
    pytest.mark.usefixtures("collector"),
    # What tests before left behind is freed here.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


def test_nothing_is_looked_through_inside_and_everything_afterwards() -> None:
    with loading():
        assert not gc.isenabled()
        with loading():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_is_loaded_is_set_aside() -> None:
    with loading():
        module = [object()]
    assert not any(one is module for one in gc.get_objects())


def test_a_module_that_is_missing_changes_nothing_of_that() -> None:
    with pytest.raises(ImportError), loading():
        raise ImportError
    assert gc.isenabled()


def test_where_nobody_looks_nobody_begins_to() -> None:
    gc.disable()
    with loading():
        pass
    assert not gc.isenabled()
