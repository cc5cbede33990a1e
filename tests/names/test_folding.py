"""Two writings of one name fold to the same form; two names do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names import bare, fold
from bot.names.folding import tokens


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Unitree’s", "unitree"),
        ("  Boston   Dynamics' ", "boston dynamics"),
        ("X-Square Robot", "x square robot"),
        ("ＡＢＢ", "abb"),
        ("Stäubli", "staubli"),
        ("宇树 科技", "宇树科技"),
        ("智元A2", "智元 a2"),
        ("π₀.₅", "π0 5"),
        ("GR00T N1.5", "gr00t n1.5"),
        ("Procter & Gamble", "procter and gamble"),
        ("Geek+", "geek+"),
        ("서울", "서울"),
        ("…", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("GR00T N1", "GR00T N1.5"), ("N1.5", "N15"), ("Zhiyuan", "Ziyuan"), ("Figure", "Figure AI"), ("R1", "R1+")],
)
def test_what_is_distinct_stays_distinct(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Quillon Robotics Co., Ltd.", "quillon robotics"),
        ("Quillon Holdings Inc", "quillon"),
        ("Quillon AI GmbH", "quillon ai"),
        ("Quillon S.p.A.", "quillon"),
        ("Quillon Cloud", "quillon cloud"),
        ("Quillon Technologies", "quillon"),
        ("Group", "group"),
        ("Technology Holdings", "technology"),
        ("The Bot Company", "the bot"),
        ("宇树科技股份有限公司", "宇树"),
        ("美的集团", "美的"),
        ("公司", "公司"),
        ("", ""),
    ],
)
def test_bare_drops_legal_suffixes_only(name: str, plain: str) -> None:
    assert bare(name) == plain


@given(st.text())
def test_folding_again_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert bare(bare(name)) == bare(name)


@given(st.text(st.sampled_from("aBz019.+'sS &-_\n,"), max_size=14))
def test_plain_letters_are_cut_into_the_same_words_with_and_without_other_scripts_beside(text: str) -> None:
    assert list(tokens(text)) == list(tokens(f"{text} 中"))[:-1]
