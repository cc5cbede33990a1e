"""What a command gives back; knows no platform. Platforms render it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.model.attachment import Attachment


@dataclass(frozen=True, slots=True)
class Citation:
    """The sentence and the article a line rests on."""

    source: str
    """File name of the article."""
    quote: str
    url: str = ""
    publisher: str = ""
    published: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One fact in one line of plain text, with what it rests on; `notes` are conflicts and doubts."""

    text: str
    citations: tuple[Citation, ...] = ()
    notes: tuple[Line, ...] = ()
    when: str = ""
    """ISO date of the fact for lists by time, empty where unknown."""
    event: str = ""
    """Id of the event told, empty for other lines."""
    aside: bool = False
    """Whether it only stands near what answers, for the reader to judge. Such lines come last."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something the reader may do next; a platform shows it as a button or a hint."""

    kind: Literal["more", "sources", "timeline", "watch", "ask"]
    label: str
    command: str
    """The message that does it, e.g. `/timeline X Square Robot`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`answered` is false where nothing known answers: `lines` are empty then, `hints` offer what is known."""

    answered: bool
    title: str
    lines: tuple[Line, ...] = ()
    hints: tuple[str, ...] = ()
    actions: tuple[Action, ...] = field(default_factory=tuple)
    picture: bytes | None = None
    picture_alt: str = ""
    entities: tuple[str, ...] = ()
    """Ids of the entities the answer is about, for follow-ups."""
    file: Attachment | None = None
    """What the answer tells, as a file to keep."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation of every line and note, each once, in order."""
        seen: dict[tuple[str, str], Citation] = {}
        for line in self.lines:
            for citation in (*line.citations, *(c for note in line.notes for c in note.citations)):
                seen.setdefault((citation.source, citation.quote), citation)
        return tuple(seen.values())
