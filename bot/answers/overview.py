"""Questions for everything: "what is …", "who is …", "tell me about …", "how do A and B differ"."""

from __future__ import annotations

import re

from bot.answers.desk import Desk
from bot.answers.query import Ids, Part, Query
from bot.answers.question import Clause
from bot.store.read import Passage, StoredEvent

_ABOUT = re.compile(
    r"^(?:so |and |then |please )?(?:(?:what|who) (?:is|are|was|were) (?:the |a |an )?<\d+>(?: "
    r"(?:initiative|model|robot|company|project|program|programme|platform|startup|humanoid))?"
    r"|(?:please )?tell (?:me|us) (?:something |more |all )?about (?:the )?<\d+>|what can (?:the "
    r")?<\d+>(?: robot)? do|what does (?:the )?<\d+> do|what (?:do (?:you|we) know|is known) about "
    r"(?:the )?<\d+>"
    r"|<\d+>|(?:what became of|what happened to|where is) (?:the )?<\d+>(?: now| today)?|<\d+> ?是(?:谁|"
    r"什么|誰|什麼)|介绍一?下? ?<\d+>)\s*[?.!]*$"
)
_COMPARE = re.compile(r"\b(?:differ\w*|compare[ds]?|comparison|versus|vs|contrast)\b|区别|不同|对比")
_SOURCES = re.compile(r"\b(?:reports?|sources?|articles?|accounts?)\b")
_STATED = re.compile(r"\b(?:prices?|costs?|revenues?|employees|valuations?)\b")
_KINDS = (
    "launch",
    "partnership",
    "founding",
    "funding",
    "acquisition",
    "ipo",
    "price",
    "deployment",
    "role",
    "education",
    "metric",
    "plan",
)
_PERSON_KINDS = ("role", "education", "founding", "funding", "statement")


def overview(desk: Desk, clause: Clause) -> tuple[tuple[StoredEvent, ...], tuple[Passage, ...]] | None:
    """What is known of the names of a clause, where that is what it asks; None where it asks something else."""
    groups = clause.groups()
    if not groups or _SOURCES.search(clause.shape):
        return None
    if _ABOUT.match(clause.shape):
        return _whole(desk, groups[0], clause)
    if _COMPARE.search(clause.shape) and not _STATED.search(clause.shape):
        members = [clause.names[i].ids for i in clause.asked_about]
        return _side_by_side(desk, members, clause)
    return None


def _whole(desk: Desk, ids: Ids, clause: Clause) -> tuple[tuple[StoredEvent, ...], tuple[Passage, ...]] | None:
    person = any(entity.kind == "person" for entity in desk.facts.entities_of(sorted(ids)))
    kinds = _PERSON_KINDS if person else _KINDS
    told = desk.lookup.run(Query(kinds, (Part((), ids),), spelled=clause.unknown, when=clause.narrow.when, limit=60))
    ranked = sorted(told, key=lambda t: kinds.index(t.kind))[:6]
    if not ranked:
        return None
    return tuple(ranked), tuple(desk.sentences.about(ids, clause.content, limit=1)) if len(ranked) < 3 else ()


def _side_by_side(
    desk: Desk, members: list[Ids], clause: Clause
) -> tuple[tuple[StoredEvent, ...], tuple[Passage, ...]] | None:
    events: list[StoredEvent] = []
    passages: list[Passage] = []
    each = max(2, 7 // len(members))
    for ids in members:
        query = Query(_KINDS, (Part((), ids),), topic=clause.content, order="fit", limit=each)
        events += [told for told in desk.lookup.run(query) if told not in events]
        passages += [p for p in desk.sentences.about(ids, clause.content, limit=1) if p not in passages]
    return (tuple(events), tuple(passages)) if events else None
