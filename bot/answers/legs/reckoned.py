"""What rounds come to: their average, their median or their sum, computed from those whose sums are told.

What two figures of one company come to is in `worked_out`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from statistics import mean, median

from bot.answers.amounts import UNSURE, distinct
from bot.answers.asked.question import Clause
from bot.answers.cards import Card
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.intents.lists import listed
from bot.answers.legs.worked_out import worked_out
from bot.answers.lines import event_line
from bot.answers.reckoning import COMPUTED
from bot.answers.sentences.markets.rankings import RANKED
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.grammar.rates import to_usd
from bot.locales import forms
from bot.model.answer import Line
from bot.model.money import Money
from bot.store.read import StoredEvent

_ROUNDS = r"(?:rounds?|<round>|raises?|financings?|(?:deal|ticket|cheque|check) sizes?)"
_ASKED = Pattern(
    rf"\b(?P<mean>average|mean|typical)\b.*(?:{_ROUNDS})|\b(?P<median>median)\b.*(?:{_ROUNDS})|"
    rf"\b(?P<sum>sum|total|add(?:ed)? up|combined)\b.*(?:{_ROUNDS})|"
    rf"(?:{_ROUNDS}).*\b(?P<mean2>average|mean)\b|(?:{_ROUNDS}).*\b(?P<median2>median)\b|"
    rf"(?:{_ROUNDS}).*\b(?P<sum2>in total|combined|summed|add up to)\b"
)
_WORDS = Pattern(
    r"\b(?:average|mean|typical|median|sums?|total|add(?:ed)? up(?: to)?|combined|sizes?|amounts?|value|"
    r"of|all|the|in|your|these|articles?|data|what|is|was|are|how|much|big|large|deal|ticket|cheque|check)\b"
)
_NO_ROUND = Pattern(r"\b(?:valuations?|pre-?money|post-?money|stated|told|investors?|funds?|price|market|who|which)\b")
_OF_ALL = Pattern(r"\b(?:rounds|deals|all|every|each)\b|<when>")
_LEAST, _SHOWN = 2, 10


def reckoned(desk: Desk, clause: Clause) -> Found | None:
    """What the rounds that a clause asks for come to, or two figures of one; None where it asks for anything else, or
    too few are told."""
    if (worked := worked_out(desk, clause)) is not None:
        return worked
    met = _ASKED.search(clause.shape)
    if met is None or _NO_ROUND.search(clause.shape) or not all(map(is_place, clause.groups())) or clause.pronoun:
        return None
    if desk.memory.foci and not _OF_ALL.search(clause.shape):
        return None  # "how much in total?" is asked of whom was spoken of
    wanted = next(name.rstrip("2") for name, said in met.groupdict().items() if said)
    rest = " ".join(_WORDS.sub(" ", clause.shape).split())
    rest = rest if "round" in rest or "<round>" in rest else f"rounds {rest}"
    asked = listed.queries(replace(clause, shape=f"list {rest}", wants="thing"))
    if not asked or desk.facts.is_large:
        return None
    return come_to(clause, desk.lookup.run(replace(asked[0], needs=("amount",), limit=500)), wanted)


def come_to(clause: Clause, rounds: Iterable[StoredEvent], wanted: str) -> Found | None:
    """The average (`mean`), the `median` or the `sum` of some rounds; None where too few of their sums are told."""
    sure = (one for one in rounds if one.event.best("status") not in UNSURE)
    told = [(one, money) for one in sure if isinstance(money := one.event.best("amount"), Money)]
    kept = distinct(told)
    dollars = [value for _, money in kept if (value := to_usd(money)) is not None]
    if len(dollars) < _LEAST or len(dollars) != len(kept):
        return None
    figure = mean(dollars) if wanted == "mean" else median(dollars) if wanted == "median" else sum(dollars)
    rough = any(money.currency != "USD" for _, money in kept)
    shown = forms().money(Money(float(f"{figure:.2g}"), "USD", True)) if rough else forms().money(Money(figure, "USD"))
    name = {"mean": "on average come to", "median": "have a median of", "sum": "add up to"}[wanted]
    text = f"The {len(kept)} rounds whose sums are told here {name} {shown} {COMPUTED}"
    first = sorted(kept, key=lambda row: -(to_usd(row[1]) or 0))[:_SHOWN]
    cited = tuple(dict.fromkeys(one.statements[0].citation for one, _ in first if one.statements))
    lines = [Line(text, cited[:6]), *(event_line(one) for one, _ in first)]
    events = tuple(one for one, _ in first)
    return Found(clause, events, (), rule=RANKED, card=Card("Computed from rounds told here", lines, list(events)))
