"""Plain text: every fact whole, sources numbered, never longer than asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers import plain
from bot.answers.render import ASIDES, limit_for
from bot.model.answer import Answer, Citation, Line


def _lines(count: int, quote: str = "q") -> tuple[Line, ...]:
    return tuple(Line(f"fact number {n:03d}.", (Citation(f"a{n}.md", f"{quote} {n}"),)) for n in range(count))


@pytest.mark.parametrize("limit", [300, 1000, 2500, 4000])
def test_no_fact_is_cut(limit: int) -> None:
    text = plain(Answer(True, "Title", _lines(300)), limit)
    assert len(text) <= limit
    told = [row for row in text.splitlines() if row.startswith("fact")]
    assert told
    assert all(row.startswith(f"fact number {n:03d}. [") for n, row in enumerate(told))
    assert text.splitlines()[-1] == f"… and {300 - len(told)} more"


def test_facts_come_before_quotes_where_room_is_short() -> None:
    text = plain(Answer(True, "Title", _lines(5, "x" * 150)), 500)
    assert text.count("fact number") == 5
    assert len(text) <= 500


def test_one_sentence_has_one_number() -> None:
    same = Citation("a.md", "the sentence")
    text = plain(Answer(True, "Title", (Line("one", (same,)), Line("two", (same,)))))
    assert "one [1]" in text
    assert "two [1]" in text
    assert text.count("the sentence") == 1


def test_a_note_carries_its_own_source() -> None:
    note = Line("another article says 3", (Citation("b.md", "three"),))
    text = plain(Answer(True, "Title", (Line("it is 2", (Citation("a.md", "two"),), (note,)),)))
    assert "it is 2 [1]" in text
    assert "(another article says 3 [2])" in text


@pytest.mark.parametrize(("message", "limit"), [("/deal X", 4000), ("  /who X", 4000), ("who is X?", 2500)])
def test_commands_may_say_more(message: str, limit: int) -> None:
    assert limit_for(message) == limit


def test_a_title_stands_before_the_publisher_whatever_that_is_called() -> None:
    told = (Line("one", (Citation("a.md", "The sentence", publisher="Nikkei (Asia)", published="2025", title="Top"),)),)
    assert "“The sentence” (Top, Nikkei (Asia), 2025)" in plain(Answer(True, "Title", told))


def test_what_only_stands_near_is_set_apart_from_the_answer_once() -> None:
    one, two, three = _lines(3)
    told = plain(Answer(True, "Title", (one, replace(two, aside=True), replace(three, aside=True)))).splitlines()
    assert told.count(ASIDES) == 1
    assert told.index(ASIDES) == told.index("fact number 001. [2]") - 1
    assert told.index("fact number 000. [1]") < told.index(ASIDES)


@pytest.mark.parametrize("aside", [False, True])
def test_nothing_is_set_apart_where_all_is_answer_or_nothing_is(aside: bool) -> None:
    assert ASIDES not in plain(Answer(True, "Title", tuple(replace(line, aside=aside) for line in _lines(2))))
