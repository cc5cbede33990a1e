"""Short forms of the names in an article: where "Kestrel Robotics" is named, "Kestrel" alone is it, too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from bot.store.names import NameHit, NameIndex

_TAIL = re.compile(
    r"(?<=\w),?(?: (?:Robotics|Robots?|Technolog(?:y|ies)|Intelligence|Dynamics|Systems|Automation|AI|Machines|Motion|"
    r"Labs?|Industries|Surgical|Medical|Holdings?|Company|Inc|Ltd|GmbH|AG|SE|AB|Co|Corp)\.?)+\Z"
)
"""What a name may go without: the trade and the form of a company."""
_LEAST = 3
"""Letters of a short form; fewer stand for too much."""


def short_forms(texts: Iterable[str], hits: Iterable[NameHit], names: NameIndex) -> NameIndex | None:
    """What stands for a longer name in the sentences of an article, given the names met there; None where nothing does.

    A word that goes by itself in small letters, that is somebody's name already or could be short for two, is none.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for hit in hits:
        short = _TAIL.sub("", hit.text)
        if hit.cased and len(hit.entities) == 1 and len(short) >= _LEAST and short[0].isupper() and short != hit.text:
            bearers[short].add(hit.entities[0])
    text = "\n".join(texts) if bearers else ""
    found = [
        (entity, short)
        for short, (entity, *others) in ((short, sorted(ids)) for short, ids in bearers.items())
        if not others and not names.find(short) and _is_name(short, text)
    ]
    return NameIndex(found) if found else None


def _is_name(short: str, text: str) -> bool:
    """Whether it stands in the middle of a sentence, or owns something, and never in small letters."""
    if re.search(rf"(?<![\w-]){re.escape(short.lower())}(?![\w-])", text):
        return False
    return re.search(rf"(?<=[a-z,;] ){re.escape(short)}(?![\w-])|(?<![\w-]){re.escape(short)}['’]s\b", text) is not None
