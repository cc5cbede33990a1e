"""What is for chats alone is told to be so at a terminal, with what there is instead."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.model.answer import Answer
from bot.platforms.console.elsewhere import AtTheTerminal


class Echo:
    def reply(self, turns: Sequence[str]) -> Answer:
        return Answer(True, " | ".join(turns))


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("/digest weekly", "/digest is for Slack and Discord; here `bot digest` prints what is new."),
        ("/Facts status", "/facts is for Slack and Discord; here it is `bot facts`."),
        ("/watch Quillon", "/watch is for Slack and Discord; a terminal cannot be written to later."),
    ],
)
def test_a_command_for_chats_leads_to_what_there_is(message: str, told: str) -> None:
    answer = AtTheTerminal(Echo()).reply(["/deal Quillon", message])
    assert (answer.answered, answer.title) == (False, told)


@pytest.mark.parametrize("message", ["/deal Quillon", "what do you watch?", "/digests", "facts about Quillon", ""])
def test_all_else_is_answered_as_ever(message: str) -> None:
    assert AtTheTerminal(Echo()).reply(["before", message]).title == f"before | {message}"
