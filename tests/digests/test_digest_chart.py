"""The chart of a digest: rounds by company, of one currency, only where three compare, and only what is news."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers import picturing
from bot.answers.picturing import NO_PICTURE
from bot.charts.artist import NotDrawn
from bot.charts.spec import Bars, Chart
from bot.digests.charting import charted
from bot.digests.content import news
from bot.digests.wording import MOST, as_answer
from bot.model.answer import Answer
from bot.model.money import Money
from bot.model.when import When
from bot.store.read import Facts
from tests.digests.press import Press

PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)
SINCE = date(2025, 10, 1)


@pytest.fixture
def charts(monkeypatch: pytest.MonkeyPatch) -> list[Chart]:
    made: list[Chart] = []

    class Easel:
        def draw(self, chart: Chart) -> bytes:
            made.append(chart)
            return PNG

    monkeypatch.setattr(picturing, "ARTIST", Easel())
    return made


def raised(press: Press, company: str, millions: int, currency: str = "USD", **slots: object) -> None:
    sentence = f"{company} raised {millions} million {currency}{' again' * len(slots)}."
    press.publish(
        "news", "2025-10-02", sentence, "funding",
        company=company, amount=Money(millions * 1e6, currency), **slots,  # type: ignore[arg-type]
    )  # fmt: skip


def told(press: Press) -> Answer:
    with press.build() as facts:
        return _told(facts)


def _told(facts: Facts) -> Answer:
    digest = news(facts, SINCE, most=MOST)
    return charted(as_answer(digest), digest, facts)


def test_three_rounds_of_a_currency_are_drawn_by_company(press: Press, charts: list[Chart]) -> None:
    raised(press, "Quillon", 10)
    raised(press, "Marlow", 30)
    raised(press, "Ostrom", 20)
    answer = told(press)
    (chart,) = charts
    assert isinstance(chart, Bars)
    assert [(bar.label, bar.shown) for bar in chart.bars] == [
        ("Marlow", "$30 million"),
        ("Ostrom", "$20 million"),
        ("Quillon", "$10 million"),
    ]
    assert chart.subtitle == "3 told in US dollars, news since 1 October 2025"
    assert answer.picture == PNG
    assert "Marlow: $30 million" in answer.picture_alt
    drawn = {bar.label for bar in chart.bars}
    assert drawn <= {line.text.split(" raised")[0] for line in answer.lines if line.citations}


def test_rounds_of_one_company_are_added_up(press: Press, charts: list[Chart]) -> None:
    raised(press, "Quillon", 10, round="Seed")
    raised(press, "Quillon", 30, round="Series A")
    raised(press, "Marlow", 25)
    told(press)
    (chart,) = charts
    assert isinstance(chart, Bars)
    assert [(bar.label, bar.value) for bar in chart.bars] == [("Quillon (2 rounds)", 40e6), ("Marlow", 25e6)]


@pytest.mark.parametrize("others", ["CNY", "EUR"])
def test_two_of_each_currency_do_not_compare(press: Press, charts: list[Chart], others: str) -> None:
    for company, currency in (("Quillon", "USD"), ("Marlow", "USD"), ("Ostrom", others), ("Tessaro", others)):
        raised(press, company, 10, currency)
    assert told(press).picture is None
    assert charts == []


def test_other_currencies_are_left_out_and_that_is_said(press: Press, charts: list[Chart]) -> None:
    for company, currency in (("Quillon", "CNY"), ("Marlow", "CNY"), ("Ostrom", "CNY"), ("Tessaro", "USD")):
        raised(press, company, 10, currency)
    told(press)
    (chart,) = charts
    assert isinstance(chart, Bars)
    assert len(chart.bars) == 3
    assert chart.notes == ("Not drawn: 1 told in US dollars.",)


def test_what_is_rumoured_or_long_ago_is_not_drawn(press: Press, charts: list[Chart]) -> None:
    for company in ("Quillon", "Marlow", "Ostrom"):
        raised(press, company, 10, date=When.day(date(2025, 9, 30)))
    raised(press, "Tessaro", 500, status="rumored")
    raised(press, "Olden", 90, date=When.year(2019))
    told(press)
    (chart,) = charts
    assert isinstance(chart, Bars)
    assert {bar.label for bar in chart.bars} == {"Quillon", "Marlow", "Ostrom"}
    assert chart.notes == ("Not drawn: 1 rumoured or denied, 1 of more than three months before.",)


def test_nothing_new_has_no_chart(press: Press, charts: list[Chart]) -> None:
    press.publish("old", "2024-01-01", "Quillon raised $1 million.", "funding", company="Quillon")
    assert not told(press).answered
    assert charts == []


def test_a_digest_whose_chart_fails_is_the_same_in_words(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def draw(self, chart: Chart) -> bytes:
            raise NotDrawn("no memory")

    monkeypatch.setattr(picturing, "ARTIST", Broken())
    for company in ("Quillon", "Marlow", "Ostrom"):
        raised(press, company, 10)
    answer = told(press)
    assert len(answer.lines) == 3
    assert answer.hints == (NO_PICTURE,)
