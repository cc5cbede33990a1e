"""Names of financing rounds, in any of the ways they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.grammar.rounds import find_rounds
from tests.grammar.spans import check_spans


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Series A", "Series A"),
        ("Series A+", "Series A+"),
        ("Series A++ round", "Series A++"),
        ("series-B", "Series B"),
        ("SERIES B", "Series B"),
        ("the series B, which closed", "Series B"),
        ("Series A-1", "Series A1"),
        ("into its Series B2.", "Series B2"),
        ("Series D +", "Series D+"),
        ("Series C extension", "Series C extension"),
        ("the B2 extension", "Series B2 extension"),
        ("an extension of its Series B", "Series B extension"),
        ("pre-Series A", "Pre-A"),
        ("A+ round", "Series A+"),
        ("a C+ round", "Series C+"),
        ("D round", "Series D"),
        ("the D-1 round", "Series D1"),
        ("led an A round", "Series A"),
        ("its A round of $5 million", "Series A"),
        ("the firm closed A round of close to 500 million yuan", "Series A"),
        ("in February A round 100 million", "Series A"),
        ("B financing", "Series B"),
        ("in round A.", "Series A"),
        ("a B1 of 600 million yuan", "Series B1"),
        ("after an A++ from Tencent", "Series A++"),
        ("$14m B, Kalaari in front", "Series B"),
        ("seed round", "Seed"),
        ("seed funding", "Seed"),
        ("seed capital", "Seed"),
        ("an $8 million seed from Haystack", "Seed"),
        ("Seed+ round", "Seed+"),
        ("seed extension", "Seed extension"),
        ("pre-seed", "Pre-Seed"),
        ("a pre-seed round", "Pre-Seed"),
        ("angel round", "Angel"),
        ("angel - round", "Angel"),
        ("angel+ round", "Angel+"),
        ("angel + round financing", "Angel+"),
        ("Pre-A", "Pre-A"),
        ("Pre-A+", "Pre-A+"),
        ("Pre-A++ round", "Pre-A++"),
        ("pre-A + financing", "Pre-A+"),
        ("pre-B financing", "Pre-B"),
        ("pre-IPO round", "Pre-IPO"),
        ("strategic round", "Strategic"),
        ("a strategic investment", "Strategic"),
        ("bridge round", "Bridge"),
        ("bridge loan", "Bridge loan"),
        ("growth round", "Growth"),
        ("convertible notes", "Convertible note"),
        ("A轮", "Series A"),
        ("A+轮融资", "Series A+"),
        ("B1轮", "Series B1"),
        ("A輪", "Series A"),
        ("Pre-A轮", "Pre-A"),
        ("Pre-IPO轮", "Pre-IPO"),
        ("天使轮", "Angel"),
        ("天使+轮", "Angel+"),
        ("种子轮", "Seed"),
        ("战略融资", "Strategic"),
        ("| angel |", "Angel"),
        ("| B + |", "Series B+"),
    ],
)
def test_one_round(text: str, name: str) -> None:
    assert [mention.round for mention in find_rounds(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "A round of talks began.",
        "Talks ended. A round of golf followed.",
        "Startup Closes A Round of Funding",
        "the round",
        "a funding round",
        "the new round",
        "a second round",
        "本轮融资",
        "六轮融资",
        "a series a reader knows",
        "a series of robots",
        "the Atlas series",
        "angel investor",
        "angels backed it",
        "seed investors",
        "HongShan Seed Fund",
        "plants seeds in rows",
        "strategic partner",
        "strategic investor",
        "production in series",
        "series production",
        "pre-money valuation",
        "pre-trained models",
        "pre-orders",
        "Unitree B2",
        "the A2 of AgiBot",
        "Mr Grant said",
        "bridge the gap",
        "vitamin B",
        "an accelerator by KARL 5 G, which sits in Graz",
        "",
    ],
)
def test_no_round(text: str) -> None:
    assert find_rounds(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Series A and B", ["Series A", "Series B"]),
        ("the A and A+ rounds", ["Series A", "Series A+"]),
        ("Series A and Baidu", ["Series A"]),
        ("完成A+轮、A++轮两轮融资", ["Series A+", "Series A++"]),
        ("A $5M seed round in 2023 and a Series A in 2025", ["Seed", "Series A"]),
        ("After the angel round came a Pre-A of 260 million yuan", ["Angel", "Pre-A"]),
    ],
)
def test_several_rounds(text: str, names: list[str]) -> None:
    assert [mention.round for mention in find_rounds(text)] == names


_PIECES = st.lists(
    st.sampled_from(
        [
            "Series",
            "series",
            "A",
            "B2",
            "+",
            "++",
            "-1",
            "round",
            "rounds",
            "pre-",
            "Pre-A",
            "seed",
            "angel",
            "轮",
            "天使",
            "and",
            ",",
            "(",
            "|",
            "extension",
            "of",
        ]
    )
    | st.just(" "),
    max_size=12,
).map("".join)


@given(st.text() | _PIECES)
def test_any_text_gives_ordered_exact_spans(text: str) -> None:
    check_spans(text, find_rounds(text))


@given(st.sampled_from("ABCDEFGH"), st.sampled_from(["", "+", "++", "1", "2"]), st.booleans())
def test_a_canonical_name_is_read_as_itself(letter: str, mark: str, extended: bool) -> None:
    name = f"Series {letter}{mark}" + (" extension" if extended else "")
    assert [mention.round for mention in find_rounds(f"Quillon raised $5 million in a {name} led by Orrery.")] == [name]
