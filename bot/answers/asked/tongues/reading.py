"""A message in another language as the rules read it: in English, with names as the articles write them."""

from __future__ import annotations

from datetime import date

from bot.answers.asked.spotting import Mention, Spotter
from bot.answers.asked.tongues import eastern, european
from bot.answers.asked.tongues.given import with_given
from bot.grammar.cjk import is_cjk

_ASK = "/ask "
_WHO = "/who "
"""The command that takes a question, too."""


def in_english(message: str, spotter: Spotter, today: date) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The message in English where all of it is understood, else as it was; and the names that were put otherwise."""
    opened = next((command for command in (_ASK, _WHO) if message.startswith(command)), "")
    asked = message.removeprefix(opened)
    if not any(map(is_cjk, asked)):
        if asked.startswith("/"):
            return message, ()
        return f"{opened}{european.in_english(asked) or asked}", ()
    asked, put = with_given(asked, spotter)
    if asked.startswith("/"):
        return asked, put

    def kind(mention: Mention) -> str:
        kinds = {spotter.facts.kind(one) for one in mention.ids}
        return kinds.pop() if len(kinds) == 1 else "org" if "org" in kinds or not kinds else ""

    found = spotter.asked(asked)
    for _, name in put:  # one that the articles write, and no fact is of, is asked for all the same
        start = asked.find(name)
        if not any(m.start < start + len(name) and start < m.end for m in found):
            found.append(Mention(start, start + len(name), name, frozenset()))
    said = eastern.in_english(asked, found, kind, today)
    return f"{opened}{said or asked}", put
