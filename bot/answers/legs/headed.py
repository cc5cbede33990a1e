"""What stands below a heading: the items of its list, or the sentences that follow it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bot.answers.sentences.retrieval import ENDS
from bot.store.read import Passage


def is_item(passage: Passage, longest: int | None = None) -> bool:
    """Whether a line is the item of a list: it does not end as a sentence does, and is not too long for one."""
    return not ENDS.search(passage.text) and (longest is None or len(passage.text) <= longest)


def below_heading(
    after: Iterable[Passage], ends: Callable[[Passage], bool], longest: int | None = None
) -> Iterator[Passage]:
    """The items or the sentences after a heading, whichever come first, up to the other sort.

    `ends`: what they end before; `longest`: the letters of the longest item.
    """
    items: bool | None = None
    for passage in after:
        item = is_item(passage, longest)
        if ends(passage) or (items is not None and item != items):
            return
        items = item
        yield passage
