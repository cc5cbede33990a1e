"""What two told figures come to: a step-up, a premium, what a stake implies, the price of one, growth, a return.

No article need say it. Both figures are told with the sentences they rest on, and nothing is worked out where one of
them is missing, is in another currency, or may be that of somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.answers.amounts import UNSURE
from bot.answers.asked.question import Clause
from bot.answers.cards import Card
from bot.answers.desk import Desk
from bot.answers.followups.answer_before import FOLLOWS
from bot.answers.followups.subject import subject_of
from bot.answers.found import Found
from bot.answers.legs.figures import Side
from bot.answers.lines import event_line, passage_line
from bot.answers.query import Ids, Part, Query
from bot.answers.reckoning import COMPUTED, away, ratio, sum_of, times
from bot.answers.sentences.discourse import is_furniture
from bot.answers.whereabouts import is_place
from bot.grammar.money import find_money
from bot.grammar.patterns import Pattern
from bot.locales import forms
from bot.model.answer import Citation, Line
from bot.model.money import Money
from bot.store.read import Passage, StoredEvent

_ARTICLES = 3
_BACK = 2
"""Sentences back to one that names somebody, within which another may go on about them."""
_CALLED = Pattern(
    r"\b(?:buy|acquire|purchase|take over|for) the (?:[\w-]+ ){0,3}?(?:lab|company|firm|maker|start-?up|developer|"
    r"group)\b"
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A sum with the line and the sentence that tell it."""

    money: Money
    line: Line
    day: str
    event: StoredEvent | None = None

    @property
    def citation(self) -> Citation:
        """The sentence it rests on."""
        return self.line.citations[0]

    @property
    def written(self) -> str:
        """The sum in words, with its day where one is told."""
        when = self.event.date if self.event is not None else None
        shown = forms().money(self.money)
        return f"{shown} ({forms().when(when)})" if when is not None else shown


_Told = tuple[str, list[_Figure]]
_Way = Callable[[Desk, Ids], _Told | None]


def worked_out(desk: Desk, clause: Clause) -> Found | None:
    """What the figures come to that a clause asks to be held against each other; None where it asks anything else."""
    way = next((way for asked, way in _WAYS if asked.search(clause.shape)), None)
    if way is None or clause.tellers or clause.wants in ("who", "why", "where", "when"):
        return None
    for ids in _asked_of(desk, clause):
        if (told := way(desk, ids)) is not None:
            text, figures = told
            cited = tuple(dict.fromkeys(one.citation for one in figures))
            lines = [Line(f"{text} {COMPUTED}", cited), *dict.fromkeys(one.line for one in figures)]
            events = [one.event for one in figures if one.event is not None]
            card = Card(desk.facts.name(min(ids)), lines, events)
            return Found(clause, tuple(events), (), tuple(sorted(ids)), rule=FOLLOWS, card=card)
    return None


def _asked_of(desk: Desk, clause: Clause) -> Iterator[Ids]:
    """Those who are named, else those whom the turns before were about."""
    named = [clause.names[i].ids for i in clause.asked_about if not is_place(clause.names[i].ids)]
    if not named and not clause.unknown and (subject := subject_of(desk, desk.memory.foci)) is not None:
        named = [frozenset((one,)) for one in (*sorted(subject.named), *subject.last.answer[:_ARTICLES])]
    yield from (ids for ids in dict.fromkeys(named) if any(desk.facts.kind(one) != "person" for one in ids))


def _events(
    desk: Desk, ids: Ids, kinds: tuple[str, ...], slots: tuple[str, ...], measure: str = ""
) -> list[StoredEvent]:
    query = Query(kinds, (Part(slots, ids),), measures=(measure,) if measure else (), limit=30)
    return [one for one in desk.lookup.run(query) if one.statements]


def _figures(told: list[StoredEvent], slot: str) -> list[_Figure]:
    """The sums of some facts, the newest first."""
    out = []
    for one in told:
        if (money := sum_of(one, slot)) is not None:
            out.append(_Figure(money, event_line(one), one.date.end.isoformat() if one.date else one.said_last, one))
    return sorted(out, key=lambda figure: figure.day, reverse=True)


def _valuations(desk: Desk, ids: Ids) -> list[_Figure]:
    """What somebody was worth, surely told, the newest first, each sum once."""
    rounds = [one for one in _events(desk, ids, ("funding",), ("company",)) if one.event.best("status") not in UNSURE]
    metrics = _events(desk, ids, ("metric",), ("subject",), "valuation")
    every = sorted((*_figures(rounds, "valuation"), *_figures(metrics, "value")), key=lambda f: f.day, reverse=True)
    return list({(one.money.value, one.money.currency): one for one in reversed(every)}.values())[::-1]


