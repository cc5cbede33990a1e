"""What sentences say that tell a kind of thing where nobody is named: wider than where a name has to be tied to it."""

from __future__ import annotations

import re

from bot.answers.sentences.kinds_told import may_tell
from bot.grammar.patterns import Pattern

_MORE: dict[str, str] = {
    "market_size": r"\bworldwide\b|\bglobal(?:ly)?\b|\bindustry\b|\bsector\b",
    "acquisition": (
        r"\b(?:find|seek\w*) a buyer\b|\b(?:went|goes?) (?:to|for)\b|\bgone\b[^.]{0,40}\bto\b|\bin the hands of\b|"
        r"\bexits?\b"
    ),
    "price": (
        r"\bper (?:day|week|year|piece|set|square|hectare|acre)\b|\b(?:to buy|hire|rent)\b|"
        r"\ba (?:day|week|year|piece)\b|"
        r"\bgo(?:es|ing)? for\b|\btag\b|\bfetch\w*"
    ),
    "founding": r"\bbrainchild\b|\bstarted out\b|\bopened\b|\bbegun\b|\bset out\b|\bfather of\b|\bbehind\b",
    "role": (
        r"\b(?:helm|steers?|in charge|answers for|responsible for)\b|"
        r"(?-i:[A-Z]\w+ [A-Z]\w+,? (?:of|from|at) (?:the )?[A-Z])"
    ),
}
"""What tells one of the kinds of facts in other words."""
_ONLY: dict[str, str] = {
    "ceo": (
        r"\b(?:ceo|chief|managing director|president|boss|heads?|headed|runs?|ran|leads?|led|director|helm|in charge|"
        r"founder)\b"
    ),
    "cfo": r"\b(?:cfo|finance (?:chief|director|head|boss)|chief financial|head of finance|treasurer)\b",
    "cto": r"\b(?:cto|chief technolog\w+|technology (?:chief|director|head)|technical (?:director|chief)|technology)\b",
    "coo": r"\b(?:coo|chief operating|operations)\b",
    "chair": r"\bchair\w*|\bpresident\b",
    "sale": (
        r"\bfor sale\b|\b(?:find|seek\w*|want\w*|look\w* for|search\w* for|attract\w*|need\w*) (?:a |an |new )?"
        r"(?:buyers?|owners?|suitors?)\b|"
        r"\b(?:explor|weigh|consider|prepar|plann?|pursu|launch)\w* (?:a |an |its |the )?"
        r"(?:possible |potential )?(?:sale|exit|auction)\b|\bon the block\b|\bauction\w*|\bbidders\b"
    ),
    "closure": (
        r"\bshut\w*|\bclos(?:ed|es|ing|ure)\b|\bbankrupt\w*|\binsolven\w*|\breceiver\w*|\bliquidat\w*|"
        r"\bwound (?:up|down)\b|\bwind\w* (?:up|down)\b|\bceas\w+|\bfold(?:ed|s|ing)\b|\bwithdr[ae]w\w*|\bstop\w*|"
        r"\badministrat\w*|\bgone\b|\bdies?\b|\bdied\b|\bdissolv\w*|\bcollaps\w*|\bwent under\b|"
        r"\bdead\b|\bend of\b|\bdefunct\b"
    ),
    "layoffs": (
        r"\bla(?:id|y\w*)[ -]?offs?\b|\bcut(?:s|ting)?\b|\bdismiss\w*|\bredundan\w*|\blet go\b|\bfired\b|\bsack\w*|"
        r"\bjobs\b|\bshed\w*|\baxe[ds]?\b|\bjob losses\b"
    ),
    "approval": (
        r"\bapprov\w+|\bclear(?:ed|ance|s)\b|\bauthori[sz]\w+|\bgreen light\b|\bnod\b|\bcertif\w+|\blicen[cs]\w+|"
        r"\bpermit\w*|\bmark(?:ing)?\b|\b510\b|\bCE\b"
    ),
    "award": (
        r"\bw(?:i|o)n(?:s|ning)?\b|\baward\w*|\bpick(?:ed|s)\b|\bchos\w+|\bchoos\w+|\bselect\w+|\bprefer\w*|"
        r"\bgo(?:es)? to\b|\bwent to\b|\bgot\b|\bbeat\w*|\blargest slice\b|\bsecur\w+"
    ),
    "loss": (
        r"\blos(?:t|es?|ing|er)\b|\bpass\w* over\b|\bbeat\w*|\bover (?:its )?(?:rival|market leader)\b|\bdropp?\w*|"
        r"\bmissed out\b|\binstead of\b|\bahead of\b|\bdefeat\w*"
    ),
    "crowdfunding": r"\bkickstarter\b|\bindiegogo\b|\bcrowd-?fund\w*|\bbackers\b|\bpre-?orders?\b",
    "merger": r"\bmerg\w+|\bcombin\w+|\bjoin\w* forces\b|\bfold\w* into\b",
    "lawsuit": (
        r"\bsu(?:e|ed|es|ing)\b|\blawsuits?\b|\bcourts?\b|\bjudges?\b|\bjury\b|\binfring\w+|\bcomplaints?\b|"
        r"\bclaims?\b|\btribunal\b|\bsettle\w*|\blitigation\b|\bverdict\b"
    ),
    "recall": r"\brecall\w*|\bwithdraw\w*|\bfix\b|\bdefect\w*|\bfault\w*",
}
"""What is told by no kind of fact."""
_PATTERNS = {kind: Pattern(pattern, re.I) for kind, pattern in (*_MORE.items(), *_ONLY.items())}


def tells_one(text: str, kinds: tuple[str, ...]) -> bool:
    """Whether a sentence may tell one of some kinds of things."""
    return any(
        (kind in _PATTERNS and bool(_PATTERNS[kind].search(text))) or (kind not in _ONLY and may_tell(text, (kind,)))
        for kind in kinds
    )
