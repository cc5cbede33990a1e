"""Posts and foundings that a sentence tells of somebody or something else: of a source, of one who goes without a name,
of a company without one, of whoever only came or left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.people.roles import roles
from bot.extraction.sifting.sides import EVENT
from bot.extraction.sifting.spans import READ, dated, naming, sentences, speaks_of, without, words
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context
    from bot.extraction.text.mentions import Mention

_SOURCE: Final = re.compile(
    r"(?:[\w-]+ ){0,4}(?:analyst|expert|economist|strategist|consultant|researcher|leaker|insider|observer|investor)",
    re.IGNORECASE,
)
"""Who tells of houses that are not his own."""
_SAYS: Final = re.compile(
    r"\b(?:said|says|report(?:s|ed)|not(?:es|ed)|wrote|writes|believes?|expects?|estimates?|predict(?:s|ed)|claim(?:s|ed)|"
    r"argue[sd]|thinks|add(?:s|ed)|told [^.;,]{2,40})(?: (?:on|in|last|this) [\w ]{2,20}?)?,? (?:that )?"
    r"(?:(?:the|an?|its|[a-z-]+) ){0,3}\Z"
)
"""Before the house that the words of a source begin with."""
_UNNAMED: Final = re.compile(r"(?:\A|[.;\"”] )\W{0,2}(?:An?|Another|One|A second|A third) (?:[\w-]+ ){0,3}\Z")
_DOES: Final = re.compile(r"\b(?:has|have|had|is|was|will|would|also|said|says|joined|left|took)\b")
_FAIR: Final = re.compile(r"\b(?:Fair|Show|Exhibition|Festival|Games|Congress|Convention)(?: \d{4})?\Z")
_SOLE: Final = re.compile(
    r"(?:interim |acting |new )?(?:CEO|CTO|CFO|COO|chair(?:man|woman)?|chief [a-z]+ officer|chief executive)"
)
_HANDS_OVER: Final = re.compile(
    r"\b(?:hand(?:s|ed|ing)|g[ai]v\w+ up|pass(?:es|ed)|succe\w+|replac\w+|t[ao]\w+ "
    r"over|way for)\b"
)
"""Where a title is that of two, one after another."""
_SURE: Final = 0.85
"""How sure a rule is of a title beside a name."""
_A_HOUSE: Final = re.compile(
    r"\b(?:start(?:ed|ing|s)?|found(?:ed|ing|s)?|launch(?:ed|ing|es)?|set(?:ting|s)? up|establish(?:ed|ing|es)?|"
    r"creat(?:ed|"
    r"ing|es)|build(?:ing|s)?|co-?found(?:ed|ing|s)?) (?:an?|another|(?:his|her|their) own) (?:[\w-]+ ){0,4}?"
    r"(?:company|start-?up|firm|business|venture)\b(?!,? [\"“]?(?:called|named|dubbed|[A-Z]))"
)
"""That a house was set up which goes without a name."""
_LEFT: Final = re.compile(
    r"\b(?:left|leaving|quit|resign(?:ed|ing)|depart(?:ed|ing)|stepp(?:ed|ing) down|retired|ousted|fired|joined|"
    r"joining)\b"
    r"(?P<between>[^;.]{0,50})\Z"
)
_LATER_THAN: Final = re.compile(r"[^.;]{0,30}?\b(?:years?|months?|weeks?|days?) (?:after|before) (?P<rest>[^.;]*)")
_OF_KIND: Final = {
    "founding": re.compile(
        r"\b(?:co-?)?(?:found(?:ed|ing|s)?|set up|start(?:ed|ing|s)?|establish\w*|launch\w*|creat\w+|spun)\b"
    ),
    "ipo": re.compile(r"\b(?:IPO|listing|list(?:s|ed)|public|filed|debut\w*)\b"),
}
"""What tells of a beginning or a listing."""
_BEGINS: Final = re.compile(
    r"\b(?:found|co-?found|set(?:ting|s)? up|start|establish|creat|launch|form(?:ed|ing|s)\b|regist|incorporat|"
    r"spun|spin|"
    r"behind|brainchild|built|began|begun|beg[ai]n|born|partners?\b|trio|duo|together)",
    re.IGNORECASE,
)
_CAME: Final = re.compile(
    r"(?:,[^,;.]{2,60},)? (?:(?:had|has|who|later|then|also) ){0,2}(?:joined|joins|left|succeeded|replaced|"
    r"invested|acquired|"
    r"bought|took over)\b"
)
"""Behind whoever did something else than set a house up."""


def _of_source(context: Context, draft: Draft) -> Draft | None:
    """No post of an analyst at the house of whose plans he tells ("analyst Ann Bo said Vantor is planning a robot")."""
    title, house = draft.slots.get("title"), str(draft.slots.get("organization"))
    if draft.kind != "role" or not isinstance(title, str) or not _SOURCE.fullmatch(title):
        return draft
    starts = [m.start for m in naming(context, draft, house)]
    told = [_SAYS.search(context.text, max(draft.start, at - 90), at) for at in starts]
    return None if told and all(told) else draft


def _unnamed(context: Context, draft: Draft) -> Draft | None:
    """No title of somebody who goes without a name ("A senior engineer at Foo has joined the startup, too")."""
    title, text = draft.slots.get("title"), words(context, draft)
    if draft.kind != "role" or not isinstance(title, str) or text.count(title) != 1:
        return draft
    at = draft.start + text.index(title)
    if not _UNNAMED.search(text[: at - draft.start]):
        return draft
    people = [m.start for s in sentences(context, draft) for m in s.mentions if m.kind == "person"]
    end = min((start for start in people if start >= at + len(title)), default=draft.end)
    before = any(draft.start <= start < at for start in people)
    return None if not before and _DOES.search(context.text, at + len(title), end) else draft


def _others_title(context: Context, draft: Draft) -> Draft:
    """A post without the title that its sentence gives, once, to another, where only one may hold it at a time."""
    title, text = draft.slots.get("title"), words(context, draft)
    if draft.kind != "role" or not isinstance(title, str) or not _SOLE.fullmatch(title) or text.count(title) != 1:
        return draft
    if _HANDS_OVER.search(text):
        return draft
    own, house = {s.index for s in sentences(context, draft)}, draft.slots["organization"]
    told = [h for h in roles(context) if h.sentence.index in own and h.title == title]
    holders = {h.person.name for h in told if h.score >= _SURE and h.org is not None and h.org.name == house}
    others = holders and all(h.person.name != draft.slots["person"] for h in told)
    return without(draft, title=None) if others else draft


def _nameless(context: Context, draft: Draft) -> Draft | None:
    """No founding of a known house where a company without a name is set up, none of an event."""
    if draft.kind != "founding":
        return draft
    house, text = str(draft.slots["organization"]), words(context, draft)
    if EVENT.search(house) or _FAIR.search(house):
        return None
    met = _A_HOUSE.search(text)
    if met is None:
        return draft
    named = [m.start for m in naming(context, draft, house)]
    return draft if any(start > draft.start + met.end() for start in named) else None


def _then(context: Context, draft: Draft) -> Draft:
    """A founding or a listing without the date of what else its sentence tells: that somebody left or joined then, or
    something months before or after ("joined in 1994, two years after Bo founded it")."""
    when, own = draft.slots.get("date"), _OF_KIND.get(draft.kind)
    if own is None or not isinstance(when, When):
        return draft
    text, told = context.text, []
    for date, sentence in dated(context, draft, when):
        left = _LEFT.search(text, max(sentence.start, date.start - 90), date.start)
        later = _LATER_THAN.match(text, date.end, sentence.end)
        other = (
            left is not None
            and not own.search(left["between"])
            and not own.search(text, date.end, min(sentence.end, date.end + 25))
        )
        told.append(other or (later is not None and own.search(later["rest"]) is not None))
    return without(draft, date=None) if told and all(told) else draft


def _founders(context: Context, draft: Draft) -> Draft:
    """A founding without those whom no sentence names that tells of a beginning, and those who only joined or left."""
    founders = draft.slots.get("founders")
    if draft.kind != "founding" or not isinstance(founders, tuple):
        return draft
    left = tuple(str(f) for f in founders if not _stands_by(context, draft, str(f)))
    return without(draft, founders=left) if 0 < len(left) < len(founders) else draft


def _stands_by(context: Context, draft: Draft, name: str) -> bool:
    """Whether somebody is only named around a founding, or in its sentence for what else they did."""
    own, named, house = list(sentences(context, draft)), naming(context, draft, name), draft.slots["organization"]
    if named:
        return all(_CAME.match(context.text, m.end) and not _begins_it(context, draft, m) for m in named)
    return not any(
        s in own
        or (_BEGINS.search(s.text) and speaks_of(s, house))
        or (not s.predicates and s.index == own[-1].index + 1)
        for s in context.sentences
        if speaks_of(s, name)
    )


def _begins_it(context: Context, draft: Draft, mention: Mention) -> bool:
    """Whether a word of founding follows a name before the next person's."""
    others = [m.start for s in sentences(context, draft) for m in s.mentions if m.kind == "person" and not m.anaphoric]
    end = min((start for start in others if start > mention.end), default=draft.end)
    return _BEGINS.search(context.text, mention.end, end) is not None


