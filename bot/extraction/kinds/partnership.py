"""Partnerships: two or more organisations agree to work together, with what they mean to do and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.extraction.deals.clauses import date_by, predicate_at
from bot.extraction.kind import Draft, Kind
from bot.extraction.products.cooperation import (
    AS_PARTNER,
    BETWEEN,
    BRINGS,
    DENIAL,
    DISTRIBUTOR,
    FIRST_CUSTOMER,
    HIRED,
    JOINT_VERB,
    LETTER,
    LICENCE,
    MADE_WITH,
    MONEY_DEAL,
    NOUN_WITH,
    POSSESSED,
    RIVAL,
    SAME,
    SELLER,
    SIGNED_WITH,
    THAT_DEAL,
    THROUGH,
    TOGETHER_WITH,
    UNDER,
    WHOM,
    WITH,
    topic,
)
from bot.extraction.products.partners import Found, done, names, partners, subject
from bot.extraction.products.things import is_thing
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment, all_segments
from bot.extraction.text.typed import actors, is_party, orgs_after, orgs_before, plain, typed, unique

_ADDED_UP = re.compile(
    r"together (?:worth|account\w*|ma[kd]e up|h[eo]ld|represent\w*|employ\w*|control\w*|s[eo]ld?|sell|have|had|"
    r"raised)\b"
)
"""Counted together, which is no working together."""
_CLOSED = re.compile(r"[,.;)]|\Z| (?:on|for|in|to|and|since|at|by|under|over|during|that|which|who)\b| <d")
"""What may follow the name of a partner: not a noun that the name would only describe ("with <o1> chips")."""


def _finds(segment: Segment, text: str, ctx: Context) -> Iterator[Found]:
    """Who works with whom in a part of a sentence."""
    yield from _with(segment, text, ctx)
    yield from _together(segment, text)
    yield from _made(segment, text, ctx)
    yield from partners(segment, text, ctx)
    yield from _for_each_other(segment, text)
    yield from _in_trade(segment, text)


def _with(segment: Segment, text: str, ctx: Context) -> Iterator[Found]:
    """ "Acme teams up with Brisk", "Acme's partnership with Brisk"."""
    for match in WITH.finditer(text):
        others, end = orgs_after(text, match.end())
        first = actors(segment, text, match.start())
        if not others or not first:
            continue
        yield Found([*first, *names(segment, others)], match.start(), end)
    for match in NOUN_WITH.finditer(text):
        others, end = orgs_after(text, match.end())
        if not others:
            continue
        start = match.start("verb") if match["verb"] else match.start("noun")
        about = match["about"].strip()
        said = topic(segment, text[: match.end("about")], match.start("about")) if len(about) > 8 else None
        yield Found(
            [*(subject(segment, text, start) or ([ctx.main] if ctx.main else [])), *names(segment, others)],
            start,
            end,
            said,
        )


def _together(segment: Segment, text: str) -> Iterator[Found]:
    """ "a pact between Acme and Brisk", "Acme and Brisk jointly build", "together with Brisk"."""
    for match in BETWEEN.finditer(text):
        sides, end = orgs_after(text, match.end())
        if len(sides) > 1:
            yield Found(names(segment, sides), match.start(), end)
    for match in JOINT_VERB.finditer(text):
        if predicate_at(segment.sentence, segment.origin(match.start())) is None and not match.group().startswith(
            ("in ", "jointly", "together", "to ")
        ):
            continue
        sides = orgs_before(text, match.start())
        if len(sides) > 1:
            generic = re.match(
                r"(?:(?:plan|going|set|about) to |to )?(?:build|develop|train|design|produce|explore|create|"
                r"jointly|together)\b",
                match.group(),
            )
            yield Found(
                names(segment, sides),
                match.start(),
                match.end(),
                done(segment, text, match.start()) if generic else None,
                0.7,
                bool(generic),
            )
    for match in TOGETHER_WITH.finditer(text):
        others, end = orgs_after(text, match.end())
        if others:
            yield Found(
                [*subject(segment, text, match.start()), *names(segment, others)], match.start(), end, None, 0.6, True
            )


def _for_each_other(segment: Segment, text: str) -> Iterator[Found]:
    """What one of two does for the other or has from it: a licence, a first customer, work that it was hired for."""
    for match in POSSESSED.finditer(text):
        yield Found(
            names(segment, (int(match["a"]), int(match["b"]))),
            match.start(),
            match.end(),
            "joint " + plain(segment, match.start("noun"), match.end("noun")),
        )
    for match in LICENCE.finditer(text):
        first = subject(segment, text, match.start())
        yield Found(
            [*first[:1], *names(segment, [int(match["b"]), *_others_behind(text, match.end("b"))])],
            match.start(),
            match.start(),
            plain(segment, match.start(), match.end())[:100],
        )
    for match in HIRED.finditer(text):
        yield Found(
            [*subject(segment, text, match.start())[:1], *names(segment, [int(match["b"])])],
            match.start(),
            match.start(),
            "hired " + plain(segment, match.start("what"), match.end("what")),
            0.5,
        )
    for match in SELLER.finditer(text):
        named = segment.named(match["b"]).cluster
        owner = named if match["kind"] == "o" else None
        first = actors(segment, text, match.start())
        whose = re.match(r"'s? ", text[match.end() :]) or re.search(r" of (?:the )?<o\d+>\Z", match.group())
        if owner is not None and first and whose:
            yield Found([*first[:2], owner], match.start(), match.end(), done(segment, text, match.start("act")), 0.7)
    for match in FIRST_CUSTOMER.finditer(text):
        others, end = orgs_after(text, match.end())
        yield Found(
            [*actors(segment, text, match.start())[:1], *names(segment, others)],
            match.start(),
            end,
            _first_clause(segment, text, end),
            0.7,
        )
    for match in BRINGS.finditer(text):
        yield Found(
            [*actors(segment, text, match.start())[:1], *names(segment, [int(match["b"])])],
            match.start(),
            match.end(),
            done(segment, text, match.start("act")),
            0.7,
        )


def _others_behind(text: str, position: int) -> list[int]:
    """The further names of a list whose first ends at a place ("to <o1> and <o2>")."""
    return orgs_after(text, position + len("> and "))[0] if text.startswith("> and <o", position) else []


def _in_trade(segment: Segment, text: str) -> Iterator[Found]:
    """Who sells for somebody, signs with them, works through them or as their partner."""
    for match in DISTRIBUTOR.finditer(text):
        others, end = orgs_after(text, match.end())
        yield Found(
            [segment.named(match["a"]).cluster, *names(segment, others[:1])],
            match.start(),
            end,
            "distribution",
            0.6,
        )
    for match in SIGNED_WITH.finditer(text):
        others, end = orgs_after(text, match.end())
        yield Found([*names(segment, [int(match["a"])]), *names(segment, others)], match.start(), end, None, 0.7)
    for match in THROUGH.finditer(text):
        yield Found(
            [*subject(segment, text, match.start())[:1], *names(segment, [int(match["b"])])],
            match.start(),
            match.end(),
            done(segment, text, match.start()),
            0.7,
        )
    for match in AS_PARTNER.finditer(text):
        if (
            match["noun"]
            or "partner" in segment.named(match["b"]).text
            or re.search(r"as <o\d+>\Z", match.group().rstrip())
        ):
            last = re.search(r"as (?:<o\d+>'s )?<o(\d+)>", match.group())
            if last and not re.search(r"partner|distributor|reseller|ally", segment.named(last[1]).text):
                continue
            yield Found(
                [*subject(segment, text, match.start())[:1], *names(segment, [int(match["b"])])],
                match.start(),
                match.end(),
                None,
                0.7,
            )


def _made(segment: Segment, text: str, ctx: Context) -> Iterator[Found]:
    """Things made with somebody, partners told in a relative clause, and letters signed with the article's company."""
    own = [ctx.main] if ctx.main is not None and not is_thing(ctx, ctx.main) else []
    for match in MADE_WITH.finditer(text):
        others, end = orgs_after(text, match.end())
        if not others or not _CLOSED.match(text, end):
            continue
        first = [c for c in actors(segment, text, match.start()) if not is_thing(ctx, c)] or own
        told = f"{match['act']} {plain(segment, match.start('what'), match.end('what'))}".strip()
        yield Found([*first[:1], *names(segment, others)], match.start(), match.end(), told, 0.7)
    for match in WHOM.finditer(text):
        others = [int(match["b"])] if match["b"] else []
        partner = names(segment, [int(match["a"])])
        mine = names(segment, others) or [c for c in own if c not in partner]
        yield Found([*partner, *mine], match.start(), match.end(), done(segment, text, match.start("act")), 0.7)
    for match in LETTER.finditer(text):
        first = actors(segment, text, match.start())
        if len(first) == 1 and own and own[0] is not first[0]:
            yield Found([*first, *own], match.start(), match.end(), None, 0.6)


