"""Dates in running text, each phrase with what a reader on the day of publication would understand."""

from datetime import date

import pytest

from bot.grammar.dates import find_dates
from bot.model.when import When

# A Wednesday.
PUBLISHED = When.day(date(2025, 10, 15))

ABSOLUTE = [
    ("It closed on October 8, 2025.", "October 8, 2025", "2025-10-08"),
    ("It closed on October 8,2025.", "October 8,2025", "2025-10-08"),
    ("on 8 Oct 2025", "8 Oct 2025", "2025-10-08"),
    ("on Wednesday, October 8, 2025", "Wednesday, October 8, 2025", "2025-10-08"),
    ("on the 30th of April 2024", "the 30th of April 2024", "2024-04-30"),
    ("the last day of October 2024", "the last day of October 2024", "2024-10-31"),
    ("2025-10-08", "2025-10-08", "2025-10-08"),
    ("2025/10/8", "2025/10/8", "2025-10-08"),
    ("2025.10.08", "2025.10.08", "2025-10-08"),
    ("10/08/2025", "10/08/2025", "2025-10-08"),
    ("25/08/2025", "25/08/2025", "2025-08-25"),
    ("08.10.2025", "08.10.2025", "2025-10-08"),
    ("founded in September 2021", "September 2021", "2021-09"),
    ("since Sept 2025", "Sept 2025", "2025-09"),
    ("until the end of March 2026", "the end of March 2026", "2026-03"),
    ("ready by mid-2025", "mid-2025", "2025"),
    ("in early 2026", "early 2026", "2026"),
    ("in late 2024", "late 2024", "2024"),
    ("at the end of 2025", "the end of 2025", "2025"),
    ("before end-2026", "end-2026", "2026"),
    ("in spring 2025", "spring 2025", "2025"),
    ("in the summer of 2024", "the summer of 2024", "2024"),
    ("in Q3 2025", "Q3 2025", "2025"),
    ("in 3Q25", "3Q25", "2025"),
    ("in the third quarter of 2024", "the third quarter of 2024", "2024"),
    ("in the first half of 2026", "the first half of 2026", "2026"),
    ("H1 2025 sales", "H1 2025", "2025"),
    ("1H25", "1H25", "2025"),
    ("in fiscal 2025", "fiscal 2025", "2025"),
    ("FY2024 sales", "FY2024", "2024"),
    ("For FY24 it lost money", "FY24", "2024"),
    ("in the 2040s", "the 2040s", "2040"),
    ("2023-2025", "2023-2025", "2025"),
    ("from 2021 to 2024", "2021 to 2024", "2024"),
    ("in the year to March 2024", "the year to March 2024", "2024"),
    ("In 2026 income doubles", "2026", "2026"),
    ("By 2040 humanoids are cheap", "2040", "2040"),
    ("half a mile, by mid-century", "mid-century", "2050"),
    ("John Deere bought it in '23", "'23", "2023"),
]

