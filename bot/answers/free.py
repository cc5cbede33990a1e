"""Free questions: clause by clause, typed facts first, sentences second, else a plain no."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.decline import decline, written_as_names
from bot.answers.desk import Desk
from bot.answers.explain import explained
from bot.answers.finding import Found, entities_of, find, with_other_figures
from bot.answers.intents_time import is_news
from bot.answers.known import published_by
from bot.answers.lines import event_line, passage_line
from bot.answers.memory import Focus
from bot.answers.question import clauses
from bot.answers.text import echo, read
from bot.grammar.dates import format_when
from bot.model.answer import Action, Answer, Line
from bot.model.when import When

_SOURCES_AGREE = re.compile(
    r"\b(?:sources?|reports?|articles?|they|accounts?)\b.*\b(?:agree|differ|disagree|conflict|"
    r"contradict)|\bwhere do they differ\b"
)
_EXPLAIN = re.compile(r"\s*(?:--|—|–)\s*explain\b\s*", re.I)
_MOST_LINES = 8


def answer_free(desk: Desk, message: str) -> Answer:
    """The answer to one message in free words."""
    explain = bool(_EXPLAIN.search(message))
    message = _EXPLAIN.sub(" ", message).strip()
    parts = clauses(read(message), desk.lookup.spotter, desk.today)
    if not parts:
        return decline(desk.facts, "There is no question in that.")
    found: list[Found] = []
    for clause in parts:
        if found and not clause.names and _SOURCES_AGREE.search(clause.shape):
            found[-1] = with_other_figures(desk, found[-1])
            continue
        one = find(desk, clause)
        if one and one.events and _SOURCES_AGREE.search(clause.shape):
            one = with_other_figures(desk, one)
        one = _by_then(one)
        if one:
            found.append(one)
            quotes = [s.quote for told in one.events for s in told.statements] + [p.text for p in one.passages]
            desk.memory.add(Focus(one.clause, one.asked, tuple(quotes[:4])))
        else:
            desk.memory.add(Focus(clause))
    if not found:
        near = [ids for clause in parts for ids in clause.groups()]
        unknown = [word for clause in parts for word in clause.unknown] or ([] if near else written_as_names(message))
        since = next((clause.narrow.when for clause in parts if is_news(clause) and clause.narrow.when), None)
        if since is not None and not near:
            return decline(desk.facts, _nothing_new(desk, since))
        return decline(desk.facts, f"Nothing in the articles answers “{echo(message)}”.", near, unknown, "/ask")
    answer = _composed(desk, found)
    if not explain:
        return answer
    told = tuple(Line(f"Read as: {text}") for one in found for text in explained(desk.facts, one.query, one.rule))
    return replace(answer, lines=(*answer.lines, *told))


def _by_then(one: Found | None) -> Found | None:
    """What was found without sentences of articles that came out after the day asked about."""
    day = one.clause.narrow.known if one is not None else None
    if one is None or day is None:
        return one
    kept = replace(one, passages=tuple(p for p in one.passages if published_by(p.citation.published, day)))
    return kept if kept.events or kept.passages or kept.card or kept.lead else None


def _nothing_new(desk: Desk, since: When) -> str:
    """Why there is no news: how old the newest article is."""
    newest = next((article.published for article in desk.facts.articles() if article.published), "")
    told = f"; the newest article is of {format_when(When.from_iso(newest))}" if newest else ""
    time = f"since {format_when(When.day(since.start))}" if since.open == "after" else f"for {format_when(since)}"
    return f"No article tells anything new {time}{told}."


def _composed(desk: Desk, found: list[Found]) -> Answer:
    lines: list[Line] = []
    per_clause = max(3, _MOST_LINES // len(found))
    for one in found:
        lines += [line for line in one.lead if line not in lines]
        lines += one.card.lines[: per_clause if len(found) > 1 else None] if one.card else ()
        for told in () if one.card else one.events[: per_clause if len(found) > 1 else 12]:
            line = event_line(told)
            if line.event not in {known.event for known in lines}:
                lines.append(line)
        lines += [line for line in one.sums if line not in lines]
        for passage in one.passages:
            line = passage_line(passage)
            quotes = [" ".join(c.quote.split()) for known in lines for c in known.citations[:2]]
            if not any(line.text in quote or quote in line.text for quote in quotes):
                lines.append(line)
    ids = tuple(dict.fromkeys(i for one in found for i in (*one.asked, *entities_of(one.clause))))
    told_by = [i for one in found for n in sorted(one.clause.tellers) for i in sorted(one.clause.names[n].ids)]
    names = [desk.facts.name(i) for i in (*(i for one in found for i in entities_of(one.clause)), *told_by)]
    facts_told = any(one.events for one in found)
    title = ", ".join(list(dict.fromkeys(names))[:3])
    if not title and found[0].rule == "news":
        title = "What is new"
    known = next((one.clause.narrow.known for one in found if one.clause.narrow.known), None)
    if known is not None and facts_told:
        title = f"{title or 'What was known'}, as told by {format_when(When.day(known))}"
    title = (title or "What is known") if facts_told else f"What the articles say: {title}".rstrip(": ")
    actions = tuple(
        Action("timeline", f"Timeline of {name}", f"/timeline {name}") for name in list(dict.fromkeys(names))[:1]
    )
    card = found[0].card if len(found) == 1 else None
    if card is not None:
        title, actions = title.replace(names[0], card.title, 1), card.actions or actions
    return Answer(True, title, tuple(lines), actions=actions, entities=ids[:20])
