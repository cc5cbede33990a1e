"""What ties two names that are asked about together: “Acme Roe”, “what's between Acme and Roe”, “Acme Roe deal”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.lines import is_bare as is_bare_figure
from bot.answers.query import Ids, Part, Query
from bot.answers.quoted import is_quoted, quotes_of
from bot.answers.sentences.retrieval import ENDS
from bot.answers.view import ids_by_slot
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.model.when import When
from bot.store.read import Passage, StoredEvent

BETWEEN = "between"
_DEALS = (
    r"deals?|pacts?|tie-?ups?|agreements?|partnerships?|partners?|collaborations?|collab|cooperation|alliances?|jv|"
    r"joint ventures?"
)
_ASKED = Pattern(
    rf"\b(?:{_DEALS}|relation(?:ship)?s?|relate[sd]?|connect(?:ions?|ed|s)?|link(?:s|ed)?|ties|tied|history|story|news|"
    r"what|how|which|the|any|anything|something|there|is|are|was|were|do|does|did|has|have|had|got|between|both|with|"
    r"of|to|us|me|show|tell|about|know|known|we|and|x|going on|happened|happening|together|each other|one another|"
    r"doing (?:at|in|for|there)|doing there|there|"
    r"work(?:s|ed|ing)?|team(?:s|ed|ing)? up|in common)\b|'s\b"
)
"""All that is said around two names by who asks what is between them."""
_OF_ONE = Pattern(r"'s <|^(?:and |so )?what about\b|\b(?:tell (?:me|us)|know|known|news|story|history) about\b")
"""Each of the two is asked about, not what is between them."""
_DOES_THERE = Pattern(r"<\d+> doing in <\d+>")
_DOES_AT = Pattern(r"<\d+> doing (?:at|for) <\d+>")
_LEFT = Pattern(r"^(?:<\d+>|<when>|or|in|[-—–:,&/+?.!×\s])+$")
_JOINED = Pattern(r"\b(?:and|with|x|together|news|both)\b")
_OR = Pattern(r"\bor\b")
_PARTNERS = Pattern(rf"\b(?:{_DEALS}|work\w*|team\w*)\b")
_KINDS = ("acquisition", "funding", "partnership", "deployment", "ipo", "role", "founding", "launch", "price")
"""What ties two above all; a plan, a figure or a remark comes after."""
_POINTS = Pattern(r"\b(?:it|its|the (?:[\w-]+ ){0,2}(?:company|firm|maker|start-?up|group|outfit))\b", re.I)
"""How a sentence points back to whom its article is about."""
_MOST_FACTS, _MOST_SENTENCES, _READ = 6, 3, 40
_FEW, _CROWD = 2, 5
"""Companies up to which a sentence is on those it names, and from which on it only lists whoever there is."""


def asks_between(clause: Clause) -> bool:
    """Whether it names two and says no more than that something may be between them."""
    named = [clause.names[n].ids for n in clause.asked_about]
    if len(named) != 2 or clause.tellers or clause.left_out or clause.unknown or clause.pronoun or clause.asked:
        return False
    somewhere = any(map(is_place, named)) and not _DOES_THERE.search(clause.shape)
    if named[0] & named[1] or somewhere or _OF_ONE.search(clause.shape):
        return False
    return bool(_LEFT.match(_ASKED.sub(" ", clause.shape))) and not _OR.search(clause.shape)


def stands_alone(desk: Desk, clause: Clause) -> bool:
    """Whether it says nothing but two names of which neither is the other's: no answer on one of them answers it."""
    if not asks_between(clause) or clause.narrow.given or not _LEFT.match(_JOINED.sub(" ", clause.shape)):
        return False
    first, second = (clause.names[n].ids for n in clause.asked_about)
    return not (desk.lookup.family(first) & second or desk.lookup.family(second) & first)


def between(desk: Desk, clause: Clause) -> Found | None:
    """The facts that two take part in, then sentences that name both; None where nothing ties them."""
    first, second = (clause.names[n].ids for n in clause.asked_about)
    told = _facts(desk, clause, first, second)
    passages = _sentences(desk, clause, (first, second), told) if told or not _PARTNERS.search(clause.shape) else []
    if not told and not passages:
        return None
    return Found(clause, tuple(told), tuple(passages), clause.ids, rule=BETWEEN)


