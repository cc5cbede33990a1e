"""When and of what a channel wants its digest: what is understood, what is not, and how it is told again."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from bot.digests import wanting
from bot.digests.wanting import Unclear, Wanted, read
from bot.state.subscriptions import Subscription


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("weekly", Wanted("week")),
        ("DAILY at 7:30", Wanted("day", at=time(7, 30))),
        ("weekly on Friday 5 pm", Wanted("week", weekday=4, at=time(17))),
        ("weekly 12:05 am sun", Wanted("week", weekday=6, at=time(0, 5))),
        ("weekly Tuesday, 9:00, Europe/Berlin", Wanted("week", weekday=1, zone="Europe/Berlin")),
        ("monthly on the 31st at 9:00 UTC", Wanted("month", day=31, zone="UTC")),
        ("weekly over $100M", Wanted("week", min_usd=100e6)),
        ("weekly over $1.5 billion only deals", Wanted("week", kinds=("funding", "acquisition", "ipo"), min_usd=1.5e9)),
        ("weekly only acquisitions and people", Wanted("week", kinds=("acquisition", "role", "education", "founding"))),
        ("weekly about Figure, Unitree and 1X", Wanted("week", names=("Figure", "Unitree", "1X"))),
        ("weekly at once even if nothing is new", Wanted("week", at_once=True, always=True)),
        (
            "weekly Wed 18:15 America/Argentina/Buenos_Aires over $50M only funding about Figure",
            Wanted("week", 2, 1, time(18, 15), "America/Argentina/Buenos_Aires", ("Figure",), ("funding",), 50e6),
        ),
    ],
)
def test_what_is_understood(text: str, wanted: Wanted) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("weekly whenever", "whenever"),
        ("weekly 25:00", "no time of day"),
        ("weekly 0:30 pm", "no time of day"),
        ("weekly 9:75", "no time of day"),
        ("monthly 32", "no month has a day 32|No month has a day 32"),
        ("daily Monday", "Monday"),
        ("weekly only gossip", "gossip"),
        ("weekly <!channel>", "channel"),
    ],
)
def test_what_is_not_understood_is_named(text: str, reason: str) -> None:
    with pytest.raises(Unclear, match=reason):
        read(text)


def test_a_zone_that_is_none_is_said() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        read("weekly 9:00 Europe/Atlantis")


def test_it_is_told_again_with_all_that_is_set() -> None:
    one = Subscription(
        "slack", "C1", "week", 1, at=time(9), zone="Asia/Kolkata", entities=(("e1", "Figure"),),
        kinds=("funding", "acquisition", "ipo"), min_usd=100e6, on_arrival=True,
    )  # fmt: skip
    due = datetime(2026, 1, 6, 3, 30, tzinfo=UTC)
    assert wanting.told(one, due) == (
        "Every Tuesday at 09:00 (Asia/Kolkata); about Figure; only deals; sums over $100 million; silent where nothing"
        " is new; news of new articles at once as well; next on Tuesday, 6 January 2026, 09:00 (Asia/Kolkata)."
    )


def test_a_pause_is_told_with_its_reason() -> None:
    told = wanting.told(Subscription("slack", "C1", "month", day=31, paused="the channel is archived"))
    assert told.startswith("On day 31 of every month")
    assert told.endswith("paused: the channel is archived.")
