"""How much is known and what is newest in it, for whoever was told of nothing yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.digests.content import news
from bot.digests.wording import MOST, as_answer
from bot.locales import forms
from bot.model.answer import Answer
from bot.store.read import Facts

_A_MONTH = timedelta(days=30)


def newest(facts: Facts, most: int = MOST) -> Answer:
    """The weightiest news of the month before the newest article."""
    counts, number = facts.counts(), forms().number
    title = f"{number(counts['facts'])} facts from {number(counts['articles'])} articles, built {facts.built_at()[:10]}"
    days = [article.published for article in facts.articles() if len(article.published) == len("2025-10-08")]
    if not days:
        return Answer(False, title)
    told = news(facts, date.fromisoformat(max(days)) - _A_MONTH, most=most)
    return replace(as_answer(told, most), title=title)
