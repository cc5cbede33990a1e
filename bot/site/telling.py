"""Events as the pages show them: a row in a list, and all that is known of one with its quotes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.answers.lines import disputed, event_line
from bot.answers.phrases import phrase
from bot.answers.view import View
from bot.locales import forms
from bot.model.money import Money
from bot.model.statement import SLOT_TYPES, Investor, SlotValue
from bot.site.addresses import entity_page, event_page, outside, source_page
from bot.store.read import StoredEvent
from bot.store.records import StoredArticle

KINDS = {
    "funding": "Funding",
    "acquisition": "Acquisition",
    "ipo": "Listing",
    "partnership": "Partnership",
    "role": "Post",
    "education": "Education",
    "founding": "Founding",
    "launch": "Launch",
    "price": "Price",
    "metric": "Figure",
    "forecast": "Forecast",
    "plan": "Plan",
    "deployment": "Deployment",
    "statement": "Statement",
}
"""What a fact of each kind is called on the pages, the weightiest kinds first."""

_LABELS = {"organization": "Organisation", "product_kind": "Kind of product", "text": "Said"}
_FIRST = (
    "person", "speaker", "title", "company", "organization", "subject", "parties", "buyer", "target", "seller",
    "product", "maker", "product_kind", "measure", "value", "round", "amount", "valuation", "investors",
)  # fmt: skip
_LAST = ("date", "start", "end", "status")
"""In this order stand who and what, then all others by the alphabet, then when and how sure."""
_PARTS_OF_A_FIGURE = frozenset({"unit", "high", "approximate"})
"""Told together with the value."""


def kind_label(kind: str) -> str:
    return KINDS.get(kind) or kind.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Row:
    """One event in a list."""

    id: str
    page: str
    kind: str
    text: str
    day: str
    """ISO day it is put in order by: when it was or will be true, empty where nobody says."""
    when: str
    """The same in words."""
    told: str
    """ISO day of the first article that tells it."""
    amount: str
    sources: int
    disputed: bool

    @property
    def label(self) -> str:
        return kind_label(self.kind)

    @property
    def year(self) -> str:
        return self.day[:4]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a value: a name leads to its page where it has one."""

    text: str
    page: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """One slot with its preferred value."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it is named beside a quote."""

    page: str
    title: str
    publisher: str
    published: str
    address: str
    """Where it stands on the web, empty where that is not known or no place to send people to."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the article it stands in; `anchor` is where the page shows it."""

    anchor: str
    quote: str
    source: Source


@dataclass(frozen=True, slots=True)
class Dispute:
    """What other articles say instead, and the quotes that say it."""

    text: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """One event with all that its page shows."""

    row: Row
    details: tuple[Detail, ...]
    said: tuple[Said, ...]
    disputes: tuple[Dispute, ...]


def source_of(article: StoredArticle) -> Source:
    title = " ".join(article.title.split()) or article.source
    return Source(source_page(article.id), title, article.publisher, article.published, outside(article.url))


def row(told: StoredEvent) -> Row:
    view = View(told)
    amount = view.value("amount")
    return Row(
        told.id,
        event_page(told.id),
        told.kind,
        phrase(view),
        told.date.start.isoformat() if told.date else "",
        forms().when(told.date) if told.date else "",
        told.said_first,
        forms().money(amount) if isinstance(amount, Money) else "",
        len({statement.article for statement in told.statements}),
        disputed(told),
    )


def whole(told: StoredEvent, sources: dict[str, Source], pages: Collection[str]) -> Whole:
    """`pages` are the entities that have one."""
    said: dict[tuple[str, str], Said] = {}
    quotes: dict[tuple[str, str], Said] = {}
    for statement in told.statements:
        key = (statement.article, statement.quote)
        if key not in said:
            said[key] = Said(f"quote-{len(said) + 1}", statement.quote, sources[statement.article])
        quotes.setdefault((statement.citation.source, statement.quote), said[key])
    disputes = tuple(
        Dispute(note.text, tuple(dict.fromkeys(quotes[cited.source, cited.quote] for cited in note.citations)))
        for note in event_line(told).notes
    )
    return Whole(row(told), tuple(_details(View(told), pages)), tuple(said.values()), disputes)


def _details(view: View, pages: Collection[str]) -> list[Detail]:
    found = []
    for slot in sorted({value.slot for value in view.told.event.values}, key=_place):
        value = view.value(slot)
        figure = slot == "value"
        if value is None or (slot in _PARTS_OF_A_FIGURE and view.value("value") is not None):
            continue
        parts = (Part(view.quantity()),) if figure else tuple(_parts(view, slot, value, pages))
        found.append(Detail(_LABELS.get(slot) or slot.replace("_", " ").capitalize(), parts))
    return found


def _place(slot: str) -> tuple[int, int, str]:
    if slot in _FIRST:
        return 0, _FIRST.index(slot), slot
    return (2, _LAST.index(slot), slot) if slot in _LAST else (1, 0, slot)


def _parts(view: View, slot: str, value: SlotValue, pages: Collection[str]) -> list[Part]:
    if isinstance(value, tuple):
        members = [(one.name, one.lead) if isinstance(one, Investor) else (one, False) for one in value]
    elif isinstance(value, str) and SLOT_TYPES.get(slot) == "name":
        members = [(value, False)]
    else:
        return [Part(view.printed(slot, value))]
    return [
        Part(view.told.name(name), entity_page(name) if name in pages else "", "led the round" if lead else "")
        for name, lead in members
    ]
