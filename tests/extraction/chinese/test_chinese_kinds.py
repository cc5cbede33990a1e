"""What Chinese sentences tell, kind by kind; every name here is invented."""

from __future__ import annotations

from typing import Any

import pytest

from bot.articles import article_from_text
from bot.extraction import extract
from bot.model.when import When


def told(text: str, kind: str, title: str = "", published: str = "2025-10-08") -> list[dict[str, Any]]:
    """The facts of one kind in a text, without their quotes."""
    head = f"---\ntitle: {title}\n---\n\n" if title else ""
    article = article_from_text("a.md", head + text, "md", When.from_iso(published))
    assert article.lang == "zh"
    facts = [statement.to_json() for statement in extract(article)]
    assert all(fact["quote"] in article.raw for fact in facts)
    return [{k: v for k, v in fact.items() if k not in ("quote", "kind")} for fact in facts if fact["kind"] == kind]


def investors(fact: dict[str, Any]) -> set[tuple[str, bool]]:
    return {(item["name"], item["lead"]) for item in fact.get("investors", [])}


FUNDING = [
    (
        "9月12日，霜桥机器人宣布完成2.4亿元B轮融资，由远桉资本领投，槐序创投、青笛基金跟投，岑石资本担任独家财务顾问。",
        {"company": "霜桥机器人", "round": "B轮", "amount": {"value": 240_000_000, "currency": "CNY"},
         "date": "2025-09-12", "status": "completed"},
        {("远桉资本", True), ("槐序创投", False), ("青笛基金", False)},
    ),
    (
        "灵巧手公司「砚台灵巧」近日完成数千万元天使轮融资，投资方为远桉资本、槐序创投。",
        {"company": "砚台灵巧", "round": "天使轮", "status": "completed"},
        {("远桉资本", False), ("槐序创投", False)},
    ),
    (
        "霜橋機械人（Frostbridge）今日公布，完成8,000萬美元A輪融資，由遠桉資本領投。",
        {"company": "霜橋機械人", "round": "A輪", "amount": {"value": 80_000_000, "currency": "USD"},
         "date": "2025-10-08", "status": "completed"},
        {("遠桉資本", True)},
    ),
    (
        "霜桥机器人正在洽谈融资3亿美元，投后估值将达20亿美元。",
        {"company": "霜桥机器人", "amount": {"value": 300_000_000, "currency": "USD"},
         "valuation": {"value": 2_000_000_000, "currency": "USD"}, "status": "rumored"},
        set(),
    ),
    (
        "霜桥机器人从未接受远桉资本投资。",
        {"company": "霜桥机器人", "status": "denied"},
        {("远桉资本", False)},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slots", "backers"), FUNDING)
def test_a_round_is_told_with_who_led_it_and_who_followed(
    text: str, slots: dict[str, Any], backers: set[tuple[str, bool]]
) -> None:
    (fact,) = told(text, "funding")
    assert investors(fact) == backers
    assert {name: fact.get(name) for name in slots} == slots


OTHER_DEALS = [
    (
        "acquisition",
        "霜桥机器人公告，拟以现金2.1亿元收购砚台灵巧51%股权。",
        {"buyer": "霜桥机器人", "target": "砚台灵巧", "status": "announced"},
    ),
    (
        "acquisition",
        "槐序集团以4200万欧元取得砚台科技80%的股权。",
        {"buyer": "槐序集团", "target": "砚台科技", "status": "completed"},
    ),
    (
        "acquisition",
        "有媒体报道称槐序集团正洽谈收购砚台科技。槐序集团回应称，公司没有收购砚台科技的计划。",
        {"buyer": "槐序集团", "target": "砚台科技", "status": "denied"},
    ),
    (
        "ipo",
        "3月27日，砚台科技向港交所递交招股书，计划募资约3亿美元。",
        {"company": "砚台科技", "exchange": "港交所", "status": "announced", "date": "2025-03-27"},
    ),
    ("ipo", "砚台科技没有上市计划。", {"company": "砚台科技", "status": "denied"}),
    (
        "partnership",
        "9月3日，砚台科技与槐序集团签署战略合作协议，双方将围绕仓储机器人开展合作。",
        {"parties": ["砚台科技", "槐序集团"], "topic": "仓储机器人", "date": "2025-09-03"},
    ),
]


@pytest.mark.parametrize(("kind", "text", "slots"), OTHER_DEALS)
def test_takeovers_listings_and_partnerships(kind: str, text: str, slots: dict[str, Any]) -> None:
    (fact,) = told(text, kind)
    assert {name: fact.get(name) for name in slots} == slots


@pytest.mark.parametrize(
    "text",
    [
        "槐序集团收购砚台科技12%股权。",
        "砚台科技与槐序集团的谈判终止，双方未能达成合作。",
        "A轮融资要看产品，战略投资方往往来自产业。",
        "具身智能公司都在谈融资，可钱从哪里来？",
    ],
)
def test_a_small_stake_a_broken_talk_and_background_are_no_deals(text: str) -> None:
    assert [kind for kind in ("acquisition", "partnership", "funding", "ipo") if told(text, kind)] == []


ROLES = [
    ("砚台科技创始人兼CEO柳知渔表示，公司不做整机。", "柳知渔", "砚台科技", {"title": "创始人兼CEO"}),
    ("砚台科技宣布，聘任温子衡为财务总监。", "温子衡", "砚台科技", {"title": "财务总监"}),
    ("砚台科技副总裁蒋望舒将于2025年11月离职。", "蒋望舒", "砚台科技", {"title": "副总裁", "end": "2025-11"}),
    ("温子衡出任砚台科技首席技术官。", "温子衡", "砚台科技", {"title": "首席技术官"}),
    ("前霜桥机器人工程师温子衡已加入砚台科技。", "温子衡", "霜桥机器人", {"title": "工程师"}),
    ("砚台科技CEO米兰·科瓦表示，手比腿重要。", "米兰·科瓦", "砚台科技", {"title": "CEO"}),
    ("硯台科技執行長陳子謙表示，明年擴編。", "陳子謙", "硯台科技", {"title": "執行長"}),
]


@pytest.mark.parametrize(("text", "person", "organization", "slots"), ROLES)
def test_posts_with_their_beginning_and_end(text: str, person: str, organization: str, slots: dict[str, Any]) -> None:
    facts = [f for f in told(text, "role") if (f["person"], f["organization"]) == (person, organization)]
    assert [{name: fact.get(name) for name in slots} for fact in facts] == [slots]


def test_studies_and_the_founding() -> None:
    text = "砚台科技成立于2023年9月，总部位于杭州。创始人柳知渔本科毕业于浙江大学控制专业。"
    assert told(text, "founding") == [{"organization": "砚台科技", "date": "2023-09", "place": "杭州"}]
    (study,) = told(text, "education")
    assert study == {"person": "柳知渔", "school": "浙江大学", "degree": "本科", "field": "控制"}


METRICS = [
    (
        "砚台科技上半年实现营收6.2亿元，净亏损4.4亿元。",
        {("revenue", 620_000_000, "CNY"), ("profit", -440_000_000, "CNY")},
    ),
    ("截至6月底，砚台科技有员工412人。", {("employees", 412, "人")}),
    ("砚台科技累计交付机器人1200台。", {("units", 1200, "台")}),
    ("砚台科技在手订单21亿元。", {("orders", 2_100_000_000, "CNY")}),
    ("砚台科技、霜桥机器人去年分别出货430台和215台。", {("units", 430, "台"), ("units", 215, "台")}),
    ("砚台科技营收同比增长48.3%。", set()),
    ("砚台科技预计明年营收达到10亿元。", set()),
]


@pytest.mark.parametrize(("text", "figures"), METRICS)
def test_figures_with_what_they_measure(text: str, figures: set[tuple[str, float, str]]) -> None:
    assert {(fact["measure"], fact["value"], fact["unit"]) for fact in told(text, "metric")} == figures


def test_a_row_of_figures_is_dealt_out_to_its_years() -> None:
    facts = told("2023年至2025年，砚台科技收入分别为0.41亿元、1.07亿元、2.96亿元。", "metric", published="2026-03-01")
    assert {(fact["date"], fact["value"]) for fact in facts} == {
        ("2023", 41_000_000), ("2024", 107_000_000), ("2025", 296_000_000)
    }  # fmt: skip


def test_a_product_is_launched_at_a_price() -> None:
    text = "9月2日，砚台科技发布人形机器人“拓荒者2”，起售价3.99万元。"
    assert told(text, "launch") == [
        {"product": "拓荒者2", "maker": "砚台科技", "product_kind": "robot", "date": "2025-09-02"}
    ]
    assert told(text, "price") == [{"product": "拓荒者2", "amount": {"value": 39_900, "currency": "CNY"}}]


def test_what_is_intended_is_a_plan() -> None:
    (plan,) = told("砚台科技计划2026年招聘300名工程师。", "plan")
    assert (plan["organization"], plan["value"], plan["date"]) == ("砚台科技", 300, "2026")


def test_every_item_of_a_digest_belongs_to_its_own_company() -> None:
    text = "霜桥机器人完成1亿元A轮融资。\n\n砚台科技完成2亿元B轮融资。公司成立于2021年。"
    assert {fact["company"] for fact in told(text, "funding", "两笔融资")} == {"霜桥机器人", "砚台科技"}
    assert [fact["organization"] for fact in told(text, "founding", "两笔融资")] == ["砚台科技"]
