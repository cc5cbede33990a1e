"""What a model may do to find out: ask a typed query, look somebody up, search sentences. Nothing of it is SQL."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field

from bot.answers.agent.shelf import Shelf, Shown
from bot.answers.aggregates import counted, summed
from bot.answers.desk import Desk
from bot.answers.query import Ids, Part, Query
from bot.model.statement import is_name
from bot.model.when import When

KindName = Literal[
    "funding", "acquisition", "ipo", "partnership", "role", "education", "founding", "launch", "price", "metric",
    "forecast", "plan", "deployment", "statement",
]  # fmt: skip
_MOST = 12
_COUNTED = 200
_SENTENCES = 6
_TEXT = 300
"""Characters of what a model may ask for; more is no name and no search."""

Day = Annotated[str, Field(description="YYYY, YYYY-MM or YYYY-MM-DD")]


class Unclear(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """What was asked for cannot be looked up; tells the model why."""


@dataclass
class Tools:
    """The tools of one answer. Their docstrings are what the model reads; each gives JSON."""

    desk: Desk
    shelf: Shelf
    used: Counter[str] = field(default_factory=Counter)

    async def find_facts(
        self,
        kinds: list[KindName] | None = None,
        names: list[str] | None = None,
        roles: dict[str, str] | None = None,
        since: Day | None = None,
        until: Day | None = None,
        round: str | None = None,
        status: Literal["completed", "announced", "rumored", "denied"] | None = None,
        least_usd: float | None = None,
        most_usd: float | None = None,
        order: Literal["newest", "oldest", "largest", "smallest"] = "newest",
        limit: int = 8,
        aggregate: Literal["", "count", "sum"] = "",
    ) -> str:
        """Find facts. All that is given must hold.

        Args:
            kinds: Kinds of facts; none for all.
            names: Companies, people or products that each take part or are named.
            roles: Who plays which part, such as {"investors": "Nvidia"} or {"company": "Figure"}. Parts: company,
                buyer, target, seller, person, organization, school, parent, product, maker, subject, source, speaker,
                exchange, parties, founders, customer, investors.
            since: First day, month or year.
            until: Last day, month or year.
            round: Financing round, such as "Series B".
            status: State of a deal.
            least_usd: Least sum in US dollars.
            most_usd: Most sum in US dollars.
            order: Which come first.
            limit: How many, at most 12.
            aggregate: "count" also says how many there are, "sum" what the amounts of rounds add up to.
        """
        self.used["find_facts"] += 1
        try:
            query = Query(
                kinds=tuple(kinds or ()),
                parts=tuple(self._part(slot, name) for slot, name in (roles or {}).items()),
                named=tuple(self._ids(name) for name in names or ()),
                when=_between(since, until),
                round=(round or "")[:_TEXT],
                status=status or "",
                least=least_usd,
                most=most_usd,
                order=order,
                limit=_COUNTED if aggregate else max(1, min(limit, _MOST)),
            )
        except Unclear as error:
            return _told([], note=str(error))
        found = self.desk.lookup.run(query)
        about = frozenset().union(*query.named, *(part.ids for part in query.parts))
        shown = []
        if aggregate == "count" and found:
            shown.append(self.shelf.line(counted(found), about))
        if aggregate == "sum" and (line := summed([told for told in found if told.kind == "funding"])) is not None:
            shown.append(self.shelf.line(line, about))
        return _told([*shown, *self.shelf.events(found[: max(1, min(limit, _MOST))])], len(found))

    async def look_up(self, name: str) -> str:
        """Who goes by a name, and how many facts of which kind are known of them. Nothing of it may be cited.

        Args:
            name: A company, person, robot or model.
        """
        self.used["look_up"] += 1
        facts = self.desk.facts
        try:
            ids = self._ids(name)
        except Unclear as error:
            return _told([], note=str(error))
        known = [
            {
                "name": entity.name,
                "kind": entity.subkind or entity.kind,
                "also": list(entity.aliases[:6]),
                "belongs_to": entity.parent,
                "facts": self._known_of(entity.id),
            }
            for entity in facts.entities_of(sorted(ids))[:4]
        ]
        return json.dumps({"known": known}, ensure_ascii=False)

    async def search_sentences(self, words: str) -> str:
        """Find sentences of articles by their words, where no fact tells it.

        Args:
            words: A few telling words and names.
        """
        self.used["search_sentences"] += 1
        return _told(self.shelf.passages(self.desk.facts.search(words[:_TEXT], _SENTENCES)))

    def _known_of(self, one: str) -> Counter[str]:
        """How many facts of which kind somebody takes part in."""
        return Counter(told.kind for told in self.desk.lookup.run(Query((), (Part((), frozenset((one,))),)), _COUNTED))

    def _part(self, slot: str, name: str) -> Part:
        if not is_name(slot):
            raise Unclear(f"there is no part {slot[:30]!r}")
        return Part((slot,), self._ids(name), units=slot in ("company", "organization", "subject", "maker"))

    def _ids(self, name: str) -> Ids:
        """Everybody who may be meant by a name."""
        wanted = name[:_TEXT].strip()
        ids = frozenset(entity.id for entity in self.desk.facts.lookup(wanted))
        if not ids:
            whole = [m.ids for m in self.desk.lookup.spotter.find(wanted) if m.end - m.start >= 0.6 * len(wanted)]
            ids = frozenset().union(*whole)
        if not ids:
            near = ", ".join(entity.name for entity in self.desk.facts.suggest(wanted))
            raise Unclear(f"nobody is known by the name {wanted!r}" + (f"; like it are {near}" if near else ""))
        return ids


def _between(since: str | None, until: str | None) -> When | None:
    try:
        first, last = (When.from_iso(iso) if iso else None for iso in (since, until))
        if first is not None and last is not None:
            return When(first.start, last.end, "span")
        if first is not None:
            return When(first.start, first.end, "span", open="after")
        return When(last.start, last.end, "span", open="before") if last is not None else None
    except ValueError:
        raise Unclear("since and until are YYYY, YYYY-MM or YYYY-MM-DD, the earlier first") from None


def _told(shown: list[Shown], count: int | None = None, note: str = "") -> str:
    out: dict[str, Any] = {"facts": [one.as_told() for one in shown]}
    if count is not None:
        out["found"] = count
    if note or not shown:
        out["note"] = note or "nothing is known of that"
    return json.dumps(out, ensure_ascii=False)
