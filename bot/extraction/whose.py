"""Whose a figure is, who gives it, and which period it belongs to."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.extraction.clusters import Cluster
from bot.extraction.context import Context, Mention, Predicate, Sentence
from bot.extraction.figures import Figure, Stretch
from bot.model.when import When

_OUTSIDE = {"analyst", "bank", "outlet", "exchange"}
_OUTSIDE_NOUNS = {
    "analyst", "analysts", "researcher", "bank", "broker", "brokerage", "consultancy", "institute", "association", "economist", "strategist",
    "professor", "federation", "investor", "think-tank", "pollster", "newspaper", "agency", "watchdog", "underwriter",
}  # fmt: skip
_LABEL = re.compile(r"\W*(?:[a-z]+ ){0,3}<n(\d+)>(?: \([^()]*\))?\*{0,2}(?: (?:says|said))?(?: ?[:|]| [–—-] )")
_OWNER_END = re.compile(r"<n(\d+)>'s? (?:(?!and\b|or\b)[\w'+-]+,? |<d\d+>(?:'s)? ){0,5}\Z")
_OF_NAME = re.compile(r"\b(?:of|at|by|for|from|with) (?:the )?(?:[\w-]+ ){0,4}?<n(\d+)>")
_ACCORDING = re.compile(
    r"\b(?:according to|by the count of|data from|estimates? (?:by|from|of)|figures from|(?:cited|quoted) by|per|in the view of|report (?:by|from)) (?:[\w,-]+ ){0,6}?<n(\d+)>(?:'s (?:[\w-]+ ){0,3}<n(\d+)>)?",
    re.IGNORECASE,
)
_SPEAKS = r"(?:says?|said|estimates?d?|reckon\w*|calculat\w*|believes?|thinks?|expects?|forecasts?|predict\w*|projects?|writes?|wrote|told|counts?|shows?|tells?|announced|sees?|puts?|stated)"  # fmt: skip
_TRAILING = re.compile(rf",[\"']? (?:<n\d+>'s? )?(?:the |trade |industry |research )*(?:[\w-]+ ){{0,4}}<n(\d+)>(?: of <n\d+>)? {_SPEAKS}\b|,[\"']? {_SPEAKS} (?:[\w',-]+ ){{0,5}}?<n(\d+)>")  # fmt: skip


def governors(sentence: Sentence, origin: int) -> list[Predicate]:
    """The verbs whose clause holds a place of the article, the innermost first."""
    fits = [p for p in sentence.predicates if not p.noun and p.clause_start <= origin < p.clause_end]
    return sorted(fits, key=lambda p: p.clause_end - p.clause_start)


def is_outside(cluster: Cluster) -> bool:
    """Whether an entity is one that speaks about others: analysts, banks, institutes, newspapers."""
    return cluster.subkind in _OUTSIDE or bool(cluster.descriptors & _OUTSIDE_NOUNS)


def employer(ctx: Context, mention: Mention, sentence: Sentence) -> Cluster | None:
    """The organisation a person speaks for: the one beside the name, here or where the person is first named."""
    for place in [mention, *mention.cluster.named[:2]]:
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

    def of(self, figure: Figure, cue_start: int, *kinds: str) -> Cluster | None:
        """The organisation or product that a figure with a cue belongs to."""
        stretch = figure.stretch
        wanted = kinds or ("org", "unknown")
        for mention in self._candidates(figure, cue_start):
            cluster = mention.cluster
            if cluster.kind == "person":
                cluster = employer(self._ctx, mention, stretch.sentence) or cluster
            if cluster.kind in wanted and cluster.subkind not in {"outlet", "exchange"}:
                return cluster
        return self.topic(stretch.sentence, *wanted)

    def _candidates(self, figure: Figure, cue_start: int) -> list[Mention]:
        stretch, text = figure.stretch, figure.stretch.text
        found: list[Mention] = []
        low = stretch.edge_before(figure.start)
        if owner := _OWNER_END.search(text[:cue_start]):
            found.append(stretch.named(owner[1]))
        if of := _OF_NAME.search(text, cue_start, figure.start):
            found.append(stretch.named(of[1]))
        listed = re.search(r"<n(\d+)>(?: \(<n\d+>\))?(?: ?\(| with| at|:| has| had|,)? ?(?:[a-z]+ ){0,2}\Z", text[low : figure.start])
        if listed and not owner:
            found.append(stretch.named(listed[1]))
        for predicate in governors(stretch.sentence, figure.origin):
            args = predicate.objects if predicate.passive else predicate.subjects
            for arg in args:
                found += [m for m in arg.mentions or arg.inside[:1] if not m.start <= figure.origin < m.end]
        if label := _LABEL.match(text):
            found.append(stretch.named(label[1]))
        earlier = [m for m in stretch.names if m.end <= figure.origin and m.kind in {"org", "product"}]
        found += reversed(earlier)
        return found

    def topic(self, sentence: Sentence, *kinds: str) -> Cluster | None:
        """What the sentences before speak of, the article's main organisation where they name nobody."""
        for back in range(1, 3):
            index = sentence.index - back
            if index < 0:
                break
            before = self._ctx.sentences[index]
            subjects = [
                m
                for p in before.predicates
                if not p.noun
                for a in (p.objects if p.passive else p.subjects)
                for m in a.mentions
            ]
            for mention in [*subjects, *before.mentions]:
                if mention.kind in kinds and not is_outside(mention.cluster):
                    return mention.cluster
        return self._ctx.main if self._ctx.main and self._ctx.main.kind in kinds else None


