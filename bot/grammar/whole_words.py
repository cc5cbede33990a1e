"""Words that stand whole in a text, found without a pattern made for each: to compile one takes longer than to look."""

from __future__ import annotations

from collections.abc import Iterator


def beginnings(text: str, word: str) -> Iterator[int]:
    """Where a word begins in a text, as it is written, and no other runs into it."""
    at = text.find(word)
    while at >= 0:
        if at == 0 or not _is_of_word(text[at - 1]):
            yield at
        at = text.find(word, at + 1)


def stands_in(text: str, word: str) -> bool:
    """Whether a word stands in a text, as it is written, and not as a part of another."""
    return any(is_whole(text, at + len(word)) for at in beginnings(text, word))


def replaced(text: str, word: str, by: str) -> str:
    """A text with something else wherever a word stands whole in it."""
    parts, end = list[str](), 0
    for at in beginnings(text, word):
        if at >= end and is_whole(text, at + len(word)):
            parts += (text[end:at], by)
            end = at + len(word)
    return "".join((*parts, text[end:])) if parts else text


def is_whole(text: str, end: int) -> bool:
    """Whether what ends there is no part of a longer word."""
    return end >= len(text) or not _is_of_word(text[end])


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