RELATIVE = [
    ("It raised money on Oct. 8.", "Oct. 8", "2025-10-08"),
    ("It raised money on December 20.", "December 20", "2024-12-20"),
    ("Completion is set for January 31.", "January 31", "2026-01-31"),
    ("In March it raised money.", "March", "2025-03"),
    ("It was sold in November.", "November", "2024-11"),
    ("It will ship in March.", "March", "2026-03"),
    ("It is to be completed by June.", "June", "2026-06"),
    ("It opens next March.", "next March", "2026-03"),
    ("This June it grew.", "This June", "2025-06"),
    ("It was sold last May.", "last May", "2025-05"),
    ("It was sold last November.", "last November", "2024-11"),
    ("in September of this year", "September of this year", "2025-09"),
    ("in June this year", "June this year", "2025-06"),
    ("June last year", "June last year", "2024-06"),
    ("stood at 288 at the end of June", "the end of June", "2025-06"),
    ("as of June", "June", "2025-06"),
    ("It sold 40 in the third quarter.", "the third quarter", "2025"),
    ("It sold 40 in the fourth quarter of last year.", "the fourth quarter of last year", "2024"),
    ("Last winter it had none.", "Last winter", "2024"),
    ("It was sold in the spring.", "the spring", "2025"),
    ("by the end of next year", "the end of next year", "2026"),
    ("today", "today", "2025-10-15"),
    ("this morning", "this morning", "2025-10-15"),
    ("yesterday afternoon", "yesterday afternoon", "2025-10-14"),
    ("tomorrow", "tomorrow", "2025-10-16"),
    ("it said on Wednesday", "Wednesday", "2025-10-15"),
    ("it said on Thursday", "Thursday", "2025-10-09"),
    ("it said last Wednesday", "last Wednesday", "2025-10-08"),
    ("last Tuesday", "last Tuesday", "2025-10-14"),
    ("next Monday", "next Monday", "2025-10-20"),
    ("on leave from Monday", "Monday", "2025-10-20"),
    ("last month", "last month", "2025-09"),
    ("this month", "this month", "2025-10"),
    ("next month", "next month", "2025-11"),
    ("last year", "last year", "2024"),
    ("this year", "this year", "2025"),
    ("next year", "next year", "2026"),
    ("the previous year", "the previous year", "2024"),
    ("120 a year earlier", "a year earlier", "2024"),
    ("In 2023 it sold 5, up from 3 a year earlier.", "a year earlier", "2022"),
    ("Born in 2009 it was, and sold five years later, cheaply.", "five years later", "2014"),
    ("The firm of 2021 was sold in August of the same year.", "August of the same year", "2021-08"),
    ("three months ago", "three months ago", "2025-07"),
    ("a month ago", "a month ago", "2025-09"),
    ("five years ago", "five years ago", "2020"),
    ("three days ago", "three days ago", "2025-10-12"),
    ("earlier this year", "earlier this year", "2025"),
    ("later this year", "later this year", "2025"),
    ("earlier this month", "earlier this month", "2025-10"),
    ("over the next three years", "over the next three years", "2028"),
    ("in the next five years", "in the next five years", "2030"),
    ("within five years", "within five years", "2030"),
    ("in three years' time", "in three years' time", "2028"),
    ("by the end of the decade", "the end of the decade", "2030"),
    ("It lapsed on the 11th and was not renewed.", "on the 11th", "2025-10-11"),
    ("It lapsed on the 22nd and was not renewed.", "on the 22nd", "2025-09-22"),
]

CHINESE = [
    ("公司今年9月成立", "今年9月", "2025-09"),
    ("去年亏损", "去年", "2024"),
    ("明年量产", "明年", "2026"),
    ("前年成立", "前年", "2023"),
    ("上月完成", "上月", "2025-09"),
    ("上个月完成", "上个月", "2025-09"),
    ("本月发布", "本月", "2025-10"),
    ("本周三宣布", "本周三", "2025-10-15"),
    ("上周五宣布", "上周五", "2025-10-10"),
    ("昨日宣布", "昨日", "2025-10-14"),
    ("今天宣布", "今天", "2025-10-15"),
    ("10月8日宣布", "10月8日", "2025-10-08"),
    ("十月八日宣布", "十月八日", "2025-10-08"),
    ("于2025年10月8日完成", "2025年10月8日", "2025-10-08"),
    ("2025年10月完成", "2025年10月", "2025-10"),
    ("在2025年完成", "2025年", "2025"),
    ("2024年底完成", "2024年底", "2024"),
    ("2025年上半年营收", "2025年上半年", "2025"),
    ("第三季度营收", "第三季度", "2025"),
    ("三年内上市", "三年内", "2028"),
    ("未来五年投资", "未来五年", "2030"),
    ("三年前成立", "三年前", "2022"),
    ("截至9月30日", "9月30日", "2025-09-30"),
    ("2023年至2025年", "2023年至2025年", "2025"),
]


