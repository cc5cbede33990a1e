"""The last gate, and telling each fact once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles import article_from_text
from bot.extraction import extract
from bot.extraction.consolidate import consolidate
from bot.extraction.kind import Draft, all_kinds
from bot.extraction.validate import validate
from bot.model.money import Money
from bot.model.statement import Investor
from bot.model.when import When

TEXT = "Quillon Robotics raised $21 million in a Series A round led by Harbor Lane Ventures in March 2025."
ARTICLE = article_from_text("a.md", TEXT + "\n\nThe startup now employs 40 people.", "md", When.from_iso("2025-03-04"))
WHOLE = {"company": "Quillon Robotics", "amount": Money(21e6, "USD"), "round": "Series A"}


def draft(kind: str = "funding", start: int = 0, end: int = len(TEXT), score: float = 1.0, **slots: object) -> Draft:
    return Draft(kind, dict(slots), start, end, score)  # type: ignore[arg-type]


def test_a_whole_draft_becomes_a_statement_with_its_quote() -> None:
    statement = validate(draft(**WHOLE), ARTICLE)
    assert statement is not None
    assert statement.quote.text == TEXT
    assert ARTICLE.raw[statement.quote.start : statement.quote.end] == TEXT


@pytest.mark.parametrize(
    "bad",
    [
        draft(amount=Money(21e6, "USD")),  # whose it is, is missing
        draft(company="the company"),
        draft(company="it"),
        draft(company="Q\nuillon"),
        draft(company="x" * 200),
        draft("no such kind", company="Quillon Robotics"),
        draft(start=5, end=5, **WHOLE),
        draft(start=10_000, end=10_001, **WHOLE),
    ],
)
def test_what_is_no_fact_is_dropped(bad: Draft) -> None:
    assert validate(bad, ARTICLE) is None


def test_a_bad_slot_is_dropped_and_the_fact_kept() -> None:
    statement = validate(
        draft(company="Quillon Robotics", amount=Money(0, "USD"), use="no slot of a funding",
              investors=(Investor("it"), Investor("Harbor Lane Ventures"), Investor("Harbor Lane Ventures", True))),
        ARTICLE,
    )  # fmt: skip
    assert statement is not None
    assert dict(statement.slots) == {
        "company": "Quillon Robotics",
        "investors": (Investor("Harbor Lane Ventures", True),),
    }


@pytest.mark.parametrize(
    ("one", "other", "facts"),
    [
        ({}, {}, 1),
        ({}, {"round": None}, 1),
        ({"amount": None}, {"round": None}, 1),
        ({}, {"amount": Money(21.4e6, "USD", approximate=True)}, 1),
        ({}, {"amount": Money(40e6, "USD")}, 2),
        ({}, {"round": "Seed", "amount": None}, 2),
        ({"date": When.from_iso("2025-03")}, {"date": When.from_iso("2025-03-04")}, 1),
        ({"date": When.from_iso("2025-03")}, {"date": When.from_iso("2024")}, 2),
        ({}, {"company": "Vantor Robotics"}, 2),
    ],
)
def test_one_round_told_twice_is_told_once(one: dict[str, object], other: dict[str, object], facts: int) -> None:
    drafts = [draft(**{k: v for k, v in {**WHOLE, **changed}.items() if v is not None}) for changed in (one, other)]
    assert len(consolidate(drafts)) == facts


def test_the_fuller_telling_completes_the_surer_one() -> None:
    sure = draft(score=0.9, company="Quillon Robotics", amount=Money(21e6, "USD"), investors=(Investor("Harbor Lane"),))
    vague = draft(score=0.5, company="Quillon Robotics", amount=Money(21e6, "USD"), round="Series A",
                  investors=(Investor("Harbor Lane", True), Investor("Vantor")))  # fmt: skip
    (joined,) = consolidate([vague, sure])
    assert joined.score == 0.9
    assert joined.slots["round"] == "Series A"
    assert joined.slots["investors"] == (Investor("Harbor Lane", True), Investor("Vantor"))


def test_every_kind_of_the_guide_is_found() -> None:
    deals = {"funding", "acquisition", "ipo", "partnership"}
    people = {"role", "education", "founding", "statement"}
    products = {"launch", "price", "deployment"}
    figures = {"metric", "forecast", "plan"}
    assert set(all_kinds()) == deals | people | products | figures


def test_the_same_article_gives_the_same_statements() -> None:
    first, second = extract(ARTICLE), extract(ARTICLE)
    assert [s.id for s in first] == [s.id for s in second]
    assert any(s.kind == "funding" for s in first)


def test_of_an_article_in_neither_english_nor_chinese_nothing_is_told() -> None:
    text = "---\nlang: de\n---\n\nQuillon Robotics hat 21 Millionen Dollar von Hafen Ventures eingesammelt."
    article = article_from_text("a.md", text, "md")
    assert (article.lang, extract(article)) == ("de", [])


@given(st.text(max_size=300))
def test_any_text_is_read_without_a_fault_and_every_quote_is_a_slice(text: str) -> None:
    article = article_from_text("a.md", "Quillon Robotics raised $21 million. " + text.replace("---", ""), "md")
    for statement in extract(article):
        assert article.raw[statement.quote.start : statement.quote.end] == statement.quote.text
