"""What one article costs when something in it was not foreseen."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from bot.extraction import run
from bot.extraction.kind import all_kinds
from bot.extraction.learned.readings import Look
from tests.extraction.reading import read


def test_a_kind_that_fails_costs_neither_the_other_kinds_nor_the_article(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    kinds = dict(all_kinds())

    def broken(_: object) -> list[object]:
        raise ValueError("substring not found")

    kinds["price"] = replace(kinds["price"], extract=broken)  # type: ignore[arg-type]
    monkeypatch.setattr(run, "all_kinds", lambda: kinds)
    with caplog.at_level(logging.WARNING):
        found = run.extract(read("Nordhand CEO Ingrid Berg said on Monday that the hand costs $900.").article)
    assert "role" in {s.kind for s in found}
    assert "reading the kind price failed (ValueError: substring not found)" in caplog.text


def test_a_table_whose_only_name_stands_in_the_last_cell_is_read_without_an_error(
    caplog: pytest.LogCaptureFixture,
) -> None:
    rows = (
        "round | sum | date | by\nseed | $5 million | 2024 | Kestrel Ventures\nSeries A | $20 million | 2025 | Nordhand"
    )
    with caplog.at_level(logging.WARNING):
        run.extract(read(f"Vantor Robotics was founded in Leeds.\n\n{rows}").article)
    assert "failed" not in caplog.text


def test_a_learned_reader_that_fails_leaves_what_the_rules_found(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_: object, __: object) -> Look | None:
        raise RuntimeError("no such file")

    with caplog.at_level(logging.WARNING):
        found = run.extract(read("Nordhand CEO Ingrid Berg said it works.").article, read=broken)
    assert "role" in [s.kind for s in found]
    assert "the learned reader failed (RuntimeError: no such file)" in caplog.text
