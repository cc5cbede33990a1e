"""Where a draft's sums, numbers and words stand in its article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.grammar.patterns import Pattern
from bot.model.statement import SlotValue

if TYPE_CHECKING:
    from bot.extraction.text.context import Context, Sentence
    from bot.extraction.text.mentions import Mention
    from bot.grammar.date_mentions import DateMention
    from bot.grammar.money import MoneyMention
    from bot.model.when import When


READ: Final = 0.3
"""How sure a draft is at most that no rule found."""


def sentences(context: Context, draft: Draft) -> Iterator[Sentence]:
    """The sentences that a draft rests on."""
    return (s for s in context.sentences if s.start < draft.end and draft.start < s.end)


def words(context: Context, draft: Draft) -> str:
    """The text that a draft rests on."""
    return context.text[draft.start : draft.end]


def naming(context: Context, draft: Draft, name: str) -> list[Mention]:
    """Where the text that a draft rests on names somebody."""
    return [m for c in context.clusters if c.name == name for m in c.named if draft.start <= m.start < draft.end]


_CLAUSE: Final = Pattern(
    r",? (?:and|while|but|whereas) (?:the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3} "
    r"(?:will|would|plans?|wants?|is|are|aims?|intends?|has|have|had|expects?|said|says)\b"
)


def in_another_clause(text: str, start: int, end: int) -> bool:
    """Whether between two places somebody else begins to do something ("…, and Acme plans …")."""
    return start < end and _CLAUSE.search(text, start, end) is not None


def speaks_of(sentence: Sentence, name: object) -> bool:
    """Whether a sentence mentions somebody, by name or otherwise."""
    return any(m.cluster.name == name for m in sentence.mentions)


def sums(context: Context, draft: Draft, value: float) -> Iterator[tuple[MoneyMention, Sentence]]:
    """The sums of this value in the draft's sentences."""
    for sentence in sentences(context, draft):
        for money in sentence.money:
            if money.money.value == value:
                yield money, sentence


def figure_places(context: Context, draft: Draft) -> Iterator[tuple[Sentence, int, int]]:
    """Where its sentences tell the value."""
    value = draft.slots.get("value")
    if not isinstance(value, int | float):
        return
    for sentence in sentences(context, draft):
        numbers = [(n.start, n.end) for n in sentence.numbers if n.value == abs(value)]
        numbers += [(m.start, m.end) for m in sentence.money if m.money.value == abs(value)]
        for start, end in numbers:
            yield sentence, start, end


def dated(context: Context, draft: Draft, when: When) -> Iterator[tuple[DateMention, Sentence]]:
    """The dates in the draft's sentences that may be this one."""
    for sentence in sentences(context, draft):
        for date in sentence.dates:
            if date.when is not None and date.when.overlaps(when):
                yield date, sentence


def without(draft: Draft, **slots: SlotValue | None) -> Draft:
    """A draft with other values of some slots; None and empty lists take a slot out."""
    filled = {k: v for k, v in {**draft.slots, **slots}.items() if v is not None and v != ()}
    return replace(draft, slots=filled)