@pytest.mark.parametrize(("text", "phrase", "iso"), ABSOLUTE)
def test_an_absolute_date_needs_no_publication_date(text: str, phrase: str, iso: str) -> None:
    for published in (PUBLISHED, None):
        (mention,) = find_dates(text, published)
        assert mention.when is not None
        assert (mention.text, mention.when.iso(), mention.kind) == (phrase, iso, "absolute")


@pytest.mark.parametrize(("text", "phrase", "iso"), RELATIVE + CHINESE)
def test_a_date_is_understood_as_on_the_day_of_publication(text: str, phrase: str, iso: str) -> None:
    mention = next(m for m in find_dates(text, PUBLISHED) if m.text == phrase)
    assert mention.when is not None
    assert mention.when.iso() == iso


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Founded in May 2024, and in June it raised money.", ["2024-05", "2024-06"]),
        ("It raised money in November 2023 and then in February bought a rival.", ["2023-11", "2024-02"]),
        ("It raised money in May 2024. In June it bought a rival.", ["2024-05", "2025-06"]),
    ],
)
def test_a_month_joined_to_a_dated_one_follows_it(text: str, dates: list[str]) -> None:
    assert [m.when.iso() for m in find_dates(text, PUBLISHED) if m.when is not None] == dates


@pytest.mark.parametrize(
    ("phrase", "of_october", "of_the_year"),
    [
        ("yesterday", "2025-10", "2025"),
        ("last Friday", "2025-10", "2025"),
        ("on the 11th", "2025-10", "2025"),
        ("last month", "2025-09", None),
        ("three months ago", "2025-07", None),
        ("half a year ago", "2025-04", None),
        ("two months from now", "2025-12", None),
        ("within three months", "2026-01", None),
        ("this quarter", "2025", None),
        ("a year earlier", "2024", "2024"),
        ("next year", "2026", "2026"),
        ("over the next five years", "2030", "2030"),
        ("in March", "2025-03", "2025-03"),
    ],
)
def test_of_an_article_dated_by_its_month_or_year_no_more_is_understood(
    phrase: str, of_october: str, of_the_year: str | None
) -> None:
    for published, iso in ((When.month(2025, 10), of_october), (When.year(2025), of_the_year)):
        (mention,) = find_dates(f"It happened {phrase}.", published)
        assert (mention.when.iso() if mention.when else None) == iso


@pytest.mark.parametrize(
    "phrase",
    [
        *("yesterday", "on Wednesday", "on the 11th", "last week", "last month", "this quarter", "two weeks ago"),
        *("half a year ago", "a year earlier", "two months from now", "next year", "earlier this year", "in March"),
        *("on October 8", "in the second quarter", "this spring", "within the year", "within five years"),
        *("by the end of the decade", "10月8日", "去年"),
    ],
)
def test_a_relative_date_without_a_publication_date_is_found_and_left_open(phrase: str) -> None:
    (mention,) = find_dates(f"It happened {phrase}.", None)
    assert (mention.when, mention.kind) == (None, "relative")


