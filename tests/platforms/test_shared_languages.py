"""In which language's forms somebody reads: the channel's, their own, their client's, the bot's."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.platforms.shared.languages import Languages, Reader
from bot.platforms.shared.room import Room
from bot.state import State


@pytest.mark.parametrize(
    ("channel", "own", "locale", "expected"),
    [
        ("ja", "de", "fr", "ja"),
        ("", "de", "fr", "de"),
        ("", "", "fr", "fr"),
        ("", "", "zh-TW", "zh-tw"),
        ("", "", "tlh", "sv"),
        ("", "", "", "sv"),
    ],
)
def test_what_goes_before_what(tmp_path: Path, channel: str, own: str, locale: str, expected: str) -> None:
    with State.open(tmp_path / "state.db") as state:
        state.channels.set_language("slack", "C1", channel)
        state.channels.set_language("slack", "@U1", own)
        languages = Languages("sv", state.channels.language)
        assert languages.of(Reader(Room("slack", "C1", "1.0"), "U1", locale)) == expected


def test_without_a_reader_or_a_state_it_is_the_bots_own() -> None:
    assert Languages().of(None) == "en"
    assert Languages("de").of(Reader(Room("slack", "C1"), "U1")) == "de"


def test_a_state_that_cannot_be_read_costs_no_answer(caplog: pytest.LogCaptureFixture) -> None:
    def broken(platform: str, place: str) -> str:
        raise OSError("no disk")

    assert Languages("de", broken).of(Reader(Room("slack", "C1"), "U1", "fr")) == "fr"
    assert "no disk" in caplog.text
