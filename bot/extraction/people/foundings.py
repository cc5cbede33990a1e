"""Where a text says that an organisation is set up: by whom, when, where, out of what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.people.origins import OFFSHOOT_OF, Founding, founded_names, told_in_passing
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context, Predicate
from bot.extraction.text.lists import list_after
from bot.extraction.text.masking import Segment, all_segments
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
_JOINT = re.compile(
    r"\b(?:joint venture|subsidiary|unit|team|division|arm|consortium|alliance|institute|laboratory|lab|centre|"
    r"center)\b"
)
_NOT_HERE = re.compile(
    r"\b(?:production|talks|construction|trading|negotiations|shipping|deliver\w*|work(?:ing)? on|the year|"
    r"bankruptcy|proceedings|preparations|round|fund|plant|factory|store|shop|showroom|market)\b"
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


_OTHER_TIME = re.compile(r"\b(?:after|before|having|left|leaving|until|since)\b[^,]*\Z", re.IGNORECASE)


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
        if best is None or (distance, low) < best:
            best, chosen = (distance, low), date.when
    return chosen


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
    text = segment.text
    for match in _PHRASE.finditer(text):
        verb = match["verb"].lower()
        origin = segment.origin(match.start("verb"))
        predicate = next(
            (
                p
                for p in segment.sentence.predicates
                if (not p.noun and p.start <= origin < p.end) or (not p.noun and origin <= p.start <= origin + 4)
            ),
            None,
        )
        if re.search(rf"{OFFSHOOT_OF}\Z", text[: match.start()]):
            continue  # told of the offshoot, not of its house
        sure = bool(re.match(r"(?:co-?)?(?:found|establish|incorporat|conceiv)", verb))
        following = text[match.end() : match.end() + 90]
        if _OTHER_START.match(text[match.end() :]) and verb.startswith(("start", "beg", "set", "regist", "open")):
            continue
        direct = re.match(
            r" (?:the |its |an? |his |her |their )?(?:(?!(?:with|by|in|at|from|on|of|and|as|for|"
            r"to)\b)[a-z-]+ ){0,4}\"?<n(\d+)>(?!'s)",
            text[match.end() :],
        )
        straight = segment.named(direct[1]) if direct and not verb.endswith("of") else None
        if straight is not None and not founded_names(ctx, [straight]):
            straight = None
        org: Mention | None = None
        agents: list[Mention] = []
        if predicate is not None:
            if predicate.mood in {"denied", "rumored", "possible"}:
                continue
            org, agents = _founded(ctx, predicate, match, sure)
            if people_start(predicate, match):
                continue
            if verb == "born" and any(m.cluster.kind == "person" for arg in predicate.objects for m in arg.mentions):
                continue
        related = _RELATED.search(text[: match.start()])
        if related and (not related["q"] or (segment.named(related["q"]).cluster.kind == "person" and org is None)):
            named = founded_names(ctx, [segment.named(related["o"])])
            if named:
                number = related["p"] or related["q"]
                org, agents = named[0], [*agents, *([segment.named(number)] if number else [])]
        joint = bool(related and _JOINT.search(related.group())) or bool(_JOINT.search(following[:40]))
        if org is None and joint:
            org = _named_behind(ctx, segment, match)
        if org is None and (sure or _APART.search(text[: match.start()])):
            org = _nearby(ctx, segment, match, sure)
        active = predicate is None or not predicate.passive
        if straight is not None and (org is None or not straight.anaphoric) and active:
            org = straight if sure or verb.startswith(("set", "start", "spun", "register")) else org
        if org is None:
            continue
        people = [m for m in agents if m.cluster.kind == "person"] or _who(segment, match)
        others = {m.cluster.id: m for m in agents if m.cluster.kind == "org" and m.cluster is not org.cluster}
        houses = [] if verb == "found" and people else list(others.values())
        by = _BY.match(text, match.end())
        listed = list_after(segment, by.end())[0] if by else []
        founders = [m for m in listed if m.cluster.kind == "person"] or people
        if with_ := _WITH.search(text, match.end(), match.end() + 160):
            founders += [m for m in list_after(segment, with_.end())[0] if m.cluster.kind == "person"]
        unit = org.cluster.subkind == "unit"
        vague = org.anaphoric and verb in {"put together", "created", "formed", "opened", "launched", "built up"}
        if (vague and not (unit or (people and _when(segment, match.start("verb"), match.end())))) or (
            verb.endswith("ing")
            and verb != "came into being"
            and not (sure and people and re.match(r"\W*(?:before|after|prior to)\b", text, re.IGNORECASE))
            and _when(segment, match.start("verb"), match.end()) is None
        ):
            continue
        when = _when(segment, match.start("verb"), match.end())
        if not sure:
            apart = verb.startswith(("spun", "spin", "hived", "carved"))
            inside = _WITHIN.match(text, match.end())
            weak_object = (_NOT_HERE.search(following[:40]) and not apart) or (
                verb
                in {"launched", "opened", "created", "formed", "forms", "began", "begun", "put together", "built up"}
                and not (founders and org.cluster.kind == "org" and not houses)
            )
            passive = predicate is not None and predicate.passive
            own_start = (
                verb in {"began", "begun", "started", "started out", "started up"}
                and when
                and re.match(r"(?: life| operations| business)?,? (?:in|on|as|<d)", following)
            )
            if (
                weak_object
                and not own_start
                and not (
                    passive
                    and (when or inside)
                    and verb in {"created", "formed", "put together"}
                    and org.cluster.kind == "org"
                )
                and not (joint and (when or houses))
                and not (verb == "launched" and org.anaphoric and people)
            ):
                continue
            if verb.startswith(("start", "born", "began")) and not founders and when is None:
                continue
        parent: Cluster | None = None
        if verb.startswith(("spun", "spin", "hived", "carved")):
            source = _PARENT.match(text, match.start("verb")) or _PARENT.search(text, match.end(), match.end() + 60)
            parent = segment.named(source[1]).cluster if source else None
            if parent in {None, org.cluster}:  # "Acme spun out Brightarm"
                parent = houses[0].cluster if houses else None
        elif len(houses) > 1 and not founders:
            founders = houses
        elif houses and not founders:
            parent = houses[0].cluster
        elif verb == "came into being" and (
            at := re.match(r" (?:at|in|inside|within) (?:the )?<n(\d+)>", text[match.end() :])
        ):
            parent = segment.named(at[1]).cluster
        if parent is None and (inside := _WITHIN.match(text, match.end())):
            parent = segment.named(inside[1]).cluster
        if parent is None and unit:
            parent = org.cluster.owner
        if parent is org.cluster or (parent is not None and parent.kind != "org"):
            parent = None
        if not founders and not when and not parent:
            continue
        settled_by = tuple(dict.fromkeys(m.cluster for m in founders if m.cluster is not org.cluster))
        place = _place(segment, max(0, match.start() - 25), match.end() + 90, org.cluster)
        yield Founding(segment.sentence, org.cluster, parent, settled_by, when, place, 0.9 if sure else 0.7)


_NAMED_BEHIND = re.compile(
    r" (?:an?|the|their|its)(?: [a-z-]+){1,8}?,? (?:called |named |known as |under the name )?[\"“]?<n(\d+)>"
)


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


def _named_behind(ctx: Context, segment: Segment, match: re.Match[str]) -> Mention | None:
    """ "Registered a joint venture for mill robots, Brightarm": what is set up, by its name behind its description."""
    behind = _NAMED_BEHIND.match(segment.text, match.end())
    named = founded_names(ctx, [segment.named(behind[1])]) if behind else []
    return named[0] if named else None


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


def _nearby(ctx: Context, segment: Segment, match: re.Match[str], sure: bool) -> Mention | None:
    """The organisation beside the verb where the parse gives none: before it, or behind it at a sentence's start."""
    before = [
        i
        for i, m in enumerate(segment.names)
        if segment.at[f"n{i}"][1] <= match.start() and founded_names(ctx, [m], sure=sure)
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


def foundings(ctx: Context) -> list[Founding]:
    """Every place of an article that tells of a founding."""
    return ctx.once(_foundings)


def _foundings(ctx: Context) -> list[Founding]:
    found: list[Founding] = []
    for segment in all_segments(ctx):
        found += _read(ctx, segment)
        found += told_in_passing(ctx, segment)
    return found
