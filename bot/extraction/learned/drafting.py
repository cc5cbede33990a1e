"""Makes a draft of a reading: whom it names comes from the reading, sums, numbers and dates from the grammars."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.extraction.deals.eras import eras
from bot.extraction.deals.sums import role
from bot.extraction.figures.figures import Figure, stretches
from bot.extraction.figures.measures import measure
from bot.extraction.figures.whose import period
from bot.extraction.kind import Draft, Era, all_kinds
from bot.extraction.learned.readings import Reading
from bot.extraction.text.masking import segments_of
from bot.grammar.portions import portion
from bot.model.statement import Investor, SlotValue
from bot.model.when import When

if TYPE_CHECKING:
    from bot.extraction.text.context import Context, Sentence
    from bot.grammar.money import MoneyMention

_ENOUGH = 0.12
"""How likely an entity must be to be named at all; whether the fact is right is judged later."""
_IN_LIST = 0.5
_NEAR = 90
"""Letters between a deal and the date that is taken for its own."""
_LEFT, _RIGHT = 60, 130
"""Letters around a takeover that say which part of a house it is of."""
_ACTION = re.compile(r"(?:[^,;.]|(?<=\d)[,.](?=\d))*")
Slots = dict[str, SlotValue | None]


class Drafter:
    """Drafts for the readings of one article."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._figures = {f.origin: f for stretch in stretches(context) for f in stretch.figures}

    def draft(self, reading: Reading) -> Draft | None:
        """What a reading tells; None where its place, its figure or whom it is about cannot be made out."""
        sentence = self.context.sentence_at(reading.position)
        if sentence is None:
            return None
        slots = _MAKERS[reading.kind](self, reading, sentence)
        filled = {k: v for k, v in slots.items() if v is not None and v not in ("", ())}
        if not all_kinds()[reading.kind].complete(filled):
            return None
        draft = Draft(reading.kind, filled, sentence.start, sentence.end, 0.3 * reading.sure)
        if reading.kind == "acquisition":
            at = reading.position
            return replace(draft, era=portion(sentence.between(max(sentence.start, at - _LEFT), at + _RIGHT)))
        if reading.kind != "funding":
            return draft
        date = filled.get("date")
        when = date if isinstance(date, When) else None
        return replace(draft, era=eras(self.context).of(sentence, reading.position, when))

    def one(self, reading: Reading, slot: str) -> str | None:
        """The entity of a slot, if one is likely enough."""
        choice = reading.named[slot]
        if not choice.likely or choice.likely[0][1] < max(_ENOUGH, choice.nobody):
            return None
        return self.context.clusters[choice.likely[0][0]].name

    def several(self, reading: Reading, slot: str) -> tuple[str, ...]:
        """The entities of a list."""
        likely = [c for c, share in reading.named[slot].likely if share >= _IN_LIST]
        return tuple(dict.fromkeys(self.context.clusters[c].name for c in likely))

    def figure(self, reading: Reading) -> Figure | None:
        """The figure at which a fact is told; a piece of a word inside it counts as well."""
        close = (origin for origin in self._figures if origin <= reading.position)
        found = self._figures.get(max(close, default=-1))
        if found is None or reading.position - found.origin > 12:
            return None
        return found

    def money(self, reading: Reading, sentence: Sentence) -> MoneyMention | None:
        """The sum at which a fact is told."""
        return next((m for m in sentence.money if m.start <= reading.position < m.end), None)

    def is_valuation(self, money: MoneyMention, sentence: Sentence) -> bool:
        """Whether a sum is what a company is worth, by the words around it."""
        for segment in segments_of(self.context, sentence):
            for number, mention in enumerate(segment.money):
                if mention is money:
                    return role(segment, number) == "value"
        return False

    def date(self, reading: Reading, sentence: Sentence) -> When | None:
        """The nearest date of the sentence."""
        near = [(abs(d.start - reading.position), d.start, d.when) for d in sentence.dates if d.when is not None]
        return min(near)[2] if near and min(near)[0] <= _NEAR else None

    def only_of_another_time(self, name: str, sentence: Sentence, era: Era) -> bool:
        """Whether a name stands in no sentence but such as tell of another round, of before or of now."""
        cluster = next(c for c in self.context.clusters if c.name == name)
        told = [s for m in cluster.named if (s := self.context.sentence_at(m.start)) is not None]
        if not era or sentence in told:
            return False
        found = {eras(self.context).at(s, m.start) for s, m in zip(told, cluster.named, strict=False)}
        return bool(found) and not found & {"", era}

    def title(self, reading: Reading) -> str | None:
        """The words of the title or degree that begin at the place."""
        return self.context.text[slice(*reading.title)].strip(" ,") if reading.title else None


def _state(reading: Reading) -> str | None:
    """The state of a deal; that one is denied is left to the rules, which know the words for it."""
    return None if reading.state == "denied" else reading.state


