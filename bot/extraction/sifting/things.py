"""What a product goes by: its whole name, without a number that counts it, and no piece of a measure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.sides import is_inside, kind_of
from bot.extraction.sifting.spans import dated, in_another_clause, naming, sentences, speaks_of, without, words
from bot.extraction.text.org_tails import looks_like_org
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context

_KINDS: Final = frozenset({"launch", "price", "deployment"})
_COUNTED: Final = re.compile(r"\A(?:One|Two|Three|Each|Every|Both) (?=[A-Z]|\d)")
_MEASURE: Final = re.compile(r"(?:GB|TB|MB|DOF|TOPS|SIL|IP|kg|mm|nm|kW|[BM])(?: \w+)?")
"""A unit, or one with the thing that it measures ("DOF arms")."""
_SIZE: Final = re.compile(r"\d+(?:\.\d+)?(?:B|M|GB|TB)")
_DEGREE: Final = re.compile(
    r"(?:SAE )?(?:Tier|Level|Phase|Stage|Class|Grade|Gen|Step|Day|Week|Vol|Chapter|Part)[ -]?\d{1,2}"
)
"""A step of a row, which is no product ("a Tier-1", "Level 4")."""
_SITE: Final = re.compile(
    r"\b(?:factory|plant|facility|campus|site|line|warehouse|headquarters|lab|laboratory|cent(?:er|re)|fund|"
    r"program(?:me)?|project|initiative),? (?:called|named|dubbed|known as|christened|nicknamed)?,? ?[\"“]?\Z"
)
"""Before the name of a place or an undertaking, which nobody brings to market."""
_NEAR: Final = 0.5
"""How sure a launch is at most that no rule of its own tells, only a word near a name."""
_BROUGHT: Final = re.compile(
    r"\b(?:unveil|launch|releas|introduc|announc|debut|reveal|open-?sourc|publish|pre-?order|tak(?:e|es|ing) orders|"
    r"on sale|curtain|wraps|called|named|dubbed|codenamed|develop|showed|shown|"
    r"successor)",
    re.IGNORECASE,
)
"""A word that tells that something came out; one that all know is otherwise only spoken of."""
_ROUND: Final = re.compile(r"[A-H]\d?\+{0,2}")
_RAISED: Final = re.compile(r"\b(?:rounds?|closings?|series|financing|tranche|in the bank)\b", re.IGNORECASE)
_REACH: Final = 60
_VERSION: Final = re.compile(r" (?:\d{1,2}\.\d{1,2}|[A-Z]{1,2}\d{1,2}[A-Za-z]?)(?![\w.,]*\w)")
"""Behind a name, the number of its version ("Foo 3.0", "Foo H1")."""

_VARIANT: Final = re.compile(
    r" (?:(?!AI|AG|SE|SA|AB|AS|NV|BV|KG|LP|UK|US|EU)[A-Z]{1,3}\d?|\d{1,2}|I{1,3}|IV|VI?|Mini|Lite|Pro|Max|Plus|"
    r"Ultra|Air|Edu|EDU|Nano|Micro|Junior|Jr|XL)\Z"
)
"""At the end of the name of one of several models of a product."""
_PART: Final = re.compile(
    r" (?:[a-z-]+ )?(?:cards?|chips?|processors?|boards?|modules?|sensors?|motors?|actuators?|joints?|reducers?|"
    r"controllers?|grippers?|batter(?:y|ies)|servos?)\b"
)
"""Behind the name of what is built into a robot."""
_PRICE_CUT: Final = re.compile(r"\bprices? [^.;]{0,60}\b(?:cut|lowered|reduced|raised|slashed|dropped|fell)\b")
_INTO: Final = re.compile(
    r"\b(?:br(?:ings?|inging|ought)|put(?:s|ting)?|mov(?:e|es|ed|ing)) [^.;]{1,60} (?:into|in|onto|to|inside) "
    r"(?:[\w'’-]+ ){0,4}(?:plants?|factor(?:y|ies)|warehouses?|sites?|lines?|floors?|hospitals?|stores?|depots?)\b"
)
"""Who puts robots to work launches none."""
_GENERATION: Final = re.compile(
    r"\b(?:(?:next|new|second|third|fourth|fifth|latest)[- ]?gen(?:eration)?|(?:2nd|3rd|4th|5th)[- ]gen(?:eration)?)\b "
)
"""Before the name of a product that had one before it."""
_SHOWN: Final = re.compile(r"\b(?:unveil|launch|releas|introduc|announc|debut|reveal|present|show)", re.IGNORECASE)


def _plain(name: str, text: str) -> str:
    """The name without its model where the text has only that ("Foo Mini" of a sentence on Foo)."""
    short = _VARIANT.sub("", name)
    if short == name or name in text:
        return name
    ends = [m.end() for m in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text)]
    return short if ends and not any(_VERSION.match(text, end) for end in ends) else name


def _whole(context: Context, draft: Draft, name: str) -> str | None:
    """The name of a product as its sentence has it, None for a piece of a measure."""
    text = words(context, draft)
    bare = _COUNTED.sub("", name.split(") ")[-1] if name.count(")") > name.count("(") else name)
    at = text.find(bare)
    before = text[at - 1 : at] if at > 0 else ""
    if _SIZE.fullmatch(bare) or (_MEASURE.fullmatch(bare) and re.search(r"\d[ -]?\Z", text[max(0, at - 2) : at])):
        return None
    ends = [m.end() for m in re.finditer(rf"(?<!\w){re.escape(bare)}", text)] if not before.isalnum() else []
    versions = {v[0] if (v := _VERSION.match(text, end)) else "" for end in ends}
    return bare + versions.pop() if len(versions) == 1 else bare


def _brought(context: Context, draft: Draft) -> Draft | None:
    """No launch of a place or a step, nor of a product all know, of which the sentence only tells how it does."""
    if draft.kind != "launch":
        return draft
    name, text = str(draft.slots["product"]), words(context, draft)
    if _DEGREE.fullmatch(name):
        return None
    at = [m.start() for m in re.finditer(re.escape(name), text)]
    if at and all(_SITE.search(text, max(0, i - _REACH), i) for i in at):
        return None
    known = any(c.name == name and c.entity_id for c in context.clusters)
    maker = draft.slots.get("maker")
    brand = isinstance(maker, str) and maker.startswith(f"{name} ") and at
    if brand and all(re.match(r" [A-Z]", text[i + len(name) :]) for i in at):
        return None  # what stands before the name of its models
    if _INTO.search(text) and not _SHOWN.search(text):
        return None
    if _PRICE_CUT.search(text) and not _SHOWN.search(text):
        return None
    if draft.slots.get("product_kind") == "robot" and at and all(_PART.match(text, i + len(name)) for i in at):
        draft = without(draft, product_kind="component")
    draft = _own_date(context, draft)
    return None if known and draft.score <= _NEAR and not _BROUGHT.search(text) else draft


def _own_date(context: Context, draft: Draft) -> Draft:
    """A launch without the date by which something else is to be done, and one of a new generation without that of
    another sentence, which may be that of the first."""
    when = draft.slots.get("date")
    if not isinstance(when, When):
        return draft
    here = [date for date, _ in dated(context, draft, when)]
    ends = [m.end for m in naming(context, draft, str(draft.slots["product"]))]
    if here and ends and all(in_another_clause(context.text, min(ends), d.start) for d in here):
        return without(draft, date=None)
    lent = not here and _GENERATION.search(words(context, draft))
    return without(draft, date=None) if lent or (here and all(d.relation == "within" for d in here)) else draft


def _product(context: Context, draft: Draft) -> Draft | None:
    """A fact about a product under its whole name; none about a piece of a measure or a round."""
    name = draft.slots.get("product")
    if draft.kind not in _KINDS or not isinstance(name, str):
        return draft
    if draft.kind == "deployment" and _DEGREE.fullmatch(name):
        return without(draft, product=None) if "customer" in draft.slots else None
    if _ROUND.fullmatch(name) and _RAISED.search(words(context, draft)):
        return None
    house = kind_of(context, name) == "org" and looks_like_org(name.rstrip("."))
    if draft.kind == "launch" and (house or is_inside(context, draft, name)):
        return None
    if draft.kind == "deployment" and (house or name in draft.slots.get("customer", ())):  # type: ignore[operator]
        maker = draft.slots.get("maker")
        own = house and not any(speaks_of(s, maker) for s in sentences(context, draft))
        used = name in draft.slots.get("customer", ())  # type: ignore[operator]
        return without(draft, product=None, **({"maker": name} if own and not used else {}))
    whole = _whole(context, draft, _plain(name, words(context, draft)))
    if whole is None:
        return without(draft, product=None) if draft.kind == "deployment" else None
    return draft if whole == name else without(draft, product=whole)


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_brought, _product)
