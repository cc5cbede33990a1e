"""What holds for everything that a grammar finds in a text."""

from __future__ import annotations

from collections.abc import Iterable

from bot.grammar.spans import Spanned


def check_spans(text: str, found: Iterable[Spanned]) -> None:
    """Each stands in the text as it says, none is empty, and they come in order without touching one another's text."""
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end
