"""Whether a fact affirms what is asked: who bought, backed, uses or supplies whom."""

from __future__ import annotations

from collections.abc import Mapping

from bot.answers.asked.question import Clause
from bot.answers.asked.words import stems
from bot.answers.desk import Desk
from bot.answers.view import View, ids_by_slot, leaders
from bot.answers.whether.told import Told, Verdict
from bot.grammar.patterns import Pattern

_KINDS: Mapping[str, tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]] = {
    "acquisition": (stems("buy bought acquire acquired takeover purchase own"), ("buyer",), ("target",)),
    "funding": (stems("invest invested back backed fund funded lead led money participate joined"), ("investors",),
                ("company",)),
    "deployment": (stems("use uses used using run runs running deploy deployed employ bought buy have work"),
                   ("customer",), ("product", "maker")),
}  # fmt: skip
"""Of each kind of fact the words that ask for it, who does it and to whom it is done."""
_MORE = Pattern(
    r"\b(?:again|also|another|more|only|all|entire\w*|whole|full\w*|completely|first|alone|still|too|not|never)\b"
)
"""What asks for more than that it is so."""
_LEADS = stems("lead led")
_SURE = {"completed": "Yes", "": "Yes", "announced": "Agreed, not told as done"}


def affirmed(_desk: Desk, clause: Clause, told: list[Told]) -> Verdict | None:
    """Whether a fact says yes: who is named first does to the other what is asked, and nothing else is asked."""
    if _MORE.search(clause.shape) or len(clause.names) != 2 or clause.unknown or clause.narrow.given or clause.pronoun:
        return None
    asked = frozenset(clause.content)
    for one in told:
        if one.event is None or one.event.kind not in _KINDS:
            continue
        words, does, done_to = _KINDS[one.event.kind]
        held = ids_by_slot(one.event)
        first = any(held.get(slot, frozenset()) & clause.names[0].ids for slot in does)
        second = any(held.get(slot, frozenset()) & clause.names[1].ids for slot in done_to)
        if not (first and second and asked and asked <= words) or View(one.event).is_ahead():
            continue
        if asked & _LEADS and not leaders(one.event) & clause.names[0].ids:
            continue
        if one.status in _SURE:
            return _SURE[one.status], one.line
    return None
