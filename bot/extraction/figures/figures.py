"""The figures of a sentence, sums and counts alike, each in the masked wording around it.

"Acme sold 500 arms for $3m in 2024" reads "<n0> sold <q0> arms for <m0> in <d0>": m is a sum, q a bare number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.extraction.text.context import Context, Mention, Sentence
from bot.extraction.text.masking import patterned, segments_of
from bot.grammar.dates import DateMention
from bot.grammar.money import MoneyMention
from bot.grammar.numbers import NumberMention

_Item = Mention | DateMention | MoneyMention | NumberMention

PEOPLE = {
    "people", "employees", "staff", "staffers", "workers", "engineers", "collaborators", "persons", "jobs",
    "positions", "posts", "researchers", "colleagues", "developers", "specialists", "technicians", "roles",
    "scientists", "members", "employee",
}  # fmt: skip
MACHINES = {
    "robots", "humanoids", "units", "machines", "sets", "arms", "vehicles", "systems", "dogs", "quadrupeds",
    "carts", "rigs", "hands", "cobots", "bots", "exoskeletons", "drones", "actuators", "joints", "modules",
    "screws", "reducers", "pieces", "devices", "pairs", "shipments", "mowers", "forklifts", "crawlers", "suits",
    "grippers", "trucks", "bipeds", "cells", "fingers", "sensors", "kits", "wheelchairs", "robot", "humanoid",
    "cars", "movers", "manipulators", "cleaners", "chips", "installations", "wrists", "exosuits", "quadruped",
    "copies", "prototypes", "loaders", "pickers", "tractors", "ovens", "boats", "motors", "lidars", "cameras",
    "palletisers", "harvesters", "weeders", "rovers", "tuggers", "carriers", "controllers", "robotaxis", "buses",
    "shuttles", "excavators", "sprayers", "chassis", "printers",
}  # fmt: skip
SPECS = re.compile(
    r"\W{0,2}(?:kg|kilo\w*|grams?|g|lbs?|pounds?|tons?|tonnes?|cm|mm|m|km|metres?|meters?|centi\w+|"
    r"milli\w+|inch\w*|feet|foot|hectares?|square|"
    r"hours?|minutes?|seconds?|days?|weeks?|months?|years?|year-olds?|degrees?|axes|axis|joints|"
    r"volts?|watts?|kilowatt\S*|kwh|wh|hertz|hz|"
    r"newton\w*|km/h|percentage|points?|times|fold|steps|rounds? of (?:talks|tests)|stops|litres?|"
    r"decibels?|miles?|mph|rpm|tops|"
    r"years' |centuries|generations|languages|countries|quarters|fingers|cameras|sensors|months')\b"
    r"|[ -](?:month|year|day|hour|week|kilo\w*|metre|meter|inch|foot|axis|degree|page|storey|"
    r"volt|watt|finger)(?:s|ed|-)?\b",
    re.IGNORECASE,
)
_STOP = {
    "in", "of", "and", "to", "for", "a", "an", "per", "at", "on", "with", "by", "last", "this", "were", "are", "is",
    "was", "have", "had", "that", "which", "who", "worldwide", "around", "since", "from", "as", "or", "has", "will",
    "would", "the", "its", "their", "after", "each", "every", "than", "but", "when", "where", "while", "before",
    "until", "annually", "yearly", "today", "now", "so", "between", "among", "during", "into", "out", "under",
    "over", "more", "less", "against", "through", "within", "across", "could", "can", "should", "may", "if", "it",
    "next", "altogether", "strong", "apiece", "only", "still", "yet", "too", "be", "been", "not", "says", "said",
    "then", "up", "down", "later", "earlier", "whose", "total", "all", "went", "came", "left", "work", "worked",
    "live", "globally",
}  # fmt: skip
_WORD = re.compile(r"[ -]([A-Za-z][\w'-]*|<n\d+>(?:'s)?)")
_OF_IT = re.compile(r" of (?:the |its |their |these |those |<n\d+>'s )")
_SCALED = re.compile(
    r"illion|[\d ](?:m|bn|b|mn|mln|tn|trn|M|B)\b|crore|lakh|thousand|亿|万|\bM(?:SEK|NOK|DKK|EUR|USD|CHF|GBP)\b"
)
_TOKEN = re.compile(r"<([nmdq])(\d+)>")
_YEAR = re.compile(r"(?:(?:mid|end|early|late)-)?(?:19|20)\d\d[EA]?|FY\d\d(?:\d\d)?E?", re.IGNORECASE)
_OWNERS = {"its", "his", "her", "their", "our", "my"}
NO_NAMES = {
    "turnover", "capacity", "revenue", "revenues", "sales", "staff", "headcount", "orders", "shipments", "output",
    "profit", "loss", "deliveries", "backlog", "employees", "ebit", "ebitda", "arr", "order", "capex", "opex",
    "pat",
}  # fmt: skip
"""Words that begin a sentence in capitals and are sometimes taken for names."""
_ORDINAL = re.compile(r"(?<![\w,.])\d[\d,]*(?=(?:st|nd|rd|th) ((?:[a-z-]+ ){0,2}[a-z]+))")


@dataclass(slots=True, eq=False)
class Figure:
    """One number of a stretch; `currency` is empty for what is no money, `noun` is what is counted."""

    stretch: Stretch
    token: str
    value: float
    high: float | None
    approximate: bool
    currency: str
    percent: bool
    start: int
    """Where its token begins in the masked text."""
    end: int
    origin: int
    """Where it stands in the article."""
    noun: str = ""
    scaled: bool = False
    """Written with "million" and the like: a sum may hide in it."""
    lent: str = ""
    """The currency that a bare number has where the wording makes it a sum ("loss 15.4 billion")."""
    scale: float = 1.0
    """What its word or letter of magnitude stands for: a million in "15.4 million"."""

    @property
    def before(self) -> str:
        """The masked words between the figure before it and this one."""
        return self.stretch.text[self.stretch.edge_before(self.start) : self.start]

    @property
    def after(self) -> str:
        """The masked words between this figure and the one behind it."""
        return self.stretch.text[self.end : self.stretch.edge_after(self.end)]


@dataclass(slots=True, eq=False)
class Stretch:
    """A sentence between stops, with names <n0>, sums <m0>, numbers <q0> and dates <d0> masked."""

    sentence: Sentence
    start: int
    end: int
    text: str = ""
    names: list[Mention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    at: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where a token ("n0") stands in the masked text."""
    figure_spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where the number of a token ("m0", "q1") stands in the article."""

    def edge_before(self, position: int) -> int:
        """Where the last figure before a place of the masked text ends, 0 where none is."""
        return max((f.end for f in self.figures if f.end <= position), default=0)

    def edge_after(self, position: int) -> int:
        """Where the first figure behind a place of the masked text begins, the text's end where none is."""
        return min((f.start for f in self.figures if f.start >= position), default=len(self.text))

    def named(self, token: str) -> Mention:
        """The mention of a token such as "3" or "n3"."""
        return self.names[int(token.lstrip("n"))]

    def plain(self, start: int, end: int) -> str:
        """The article's own words for a part of the masked text."""
        return self.sentence.between(self.origin(start), self.origin(end))

    def plain_between(self, figure: Figure, date: DateMention) -> str:
        """The masked words from a figure to a date behind it, nothing where the date stands before."""
        return self.text[figure.end : self.at[f"d{self.dates.index(date)}"][0]]

    def origin(self, position: int) -> int:
        """The place in the article that a place of the masked text stands for."""
        best, there = 0, self.start
        for token, (first, last) in self.at.items():
            begin, finish = self._span(token)
            if first <= position < last:
                return begin
            if best <= last <= position:
                best, there = last, finish
        return there + position - best

    def masked(self, origin: int) -> int:
        """The place in the masked text of a place of the article."""
        for position in range(len(self.text)):
            if self.origin(position) >= origin:
                return position
        return len(self.text)

    def _span(self, token: str) -> tuple[int, int]:
        kind, number = token[0], int(token[1:])
        if kind == "n":
            return self.names[number].start, self.names[number].end
        if kind == "d":
            return self.dates[number].start, self.dates[number].end
        return self.figure_spans[token]


