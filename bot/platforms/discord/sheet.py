"""What one message shows of an answer: its facts as blocks of Markdown, each of them whole, and its buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from bot.answers.render import ASIDES, first_aside
from bot.answers.text import visible
from bot.model.answer import Action, Answer, Citation, Line
from bot.model.attachment import Attachment
from bot.platforms.discord.escaping import escape, link, retold
from bot.platforms.discord.limits import ALT, BUTTON, EMBED_TITLE, FILE, IN_ROW, length, shortened
from bot.platforms.shared.actions import Press
from bot.platforms.shared.paging import Page, page
from bot.platforms.shared.posted import is_kept, token_of
from bot.platforms.shared.room import Reply

Style = Literal["components", "embeds", "plain"]
STYLES: tuple[Style, ...] = ("components", "embeds", "plain")
"""The ways to show an answer, the best first: each next one asks less of Discord and of the channel's permissions."""

ROOM: dict[Style, int] = {"components": 3_500, "embeds": 3_500, "plain": 1_550}
"""Characters of the facts of one message; what is left of the limit is for title and foot."""

_TOO_LARGE = "-# The file is larger than Discord takes: narrow it down by a name or a period."
_LINES = 8
_QUOTE = 320
_FOLLOWED = 3
"""Actions of an answer that get a button."""


@dataclass(frozen=True, slots=True)
class Knob:
    """A button: what it says and what pressing it asks for."""

    label: str
    press: Press
    quiet: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """One message, in no particular style. Every text in it is escaped."""

    title: str
    blocks: tuple[str, ...]
    foot: str = ""
    answered: bool = True
    rows: tuple[tuple[Knob, ...], ...] = ()
    picture: bytes | None = None
    picture_alt: str = ""
    file: Attachment | None = None


def sheet(reply: Reply, style: Style, number: int = 1, shown: Literal["answer", "sources"] = "answer") -> Sheet:
    """The page of a reply, or of what it rests on, that fits a message of that style."""
    whole = reply.answer if shown == "answer" else sources(reply.answer)
    room = ROOM[style]
    if not whole.answered:
        rows = _whole((), _reasons(reply))
        return Sheet(_title(whole.title, 600), tuple(_fitting(whole.hints, room)), answered=False, rows=rows)
    hints = "\n".join(_hints(whole.hints))
    room -= length(hints)  # on every page, though they stand on the first: what is on a page must not depend on it
    blocks = {id(line): block(line, room) for line in whole.lines}
    for line in whole.lines[first_aside(whole.lines) :][:1]:
        blocks[id(line)] = f"-# {ASIDES}\n{block(line, room - length(ASIDES) - 4)}"
    cut = page(whole, number, lambda line: length(blocks[id(line)]) + 1, room, _LINES)
    first = cut.number == 1 and shown == "answer"
    too_large = first and whole.file is not None and len(whole.file.data) > FILE
    return Sheet(
        _title(whole.title, EMBED_TITLE),
        tuple(blocks[id(line)] for line in cut.lines),
        "\n".join(filter(None, (hints if first else "", _TOO_LARGE if too_large else "", _foot(cut)))),
        rows=_rows(reply, cut, shown),
        picture=whole.picture if first else None,
        picture_alt=shortened(" ".join(whole.picture_alt.split()), ALT),
        file=whole.file if first and not too_large else None,
    )


def sources(answer: Answer) -> Answer:
    """What an answer rests on, as an answer: every quote with where it stands."""
    lines = tuple(Line(f"“{citation.quote}”", (citation,)) for citation in answer.citations)
    if not lines:
        return Answer(False, "That rests on no article.")
    return Answer(True, f"Sources: {answer.title}", lines)


def block(line: Line, room: int) -> str:
    """One fact with its quote, where that stands, and what other articles say instead.

    Where that is more than a message holds, quotes go first, then where they stand; the fact is the last to suffer.
    """
    forms: tuple[Callable[[], str], ...] = (
        partial(_block, line, _quoted),
        partial(_block, line, _where),
        partial(_block, line, None),
    )
    for form in forms:
        text = form()
        if length(text) <= room:
            return text
    return shortened(f"- {escape(line.text)}", room)


