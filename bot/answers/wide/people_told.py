"""Sentences that tell what no fact does of people: from which house they came, who stands in for a time or retires."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.of_people import OfPeople
from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.legs.biography import people_in, with_whom
from bot.answers.lines import passage_line
from bot.answers.query import WRITTEN, Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.sayings import WHOLE_NAME
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer
from bot.store.read import Passage

_SEARCHED, _MOST = 40, 4
_NAME = "\0"
_CAME_PLAINLY = Pattern(
    rf"\b(?:(?:came|comes|joined|hired|poached|arrived|moved|veterans?|people|engineers?|founders?|"
    rf"colleagues) (?:\w+ ){{0,2}}?"
    rf"(?:from|of)|former(?:ly)?(?: [\w-]+){{0,4}}? (?:at|of|with|for)|ex-?|former|formerly|"
    rf"worked (?:\w+ ){{0,2}}?(?:at|for)|"
    rf"years (?:at|with|in)|(?:was|were|been) (?:an? |the )?(?:[\w-]+ ){{0,4}}?(?:at|with)|intern(?:ed)? at|left) "
    rf"(?:the )?{_NAME}|\bex-{_NAME}|\bformer {_NAME}",
    re.I,
)
_STUDIED = Pattern(
    r"\b(?:stud(?:y|ied)|graduat\w+|degrees?|doctorates?|ph\.?\s?d|master(?:'s|’s)|bachelor(?:'s|’s)|mba|diploma|"
    r"alumn\w+|"
    r"dropped out|earned|educated|attended)\b",
    re.I,
)
_FOUNDS = Pattern(r"\b(?:co-?)?found(?:ed|ers?|s)\b|\bset up\b|\bstarted\b", re.I)
_POST = r"(?:ceo|chief executive|president|managing director|chairman|chair|head|boss|general manager)"
_STANDS_IN = Pattern(
    rf"\b(?:interim|acting|caretaker) {_POST}\b|\bminding the (?:shop|store)\b|\bfor the time being\b|"
    rf"\b(?:until|till) (?:an? |the )?(?:new |permanent )?(?:successor|replacement|{_POST})\b|"
    rf"\b(?:serv\w+|act(?:s|ing)?|doubl\w+) (?:concurrently |temporarily )?as (?:the |its |interim )?{_POST}\b",
    re.I,
)
_RETIRES = Pattern(r"\bretir(?:es|ed|ing|ement)\b(?! (?:age|home|homes|savings|plan|fund|community|bolts?))", re.I)
_TOLD = {
    "interim": ("interim acting caretaker successor minding shop concurrently president time being", _STANDS_IN),
    "retire": ("retires retired retiring retirement", _RETIRES),
}
"""What is searched for, and what tells it."""


def in_sentences(desk: Desk, clause: Clause, asked: OfPeople, title: str) -> Answer | None:
    """The sentences that tell of somebody who came from a house, or studied there, where no fact does."""
    ids = clause.names[asked.house or 0].ids
    written = [one.removeprefix(WRITTEN) for one in sorted(ids) if is_written(one)]
    discourse = desk.sentences.discourse
    words = " ".join(written) or discourse.all_names(ids)
    found: list[Passage] = []
    for passage in desk.facts.search(words, _SEARCHED):
        if passage.ordinal == 0 or is_furniture(passage.text) or len(found) == _MOST:
            continue
        text = _hidden(desk, passage, ids, written)
        tells = _STUDIED if asked.way == "studied" else _CAME_PLAINLY
        if _NAME in text and tells.search(text) and ("found" not in asked.post or _FOUNDS.search(text)):
            found += [p for p in with_whom(desk, (passage,), replace(clause, wants="who")) if p not in found]
    if not found:
        return None
    desk.memory.add(Focus(clause, people_in(desk, found), tuple(p.text for p in found)[:4], (), tuple(found)))
    return Answer(True, f"{title}, in the words of the articles", tuple(map(passage_line, found)))


def _hidden(desk: Desk, passage: Passage, ids: Ids, written: list[str]) -> str:
    """The text of a sentence with a mark in place of a house."""
    text = passage.text
    for name in written:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _NAME, text)
    for mention in reversed(desk.sentences.discourse.named(passage)):
        if mention.ids & ids:
            text = f"{text[: mention.start]}{_NAME}{text[mention.end :]}"
    for one in sorted(ids) if not written else ():  # within a longer name: "the Acme Rover team"
        text = re.sub(rf"(?<!\w){re.escape(desk.facts.name(one))}(?= [A-Z])", _NAME, text)
    return text


def is_written(one: str) -> bool:
    return one.startswith(WRITTEN)


def people_told(desk: Desk, way: str, shown: Sequence[str]) -> list[Passage]:
    """Sentences that tell it of somebody by name, each but those whose person is shown already."""
    words, tells = _TOLD[way]
    found: list[Passage] = []
    names = {name.split(" ")[-1] for name in shown}
    for passage in desk.facts.search(words, _SEARCHED):
        met = WHOLE_NAME.search(passage.text)
        if passage.ordinal == 0 or is_furniture(passage.text) or met is None or not tells.search(passage.text):
            continue
        if any(name in passage.text for name in names):
            continue
        found.append(passage)
        names.add(met[0].split(" ")[-1])
        if len(found) == _MOST:
            break
    return found
