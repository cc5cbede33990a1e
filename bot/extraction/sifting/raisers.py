"""Whose round a sum is: of whom it is told to be for, not of who is only beside them: a rival, an old employer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from bot.extraction.deals.backers import backings
from bot.extraction.deals.crowds import of_crowd
from bot.extraction.kind import Draft
from bot.extraction.sifting.backers import backed_by
from bot.extraction.sifting.spans import naming, sentences, speaks_of, sums, without, words
from bot.extraction.text.focus import NOT_FOCUS, was_at
from bot.extraction.text.masking import segments_of
from bot.model.money import Money

if TYPE_CHECKING:
    from bot.extraction.text.context import Context, Sentence
    from bot.extraction.text.mentions import Mention
    from bot.grammar.money import MoneyMention
    from bot.grammar.numbers import NumberMention

_BESIDE: Final = re.compile(
    r"['’]s? (?:[a-z-]+ ){0,2}(?:(?:rivals|competitors|peers|neighbou?rs|customers|suppliers)\b|"
    r"(?:rivals?|competitors?|peer|parent|owner|spin-?(?:off|out)|supplier|customer|neighbou?r|affiliate|"
    r"subsidiary),? (?=[A-Z]))"
)
"""Behind a name that only says whose rival, owner or child another one is."""
_ONCE_AT: Final = re.compile(
    r"\b(?:who|whom|whose|[Ff]ormer|formerly|ex-\w+|veterans?|alumni|alumn[aou]s|worked|designed|had been)\b"
    r"[^,;.]{0,90} (?:at|for|of|from|with) \Z"
)
"""Before the name of a house at which somebody was before."""
_UNNAMED: Final = re.compile(
    r"\b(?:(?:new|own|next|second|unnamed|nameless|as-yet-unnamed|yet-to-be-named) "
    r"(?:company|venture|startup|start-up|firm|business|outfit)\b[^.;]{0,60}\b(?:not (?:yet )?(?:been )?(?:named|"
    r"have a name)|has no name|without a name|in stealth)|"
    r"(?:unnamed|nameless|as-yet-unnamed|yet-to-be-named|still unnamed) (?:[a-z-]+ ){0,2}(?:company|venture|startup|"
    r"start-up|firm|business|outfit))\b"
)
"""A house of which the name is not told, so that no other is meant."""
_DESCRIBED: Final = re.compile(r"[Tt]he (?:[\w-]+ ){0,4}(?:startup|start-up)\Z")
_ELSE: Final = ("followed by ", "from ", "From ")
"""Before who came next in a ranking of rounds, or of whom goods are, as well as before who put money in."""
_FOR: Final = re.compile(
    r"(?:,? (?:in|of|as)? ?(?:an? |the |its )?(?:Series [A-H]\+?|pre-seed|[Ss]eed|[A-H]|angel|growth|bridge|round|"
    r"raise|financing|funding|extension|investment|money|capital)(?: round| financing| funding| extension)?){0,2},? "
    r"(?:for|into|to|at) (?:[a-z][\w-]* ){0,5}\Z"
)
"""Between the sum of a round and the name of whose round it is ("a €15 million Series A for Foo")."""
_AHEAD: Final = 90
_LEAD: Final = 3
"""Sentences with which a piece begins."""
_WHICH_GAVE: Final = re.compile(
    r", (?:which|who) (?:has |have |had |also |itself )*(?:committed|invested|put in|put|contributed|provided|gave|"
    r"paid|added|injected) (?:in )?(?:about |around |over |more than |nearly |some |another |up to )*\Z"
)
"""Between who alone gave a sum and the sum ("the arm of Foo, which committed €6 million")."""
_NO_HOUSE: Final = re.compile(
    r"\b(?:Ward|City|Prefecture|County|Province|Municipality|Ministry|University|Parliament|Government)\Z"
)
"""How what raises no rounds is called."""
_PART_OF: Final = re.compile(
    r"\b(?:of|out of) (?:which|that|it|this|the (?:proceeds|sum|total|money)),? (?:about |around |over |more than |"
    r"nearly |some |up to |almost )*\Z"
)
_FOR_USE: Final = re.compile(
    r" (?:is|are|was|were|will be|will|would|goes|go|went)? ?(?:for|to|towards|into|in|as|earmarked|allocated|used|"
    r"spent|set aside|paid|reserved)\b(?! [A-Z])"
)
"""Around a part of a sum that is told with what it is for."""


def _amounts(context: Context, draft: Draft) -> list[tuple[MoneyMention, Sentence]]:
    amount = draft.slots.get("amount")
    return list(sums(context, draft, amount.value)) if isinstance(amount, Money) else []


def _company(context: Context, draft: Draft) -> Draft | None:
    """No round of a public body, of whom only a rival or somebody once employed there is told, of a nameless house."""
    if draft.kind != "funding":
        return draft
    company, text = str(draft.slots["company"]), context.text
    if _NO_HOUSE.search(company):
        return None
    places = naming(context, draft, company)
    if not places:
        unnamed = _UNNAMED.search(words(context, draft)) or _is_described(context, draft, company)
        unnamed = unnamed or _was_left(context, company)
        return None if unnamed else draft
    beside = all(_BESIDE.match(text, m.end) for m in places)
    once = all(was_at(text, m) or _ONCE_AT.search(text, max(draft.start, m.start - 120), m.start) for m in places)
    return None if beside or once or _only_backs(context, draft, {m.start for m in places}) else draft


def _crowd(context: Context, draft: Draft) -> Draft | None:
    """No company's sum or staff of what many, or a whole trade, raised, are worth or employ."""
    value = draft.slots.get("amount", draft.slots.get("value"))
    figure = value.value if isinstance(value, Money) else value
    if draft.kind not in {"funding", "metric"} or not isinstance(figure, int | float):
        return draft
    measure, house = draft.slots.get("measure"), str(draft.slots.get("company", draft.slots.get("subject")))
    told: list[tuple[MoneyMention | NumberMention, Sentence]]
    told = [(m, s) for s in sentences(context, draft) for m in s.money if m.money.value == figure]
    if measure == "employees" or (
        measure == "units" and not any(speaks_of(s, house) for s in sentences(context, draft))
    ):
        told = [(n, s) for s in sentences(context, draft) for n in s.numbers if n.value == figure]
    if not told or not all(of_crowd(s, m.start) for m, s in told):
        return draft
    counts = draft.kind == "metric" and not any(
        c.name == house and c.kind == "org" and c.subkind not in NOT_FOCUS for c in context.clusters
    )
    return draft if counts else None


