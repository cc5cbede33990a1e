"""Who works with whom, where no verb of working together says so: partners of, signed with, agreed to build for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.extraction.products.cooperation import NOUN, SIGN
from bot.extraction.products.things import is_thing
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment
from bot.extraction.text.typed import WORD, actors, is_actor, is_party, orgs_after, plain, unique


@dataclass(frozen=True, slots=True)
class Found:
    """A place that tells of a cooperation: whose, where it stands, and where what it is about may be told."""

    parties: list[Cluster]
    position: int
    topic_from: int
    topic: str | None = None
    score: float = 0.9
    loose: bool = False
    """Said with words that also tell of other doings ("together with")."""


def names(segment: Segment, numbers: Iterable[int]) -> list[Cluster]:
    """The companies among the names with these numbers, each once."""
    return unique(segment.names[n].cluster for n in numbers if is_party(segment.names[n].cluster))


def subject(segment: Segment, text: str, position: int) -> list[Cluster]:
    """Who does it: the subject, or else the owner or the last organisation named before."""
    found = actors(segment, text, position)
    if found:
        return found
    named = [n for m in re.finditer(r"<o(\d+)>", text[:position]) if is_actor(segment.names[n := int(m[1])])]
    return names(segment, named[-1:])


def done(segment: Segment, text: str, position: int) -> str:
    """The rest of a clause from its verb on."""
    rest = re.match(r"[^,;:]{3,100}?(?=,|;|:|\.(?:\s|\Z)| (?:on|in|from) <d\d+>| <d\d+>|\Z)", text[position:])
    return plain(segment, position, position + (rest.end() if rest else 60))


_PARTNER_OF = re.compile(
    rf"\b(?:is|are|was|were|bec(?:ame|omes?|oming)|remains?) (?:both |also |now |already )*"
    rf"(?:(?:an?|the|one of) )?(?:{WORD} ){{0,3}}?partners? (?:of|to) (?=<o)"
)
_ITS_PARTNER = re.compile(
    rf"<o(?P<a>\d+)>'s? (?:{WORD} ){{0,2}}?(?<!limited )(?<!founding )(?<!managing )partners?"
    rf"(?: (?:there|in <l\d+>))?,? (?:(?:is|are|include|was|were) )?(?=<o)"
)
_SIGNS_UP = re.compile(
    rf"\bsign(?:s|ed)(?: up)? (?:(?:in|on) <d\d+> )?(?P<list>(?:the )?(?:{WORD}|<l\d+>(?:'s)?)?(?: {WORD}){{0,3}} ?"
    rf"(?=<o))"
)
_AS_SUPPLIER = re.compile(r",? (?:for|as|to supply|to provide|to build) (?!(?:<m|<d))(?P<what>[^;.<]{3,60})")
_BUILDS_FOR = re.compile(
    r"\b(?:agree[sd]|signed up|contracted)(?: (?:in|on) <d\d+>)? to (?P<act>assemble|manufacture|produce|build|make)\b"
    r"(?: [^;.<]{0,20})? <o(?P<o>\d+)>'s "
)
_WITH_FIRST = re.compile(rf"\b[Ww]ith (?=(?:{WORD} ){{0,4}}?(?:<l\d+>'s )?<o)")
_THEN_SIGNED = re.compile(
    rf"'?s?(?! (?:signed|named|chosen|picked)\b)(?:, [^,;.]{{3,60}},)? (?:(?:[^;.<,]|<[dl]\d+>|<o\d+>(?!'s)){{0,40}}?)"
    rf"(?P<deal>{SIGN} [^;.<]{{0,20}}?{NOUN}|{NOUN}(?! with)|agreed (?:up)?on|(?:co-?|jointly )?develop(?:s|ed|ing)|"
    rf"sign(?:s|ed) |cooperat(?:es|ed|ing))"
)


def partners(segment: Segment, text: str, ctx: Context) -> Iterator[Found]:
    """Every such place of a segment."""
    own = [ctx.main] if ctx.main is not None and not is_thing(ctx, ctx.main) else []
    for match in _PARTNER_OF.finditer(text):
        others, end = orgs_after(text, match.end())
        yield Found([*actors(segment, text, match.start()), *names(segment, others[:1])], match.start(), end, None, 0.7)
    for match in _ITS_PARTNER.finditer(text):
        others, end = orgs_after(text, match.end())
        yield Found(names(segment, [int(match["a"]), *others[:2]]), match.start(), end, None, 0.7)
    for match in _SIGNS_UP.finditer(text):
        others, end = orgs_after(text, match.end())
        role = _AS_SUPPLIER.match(text, end)
        if role:
            told = plain(segment, role.start("what"), role.end("what"))
            yield Found(
                [*actors(segment, text, match.start())[:1], *names(segment, others)], match.start(), end, told, 0.7
            )
    for match in _BUILDS_FOR.finditer(text):
        first, other = subject(segment, text, match.start())[:1], names(segment, [int(match["o"])])
        yield Found([*first, *other], match.start(), match.end(), done(segment, text, match.start("act")), 0.7)
    for match in _WITH_FIRST.finditer(text):
        others, end = orgs_after(text, match.end())
        then = _THEN_SIGNED.match(text, end) if others else None
        if then:
            first = [c for c in actors(segment, text, then.start("deal")) if c not in names(segment, others)]
            yield Found([*(first or own)[:2], *names(segment, others)], match.start(), then.end(), None, 0.7)
