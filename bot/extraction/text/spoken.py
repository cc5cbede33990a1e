"""The words that somebody said, without those that tell who said them and to whom."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[\"“]([^\"“”]{2,}?)[,.]?[\"”]")
_CLOSED = re.compile(r"\A([^\"“”]{3,}?)[,.!?][\"”]")
"""The end of a quotation that began in the sentence before."""
_OPENED = re.compile(r"[\"“]([^\"“”]{3,})\Z")
_TO_WHOM = re.compile(
    r"(?:to|on|in|at|during|before|reporters|analysts|investors|shareholders|staff|employees|journalists|customers|"
    r"parliament|(?:this|the) (?:newspaper|paper|magazine|reporter|site|press)|"
    r"(?:the|an?|its|his|her|their) (?:[\w’'-]+ ){0,3}?"
    r"(?:meeting|conference|congress|summit|forum|audience|panel|hearing))\b"
    r"(?:(?! that )[^.;:\"“]){0,70} that\s+"
)
"""To whom and where something was said, before what was said."""
_LEAST = 3
"""Words that a quotation has at least."""
_BEFORE, _BEHIND = 8, 16
"""Words beside a quotation that do no more than tell who speaks."""


def _count(text: str) -> int:
    return len(re.findall(r"\w+", text))


def reported(text: str) -> str:
    """Reported speech from where it begins ("to this newspaper that orders had doubled")."""
    match = _TO_WHOM.match(text)
    return text[match.end() :] if match else text


def spoken(text: str) -> str:
    """What is said in a sentence that also tells who says it; the sentence where it tells more than that."""
    if sum(map(text.count, '"“”')) % 2:
        closed, opened = _CLOSED.match(text), _OPENED.search(text)
        if closed and text[0] not in '"“':
            return closed[1] if _count(closed[1]) >= _LEAST else text
        return opened[1] if opened and _count(text[: opened.start()]) <= _BEFORE else text
    quoted = [match[1] for match in _QUOTED.finditer(text)]
    around = _BEHIND if text[:1] in '"“' else _BEFORE
    said = " ".join(quoted)
    whole = all(part[0].isupper() or part[0].isdigit() for part in quoted)
    return said if whole and _count(said) >= _LEAST and _count(text) - _count(said) <= around else text
