"""`/help`: what can be asked."""

from __future__ import annotations

from bot.answers.commands.command import Command
from bot.answers.desk import Desk
from bot.locales import forms
from bot.model.answer import Answer, Line

_known: list[Command] = []


def listed(commands: tuple[Command, ...]) -> None:
    """Tells the help which commands there are."""
    _known[:] = commands


def help_(desk: Desk, argument: str) -> Answer:
    counts, told = desk.facts.counts(), forms().number
    lines = [Line(f"/{c.name} {c.argument} — {c.help}".replace("  ", " ")) for c in _known]
    lines.append(Line("Anything else is read as a question, and may follow on the one before: “and in 2024?”"))
    lines.append(Line(f"In the store: {told(counts['facts'])} facts from {told(counts['articles'])} articles"))
    return Answer(True, "What you can ask", tuple(lines))


HELP = Command("help", "", "tells what can be asked", help_, ("h", "?"), "/help")