def _only_backs(context: Context, draft: Draft, places: set[int]) -> bool:
    """Whether the company is named only among those who put money in ("participants include Foo and Bar")."""
    backing = {
        name.start
        for sentence in sentences(context, draft)
        for segment in segments_of(context, sentence)
        for backs in backings(segment)
        if not backs.ahead and not segment.text.startswith(_ELSE, backs.position)
        for name in backs.names
    }
    return places <= backing


def _was_left(context: Context, company: str) -> bool:
    """Whether a piece begins with who left the company for another, so that "the company" is hardly that one."""
    lead = context.body[min(_LEAD, len(context.body)) - 1].end if context.body else 0
    return any(
        m.start < lead and was_at(context.text, m) for c in context.clusters if c.name == company for m in c.named
    )


def _is_described(context: Context, draft: Draft, company: str) -> bool:
    """Whether its sentences only speak of "the start-up", and that is another house."""
    met = [m for s in sentences(context, draft) for m in s.mentions if m.kind == "org"]
    described = [m for m in met if m.anaphoric and _DESCRIBED.match(m.text)]
    return bool(described) and not any(m.cluster.name == company for m in met)


def _part(context: Context, draft: Draft) -> Draft | None:
    """No round of a part of another sum that is told with its use ("of which $15 million is for a plant")."""
    places = _amounts(context, draft) if draft.kind == "funding" else []
    part = bool(places) and all(
        _PART_OF.search(context.text, s.start, m.start) and _FOR_USE.match(context.text, m.end) for m, s in places
    )
    return None if part else draft


def _giver(context: Context, draft: Draft) -> Draft | None:
    """A sum that one of those named is said to have given, without the others; none where that is no backer of it."""
    told, places = backed_by(draft), _amounts(context, draft)
    if not told or not places:
        return draft
    gave = [met for m, s in places if (met := _WHICH_GAVE.search(context.text, s.start, m.start)) is not None]
    if len(gave) < len(places):
        return draft
    last = max(met.start() for met in gave)
    names = {c.name for met in gave for c in context.clusters for m in c.mentions if m.end == met.start()}
    others = {
        b.name for b in told if b.name not in names and all(m.start < last for m in naming(context, draft, b.name))
    }
    left = tuple(b for b in told if b.name not in others)
    if left or "round" in draft.slots:
        return draft if left == told else without(draft, investors=left)
    return None


def _for_whom(context: Context, money: MoneyMention, sentence: Sentence) -> Mention | None:
    """The house that the words behind a sum say it is for."""
    behind = [m for m in sentence.mentions if money.end <= m.start < money.end + _AHEAD and m.kind != "place"]
    first = min(behind, key=lambda m: m.start, default=None)
    if first is None or first.anaphoric or not _FOR.fullmatch(context.text, money.end, first.start):
        return None
    return first


def for_others(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts without rounds whose sum is told, in each of its places, to be for another company that is told it."""
    rounds = {
        (str(d.slots["company"]), amount.value)
        for d in drafts
        if d.kind == "funding" and isinstance(amount := d.slots.get("amount"), Money)
    }
    for draft in drafts:
        places = _amounts(context, draft) if draft.kind == "funding" else []
        met = [_for_whom(context, money, sentence) for money, sentence in places]
        whose = {m.cluster.name for m in met if m is not None}
        other = bool(whose) and all(met) and draft.slots["company"] not in whose
        if not other or not any((name, money.money.value) in rounds for name in whose for money, _ in places):
            yield draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_company, _crowd, _part, _giver)
