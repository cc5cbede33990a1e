"""Cutting CJK runs into pairs for the word index."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.grammar.cjk import bigrams, is_cjk


@pytest.mark.parametrize("ch", ["宇", "ロ", "の", "한", "々", "輪"])
def test_cjk(ch: str) -> None:
    assert is_cjk(ch)


@pytest.mark.parametrize("ch", ["a", "é", "1", "，", "。", " ", "π", ""])
def test_not_cjk(ch: str) -> None:
    assert not is_cjk(ch)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("宇树科技", "宇树 树科 科技"),
        ("宇树", "宇树"),
        ("宇", "宇"),
        ("Unitree raised $5m", "Unitree raised $5m"),
        ("Unitree宇树科技H1", "Unitree 宇树 树科 科技 H1"),
        ("宇树 1X", "宇树 1X"),
        ("腾讯，阿里", "腾讯 ， 阿里"),
        ("", ""),
    ],
)
def test_runs_become_overlapping_pairs(text: str, cut: str) -> None:
    assert bigrams(text) == cut


@given(st.text(alphabet="ab 1."))
def test_text_without_cjk_is_untouched(text: str) -> None:
    assert bigrams(text) == text


@given(
    st.text(alphabet="宇树科技机器人", min_size=2),
    st.text(alphabet="宇树科技机器人"),
    st.text(alphabet="宇树科技机器人"),
)
def test_a_name_is_found_inside_any_run(name: str, before: str, after: str) -> None:
    cut = bigrams(before + name + after).split()
    assert all(pair in cut for pair in bigrams(name).split())
