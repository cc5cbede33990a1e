"""A judgement as a line of text, there and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli import run
from bot.model.judgement import VERDICTS, Judgement, Signed, parse
from bot.state import State

LINES = [
    (
        Judgement("same", ("org-quillon", "org-kuilong"), ("Quillon", "Kuilong 奎龙")),
        'same org-quillon "Quillon" org-kuilong "Kuilong 奎龙"',
    ),
    (
        Judgement("different", ("org-a", "org-a"), ('The "A"', "A")),
        r'different org-a "The \"A\"" org-a "A"',
    ),
    (
        Judgement("retract-event", ("0123456789012345",), ("funding: Quillon",)),
        'retract-event 0123456789012345 "funding: Quillon"',
    ),
    (
        Judgement("correct", ("ab" * 8,), ("x",), "amount", '{"value": 7000000, "currency": "USD"}'),
        f'correct {"ab" * 8} "x" amount {{"value": 7000000, "currency": "USD"}}',
    ),
    (Judgement("correct", ("ab" * 8,), ("x",), "value", "12.5"), f'correct {"ab" * 8} "x" value 12.5'),
    (Judgement("correct", ("ab" * 8,), ("x",), "date", '"2025"'), f'correct {"ab" * 8} "x" date "2025"'),
    (Judgement("correct", ("ab" * 8,), ("x",), "approximate", "true"), f'correct {"ab" * 8} "x" approximate true'),
]


@pytest.mark.parametrize(("judgement", "line"), LINES, ids=lambda value: str(value)[:20])
def test_lines_read_as_they_are_meant(judgement: Judgement, line: str) -> None:
    assert judgement.line() == line
    assert parse(line) == Signed(judgement)
    signed = Signed(judgement, "slack:U1", "2025-10-06T09:00:00Z")
    assert signed.line() == f'{line} by "slack:U1" at 2025-10-06T09:00:00Z'
    assert parse(f"  {signed.line()}\r") == signed


WORDS = st.text(min_size=1).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)
VALUES = st.one_of(
    st.text(), st.integers(), st.booleans(), st.fixed_dictionaries({"value": st.integers(), "currency": st.just("USD")})
)


@given(
    st.sampled_from(VERDICTS), st.lists(IDS, min_size=2, max_size=2), st.lists(WORDS, min_size=2, max_size=2), VALUES
)
def test_every_judgement_comes_back_from_its_line(
    verdict: str, ids: list[str], words: list[str], value: object
) -> None:
    count = 2 if verdict in ("same", "different") else 1
    slot = ("amount", json.dumps(value, ensure_ascii=False)) if verdict == "correct" else ("", "")
    signed = Signed(Judgement(verdict, tuple(ids[:count]), tuple(words[:count]), *slot), words[0], "2025-10-06")  # type: ignore[arg-type]
    line = signed.line()
    assert "\n" not in line
    assert parse(line) == signed


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "begins with"),
        ("merge a b", "begins with 'merge'"),
        ("same org-a", 'needs ID "NAME" ID "NAME"'),
        ('retract-event {"a": 1} "x"', 'needs ID "WORDS"'),
        ('retract-event ab "open', "no end or no value"),
        ('correct ab "x" amount', "needs a slot and its value"),
        ('correct ab "x" amount much', "write texts and dates in quotes"),
        ('correct ab "x" amount ' + '{"a":' * 9000, "no end or no value"),
        ('correct ab "x" amount {"value": Infinity, "currency": "USD"}', "no end or no value"),
        ('correct ab "x" amount {"value": 1e999, "currency": "USD"}', "no end or no value"),
        ('correct ab "x" amount NaN', "write texts and dates in quotes"),
        ('correct ab "x" amount 1e999', "write texts and dates in quotes"),
        (r'same ab "x\ud800" cd "y"', "holds half a character"),
        ('retract-event ab "x" because "y"', "ends in what is no judgement"),
        ('retract-event ab "x" by', "ends in what is no judgement"),
    ],
)
def test_what_is_no_judgement_is_refused_in_one_line(line: str, why: str) -> None:
    with pytest.raises(ValueError, match=why) as refused:
        parse(line)
    assert "\n" not in str(refused.value)


@pytest.fixture
def state_with(tmp_path: Path) -> Callable[[str], Path]:
    def made(name: str) -> Path:
        file = tmp_path / name
        State.open(file).close()
        return file

    return made


def test_judgements_go_out_as_text_and_come_back(
    state_with: Callable[[str], Path], tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    one, other, file = state_with("one.db"), state_with("other.db"), tmp_path / "judgements.txt"
    with State.open(one) as state:
        for judgement, _ in LINES:
            assert state.judgements.give("slack:U1", judgement)
        gone = state.judgements.give("slack:U1", Judgement("same", ("org-x", "org-y"), ("X", "Y")))
        assert gone is not None
        state.judgements.undo("slack:U1", gone)
    assert run(["judgements", "export", str(file), "--state", str(one)]) == 0
    rows = file.read_text("utf-8").splitlines()
    assert [parse(row).judgement for row in rows] == [judgement for judgement, _ in LINES]
    assert run(["judgements", "import", str(file), "--state", str(other)]) == 0
    assert b"7 judgements taken in, 0 were there already" in capsysbinary.readouterr().out
    assert run(["judgements", "export", "--state", str(other)]) == 0
    assert capsysbinary.readouterr().out == file.read_bytes()
    assert run(["judgements", "import", str(file), "--state", str(other)]) == 0
    assert b"0 judgements taken in, 7 were there already" in capsysbinary.readouterr().out


def test_an_import_is_one_action_that_can_be_taken_back(
    state_with: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db, file = state_with("state.db"), tmp_path / "judgements.txt"
    file.write_text("# by hand\n\n" + "\n".join(line for _, line in LINES[:3]) + "\n", "utf-8")
    assert run(["judgements", "import", str(file), "--state", str(db)]) == 0
    with State.open(db) as state:
        (entry,) = state.audit.entries()
        assert (entry.action, entry.what) == ("import", f"3 judgements from {file}")
        assert {kept.signed.who for kept in state.judgements.entries()} == {entry.who}
        assert len(state.judgements.undo("slack:U1", entry.number)) == 3
        assert state.judgements.standing() == []


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b'same org-a "A" org-b "B"\nsame org-a\n', "line 2: same needs"),
        (b"\xff\xfe", "is not UTF-8"),
    ],
)
def test_a_wrong_line_keeps_everything_out(
    state_with: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], body: bytes, why: str
) -> None:
    db, file = state_with("state.db"), tmp_path / "judgements.txt"
    file.write_bytes(body)
    assert run(["judgements", "import", str(file), "--state", str(db)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert why in line
    with State.open(db) as state:
        assert state.judgements.standing() == []


def test_a_file_is_never_overwritten(
    state_with: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("mine")
    assert run(["judgements", "export", str(file), "--state", str(state_with("state.db"))]) == 2
    assert "is there already" in capsys.readouterr().err
    assert file.read_text() == "mine"
