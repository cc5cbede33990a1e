"""What counts as news, how it is ordered, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.digests.content import Digest, news
from bot.digests.topics import Topics
from bot.digests.wording import as_answer, as_json
from bot.locales import speaking
from bot.model.money import Money
from bot.model.when import When
from bot.store.read import Facts
from tests.digests.press import Press

OCTOBER = date(2025, 10, 1)


@pytest.fixture
def closing() -> Iterator[list[Facts]]:
    opened: list[Facts] = []
    yield opened
    for facts in opened:
        facts.close()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    """September: a rumour and a round. October: the rumour announced, the round confirmed, a price disputed, news."""
    press = Press(tmp_path_factory.mktemp("press"))
    press.publish(
        "one", "2025-09-10", "Tessaro is in talks to buy Ostrom for $500 million.", "acquisition",
        buyer="Tessaro", target="Ostrom", amount=Money(500e6, "USD"), status="rumored",
    )  # fmt: skip
    press.publish(
        "one", "2025-09-10", "Quillon raised $140 million in a Series A.", "funding",
        company="Quillon", amount=Money(140e6, "USD"), round="Series A", date=When.day(date(2025, 9, 8)),
    )  # fmt: skip
    press.publish(
        "one", "2025-09-10", "The Quillon Q1 costs $20,000.", "price",
        product="Quillon Q1", maker="Quillon", amount=Money(20000, "USD"),
    )  # fmt: skip
    press.publish(
        "two", "2025-10-02", "Tessaro agreed to buy Ostrom for $600 million.", "acquisition",
        buyer="Tessaro", target="Ostrom", amount=Money(600e6, "USD"), status="announced",
    )  # fmt: skip
    press.publish(
        "two", "2025-10-02", "Quillon had raised $140 million.", "funding",
        company="Quillon", amount=Money(140e6, "USD"), round="Series A",
    )  # fmt: skip
    press.publish(
        "two", "2025-10-02", "A Quillon Q1 goes for $35,000.", "price",
        product="Quillon Q1", maker="Quillon", amount=Money(35000, "USD"),
    )  # fmt: skip
    press.publish(
        "three", "2025-10-03", "Marlow Dynamics raised $20 million.", "funding",
        company="Marlow Dynamics", amount=Money(20e6, "USD"), date=When.day(date(2025, 10, 3)),
    )  # fmt: skip
    press.publish("three", "2025-10-03", "Ada Quist runs Marlow Dynamics.", "role", person="Ada Quist",
                  organization="Marlow Dynamics", title="CEO")  # fmt: skip
    with press.build() as facts:
        yield facts


def summary(digest: Digest) -> list[tuple[str, str]]:
    return [(item.what, item.kind) for item in digest.items]


def ids(facts: Facts, *names: str) -> frozenset[str]:
    return frozenset(entity.id for name in names for entity in facts.lookup(name))


def test_news_is_what_articles_since_a_day_bring(told: Facts) -> None:
    digest = news(told, OCTOBER)
    assert sorted(summary(digest)) == [
        ("conflicting", "price"),
        ("corrected", "acquisition"),
        ("corroborated", "funding"),
        ("new", "funding"),
        ("new", "role"),
    ]
    assert digest.articles == 2


def test_days_side_by_side_tell_everything_once(told: Facts) -> None:
    september = news(told, date(2025, 9, 1), date(2025, 10, 1))
    assert sorted(summary(september)) == [("new", "acquisition"), ("new", "funding"), ("new", "price")]
    assert [news(told, date(2025, 10, day), date(2025, 10, day + 1)).articles for day in (1, 2, 3, 4)] == [0, 1, 1, 0]


def test_the_weightiest_comes_first(told: Facts) -> None:
    assert summary(news(told, OCTOBER))[:2] == [("corrected", "acquisition"), ("new", "funding")]
    assert summary(news(told, OCTOBER))[-1] == ("new", "role")


def test_a_watched_name_comes_before_all(told: Facts) -> None:
    digest = news(told, OCTOBER, topics=Topics(watched=ids(told, "Ada Quist")))
    assert summary(digest)[0] == ("new", "role")
    assert [item.watched for item in digest.items] == [True, False, False, False, False]


@pytest.mark.parametrize(
    ("names", "kinds", "least", "expected"),
    [
        (("Marlow Dynamics",), (), None, [("new", "funding"), ("new", "role")]),
        (("Ostrom", "Ada Quist"), (), None, [("corrected", "acquisition"), ("new", "role")]),
        ((), ("price", "role"), None, [("conflicting", "price"), ("new", "role")]),
        ((), ("funding",), 100e6, [("corroborated", "funding")]),
        (("Marlow Dynamics",), (), 100e6, [("new", "role")]),
    ],
)
def test_topics_narrow_it(
    told: Facts, names: tuple[str, ...], kinds: tuple[str, ...], least: float | None, expected: list[tuple[str, str]]
) -> None:
    digest = news(told, OCTOBER, topics=Topics(ids(told, *names), frozenset(kinds), least))
    assert sorted(summary(digest)) == sorted(expected)


def test_every_line_has_its_source_the_newest_first(told: Facts) -> None:
    for item in news(told, OCTOBER).items:
        assert item.line.citations[0].source in ("two.md", "three.md")
        assert item.line.citations[0].quote
    changed = news(told, OCTOBER).items[0]
    assert [citation.source for citation in changed.line.citations] == ["two.md", "one.md"]


def test_what_changed_says_what_was_told_before(told: Facts) -> None:
    line = as_answer(news(told, OCTOBER)).lines[0]
    assert line.text.startswith("Changed: Tessaro agreed to acquire Ostrom for $600 million")
    assert line.text.endswith("(before: rumored, $500 million)")


def test_a_conflict_shows_both_sides_with_their_sources(told: Facts) -> None:
    answer = as_answer(news(told, OCTOBER, topics=Topics(kinds=frozenset({"price"}))))
    (line,) = answer.lines
    assert line.text.startswith("Disputed: ")
    (note,) = line.notes
    assert {"$20,000", "$35,000"} == {amount for amount in ("$20,000", "$35,000") if amount in line.text + note.text}
    assert {c.source for c in (*line.citations, *note.citations)} == {"one.md", "two.md"}


def test_the_title_counts(told: Facts) -> None:
    assert as_answer(news(told, OCTOBER)).title == (
        "New since 1 October 2025: 2 new, 1 confirmed, 1 changed and 1 disputed, from 2 articles"
    )
    short = as_answer(news(told, OCTOBER), most=2)
    assert len(short.lines) == 2
    assert short.title.endswith("; the 2 weightiest of them:")


def test_nothing_new_is_said_in_one_line(told: Facts) -> None:
    answer = as_answer(news(told, date(2025, 11, 1)))
    assert not answer.answered
    assert (answer.title, answer.lines) == ("Nothing new since 1 November 2025.", ())


def test_as_json_it_is_whole(told: Facts) -> None:
    given = as_json(news(told, OCTOBER, date(2025, 10, 3)))
    assert (given["since"], given["until"], given["articles"]) == ("2025-10-01", "2025-10-03", 1)
    first = given["items"][0]
    assert (first["what"], first["kind"], first["told"]) == ("corrected", "acquisition", "2025-10-02")
    assert first["citations"][0]["quote"] == "Tessaro agreed to buy Ostrom for $600 million."
    assert all(item["event"] and item["text"] for item in given["items"])


def test_old_deals_in_new_articles_are_background(press: Press, closing: list[Facts]) -> None:
    press.publish(
        "one", "2025-10-02", "Back in 2019 Tessaro bought Lumen for $9 billion.", "acquisition",
        buyer="Tessaro", target="Lumen", amount=Money(9e9, "USD"), date=When.year(2019),
    )  # fmt: skip
    press.publish(
        "two", "2025-10-02", "Quillon raised $5 million.", "funding",
        company="Quillon", amount=Money(5e6, "USD"), date=When.day(date(2025, 10, 1)),
    )  # fmt: skip
    closing.append(press.build())
    assert summary(news(closing[0], OCTOBER)) == [("new", "funding"), ("new", "acquisition")]


def test_an_article_without_a_date_is_news_when_it_came_not_when_it_was_written(
    press: Press, closing: list[Facts]
) -> None:
    press.publish("one", "", "Quillon raised $5 million.", "funding", company="Quillon", amount=Money(5e6, "USD"))
    closing.append(press.build())
    facts = closing[0]
    assert news(facts, date(1900, 1, 1)).items == ()
    came = news(facts, OCTOBER, fresh={article.id for article in facts.articles()})
    assert summary(came) == [("new", "funding")]


def test_what_a_build_brought_counts_whenever_it_was_published(press: Press, closing: list[Facts]) -> None:
    press.publish("one", "2025-09-10", "Quillon raised $5 million.", "funding", company="Quillon",
                  amount=Money(5e6, "USD"), round="seed")  # fmt: skip
    press.publish("gone", "2025-09-11", "Marlow was founded in 2019.", "founding", company="Marlow",
                  date=When.year(2019))  # fmt: skip
    press.build().close()
    press.publish("late", "2024-01-01", "Tessaro launched the T1.", "launch", maker="Tessaro", product="T1")
    press.withdraw("gone")
    closing.append(press.build())
    facts = closing[0]
    digest = news(facts, OCTOBER, learned=facts.changes())
    assert sorted(summary(digest)) == [("new", "launch"), ("withdrawn", "founding")]
    withdrawn = next(item for item in digest.items if item.what == "withdrawn")
    assert "Marlow" in withdrawn.line.text
    assert summary(news(facts, OCTOBER, learned=facts.changes(), posted=set())) == [("new", "launch")]
    assert len(news(facts, OCTOBER, learned=facts.changes(), posted={withdrawn.event}).items) == 2


def test_the_same_store_tells_the_same(told: Facts) -> None:
    assert as_json(news(told, OCTOBER)) == as_json(news(told, OCTOBER))


@pytest.mark.parametrize("most", range(7))
def test_the_weightiest_alone_are_the_first_of_all(told: Facts, most: int) -> None:
    whole, short = news(told, OCTOBER), news(told, OCTOBER, most=most)
    assert short.items == whole.items[:most]
    assert (short.counts, short.articles) == (whole.counts, whole.articles)
    assert sum(whole.counts.values()) == len(whole.items) == 5


def test_of_two_that_weigh_the_same_the_newer_is_first(press: Press, closing: list[Facts]) -> None:
    for day, name in ((2, "Aldane"), (9, "Brisk"), (5, "Corvo")):
        press.publish(
            name.lower(), f"2025-10-0{day}", f"{name} raised $5 million.", "funding",
            company=name, amount=Money(5e6, "USD"),
        )  # fmt: skip
    closing.append(press.build())
    digest = news(closing[0], OCTOBER)
    assert [item.line.text.split()[0] for item in digest.items] == ["Brisk", "Corvo", "Aldane"]


def test_what_is_news_is_the_same_in_every_language(told: Facts) -> None:
    english = news(told, OCTOBER)
    with speaking("ja"):
        other = news(told, OCTOBER)
    assert [(i.what, i.event, i.importance) for i in other.items] == [
        (i.what, i.event, i.importance) for i in english.items
    ]
    assert "$20 million" in as_answer(english).lines[1].text
