"""What fails is told in a line with a reference, and the log has the rest under the same one."""

from __future__ import annotations

import logging
import re

import pytest

from bot.operations.faults import reported, under

log = logging.getLogger(__name__)


def test_the_reference_that_is_told_is_that_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise RuntimeError("the roof")
    except RuntimeError as error:
        reference = reported(log, "/facts add", error)
    [record] = caplog.records
    assert record.getMessage() == f"{reference}: /facts add failed (RuntimeError: the roof)"
    assert record.exc_info
    assert under(reference) == f"That went wrong on my side; please try again (reference {reference})."
    assert under(reference, "That takes too long") == f"That takes too long (reference {reference})."


def test_references_can_be_read_aloud_and_differ() -> None:
    some = {reported(log, "something", ValueError()) for _ in range(50)}
    assert len(some) == 50
    assert all(re.fullmatch("[2-9A-HJKMNP-Z]{6}", one) for one in some)
