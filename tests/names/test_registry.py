"""Who is meant by a name, and what a wrong file of names says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.names import NamesError, Registry, default_registry, entity_id


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Unitree", "Unitree Robotics"),
        ("宇树科技股份有限公司", "Unitree Robotics"),
        ("Yushu Technology Co., Ltd.", "Unitree Robotics"),
        ("Zhiyuan", "AgiBot"),
        ("智元机器人", "AgiBot"),
        ("Independent Variable Robotics", "X Square Robot"),
        ("自变量机器人", "X Square Robot"),
        ("Galaxy Universal", "Galbot"),
        ("Halodi", "1X Technologies"),
        ("Figure", "Figure AI"),
        ("Figure 01", "Figure 01"),
        ("Tongyi Qianwen", "Qwen"),
        ("Justin Lin", "Lin Junyang"),
        ("吴泳铭", "Eddie Wu"),
        ("SoftBank Group Corp.", "SoftBank Group"),
        ("SoftBank Vision Fund", "SoftBank Vision Fund"),
        ("SoftBank Robotics", "SoftBank Robotics"),
        ("Amazon", "Amazon"),
        ("Amazon Industrial Innovation Fund", "Amazon Industrial Innovation Fund"),
        ("OpenAI Startup Fund", "OpenAI Startup Fund"),
        ("Alibaba Cloud", "Alibaba Cloud"),
        ("Samsung Ventures", "Samsung Ventures"),
        ("Samsung Electronics", "Samsung Electronics"),
        ("GR00T N1", "GR00T N1"),
        ("GR00T N1.5", "GR00T N1.5"),
        ("π0", "π0"),
        ("pi0.5", "π0.5"),
        ("the Hong Kong Stock Exchange", "Hong Kong Stock Exchange"),
    ],
)
def test_lookup(said: str, name: str) -> None:
    entity = default_registry().lookup(said)
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Zhiyuan Robots", "AgiBot"),
        ("Zhuji Dynamic", "LimX Dynamics"),
        ("Qianxun AI", "Spirit AI"),
        ("Xing Haitu", "Galaxea AI"),
        ("Songling Robotics", "AgileX Robotics"),
    ],
)
def test_a_name_that_was_translated_otherwise_or_spaced_so_is_the_same(said: str, name: str) -> None:
    entity = default_registry().lookup(said)
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize(
    "said", ["Apollo Robotics", "Honor Robotics", "Physical AI", "Source Code Ventures", "Global AI"]
)
def test_a_word_with_another_trade_is_somebody_else(said: str) -> None:
    assert default_registry().lookup(said) is None


@pytest.mark.parametrize("said", ["SoftBank Group of Japan", "Japan's SoftBank Group"])
def test_a_place_beside_a_name_is_no_part_of_it(said: str) -> None:
    entity = default_registry().lookup(said)
    assert entity is not None
    assert entity == default_registry().lookup("SoftBank Group")


@pytest.mark.parametrize("said", ["ABB's robot business", "ABB's industrial robotics division", "ABB’s robotics arm"])
def test_a_unit_that_is_described_is_the_one_known(said: str) -> None:
    entity = default_registry().lookup(said)
    assert entity is not None
    assert entity.name == "ABB Robotics"


@pytest.mark.parametrize(
    "said", ["University of Tokyo Robotics", "ABB's paint business", "Bank of Quillonia", "Quillon's SoftBank Group"]
)
def test_what_is_part_of_a_name_stays(said: str) -> None:
    assert default_registry().lookup(said) is None


@pytest.mark.parametrize("said", ["Quillon Robotics", "Ziyuan", "Technology", "", "GR00T N7"])
def test_lookup_does_not_guess(said: str) -> None:
    assert default_registry().lookup(said) is None


def test_a_name_that_two_bear_has_candidates_and_no_answer(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "- {name: Vega Motors, kind: org, aliases: [Vega], also_ambiguous: [Vega]}\n"
        "- {name: Vega Labs, kind: org, aliases: [Vega], also_ambiguous: [Vega]}\n",
        encoding="utf-8",
    )
    registry = Registry.load(tmp_path)
    assert registry.lookup("Vega") is None
    assert {entity.name for entity in registry.candidates("Vega")} == {"Vega Motors", "Vega Labs"}


@pytest.mark.parametrize(
    "name", ["Shenzhen", "深圳市", "广东省", "Guangdong Province", "Hefei City", "U.S.", "the Nordics"]
)
def test_places(name: str) -> None:
    assert default_registry().is_place(name)


@pytest.mark.parametrize("name", ["Unitree", "Figure", "Boston Dynamics", "Chinese", "City", ""])
def test_no_places(name: str) -> None:
    assert not default_registry().is_place(name)


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("Chinese", "China"),
        ("Munich-based", "Munich"),
        ("U.S.-based", "United States"),
        ("American", "United States"),
        ("Polish", "Poland"),
        ("polish", None),
        ("Robotic", None),
        ("based", None),
        ("", None),
    ],
)
def test_demonyms(word: str, place: str | None) -> None:
    assert default_registry().demonym(word) == place


def test_ids_are_stable_and_readable() -> None:
    assert entity_id("org", "Unitree Robotics") == "org-unitree-robotics"
    assert entity_id("product", "π0") != entity_id("product", "0")
    assert entity_id("org", "宇树") == entity_id("org", "宇 树")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name: Quillon", "must be a list"),
        ("- Quillon", "needs a name"),
        ("- {name: 1, kind: org}", "put numbers in quotes"),
        ("- {name: Quillon}", "kind must be one of"),
        ("- {name: Quillon, kind: org, founded: 2016}", "unknown field founded"),
        ("- {name: Quillon, kind: org, aliases: ['…']}", "none empty"),
        ("- {name: Quillon, kind: org, aliases: Quill}", "must be a list of texts"),
        ("- {name: Quillon, kind: org, parent: 3}", "parent must be text"),
        ("- {name: Quillon, kind: org}\n- {name: quillon, kind: org}", "listed twice"),
        ("- {name: [}", "cannot be read"),
        ("- {name: '…', kind: org}", "needs a name"),
    ],
)
def test_a_wrong_file_says_in_one_line_what_to_do(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "names.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(NamesError, match=says) as caught:
        Registry.load(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_folder_without_names_says_so(tmp_path: Path) -> None:
    with pytest.raises(NamesError, match="no files of names"):
        Registry.load(tmp_path)
