"""A message that only names somebody of whom no fact is known: the question before is asked of that name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.followups.subject import Subject
from bot.answers.found import Found
from bot.answers.sentences.discourse import is_furniture
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer

_LEAD = Pattern(r"^\W*(?:(?:and|but|or|so|then|ok|okay|what about|how about|same for)\b[ ,]*)+", re.I)
_ABOUT = Pattern(r"^(?:(?:and|but|so|ok) )*(?:what|how) about <0>[ ?.!]*$")
_LONGEST, _MOST = 40, 2


def name_alone(parts: Sequence[Clause]) -> str:
    """The name that no fact knows, where a message says nothing else: "what about Acme"; else empty."""
    one = parts[0] if len(parts) == 1 else None
    if one is None or one.names or not one.unknown or one.narrow.given or not _LEAD.match(one.text):
        return ""
    rest = one.shape
    for word in one.unknown:
        rest = re.sub(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", " ", rest)
    name = _LEAD.sub("", one.text).strip(" ?.!")
    bare = replace(one, shape=rest, unknown=()).bare or set(rest.split()) <= set(name.casefold().split())
    return name if len(name) <= _LONGEST and (bare or _only_lead(rest, name)) else ""


def _only_lead(rest: str, name: str) -> bool:
    """Whether what is left of a message is what opens it, and words of the name."""
    left = _LEAD.sub("", rest).strip(" ?.!").split()
    return set(left) <= set(name.casefold().split())


def looked_at(parts: Sequence[Clause]) -> str:
    """The name that is known, where a message asks about it and nothing else: "what about Acme"; else empty."""
    one = parts[0] if len(parts) == 1 else None
    only = one is not None and one.bare and len(one.names) == 1 and not one.unknown and bool(_ABOUT.match(one.shape))
    return one.names[0].text if one is not None and only else ""


def asked_anew(name: str, foci: Sequence[Focus]) -> str:
    """The last question on one name as it was written, with another name in its place; empty where there is none."""
    for focus in foci:
        clause = focus.clause
        if clause.content and len(clause.names) == 1:
            text = clause.text.replace(clause.names[0].text, name, 1) if clause.names[0].text else clause.text
            if text != clause.text:
                return text
    return ""


def tells_of(name: str, answer: Answer) -> bool:
    """Whether an answer, a sentence that it cites or the title of an article of it writes a name."""
    written = _written(name)
    texts = [line.text for line in answer.lines]
    texts += [text for c in answer.citations for text in (c.quote, c.title)]
    return answer.answered and any(written.search(text) for text in texts)


def _written(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.I)


def spelled_before(desk: Desk, name: str, subject: Subject) -> Found | None:
    """The sentences of the articles that answered before which write a name."""
    written = _written(name)
    told = tuple(
        passage
        for article in subject.articles
        for passage in desk.sentences.discourse.article(article)
        if passage.ordinal > 0 and written.search(passage.text) and not is_furniture(passage.text)
    )[:_MOST]
    return Found(subject.last.clause, (), told, rule=FOLLOWS) if told else None
