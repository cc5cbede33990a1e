"""What a Chinese article costs when something in it was not foreseen."""

from __future__ import annotations

import logging

import pytest

from bot.articles import article_from_text
from bot.extraction.chinese import drafting
from bot.model.when import When


def test_a_kind_that_fails_costs_neither_the_other_kinds_nor_the_article(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: object) -> list[object]:
        raise ValueError("substring not found")

    monkeypatch.setattr(drafting, "READERS", (broken, *drafting.READERS))
    article = article_from_text("a.md", "砚台科技上半年实现营收6.2亿元。", "md", When.from_iso("2025-10-08"))
    with caplog.at_level(logging.WARNING):
        assert [draft.kind for draft in drafting.drafts(article)] == ["metric"]
    assert "reading the broken in Chinese failed (ValueError: substring not found)" in caplog.text
