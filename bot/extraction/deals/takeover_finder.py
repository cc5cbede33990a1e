"""All takeovers of an article, segment by segment: the ways of telling one, in the order in which they are believed."""

from __future__ import annotations

from bot.extraction.deals.takeover_bids import bids, suitors
from bot.extraction.deals.takeover_owners import belongings, mergers, passed_on, subsidiaries
from bot.extraction.deals.takeover_phrases import phrases
from bot.extraction.deals.takeover_purchases import acquisitions, bought, paid, passed, sold, stakes
from bot.extraction.deals.takeover_targets import Targets
from bot.extraction.deals.takeovers import Takeover
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.masking import Segment

_WAYS = (
    *(bought, stakes, acquisitions, paid, sold, passed, belongings, mergers, bids, suitors, passed_on, subsidiaries),
    phrases,
)


class Finder:
    """Reads segments in order; remembers what was bought last."""

    def __init__(self, main: Cluster | None = None) -> None:
        self._targets = Targets(main)

    def read(self, segment: Segment) -> list[Takeover]:
        """Every takeover of a segment, each pair of buyer and target once."""
        found: dict[tuple[str, str], Takeover] = {}
        for way in _WAYS:
            for deal in way(segment, self._targets):
                same = deal.buyer is deal.target.cluster or deal.buyer.name == deal.target.name
                if not same and deal.buyer.kind != "place":
                    found.setdefault((deal.buyer.name, deal.target.name), deal)
        for deal in found.values():
            self._targets.last = deal.target
        return list(found.values())
