"""Sums of deals: what one of several put in, and what is told of something else than the deal that is asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answers.proof import said
from bot.answers.query import Ids
from bot.answers.titles import POST
from bot.grammar.money import find_money
from bot.grammar.patterns import Pattern
from bot.model.statement import Investor
from bot.store.read import StoredEvent

_BEFORE = Pattern(r"\b(?:the|an?|its|their|this|that|new|another)\W{0,2}$", re.I)
_AFTER = Pattern(
    r"[ -](?!stakes?|shares?|majority|minority|holding|deals?|transaction|price|offer|takeover|acquisition|purchase|"
    r"investment|buyout|bid|sum|in|for|to|of|and|or|an?|the|per|at|by|from|on|last|this|that|which|it|each)[a-z]{3,}"
)

_ALONE = Pattern(
    r"\b(?:alone|itself|by itself|on its own|individually|own (?:share|part|contribution|cheque|check|ticket))\b"
)
_APIECE = Pattern(r"\b(?:each|apiece|respectively|of (?:which|that) (?:about |some )?[$€£¥₩\dA-Z])")
_PER_SHARE = Pattern(r"\b(?:per|a|each) share\b", re.I)
_OF_SHARES = Pattern(r"\bshares?\b|\bpric")

_SEVERAL_ROUNDS = Pattern(
    r"\b(?:\d\d?|two|three|four|five|six|seven|eight|nine|ten|several|multiple|many|all) (?:[\w-]+ ){0,2}?rounds\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Invested:
    """What one of several backers put in: not the sum of a round that others led or took part in."""

    backer: Ids
    shape: str
    called: str = ""
    """How the question calls them."""

    @property
    def widely(self) -> bool:
        return False

    def in_text(self, text: str) -> bool:
        if _PER_SHARE.search(text) and not _OF_SHARES.search(self.shape):
            return False
        if self.called and not _APIECE.search(text) and self._is_one_of_several(text):
            return False
        if self.called and self._only_says_whose(text):
            return False
        return not (_ALONE.search(self.shape) or said.JOINTLY.search(text)) or bool(said.EACH.search(text))

    def _is_one_of_several(self, text: str) -> bool:
        """Whether "and" ties the name to that of another: what they gave they gave together."""
        name = re.escape(self.called)
        tied = (
            rf"[A-Z][\w’'.&-]*,? (?:and|joined by|as well as) (?:[\w’'-]+ ){{0,5}}{name}",
            rf"\b(?:from|by|with|includ\w+|drew) [^;]{{0,120}}(?:,|,? and) (?:[\w’'-]+ ){{0,4}}{name}",
            rf"{name},? (?:and|as well as) (?:[a-z’'-]+ ){{0,4}}[A-Z]",
        )
        return any(re.search(pattern, text) for pattern in tied)

    def _only_says_whose(self, text: str) -> bool:
        """Whether a sentence has the name only before somebody's post: "Acme cofounder Jo Roe put in"."""
        name = re.escape(self.called)
        posts = len(re.findall(rf"\b{name}(?:['’]s)? (?:[a-z-]+ )?{POST} [A-Z]", text, re.I))
        return 0 < len(re.findall(rf"\b{name}\b", text, re.I)) <= posts

    def in_fact(self, told: StoredEvent) -> bool:
        backers = told.event.best("investors")
        if told.kind != "funding" or not isinstance(backers, tuple):
            return True
        theirs = [one for one in backers if isinstance(one, Investor) and one.name in self.backer]
        if len(backers) == 1 or not theirs:
            return True
        return not _ALONE.search(self.shape) and any(one.lead for one in theirs)


@dataclass(frozen=True, slots=True)
class PaidSum:
    """A sum that may be what was paid for a stake: not one that only says how large something else is."""

    @property
    def widely(self) -> bool:
        return False

    def in_text(self, text: str) -> bool:
        return any(not (_BEFORE.search(text[: met.start]) and _AFTER.match(text, met.end)) for met in find_money(text))

    def in_fact(self, told: StoredEvent) -> bool:
        return True  # the rules ask for the slot


@dataclass(frozen=True, slots=True)
class OfOneRound:
    """The sum of one round: not what several came to."""

    @property
    def widely(self) -> bool:
        return False

    def in_text(self, text: str) -> bool:
        return not _SEVERAL_ROUNDS.search(text)

    def in_fact(self, told: StoredEvent) -> bool:
        return told.event.best("measure") != "total_raised"
