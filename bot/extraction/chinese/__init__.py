"""Chinese articles read into facts: patterns over sentences in which names, dates, sums and rounds are masked."""

from bot.extraction.chinese.drafting import drafts

__all__ = ["drafts"]
