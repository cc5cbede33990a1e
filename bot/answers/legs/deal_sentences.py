"""Which sentences beside the deals of an answer are on those deals: none on a deal of somebody else, or another one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answers.asked.question import Clause
from bot.answers.asked.words import STOP
from bot.answers.desk import Desk
from bot.answers.kinds import DEAL_KINDS
from bot.answers.lines import event_text
from bot.answers.query import Ids, Part, Query
from bot.answers.quoted import is_quoted, quotes_of
from bot.answers.view import ids_by_slot
from bot.grammar.money import find_money
from bot.grammar.patterns import Pattern
from bot.grammar.rates import to_usd
from bot.model.money import Money
from bot.store.read import Passage, StoredEvent

_DEALS = re.compile(
    r"[^.;,]{0,40}?\b(?:took|rais(?:ed|es|ing)|bagged|secured|closed|received|completed|acquired|bought|buys|agreed to|"
    r"(?:is|are) said to|in talks)\b",
    re.I,
)
"""What somebody does right after the name that makes a sentence one on a deal of theirs."""
_DEAL = Pattern(
    r"\b(?:took|takes|rais(?:ed|es|ing)|bagged|secured|closed|received|completed|lands?|landed|acquir(?:ed|es)|bought|"
    r"buys?|takeover|stake|(?:co-?)?led|invest(?:s|ed|ors?)|backed by|paid|put in|puts in|sale|sold|sell|"
    r"offer(?:ed)?|bid|series [a-h]|seed|rounds?|underwr\w+|raise|convert\w+|shareholders?|loan|deal|disclosed|merger|"
    r"listing(?! rules)|ipo|merge[drs]?|valu(?:ed|es|ation))\b",
    re.I,
)
_DID = Pattern(
    r"\b(?:took|rais(?:ed|es|ing)|bagged|secured|closed|received|completed|landed|acquired|bought|brought in|"
    r"pulled in|has filed|filed for|listed)\b",
    re.I,
)
"""What is done by whoever was named last."""
_ASIDE = Pattern(r",? (?:which|whose|who|where)\b[^,:;.]{0,120}", re.I)
_APPOSED = Pattern(r", (?!and\b|but\b)[a-z0-9][^,;.]{3,100},(?= (?:[a-z]{2,4} )?[a-z]{3,}ed\b| took\b| bought\b)")
"""What is said of one of those who are named, not of the deal."""
_NEXT_TO = Pattern(
    r"['’]s (?:[\w-]+ ){0,2}?(?:neighbou?r|rival|competitor|supplier|customer|client|peer|partner)", re.I
)
"""What makes somebody who is named another."""
_POINTS = Pattern(
    r"^\W*(?:the (?:[\w-]+ ){0,3}(?:company|start-?up|firm|maker|group|outfit|founders)|it|its|we|our)\b", re.I
)
"""How a sentence begins that goes on about whom the article is on."""
_GIVES = Pattern(
    r"\b(?:(?:co-?)?led|put in|puts in|invest\w*|convert\w+|underwr\w+|joined|participat\w+|came along|backed|paid|"
    r"bought|acquired|wrote|chipped in|turned down)\b",
    re.I,
)
"""What is done by somebody who is named first, for somebody who is not."""
_FIRST = Pattern(r"[^\W\d_][\w-]*")
_AT_START, _BACK = 5, 3
_ALIKE = 0.02
"""The share by which one sum may be told otherwise."""
_FIGURE = Pattern(r"\d[\d,.]*\d|\d")


def of_these(
    desk: Desk, reading: Clause, told: Sequence[StoredEvent], left_out: Sequence[StoredEvent], passages: list[Passage]
) -> list[Passage]:
    """The sentences that are on the deals of an answer; all of them where it tells something else.

    `left_out`: other deals of the same company, of which the question does not ask.
    """
    if not told or not reading.ids or any(one.kind not in DEAL_KINDS for one in told):
        return passages
    ours = frozenset(reading.ids).union(*(ids for one in told for ids in ids_by_slot(one).values()))
    kept = [p for p in passages if not is_of_others(desk, p, ours)]
    if not left_out:
        return kept
    articles = {s.article for one in told for s in one.statements}
    own, other = _figures(told), _figures(left_out)
    quotes = quotes_of(left_out)
    return [
        p
        for p in kept
        if p.article in articles
        and _DEAL.search(p.text)
        and not is_quoted(p.text, quotes)
        and not (frozenset(_FIGURE.compiled.findall(p.text)) & (other - own))
    ]


def without_other_rounds(desk: Desk, told: Sequence[StoredEvent], passages: Iterable[Passage]) -> list[Passage]:
    """Sentences without those that tell sums of other rounds of a company alone, where an answer is on some of them."""
    passages = list(passages)
    if not passages or not told or any(one.kind != "funding" for one in told):
        return passages
    raised = frozenset[str]().union(*(ids_by_slot(one).get("company", frozenset()) for one in told))
    every = desk.lookup.run(Query(("funding",), (Part(("company",), raised),)))
    ours = _sums(told)
    others = [sum_ for sum_ in _sums(one for one in every if one not in told) if not _has(ours, sum_)]
    if not others:
        return passages

    def is_aside(passage: Passage) -> bool:
        told = [dollars for met in find_money(passage.text) if (dollars := to_usd(met.money))]
        return any(_has(others, one) for one in told) and not any(_has(ours, one) for one in told)

    return [passage for passage in passages if not is_aside(passage)]


def _sums(rounds: Iterable[StoredEvent]) -> list[float]:
    """The sums and valuations that are told of some rounds, in dollars."""
    told = (value for one in rounds for v in one.event.values if isinstance(value := v.value, Money))
    return [dollars for one in told if (dollars := to_usd(one))]


def _has(sums: Iterable[float], one: float) -> bool:
    return any(abs(other - one) <= _ALIKE * max(other, one) for other in sums)


def is_of_others(desk: Desk, passage: Passage, ours: Ids) -> bool:
    """Whether a sentence tells of a deal of somebody else, and names nobody who is in ours."""
    discourse = desk.sentences.discourse
    named = [
        mention for mention in discourse.named(passage) if any(discourse.kind(one) == "org" for one in mention.ids)
    ]
    if any(mention.ids & ours for mention in named):
        return False
    return any(_DEALS.match(passage.text, mention.end) for mention in named)


def is_on_deal_of(desk: Desk, passage: Passage, ids: Ids) -> bool:
    """Whether a sentence of somebody's thread is on a deal of theirs, and does not only stand beside one of others."""
    discourse = desk.sentences.discourse
    text = _ASIDE.sub(" ", _APPOSED.sub(" ", passage.text))
    named = [m for m in desk.lookup.spotter.find(text) if any(discourse.kind(one) == "org" for one in m.ids)]
    met_ours = [m for m in named if m.ids & ids]
    ours = [m.start for m in met_ours if not _NEXT_TO.compiled.match(text, m.end)]
    if not met_ours and discourse.calls(passage, ids):
        firsts = {desk.facts.name(one).split()[0] for one in ids}
        ours = [at for first in firsts if (at := text.find(first)) >= 0]
    for met in _DID.finditer(text):
        before = [m.start for m in named if m.end <= met.start() and not m.ids & ids]
        own = [at for at in ours if at < met.start()]
        if before and max(before) > max(own, default=-1) and not any(at >= met.end() for at in ours):
            return False
    return bool(ours) or (not met_ours and not is_of_others(desk, passage, ids) and _goes_on(desk, passage, ids))


