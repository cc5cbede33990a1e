"""Chinese text before any kind reads it: characters folded, sentences cut, marks masked."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles import article_from_text
from bot.extraction.chinese.folding import simplified
from bot.extraction.chinese.masks import pattern
from bot.extraction.chinese.page import Page
from bot.extraction.chinese.sentences import sentences
from bot.model.when import When


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("軟銀領投機械人公司", "软银领投机器人公司"),
        ("創辦人轉任執行長", "创始人转任执行长"),
        ("软银 Robot 2", "软银 Robot 2"),
    ],
)
def test_traditional_characters_are_read_as_simplified_ones(printed: str, read: str) -> None:
    assert simplified(printed) == read


@given(st.text(max_size=200))
def test_folding_keeps_every_position(text: str) -> None:
    assert len(simplified(text)) == len(text)


@given(st.text(alphabet='完成。！？"”\n ，a', max_size=60))
def test_sentences_are_whole_apart_and_in_order(text: str) -> None:
    found = sentences(text)
    assert [s.start for s in found] == sorted(s.start for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(text[s.start : s.end] for s in found).split()) == "".join(text.split())


def test_a_closing_quotation_mark_belongs_to_the_sentence_it_closes() -> None:
    text = '"我们不做人形。"柳知渔说。'
    assert [text[s.start : s.end] for s in sentences(text)] == ['"我们不做人形。"', "柳知渔说。"]


def page(text: str) -> Page:
    return Page(article_from_text("a.md", text, "md", When.from_iso("2025-10-08")))


def test_marks_keep_their_place_in_the_masked_text() -> None:
    read = page("9月2日，砚台科技（Inkstone）完成2亿元B轮融资。")
    met = pattern("{date}，{org:who}完成{money:sum}{round}").search(read.masked)
    assert met is not None
    assert len(read.masked) == len(read.text)
    assert (read.group(met, "who").value, read.group(met, "sum").value.value) == ("砚台科技", 200_000_000)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("家用机器人公司砚台智能宣布开业。", {"砚台智能"}),
        ("砚台科技与霜桥动力签约。", {"砚台科技", "霜桥动力"}),
        ("上海砚台科技有限公司（以下简称“砚台科技”）开业。", {"砚台科技"}),
        ("人形机器人和具身智能是战略投资的方向。", set()),
    ],
)
def test_organisations_are_found_without_what_describes_them(text: str, names: set[str]) -> None:
    assert {mark.value for mark in page(text).marks if mark.kind == "org"} == names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("创始人柳知渔已于去年离职。", {"柳知渔"}),
        ("总监施仁因退休离任。", {"施仁"}),
        ("公司由欧阳明担任董事长。", {"欧阳明"}),
        ("博士毕业后，他创业。", set()),
    ],
)
def test_people_are_found_beside_their_posts(text: str, people: set[str]) -> None:
    assert {mark.value for mark in page(text).marks if mark.kind == "person"} == people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("专访青屿科技：青屿科技去年收入9000万元。", "青屿科技"),
        ("独家霜桥机器人完成融资。霜桥机器人成立于2019年。", "霜桥机器人"),
        ("具身智能公司智行无界宣布，任命总裁。智行无界将进入日本。", "智行无界"),
        ("1、启元灵枢完成5亿元B+轮融资。", "启元灵枢"),
        ("她创办了原力具身。原力具身有95名员工。", "原力具身"),
        ("公司2026年资本开支预计为3亿元。砚台科技公告。", "砚台科技"),
    ],
)
def test_names_are_cut_from_what_is_stuck_to_them(text: str, name: str) -> None:
    assert {mark.value for mark in page(text).marks if mark.kind == "org"} == {name}
