"""What anybody may see: how the facts stand, which articles they come from, where articles disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bot.admin.command import Refused, many, moment
from bot.admin.finding import SHOWN, by_id, event_words, is_id, shortened
from bot.answers.lines import citations_of, event_line
from bot.answers.text import echo, visible
from bot.model.answer import Answer, Line
from bot.store.query import EventQuery
from bot.store.read import Facts, StoredEvent
from bot.store.records import StoredArticle, StoredStatement

_MOST = 60
"""Lines of one answer; platforms cut it into pages."""


def status(facts: Facts, more: Iterable[str], command: str) -> Answer:
    """How much there is, since when, and what is said of it beside: `more`, a line each."""
    counts = facts.counts()
    title = (
        f"{many(counts['facts'], 'fact')} from {many(counts['articles'], 'article')}, built {moment(facts.built_at())}"
    )
    lines = [f"{many(counts['events'], 'event')} with {many(counts['entities'], 'name')}"]
    dated = [article for article in facts.articles() if article.published]
    if dated:
        lines.append(f"The newest article: {visible(dated[0].title) or dated[0].source}, {dated[0].published}")
    disputed = len(_disputed(facts, None))
    if disputed:
        lines.append(f"Articles disagree about {many(disputed, 'event')}: {command} conflicts")
    else:
        lines.append("No articles disagree")
    return Answer(True, title, tuple(Line(text) for text in (*lines, *more)))


def sources(facts: Facts, text: str, command: str) -> Answer:
    """The articles; or what one article, one event or everything about a name rests on, with the ids of it."""
    if not text:
        return _articles(facts, command)
    entities = facts.lookup(text)
    if is_id(text) and not entities:
        event, statement = by_id(facts, text)
        return _statements(event_words(event), [statement] if statement else event.statements)
    if entities:
        ids = tuple(one.id for entity in entities for one in (entity, *facts.children(entity.id)))
        events = facts.events(EventQuery(any_entities=ids))
        if events:
            title = (
                f"{many(len(events), 'event')} with {entities[0].name}; {command} sources ID tells what one rests on"
            )
            return _cut(title, [_event(event) for event in events])
    article = _article(facts, text)
    told = [s for event in facts.events(EventQuery()) for s in event.statements if s.article == article.id]
    where = f"{article.source}, {article.published or 'not dated'}"
    return _statements(f"{where}: {many(len(told), 'statement')}", told)


def conflicts(facts: Facts, text: str, command: str) -> Answer:
    """The events for which articles say what does not agree, of all or of one name."""
    about = None
    if text:
        found = facts.lookup(text)
        if not found:
            near = " or ".join(entity.name for entity in facts.suggest(text))
            raise Refused(f"Nothing is known of “{echo(text)}”." + (f" Is it {near}?" if near else ""))
        about = frozenset(one.id for entity in found for one in (entity, *facts.children(entity.id)))
    told = _disputed(facts, about)
    if not told:
        return Answer(True, f"No articles disagree{f' about {echo(text)}' if text else ''}.")
    title = f"Articles disagree about {many(len(told), 'event')}; {command} correct ID SLOT VALUE says which is right"
    return _cut(title, told)


def _articles(facts: Facts, command: str) -> Answer:
    told = Counter(s.article for event in facts.events(EventQuery()) for s in event.statements)
    articles = facts.articles()
    lines = [
        Line(
            " · ".join(
                part
                for part in (
                    article.published or "not dated",
                    visible(article.source),
                    shortened(article.publisher),
                    many(told[article.id], "fact"),
                )
                if part
            )
        )
        for article in articles
    ]
    if not lines:
        return Answer(True, "There are no articles yet.")
    return _cut(f"{many(len(articles), 'article')}; {command} sources FILE tells what one says", lines)


def _article(facts: Facts, text: str) -> StoredArticle:
    wanted = text.casefold()
    articles = facts.articles()
    found = [a for a in articles if a.source.casefold() == wanted] or [
        a for a in articles if wanted in a.source.casefold() or wanted in a.title.casefold()
    ]
    if not found:
        raise Refused(f"“{echo(text)}” is no name, no article and no id that is known")
    if len(found) > 1:
        names = ", ".join(visible(article.source) for article in found[:5])
        raise Refused(f"Several articles are called so: {names}{' …' if len(found) > 5 else ''}")
    return found[0]


def _statements(title: str, told: Iterable[StoredStatement]) -> Answer:
    lines = [Line(f"{s.id[:SHOWN]} · {s.kind}: {shortened(s.quote)}", (s.citation,)) for s in told]
    return _cut(title, lines)


def _event(event: StoredEvent) -> Line:
    return Line(f"{event.id[:SHOWN]} · {event_words(event)}", citations_of(event), event=event.id)


def _disputed(facts: Facts, about: frozenset[str] | None) -> list[Line]:
    """The lines of events with values that do not agree; two wordings of one thing are no dispute."""
    lines = []
    seen: set[str] = set()
    for conflict in facts.conflicts():
        event = conflict.event
        if event.id in seen or (about is not None and not about & set(event.names)):
            continue
        seen.add(event.id)
        line = event_line(event)
        if line.notes:
            lines.append(Line(f"{event.id[:SHOWN]} · {line.text}", line.citations, line.notes, line.when, event.id))
    return sorted(lines, key=lambda line: line.when, reverse=True)


def _cut(title: str, lines: list[Line]) -> Answer:
    left = len(lines) - _MOST
    shown = (*lines[:_MOST], Line(f"… and {left:,} more: name one to see it")) if left > 0 else tuple(lines)
    return Answer(True, title, shown)
