"""Launches: a robot, model, platform, component or service shown, released, announced or put on sale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.extraction.deals.clauses import date_by, predicate_at
from bot.extraction.kind import Draft, Kind
from bot.extraction.products.launch_words import (
    ACTIVE,
    ANOTHER,
    AS,
    BEING,
    CODE,
    COLON,
    COMES,
    COMING,
    FIRST,
    MORE,
    NAMING,
    NEAR,
    NEEDS_DATE,
    NEVER,
    NEW,
    NOUN,
    ORDER,
    OWN,
    PASSIVE,
    PLURAL,
    PUT,
    REDUCED,
    RELATIVE,
    ROW,
    SALE,
    SELLING,
    THEN,
    THING,
    TO_BE,
    UNNAMED,
)
from bot.extraction.products.nouns import PRODUCT_NOUN
from bot.extraction.products.products import Products
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.extraction.text.org_tails import looks_like_org
from bot.extraction.text.typed import WORD, actors, is_party
from bot.model.when import When


@dataclass(frozen=True, slots=True)
class _Find:
    product: Cluster
    position: int
    score: float
    maker: Cluster | None = None
    date: When | None = None


def _named(match: re.Match[str]) -> str:
    return match["p"] or match["q"]


def _mood_ok(segment: Segment, position: int) -> bool:
    predicate = predicate_at(segment.sentence, segment.origin(position))
    return predicate is None or predicate.mood != "denied"


def _dated(segment: Segment, position: int, end: int | None = None) -> When | None:
    low, high = 0, len(segment.text) if end is None else end
    return date_by(segment, position, low, high)


def _finds(segment: Segment, text: str) -> Iterator[_Find]:
    for pattern in (ACTIVE, NOUN, PUT, ORDER, COLON, COMES, NEW, COMING, ANOTHER, FIRST):
        for match in pattern.finditer(text):
            start = match.start("verb") if "verb" in pattern.groupindex else match.start()
            if NEVER.search(text[:start]) or not _mood_ok(segment, start):
                continue
            doers = list(actors(segment, text, start)) if pattern in (ACTIVE, PUT, COMING) else []
            maker = doers[0] if doers else None
            product = segment.named(_named(match)).cluster
            if product is maker or (match["q"] and (product.entity_id or looks_like_org(product.name))):
                continue
            date = _dated(segment, start)
            if pattern is FIRST and date is None:
                continue
            yield _Find(product, start, 0.9, maker, date)
            end = match.end()
            while more := MORE.match(text, end):
                yield _Find(segment.named(_named(more)).cluster, start, 0.8, maker, date)
                end = more.end()
            yield from _then(segment, text, end, maker)
    for match in SELLING.finditer(text):
        yield _Find(
            segment.named(match["p"]).cluster,
            match.start("verb"),
            0.8,
            segment.named(match["maker"]).cluster,
            _dated(segment, match.start("verb")),
        )
    for pattern in (PASSIVE, SALE, AS, TO_BE, BEING, RELATIVE, ROW):
        for match in pattern.finditer(text):
            mention = segment.named(match["p"])
            position = match.start("verb")
            date = _dated(segment, position)
            if not _mood_ok(segment, position) or (
                pattern is PASSIVE and not match["fill"] and not REDUCED.match(text, match.end())
            ):
                continue
            if match["k"] == "o" and not _may_be_product(mention, text, match.start(), match["verb"]):
                continue
            if (date is None and NEEDS_DATE.search(match["verb"])) or NEVER.search(text[:position]):
                continue
            yield _Find(mention.cluster, position, 0.85, _by(segment, text, match.end()), date)
            yield from _then(segment, text, match.end(), None)
    for match in OWN.finditer(text):
        yield _Find(
            segment.named(match["p"]).cluster, match.start("verb"), 0.7, None, _dated(segment, match.start("verb"))
        )


def _then(segment: Segment, text: str, position: int, maker: Cluster | None) -> Iterator[_Find]:
    """ "… in March, and in June the humanoid X": the verb is left out."""
    match = THEN.match(text, position)
    if match:
        yield _Find(
            segment.named(_named(match)).cluster, match.start(), 0.7, maker, segment.dates[int(match["d"])].when
        )


def _may_be_product(mention: Mention, text: str, start: int, verb: str) -> bool:
    """A name typed as an organisation that a launch verb tells to be a thing."""
    before = text[:start]
    noun = re.search(rf"\b(?:{PRODUCT_NOUN}),? (?:called |named |dubbed )?(?:the )?[\"“]?\Z", before)
    owned = re.search(rf"(?:<o\d+>'s?|the|The) (?:{WORD} ){{0,3}}\Z", before)
    if mention.anaphoric:
        return False
    thing = not mention.entity_id and (
        CODE.search(mention.text) is not None or verb in {"unveiled", "released", "brought out"}
    )
    named_once = owned is not None and len(mention.cluster.named) < 4 and not mention.entity_id
    return thing or noun is not None or (named_once and re.match(r"c[ao]me|(?:went|go)", verb) is not None)


def _by(segment: Segment, text: str, position: int) -> Cluster | None:
    match = re.compile(rf"[^;.,]{{0,60}}?\bby (?:the )?(?:{WORD} ){{0,4}}?(?:<[lo]\d+>'s? )?<o(\d+)>").match(
        text, position
    )
    cluster = segment.named(match[1]).cluster if match else None
    return cluster if cluster is not None and is_party(cluster) else None


def extract(ctx: Context) -> Iterable[Draft]:
    """A draft for each place that tells of a launch."""
    products = ctx.once(Products)
    pending: tuple[int, Segment, int, Cluster | None] | None = None
    done: set[int] = set()
    loose: list[tuple[Segment, _Find]] = []
    for segment, text in products.segments:
        loose += [(segment, find) for find in _near(segment, text)]
        seen = False
        for find in _finds(segment, text):
            if PLURAL.search(find.product.name):
                continue
            seen = True
            done.add(id(find.product))
            yield _draft(ctx, products, segment, find)
        index = segment.sentence.index
        if not seen:
            for find in _things(ctx, segment, text):
                seen = True
                yield _draft(ctx, products, segment, find)
        if pending is not None and not seen and index - pending[0] <= 1 and (named := NAMING.search(text)):
            _, before, position, maker = pending
            yield _draft(
                ctx,
                products,
                segment,
                _Find(segment.named(named["p"]).cluster, position, 0.7, maker, _dated(before, position)),
            )
        if not seen and (open_ := UNNAMED.search(text)):
            doers = actors(segment, text, open_.start())
            pending = (index, segment, open_.start(), doers[0] if doers else None)
        elif seen:
            pending = None
    for segment, find in loose:
        if id(find.product) not in done and not PLURAL.search(find.product.name):
            done.add(id(find.product))
            yield _draft(ctx, products, segment, find)


def _near(segment: Segment, text: str) -> Iterator[_Find]:
    """A product beside a word that tells of coming out, however the two are put together."""
    for match in re.finditer(r"<p(\d+)>", text):
        for word in NEAR.finditer(text):
            a, b = sorted((word.start(), match.start()))
            gap = text[a:b]
            if b - a > 70 or re.search(r"[;.:]|<p\d+>.*<p\d+>|,? (?:and|but|while) (?:<o|it|they|the)", gap):
                continue
            if NEVER.search(text[: word.start()]) or not _mood_ok(segment, word.start()):
                continue
            yield _Find(segment.named(match[1]).cluster, word.start(), 0.5, None, _dated(segment, word.start()))
            break


def _things(ctx: Context, segment: Segment, text: str) -> Iterator[_Find]:
    """ "It was unveiled in March", "the classroom robot, brought out in 2018": the product named last is meant."""
    for match in THING.finditer(text):
        if match["it"]:
            mention = segment.named(match["it"])
            if not mention.anaphoric or mention.text.lower() != "it":
                continue
        elif not match.group("verb")[0].isupper() and match.start() == match.start("verb"):
            continue
        here = segment.origin(match.start())
        before = [
            m
            for s in ctx.around(segment.sentence, 2, 0)
            for m in s.mentions
            if m.kind == "product" and not m.anaphoric and m.end <= here
        ]
        if before and _mood_ok(segment, match.start("verb")) and not NEVER.search(text[: match.start("verb")]):
            yield _Find(
                before[-1].cluster,
                match.start("verb"),
                0.6,
                _by(segment, text, match.end()),
                _dated(segment, match.start("verb")),
            )


def _draft(ctx: Context, products: Products, segment: Segment, find: _Find) -> Draft:
    told = products.maker(find.product)
    maker = find.maker or told or ctx.main
    if told is not None and find.maker is not None and told is not find.maker and find.score < 0.85:
        maker = told
    if maker is find.product:
        maker = None
    return ctx.draft(
        "launch",
        segment.sentence,
        find.score,
        product=products.name(find.product),
        maker=maker.name if maker else None,
        product_kind=products.kind(find.product),
        date=find.date,
    )


KIND = Kind(
    name="launch",
    identity=("product",),
    slots=("maker", "product_kind", "date"),
    extract=extract,
    examples=(
        (
            "Halvorn Robotics unveiled its first humanoid, the Brisko, in March 2024.",
            {"product": "Brisko", "maker": "Halvorn Robotics", "product_kind": "robot", "date": "2024-03"},
        ),
        (
            "In May 2023 Tollmark Robotics released Velm-2, an open foundation model for robot arms.",
            {"product": "Velm-2", "maker": "Tollmark Robotics", "product_kind": "model", "date": "2023-05"},
        ),
        (
            "The startup Fenwick Dynamics launched a quadruped called Tarn and a gripper named Nubbin.",
            {"product": "Nubbin", "maker": "Fenwick Dynamics", "product_kind": "component"},
        ),
        (
            "Marzipan Robotics open-sourced its simulator Treacle in June 2025.",
            {"product": "Treacle", "maker": "Marzipan Robotics", "product_kind": "platform", "date": "2025-06"},
        ),
        (
            "The Quillon humanoid, unveiled in January 2022 by Ostrava Robotics, can climb ladders.",
            {"product": "Quillon", "maker": "Ostrava Robotics", "product_kind": "robot", "date": "2022-01"},
        ),
        (
            "The household robot Dimple went on sale in October 2024.",
            {"product": "Dimple", "product_kind": "robot", "date": "2024-10"},
        ),
        (
            "The launch of the Zephyrine quadruped by Calder Robotics came in April 2021.",
            {"product": "Zephyrine", "product_kind": "robot", "date": "2021-04"},
        ),
        (
            "The robot Pomona will be released in 2027, Harrow Robotics said.",
            {"product": "Pomona", "product_kind": "robot", "date": "2027"},
        ),
    ),
)
