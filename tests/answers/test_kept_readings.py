"""A message is read once for a store and a day, whoever reads it again; what was read long before is let go."""

from __future__ import annotations

from datetime import date, timedelta

from bot.answers.asked.kept import kept
from bot.answers.asked.question import clauses
from bot.answers.asked.spotting import Spotter
from bot.store.read import Facts

DAY = date(2025, 12, 1)


class Reader:
    """Reads a message word by word, and counts."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, message: str, spotter: Spotter, today: date, apart: bool = False) -> list[str]:
        self.times += 1
        return message.split(",") if apart else message.split()


def test_it_is_read_once(facts: Facts) -> None:
    reader, spotter = Reader(), Spotter(facts)
    read = kept(reader)
    assert read("who, when", spotter, DAY) == ["who,", "when"]
    assert read("who, when", spotter, DAY) == ["who,", "when"]
    assert reader.times == 1


def test_it_is_read_anew_for_all_that_may_change_it(facts: Facts) -> None:
    reader, spotter = Reader(), Spotter(facts)
    read = kept(reader)
    read("who, when", spotter, DAY)
    assert read("who, when", spotter, DAY, apart=True) == ["who", " when"]
    assert read("who", spotter, DAY) == ["who"]
    read("who, when", spotter, DAY + timedelta(1))
    read("who, when", Spotter(facts), DAY)
    assert reader.times == 5


def test_what_one_changes_no_other_sees(facts: Facts) -> None:
    spotter = Spotter(facts)
    read = kept(Reader())
    read("who, when", spotter, DAY).clear()
    assert read("who, when", spotter, DAY) == ["who,", "when"]


def test_what_was_read_long_before_is_let_go(facts: Facts) -> None:
    reader, spotter = Reader(), Spotter(facts)
    read = kept(reader)
    for number in range(500):
        read(f"message {number}", spotter, DAY)
    read("message 0", spotter, DAY)
    assert reader.times == 501


def test_clauses_are_kept_so(facts: Facts) -> None:
    spotter = Spotter(facts)
    first = clauses("how much did quillon raise and when?", spotter, DAY)
    again = clauses("how much did quillon raise and when?", spotter, DAY)
    assert first is not again
    assert [one is other for one, other in zip(first, again, strict=True)] == [True] * len(first)
