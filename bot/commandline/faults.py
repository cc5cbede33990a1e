"""A fact store that cannot be read ends a command with one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.commandline.output import Failure, Refusal
from bot.store.records import DamagedStore, NoStore


@contextmanager
def told() -> Iterator[None]:
    """Inside, a store that is not there is refused, and one that is damaged is a failure."""
    try:
        yield
    except DamagedStore as error:
        raise Failure(str(error)) from error
    except NoStore as error:
        raise Refusal(str(error)) from None
