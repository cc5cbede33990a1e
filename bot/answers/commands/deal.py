"""`/deal`: rounds, acquisitions and listings by company, investor, buyer, round, sum and period, newest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause, clauses
from bot.answers.commands.asked_name import articles_on, as_one, whom
from bot.answers.commands.command import Command
from bot.answers.commands.deal_chart import deal_chart
from bot.answers.commands.deal_table import MOST_ROWS, wants_table, with_table
from bot.answers.commands.news_of_deals import Shown
from bot.answers.commands.said import Said, with_said
from bot.answers.decline import decline, nobody
from bot.answers.desk import Desk
from bot.answers.kinds import DEAL_KINDS
from bot.answers.legs.best_quote import deal_line
from bot.answers.legs.deal_sentences import is_on_deal_of
from bot.answers.legs.unknown_names import dealt, only_name
from bot.answers.lines import asides, cited_by, event_line, passage_line, rest_on
from bot.answers.ordinals import by_day
from bot.answers.picturing import wish
from bot.answers.query import Ids, Order, Part, Query
from bot.answers.sentences.surroundings import headings
from bot.answers.text import echo
from bot.answers.view import ids_by_slot
from bot.answers.wide.news import newest_day
from bot.answers.wide.wanting import in_its_month, is_fine
from bot.grammar.patterns import Pattern
from bot.locales import forms
from bot.model.answer import Action, Answer, Citation, Line
from bot.model.money import Money
from bot.model.when import When
from bot.store.read import Passage, StoredEvent

_MOST = 15
_MOST_FOUND = 200
_FULL = 6
"""Deals from which on few sentences are told beside them, and none from a large store."""
_MORE, _FEW = 6, 3
_TOTAL = Pattern(r"(?<!<)\b(?:total|totals|sum|altogether)\b|总额|合计")
_PARTS = ("company", "investors", "buyer", "target", "seller", "exchange")
_FILLER = Pattern(
    r"'s\b|\b(?:deals?|rounds?|funding|financing|investments?|acquisitions?|ipos?|as|by|of|in|from|with|"
    r"and|or|the|for|all|"
    r"total|totals|sum|show|me|latest|newest|last|recent|news|new|most|top|list|everything|any|this|deal|biggest|largest|rumou?red|denied|announced|completed|closed|planned|"
    r"invest(?:or|ors|ed)|acquir(?:er|ed)|buyer|target|since|before|after|until|ai|robotics?)\b|[^\w一-鿿]+"
)


def deal(desk: Desk, argument: str) -> Answer:
    table, argument = wants_table(desk.facts, argument)
    chart, argument = wish(desk.facts, argument)
    if (chart or table) and not argument:
        told = desk.lookup.run(Query(DEAL_KINDS, limit=MOST_ROWS))
        every = Answer(True, f"Deals ({len(told)})", tuple(event_line(t) for t in told[:_MOST]))
        if not told:
            return decline(desk.facts, "No deal is known.")
        shown = deal_chart(desk, (), told, chart, every) if chart else every
        return with_table(shown, told) if table else shown
    if not argument:
        return Answer(False, "Which deals?", hints=(f"For example: {DEAL.example}",))
    parts = clauses(argument, desk.lookup.spotter, desk.today)
    clause = as_one(desk, parts[0]) if parts else None
    if clause is not None and not (clause.narrow.given or clause.narrow.known):
        clause = in_its_month(clause, desk.today, newest_day(desk.facts))
    if clause is None or not (clause.names or clause.narrow.given or clause.narrow.known or _is_filler(clause)):
        return _written(desk, clause, argument) or nobody(desk.facts, argument, "/deal")
    if clause.names and not clause.groups():
        clause = replace(clause, tellers=frozenset())  # nobody's word is asked for here
    left = _FILLER.sub(" ", clause.unmarked).strip()
    if left and not clause.names:
        return _written(desk, clause, argument) or nobody(desk.facts, left, "/deal")
    total = bool(_TOTAL.search(clause.shape))
    query = _query(clause, MOST_ROWS if table else _MOST_FOUND)
    told, count = desk.lookup.first(query, query.limit if table or chart or total else _MOST)
    companies = dict.fromkeys(i for t in told[:3] for i in ids_by_slot(t).get("company", ()))
    desk.memory.add(Focus(clause, tuple(companies), told=tuple(told[:3])))
    if not told:
        names = " and ".join(desk.facts.name(sorted(ids)[0]) for ids in clause.groups()) or echo(argument)
        return _told_in_sentences(desk, clause, argument, query) or decline(
            desk.facts, f"No deal of {names} is known{_as_asked(clause)}.", clause.groups(), clause.unknown, "/deal"
        )
    if clause.names and query.order == "newest":
        told = by_day(told)
    lines = [deal_line(desk, t) for t in told[:_MOST]]
    narrow = clause.narrow
    if total:
        lines[:0] = _totals(desk, clause, told)
    if clause.names and not (narrow.least or narrow.most or narrow.status or narrow.known):
        cited = [*cited_by(lines), *rest_on(told[:_MOST])]
        enough = count >= _FULL
        if not (enough and desk.facts.is_large):
            deals = Shown(desk, clause.groups()[0], told)
            more = _said(desk, clause, cited, _FEW if enough else _MORE)
            lines += asides(p for p in more if deals.is_news(p))
    lines += asides(headings(desk.sentences, told[:_MOST]))
    answer = _answer(desk, clause, count, lines)
    if table:
        owners = [desk.facts.name(sorted(ids)[0]) for ids in clause.groups()]
        answer = with_table(answer, told, " ".join(owners))
    return deal_chart(desk, clause.groups(), told, chart, answer) if chart else answer


def _is_filler(clause: Clause) -> bool:
    """Whether nothing but deals of some sort is asked for: "latest", "acquisitions", "biggest rounds"."""
    return not _FILLER.sub(" ", clause.unmarked).strip()


def _query(clause: Clause, limit: int) -> Query:
    narrow, groups = clause.narrow, clause.groups()
    order: Order = "largest" if re.search(r"\b(?:biggest|largest|top)\b", clause.shape) else "newest"
    kinds: tuple[str, ...] = DEAL_KINDS
    if re.search(r"\b(?:acquisitions?|acquired|buyer|target)\b|收购", clause.shape):
        kinds = ("acquisition",)
    elif re.search(r"\bipos?\b|上市", clause.shape):
        kinds = ("ipo",)
    elif re.search(r"\bfunding rounds\b", clause.shape):
        kinds = ("funding",)
    return Query(
        kinds,
        tuple(Part(_PARTS, ids, units=True) for ids in groups),
        when=narrow.when,
        surely=not groups and is_fine(narrow.when),
        month=narrow.month,
        least=narrow.least,
        most=narrow.most,
        round=narrow.round,
        status=narrow.status,
        order=order,
        limit=limit,
        known=narrow.known,
    )


def _told_in_sentences(desk: Desk, clause: Clause, argument: str, query: Query) -> Answer | None:
    """The sentences on deals of somebody of whom no deal is known as a fact; None where there are none."""
    answer, narrow = dealt(desk, clause, argument, query), clause.narrow
    if not clause.names or narrow.least or narrow.most or narrow.status or narrow.known:
        return answer
    said = _said(desk, clause, answer.citations if answer else (), _MORE)
    if not said:
        return answer
    ids = clause.groups()[0]
    made = answer or Answer(
        True, f"What the articles say: {desk.facts.name(sorted(ids)[0])}", entities=tuple(sorted(ids))
    )
    return replace(made, lines=(*made.lines, *map(passage_line, said)))


def _written(desk: Desk, clause: Clause | None, argument: str) -> Answer | None:
    """What the articles say of deals of somebody whom only they name."""

    def tell(said: Said) -> list[Passage]:
        return said.deals(clause, _MORE, loosely=True)

    return with_said(desk, dealt(desk, clause, argument), only_name(argument), tell)


def _said(desk: Desk, clause: Clause, cited: Sequence[Citation], limit: int) -> list[Passage]:
    """What the articles say of deals of the names that are asked for, beside what is told already."""
    first, *others = clause.groups()
    on_them = articles_on(desk, first) if limit == _MORE else frozenset()
    said = Said(desk, whom(desk, first), cited, clause.text, on_them)
    told = said.deals(clause, limit, tuple(others)) or said.deals(clause, limit, tuple(others), loosely=not cited)
    family = desk.lookup.family(first)
    return [passage for passage in told if is_on_deal_of(desk, passage, family)]


def _as_asked(clause: Clause) -> str:
    return " for that round, sum or period" if clause.narrow.given else ""


def _totals(desk: Desk, clause: Clause, told: list[StoredEvent]) -> list[Line]:
    """The sum of the rounds that are told in dollars, and the totals that articles state."""
    lines = _stated(desk, clause)
    sums = [t for t in told if t.kind == "funding" and isinstance(t.event.best("amount"), Money)]
    dollars = [m for t in sums if isinstance(m := t.event.best("amount"), Money) and m.currency == "USD"]
    if len(dollars) > 1:
        cited = tuple(t.statements[0].citation for t in sums if (m := t.event.best("amount")) in dollars)
        total = forms().money(Money(sum(m.value for m in dollars), "USD"))
        lines.append(Line(f"Sum of the {len(dollars)} rounds below that are told in dollars: {total}", cited))
    return lines


def _stated(desk: Desk, clause: Clause) -> list[Line]:
    """The totals that articles state."""
    lines: list[Line] = []
    for ids in clause.groups():
        stated = Query(("metric",), (Part(("subject",), ids),), measures=("total_raised",), known=clause.narrow.known)
        lines += [event_line(t) for t in desk.lookup.run(stated, limit=2)]
    return lines


def _answer(desk: Desk, clause: Clause, count: int, lines: list[Line]) -> Answer:
    ids: list[Ids] = list(clause.groups())
    names = [desk.facts.name(sorted(group)[0]) for group in ids]
    title = f"Deals: {', '.join(names)}" if names else "Deals"
    title += f" ({count})" if count > 1 else ""
    if clause.narrow.known is not None:
        title += f", as told by {forms().when(When.day(clause.narrow.known))}"
    actions = [Action("timeline", f"Timeline of {name}", f"/timeline {name}") for name in names[:1]]
    return Answer(
        True, title, tuple(lines), actions=tuple(actions), entities=tuple(i for group in ids for i in sorted(group))
    )


DEAL = Command(
    "deal",
    "[chart] COMPANY or INVESTOR, round, over $1B, since 2024, csv",
    "rounds, acquisitions and listings, newest first",
    deal,
    ("deals",),
    "/deal COMPANY 2025",
)
