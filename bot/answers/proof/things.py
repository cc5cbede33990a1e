"""What a kind of thing is that may be asked for, and how it is seen whether a fact or a sentence holds one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.grammar.money import find_money
from bot.grammar.patterns import Pattern
from bot.grammar.rates import to_usd
from bot.store.read import StoredEvent

PARTS = Pattern(r";\s|\s[–—]\s|,? \b(?:while|whereas|but)\b ")
"""Where a sentence falls into parts that tell of different things."""
_BARE_SUM = Pattern(r"\d ?(?:million|billion)\b(?! [a-z]+s\b)")
"""A sum without its currency, as in an interview."""
_MEASURED = ("metric", "forecast", "plan")


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of thing that is asked for: the words that ask so, and what a sentence that gives one says."""

    name: str
    asked: Pattern
    given: Pattern
    """What a part of a sentence says that surely gives one."""
    unless: Pattern | None = None
    """What a question says that asks for something else by the same words."""
    perhaps: Pattern | None = None
    """What a part says that gives one where it says nothing of `never`."""
    never: Pattern | None = None
    not_even: Pattern | None = None
    """What a part says that gives something else, whatever it says besides."""
    money: bool = False
    most: float = 0.0
    """Dollars above which a sum is hardly one, where `perhaps` gives it."""
    near: int = 0
    """Letters within which the sum has to stand of what surely gives it, where it may stand anywhere: none."""
    aside: Pattern | None = None
    """What a part says of something else, which is left out before anything is looked for."""
    slots: tuple[tuple[str, str], ...] = ()
    """Kinds of fact with the slot that holds one; `metric` with the measure."""

    @property
    def plain(self) -> bool:
        """Whether it is called by few names, so that sentences that say none of them do not give it."""
        return bool(self.near) or self.name in ("valuation", "paid")

    @property
    def widely(self) -> bool:
        """Whether a sentence beside the one that is on somebody may hold it."""
        return False

    def in_text(self, text: str) -> bool:
        """Whether some part of a sentence gives one."""
        return any(self._in_part(part) for part in _parts(text))

    def _in_part(self, part: str) -> bool:
        part = self.aside.sub(" people ", part) if self.aside is not None else part
        sums = find_money(part) if self.money else []
        bare = self.name in ("revenue", "profit") and _BARE_SUM.search(part)
        if (self.money and not (sums or bare)) or (self.not_even is not None and self.not_even.search(part)):
            return False
        if self.near and sums:
            told = [met.span() for met in self.given.compiled.finditer(part)]
            return any(max(start - m.end, m.start - end) <= self.near for start, end in told for m in sums)
        if self.given.search(part):
            return True
        if (
            self.perhaps is None
            or not self.perhaps.search(part)
            or (self.never is not None and self.never.search(part))
        ):
            return False
        dollars = [to_usd(met.money) for met in sums]
        return not self.most or any(one is not None and one <= self.most for one in dollars)

    def in_fact(self, told: StoredEvent) -> bool:
        """Whether a fact holds one."""
        quotes = [s.quote for s in told.statements]
        if self.aside is not None and quotes and all(self.aside.search(quote) for quote in quotes):
            return any(map(self.in_text, quotes))
        for kind, slot in self.slots:
            if kind == "metric" and told.kind in _MEASURED and told.event.best("measure") == slot:
                return True
            if kind == told.kind and told.event.best(slot) is not None:
                return True
        return any(map(self.in_text, quotes))


@lru_cache(maxsize=512)
def _parts(text: str) -> tuple[str, ...]:
    """A sentence, and where it is put together of several, each of them."""
    return tuple(PARTS.compiled.split(text))
