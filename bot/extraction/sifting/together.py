"""Who does not work together, whatever the words beside them: those who end it, and those whom a state signs with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import dated, naming, sentences, speaks_of, without, words
from bot.grammar.patterns import Pattern
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.extraction.text.context import Context

_TIE: Final = (
    r"(?:partnerships?|alliances?|collaborations?|co-?operations?|agreements?|joint ventures?|tie-ups?|pacts?)"
)
_OVER: Final = Pattern(
    r"\b(?:exit(?:s|ed|ing)?|end(?:s|ed|ing)?|quit(?:s|ting)?|le(?:aves?|ft|aving)|terminat(?:es?|ed|ing)|"
    r"dissolv(?:es?|ed|ing)|scrap(?:s|ped|ping)?|drop(?:s|ped|ping)?|cancel(?:s|led|ed|ling)?|br(?:eaks?|oke|oken) off|"
    r"w[io](?:nds?|und) up|walk(?:s|ed|ing)? away from|pull(?:s|ed|ing)? out of|withdr(?:aws?|ew|awn) from|"
    r"abandon(?:s|ed|ing)?) "
    rf"(?:its|their|the|an?|this|that) (?:(?!with\b|by\b)[\w'’-]+ ){{0,4}}?{_TIE}\b|"
    rf"\b{_TIE}\b[^.;,]{{0,60}} (?:has|have|was|were|had|is)(?: been)? (?:ended|over|terminated|dissolved|cancell?ed|"
    r"scrapped|abandoned|called off)\b|\bpart(?:s|ed|ing) ways\b|\bcut(?:s|ting)? (?:all )?(?:its |their )?ties\b"
)
"""A tie that comes to its end."""
_STATE: Final = Pattern(
    r"\b(?:government|ministry|city|municipality|authorities|authority|province|parliament|army|university)"
    r"(?: (?:has|have|had|also|and|now|already)){0,2} (?:sign|agree|partner|team|ink|conclud|reach|enter|struck|form)"
)
"""Who signs without a name of its own that is known."""


def _together(context: Context, draft: Draft) -> Draft | None:
    """No cooperation that its sentence ends, nor one that a state entered and that went to who is spoken of."""
    parties = draft.slots.get("parties")
    if draft.kind != "partnership" or not isinstance(parties, tuple):
        return draft
    text = words(context, draft)
    if _OVER.search(text):
        return None
    named = sum(bool(naming(context, draft, str(party))) for party in parties)
    if named < 2 and _STATE.search(text):
        return None
    when = draft.slots.get("date")
    foreign = isinstance(when, When) and not _is_its_day(context, draft, when, parties)
    return without(draft, date=None) if foreign else draft


def _is_its_day(context: Context, draft: Draft, when: When, parties: Sequence[object]) -> bool:
    """Whether a date is that of a cooperation: in a part of its sentence that names a side, in one beside it, or where
    all sides are spoken of."""
    own = [d.start for d, _ in dated(context, draft, when)]
    ends = [place for party in parties for m in naming(context, draft, str(party)) for place in (m.start, m.end)]
    if own:
        return not ends or any(";" not in context.text[min(d, e) : max(d, e)] for d in own for e in ends)
    if context.published is not None and when.overlaps(context.published):
        return True
    near = {s.index + by for s in sentences(context, draft) for by in (-1, 1)}
    told = [s for s in context.sentences if any(d.when is not None and d.when.overlaps(when) for d in s.dates)]
    return not told or any(s.index in near or all(speaks_of(s, party) for party in parties) for s in told)


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_together,)
