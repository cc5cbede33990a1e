"""The verdict before an answer to "is …?", "has … yet?" and "done or still talks?", where what it shows says it surely.

A question that may be answered by yes or no is told what was found, and the reader has to make out which it is. Where a
sentence of the answer (or the one that replies to it) says so in words that leave no doubt, that one is told first,
with the verdict before it: "Not yet: …", "Denied: …". Where none does there is no verdict, and nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from bot.answers.asked.question import Clause, clauses
from bot.answers.asked.spotting import Mention
from bot.answers.desk import Desk
from bot.answers.lines import passage_line
from bot.answers.sentences.signs import ENDS_ASKING
from bot.answers.text import read
from bot.answers.whether.deals import ASKS_DEAL, ASKS_SETTLED, deal, settled
from bot.answers.whether.facts import affirmed
from bot.answers.whether.over import ASKS_STILL, ASKS_YET, still, yet
from bot.answers.whether.plainly_not import plainly_not
from bot.answers.whether.told import Told, Verdict, sentences
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer, Line

_MAY_ASK = Pattern(
    r"^(?:(?:and|but|so|ok|hey|wait|um),? )?(?:is|are|was|were|did|does|do|has|have|will)\b|"
    r"\b(?:still|yet|already|confirmed|official(?:ly)?|done deal|rumou?rs?|talks|true|reliable|are they|is it|"
    r"did they)\b",
    re.I,
)
"""What may be answered by yes or no: anything else is not looked at."""
_ASKS_ELSE = Pattern(
    r"\b(?:who(?:m|se)?|what|when|where|which|why|how (?!reliable|sure|certain|solid)\w+)\b|\b(?:say|said|comment\w*|"
    r"think|know|believe|den(?:y|ied|ies)|admit\w*|rul(?:e|ed|es) out)\b"
)
_BESIDES = Pattern(r"\bis (?:it|that|this) (?:official|confirmed|true|certain|sure)\b")
"""What asks beside something else whether it is so: "who says that, is it official?"."""
_MANY = 3
_Way = Callable[[Desk, Clause, list[Told]], Verdict | None]
_WAYS: tuple[tuple[Pattern | None, _Way], ...] = (
    (ASKS_SETTLED, settled),
    (ASKS_STILL, still),
    (ASKS_YET, yet),
    (ASKS_DEAL, deal),
    (None, affirmed),
    (None, plainly_not),
)
"""How it is asked and what gives the verdict, one after another; None for any question of yes or no."""


def yes_or_no(desk: Desk, message: str, answer: Answer) -> Answer:
    """An answer with the sentence first that says yes or no to what was asked, and the verdict before it."""
    if not (answer.answered and answer.lines and _MAY_ASK.search(message)):
        return answer
    parts = clauses(read(message), desk.lookup.spotter, desk.today)
    for clause in parts if len(parts) < _MANY else ():
        if _ASKS_ELSE.search(clause.shape) and not _BESIDES.search(clause.shape):
            continue
        clause = _of_whom(desk, clause, answer)
        if (reply := _replied(desk, clause, answer)) is not None:
            return _first(answer, *reply)
        told = list(sentences(desk, clause, answer))
        for asked, way in _WAYS:
            if asked.search(clause.shape) if asked is not None else clause.wants == "yes" and len(parts) == 1:
                verdict = way(desk, clause, told)
                if verdict is not None:
                    return _first(answer, *verdict)
    return answer


def _of_whom(desk: Desk, clause: Clause, answer: Answer) -> Clause:
    """A clause that names nobody with whom the answer is about for "he" or "it"."""
    if clause.names or not clause.pronoun:
        return clause
    person = clause.pronoun == "person"
    ids = [one for one in answer.entities if (desk.facts.kind(one) == "person") is person][:1]
    return replace(clause, names=tuple(Mention(0, 0, "", frozenset((one,))) for one in ids))


def _first(answer: Answer, said: str, line: Line) -> Answer:
    """An answer that begins with one of its lines, or another, and the verdict before it."""
    quotes = {citation.quote for citation in line.citations}
    others = (one for one in answer.lines if one != line and one.text != line.text)
    beside = tuple(one for one in others if not (one.aside and any(quote in one.text for quote in quotes)))
    return replace(answer, lines=(replace(line, text=f"{said}: {line.text}", aside=False), *beside))


_REPLIES = Pattern(
    r"^\W*(?:[\w .'’-]{1,30}[:：] ?|[A-Z]{1,3}[.:] )?(?P<word>no|nope|not (?:yet|at all|true)|never|yes|yeah|yep|"
    r"correct|absolutely|it is true|that is (?:true|right|correct))\b(?=\W)(?! (?:one|longer|more|matter|doubt|other|"
    r"idea|\w+s\b))",
    re.I,
)
_YES = Pattern(r"^(?:yes|yeah|yep|correct|absolutely|it is true|that is)", re.I)
_IS_IT = Pattern(r"\bis it true\b|\b(?:are|is|did|do|does|will|have|has) (?:you|they|it|he|she)\b", re.I)


def _replied(desk: Desk, clause: Clause, answer: Answer) -> Verdict | None:
    """The sentence that replies in an interview: "No. …", to a question that an answer begins with, or before it."""
    first = answer.lines[0]
    if clause.wants != "yes" or first.event or not first.citations:
        return None
    for passage in desk.facts.search(first.citations[0].quote, 1):
        if passage.citation.source != first.citations[0].source:
            continue
        beside = [*desk.sentences.discourse.near(passage, 1), passage, *desk.sentences.discourse.near(passage, 0, 1)]
        for asked, told in pairwise(beside):
            met = _REPLIES.match(told.text)
            if met is not None and (ENDS_ASKING.search(asked.text) or _IS_IT.search(asked.text)):
                return ("Yes" if _YES.match(met["word"]) else "No"), passage_line(told)
    return None
