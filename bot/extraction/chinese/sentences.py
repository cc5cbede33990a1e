"""Where Chinese sentences and clauses begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STOP = re.compile(r"[。！？!?]+[”』」’）)]*|\n|\Z")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of the text without the white space around it; `paragraph` counts the paragraphs."""

    start: int
    end: int
    paragraph: int

    def holds(self, position: int) -> bool:
        """Whether a position of the text lies in it."""
        return self.start <= position < self.end


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences in order: they end with a full stop (and the quotation mark behind it) or a new line."""
    found, paragraph, begin = [], 0, 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        if stop[0][:1] not in ("", "\n") and text[end : end + 1] == '"' and text.count('"', begin, end) % 2:
            end += 1  # the mark that closes what was opened inside the sentence
        body = text[begin:end].strip()
        if body:
            start = text.index(body[0], begin)
            found.append(Sentence(start, start + len(body), paragraph))
        paragraph += stop[0] == "\n"
        begin = end
    return tuple(found)
