"""Whose a figure is, who gives it, and which period it belongs to."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from bot.extraction.deals.financing import looks_like_investor
from bot.extraction.figures.cue import Cue
from bot.extraction.figures.figures import Figure, Stretch
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context, Mention, Predicate, Sentence
from bot.extraction.text.cues import ORG_NOUNS
from bot.grammar.dates import DateMention
from bot.model.when import When

_OUTSIDE = {"analyst", "bank", "outlet", "exchange"}
_OUTSIDE_NOUNS = {
    "analyst", "analysts", "researcher", "bank", "broker", "brokerage", "consultancy", "institute", "association",
    "economist", "strategist", "professor", "federation", "investor", "think-tank", "pollster", "newspaper",
    "agency", "watchdog", "underwriter",
}  # fmt: skip
_OUTSIDE_NAME = re.compile(
    r"\b(?:Bank|Securities|Research|Institute|Association|Federation|Analysis|Analytics|Insights|Consulting|Brokerage|"
    r"Market Intelligence|Equities)\b"
)
_LABEL = re.compile(r"\W*(?:[a-z]+ ){0,3}<n(\d+)>(?: \([^()]*\))?\*{0,2}(?: (?:says|said))?(?: ?[:|]| [–—-] )")
_OWNER_END = re.compile(r"<n(\d+)>'s? (?:(?!and\b|or\b)[\w'+-]+,? |<d\d+>(?:'s)? ){0,5}\Z")
_OF_NAME = re.compile(r"\b(?:of|at|by|for|from|with) (?:the )?(?:[\w-]+ ){0,4}?<n(\d+)>")
_ACCORDING = re.compile(
    r"\b(?:according to|by the count of|data from|estimates? (?:by|from|of)|figures from|(?:cited|"
    r"quoted) by|per|in the view of|report (?:by|from)) (?:[\w,-]+ ){0,6}?<n(\d+)>(?:'s (?:[\w-]+ ){0,3}<n(\d+)>)?",
    re.IGNORECASE,
)
_SPEAKS = (
    r"(?:says?|said|estimates?d?|reckon\w*|calculat\w*|believes?|thinks?|expects?|forecasts?|"
    r"predict\w*|projects?|writes?|wrote|told|count(?:s|ed)?|shows?|tells?|announced|sees?|puts?|stated)"
)
_TRAILING = re.compile(
    rf",[\"']? (?:<n\d+>'s? )?(?:the |trade |industry |research )*"
    rf"(?:[\w-]+ ){{0,4}}<n(\d+)>(?: of <n\d+>)? {_SPEAKS}\b|"
    rf",[\"']? {_SPEAKS} (?:[\w',-]+ ){{0,5}}?<n(\d+)>"
)


_LEADING = re.compile(rf"\W*(?:[a-z-]+ ){{0,3}}<n(\d+)>,? (?:also |now |itself )?{_SPEAKS}\b")
_DESCRIBED = re.compile(
    r"(?:[ -](?!of\b|and\b|in\b)[a-z-]++){0,4} (?:company|firm|startup|start-up|business|group|"
    r"outfit|house|maker|venture)\b(?!'s? (?:of|by))"
)
_OF_HELD = re.compile(r"(?: [\w-]+){0,4} (?:of|in|on) (?:the |its |[a-z-]+ ){0,3}<n(\d+)>(?!'s [a-z]+ [a-z]+ <)")
_VALUED = re.compile(
    r"\b(?:valu(?:es|ing|ed)|pric(?:es|ing)|worth|price on|value on|has|puts?) "
    r"(?:the )?(?:[\w-]+ ){0,4}?<n(\d+)>(?:'s value)? at\b|"
    r"\bon <n(\d+)>"
)
LISTED = re.compile(
    r"<n(\d+)>(?: \(<n\d+>\))?\*{0,2}(?:, (?:which|who) [^<;]{5,70})?(?: ?\(|: | - | – | \| |"
    r",)? ?(?:\"[^\"]*\",? ?)?(?:(?:again|"
    r"then|with|at|an estimated|followed|trailed|is|has|had|came|comes|to|follows|sold|shipped|says|first|second|third|"
    r"next|behind|on|in|tops <n\d+>,|leads,|leads|went|from|grew|shrank|rose|fell|counts|reports|just|only|about|"
    r"delivered|with|made|built|nearly|some) ){0,4}\(?\Z"
)
_BRACKET = re.compile(r"<n(\d+)>(?: \(<n\d+>\))?\*{0,2} ?[(:|] ?\Z")
_FIRST = re.compile(r"\W*(?:<n(\d+)>, \Z|(?:At|For) <n(\d+)>(?! (?:says?|said)))")
"""A name that opens a stretch and owns what follows ("At Foo nothing changed: 94 people", "Foo, $3m of orders")."""
_GIVER = re.compile(r"\b(?:from|by|with) (?:the )?(?:[a-z-]+ ){0,2}\Z")
_SAYING = {
    "say", "tell", "reveal", "disclose", "add", "announce", "explain", "state", "write", "claim", "report",
    "confirm",
}  # fmt: skip
_WE = {"we", "they", "you"}
_WORDS = {
    "turnover", "capacity", "revenue", "sales", "gross", "net", "annual", "factories", "orders", "loss", "profit",
    "back", "rs", "staff", "employees", "customers", "pre-ipo", "output", "shipments", "deliveries", "crossed",
    "total", "backers", "ebit", "ebitda", "arr", "order", "capex", "opex", "pat",
    "chinese", "japanese", "american", "european", "korean", "german", "swedes", "half",
}  # fmt: skip
_STANDING = {"be", "reach", "hit", "command", "fetch", "carry", "cross", "have", "raise", "secure", "close"}
_PRODUCTS = {"units", "orders", "other", "capacity"}
_OF_DEALS = (["deals"], ["cases"], ["financings"], ["investments"])
_OF_A_FIELD = {"market_size", "investment"}
_FIELD = re.compile(
    r"(?<![\w'>])((?:(?!(?i:the|a|an|of|in|that|this|its|and|to|for|is|own|scale|global|total|overall)\b)(?:[A-Za-z][\w-]*|<n\d+>)"
    r"(?:'s)? ){1,4}"
    r"(?:market|segment|sector|industry|startups|firms|companies|makers|revenue|output)|"
    r"market for (?:the )?(?:(?!(?:at|is|was|were|will|to|in|of|by|from|worth|and|has|had|reached|could|would)\b)"
    r"[A-Za-z][\w-]* ?){1,4}(?<! ))\b(?! (?:value|cap))"
)
_SECTORS = {"units", "market_size", "investment"}


def governors(sentence: Sentence, origin: int) -> list[Predicate]:
    """The verbs whose clause holds a place of the article, the innermost first."""
    fits = [p for p in sentence.predicates if not p.noun and p.clause_start <= origin < p.clause_end]
    return sorted(fits, key=lambda p: p.clause_end - p.clause_start)


def is_outside(cluster: Cluster) -> bool:
    """Whether an entity is one that speaks about others: analysts, banks, institutes, newspapers."""
    return (
        cluster.subkind in _OUTSIDE
        or bool(cluster.descriptors & _OUTSIDE_NOUNS)
        or (cluster.kind != "person" and bool(_OUTSIDE_NAME.search(cluster.name)))
    )


def employer(ctx: Context, mention: Mention, sentence: Sentence) -> Cluster | None:
    """The organisation a person speaks for: the one beside the name, here or where the person is first named."""
    for place in [*([] if mention.anaphoric else [mention]), *mention.cluster.named[:2]]:
        near = ctx.sentence_at(place.start) or sentence
        orgs = [m for m in near.mentions if m.kind == "org"]
        beside = [m for m in orgs if m.end <= place.start and place.start - m.end < 45] or [
            m for m in orgs if m.start >= place.end and m.start - place.end < 60
        ]
        if beside:
            return min(beside, key=lambda m: min(abs(m.start - place.end), abs(place.start - m.end))).cluster
    return None


class Subjects:
    """Finds whose figures are, remembering what the sentences before were about."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx

    def of(self, figure: Figure, cue: Cue) -> Cluster | None:
        """The organisation or product that a figure with a cue belongs to."""
        kinds = {"org", "unknown", "product"} if cue.measure in _PRODUCTS else {"org", "unknown"}
        sector = cue.measure in _SECTORS
        if sector and (source := attribution(figure.stretch, figure)) and self._generic(figure):
            return source.cluster
        if cue.measure in _OF_A_FIELD or figure.noun.split()[-1:] in _OF_DEALS:
            return self._field(figure) or self._source(figure)
        stake = cue.measure == "other" and figure.percent
        if (spoken := self.spoken_for(figure)) is not None and self._fits(spoken, kinds, sector):
            return spoken
        for mention in self._candidates(figure, cue, stake):
            cluster: Cluster | None = mention.cluster
            if mention.kind == "person" or _described(figure.stretch, mention):
                cluster = None if stake else employer(self._ctx, mention, figure.stretch.sentence)
            if cluster is not None and self._fits(cluster, kinds, sector):
                return cluster
        return self.topic(figure.stretch.sentence, kinds, sector)

    def _fits(self, cluster: Cluster, kinds: set[str], sector: bool) -> bool:
        if cluster.kind not in kinds or cluster.subkind == "exchange" or cluster.name.lower() in _WORDS:
            return False
        return sector or cluster is self._ctx.main or not is_outside(cluster)

    def spoken_for(self, figure: Figure) -> Cluster | None:
        """Whom "the company" means in what a person of it says ("Foo's operating chief said the company has …")."""
        sentence = figure.stretch.sentence
        inner = governors(sentence, figure.origin)
        clauses = [[m for a in p.surface_subjects for m in a.mentions] for p in inner]
        meant = next((names for names in clauses if names), [])
        if not any(m.anaphoric and m.kind == "org" for m in meant):
            return None
        said = [p for p in sentence.predicates if p.lemma in _SAYING and p.start < figure.origin]
        for predicate in reversed(said):
            for mention in (m for a in predicate.subjects for m in a.mentions):
                if mention.kind == "person" and mention.start < meant[0].start:
                    return employer(self._ctx, mention, sentence)
        return None

    def _source(self, figure: Figure) -> Cluster | None:
        """The house that counts, where it is the subject of the sentence."""
        for predicate in governors(figure.stretch.sentence, figure.origin):
            for mention in (m for a in predicate.subjects for m in a.mentions):
                if is_outside(mention.cluster):
                    return mention.cluster
        return None

    def _field(self, figure: Figure) -> Cluster | None:
        """The trade a figure is about ("the Chinese rental market", "robotics startups")."""
        text = figure.stretch.text
        near = [*_FIELD.finditer(text, max(0, figure.start - 110), figure.start), *_FIELD.finditer(text, figure.end)]
        if not near:
            return None
        words = re.sub(r"<n(\d+)>", lambda m: figure.stretch.named(m[1]).text, near[0][1])
        return Cluster(-1, kind="unknown", name=words)

    def _generic(self, figure: Figure) -> bool:
        """Whether the verb of a figure has no named subject of its own."""
        inner = governors(figure.stretch.sentence, figure.origin)
        args = inner[0].surface_subjects if inner else ()
        return not any(m for a in args for m in a.mentions)

    def _candidates(self, figure: Figure, cue: Cue, stake: bool) -> list[Mention]:
        stretch, text = figure.stretch, figure.stretch.text
        found: list[Mention] = []
        low = stretch.edge_before(figure.start)
        if owner := _OWNER_END.search(text[: cue.start]):
            found.append(stretch.named(owner[1]))
        if (stake or cue.measure == "valuation") and (held := _OF_HELD.match(text, figure.end)):
            found.insert(0, stretch.named(held[1]))
        if (
            stake
            and re.match(r" (?:owned|held) by\b", text[figure.end :])
            and (held := re.search(r"<n(\d+)>,? (?:is )?\Z", text[: figure.start]))
        ):
            found.insert(0, stretch.named(held[1]))
        if of := _OF_NAME.search(text, cue.start, figure.start):
            found.append(stretch.named(of[1]))
        if cue.measure == "valuation" and (valued := _VALUED.search(text)):
            found.insert(0, stretch.named(valued[1] or valued[2]))
        if first := _FIRST.match(text[: figure.start]):
            found.append(stretch.named(first[1] or first[2]))
        if (bracket := _BRACKET.search(text, low, figure.start)) and not owner:
            found.append(stretch.named(bracket[1]))
        if stake and self._ctx.main is not None:
            found += self._ctx.main.named[:1]
        inner = governors(stretch.sentence, figure.origin)
        for number, predicate in enumerate(inner):
            if cue.measure == "valuation" and predicate.lemma not in _STANDING and not predicate.passive:
                continue
            args = predicate.surface_subjects
            for arg in args:
                found += [m for m in arg.mentions if not m.start <= figure.origin < m.end]
                if not arg.mentions and number == 0 and arg.head in ORG_NOUNS | _WE and not predicate.passive:
                    return found
                found += [m for m in arg.inside[:1] if not arg.mentions]
        if label := _LABEL.match(text):
            found.append(stretch.named(label[1]))
        earlier = [
            m
            for number, m in enumerate(stretch.names)
            if m.end <= figure.origin
            and m.kind in {"org", "product"}
            and not _GIVER.search(text[: stretch.at[f"n{number}"][0]])
        ]
        if cue.measure != "valuation":
            found += [m for m in reversed(earlier) if not looks_like_investor(m.cluster)]
        return found

    def topic(self, sentence: Sentence, kinds: set[str], sector: bool) -> Cluster | None:
        """What the sentence before is about, else the article's main organisation."""
        before, main = self._ctx.previous(sentence), self._ctx.main
        if before is not None and not before.title and not any(m.cluster is main for m in before.mentions):
            for predicate in before.predicates:
                for arg in predicate.surface_subjects:
                    for mention in arg.mentions:
                        cluster = mention.cluster
                        if self._fits(cluster, kinds, sector) and not looks_like_investor(cluster):
                            return cluster
        return main if main is not None and main.kind in kinds else None


