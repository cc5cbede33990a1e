"""Each kind keeps a table of sentences with the slots they must give; here every row is tried."""

from __future__ import annotations

from typing import Any

import pytest

from bot.extraction.consolidate import consolidate
from bot.extraction.kind import Draft, all_kinds
from bot.extraction.validate import validate
from bot.model.statement import SLOT_TYPES
from tests.extraction.reading import read

ROWS = [
    pytest.param(kind.name, sentence, slots, id=f"{kind.name}: {sentence[:60]}")
    for kind in all_kinds().values()
    for sentence, slots in kind.examples
]


def facts(name: str, text: str) -> list[dict[str, Any]]:
    """The facts of one kind in a text, in JSON form."""
    context = read(text)
    kind = all_kinds()[name]
    drafts: list[Draft] = [draft for draft in kind.extract(context) if kind.complete(draft.slots)]
    statements = (validate(draft, context.article) for draft in consolidate(drafts))
    return [statement.to_json() for statement in statements if statement is not None]


def gives(fact: dict[str, Any], slots: dict[str, Any]) -> bool:
    """Whether a fact holds every slot that is asked for; lists in any order."""
    for slot, wanted in slots.items():
        found = fact.get(slot)
        if isinstance(wanted, (list, tuple)) and isinstance(found, list):
            if sorted(map(str, found)) != sorted(map(str, wanted)):
                return False
        elif isinstance(wanted, dict) and isinstance(found, dict):
            if any(found.get(key) != value for key, value in wanted.items()):
                return False
        elif found != wanted:
            return False
    return True


@pytest.mark.parametrize(("name", "sentence", "slots"), ROWS)
def test_an_example_gives_its_slots(name: str, sentence: str, slots: dict[str, Any]) -> None:
    found = facts(name, sentence)
    assert any(gives(fact, slots) for fact in found), found


@pytest.mark.parametrize("name", all_kinds())
def test_a_kind_has_only_slots_that_have_a_type(name: str) -> None:
    kind = all_kinds()[name]
    assert {*kind.identity, *kind.slots, *kind.merge} <= SLOT_TYPES.keys()


@pytest.mark.parametrize("name", all_kinds())
def test_a_kind_finds_nothing_where_nothing_is_named(name: str) -> None:
    assert facts(name, "The weather was fine, and nobody had anything to say.") == []


@pytest.mark.parametrize("name", all_kinds())
def test_a_quote_is_a_slice_of_the_raw_text(name: str) -> None:
    for sentence, _ in all_kinds()[name].examples:
        assert all(fact["quote"] in sentence for fact in facts(name, sentence))