def _rounds(desk: Desk, ids: Ids) -> list[_Figure]:
    """The sums of somebody's rounds, surely told, the newest first; those of a day are in the order of articles."""
    sure = [one for one in _events(desk, ids, ("funding",), ("company",)) if one.event.best("status") not in UNSURE]
    return _figures(sure, "amount")


def _quotient(first: _Figure, second: _Figure) -> float | None:
    """How many times one sum is another of the same currency."""
    return ratio(first.money, second.money)


def _step_up(desk: Desk, ids: Ids) -> _Told | None:
    """The last valuation by the one before it; else the last round by the one before."""
    for name, figures in (("valuation", _valuations(desk, ids)), ("round", _rounds(desk, ids))):
        if len(figures) < 2 or (quotient := _quotient(*figures[:2])) is None or figures[0].day == figures[1].day:
            continue
        last, before = figures[:2]
        untold = "" if name == "valuation" else "; no two valuations are told"
        said = f"The last {name} is {times(quotient)} the one before: {last.written} after {before.written}{untold}"
        return said, [last, before]
    return None


_OFFERS = Pattern(
    r"\b(?:offer(?:s|ed)?|bid(?:s|ding)?|approach\w*|propos\w+|(?:buy|acquire|acquiring|bought|acquired|purchase\w*|"
    r"tak(?:e|ing) over|takeover))\b",
    re.I,
)
_WORTH = Pattern(r"\b(?:valued|valuation|worth|market (?:cap|value))\b", re.I)


def _premium(desk: Desk, ids: Ids) -> _Told | None:
    """What was paid or offered for somebody, by what they were valued at last."""
    valued = _valuations(desk, ids)
    offers = _figures(_events(desk, ids, ("acquisition",), ("target",)), "amount")
    offers = offers or list(_sums_told(desk, ids, _OFFERS, but=_WORTH))
    if not valued or not offers or (quotient := _quotient(offers[0], valued[0])) is None:
        return None
    kind = "premium" if quotient >= 1 else "discount"
    paid, worth = offers[0].written, valued[0].written
    said = f"{away(quotient)} {kind}: {paid} offered or paid, {worth} the last valuation"
    return said, [offers[0], valued[0]]


def _return(desk: Desk, ids: Ids) -> _Told | None:
    """What was paid for somebody, by all that they had raised."""
    paid = _figures(_events(desk, ids, ("acquisition",), ("target",)), "amount")
    raised = _figures(_events(desk, ids, ("metric",), ("subject",), "total_raised"), "value") or _rounds(desk, ids)[:1]
    if not paid or not raised or (quotient := _quotient(paid[0], raised[0])) is None:
        return None
    said = f"The price is {times(quotient)} what is told as raised: {paid[0].written} for {raised[0].written}"
    return f"{said}; what each backer got is not told", [paid[0], raised[0]]


_STAKE = Pattern(
    r"(?<![\d.])(?P<share>\d{1,2}(?:\.\d{1,2})?) ?(?:%|per ?cent)[^.;]{0,30}?\b(?:stake|interest|holding|"
    r"share(?:s|holding)?|"
    r"of (?:the )?(?:company|shares|capital|firm)|equity)\b|\b(?:stake|interest|holding|shareholding) of (?:about |"
    r"around )?"
    r"(?P<of>\d{1,2}(?:\.\d{1,2})?) ?(?:%|per ?cent)",
    re.I,
)


def _implied(desk: Desk, ids: Ids) -> _Told | None:
    """What the whole is worth by the price of a part of it: one sentence tells one sum and one share."""
    for figure, text in _sentences_with_sum(desk, ids, _STAKE):
        shares = {met["share"] or met["of"] for met in _STAKE.finditer(text)}
        if len(shares) != 1 or (share := float(shares.pop())) <= 0:
            continue
        whole = Money(float(f"{figure.money.value / share * 100:.3g}"), figure.money.currency, True)
        return f"{figure.written} for {share:g}% puts the whole at {forms().money(whole)}", [figure]
    return None


_ORDERED = Pattern(
    r"\b(?:contract|order(?:s|ed)?|worth|bought|buy(?:s|ing)?|purchase\w*|procure\w*|deal|paid|pay(?:s|ing)?|tender)\b",
    re.I,
)
_COUNTED = Pattern(r"(?<![\d.,$€£¥₩₹])(?P<count>\d{1,3}(?:,\d{3})+|\d{1,6})(?![\d.,]*\d| ?(?:%|per|million|billion|"
                   r"bn|crore|lakh|"
                   r"years?|months?|days?|hours?)) (?:[\w-]+ ){0,3}?(?:robots?|mules?|units?|machines?|humanoids?|"
                   r"vehicles?|"
                   r"arms?|drones?|systems?|sets|dogs?|carts?|trucks?|pieces)\b", re.I)  # fmt: skip


