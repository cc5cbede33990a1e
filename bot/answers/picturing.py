"""Answers with a picture: whether one is asked for, how names and figures stand in it, what if it cannot be drawn."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.phrases import phrase
from bot.answers.view import View
from bot.charts.alt import in_words
from bot.charts.artist import ARTIST, NotDrawn
from bot.charts.lettering import drawable, latin_name
from bot.charts.spec import LONGEST, Chart
from bot.grammar.patterns import Pattern
from bot.locales import English, Forms, forms
from bot.model.answer import Answer
from bot.model.money import Money
from bot.model.when import When
from bot.store.read import Facts, StoredEvent

log = logging.getLogger(__name__)

NO_PICTURE = "The picture could not be drawn just now; the lines tell the same."

_CHART = Pattern(r"(?:charts?|graph|plot|picture|图表?)(?:\s+(?:of|for)\b)?(?:\s+|$)", re.I)
_BY = Pattern(r"\b(?:by|per)\s+(month|quarter|year|size|sum|amount|company|total)s?\b|\b(totals?|altogether)\b", re.I)
_SAME = {"sum": "size", "amount": "size", "company": "total", "totals": "total", "altogether": "total"}
_IN = Pattern(r"\bin\s+(usd|us\s+dollars|dollars|cny|rmb|yuan|renminbi|euros?|eur|yen|jpy|won|krw|pounds|gbp)\b", re.I)
_CODES = {
    "dollars": "USD", "us dollars": "USD", "rmb": "CNY", "yuan": "CNY", "renminbi": "CNY", "euro": "EUR",
    "euros": "EUR", "yen": "JPY", "won": "KRW", "pounds": "GBP",
}  # fmt: skip
_CURRENCY = {"USD": "US dollars", "CNY": "yuan", "EUR": "euros", "GBP": "pounds", "JPY": "yen", "KRW": "won"}
_SIGN = {"USD": "$", "EUR": "€", "GBP": "£"}
_ENGLISH = English()


@dataclass(frozen=True, slots=True)
class Wish:
    """A chart that is asked for: `by` is how (`month`, `quarter`, `year`, `size`, `total`), empty where not said."""

    by: str = ""
    currency: str = ""


def wish(facts: Facts, argument: str) -> tuple[Wish | None, str]:
    """(the chart that is asked for, the argument without it); None where none is. A name that begins so is a name."""
    asked = _CHART.match(argument)
    if asked is None or any(hit.start == 0 and hit.end > asked.end() for hit in facts.find_names(argument)):
        return None, argument
    rest = argument[asked.end() :]
    by, told = _BY.search(rest), _IN.search(rest)
    how = (by[1] or by[2]).casefold() if by else ""
    currency = " ".join(told[1].casefold().split()) if told else ""
    for part in (_BY, _IN):
        rest = part.sub(" ", rest, count=1)
    return Wish(_SAME.get(how, how), _CODES.get(currency, currency.upper())), " ".join(rest.split())


def chart_word(argument: str) -> str:
    """The word at the beginning that asks for a chart, empty where there is none."""
    asked = _CHART.match(argument)
    return asked[0].strip() if asked else ""


def pictured(answer: Answer, chart: Chart) -> Answer:
    """The answer with the chart and its words; where it cannot be drawn, the answer with a line that says so."""
    try:
        return replace(answer, picture=ARTIST.draw(chart), picture_alt=in_words(chart))
    except NotDrawn as error:
        log.warning("a picture could not be drawn: %s", error)
        return replace(answer, hints=(*answer.hints, NO_PICTURE))


def written() -> Forms:
    """The forms of the answer that is being made, where the charts have their letters; else English ones."""
    own = forms()
    sample = own.day(date(2025, 12, 31)) + own.when(When.month(2025, 5)) + own.money(Money(2_500_000, "CNY", True))
    return own if drawable(sample) else _ENGLISH


def name_of(facts: Facts, entity_id: str) -> str:
    """The name of an entity as a chart shows it."""
    entity = facts.entity(entity_id)
    return latin_name(entity.name, entity.aliases) if entity else latin_name(entity_id)


def latin(facts: Facts, told: StoredEvent) -> StoredEvent:
    """An event with its names as a chart shows them."""
    names = {one: name if drawable(name) else name_of(facts, one) for one, name in told.names.items()}
    return replace(told, names=names)


def brief(facts: Facts, told: StoredEvent) -> str:
    """An event in few words, without its date and whoever else took part."""
    view = View(latin(facts, told), written())
    text = phrase(view).split("; ")[0]
    when = view.text("date")
    text = text.replace(f", {when}", "", 1) if when else text
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rsplit(' ', 1)[0]}…"


def not_drawn(left: Sequence[str]) -> tuple[str, ...]:
    """A note on what is left out; none where nothing is."""
    return (f"Not drawn: {', '.join(left)}.",) if left else ()


def currency_name(code: str) -> str:
    """ "US dollars"."""
    return _CURRENCY.get(code, code)


def unit_of(code: str) -> str:
    """What stands before a figure."""
    return _SIGN.get(code, f"{code} ")
