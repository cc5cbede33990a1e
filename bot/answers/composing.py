"""What the parts of a message found, put together as one answer."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.in_place import asks_for_all
from bot.answers.intents.frames import frame_of
from bot.answers.kinds import DEAL_KINDS
from bot.answers.legs.adding import adds
from bot.answers.legs.best_quote import deal_line
from bot.answers.legs.matters import OF_MATTERS
from bot.answers.lines import cited_by, passage_line
from bot.answers.quoted import is_quoted, spaced
from bot.answers.sentences.retrieval import is_heading
from bot.grammar.dates import format_when
from bot.locales import forms
from bot.model.answer import Action, Answer, Line
from bot.model.when import When
from bot.store.read import Passage, StoredEvent

_MOST_LINES = 8
"""Of all parts of a message together, where it has several; each has three at least."""
_MOST_FACTS = 12
_MOST_NAMES = 3


def composed(desk: Desk, found: list[Found]) -> Answer:
    """The facts and sentences that answer the parts of a message, in the order of the parts."""
    lines: list[Line] = []
    per_part = max(3, _MOST_LINES // len(found)) if len(found) > 1 else None
    for one in found:
        lines += [line for line in one.lead if line not in lines]
        if one.card:
            lines += one.card.lines[:per_part]
        else:
            _add_facts(desk, lines, one, per_part or _MOST_FACTS)
        lines += [line for line in one.sums if line not in lines]
        _add_sentences(desk, lines, one)
    names = list(dict.fromkeys(_names(desk, found)))
    title = _title(found, names)
    actions = tuple(Action("timeline", f"Timeline of {name}", f"/timeline {name}") for name in names[:1])
    card = found[0].card if len(found) == 1 else None
    if card is not None:
        title, actions = title.replace(names[0], card.title, 1) if names else card.title, card.actions or actions
    ids = tuple(dict.fromkeys(i for one in found for i in (*one.asked, *one.clause.ids)))
    return Answer(True, title, tuple(lines), actions=actions, entities=ids[:20])


def _add_facts(desk: Desk, lines: list[Line], one: Found, most: int) -> None:
    """Adds the facts of a part that no line tells yet."""
    of_time = one.clause.narrow.when is not None
    for told in one.events[:most]:
        line = deal_line(desk, told)
        if line.event not in {known.event for known in lines}:
            lines.append(_undated(line, told) if of_time else line)


def _undated(line: Line, told: StoredEvent) -> Line:
    """A deal of no date where a period is asked for: it is taken for one of its article's time, and that is said."""
    if told.date is not None or told.kind not in DEAL_KINDS or not told.said_first:
        return line
    article = forms().when(When.from_iso(told.said_first))
    return replace(line, text=f"{line.text} (no date told; in an article of {article})")


def _add_sentences(desk: Desk, lines: list[Line], one: Found) -> None:
    """Adds the sentences of a part that are not quoted yet and add to what is shown."""
    quotes = [spaced(c.quote) for c in cited_by(lines, 2)]
    shown: list[Passage] = []
    listed = asks_for_all(one.clause.text) and not one.events
    by_facts = bool(one.events) and frame_of(one.clause) is not None  # else looked at where it was found
    for passage in one.passages:
        is_title = passage.ordinal == 0 and passage.citation.source in {c.source for c in cited_by(lines)}
        if is_title or is_quoted(passage.text, quotes):
            continue  # the title of an article that is cited is shown with it
        if one.events and is_heading(passage.text):
            continue
        if listed or one.rule == OF_MATTERS or adds(desk, one.clause, passage, shown, by_facts):
            lines.append(passage_line(passage))
            quotes.append(spaced(lines[-1].citations[0].quote))
            shown.append(passage)


def _names(desk: Desk, found: list[Found]) -> list[str]:
    """Who was asked about, then by whom it was to be told."""
    told_by = [i for one in found for n in sorted(one.clause.tellers) for i in sorted(one.clause.names[n].ids)]
    return [desk.facts.name(i) for i in (*(i for one in found for i in one.clause.ids), *told_by)]


def _title(found: list[Found], names: list[str]) -> str:
    """Who it is about, as of when, and whether facts tell it or only sentences."""
    title = ", ".join(names[:_MOST_NAMES])
    if not title and found[0].rule == "news":
        title = "What is new"
    if not any(one.events for one in found):
        return f"What the articles say: {title}".rstrip(": ")
    known = next((one.clause.narrow.known for one in found if one.clause.narrow.known), None)
    if known is not None:
        title = f"{title or 'What was known'}, as told by {format_when(When.day(known))}"
    return title or "What is known"
