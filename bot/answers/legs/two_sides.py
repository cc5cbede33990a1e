"""Where two figures are asked for: what is told of each side of a comparison, and what it was before.

An answer tells one side, and the other stands in a sentence of its own. What is added claims nothing but itself: a
sentence that names the side, gives a figure, and says or goes on from what is compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.legs.figures import Side, figures_of
from bot.answers.legs.parts_of_a_whole import each_part
from bot.answers.quoted import is_quoted, quotes_of, spaced
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

BOTH_SIDES = "both sides"
"""What sentences are found by that tell each side of a comparison."""
_COMPARES = Pattern(
    r"\bcompar\w+|\b(?:versus|vs\.?|respectively|each|apart|differ\w*)(?!\w)|\bthan\b|\b(?:more|less|fewer|most)\b"
    r"[^?]{0,40}<\d+> ?(?:or|and) |\b(?:bigger|larger|smaller|higher|lower|cheaper|dearer|pricier|faster|slower|older|"
    r"younger|longer|shorter|heavier|lighter|better|worse|(?:tall|heavi|light|fast|slow|strong|old|young|short|long|"
    r"small|cheap|larg|bigg)est|taller|stronger)\b"
)
_MEASURED = Pattern(
    r"^(?:and |so )?(?:which|who|what)\b(?!.*\b(?:grow\w*|rais\w+|sell\w*|sold|market|years?)\b)"
    r".*\b(?:tall|heav|light|fast|slow|strong)(?:i?er|i?est)\b"
)
_TWO_TIMES = Pattern(
    r"\bfrom (?:what|which|where|how)\b|\bfrom and to\b|\b(?:before|then|earlier|old) "
    r"(?:and|vs\.?|versus) (?:now|after|"
    r"new)\b|"
    r"\bhow (?:did|has|have|do|does|far|much|strongly|fast)\b.*\b(?:develop\w*|chang\w+|"
    r"gr[eo]w\w*|r[io]se\w*|f[ae]ll\w*|"
    r"shr[aiu]nk\w*|com[ei] back|evolv\w+|drop\w*|increas\w+|decreas\w+|mov\w+|reduced|cut|lifted|raised|jump\w*)\b|"
    r"^(?:did|has|have|is|are) .*\b(?:gr[eo]w\w*|r[io]se\w*|f[ae]ll\w*|shr[aiu]nk\w*|drop\w*|increas\w+|up|down|"
    r"higher|lower)\b|"
    r"\bcompar\w+|\b(?:versus|vs\.?)(?!\w)|\bby how much\b|\bthan (?:in|the|a|last|before|it was)\b|"
    r"\b(?:up|down) from\b|"
    r"\b(?:a|one|the) (?:year|quarter) (?:earlier|before|ago)\b|<when>.*\b(?:and|or|to)\b.*(?:\bnow\b|\blast year\b|"
    r"\b20\d\d\b|<when>)|\b20\d\d\b.*\b20\d\d\b|\bnow\b.*\b(?:before|originally|at first|supposed)\b|\bsupposed to\b"
)
"""What asks for a figure of two times."""
_OF_TWO = Pattern(
    r"\b(?:from|up|down|rose|risen|fell|fallen|grew|grown|against|compared|than|after|before|earlier|previous\w*|"
    r"doubl\w+|"
    r"tripl\w+|trebl\w+|half|halv\w+|versus|now|still|had been|was|were|cut\w*|reduc\w+|lift\w*|rais\w+|slip\w*|"
    r"year)\b",
    re.I,
)
_SAID, _SAID_ALONE = 0.5, 0.75
"""The share of what is compared that a sentence on one side says, and the same where nothing else answered."""
_MOST_SIDES, _ARTICLES, _TIMES = 4, 3, 2


def missing_sides(desk: Desk, found: Found) -> list[Passage]:
    """Of a comparison that facts or sentences answer on one side: the sentence on each of the others."""
    clause = found.clause
    told = [*quotes_of(found.events), *(spaced(p.text) for p in found.passages)]
    sides = _sides(desk, clause)
    if sides:
        best = [passage for near in _each_side(desk, clause, sides, _SAID) for passage in near]
    else:
        best = [*each_part(desk, clause, found.articles), *_two_times(desk, clause, found.articles, _SAID)]
    return [p for p in dict.fromkeys(best) if not is_quoted(p.text, told)]


def by_measure(desk: Desk, clause: Clause) -> Found | None:
    """Which of some is the tallest, heaviest or fastest: the sentence that measures each, where one does of two."""
    if not _MEASURED.search(clause.shape) or clause.pronoun:
        return None
    return next(iter(both_sides(desk, [clause])), None)


def both_sides(desk: Desk, parts: Sequence[Clause]) -> list[Found]:
    """What answers a comparison of which no rule knows what is compared: a sentence with a figure on each side."""
    found: list[Found] = []
    for clause in parts:
        sides = _sides(desk, clause)
        passages: list[Passage] = []
        if sides:
            near = _each_side(desk, clause, sides, _SAID_ALONE)
            passages = [p for told in near for p in told] if sum(map(bool, near)) > 1 else []
        elif groups := [ids for ids in clause.groups() if not is_place(ids)]:
            articles = Side(groups[0]).articles(desk)
            passages = each_part(desk, clause, articles[:1]) or _two_times(desk, clause, articles, _SAID_ALONE)
        if passages:
            found.append(Found(clause, (), tuple(dict.fromkeys(passages)), clause.ids, rule=BOTH_SIDES))
    return found


def _sides(desk: Desk, clause: Clause) -> list[Side]:
    """Those that a clause compares; none where it compares nothing."""
    if not _COMPARES.search(clause.shape):
        return []
    first = dict.fromkeys(clause.names[i].ids for i in clause.asked_about if not is_place(clause.names[i].ids))
    known = " ".join(name.text for name in clause.names).casefold()
    written = [word for word in dict.fromkeys(clause.unknown) if word.casefold() not in known]
    written = [word for word in written if word[:1].isupper() or desk.lookup.spotter.proper(word)]
    sides = [*(Side(ids) for ids in first), *(Side(frozenset(), word) for word in written)]
    return sides if 1 < len(sides) <= _MOST_SIDES else []


def _each_side(desk: Desk, clause: Clause, sides: Sequence[Side], least: float) -> list[list[Passage]]:
    """For each side the sentence that surest gives a figure of what is compared, where one article is on all: there."""
    naming = [side.articles(desk) for side in sides]
    out = []
    for side, articles in zip(sides, naming, strict=True):
        first = [a for a in articles if all(a in some for some in naming)]
        read = [*first, *(a for a in articles if a not in first)][:_ARTICLES]
        others = [other for other in sides if other != side]
        best = max(figures_of(desk, clause, side, others, read, least), key=lambda row: row[0], default=None)
        out.append([best[1]] if best is not None else [])
    return out


def _two_times(desk: Desk, clause: Clause, articles: Sequence[str], least: float) -> list[Passage]:
    """The sentences that give what is asked about of another time too, be it not the one that a clause names first."""
    groups = [ids for ids in clause.groups() if not is_place(ids)]
    if not groups or not _TWO_TIMES.search(clause.shape):
        return []
    of_any_time = replace(clause, narrow=replace(clause.narrow, when=None))
    near = figures_of(desk, of_any_time, Side(groups[0]), (), articles[:_ARTICLES], least)
    told = sorted((row for row in near if _OF_TWO.search(row[1].text)), key=lambda row: -row[0])
    return [passage for _, passage in told[:_TIMES]]
