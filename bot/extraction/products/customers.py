"""Who robots are put to use for: lists of customers, their sites, and groups without a name ("schools and hotels")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.deals.clauses import predicate_at
from bot.extraction.products.products import Products
from bot.extraction.products.robots import Find, Thing
from bot.extraction.products.uses import PLACES, when
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.extraction.text.typed import WORD, actors, is_actor, is_party, orgs_after, orgs_before, plain, unique

SITES = (
    r"(?:warehouse|plant|factor(?:y|ies)|site|hub|terminal|hospital|campus|lab|laboratory|workshop|facilit(?:y|"
    r"ies)|line|"
    r"cent(?:re|er)|depot|store|shop|yard|works|mill|mine|base|office|substation|platform|refiner(?:y|ies)|pipeline|"
    r"field|farm|greenhouse|branch(?:e)?|restaurant|kitchen|network|clinic|outlet|location|rig|airport|port|"
    r"ship|propert(?:y|ies)|hotel|quarr(?:y|ies))s?\b"
)
"""Where robots work for somebody."""
_OWN_SITE = re.compile(
    rf"(?:the )?(?:{WORD} ){{0,2}}?<o(?P<o>\d+)>(?:'s? (?:<[olp]\d+> )?(?:{WORD} ){{0,3}}?| (?:{WORD} )?){SITES}(?! of)"
)
_NEXT_SITE = re.compile(
    r"(?: (?:in|near|outside|at) (?:the )?<[lo]\d+>)?(?:,|,? and) (?:also )?(?P<prep>(?:at|for|with) )?"
    r"(?=(?:the )?(?:[\w-]+ ){0,2}<o)"
)
_SITE = re.compile(
    rf"(?:(?:an?|the|its|one of the) )?(?:(?:{WORD}|<l\d+>) ){{1,4}}?(?:of|(?:run|operated|owned) by|belonging to|"
    rf"such as|like|including) "
    rf"(?=(?:the )?(?:{WORD} ){{0,4}}?<)"
)
_ITS_CUSTOMERS = re.compile(
    r"(?:<o(?P<owner>\d+)>'s )?(?:[\w-]+ ){0,3}?\b(?P<w>[Cc]ustomers?|[Cc]lients?|[Uu]sers?)(?: list)?"
    r"(?: of <o(?P<of>\d+)>)?(?: "
    r"(?:already|now|today))?,? (?:(?:which|who|that) )?(?:include[sd]?|are|is|ranges? from|such as|like|"
    r"including|among them)"
    r"(?P<colon>) (?=\S)|\b(?P<w2>[Cc]ustomers?|[Cc]lients?)(?: so far)?: (?=\S)"
)
_AMONG = re.compile(
    r"\b(?:counts?|ha(?:s|ve)|names?|lists?) (?P<list>.{3,120}?) (?:among|as) (?:(?:its|<o(?P<owner>\d+)>'s) )?"
    r"(?:[\w-]+ ){0,2}(?:customer|client|user)s?\b"
)
_ARE_CUSTOMERS = re.compile(
    r" (?:is|are|was|were|remains?|became|becomes|(?:has|have) (?:been|become)) (?:already |now |both |an? |"
    r"its |the |"
    r"<o(?P<owner>\d+)>'s |(?:also )?(?:among|one of) (?:its|the|<o\d+>'s) )?(?:(?:second|third|next|latest|"
    r"newest|new|"
    r"anchor|key|only|other|biggest|largest|first|main|paying|early|launch|long-?time|commercial) )*(?:customers?|"
    r"clients?|users?)\b(?: (?:of|for) (?:the )?<o(?P<of>\d+)>(?:'s (?:(?!shares?\b|stock\b)[\w-]+ ?){1,3})?)?(?! of)"
)
_A_CUSTOMER_OF = re.compile(
    r", (?:itself |already |also )?(?:an?|the|its|one of (?:its|the)) (?:[\w-]+ ){0,2}?(?:customers?|clients?|users?)"
    r"(?: of <o(?P<of>\d+)>)?(?=[,.]|\Z)"
)
"""Behind the customer: ", a customer of <o1>,"."""
_USED_BY = re.compile(
    r"<o(?P<owner>\d+)>'s (?:[a-z-]+ ){0,2}?(?:technology|software|systems?|platforms?|models?|products?|"
    r"tools?|machines?|robots?|hardware) (?:is|are) (?:already |now |also )?(?:used|run|deployed|trusted) by (?=\S)"
)
_FIRST_CUSTOMER = re.compile(
    r"\b(?:first|second|latest|biggest|largest|launch|main|one|only|sole|single|"
    r"another) (?:[\w-]+ ){0,2}?(?:customer|client|"
    r"user)s?,? (?:is |are |"
    r"was )?(?=(?:[\w-]+ ){0,5}<o)"
)
_INCLUDING = re.compile(
    r"[^;.]{0,80}?,? (?:including|such as|among (?:them|which|others)),? (?:(?:those|sites|ones) (?:of|at|"
    r"run by|owned by) )?"
    r"(?=(?:the )?(?:[\w-]+ ){0,3}<o)"
)
"""Sites in general, then whose some of them are ("at 190 centres, including those of <o1>")."""
_SETS_ABOUT = re.compile(
    rf"\b(?:(?:is|was|became|becomes) (?:among |one of )?the first (?:[\w-]+ ){{0,4}}to |(?:beg[au]n|begins|"
    rf"start(?:s|ed)|plans to (?:start|begin)) (?:to )?|(?:sign(?:s|ed)|ink(?:s|ed)|"
    rf"str(?:ikes|uck)|"
    rf"reach(?:es|ed)|w[io]ns?|secur(?:es|ed)|receiv(?:es|ed)|land(?:s|ed)|clinch(?:es|ed)|announc(?:es|ed)|"
    rf"ha(?:s|ve)|"
    rf"unveil(?:s|ed)|placed) (?:(?:{WORD}|<[ml]\d+>),? ){{0,5}}?(?:contracts?|agreements?|deals?|orders?|"
    rf"memorandum|plans?|<x\d+>|"
    rf"partnership|lease|tender)(?: of understanding)?(?: (?:worth|valued at|"
    rf"of) <m\d+>)?(?: with (?:{WORD} ){{0,3}}?<o\d+>)? to "
    rf"(?:begin |start )?)\Z"
)
"""Before a verb: that somebody begins it, or has bound himself to it."""
_TOWARDS = re.compile(r"\b(?:to|at|in|with|for|into|across) (?=\S)")
_OTHERS = re.compile(r"[;.]|<[oph]|, (?:which|who|and)\b")
_MORE_MAKERS = re.compile(r"(?:, <o\d+>){0,6},? and <o\d+>(?=[,.;]| (?:in|at|for|across|to|on|since)\b|\Z)")
_SAID_IT_WOULD = re.compile(r"\b(?:said|announced|confirmed|added|disclosed)(?: that)? <o\d+> would (?:\w+ )?\Z")
_NEVER = re.compile(r"\b(?:never|not|no longer|no|returned|given back)\b(?:(?! and )[^,;.<]){0,30}\Z")


def is_customer(mention: Mention, prep: str = "") -> bool:
    """Whether a name can be that of a customer; behind "for" even a place may stand for one."""
    if mention.text[0].isdigit() or re.search(r"\d{4}", mention.text):
        return False
    return is_actor(mention) or (prep == "for" and is_party(mention.cluster))


def listed(segment: Segment, text: str, position: int, without: Cluster | None) -> tuple[tuple[str, ...], int]:
    """The customers listed from a place on ("a shipyard of <o1>"), and where the list ends."""
    if (own := _OWN_SITE.match(text, position)) and is_customer(segment.named(own["o"])):
        cluster = segment.named(own["o"]).cluster
        names = (cluster.name,) if cluster is not without else ()
        more = _NEXT_SITE.match(text, own.end())
        if more and (more["prep"] or _OWN_SITE.match(text, more.end())):
            others, end = listed(segment, text, more.end(), without)
            return tuple(dict.fromkeys(names + others)), end
        return names, own.end()
    if site := _SITE.match(text, position):
        position = site.end()
    numbers, end = orgs_after(text, position)
    prep = text[:position].rstrip().rsplit(" ", 1)[-1]
    clusters = [
        c
        for c in unique(segment.names[n].cluster for n in numbers if is_customer(segment.names[n], prep))
        if c is not without
    ]
    return tuple(c.name for c in clusters), end


def more_makers(segment: Segment, text: str, match: re.Match[str]) -> list[Cluster]:
    """The further makers of a list ("robots from <o1>, <o2> and <o3>"), where it is one to its end."""
    if not match["from"] or match["p"] or not (more := _MORE_MAKERS.match(text, match.end())):
        return []
    clusters = unique(segment.named(m[1]).cluster for m in re.finditer(r"<o(\d+)>", more[0]))
    return [c for c in clusters if is_party(c)]


def number_off(text: str) -> str:
    """A group without how many it is: "classrooms" for "640 classrooms"."""
    return re.sub(
        r"\A(?:(?:nearly|about|over|around|some|more than|at present|currently) )*(?:\d[\d,.]* |[a-z]+-odd |"
        r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|most) )?",
        "",
        text,
        flags=re.IGNORECASE,
    )


def is_site(text: str, prep: int) -> bool:
    """Whether what stands behind a preposition is a place of work, somebody's or a group's."""
    position = text.find(" ", prep) + 1
    return bool(PLACES.match(text, prep) or _OWN_SITE.match(text, position) or _SITE.match(text, position))


def recipients(
    segment: Segment, text: str, prep: int, position: int, without: Cluster | None
) -> tuple[tuple[str, ...], int]:
    """The customers named behind a preposition, or the group that stands there instead ("in 31 hospitals")."""
    names, end = listed(segment, text, position, without)
    if not names and (place := PLACES.match(text, prep)):
        if named := _INCLUDING.match(text, place.end()):
            names, end = listed(segment, text, named.end(), without)
        if not names:
            return (number_off(plain(segment, place.start("c"), place.end("c"))),), place.end()
    return names, end


def reached(segment: Segment, text: str, position: int, without: Cluster | None) -> tuple[tuple[str, ...], int]:
    """The customers behind the first of the prepositions after a place that leads to any."""
    for match in _TOWARDS.finditer(text, position, position + 80):
        if _OTHERS.search(text, position, match.start()):
            break
        names, end = recipients(segment, text, match.start(), match.end(), without)
        if names:
            return names, end
    return (), position


def doers(segment: Segment, text: str, position: int) -> list[Cluster]:
    """The organisations that do what a verb says, or have set about it ("<o0> signed a deal with <o1> to …")."""
    begun = _SETS_ABOUT.search(text[:position])
    return actors(segment, text, begun.start() if begun else position)


def told_as_fact(segment: Segment, text: str, position: int) -> bool:
    """Whether the verb at a place of the typed text is neither denied nor only possible or rumoured."""
    predicate = predicate_at(segment.sentence, segment.origin(position))
    doubted = predicate is not None and predicate.mood in {"denied", "possible", "rumored"}
    if doubted and predicate is not None and predicate.mood == "possible":
        doubted = not _SAID_IT_WOULD.search(text[:position])
    return not doubted and not _NEVER.search(text[:position])


def customer_lists(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """Lists of customers."""
    found: list[tuple[str | None, tuple[str, ...], int]] = []
    for pattern in (_ITS_CUSTOMERS, _USED_BY, _FIRST_CUSTOMER):
        for match in pattern.finditer(text):
            owner = match.groupdict().get("owner") or match.groupdict().get("of")
            names, _ = listed(segment, text, match.end(), None)
            found.append((owner, names, match.start()))
    for match in _AMONG.finditer(text):
        found.append((match["owner"], listed(segment, text, match.start("list"), None)[0], match.start()))
    for match in _ARE_CUSTOMERS.finditer(text):
        names = tuple(c.name for c in actors(segment, text, match.start() + 1))
        found.append((match["owner"] or match["of"], names, match.start()))
    for match in _A_CUSTOMER_OF.finditer(text):
        if numbers := orgs_before(text, match.start()):
            names = tuple(segment.names[n].cluster.name for n in numbers if is_customer(segment.names[n]))
            found.append((match["of"], names, match.start()))
    for number, names, position in found:
        cluster = segment.named(number).cluster if number else None
        owner = cluster if cluster is not None and is_party(cluster) and cluster.name not in names else None
        if owner is None:
            made = [products.maker(m.cluster) for m in segment.sentence.mentions if m.cluster.kind == "product"]
            before = [
                m.cluster for m in segment.names if m.cluster.name not in names and m.start < segment.origin(position)
            ]
            spoken = [
                m.cluster
                for s in products.ctx.around(segment.sentence, 3, -1)
                for m in s.mentions
                if m.kind == "org" and not m.anaphoric and is_party(m.cluster) and m.cluster.name not in names
            ]
            main = products.ctx.main
            main = main if main is not None and main.name not in names else None
            otherwise = main or next(iter(spoken[::-1]), None)
            owner = next((c for c in made if c is not None), None) or (
                otherwise
                if main in before or not before
                else next((c for c in reversed(before) if is_party(c)), otherwise)
            )
        names = tuple(n for n in names if owner is None or n != owner.name)
        if owner is not None and names and told_as_fact(segment, text, position):
            yield Find(Thing(None, owner, False), names, None, when(segment, position), 0.6)
