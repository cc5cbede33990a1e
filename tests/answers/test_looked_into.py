"""What was read out of an event is kept by the event itself: another of the same id may say something else."""

from dataclasses import replace

from bot.answers import looked_into
from bot.model.event import Event
from bot.store.read import StoredEvent


def _event(number: int) -> StoredEvent:
    return StoredEvent(Event(f"event-{number}", "funding", (), ()), (), {}, None, "", "", None)


def test_an_event_is_read_once_and_another_of_its_id_again() -> None:
    read: list[str] = []
    kind = looked_into.once_an_event(lambda told: read.append(told.id) or told.kind)
    first = _event(1)
    assert (kind(first), kind(first), read) == ("funding", "funding", ["event-1"])
    other = replace(first, event=replace(first.event, kind="metric"))
    assert (kind(other), kind(first), len(read)) == ("metric", "funding", 3)


def test_no_more_than_so_many_are_kept() -> None:
    read: list[str] = []
    kind = looked_into.once_an_event(lambda told: read.append(told.id) or told.kind)
    events = [_event(number) for number in range(looked_into._MOST_KEPT + 1)]
    for told in (*events, events[-1], events[0]):
        kind(told)
    assert len(read) == len(events) + 1
