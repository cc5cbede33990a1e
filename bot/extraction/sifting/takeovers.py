"""Takeovers: who sells and who buys, not who only backs or judges them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.backers import backed_by
from bot.extraction.sifting.sides import kind_of
from bot.extraction.sifting.spans import naming, sentences, speaks_of, sums, without, words
from bot.grammar.portions import portion
from bot.model.money import Money
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.extraction.text.context import Context, Sentence

_TOKEN: Final = 10.0
_LEAST: Final = 50_000.0
"""Between a sum for form's sake and what a firm costs lie the prices of goods."""
_REACH: Final = 40
_MORE = re.compile(r"\b(?:an additional|up to a further|another|plus up to) \Z")
_VALUED = re.compile(
    r"\b(?:valuation of|valu(?:es|ed|ing) [^.;,]{1,40} at) (?:about |around |some |nearly |over )?(?:US)?\Z"
)
"""Before what the whole of a house is worth of which a part is bought."""
_IF = re.compile(r" (?:in|of) (?:[\w-]+ ){0,2}(?:contingent|earn-?outs?|milestones?|milestone-based|deferred)\b")
_BACKED = re.compile(r"\bback(?:ed|ing) (?:by|from) (?:[\w&.'-]+(?: [\w&.'-]+)?,? (?:and )?)?\Z")
_SELLS = re.compile(
    r"\b(?:s[eo]lls?|sold|selling|sale|seller|from|family|part(?:s|ed|ing) with|hand(?:s|ed) over|offload\w*|"
    r"divest\w*|dispos\w+)\b",
    re.IGNORECASE,
)
_TAKES_OVER = re.compile(r"\bt(?:ook|ak(?:es?|en|ing)) (?:over|charge)\b")
_JUDGE = re.compile(
    r"\b(?:EU|European Union|Commission|Authority|Ministry|Regulator|Agency|Bureau|Court|Department|Office|Government|"
    r"FTC|CMA|SAMR|CFIUS|Parliament)\b"
)
_JUDGED = re.compile(
    r"\b(?:clear(?:s|ed)|approv\w+|object\w*|antitrust|competition|merger control|block(?:s|ed)|prob(?:e|ed|ing)|"
    r"review\w*|examin\w+|permit\w*|waved through|green light|conditions?|concern\w*|investigat\w+)\b",
    re.IGNORECASE,
)
"""Who judges a takeover by others, and how that is told."""
_FOR_SHARE = re.compile(r"\bfor (?:its |an? |the |another )?(?:first )?[1-4]?\d(?:\.\d+)?(?:%| per ?cent)")
_CONTROLS = re.compile(r"\b(?:control|majority|remaining|rest of|whole|full ownership)\b")
_OWN_CLAUSE = re.compile(r",? (?:which|who|whose)\b")
_CLAUSE_BEFORE = re.compile(r", (?:which|who) [^,;.]+, and (?:the )?\Z")
"""Around a name that a clause about another one does not speak of ("Foo, which bought Bar, and Baz, which …")."""
_BEFORE_THIS = re.compile(
    r"\b(?:previous(?:ly)?|earlier|initial(?:ly)?|already|had (?:first )?(?:paid|invested|spent|bought))\b"
)
_BOUGHT_BY = re.compile(r"\bacquisition (?:and ownership )?by [A-Z]")
"""Of a house that another than the person buys who is spoken of ("led its growth and acquisition by Foo")."""
_BOUGHT_FROM = re.compile(
    r"\b(?:bought|buys?|acquire[sd]?|purchase[sd]?|t(?:ook|aken) over)\b[^.;,]{1,60}? from (?:the |its |"
    r"[a-z-]+ ){0,3}\Z"
)
"""Before who sells a house, whoever bought it ("The Tokyo investor had bought Bar from Foo")."""
_LATER_SOLD = re.compile(
    r"\b(?:and|but) (?:it |was |has |had ){0,2}(?:later|then|since|afterwards|subsequently) "
    r"(?:re)?sold\b[^.;,]{0,50} to \Z"
)
"""Before who bought a house from the one that the sentence tells of first, at another time."""
_WHEN_THE = re.compile(r" \w+ (?:when|after|because|once) the (?:group|company|firm|house|[a-z]+maker)\b")
"""Behind one who did something when another, that is not named again, bought a house."""
_TO = re.compile(r"\bto (?:the )?\Z")
_BESIDE = range(1, 5)
"""Before a new owner, and how many letters behind it its time stands ("went to Foo in 2013 and to Bar in 2017")."""
_PUT_IN = re.compile(
    r"\b(?:invest(?!ment bank)|rais|rounds?\b|financ|fund(?:ed|ing)|subscri|new(?:ly issued)? shares|Series)", re.I
)
_THE_DEAL = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:[a-z-]+ ){0,2}(?:deal|acquisition|takeover|purchase|sale|transaction|price|"
    r"offer|merger)\b"
)
_PAYS = re.compile(r"\b(?:b(?:uy|ought)\w*|acqui\w+|purchas\w+|pa(?:y|id|ys)|shares?|stakes?|price|per ?cent)\b|%")


def _seller(context: Context, draft: Draft) -> Draft:
    """Nobody buys from himself, nothing sells itself, no place sells anything, and a person not who is only named."""
    seller = draft.slots.get("seller")
    if draft.kind != "acquisition" or not isinstance(seller, str):
        return draft
    person = kind_of(context, seller) == "person"
    no_seller = (
        seller in (draft.slots["buyer"], draft.slots["target"])
        or context.registry.is_place(seller)
        or _only_backs(context, draft, seller)
        or (person and not _SELLS.search(words(context, draft)))
    )
    return without(draft, seller=None) if no_seller else draft


