"""What is told of an event in one piece is what the columns hold, and every value comes back as it was said."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.answer import Citation
from bot.model.event import Event, EventValue
from bot.model.money import Money
from bot.model.statement import Investor, Quote, SlotValue, Statement
from bot.model.when import When
from bot.store.read import Facts
from bot.store.schema import typed_rows
from bot.store.told import articles_of, pack, unpack
from bot.store.write import write
from tests.bench.zipf_store import zipf_content
from tests.store.shelf import content

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
FIGURES = st.floats(allow_nan=False, allow_infinity=False)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
WHENS = st.builds(
    lambda one, other, *rest: When(min(one, other), max(one, other), *rest),
    DAYS, DAYS, st.sampled_from(["day", "month", "span"]), st.booleans(), st.sampled_from(["", "after", "before"]),
)  # fmt: skip
SLOTS = st.fixed_dictionaries(
    {},
    optional={
        "amount": st.builds(Money, FIGURES, st.sampled_from(["USD", "CNY"]), st.booleans(), st.none() | FIGURES),
        "date": WHENS, "start": WHENS, "value": FIGURES, "approximate": st.booleans(), "round": TEXTS,
        "company": TEXTS, "customer": st.lists(TEXTS, max_size=3).map(tuple),
        "investors": st.lists(st.builds(Investor, TEXTS, st.booleans()), max_size=3).map(tuple),
    },
)  # fmt: skip


@given(SLOTS, st.sampled_from(["preferred", "normal", "deprecated"]), TEXTS)
def test_every_value_comes_back_as_it_was_said(slots: dict[str, SlotValue], rank, quote: str) -> None:
    statement = Statement("an article", "funding", slots, Quote(3, 3 + len(quote), quote))
    values = tuple(EventValue(slot, value, rank, (statement.id,)) for slot, value in sorted(slots.items()))
    event = Event("an event", "funding", values, (statement.id,))
    body = json.loads(pack(event, [statement], {statement.id: slots}, {"e": "E"}, ("2025-01-01", "", None)))
    assert articles_of(body) == ["an article"]
    told = unpack("an event", body, lambda article, text: Citation(article, text))
    assert told.event == event
    (said,) = told.statements
    assert (said.id, said.kind, said.slots, said.quote) == (statement.id, "funding", slots, quote)
    assert said.span == (3, 3 + len(quote))
    assert said.citation == Citation("an article", quote)
    assert (told.said_first, told.said_last, told.usd, told.name("e")) == ("2025-01-01", "", None, "E")
    best = {slot: slots.get(slot) if rank == "preferred" else None for slot in ("date", "start")}
    assert told.date == (best["date"] or best["start"])


@pytest.mark.parametrize("made", [content(), zipf_content(300)], ids=["shelf", "many"])
def test_it_is_what_the_columns_hold(made, tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    write(path, made)
    with Facts.open(path) as facts:
        db = facts._db
        ids = [row[0] for row in db.execute("SELECT id FROM event ORDER BY id")]
        assert len(ids) == len(made.events)
        for told in facts.events_of(ids):
            rows = db.execute("SELECT * FROM event_value WHERE event = ? ORDER BY id", (told.id,)).fetchall()
            held = sorted(((*tuple(row)[2:-1], row["rank"]) for row in rows), key=repr)
            values = [(*row, v.rank) for v in told.event.values for row in typed_rows(v.slot, v.value, v.value)]
            assert held == sorted(values, key=repr)
            row = db.execute("SELECT * FROM event WHERE id = ?", (told.id,)).fetchone()
            assert (told.kind, told.said_first, told.said_last, told.usd) == tuple(row)[1:2] + tuple(row)[4:6] + (
                row["usd"],
            )
            inside = db.execute(
                "SELECT v.statement, v.article, v.quote, v.start, v.end FROM event_statement t JOIN evidence v"
                " ON v.statement = t.statement JOIN article a ON a.id = v.article WHERE t.event = ?"
                " ORDER BY a.published = '', a.published, a.source, v.statement",
                (told.id,),
            ).fetchall()
            assert [tuple(row) for row in inside] == [(s.id, s.article, s.quote, *s.span) for s in told.statements]
            for said in told.statements:
                rows = db.execute("SELECT * FROM slot WHERE statement = ?", (said.id,)).fetchall()
                assert {row["slot"] for row in rows} == set(said.slots)
                assert {row["slot"]: row["entity"] for row in rows if row["ordinal"] == 0 and row["entity"]} == {
                    slot: entities[0] for slot, entities in said.entities.items()
                }
            named = db.execute(
                "SELECT n.id, n.name FROM event_entity x JOIN entity n ON n.id = x.entity WHERE x.event = ?", (told.id,)
            )
            assert dict(named.fetchall()) == told.names
