"""`/ask`: a question in free words."""

from __future__ import annotations

from bot.answers.commands.command import Command
from bot.answers.desk import Desk
from bot.answers.free import answer_free
from bot.model.answer import Answer


def ask(desk: Desk, argument: str) -> Answer:
    if not argument:
        return Answer(False, "What do you want to know?", hints=("For example: /ask who invested in COMPANY?",))
    return answer_free(desk, argument)


ASK = Command("ask", "QUESTION", "answers a question in free words", ask, ("q",), "/ask who invested in COMPANY?")
