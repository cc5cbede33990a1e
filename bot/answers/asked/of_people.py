"""Lists of people: new CEOs, who stands in, who went, who came from a house, who studied somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.answers.titles import POST
from bot.grammar.patterns import Pattern

Way = Literal["new", "interim", "all", "gone", "moves", "from", "studied"]

_START = (
    r"^(?:(?:and|so|but|ok|list|show|give|tell|name|me|us|all|any|every|each|the|of|what|which|who|whom|how|about|"
    r"are|is|"
    r"were|was|have|has|there|been|please|a|an|full|do|does|you|we|know|got|anyone|anybody|someone|people|that|"
    r"everyone|everybody)[ ,]{1,3})*"
)
_END = (
    r"(?:[ ,]{1,3}(?:<when>|in|during|since|for|recently|lately|please|pls|now|currently|so far|these days|at the "
    r"moment|right now|by name|known|named|told|there|are|you|know|of|mentioned|in the (?:articles|field|industry|"
    r"data)|"
    r"today|again|just|yet|already|of late|spring|summer|autumn|fall|winter|this|last|month|quarter|week))*[ ?.!]*$"
)
_SORT = r"(?:(?P<sort>[a-z]+) )?"
_AT = r"(?: (?:in|from|of|at|within) (?:the )?<(?P<place>\d+)>)?"
_NEW = (
    r"(?:new|newest|latest|recent|newly (?:named|appointed|hired|made)|fresh|incoming|just (?:named|appointed|hired))"
)
_MADE = (
    r"(?:(?:was|were|has been|have been|got|been|is|are|just|newly|recently) ){0,3}(?:appointed|named|hired|made|"
    r"promoted(?: "
    r"to)?|installed|elected|started|became|becomes|joined|took over|taking over|chosen|picked|announced)(?: as)?"
)
_APPOINTMENTS = r"(?:appointments?|hires?|hirings?|nominations?|changes?|moves?|newcomers|announcements?)"
_TIMELY = r"(?:interim|acting|temporary|caretaker|provisional|stand-?ins?)"
_WENT = (
    r"(?:retired|retires|retire|resigned|resigns|quit|quits|left|leaves|departed|stepped (?:down|aside)|steps down|"
    r"(?:was|were|got|been) (?:fired|ousted|sacked|dismissed|removed|pushed out|let go|kicked out)|leaving|retiring|"
    r"resigning|quitting|stepping down|departing|gone|out|lost (?:his|her|their|the) jobs?)"
)
_HEAD = rf"(?:{POST}|boss(?:es)?|chiefs)"
"""A post, or whoever is at the head of a house."""
_HEADS = frozenset({"boss", "bosses", "chief", "chiefs"})
_THEIR_POST = r"(?: (?:the|their|his|her|a) (?:companies|company|jobs?|posts?|firms?|startups?|house))?"
_FOLK = (
    r"(?:people|folks?|persons?|guys|executives?|execs?|engineers?|researchers?|scientists?|managers?|leaders?|staff|"
    r"staffers|employees|talent|alumn\w+|alums?|veterans?|mafia|hires?|refugees|workers|colleagues)"
)
_FOUNDERS = r"(?:co-?)?founders?"
_HOUSE = r"(?:the )?<(?P<house>\d+)>(?:'s?)?"
_FROM = (
    r"(?:(?:c[ao]me|coming|comes|hails?|hailing|are|is|were|was|moved|joined|been|being|originally) ){0,3}from|"
    r"(?:(?:have|has|had|once|previously|formerly|used to|ever|also) ){0,3}(?:work(?:ed|ing)?|be|been|was|were|served|"
    r"spent time|started out|employed) (?:at|for|with|in|by)"
)
_STUDIED = (
    r"(?:studied|study|graduated|graduates?|went|educated|did (?:his|her|their|a) (?:phd|doctorate|degree|master'?s|"
    r"bachelor'?s)|(?:has|have|got|holds?|with|is got) (?:an? |the )?(?:degrees?|ph\.?d|doctorate|master'?s|diploma|"
    r"mba)"
    r")(?: (?:degree|degrees))? (?:at|from|to|in)"
)
_GRADS = r"(?:grads?|graduates?|alumn\w+|alums?|students?|dropouts?|ph\.?d'?s?|doctorates?|degrees?)"
_SHAPES: tuple[tuple[Way, tuple[str, ...]], ...] = (
    (
        "interim",
        (
            rf"{_START}(?:(?:only|just|currently) )*{_TIMELY} {_SORT}(?P<post>{_HEAD}){_AT}{_END}",
            rf"{_START}(?:(?:only|just|currently) )*(?:standing|filling|stepping|stands|fills|steps) in (?:as|for) "
            rf"(?:an? |the )?(?:\w+ )?(?P<post>{_HEAD}){_AT}{_END}",
            rf"{_START}{_SORT}(?P<post>{POST}) (?:who |that )?(?:(?:is|are|be|only|just|currently|"
            rf"in) )*{_TIMELY}{_AT}{_END}",
        ),
    ),
    (
        "new",
        (
            rf"{_START}{_NEW} {_SORT}(?P<post>{_HEAD})(?: {_APPOINTMENTS})?{_AT}{_END}",
            rf"{_START}{_SORT}(?P<post>{POST}) {_APPOINTMENTS}{_AT}{_END}",
            rf"{_START}{_NEW} {_SORT}(?P<post>{POST}) {_APPOINTMENTS}{_AT}{_END}",
            rf"{_START}{_SORT}(?P<post>{POST}) (?:who |that )?{_MADE}{_AT}{_END}",
            rf"{_START}{_MADE} (?:an? |the )?(?:new )?(?P<post>{POST}){_AT}{_END}",
        ),
    ),
    (
        "all",
        (
            rf"^(?:list|name|show(?: me)?|give me|tell me|every|all)(?: (?:me|all|the|of|every|known|a list of))*"
            rf" {_SORT}(?P<post>{POST}){_AT}{_END}",
            rf"^(?P<sort>[a-z]{{4,}}) (?P<post>{POST}){_END}",
            rf"^(?:a )?(?:list|names?) of (?:all |the |every )*{_SORT}(?P<post>{POST}){_AT}{_END}",
            rf"^(?:which|what) {_SORT}(?P<post>{POST}s) (?:do you know|are (?:known|there|named|mentioned)|"
            rf"have you got)"
            rf"{_AT}{_END}",
        ),
    ),
    (
        "gone",
        (
            rf"{_START}(?:{_SORT}(?P<post>{POST}) )?(?:(?:who|that|has|have|had|is|are|all|just|recently|lately|"
            rf"else) )*"
            rf"(?P<how>{_WENT}){_THEIR_POST}{_AT}{_END}",
            rf"{_START}(?P<post>{POST}) (?:departures|exits|resignations|retirements|firings|leavers){_AT}{_END}",
            rf"{_START}(?P<how>resignations|retirements|firings|retirees|leavers|oustings){_AT}{_END}",
        ),
    ),
    (
        "moves",
        (
            rf"{_START}(?:(?:people|person|personnel|staff|executive|exec|talent|management|job|career|leadership|"
            rf"c-suite) )"
            rf"{{1,2}}(?:moves?|news|changes?|appointments?|movements?|updates?|shuffles?|carousel|"
            rf"transfers?){_AT}{_END}",
            rf"{_START}(?P<sort>vc|investor|venture|[a-z]{{4,}}) (?:people|personnel|executive|exec|management|"
            rf"leadership) "
            rf"(?:moves?|news|changes|appointments?|updates?){_AT}{_END}",
            rf"{_START}(?:changed|changes|switched|switches|swapped|moved|changing|switching) (?:their |his |her )?"
            rf"(?:jobs?|companies|employers?|sides|posts?|roles?){_AT}{_END}",
            rf"{_START}(?:got |was |were |has been |have been |been )?(?:hired|appointed|promoted|poached){_AT}{_END}",
        ),
    ),
    (
        "from",
        (
            rf"{_START}(?:ex|former|formerly)[ -]{{0,3}}(?:of |at |with )?{_HOUSE}"
            rf"(?: (?:(?P<post>{_FOUNDERS}|ceos?|ctos?|cfos?)|{_FOLK}))?{_END}",
            rf"{_START}(?:(?P<post>{POST}|{_FOLK}) )?(?:(?:who|that|which|has|have|had|did|also|all|else|once|ever|"
            rf"used to)"
            rf" )*(?:{_FROM}) {_HOUSE}(?: before| previously| earlier| originally| once)?{_END}",
            rf"{_START}(?:(?:has|have|had|just|all|else|recently) )*(?:left|quit|leaves?|moved) (?:from )?{_HOUSE} "
            rf"(?:for|to (?:join|start|found|lead|run)) (?:an? |another |the |other |their own |his own |her own )?"
            rf"(?:[a-z-]+ ){{0,2}}(?:compan(?:y|ies)|start-?ups?|firms?|rivals?|jobs?|makers?|ventures?|house|"
            rf"competitors?)"
            rf"{_END}",
            rf"{_START}{_HOUSE} (?:alumn\w+|alums?|veterans?|mafia|diaspora|people|exes)(?: - who is in it)?{_END}",
            rf"{_START}(?:(?P<post>{POST}(?: and {POST})?|{_FOLK}) )?(?:(?:who|that|with|has|have|had) )*(?:an? |"
            rf"some )?{_HOUSE} "
            rf"(?:past|background|experience|history|pedigree|roots|veterans?|on (?:his|her|their) cv){_END}",
        ),
    ),
    (
        "studied",
        (
            rf"{_START}(?:(?P<post>{POST}|{_FOLK}) )?(?:(?:who|that|has|have|had|did|all|else|also|ever|once|"
            rf"used to) )*"
            rf"{_STUDIED} (?:the )?<(?P<house>\d+)>{_END}",
            rf"{_START}<(?P<house>\d+)>(?:'s?)? {_GRADS}(?: among them| here)?{_END}",
            rf"{_START}{_GRADS} (?:of|from) (?:the )?<(?P<house>\d+)>{_END}",
        ),
    ),
)  # fmt: skip
_WAYS = tuple((way, Pattern(shape)) for way, shapes in _SHAPES for shape in shapes)


@dataclass(frozen=True, slots=True)
class OfPeople:
    """How a list of people is asked for."""

    way: Way
    post: str = ""
    """The post that they hold, or what they are: "founders"."""
    sort: str = ""
    """A word of what their houses are: "chinese"."""
    how: str = ""
    """How they went."""
    house: int | None = None
    """The number of the name of the house that they came from, or of the school."""
    place: int | None = None
    """The number of the name behind the post: a place at which their houses are."""


@lru_cache(maxsize=64)
def asked_of_people(shape: str) -> tuple[OfPeople, ...]:
    """The ways in which a question asks for a list of people; none where it asks for something else."""
    found = []
    for way, pattern in _WAYS:
        if (met := pattern.match(shape)) is not None:
            part = met.groupdict()
            number = {name: int(part[name]) if part.get(name) else None for name in ("house", "place")}
            post = part.get("post") or ""
            post = "ceo" if post in _HEADS else post
            sort, how = part.get("sort") or "", part.get("how") or ""
            found.append(OfPeople(way, post, sort, how, number["house"], number["place"]))
    return tuple(found)
