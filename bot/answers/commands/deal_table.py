"""`/deal … csv`: the deals that are meant, all of them, as a file beside the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.tables import as_csv, row
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer
from bot.model.attachment import Attachment
from bot.names.folding import fold
from bot.store.read import Facts, StoredEvent

_CSV = Pattern(r"(?<![\w.-])(?:as |in )?(?:a )?csv(?: file)?(?![\w.-])", re.I)
_UNFIT = Pattern(r"[^a-z0-9]+")
_LONGEST = 40
MOST_ROWS = 10_000


def wants_table(facts: Facts, argument: str) -> tuple[bool, str]:
    """(whether a file is asked for, the argument without that). In a known name the word is part of the name."""
    for asked in _CSV.finditer(argument):
        if not any(hit.start < asked.end() and asked.start() < hit.end for hit in facts.find_names(argument)):
            return True, " ".join(f"{argument[: asked.start()]} {argument[asked.end() :]}".split())
    return False, argument


def with_table(answer: Answer, told: Sequence[StoredEvent], name: str = "") -> Answer:
    """The answer with its deals as a CSV file, named for whose they are."""
    slug = _UNFIT.sub("-", fold(name)).strip("-")[:_LONGEST].strip("-")
    count = f"{len(told)} deal{'s' if len(told) != 1 else ''}"
    what = f"{count} with their sentences and articles, a row each"
    file = Attachment(f"deals-{slug}.csv" if slug else "deals.csv", as_csv(map(row, told)), what)
    return replace(answer, file=file, hints=(*answer.hints, f"{file.name}: {what}"))
