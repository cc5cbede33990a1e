"""Events and statements found by their ids, or the beginnings of them."""

from __future__ import annotations

import re

from bot.admin.command import Refused
from bot.answers.phrases import phrase
from bot.answers.text import echo, visible
from bot.answers.view import View
from bot.store.query import EventQuery
from bot.store.read import Facts, StoredEvent
from bot.store.records import StoredArticle, StoredStatement

SHOWN = 8
"""Characters of an id that are shown; so many tell facts apart."""
_ID = re.compile(r"[0-9a-f]{6,16}")
_LONGEST = 160


def is_id(text: str) -> bool:
    """Whether a text may be an id or the beginning of one."""
    return bool(_ID.fullmatch(text.casefold()))


def article_called(facts: Facts, text: str) -> StoredArticle | None:
    """The article of a file's whole name, with or without its ending; None where that is none or several."""
    wanted = text.strip().strip('"“”').casefold()
    found = [a for a in facts.articles() if wanted in (name := a.source.casefold(), name.rpartition(".")[0])]
    return found[0] if len(found) == 1 else None


def by_id(facts: Facts, text: str) -> tuple[StoredEvent, StoredStatement | None]:
    """The event of an id, or a statement with the event it tells of; Refused where that is none or several."""
    start = text.strip().casefold()
    if not is_id(start):
        raise Refused(
            f"“{echo(text)}” is no id of a fact and no article's file: an id is at least six of the digits 0-9 and a-f"
        )
    found: list[tuple[StoredEvent, StoredStatement | None]] = []
    for event in facts.events(EventQuery()):
        if event.id.startswith(start):
            found.append((event, None))
        found += [(event, statement) for statement in event.statements if statement.id.startswith(start)]
    if not found:
        raise Refused(f"No fact has the id “{echo(text)}”; it may have changed with a build")
    if len(found) > 1:
        raise Refused(f"Several facts have ids that begin with “{echo(text)}”: give more of it")
    return found[0]


def event_words(event: StoredEvent) -> str:
    """An event in one line for people."""
    return shortened(f"{event.kind}: {phrase(View(event))}")


def statement_words(statement: StoredStatement) -> str:
    """A statement in one line for people: its sentence and its article."""
    return f"{statement.kind}: “{shortened(statement.quote)}” ({visible(statement.citation.source)})"


def shortened(text: str) -> str:
    text = " ".join(visible(text).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