def _figure(stretch: Stretch, token: str, item: MoneyMention | NumberMention) -> Figure:
    scaled = bool(_SCALED.search(item.text))
    if isinstance(item, MoneyMention):
        m = item.money
        figure = Figure(
            stretch, token, m.value, m.high, m.approximate, m.currency, False, 0, 0, item.start, scaled=scaled
        )
    else:
        figure = Figure(
            stretch, token, item.value, item.high, item.approximate, "", item.percent, 0, 0, item.start, scaled=scaled
        )
    digits = _DIGITS.search(item.text) if scaled else None
    written = float(digits[0].replace(",", "")) if digits else 0.0
    if written:
        figure.scale = figure.value / written
        figure.scale = float(round(figure.scale)) if figure.scale > 1 else figure.scale
    return figure


_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SERIES = re.compile(r"(?: ?/ ?|,? and |, | or )")
_AGAINST = re.compile(
    r",? (?:(?:up|down) )?(?:against|out of|from|compared (?:with|to)|after|versus)(?: (?:just|only|some|about))? "
)
_FROM = re.compile(r"\bfrom (?:[a-z]+ ){0,2}\Z")
_UP_TO = re.compile(r" to (?:[a-z]+ ){0,2}")
"""From one number to another, where only the second says what is counted ("from 64 to 150 employees")."""
_BRACKETED = re.compile(r" \((?:[A-Za-z][a-z]* ){0,3}(?:<d\d+>:? ?)?[-−–]?")
_UNBRACKETED = re.compile(r"\)")
"""Around the figure of the period before, in brackets behind the newer one: "SEK 204.6 M (171.9)"."""
_TO_LEVEL = re.compile(r" to (?:[a-z]+ ){0,3}")
_NEAR = 30
_LETTER = re.compile(r"(m|b)\b(?!²|/)")
_SUM_WORD = re.compile(
    r"\b(?:rev|revenues?|sales|turnover|lost|loss|profit|raised|took in|valuation|at|of|[A-H]\d?\+?:|seed:?) ?\W?\Z",
    re.IGNORECASE,
)


