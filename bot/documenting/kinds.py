"""The part of docs/kinds.md that the kinds tell of themselves: slots, identity, merging, and an example each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from bot.extraction.kind import Kind, all_kinds
from bot.knowledge.merge_rules import rule
from bot.model.statement import SLOT_TYPES

BEGIN = "<!-- from the code: make docs -->"
END = "<!-- end of what is from the code -->"

_TYPES = {
    "name": "a name",
    "names": "names",
    "investors": "names, and which of them lead",
    "money": "a sum with its currency",
    "when": "a date, as precise as it was told",
    "number": "a number",
    "text": "text",
    "flag": "yes or no",
}


def kinds_page(page: str) -> str:
    """The page with the part between its marks written anew; ValueError where the marks are missing."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"docs/kinds.md: the marks {BEGIN} and {END} are missing; put them back around the kinds")
    return f"{before}{BEGIN}\n\n{kinds_told()}\n{END}{after}"


def kinds_told() -> str:
    """Every kind as a section, in the order of the alphabet."""
    return "\n".join(line for name in sorted(all_kinds()) for line in _section(all_kinds()[name]))


def _section(kind: Kind) -> Iterator[str]:
    yield from (f"## `{kind.name}`", "", _what_it_is(kind), "")
    yield from ("| slot | holds | |", "| --- | --- | --- |")
    mark = "one of these must be there" if kind.any_identity else "must be there"
    for slot in dict.fromkeys((*kind.identity, *kind.slots)):
        yield f"| `{slot}` | {_TYPES[SLOT_TYPES[slot]]} | {f'{mark} ' if slot in kind.identity else ''}|"
    yield from ("", _merged(kind), "")
    if kind.examples:
        sentence, slots = max(kind.examples, key=lambda example: len(example[1]))
        yield from (f"> {sentence}", "", "gives " + ", ".join(f"`{slot}` {_told(v)}" for slot, v in slots.items()), "")
    else:
        yield from ("It has no examples in its own table yet.", "")


def _what_it_is(kind: Kind) -> str:
    """The first line of the kind's file."""
    return (sys.modules[kind.extract.__module__].__doc__ or "").strip().partition("\n")[0]


def _merged(kind: Kind) -> str:
    """What two articles must agree in to tell of one event."""
    by = rule(kind.name)
    slots = (" or " if by.any_identity else " and ").join(f"`{slot}`" for slot in by.identity)
    shared = f"{by.shared} of the " if by.shared > 1 else ""
    apart = "" if by.days is None else f"; dates more than {by.days} days apart are two events"
    pending = f" ({by.pending_days} where one is only planned or rumoured)" if by.pending_days else ""
    return f"Statements of one event agree in {shared}{slots}{apart}{pending}."


def _told(value: Any) -> str:
    """A value of an example, in its JSON form, for a reader."""
    if isinstance(value, dict) and "currency" in value:
        return f"{value['value']:,} {value['currency']}"
    if isinstance(value, dict):
        return f"{value['name']}{' (leads)' if value['lead'] else ''}"
    if isinstance(value, (list, tuple)):
        return " and ".join(_told(item) for item in value)
    return f"“{value}”" if isinstance(value, str) else f"{value:,}"