@pytest.mark.parametrize(
    "text",
    [
        "Figure 02 may raise more",
        "The March of the robots goes on",
        "They march on Berlin",
        "2024 units were sold",
        "It cost $2024",
        "2,025 robots",
        "360-degree cameras and 2000 mm of reach",
        "more than 2000 of them",
        "¥2025",
        "The G1 and the H1 walk",
        "invested in May Mobility",
        "led by April Kim",
        "a fall of the company",
        "the second robot",
        "in less than two years",
        "for three decades",
        "Black Friday",
        "every Thursday",
        "today's robots",
        "before the Spring Festival",
        "on the 3rd floor",
        "the first half of the match",
        "it has closed eight rounds within two years",
        "following a year-long pilot",
        "following two years of trials",
        "近日宣布",
        "3个月",
        "Neura (2050 HK)",
        "tests following a year-long trial, following a week of rain",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert find_dates(text, PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "relation", "opens"),
    [
        ("by 2050", "by", "before"),
        ("by the end of 2026", "by", "before"),
        ("since 2019", "since", "after"),
        ("until 2023", "until", "before"),
        ("before 2024", "before", "before"),
        ("after 2024", "after", "after"),
        ("as early as 2024", "early", ""),
        ("within five years", "within", ""),
        ("in 2024", "", ""),
        ("as of June 2024", "", ""),
        ("到2030年", "by", "before"),
        ("自2024年以来", "since", "after"),
        ("2024年以来", "since", "after"),
        ("2030年前", "before", "before"),
        ("截至9月30日", "", ""),
    ],
)
def test_how_a_date_hangs_on_its_sentence(text: str, relation: str, opens: str) -> None:
    (mention,) = find_dates(text, PUBLISHED)
    assert mention.when is not None
    assert (mention.relation, mention.when.open) == (relation, opens)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("early 2026", date(2026, 1, 1), date(2026, 4, 30), "year"),
        ("mid-2026", date(2026, 5, 1), date(2026, 8, 31), "year"),
        ("late 2026", date(2026, 9, 1), date(2026, 12, 31), "year"),
        ("winter 2024", date(2024, 12, 1), date(2025, 2, 28), "year"),
        ("last week", date(2025, 10, 6), date(2025, 10, 12), "span"),
        ("two weeks ago", date(2025, 9, 29), date(2025, 10, 5), "span"),
        ("between July and September", date(2025, 7, 1), date(2025, 9, 30), "span"),
        ("from March 2024 to May 2025", date(2024, 3, 1), date(2025, 5, 31), "span"),
        ("the first nine months of 2024", date(2024, 1, 1), date(2024, 9, 30), "span"),
        ("the six months to September", date(2025, 4, 1), date(2025, 9, 30), "span"),
        ("October 8-10, 2025", date(2025, 10, 8), date(2025, 10, 10), "span"),
        ("Q4 2025", date(2025, 10, 1), date(2025, 12, 31), "quarter"),
        ("H2 2025", date(2025, 7, 1), date(2025, 12, 31), "half"),
        ("the 2040s", date(2040, 1, 1), date(2049, 12, 31), "decade"),
    ],
)
def test_the_interval_of_a_date(text: str, start: date, end: date, precision: str) -> None:
    (mention,) = find_dates(text, PUBLISHED)
    assert mention.when is not None
    assert (mention.when.start, mention.when.end, mention.when.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "published", "iso"),
    [
        ("last month", When.month(2025, 10), "2025-09"),
        ("on Wednesday", When.month(2025, 10), "2025-10"),
        ("yesterday", When.month(2025, 10), "2025-10"),
        ("last year", When.year(2025), "2024"),
        ("It was sold in March.", When.year(2025), "2025-03"),
        ("two weeks ago", When.month(2025, 10), "2025-10"),
    ],
)
def test_a_vague_publication_date_gives_what_can_be_known(text: str, published: When, iso: str) -> None:
    (mention,) = find_dates(text, published)
    assert mention.when is not None
    assert mention.when.iso() == iso


def test_last_month_cannot_be_known_from_a_year() -> None:
    assert [m.when for m in find_dates("last month", When.year(2025))] == [None]


def test_the_year_of_the_context_dates_a_month() -> None:
    (mention,) = find_dates("In March it moved.", PUBLISHED, context_year=2019)
    assert mention.when == When.month(2019, 3)


def test_an_approximate_date_is_marked() -> None:
    (mention,) = find_dates("around 2024", PUBLISHED)
    assert mention.when == When.year(2024).about()


def test_a_date_that_was_moved_is_no_span() -> None:
    found = find_dates("They postponed it from 2026 to 2027.", PUBLISHED)
    assert [m.text for m in found] == ["2026", "2027"]


def test_dates_come_from_left_to_right() -> None:
    text = "Founded in 2016, it raised $5m in May 2019 and, last week, $2,025,000; it will list by 2027."
    assert [m.text for m in find_dates(text, PUBLISHED)] == ["2016", "May 2019", "last week", "2027"]
