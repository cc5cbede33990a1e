"""What a message is made of: cleaned for reading, made harmless for echoing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.grammar.patterns import Pattern

LONGEST = 600
"""Characters of one message that are read; more is no question."""

_APOSTROPHES = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "？": "?", "，": ",", "。": "."}
)
_ASKING = "what|who|where|when|how|why|which"
_CONTRACTIONS = (
    (Pattern(rf"\b({_ASKING}|that|there|it|he|she)'s\b", re.I), r"\1 is"),
    (Pattern(rf"\b({_ASKING}|they|we|you)'re\b", re.I), r"\1 are"),
    (Pattern(rf"\b({_ASKING})'d\b", re.I), r"\1 did"),
    (Pattern(rf"\b({_ASKING}|that|there|it|he|she|they|we|i|you)'ll\b", re.I), r"\1 will"),
    (Pattern(rf"\b({_ASKING}|they|we|i|you)'ve\b", re.I), r"\1 have"),
    (Pattern(r"\b(who|what|where|how)s\b", re.I), r"\1 is"),
    (Pattern(r"\b(did|does|do|is|are|was|were|has|have|had|could|would|should)nt\b", re.I), r"\1 not"),
    (Pattern(r"n't\b"), " not"),
    (Pattern(rf"\b({_ASKING}) (?:on earth|in the world|the (?:hell|heck|devil|deuce))\b", re.I), r"\1"),
    (Pattern(r"\bthru\b", re.I), "through"),
    (Pattern(r"(?<![\w'])'?til\b"), "until"),
    (Pattern(r"\bgonna\b", re.I), "going to"),
    (Pattern(r"\bU\.([SK])\.(?=\W)"), r"U\1"),
)
_TAMED = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")", **dict.fromkeys("*_~`|\\", " ")})


def visible(text: str) -> str:
    """`text` without control, bidirectional and other unseen characters; line breaks become spaces."""
    if text.isprintable():  # told in one go; nearly every text is
        return text
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


@lru_cache(maxsize=64)
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
