"""What a message is made of: cleaned for reading, made harmless for echoing."""

from __future__ import annotations

import re
import unicodedata

from bot.grammar.patterns import Pattern

LONGEST = 600
"""Characters of one message that are read; more is no question."""

_APOSTROPHES = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "？": "?", "，": ",", "。": "."}
)
_CONTRACTIONS = (
    (Pattern(r"\b(what|who|where|when|how|that|there|it|he|she)'s\b", re.I), r"\1 is"),
    (Pattern(r"\b(what|who|where|when|how)'re\b", re.I), r"\1 are"),
    (Pattern(r"\b(what|who|where|when|how)'d\b", re.I), r"\1 did"),
    (Pattern(r"\bwhos\b", re.I), "who is"),
    (Pattern(r"\bwhats\b", re.I), "what is"),
    (Pattern(r"n't\b"), " not"),
)
_TAMED = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")", **dict.fromkeys("*_~`|\\", " ")})


def visible(text: str) -> str:
    """`text` without control, bidirectional and other unseen characters; line breaks become spaces."""
    kept = []
    for char in text:
        if char in "\n\r\t":
            kept.append(" ")
        elif not unicodedata.category(char).startswith("C"):
            kept.append(char)
    return "".join(kept)


def one_line(text: str) -> str:
    """A text without hidden characters, on one line."""
    return " ".join(visible(text).split())


def read(message: str) -> str:
    """One message as the parser reads it: NFKC, plain quotes, contractions written out, single spaces."""
    text = visible(unicodedata.normalize("NFKC", message[: 4 * LONGEST])).translate(_APOSTROPHES)
    for pattern, full in _CONTRACTIONS:
        text = pattern.sub(full, text)
    return " ".join(text.split())[:LONGEST].strip()


def echo(text: str, longest: int = 60) -> str:
    """`text` of a question made fit to be repeated: no mention, link or markup in it works any more."""
    shown = " ".join(visible(unicodedata.normalize("NFKC", text[: 4 * longest])).translate(_TAMED).split())
    if len(shown) > longest:
        shown = shown[: longest - 1].rstrip() + "…"
    shown = shown.replace("://", ": //").replace("www.", "www .")
    return re.sub(r"([@#!])(?=\w)", r"\1 ", shown)
