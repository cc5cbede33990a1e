"""Pictures: what is drawn is what the lines say, nothing is mixed silently, and without a picture the answer stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.answers import Answerer, picturing
from bot.answers.amounts import comparable, distinct, total
from bot.answers.commands.timeline_chart import on_scale
from bot.answers.picturing import NO_PICTURE, Wish, name_of, wish
from bot.answers.render import plain
from bot.charts.artist import NotDrawn, size
from bot.charts.spec import Bars, Chart, Columns, Map, Timeline
from bot.locales import speaking
from bot.model.answer import Answer
from bot.model.article import Article
from bot.model.money import Money
from bot.model.statement import Quote, Statement, slots_from_json
from bot.model.when import When
from bot.names import Registry
from bot.store.query import EventQuery
from bot.store.read import Facts
from tests.answers.answer_shelf import _entry as entry

TODAY = date(2025, 10, 8)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)


class Easel:
    """Keeps the charts that it is asked for."""

    def __init__(self) -> None:
        self.charts: list[Chart] = []

    def draw(self, chart: Chart) -> bytes:
        self.charts.append(chart)
        return PNG


@pytest.fixture
def easel(monkeypatch: pytest.MonkeyPatch) -> Easel:
    easel = Easel()
    monkeypatch.setattr(picturing, "ARTIST", easel)
    return easel


def drawn(easel: Easel, facts: Facts, *turns: str) -> tuple[Answer, Chart]:
    answer = Answerer(facts, TODAY).reply(turns)
    assert answer.picture == PNG, answer
    assert all(line.citations for line in answer.lines), "nothing is drawn without its source"
    return answer, easel.charts[-1]


def test_what_a_company_raised_stands_beside_what_is_stated(easel: Easel, facts: Facts) -> None:
    answer, chart = drawn(easel, facts, "/deal chart Quillon")
    assert isinstance(chart, Bars)
    assert chart.title == "What Quillon Robotics raised"
    assert [(bar.label, bar.value, bar.tone) for bar in chart.bars] == [
        ("Series A, June 2023", 30e6, ""),
        ("Series B, March 2025", 112e6, ""),
        ("Sum of 2 rounds", 142e6, "sum"),
        ("Stated as its total, said 11 March 2025", 165e6, "stated"),
    ]
    assert chart.bars[1].shown == "$112 million *", "what the later article corrects it to"
    assert chart.notes == ("* Articles give different sums: the lines of the answer tell them.",)
    assert "$120 million" in plain(answer)
    assert "Series A, June 2023: $30 million" in answer.picture_alt


def test_rounds_by_month_have_every_month_between(easel: Easel, facts: Facts) -> None:
    answer, chart = drawn(easel, facts, "/deal chart by month")
    assert isinstance(chart, Columns)
    told = {f"{one.label} {one.group}": one.value for one in chart.columns if one.value}
    assert told == {"Jun 2023": 30e6, "Feb 2024": 9e6, "Mar 2025": 112e6}
    assert len(chart.columns) == 22
    assert chart.unit == "$"
    assert len(answer.lines) == 3


def test_rounds_by_size_are_ranked(easel: Easel, facts: Facts) -> None:
    _, chart = drawn(easel, facts, "/deal chart by size since 2024")
    assert isinstance(chart, Bars)
    assert [bar.label for bar in chart.bars] == [
        "Quillon Robotics · Series B, March 2025",
        "Tallow · Seed, February 2024",
    ]


def test_an_investor_gets_the_rounds_that_it_was_in(easel: Easel, facts: Facts) -> None:
    _, chart = drawn(easel, facts, "/deal chart Bexley Capital")
    assert isinstance(chart, Bars)
    assert [bar.value for bar in chart.bars] == [112e6, 9e6]
    assert "Whole sums, whoever paid which part of them." in chart.notes


def test_a_chart_is_asked_for_again_with_another_name(easel: Easel, facts: Facts) -> None:
    _, chart = drawn(easel, facts, "/deal chart Quillon", "and Tallow?")
    assert chart.title == "What Tallow raised"


def test_where_no_sum_can_be_drawn_the_answer_says_so(easel: Easel, facts: Facts) -> None:
    answer = Answerer(facts, TODAY).reply(["/deal chart Quillon in yuan"])
    assert easel.charts == []
    assert answer.answered
    assert answer.hints == ("There is no picture: none of these sums is told in yuan.",)
    assert plain(answer).endswith(answer.hints[0])


def test_a_timeline_of_a_company(easel: Easel, facts: Facts) -> None:
    answer, chart = drawn(easel, facts, "/timeline chart Quillon")
    assert isinstance(chart, Timeline)
    told = {(one.lane, one.shown, one.text) for one in chart.moments}
    assert ("Foundings", "2019", "Quillon Robotics was founded by Mira Aldane and Otto Brandvik") in told
    assert ("Funding", "March 2025", "Quillon Robotics raised $112 million (Series B)") in told
    assert ("Products", "January 2025", "Quillon Robotics presented Kestrel 2 (robot)") in told
    assert [one.start for one in chart.moments] == sorted(one.start for one in chart.moments)
    assert len(answer.lines) > len(chart.moments), "what has no date is in the lines"
    assert any("without a date" in note for note in chart.notes)


@pytest.mark.parametrize(
    ("years", "near"),
    [
        ((2016, 2023, 2024, 2025), (2016, 2023, 2024, 2025)),
        ((1911, 2023, 2024, 2025), (2023, 2024, 2025)),
        ((2023, 2024, 2025, 2060), (2023, 2024, 2025)),
        ((1911, 1950, 1990, 2025), (1911, 1950, 1990, 2025)),
        ((1911, 2024, 2025), (1911, 2024, 2025)),
    ],
)
def test_one_year_far_off_does_not_squeeze_the_others(
    facts: Facts, years: tuple[int, ...], near: tuple[int, ...]
) -> None:
    told = facts.events(EventQuery(kinds=("funding",)))[0]
    shown, far = on_scale([replace(told, date=When.year(year)) for year in years])
    assert tuple(one.date.start.year for one in shown if one.date) == near
    assert len(shown) + len(far) == len(years)


def test_a_timeline_of_a_period_needs_no_name(easel: Easel, facts: Facts) -> None:
    answer, chart = drawn(easel, facts, "/timeline chart 2025")
    assert isinstance(chart, Timeline)
    assert len(answer.lines) == len(chart.moments) == 3
    assert chart.title == answer.title == "Timeline: 2025"
    assert Answerer(facts, TODAY).reply(["/timeline 2025"]).title == "What is known of 2025"


def test_a_map_around_a_company_reaches_to_what_else_its_investors_backed(easel: Easel, facts: Facts) -> None:
    answer, chart = drawn(easel, facts, "/map Quillon")
    assert isinstance(chart, Map)
    named = {(chart.left[link.left], chart.right[link.right], link.strong) for link in chart.links}
    assert named == {
        ("Bexley Capital", "Quillon Robotics", True),
        ("Ostrel Cloud", "Quillon Robotics", False),
        ("Harbour Street Ventures", "Quillon Robotics", True),
        ("Bexley Capital", "Tallow", True),
    }
    assert len(answer.lines) == 3


@pytest.mark.parametrize(
    ("asked", "companies"),
    [
        ("/map Bexley Capital", {"Quillon Robotics", "Tallow"}),
        ("/map Harbour Street Ventures", {"Quillon Robotics"}),
        ("/map 2024", {"Tallow"}),
        ("/map Quillon 2023", {"Quillon Robotics"}),
        ("/map", {"Quillon Robotics", "Tallow"}),
        ("/map all investors", {"Quillon Robotics", "Tallow"}),
        ("/net Tallow", {"Tallow", "Quillon Robotics"}),
    ],
)
def test_maps_of_names_and_periods(easel: Easel, facts: Facts, asked: str, companies: set[str]) -> None:
    _, chart = drawn(easel, facts, asked)
    assert isinstance(chart, Map)
    assert set(chart.right) == companies


@pytest.mark.parametrize(
    "asked", ["/map Mira Aldane", "/map Zzyzx Holdings", "/map 1999", "/deal chart Zzyzx", "/timeline chart 1999"]
)
def test_what_is_not_known_is_declined_without_a_picture(easel: Easel, facts: Facts, asked: str) -> None:
    answer = Answerer(facts, TODAY).reply([asked])
    assert not answer.answered
    assert answer.picture is None
    assert easel.charts == []


@pytest.mark.parametrize("asked", ["/deal chart Quillon", "/deal chart", "/timeline chart Quillon", "/map Quillon"])
def test_a_picture_that_cannot_be_drawn_does_not_cost_the_answer(
    facts: Facts, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def draw(self, chart: Chart) -> bytes:
            raise NotDrawn("no memory")

    monkeypatch.setattr(picturing, "ARTIST", Broken())
    answer = Answerer(facts, TODAY).reply([asked])
    assert answer.answered
    assert answer.picture is None
    assert answer.hints == (NO_PICTURE,)
    assert plain(answer).count(NO_PICTURE) == 1
    assert "$30 million" in plain(answer)


def test_the_same_question_gets_the_same_picture(facts: Facts) -> None:
    first, second = (Answerer(facts, TODAY).reply(["/map Quillon"]) for _ in range(2))
    assert first.picture is not None
    assert first.picture == second.picture
    assert size(first.picture)[0] == 1200


@pytest.mark.parametrize(
    ("argument", "wanted", "rest"),
    [
        ("chart Quillon", Wish(), "Quillon"),
        ("Chart of Quillon", Wish(), "Quillon"),
        ("graph by size over $1M", Wish("size"), "over $1M"),
        ("chart by quarter 2025", Wish("quarter"), "2025"),
        ("chart Quillon totals", Wish("total"), "Quillon"),
        ("chart total Quillon", Wish("total"), "Quillon"),
        ("chart by amount in RMB", Wish("size", "CNY"), ""),
        ("plot Tallow in US dollars", Wish("", "USD"), "Tallow"),
        ("chart in yen in 2024", Wish("", "JPY"), "in 2024"),
        ("图表 Quillon", Wish(), "Quillon"),
        ("Quillon chart", None, "Quillon chart"),
        ("charter Quillon", None, "charter Quillon"),
        ("", None, ""),
    ],
)
def test_a_chart_is_asked_for_by_the_first_word(facts: Facts, argument: str, wanted: Wish | None, rest: str) -> None:
    assert wish(facts, argument) == (wanted, rest)


@pytest.mark.parametrize(
    ("language", "label", "shown"),
    [
        ("en", "Series A, June 2023", "$30 million"),
        ("de", "Series A, Juni 2023", "30 Mio. $"),
        ("zh", "Series A, June 2023", "$30 million"),
    ],
)
def test_figures_are_written_in_the_forms_of_the_answer_where_the_font_has_them(
    easel: Easel, facts: Facts, language: str, label: str, shown: str
) -> None:
    with speaking(language):
        _, chart = drawn(easel, facts, "/deal chart Quillon")
    assert isinstance(chart, Bars)
    assert (chart.bars[0].label, chart.bars[0].shown.replace("\u00a0", " ")) == (label, shown)


# A store with names in Chinese, a company that begins like the word, and several currencies

NAMES = Registry(
    [
        entry("穹智机器人", "Qiongzhi", "Qiongzhi Robotics"),
        entry("石泉资本"),
        entry("Chart Foundry"),
    ]
)
TOLD = (
    ("穹智机器人", 100e6, "CNY", "Series A", "2024-05", "completed"),
    ("穹智机器人", 300e6, "CNY", "Series A", "2024-09", "completed"),
    ("穹智机器人", 50e6, "USD", "Series B", "2025-02", "completed"),
    ("Chart Foundry", 70e6, "CNY", None, "2025-02", "completed"),
    ("Chart Foundry", 900e6, "CNY", "Series C", "2025-03", "rumored"),
    ("Chart Foundry", None, "", "Series B", "2025-03", "completed"),
)


def _extract(article: Article) -> list[Statement]:
    found = []
    for n, (company, amount, currency, name, day, status) in enumerate(TOLD):
        slots = {
            "company": company, "round": name, "date": day, "status": status,
            "amount": {"value": amount, "currency": currency} if amount else None,
            "investors": [{"name": "石泉资本", "lead": True}],
        }  # fmt: skip
        quote = f"Sentence {n} tells of {company}."
        start = article.raw.index(quote)
        found.append(Statement(article.id, "funding", slots_from_json(slots), Quote(start, start + len(quote), quote)))
    return found


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    from bot.build import build

    folder: Path = tmp_path_factory.mktemp("mixed")
    (folder / "shelf").mkdir()
    body = "\n\n".join(f"Sentence {n} tells of {row[0]}." for n, row in enumerate(TOLD))
    (folder / "shelf" / "a.md").write_text(f"---\ntitle: T\npublished: 2025-04-01\n---\n\n{body}\n", "utf-8")
    build([folder / "shelf"], folder / "facts.db", extract=_extract, registry=NAMES)
    return Facts.open(folder / "facts.db")


def test_currencies_are_not_mixed(easel: Easel, mixed: Facts) -> None:
    _, chart = drawn(easel, mixed, "/deal chart by size")
    assert isinstance(chart, Bars)
    assert [bar.shown for bar in chart.bars] == ["300 million yuan", "100 million yuan", "70 million yuan"]
    (note,) = chart.notes
    assert note == "Not drawn: 1 told in US dollars, 1 without a sum, 1 rumoured or denied."
    _, chart = drawn(easel, mixed, "/deal chart by size in dollars")
    assert isinstance(chart, Bars)
    assert [bar.shown for bar in chart.bars] == ["$50 million"]


def test_of_several_sums_of_one_round_only_the_largest_is_added(easel: Easel, mixed: Facts) -> None:
    told = mixed.events(EventQuery(kinds=("funding",)))
    sums = comparable(told, "CNY")
    assert sorted(money.value for _, money in distinct(sums.drawn)) == [70e6, 300e6]
    _, chart = drawn(easel, mixed, "/deal chart by month in yuan")
    assert isinstance(chart, Columns)
    assert {f"{c.label} {c.group}": c.value for c in chart.columns if c.value} == {"Sep 2024": 300e6, "Feb 2025": 70e6}
    assert chart.notes[0] == "Of several sums told of one round the largest is counted."


def test_names_are_drawn_in_latin_letters_where_there_are_any(easel: Easel, mixed: Facts) -> None:
    answer, chart = drawn(easel, mixed, "/map 穹智机器人")
    assert isinstance(chart, Map)
    assert chart.title == "Who backed whom: Qiongzhi Robotics"
    assert chart.left == ("(name not in Latin script)",)
    assert "Qiongzhi Robotics" in chart.right
    assert "穹智机器人" in plain(answer), "the lines keep the name"
    assert name_of(mixed, "no such id") == "no such id"


def test_a_name_that_begins_like_the_word_is_a_name(mixed: Facts) -> None:
    assert wish(mixed, "Chart Foundry") == (None, "Chart Foundry")
    assert wish(mixed, "chart Chart Foundry") == (Wish(), "Chart Foundry")


@pytest.mark.parametrize(
    ("sums", "whole"),
    [
        ([Money(1, "USD"), Money(2, "USD")], Money(3, "USD")),
        ([Money(1, "USD"), Money(2, "USD", approximate=True)], Money(3, "USD", approximate=True)),
        ([Money(1, "USD"), Money(2, "USD", high=4)], Money(3, "USD", approximate=True)),
    ],
)
def test_a_sum_is_no_more_exact_than_its_parts(sums: list[Money], whole: Money) -> None:
    assert total(sums, "USD") == whole
