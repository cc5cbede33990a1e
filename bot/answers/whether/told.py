"""The sentences that an answer shows, with marks for those who are asked about: what a verdict is read from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.answers.asked.question import Clause
from bot.answers.asked.words import stems
from bot.answers.desk import Desk
from bot.answers.quoted import spaced
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer, Citation, Line
from bot.store.read import StoredEvent

Verdict = tuple[str, Line]
"""What is said of a question, and the line that says it surely."""
_READ = 6
"""Lines of an answer, the first ones, that may give the verdict."""
_ARTICLES = 2
MARK = "\0"
"""What stands for a name of those who are asked about."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of an answer with the line that shows it; `hidden` has a mark for each name that is asked about."""

    line: Line
    text: str
    hidden: str
    citation: Citation
    event: StoredEvent | None = None

    @property
    def quoted(self) -> Line:
        """The sentence in its own words, be it one that a fact rests on."""
        return Line(f"“{self.text}”", (self.citation,))

    @property
    def status(self) -> str:
        """How far the fact is that rests on it: rumored, announced, completed or denied; empty where it has none."""
        return str(self.event.event.best("status") or "") if self.event is not None else ""


def sentences(desk: Desk, clause: Clause, answer: Answer) -> Iterator[Told]:
    """The sentences that an answer shows, those that its facts rest on with them."""
    ids = [one for name in clause.names for one in name.ids] or list(answer.entities)
    names = {name for one in ids for name in called(desk, one)} | {name.text for name in clause.names}
    for line in answer.lines[:_READ]:
        for citation in line.citations[:1]:
            quote = spaced(citation.quote)
            if line.event or spaced(line.text).strip("“”") == quote:
                event = desk.facts.event(line.event) if line.event else None
                yield Told(line, quote, hidden(quote, names), citation, event)


def around(desk: Desk, clause: Clause, told: Iterable[Told]) -> Iterator[Told]:
    """The sentences of an answer's first articles that name one who is asked about, or stand right behind one."""
    shown = list(told)
    names = {name for mention in clause.names for one in mention.ids for name in called(desk, one)}
    names |= {name.text for name in clause.names}
    sources = list(dict.fromkeys(one.citation.source for one in shown))[:_ARTICLES] if names else ()
    for source in sources:
        first = next(one for one in shown if one.citation.source == source)
        article = next((p.article for p in desk.facts.search(first.text, 1) if p.citation.source == source), "")
        before = ""
        for passage in desk.sentences.discourse.article(article) if article else ():
            text = spaced(passage.text)
            marked = hidden(text, names)
            if passage.ordinal > 0 and (MARK in marked or MARK in before):
                yield Told(Line(f"“{text}”", (passage.citation,)), text, marked, passage.citation)
            before = marked


def called(desk: Desk, one: str) -> tuple[str, ...]:
    """What somebody goes by: the whole name, the surname of a person."""
    name = desk.facts.name(one)
    return (name, name.split(" ")[-1]) if desk.facts.kind(one) == "person" else (name,)


def hidden(text: str, names: Iterable[str]) -> str:
    """A text with a mark for some names."""
    written = "|".join(re.escape(name) for name in sorted(filter(None, set(names)), key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{written})(?!\w)", MARK, text, flags=re.I) if written else text


_TELLS = Pattern(r"^(?:'s|’s)? (?:had )?(?:reported|reports?|wrote|writes|said|says|newspaper|website)\b")
_TOLD_BY = Pattern(r"\b(?:report (?:by|in|from)|according to|told|to) (?:[\w'’-]+ ){0,3}$")


def names_several(clause: Clause) -> bool:
    """Whether a clause names more than one, be it as "A and B"."""
    return len({name.ids for name in clause.names}) > 1


def is_of(desk: Desk, clause: Clause, one: Told) -> bool:
    """Whether a sentence names one who is asked about, or says a word of the question; of two who are asked about it
    names both, or nobody beside the one: what is denied of others says nothing of them."""
    if names_several(clause) and one.hidden.count(MARK) == 1:
        asked = frozenset().union(*clause.groups())
        for other in desk.lookup.spotter.asked(one.text):
            teller = _TELLS.match(one.text[other.end :]) or _TOLD_BY.search(one.text[: other.start])
            if not teller and not other.ids & asked and any(desk.facts.kind(i) == "org" for i in other.ids):
                return False
    return not clause.names or MARK in one.hidden or bool(stems(one.text) & frozenset(clause.content))
