"""Measured figures: sales, losses, staff, shipments, orders, stakes and what a company has raised in all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.extraction.figures.cue import Cue
from bot.extraction.figures.earlier import year_before
from bot.extraction.figures.figures import MACHINES, SPECS, Figure, in_brackets, stretches
from bot.extraction.figures.measures import is_difference, measure
from bot.extraction.figures.outlook import is_outlook
from bot.extraction.figures.staff import sized
from bot.extraction.figures.whose import LISTED, Subjects, governors, period
from bot.extraction.kind import Draft, Kind
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.model.when import When

_SAME_AGAIN = re.compile(
    r"\W*(?:(?:in|for|between|during|at the (?:top|peak|end)(?: in)?|over) )?(?:the )?(?:<d\d+>)?,? ?\(?(?:up |"
    r"down |and |or |rising |falling |again |the year before,? )*(?:from|"
    r"against|compared (?:with|to)|after|versus|vs\.?|to|under|and|,|respectively|over)?,? ?(?:<d\d+>:? ?)?\W*\Z"
)
_AWAY = re.compile(
    r"[^;.]{1,80}[,(] ?(?:but |and )?(?:(?:up|down) from|(?:as )?(?:compared (?:with|to)|against|versus|vs\.?))"
    r"(?: (?:just|only|about|some|around|roughly))? \Z"
)
"""Between a figure and what it was before, where more stands behind the newer one ("in the field, up from")."""
_LEVEL = re.compile(
    r"\W*(?:at the (?:end|peak|last count|moment|time)|today|now|then|and|but|[Ii]n|[Bb]y|,|<d\d+>|the latter|once|"
    r"(?:the )?(?:actual|real|true|right) (?:number|figure|total)[^<;.]{0,25}|there)*,? ?"
    r"(?:<n(\d+)>(?:'s)?(?: of <n\d+>)?)? ?(?:(?:has|had|have|is|was|were|are|been|says|counts|counted|"
    r"stands at|went|they|those|it|"
    r"shrank|grew|rose|fell|from|to|by|now|only|just|about|some|nearly|almost|around|bigger|smaller|shrinking|but|at|"
    r"the latter|today) ?|: |<d\d+> )*\Z",
    re.IGNORECASE,
)
"""Nothing around a figure but whose it is: it measures what the figure before it did."""
_CARRIED = {"units", "employees", "revenue", "profit"}
_WORD_AFTER = re.compile(r" (?!in\b|and\b|at\b|by\b|to\b|after\b|on\b|a little)[a-z]")
_CODE = re.compile(r"\.\w")
_EACH = re.compile(r"[^<;.]{0,20}\b(?:each|apiece)\b")
_OR_SHARE = re.compile(r"\W*(?:or|i\.e\.,?|a share of|equal to|that is)? ?\Z")
_LISTABLE = {"units", "other", "employees"}
_LENT = {"revenue", "profit", "total_raised", "valuation", "market_size", "orders"}
_UNITS = {"employees": "employees", "units": "units", "orders": "units", "rounds": "rounds", "capacity": "units"}


@dataclass(slots=True)
class _Reading:
    """What the last figure was: its cue, subject and period, for figures that continue it."""

    figure: Figure
    cue: Cue
    subject: Cluster
    date: When | None


def _alike(figure: Figure, other: Figure) -> bool:
    """Whether two figures are of one sort: both shares, both sums or both counts."""
    if figure.percent != other.percent:
        return False
    money = bool(figure.currency or (figure.lent and figure.scaled))
    return money == bool(other.currency or (other.lent and other.scaled))


def _continues(figure: Figure, last: _Reading | None) -> bool:
    """Whether a figure says the same of another year ("up from 5 million")."""
    if last is None or last.figure.stretch is not figure.stretch or not _alike(figure, last.figure):
        return False
    before = figure.before.removeprefix(f" {last.figure.noun}")
    next_to = figure.stretch.figures[figure.stretch.figures.index(figure) - 1] is last.figure
    return bool(_SAME_AGAIN.match(before) or (next_to and _AWAY.match(before))) and (
        not figure.noun or not last.figure.noun or figure.noun == last.figure.noun
    )


def _listed(figure: Figure, last: _Reading | None) -> Cluster | None:
    """The next name of a list of figures ("Foo 388, Bar 131"), where the one before said what is measured."""
    if last is None or last.cue.measure not in _LISTABLE or figure.currency:
        return None
    if figure.noun and not (last.cue.measure == "units" and figure.noun.split()[-1] in MACHINES):
        return None
    back = figure.stretch.sentence.index - last.figure.stretch.sentence.index
    near = back <= (0 if last.cue.measure == "other" and not figure.percent else 2)
    if not near or not _alike(figure, last.figure) or (figure.value < 20 and not figure.percent):
        return None
    match = LISTED.search(figure.before)
    cluster = figure.stretch.named(match[1]).cluster if match else None
    return cluster if cluster is not None and cluster.kind in {"org", "unknown", "product"} else None


def _carried(figure: Figure, told: list[_Reading]) -> _Reading | None:
    """What a sentence that says nothing but a figure takes up from the one before ("It now has 265.")."""
    stretch, last = figure.stretch, told[-1]
    sentence = last.figure.stretch.sentence
    apart = last.figure.stretch is not stretch
    if figure.percent or figure.noun or figure.value < 20 or stretch.sentence.index - sentence.index > 1:
        return None
    if not (apart or figure.before.endswith(" to ")) or SPECS.match(figure.after) or _WORD_AFTER.match(figure.after):
        return None
    before = (
        [r for r in told if r.figure.stretch.sentence is sentence and _alike(figure, r.figure)] if apart else [last]
    )
    if not before or not _alike(figure, before[0].figure):
        return None
    model = before[stretch.figures.index(figure)] if len(before) == len(stretch.figures) else before[0]
    lead = stretch.text[: figure.start]
    for other in stretch.figures[: stretch.figures.index(figure)]:
        lead = lead.replace(f"<{other.token}> and ", "").replace(f"<{other.token}> ", "")
    return model if model.cue.measure in _CARRIED and _LEVEL.fullmatch(lead) else None


def extract(ctx: Context) -> Iterable[Draft]:
    """Every figure with a measure and a subject, those of the title only where the text does not repeat them."""
    found = list(_read(ctx))
    told = {(d.slots["subject"], d.slots["measure"]) for d, title in found if not title}
    for draft, title in found:
        if not title or (draft.slots["subject"], draft.slots["measure"]) not in told:
            yield draft
    yield from sized(ctx)


def _read(ctx: Context) -> Iterable[tuple[Draft, bool]]:
    subjects = Subjects(ctx)
    told: list[_Reading] = []
    for stretch in stretches(ctx):
        for figure in stretch.figures:
            reading = _reading(ctx, subjects, figure, told)
            if reading is None:
                continue
            told.append(reading)
            able = reading.cue.measure == "capacity" and _ABLE.search(figure.before)
            if not able and is_outlook(ctx, figure):
                continue
            for subject in _each(reading):
                yield _draft(ctx, reading, subject), stretch.sentence.title


_ABLE = re.compile(r"\b(?:can|is able to|are able to) (?:[a-z]+ ){1,3}(?:up to |about |some )?\Z")
"""What a plant can make is no outlook but how large it is."""
_IN_A_ROUND = re.compile(
    r"\b(?:rounds?|rais(?:ed?|es|ing)|financing|funding|took in|takes in|led|leads|invest\w*|equity|stake|Series|"
    r"closed|talks|price tag|pre-IPO)\b",
    re.IGNORECASE,
)


def _of_a_round(figure: Figure, cue: Cue) -> bool:
    """Whether a valuation is told as the price of a financing, which files it."""
    sentence = figure.stretch.sentence
    if cue.measure != "valuation":
        return False
    near = figure.stretch.text[max(0, figure.start - 110) : figure.end + 30]
    return bool(_IN_A_ROUND.search(near) or any(r.start < figure.origin for r in sentence.rounds))


def _reading(ctx: Context, subjects: Subjects, figure: Figure, told: list[_Reading]) -> _Reading | None:
    last = told[-1] if told else None
    if _CODE.match(figure.after):
        return None
    cue, subject, date = measure(figure), None, period(figure, ctx.published)
    if cue is None and last is not None and not is_difference(figure):
        alike = next((r for r in reversed(told) if _alike(figure, r.figure)), last)
        if (subject := _listed(figure, alike)) is not None:
            cue = alike.cue
        elif _continues(figure, last):
            cue, subject = last.cue, last.subject
            date = year_before(figure, last.date, told=in_brackets(figure)) or date
        elif (model := _carried(figure, told)) is not None:
            cue, subject = model.cue, _owner(figure) or model.subject
            date = year_before(figure, model.date) or date
        elif _share(figure, last):
            cue, subject, date = Cue("other", figure.start, figure.start), last.subject, last.date
    if cue is None or _of_a_round(figure, cue):
        return None
    subject = subject or subjects.of(figure, cue)
    return _Reading(figure, cue, subject, date) if subject is not None else None


def _owner(figure: Figure) -> Cluster | None:
    """The organisation named before a figure in its own stretch."""
    named = [m for m in figure.stretch.names if m.end <= figure.origin and not m.anaphoric]
    return named[0].cluster if named and named[0].kind in {"org", "product", "unknown"} else None


def _share(figure: Figure, last: _Reading) -> bool:
    """Whether a percentage is the market share of the units counted just before ("5,168 units, or nearly 39%")."""
    near = last.figure.stretch is figure.stretch and last.cue.measure == "units" and figure.percent
    return near and bool(_OR_SHARE.match(figure.before.removeprefix(f" {last.figure.noun}")))


def _each(reading: _Reading) -> list[Cluster]:
    """The subjects of a figure: all those listed where it is said of each ("some 150 robots apiece")."""
    figure = reading.figure
    if not _EACH.match(figure.after):
        return [reading.subject]
    inner = governors(figure.stretch.sentence, figure.origin)[:1]
    args = [a for p in inner for a in p.surface_subjects]
    found = list(dict.fromkeys(m.cluster for a in args for m in a.mentions if m.kind in {"org", "product", "unknown"}))
    return found if len(found) > 1 else [reading.subject]


def _draft(ctx: Context, reading: _Reading, subject: Cluster) -> Draft:
    figure, cue = reading.figure, reading.cue
    money = figure.currency or (figure.lent if cue.measure in _LENT and not figure.noun and figure.scaled else "")
    unit = money or ("percent" if figure.percent else figure.noun or _UNITS.get(cue.measure, ""))
    return ctx.draft(
        "metric",
        figure.stretch.sentence,
        subject=subject.name,
        measure=cue.measure,
        value=-abs(figure.value) if cue.sign < 0 else figure.value,
        high=figure.high,
        unit=unit,
        date=reading.date,
        approximate=figure.approximate or None,
    )


KIND = Kind(
    name="metric",
    identity=("subject", "measure", "value"),
    slots=("unit", "date"),
    extract=extract,
    merge=("date",),
    examples=(
        (
            "Vantor Robotics had revenue of $12 million in 2024, up from $5 million in 2023.",
            {"subject": "Vantor Robotics", "measure": "revenue", "value": 5000000, "unit": "USD", "date": "2023"},
        ),
        (
            "Vantor Robotics turned over €41 million in 2024 and lost €6.2 million.",
            {"subject": "Vantor Robotics", "measure": "profit", "value": -6200000, "unit": "EUR"},
        ),
        (
            "Vantor Robotics, a Boston startup, employs about 120 people.",
            {"subject": "Vantor Robotics", "measure": "employees", "value": 120, "unit": "people", "approximate": True},
        ),
        ("Kestrel Systems has 2,300 employees.", {"subject": "Kestrel Systems", "measure": "employees", "value": 2300}),
        (
            "Vantor Robotics shipped 5,500 humanoids in 2024. Kestrel Systems came second with 1,200 units.",
            {"subject": "Kestrel Systems", "measure": "units", "value": 1200},
        ),
        (
            "In 2024 Vantor Robotics sold 512 robots, Kestrel Systems 388.",
            {"subject": "Kestrel Systems", "measure": "units", "value": 388, "date": "2024"},
        ),
        (
            "Kestrel Systems has an order backlog of 2.1 billion yen.",
            {"subject": "Kestrel Systems", "measure": "orders", "value": 2100000000, "unit": "JPY"},
        ),
        (
            "Vantor Robotics has raised $280 million in total.",
            {"subject": "Vantor Robotics", "measure": "total_raised", "value": 280000000, "unit": "USD"},
        ),
        (
            "The round brings the total funding of Vantor Robotics to $94 million.",
            {"subject": "Vantor Robotics", "measure": "total_raised", "value": 94000000},
        ),
        (
            "Vantor Robotics has completed eight rounds of financing in two years.",
            {"subject": "Vantor Robotics", "measure": "rounds", "value": 8},
        ),
        (
            "Kestrel Systems was valued at $2.1 billion last year.",
            {"subject": "Kestrel Systems", "measure": "valuation", "value": 2100000000, "date": "2024"},
        ),
        (
            "Halden Group owns 37.8% of Kestrel Systems.",
            {"subject": "Kestrel Systems", "measure": "other", "value": 37.8, "unit": "percent"},
        ),
        (
            "The factory of Kestrel Systems has a capacity of 10,000 arms a year.",
            {"subject": "Kestrel Systems", "measure": "capacity", "value": 10000, "unit": "arms"},
        ),
    ),
)
