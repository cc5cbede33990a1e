"""Exports: one row an event, columns that stay, cells that no spreadsheet runs, nothing told without its sentence."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answerer
from bot.answers.tables import COLUMNS, Row, as_csv, as_json, as_known, as_markdown, row
from bot.answers.tables.columns import IN_MARKDOWN
from bot.model.attachment import Attachment
from bot.model.event import EventValue
from bot.model.when import When
from bot.store.query import EventQuery
from bot.store.read import Facts, StoredEvent

EMPTY: Row = dict.fromkeys(column.name for column in COLUMNS)


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def series_b(facts: Facts) -> StoredEvent:
    (told,) = facts.events(EventQuery(kinds=("funding",), round="Series B"))
    return told


def test_the_columns_are_a_promise() -> None:
    assert ",".join(column.name for column in COLUMNS) == (
        "event,kind,fact,date,date_first,date_last,date_precision,date_bound,start,end,company,buyer,target,seller,"
        "person,organization,school,parent,product,maker,subject,source,speaker,exchange,parties,founders,customer,"
        "investors,lead_investors,amount,amount_high,amount_currency,amount_approximate,valuation,valuation_high,"
        "valuation_currency,valuation_approximate,measure,value,high,unit,approximate,round,status,topic,title,degree,"
        "field,place,product_kind,action,use,text,conflicts,told_first,told_last,quote,article,title_of_article,"
        "publisher,published,url"
    )


def test_a_round_with_its_conflict_and_its_sources(facts: Facts) -> None:
    (told,) = read(as_csv([row(series_b(facts))]))
    told = {name: cell for name, cell in told.items() if cell}
    assert told.pop("event") == series_b(facts).id
    assert told == {
        "kind": "funding",
        "fact": "Quillon Robotics raised $112 million (Series B), March 2025; led by Bexley Capital; with Ostrel Cloud",
        "date": "2025-03",
        "date_first": "2025-03-01",
        "date_last": "2025-03-31",
        "date_precision": "month",
        "company": "Quillon Robotics",
        "investors": "Bexley Capital; Ostrel Cloud",
        "lead_investors": "Bexley Capital",
        "amount": "112000000",
        "amount_currency": "USD",
        "amount_approximate": "false",
        "round": "Series B",
        "status": "completed",
        "conflicts": "another article gives the amount as $120 million (a-round.md)",
        "told_first": "2025-03-11",
        "told_last": "2025-04-20",
        "quote": "Quillon Robotics of Tromsø has raised $120 million in a Series B round led by Bexley Capital, with "
        "Ostrel Cloud in it.; Quillon Robotics raised $112 million in its Series B in March 2025, not $120 million, "
        "a filing shows.",
        "article": "a-round.md; c-follow-up.md",
        "title_of_article": "Quillon Robotics closes its Series B; The small print of Quillon's round",
        "publisher": "The Invented Courier; The Invented Courier",
        "published": "2025-03-11; 2025-04-20",
    }


def test_every_event_is_one_row_with_a_sentence(facts: Facts) -> None:
    told = facts.events(EventQuery())
    rows = read(as_csv(map(row, told)))
    assert [one["event"] for one in rows] == [one.id for one in told]
    assert all(one["quote"] and one["article"] and one["fact"] for one in rows)


def test_as_json_lists_stay_lists(facts: Facts) -> None:
    told = [row(one) for one in facts.events(EventQuery())]
    assert json.loads(as_json(told)) == told
    assert json.loads(as_json([])) == []
    (one,) = json.loads(as_json([row(series_b(facts))]))
    assert one["investors"] == ["Bexley Capital", "Ostrel Cloud"]
    assert one["amount"] == 112e6
    assert len(one["quote"]) == len(one["article"]) == len(one["url"]) == 2


def test_as_markdown_a_table_of_what_has_room(facts: Facts) -> None:
    lines = as_markdown([row(one) for one in facts.events(EventQuery())]).decode().splitlines()
    assert lines[0] == f"| {' | '.join(IN_MARKDOWN)} |"
    assert len(lines) == 2 + len(facts.events(EventQuery()))
    cell = as_markdown([EMPTY | {"fact": "a | b [c](http://d) <e>"}]).decode().splitlines()[2]
    assert r"a \| b \[c\](http://d) \<e\>" in cell


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "＝1+1", "=cmd|' /C calc'!A0"])
def test_what_looks_like_a_formula_is_text(text: str) -> None:
    (told,) = read(as_csv([EMPTY | {"company": text, "quote": [text, "b"]}]))
    assert told["company"] == f"'{text}"
    assert told["quote"] == f"'{text}; b"


def test_a_number_below_zero_is_a_number() -> None:
    (told,) = read(as_csv([EMPTY | {"value": -4.5}]))
    assert told["value"] == "-4.5"


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=30), min_size=1, max_size=4))
def test_any_text_comes_back_from_csv_and_begins_no_formula(texts: list[str]) -> None:
    (told,) = read(as_csv([EMPTY | {"company": texts[0], "investors": texts}]))
    assert told["company"].removeprefix("'") == texts[0].removeprefix("'")
    assert not told["company"].lstrip().startswith(("=", "+", "-", "@"))
    assert told["investors"].removeprefix("'") == ("; ".join(texts) if any(texts) else "").removeprefix("'")


@pytest.mark.parametrize(
    ("when", "date_", "first", "last", "bound"),
    [
        (When.day(date(2025, 9, 8)), "2025-09-08", "2025-09-08", "2025-09-08", None),
        (When.quarter(2025, 3), "2025-Q3", "2025-07-01", "2025-09-30", None),
        (When.half(2025, 2), "2025-H2", "2025-07-01", "2025-12-31", None),
        (When.decade(2020), "2020s", "2020-01-01", "2029-12-31", None),
        (When(date(2025, 3, 1), date(2025, 4, 2), "span"), "2025-03-01/2025-04-02", "2025-03-01", "2025-04-02", None),
        (When.year(2024).about(), "2024", "2024-01-01", "2024-12-31", "about"),
        (replace(When.year(2024), open="after"), "2024", "2024-01-01", None, "since"),
        (replace(When.year(2050), open="before"), "2050", None, "2050-12-31", "by"),
    ],
)
def test_dates_are_as_exact_as_they_were_told(
    facts: Facts, when: When, date_: str, first: str | None, last: str | None, bound: str | None
) -> None:
    told = series_b(facts)
    values = [value for value in told.event.values if value.slot != "date"]
    event = replace(told.event, values=(*values, EventValue("date", when, "preferred", told.event.statements)))
    made = row(replace(told, event=event))
    assert (made["date"], made["date_first"], made["date_last"], made["date_bound"]) == (date_, first, last, bound)
    assert made["date_precision"] == when.precision


def test_as_of_a_day_nothing_is_in_it_that_was_told_later(facts: Facts) -> None:
    made = [row(one) for one in as_known(facts.events(EventQuery()), date(2025, 4, 1))]
    assert {article for one in made for article in one["article"]} == {"a-round.md"}  # type: ignore[union-attr]
    (one,) = (one for one in made if one["round"] == "Series B")
    assert (one["amount"], one["conflicts"], one["told_last"]) == (120e6, None, "2025-03-11")


@pytest.mark.parametrize(
    ("asked", "name", "rows"),
    [
        ("/deal Quillon csv", "deals-quillon-robotics.csv", 3),
        ("/deal csv Quillon", "deals-quillon-robotics.csv", 3),
        ("/deal 奎隆 as csv", "deals-quillon-robotics.csv", 3),
        ("/deal Quillon 2023 as a CSV file", "deals-quillon-robotics.csv", 1),
        ("/deal over $1B csv", "deals.csv", 1),
        ("/deal csv", "deals.csv", 5),
        ("/deal csv as of 1 April 2025", "deals.csv", 2),
    ],
)
def test_deals_as_a_file(answerer: Answerer, asked: str, name: str, rows: int) -> None:
    answer = answerer.reply([asked])
    assert isinstance(answer.file, Attachment)
    assert answer.file.name == name
    assert len(read(answer.file.data)) == rows
    assert answer.lines, "the answer stands beside the file"
    noun = "deal" if rows == 1 else "deals"
    assert answer.hints == (f"{name}: {rows} {noun} with their sentences and articles, a row each",)


def test_a_follow_up_gives_the_file_anew(answerer: Answerer) -> None:
    file = answerer.reply(["/deal Quillon csv", "and in 2023?"]).file
    assert file is not None
    assert [one["round"] for one in read(file.data)] == ["Series A"]


@pytest.mark.parametrize("asked", ["/deal Quillon", "/deal Zephyrine csv", "what is Quillon?"])
def test_no_file_where_none_was_asked_for_or_nothing_is_known(answerer: Answerer, asked: str) -> None:
    assert answerer.reply([asked]).file is None


def test_deals_as_of_a_day(answerer: Answerer) -> None:
    answer = answerer.reply(["/deal Quillon csv as of 1 April 2025"])
    assert answer.title.endswith("as told by 1 April 2025")
    assert answer.file is not None
    assert sorted(one["amount"] for one in read(answer.file.data)) == ["120000000", "30000000"]
