"""A company's own intentions with a figure or a date: output, plants, staff, spending."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.extraction.figures.aims import aims
from bot.extraction.figures.figures import SPECS, Figure, Stretch, stretches
from bot.extraction.figures.houses import author
from bot.extraction.figures.whose import Subjects, dated, employer, governors, is_future, is_outside, may_be_future
from bot.extraction.kind import Draft, Kind
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Arg, Context, Predicate
from bot.extraction.text.org_tails import is_tie
from bot.model.when import When

_WANT = {
    "want", "plan", "target", "aim", "intend", "eye", "hope", "promise", "pledge", "strive", "earmark", "seek",
    "prepare",
}  # fmt: skip
_DO = {
    "build", "make", "produce", "turn", "open", "invest", "spend", "put", "hire", "recruit", "expand", "increase",
    "grow", "double", "triple", "quadruple", "ship", "deliver", "deploy", "install", "equip", "reach", "hit",
    "create", "establish", "construct", "start", "begin", "manufacture", "assemble", "cut", "close", "shut",
    "enter", "earn", "become", "lift", "bring", "extend", "train", "move", "roll", "mass-produce", "add", "run",
    "set", "boost", "ramp", "surpass", "exceed", "scale", "commission", "fund", "allocate", "commit", "operate",
    "supply", "achieve", "generate", "break", "employ", "place", "repay", "try", "convert", "have", "sell",
    "spread", "go", "relieve", "contribute", "touch", "throw", "rise", "climb", "sign",
}  # fmt: skip
_NEEDS_FIGURE = {
    "have", "sell", "become", "bring", "put", "earn", "generate", "run", "try", "set", "move", "turn", "add",
    "operate", "supply", "train", "place", "create", "go", "throw", "contribute", "reach", "touch", "rise", "climb",
}  # fmt: skip
_OWN_THINGS = {
    "plant", "factory", "line", "capacity", "output", "production", "team", "headcount", "revenue", "sale", "sales",
    "delivery", "unit", "works", "office", "people", "staff", "job", "batch", "site", "facility", "workforce",
    "turnover", "employee", "engineer", "profit", "shipment", "hall", "center", "centre", "we", "they", "it",
    "position", "hub", "base", "project", "capability", "construction", "money", "company", "firm", "startup",
    "manufacturing", "fleet",
    "roll", "rollout", "roll-out", "income", "third", "half", "proceed", "proceeds", "machine", "robot", "pilot",
}  # fmt: skip
_DEAL_WORDS = re.compile(
    r"\b(?:IPO|listing|listed|shares?|stakes?|round|series [A-H]|valuation|acquisition|takeover|"
    r"merger|offering|investors?|bid|prospectus|stock|flotation|votes?|regulators?|proceeds of|"
    r"board seat|launch|debut|fund of)\b",
    re.IGNORECASE,
)
_GUIDE = {"expect", "forecast", "project", "envisage"}
_GUIDED = {"sale", "sales", "revenue", "turnover", "delivery", "shipment", "output", "profit", "income", "capacity"}
_MEANING = {"mean", "strive", "undertake"}
_NOW = {"hire", "spend", "invest", "recruit", "expand", "build"}
_OPENS = {"open", "start", "begin", "close"}
_APIECE = re.compile(r" (?:each|apiece|per unit)\b")
_IS = re.compile(r"\b(?:is|are|'s|'re)(?: \w+)? \Z")
_SPENDING = re.compile(
    r"\b(?:invest|spen[dt]|plant|factory|revenue|sales|capital|research|works|subsid|infrastructure|hardware|facilit)",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|told|promised|announced|pledged)\b")
_AT_WORK = re.compile(r"\b(?:pilots?|robots?|humanoids?|production)\b")
_MOODS = {"future", "planned"}
_LIMIT = 14


def _figure_in(stretch: Stretch, start: int, end: int) -> Figure | None:
    fits = [
        f
        for f in stretch.figures
        if start <= f.origin < end
        and not SPECS.match(f.after)
        and not _APIECE.match(f.after)
        and (f.value >= 4 or f.currency)
    ]
    own = [f for f in fits if not re.search(r"\b(?:from|than|after|against|over) (?:[a-z]+ )?\Z", f.before)]
    counted = [f for f in own if not f.percent] or own
    return counted[0] if counted else None


def _date_in(ctx: Context, stretch: Stretch, figure: Figure | None, start: int, end: int) -> When | None:
    """The horizon of an intention: a date of the future in its clause, else anywhere in the stretch."""
    dates = [
        d
        for d in stretch.dates
        if d.when is not None and (is_future(d, ctx.published) or may_be_future(d, ctx.published))
    ]
    inside = [d for d in dates if start <= d.start < end] or dates
    anchor = figure.origin if figure else start
    best = min(inside, key=lambda d: (abs(d.start - anchor), d.start), default=None)
    return best.when if best else None


def _is_past(ctx: Context, figure: Figure, verb: int) -> bool:
    """Whether the date nearest to a figure, behind its verb, has passed ("was expected to make 5 million in 2024")."""
    dates = [d for _, d in dated(figure) if d.start > verb]
    when = dates[0].when if dates else None
    return when is not None and ctx.published is not None and when.end < ctx.published.start


def _owner(ctx: Context, stretch: Stretch, predicate: Predicate) -> Cluster | None:
    """The organisation that intends: the subject, its employer, or for "the plant will" the one whose plant it is."""
    outers = governors(stretch.sentence, predicate.start)[1:]
    if any(is_outside(m.cluster) for p in outers for a in p.subjects for m in a.mentions):
        return None  # an analyst's forecast
    if author(ctx, stretch.sentence, predicate.start) is not None:
        return None  # that of the house which wrote the article
    args = (*predicate.subjects, *predicate.objects) if predicate.passive else predicate.subjects
    for arg in args:
        for mention in arg.mentions:
            cluster: Cluster | None = mention.cluster
            if mention.kind == "person":
                cluster = employer(ctx, mention, stretch.sentence) or ctx.main
            if mention.kind == "product" and predicate.lemma == "reach":
                cluster = mention.cluster.owner or ctx.main
            if cluster is not None and cluster.kind in {"org", "unknown"}:
                return None if is_outside(cluster) and cluster is not ctx.main else cluster
        inside = [m.cluster for m in arg.inside if m.kind == "org"]
        if arg.head in {"i", "we"}:
            return ctx.main
        if (arg.head in _OWN_THINGS or not arg.head.isalpha()) and not arg.mentions:
            return inside[0] if inside else Subjects(ctx).topic(stretch.sentence, {"org"}, False)
    if args:
        return None
    for outer in outers:
        if outer.lemma == predicate.governor and outer.subjects:
            return _owner(ctx, stretch, outer)
    return None


def _predicates(stretch: Stretch) -> list[Predicate]:
    return [p for p in stretch.sentence.predicates if not p.noun and stretch.start <= p.start < stretch.end]


def _action(ctx: Context, stretch: Stretch, predicate: Predicate, end: int) -> str:
    """The verb with what it takes, without its dates, as short as may be."""
    start = predicate.start
    phrase = ctx.text[start:end]
    for date in sorted(stretch.dates, key=lambda d: -d.start):
        if start <= date.start and date.end <= end:
            phrase = phrase[: date.start - start] + phrase[date.end - start :]
    phrase = re.split(
        r"[;:]|, (?:and|but|which|while|after|up from|compared)\b| (?:while|after|because|before|when|as) ", phrase
    )[0]
    if predicate.passive or predicate.lemma in {
        "reach",
        "expand",
        "rise",
        "open",
        "begin",
        "start",
        "grow",
        "come",
        "be",
    }:
        own = predicate.surface_subjects
        head = next((a.text for a in own if not a.mentions or a.mentions[0].kind == "product"), "")
        phrase = f"{head} {phrase}"
    every = re.sub(r"\s+", " ", phrase).strip(" ,.;:\"”'()").split()
    words = every[:_LIMIT]
    if len(words) < len(every) and (pause := max((n for n, w in enumerate(words) if w.endswith(",")), default=0)) > 1:
        words = words[: pause + 1]
    while words and words[-1].lower().strip(",") in {
        "by",
        "in",
        "until",
        "within",
        "the",
        "over",
        "next",
        "from",
        "of",
        "and",
        "end",
        "before",
        "this",
        "at",
        "to",
        "for",
        "through",
        "across",
        "on",
        "with",
    }:
        words.pop()
    return " ".join(words).rstrip(",")


def _reading(ctx: Context, stretch: Stretch, predicate: Predicate) -> Draft | None:
    own = predicate.lemma in _GUIDE and not predicate.passive and any(a.head in _GUIDED for a in predicate.objects)
    wanting = own or (predicate.lemma in _WANT and bool(predicate.objects or predicate.prep("for", "at")))
    said = predicate.mood == "possible" and re.search(r"\bwould ", stretch.text) and _SAID.search(stretch.text)
    intends = (
        predicate.mood in _MOODS or bool(said) or predicate.governor in _MEANING or _under_way(ctx, stretch, predicate)
    )
    if not (intends or wanting) or predicate.mood in {"denied", "rumored"}:
        return None
    subject = next(iter(predicate.surface_subjects), None)
    level = predicate.lemma in _LEVELS and subject is not None and subject.head in _GUIDED
    if not wanting and predicate.lemma not in _DO and not level:
        return None
    lead = ctx.text[max(stretch.start, predicate.start - 12) : predicate.start]
    if _no_plan(predicate, subject) or (predicate.lemma in _WANT and predicate.passive and not _BEING.search(lead)):
        return None
    end = min(predicate.clause_end, stretch.end)
    later = [
        p.start
        for p in _predicates(stretch)
        if p.start > predicate.end and p.mood in _MOODS and p.governor != predicate.lemma
    ]
    end = min([end, *(s for s in later if s > predicate.end)])
    clause = ctx.text[predicate.start : end]
    if _DEAL_WORDS.search(clause):
        return None
    figure = _figure_in(stretch, predicate.start, end)
    if figure is None:
        figure = _figure_in(stretch, subject.start, subject.end) if subject else None
    date = _date_in(ctx, stretch, figure, predicate.clause_start, end)
    if figure is None and (date is None or level):
        return None
    concrete = predicate.lemma in {"run", "try", "put", "have"} and _AT_WORK.search(clause)
    if figure is None and ((predicate.lemma in _NEEDS_FIGURE and not concrete) or (wanting and not _things(predicate))):
        return None
    if figure is not None and (
        _is_past(ctx, figure, predicate.start)
        or (wanting and not own and figure.currency and not _SPENDING.search(clause))
    ):
        return None
    if predicate.lemma == "set" and predicate.particle in {"aside", "up"} and figure is not None:
        return None
    owner = _owner(ctx, stretch, predicate)
    if owner is None:
        return None
    return _draft(ctx, stretch, owner, _action(ctx, stretch, predicate, end), figure, date)


_BEING = re.compile(r"\b(?:is|are|was|were|been|be)(?: \w+)? \Z")
_LEVELS = {"be", "come", "amount", "total", "stand"}
_BOUGHT_AHEAD = {"pre-sale", "presale", "pre-order", "backer", "backers"}


def _no_plan(predicate: Predicate, subject: Arg | None) -> bool:
    """Whether a verb of intending tells a sale, a pledge of strangers or what was wanted once."""
    if subject is not None and subject.head in _BOUGHT_AHEAD:
        return True
    past = predicate.lemma == "want" and predicate.text == "wanted"
    sold = predicate.lemma == "sell" and bool(predicate.prep("for", "at"))
    return past or sold


def _things(predicate: Predicate) -> bool:
    """Whether what is wanted is a plant, an office or the like."""
    return any(arg.head in _OWN_THINGS for arg in predicate.objects)


def _under_way(ctx: Context, stretch: Stretch, predicate: Predicate) -> bool:
    """Whether the present tense tells of what is coming: "is hiring forty more", "an office opens in November"."""
    lead = ctx.text[max(stretch.start, predicate.start - 16) : predicate.start]
    if predicate.lemma in _NOW and predicate.text.endswith("ing") and _IS.search(lead):
        return _figure_in(stretch, predicate.start, predicate.clause_end) is not None
    opens = (predicate.lemma in _OPENS and predicate.text.endswith("s")) or predicate.text in {"open", "start", "begin"}
    inside = [d for d in stretch.dates if predicate.start < d.start < predicate.clause_end]
    return opens and any(is_future(d, ctx.published) for d in inside)


def _draft(
    ctx: Context,
    stretch: Stretch,
    owner: Cluster,
    action: str,
    figure: Figure | None,
    date: When | None,
    unit: str = "",
) -> Draft:
    if figure is not None and not unit:
        unit = figure.currency or ("percent" if figure.percent else figure.noun)
    return ctx.draft(
        "plan",
        stretch.sentence,
        organization=owner.name,
        action=action,
        value=figure.value if figure else None,
        high=figure.high if figure else None,
        unit=unit,
        date=date,
        approximate=(figure.approximate or None) if figure else None,
    )


def _named_before(stretch: Stretch, figure: Figure) -> Cluster | None:
    """The first organisation that the sentence names before a figure, and not as whose house another is."""
    sentence = stretch.sentence
    named = [m for m in sentence.of_kind("org") if m.end <= figure.origin]
    ties = [m for m in named if is_tie(sentence.text, m.end - sentence.start)]
    return next((m.cluster for m in named if not is_outside(m.cluster) and m not in ties), None)


def _goals(ctx: Context, stretch: Stretch, used: set[int], before: Stretch | None) -> Iterable[Draft]:
    """Figures beside "target", "goal" and the like, and other aims without a verb of intending."""
    for aim in aims(ctx, stretch, used, before):
        figure = aim.figure
        if _DEAL_WORDS.search(figure.before):
            continue
        owner = next((o for p in governors(stretch.sentence, figure.origin) if (o := _owner(ctx, stretch, p))), None)
        owner = owner or _named_before(stretch, figure) or Subjects(ctx).topic(stretch.sentence, {"org"}, False)
        if owner is None:
            continue
        action = " ".join(aim.action.split()[-_LIMIT:])
        date = _date_in(ctx, stretch, figure, stretch.start, stretch.end)
        yield _draft(ctx, stretch, owner, action, figure, date, aim.unit)


def extract(ctx: Context) -> Iterable[Draft]:
    """Every intention of an organisation that has a figure or a date of the future."""
    every = stretches(ctx)
    for number, stretch in enumerate(every):
        drafts = [d for p in _predicates(stretch) if (d := _reading(ctx, stretch, p))]
        kept: list[Draft] = []
        for draft in drafts:
            if not any(
                draft.slots.get("value") == k.slots.get("value") and draft.slots.get("date") == k.slots.get("date")
                for k in kept
            ):
                kept.append(draft)
        yield from kept
        used = {f.origin for f in stretch.figures if any(f.value == k.slots.get("value") for k in kept)}
        yield from _goals(ctx, stretch, used, every[number - 1] if number else None)


KIND = Kind(
    name="plan",
    identity=("organization",),
    slots=("action", "value", "unit", "date"),
    extract=extract,
    merge=("value", "date", "action"),
    examples=(
        (
            "Vantor Robotics plans to build 10,000 robots a year by 2027.",
            {
                "organization": "Vantor Robotics",
                "action": "build 10,000 robots a year",
                "value": 10000,
                "unit": "robots",
                "date": "2027",
            },
        ),
        (
            "Kestrel Systems will open a second factory in Leeds in 2026.",
            {"organization": "Kestrel Systems", "action": "open a second factory in Leeds", "date": "2026"},
        ),
        (
            "Kestrel Systems will invest 380 billion yuan in cloud infrastructure over the next three years.",
            {"organization": "Kestrel Systems", "value": 380000000000, "unit": "CNY", "date": "2028"},
        ),
        (
            "Vantor Robotics wants to hire 200 engineers by the end of 2026.",
            {"organization": "Vantor Robotics", "action": "hire 200 engineers", "value": 200, "date": "2026"},
        ),
        (
            "Vantor Robotics aims to ship 3,000 humanoids in 2026 after 500 in 2024.",
            {"organization": "Vantor Robotics", "action": "ship 3,000 humanoids", "value": 3000, "date": "2026"},
        ),
        (
            "Kestrel Systems is hiring 40 more people this year.",
            {"organization": "Kestrel Systems", "action": "hiring 40 more people", "value": 40, "unit": "people"},
        ),
        (
            "Kestrel Systems said it would spend $85 million on a plant in Ohio.",
            {"organization": "Kestrel Systems", "action": "spend $85 million on a plant in Ohio", "value": 85000000},
        ),
        (
            "Kestrel Systems wants to begin series production in 2028.",
            {"organization": "Kestrel Systems", "action": "begin series production", "date": "2028"},
        ),
    ),
)
