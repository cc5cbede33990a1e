"""What a reload changed, for whoever asked for it."""

from __future__ import annotations

from collections import Counter

from bot.admin.command import many, moment
from bot.admin.finding import shortened
from bot.admin.reload import Report
from bot.answers.lines import event_line
from bot.answers.phrases import phrase
from bot.answers.view import View
from bot.model.answer import Answer, Line
from bot.store.read import Facts
from bot.store.records import Change, What

_ORDER: tuple[What, ...] = ("withdrawn", "conflicting", "corrected", "new", "corroborated")
_EACH = 8
"""Lines of one sort; what is beyond is counted."""
_SKIPPED = 5


def told(facts: Facts, report: Report) -> Answer:
    """What the build that serves now changed, sort by sort, the weightiest sort first, and what it left out."""
    changes = facts.changes()
    counts = Counter(change.what for change in changes)
    changed = ", ".join(f"{counts[what]:,} {what}" for what in _ORDER if counts[what]) or "nothing changed"
    stored = facts.counts()
    title = (
        f"Reloaded, {moment(facts.built_at())}: {changed}; {many(stored['facts'], 'fact')} from "
        f"{many(stored['articles'], 'article')} now (action {report.number})"
    )
    lines: list[Line] = []
    for what in _ORDER:
        mine = [change for change in changes if change.what == what]
        lines += [_line(facts, change) for change in mine[:_EACH]]
        if len(mine) > _EACH:
            lines.append(Line(f"… and {len(mine) - _EACH:,} more {what}"))
    lines += [Line(f"Skipped {shortened(file)}: {shortened(reason)}") for file, reason in report.skipped[:_SKIPPED]]
    if len(report.skipped) > _SKIPPED:
        lines.append(Line(f"… and {len(report.skipped) - _SKIPPED:,} more skipped"))
    lines += [Line(f"A judgement without effect: {shortened(one)}") for one in report.idle]
    return Answer(True, title, tuple(lines))


def _line(facts: Facts, change: Change) -> Line:
    event = facts.event(change.event)
    if event is None:
        return Line(f"Withdrawn: {shortened(change.before)}")
    line = event_line(event)
    if change.what == "corrected":
        said = f"{phrase(View(event))} ({change.slot}: {shortened(change.before)} → {shortened(change.after)})"
    elif change.what == "conflicting":
        said = f"{phrase(View(event))} ({change.slot}: {shortened(change.after)})"
    elif change.what == "corroborated":
        said = f"{phrase(View(event))} (told by {change.after} articles, before by {change.before})"
    else:
        said = phrase(View(event))
    return Line(f"{change.what.capitalize()}: {said}", line.citations, (), line.when, event.id)