def _facts(desk: Desk, clause: Clause, first: Ids, second: Ids) -> list[StoredEvent]:
    """The facts that both take part in, those where one does something with the other before those that only join."""
    ours, theirs = desk.lookup.family(first) - second, desk.lookup.family(second) - first
    parts = (Part((), first, units=True), Part((), second, units=True))
    met = desk.lookup.run(Query((), parts, when=clause.narrow.when, known=clause.narrow.known, limit=_READ))
    partners = bool(_PARTNERS.search(clause.shape))
    kept = [(_closeness(one, ours - theirs, theirs - ours, partners), one) for one in met if not is_bare_figure(one)]
    return [one for rank, one in sorted(kept, key=lambda row: row[0]) if rank][:_MOST_FACTS]


def _closeness(told: StoredEvent, ours: Ids, theirs: Ids, partners: bool) -> tuple[int, ...]:
    """The lower the closer; empty where one value names both, or one of them alone."""
    held = ids_by_slot(told)
    our_slots = {slot for slot, ids in held.items() if ids & ours}
    their_slots = {slot for slot, ids in held.items() if ids & theirs}
    if not our_slots or not their_slots:
        return ()
    aside = our_slots | their_slots == {"investors"}
    kind = told.kind in _KINDS
    unlike = partners and told.kind not in ("partnership", "acquisition", "funding")
    day = told.date or (When.from_iso(told.said_first[:4]) if told.said_first else None)
    return (1 + aside, not kind, unlike, -day.start.toordinal() if day else 0)


def _sentences(desk: Desk, clause: Clause, both: tuple[Ids, Ids], told: Sequence[StoredEvent]) -> list[Passage]:
    """The sentences that name both and hardly anybody else, and that no quote of the facts holds.

    Where there is none, those that name one alone in an article, or below a heading, on the other.
    """
    discourse = desk.sentences.discourse
    names = " ".join(desk.facts.name(min(ids)) for ids in both)
    quotes = quotes_of(told)
    met: list[tuple[int, Passage]] = []
    near: list[Passage] = []
    for passage in desk.facts.search(names, _READ):
        orgs = {m.ids for m in discourse.named(passage) if any(discourse.kind(one) == "org" for one in m.ids)}
        if passage.ordinal == 0 or len(orgs) >= _CROWD or is_quoted(passage.text, quotes):
            continue
        named = [discourse.names_one(passage, ids) for ids in both]
        if all(named):
            met.append((len(orgs), passage))
        elif any(named) and len(orgs) <= _FEW:
            other = both[named.index(False)]
            there = _DOES_AT.search(clause.shape) and named[0] and discourse.is_about(passage.article, other)
            if _is_below(desk, passage, other) or (there and ENDS.search(passage.text)):
                near.append(passage)
    met.sort(key=lambda row: row[0])
    most = 1 if told else _MOST_SENTENCES
    return [passage for _, passage in met][:most] or ([] if told else near[:most])


def _is_below(desk: Desk, passage: Passage, ids: Ids) -> bool:
    """Whether a sentence stands right below a heading that names somebody, or points back to them in their article."""
    discourse = desk.sentences.discourse
    above = [p for p in discourse.near(passage, 1) if p.ordinal > 0 and not ENDS.search(p.text)]
    if not ENDS.search(passage.text):
        return False
    if any(discourse.ids(p) for p in above):
        return any(discourse.names_one(p, ids) for p in above)
    return bool(_POINTS.search(passage.text)) and discourse.is_about(passage.article, ids)


def tells_of_both(desk: Desk, clause: Clause, told: Sequence[StoredEvent]) -> bool:
    """Whether some facts tell of each of the two."""
    return all(any(desk.lookup.holds(one, clause.names[n].ids) for one in told) for n in clause.asked_about)


def says_untied(desk: Desk, clause: Clause) -> str:
    """What is said where nothing is told of two together."""
    first, second = (desk.facts.name(min(clause.names[n].ids)) for n in clause.asked_about)
    return f"No article tells what ties {first} to {second}."
