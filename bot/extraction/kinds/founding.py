"""Foundings: a company, an institute, a joint venture or a team inside one of them is set up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.extraction.clusters import Cluster
from bot.extraction.context import Context, Predicate
from bot.extraction.deals import date_by
from bot.extraction.kind import Draft, Kind
from bot.extraction.lists import list_after
from bot.extraction.masking import Segment, all_segments
from bot.extraction.mentions import Mention
from bot.extraction.tenures import employer

_PHRASE = re.compile(
    r"\b(?P<verb>(?:co-?)?found(?:ed(?=in\b)|ed|ing|s)|(?:co-)?established|establish(?:es|ing)|incorporat(?:ed|es)|registered|register|conceived|inaugurated|set(?:s|ting)? up|start(?:ed|s|ing)(?: up| out)?|formed|forms|created|launched|began|begun|"
    r"opened|spun (?:out|off)(?: of)?|spin(?:s|ning) (?:out|off)|hived off|carved out|born|came into being|got going|pulled up|put together|built up)(?:\b|(?=in\b))"
)
_BY = re.compile(r"(?:,? ?(?:in|on|at|out of|back in|as|of|from|under the name) [^,;.()]{0,60}?,?|,? <d\d+>,?|, [^,;.]{0,40},)*? (?:jointly )?by (?:(?!<)[\w'’-]+ ){0,8}?(?=<n)|,? ?(?:<d\d+> )?by (?:(?!<)[\w'’-]+ ){0,8}?(?=<n)")
_WITH = re.compile(r"\b(?:together )?(?:with|alongside) (?:(?!<)[\w'’-]+ ){0,6}?(?=<n)")
_PLACE = re.compile(r"\b(?:in|at|near|outside) (?:the )?(?:[a-z-]+ (?:of|in) )?<n(\d+)>(?:, <n\d+>)?")
_BASE = re.compile(r"\b(?:headquartered|based|domiciled|its (?:head office|headquarters)) (?:in|is in) (?:the )?<n(\d+)>|<n(\d+)>[- ]based\b")
_PARENT = re.compile(r"\b(?:spun (?:out|off)(?: of)?|spin-?(?:off|out) (?:of|from)|hived off(?: from)?|carved out of|out of|at|inside|within|from|under) (?:the )?(?:[a-z-]+ ){0,4}<n(\d+)>")
_NOT_HERE = re.compile(r"\b(?:production|talks|construction|trading|negotiations|shipping|deliver\w*|work(?:ing)? on|the year|bankruptcy|proceedings|preparations|round|fund|plant|factory|store|shop|showroom|market)\b")


_RELATED = re.compile(r"<n(?P<o>\d+)>(?:, (?:an? |the )[^<,;]{3,40}?)?,? (?:that |which )?(?:<n(?P<p>\d+)>|(?:[A-Z]\w+'s )?(?:<n\d+>'s? [^<;]{0,30})?<n\d+> and (?:[^<,;]{0,30})<n\d+>) (?:had |has |once |later |jointly )?\Z")
_APART = re.compile(r"<n\d+>(?: \([^()]*\))?(?:,|, which| which|, that| that)?(?: was| were| had been| has been)?(?: first| originally| formally)? \Z")


def _orgs(ctx: Context, mentions: Iterable[Mention]) -> list[Mention]:
    return [m for m in mentions if m.cluster.kind in {"org", "unknown"} and (m.anaphoric or m.cluster.kind == "unknown" or employer(ctx, m.cluster))]


def _founded(ctx: Context, segment: Segment, predicate: Predicate, match: re.Match[str]) -> tuple[Mention | None, list[Mention]]:
    """What is set up, and who sets it up, from the arguments of the verb."""
    if predicate.passive or match["verb"] in {"born", "came into being", "got going", "began", "begun"} or match["verb"].startswith("start") and not predicate.objects:
        patients = [m for arg in predicate.objects for m in arg.mentions] or [m for arg in predicate.subjects for m in arg.mentions]
        agents = [m for arg in predicate.subjects for m in arg.mentions] if predicate.passive else []
    else:
        patients = [m for arg in predicate.objects for m in arg.mentions]
        agents = [m for arg in predicate.subjects for m in arg.mentions]
    orgs = _orgs(ctx, patients)
    return (orgs[0] if orgs else None), agents


def _place(segment: Segment, low: int, high: int, org: Cluster) -> str | None:
    text = segment.text
    for match in _PLACE.finditer(text, low, high):
        mention = segment.names[int(match[1])]
        if mention.cluster.kind == "place":
            return mention.cluster.name
    if base := _BASE.search(text):
        mention = segment.names[int(base[1] or base[2])]
        if mention.cluster.kind == "place":
            return mention.cluster.name
    return next(iter(org.places)) if len(org.places) == 1 else None


def _read(ctx: Context, segment: Segment) -> Iterator[Draft]:
    text = segment.text
    for match in _PHRASE.finditer(text):
        verb = match["verb"]
        origin = segment.origin(match.start("verb"))
        predicate = next((p for p in segment.sentence.predicates if not p.noun and p.start <= origin < p.end or not p.noun and origin <= p.start <= origin + 4), None)
        sure = bool(re.match(r"(?:co-?)?(?:found|establish|incorporat|conceiv)", verb))
        following = text[match.end() : match.end() + 90]
        org: Mention | None = None
        agents: list[Mention] = []
        if predicate is not None:
            if predicate.mood in {"denied", "rumored", "possible"}:
                continue
            org, agents = _founded(ctx, segment, predicate, match)
            if people_start(predicate, match):
                continue
        if related := _RELATED.search(text[: match.start()]):
            named = _orgs(ctx, [segment.names[int(related["o"])]])
            if named:
                org, agents = named[0], [*agents, *([segment.names[int(related["p"])]] if related["p"] else [])]
        if org is None and (sure or _APART.search(text[: match.start()])):
            org = _nearby(ctx, segment, match)
        direct = re.match(r" (?:the |its |an? |his |her |their )?(?:[a-z-]+ ){0,4}\"?<n(\d+)>", text[match.end() :])
        if org is None and direct and (sure or verb.startswith(("set", "start", "spun", "register"))):
            named = _orgs(ctx, [segment.names[int(direct[1])]])
            org = named[0] if named else None
        if org is None:
            continue
        people = [m for m in agents if m.cluster.kind == "person"]
        houses = [m for m in agents if m.cluster.kind == "org" and m.cluster is not org.cluster]
        by = _BY.match(text, match.end())
        listed = list_after(segment, by.end())[0] if by else []
        founders = [m for m in listed if m.cluster.kind == "person"] or people
        if with_ := _WITH.search(text, match.end(), match.end() + 160):
            founders += [m for m in list_after(segment, with_.end())[0] if m.cluster.kind == "person"]
        when = date_by(segment, match.start("verb"), 0, len(text))
        if not sure:
            weak_object = _NOT_HERE.search(following[:40]) or verb in {"launched", "opened", "created", "formed", "forms", "began", "begun", "put together", "built up"} and not (founders and org.cluster.kind == "org" and not houses)
            passive = predicate is not None and predicate.passive
            own_start = verb in {"began", "begun", "started", "started out", "started up"} and when and re.match(r"(?: life| operations| business)?,? (?:in|on|as|<d)", following)
            if weak_object and not own_start and not (passive and when and verb in {"created", "formed", "launched", "put together"} and org.cluster.kind == "org"):
                continue
            if verb.startswith(("start", "spun", "spin", "born", "began")) and not founders and when is None:
                continue
        parent: Cluster | None = None
        if verb.startswith(("spun", "spin", "hived", "carved")):
            source = _PARENT.match(text, match.start("verb")) or _PARENT.search(text, match.end(), match.end() + 60)
            parent = segment.names[int(source[1])].cluster if source else houses[0].cluster if houses else None
        elif houses and not founders:
            parent = houses[0].cluster
        if parent is org.cluster or parent is not None and parent.kind != "org":
            parent = None
        if not founders and not when and not parent:
            continue
        yield ctx.draft(
            "founding", segment.sentence, 0.9 if sure else 0.7, organization=org.cluster.name, parent=parent.name if parent else None,
            founders=tuple(dict.fromkeys(m.cluster.name for m in founders if m.cluster is not org.cluster)), date=when,
            place=_place(segment, max(0, match.start() - 25), match.end() + 90, org.cluster),
        )  # fmt: skip


def people_start(predicate: Predicate, match: re.Match[str]) -> bool:
    """ "She started at Acme in 2019", "the group started to invest": nothing is set up."""
    if not re.match(r"start|began|begun|register|open", match["verb"]) or predicate.passive:
        return False
    if re.match(r" (?:to|for|with|off|work\w*|sell\w*|trad\w*|mak\w*|build\w*|production|testing|looking|shipping)\b", match.string[match.end() :]):
        return True
    person = any(m.cluster.kind == "person" for arg in predicate.subjects for m in arg.mentions)
    return person and not predicate.objects and match["verb"] not in {"started up"} and not _RELATED.search(match.string[: match.start()])


def _nearby(ctx: Context, segment: Segment, match: re.Match[str]) -> Mention | None:
    """The organisation beside the verb where the parse gives none: behind it when it opens the sentence, else just before it."""
    before = [i for i, m in enumerate(segment.names) if segment.at[f"n{i}"][1] <= match.start() and _orgs(ctx, [m])]
    if before and match.start() - segment.at[f"n{before[-1]}"][1] < 60:
        return segment.names[before[-1]]
    if re.fullmatch(r"\W*(?:[a-z]+ )?", segment.text[: match.start()], re.IGNORECASE):
        for predicate in segment.sentence.predicates:
            if predicate.start > segment.origin(match.end()) and not predicate.noun:
                orgs = _orgs(ctx, [m for arg in (predicate.objects if predicate.passive else predicate.subjects) for m in arg.mentions])
                if orgs:
                    return orgs[0]
        comma = re.search(r", (?:the )?(?:[a-z-]+ ){0,4}<n(\d+)>", segment.text[match.end() :])
        if comma and _orgs(ctx, [segment.names[int(comma[1])]]):
            return segment.names[int(comma[1])]
    return None


def extract(ctx: Context) -> Iterable[Draft]:
    """Every founding of an article."""
    for segment in all_segments(ctx):
        yield from _read(ctx, segment)


KIND = Kind(name="founding", identity=("organization",), slots=("parent", "founders", "date", "place"), extract=extract, merge=())
