"""What a verb of founding says is set up, where it stands in a sentence, and who may have done it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.extraction.people.origins import OFFSHOOT_OF, founded_names
from bot.extraction.text.context import Context, Predicate
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.model.when import When

_PHRASE = re.compile(
    r"\b(?P<verb>(?:co-?)?found(?:ed(?=in\b)|ed|ing|s)|"
    r"(?:(?<=to )|(?<=did )|(?<=helped )|(?<=help )|(?<=would ))(?:co-?)?found|(?<=to )(?:start|establish)|"
    r"(?:co-)?established|establish(?:es|ing)|incorporat(?:ed|"
    r"es)|registered|register|conceived|inaugurated|set(?:s|ting)? up|start(?:ed|s|ing)(?: up| out)?|formed|"
    r"forms|created|launched|began|begun|"
    r"opened|spun (?:out|off)(?: of)?|spin(?:s|ning) (?:out|off)|hived off|carved out|born|came into being|"
    r"got going|pulled up|put together|built up)(?:\b|(?=in\b))",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\b(?:joint venture|subsidiary|unit|team|division|arm|consortium|alliance|institute|laboratory|lab|centre|"
    r"center)\b"
)
_RELATED = re.compile(
    r"<n(?P<o>\d+)>(?:(?:(?:,| is| was) (?:an? |the )[^<,;]{3,40}?)?,? (?:that|"
    r"which) (?:[^<;,]{0,25}(?:<n\d+>'s )?<n\d+>[^<;,]{0,20} and [^<;,]{0,25}<n\d+>|<n(?P<p>\d+)>)|,? <n(?P<q>\d+)>) "
    r"(?:had |has |once |later |jointly )?\Z"
)
_OTHER_START = re.compile(
    r" (?:at <|at the|as an?\b|on (?:his|her|their) own|shop\b|in (?:business|the)\b|to [a-z]|for [a-z]|"
    r"with [a-z]|[a-z]+ing\b|work|sell|trad|mak|build|production|testing|looking|shipping)"
)
_APART = re.compile(
    r"<n\d+>(?: \([^()]*\))?(?:,|, which| which|, that| that)?(?: was| were| had been| has been)?(?: first|"
    r" originally| formally)? \Z"
)
_DIRECT = re.compile(
    r" (?:the |its |an? |his |her |their )?(?:(?!(?:with|by|in|at|from|on|of|and|as|for|"
    r"to)\b)[a-z-]+ ){0,4}\"?<n(\d+)>(?!'s)"
)
_SURELY = re.compile(r"(?:co-?)?(?:found|establish|incorporat|conceiv)")
_NAMED_BEHIND = re.compile(
    r" (?:an?|the|their|its)(?: [a-z-]+){1,8}?,? (?:called |named |known as |under the name )?[\"“]?<n(\d+)>"
)
_OTHER_TIME = re.compile(r"\b(?:after|before|having|left|leaving|until|since)\b[^,]*\Z", re.IGNORECASE)
_LATER_THAN = re.compile(r"\b(?:years?|months?|weeks?|days?) (?:after|before) ")
_LEFT_BEHIND = re.compile(
    r"\b(?:leaving|left|quit(?:ting)?|depart(?:ed|ing)|exit(?:ed|ing)|joined|joining|former) (?:the )?\Z"
)
"""Before a house that is not the one which is set up."""


def phrases(ctx: Context, segment: Segment) -> Iterator[Phrase]:
    """The verbs of a part of a sentence that tell that something was set up."""
    every = (Phrase(ctx, segment, match) for match in _PHRASE.finditer(segment.text))
    return (phrase for phrase in every if phrase.tells)


@dataclass(frozen=True)
class Phrase:
    """A verb that may say that something is set up, where it stands in a sentence."""

    ctx: Context
    segment: Segment
    match: re.Match[str]

    @cached_property
    def verb(self) -> str:
        return self.match["verb"].lower()

    @cached_property
    def before(self) -> str:
        return self.segment.text[: self.match.start()]

    @cached_property
    def after(self) -> str:
        return self.segment.text[self.match.end() :]

    @cached_property
    def predicate(self) -> Predicate | None:
        """The verb as it was parsed, which may begin a little later."""
        origin = self.segment.origin(self.match.start("verb"))
        verbs = (p for p in self.segment.sentence.predicates if not p.noun)
        return next((p for p in verbs if p.start <= origin < p.end or origin <= p.start <= origin + 4), None)

    @property
    def sure(self) -> bool:
        """Whether the verb says nothing else."""
        return bool(_SURELY.match(self.verb))

    @cached_property
    def related(self) -> re.Match[str] | None:
        """ "Acme, which Roe founded": what is set up before the verb, and by whom."""
        return _RELATED.search(self.before)

    @cached_property
    def joint(self) -> bool:
        """Whether several set it up, or it is a part of another house."""
        return bool((self.related and _JOINT.search(self.related.group())) or _JOINT.search(self.after[:40]))

    @cached_property
    def when(self) -> When | None:
        return _when(self.segment, self.match.start("verb"), self.match.end())

    @property
    def tells(self) -> bool:
        """Whether it tells at all that something was set up."""
        if re.search(rf"{OFFSHOOT_OF}\Z", self.before):
            return False  # told of the offshoot, not of its house
        if self.verb == "starting" and re.match(r" (?:in|on|from|at|this|next|<d)", self.after):
            return False  # "an adviser starting in 2020"
        if _OTHER_START.match(self.after) and self.verb.startswith(("start", "beg", "set", "regist", "open")):
            return False
        told = self.predicate
        if told is None:
            return True
        if told.mood in {"denied", "rumored", "possible"} or people_start(told, self.match):
            return False
        somebody = any(m.cluster.kind == "person" for arg in told.objects for m in arg.mentions)
        return not (self.verb == "born" and somebody)


def _when(segment: Segment, start: int, end: int) -> When | None:
    """The date of a founding: the nearest behind the verb, else the nearest before it; never a bound."""
    best: tuple[int, int] | None = None
    chosen: When | None = None
    for date, low, high in segment.times():
        distance = low - end if low >= end else start - high + 30
        if date.relation in {"by", "within", "until", "before"} or distance > 80:
            continue
        if re.search(r"\b(?:until|till|by) \Z", segment.text[:low]):
            continue
        if high <= start and _OTHER_TIME.search(segment.text[:low]) and "," in segment.text[high:start]:
            continue  # "after leaving Acme in 2017, she set up"
        if high <= start and _LATER_THAN.search(segment.text, high, start):
            continue  # "joined in 1994, two years after Roe founded it"
        if best is None or (distance, low) < best:
            best, chosen = (distance, low), date.when
    return chosen


def set_up(phrase: Phrase) -> tuple[Mention | None, list[Mention]]:
    """What is set up, and those who may have done it."""
    ctx, segment = phrase.ctx, phrase.segment
    org: Mention | None = None
    agents: list[Mention] = []
    if phrase.predicate is not None:
        org, agents = _founded(ctx, phrase.predicate, phrase.match, phrase.sure)
    related = phrase.related
    if related and (not related["q"] or (segment.named(related["q"]).cluster.kind == "person" and org is None)):
        named = founded_names(ctx, [segment.named(related["o"])])
        if named:
            number = related["p"] or related["q"]
            org, agents = named[0], [*agents, *([segment.named(number)] if number else [])]
    if org is None and phrase.joint:
        org = _named_behind(ctx, segment, phrase.match)
    if org is None and (phrase.sure or _APART.search(phrase.before)):
        org = _nearby(ctx, segment, phrase.match, phrase.sure)
    if (straight := _straight(phrase)) is not None and (org is None or not straight.anaphoric):
        org = straight
    return org, agents


def _founded(
    ctx: Context, predicate: Predicate, match: re.Match[str], sure: bool
) -> tuple[Mention | None, list[Mention]]:
    """What is set up, and who sets it up, from the arguments of the verb."""
    if (
        predicate.passive
        or match["verb"].lower() in {"born", "came into being", "got going", "began", "begun"}
        or (match["verb"].lower().startswith("start") and not predicate.objects)
    ):
        patients = [m for arg in predicate.objects for m in arg.mentions] or [
            m for arg in predicate.subjects for m in arg.mentions
        ]
        agents = [m for arg in predicate.subjects for m in arg.mentions] if predicate.passive else []
    else:
        patients = [m for arg in predicate.objects for m in arg.mentions]
        agents = [m for arg in predicate.subjects for m in arg.mentions]
    orgs = founded_names(ctx, patients, sure=sure)
    return (orgs[0] if orgs else None), agents


def _straight(phrase: Phrase) -> Mention | None:
    """The organisation right behind an active verb of setting up."""
    if phrase.predicate is not None and phrase.predicate.passive:
        return None
    if not (phrase.sure or phrase.verb.startswith(("set", "start", "spun", "register"))):
        return None
    direct = _DIRECT.match(phrase.after)
    named = phrase.segment.named(direct[1]) if direct and not phrase.verb.endswith("of") else None
    return named if named is not None and founded_names(phrase.ctx, [named]) else None


def _named_behind(ctx: Context, segment: Segment, match: re.Match[str]) -> Mention | None:
    """ "Registered a joint venture for mill robots, Brightarm": what is set up, by its name behind its description."""
    behind = _NAMED_BEHIND.match(segment.text, match.end())
    named = founded_names(ctx, [segment.named(behind[1])]) if behind else []
    return named[0] if named else None


def _nearby(ctx: Context, segment: Segment, match: re.Match[str], sure: bool) -> Mention | None:
    """The organisation beside the verb where the parse gives none: before it, or behind it at a sentence's start."""
    before = [
        i
        for i, m in enumerate(segment.names)
        if segment.at[f"n{i}"][1] <= match.start()
        and not _LEFT_BEHIND.search(segment.text[: segment.at[f"n{i}"][0]])
        and founded_names(ctx, [m], sure=sure)
    ]
    if before and match.start() - segment.at[f"n{before[-1]}"][1] < (
        110 if segment.text[: match.start()].endswith(", ") else 60
    ):
        return segment.names[before[-1]]
    if re.fullmatch(r"\W*(?:[a-z]+ (?:in <n\d+> and )?)?", segment.text[: match.start()], re.IGNORECASE):
        for predicate in segment.sentence.predicates:
            if predicate.start > segment.origin(match.end()) and not predicate.noun:
                orgs = founded_names(
                    ctx,
                    [m for arg in predicate.surface_subjects for m in arg.mentions],
                )
                if orgs:
                    return orgs[0]
        comma = re.search(r", (?:the )?(?:[a-z-]+ ){0,4}<n(\d+)>", segment.text[match.end() :])
        if comma and founded_names(ctx, [segment.named(comma[1])]):
            return segment.named(comma[1])
    return None


def people_start(predicate: Predicate, match: re.Match[str]) -> bool:
    """ "She started at Acme in 2019", "the group started to invest": nothing is set up."""
    if not re.match(r"start|began|begun|register|open", match["verb"], re.IGNORECASE) or predicate.passive:
        return False
    if re.match(
        r" (?:to|for|with|off|work\w*|sell\w*|trad\w*|mak\w*|build\w*|production|testing|looking|shipping)\b",
        match.string[match.end() :],
    ):
        return True
    person = any(m.cluster.kind == "person" for arg in predicate.subjects for m in arg.mentions)
    return (
        person
        and not predicate.objects
        and match["verb"] not in {"started up"}
        and not _RELATED.search(match.string[: match.start()])
    )
