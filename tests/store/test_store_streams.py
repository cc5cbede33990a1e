"""Ids of events that are found one after another are those that one plain query gives, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from bot.model.when import When
from bot.store import searching, streams
from bot.store.query import EventQuery, Playing
from bot.store.read import Facts
from bot.store.write import write
from tests.bench.zipf_store import zipf_content

DEALS = ("funding", "acquisition", "ipo")
COMPANY, OTHER, BACKER = "org-company-000000", "org-company-000001", "org-investor-000000"
SINCE = When(date(2023, 1, 1), date(2023, 1, 1), "day", open="after")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    path: Path = tmp_path_factory.mktemp("many") / "facts.db"
    write(path, zipf_content(1500))
    with Facts.open(path) as opened:
        yield opened


def plainly(facts: Facts, query: EventQuery) -> list[str]:
    sql, given = query.sql()
    return [row["id"] for row in facts._db.execute(sql, given)]


QUERIES = [
    EventQuery(),
    EventQuery(kinds=DEALS),
    EventQuery(any_entities=(COMPANY,)),
    EventQuery(any_entities=(COMPANY, OTHER, BACKER), kinds=DEALS),
    EventQuery(playing=(Playing((COMPANY, OTHER), ("company", "target")),)),
    EventQuery(playing=(Playing((BACKER,), ("investors",)), Playing((COMPANY,), ("company",)))),
    EventQuery(playing=(Playing((COMPANY,)),), period=SINCE),
    EventQuery(kinds=DEALS, period=SINCE, min_usd=50e6),
    EventQuery(kinds=DEALS, min_usd=1e6, max_usd=20e6),
    EventQuery(playing=(Playing((BACKER,)),), min_usd=30e6),
    EventQuery(kinds=DEALS, rounds=("Series A", "Seed")),
    EventQuery(kinds=DEALS, rounds=("Series A",), status="rumored"),
    EventQuery(kinds=DEALS, status="rumored", period=SINCE),
    EventQuery(playing=(Playing((BACKER,), ("investors",)),), rounds=("Series A",)),
    EventQuery(kinds=("nothing",)),
]


@pytest.mark.parametrize("order", ["newest", "oldest", "largest"])
@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_what_is_found_one_by_one_is_what_one_query_gives(many, query, order):
    asked = EventQuery(**{name: getattr(query, name) for name in query.__dataclass_fields__} | {"order": order})
    assert list(many.event_ids(asked)) == plainly(many, asked)


@pytest.mark.parametrize("rare", [1, 10**6])
def test_large_sums_are_found_both_ways(many, rare, monkeypatch):
    monkeypatch.setattr(streams, "_RARE", rare)
    query = EventQuery(kinds=DEALS, min_usd=100e6)
    found = list(many.event_ids(query))
    assert found
    assert found == plainly(many, query)


def test_the_queries_find_something(many):
    empty = [n for n, query in enumerate(QUERIES) if not plainly(many, query)]
    assert empty == [len(QUERIES) - 1]


def test_a_limit_ends_the_search(many):
    query = EventQuery(kinds=DEALS)
    few = EventQuery(kinds=DEALS, limit=3)
    assert list(many.event_ids(few)) == list(islice(many.event_ids(query), 3))
    assert list(many.event_ids(EventQuery(limit=0))) == []


@pytest.mark.parametrize("words", ["warehouse gripper", "battery Series A", "employees"])
def test_a_large_store_finds_what_the_full_search_ranks_first(many, words, monkeypatch):
    whole = many.search(words, 5, whole=True)
    monkeypatch.setattr(searching, "_LARGE", 0)
    monkeypatch.setattr(searching, "_LOOKED_AT", 10**6)
    pruned = {(p.article, p.ordinal) for p in many.search(words, 40)}
    assert whole
    assert len([p for p in whole if (p.article, p.ordinal) in pruned]) >= len(whole) - 1


def test_a_large_store_finds_first_whoever_is_named_seldom_beside_words_that_are_everywhere(many, monkeypatch):
    firsts = (entity.name.split(" ")[0] for entity in many.entities())
    seldom = next(word for word in firsts if 3 <= many.spread(word) <= 12)
    named = {(p.article, p.ordinal) for p in many.search(seldom, 50, whole=True)}
    assert many.spread("raised") > 100
    monkeypatch.setattr(searching, "_LARGE", 0)
    monkeypatch.setattr(searching, "_LOOKED_AT", 30)
    found = [(p.article, p.ordinal) for p in many.search(f"{seldom} raised million", 40)]
    assert set(found[: len(named)]) == named


def test_a_large_store_that_is_asked_for_frequent_words_alone_finds_those_with_several(many, monkeypatch):
    monkeypatch.setattr(searching, "_LARGE", 0)
    monkeypatch.setattr(searching, "_BUDGET", 0)
    monkeypatch.setattr(searching, "_LOOKED_AT", 30)
    found = many.search("raised million round", 10)
    assert len(found) == 10
    assert all("raised" in p.text and "million" in p.text and "round" in p.text for p in found)


def test_a_large_store_searches_some_articles_alone(many, monkeypatch):
    monkeypatch.setattr(searching, "_LARGE", 0)
    article = many.search("battery", 1)[0].article
    found = many.search("battery", 5, [article])
    assert found
    assert {p.article for p in found} == {article}


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_a_sketch_tells_of_an_event_what_the_whole_event_does(many, query):
    whole = [(told.id, told.kind, told.date is not None) for told in many.events(query)]
    assert [tuple(sketch) for sketch in many.sketches(query)] == whole
