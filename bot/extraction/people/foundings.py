"""Where a text says that an organisation is set up: by whom, when, where, out of what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.people.beginnings import Phrase, phrases, set_up
from bot.extraction.people.origins import Founding, told_in_passing
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.lists import list_after
from bot.extraction.text.masking import Segment, all_segments
from bot.extraction.text.mentions import Mention

_BY = re.compile(r"(?:(?! and [a-z]+ed\b)[^;.()]){0,110}?\bby (?:(?!<)[\w'’-]+ ){0,8}?(?=<n)")
_WITH = re.compile(r"\b(?:together )?(?:with|alongside) (?:(?!<)[\w'’-]+ ){0,6}?(?=<n)")
_PLACE = re.compile(r"\b(?:in|at|near|outside) (?:the )?(?:[a-z-]+ (?:of|in) )?<n(\d+)>(?:, <n\d+>)?")
_BASE = re.compile(
    r"\b(?:headquartered|based|domiciled|its (?:head office|headquarters)) (?:in|is in) (?:the )?<n(\d+)>|"
    r"<n(\d+)>[- ]based\b"
)
_PARENT = re.compile(
    r"\b(?:spun (?:out|off)(?: of)?|spin-?(?:off|out) (?:of|from)|hived off(?: from)?|carved out of|out of|at|"
    r"inside|within|from|under) (?:the )?(?:[a-z-]+ ){0,4}<n(\d+)>"
)
_WITHIN = re.compile(
    r"[^<;.]{0,60}?(?:<[nd]\d+>[^<;.]{0,30}?){0,2} (?:within|inside|under) (?:the )?<n(\d+)>(?!'s (?:roof|leader))"
)
_NOT_HERE = re.compile(
    r"\b(?:production|talks|construction|trading|negotiations|shipping|deliver\w*|work(?:ing)? on|the year|"
    r"bankruptcy|proceedings|preparations|round|fund|plant|factory|store|shop|showroom|market)\b"
)
_OWN_START = re.compile(r"(?: life| operations| business)?,? (?:in|on|as|<d)")
_AT = re.compile(r" (?:at|in|inside|within) (?:the )?<n(\d+)>")
_SPUN_OUT = ("spun", "spin", "hived", "carved")


def _place(segment: Segment, low: int, high: int, org: Cluster) -> str | None:
    text = segment.text
    for match in _PLACE.finditer(text, low, high):
        mention = segment.named(match[1])
        if mention.cluster.kind == "place":
            return mention.cluster.name
    if base := _BASE.search(text):
        mention = segment.named(base[1] or base[2])
        if mention.cluster.kind == "place":
            return mention.cluster.name
    return next(iter(org.places)) if len(org.places) == 1 else None


def _read(ctx: Context, segment: Segment) -> Iterator[Founding]:
    for phrase in phrases(ctx, segment):
        org, agents = set_up(phrase)
        founding = _founding(phrase, org, agents) if org is not None else None
        if founding is not None:
            yield founding


def _founding(phrase: Phrase, org: Mention, agents: list[Mention]) -> Founding | None:
    """The founding of an organisation, None where too little says that it is one."""
    segment, text, end = phrase.segment, phrase.segment.text, phrase.match.end()
    people = [m for m in agents if m.cluster.kind == "person"] or _who(segment, phrase.match)
    others = {m.cluster.id: m for m in agents if m.cluster.kind == "org" and m.cluster is not org.cluster}
    houses = [] if phrase.verb == "found" and people else list(others.values())
    by = _BY.match(text, end)
    listed = [m for m in list_after(segment, by.end())[0] if m.cluster.kind == "person"] if by else []
    with_ = _WITH.search(text, end, end + 160)
    joining = [m for m in list_after(segment, with_.end())[0] if m.cluster.kind == "person"] if with_ else []
    founders = [*(listed or people), *joining]
    people = people if listed else founders
    if _is_vague(phrase, org, people):
        return None
    if not phrase.sure and _only_begins(phrase, org, people, founders, houses):
        return None
    parent, founders = _parent(phrase, org, founders, houses)
    if not founders and not phrase.when and not parent:
        return None
    settled_by = tuple(dict.fromkeys(m.cluster for m in founders if m.cluster is not org.cluster))
    place = _place(segment, max(0, phrase.match.start() - 25), end + 90, org.cluster)
    score = 0.9 if phrase.sure else 0.7
    return Founding(segment.sentence, org.cluster, parent, settled_by, phrase.when, place, score)


_HAVING = re.compile(r"\b(?:has|had|have) [a-z]+(?:ed|t|ne|wn)\b[^;.]*, (?:co-?)?\Z")
"""Before what somebody did with something else ("has left Acme, founding Brightarm")."""


def _is_vague(phrase: Phrase, org: Mention, people: list[Mention]) -> bool:
    """Whether "created the company" or "founding" tells of no founding: nobody and no time is said."""
    verb = phrase.verb
    vague = org.anaphoric and verb in {"put together", "created", "formed", "opened", "launched", "built up"}
    if vague and org.cluster.subkind != "unit" and not (people and phrase.when):
        return True
    if not verb.endswith("ing") or verb == "came into being":
        return False
    in_life = re.match(r"\W*(?:before|after|prior to)\b", phrase.segment.text, re.IGNORECASE)
    done = phrase.sure and people and (in_life or _HAVING.search(phrase.segment.text, 0, phrase.match.start("verb")))
    return not done and phrase.when is None


def _only_begins(
    phrase: Phrase, org: Mention, people: list[Mention], founders: list[Mention], houses: list[Mention]
) -> bool:
    """Whether a verb that says more than setting up says something else here: a plant is opened, talks begin."""
    verb, when = phrase.verb, phrase.when
    of_org = org.cluster.kind == "org"
    apart = verb.startswith(_SPUN_OUT)
    weak = verb in {"launched", "opened", "created", "formed", "forms", "began", "begun", "put together", "built up"}
    weak_object = (_NOT_HERE.search(phrase.after[:40]) and not apart) or (
        weak and not (founders and of_org and not houses)
    )
    if weak_object:
        began = verb in {"began", "begun", "started", "started out", "started up"}
        own_start = began and when and _OWN_START.match(phrase.after)
        passive = phrase.predicate is not None and phrase.predicate.passive
        dated = when or _WITHIN.match(phrase.segment.text, phrase.match.end())
        was_made = passive and dated and of_org and verb in {"created", "formed", "put together"}
        of_several = phrase.joint and (when or houses)
        if not (own_start or was_made or of_several or (verb == "launched" and org.anaphoric and people)):
            return True
    return verb.startswith(("start", "born", "began")) and not founders and when is None


def _parent(
    phrase: Phrase, org: Mention, founders: list[Mention], houses: list[Mention]
) -> tuple[Cluster | None, list[Mention]]:
    """The house that something is set up in or spun out of, and its founders, who may be several houses."""
    segment, text, end = phrase.segment, phrase.segment.text, phrase.match.end()
    parent: Cluster | None = None
    if phrase.verb.startswith(_SPUN_OUT):
        source = _PARENT.match(text, phrase.match.start("verb")) or _PARENT.search(text, end, end + 60)
        parent = segment.named(source[1]).cluster if source else None
        if parent in {None, org.cluster}:  # "Acme spun out Brightarm"
            parent = houses[0].cluster if houses else None
    elif len(houses) > 1 and not founders:
        founders = houses
    elif houses and not founders:
        parent = houses[0].cluster
    elif phrase.verb == "came into being" and (at := _AT.match(phrase.after)):
        parent = segment.named(at[1]).cluster
    if parent is None and (inside := _WITHIN.match(text, end)):
        parent = segment.named(inside[1]).cluster
    if parent is None and org.cluster.subkind == "unit":
        parent = org.cluster.owner
    is_house = parent is not None and parent is not org.cluster and parent.kind == "org"
    return (parent if is_house else None), founders


_WHO_DID = re.compile(
    r"<n\d+>[^;]*\bwho (?:[a-z]+ ){0,2}\Z|\b(?:left|quit|leaving|resigned)\b[^;.]{0,60}\bto (?:co-)?\Z"
)


def _who(segment: Segment, match: re.Match[str]) -> list[Mention]:
    """The person named last before "who co-founded", "quit Acme to found"."""
    before = segment.text[: match.start()]
    if not _WHO_DID.search(before):
        return []
    named = [m for i, m in enumerate(segment.names) if segment.position(f"n{i}") < match.start()]
    return [m for m in named if m.cluster.kind == "person"][-1:]


def foundings(ctx: Context) -> list[Founding]:
    """Every place of an article that tells of a founding."""
    return ctx.once(_foundings)


def _foundings(ctx: Context) -> list[Founding]:
    found: list[Founding] = []
    for segment in all_segments(ctx):
        found += _read(ctx, segment)
        found += told_in_passing(ctx, segment)
    return found
