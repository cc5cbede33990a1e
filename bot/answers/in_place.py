"""The first sentences that an answer quotes, in their places: what their articles say right before and after them.

Where no fact answers, a sentence alone often tells half: who gave the sum that it tells stands in the next one, and
whom it calls "the company" in the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.asked.words import spelled
from bot.answers.desk import Desk
from bot.answers.labels import is_label
from bot.answers.legs.adding import says_some
from bot.answers.quoted import is_quoted, spaced
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import of_the_kind
from bot.answers.sentences.retrieval import ENDS
from bot.answers.sentences.signs import ENDS_ASKING
from bot.answers.sentences.things.matters import matter_of
from bot.answers.text import one_line
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer, Citation, Line
from bot.store.read import Passage

_SHOWN = 2
"""Sentences that are shown in their places."""
_FEW = 2
"""Sentences up to which an answer is one of some sentences; more are a list, which tells what it was asked for."""
_VALUES = ("money", "count", "percent", "when", "why", "who", "where")
_SHORT = 7
"""Words of a sentence that is no more than the end of the one before it: "Two people need about 25."."""
_ROW = " | "
_LONGEST = 320
"""Characters of a sentence beside one."""
_OPENS = 25
"""Letters within which a sentence names whom it is on."""
_POINTS_BACK = Pattern(r"\b(?:he|she|it|they|his|her|its|their|them)\b", re.I)
_LISTS = Pattern(
    r"^\W*(?:(?:and|so) )?(?:(?:which|what) )?(?:(?!does|is|was|has|did)[\w-]+ ){0,3}?(?!does|is|was|has)[\w-]{2,}s "
    r"(?:that|who|which|have|had|do|did|are|were|use|own|raise|file|\w+ed)\b",
    re.I,
)
"""What asks for all of a kind: beside one of them stand others, whether they are of it or not."""
LEFT_OUT = Pattern(r"\b(?:not|never|nobody|neither|without|except|besides|apart from|other than)\b|n't\b", re.I)
"""What asks for all but some: a sentence beside one that answers, or close to it, may tell of those."""


def asks_for_all(message: str) -> bool:
    """Whether a message asks for a list."""
    return bool(_LISTS.search(message) or LEFT_OUT.search(message))


def in_place(desk: Desk, answer: Answer, asked: Sequence[Clause], of_facts: bool = False) -> Answer:
    """An answer of sentences alone with what stands after the first two and may tell what was asked, and with what
    stands before one that points back.

    `of_facts`: an answer of facts, too: it leaves something open that may stand beside what they rest on.
    """
    alone = len(answer.lines) <= _FEW and all(_is_sentence(line) for line in answer.lines)
    if not answer.answered or not (alone or of_facts):
        return answer
    if len(answer.citations) > 1 and all(_ROW in citation.quote for citation in answer.citations):
        return answer  # a heading and its row: the rows beside it are of others
    quotes = [spaced(citation.quote) for citation in answer.citations]
    quotes += [spaced(line.text) for line in answer.lines]
    discourse = desk.sentences.discourse
    lines = list(answer.lines)
    for citation in answer.citations[:_SHOWN]:
        before: list[Passage] = []
        after: list[Passage] = []
        for cited in desk.facts.search(citation.quote, 1):
            if cited.citation.source == citation.source:
                before = discourse.near(cited, 1) if discourse.goes_on(cited) else []
                after = [p for p in discourse.near(cited, 0, 1) if _is_whole(p.text)]
        if not of_facts and asked:
            after = [p for p in after if any(_may_tell(desk, p, clause) for clause in asked)]
        told = [
            _unquoted((p.text for p in some if p.ordinal > 0 and not (is_furniture(p.text) or is_label(p))), quotes)
            for some in (before, after)
        ]
        if any(told):
            quotes += (*told[0], *told[1])
            lines.append(beside_line(told[0], told[1], citation))
    return replace(answer, lines=tuple(lines))


def _is_whole(text: str) -> bool:
    """Whether a line is a sentence, and no question, which only leads to what comes after it."""
    return bool(ENDS.search(text)) and not ENDS_ASKING.search(text)


def _may_tell(desk: Desk, passage: Passage, clause: Clause) -> bool:
    """Whether a sentence holds the kind of value that is asked for, or where none is says a word of the question, names
    whom it names or goes on; of a matter all sentences were looked at."""
    if not of_the_kind(passage, clause, ()) or is_of_others(desk, passage, clause):
        return False
    if matter_of(clause.shape) is not None:
        return clause.wants in _VALUES
    discourse = desk.sentences.discourse
    told = clause.wants in _VALUES or discourse.goes_on(passage) or len(passage.text.split()) <= _SHORT
    told = told or any(discourse.names_one(passage, ids) for ids in clause.groups())
    told = told or any(spelled(passage.text, (one.text.split()[0],)) for one in clause.names if one.text)
    return told or (bool(clause.content) and says_some(desk, clause, passage))


def is_of_others(desk: Desk, passage: Passage, clause: Clause) -> bool:
    """Whether a sentence is on another company or product than those that are asked about and points back to none."""
    discourse, groups = desk.sentences.discourse, [ids for ids in clause.groups() if not is_place(ids)]
    if not groups or clause.wants == "who" or discourse.goes_on(passage) or len(passage.text.split()) <= _SHORT:
        return False
    if _POINTS_BACK.search(passage.text) or any(discourse.names_one(passage, ids) for ids in groups):
        return False
    first = next(iter(discourse.named(passage)), None)
    return first is not None and first.start < _OPENS and {"org", "product"} >= {discourse.kind(i) for i in first.ids}


def beside_line(before: Iterable[str], after: Iterable[str], citation: Citation) -> Line:
    """The line that tells what stands before and after a sentence."""
    told = (f"before it “{text}”" for text in before), (f"after it “{text}”" for text in after)
    return Line(f"In its article {', '.join(one for side in told for one in side)}", (citation,), aside=True)


def _is_sentence(line: Line) -> bool:
    return any(spaced(line.text).strip("“”") == spaced(citation.quote) for citation in line.citations)


def _unquoted(texts: Iterable[str], quotes: list[str]) -> list[str]:
    told = (one_line(text) for text in texts)
    return [text for text in told if text and len(text) <= _LONGEST and not is_quoted(text, quotes)]
