"""Who does what with whom: nobody is his own customer, maker or employer, no place buys anything or holds a post."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import naming, sentences, without, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.extraction.text.context import Context

_OF_STATE = re.compile(
    r"(?:(?:lord|deputy) )?(?:mayor|judge|magistrate|minister|governor|senator|ambassador|"
    r"sheriff|(?:police|fire) chief|(?:public )?prosecutor|king|queen)",
    re.IGNORECASE,
)
_STATE = re.compile(r"\b(?:city|town|ministry|government|court|state|department|province|region|bank)\b", re.IGNORECASE)
EVENT = re.compile(
    r".* (?:challenge|conference|summit|forum|expo|olympics|marathon|brainstorm tech|gala|fair|"
    r"exhibition|congress|messe)|"
    r"(?:WAIC|WRC|CES|MWC|iREX|ICRA|IROS|CIIE|IFA|Automatica|LogiMAT|ProMat|MODEX|Computex|GITEX)(?: (?:19|20)\d\d)?",
    re.IGNORECASE,
)
"""What takes place, and neither works with anybody nor employs him."""
_RUNS_ON = re.compile(
    r"\b(?:runs? on|powered by|built (?:on|around)|equipped with|hands (?:by|from)|chips? (?:by|from)|"
    r"sensors? (?:by|from)|uses? (?:an? |the )?(?:chips?|brain|software|hands?|processors?|computer) (?:by|from|of)) "
    r"(?:(?:[A-Z][\w.-]* ){0,2}[A-Z][\w.-]*['’]s? |the |an? )?\Z"
)
_REACH = 60
"""Before what a robot is made of."""
_USER = re.compile(
    r"(?: (?:is|are|was|were|has|have|had|will|to|also|now|already|currently|be|been|begun|started|plans?|first)){0,4} "
    r"(?:test|pilot|trial|us|deploy|install|order|bought|buy|rent|leas|put|adopt|employ|hir)(?:s|e|es|ed|t|ts|ting|ing)?\b"
)
"""Behind a name, that whose it is puts robots to work."""
_MEANT = re.compile(r"\b(?:designed|built|meant|intended|made|able|ideal|suited|hopes?|wants?) (?:to|for) \Z")
"""Before what robots are for, not what they do."""
_BARGAIN = re.compile(r"\b(?:contract|labou?r|wage|pay|union) (?:negotiations|talks|dispute|contract)\b", re.IGNORECASE)
"""Where two sides are against each other."""
_SITE = re.compile(r"(?:Terminal|Hall|Gate|Building|Plant|Line|Floor|Unit) \d+")
_NUMBERED = re.compile(r"\d")


def kind_of(context: Context, name: object) -> str:
    """The kind of the entity that the article has under a name, empty where it has none."""
    return context.once(_kinds).get(str(name), "")


def _kinds(context: Context) -> dict[str, str]:
    return {cluster.name: cluster.kind for cluster in context.clusters}


def _made(context: Context, draft: Draft) -> Draft:
    """A product that is known with its known maker, whoever else is spoken of; who puts it to work is its customer."""
    product, maker = draft.slots.get("product"), draft.slots.get("maker")
    if draft.kind not in {"launch", "deployment"} or not isinstance(product, str):
        return draft
    known = context.registry.entities.get(context.once(_ids).get(product, ""))
    owner = context.registry.lookup(known.parent) if known is not None and known.parent else None
    if owner is None or (isinstance(maker, str) and context.once(_ids).get(maker) == owner.id):
        return draft
    other = context.registry.lookup(maker) if isinstance(maker, str) else None
    if other is not None and other.kind == "org" and (other.parent == owner.name or owner.parent == other.name):
        return draft
    if isinstance(maker, str) and naming(context, draft, maker) and not naming(context, draft, product):
        return without(draft, product=None)  # of another sentence
    own = next((name for name, known_as in context.once(_ids).items() if known_as == owner.id), owner.name)
    uses = isinstance(maker, str) and re.search(rf"{re.escape(maker)}{_USER.pattern}", words(context, draft))
    if draft.kind == "deployment" and uses and "customer" not in draft.slots:
        return without(draft, maker=own, customer=(str(maker),))
    return without(draft, maker=own)


def _ids(context: Context) -> dict[str, str]:
    return {cluster.name: cluster.entity_id for cluster in context.clusters if cluster.entity_id}


def _at_work(context: Context, draft: Draft) -> Draft | None:
    """No robots at work of which a caption shows a picture, or that are only meant for it."""
    if draft.kind != "deployment":
        return draft
    use, text = draft.slots.get("use"), words(context, draft)
    if isinstance(use, str) and use in text and _MEANT.search(text, 0, text.index(use)):
        return None
    bare = not draft.slots.keys() & {"customer", "use", "date"}
    return None if bare and not any(s.predicates for s in sentences(context, draft)) else draft


def _customer(context: Context, draft: Draft) -> Draft | None:
    """Without maker and places among the customers; None where nothing else says that its robots are put to work."""
    maker, customers = draft.slots.get("maker"), draft.slots.get("customer")
    if draft.kind != "deployment" or not isinstance(customers, tuple):
        return draft
    text = words(context, draft)
    left = tuple(
        c
        for c in customers
        if isinstance(c, str)
        and c != maker
        and not _is_brand(context, c, maker)
        and not _is_place(context, c)
        and not is_inside(context, draft, c)
        and not EVENT.fullmatch(c)
        and not re.search(rf"{re.escape(c)}(?: [\w-]+)? (?:event|conference|expo|summit|gala|trade show)\b", text)
    )
    if left == customers:
        return draft
    parts = any(is_inside(context, draft, str(c)) or EVENT.fullmatch(str(c)) for c in customers)
    return without(draft, customer=left) if left or ("product" in draft.slots and not parts) else None


def _is_brand(context: Context, name: str, maker: object) -> bool:
    """Whether a name is that of what the maker itself runs ("Apollo Go" of Baidu), which is no customer of his."""
    known, owner = context.registry.lookup(name), context.registry.lookup(maker) if isinstance(maker, str) else None
    return known is not None and owner is not None and known.parent == owner.name


def _owner(context: Context, draft: Draft) -> Draft:
    """Robots at work with their owner as their maker, and not as who uses them ("Foo's Plover is used in industry")."""
    product, customers = draft.slots.get("product"), draft.slots.get("customer")
    if draft.kind != "deployment" or not isinstance(product, str) or not isinstance(customers, tuple):
        return draft
    text = words(context, draft)
    for name in customers:
        if isinstance(name, str) and re.search(rf"{re.escape(name)}['’]s {re.escape(product)}", text):
            left = tuple(c for c in customers if isinstance(c, str) and c != name)
            return without(draft, customer=left, maker=name)
    return draft


def is_inside(context: Context, draft: Draft, name: str) -> bool:
    """Whether a name is only that of what a robot is made of, or of who makes that ("runs on Foo's chip")."""
    text = words(context, draft)
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    return bool(places) and all(_RUNS_ON.search(text, max(0, at - _REACH), at) for at in places)


def _is_place(context: Context, name: str) -> bool:
    """Whether a name is that of a town or of a part of a site, where robots work and which buys none."""
    return kind_of(context, name) == "place" or context.registry.is_place(name) or bool(_SITE.fullmatch(name))


def _parties(context: Context, draft: Draft) -> Draft | None:
    """A cooperation without events and products, one of others also without the article's company."""
    parties, main = draft.slots.get("parties"), context.main.name if context.main is not None else None
    if draft.kind == "partnership" and isinstance(parties, tuple):
        houses = tuple(
            p for p in parties if isinstance(p, str) and _is_party(context, draft, p) and not _is_part(p, parties)
        )
        if len(houses) < len(parties):
            draft, parties = without(draft, parties=houses), houses
        if len(houses) < 2 or _BARGAIN.search(words(context, draft)):
            return None
    if draft.kind != "partnership" or not isinstance(parties, tuple) or len(parties) < 3:
        return draft
    named = {m.cluster.name for sentence in sentences(context, draft) for m in sentence.mentions}
    here = tuple(p for p in parties if isinstance(p, str) and p in named and not _is_place(context, p))
    if 2 <= len(here) < len(parties):
        return without(draft, parties=here)
    if main not in parties:
        return draft
    if main in named or sum(party in named for party in parties) < 2:
        return draft
    return without(draft, parties=tuple(party for party in parties if isinstance(party, str) and party != main))


