"""An answer as plain text, for terminals and `bot ask`."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.lines import QUOTED
from bot.answers.text import one_line
from bot.model.answer import Answer, Citation, Line

ASIDES = "Near it in the articles:"
"""What stands above the lines of an answer that are no part of it."""
FREE = 2500
COMMAND = 4000
_QUOTE = 420
_TITLE = 110


def limit_for(message: str) -> int:
    """How long the answer to a message may be."""
    return COMMAND if message.lstrip().startswith("/") else FREE


def plain(answer: Answer, limit: int = FREE) -> str:
    """Title, lines with numbered sources, the quotes below; never longer than `limit`, never cut inside a fact."""
    if not answer.answered:
        return _fitted([one_line(answer.title), *(f"- {one_line(hint)}" for hint in answer.hints)], limit)
    numbers: dict[tuple[str, str], int] = {}
    lines: list[list[str]] = []
    first = first_aside(answer.lines)
    for n, line in enumerate(answer.lines):
        rows = [_told(line, numbers), *(f"  ({_told(note, numbers)})" for note in line.notes)]
        lines.append([ASIDES, *rows] if n == first else rows)
    citations = {numbers[_key(c)]: c for c in answer.citations if _key(c) in numbers}
    head = one_line(answer.title)
    return _with_quotes(head, lines, answer, numbers, citations, limit)


def first_aside(lines: Sequence[Line]) -> int:
    """The place of the first line that stands below `ASIDES`.

    It is behind the last where there is none, and where all of them are asides, which are the answer then.
    """
    first = next((n for n, line in enumerate(lines) if line.aside), len(lines))
    return first or len(lines)


def _with_quotes(
    head: str,
    lines: list[list[str]],
    answer: Answer,
    numbers: dict[tuple[str, str], int],
    citations: dict[int, Citation],
    limit: int,
) -> str:
    """All facts that fit first; then, in their order, as many quotes as there is room for."""
    hints = [one_line(hint) for hint in answer.hints]
    kept, used = [], len(head) + sum(len(hint) + 1 for hint in hints)
    for block in lines:
        size = sum(len(row) + 1 for row in block)
        if used + size > limit - 40:
            break
        kept.append(block)
        used += size
    quotes: dict[int, str] = {}
    for line in answer.lines[: len(kept)]:
        for n, citation in enumerate(
            (*line.citations[:QUOTED], *(c for note in line.notes for c in note.citations[:1]))
        ):
            number = numbers[_key(citation)]
            quote = _quote(number, citation, one_line(line.text))
            if number in quotes or (n > 0 and quote.split(" ", 1)[1] in {q.split(" ", 1)[1] for q in quotes.values()}):
                continue
            if used + len(quote) + 1 <= limit - 40:
                quotes[number] = quote
                used += len(quote) + 1
    _titled(quotes, citations, limit - 40 - used)
    out = [head]
    shown: set[int] = set()
    for line, block in zip(answer.lines, kept, strict=False):
        out.extend(block)
        for citation in (*line.citations, *(c for note in line.notes for c in note.citations)):
            number = numbers[_key(citation)]
            if number in quotes and number not in shown:
                out.append(quotes[number])
                shown.add(number)
    left = len(lines) - len(kept)
    if left:
        out.append(f"… and {left} more")
    out.extend(hints)
    return "\n".join(out)


def _titled(quotes: dict[int, str], citations: dict[int, Citation], room: int) -> None:
    """Puts the titles of the articles to their first quotes, while there is room: whom a sentence that only says
    "the company" means is mostly told there."""
    seen: set[str] = set()
    for number in sorted(quotes):
        citation = citations[number]
        title = one_line(citation.title)
        if title and citation.source not in seen and len(title) <= _TITLE and title not in quotes[number]:
            if len(title) + len("(, ") > room:
                return
            origin = _origin(citation)
            quotes[number] = f"{quotes[number].removesuffix(f'({origin})')}({title}, {origin})"
            room -= len(title) + len("(, ")
        seen.add(citation.source)


def _told(line: Line, numbers: dict[tuple[str, str], int]) -> str:
    marks = []
    for citation in line.citations:
        marks.append(f"[{numbers.setdefault(_key(citation), len(numbers) + 1)}]")
    return f"{one_line(line.text)} {''.join(dict.fromkeys(marks))}".rstrip()


def _quote(number: int, citation: Citation, told: str) -> str:
    quote = one_line(citation.quote)
    where = _origin(citation)
    if quote == told or told.endswith(f"“{quote}”"):
        return f"   [{number}] ({where})"
    if len(quote) > _QUOTE:
        quote = quote[:_QUOTE].rsplit(" ", 1)[0] + " …"
    return f"   [{number}] “{quote}” ({where})"


def _origin(citation: Citation) -> str:
    """Who published it and when, the article's file where nobody is named."""
    publisher = one_line(citation.publisher) or one_line(citation.source)
    return ", ".join(part for part in (publisher, citation.published) if part)


def _fitted(rows: list[str], limit: int) -> str:
    kept, used = [], 0
    for row in rows:
        if used + len(row) + 1 > limit:
            break
        kept.append(row)
        used += len(row) + 1
    return "\n".join(kept)


def _key(citation: Citation) -> tuple[str, str]:
    return citation.source, citation.quote
