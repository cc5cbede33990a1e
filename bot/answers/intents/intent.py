"""From a clause to typed queries: what the rules of all kinds share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answers.asked.question import Clause
from bot.answers.asked.words import stems
from bot.answers.query import Ids, Part, Query
from bot.grammar.patterns import Pattern

INVEST = (
    r"(?:(?:co-?)?invest(?!ig)(?:s|ed|ing|ments?)?|(?:back|fund|bankroll)(?:s|"
    r"ed|ing)?|(?:put|puts|putting)\b.{0,20}? (?:money|in(?:to)?\b)|g[ai]ven?s?\b.{0,20}? money|"
    r"g[ai]ve[sn]? (?:the )?<\d+> (?:about |some )?<sum>|(?:chip(?:s|ped|ping)?|kick(?:s|ed|ing)?|put|throw\w*|threw) "
    r"in(?= (?:to|for|with)\b|$)|"
    r"(?:stump(?:s|ed)|cough(?:s|ed)|pony|ponied) up|contribut(?:e|es|ed|ing)|"
    r"(?:take|took|taken|hold|holds|held) (?:a |its |the )?stakes?|part of|join(?:s|ed)?\b.{0,12}? "
    r"round|(?:go(?:es|ing)?|went|com(?:e|es|ing)|came|g[eo]t(?:ting)?|buy(?:s|ing)?|bought|pil(?:ed|ing)|plough\w*|"
    r"pump\w*|"
    r"pour\w*|sank|sunk|inject\w*) (?:(?:\w+|<sum>) ){0,3}?into(?= (?:the )?<\d)|(?:participat(?:e|es|ed|ing)|"
    r"took part|take part|taking part)(?= in)|(?:wr[io]te|writes|cut) .{0,20}?(?:checks?|cheques?)|anchor(?:s|ed|ing)|"
    r"seeded|financed|bet(?:s|ting)? on|领投|領投|跟投|参投|投资|投資|投了)"
)
LED = r"(?:(?:co-?)?(?:led|lead|leads|leading|anchored|anchoring)|spearhead(?:s|ed|ing)|领投|領投)"
BUY = (
    r"(?:(?:buy|buys|buying|bought)|took control of|merg(?:e|es|ed|ing) with|"
    r"acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)|tak(?:e|es|ing|en) over|took over|"
    r"pa(?:y|ys|ying|id)|own(?:s|ed)?|(?:snapp?\w*|pick(?:s|ed|ing)?|scoop\w*|snatch\w*|gobbl\w*) up|swallow(?:s|ed|"
    r"ing)|"
    r"absorb(?:s|ed|ing)|(?:end(?:s|ed)? up|walk(?:s|ed) (?:away|off)) with|g[eo]t (?:hold|control) of|"
    r"w[io]n(?:s|ning)? the (?:auction|bidding)|(?:tak(?:e|es|ing|en)|took|g[eo]t|gets) (?:\w+ )?(?:control|the "
    r"majority|a (?:\w+ )?stake|"
    r"(?:about |some |another )?\d[\d.]*(?:%| ?per ?cent)) (?:of|in)|(?:tak(?:e|es|ing|en)|took) (?:\w+ )?private|"
    r"offer(?:s|ed|ing)?|bid(?:s|ding)?|"
    r"(?:had|has|have|took|taken|having) a look at|(?:want(?:s|ed|ing)?|tried|trying|offered) to (?:buy|acquire|"
    r"take over)|"
    r"court(?:s|ed|ing)|(?:give|gives|gave|given|fork\w* out|shell\w* out|splash\w* out|spend|spent)"
    r"(?= (?:\w+ )?(?:for|on) (?:the )?<)|收购|收購|并购|买下|買下|入主)"
)
_NEEDED: dict[str, tuple[str, ...]] = {
    "money": ("amount", "value", "valuation"),
    "when": ("date", "end"),
    "who": (),
}
_GAP = r"(?:(?!<)[\w-]{1,60} ){0,4}?"


@dataclass(frozen=True, slots=True)
class Rule:
    """`build` gives the queries to try, the first that finds something answers; an empty list passes on.

    `final`: where it applies and finds nothing, no later rule may answer: only a sentence may.
    """

    name: str
    pattern: Pattern
    build: Callable[[Clause], list[Query]]
    final: bool = False
    also: frozenset[str] = frozenset()
    """Stems of words that say no more beside those that made it apply."""

    def explains(self, clause: Clause) -> frozenset[str]:
        """Stems of the words of a clause that made this rule apply."""
        applied = stems(" ".join(match[0] for match in self.pattern.finditer(clause.shape) if len(match[0]) < 60))
        return applied | self.also if applied else applied

    def queries(self, clause: Clause) -> list[Query]:
        return self.build(clause) if self.pattern.search(clause.shape) else []


def rule(
    name: str, pattern: str, final: bool = False, also: str = ""
) -> Callable[[Callable[[Clause], list[Query]]], Rule]:
    """Makes a rule of the function that builds its queries."""

    def make(build: Callable[[Clause], list[Query]]) -> Rule:
        return Rule(name, Pattern(pattern), build, final, stems(also))

    return make


class Verb:
    """A verb that a name may do, by the words for it."""

    def __init__(self, words: str) -> None:
        verb = f"(?:{words})(?![a-z])"  # "<0>'s buyers" buy nothing here
        self.passive = Pattern(
            rf"<\d+>(?:'s \w+)? (?:was|is|were|are|been|being|got|gets) {_GAP}{verb}(?! by)|"
            rf"\b(?:was|is|were|are) (?:the )?<\d+>(?:'s \w+)? {_GAP}{verb}(?<!ing)(?<!invested)(?! by)"
        )
        """What says that it is done to a name."""
        self.agents = tuple(
            Pattern(pattern)
            for pattern in (
                rf"{verb}.{{0,40}}? (?:by|from|被) (?:the )?<(\d+)>",
                rf"\b(?:did|does|do|has|have|had|is|was|are|will|would|can) (?:the )?(?:<\d+> (?:and|or|or "
                rf"through) )?<(\d+)>(?:'s (?:\w+ )?)? ?{_GAP}{verb}",
                rf"<(\d+)>(?:'s \w+)? ?(?:has |have |had |is |was |also |recently |now |already |\w+ly |"
                rf"都|还|也|已|已经|一共|总共|曾)*{verb}",
                rf"(?<!\w){_GAP}被 ?<(\d+)>",
                r"\b(?:did|does|has|have|is|was) (?:the )?<(\d+)> (?:\w+ ){0,3}?part of",
            )
        )
        """Where the name stands that does it, the surest first."""


def agent(clause: Clause, verb: Verb) -> int | None:
    """The name that does what the verb says ("has <0> backed", "backed by <0>"); None where no name does."""
    shape = clause.shape
    if verb.passive.search(shape) and " by <" not in shape:
        return None
    for pattern in verb.agents:
        match = pattern.search(shape)
        if match and int(match[1]) in clause.asked_about:
            return int(match[1])
    return None


_FIGURE = Pattern(
    r"(?<![<\w.])(?:\d[\d,.]*\d|\d+)(?: (?:thousand|million|billion|trillion))\b|(?<![<\w.])\d{1,3}(?:,\d{3})+(?!\w)"
)


def figures(clause: Clause) -> tuple[str, ...]:
    """Numbers that a clause names and that are neither sums nor years: who says so has to have said them."""
    return tuple(match[0] for match in _FIGURE.finditer(clause.shape))


def ids_of(clause: Clause, index: int) -> Ids:
    """The ids of a name, with those it is listed with ("A and B")."""
    for members in clause.lists:
        if index in members:
            return frozenset().union(*(clause.names[m].ids for m in members))
    return clause.names[index].ids


def others(clause: Clause, index: int | None) -> list[Ids]:
    """The groups besides the one a name belongs to."""
    mine: Ids = frozenset() if index is None else ids_of(clause, index)
    return [ids for ids in clause.groups() if not ids & mine]


def narrowed(clause: Clause, query: Query) -> Query:
    """The query with the period, the sums and the round that the clause gives."""
    narrow = clause.narrow
    counts_rounds = query.kinds == ("funding",) and "round" in clause.shape
    needs = query.needs or _NEEDED.get(clause.wants, ())
    if clause.wants == "percent":
        needs = ("%",)
    elif clause.wants == "count" and not counts_rounds:
        needs = ("value",)
    return replace(
        query,
        needs=needs,
        when=query.when or narrow.when,
        month=query.month or narrow.month,
        least=narrow.least if query.least is None else query.least,
        most=narrow.most if query.most is None else query.most,
        round=query.round or (narrow.round if not query.kinds or "funding" in query.kinds else ""),
        status=query.status or narrow.status,
        topic=query.topic or clause.content,
        about=narrow.about,
        known=narrow.known,
        counted=query.counted or (clause.wants == "count" and not counts_rounds),
        spelled=clause.unknown,
    )


_IN_MONEY = Pattern(
    r"\bin (?:(?P<CNY>yuan|rmb|renminbi|cny)|(?P<KRW>won|krw)|(?P<JPY>yen|jpy)|(?P<EUR>euros?|eur)|"
    r"(?P<GBP>pounds?|gbp)|(?P<INR>rupees?|inr|crores?))\b|(?P<CNY2>人民币)"
)


def money_named(clause: Clause) -> str:
    """The currency in which a clause wants the sums told ("rounds in yuan"); empty where any will do."""
    met = _IN_MONEY.search(clause.shape)
    return (met.lastgroup or "")[:3] if met is not None else ""


def part(ids: Ids, *slots: str, units: bool = False) -> Part:
    return Part(slots, ids, units)
