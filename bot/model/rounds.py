"""When two names of a financing round mean the same one."""

from __future__ import annotations

import re
import unicodedata

_NOISE = r"\b(?:series|rounds?|financing|funding|investment|the|a new)\b|[\s\-–—_.·]+|轮|融资|系列"


def round_key(name: str) -> str:
    """`Series A+`, `A+ round`, `A plus` and `A+轮` are one round: `a+`. Empty where nothing names a round."""
    folded = re.sub(r"\bplus\b", "+", unicodedata.normalize("NFKC", name).casefold())
    return re.sub(_NOISE, "", folded)
