"""Dates in running text, English and Chinese, resolved against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bot.grammar.chinese_dates import CHINESE_RULES
from bot.grammar.date_words import Moment, NotADateError, Relation, Rule
from bot.grammar.month_dates import MONTH_RULES
from bot.grammar.patterns import Pattern
from bot.grammar.relative_dates import RELATIVE_RULES
from bot.grammar.year_dates import YEAR_RULES
from bot.model.when import When

Kind = Literal["absolute", "relative"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: text[start:end] is the phrase without the preposition before it."""

    start: int
    end: int
    text: str
    when: When | None
    relation: Relation
    kind: Kind


_ENGLISH = MONTH_RULES + YEAR_RULES + RELATIVE_RULES
ALL_RULES = _ENGLISH + CHINESE_RULES
_CJK = Pattern(r"[\u4e00-\u9fff]")

_ABOUT = r"(?:(?P<about>around|about|circa|roughly|approximately|some time in|sometime in|大约|约)\s*)?"
_LEAD_WORDS: tuple[tuple[Relation, str], ...] = (
    ("early", r"\bas (?:early|soon) as(?:\s+in)?|最早(?:于|在|将于)?"),
    ("since", r"\b(?:ever )?since|自从?|\bstarting (?:in|from)|\bstarting|\bbeginning in"),
    ("until", r"\b(?:until|till|through to|up to)|直到|直至"),
    ("before", r"\b(?:before|prior to|ahead of)"),
    ("after", r"\bafter"),
    ("within", r"\bwithin"),
    ("by", r"\b(?:by|no later than)|(?<![达得直遭遇收])到|不晚于"),
)
_LEADS = tuple((relation, Pattern(rf"(?:{words})\s*{_ABOUT}(?:the\s+)?$", re.I)) for relation, words in _LEAD_WORDS)
_ABOUT_ONLY = Pattern(r"\b(?:around|about|circa|roughly|approximately)\s+(?:the\s+)?$|大?约$", re.I)
_TAILS: tuple[tuple[Relation, Pattern], ...] = (
    ("since", Pattern(r"以来|起(?!草|来|诉)|开始|(?:\s{1,9}onwards?|\s{1,9}on(?=[\s,.;]))", re.I)),
    ("before", Pattern(r"[之以]?前(?!往|后|夕)")),
    ("after", Pattern(r"[之以]?后")),
)
_OPEN: dict[str, Literal["", "after", "before"]] = {
    "by": "before",
    "until": "before",
    "before": "before",
    "since": "after",
    "after": "after",
}

_JOINT = Pattern(r"\s{0,9}(?:-|–|—|to|through|until|till|至|到)\s{0,9}")
_AND = Pattern(r"\s+and\s+")
_FROM = Pattern(r"\b(?:from|between)\s+(?:the\s+)?$", re.I)
_MOVED = Pattern(r"\b(?:delay|postpon|mov|push|shift|slip|brought|bring|chang|extend)\w*\b[^.]*$", re.I)


def find_dates(text: str, published: When | None, *, context_year: int | None = None) -> list[DateMention]:
    """The dates of a text from left to right, none overlapping another.

    `context_year` is the year the text is known to speak of: it dates a month told without a year and answers
    "the same year". Without a publication date, what depends on it has `when=None`.
    """
    mentions: list[DateMention] = []
    edge = 0
    for mention in sorted(_candidates(text, published, context_year), key=lambda m: (m.start, -m.end)):
        if mention.start >= edge:
            mentions.append(mention)
            edge = mention.end
    return _joined(text, mentions)


def _candidates(text: str, published: When | None, context_year: int | None) -> Iterator[DateMention]:
    rules = ALL_RULES if _CJK.search(text) else _ENGLISH
    for rule in rules:
        for match in rule.pattern.finditer(text):
            moment = Moment(text, match.start(), match.end(), published, context_year)
            try:
                when = _resolved(rule, match, moment)
                alone = _resolved(rule, match, Moment(text, match.start(), match.end(), None)) if published else when
            except NotADateError:
                continue
            relation, approximate = _relation(rule, moment)
            if when is not None:
                when = replace(when, approximate=approximate, open=_OPEN.get(relation, ""))
            yield DateMention(
                match.start(), match.end(), match[0], when, relation, "relative" if alone is None else "absolute"
            )


def _resolved(rule: Rule, match: re.Match[str], moment: Moment) -> When | None:
    """NotADateError also for a day that no calendar has."""
    try:
        return rule.resolve(match, moment)
    except (ValueError, OverflowError, KeyError, StopIteration) as error:
        raise NotADateError from error


def _relation(rule: Rule, moment: Moment) -> tuple[Relation, bool]:
    """How the phrase hangs on its sentence, and whether it is told as approximate."""
    before = moment.before[-40:]
    after = moment.text[moment.end : moment.end + 10]
    if rule.relation:
        return rule.relation, False
    for relation, lead in _LEADS:
        if found := lead.search(before):
            return relation, bool(found["about"])
    for relation, tail in _TAILS:
        if tail.match(after):
            return relation, bool(_ABOUT_ONLY.search(before))
    return "", bool(_ABOUT_ONLY.search(before))


def _joined(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Two dates that are the ends of one span made one."""
    out: list[DateMention] = []
    for mention in mentions:
        last = out[-1] if out else None
        if last is not None and (span := _span(text, last, mention)):
            out[-1] = span
        else:
            out.append(mention)
    return out


def _span(text: str, first: DateMention, last: DateMention) -> DateMention | None:
    if (
        first.when is None
        or last.when is None
        or last.start - first.end > 12
        or "span" in (first.when.precision, last.when.precision)
    ):
        return None
    gap, before = text[first.end : last.start], text[max(0, first.start - 60) : first.start]
    opened = _FROM.search(before)
    if not (_JOINT.fullmatch(gap) or (opened and _AND.fullmatch(gap))) or first.when.start > last.when.end:
        return None
    if not (opened or first.kind == last.kind == "absolute") or (opened and _MOVED.search(before)):
        return None
    when = replace(first.when, end=last.when.end, precision="span")
    return DateMention(first.start, last.end, text[first.start : last.end], when, first.relation, last.kind)
