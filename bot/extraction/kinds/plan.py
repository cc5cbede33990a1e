"""A company's own intentions with a figure or a date: output, plants, staff, spending."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.extraction.clusters import Cluster
from bot.extraction.context import Context, Predicate
from bot.extraction.figures import SPECS, Figure, Stretch, stretches
from bot.extraction.kind import Draft, Kind
from bot.extraction.whose import Subjects, employer, governors, is_future, is_outside, may_be_future
from bot.model.when import When

_WANT = {"want", "plan", "target", "aim", "intend", "eye", "hope", "reckon", "promise", "pledge", "strive", "mean", "earmark", "seek", "prepare", "set"}  # fmt: skip
_DO = {
    "build", "make", "produce", "turn", "open", "invest", "spend", "put", "hire", "recruit", "expand", "increase", "grow", "double", "triple", "quadruple", "ship",
    "deliver", "deploy", "install", "equip", "reach", "hit", "create", "establish", "construct", "start", "begin", "manufacture", "assemble", "cut", "close", "shut",
    "enter", "earn", "become", "lift", "bring", "extend", "train", "move", "roll", "mass-produce", "add", "run", "set", "boost", "ramp", "surpass", "exceed",
    "scale", "commission", "fund", "allocate", "commit", "operate", "supply", "achieve", "generate", "break", "employ", "place", "try", "convert", "have", "sell", "spread",
}  # fmt: skip
_MONEY_ONLY = {"put", "spend", "invest", "earn", "generate", "fund", "allocate", "commit", "bring", "set"}
_NEEDS_FIGURE = {"have", "sell", "become", "bring", "put", "earn", "generate", "run", "try", "set", "move", "add", "operate", "supply", "train", "place", "create"}
_OWN_THINGS = {
    "plant", "factory", "line", "capacity", "output", "production", "team", "headcount", "revenue", "sale", "sales", "delivery", "unit", "works", "office", "people",
    "staff", "job", "batch", "site", "facility", "workforce", "turnover", "employee", "engineer", "profit", "shipment", "hall", "center", "centre", "we", "they", "it",
    "position", "hub", "base", "project", "capability", "construction", "money", "company", "firm", "startup", "manufacturing", "fleet", "machine", "robot", "pilot",
}  # fmt: skip
_DEAL_WORDS = re.compile(
    r"\b(?:IPO|listing|listed|shares?|stakes?|round|series [A-H]|valuation|acquisition|takeover|merger|offering|investors?|bid|prospectus|stock|flotation|votes?|regulators?|proceeds of|board seat|launch|debut|fund of)\b",
    re.IGNORECASE,
)
_GOAL_NOUN = re.compile(
    r"\b(?:targets?|goal|plan|aim|ambition|objective|outlook|capital expenditure|capex|guidance)\b[^<;.]{0,60}(?:<[nd]\d+>[^<;.]{0,30}){0,2}\Z|\bas the goal\b", re.IGNORECASE
)  # fmt: skip
_MOODS = {"future", "planned"}
_LIMIT = 14


def _figure_in(stretch: Stretch, start: int, end: int) -> Figure | None:
    fits = [f for f in stretch.figures if start <= f.origin < end and not SPECS.match(f.after) and (f.value >= 4 or f.currency)]
    own = [f for f in fits if not re.search(r"\b(?:from|than|after|against|over) (?:[a-z]+ )?\Z", f.before)]
    counted = [f for f in own if not f.percent] or own
    return counted[0] if counted else None


def _date_in(ctx: Context, stretch: Stretch, figure: Figure | None, start: int, end: int) -> When | None:
    """The horizon of an intention: a date of the future in its clause, else anywhere in the stretch."""
    dates = [d for d in stretch.dates if d.when is not None and (is_future(d, ctx.published) or may_be_future(d, ctx.published))]
    inside = [d for d in dates if start <= d.start < end] or dates
    anchor = figure.origin if figure else start
    best = min(inside, key=lambda d: (abs(d.start - anchor), d.start), default=None)
    return best.when if best else None


def _owner(ctx: Context, stretch: Stretch, predicate: Predicate) -> Cluster | None:
    """The organisation that intends: the subject, its employer, or for "the plant will", "people are to be hired" whose these are."""
    args = (*predicate.subjects, *predicate.objects) if predicate.passive else predicate.subjects
    for arg in args:
        for mention in arg.mentions:
            cluster: Cluster | None = mention.cluster
            if mention.kind == "person":
                cluster = employer(ctx, mention, stretch.sentence) or ctx.main
            if cluster is not None and cluster.kind in {"org", "unknown"}:
                return None if is_outside(cluster) and cluster is not ctx.main else cluster
        inside = [m.cluster for m in arg.inside if m.kind == "org"]
        if arg.head in _OWN_THINGS and not arg.mentions:
            return inside[0] if inside else Subjects(ctx).topic(stretch.sentence, {"org"}, False)
    for outer in governors(stretch.sentence, predicate.start)[1:]:
        if outer.lemma in _WANT and outer.subjects:
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
    phrase = re.split(r"[;:]|, (?:and|but|which|while|after|up from|compared)\b| (?:while|after|because|before|when|as) ", phrase)[0]
    if predicate.passive or predicate.lemma in {"reach", "expand", "rise", "open", "begin", "start", "grow", "come", "be"}:
        head = next((a.text for a in (*predicate.objects, *predicate.subjects) if not a.mentions or a.mentions[0].kind == "product"), "")
        phrase = f"{head} {phrase}"
    words = re.sub(r"\s+", " ", phrase).strip(" ,.;:\"”'()").split()
    while words and words[-1].lower() in {"by", "in", "until", "within", "the", "over", "next", "from", "of", "and", "end", "before", "this", "at", "to", "for"}:
        words.pop()
    return " ".join(words[:_LIMIT])


def _reading(ctx: Context, stretch: Stretch, predicate: Predicate) -> Draft | None:
    wanting = predicate.lemma in _WANT and bool(predicate.objects or predicate.prep("for", "at"))
    intends = predicate.mood in _MOODS
    if not (intends or wanting) or predicate.mood in {"denied", "rumored"}:
        return None
    if not wanting and predicate.lemma not in _DO:
        return None
    end = min(predicate.clause_end, stretch.end)
    later = [p.start for p in _predicates(stretch) if p.start > predicate.end and p.mood in _MOODS and p.governor != predicate.lemma]
    end = min([end, *(s for s in later if s > predicate.end)])
    clause = ctx.text[predicate.start : end]
    if _DEAL_WORDS.search(clause):
        return None
    figure = _figure_in(stretch, predicate.start, end)
    if figure is None:
        subject = next(iter(predicate.objects if predicate.passive else predicate.subjects), None)
        figure = _figure_in(stretch, subject.start, subject.end) if subject else None
    date = _date_in(ctx, stretch, figure, predicate.clause_start, end)
    if figure is None and date is None:
        return None
    if figure is None and (predicate.lemma in _NEEDS_FIGURE or wanting):
        return None
    owner = _owner(ctx, stretch, predicate)
    if owner is None:
        return None
    return _draft(ctx, stretch, owner, _action(ctx, stretch, predicate, end), figure, date)


def _draft(
    ctx: Context, stretch: Stretch, owner: Cluster, action: str, figure: Figure | None, date: When | None
) -> Draft:
    unit = ""
    if figure is not None:
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


def _goals(ctx: Context, stretch: Stretch, used: set[int]) -> Iterable[Draft]:
    """Figures beside "target", "goal" and the like."""
    for figure in stretch.figures:
        if figure.origin in used or not _GOAL_NOUN.search(figure.before) or _DEAL_WORDS.search(figure.before):
            continue
        owner = next((o for p in governors(stretch.sentence, figure.origin) if (o := _owner(ctx, stretch, p))), ctx.main)
        if owner is None or re.search(r"\b(?:target price|price target|\(target|analysts?)\b", stretch.text):
            continue
        phrase = f"{stretch.plain(max(0, figure.start - len(figure.before)), figure.start).strip()} {figure.noun}"
        yield _draft(ctx, stretch, owner, " ".join(phrase.split()[-_LIMIT:]), figure, _date_in(ctx, stretch, figure, stretch.start, stretch.end))


def extract(ctx: Context) -> Iterable[Draft]:
    """Every intention of an organisation that has a figure or a date of the future."""
    for stretch in stretches(ctx):
        drafts = [d for p in _predicates(stretch) if (d := _reading(ctx, stretch, p))]
        kept: list[Draft] = []
        for draft in drafts:
            if not any(draft.slots.get("value") == k.slots.get("value") and draft.slots.get("date") == k.slots.get("date") for k in kept):
                kept.append(draft)
        yield from kept
        used = {f.origin for f in stretch.figures if any(f.value == k.slots.get("value") for k in kept)}
        yield from _goals(ctx, stretch, used)


KIND = Kind(
    name="plan",
    identity=("organization",),
    slots=("action", "value", "unit", "date"),
    extract=extract,
    merge=("value", "date", "action"),
)