def _is_part(name: str, parties: Sequence[object]) -> bool:
    """Whether a party is but a unit of another, without a name of its own ("Acme's robotics division")."""
    return any(name.startswith((f"{other}'s ", f"{other}’s ")) for other in parties)


def _is_party(context: Context, draft: Draft, name: str) -> bool:
    """Whether a name can be that of who works with others: no event, no product, nor only whose money another has."""
    backs = rf"\b{re.escape(name)}(?:,? and [A-Z][\w.]+|, [A-Z][\w.]+ and [A-Z][\w.]+)?-(?:backed|owned|funded)\b"
    other = EVENT.fullmatch(name) or kind_of(context, name) == "product" or re.search(backs, words(context, draft))
    return not other


def _maker(context: Context, draft: Draft) -> Draft:
    """A product is not its own maker; of robots at work that may be a firm called like its product, not "G1"."""
    maker = draft.slots.get("maker")
    if maker is None or maker != draft.slots.get("product"):
        return draft
    own = draft.kind == "launch" or (draft.kind == "deployment" and _NUMBERED.search(str(maker)))
    return without(draft, maker=None) if own else draft


def _holder(context: Context, draft: Draft) -> Draft | None:
    """Only a person holds a post, not at itself nor at a place; who holds an office of state holds it at no company."""
    if draft.kind != "role":
        return draft
    person, house = str(draft.slots["person"]), str(draft.slots["organization"])
    placed = "place" in (kind_of(context, person), kind_of(context, house)) or context.registry.is_place(house)
    office = _OF_STATE.fullmatch(str(draft.slots.get("title", ""))) and not _STATE.search(house)
    thing = kind_of(context, house) == "product" and house in context.once(_ids)
    return None if placed or office or thing or person == house else draft


