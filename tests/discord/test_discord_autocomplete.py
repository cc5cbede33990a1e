"""What is offered while an option is typed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.answers.completion import Known, Names
from bot.platforms.discord.choices import Choices, periods
from bot.platforms.discord.limits import CHOICE, CHOICES, length


async def offered(actor: Any, channel: Any, typed: str) -> list[str]:
    return [choice["value"] for choice in await actor.autocomplete(channel, "deal", "entity", typed)]


@pytest.mark.parametrize("typed", ["Unitree", "unitr", "宇树", "untree", "Unitere", "unitreee", "nuitree"])
async def test_names_are_completed_in_any_script_with_a_slip_forgiven(alice: Any, channel: Any, typed: str) -> None:
    assert (await offered(alice, channel, typed))[0] == "Unitree Robotics"


async def test_a_name_met_is_shown_with_the_one_it_is_filed_under(alice: Any, channel: Any) -> None:
    choices = await alice.autocomplete(channel, "who", "entity", "宇树")
    assert choices[0] == {"name": "宇树 (Unitree Robotics)", "value": "Unitree Robotics"}


async def test_no_more_than_discord_takes(alice: Any, channel: Any) -> None:
    everything = await alice.autocomplete(channel, "timeline", "entity", "")
    assert len(everything) == CHOICES
    assert len({choice["value"] for choice in everything}) == CHOICES


async def test_nothing_fits_nothing_is_offered(alice: Any, channel: Any) -> None:
    assert await offered(alice, channel, "qqqqqqqqq") == []


async def test_what_is_offered_is_answered(alice: Any, channel: Any) -> None:
    (name, *_) = await offered(alice, channel, "figrue a")
    result = await alice.slash(channel, "timeline", entity=name)
    assert any("Timeline of Figure AI" in str(part) for part in result.response.components)


async def test_hostile_names_become_choices_within_the_limits() -> None:
    names = Names(
        [
            Known("e1", "Grandiose " * 40, "Grandiose " * 40, 3),
            Known("e1", "Grandi Ltd", "Grandiose " * 40, 3),
            Known("e2", "Grand\u202eiose\x00 \U0001f916" * 9, "Grand\u202eiose\x00 \U0001f916" * 9, 2),
            Known("e3", "Granda", "Granda", 1),
            Known("e4", "Granda", "Granda", 0),
        ]
    )
    choices = await Choices(lambda: names, lambda: 1).offer("grand")
    assert "Granda" in [choice.value for choice in choices]
    assert "Grandi Ltd" in [choice.value for choice in choices]
    assert len({choice.value for choice in choices}) == len(choices)
    for choice in choices:
        assert 0 < length(choice.name) <= CHOICE
        assert 0 < length(choice.value) <= CHOICE
        assert choice.name.isprintable()


async def test_a_name_that_several_bear_gives_way_to_one_that_is_sure() -> None:
    names = Names([Known("e1", "A2", "A2", 5), Known("e1", "Quillon A2", "A2", 5), Known("e2", "A2", "A2 Stellar", 4)])
    assert [choice.value for choice in await Choices(lambda: names, lambda: 1).offer("quillon")] == ["Quillon A2"]


async def test_a_new_build_is_taken_up_and_the_old_names_serve_meanwhile() -> None:
    build = {"version": 1, "names": ["Quillon"]}
    choices = Choices(
        lambda: Names(Known(name, name, name, 1) for name in build["names"]),  # type: ignore[union-attr]
        lambda: build["version"],  # type: ignore[arg-type,return-value]
    )
    assert [choice.value for choice in await choices.offer("q")] == ["Quillon"]
    build.update(version=2, names=["Quantrel"])
    assert [choice.value for choice in await choices.offer("q")] == ["Quillon"]
    await choices.settled()
    assert [choice.value for choice in await choices.offer("q")] == ["Quantrel"]


async def test_a_store_that_cannot_be_read_offers_nothing(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> Names:
        raise OSError("gone")

    assert await Choices(broken, lambda: 1).offer("q") == []
    assert "gone" in caplog.text


def test_periods_are_offered_and_may_be_written_freely() -> None:
    today = date(2026, 2, 1)
    assert [choice.value for choice in periods("", today)][:2] == ["2026", "2025"]
    assert "since 2024" in [choice.value for choice in periods("since", today)]
    assert "Q3 2025" in [choice.value for choice in periods("q3", today)]
    assert [choice.value for choice in periods("  March   2025 ", today)] == ["March 2025"]
    assert all(length(choice.value) <= CHOICE for choice in periods("x" * 500, today))
