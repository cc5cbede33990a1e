"""Names by what was typed of them, right or almost right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.completion import Known, Names
from bot.names.folding import fold


def known(*names: str) -> list[Known]:
    """The earlier a name, the more is known of it."""
    return [Known(f"e{at}", name, name, len(names) - at) for at, name in enumerate(names)]


def found(names: Names, typed: str) -> list[str]:
    return [name for _, name in names.complete(typed)]


SHELF = Names(
    [
        *known(
            "Quillon Robotics", "Tessaro", "Inès Okafor", "Vantor", "Xi", "Quill", "Great Quillon Foundry", "云帆智能"
        ),
        Known("e0", "奎隆机器人", "Quillon Robotics", 8),
        Known("e1", "Tesla Arms", "Tessaro", 7),
    ]
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("quillon", ["Quillon Robotics", "Great Quillon Foundry"]),
        ("QUILL", ["Quill", "Quillon Robotics", "Great Quillon Foundry"]),
        ("robotics", ["Quillon Robotics"]),
        ("奎隆", ["Quillon Robotics"]),
        ("帆智", []),
        ("okafor", ["Inès Okafor"]),
        ("ines", ["Inès Okafor"]),
        ("tesla", ["Tessaro"]),
        ("x", ["Xi"]),
        ("foundry quillon", []),
    ],
)
def test_names_are_found_from_the_start_of_any_word(typed: str, names: list[str]) -> None:
    assert found(SHELF, typed) == names


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("tesaro", "one letter left out"),
        ("tesssaro", "one too many"),
        ("tessrao", "two swapped"),
        ("tezsaro", "one wrong"),
        ("etssaro", "the first two swapped"),
        ("essaro", "the first left out"),
        ("dessaro", "the first wrong"),
        ("atessaro", "one before the first"),
        ("tezsa", "one wrong in the beginning of a name"),
    ],
)
def test_one_slip_is_forgiven(typed: str, what: str) -> None:
    assert found(SHELF, typed) == ["Tessaro"], what


@pytest.mark.parametrize("typed", ["tesarro", "tezzaro", "xo", "vbn", "quxxlon"])
def test_two_slips_and_short_names_are_not(typed: str) -> None:
    assert found(SHELF, typed) == []


def test_a_slip_is_looked_for_only_where_nothing_starts_as_typed() -> None:
    names = Names(known("Tessaro", "Tesarone"))
    assert found(names, "tesaro") == ["Tesarone"]
    assert found(names, "tessrao") == ["Tessaro"]


def test_names_may_come_in_the_order_they_are_offered_in() -> None:
    some = known("Quillon Robotics", "Tessaro", "Quill")
    for typed in ("", "quil", "robotics", "tesaro"):
        assert Names(iter(some), ranked=True).complete(typed) == Names(reversed(some)).complete(typed)


def test_a_name_of_five_letters_that_lacks_one() -> None:
    assert found(Names(known("Quill", "Quillonia")), "qull") == ["Quill"]


def test_a_slip_in_another_script() -> None:
    assert found(Names(known("云帆智能科技")), "云凡智能科技") == ["云帆智能科技"]


def test_without_a_letter_the_best_known_come_first() -> None:
    assert found(SHELF, "")[:2] == ["Quillon Robotics", "Tessaro"]
    assert SHELF.complete("", 1) == [("奎隆机器人", "Quillon Robotics")]


def test_who_goes_by_exactly_a_name() -> None:
    names = Names(
        [Known("a", "A2", "A2", 1), Known("b", "A2", "A2 Stellar", 2), Known("b", "A2 Stellar", "A2 Stellar")]
    )
    assert names.called("a2") == ["b", "a"]
    assert names.called("stellar") == []
    assert names.named("b") == "A2 Stellar"
    assert names.named("nobody") == "nobody"


def test_many_that_start_alike_are_cut_to_the_best_known() -> None:
    names = Names(known(*(f"Quill {number:04}" for number in range(3000))))
    assert found(names, "quill") == [f"Quill {number:04}" for number in range(25)]


_WORDS = st.text("abcdéü王机 -", min_size=1, max_size=12)


@given(st.lists(_WORDS, max_size=12), _WORDS)
def test_every_name_that_starts_so_is_found_and_never_more_than_asked(names: list[str], typed: str) -> None:
    index = Names(known(*names))
    wanted = fold(typed)
    starts = {name for name in names if wanted and fold(name).startswith(wanted)}
    assert starts <= {alias for alias, _ in index.complete(typed, 25)}
    assert len(index.complete(typed, 3)) <= 3


@given(st.text("abcde", min_size=5, max_size=9), st.data())
def test_every_slip_in_every_name_of_five_letters_is_forgiven(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from("abcdez"))
    slips = (
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
    )
    index = Names(known(name, "zyxwvu", "zzzzzz"))
    for slip in slips:
        assert name in found(index, slip), slip
