"""Work told by a verb and no title: who joins, leaves, works at, comes from, runs which house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.extraction.deals.clauses import predicate_at
from bot.extraction.people.holders import Holding, subjects, tenure
from bot.extraction.text.lists import list_after
from bot.extraction.text.masking import Segment

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


def _verb(words: str, links: str, sense: str = "", title: str = "", score: float = 0.8) -> _Verb:
    return _Verb(re.compile(rf"\b(?P<verb>{words}){links} (?P<desc>{_GAP})(?=<n\d+>)"), sense, title, score)


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
    _verb(r"entered|enters", "", "start"),
    _verb(r"left|leav(?:e|es|ing)|quit(?:s|ting)?|exit(?:s|ed|ing)", "", "end"),
    _verb(
        r"resign(?:s|ed|ing)?|depart(?:s|ed|ing)?|retir(?:es?|ed|ing)|walk(?:s|ed|ing) (?:out|away)|"
        r"part(?:s|ed) (?:ways|company)|stepped down|steps down|stepped back|dismissed|fired|sacked|ousted",
        r" (?:from|with|of|at|by)",
        "end",
    ),
    _verb(
        r"work(?:s|ed|ing)?|serv(?:es|ed|ing)|taught|teach(?:es|ing)?|intern(?:s|ed)|employed|trained|"
        r"lectur(?:es|ed)|stints?|years|months|career|engineer(?:s|ed)|start(?:s|ed)(?: out)?|began|days|decades?|"
        r"teeth|time|posts?|positions?|jobs?|internship|roles?|research|postdoc|programmed|apprenticeship",
        r"(?: (?!(?:who|and|which|that|it|this)\b)(?:[a-z-]+|<d\d+>)){0,4}?,? (?:at|for|with|in|inside|within)",
    ),
    _verb(
        r"com(?:es?|ing)|came|hails?|arriv(?:es?|ed|ing)|poached|hired|lured|recruited|is|are|was|were|mov(?:es|ed)|"
        r"lent|head-?hunted|brought|joined|joins|straight|fresh|plucked|borrowed",
        _WAY + ",? (?:from|out of)",
    ),
    _verb(
        r"left|leav(?:es|ing)|quit(?:s|ting)?|depart(?:s|ed|ing)?|resign(?:s|ed)|walked out|swapp?(?:ed|s)|traded|"
        r"gave up|gives up|abandon(?:s|ed)",
        r"(?: (?!for\b|to\b|and\b|but\b|who\b)(?:[a-z'-]+|<[nd]\d+>(?:'s)?)){0,7} for",
        "start",
    ),
    _verb(
        r"heads|head(?:ed|ing)|leads|led|leading|runs?|ran|running|manages|managed|managing|oversees|oversaw|"
        r"overseeing|presid(?:es|ed) over|directs|directed|looks after|in charge of|(?:take|took|takes) charge of|"
        r"responsible for",
        "",
        "",
        "head",
    ),
    _verb("chairs|chaired", "", "", "chair"),
    _verb(r"advises|advised|advising", "", "", "adviser", 0.6),
)
_APPOSED = (
    re.compile(
        r"<n(?P<o>\d+)>,? (?:which|where) <n(?P<p>\d+)> (?:had |has )?(?:joined|left|worked|works|served|spent|"
        r"interned|taught|trained)\b"
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
    re.compile(r"<n(?P<o>\d+)>'s <n(?P<p>\d+)>"),
    re.compile(
        r"<n(?P<p>\d+)>,? who (?:(?!(?:said|says|told|invest\w*|left|led|who|that|read|studied|graduated|took|"
        r"did|wrote|earned)\b)[a-z'-]+ ){1,5}(?:at|for) (?:the )?<n(?P<o>\d+)>"
    ),
    re.compile(
        r"<n(?P<p>\d+)>,? (?:[a-z ]{2,20} )?whom? (?:<n\d+>|[a-z]+(?: [a-z]+){0,2}) (?:had |has |have )?(?:lured|poached|"
        r"hired|recruited|found|plucked|borrowed|snatched|brought|won)(?: away| over| in)? (?:from|at) (?:the )?"
        r"<n(?P<o>\d+)>"
    ),
    re.compile(r"<n(?P<p>\d+)>(?:, (?:[^,<;]|<n\d+>){3,30})?, (?:ex-|ex |formerly (?:of |at )?|late of )<n(?P<o>\d+)>"),
)


def worked(segment: Segment, taken: set[tuple[int, int]]) -> Iterator[Holding]:
    """Work told by a verb or an apposition without a title; `taken` are pairs that a title has told already."""
    text = segment.text
    for rule in _VERBS:
        for match in rule.pattern.finditer(text):
            if STUDY.search(text, max(0, match.start() - 40), match.end()):
                continue
            if re.search(r"\b(?:round|stake|fund|invest|talks|valuation|bid)", match["desc"]):
                continue
            orgs, stop = list_after(segment, match.end())
            if not orgs:
                token = re.match(r"<n(\d+)>", text[match.end() :])
                assert token
                orgs, stop = [segment.names[int(token[1])]], match.end() + len(token.group())
            first = segment.names[int(re.match(r"<n(\d+)>", text[match.end() :])[1])]  # type: ignore[index]
            orgs = [m for m in orgs if m.cluster.kind == "org"] or [first][: first.cluster.kind == "org"]
            if not orgs or (rule.sense and len(orgs) > 1):
                orgs = orgs[:1]
            predicate = predicate_at(segment.sentence, segment.origin(match.start("verb")))
            people = subjects(segment, match.start("verb"))
            if match["verb"] in {"straight", "fresh"} and orgs and orgs[0].cluster.subkind == "university":
                continue  # out of school, not out of a post
            if not orgs or not people or (predicate is not None and predicate.mood in {"denied", "rumored"}):
                continue
            unit = re.match(
                r"<n\d+>'s? ((?:[\w-]+ ){0,3}?(?:team|unit|division|department|lab|laboratory|group|business|arm|"
                r"programme|program|office|centre|center|efforts?|work|operations?|plant))\b",
                text[match.end() :],
            )
            title = rule.title + (f" of {unit[1]}" if rule.title and unit else "")
            start, end = tenure(segment, max(0, match.start() - 40), stop + 60, match.start(), rule.sense)
            for person in people:
                for org in orgs:
                    if (person.cluster.id, org.cluster.id) not in taken:
                        yield Holding(
                            person.cluster,
                            org.cluster,
                            title,
                            segment.sentence,
                            start,
                            end,
                            rule.score,
                            former=rule.sense == "end",
                        )
    for pattern in _APPOSED:
        for match in pattern.finditer(text):
            person, org = segment.names[int(match["p"])], segment.names[int(match["o"])]
            if (
                person.cluster.kind == "person"
                and org.cluster.kind == "org"
                and not person.anaphoric
                and (person.cluster.id, org.cluster.id) not in taken
            ):
                start, end = tenure(segment, match.start(), match.end() + 30, match.end(), "")
                yield Holding(
                    person.cluster,
                    org.cluster,
                    "",
                    segment.sentence,
                    start,
                    end,
                    score=0.7,
                    former="former" in match.group() or "ex" in match.group()[:16],
                )