def _described(stretch: Stretch, mention: Mention) -> bool:
    """Whether a name only tells where a nameless company is from ("the Cambridge robot firm")."""
    after = stretch.sentence.between(mention.end, mention.end + 60)
    before = stretch.sentence.between(max(stretch.start, mention.start - 5), mention.start)
    return bool(_DESCRIBED.match(after)) and before.lower().endswith("the ")


_DATA_FIRM = re.compile(
    r"\b(?:data|research|analysis|analyst|market) (?:firm|house|provider|company|group|service|specialist) <n(\d+)>|"
    r"<n(\d+)> (?:data|figures|numbers|statistics)\b"
)


def attribution(stretch: Stretch, figure: Figure) -> Mention | None:
    """Who is named as the source of a figure by "according to", a trailing "X says" or a label."""
    text = stretch.text
    if match := _DATA_FIRM.search(text):
        return stretch.named(match[1] or match[2])
    if match := _ACCORDING.search(text):
        return stretch.named(match[2] or match[1])
    if match := _TRAILING.search(text, figure.end):
        return stretch.named(match[1] or match[2])
    if (match := _LEADING.match(text)) and match.end() <= figure.start:
        return stretch.named(match[1])
    if (match := _LABEL.match(text)) and match.end() <= figure.start:
        return stretch.named(match[1])
    return None


