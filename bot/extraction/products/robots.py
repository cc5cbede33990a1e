"""The robots that a noun phrase speaks of: what to file them under and who makes them, named or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.extraction.products.nouns import GENERIC, ROBOT_NOUN
from bot.extraction.products.products import Products
from bot.extraction.products.uses import thing_name
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.masking import Segment
from bot.extraction.text.typed import WORD, is_party, plain
from bot.model.when import When


@dataclass(frozen=True, slots=True)
class Thing:
    """The robots spoken of: `name` to file them under, who makes them, and whether they have a name of their own."""

    name: str | None
    maker: Cluster | None
    named: bool


@dataclass(frozen=True, slots=True)
class Find:
    """One place that tells whom robots work for, at what and since when; `score` is that of the draft."""

    thing: Thing
    customers: tuple[str, ...]
    use: str | None
    date: When | None
    score: float


SEVERAL = re.compile(
    r"\A(?:the |its |some |about |around |over )?(?:\d|[\w-]*(?:dozen|hundred|thousand|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)|"
    r"\bof (?:them|these|those|the)\b|\A(?:its|the company's|the firm's) ",
    re.IGNORECASE,
)


_WHOSE = re.compile(r"<o(\d+)>(?: \([^()]*\))?(?:, [^<;.]{1,60})?,? whose \Z")
"""Before robots: whose they are ("<o0>, whose carts …")."""
_OWNER_OF_NAME = re.compile(r"<o(\d+)>'s? <o\d+> ")
"""Somebody's robots with a name of their own that was taken for a firm's."""


def thing_of(
    segment: Segment,
    match: re.Match[str],
    products: Products,
    skip: list[Cluster],
    maker: Cluster | None = None,
) -> Thing | None:
    """The robots of a match of THINGS, or None where they are nobody's in particular; `maker` if nothing tells."""
    otherwise = maker
    number = match["p"] or match["p2"]
    maker_number = match["from"] or match["from2"]
    maker = segment.named(maker_number).cluster if maker_number else None
    inside = [segment.named(m[1]).cluster for m in re.finditer(r"<o(\d+)>", match["np"])]
    if maker is None and any(c in skip for c in inside):
        return None
    if maker is None and (whose := _WHOSE.search(match.string[: match.start("np")])):
        inside.append(segment.named(whose[1]).cluster)
    if maker is None and (owner := _OWNER_OF_NAME.search(match["np"])) and is_party(segment.named(owner[1]).cluster):
        inside.append(segment.named(owner[1]).cluster)
    if maker is None:
        maker = next((c for c in reversed(inside) if is_party(c) and c not in skip), None)
    if maker in skip:
        maker = None
    if number:
        cluster = segment.named(number).cluster
        maker = maker if maker_number else products.maker(cluster) or maker
        return None if maker in skip else Thing(products.name(cluster), maker, True)
    noun = match["n"]
    name = thing_name(segment, match["np"], noun, match.start("np"))
    if maker is None and otherwise is not None and (noun.endswith("s") or noun == "software"):
        maker = otherwise
    if maker is None:
        main = products.ctx.main
        counted = skip and SEVERAL.search(match["np"]) is not None
        generic = (
            counted
            or re.search(r"\b(?:of (?:the|its|them|those|<o\d+>'s)|the|its)\b", match["np"])
            or name.lower() not in GENERIC
        )
        if main is None or main in skip or not is_party(main) or not generic:
            return None
        return Thing(name if name.lower() not in GENERIC else None, main, False)
    return Thing(name if name.lower() not in GENERIC else None, maker, False)


def last_thing(segment: Segment, products: Products, buyers: list[Cluster], number: int | None) -> Thing | None:
    """What a pronoun means: the product named last, or robots of whoever is spoken of but does not buy."""
    ctx = products.ctx
    meant = segment.names[number].cluster if number is not None else None
    if meant is not None and meant.kind == "product":
        return Thing(products.name(meant), products.maker(meant), True)
    here = segment.start
    for sentence in reversed(ctx.around(segment.sentence, 2, 0)):
        named = [m for m in sentence.mentions if m.kind == "product" and m.start < here]
        if named:
            return Thing(products.name(named[-1].cluster), products.maker(named[-1].cluster), True)
    maker = meant if meant is not None and is_party(meant) and meant not in buyers else ctx.main
    return Thing(None, maker, False) if maker is not None and maker not in buyers else None


def before(segment: Segment, text: str, products: Products, position: int) -> Thing | None:
    """The product named last before a place of the segment, else the one named last before the segment."""
    named = list(re.finditer(r"<p(?P<p>\d+)>(?: from (?:the )?<o(?P<from>\d+)>)?", text[:position]))
    if named:
        cluster, whose = segment.named(named[-1]["p"]).cluster, named[-1]["from"]
        maker = segment.named(whose).cluster if whose else products.maker(cluster)
        return Thing(products.name(cluster), maker, True)
    owned = list(
        re.finditer(
            rf"<o(\d+)>'s (?P<np>(?:{WORD} ){{0,3}}?{ROBOT_NOUN}(?: and (?:{WORD} )?{ROBOT_NOUN})?)\b", text[:position]
        )
    )
    if owned and is_party(maker := segment.named(owned[-1][1]).cluster):
        return Thing(plain(segment, owned[-1].start("np"), owned[-1].end("np")), maker, False)
    return (
        last_thing(segment, products, [], None) if re.search(rf"\b(?:{ROBOT_NOUN}|them)\b", text[:position]) else None
    )
