"""A picture that cannot be drawn is said to be so, in time; those drawn lately are not drawn again."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from bot.charts.artist import PNG, Artist, NotDrawn, size
from bot.charts.spec import Bar, Bars


def chart(value: float = 1.0) -> Bars:
    return Bars("Rounds", "", (Bar("Quillon", value, "$1"),))


def artist(code: str, **given: float) -> Artist:
    return Artist((sys.executable, "-S", "-c", code), **given)  # type: ignore[arg-type]


def test_a_chart_is_drawn() -> None:
    wide, tall = size(Artist().draw(chart()))
    assert wide == 1200
    assert 100 < tall < 400


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("raise SystemExit(3)", "ended with 3"),
        ("import sys; print('no memory', file=sys.stderr); sys.exit(1)", "no memory"),
        ("print('hello')", "ended with 0"),
        ("import sys; sys.stdout.buffer.write(b'\\x89PNG\\r\\n\\x1a\\n' + bytes(3_000_000))", "ended with 0"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(code: str, told: str) -> None:
    with pytest.raises(NotDrawn, match=told):
        artist(code).draw(chart())


def test_a_process_that_hangs_is_ended() -> None:
    begun = time.monotonic()
    with pytest.raises(NotDrawn, match="longer than"):
        artist("import sys; sys.stdin.read(); import time; time.sleep(60)", seconds=0.5).draw(chart())
    assert time.monotonic() - begun < 40


def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(NotDrawn, match="cannot be started"):
        Artist(("/nowhere/python",)).draw(chart())


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf")])
def test_no_process_is_started_for_what_cannot_be_drawn(value: float) -> None:
    with pytest.raises(NotDrawn, match="not a figure"):
        Artist(("/nowhere/python",)).draw(chart(value))


def test_drawings_are_kept_as_many_as_are_said(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.touch()
    code = f"open({str(log)!r}, 'a').write('x'); import sys; sys.stdout.buffer.write({PNG!r})"
    drawing = artist(code, kept=2)
    drawn = [drawing.draw(chart(value)) for value in (1, 2, 1, 2, 3, 2, 1)]
    assert set(drawn) == {PNG}
    assert log.read_text() == "xxxx", "1, 2, 3, and 1 again that had to go for 3"


def test_the_process_knows_no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("BOT_STATE_URL", "postgresql://bot:hush@db/bot")
    code = f"import os, sys; sys.stdout.buffer.write({PNG!r} + b''.join(os.environb))"
    given = artist(code).draw(chart())
    assert b"TOKEN" not in given
    assert b"STATE_URL" not in given


@pytest.mark.parametrize("given", [b"", b"GIF89a", PNG])
def test_the_size_of_what_is_no_picture_is_refused(given: bytes) -> None:
    with pytest.raises(ValueError, match="not a PNG"):
        size(given)