_FIGURE = re.compile(r"<[mq]\d+>")
_UNTIL = {"since", "after"}


def dated(figure: Figure) -> list[tuple[float, DateMention]]:
    """The dates of a stretch with how far each stands from a figure, what follows it taken as nearer."""
    stretch, found = figure.stretch, list[tuple[float, DateMention]]()
    for number, date in enumerate(stretch.dates):
        if date.when is None:
            continue
        start, end = stretch.at[f"d{number}"]
        if start >= figure.end:
            gap = stretch.text[figure.end : start]
            cost = len(gap) + 90.0 * len(_FIGURE.findall(gap)) + 20 * len(re.findall(r"[;,]| and ", gap))
        else:
            gap = stretch.text[end : figure.start]
            cost = 12.0 + len(gap) + 60 * len(_FIGURE.findall(gap)) + (0 if start < 12 else 12)
        found.append((cost, date))
    return sorted(found, key=lambda f: f[0])


_BESIDE = re.compile(r"(?: ?/ ?|,? and |, | or )")


def _run(spans: list[tuple[int, int]], text: str, at: int) -> tuple[int, int]:
    """The first and last of the things that stand in one row with the one at an index."""
    first = last = at
    while first and _BESIDE.fullmatch(text, spans[first - 1][1], spans[first][0]):
        first -= 1
    while last + 1 < len(spans) and _BESIDE.fullmatch(text, spans[last][1], spans[last + 1][0]):
        last += 1
    return first, last


