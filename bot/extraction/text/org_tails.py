"""How the names of organisations end, and what behind them says that another house is spoken of."""

from __future__ import annotations

import re

ORG_TAIL = re.compile(
    r"\b(?:robotics|robots?|robotik|technolog(?:y|ies)|tech|dynamics|systems?|automation|labs?|ai|inc|corp|corporation|co|ltd|limited|"
    r"llc|plc|gmbh|ag|se|sa|spa|nv|bv|ab|oy|as|holdings?|group|ventures?|capital|partners|fund|invest(?:ments?|ors)?|bank|securities|"
    r"equity|management|asset|university|institute|college|school|academy|ministry|agency|commission|association|foundation|"
    r"motors?|electronics|electric|industries|industrial|industry|heavy|logistics|semiconductor|software|networks?|media|news|"
    r"research|consulting|advisors|company|works|werke?|maschinen|engineering|energy|mobility|intelligence|aerospace|pharma|foods?|"
    r"hospital|airport|federation|union|council|committee|department|bureau|office|exchange|association|center|centre|"
    r"mechatronics|instruments|machinery|machines|solutions|services|innovation|innovations|club|daily|times|post|journal|"
    r"insights|analytics|brothers|sons|associates)\Z",
    re.IGNORECASE,
)  # fmt: skip


def looks_like_org(name: str) -> bool:
    """Whether the tail of a name is one that only organisations carry."""
    return bool(ORG_TAIL.search(name)) and len(name.split()) > 1


_TIED = re.compile(r"[-‑](?:backed|owned|led|funded|supported|controlled|affiliated)\b")


def is_tie(text: str, end: int) -> bool:
    """Whether a name that ends here tells only whose another house is ("the Vantor-backed startup")."""
    return _TIED.match(text, end) is not None
