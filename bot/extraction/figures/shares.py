"""Percentages that are facts: stakes, shares, margins; not by how much something grew."""

from __future__ import annotations

import re

from bot.extraction.figures.cue import Cue
from bot.extraction.figures.figures import Figure

_OF_SALES = re.compile(
    r" of (?:the |its |all |<[nd]\d+>'?s? )?(?:[\w-]+ )?(?:sales|revenues?|income|turnover|shipments)\b"
)
_STAKE_BEFORE = re.compile(
    r"\b(?:h[oe]lds?|holding|owns?|owned|keeps?|kept|has|have|had|controls?|bought|took|takes?|"
    r"taking|acquir\w+|retains?|got|gets?|with|stake (?:in <n\d+> )?(?:of|to)|sold|sells?|lifts?|"
    r"reduced|remaining|shareholder)\b[^<;.]{0,45}(?:<n\d+>[^<;.]{0,35}){0,2}\Z|\A\W*<n\d+>:? \Z",
    re.IGNORECASE,
)
_STAKE_AFTER = re.compile(
    r"(?: (?:stake|interest|holding|shareholding|share|block|of (?:the |its |<n\d+>'s )?(?:shares?|"
    r"voting|votes|equity|capital|company|firm|group|startup|venture|business|stock|<n)|owned|"
    r"of (?:which|it) belongs|in <n\d+>)|,? (?:owned|held) by)",
    re.IGNORECASE,
)
_NEW_HOLDER = re.compile(r"[^;.]{0,40}\bshareholder\b")
_FIRST_STAKE = re.compile(r"\bfor (?:its|his|her|their|<n\d+>'s|a|an)(?: first)? \Z")
_SHARE = re.compile(
    r"\b(?:market share|share of|of share|of (?:the )?(?:world|global|domestic|chinese)? ?market|"
    r"a share|market)\b",
    re.IGNORECASE,
)
_MARGIN = re.compile(r"\b(?:margins?|success rate|accuracy)\b[^<;.]{0,30}\Z", re.IGNORECASE)


def percent(figure: Figure) -> Cue | None:
    """What a percentage measures; None of a change, or where no cue says so."""
    before, after = figure.before, figure.after
    at = figure.start
    if re.match(
        r" (?:more|less|fewer|higher|lower|up|down|increase|growth|rise|drop|from|year|below|above|"
        r"cheaper|premium|discount)",
        after,
    ):
        return None
    if re.search(
        r"\b(?:up|down|by|rose|fell|lost|gained|added|slipped|grew|climb\w*|gain\w*|increase of|growth\w*|"
        r"jumped|dropp\w*|"
        r"than|annual\w*|rate)\b[^<;.]{0,12}\Z",
        before,
        re.IGNORECASE,
    ):
        return None
    if _STAKE_AFTER.match(after) or _OF_SALES.match(after) or _NEW_HOLDER.match(after) or _FIRST_STAKE.search(before):
        return Cue("other", at, figure.start)
    if _MARGIN.search(before) or _SHARE.search(after[:40]) or _SHARE.search(before[-25:]):
        return Cue("other", at, figure.start)
    if _STAKE_BEFORE.search(before) and re.match(r"[.,;)]|\Z| (?:and|for|in|by|through|via|from|with|after)\b", after):
        return Cue("other", at, figure.start)
    return None