def _block(line: Line, cited: Callable[[Line], str] | None) -> str:
    rows = [f"- {escape(line.text)}"]
    if cited is not None and (told := cited(line)):
        rows.append(f"-# {told}")
    for note in line.notes:
        told = cited(note) if cited is not None else ""
        rows.append(f"-# ⚠ {escape(note.text)}" + (f" — {told}" if told else ""))
    return "\n".join(rows)


def _quoted(line: Line) -> str:
    if not line.citations:
        return ""
    quote = " ".join(line.citations[0].quote.split())
    where = _where(line)
    if quote.strip("“”\"' ") in line.text:
        return where
    return f"“{shortened(escape(quote[: 2 * _QUOTE]), _QUOTE)}” — {where}"


def _where(line: Line) -> str:
    """The articles that say so: the first by name, how many others."""
    if not line.citations:
        return ""
    first = source(line.citations[0])
    others = len({citation.source for citation in line.citations} - {line.citations[0].source})
    return first + (f" and {others} more" if others else "")


def source(citation: Citation) -> str:
    """An article by its publisher and day, linked where it has an address."""
    name = shortened(" ".join((citation.publisher or citation.title or citation.source).split()), 80)
    return link(", ".join(part for part in (name, citation.published) if part), citation.url)


def _title(text: str, most: int) -> str:
    return shortened(retold(text), most) or "…"


def _fitting(hints: tuple[str, ...], room: int) -> Iterator[str]:
    for hint in hints:
        text = f"- {shortened(retold(hint), 300)}"
        room -= length(text) + 1
        if room < 0:
            return
        yield text


def _hints(hints: tuple[str, ...]) -> Iterator[str]:
    """What is to be said below an answer, once."""
    return (f"-# {shortened(retold(hint), 300)}" for hint in hints[:2])


def _foot(cut: Page) -> str:
    if cut.total == 1:
        return ""
    return f"-# Page {cut.number} of {cut.total}" + (f" · {cut.left} more" if cut.left else "")


def _rows(reply: Reply, cut: Page, shown: Literal["answer", "sources"]) -> tuple[tuple[Knob, ...], ...]:
    turns = reply.turns
    verb = "more" if shown == "answer" else "sources"
    steps = [Knob("More", Press(verb, turns, cut.number + 1), quiet=False)] if cut.more else []
    if shown == "sources":
        return (tuple(steps),) if steps else ()
    if any(line.citations or line.notes for line in cut.lines):
        steps.append(Knob("Sources", Press("sources", turns)))
    offered = [action for action in reply.answer.actions[:_FOLLOWED] if action.kind in ("timeline", "ask")]
    steps += {(action.kind, action.command): _followed(action) for action in offered}.values()
    if reply.answer.entities and not is_kept(reply.text):
        steps.append(Knob("Watch", Press("watch", turns)))
    if not any(line.citations for line in reply.answer.lines):
        return _whole(steps[:IN_ROW], steps[IN_ROW:], _reasons(reply))
    judged = (
        Knob("👍", Press("good", turns)),
        Knob("👎", Press("bad", turns)),
        Knob("Correct…", Press("correct", turns)),
    )
    return _whole(steps[:IN_ROW], steps[IN_ROW:], (*judged, *_reasons(reply)))


def _reasons(reply: Reply) -> tuple[Knob, ...]:
    """Below what came unasked: why it came. It is there on every such message, which is found again by it."""
    return (Knob("Why?", Press("why", reply.turns)),) if token_of(reply.text) else ()


def _whole(*rows: Sequence[Knob]) -> tuple[tuple[Knob, ...], ...]:
    return tuple(tuple(row) for row in rows if row)


def _followed(action: Action) -> Knob:
    label = " ".join(visible(action.label).split()) or action.kind.capitalize()
    return Knob(shortened(label, BUTTON), Press(action.kind, (action.command,)))
