"""`bot ask` and `bot chat` with a language model that words their answers, where one is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import Answerer
from bot.answers.agent import Wording
from bot.answers.agent.wording import Limits
from bot.commandline.output import warn
from bot.llm.client import load
from bot.llm.endpoint import NoExtra
from bot.model.answer import Answer
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Worded:
    """Answers as an Answerer does, in a model's words where they hold."""

    answerer: Answerer
    wording: Wording

    def reply(self, turns: Sequence[str]) -> Answer:
        """The answer to the last turn."""
        return self.wording.instead(self.answerer, turns, self.answerer.reply(turns))


def worded(answerer: Answerer, settings: Settings, command: str) -> Answerer | Worded:
    """Who answers by the settings; the plain one, with a line that says why, where the libraries are missing."""
    if not settings.llm_answers:
        return answerer
    try:
        load()
    except NoExtra as error:
        warn(f"{command}: {error}")
        return answerer
    limits = Limits(settings.llm_seconds, settings.llm_steps, settings.llm_tokens)
    return Worded(answerer, Wording(settings.endpoint, limits))