def _buyer(context: Context, draft: Draft) -> Draft | None:
    """None that only who backs the buyer makes, nor of a post that is taken over, a minority or goods in a shop."""
    if draft.kind != "acquisition":
        return draft
    buyer = str(draft.slots["buyer"])
    person = kind_of(context, buyer) == "person"
    text, target = words(context, draft), draft.slots["target"]
    post = person and _TAKES_OVER.search(text) and not _PAYS.search(text)
    judges = _JUDGE.search(buyer) and _JUDGED.search(text)
    amount = draft.slots.get("amount")
    named = naming(context, draft, buyer)
    if named and all(_BOUGHT_FROM.search(context.text, draft.start, m.start) for m in named):
        return None
    if named and all(_LATER_SOLD.search(context.text, draft.start, m.start) for m in named):
        draft = without(draft, date=None, seller=None)
    if named and all(_WHEN_THE.match(context.text, m.end) for m in named):
        return None
    own = [d.when for s in sentences(context, draft) for m in named for d in s.dates if d.start - m.end in _BESIDE]
    if (
        named
        and len(own) == len(named)
        and own[0] is not None
        and _TO.search(context.text, draft.start, named[0].start)
    ):
        draft = without(draft, date=own[0])
    retail = isinstance(amount, Money) and _TOKEN < amount.value < _LEAST
    told = " ".join(s.text for s in context.sentences if speaks_of(s, target))
    minority = _FOR_SHARE.search(text) and not _CONTROLS.search(told)
    post = post or (person and _BOUGHT_BY.search(text) and not re.search(rf"by {re.escape(buyer)}", text))
    return None if post or judges or minority or retail or _only_backs(context, draft, buyer) else draft


def _target(context: Context, draft: Draft) -> Draft | None:
    """None of what has a clause of its own behind one that tells of another takeover."""
    if draft.kind != "acquisition":
        return draft
    places = naming(context, draft, str(draft.slots["target"]))
    apart = [
        _OWN_CLAUSE.match(context.text, m.end) and _CLAUSE_BEFORE.search(context.text, draft.start, m.start)
        for m in places
    ]
    return None if apart and all(apart) else draft


def _price(context: Context, draft: Draft) -> Draft:
    """Without the price and date of a stake that was bought before, and what is paid elsewhere now for one long ago."""
    amount, when = draft.slots.get("amount"), draft.slots.get("date")
    if draft.kind != "acquisition" or not isinstance(amount, Money):
        return draft
    told = [s for s in context.sentences if any(m.money.value == amount.value for m in s.money)]
    if not told or any(s.start < draft.end and draft.start < s.end for s in told):
        return draft
    target = draft.slots["target"]
    dated = isinstance(when, When) and any(
        d.when is not None and d.when.overlaps(when) for s in sentences(context, draft) for d in s.dates
    )
    published = context.published
    old = isinstance(when, When) and published is not None and when.end.year < published.start.year - 1
    if all(_BEFORE_THIS.search(s.text) for s in told):
        return without(draft, amount=None, **({} if dated else {"date": None}))
    named = any(speaks_of(s, target) for s in told)
    if not named and _is_anothers(context, draft, told):
        return without(draft, amount=None)
    return without(draft, amount=None) if old and dated and not named else draft


def _is_anothers(context: Context, draft: Draft, told: Sequence[Sentence]) -> bool:
    """Whether a sum stands only in other paragraphs that name others and neither the buyer nor the deal."""
    own = {s.paragraph for s in sentences(context, draft)}
    buyer = draft.slots["buyer"]
    return all(
        s.paragraph not in own
        and not speaks_of(s, buyer)
        and not _THE_DEAL.search(s.text)
        and any(m.kind == "org" and not m.anaphoric for m in s.mentions)
        for s in told
    )


def _only_backs(context: Context, draft: Draft, name: str) -> bool:
    """Whether a house is named in the sentence only as one that stands behind another ("Acme, backed by Foo")."""
    places = [mention.start for mention in naming(context, draft, name)]
    return bool(places) and all(_BACKED.search(context.text, max(draft.start, at - _REACH), at) for at in places)


def _beside(context: Context, draft: Draft) -> Draft:
    """A takeover without what is paid beside its price, or for form's sake."""
    amount = draft.slots.get("amount")
    if draft.kind != "acquisition" or not isinstance(amount, Money):
        return draft
    part = portion(words(context, draft)) == "old"
    beside = [
        _MORE.search(context.text, s.start, m.start)
        or _IF.match(context.text, m.end)
        or (part and _VALUED.search(context.text, s.start, m.start))
        for m, s in sums(context, draft, amount.value)
    ]
    return without(draft, amount=None) if amount.value <= _TOKEN or (beside and all(beside)) else draft


def own_parts(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without a takeover of who only sells a part of itself to the same buyer, or that told as a round."""
    taken = {(d.slots["buyer"], d.slots["target"], d.start) for d in drafts if d.kind == "acquisition"}
    drafts = [
        d
        for d in drafts
        if d.kind != "funding"
        or not any((b.name, d.slots["company"], d.start) in taken for b in backed_by(d))
        or _PUT_IN.search(words(context, d))
    ]
    sellers = {(d.slots["buyer"], d.slots["seller"]) for d in drafts if d.kind == "acquisition" and "seller" in d.slots}
    return [d for d in drafts if d.kind != "acquisition" or (d.slots["buyer"], d.slots["target"]) not in sellers]


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_buyer, _target, _price, _seller, _beside)