def _goes_on(desk: Desk, passage: Passage, ids: Ids) -> bool:
    """Whether a sentence that does not name somebody tells of a deal, and goes on about them."""
    discourse = desk.sentences.discourse
    if not _DEAL.search(passage.text):
        return False
    if _POINTS.search(passage.text):
        return True
    if any(m.start < _AT_START for m in discourse.named(passage)) or not _is_plain(desk, passage.text):
        return bool(_GIVES.search(passage.text))
    return _is_after(desk, passage, ids)


def is_theirs(desk: Desk, passage: Passage, ids: Ids) -> bool:
    """Whether a sentence of somebody's thread names them, or nobody else and goes on about them."""
    discourse = desk.sentences.discourse
    if discourse.calls(passage, ids):
        return True
    return not _orgs(desk, passage) and _is_after(desk, passage, ids)


def _is_after(desk: Desk, passage: Passage, ids: Ids) -> bool:
    """Whether somebody was named last before a sentence, or its article is about them."""
    before = reversed(desk.sentences.discourse.near(passage, _BACK))
    last = next(filter(None, (_orgs(desk, p) for p in before)), frozenset[str]())
    return bool(last & ids) or desk.sentences.discourse.is_about(passage.article, ids)


def _orgs(desk: Desk, passage: Passage) -> Ids:
    discourse = desk.sentences.discourse
    return frozenset(one for one in discourse.ids(passage) if discourse.kind(one) == "org")


def _is_plain(desk: Desk, text: str) -> bool:
    """Whether a sentence begins with a word of the language, not with a name that nobody knows."""
    first = _FIRST.compiled.search(text)
    word = first[0].casefold() if first else ""
    return word in STOP or not word or desk.lookup.spotter.ordinary(word)


def _figures(told: Iterable[StoredEvent]) -> frozenset[str]:
    return frozenset(met for one in told for met in _FIGURE.compiled.findall(event_text(one).partition(" “")[0]))