def _first_clause(segment: Segment, text: str, position: int) -> str | None:
    """What a relative clause behind a name says that it will do."""
    clause = re.match(
        r"(?: \([^()]*\))?, which (?:will|is to|plans to|wants to) ([^,;]{4,90}?)(?=,|;|\.(?:\s|\Z)|\Z)",
        text[position:],
    )
    return (
        plain(segment, position + clause.start(1), position + clause.end(1))
        if clause
        else topic(segment, text, position)
    )


def extract(ctx: Context) -> Iterable[Draft]:
    """A draft for each place that tells who works with whom."""
    last: tuple[int, Draft, list[Cluster]] | None = None
    for segment in all_segments(ctx):
        text = typed(segment)
        index = segment.sentence.index
        for found in [*_finds(segment, text, ctx), *_follow_ups(segment, text, ctx, last)]:
            parties = [c for c in unique(found.parties) if is_party(c) and not is_thing(ctx, c)]
            window = text[max(0, found.position - 60) : found.topic_from + 60]
            if (
                len(parties) < 2
                or DENIAL.search(text[max(0, found.position - 40) : found.position])
                or RIVAL.search(window)
                or _ADDED_UP.match(text, found.position)
            ):
                continue
            around = text[max(0, found.position - 80) : found.topic_from + 40]
            if found.loose and (MONEY_DEAL.search(around) or "<m" in text[found.position : found.topic_from + 40]):
                continue
            draft = ctx.draft(
                "partnership",
                segment.sentence,
                found.score,
                parties=tuple(c.name for c in parties),
                topic=found.topic or topic(segment, text, found.topic_from) or _kind_of_deal(text, found.position),
                date=date_by(segment, found.position, 0, len(segment.text)),
            )
            last = (index, draft, parties)
            yield draft


