"""What every answer is made with: the facts, the ways to ask them, and the conversation so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.answers.asked.memory import Memory
from bot.answers.asked.resolve import Resolver
from bot.answers.lookup import Lookup
from bot.answers.sentences.described import Descriptions
from bot.answers.sentences.frames.windows import Windows
from bot.answers.sentences.markets.totals import Totals
from bot.answers.sentences.nameless.passages import Nameless
from bot.answers.sentences.people.lives import Lives
from bot.answers.sentences.retrieval import Sentences
from bot.answers.sentences.sayings import Sayings
from bot.answers.sentences.tellings import Tellings
from bot.answers.sentences.things.told import Things
from bot.store.read import Facts


@dataclass(slots=True)
class Desk:
    """One conversation's view of one store."""

    facts: Facts
    lookup: Lookup
    sentences: Sentences
    tellings: Tellings
    descriptions: Descriptions
    nameless: Nameless
    totals: Totals
    lives: Lives
    things: Things
    windows: Windows
    sayings: Sayings
    resolver: Resolver
    memory: Memory
    today: date
