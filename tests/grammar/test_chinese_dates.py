"""Chinese dates by the interval that a reader on the day of publication understands; open where nobody can know it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.grammar.dates import find_dates
from bot.model.when import When

# A Wednesday.
PUBLISHED = When.day(date(2025, 10, 15))


@pytest.mark.parametrize(
    ("text", "phrase", "start", "end"),
    [
        ("公司8日宣布", "8日", date(2025, 10, 8), date(2025, 10, 8)),
        ("公司20日宣布", "20日", date(2025, 9, 20), date(2025, 9, 20)),
        ("公司前天宣布", "前天", date(2025, 10, 13), date(2025, 10, 13)),
        ("公司周五宣布", "周五", date(2025, 10, 10), date(2025, 10, 10)),
        ("公司将于周五发布", "周五", date(2025, 10, 17), date(2025, 10, 17)),
        ("星期日宣布", "星期日", date(2025, 10, 12), date(2025, 10, 12)),
        ("上周宣布", "上周", date(2025, 10, 6), date(2025, 10, 12)),
        ("下周三发布", "下周三", date(2025, 10, 22), date(2025, 10, 22)),
        ("三天前宣布", "三天前", date(2025, 10, 12), date(2025, 10, 12)),
        ("两周前宣布", "两周前", date(2025, 9, 29), date(2025, 10, 5)),
        ("三个月前宣布", "三个月前", date(2025, 7, 1), date(2025, 7, 31)),
        ("上季度营收", "上季度", date(2025, 7, 1), date(2025, 9, 30)),
        ("本季度营收", "本季度", date(2025, 10, 1), date(2025, 12, 31)),
        ("下个月发布", "下个月", date(2025, 11, 1), date(2025, 11, 30)),
        ("今年Q2营收", "今年Q2", date(2025, 4, 1), date(2025, 6, 30)),
        ("2024年第四季度营收", "2024年第四季度", date(2024, 10, 1), date(2024, 12, 31)),
        ("上半年营收", "上半年", date(2025, 1, 1), date(2025, 6, 30)),
        ("2024年下半年营收", "2024年下半年", date(2024, 7, 1), date(2024, 12, 31)),
        ("去年夏天发布", "去年夏天", date(2024, 6, 1), date(2024, 8, 31)),
        ("今年初宣布", "今年初", date(2025, 1, 1), date(2025, 4, 30)),
        ("年底量产", "年底", date(2025, 9, 1), date(2025, 12, 31)),
        ("2023年至2025年", "2023年至2025年", date(2023, 1, 1), date(2025, 12, 31)),
        ("1990年代成立", "1990年代", date(1990, 1, 1), date(1999, 12, 31)),
        ("二〇二四年十月二十日完成", "二〇二四年十月二十日", date(2024, 10, 20), date(2024, 10, 20)),
        ("公司2019年成立，当年完成融资", "当年", date(2019, 1, 1), date(2019, 12, 31)),
    ],
)
def test_the_interval_of_a_chinese_date(text: str, phrase: str, start: date, end: date) -> None:
    mention = next(m for m in find_dates(text, PUBLISHED) if m.text == phrase)
    assert mention.when is not None
    assert (mention.when.start, mention.when.end) == (start, end)


@pytest.mark.parametrize(
    "phrase", ["8日", "前天", "周五", "上周三", "三天前", "两周前", "三年前", "上季度", "上个月", "去年春天", "年底"]
)
def test_without_a_day_of_publication_it_is_found_and_left_open(phrase: str) -> None:
    (mention,) = find_dates(f"公司{phrase}宣布", None)
    assert (mention.text, mention.when) == (phrase, None)


@pytest.mark.parametrize("phrase", ["8日", "前天", "周五", "上周三"])
def test_of_an_article_dated_by_its_month_a_day_is_in_that_month(phrase: str) -> None:
    month = When.month(2025, 10)
    (mention,) = find_dates(f"公司{phrase}宣布", month)
    assert mention.when == month


@pytest.mark.parametrize("text", ["公司13月宣布", "公司45日宣布", "第8日程", "这种服务每周一次"])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [m.text for m in find_dates(text, PUBLISHED) if m.when is not None] == []
