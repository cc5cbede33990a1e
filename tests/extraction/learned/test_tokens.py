"""Sentences cut into the pieces that the encoder knows."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.extraction.learned.files import TOKENS, reader_folder
from bot.extraction.learned.tokens import pieces

_WORDS = (reader_folder() / TOKENS).read_text(encoding="utf-8").split("\n")


def words(text: str) -> list[str]:
    return [_WORDS[piece.id] for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("unaffable", ["una", "##ffa", "##ble"]),
        ("The robot walks.", ["the", "robot", "walks", "."]),
        ("$140M", ["$", "140", "##m"]),
        ("Zürich", ["zurich"]),
        ("Nordhand's", ["nord", "##hand", "'", "s"]),
        ("宇树", ["宇", "[UNK]"]),
        ("co-led", ["co", "-", "led"]),
        ("\u200bled\ufffd", ["led"]),
        ("", []),
    ],
)
def test_words_are_cut_as_the_encoder_was_trained(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_word_that_nobody_could_know_is_one_unknown_piece() -> None:
    (piece,) = pieces("x" * 101)
    assert (_WORDS[piece.id], piece.start, piece.end) == ("[UNK]", 0, 101)


def test_a_table_glued_into_one_sentence_is_read_as_far_as_the_encoder_can_bear() -> None:
    assert len(pieces("robot " * 1000)) == 300


@given(st.text(max_size=60))
def test_pieces_stand_in_order_inside_the_text(text: str) -> None:
    found = pieces(text)
    assert all(0 <= p.start < p.end <= len(text) for p in found)
    assert all(a.start <= b.start and a.end <= b.end for a, b in itertools.pairwise(found))


@given(st.text(alphabet="abcXYZ éß.,-$宇 \t", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    covered = {place for piece in pieces(text) for place in range(piece.start, piece.end)}
    assert covered >= {place for place, letter in enumerate(text) if not letter.isspace()}