def _share_scale(stretch: Stretch) -> None:
    """Gives the numbers of a series the magnitude that only one of them is written with ("38, 97 and 264 million")."""
    figures, text = stretch.figures, stretch.text
    for one, other in reversed(list(pairwise(figures))):
        if _SERIES.fullmatch(text, one.end, other.start) and _lacks(one) and other.scale > 1:
            _scale(one, other)
    for one, other in pairwise(figures):
        beside = _AGAINST.fullmatch(text, one.end, other.start) and _lacks(other)
        if one.scale >= 1000 and (beside or (in_brackets(other) and not (other.scaled or other.currency))):
            _scale(other, one)


def in_brackets(figure: Figure) -> bool:
    """Whether a figure stands in brackets right behind another, as what that was a period before; no footnote does."""
    small = 0 < figure.value < 10 and figure.value == int(figure.value)
    return (
        not (figure.percent or (small and not figure.scaled))
        and bool(_BRACKETED.fullmatch(figure.before))
        and bool(_UNBRACKETED.match(figure.after))
    )


def _lacks(figure: Figure) -> bool:
    return not (figure.scaled or figure.percent or figure.currency) and 0 < figure.value < 1000


def _scale(figure: Figure, model: Figure) -> None:
    after = figure.stretch.text[figure.end :]
    word = _WORD.match(after)
    if SPECS.match(after) or (word and word[1].lower() not in _STOP):
        return
    figure.value = round(figure.value * model.scale, 4)
    figure.scale, figure.scaled = model.scale, True
    figure.high = figure.high * model.scale if figure.high is not None else None


def stretch_of(sentence: Sentence, start: int, end: int) -> Stretch:
    """One stretch, masked; sums win over names, names over dates and numbers."""
    out = Stretch(sentence, start, end)
    found: list[tuple[int, int, str, _Item]] = []
    groups: tuple[tuple[str, Sequence[_Item]], ...] = (
        ("m", sentence.money),
        ("n", sentence.mentions),
        ("d", sentence.dates),
        ("q", [*sentence.numbers, *_ordinals(sentence)]),
    )
    for kind, items in groups:
        for item in sorted(items, key=lambda i: i.start - i.end):
            no_name = kind == "n" and (
                _YEAR.fullmatch(item.text) or item.text.lower() in NO_NAMES or _is_scale(sentence, item.start, item.end)
            )
            inside = start <= item.start and item.end <= end and not no_name
            if kind == "q" and _grows_to(sentence, item.start, item.end):
                continue
            if inside and not any(item.start < b and a < item.end for a, b, _, _ in found):
                found.append((item.start, item.end, kind, item))
    pieces, position, count = list[str](), start, Counter[str]()
    for first, last, kind, item in sorted(found, key=lambda f: f[0]):
        between = patterned(sentence, position, first)
        glue = " " if between and between[-1].isalnum() else ""
        written = sentence.text[first - sentence.start : last - sentence.start].lower()
        token = f"{kind}{count[kind]}"
        pieces += [between, glue, f"<{token}>", "'s" if kind == "n" and written in _OWNERS else ""]
        count[kind] += 1
        if isinstance(item, Mention):
            out.names.append(item)
        elif isinstance(item, DateMention):
            out.dates.append(item)
        else:
            figure = _figure(out, token, item)
            tail = sentence.text[last - sentence.start :]
            if (letter := _LETTER.match(tail)) and _SUM_WORD.search(between):
                last += 1
                figure.scale = 1e6 if letter[1] == "m" else 1e9
                figure.value, figure.scaled = figure.value * figure.scale, True
            out.figure_spans[token] = (first, last)
            out.figures.append(figure)
        position = last
    pieces.append(patterned(sentence, position, end))
    out.text = re.sub(r"(?<=>)(?=[a-z])", " ", "".join(pieces))
    out.at = {m[1] + m[2]: (m.start(), m.end()) for m in _TOKEN.finditer(out.text)}
    for figure in out.figures:
        figure.start, figure.end = out.at[figure.token]
        if re.search(r"(?:[\s(][-−]|\bminus )\Z", out.text[: figure.start]):
            figure.value = -figure.value
    _share_scale(out)
    for figure in out.figures:
        figure.noun = _counted(out, figure)
    for one, other in pairwise(out.figures):
        if not one.noun and _FROM.search(one.before) and _UP_TO.fullmatch(out.text, one.end, other.start):
            one.noun = other.noun
    return out


