"""What is expected, intended, floated, launched and priced in Chinese sentences, and what only sounds like it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extraction.chinese.test_chinese_kinds import investors, told

TOLD = [
    ("forecast", "槐序证券预计，2026年砚台科技出货量将达1.2万台。",
     {"source": "槐序证券", "measure": "units", "value": 12000, "unit": "台"}),
    ("plan", "砚台科技计划2026年交付3000台机器人。",
     {"organization": "砚台科技", "action": "2026年交付3000台机器人", "value": 3000, "unit": "台", "date": "2026"}),
    ("ipo", "砚台科技今日在港交所挂牌上市，募资6亿港元。",
     {"company": "砚台科技", "status": "completed", "exchange": "港交所", "date": "2025-10-08",
      "amount": {"value": 600_000_000, "currency": "HKD"}}),
    ("ipo", "据知情人士透露，砚台科技考虑赴港上市，募资约5亿美元。",
     {"company": "砚台科技", "status": "rumored",
      "amount": {"value": 500_000_000, "currency": "USD", "approximate": True}}),
    ("launch", "9月3日，砚台科技发布人形机器人Lumo X1。",
     {"product": "Lumo X1", "maker": "砚台科技", "product_kind": "robot", "date": "2025-09-03"}),
    ("launch", "砚台科技发布人形机器人Lumo X2，性能超过Lumo X1。", {"product": "Lumo X2", "maker": "砚台科技"}),
    ("price", "砚台科技发布机器人Lumo X1。售价9.9万元起。",
     {"product": "Lumo X1", "amount": {"value": 99_000, "currency": "CNY"}}),
    ("metric", "截至9月底，砚台科技在手订单超过2000台。",
     {"subject": "砚台科技", "measure": "orders", "value": 2000, "unit": "台", "date": "2025-09"}),
    ("price", "砚台科技发布机器人Lumo X2。上一代Lumo X1的价格从19.9万元降至9.9万元。",
     {"product": "Lumo X1", "amount": {"value": 99_000, "currency": "CNY"}}),
    ("price", "砚台科技发布机器人Lumo X1，公司计划两年内把售价由11万元压到5万元。",
     {"product": "Lumo X1", "amount": {"value": 110_000, "currency": "CNY"}}),
    ("plan", "砚台科技维持全年出货4万台的指引。", {"organization": "砚台科技", "value": 40_000, "unit": "台"}),
    ("plan", "砚台科技称，将募集资金用于海外渠道建设，未来两年在欧洲新设12个服务中心。",
     {"organization": "砚台科技", "value": 12, "unit": "个"}),
    ("metric", "槐序集团2023年入股夹爪公司Kavora Robotics，持股15%。",
     {"subject": "Kavora Robotics", "measure": "other", "value": 15}),
    ("acquisition", "知情人士称，槐序集团正与夹爪制造商Kavora Robotics商谈收购事宜。",
     {"buyer": "槐序集团", "target": "Kavora Robotics", "status": "rumored"}),
    ("acquisition", "槐序集团已完成对法国夹爪公司Kavora Robotics全部股权的收购。",
     {"buyer": "槐序集团", "target": "Kavora Robotics", "status": "completed"}),
    ("partnership", "砚台科技将与槐序集团、青笛物流共同成立合资公司。",
     {"parties": ["砚台科技", "槐序集团", "青笛物流"]}),
    ("founding", "2019年，柳知渔离开霜桥机器人，在深圳创办了砚台科技。",
     {"organization": "砚台科技", "founders": ["柳知渔"], "date": "2019", "place": "深圳"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "slots"), TOLD)
def test_one_fact_is_told(kind: str, text: str, slots: dict[str, Any]) -> None:
    (fact,) = told(text, kind)
    assert {name: fact.get(name) for name in slots} == slots


def test_a_row_of_forecasts_is_several() -> None:
    text = "槐序证券发布研报称，预计2025年至2027年砚台科技营收分别为2亿元、3亿元和5亿元。"
    facts = told(text, "forecast")
    assert sorted(fact["value"] for fact in facts) == [200_000_000, 300_000_000, 500_000_000]
    assert {(fact["source"], fact["measure"], fact["unit"]) for fact in facts} == {("槐序证券", "revenue", "CNY")}


def test_two_intentions_of_one_sentence_are_two_plans() -> None:
    text = "砚台科技表示，公司拟投资5亿元建设第二座工厂，并将于2027年量产1万台。"
    plans = {(plan["value"], plan["unit"], plan.get("date")) for plan in told(text, "plan")}
    assert plans == {(500_000_000, "CNY", None), (10_000, "台", "2027")}


def test_the_figure_that_a_forecast_replaces_is_none() -> None:
    (fact,) = told("槐序证券将2030年全球人形机器人出货量预测由25万台上调至40万台。", "forecast")
    assert (fact["value"], fact["date"]) == (400_000, "2030")


def test_what_the_speaker_calls_the_company_is_the_speakers() -> None:
    text = "砚台科技与槐序集团签署协议。槐序集团副总经理柳知渔表示，公司计划2027年引入400台机器人。"
    (plan,) = told(text, "plan", title="砚台科技与槐序集团合作")
    assert (plan["organization"], plan["value"]) == ("槐序集团", 400)


def test_two_launches_of_one_sentence_keep_their_kinds() -> None:
    text = "砚台科技开源了具身大模型Vela-2，并推出灵巧手Vela H1。"
    kinds = {(fact["product"], fact["product_kind"]) for fact in told(text, "launch")}
    assert kinds == {("Vela-2", "model"), ("Vela H1", "component")}


def test_backers_are_read_by_their_place_in_the_list_whether_known_or_not() -> None:
    text = "砚台科技完成A轮融资，投资方包括合肥产投、远桉资本二期和青笛基金，老股东槐序创投继续加码。"
    (fact,) = told(text, "funding")
    assert {name for name, _ in investors(fact)} == {"合肥产投", "远桉资本二期", "青笛基金", "槐序创投"}


@pytest.mark.parametrize(
    ("text", "slots", "backers"),
    [
        ("远桉资本入股砚台科技。", {"status": "completed"}, {"远桉资本"}),
        ("远桉资本战略投资砚台科技，金额1亿元。砚台科技生产灵巧手。", {"round": "战略投资"}, {"远桉资本"}),
        ("天眼查显示，近日砚台科技发生工商变更，新增股东远桉资本、合肥产投，注册资本增至1000万元。",
         {}, {"远桉资本", "合肥产投"}),
        ("远桉资本与砚台科技的融资谈判终止。", {"status": "denied"}, {"远桉资本"}),
        ("砚台科技启动B轮融资，预计年底完成。", {"round": "B轮", "status": "announced"}, set()),
        ("砚台科技宣布完成近亿元Pre-A轮融资，由远桉资本独家投资。",
         {"round": "Pre-A轮", "amount": {"value": 100_000_000, "currency": "CNY", "approximate": True}}, {"远桉资本"}),
        ("砚台科技完成2亿元B轮融资，由远桉资本领投。本轮融资还有槐序创投参投，公司投后估值达20亿元。",
         {"amount": {"value": 200_000_000, "currency": "CNY"},
          "valuation": {"value": 2_000_000_000, "currency": "CNY"}},
         {"远桉资本", "槐序创投"}),
        ("成立至今，砚台科技已完成三轮融资；其中A轮融资1亿元，由远桉资本领投。",
         {"round": "A轮", "amount": {"value": 100_000_000, "currency": "CNY"}}, {"远桉资本"}),
    ],
)  # fmt: skip
def test_money_comes_in_many_ways(text: str, slots: dict[str, Any], backers: set[str]) -> None:
    (fact,) = told(text, "funding")
    assert {name: fact.get(name) for name in ("company", *slots)} == {"company": "砚台科技"} | slots
    assert {name for name, _ in investors(fact)} == backers


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("砚台科技的市占率达32%。", {("other", 32, "%")}),
        ("砚台科技第三季度营收2.1亿元，毛利率达41%。", {("revenue", 210_000_000, "CNY"), ("other", 41, "%")}),
        ("砚台科技的估值达到50亿元。", {("valuation", 5_000_000_000, "CNY")}),
        ("砚台科技累计融资10亿元。", {("total_raised", 1_000_000_000, "CNY")}),
        ("砚台科技年产能为1万台。", {("capacity", 10_000, "台")}),
        ("砚台科技2024年交付800台，2025年上半年交付1500台。", {("units", 800, "台"), ("units", 1500, "台")}),
    ],
)
def test_what_a_figure_measures(text: str, figures: set[tuple[str, float, str]]) -> None:
    assert {(fact["measure"], fact["value"], fact["unit"]) for fact in told(text, "metric")} == figures


@pytest.mark.parametrize(
    "text",
    [
        "2023年和2024年，砚台科技收入分别为1亿元和2亿元。",
        "砚台科技2023和2024两年收入分别为1亿元和2亿元。",
        "砚台科技收入分别为1亿元（2023年）和2亿元（2024年）。",
    ],
)
def test_a_row_of_figures_has_its_row_of_years(text: str) -> None:
    figures = {(fact["measure"], fact["value"], fact.get("date")) for fact in told(text, "metric")}
    assert figures == {("revenue", 100_000_000, "2023"), ("revenue", 200_000_000, "2024")}


def test_a_row_of_figures_may_be_of_two_measures() -> None:
    figures = {
        (fact["measure"], fact["value"], fact.get("date"))
        for fact in told("砚台科技2024年的收入和净利润分别为1亿元和2000万元。", "metric")
    }
    assert figures == {("revenue", 100_000_000, "2024"), ("profit", 20_000_000, "2024")}


@pytest.mark.parametrize(
    "text",
    [
        "砚台科技2021年完成A轮融资，由远桉资本领投，2023年完成B轮融资，由槐序创投领投。",
        "砚台科技A轮融资1亿元，由远桉资本领投，B轮融资2亿元，由槐序创投领投。",
    ],
)
def test_each_round_of_a_sentence_keeps_its_own_backers(text: str) -> None:
    rounds = {(fact["round"], *(name for name, _ in investors(fact))) for fact in told(text, "funding")}
    assert rounds == {("A轮", "远桉资本"), ("B轮", "槐序创投")}


def test_a_round_that_is_only_compared_is_none_of_its_own() -> None:
    (fact,) = told("砚台科技完成B轮融资，距上一轮A轮融资仅三个月。", "funding")
    assert fact["round"] == "B轮"


def test_a_loss_is_a_profit_below_zero() -> None:
    text = "2024年，砚台科技实现营收3.2亿元，同比增长45%，净亏损1.1亿元。"
    figures = {(fact["measure"], fact["value"], fact["date"]) for fact in told(text, "metric")}
    assert figures == {("revenue", 320_000_000, "2024"), ("profit", -110_000_000, "2024")}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("plan", "有投资者问砚台科技是否计划2026年扩产5000台。"),
        ("ipo", "有投资者问砚台科技是否有上市计划。"),
        ("funding", "成立两年，砚台科技已累计融资10亿元。"),
    ],
)
def test_a_question_and_a_sum_over_all_rounds_tell_of_none(kind: str, text: str) -> None:
    assert told(text, kind) == []
