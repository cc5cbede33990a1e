"""An Answer for a terminal: numbered sources below the lines that rest on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.answers.render import ASIDES, first_aside
from bot.answers.text import visible
from bot.model.answer import Answer, Citation, Line

LONGEST_QUOTE = 280
"""Characters of a quote that are shown; the article holds the rest."""


def show(answer: Answer, console: Console | None = None, most: int | None = None) -> None:
    """Prints an answer, coloured where the console is a terminal; of its lines the first `most`."""
    (console or Console(highlight=False)).print(rendered(answer, most))


def rendered(answer: Answer, most: int | None = None) -> RenderableType:
    """An answer as rich shows it. Article text goes in as text, never as markup."""
    shown = replace(answer, lines=answer.lines[:most])
    sources = {(c.source, c.quote): n for n, c in enumerate(shown.citations, start=1)}
    parts: list[RenderableType] = []
    if answer.title:
        parts.append(Text(visible(answer.title), style="bold" if answer.answered else ""))
    first = first_aside(answer.lines)
    for n, line in enumerate(shown.lines):
        if n == first:
            parts.append(Text(f"  {ASIDES}", style="dim"))
        parts.append(_line(line, sources, "•", "dim" if n >= first else ""))
        parts.extend(_line(note, sources, "!", "yellow", indent=4) for note in line.notes)
    if len(answer.lines) > len(shown.lines):
        parts.append(Text(f"  … and {len(answer.lines) - len(shown.lines)} more", style="dim"))
    if sources:
        parts.append(Text("\nSources", style="dim"))
        parts.extend(_source(citation, number) for number, citation in enumerate(shown.citations, start=1))
    parts.extend(Text(visible(hint), style="italic") for hint in answer.hints)
    if answer.picture is not None:
        parts.append(Text("A picture comes with this answer: `bot ask --chart FILE` saves it.", style="italic"))
    if answer.file is not None:
        parts.append(Text("A file comes with this answer: `bot deal … --csv` prints or saves it.", style="italic"))
    if answer.actions:
        parts.append(_actions(action.command for action in answer.actions))
    return Group(*parts)


def _line(line: Line, sources: dict[tuple[str, str], int], bullet: str, style: str, indent: int = 2) -> RenderableType:
    text = Text(f"{bullet} ", style=style)
    text.append(visible(line.text))
    numbers = sorted({sources[(c.source, c.quote)] for c in line.citations})
    if numbers:
        text.append(" " + "".join(f"[{number}]" for number in numbers), style="cyan")
    return Padding(text, (0, 0, 0, indent), expand=False)


def _source(citation: Citation, number: int) -> RenderableType:
    quote = visible(citation.quote)
    shown = quote if len(quote) <= LONGEST_QUOTE else quote[: LONGEST_QUOTE - 1].rstrip() + "…"
    text = Text()
    text.append(f"[{number}] ", style="cyan")
    text.append(f"“{shown}”", style="italic")
    origin = ", ".join(visible(part) for part in (citation.publisher, citation.published) if part)
    text.append(f" {origin + ' · ' if origin else ''}{visible(citation.source)}", style="dim")
    if citation.url:
        text.append(f" {visible(citation.url)}", style="dim")
    return Padding(text, (0, 0, 0, 2), expand=False)


def _actions(commands: Iterable[str]) -> RenderableType:
    text = Text()
    text.append("Try: ", style="dim")
    text.append(" · ".join(visible(command) for command in commands), style="green")
    return text
