"""The words that somebody said, without those that tell who said them and to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable

_QUOTED = re.compile(r"[\"“]([^\"“”]{2,})[\"”]")
_MARK = re.compile(r"[\"“”]")
_CLOSED = re.compile(r"\A([^\"“”]{3,}?)[,.!?][\"”]")
"""The end of a quotation that began in the sentence before."""
_OPENED = re.compile(r"[\"“]([^\"“”]{3,})\Z")
_TO_WHOM = re.compile(
    r"(?:to|on|in|at|during|before|reporters|analysts|investors|shareholders|staff|employees|journalists|customers|"
    r"parliament|(?:the |local |state )?media|(?:this|the) (?:newspaper|paper|magazine|reporter|site|press)|"
    r"(?:the|an?|its|his|her|their) (?:[\w’'-]+ ){0,3}?"
    r"(?:meeting|conference|congress|summit|forum|audience|panel|hearing))\b"
    r"(?:(?! that )[^.;:\"“]){0,70} that\s+"
)
"""To whom and where something was said, before what was said."""
_HEARERS = re.compile(
    r"(?P<paper>this (?:newspaper|paper|magazine|site|reporter) )|"
    r"(?:reporters|analysts|investors|shareholders|staff|employees|journalists|customers) (?:in|on|at|last|this|by)\b"
)
"""To whom something was said, without "that" behind it."""
_SAYS = (
    r"(?:says?|said|sa(?:id|ys) so|told|tells|add(?:s|ed)|conced(?:es|ed)|admit(?:s|ted)|believ(?:es|ed)|argu(?:es|ed)|"
    r"not(?:es|ed)|think(?:s)?|thought|explain(?:s|ed)|stress(?:es|ed)|recall(?:s|ed)|comment(?:s|ed)|insist(?:s|ed)|wrote|writes)"
)
_TAG = re.compile(rf"[^\"“”.;:]{{0,90}}?\b{_SAYS}(?P<aside>, [^,\"“”]{{1,30}},)?(?P<that> that)? ")
_TAIL = re.compile(rf"[,.!?][\"”] (?:{_SAYS}\b|(?:[A-Z][\w.'’-]* ){{1,3}}{_SAYS}\b)")
_END_TAG = (
    rf",[\"”]? (?:(?:[A-Z][\w.'’-]* ){{0,3}}?NAME(?:, [^,;:\"“”]{{1,80}},)? {_SAYS}|"
    rf"{_SAYS} (?:[A-Z][\w.'’-]* ){{0,3}}?NAME)\b[^,;:\"“”]{{0,60}}\Z"
)
"""Who says it and to whom, behind what is said ("…, Lee told the paper."); NAME stands for that of the speaker."""
_LEAST = 3
"""Words that a quotation has at least."""
_BEFORE, _BEHIND = 8, 16
"""Words beside a quotation that do no more than tell who speaks."""


def quotations(text: str) -> list[str]:
    """What stands in quotation marks, with what a mark closes that was opened before the text, or opens to its end.

    A straight mark opens where a word begins behind it, and closes where one ended before it: what stands between two
    quotations is none.
    """
    found: list[str] = []
    begin: int | None = 0
    for match in _MARK.finditer(text):
        at = match.start()
        if _opens(text, match):
            begin = match.end()
        elif begin is not None and not (begin == 0 and text[at - 1 : at].isdigit()):
            found.append(text[begin:at].rstrip(",."))
            begin = None
    if begin:
        found.append(text[begin:].rstrip(",."))
    return found


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a quotation begins at a mark. Of doubled ones ("““") the last does."""
    at = mark.start()
    return mark[0] == "“" or (
        mark[0] == '"' and text[at + 1 : at + 2].strip() != "" and not text[max(0, at - 1) : at].strip(" ([")
    )


def joined(parts: Iterable[str]) -> str:
    """Pieces of what somebody said in one, each a sentence that does not go on in the next."""
    said = ""
    for part in (part.strip() for part in parts):
        if said and part[:1].isupper():
            said = said.rstrip(",.")
            said += "" if said.endswith(("!", "?", "…")) else "."
        said = f"{said} {part}".strip()
    return said.rstrip(",.!?")


def begun_before(text: str, before: str) -> int | None:
    """Where the quotation begins in the text before that a text closes; None where it closes none of before."""
    mark = _MARK.search(text)
    if mark is None or mark.start() < _LEAST or _opens(text, mark):
        return None
    marks = list(_MARK.finditer(before))
    return marks[-1].end() if marks and _opens(before, marks[-1]) else None


def _count(text: str) -> int:
    return len(re.findall(r"\w+", text))


def reported(text: str, speaker: str = "") -> str:
    """Reported speech from where it begins ("to this newspaper that orders had doubled"); empty where only who hears.

    A sentence that begins with the speaker loses what says that he says it ("Ann Lee conceded, after all, that …").
    """
    surname = speaker.split()[-1] if speaker else ""
    tag = _TAG.match(text) if surname else None
    if tag is not None and surname in tag[0].split() and (tag["aside"] or tag["that"]) and tag.end() < len(text):
        text = text[tag.end() :]
    if match := _TO_WHOM.match(text):
        return text[match.end() :]
    tail = _TAIL.search(text) if surname and text[:1] not in '"“' else None
    if tail is not None and surname in text[tail.end() :].split(",")[0].split():
        return text[: tail.start()] + text[tail.start() + 1]
    for name in speaker.split()[-1:] + speaker.split()[:1] if text[:1] not in '"“' else ():
        if tag := re.search(_END_TAG.replace("NAME", re.escape(name)), text):
            return text[: tag.start()]
    heard = _HEARERS.match(text)
    return text if heard is None else text[heard.end() :] if heard["paper"] else ""


def says_little(text: str) -> bool:
    """Whether nothing but a word or two is said before who says it (""Never," says Falk.")."""
    tail = _TAIL.search(text)
    return tail is not None and _count(text[: tail.start()]) < _LEAST


def spoken(text: str) -> str:
    """What is said in a sentence that also tells who says it; the sentence where it tells more than that."""
    if sum(map(text.count, '"“”')) % 2:
        closed, opened = _CLOSED.match(text), _OPENED.search(text)
        if closed and text[0] not in '"“':
            return closed[1] if _count(closed[1]) >= _LEAST else text
        return opened[1] if opened and _count(text[: opened.start()]) <= _BEFORE else text
    quoted = [match[1] for match in _QUOTED.finditer(text)]
    around = _BEHIND if text[:1] in '"“' else _BEFORE
    said = joined(quoted)
    whole = all(part[0].isupper() or part[0].isdigit() for part in quoted)
    return said if whole and _count(said) >= _LEAST and _count(text) - _count(said) <= around else text
