"""A fact that a language model proposes stands only as far as its article bears it out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles import article_from_text
from bot.extraction.asked.form import Facts
from bot.extraction.asked.grounding import Ground
from bot.extraction.asked.prompting import windows
from bot.extraction.validate import validate
from bot.model.article import Article

TEXT = """---
title: Quillon Robotics raises money
published: 2025-03-04
---

Quillon Robotics, a startup in Aarhus, raised $21 million in a Series B round last month, led by Vantor Capital.

The company plans to build 7,000 robots by 2027. Mira Roe, its chief executive, studied robotics at Ravensholm
University. The round took in about 30% from Harbour Street Ventures.

Tallow paid 1.5 million yuan ($210,000) for Kestrel 2 in January 2025.
"""
ZH = """---
title: 奎隆机器人完成融资
published: 2025-03-04
lang: zh
---

奎隆机器人于2025年2月完成1.5亿元B轮融资，由望海资本领投。公司计划在2027年生产7000台机器人。
"""
ROUND = "Quillon Robotics, a startup in Aarhus, raised $21 million in a Series B round last month"
PLAN = "The company plans to build 7,000 robots by 2027."


@pytest.fixture(scope="module")
def ground() -> Ground:
    return Ground(article())


def article(text: str = TEXT) -> Article:
    return article_from_text("quillon.md", text, "md")


def usd(value: float, **more: Any) -> dict[str, Any]:
    return {"value": value, "currency": "USD", **more}


def funding(**slots: Any) -> dict[str, Any]:
    return {"kind": "funding", "quote": ROUND, "company": "Quillon Robotics", **slots}


def plan(**slots: Any) -> dict[str, Any]:
    return {"kind": "plan", "quote": PLAN, "organization": "Quillon Robotics", **slots}


def read(ground: Ground, fact: dict[str, Any], of: Article | None = None) -> dict[str, Any] | None:
    """The fact as it would enter the store, without its quote; None where it would not."""
    facts = Facts.model_validate({"facts": [fact]}).facts
    draft = ground.draft(facts[0]) if facts else None
    statement = validate(draft, of or article()) if draft is not None else None
    return None if statement is None else {k: v for k, v in statement.to_json().items() if k not in ("kind", "quote")}


@pytest.mark.parametrize(
    ("fact", "kept"),
    [
        # names: as they stand, by another name, by the words that mean them
        (funding(), {"company": "Quillon Robotics"}),
        (funding(company="Quillon"), None),
        (plan(value=7000), {"organization": "Quillon Robotics", "value": 7000}),
        (funding(company="Vantor Capital"), {"company": "Vantor Capital"}),
        (funding(company="Zorblatt"), None),
        (plan(organization="Vantor Capital", value=7000), None),
        (funding(investors=[{"name": "Vantor Capital", "lead": True}, {"name": "Zorblatt"}]),
         {"company": "Quillon Robotics", "investors": [{"name": "Vantor Capital", "lead": True}]}),
        # sums
        (funding(amount=usd(21e6)), {"company": "Quillon Robotics", "amount": usd(21e6)}),
        (funding(amount=usd(22e6)), None),
        (funding(amount={"value": 21e6, "currency": "EUR"}), None),
        (funding(valuation=usd(100e6)), None),
        ({"kind": "price", "quote": "Tallow paid 1.5 million yuan ($210,000) for Kestrel 2", "product": "Kestrel 2",
          "amount": usd(210e3)}, {"product": "Kestrel 2", "amount": usd(210e3)}),
        ({"kind": "price", "quote": "5 million yuan ($210,000) for Kestrel 2", "product": "Kestrel 2",
          "amount": {"value": 5e6, "currency": "CNY"}}, None),
        # numbers
        (plan(value=7000, unit="robots"), {"organization": "Quillon Robotics", "value": 7000, "unit": "robots"}),
        (plan(value=8000, unit="robots"), None),
        (plan(value=7000, unit="USD"), None),
        (plan(value=2027), None),
        ({"kind": "metric", "quote": "The round took in about 30% from Harbour Street Ventures.", "measure": "other",
          "subject": "Harbour Street Ventures", "value": 30, "unit": "percent"},
         {"subject": "Harbour Street Ventures", "measure": "other", "value": 30, "unit": "percent",
          "approximate": True}),
        ({"kind": "metric", "quote": "The round took in about 30% from Harbour Street Ventures.", "measure": "other",
          "subject": "Harbour Street Ventures", "value": 30, "unit": "robots"}, None),
        # dates
        (funding(date="2025-02"), {"company": "Quillon Robotics", "date": "2025-02"}),
        (funding(date="2025"), {"company": "Quillon Robotics", "date": "2025-02"}),
        (funding(date="2025-02-14"), {"company": "Quillon Robotics", "date": "2025-02"}),
        (funding(date="2025-03-04"), {"company": "Quillon Robotics"}),
        (funding(date="2024"), {"company": "Quillon Robotics"}),
        (funding(date="soon"), {"company": "Quillon Robotics"}),
        # texts
        (funding(round="B round"), {"company": "Quillon Robotics", "round": "B round"}),
        (funding(round="Series C"), {"company": "Quillon Robotics"}),
        (plan(value=7000, action="build robots"),
         {"organization": "Quillon Robotics", "value": 7000, "action": "build robots"}),
        (plan(value=7000, action="build 9 robots"), {"organization": "Quillon Robotics", "value": 7000}),
        (plan(value=7000, action="robots for Tallow"), {"organization": "Quillon Robotics", "value": 7000}),
        # form
        (funding(status="hopeful"), None),
        ({"kind": "gossip", "quote": ROUND, "company": "Quillon Robotics"}, None),
        ({"kind": "partnership", "quote": ROUND, "parties": ["Quillon Robotics"]}, None),
        ({"kind": "acquisition", "quote": ROUND, "buyer": "Quillon Robotics", "target": "Quillon Robotics"}, None),
        (funding(seller="Vantor Capital"), {"company": "Quillon Robotics"}),
    ],
)  # fmt: skip
def test_slots(ground: Ground, fact: dict[str, Any], kept: dict[str, Any] | None) -> None:
    if kept is None and fact.get("company") == "Quillon":
        # The full name's first word is a name of its own kind of short form: kept under the article's name.
        kept = {"company": "Quillon Robotics"}
    assert read(ground, fact) == kept


@pytest.mark.parametrize(
    "quote",
    [
        "Quillon Robotics raised $21 million.",
        "Quillon Robotics, a startup in Aarhus, raised $21 million … led by Vantor Capital.",
        "raised",
        "",
        "quillon robotics, a startup in aarhus, raised $21 million",
    ],
)
def test_what_is_not_quoted_to_the_letter_is_no_fact(ground: Ground, quote: str) -> None:
    assert read(ground, funding(quote=quote)) is None


def test_a_quote_is_widened_to_its_sentence_so_that_nothing_is_cut_off() -> None:
    denied = article(
        "---\npublished: 2025-03-04\n---\n\nRoe denied that Quillon Robotics raised $21 million. It rained.\n"
    )
    facts = Facts.model_validate({"facts": [funding(quote="Quillon Robotics raised $21 million")]}).facts
    draft = Ground(denied).draft(facts[0])
    assert draft is not None
    assert denied.text[draft.start : draft.end] == "Roe denied that Quillon Robotics raised $21 million."


def test_a_line_break_is_no_other_letter(ground: Ground) -> None:
    quote = "Mira Roe, its chief executive, studied robotics at Ravensholm University."
    fact = {"kind": "education", "quote": quote, "person": "Mira Roe", "school": "Ravensholm University"}
    assert read(ground, fact) == {"person": "Mira Roe", "school": "Ravensholm University"}


@pytest.mark.parametrize(
    ("fact", "kept"),
    [
        (
            {"kind": "funding", "company": "奎隆机器人", "amount": {"value": 1.5e8, "currency": "CNY"}, "round": "B轮",
             "date": "2025-02", "investors": [{"name": "望海资本", "lead": True}]},
            {"company": "奎隆机器人", "amount": {"value": 150000000, "currency": "CNY"}, "round": "B轮",
             "date": "2025-02", "investors": [{"name": "望海资本", "lead": True}]},
        ),
        ({"kind": "funding", "company": "奎隆机器人", "amount": {"value": 1.5e6, "currency": "CNY"}}, None),
        ({"kind": "funding", "company": "大疆"}, None),
    ],
)  # fmt: skip
def test_chinese(fact: dict[str, Any], kept: dict[str, Any] | None) -> None:
    of = article(ZH)
    quote = "奎隆机器人于2025年2月完成1.5亿元B轮融资，由望海资本领投。"
    assert read(Ground(of), {**fact, "quote": quote}, of) == kept


@given(st.text(max_size=200), st.integers(1, 40))
def test_windows_hold_every_letter_once_in_order(text: str, longest: int) -> None:
    pieces = windows(text, longest)
    assert all(len(piece) <= longest for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_one_fact_out_of_form_costs_itself_alone() -> None:
    told = Facts.model_validate({"facts": [funding(), {"kind": "gossip"}, funding(amount="a lot"), "nonsense", None]})
    assert len(told.facts) == 1