_OUT_OF: Final = re.compile(
    r"\b(?:spun|spin|out of|within|inside|incubat|subsidiary|unit|parent|belong|own|carve|under|joint|arm|part "
    r"of|split|"
    r"divi[sd]|lab|research|born|hatch|root)",
    re.IGNORECASE,
)
_LEFT_BEHIND: Final = re.compile(r"\b(?:leaving|left|quit|quitting|departed|departing|former|ex-) ?(?:the )?\Z")


def _parent(context: Context, draft: Draft) -> Draft:
    """A founding without a house that nothing says it came out of: one told elsewhere, or that a founder left."""
    parent = draft.slots.get("parent")
    if draft.kind != "founding" or not isinstance(parent, str) or draft.score > READ:
        return draft
    starts = [m.start for m in naming(context, draft, parent)]
    left = bool(starts) and all(_LEFT_BEHIND.search(context.text, max(draft.start, at - 20), at) for at in starts)
    told = any(speaks_of(s, parent) for s in sentences(context, draft)) or any(
        speaks_of(s, parent) and _OUT_OF.search(s.text) for s in context.sentences
    )
    return without(draft, parent=None) if left or not told else draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (
    _of_source,
    _unnamed,
    _others_title,
    _nameless,
    _then,
    _founders,
    _parent,
)
