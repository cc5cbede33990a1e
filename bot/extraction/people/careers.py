"""Work told by a verb and no title: who joins, leaves, works at, comes from, runs which house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.extraction.deals.clauses import predicate_at
from bot.extraction.people.holders import Holding, subjects
from bot.extraction.people.terms import tenure
from bot.extraction.text.lists import list_after
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention

_GAP = r"(?:(?!who\b|which\b|that\b|said\b|and\b|<n)[\w'’&+\"“”.-]+ |<n\d+>'s? ){0,6}?[\"“]?"


STUDY = re.compile(
    r"\b(?:Ph\.?D|doctorate|doctor|master(?:'s)?|bachelor(?:'s)?|degree|MBA|diploma|student|studied|studies|"
    r"studying|undergraduate|graduated?|thesis|alumn\w+|class of|licentiate)\b"
)


@dataclass(frozen=True, slots=True)
class _Verb:
    pattern: re.Pattern[str]
    sense: str
    title: str
    score: float
    away: bool = False
    """Whether the verb tells where somebody comes from."""


def _verb(words: str, links: str, sense: str = "", title: str = "", score: float = 0.8, *, away: bool = False) -> _Verb:
    return _Verb(re.compile(rf"\b(?P<verb>{words}){links} (?P<desc>{_GAP})(?=<n\d+>)"), sense, title, score, away)


_BACK = r"(?: (?:back|over|on|up|out|again|directly|straight))?"
_WAY = rf"{_BACK}(?: to (?:us|<n\d+>)(?:,? (?:in )?<d\d+>)?)?(?: (?:directly|straight))?"
_VERBS = (
    _verb(r"(?:re)?join(?:s|ed|ing)?(?! by)", "", "start"),
    _verb(
        r"mov(?:es?|ed|ing)|goes|went|going|switch(?:es|ed|ing)|return(?:s|ed|ing)?|defect(?:s|ed)|transfer(?:s|red)|"
        r"head(?:s|ed) (?:off|over)|signs? on|signed on|off",
        _BACK + r" (?:to|with|into)",
        "start",
    ),
    _verb(
        r"(?:re)?join(?:s|ed|ing)?|hir(?:es|ed)|recruit(?:s|ed)",
        r" (?:[\w'-]+ ){0,4}<n\d+>(?:'s? [a-z ]{2,30})?(?:,? (?:in )?<d\d+>,?)?(?: straight| directly)? from",
        away=True,
    ),
    _verb(r"experiences?|background", " (?:at|across|from)", away=True),
    _verb(r"entered|enters", "", "start"),
    _verb(r"left|leav(?:e|es|ing)|quit(?:s|ting)?|exit(?:s|ed|ing)|depart(?:s|ed|ing)", "", "end"),
    _verb(
        r"resign(?:s|ed|ing)?|depart(?:s|ed|ing)?|retir(?:es?|ed|ing)|walk(?:s|ed|ing) (?:out|away)|"
        r"part(?:s|ed) (?:ways|company)|stepped down|steps down|stepped back|dismissed|fired|sacked|ousted",
        r" (?:from|with|of|at|by)",
        "end",
    ),
    _verb(
        r"work(?:s|ed|ing)?|serv(?:es|ed|ing)|taught|teach(?:es|ing)?|intern(?:s|ed)|employed|trained|"
        r"lectur(?:es|ed)|stints?|years|months|career|engineer(?:s|ed)|start(?:s|ed)(?: out)?|began|days|decades?|"
        r"teeth|time|posts?|positions?|jobs?|internship|roles?|trade|craft|research|postdoc|programmed|apprenticeship",
        r"(?: (?!(?:who|and|which|that|it|this)\b)(?:[a-z-]+|<d\d+>)){0,4}?,? (?:at|for|with|in|inside|within)",
    ),
    _verb(
        r"com(?:es?|ing)|came|hails?|arriv(?:es?|ed|ing)|poached|hired|lured|recruited|is|are|was|were|mov(?:es|ed)|"
        r"lent|head-?hunted|brought|joined|joins|straight|fresh|plucked|borrowed",
        _WAY + ",? (?:from|out of)",
        away=True,
    ),
    _verb(
        r"left|leav(?:es|ing)|quit(?:s|ting)?|depart(?:s|ed|ing)?|resign(?:s|ed)|walked out|swapp?(?:ed|s)|traded|"
        r"gave up|gives up|abandon(?:s|ed)",
        r"(?: (?!(?:for|to|and|but|who|when|after|because|as|that|over|amid|with|following)\b)"
        r"(?:[a-z'-]+|<[nd]\d+>(?:'s)?)){0,7} for",
        "start",
    ),
    _verb(
        r"(?:(?<=to )|(?<=will )|(?<=would ))(?:lead|head|run|manage|oversee)|(?<!(?<!\bco)-)(?:"
        r"heads|head(?:ed|ing)|leads|led|leading|runs?|ran|running|manages|managed|managing|oversees|oversaw|"
        r"overseeing|presid(?:es|ed) over|directs|directed|looks after|in charge of|(?:take|took|takes) charge of|"
        r"responsible for)",
        "",
        "",
        "head",
    ),
    _verb(r"t(?:akes?|ook|aking) the (?:helm|reins)", " (?:of|at)", "start", "head"),
    _verb("chairs|chaired", "", "", "chair"),
    _verb(r"been|was|stay(?:s|ed)|remain(?:s|ed)", r"(?: (?:working|on))? with", score=0.7),
    _verb(r"used to (?:be|work)|(?:was|were) (?:earlier|previously|formerly)", " (?:at|with)", score=0.7),
    _verb(r"at the (?:helm|top|head)", " of", "", "head", 0.7),
    _verb(r"advises|advised|advising", "", "", "adviser", 0.6),
)
_APPOSED = (
    re.compile(
        r"<n(?P<o>\d+)>,? (?:which|where) <n(?P<p>\d+)> (?:had |has )?(?:joined|left|worked|works|served|spent|"
        r"interned|taught|trained|led|ran|headed|managed|designed|developed|was an? (?!student)|been an? )(?:\b|(?<= ))"
    ),
    re.compile(
        r"<n(?P<p>\d+)>(?:\*\*)?[\"”]?(?: \([^()<]*\))?,? ?\(?,? ?(?:an? |the |now |both )?(?:ex-|ex |"
        r"formerly (?:of |at |with |from )?|previously (?:of |at |with )?|late of |once (?:of|at) |(?:who was |"
        r"who were )?(?:until <d\d+> |until recently )?at )(?:the )?<n(?P<o>\d+)>"
    ),
    re.compile(
        r"<n(?P<p>\d+)>(?:\*\*)?,? (?:of|at|from) (?:the )?(?:[a-z]+ (?:maker|firm|company|house|broker|"
        r"brokerage|consultancy|bank|investor) )?<n(?P<o>\d+)>(?!'s)"
    ),
    re.compile(r"<n(?P<p>\d+)>(?:\*\*)? \((?:formerly |ex-|previously )?<n(?P<o>\d+)>\)"),
    re.compile(r"<n(?P<p>\d+)>(?:\*\*)? \((?:formerly |ex-|previously )<n(?P<o>\d+)>,"),
    re.compile(r"<n(?P<o>\d+)>'s? <n(?P<p>\d+)>"),
    re.compile(
        r"<n(?P<p>\d+)>,? who (?:(?!(?:said|says|told|invest\w*|left|led|who|that|read|studied|graduated|took|"
        r"did|wrote|earned)\b)[a-z'-]+ ){1,5}(?:at|for) (?:the )?<n(?P<o>\d+)>"
    ),
    re.compile(
        r"<n(?P<p>\d+)>,? (?:[a-z ]{2,20} )?whom? (?:<n\d+>|[a-z]+(?: [a-z]+){0,2}) (?:had |has |have )?(?:lured|"
        r"poached|hired|recruited|found|plucked|borrowed|snatched|brought|won)(?: away| over| in)? (?:from|at) "
        r"(?:the )?<n(?P<o>\d+)>"
    ),
    re.compile(r"<n(?P<p>\d+)>(?:, (?:[^,<;]|<n\d+>){2,30})?, (?:ex-|ex |formerly (?:of |at )?|late of )<n(?P<o>\d+)>"),
)


_BEEN = re.compile(
    r"\b(?P<verb>was|is|were|been)(?: also| now| once| previously| later| formerly)* an? (?P<title>(?!(?:guest|regular|"
    r"customer|client|visitor|investor|speaker|student|graduate|judge|shareholder|success|hit|star|big|newcomer)\b)"
    r"(?:[^\W\d_][\w'-]*)(?: (?!(?:at|with|who|which|that|and|to|in|from|for|but|of)\b)[^\W\d_][\w'-]*){0,2}"
    r"(?: (?:of|de|in|for) (?!the\b|an?\b)[^\W\d_][\w'-]*)?) at (?:the )?(?=<n\d+>)"
)
_LIVELY = re.compile(
    r"\b(?:stop|deal|talk|story|day|visit|demo|partner|venture|way|year|\w+ing|part|match|favourite)\b"
)


def been(segment: Segment, taken: set[tuple[int, int]]) -> Iterator[Holding]:
    """ "She was a chargée de recherche at Northfield": an office that no list of titles holds."""
    for match in _BEEN.finditer(segment.text):
        token = re.match(r"<n(\d+)>", segment.text[match.end() :])
        assert token
        org = segment.named(token[1]).cluster
        if org.kind != "org" or _LIVELY.search(match["title"]) or STUDY.search(match["title"]):
            continue
        start, end = tenure(segment, max(0, match.start() - 40), match.end() + 50, match.start(), "")
        for person in subjects(segment, match.start("verb")):
            if (person.cluster.id, org.id) not in taken:
                yield Holding(person.cluster, org, match["title"], segment.sentence, start, end, 0.65)


_DEED = re.compile(r"(?:the |its )?(?:[a-z]+ )?(?:launch|roll-?out|expansion|transition|jump|integration) (?:of|from) ")
"""What was done once and has no head ("managed the launch of taxis at Foo")."""
_BEFORE = re.compile(r"\b(?:previously|formerly|earlier|once) \Z")
_MAKING = re.compile(
    r"(?:the |its )?(?:[a-z]+ )?(?:development|design|creation|construction|launch|rollout) of (?:the |its |an? )?"
)
"""In "oversaw the development of the Foo" it is a thing that is named."""
_FRESH = re.compile(r"\b(?:straight|fresh)\b")
_SCHOOL = re.compile(r"universit|college|school|academy|polytech|\bTech\Z", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|was|are|were|been|be)(?: now| also| still)? \Z")
_FIELD = re.compile(r"(?:the |its |all )?([a-z][a-z &-]*?) (?:at|for|of) (?:the )?")
_PART_OF = re.compile(r"<n(?P<part>\d+)>(?:'s?)?(?: [a-z]+){0,2} (?:at|for|of) (?:the )?<n(?P<of>\d+)>")
_OF_MONEY = re.compile(r"\b(?:round|stake|fund|invest|talks|valuation|bid)")
_UNIT = re.compile(
    r"<n\d+>'s? ((?:[\w-]+ ){0,3}?(?:team|unit|division|department|lab|laboratory|group|business|arm|"
    r"programme|program|office|centre|center|efforts?|work|operations?|plant))\b"
)


def worked(segment: Segment, taken: set[tuple[int, int]]) -> Iterator[Holding]:
    """Work told by a verb or an apposition without a title; `taken` are pairs that a title has told already."""
    for rule in _VERBS:
        for match in rule.pattern.finditer(segment.text):
            yield from _by_verb(segment, rule, match, taken)
    for pattern in _APPOSED:
        for match in pattern.finditer(segment.text):
            yield from _apposed(segment, match, taken)


def _by_verb(segment: Segment, rule: _Verb, match: re.Match[str], taken: set[tuple[int, int]]) -> Iterator[Holding]:
    """The posts that one verb of working tells."""
    text = segment.text
    back = 0 if rule.title or rule.sense else 40
    if STUDY.search(text, max(0, match.start() - back), match.end()) or _OF_MONEY.search(match["desc"]):
        return
    if rule.title == "head" and _MAKING.fullmatch(match["desc"]):
        return
    orgs, stop = _houses(segment, rule, match)
    if not orgs or (_FRESH.search(match.group()) and _SCHOOL.search(orgs[0].cluster.name)):
        return  # out of school, not out of a post
    predicate = predicate_at(segment.sentence, segment.origin(match.start("verb")))
    if predicate is not None and predicate.mood in {"denied", "rumored"}:
        return
    title = "" if rule.title == "head" and _DEED.match(match["desc"]) else _title(rule, match)
    larger = _PART_OF.match(text, match.end()) if rule.title == "head" else None
    if larger and segment.named(larger["of"]).cluster.kind == "org":  # "responsible for Spain at Acme"
        orgs, title = [segment.named(larger["of"])], f"head of {segment.named(larger['part']).text}"
    start, end = tenure(segment, max(0, match.start() - 40), stop + 60, match.start(), rule.sense)
    former = rule.sense == "end" or rule.away or _BEFORE.search(text[: match.start()]) is not None
    copula = _IS.search(text[: match.start("verb")]) if " " in match["verb"] else None
    for person in subjects(segment, copula.start() if copula else match.start("verb")):
        for org in (m.cluster for m in orgs):
            known = (person.cluster.id, org.id) in taken
            if not known or (rule.sense and (start or end)):
                told = "" if known else title
                yield Holding(person.cluster, org, told, segment.sentence, start, end, rule.score, former=former)


def _houses(segment: Segment, rule: _Verb, match: re.Match[str]) -> tuple[list[Mention], int]:
    """Where somebody works by what follows a verb, and where in the text that ends; several only in a list."""
    token = re.match(r"<n(\d+)>", segment.text[match.end() :])
    assert token
    first = segment.named(token[1])
    listed, stop = list_after(segment, match.end())
    orgs, stop = (listed, stop) if listed else ([first], match.end() + len(token.group()))
    if rule.title == "head" and (inner := _PART_OF.match(segment.text, match.end())):
        orgs = [segment.named(inner["of"])]
    orgs = [m for m in orgs if m.cluster.kind == "org"] or [first][: first.cluster.kind == "org"]
    return (orgs[:1] if rule.sense else orgs), stop


def _title(rule: _Verb, match: re.Match[str]) -> str:
    """The title that a verb stands for, with what it is the head of."""
    if rule.title == "head" and (field := _FIELD.fullmatch(match["desc"])):
        return f"head of {field[1]}"
    unit = _UNIT.match(match.string[match.end() :]) if rule.title else None
    return rule.title + (f" of {unit[1]}" if unit else "")


def _apposed(segment: Segment, match: re.Match[str], taken: set[tuple[int, int]]) -> Iterator[Holding]:
    """ "Acme's Jo Roe", "former Acme engineer Jo Roe"."""
    person, org = segment.named(match["p"]), segment.named(match["o"])
    if person.cluster.kind != "person" or org.cluster.kind != "org" or person.anaphoric:
        return
    if person.label != "PERSON" and "' <" in match.group():
        return
    if (person.cluster.id, org.cluster.id) not in taken:
        former = "former" in match.group() or "ex" in match.group()[:16]
        start, end = tenure(segment, match.start(), match.end() + 30, match.end(), "")
        yield Holding(person.cluster, org.cluster, "", segment.sentence, start, end, score=0.7, former=former)
