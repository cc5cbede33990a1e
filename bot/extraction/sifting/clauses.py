"""Whose clause it is: what is told behind one name of its bearer's past or studies is not told of another person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import naming, sentences, speaks_of, without

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context, Sentence
    from bot.extraction.text.mentions import Mention

_BEHIND_NAME: Final = re.compile(
    r"(?:,| \(| [–—-])? ?(?:,|\(|[–—-]) ?"
    r"(?:(?:a |an )?(?:former(?:ly)?|previously|once|ex)\b|"
    r"who (?:ran|led|headed|worked|was|had|has|spent|studied|left|joined|graduated|holds|is|used)\b|"
    r"(?:himself|herself) an? |an? )[^,;()]{0,60}\Z"
)
"""Between a name and a house of its bearer's past or studies ("Ann Bo, who ran sales at")."""
_OF_BOTH: Final = re.compile(r"\b(?:both|all|each|two|three|fellow)\b")
_PAST: Final = re.compile(
    r"\b(?:former(?:ly)?|previously|once|ex|ran|led|headed|worked|was|had|spent|studied|left|joined|graduated|used)\b"
)
_PAST_BEHIND: Final = re.compile(r" (?:\w+ )?(?:graduate|veteran|alum(?:nus|na|ni)?|dropout|native)\b")
"""What makes such a clause one of the past, between the name and the house or behind it."""
_TAKES_OVER: Final = re.compile(r"\b(?:succe|replac|tak\w+ over|took over|follow|hand\w* over|report(?:s|ing)? to)")
_GOES_TO: Final = re.compile(
    r"\b(?:left|leaves|leaving|quit|departed)\b[^.;]{0,60}? (?:for|to join|to become|to lead) (?:the )?\Z"
)
"""Before the house for which somebody leaves the one where the title that is told was held."""
_EX: Final = re.compile(
    r"\b(?:(?:(?:formerly|previously|once) |former |ex-)(?:an? |the |of |at |with |from )?(?:[a-z-]+ ){0,3})\Z"
)
"""Before a house where somebody was once."""
_STUDENT: Final = re.compile(r" (?:graduates?|classmates?|students?|dropouts?)\b")
_STUDENT_OF: Final = re.compile(r"\b(?:graduates?|classmates?|students?) (?:of|from|at) (?:the )?\Z")
_SEVERAL: Final = re.compile(r"\b(?:classmates|graduates|alumni|students) (?:of|from|at)\b")
"""Around where somebody studied and holds no post, and where several did who are not named."""
_FROM: Final = re.compile(r"\bfrom (?:the )?\Z")
_AS: Final = r" as (?:an? |the |its |our |their |new |first )*"
"""Around the house which somebody left for a post elsewhere."""
_THEN_JOINED: Final = re.compile(
    r",? (?:(?:in )?\d{4},? )?(?:and )?(?:then |later )?(?:in \d{4} )?(?:joined|moved to|went to|entered|switched to)"
    r" ?(?:the )?\Z"
)
_BEGUN_BY: Final = re.compile(
    r"\b(?:started|founded|set up|launched|created|begun|built)\b[^.;,]{0,30}? by (?:[a-z]+ ){0,3}?(?:former |ex-)\Z"
)
_THOSE: Final = re.compile(
    r" (?:[a-z]+ )?(?:people|researchers|engineers|staff|employees|veterans|alumni|executives)\b"
)
"""Around the house of those without a name who founded another ("the lab started by former Foo people")."""
_WAS_ANOTHER: Final = re.compile(
    r"\b(?:was|were|had been|worked as|served as|used to be|(?:started|began)(?: out)? as) (?:once |long |also )?"
    r"(?:an?|the) [^,.;()]{3,50}? (?:at|of|for|with|in) (?:the )?(?:[a-z-]+ ){0,2}\Z|"
    r", (?:an?|(?:an? )?(?:former|ex-?|one-time)) ?[^,.;()]{3,50}? (?:at|of|for|with) (?:the )?(?:[a-z-]+ ){0,3}\Z"
)
"""Between a title, with its holder's name, and a house where the holder has or had another post."""
_AS_ONE: Final = re.compile(r"\bas (?:an? |its |their )?\Z")
"""Around a title that was held before somebody joined the house."""
_APART: Final = re.compile(r"[,;()]")
_REACH: Final = 90


