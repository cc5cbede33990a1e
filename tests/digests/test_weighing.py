"""Which pieces of news are the weightiest, against putting everything into words and sorting that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.weighing import Item, Weighed, day_of, weightiest
from bot.model.answer import Citation, Line

SAID_ALREADY = 3.0


def piece(number: int, importance: float, day: int, sentence: int) -> tuple[Weighed, Item]:
    cited = (Citation("a.md", f"Sentence {sentence}."),) if sentence else ()
    item = Item("new", f"event-{number:03}", "funding", Line("told", cited), importance)
    return Weighed("new", item.event, "funding", importance, f"2025-10-{day:02}"), item


PIECES = st.lists(
    st.tuples(st.sampled_from([0.5, 1.0, 2.5, 3.0, 4.0]), st.integers(1, 3), st.integers(0, 5)), max_size=80
).map(lambda drawn: [piece(number, *one) for number, one in enumerate(drawn)])


def by_sorting(pieces: Sequence[tuple[Weighed, Item]]) -> list[Item]:
    """All in words, the plain way."""
    day = {item.event: one.newest for one, item in pieces}

    def order(item: Item) -> tuple[float, int, str]:
        return -item.importance, -int(day[item.event][-2:]), item.event

    shown: set[str] = set()
    ranked = []
    for item in sorted((item for _, item in pieces), key=order):
        quotes = [citation.quote for citation in item.line.citations]
        if quotes and quotes[0] in shown:
            item = replace(item, importance=item.importance - SAID_ALREADY)
        shown.update(quotes)
        ranked.append(item)
    return sorted(ranked, key=order)


@given(PIECES, st.integers(0, 90), st.booleans())
def test_they_are_the_first_of_all_in_order(pieces: list[tuple[Weighed, Item]], most: int, ready: bool) -> None:
    items = {item.event: item for _, item in pieces}
    told: list[str] = []

    def tell(some: Sequence[Weighed]) -> list[Item]:
        told.extend(one.event for one in some)
        return [items[one.event] for one in some]

    found = [replace(one, item=item) if ready else one for one, item in pieces]
    assert weightiest(found, tell, most) == by_sorting(pieces)[:most]
    assert len(told) == len(set(told)), "put into words twice"
    assert not (ready and told)


def test_what_is_not_shown_is_not_put_into_words() -> None:
    pieces = [piece(number, 1.0 + number, 1, number + 1) for number in range(1000)]
    items = {item.event: item for _, item in pieces}
    told: list[Weighed] = []

    def tell(some: Sequence[Weighed]) -> list[Item]:
        told.extend(some)
        return [items[one.event] for one in some]

    assert [item.importance for item in weightiest([one for one, _ in pieces], tell, 2)] == [1000.0, 999.0]
    assert len(told) < 100


@pytest.mark.parametrize(
    ("published", "day"), [("2025-10-08", "2025-10-08"), ("2025-10", "2025-10-01"), ("2025", "2025-01-01"), ("", None)]
)
def test_a_day_as_far_as_it_is_known(published: str, day: str | None) -> None:
    found = day_of(published)
    assert (found.isoformat() if found else None) == day
