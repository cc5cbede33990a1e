"""What several kinds ask of an article is made once, and nothing of one article is left in the next."""

from __future__ import annotations

import os

import pytest

from bot.extraction import extract
from bot.extraction.deals import lent
from bot.extraction.deals.financing_tables import table_rows
from bot.extraction.people.roles import roles
from bot.extraction.text.context import Context
from bot.extraction.text.masking import all_segments, segments, segments_of
from tests.extraction.reading import read

_DEAL = "Vantor Robotics raised $40 million led by Kestrel Ventures. The largest slice, 30 million, is a loan."
_POST = "Nordhand named Ingrid Berg as chief executive. The company builds hands in Oslo."


def test_an_article_is_asked_once_for_each_function() -> None:
    asked: list[Context] = []

    def count(context: Context) -> int:
        asked.append(context)
        return len(context.sentences)

    deal, post = read(_DEAL), read(_POST)
    assert [deal.once(count), post.once(count), deal.once(count)] == [2, 2, 2]
    assert asked == [deal, post]


def test_a_function_that_fails_is_asked_again() -> None:
    def fails(_: Context) -> int:
        raise ValueError("not yet")

    context = read(_POST)
    for _ in range(2):
        with pytest.raises(ValueError, match="not yet"):
            context.once(fails)


def test_the_stretches_of_a_sentence_are_masked_once_and_as_ever() -> None:
    context = read(_DEAL)
    for sentence in context.sentences:
        assert segments_of(context, sentence) is segments_of(context, sentence)
        assert segments_of(context, sentence) == list(segments(sentence))
    assert [s.text for s in all_segments(context)] == [s.text for s in all_segments(context)]


def test_a_sum_that_borrows_its_currency_is_seen_by_those_alone_who_ask_for_it() -> None:
    context = read(_DEAL)
    assert [len(s.money) for s in lent.all_segments(context)] == [1, 1]
    assert [len(s.money) for s in all_segments(context)] == [1, 0]


def test_posts_told_once_are_the_same_for_whoever_asks_next() -> None:
    context = read(_POST)
    before = [(h.person.name, h.org.name if h.org else "", h.title) for h in roles(context)]
    assert before == [("Ingrid Berg", "Nordhand", "chief executive")]
    assert [(h.person.name, h.org.name if h.org else "", h.title) for h in roles(context)] == before


@pytest.mark.parametrize(
    ("row", "rows"),
    [
        ("Vantor Robotics | Series A | $40 million | Kestrel Ventures", 1),
        ("Vantor Robotics | Series A | $40 million", 0),
        ("Vantor Robotics |Series A|$40 million|Kestrel Ventures| 2025", 0),
        ("Vantor Robotics raised $40 million in a Series A round led by Kestrel Ventures", 0),
    ],
)
def test_a_line_of_four_cells_and_more_is_a_row(row: str, rows: int) -> None:
    assert len(list(table_rows(read(f"Four companies closed rounds.\n\n{row}\n\nNobody said more.")))) == rows


def test_what_was_read_before_changes_nothing() -> None:
    deal, post = read(_DEAL).article, read(_POST).article
    alone = extract(deal), extract(post)
    assert all(alone)
    assert (extract(post), extract(deal)) == (alone[1], alone[0])


def test_a_reading_process_computes_in_one_thread_unless_told_otherwise() -> None:
    assert int(os.environ["OPENBLAS_NUM_THREADS"]) >= 1
