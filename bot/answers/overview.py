"""Questions for everything: "what is …", "who is …", "tell me about …", "how do A and B differ"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.answers.cards import Card, card
from bot.answers.desk import Desk
from bot.answers.intents_time import NEWS_KINDS, kinds_named
from bot.answers.query import Ids, Part, Query
from bot.answers.question import Clause
from bot.store.read import Passage, StoredEvent

_ABOUT = re.compile(
    r"^(?:so |and |then |please )?(?:(?:what|who) (?:is|are|was|were) (?:the |a |an )?<\d+>(?: "
    r"(?:initiative|model|robot|company|project|program|programme|platform|startup|humanoid))?"
    r"|(?:please )?tell (?:me|us) (?:something |more |all )?about (?:the )?<\d+>|what can (?:the "
    r")?<\d+>(?: robot)? do|what does (?:the )?<\d+> do|what (?:(?:do|did) (?:you|"
    r"we|people|they) (?:already )?know|(?:is|was) (?:already )?known) about "
    r"(?:the )?<\d+>"
    r"|<\d+>|(?:what became of|what happened to|where is) (?:the )?<\d+>(?: now|"
    r" today| after (?:leaving )?(?:the )?<\d+>)?|<\d+> ?是(?:谁|"
    r"什么|誰|什麼)|介绍一?下? ?<\d+>)(?: (?:in |for |during |by |as of |on )?<when>)?\s*[?.!]*$"
)
_COMPARE = re.compile(r"\b(?:differ\w*|compare[ds]?|comparison|versus|vs|contrast)\b|区别|不同|对比")
_COMPARING = re.compile(
    r"\b(?:compare|comparison|versus|vs|who says what|what (?:do|does) (?:they|each|both) say|side by side|both)\b"
)
_ONLY_NAMES = re.compile(r"^(?:<\d+>|<when>|and|or|in|for|on|by|[-—–:,&/?.!\s])+$")
_UNKNOWN = re.compile(
    r"^(?:so |and )?(?:(?:what|who) (?:is|are|was|were) (?:the |a |"
    r"an )?|(?:please )?tell (?:me|us) (?:more |all )?about (?:the )?|"
    r"what do (?:you|we) know about (?:the )?)?(?P<name>[\w][\w .+\-&]*?)\s{0,9}[?.!]*$",
    re.I,
)
_LONGEST_NAME = 4
_MOST_READ = 400
"""Facts of one name that a card chooses from, the newest."""
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
    "forecast",
    "statement",
)
_PERSON_KINDS = ("role", "education", "founding", "funding", "statement")


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of the names; of one name its card as well."""

    events: tuple[StoredEvent, ...]
    passages: tuple[Passage, ...]
    card: Card | None = None


def overview(desk: Desk, clause: Clause) -> Seen | None:
    """What is known of the names of a clause, where that is what it asks; None where it asks something else."""
    groups = clause.groups()
    if not groups or _SOURCES.search(clause.shape):
        return None
    if len(clause.asked_about) > 1 and _ONLY_NAMES.match(_COMPARING.sub(" ", clause.shape)):
        return _side_by_side(desk, [clause.names[i].ids for i in clause.asked_about], clause)
    if _ABOUT.match(clause.shape):
        return whole(desk, groups[0], clause)
    if _COMPARE.search(clause.shape) and not _STATED.search(clause.shape):
        members = [clause.names[i].ids for i in clause.asked_about]
        return _side_by_side(desk, members, clause)
    return None


def asks_about(clause: Clause) -> str:
    """The unknown name that a clause asks about ("who is Jane Roe", "jane roe"); empty where it asks otherwise."""
    match = _UNKNOWN.match(clause.text.strip())
    name = " ".join(match["name"].split()) if match else ""
    known = {word.casefold() for word in clause.unknown}
    words = name.casefold().split()
    return name if words and any(w in known for w in words) and len(words) <= _LONGEST_NAME else ""


def whole(desk: Desk, ids: Ids, clause: Clause) -> Seen | None:
    """The profile card of a name; sentences where few facts or none are told of it."""
    person = any(entity.kind == "person" for entity in desk.facts.entities_of(sorted(ids)))
    kinds = _PERSON_KINDS if person else _KINDS
    narrow = clause.narrow
    query = Query((), (Part((), ids),), spelled=clause.unknown, when=narrow.when, known=narrow.known, limit=_MOST_READ)
    told = desk.lookup.run(query)
    ranked = sorted((t for t in told if t.kind in kinds), key=lambda t: kinds.index(t.kind))[:6]
    if not ranked:
        told_of = desk.sentences.about(ids, clause.content, limit=3, surely=True)
        return Seen((), tuple(told_of)) if told_of and not clause.unknown else None
    made = card(desk, ids, told, ranked)
    passages = desk.sentences.about(ids, clause.content, limit=1) if len(made.events) < 3 else ()
    return Seen(tuple(made.events), tuple(passages), made)


def _side_by_side(desk: Desk, members: list[Ids], clause: Clause) -> Seen | None:
    events: list[StoredEvent] = []
    passages: list[Passage] = []
    each = max(2, 7 // len(members))
    named = kinds_named(clause.shape)
    kinds = _KINDS if named == NEWS_KINDS else named
    for ids in members:
        query = Query(kinds, (Part((), ids),), topic=clause.content, order="fit", when=clause.narrow.when, limit=each)
        # Who only counted or said something plays no part in the fact, but stands in its sentence.
        told_of = desk.lookup.run(query) or desk.lookup.run(replace(query, parts=(), named=(ids,)))
        events += [told for told in told_of if told not in events]
        passages += [p for p in desk.sentences.about(ids, clause.content, limit=1) if p not in passages]
    passages += [p for p in desk.sentences.together(members) if p not in passages]
    return Seen(tuple(events), tuple(passages)) if events else None
