"""What facts add up to: how many there are, and the sum of rounds beside the totals that articles state."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answers.absences import absence_line
from bot.answers.desk import Desk
from bot.answers.query import Part, Query
from bot.answers.view import ids_by_slot
from bot.grammar.dates import format_when
from bot.grammar.rates import to_usd
from bot.locales import forms
from bot.model.answer import Citation, Line
from bot.model.money import Money
from bot.store.read import StoredEvent

_NOUN = {
    "funding": ("funding round", "funding rounds"),
    "acquisition": ("acquisition", "acquisitions"),
    "ipo": ("listing", "listings"),
    "partnership": ("partnership", "partnerships"),
    "deployment": ("deployment", "deployments"),
    "launch": ("launch", "launches"),
    "founding": ("founding", "foundings"),
}
_MOST_CITED = 6


def counts(query: Query, told: list[StoredEvent]) -> Iterable[Line]:
    """How many facts a query that counts has found, told before them."""
    if query.absent and query.when is not None:
        yield absence_line(query, told, format_when(query.when))
    if query.aggregate == "count":
        yield counted(told, query.asked)


def sums_of(desk: Desk, query: Query, told: Iterable[StoredEvent]) -> Iterable[Line]:
    """What the rounds of the company that a query asks for add up to, told after the facts.

    Nothing where that is more than a total that the facts state: then what is no round was taken for one.
    """
    if query.aggregate == "sum" and query.parts:
        company = tuple(Part(("company",), part.ids) for part in query.parts[:1])
        rounds = desk.lookup.run(Query(("funding",), company, needs=("amount",), known=query.known, limit=60))
        stated = [value for one in told if isinstance(value := one.event.best("value"), int | float)]
        amounts = [money for one in rounds if isinstance(money := one.event.best("amount"), Money)]
        if stated and sum(money.value for money in amounts) > max(stated):
            return
        line = summed(rounds)
        if line:
            yield line


def counted(told: list[StoredEvent], asked: tuple[str, ...] = ()) -> Line:
    """How many facts are known, never more than that: what no article told is not counted."""
    done = [t for t in told if t.event.best("status") not in ("denied", "rumored")]
    kinds = list(dict.fromkeys(t.kind for t in told))
    noun = _NOUN.get(kinds[0], ("fact", "facts")) if len(kinds) == 1 else ("deal", "deals")
    text = f"{len(done)} {noun[len(done) != 1]}"
    of = {i for t in done for slot in asked for i in ids_by_slot(t).get(slot, ())}
    text += f" of {len(of)} {'company' if len(of) == 1 else 'companies'}" if of else ""
    unsure = len(told) - len(done)
    text += f" known here, and {unsure} more only rumored or denied" if unsure else " known here"
    return Line(text, _cited(done or told))


def summed(rounds: list[StoredEvent]) -> Line | None:
    """The sum of the rounds whose amount is told; None where fewer than two are. Other currencies make it rough."""
    told = [
        (t, m)
        for t in rounds
        if isinstance(m := t.event.best("amount"), Money) and t.event.best("status") not in ("denied", "rumored")
    ]
    if len(told) < 2:
        return None
    currencies = {money.currency for _, money in told}
    if len(currencies) == 1:
        total = forms().money(Money(sum(money.value for _, money in told), currencies.pop()))
    else:
        dollars = [to_usd(money) for _, money in told]
        if None in dollars:
            return None
        rough = sum(value for value in dollars if value is not None)
        total = f"roughly {forms().money(Money(float(f'{rough:.2g}'), 'USD'))}"
    text = f"The {len(told)} rounds whose amounts are told here add up to {total} (a sum, not a stated total)"
    return Line(text, _cited([t for t, _ in told]))


def _cited(told: list[StoredEvent]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(t.statements[0].citation for t in told if t.statements))[:_MOST_CITED]
