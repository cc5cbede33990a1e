"""Answers that no message asks for again: what was posted unasked, what a command of administrators did.

They are kept for as long as their buttons work.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any, Protocol

from bot.model.answer import Action, Answer, Citation, Line
from bot.platforms.shared.actions import KEPT_FOR
from bot.platforms.shared.room import Reply

_TURN = re.compile(r"/(posted|kept) ([0-9a-z]{20})")


class KeptTexts(Protocol):
    """Keeps texts under keys, as `bot.state` does."""

    def get(self, key: str) -> str | None: ...

    def put(self, key: str, value: str, ttl: timedelta | None = None) -> None: ...


def token_of(text: str) -> str:
    """The token of a post, in what its buttons carry for the question that nobody asked; empty for other messages."""
    met = _TURN.fullmatch(text)
    return met[2] if met is not None and met[1] == "posted" else ""


def is_kept(text: str) -> bool:
    """Whether a message of a button stands for an answer that is kept."""
    return _TURN.fullmatch(text) is not None


def judged(reply: Reply) -> tuple[str, ...]:
    """What an opinion on an answer is noted with: the messages that led to it, or the title where nobody asked."""
    return (reply.answer.title,) if is_kept(reply.text) else reply.turns


def keep(kept: KeptTexts, answer: Answer, token: str = "") -> Reply:
    """Keeps an answer; what a platform renders. With a token it is a post. Pictures and files are shown once."""
    value = json.dumps(asdict(replace(answer, picture=None, file=None)), ensure_ascii=False)
    key = token or hashlib.blake2b(value.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
    kept.put(_key(key), value, KEPT_FOR)
    return Reply(answer, (f"/{'posted' if token else 'kept'} {key}",))


def found(kept: KeptTexts, turns: Sequence[str]) -> Reply | None:
    """The kept answer that a button is about; None where it is about a question."""
    met = _TURN.fullmatch(turns[-1]) if turns else None
    if met is None:
        return None
    value = kept.get(_key(met[2]))
    if value is None:
        return Reply(Answer(False, "That message is too old for me to know it still."), tuple(turns))
    return Reply(_answer(json.loads(value)), tuple(turns))


def _key(token: str) -> str:
    return f"posted:{token}"


def _answer(told: Mapping[str, Any]) -> Answer:
    return Answer(
        **{
            **told,
            "lines": tuple(map(_line, told["lines"])),
            "hints": tuple(told["hints"]),
            "actions": tuple(Action(**action) for action in told["actions"]),
            "entities": tuple(told["entities"]),
        }
    )


def _line(told: Mapping[str, Any]) -> Line:
    citations = tuple(Citation(**citation) for citation in told["citations"])
    return Line(**{**told, "citations": citations, "notes": tuple(map(_line, told["notes"]))})
