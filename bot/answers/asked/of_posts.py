"""Short questions on posts: who runs, works at, came to or left a house, where somebody is, was, or still is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.answers.asked.question import Clause
from bot.answers.query import Ids
from bot.answers.titles import POST
from bot.grammar.patterns import Pattern

Way = Literal[
    "runs",
    "holds",
    "team",
    "board",
    "left",
    "joined",
    "now",
    "still",
    "before",
    "career",
    "after",
    "preceded",
    "starts",
    "starts",
    "cofounders",
]

_START = r"^(?:(?:so|and|but|ok|then|list|show|give|tell|me|us|any|all|the|what|how|about|is|are|there) )*"
_END = (
    r"(?: (?:now|currently|recently|lately|these days|at the moment|right now|again|so far|of late|yet|already|"
    r"then|or not|any ?more|<when>))*[ ?.!]*$"
)
_HOUSE = r"(?:the )?<(?P<house>\d+)>(?:'s?)?"
_PERSON = r"<(?P<person>\d+)>(?:'s?)?"
_AT = rf"(?: (?:at|from|in|with|of) {_HOUSE})?"
_TEAM = (
    r"(?:(?:leadership|management|executive|exec|senior|key|top|current|important|main) )*"
    r"(?:leaders?|leadership|management|executives?|execs?|c-?suite|bosses|people|team|who's who|who is who|"
    r"org(?:ani[sz]ation)? chart|top brass|managers|officers|personnel)"
)
_FOLK = (
    r"(?:people|folks?|persons?|guys|executives?|execs?|engineers?|researchers?|scientists?|managers?|leaders?|staff|"
    r"staffers|employees|talent|hires?|faces|joiners?|newcomers|appointments?|recruits)"
)
_WENT = (
    r"(?:left|quit|quits|leaves|departed|resigned(?: from)?|walked out of|is leaving|are leaving|has left|have left)"
)
_GO = r"(?:leave|left|leaving|gone|go|quit|out|depart(?:ed)?|resign(?:ed)?|step(?:ped)? down|fired)"
_LEADS = (
    r"(?:runs?|leads?|heads?|manages|bosses|is running|is leading|is heading|is (?:the )?(?:boss|head|leader)"
    r"(?: of| at)?|is in charge(?: of| at)|is at the helm (?:of|at))"
)
_REPLACES = (
    r"(?:replaced|replaces|succeeded|succeeds|is replacing|is succeeding|took over from|takes over from|"
    r"came after|comes after|followed|follows|(?:(?:to|going to|will|would) )?(?:replace|succeed|follow|"
    r"take over from)|"
    r"taking over from|stepp(?:ed|ing) in for|steps in for|fill(?:s|ed|ing) in for)"
)
_TAKES_OVER = r"(?:tak(?:es?|ing) over|took over|taken over|take charge|taking charge|took charge)"
_WHICH = (
    r"(?P<which>(?:(?:new|permanent|regular|current|former|ex|old|previous|last|interim|acting|present|"
    r"outgoing)[ -]{1,3}){0,3})"
)
_SHAPES: tuple[tuple[Way, tuple[str, ...]], ...] = (
    (
        "runs",
        (
            rf"who (?:now |currently |actually |really )?{_LEADS} {_HOUSE}",
            rf"(?:who )?{_HOUSE} (?:boss|chief|leader|head honcho)",
            rf"who (?:is |will )?{_TAKES_OVER} (?:at|the reins (?:at|of)|the helm (?:at|of)) {_HOUSE}",
        ),
    ),
    (
        "holds",
        (
            rf"(?:who )?(?:(?:is|are|was|became) )?(?:the )?{_WHICH}(?P<post>{POST}) (?:of |at |for |in )?{_HOUSE}",
            rf"(?:who )?(?:(?:is|are|was) )?{_HOUSE} {_WHICH}(?P<post>{POST})",
            rf"(?:has|have|did|does|do) {_HOUSE} (?:already |yet |now |ever )?(?:found|find|named?|appoint(?:ed)?|"
            rf"hired?|have|"
            rf"got|get|chosen?|choose|picked|look(?:ing)? for)(?: an?| its| the)? {_WHICH}(?P<post>{POST})",
            rf"(?:there )?(?:an? |any ){_WHICH}(?P<post>{POST}) (?:of |at |for |in ){_HOUSE}",
            rf"who (?:is |will |was |has been )?(?:{_TAKES_OVER}|becom(?:es?|ing)|became|named|appointed|made) "
            rf"(?:as )?(?:the )?{_WHICH}(?P<post>{POST}) (?:of|at|for) {_HOUSE}",
        ),
    ),
    (
        "team",
        (
            rf"{_HOUSE} {_TEAM}",
            rf"(?:who (?:is|are|makes? up) )?(?:the )?{_TEAM} (?:of|at|in|for) {_HOUSE}",
            rf"who (?:all |else )?(?:works?|is working|are working|is|are|sits) (?:at|for) {_HOUSE}",
            rf"who (?:do|does) (?:we|you|i|anyone) know (?:at|from|in) {_HOUSE}",
        ),
    ),
    (
        "board",
        (
            rf"{_HOUSE} (?:supervisory )?(?:board(?: of directors| members?| seats?)?|directors)",
            rf"(?:who (?:is|are|sits?) )?(?:on )?(?:the )?(?:supervisory )?(?:board(?: members?| of directors)?|"
            rf"directors) (?:of|at) {_HOUSE}",
            rf"who (?:is|are|sits?) on {_HOUSE} (?:supervisory )?board(?: of directors)?",
        ),
    ),
    (
        "left",
        (
            rf"(?:who|which {_FOLK}|what {_FOLK}|{_FOLK} (?:who|that))(?: has| have| all| just| recently| else)* "
            rf"{_WENT} {_HOUSE}",
            rf"{_HOUSE} (?:departures?|leavers?|exits?|alumn\w+|alums?|veterans?)",
            rf"(?:ex|former)[ -]{{0,3}}{_HOUSE} {_FOLK}",
            rf"(?:{_FOLK}|alumn\w+|departures?|exits|who (?:comes?|came|is|are)) from {_HOUSE}",
            rf"who (?:used to (?:work|be)|worked|was|were) (?:at|for|with) {_HOUSE}(?: before)?",
        ),
    ),
    (
        "joined",
        (
            rf"who(?: has| have| is| just| recently| newly| else)* (?:joined|joins|joining|moved to|went to|came to|"
            rf"moving to|"
            rf"is new (?:at|to|in)|is joining|started at) {_HOUSE}",
            rf"(?:new|newest|recent|latest) (?:\w+ )?{_FOLK} (?:at|of|in|for) {_HOUSE}",
            rf"{_HOUSE} (?:new|newest|recent|latest) (?:\w+ )?{_FOLK}",
            rf"{_HOUSE} (?:new )?(?:hires|appointments|joiners|recruits|newcomers)",
            rf"who (?:did|has|have) {_HOUSE} (?:just |recently )?(?:hired?|appoint(?:ed)?|poach(?:ed)?|"
            r"recruit(?:ed)?|brought in|bring in)",
        ),
    ),
    (
        "now",
        (
            rf"where (?:is|did|has|does|are) {_PERSON}(?: now)?(?: (?:go|gone|went|moved?|ended? up|land(?:ed)?|"
            rf"work|working)(?: to)?)?(?: (?:now|at))*(?: after (?:leaving )?{_HOUSE})?",
            rf"{_PERSON} (?:now|(?:current |new |present )?(?:jobs?|roles?|posts?|position|employer|title|company))",
            rf"what is {_PERSON} doing",
            rf"who does {_PERSON} work (?:for|at)",
            rf"who (?:has )?(?:hired|poached|appointed|employs|recruited) {_PERSON}",
        ),
    ),
    (
        "still",
        (
            rf"(?:is|does|has) {_PERSON} still (?:\w+ ){{0,3}}?(?:at|with|for|in|of|running|leading|heading) {_HOUSE}",
            rf"{_PERSON} still (?:at|with|in) {_HOUSE}",
            rf"(?:is|was) {_PERSON} (?:at|with) {_HOUSE}",
            rf"does {_PERSON} work (?:at|for|with) {_HOUSE}",
            rf"(?:did|has|does|have|was|is) {_PERSON} (?:just |already |now |actually |really )?{_GO}{_AT}",
            rf"(?:did|has|is|does|have) {_PERSON} (?:leave|left|leaving|quit) {_HOUSE}",
            rf"{_PERSON} (?:left|leaving|gone|quit|quits|departed|resigned|out|stepped down){_AT}",
        ),
    ),
    (
        "before",
        (
            rf"(?:where|what|who) (?:did|was|had|has|does) {_PERSON} (?:(?:work(?:ed|ing)?|been|do|doing|employed|be|"
            rf"at|for) )*before(?: (?:he |she |they )?(?:joining |joined )?{_HOUSE})?(?: that)?",
            rf"{_PERSON} before {_HOUSE}",
            rf"{_PERSON} (?:previous|former|last|earlier|old|past) (?:jobs?|roles?|posts?|positions?|employers?|"
            r"company|companies)",
        ),
    ),
    (
        "career",
        (
            rf"{_PERSON} (?:career|cv|resum[eé]|bio|biography|background|track record|job history|work history|"
            r"jobs so far)",
        ),
    ),
    (
        "after",
        (
            rf"who(?: has| will| is)? {_REPLACES} {_PERSON}(?: as (?:[\w-]+ ){{0,3}}?[\w-]+)?{_AT}",
            rf"(?:who is )?{_PERSON} (?:successor|replacement){_AT}",
            rf"(?:who is )?(?:the )?(?:successor|replacement) (?:to|of|for) {_PERSON}{_AT}",
            rf"who (?:has|got|gets|took|takes|will (?:get|take|have)) {_PERSON} (?:old |former )?(?:job|post|role|"
            rf"place|seat)"
            rf"{_AT}",
        ),
    ),
    (
        "preceded",
        (
            rf"(?:and )?who (?:was|were) (?:the |its )?(?P<post>{POST}) (?:of |at )?(?:{_HOUSE} )?before {_PERSON}",
            rf"(?:and |no i mean |i mean )*who(?:m)? (?:did|does|do|has|is|will) {_PERSON} (?:replac(?:e|ed|ing)|"
            rf"succeed(?:ed|ing)?|follow(?:ed|ing)?|tak(?:e|en|ing) over from|tak(?:e|en|ing) the (?:job|"
            rf"post) from){_AT}",
            rf"(?:who (?:is|was) )?{_PERSON} predecessor{_AT}",
            rf"(?:who (?:is|was) )?(?:the )?predecessor (?:of|to) {_PERSON}{_AT}",
            rf"who (?:had|held|did) (?:the |that |this |<\d+>(?:'s?)? )?(?:job|post|role|position) before {_PERSON}",
            rf"who (?:came|was there|(?:ran|led|headed) {_HOUSE}) before {_PERSON}",
        ),
    ),
    (
        "starts",
        (
            rf"when (?:does|did|will|is|has) {_PERSON} (?:start(?:ed|ing)?|begin(?:ning)?|began|take over|"
            rf"taking over|took over|"
            rf"join(?:ed|ing)?|tak(?:e|ing) office|arriv(?:e|ed|ing)|become ceo)(?: work|"
            rf" as (?:[\w-]+ ){{0,3}}?[\w-]+)?{_AT}",
            rf"{_PERSON} (?:start date|first day|starting date)",
        ),
    ),
    (
        "cofounders",
        (
            rf"(?:who (?:is|are|was|were) )?{_PERSON} (?:other )?(?:co-?founders?|fellow founders?|founding partners?)",
            rf"who did {_PERSON} (?:co-?)?found (?:it|the company|{_HOUSE}) with",
            rf"who (?:co-?)?founded {_HOUSE} with {_PERSON}",
        ),
    ),
)
_WAYS = tuple((way, Pattern(f"{_START}{shape}{_END}")) for way, shapes in _SHAPES for shape in shapes)
EARLIER = Pattern(
    r"^(?:and |so |but |ok )*(?:(?:who|what|where) )?(?:(?:was|were|is|did|about|came|ran|led|else) )*"
    r"(?:(?:it|that|he|she|they) )?(?:(?:work|be|do|at|there|run|in) )*"
    r"before(?: (?:that|then|him|her|them|this|it))?[ ?.!]*$"
)
"""What was before what was told last."""
IMPLIED: tuple[tuple[Pattern, str], ...] = (
    (
        Pattern(
            r"^(?:and )?(?:who (?:is|are|sits?|joined) on |any other |other )?(?:the |its |their )?board(?: members?)?"
            r"[ ?.!]*$"
        ),
        "<0> board",
    ),
    (Pattern(r"^(?:and )?who (?:has |have |just |else )*joined (?:the |its |their )board[ ?.!]*$"), "<0> board"),
    (
        Pattern(r"^(?:and )?who (?:has |have |just |else )*(?:left|quit|departed)(?: recently| lately)?[ ?.!]*$"),
        "who left <0>",
    ),
    (
        Pattern(r"^(?:and )?who (?:has |have |just |else )*(?:joined|is new)(?: recently| lately)?[ ?.!]*$"),
        "who joined <0>",
    ),
    (Pattern(r"^(?:and |any )?new hires[ ?.!]*$"), "<0> hires"),
    (Pattern(r"^(?:and )?who (?:did|have|has) (?:they|it) (?:lose|lost)[ ?.!]*$"), "who left <0>"),
)
"""What is asked of the house that was spoken of, without a word for it."""
WHO_THEN = Pattern(
    r"^(?:and |so |well |ok |but )*who (?:does|is|runs it|leads it|is it|do|is running it|is in charge)"
    r"(?: that| it)? (?:then|instead|now)[ ?.!]*$"
)
"""Who leads a house of which it was asked whether somebody does."""
_MOST_NAMES = 2


@dataclass(frozen=True, slots=True)
class OfPosts:
    """How a question on posts asks, and of whom."""

    way: Way
    house: Ids = frozenset()
    person: Ids = frozenset()
    post: str = ""
    which: str = ""
    """What is said of the post: that it is a former one, or held for a time."""


_OF_PERIODS = ("left", "joined")
"""What is asked of a period too: who came or went in it."""


def _is_narrow(clause: Clause) -> bool:
    """Whether a clause is narrowed down by more than a period."""
    narrow = clause.narrow
    return narrow.given and not (narrow.when and not (narrow.least or narrow.most or narrow.round or narrow.status))


@lru_cache(maxsize=64)
def _met(shape: str) -> list[tuple[Way, dict[str, str | None]]]:
    """The ways that a question is put, with its parts; several legs ask that of the same one."""
    return [(way, met.groupdict()) for way, pattern in _WAYS if (met := pattern.match(shape)) is not None]


def asked_of_posts(clause: Clause) -> list[OfPosts]:
    """The ways in which a short question may ask of posts; none where it asks of something else, or of a period."""
    if clause.tellers or clause.lists or _is_narrow(clause) or clause.unknown:
        return []
    if not (clause.names and len(clause.names) <= _MOST_NAMES):
        return []
    found = []
    for way, part in _met(clause.shape):
        if (clause.narrow.when is not None and way not in _OF_PERIODS) or not (clause.ids or way == "preceded"):
            continue
        house, person = (
            clause.names[int(number)].ids if (number := part.get(one)) else frozenset[str]()
            for one in ("house", "person")
        )
        found.append(OfPosts(way, house, person, part.get("post") or "", part.get("which") or ""))
    return found
