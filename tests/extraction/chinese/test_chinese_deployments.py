"""Robots put to work in Chinese sentences, and claims in quotation marks; every name here is invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extraction.chinese.test_chinese_kinds import told

AT_WORK = [
    ("砚台科技的巡检机器人“青松”已在槐序集团的12座变电站上岗，承担夜间测温。",
     {"product": "青松", "maker": "砚台科技", "customer": ["槐序集团"], "use": "夜间测温"}),
    ("砚台科技宣布，人形机器人“青松”今年9月进驻青笛物流，用于包裹分拣。",
     {"product": "青松", "maker": "砚台科技", "customer": ["青笛物流"], "use": "包裹分拣", "date": "2025-09"}),
    ("青笛物流已部署80台砚台科技的“青松”人形机器人，用于质检。",
     {"product": "青松", "maker": "砚台科技", "customer": ["青笛物流"], "use": "质检"}),
    ("砚台科技的移动机器人“青松”在槐序集团苏州基地和青笛物流昆山工厂落地。",
     {"product": "青松", "customer": ["槐序集团", "青笛物流"]}),
    ("砚台科技的导览机器人“青松”在霜桥机场投入使用。", {"product": "青松", "customer": ["霜桥机场"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slots"), AT_WORK)
def test_robots_at_work(text: str, slots: dict[str, Any]) -> None:
    (fact,) = told(text, "deployment")
    assert {name: fact.get(name) for name in slots} == slots


@pytest.mark.parametrize(
    "text",
    [
        "知情人士称，砚台科技正与槐序集团就部署机器人“青松”进行谈判。",
        "砚台科技的大模型“青松”已在槐序集团上线。",
        "砚台科技在深圳设立研发中心，研发机器人“青松”。",
    ],
)
def test_talks_models_and_offices_are_no_deployment(text: str) -> None:
    assert told(text, "deployment") == []


SAID = [
    ("砚台科技总经理柳知渔表示：“港口是机器人最诚实的考场。”", "柳知渔", "港口是机器人最诚实的考场"),
    ("“六年，我们就干了一件事。”砚台科技创始人柳知渔说。", "柳知渔", "六年，我们就干了一件事"),
    ("砚台科技CEO柳知渔透露，订单已经超过2000台。“我们没有补贴也能赚钱。”", "柳知渔", "我们没有补贴也能赚钱"),
]


@pytest.mark.parametrize(("text", "speaker", "claim"), SAID)
def test_quotations_have_their_speaker(text: str, speaker: str, claim: str) -> None:
    (fact,) = told(text, "statement")
    assert (fact["speaker"], fact["text"]) == (speaker, claim)


def test_a_name_in_quotation_marks_is_no_claim() -> None:
    assert told("砚台科技创始人柳知渔说，“青松”将于明年发布。", "statement") == []