_OF_HOUSE: Final = frozenset({"revenue", "profit", "employees", "orders", "capacity", "total_raised", "rounds"})


def _of_nobody(context: Context, draft: Draft) -> Draft | None:
    """No sales, staff or orders of a person: they are those of a house that goes by the name of its boss."""
    own = draft.kind == "metric" and draft.slots.get("measure") in _OF_HOUSE
    return None if own and kind_of(context, str(draft.slots["subject"])) == "person" else draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (
    _of_nobody,
    _made,
    _at_work,
    _owner,
    _customer,
    _parties,
    _maker,
    _holder,
)


def once_at_work(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, of robots at work in one sentence the fullest, with what another tells of the same."""
    full: list[Draft] = []
    for draft in sorted((d for d in drafts if d.kind == "deployment"), key=_emptiness):
        more = next((n for n, other in enumerate(full) if _tells_more(other, draft)), None)
        if more is None:
            full.append(draft)
        elif draft.slots.get("product") == full[more].slots.get("product"):
            full[more] = replace(full[more], slots={**draft.slots, **full[more].slots})
    return [*(draft for draft in drafts if draft.kind != "deployment"), *full]


def _emptiness(draft: Draft) -> tuple[int, bool, int]:
    own = draft.slots.get("product") in (None, draft.slots.get("maker"))
    return -len(draft.slots.get("customer", ())), own, -len(draft.slots)  # type: ignore[arg-type]


def _tells_more(one: Draft, other: Draft) -> bool:
    """Whether a deployment of one sentence has the robots and the customers of another."""
    if one.start >= other.end or other.start >= one.end:
        return False
    mine, its = one.slots.get("customer", ()), other.slots.get("customer", ())
    pairs = [(one.slots.get(slot), other.slots.get(slot)) for slot in ("product", "maker")]
    same = [a == b for a, b in pairs if a is not None and b is not None]
    if not mine or not set(its) <= set(mine):  # type: ignore[arg-type]
        return False
    return (any(same) or not same) if its else (bool(same) and all(same))
