"""The audit log as an answer."""

from __future__ import annotations

from bot.admin.command import Refused, many, moment
from bot.admin.finding import shortened
from bot.answers.text import echo
from bot.model.answer import Answer, Line
from bot.state.audit import Audit, Entry

_SHOWN = 20
_MOST = 100


def logbook(audit: Audit, text: str) -> Answer:
    """The newest actions first, twenty or as many as asked for."""
    count = _SHOWN
    if text:
        if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text)):
            raise Refused(f"“{echo(text)}” is no number of actions: give one up to {_MOST}, or none")
        count = min(int(text), _MOST)
    entries = audit.entries(count)
    if not entries:
        return Answer(True, "Nothing was done yet.")
    total = entries[0].number
    title = f"{many(total, 'action')}, the newest first" + (
        f": the last {len(entries)}" if total > len(entries) else ""
    )
    return Answer(True, title, tuple(Line(line_of(entry)) for entry in entries))


def line_of(entry: Entry) -> str:
    """One action in one line: its number, when, who, what, what came of it, and whether it was taken back."""
    outcome = {"": "not finished", "done": ""}.get(entry.outcome, entry.outcome)
    undone = f"undone by action {entry.undone}" if entry.undone is not None else ""
    parts = (
        f"{entry.number} · {moment(entry.at)} · {shortened(entry.who) or 'somebody'} · {entry.action}",
        shortened(entry.what),
        shortened(outcome),
        undone,
    )
    return " · ".join(part for part in parts if part)