def _each(desk: Desk, ids: Ids) -> _Told | None:
    """What one of them costs, by the sum and the number that one sentence tells of an order."""
    if _events(desk, ids, ("price",), ("product", "maker")):
        return None  # what one costs is told
    for figure, text in _sentences_with_sum(desk, ids, _ORDERED):
        counts = {met["count"].replace(",", "") for met in _COUNTED.finditer(text)}
        if len(counts) != 1 or (count := int(counts.pop())) < 2:
            continue
        one = Money(float(f"{figure.money.value / count:.3g}"), figure.money.currency, True)
        return f"{figure.written} for {forms().number(float(count))} is {forms().money(one)} each", [figure]
    return None


def _sums_told(desk: Desk, ids: Ids, told: Pattern, but: Pattern | None = None) -> Iterator[_Figure]:
    for figure, text in _sentences_with_sum(desk, ids, told):
        if but is None or not but.search(text):
            yield figure


def _sentences_with_sum(desk: Desk, ids: Ids, told: Pattern) -> Iterator[tuple[_Figure, str]]:
    """The sentences on somebody that a pattern finds and that tell one sum, the newest article first."""
    discourse = desk.sentences.discourse
    read = [discourse.article(article) for article in Side(ids).articles(desk)[:_ARTICLES]]
    for every in sorted(read, key=lambda rows: rows[0].citation.published if rows else "", reverse=True):
        for at, passage in enumerate(every):
            if not told.search(passage.text) or is_furniture(passage.text) or not _is_on(desk, every, at, ids):
                continue
            sums = find_money(passage.text)
            if len({(one.money.value, one.money.currency) for one in sums}) == 1:
                yield _Figure(sums[0].money, passage_line(passage), passage.citation.published), passage.text


def _is_on(desk: Desk, every: list[Passage], at: int, ids: Ids) -> bool:
    """Whether a sentence names somebody, or goes on from one that does."""
    discourse = desk.sentences.discourse
    if discourse.calls(every[at], ids):
        return True
    if _CALLED.search(every[at].text):  # "… has offered to buy the Berkeley lab", right behind its name
        return (at > 0 and discourse.calls(every[at - 1], ids)) or (at > 1 and discourse.calls(every[at - 2], ids))
    others = (m for m in discourse.named(every[at]) if any(desk.facts.kind(one) == "org" for one in m.ids - ids))
    return not any(others) and any(discourse.calls(one, ids) for one in every[max(0, at - _BACK) : at])


_WAYS: tuple[tuple[Pattern, _Way], ...] = (
    (Pattern(r"\bstep[- ]?up\b|\b(?:up|down)[- ]?round\b.*<\d+>|<\d+>.*\b(?:up|down)[- ]?round\b|"
             r"\bhow much (?:higher|lower|more) "
             r"(?:than|is|was) .*\b(?:last|previous|prior) (?:round|valuation)\b|\bvaluation (?:jump|increase|"
             r"growth|change)\b"),
     _step_up),
    (Pattern(r"\bpremium\b.*\b(?:last|previous|prior|latest|round|valuation)\b|\bpremium (?:to|over|on)\b|^(?:what |"
             r"how (?:big |much ))?"
             r"(?:is |was )?(?:the |a )?premium\b"), _premium),
    (Pattern(r"\b(?:nice|good|bad|great|decent|what|any|much) (?:of )?(?:a )?returns?\b|\breturn on (?:investment|"
             r"the money)\b|\bexit multiple\b|"
             r"\bmultiple (?:of|on) (?:the )?(?:money|capital|funding|what)\b|\bmoic\b"), _return),
    (Pattern(r"\bimpl(?:y|ies|ied|ying)\b.*\bval\w*|\bval\w* .*\bimpl(?:y|ies|ied)\b|\bwhat does (?:that|this|"
             r"the stake) value\b"),
     _implied),
    (Pattern(r"\b(?:price|cost|sum|pay|paid|get|how much)\b.*\b(?:per (?:unit|robot|machine|mule|piece|vehicle|drone|"
             r"arm|humanoid|one)|each|"
             r"apiece)\b|\bunit (?:price|cost)\b|\bimplied unit\b"), _each),
)  # fmt: skip