def _of_anothers_clause(context: Context, draft: Draft, house: str) -> bool:
    """Whether a house is named only in a clause on the past or the studies of another, right behind that name."""
    places = naming(context, draft, house)
    return bool(places) and all(_is_lent(context, draft, m) for m in places)


def _of_founders(context: Context, draft: Draft, house: str) -> bool:
    """Whether a house is named only as where the founders of another came from, and the person not as one of them."""
    places = naming(context, draft, house)
    named = [m.start for m in naming(context, draft, str(draft.slots["person"]))]
    return bool(places) and all(
        _BEGUN_BY.search(context.text, max(draft.start, m.start - _REACH), m.start) is not None
        and _THOSE.match(context.text, m.end) is not None
        and not any(start > m.end for start in named)
        for m in places
    )


def _is_lent(context: Context, draft: Draft, place: Mention) -> bool:
    sentence = next((s for s in sentences(context, draft) if s.start <= place.start < s.end), None)
    if sentence is None:
        return False
    name = _before(sentence, place)
    if name is None or name.anaphoric or name.cluster.name == draft.slots["person"]:
        return False
    own = [m for m in naming(context, draft, str(draft.slots["person"])) if m.start > place.end]
    if own and not _APART.search(context.text, place.end, own[0].start):
        return False
    between = context.text[name.end : place.start]
    behind = _PAST_BEHIND.match(context.text, place.end)
    return (
        _BEHIND_NAME.match(between) is not None
        and not _OF_BOTH.search(between)
        and (behind is not None or _PAST.search(between) is not None)
        and not _TAKES_OVER.search(context.text, sentence.start, name.start)
    )


def _before(sentence: Sentence, place: Mention) -> Mention | None:
    """Who is spoken of last before a house."""
    people = [m for m in sentence.mentions if m.kind == "person" and m.end <= place.start]
    return max(people, key=lambda m: m.end, default=None)


def _own_clause(context: Context, draft: Draft) -> Draft | None:
    """A post or studies of whom their clause is about; no post of who only studied there, no title of another house."""
    if draft.kind not in {"role", "education"}:
        return draft
    house = str(draft.slots["organization" if draft.kind == "role" else "school"])
    person, own = draft.slots["person"], list(sentences(context, draft))
    if draft.kind == "education" and any(_SEVERAL.search(s.text) and not speaks_of(s, person) for s in own):
        return None
    if _of_anothers_clause(context, draft, house) or _of_founders(context, draft, house):
        return None
    return _titled(context, draft, house) if draft.kind == "role" else draft


def _titled(context: Context, draft: Draft, house: str) -> Draft | None:
    """A post without the title held elsewhere: told before "formerly of" or before "left for" the house."""
    title, text = draft.slots.get("title"), context.text
    places = naming(context, draft, house)
    if not isinstance(title, str):
        student = [
            _STUDENT.match(text, m.end) or _STUDENT_OF.search(text, max(draft.start, m.start - _REACH), m.start)
            for m in places
        ]
        return None if student and all(student) else draft
    at = text.find(title, draft.start, draft.end)
    if at < 0 or not places:
        return draft
    apart = []
    for place in places:
        begin = max(draft.start, place.start - _REACH)
        met = _EX.search(text, begin, place.start) or _GOES_TO.search(text, begin, place.start)
        if _FROM.search(text, begin, place.start) and re.match(_AS + re.escape(title), text[place.end : draft.end]):
            apart.append(True)
            continue
        if _THEN_JOINED.fullmatch(text, at + len(title), place.start) and _AS_ONE.search(text, draft.start, at):
            apart.append(True)
            continue
        own = [
            m for m in naming(context, draft, str(draft.slots["person"])) if at + len(title) <= m.start < place.start
        ]
        if own and own[0].start <= at + len(title) + 5 and _WAS_ANOTHER.search(text, own[0].end, place.start):
            apart.append(True)
            continue
        apart.append(met is not None and at + len(title) <= met.start() and text.find(title, place.end, draft.end) < 0)
    return without(draft, title=None, start=None) if all(apart) else draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_own_clause,)