def _grows_to(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a share only tells how much a level grew that follows: "rose 64 percent to 2.12 million units"."""
    if not any(n.start == start and n.percent for n in sentence.numbers):
        return False
    levels = [m.start for m in sentence.money] + [n.start for n in sentence.numbers if not n.percent]
    return any(end < level < end + _NEAR and _TO_LEVEL.fullmatch(sentence.between(end, level)) for level in levels)


def _is_scale(sentence: Sentence, start: int, end: int) -> bool:
    """Whether what was taken for a name is the letter of a number's scale: the "M" of "2.3M robots"."""
    return any(n.start < start and end <= n.end for n in sentence.numbers)


def _ordinals(sentence: Sentence) -> list[NumberMention]:
    """How many there were when "the 3,000th arm" was shipped."""
    found = []
    for match in _ORDINAL.finditer(sentence.text):
        value = float(match[0].replace(",", ""))
        if value >= 50 and any(w in MACHINES or f"{w}s" in MACHINES for w in match[1].split()):
            start = sentence.start + match.start()
            end = sentence.start + match.end() + 2
            found.append(NumberMention(start, end, match[0], value, None, False, False))
    return found


def _counted(stretch: Stretch, figure: Figure) -> str:
    """What a number counts: the words behind it up to the first plural."""
    text, position, words = stretch.text, figure.end, list[str]()
    if figure.percent or figure.currency:
        return ""
    if of := _OF_IT.match(text, position):
        position = of.end() - 1
    while len(words) < 6 and (match := _WORD.match(text, position)):
        word = match[1]
        if word.startswith("<n"):
            mention = stretch.named(re.sub(r"\D", "", word))
            position = match.end()
            if word.endswith("'s"):
                continue
            words.append(mention.text)
            if mention.kind == "product" or text[position : position + 1] in {".", ",", ")", ""}:
                return " ".join(words)
            continue
        if not words and word.lower() in {"more", "new", "other", "further", "additional"}:
            position = match.end()
            continue
        if word.lower() in _STOP or (not words and word[0].isupper()):
            break
        words.append(word)
        position = match.end()
        if word in {"people", "staff"} or (word.endswith("s") and not word.endswith(("ss", "'s", "us"))):
            return " ".join(words)
    return " ".join(words) if words and (words[-1] in PEOPLE | MACHINES or f"{words[-1]}s" in MACHINES) else ""


def stretches(ctx: Context) -> list[Stretch]:
    """Every stretch of an article, in order; read once, for all the kinds that look at figures."""
    return ctx.once(_stretches)


def _stretches(ctx: Context) -> list[Stretch]:
    found = [stretch_of(s, seg.start, seg.end) for s in ctx.sentences for seg in segments_of(ctx, s)]
    last = _usual_currency(ctx)
    for stretch in found:
        for figure in stretch.figures:
            if figure.token[0] == "m":
                last = figure.currency
            elif not figure.noun and not figure.percent and not SPECS.match(stretch.text[figure.end :]):
                figure.lent = last
    return found


def _usual_currency(ctx: Context) -> str:
    counts = Counter(m.money.currency for s in ctx.sentences for m in s.money)
    return max(counts, key=lambda c: (counts[c], c)) if counts else ""
