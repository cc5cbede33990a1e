"""What a deal came to, where its article says that this is not told: "terms were not disclosed" is an answer."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.asked.spotting import Mention
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.kinds import DEAL_KINDS
from bot.answers.query import Ids
from bot.answers.sentences.evidence import UNTOLD
from bot.answers.view import ids_by_slot
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import EventQuery, Passage, StoredEvent

UNDISCLOSED = "undisclosed"
"""What sentences are found by that say that a sum is not told."""
_PAID = Pattern(
    r"\bpa(?:y|ys|id) for\b|\bhow much did (?:the )?<\d+> pay (?:the )?<|\bfor how much\b|\bterms\b|"
    r"\b(?:deal|contract|agreement|order|takeover|acquisition|purchase|partnership)(?: \w+)? worth\b|"
    r"\b(?:value|size|price) of the\b|\b(?:deal|contract|order|purchase) (?:value|size|price)\b"
)
"""What asks for what was paid; what somebody would pay is told elsewhere."""
_CONTRACTS = ("deployment", "partnership")
_SOON_AFTER = 3
"""Sentences after a deal within which it is said."""
_MOST = 5
_TWO = 2


def undisclosed(desk: Desk, clause: Clause) -> Found | None:
    """The sentence that says that the sum of a deal between those named is not told, before the one on the deal.

    Two are named who had a part in one deal alone: of several, another may be meant.
    """
    named = [name for name in clause.names if not is_place(name.ids)]
    if clause.wants != "money" or len(named) != _TWO or not _PAID.search(clause.shape):
        return None
    query = EventQuery(
        kinds=(*DEAL_KINDS, *_CONTRACTS), any_entities=tuple(sorted(named[0].ids | named[1].ids)), limit=_MOST
    )
    deals = [told for told in desk.facts.events(query) if all(_part(desk, told, name) for name in named)]
    articles = {statement.article for told in deals for statement in told.statements}
    of_one = len(deals) == 1 or (len(articles) == 1 and all(told.kind in _CONTRACTS for told in deals))
    if not of_one or any(told.event.best("amount") is not None for told in deals):
        return None
    clause = replace(
        clause, names=tuple(replace(one, ids=_part(desk, deals[0], one) or one.ids) for one in clause.names)
    )
    for statement in deals[0].statements:
        for deal in desk.facts.search(statement.quote, 1, (statement.article,)):
            near = [deal, *desk.sentences.discourse.near(deal, 0, _SOON_AFTER)]
            said = next((p for p in near if UNTOLD.search(p.text)), None)
            if said is not None:
                passages: tuple[Passage, ...] = tuple(dict.fromkeys((said, deal)))
                return Found(clause, (), passages, clause.ids, rule=UNDISCLOSED)
    return None


def _part(desk: Desk, told: StoredEvent, name: Mention) -> Ids:
    """Who of those that had a part in a deal bears a name, or one of which it is the first word."""
    held = frozenset(one for ids in ids_by_slot(told).values() for one in ids)
    first = f"{name.text} ".casefold()
    begun = (one for one in held if name.text and desk.facts.name(one).casefold().startswith(first))
    return (name.ids & held) or frozenset(begun)
