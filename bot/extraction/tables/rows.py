"""The facts of tables: what each cell says of whom its row, and of what its column, is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.extraction.deals.recaps import month_of_recap
from bot.extraction.kind import Draft
from bot.extraction.tables.aligning import aligned
from bot.extraction.tables.cells import backers, name, number, period, round_of, scaled, sums
from bot.extraction.tables.grid import Cell, Row, Table, tables
from bot.extraction.tables.heads import Head, Sort, counted, figure_of, head_of
from bot.extraction.text.context import Context
from bot.model.money import Money
from bot.model.statement import Investor, SlotValue
from bot.model.when import When

_SURE = 0.95
_SHORT = 5
"""Letters of an abbreviation; longer words in capitals are headings."""
_YEAR = re.compile(r"\W*\d{4}\W*\Z")
_FUNDING: tuple[Sort, ...] = ("round", "lead", "backers")
_COUNTED = {"employees": "employees", "units": "units", "orders": "units"}
_MONEY = frozenset({"revenue", "profit", "valuation", "total_raised"})
_NO_ROUND = re.compile(
    r"\b(?:acquisition|acquired|merger|IPO|SPAC|repurchase|buyback|divestiture|bankrupt\w*)\b", re.IGNORECASE
)
_UNNAMED = re.compile(r"(?:[a-z]+ )?(?:investment|stake|offering|equity|funding|other)\Z", re.IGNORECASE)
"""What stands in a column of rounds and names none."""
_BOUGHT = re.compile(r"(?:acquisition|acquired)\Z", re.IGNORECASE)
_NO_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNIT = re.compile(
    r"(?:(?:[A-Z]{3}|[A-Z]{0,3}[$€£¥]) ?)?\b(?:thousand|million|billion)s?\b"
    r"(?: of (?:[A-Za-z.]+ )?[a-z]+| [A-Z]{3}\b)?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\D{0,4}\d[\d,. ]*")
"""A sum with its sign and no scale of its own: "$ 21,412"."""
_NOT_STATED = re.compile(r"\b(?:expected|forecast|planned|target|plan(?:s|ned)?)\b", re.IGNORECASE)


def told(ctx: Context, others: list[Draft]) -> list[Draft]:
    """The drafts of an article with those of its tables, which stand instead of what others made of the same lines."""
    found: list[Draft] = []
    read: list[tuple[int, int, str]] = []
    for table in tables(ctx.text):
        drafts = list(_facts(ctx, table))
        found += drafts
        read += [(row.start, row.end, kind) for row in table.rows for kind in {draft.kind for draft in drafts}]
    if not found:
        return others
    left = [d for d in others if not any(a <= d.start and d.end <= b and d.kind == kind for a, b, kind in read)]
    return [*left, *found]


def _facts(ctx: Context, table: Table) -> Iterator[Draft]:
    published = ctx.article.published
    heads = [head_of(text, published) for text in table.head]
    houses = [n for n, head in enumerate(heads) if head.sort == "house"]
    things = [n for n, head in enumerate(heads) if head.sort == "thing"]
    sorts = {head.sort for head in heads}
    if not houses and not things and not heads[0].sort and len(heads) > 2:
        houses = [0] if not table.head[0] or sorts & {"lead", "figure"} else []
    if "amount" in sorts and sorts & set(_FUNDING):
        yield from _rounds(ctx, table, heads, houses)
    elif "filed" in sorts and houses:
        yield from _listings(table, heads, houses[0])
    if "price" in sorts and (things or "house" not in sorts):
        yield from _prices(table, heads, things[0] if things else 0)
    if "released" in sorts and things:
        yield from _launches(ctx, table, heads, things[0], houses)
    times = [head for head in heads[1:] if head.when is not None and not head.sort]
    if len(times) > 1 and not any(head.sort for head in heads):
        yield from _statement(ctx, table, heads)
    elif houses or things:
        yield from _figures(table, heads, (houses or things)[0])


def _rounds(ctx: Context, table: Table, heads: list[Head], houses: list[int]) -> Iterator[Draft]:
    unit = next(head.text for head in heads if head.sort == "amount")
    for row in aligned(table.rows, heads):
        whose = _name(row, houses[0]) if houses else _main(ctx)
        given = {head.sort: cell.text for head, cell in _filled(row, heads) if head.sort not in {"figure", ""}}
        amount = next(iter(sums(given.get("amount", ""))), None) or _in_unit_of(given.get("amount", ""), unit)
        leads = backers(given.get("lead", ""), lead=True)
        investors = [*leads[:1], *((n, False) for n, _ in leads[1:]), *backers(given.get("backers", ""), lead=False)]
        if not whose or not (amount or investors) or _NO_ROUND.search(given.get("round", "")):
            if whose and investors and _BOUGHT.match(given.get("round", "")):
                when = period(given.get("date", ""), ctx.article.published)
                yield _draft(row, "acquisition", buyer=investors[0][0], target=whose, amount=amount, date=when)
            continue
        worth = given.get("valuation", "")
        yield _draft(
            row, "funding", company=whose, amount=amount,
            round=round_of(named) if not _UNNAMED.match(named := given.get("round", "")) else None,
            investors=tuple(Investor(called, lead) for called, lead in dict(investors).items()),
            date=period(given.get("date", ""), ctx.article.published) or ctx.once(month_of_recap), status="completed",
            valuation=next(iter(sums(worth)), None) or _in_currency_of(worth, amount),
        )  # fmt: skip


def _in_unit_of(text: str, unit: str) -> Money | None:
    """A figure without a currency, "13.2", in that of its head, "Amt. (M$)"."""
    bare = number(text)
    return scaled(bare[0], unit) if bare is not None and bare[0] > 0 else None


def _in_currency_of(text: str, other: Money | None) -> Money | None:
    """A sum without its currency, "10bn", in that of the sum beside it."""
    found = sums(f"{other.currency} {text.rstrip('+')}") if other is not None and re.match(r"\d", text) else []
    return found[0] if found else None


def _listings(table: Table, heads: list[Head], house: int) -> Iterator[Draft]:
    for row in table.rows:
        given = {head.sort: cell.text for head, cell in _filled(row, heads)}
        when = period(given.get("filed", ""), None)
        if (whose := _name(row, house)) and when is not None:
            amount = next(iter(sums(given.get("amount", ""))), None)
            yield _draft(row, "ipo", company=whose, date=when, amount=amount, status="announced")


def _prices(table: Table, heads: list[Head], thing: int) -> Iterator[Draft]:
    for row in table.rows:
        product = _name(row, thing)
        for head, cell in _filled(row, heads):
            if product and head.sort == "price":
                for amount in sums(cell.text):
                    yield _draft(row, "price", product=product, amount=amount)


def _launches(ctx: Context, table: Table, heads: list[Head], thing: int, houses: list[int]) -> Iterator[Draft]:
    for row in table.rows:
        given = {head.sort: cell.text for head, cell in _filled(row, heads)}
        when = period(given.get("released", ""), ctx.article.published)
        maker = _name(row, houses[0]) if houses else _main(ctx)
        if (product := _name(row, thing)) and when is not None:
            yield _draft(row, "launch", product=product, maker=maker, date=when)


def _figures(table: Table, heads: list[Head], whose: int) -> Iterator[Draft]:
    """Figures of many houses, a column for each."""
    unit = heads[0].text
    spoken = next((head for head in heads if head.sort == "figure"), None) or _counted_in(table.caption)
    if spoken is not None:  # "Units 2024 | 2023"
        heads = [replace(spoken, when=head.when) if _YEAR.match(head.text) else head for head in heads]
    for row in table.rows:
        subject = _name(row, whose)
        of_row = next((period(cell.text, None) for head, cell in _filled(row, heads) if head.text == "Period"), None)
        for head, cell in _filled(row, heads):
            if subject and head.sort == "figure":
                yield from _metric(row, subject, head, cell.text, f"{head.text} {unit}", head.when or of_row)


def _counted_in(caption: str) -> Head | None:
    """What a caption says that bare years below it count: "Humanoid shipments by vendor"."""
    head = figure_of(caption, None)
    return head if head.sort == "figure" and head.measure in _COUNTED else None


def _statement(ctx: Context, table: Table, heads: list[Head]) -> Iterator[Draft]:
    """The figures of the house that an article is about, a row for each and a column for each time."""
    main = _main(ctx)
    for row in table.rows:
        label = row.cells[0].text
        line = figure_of(label, None)
        whose = counted(label) or main
        if line.sort != "figure" or not whose or _NOT_STATED.search(label):
            continue
        for head, cell in _filled(row, heads):
            if head.when is not None and not _NOT_STATED.search(head.text):
                unit = f"{heads[0].text} {head.text} {label}" if line.measure not in {"employees", "units"} else ""
                if unit and scaled(1, _NO_YEAR.sub("", unit)) is None:
                    unit = _unit_of(table)
                yield from _metric(row, whose, line, cell.text, unit, head.when)


def _unit_of(table: Table) -> str:
    """The unit that a caption gives all sums of a table, with the currency that cells are written with."""
    met = _UNIT.search(table.caption)
    if met is None:
        return ""
    written = (m.currency for row in table.rows for cell in row.cells[1:] for m in sums(cell.text))
    return met[0] if scaled(1, met[0]) is not None else f"{met[0]} {next(written, '')}"


def _metric(row: Row, subject: str, head: Head, text: str, unit: str, when: When | None) -> Iterator[Draft]:
    money, bare = sums(text), number(text)
    found: tuple[float, str, bool] | None = None
    if money:
        whole = scaled(money[0].value, unit) if _PLAIN.fullmatch(text) else None
        found = (whole or money[0]).value, money[0].currency, money[0].approximate
    elif bare is not None and (sum_ := scaled(abs(bare[0]), _NO_YEAR.sub("", unit))) is not None:
        found = sum_.value * (-1 if bare[0] < 0 else 1), sum_.currency, bare[1]
    elif bare is not None and head.measure in _COUNTED:
        found = bare[0], _COUNTED[head.measure], bare[1]
    if found is None or (head.measure in _MONEY and found[1] in _COUNTED.values()):
        return
    value, in_unit, about = found
    if head.measure == "profit" and head.loss and value > 0:
        value = -value
    yield _draft(
        row, "metric", subject=subject, measure=head.measure, value=value, unit=in_unit, date=when,
        approximate=True if about else None,
    )  # fmt: skip


def _main(ctx: Context) -> str:
    """Whom a table without a column of names is about: the house of the article, else the one its title begins with."""
    named = ctx.main.name if ctx.main is not None else ""
    if not named:
        first = (m.text for c in ctx.clusters if c.kind == "org" for m in c.mentions if m.start == 0)
        named = next(first, "")
    heading = named.isupper() and len(named) > _SHORT and ctx.registry.lookup(named) is None
    return "" if heading else named


def _name(row: Row, column: int) -> str:
    cell = row.at(column)
    return name(cell.text) if cell is not None else ""


def _filled(row: Row, heads: list[Head]) -> Iterator[tuple[Head, Cell]]:
    for column, head in enumerate(heads):
        cell = row.at(column)
        if cell is not None:
            yield head, cell


def _draft(row: Row, kind: str, **slots: SlotValue | None) -> Draft:
    filled = {slot: value for slot, value in slots.items() if value is not None and value not in ("", ())}
    return Draft(kind, filled, row.start, row.end, _SURE)