def first_of_row(figure: Figure) -> Figure:
    """The figure that a row of figures begins with, which is told what all of them measure: "38, 97 and 264"."""
    figures = figure.stretch.figures
    first, _ = _run([(f.start, f.end) for f in figures], figure.stretch.text, figures.index(figure))
    return figures[first]


def _respective(figure: Figure) -> DateMention | None:
    """The date of a figure in a row of figures beside a row of as many dates ("2022 and 2023: 38 and 97 million").

    Beside as many years told from the first to the last, too ("from 2022 to 2024: 38, 97 and 264 million").
    """
    stretch = figure.stretch
    spans = [(f.start, f.end) for f in stretch.figures]
    at = stretch.figures.index(figure)
    first, last = _run(spans, stretch.text, at)
    dates = [stretch.at[f"d{n}"] for n in range(len(stretch.dates))]
    begin = 0
    while last > first and begin < len(dates):
        _, end = _run(dates, stretch.text, begin)
        if end - begin == last - first:
            return stretch.dates[begin + at - first]
        begin = end + 1
    for date in stretch.dates if last > first else []:
        if date.when is not None and _years(date.when) == last - first + 1:
            return replace(date, when=When.year(date.when.start.year + at - first))
    return None


def _years(when: When) -> int:
    """How many whole years an interval is."""
    first, last = When.year(when.start.year), When.year(when.end.year)
    return last.end.year - first.start.year + 1 if (when.start, when.end) == (first.start, last.end) else 0


