"""Listings in masked text: where shares are traded, and whether that is done or still to come."""

from __future__ import annotations

import re
from typing import Final

from bot.extraction.text.clusters import Cluster
from bot.extraction.text.masking import Segment
from bot.names import default_registry

DONE = re.compile(
    r"\b(?:went public|gone public|floated|was listed|were listed|listed (?:on|in)|been on the <n\d+> since|debuted|"
    r"trading debut in|on debut|has been public|rose|fell|"
    r"opened|(?:started|began) trading|since (?:the|<n\d+>'s) (?:listing|IPO|float|flotation)|"
    r"to the (?:stock exchange|bourse)|"
    r"first day|first trading|(?:strong|weak|solid|muted|flat|brisk|good|poor) (?:start|debut) on|"
    r"(?:first )?changed hands|"
    r"made (?:its|their) (?:[\w<>-]+ ){0,4}debut|took <n\d+> public|raised|raises(?= <m)|went up on|"
    r"shares in|sold [\d.]+ million|"
    r"first of the \w+ to go)\b"
)
TO_COME = re.compile(
    r"\b(?:will|plans?|planned|planning|intends?|aims?|wants?|prepar\w+|files?|filed|filing|submit\w*|registered|"
    r"expected|next year|agreed|"
    r"hand in|due|set|application|prospectus|draft|approval|tutoring|accepted|examination|ahead of|before|postponed|"
    r"own listing|merg\w+|would|"
    r"could|is going|hopes?|to (?:list|float|debut|go public)|hearing)\b"
)
_TRADED_ON = re.compile(
    r"\b(?:list(?:ed|ing|s)?|float(?:ed|ing|s)?|trad(?:e[ds]?|ing)|debut(?:ed|s)?|public) on (?:the )?<n(\d+)>(?!'s?)"
)
"""What shares are traded on is an exchange, whatever else is known of it."""
_PLACED = re.compile(r"<n(\d+)>(?:'s?)? (?:stock )?(?:listing|IPO|float(?:ation)?|flotation|debut|filing|offering)\b")
_LISTED_ON = re.compile(
    r"\b(?:on|in|at|with|to|for|an?) (?:the )?(?:[Mm]ain [Bb]oard of the |growth (?:market|"
    r"board) of )?(?:<n\d+>'s? )?<n(\d+)>"
)
_EXCHANGE = re.compile(
    r"(?i)\b(?:exchange|bourse|b[oö]rse|borsa|bolsa|star market|star board|innovation board|prime market|growth market|"
    r"stock market|main board)\b"
)


def is_exchange(cluster: Cluster) -> bool:
    """Whether shares are traded there: known for it, or called so."""
    return cluster.subkind == "exchange" or bool(_EXCHANGE.search(cluster.name))


_NEAR: Final = 45
_OF_SHARES = re.compile(r"\b(?:list|float|debut|trad|IPO|offering|public\b|fil(?:e|ing)|submi)")


def exchange_in(segment: Segment, *, told: bool = True) -> str | None:
    """The exchange named in a segment, else the city where the shares are listed.

    `told`: the segment is known to speak of a listing; else words of one stand near the city.
    """
    for number, mention in enumerate(segment.names):
        where = segment.at[f"n{number}"][1]
        if is_exchange(mention.cluster) and not mention.anaphoric and not segment.text.startswith("-listed", where):
            return mention.cluster.name
    for match in (*_LISTED_ON.finditer(segment.text), *_PLACED.finditer(segment.text)):
        mention, near = segment.named(match[1]), max(0, match.start() - _NEAR)
        said = told or match.re is _PLACED or _OF_SHARES.search(segment.text, near, match.start())
        if said and default_registry().is_place(mention.text):
            return mention.text
    traded = _TRADED_ON.search(segment.text)
    named = segment.named(traded[1]) if traded else None
    return named.cluster.name if named is not None and named.cluster.kind != "person" and not named.anaphoric else None


def is_done(text: str) -> bool:
    """Whether a masked text tells of a listing that was."""
    done = DONE.search(text)
    return done is not None and TO_COME.search(text, max(0, done.start() - 40), done.start()) is None
