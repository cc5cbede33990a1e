"""An answer without what only stands beside its sentences: a heading, a question nobody answers, a line cut short."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from bot.answers.quoted import spaced
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.retrieval import ENDS
from bot.answers.sentences.signs import CJK, ENDS_ASKING, YEAR
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer, Line

_LEADS_ON = Pattern(r"[:：]\W*$")
"""How a line ends that only leads to what comes after it."""
_ITEM = Pattern(r"[|—–:：•*]|^\W*[a-z]|^[^,.;]{2,30}, [^,.;]{2,30}$")
"""What the item of a list or of a table has."""

_NAME = Pattern(r"(?<=[a-z,;] )[A-Z]\w+")
_SEVERAL = Pattern(r"[;(]")
_LONG, _MANY = 300, 5
"""Letters of a sentence, and names in it, from which on it puts several news together."""


def without_fragments(answer: Answer) -> Answer:
    """An answer without the lines below its first that are no sentences and tell neither a number nor an item, and
    without sentences that put many news together.

    Several of one article are a list, and what leads to a sentence of the same article stays with it.
    """
    quotes = [_quoted(line) for line in answer.lines]
    open_ended = Counter(
        line.citations[0].source for line, text in zip(answer.lines, quotes, strict=True) if text and _is_open(text)
    )
    kept: list[Line] = []
    after: Line | None = None
    for line, text in reversed(list(zip(answer.lines, quotes, strict=True))):
        leads = bool(text) and bool(_LEADS_ON.search(text) or ENDS_ASKING.search(text))
        led = after is not None and after.citations[:1] and after.citations[0].source == line.citations[0].source
        alone = bool(text) and _is_open(text) and open_ended[line.citations[0].source] == 1
        idle = (leads and not led) or (alone and not leads)
        idle = idle or (len(text) > _LONG and bool(_SEVERAL.search(text)) and len(set(_NAME.findall(text))) >= _MANY)
        if not ((idle and line is not answer.lines[0]) or (text and is_furniture(text))):
            kept.append(line)
            after = line if text else None
    return replace(answer, lines=tuple(reversed(kept))) if any(not line.aside for line in kept) else answer


def _quoted(line: Line) -> str:
    """The sentence that a line quotes and nothing else; empty where it tells something of its own."""
    text = spaced(line.text).removeprefix("“").removesuffix("”")
    return text if line.citations and not line.event and text == spaced(line.citations[0].quote) else ""


def _is_open(text: str) -> bool:
    """Whether a line does not end as a sentence does, and is neither an item nor a number of something."""
    item = _ITEM.search(text) or CJK.search(text) or any(one.isdigit() for one in YEAR.sub("", text))
    return not (ENDS.search(text) or item)
