"""Rounds, figures, launches, prices and studies, by the Chinese turns that tell them; every name is invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extraction.chinese.test_chinese_kinds import investors, told


def yuan(value: int) -> dict[str, Any]:
    return {"value": value, "currency": "CNY"}


ROUNDS = [
    (
        "据知情人士透露，霜桥机器人已完成2亿元B轮融资。",
        {"status": "rumored", "round": "B轮", "amount": yuan(200_000_000)},
        set(),
    ),
    ("霜桥机器人获远桉资本战略投资。", {"status": "completed", "round": "战略投资"}, {("远桉资本", False)}),
    (
        "霜桥机器人获得1亿元战略投资，由远桉资本领投。",
        {"status": "completed", "round": "战略投资", "amount": yuan(100_000_000)},
        {("远桉资本", True)},
    ),
    (
        "远桉资本以3000万元入股霜桥机器人。",
        {"status": "completed", "amount": yuan(30_000_000)},
        {("远桉资本", False)},
    ),
    ("霜桥机器人完成A轮融资，由一家不具名的车企领投。", {"status": "completed", "round": "A轮"}, set()),
    (
        "霜桥机器人完成1亿元A轮融资，投资方包括远桉资本、老股东槐序创投等。",
        {"status": "completed", "round": "A轮", "amount": yuan(100_000_000)},
        {("远桉资本", False), ("槐序创投", False)},
    ),
]


@pytest.mark.parametrize(("text", "slots", "backers"), ROUNDS)
def test_one_round(text: str, slots: dict[str, Any], backers: set[tuple[str, bool]]) -> None:
    (fact,) = told(text, "funding")
    assert investors(fact) == backers
    assert {k: v for k, v in fact.items() if k != "investors"} == {"company": "霜桥机器人", **slots}


def test_two_rounds_of_a_sentence_share_its_month() -> None:
    facts = told("2024年5月，霜桥机器人完成1亿元A轮融资；完成2亿元B轮融资。", "funding")
    assert {(f["round"], f["amount"]["value"], f["date"]) for f in facts} == {
        ("A轮", 100_000_000, "2024-05"),
        ("B轮", 200_000_000, "2024-05"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "霜桥机器人成立以来累计融资5亿元。",
        "霜桥机器人完成IPO，募集3亿元，上市首日大涨。",
        "霜桥机器人拿下1亿元订单。",
        "槐序集团收购霜桥机器人，并投资砚台科技。",
    ],
)
def test_a_total_a_listing_an_order_and_a_takeover_are_no_round(text: str) -> None:
    assert told(text, "funding") == []


FIGURES = [
    ("霜桥机器人成立于2021年。在手订单总额，达3亿元。", ("霜桥机器人", "orders", 300_000_000, "CNY")),
    ("霜桥机器人发布模型“观潮”，参数达70亿。", ("观潮", "other", 7_000_000_000, "参数")),
    ("“拓荒者2”机器人累计交付1200台。", ("拓荒者2", "units", 1_200, "台")),
    ("霜桥机器人入股砚台科技，持股15%。", ("砚台科技", "other", 15, "%")),
    ("槐序集团持有霜桥机器人12%的股权。", ("霜桥机器人", "other", 12, "%")),
]


@pytest.mark.parametrize(("text", "figure"), FIGURES)
def test_a_figure_and_whose_it_is(text: str, figure: tuple[str, str, float, str]) -> None:
    assert [(f["subject"], f["measure"], f["value"], f["unit"]) for f in told(text, "metric")] == [figure]


@pytest.mark.parametrize("text", ["霜桥机器人估值翻至20亿元。", "研究机构砚台咨询称，人形机器人成功率为92%。"])
def test_growth_and_the_rate_of_a_whole_field_are_nobodys(text: str) -> None:
    assert told(text, "metric") == []


LAUNCHES = [
    ("9月2日，世界机器人大会开幕。砚台科技展出人形机器人“拓荒者2”。", "2025-09-02"),
    ("9月2日，砚台科技在发布会上亮相。公司推出人形机器人“拓荒者2”。", "2025-09-02"),
    ("砚台科技展台上，人形机器人“拓荒者2”未标价。", None),
]


@pytest.mark.parametrize(("text", "date"), LAUNCHES)
def test_a_product_shown_has_the_day_of_the_event(text: str, date: str | None) -> None:
    (fact,) = told(text, "launch")
    assert (fact["product"], fact["maker"], fact["product_kind"]) == ("拓荒者2", "砚台科技", "robot")
    assert fact.get("date") == date


PRICES = [
    (
        "砚台科技发布人形机器人“拓荒者2”，标准版售价9.9万元，教育版12.9万元。",
        {("拓荒者2", 99_000), ("拓荒者2教育版", 129_000)},
    ),
    (
        "砚台科技发布“拓荒者2”，起售价3.99万元，较上一代机器人“拓荒者1”的5.99万元大幅下降。",
        {("拓荒者2", 39_900), ("拓荒者1", 59_900)},
    ),
    ("砚台科技宣布，人形机器人“拓荒者2”价格由9.9万元降至6.9万元。", {("拓荒者2", 69_000)}),
    ("砚台科技宣布，人形机器人“拓荒者2”价格计划由9.9万元降至6.9万元。", {("拓荒者2", 99_000)}),
]


@pytest.mark.parametrize(("text", "prices"), PRICES)
def test_every_edition_and_change_of_a_price(text: str, prices: set[tuple[str, float]]) -> None:
    assert {(fact["product"], fact["amount"]["value"]) for fact in told(text, "price")} == prices


STUDIES = [
    (
        "砚台科技创始人柳知渔，浙江大学控制专业博士。",
        {"person": "柳知渔", "school": "浙江大学", "degree": "博士", "field": "控制"},
    ),
    ("浙江大学博士柳知渔创办砚台科技。", {"person": "柳知渔", "school": "浙江大学", "degree": "博士"}),
    (
        "砚台科技CEO柳知渔是浙江大学自动化专业硕士。",
        {"person": "柳知渔", "school": "浙江大学", "degree": "硕士", "field": "自动化"},
    ),
]


@pytest.mark.parametrize(("text", "study"), STUDIES)
def test_a_degree_beside_its_holder(text: str, study: dict[str, str]) -> None:
    assert told(text, "education") == [study]


def test_two_houses_found_a_third() -> None:
    (fact,) = told("砚台科技由槐序集团与霜桥机器人共同成立于2023年。", "founding")
    assert fact == {"organization": "砚台科技", "founders": ["槐序集团", "霜桥机器人"], "date": "2023"}
