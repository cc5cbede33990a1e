"""Words that may stand for one another where the sentences around hold the rest of a question."""

from __future__ import annotations

from functools import lru_cache

from bot.answers.asked.words import same_meaning, stem, stems

_LINES = (
    "fall fell drop dropped decline declined down decrease decreased lower lowered shrink shrank cut slump slid",
    "rise rose grow grew growth increase increased climb climbed up higher jump jumped lifted",
    "open opened opening start begin stream operation commence",
    "share shares stock stocks equity",
    "half halved halve cut reduce",
    "order buy purchase",
    "back return returned",
    "charge loss write-down impairment",
    "loss lose lost losses deficit",
    "layoff jobs dismissal redundant redundancies staff",
    "guidance forecast outlook target",
    "plan target goal aim budget",
    "change revise cut raise lower lift trim upgrade downgrade adjust reduce",
    "capex expenditure investment spending capital",
    "contribute provide supply bring offer give",
    "close complete completion finalise conclude",
    "abandon collapse fail failed cancel scrap drop end shelve terminate withdraw withdrew through down nothing off",
    "rule ruling verdict judgment decision judge court order",
    "gone shut sold vanish disappear",
    "again revisit return resume look review",
    "humanoid robot machine",
    "shut close closed closing closure",
    "price asp cost",
    "list listing ipo exchange bourse debut flotation nasdaq kosdaq",
    "buy bid offer takeover acquire purchase",
    "delivery deliver delivered ship shipped unit order",
    "home household domestic",
    "cautious conservative bearish careful sceptical skeptical doubt",
    "sum money amount",
    "profitable profit break-even breakeven break",
    "volume mass serial series",
    "government state politics federal ministry",
    "competitor rival competition",
    "job work employment",
    "employee worker staff people",
    "pay spend cost",
    "sale revenue turnover income",
    "submit file hand application apply",
    "lag trail behind slow late",
    "lawsuit suit filing complaint case court sue",
    "talk discuss discussion negotiate negotiation meet met",
    "forbid forbade forbidden block ban banned prohibit veto stop",
)
_ENDINGS = ("", "s", "ed", "ing")
_MEANS: dict[str, frozenset[str]] = {}
for _line in _LINES:
    _stems = frozenset(stem(f"{word}{ending}") for word in _line.split() for ending in _ENDINGS)
    for _one in _stems:
        _MEANS[_one] = _MEANS.get(_one, frozenset()) | _stems

PLAIN = stems(
    "work go start begin use run operate robot humanoid market order plan part thing deal estimate forecast predict "
    "outlook expect projection analyst try attempt manage"
)
"""Words that say next to nothing in this field."""


_TOO_LOOSELY: dict[str, frozenset[str]] = {
    "ipo": frozenset(("public",)),
    "list": frozenset(("public",)),
    "buy": stems("stake shares own owns ownership holds order"),
    "sell": stems("paid pay price cost"),
    **{word: stems("former return previously ex retired") for word in stems("leave resign quit depart step")},
}
"""What stands for a word where other names hold it in place, and not here."""


@lru_cache(maxsize=20_000)
def means(word: str) -> frozenset[str]:
    """The stems that may stand for this one, loosely."""
    return (same_meaning(word) | _MEANS.get(word, frozenset())) - _TOO_LOOSELY.get(word, frozenset())
