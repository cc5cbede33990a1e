"""What a text says outright of a name: who has a founder, employs a lawyer or joins two names is an organisation.

The model of names weighs letters and surroundings; here the wording around one mention leaves no choice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.text.org_tails import looks_like_org
from bot.names.people import is_given_name

if TYPE_CHECKING:
    from bot.extraction.text.clusters import Cluster
    from bot.extraction.text.mentions import Mention

_REACH: Final = 60
_JOINED: Final = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3} & [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}")
_HEADED: Final = re.compile(
    r"\b(?:(?:co-?)?founders?|founding partner|chief executives?|CEO|CTO|CFO|COO|general counsel|chair(?:wo)?man|"
    r"managing director)(?: and (?:CEO|chief executive|president|chairman))? (?:of|at) (?:the )?\Z"
)
_STAFFED: Final = re.compile(
    r"\b(?:partner|analyst|director|engineer|researcher|scientist|head|lawyer|manager|executive|officer|president|"
    r"strategist|economist|professor|fellow|consultant|designer|intern|worked|working|job|stint) at (?:the )?"
    r"(?:[A-Z][\w-]*-)?(?:[a-z-]+ ){0,3}\Z"
)
_CALLED: Final = re.compile(r"\b(?:startup|start-up|company|firm|business|spin-?off)(?:, | called | named )[\"“]?\Z")
_GOES_ON: Final = re.compile(r"[\"”]?(?:[,.]| (?:that|which|in|is|has|to)\b)")
_FIRM: Final = re.compile(r"['’]s? |-| [a-z]+ (?:maker|firm|company|startup|distributor)\b")
"""Behind the name of another than whose founder it is ("founder of Vantor's lab")."""
_OF_PERSON: Final = re.compile(r"\b([A-Z][a-z]+) [A-Z][\w’'-]+ (?:of|at) (?:the )?\Z")
_SAYS: Final = re.compile(r",? (?:who|says?|said|told|writes?|wrote|estimates?|expects?|thinks|reckons)\b")


_NAMED: Final = re.compile(r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)?(?: [A-Z]\.)?(?: [A-Z][\w'’-]*[a-zà-ÿ]){1,2}")
_IN_OFFICE: Final = re.compile(
    r", (?:the |a )?(?:co-?)?(?:founder|CEO|CTO|COO|CFO|chief [a-z]+(?: [a-z]+)?|(?:vice )?president|director)"
    r"(?: (?:and|&) (?:[\w-]+ ){0,4}?[\w-]+)? (?:of|at) [A-Z]"
)
"""A name like a person's, and behind it the post that is held somewhere else."""


_AS_OFFICER: Final = re.compile(
    r" as (?:its |the |an? )?(?:new |interim |acting )?(?:chair(?:man|woman|person)?|CEO|CTO|COO|CFO|chief "
    r"[a-z]+ officer|"
    r"chief executive|chief scientist|(?:vice )?president|managing director|Head of)\b"
)
_UNDER: Final = re.compile(r"\bunder (?:the )?(?:leadership|direction|guidance|stewardship|supervision) of \Z")


def is_outright_person(cluster: Cluster, text: str) -> bool:
    """Whether one of the places that name it gives its post at a house ("Jane Doe, co-founder and CEO of Foo")."""
    return any(
        _NAMED.fullmatch(m.text)
        and not looks_like_org(m.text)
        and (
            _IN_OFFICE.match(text, m.end)
            or _AS_OFFICER.match(text, m.end)
            or _UNDER.search(text, max(0, m.start - _REACH), m.start)
        )
        for m in cluster.named
    )


def _is_house(mention: Mention, text: str) -> bool:
    before = text[max(0, mention.start - _REACH) : mention.start]
    if _CALLED.search(before) and _GOES_ON.match(text, mention.end):
        return True
    if (_HEADED.search(before) or _STAFFED.search(before)) and not _FIRM.match(text, mention.end):
        return True
    of = _OF_PERSON.search(before)
    return of is not None and is_given_name(of[1]) and bool(_SAYS.match(text, mention.end))


def is_outright_org(cluster: Cluster, text: str) -> bool:
    """Whether one of the places that name it says that this is an organisation."""
    named = cluster.named
    return any(_JOINED.fullmatch(m.text) for m in named) or any(_is_house(m, text) for m in named)
