"""What people ask of a company or a product in everyday words, and in which words its articles may tell it.

"parent" is told as "belongs to", "atex certified" as "explosion-proof", "numbers" as a list of figures: the words of
the question need not stand in what answers it.
"""

from __future__ import annotations

from functools import lru_cache

from bot.answers.sentences.things.matter import Matter
from bot.answers.sentences.things.of_goods import OF_GOODS
from bot.answers.sentences.things.of_houses import OF_HOUSES


@lru_cache(maxsize=500)
def matter_of(shape: str) -> Matter | None:
    """The matter that a question of some shape asks about; None where it is none of these."""
    return next((one for one in (*OF_GOODS, *OF_HOUSES) if one.asked.search(shape)), None)