def _kind_of_deal(text: str, position: int) -> str | None:
    """Where nothing tells what it is about: what it is called."""
    named = re.search(
        r"\b(?:joint (?:venture|lab(?:oratory)?|company|project|research centre)|alliance|"
        r"strategic (?:partnership|cooperation)|letter of intent|memorandum of "
        r"understanding|consortium|licence|cooperation|partnership)\b",
        text[max(0, position - 30) :],
    )
    return named.group() if named else None


def _follow_ups(
    segment: Segment, text: str, ctx: Context, last: tuple[int, Draft, list[Cluster]] | None
) -> Iterator[Found]:
    """Sentences that go on about a cooperation: "The alliance …", "<o0> had done the same in June"."""
    index = segment.sentence.index
    if last is not None and index - last[0] <= 1 and (same := SAME.search(text)):
        told = last[1].slots.get("topic")
        yield Found(
            [*names(segment, [int(same["a"])]), *last[2][1:]],
            same.start(),
            same.end(),
            told if isinstance(told, str) else None,
            0.6,
        )
    if (
        (that := THAT_DEAL.match(text))
        and (last is None or index - last[0] > 2)
        and (before := ctx.previous(segment.sentence))
    ):
        parties = unique(
            m.cluster
            for m in before.mentions
            if is_party(m.cluster) and not m.anaphoric and m.label not in {"GPE", "LOC"}
        )
        if len(parties) == 2:
            yield Found(parties, that.start(), that.end(), None, 0.5)
    if (under := UNDER.search(text)) and ctx.main is not None:
        yield Found(
            [*actors(segment, text, under.start()), *subject(segment, text, under.start())[:1], ctx.main],
            under.start(),
            under.end(),
            None,
            0.5,
        )


KIND = Kind(
    name="partnership",
    identity=("parties",),
    slots=("topic", "date"),
    extract=extract,
    examples=(
        (
            "Halvorn Robotics has partnered with Brightwater Logistics to automate parcel hubs.",
            {"parties": ["Halvorn Robotics", "Brightwater Logistics"], "topic": "automate parcel hubs"},
        ),
        (
            "In May 2024 Tollmark Robotics and Osterby Group signed a memorandum of understanding on hospital robots.",
            {"parties": ["Tollmark Robotics", "Osterby Group"], "topic": "hospital robots", "date": "2024-05"},
        ),
        (
            "Fenwick Dynamics has concluded an agreement with Marzipan Robotics about shared simulation software.",
            {"parties": ["Fenwick Dynamics", "Marzipan Robotics"], "topic": "shared simulation software"},
        ),
        (
            "The alliance between Calder Robotics and Harrow Robotics dates from 2022.",
            {"parties": ["Calder Robotics", "Harrow Robotics"], "date": "2022"},
        ),
        (
            "Ostrava Robotics and Quillon Systems will jointly develop welding robots.",
            {"parties": ["Ostrava Robotics", "Quillon Systems"], "topic": "jointly develop welding robots"},
        ),
        (
            "Brightwater Logistics teamed up with Halvorn Robotics in June 2023 for sorting robots.",
            {"parties": ["Brightwater Logistics", "Halvorn Robotics"], "date": "2023-06"},
        ),
        (
            "Osterby Group and Harrow Robotics have set up a joint venture for farm robots.",
            {"parties": ["Osterby Group", "Harrow Robotics"], "topic": "farm robots"},
        ),
        (
            "Tollmark Robotics has signed a non-exclusive licence for the grasping models of Fenwick Dynamics.",
            {"parties": ["Tollmark Robotics", "Fenwick Dynamics"]},
        ),
    ),
)
