"""Lines that tell nothing by themselves: headings of a few words, names alone."""

from __future__ import annotations

from bot.answers.sentences.retrieval import ENDS
from bot.answers.sentences.signs import CJK
from bot.answers.sentences.things.reader import CELL
from bot.store.read import Passage

_FEW_WORDS = 4


def is_label(passage: Passage) -> bool:
    """Whether a line is a heading of a few words, or a name alone, which tells nothing by itself."""
    text = passage.text.strip()
    if CELL in text or any(character.isdigit() for character in text) or CJK.search(text):
        return False
    label = not ENDS.search(text) or text.endswith(":")
    return label and len(text.split()) <= _FEW_WORDS
