"""Partnerships: two or more organisations agree to work together, with what they mean to do and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.extraction.clusters import Cluster
from bot.extraction.context import Context
from bot.extraction.cooperation import JOINT_VERB, MONEY_DEAL, NOUN, SIGN, TOGETHER, WITH_VERB, topic
from bot.extraction.deals import date_by, predicate_at
from bot.extraction.kind import Draft, Kind
from bot.extraction.masking import Segment, all_segments
from bot.extraction.typed import WORD, actors, is_actor, is_party, orgs_after, orgs_before, plain, typed, unique


@dataclass(frozen=True, slots=True)
class _Found:
    parties: list[Cluster]
    position: int
    topic_from: int
    topic: str | None = None
    score: float = 0.9
    loose: bool = False
    """Said with words that also tell of other doings ("together with")."""


_WITH = re.compile(
    rf"\b(?P<verb>{WITH_VERB})(?: (?!not\b|people\b)(?:{WORD}|on <d\d+>|in <d\d+>|<d\d+>)){{0,2}}? with (?=\S)"
)
_NOUN_WITH = re.compile(
    rf"\b(?:(?P<verb>{SIGN}) (?:[^;.<]|<[rdm]\d+>){{0,50}}?)?(?<!\w)(?P<noun>{NOUN})(?!\w)(?P<about>(?:[^;.<]|<[rdm]\d+>){{0,70}}?) with (?=\S)"
)
_BETWEEN = re.compile(
    rf"\b(?P<noun>{NOUN}|venture)(?: [^;.<]{{0,40}}?)? (?:between|of|by|that|which|in which|uniting|among) (?:both )?(?=\S)"
)
_TOGETHER = re.compile(rf"\b{TOGETHER} with (?=\S)")
_POSSESSED = re.compile(rf"<o(?P<a>\d+)>(?:'s)? and <o(?P<b>\d+)>'s joint (?P<noun>{WORD}(?: {WORD})?)")
_LICENCE = re.compile(
    rf"\blicen[cs](?:es?|ing|ed(?! by))\b(?P<what>(?:[^;.<]|<[dmp]\d+>){{0,90}}?)\b(?:of|from|by|to|for) (?:the )?(?:{WORD} ){{0,4}}?<o(?P<b>\d+)>(?P<owner>'s? [^;.]{{0,40}})?"
)
_HIRED = re.compile(
    rf"\b(?:hire[sd]?|poach(?:es|ed)|t(?:ook|aken?) on|recruit(?:s|ed)|helped <o\d+> to)\b (?:[^;.<]){{0,40}}?\b(?:founders|co-founders|team|talent|staff|employees|engineers) of (?:{WORD} ){{0,3}}?<o(?P<b>\d+)>"
)
_SELLER = re.compile(
    r"\b(?:will|is to|are to|would|agreed [^;.]{0,30}?to|begins? to|signs? up to|signed up to) (?:also |exclusively |then )?(?P<act>sell|distribute|market|resell|offer|build on|service|integrate)\b"
    r"(?: and [a-z]+)? (?:[^;.<]|<[d]\d+>){0,30}?<(?P<kind>[op])(?P<b>\d+)>"
)  # fmt: skip
_THROUGH = re.compile(
    rf"\b(?:sell|distribute[sd]?|market|offer|sold|bundled)\b[^;.]{{0,50}}? (?:through|via) (?:{WORD} ){{0,4}}?<o(?P<b>\d+)>"
)
_AS_PARTNER = re.compile(
    rf"\b(?:nam(?:es?|ed)|pick(?:s|ed)?|cho(?:se|oses|sen)|select(?:s|ed)?|appoint(?:s|ed)?|with) (?:{WORD} ){{0,4}}?<o(?P<b>\d+)> as (?:(?:its|the|an?|<o\d+>'s) |<o\d+>(?!'))(?:{WORD} ){{0,3}}?(?P<noun>partner|distributor|reseller|retailer|ally)?"
)  # fmt: skip
_FIRST_CUSTOMER = re.compile(
    r"\bsign(?:s|ed) (?:up )?(?:its|<o\d+>'s|the|a) (?:[\w-]+ ){0,2}(?:customer|client|partner),? (?=\S)"
)
_BRINGS = re.compile(
    rf"\bagree[sd] (?:(?:in|on) <d\d+> )?to (?P<act>bring|supply|deliver|deploy|provide)\b[^;.]{{0,60}}? (?:to|in|at|into) (?:an? |the )?(?:{WORD} ){{0,3}}?<o(?P<b>\d+)>"
)
_DISTRIBUTOR = re.compile(
    r"<o(?P<a>\d+)>(?:'s? (?:<l\d+> )?(?:[\w-]+ ){0,3}?| (?:has |have )?(?:found|named|appointed|picked|chosen) (?:<o\d+> |itself )?an? (?:[\w-]+ ){0,2}?)(?:distributor|reseller|retail partner)(?::|,)? (?=(?:<o|the |[\w-]+ ))"
)
_SIGNED_WITH = re.compile(r"(?:\A|: )<o(?P<a>\d+)>(?: and <o\d+>)? with (?=<o)")
_SAME = re.compile(
    r"<o(?P<a>\d+)>(?: \([^()]*\))? (?:had|has|have)?\s?(?:already )?(?:do|does|did|done) (?:the same|so too|likewise)\b"
)
_THAT_DEAL = re.compile(
    rf"\A(?:The|This|Their) (?:{WORD} )?(?:alliance|partnership|joint venture|collaboration|cooperation|tie-up|pact|agreement|venture)\b(?!'s)"
)
_UNDER = re.compile(r"\bunder an? (?:[\w-]+ ){0,2}(?:agreement|deal|contract|partnership)\b(?! with)")
_DENIAL = re.compile(
    r"\b(?:not|never|no longer|no|neither|in talks|talks|rumou?r\w*|deny|denied|would like|wants? to|hopes? to)\b"
)
_RIVAL = re.compile(
    r"\b(?:compet\w+|rival(?:s|ry)?|disput\w+|lawsuit|court|sued?|merge[drs]?|war|meeting|interview|compar\w+)\b"
)


def _names(segment: Segment, numbers: Iterable[int]) -> list[Cluster]:
    return unique(segment.names[n].cluster for n in numbers if is_party(segment.names[n].cluster))


def _subject(segment: Segment, text: str, position: int) -> list[Cluster]:
    """Who does it: the subject, or else the owner or the last organisation named before."""
    found = actors(segment, text, position)
    if found:
        return found
    named = [n for m in re.finditer(r"<o(\d+)>", text[:position]) if is_actor(segment.names[n := int(m[1])])]
    return _names(segment, named[-1:])


def _finds(segment: Segment, text: str, ctx: Context) -> Iterator[_Found]:
    for match in _WITH.finditer(text):
        others, end = orgs_after(text, match.end())
        first = actors(segment, text, match.start())
        if not others or not first:
            continue
        yield _Found([*first, *_names(segment, others)], match.start(), end)
    for match in _NOUN_WITH.finditer(text):
        others, end = orgs_after(text, match.end())
        if not others:
            continue
        start = match.start("verb") if match["verb"] else match.start("noun")
        about = match["about"].strip()
        said = topic(segment, text[: match.end("about")], match.start("about")) if len(about) > 8 else None
        yield _Found(
            [*(_subject(segment, text, start) or ([ctx.main] if ctx.main else [])), *_names(segment, others)],
            start,
            end,
            said,
        )
    for match in _BETWEEN.finditer(text):
        sides, end = orgs_after(text, match.end())
        if len(sides) > 1:
            yield _Found(_names(segment, sides), match.start(), end)
    for match in JOINT_VERB.finditer(text):
        if predicate_at(segment.sentence, segment.origin(match.start())) is None and not match.group().startswith(
            ("in ", "jointly", "together", "to ")
        ):
            continue
        sides = orgs_before(text, match.start())
        if len(sides) > 1:
            generic = re.match(
                r"(?:plan to |to )?(?:build|develop|train|design|produce|explore|create|jointly|together)\b",
                match.group(),
            )
            yield _Found(
                _names(segment, sides),
                match.start(),
                match.end(),
                _done(segment, text, match.start()) if generic else None,
                0.7,
                bool(generic),
            )
    for match in _TOGETHER.finditer(text):
        others, end = orgs_after(text, match.end())
        if others:
            yield _Found(
                [*_subject(segment, text, match.start()), *_names(segment, others)], match.start(), end, None, 0.6, True
            )
    for match in _POSSESSED.finditer(text):
        yield _Found(
            _names(segment, (int(match["a"]), int(match["b"]))),
            match.start(),
            match.end(),
            "joint " + plain(segment, match.start("noun"), match.end("noun")),
        )
    for match in _LICENCE.finditer(text):
        first = _subject(segment, text, match.start())
        yield _Found(
            [*first[:1], *_names(segment, [int(match["b"])])],
            match.start(),
            match.start(),
            plain(segment, match.start(), match.end())[:100],
        )
    for match in _HIRED.finditer(text):
        yield _Found(
            [*_subject(segment, text, match.start())[:1], *_names(segment, [int(match["b"])])],
            match.start(),
            match.start(),
            "hired " + plain(segment, match.start(), match.end()).split(" of ")[0].split(" ", 1)[-1],
            0.5,
        )
    for match in _SELLER.finditer(text):
        named = segment.names[int(match["b"])].cluster
        owner = named if match["kind"] == "o" else None
        first = actors(segment, text, match.start())
        if owner is not None and first and re.match(r"'s? ", text[match.end() :]):
            yield _Found([*first[:2], owner], match.start(), match.end(), _done(segment, text, match.start("act")), 0.7)
    for match in _FIRST_CUSTOMER.finditer(text):
        others, end = orgs_after(text, match.end())
        yield _Found(
            [*actors(segment, text, match.start())[:1], *_names(segment, others)],
            match.start(),
            end,
            _first_clause(segment, text, end),
            0.7,
        )
    for match in _BRINGS.finditer(text):
        yield _Found(
            [*actors(segment, text, match.start())[:1], *_names(segment, [int(match["b"])])],
            match.start(),
            match.end(),
            _done(segment, text, match.start("act")),
            0.7,
        )
    for match in _DISTRIBUTOR.finditer(text):
        others, end = orgs_after(text, match.end())
        yield _Found(
            [segment.names[int(match["a"])].cluster, *_names(segment, others[:1])],
            match.start(),
            end,
            "distribution",
            0.6,
        )
    for match in _SIGNED_WITH.finditer(text):
        others, end = orgs_after(text, match.end())
        yield _Found([*_names(segment, [int(match["a"])]), *_names(segment, others)], match.start(), end, None, 0.7)
    for match in _THROUGH.finditer(text):
        yield _Found(
            [*_subject(segment, text, match.start())[:1], *_names(segment, [int(match["b"])])],
            match.start(),
            match.end(),
            _done(segment, text, match.start()),
            0.7,
        )
    for match in _AS_PARTNER.finditer(text):
        if (
            match["noun"]
            or "partner" in segment.names[int(match["b"])].text
            or re.search(r"as <o\d+>\Z", match.group().rstrip())
        ):
            last = re.search(r"as (?:<o\d+>'s )?<o(\d+)>", match.group())
            if last and not re.search(r"partner|distributor|reseller|ally", segment.names[int(last[1])].text):
                continue
            yield _Found(
                [*_subject(segment, text, match.start())[:1], *_names(segment, [int(match["b"])])],
                match.start(),
                match.end(),
                None,
                0.7,
            )


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


def _done(segment: Segment, text: str, position: int) -> str:
    """The rest of a clause from its verb on."""
    rest = re.match(r"[^,;:]{3,100}?(?=,|;|:|\.(?:\s|\Z)| (?:on|in|from) <d\d+>| <d\d+>|\Z)", text[position:])
    return plain(segment, position, position + (rest.end() if rest else 60))


def extract(ctx: Context) -> Iterable[Draft]:
    """A draft for each place that tells who works with whom."""
    last: tuple[int, Draft, list[Cluster]] | None = None
    for segment in all_segments(ctx):
        text = typed(segment)
        index = segment.sentence.index
        for found in [*_finds(segment, text, ctx), *_follow_ups(segment, text, ctx, last)]:
            parties = [c for c in unique(found.parties) if is_party(c)]
            window = text[max(0, found.position - 60) : found.topic_from + 60]
            if (
                len(parties) < 2
                or _DENIAL.search(text[max(0, found.position - 40) : found.position])
                or _RIVAL.search(window)
            ):
                continue
            around = text[max(0, found.position - 80) : found.topic_from + 40]
            if found.loose and (MONEY_DEAL.search(around) or "<m" in text[found.position : found.topic_from + 40]):
                continue
            draft = ctx.draft(
                "partnership", segment.sentence, found.score, parties=tuple(c.name for c in parties),
                topic=found.topic or topic(segment, text, found.topic_from) or _kind_of_deal(text, found.position),
                date=date_by(segment, found.position, 0, len(segment.text)),
            )  # fmt: skip
            last = (index, draft, parties)
            yield draft


def _kind_of_deal(text: str, position: int) -> str | None:
    """Where nothing tells what it is about: what it is called."""
    named = re.search(
        r"\b(?:joint venture|alliance|strategic (?:partnership|cooperation)|letter of intent|memorandum of understanding|consortium|licence|cooperation|partnership)\b",
        text[max(0, position - 30) :],
    )
    return named.group() if named else None


def _follow_ups(
    segment: Segment, text: str, ctx: Context, last: tuple[int, Draft, list[Cluster]] | None
) -> Iterator[_Found]:
    """Sentences that go on about a cooperation: "The alliance …", "<o0> had done the same in June"."""
    index = segment.sentence.index
    if last is not None and index - last[0] <= 1 and (same := _SAME.search(text)):
        told = last[1].slots.get("topic")
        yield _Found(
            [*_names(segment, [int(same["a"])]), *last[2][1:]],
            same.start(),
            same.end(),
            told if isinstance(told, str) else None,
            0.6,
        )
    if (
        (that := _THAT_DEAL.match(text))
        and (last is None or index - last[0] > 2)
        and (before := ctx.previous(segment.sentence))
    ):
        parties = unique(
            m.cluster
            for m in before.mentions
            if is_party(m.cluster) and not m.anaphoric and m.label not in {"GPE", "LOC"}
        )
        if len(parties) == 2:
            yield _Found(parties, that.start(), that.end(), None, 0.5)
    if (under := _UNDER.search(text)) and ctx.main is not None:
        yield _Found(
            [*actors(segment, text, under.start()), *_subject(segment, text, under.start())[:1], ctx.main],
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
)
