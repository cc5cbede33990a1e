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
from bot.extraction.text.typed import WORD, actors, is_actor, is_party, orgs_after, plain, unique

_OWN_SITE = re.compile(
    rf"(?:the )?(?:{WORD} ){{0,2}}?<o(?P<o>\d+)>'s? (?:<[olp]\d+> )?(?:{WORD} ){{0,3}}?(?:warehouse|plant|"
    rf"factor(?:y|ies)|site|hub|terminal|hospital|campus|lab|laboratory|workshop|facility|lines?|centre|"
    rf"center|depot|store|shop|yard|works|mill|mine|base|office)s?\b(?! of)"
)
_SITE = re.compile(
    rf"(?:an?|the|its|one of the) (?:(?:{WORD}|<l\d+>) ){{1,4}}?(?:of|run by|operated by|belonging to) "
    rf"(?=(?:the )?(?:{WORD} ){{0,4}}?<)"
)
_ITS_CUSTOMERS = re.compile(
    r"(?:<o(?P<owner>\d+)>'s )?(?:[\w-]+ ){0,3}?\b(?P<w>[Cc]ustomers?|[Cc]lients?|[Uu]sers?)(?: list)?"
    r"(?: of <o(?P<of>\d+)>)?(?: "
    r"(?:already|now|today))? (?:include[sd]?|are|is|ranges? from|such as|like|including|among them)"
    r"(?P<colon>) (?=\S)|\b(?P<w2>[Cc]ustomers?|[Cc]lients?)(?: so far)?: (?=\S)"
)
_AMONG = re.compile(
    r"\b(?:counts?|ha(?:s|ve)|names?|lists?) (?P<list>.{3,120}?) (?:among|as) (?:(?:its|<o(?P<owner>\d+)>'s) )?"
    r"(?:[\w-]+ ){0,2}(?:customers|clients|users)\b"
)
_ARE_CUSTOMERS = re.compile(
    r" (?:is|are|was|were) (?:already |now |both |its |the |<o(?P<owner>\d+)>'s |among (?:its|the|<o\d+>'s)"
    r" )?(?:(?:biggest|largest|first|main|paying|early|launch) )*(?:customers?|clients?|users?)\b(?! of)"
)
_USED_BY = re.compile(
    r"<o(?P<owner>\d+)>'s (?:[a-z-]+ ){0,2}?(?:technology|software|systems?|platforms?|models?|products?|"
    r"tools?|machines?|robots?|hardware) (?:is|are) (?:already |now |also )?(?:used|run|deployed|trusted) by (?=\S)"
)
_FIRST_CUSTOMER = re.compile(
    r"\b(?:first|biggest|largest|launch|main) (?:[\w-]+ ){0,2}?(?:customer|client|user)s?,? (?:is |are |"
    r"was )?(?=(?:[\w-]+ ){0,5}<o)"
)
_NEVER = re.compile(r"\b(?:never|not|no longer|no|returned|given back)\b[^,;.<]{0,30}\Z")


def is_customer(mention: Mention, prep: str = "") -> bool:
    """Whether a name can be that of a customer; behind "for" even a place may stand for one."""
    if mention.text[0].isdigit() or re.search(r"\d{4}", mention.text):
        return False
    return is_actor(mention) or (prep == "for" and is_party(mention.cluster))


def listed(segment: Segment, text: str, position: int, without: Cluster | None) -> tuple[tuple[str, ...], int]:
    """The customers listed from a place on ("a shipyard of <o1>"), and where the list ends."""
    if (own := _OWN_SITE.match(text, position)) and is_customer(segment.named(own["o"])):
        cluster = segment.named(own["o"]).cluster
        return ((cluster.name,) if cluster is not without else ()), own.end()
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


def number_off(text: str) -> str:
    """A group without how many it is: "classrooms" for "640 classrooms"."""
    return re.sub(
        r"\A(?:(?:nearly|about|over|around|some|more than|at present|currently) )*(?:\d[\d,.]* |[a-z]+-odd |"
        r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|most) )?",
        "",
        text,
        flags=re.IGNORECASE,
    )


def recipients(
    segment: Segment, text: str, prep: int, position: int, without: Cluster | None
) -> tuple[tuple[str, ...], int]:
    """The customers named behind a preposition, or the group that stands there instead ("in 31 hospitals")."""
    names, end = listed(segment, text, position, without)
    if not names and (place := PLACES.match(text, prep)):
        return (number_off(plain(segment, place.start("c"), place.end("c"))),), place.end()
    return names, end


def told_as_fact(segment: Segment, text: str, position: int) -> bool:
    """Whether the verb at a place of the typed text is neither denied nor only possible or rumoured."""
    predicate = predicate_at(segment.sentence, segment.origin(position))
    return (predicate is None or predicate.mood not in {"denied", "possible", "rumored"}) and not _NEVER.search(
        text[:position]
    )


def customer_lists(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """Lists of customers."""
    main = products.ctx.main
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
        found.append((match["owner"], names, match.start()))
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
            otherwise = main or next(iter(spoken[::-1]), None)
            owner = next((c for c in made if c is not None), None) or (
                otherwise
                if main in before or not before
                else next((c for c in reversed(before) if is_party(c)), otherwise)
            )
        names = tuple(n for n in names if owner is None or n != owner.name)
        if owner is not None and names and told_as_fact(segment, text, position):
            yield Find(Thing(None, owner, False), names, None, when(segment, position), 0.6)
