"""The day, month or year an article was published, and where that was learnt."""

from __future__ import annotations

import pytest

from bot.articles import article_from_text
from bot.articles.dating import date_line, dateline, from_file_name, published_from
from bot.model.when import When

BODY = "Quillon Robotics raised money from Harrow Ventures, a fund, and will use it for robots."


@pytest.mark.parametrize(
    ("field", "iso"),
    [
        ("2025-10-08", "2025-10-08"),
        ("2025-10-08T23:30:00+08:00", "2025-10-08"),
        ("2025-10-08 15:55:01", "2025-10-08"),
        ("2025.10.08 15:55", "2025-10-08"),
        ("2025/10/8", "2025-10-08"),
        ("20251008", "2025-10-08"),
        ("2025-10", "2025-10"),
        ("2025", "2025"),
        ("Oct 8, 2025", "2025-10-08"),
        ("October 8th, 2025", "2025-10-08"),
        ("Sept. 8, 2025", "2025-09-08"),
        ("08 October 2025, 10:00 GMT", "2025-10-08"),
        ("Wed, 08 Oct 2025 10:00:00 GMT", "2025-10-08"),
        ("2025年10月8日", "2025-10-08"),
        ("2025年10月", "2025-10"),
        ("October 2025", "2025-10"),
        ("25/12/2025", "2025-12-25"),
        ("12/25/2025", "2025-12-25"),
        ("08/10/2025", "2025"),
        ("2025-13-45", None),
        ("2025-02-30", None),
        ("0000-00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_field_of_its_own(field: str, iso: str | None) -> None:
    when = published_from(field)
    assert (when and when.iso()) == iso


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("2025.10.08 15:55", "2025-10-08"),
        ("Published Oct 8, 2025 at 10:00 AM EDT", "2025-10-08"),
        ("Wednesday, 8 October 2025", "2025-10-08"),
        ("08 October 2025, 10:00 GMT", "2025-10-08"),
        ("发布时间:2025年10月8日 09:30", "2025-10-08"),
        ("2025-11-21 10:26:03 Source: Titanium Media", "2025-11-21"),
        ("Quillon Robotics was founded on October 8, 2025 by Ada Brandt and two of her friends from school.", None),
        ("The robot costs $2,025", None),
        ("06/30 2025", "2025-06-30"),
        ("Published on27 FEB 2024", "2024-02-27"),
    ],
)
def test_a_date_line(line: str, iso: str | None) -> None:
    when = date_line(line)
    assert (when and when.iso()) == iso


@pytest.mark.parametrize(
    ("text", "year", "iso"),
    [
        ("SEOUL, Dec 31 - Samsong said on Tuesday", 2024, "2024-12-31"),
        ("SEOUL, Dec 31 - Samsong said on Tuesday", None, None),
        ("SUNNYVALE, Calif., March 8, 2024 — Quillon, Inc., a maker", None, "2024-03-08"),
        ("PALO ALTO, Calif. and STOCKHOLM – December 11, 2025 – Quillon today", None, "2025-12-11"),
        ("JERUSALEM, Jan 6 (Reuters) - Quillon said", 2026, "2026-01-06"),
        ("Quillon said on Dec 31 - a Tuesday - that", 2024, None),
        ("SEOUL, Feb 30 - Samsong said", 2024, None),
    ],
)
def test_a_dateline(text: str, year: int | None, iso: str | None) -> None:
    when = dateline(text, year)
    assert (when and when.iso()) == iso


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("2025-10-08-quillon.md", "2025-10-08"),
        ("2025-10-quillon.md", "2025-10"),
        ("20251008.txt", "2025-10-08"),
        ("quillon_2025_10_08.txt", "2025-10-08"),
        ("000_b66402d2124baa23.txt", None),
        ("2025-99-99.md", None),
        ("quillon.md", None),
    ],
)
def test_a_file_name(name: str, iso: str | None) -> None:
    when = from_file_name(name)
    assert (when and when.iso()) == iso


def published(source: str, text: str, given: When | None = None) -> tuple[str | None, bool]:
    article = article_from_text(source, text, source.rsplit(".", 1)[1], given)
    return article.published.iso() if article.published else None, article.published_inferred


def test_what_is_handed_in_goes_first_then_the_file_then_its_text_then_its_name() -> None:
    text = f"---\npublished: 2025-09-01\n---\n\nSEOUL, Aug 31, 2025 - {BODY}"
    assert published("2025-08-30-a.md", text, When.year(2020)) == ("2020", False)
    assert published("2025-08-30-a.md", text) == ("2025-09-01", False)
    assert published("2025-08-30-a.md", text.replace("published", "other")) == ("2025-08-31", False)
    assert published("2025-08-30-a.md", BODY) == ("2025-08-30", False)
    assert published("2024-12-a.md", f"SEOUL, Dec 31 - {BODY}") == ("2024-12-31", False)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        (f"On October 8, 2025 the firm announced it. {BODY}", "2025-10"),
        (f"It was founded on May 2, 2021. On October 8, 2025 it announced this. {BODY}", "2025-10"),
        (f"As early as 2024, it invested. In September of this year it did so again. {BODY}", "2025"),
        (f"On October 8, 2021 it began. In 2024 it moved. {BODY}", None),
        (f"It was founded in 2021. {BODY}", None),
        (f"It will ship by October 8, 2027. {BODY}", None),
        (f"The market is forecast to reach $7 trillion by 2050. {BODY}", None),
        (BODY, None),
    ],
)
def test_without_a_date_only_strong_hints_count_and_are_marked(text: str, iso: str | None) -> None:
    assert published("a.md", text) == (iso, iso is not None)
