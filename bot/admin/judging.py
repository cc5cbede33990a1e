"""What administrators decide: kept in the state, applied by every build from the next one on."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence

from bot.admin.command import Refused, Undoing
from bot.admin.finding import article_called, by_id, event_words, is_id, statement_words
from bot.admin.pairs import two
from bot.answers.text import echo, visible
from bot.grammar.money import parse_money
from bot.model.answer import Answer, Line
from bot.model.judgement import VERDICTS, Judgement
from bot.model.statement import SLOT_TYPES, SlotValue, is_name, slots_to_json
from bot.model.when import When
from bot.names.folding import fold
from bot.state.audit import Audit
from bot.state.judgements import Judgements
from bot.store.read import Facts
from bot.store.work import Read

_YES, _NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})


class Judging:
    """`command` is how the reader calls `/facts` on their platform."""

    def __init__(
        self, read: Read, judgements: Judgements, audit: Audit, command: str, others: Sequence[Undoing] = ()
    ) -> None:
        self._read = read
        self._judgements = judgements
        self._audit = audit
        self._command = command
        self._others = tuple(others)

    async def retract(self, user: str, text: str) -> Answer:
        if not text:
            raise Refused(f"Which fact? {self._command} retract ID; {self._command} sources NAME shows the ids")

        def found(facts: Facts) -> Judgement:
            article = None if is_id(text) else article_called(facts, text)
            if article is not None:
                return Judgement("retract-article", (article.id,), (visible(article.source),))
            event, statement = by_id(facts, text)
            if statement is not None:
                return Judgement("retract-statement", (statement.id,), (statement_words(statement),))
            return Judgement("retract-event", (event.id,), (event_words(event),))

        return self._given(user, await self._read(found))

    async def same(self, user: str, text: str) -> Answer:
        form = f'{self._command} same "NAME TO KEEP" "OTHER NAME"'

        def found(facts: Facts) -> Judgement:
            (one, name), (other, second) = two(facts, text, form)
            if one.id == other.id:
                raise Refused(f"{one.name} goes by both names already.")
            return Judgement("same", (one.id, other.id), (name, second))

        return self._given(user, await self._read(found))

    async def different(self, user: str, text: str) -> Answer:
        form = f'{self._command} different "NAME" "OTHER NAME"'

        def found(facts: Facts) -> Judgement:
            (one, name), (other, second) = two(facts, text, form)
            if fold(name) == fold(second):
                raise Refused("That is one name: two writings of it cannot be told apart.")
            return Judgement("different", (one.id, other.id), (name, second))

        return self._given(user, await self._read(found))

    async def correct(self, user: str, text: str) -> Answer:
        parts = text.split(maxsplit=2)
        if len(parts) < 3:
            raise Refused(f"Say what is right: {self._command} correct ID SLOT VALUE, such as … amount $140 million")
        start, slot, told = parts[0], parts[1].casefold(), parts[2]

        def found(facts: Facts) -> Judgement:
            event, _ = by_id(facts, start)
            slots = sorted({v.slot for v in event.event.values if not is_name(v.slot)})
            if is_name(slot):
                raise Refused(f"Names are put right with {self._command} same or different, or by retracting the fact.")
            if slot not in slots:
                raise Refused(f"That event tells no “{echo(slot, 20)}”; it tells {', '.join(slots) or 'names only'}.")
            value = slots_to_json({slot: _value(slot, told)})[slot]
            return Judgement("correct", (event.id,), (event_words(event),), slot, json.dumps(value, ensure_ascii=False))

        return self._given(user, await self._read(found))

    async def undo(self, user: str, text: str) -> Answer:
        number = self._last() if not text else _number(text)
        if number is None:
            raise Refused("There is nothing to take back.")
        entry = self._audit.get(number)
        if entry is None:
            raise Refused(f"There is no action {number}: {self._command} audit lists them.")
        if entry.undone is not None:
            raise Refused(f"Action {number} was taken back by action {entry.undone} already.")
        for other in self._others:
            answer = await other.undo(user, entry)
            if answer is not None:
                return answer
        if entry.action not in (*VERDICTS, "import"):
            raise Refused(
                f"Action {number} ({entry.action}) cannot be taken back: only judgements and saved articles can."
            )
        gone = self._judgements.undo(user, number)
        by = self._audit.get(number)
        title = f"Took back action {number} of {entry.who or 'somebody'} (action {by.undone if by else ''})."
        return Answer(True, title, (*(Line(j.told()) for j in gone), self._when()))

    def _last(self) -> int | None:
        numbers = [self._judgements.last(), *(other.last() for other in self._others)]
        return max((number for number in numbers if number is not None), default=None)

    def _given(self, user: str, judgement: Judgement) -> Answer:
        action = self._judgements.give(user, judgement)
        if action is None:
            raise Refused(f"That is judged so already: {judgement.told()}.")
        undo = Line(f"{self._command} undo {action} takes it back")
        return Answer(True, f"Noted as action {action}: {judgement.told()}", (self._when(), undo))

    def _when(self) -> Line:
        return Line(f"Answers follow with the next {self._command} reload")


def _number(text: str) -> int:
    digits = text.strip().removeprefix("#")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 12):
        raise Refused(f"“{echo(text)}” is no number of an action")
    return int(digits)


def _value(slot: str, text: str) -> SlotValue:
    """The value that was typed; Refused where the slot holds another sort."""
    kind = SLOT_TYPES[slot]
    text = text.strip().strip('"“”')
    if kind == "money":
        money = parse_money(text)
        if money is None:
            raise Refused(f"“{echo(text)}” is no sum of money: write it such as $140 million or CNY 1 billion")
        return money
    if kind == "when":
        try:
            return When.from_iso(text)
        except ValueError:
            raise Refused(f"“{echo(text)}” is no date: write it as 2025-10-08, 2025-10 or 2025") from None
    if kind == "number":
        try:
            number = float(text.replace(",", "").removesuffix("%"))
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise Refused(f"“{echo(text)}” is no number")
        return number
    if kind == "flag":
        if text.casefold() not in _YES | _NO:
            raise Refused(f"“{echo(text)}” is neither yes nor no")
        return text.casefold() in _YES
    return text