def _role(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    return {"person": drafter.one(reading, "person"), "organization": drafter.one(reading, "organization"),
            "title": drafter.title(reading)}  # fmt: skip


def _education(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    return {"person": drafter.one(reading, "person"), "school": drafter.one(reading, "school"),
            "degree": drafter.title(reading)}  # fmt: skip


def _funding(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    company, money = drafter.one(reading, "company"), drafter.money(reading, sentence)
    worth = None
    if money is not None and drafter.is_valuation(money, sentence):
        worth, money = money.money, None
    named = [n for n in drafter.several(reading, "investors") if n != company]
    date = drafter.date(reading, sentence)
    era = eras(drafter.context).of(sentence, reading.position, date)
    named = [n for n in named if not drafter.only_of_another_time(n, sentence, era)]
    rounds = sorted(sentence.rounds, key=lambda r: abs(r.start - reading.position))
    if money is None and not rounds and not named:
        return {}
    return {
        "company": company, "amount": money.money if money else None, "round": rounds[0].round if rounds else None,
        "investors": tuple(Investor(name) for name in named), "date": date,
        "valuation": worth, "status": _state(reading),
    }  # fmt: skip


def _acquisition(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    buyer, target = drafter.one(reading, "buyer"), drafter.one(reading, "target")
    money = drafter.money(reading, sentence)
    seller = drafter.one(reading, "seller")
    return {} if target in (buyer, seller) else {
        "buyer": buyer, "target": target, "seller": seller,
        "amount": money.money if money else None, "date": drafter.date(reading, sentence), "status": _state(reading),
    }  # fmt: skip


def _ipo(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    money = drafter.money(reading, sentence)
    return {"company": drafter.one(reading, "company"), "amount": money.money if money else None,
            "date": drafter.date(reading, sentence), "status": _state(reading)}  # fmt: skip


def _partnership(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    parties = drafter.several(reading, "parties")
    return {"parties": parties if len(parties) > 1 else None, "date": drafter.date(reading, sentence)}


def _founding(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    organization, parent = drafter.one(reading, "organization"), drafter.one(reading, "parent")
    return {} if organization == parent else {
        "organization": organization, "parent": parent,
        "founders": drafter.several(reading, "founders"), "date": drafter.date(reading, sentence),
    }  # fmt: skip


def _launch(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    return {
        "product": drafter.one(reading, "product"), "maker": drafter.one(reading, "maker"),
        "product_kind": reading.product_kind, "date": drafter.date(reading, sentence),
    }  # fmt: skip


def _price(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    money = drafter.money(reading, sentence)
    return {"product": drafter.one(reading, "product") if money else None, "amount": money.money if money else None}


def _measured(drafter: Drafter, reading: Reading, whose: str, *, future: bool) -> Slots:
    figure = drafter.figure(reading)
    if figure is None:
        return {}
    unit = figure.currency or ("percent" if figure.percent else figure.noun)
    return {
        whose: drafter.one(reading, whose), "value": figure.value, "high": figure.high, "unit": unit,
        "date": period(figure, drafter.context.published, future=future), "approximate": figure.approximate or None,
    }  # fmt: skip


def _metric(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    figure = drafter.figure(reading)
    cue = measure(figure) if figure is not None else None
    told = cue.measure if cue is not None else reading.measure
    slots: Slots = {**_measured(drafter, reading, "subject", future=False), "measure": told}
    value = slots.get("value")
    return {**slots, "value": cue.sign * value} if cue is not None and isinstance(value, int | float) else slots


def _forecast(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    return {**_measured(drafter, reading, "source", future=True), "measure": reading.measure}


def _plan(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    measured = _measured(drafter, reading, "organization", future=True)
    begin = reading.position - sentence.start
    before = sentence.text.rfind(" to ", 0, begin)
    words = _ACTION.match(sentence.text, before + len(" to ")) if before >= 0 else None
    if not measured:
        owner, date = drafter.one(reading, "organization"), drafter.date(reading, sentence)
        measured = {"organization": owner if date is not None else None, "date": date}
    return {**measured, "action": " ".join(words[0].split()[:16]) if words else None}


def _deployment(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    customer = drafter.one(reading, "customer")
    return {
        "product": drafter.one(reading, "product"), "maker": drafter.one(reading, "maker"),
        "customer": (customer,) if customer else None, "date": drafter.date(reading, sentence),
    }  # fmt: skip


def _statement(drafter: Drafter, reading: Reading, sentence: Sentence) -> Slots:
    return {"speaker": drafter.one(reading, "speaker"), "text": sentence.text}


_MAKERS: dict[str, Callable[[Drafter, Reading, Sentence], Slots]] = {
    "role": _role, "education": _education, "funding": _funding, "acquisition": _acquisition, "ipo": _ipo,
    "partnership": _partnership, "founding": _founding, "launch": _launch, "price": _price, "metric": _metric,
    "forecast": _forecast, "plan": _plan, "deployment": _deployment, "statement": _statement,
}  # fmt: skip