def attribution(stretch: Stretch, figure: Figure) -> Mention | None:
    """Who is named as the source of a figure by "according to", a trailing "X says" or a label."""
    text = stretch.text
    if match := _ACCORDING.search(text):
        return stretch.named(match[2] or match[1])
    if match := _TRAILING.search(text, figure.end):
        return stretch.named(match[1] or match[2])
    if (match := _LABEL.match(text)) and match.end() <= figure.start:
        return stretch.named(match[1])
    return None


_BETWEEN = re.compile(r"[^<;]{0,45}\Z")
_EARLIER = re.compile(r"\b(?:a year (?:earlier|ago|before)|the year before|the (?:previous|prior|preceding) year|the year earlier|last year)\b")
_UNTIL = {"since", "after"}


def period(figure: Figure, published: When | None, *, future: bool = False) -> When | None:
    """The date of a figure: the one right behind it, else the one before it, else the one that opens the stretch."""
    stretch, best = figure.stretch, list[tuple[float, When]]()
    for number, date in enumerate(stretch.dates):
        when = date.when
        if when is None or f"d{number}" not in stretch.at:
            continue
        if future != is_future(when, published) or (not future and date.relation in _UNTIL):
            continue
        start, end = stretch.at[f"d{number}"]
        if start >= figure.end:
            gap = stretch.text[figure.end : start]
            cost = len(gap) + 90 * len(re.findall(r"<[mq]\d+>", gap)) + 20 * len(re.findall(r"[;,]| and ", gap))
        else:
            gap = stretch.text[end : figure.start]
            cost = 12 + len(gap) + 60 * len(re.findall(r"<[mq]\d+>", gap)) + (0 if start < 12 else 12)
        best.append((cost, when))
    return min(best, key=lambda b: b[0])[1] if best else None


def is_future(when: When, published: When | None) -> bool:
    """Whether a period ends after the article does, longer than the day or month it is written in."""
    if published is None:
        return False
    return when.end > published.end + timedelta(days=25) or when.start > published.end


def year_before(figure: Figure, when: When | None) -> When | None:
    """The year that "from 5 million the year before" speaks of, where the newer figure's year is known."""
    if when is not None and _EARLIER.search(figure.after[:40] + figure.before):
        return When.year(when.start.year - 1)
    return None