def period(figure: Figure, published: When | None, *, future: bool = False) -> When | None:
    """The date of a figure, of the kind asked for."""
    respective = _respective(figure)
    rows = [(0.0, respective)] if respective is not None else dated(figure)
    for _, date in rows:
        if date.when is None:
            continue
        if future and (is_future(date, published) or may_be_future(date, published)):
            return date.when
        if not future and not is_future(date, published) and date.relation not in _UNTIL and not _begun(figure, date):
            return date.when
    return None


_BEGUN = re.compile(r"\b(?:[Ff]ounded|[Ee]stablished|[Ii]ncorporated)(?: in|:) \Z")


def _begun(figure: Figure, date: DateMention) -> bool:
    """Whether a date says since when there is a house, not when it was measured ("Founded: 2021 | Employees: 120")."""
    stretch = figure.stretch
    if date not in stretch.dates:
        return False
    return bool(_BEGUN.search(stretch.text[: stretch.at[f"d{stretch.dates.index(date)}"][0]]))


def is_future(date: DateMention, published: When | None) -> bool:
    """Whether a date lies wholly ahead, or is a deadline not yet passed; on a page without a day, any "by 2030"."""
    if date.when is None:
        return False
    if published is None:
        return date.relation == "by" and date.when.precision == "year"
    deadline = date.relation in {"by", "until", "before", "within"} and date.when.end > published.end
    return date.when.start > published.end or deadline


def may_be_future(date: DateMention, published: When | None) -> bool:
    """Whether a period that is under way ("this year") ends well after the article was written."""
    if published is None or date.when is None or date.relation == "since":
        return False
    return date.when.end > published.end + timedelta(days=25)
