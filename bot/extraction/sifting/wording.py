"""Words as a reader should see them: whole ones, and of what somebody said no more than that."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import without, words
from bot.extraction.text.spoken import begun_before, joined, reported, says_little, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context

_TITLES: Final = {"role": "title", "education": "degree"}
_STUDIES = re.compile(
    r"(?:ph\.? ?d\.?|doctorates?|doctoral student|master'?s(?: degree)?|bachelor'?s?(?: degree)?)", re.IGNORECASE
)
_NO_DEGREE = re.compile(r"\b(?:supervisor|scholarship|(?:associate|assistant|full) professor|youth)\b", re.IGNORECASE)
_ADVISES = re.compile(
    r"\b(?:(?:ph\.?d\.?|doctora(?:l|te)|master'?s?|graduate)(?: students?'?s?| candidates?'?)?[ -])"
    r"(?:advis[eo]rs?|supervis\w+|tutors?|mentors?)\b|"
    r"\b(?:advis|supervis|mentor)\w+ (?:of |for )?(?:ph\.?d|doctoral|master)",
    re.IGNORECASE,
)
"""Whose students are meant, not who studied."""
_DEGREE = re.compile(
    r"bachelor|master|doctor|degree|diplom|graduat|\bph\.? ?d|m\.?b\.?a\b|\b[bm]\.?(?:sc|a|s|eng|tech)\b|engineer\b",
    re.IGNORECASE,
)
_SHORTEST: Final = 4
_SUBJECT = re.compile(
    r"\b(?:engineering|design|mechanics|mechatronics|science|physics|mathematics|nursing|automation|robotics|economics|"
    r"business|law|linguistics|chemistry|biology|medicine|history|philosophy)\Z",
    re.IGNORECASE,
)
"""A degree, and what is studied for one."""
_NO_TITLE: Final = frozenset({
    "the", "of", "for", "in", "charge", "led", "ran", "run", "runs", "running", "head", "heads", "headed", "heading",
    "lead", "leads", "leading", "steering", "responsible", "top", "overall", "job", "post", "position", "office",
    "major",
})  # fmt: skip
"""Words of which more than one is needed, or another beside them, to make a title."""
_TITLE_ALONE: Final = frozenset({"head", "lead", "in charge"})
_VERB_CUT: Final = re.compile(
    r"(?:led|leads?|ran|runs?|head(?:s|ed)|manage[sd]?|steers?|oversaw) (?:the|an?|its|our|their)"
)
_PLAIN: Final = (
    r"(?!(?:and|or|but|with|which|who|that|where|when|while|at|in|through|to|as|over|since|from|before|until|after|"
    r"by)\b)[\w'’-]+"
)
_OBJECT: Final = re.compile(rf" {_PLAIN}(?: {_PLAIN}){{0,6}}")
_REST_OF_NUMBER = re.compile(r"(?:[.,]\d+)+(?![.,]?\d)[^,;.]{0,60}")
_HOW_MANY = re.compile(
    r" (?:as many as|up to|about|around|some|more than|at least|nearly|over) \d[\d,.]*\d?[^,;.]{2,90}(?![\w,.;-]\w)"
    r"(?!\w)"
)
"""Behind a verb alone, of what and how many it is said."""
_HANGING = re.compile(r" (?:in|by|from|until|since|for)(?= and\b| ?,| ?\Z)| (?=,)")
"""What is left in an action of a date that was taken out."""
_LEAST, _LONGEST = 3, 18
"""Words of an action."""
_LABEL: Final = re.compile(r"\A[A-Z]{3,}: ")
_STAGE: Final = re.compile(
    r"\A\W{0,5}(?:from|in) (?:the|his|her|a) (?:speech|talk|address|keynote|lecture)\b", re.IGNORECASE
)
_ONLY_NAME: Final = re.compile(r"(?:[A-Z][\w-]*|and|of|the|for|&)(?: (?:[A-Z][\w-]*|and|of|the|for|&))+")
"""What a speaker said is no stage direction and no name, nor does it begin with who speaks, in capitals."""
_HANDS: Final = re.compile(r"(?:join|link|shak|chang|shook)\w* (?:hands|arms)", re.IGNORECASE)
_WORD: Final = re.compile(r"\w\w")
_WORDS: Final = re.compile(r"\w+")
_FEWEST, _END = 3, 40
"""Words of a statement, and letters at the end of an article that was cut off in the middle of one."""
_REACH: Final = 640
"""Letters of a quotation at most, with who says it: more of them no fact can show."""
_PIECE: Final = re.compile(r"(?!s\b)\w")


def _is_cut(title: str, text: str) -> bool:
    """Whether a capitalised title is the beginning of a longer name in the text, and nowhere a word of its own."""
    if not title[:1].isupper() or title not in text:
        return False
    ends = (match.end() for match in re.finditer(rf"(?<!\w){re.escape(title)}", text))
    return all(_PIECE.match(text, end) for end in ends)


def _whole(title: str, text: str) -> str:
    """A verb that was cut behind its article, with what it is said of ("led the development of the hand")."""
    text = " ".join(text.split())
    match = _OBJECT.match(text, text.find(title) + len(title)) if title in text else None
    return title + match[0].rstrip() if match else ""


_HANGS: Final = re.compile(r"(?:,| (?:in|of|at|for|to|and|with|the|as|Dr|Prof|Mr|Ms|Mrs|Datuk|Ing)\b\.?)+\Z")
_DEED: Final = re.compile(r"(?:co-?)?(?:founded|joined|started|left|built|created)\b", re.IGNORECASE)
_OFFICE_CUT: Final = re.compile(
    r"(?:chief(?: [a-z-]+){1,3}|(?:senior |executive )?vice|managing|general)\Z", re.IGNORECASE
)
_OFFICE: Final = re.compile(r" (?:officer|president|director|manager|partner)\b", re.IGNORECASE)
"""What hangs behind a title or is none, and a title that was cut before its last word ("Chief Operating")."""


def _mended(title: str, text: str) -> str:
    """A title without what hangs behind it and with the office that ends it; empty for what somebody did."""
    if _DEED.match(title):
        return ""
    title = _HANGS.sub("", title)
    at = text.find(title) + len(title) if title in text else -1
    more = _OFFICE.match(text, at) if at >= 0 and _OFFICE_CUT.fullmatch(title) else None
    return title + more.group() if more else title


def _title(context: Context, draft: Draft) -> Draft | None:
    """A post or degree without a title that is a piece of a name; none whose title is a degree."""
    slot = _TITLES.get(draft.kind)
    title = draft.slots.get(slot) if slot else None
    if slot is None or not isinstance(title, str):
        return draft
    if _VERB_CUT.fullmatch(title) and (whole := _whole(title, words(context, draft))):
        return without(draft, **{slot: whole})
    if draft.kind == "role" and (told := _mended(title, words(context, draft))) != title:
        empty = told not in _TITLE_ALONE and _NO_TITLE.issuperset(told.split())
        return without(draft, title=None if empty else told)
    house = str(draft.slots.get("organization", draft.slots.get("school")))
    printed = re.search(rf"(?<!\w){re.escape(title)}(?!\w)", words(context, draft))
    if draft.kind == "education" and printed is None and title in words(context, draft):
        return without(draft, **{slot: None})
    empty = title not in _TITLE_ALONE and _NO_TITLE.issuperset(title.split())
    if empty or title in house.split() or not _WORD.search(title) or _is_cut(title, words(context, draft)):
        return without(draft, **{slot: None})
    return None if draft.kind == "role" and _STUDIES.fullmatch(title) else draft


def _degree(context: Context, draft: Draft) -> Draft | None:
    """Studies whose subject is told as that, not as the degree; a scholarship is none, nor what a professor is."""
    degree = draft.slots.get("degree")
    if draft.kind != "education" or not isinstance(degree, str):
        return draft
    if _NO_DEGREE.search(degree) or (len(degree) < _SHORTEST and degree.islower()):
        return without(draft, degree=None)
    if _ADVISES.search(text := words(context, draft)) and not _STUDIES.search(_ADVISES.sub("", text)):
        return None
    if degree in str(draft.slots.get("field", "")).split() and not _DEGREE.search(degree):
        return without(draft, degree=None)
    if _SUBJECT.search(degree) and not _DEGREE.search(degree):
        return without(draft, degree=None, field=draft.slots.get("field", degree))
    return draft


def _action(context: Context, draft: Draft) -> Draft:
    """A plan whose action begins and ends with whole words and numbers; without one of which only a piece is left."""
    action = draft.slots.get("action")
    if draft.kind != "plan" or not isinstance(action, str) or not action:
        return draft
    text = " ".join(words(context, draft).split())
    if action.split()[0].strip(",") == draft.slots.get("unit"):
        return without(draft, action=None)
    at = text.find(action)
    if at < 0:
        bare = _HANGING.sub("", action).strip(" ,")
        return without(draft, action=bare) if bare != action else draft
    begin, end = at, at + len(action)
    while begin and text[begin - 1].isalnum() and text[begin].isalnum():
        begin -= 1
    if rest := _REST_OF_NUMBER.match(text, end) if action[-1].isdigit() else None:
        end = rest.end()
    if " " not in action and end == at + len(action) and (more := _HOW_MANY.match(text, end)) is not None:
        end, rest = more.end(), more
    whole = text[begin:end].split()[:_LONGEST]
    if begin < at and len(whole) < _LEAST:
        return without(draft, action=None)
    return without(draft, action=" ".join(whole)) if begin < at or rest else draft


def _thing(context: Context, draft: Draft) -> Draft | None:
    """Robots at work that go by whole words, and are no figure of speech ("has joined hands with")."""
    product = draft.slots.get("product")
    if draft.kind != "deployment" or not isinstance(product, str):
        return draft
    if _HANDS.fullmatch(product):
        return None
    text = words(context, draft)
    cut = product in text and not re.search(rf"(?<!\w){re.escape(product)}", text)
    return without(draft, product=None) if cut else draft


def _said(context: Context, draft: Draft) -> Draft | None:
    """A statement in the speaker's words alone; none that is a name or tells where something was said."""
    text = draft.slots.get("text")
    if draft.kind != "statement" or not isinstance(text, str):
        return draft
    if _STAGE.match(text) or _ONLY_NAME.fullmatch(text) or says_little(text):
        return None
    said = spoken(_LABEL.sub("", text))
    said = said.strip(' ,."“”') if said != text else reported(text, str(draft.slots["speaker"]))
    if (
        len(_WORDS.findall(said)) < _FEWEST
        and len(said) < len(text.strip(' ,."“”')) + 1
        and text in context.text[-_END:]
    ):
        return None
    return None if not said else without(draft, text=said) if said != text else draft


def _begun(context: Context, draft: Draft) -> Draft:
    """A statement with the sentences before that are of the quotation which its own only closes."""
    text = draft.slots.get("text")
    if draft.kind != "statement" or not isinstance(text, str):
        return draft
    at = max(context.text.rfind("\n", 0, draft.start) + 1, draft.end - _REACH)
    begin = begun_before(words(context, draft), before := context.text[at : draft.start])
    if begin is None or not words(context, draft).lstrip('"“').startswith(text.lstrip('"“')[:_FEWEST]):
        return draft
    first = context.sentence_at(at + begin)
    said = joined((" ".join(before[begin:].split()), text))
    return replace(without(draft, text=said), start=first.start if first else at + begin)


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_title, _degree, _action, _thing, _said, _begun)
