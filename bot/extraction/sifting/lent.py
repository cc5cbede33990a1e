"""What another sentence tells of somebody else: it was lent to a deal, and is taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from bot.extraction.deals.financing import looks_like_investor
from bot.extraction.deals.lineups import lineups
from bot.extraction.kind import Draft
from bot.extraction.sifting.backers import backed_by
from bot.extraction.sifting.rounds import PUT_IN
from bot.extraction.sifting.spans import sentences, speaks_of, without
from bot.model.money import Money

if TYPE_CHECKING:
    from bot.extraction.text.context import Context, Sentence
    from bot.model.statement import SlotValue

_DEALS: Final = frozenset({"funding", "ipo"})
_LENT: Final = ("amount", "round")
_TOLD: Final = ("amount", "round", "investors", "valuation")
"""Slots of which a round has one at least."""


def _stands(sentence: Sentence, value: SlotValue) -> bool:
    """Whether a sentence has the sum or the name of a round."""
    if isinstance(value, Money):
        return any(m.money.value == value.value for m in sentence.money)
    return any(m.round == value for m in sentence.rounds)


def of_others(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, rounds and listings without what only a sentence about another company says."""
    raising = {str(draft.slots["company"]) for draft in drafts if draft.kind in _DEALS}
    return list(_left(context, drafts, raising))


def _left(context: Context, drafts: Sequence[Draft], raising: set[str]) -> Iterator[Draft]:
    for draft in drafts:
        if draft.kind not in _DEALS:
            yield draft
            continue
        if _is_anothers(context, draft, drafts):
            continue
        lent = {slot: None for slot in _LENT if slot in draft.slots and _is_lent(context, draft, slot, raising)}
        kept = _backed_here(context, without(draft, **lent) if lent else draft, len(raising) == 1)
        if kept is draft or kept.kind != "funding" or any(slot in kept.slots for slot in _TOLD):
            yield kept


def _is_lent(context: Context, draft: Draft, slot: str, raising: set[str]) -> bool:
    """Whether a sum or a name stands only in other sentences, about houses that neither raise nor back this round.

    A sum may stand beside a bank or a market as well: there it must be a house that raises money itself.
    """
    value = draft.slots[slot]
    if any(_stands(s, value) for s in sentences(context, draft)):
        return False
    company, backing = str(draft.slots["company"]), {b.name for b in backed_by(draft)}
    places = [s for s in context.sentences if _stands(s, value)]
    return bool(places) and all(
        not speaks_of(s, company)
        and any(
            m.kind == "org"
            and not m.anaphoric
            and m.cluster.name not in backing
            and m.cluster.subkind not in {"outlet", "exchange", "analyst"}
            and (m.cluster.name in raising if slot == "amount" else not looks_like_investor(m.cluster))
            for m in s.mentions
        )
        for s in places
    )


_BEHIND: Final = 3
"""Sentences behind a round in which its backers may be named without it."""


_NEW_ROUND: Final = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Ii]ts|['’]s) (?:new|latest|fresh|current|newest|present) (?:[\w-]+ ){0,2}"
    r"(?:round|financing|funding|raise|investment)\b(?! (?:arm|fund|firm)\b)"
)
"""In a paragraph that goes on with the round that is the news, however far behind it."""
_CAME: Final = re.compile(r"\b(?:[Ll]ead|led|join|came|come|[Mm]oney|particip|put|took part)")
"""What else is told of those who put money in."""


_THE_ROUND: Final = re.compile(r"\b(?:the|this) (?:(?:new|latest|fresh|current) )?(?:round|financing|raise)\b")


def _on_it(context: Context, own: list[Sentence]) -> set[int]:
    """Sentences further on that speak of "the round", with those behind them that tell who came along."""
    found = set(lineups(context))
    for s in context.sentences[own[-1].index + 1 :]:
        if _THE_ROUND.search(s.text) or (s.index - 1 in found and (PUT_IN.search(s.text) or _CAME.search(s.text))):
            found.add(s.index)
    return found


def _backed_here(context: Context, draft: Draft, alone: bool) -> Draft:
    """A round with those backers whom its own sentences name, its paragraph behind them, others beside its company, or
    ones of money a little further; of a company that is `alone` in raising money also those of "the round"."""
    told, own = backed_by(draft), list(sentences(context, draft))
    if not told or not own:
        return draft
    company, paragraphs = str(draft.slots["company"]), {s.paragraph for s in own}
    further = _on_it(context, own) if alone and draft.era != "old" else set(lineups(context))
    reach = range(own[0].index - 1, own[-1].index + 1 + _BEHIND)
    goes_on = {s.paragraph for s in context.sentences if _NEW_ROUND.search(s.text)}
    near = [
        s
        for s in context.sentences
        if s in own
        or (draft.era == "new" and s.paragraph in goes_on)
        or speaks_of(s, company)
        or s.index in further
        or (s.index in reach and (s.paragraph in paragraphs or PUT_IN.search(s.text) or _CAME.search(s.text)))
    ]
    left = tuple(b for b in told if any(speaks_of(s, b.name) for s in near))
    return without(draft, investors=left) if len(left) < len(told) else draft


def _is_anothers(context: Context, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the named round of a sentence is another company's that it names, and this one it does not name."""
    company, name = str(draft.slots["company"]), draft.slots.get("round")
    own = list(sentences(context, draft))
    if draft.kind != "funding" or name is None or any(speaks_of(s, company) for s in own):
        return False
    return any(
        other.kind == "funding"
        and other.slots["company"] != company
        and other.slots.get("round") == name
        and other.start < draft.end
        and draft.start < other.end
        and any(speaks_of(s, str(other.slots["company"])) for s in own)
        for other in drafts
    )
