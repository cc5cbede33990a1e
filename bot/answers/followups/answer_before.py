"""What is asked of the very answer before: "why?", "how much was that?", "is that confirmed?", "and before that?"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.pointing import TOTAL
from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.followups.other_times import at_another_time, begins_with_another, places
from bot.answers.followups.sources import PUBLISHED, SAYS_SO, source_lines
from bot.answers.found import Found
from bot.answers.query import Query
from bot.answers.sentences.evidence import counts, of_the_kind
from bot.grammar.money import find_money
from bot.grammar.patterns import Pattern
from bot.model.answer import Line
from bot.model.money import Money
from bot.store.read import Passage, StoredEvent

_OPENS = Pattern(r"^(?:(?:and|but|so|ok|okay|then)\b[ ,]*)+|[ ?.!,]+$")
_DEAL = r"(?:the )?(?:round|deal|purchase|takeover|acquisition|sale|merger|listing|launch|move)"
_OF_IT = Pattern(
    r"^(?:for |since |by (?=when)|until |from )?(?:how much|when|where|why(?: not)?|how come)(?: for| since)?(?: "
    r"exactly| precisely)?"
    rf"(?: (?:was|is|did|does|will|were|has)(?: (?:it|that|this|all that|{_DEAL}))"
    r"(?: (?:happen(?:ed|ing)?|be|been|(?:take|taken) place|announced|altogether|in total|exactly))?)?$"
)
"""Nothing but what the answer before leaves open or tells besides."""
_SUM_OF_IT = Pattern(
    r"^(?:(?:at|for|to) (?:what|which) (?:price|sum|amount|cost|figure)(?: tag)?|for how much(?: money| cash)?|"
    r"(?:what (?:was|is) )?the (?:price(?: tag)?|sum|amount|size)(?: of (?:it|that|the (?:round|deal)))?|"
    rf"how (?:big|large)(?: (?:was|is) (?:it|that|this|{_DEAL}))?|"
    r"(?:what|how much) (?:did|does|do|will|would|could|might|may|can|is) (?:it|that|this|they|he|she|the \w+) "
    r"(?:likely to |expected to |set to |going to )?(?:cost|pay|get|go for|bring in|fetch|sell for|be worth|be sold "
    r"for)(?: (?:for|in) (?:it|that|this|them|the \w+|all))?)"
    r"(?: (?:altogether|in total|exactly|then|again))?$"
)
"""The sum of a deal that the answer before told."""
_COUNT_OF_IT = Pattern(
    r"^how many(?: of (?:them|those|these))?(?: (?:are|were|is|was|did|do|have|has) (?:they|there|it|that|those|"
    r"these)?)?(?: ?(?:of them|in all|in total|altogether|exactly|involved|affected|there))*$"
)
"""How many of those there are whom the answer before was about."""
_AHEAD = Pattern(r"\b(?:could|might|may|likely|expected)\b")
_AHEAD_TOLD = Pattern(
    r"\b(?:could|might|may|would|will|as much as|up to|expect\w*|likely|at least|more than|estimat\w+|seek\w*|want\w*|"
    r"hop\w+|plan\w*)\b",
    re.I,
)
"""What is still to come is asked for, and told."""
_IN_ALL = Pattern(
    r"\b(?:total|totals|totall\w+|cumulative\w*|altogether|in all|all in|to date|so far|since (?:its|the) (?:founding|"
    r"inception|start)|overall|combined|together with (?:previous|earlier))\b|累计|总额|共融",
    re.I,
)
_SUM = Pattern(r"\d[\d.,]{0,15}\s?(?:million|billion|mn|bn|m\b|crore|lakh|万|亿)|\b(?:million|billion)s?\b", re.I)
_IS_IT_SO = Pattern(
    rf"^(?:(?:is|was|has|are) (?:it|that|this|{_DEAL})(?: (?:been|really|already|now|officially|actually|even))* "
    r"(?:confirmed|official|true|certain|sure|definite|final|done|closed|completed|signed|denied|"
    r"(?:just |only )?a rumou?r)|(?:officially )?confirmed|official|(?:only |just )?a rumou?r|rumou?red|"
    r"(?:confirmed or|rumou?r(?:ed)? or) (?:a )?(?:rumou?r(?:ed)?|denied|not|done|confirmed|real|fact))"
    r"(?: yet| already| by (?:them|anyone|anybody|now|either side))?$|"
    r"^(?:did|have|has) (?:they|it|he|she|the company|either side|anyone|anybody) (?:confirm|den[yi])\w*"
    r"(?: (?:it|that|this))?$"
)
_BEFORE_THAT = Pattern(
    r"^(?:(?:what|how) about |what (?:was|happened|were|is) (?:it |that |this |they |the (?:figure|number|price|sum|"
    r"valuation) )?|how (?:much|many) (?:(?:was|were) (?:it|that|they) )?|who )?"
    r"(?:(?:the )?(?:one|round|time|year|term|quarter|month|deal|half|season) before(?: that| this| then)?|"
    r"before (?:the )?(?:cut|rise|increase|change|round|deal|drop|reduction|hike|sale|takeover|launch)|"
    r"(?:before|earlier|previously|formerly|originally|initially|at (?:first|the (?:start|outset|beginning|time))|"
    r"in the beginning|back then|to (?:start|begin) with)(?: (?:that|this|then))?|"
    r"(?:the )?previous (?:one|round|year|time|deal|term|quarter|price|valuation|owner|sum|figure))$"
)
_WHO_BEFORE = Pattern(
    r"^who (?:was|had|held|did|ran|led|headed|came|got|owned)\b.{0,60}\bbefore (?:him|her|them)$|^before (?:him|her)$|"
    r"^(?:who (?:was|is) |what (?:about|happens? to|happened to|became of|becomes of) )?(?:his|her|their|the) "
    r"predecessor"
    r"(?:,? (?:who (?:was|is) (?:it|that|he|she)|what (?:about|happens? to|happened to|became of|becomes of) "
    r"(?:him|her|them)|what does (?:he|she) do(?: now)?|where (?:is|does|did) (?:he|she)(?: go)?(?: now)?))?$"
)
_OF_PREDECESSOR = Pattern(
    r"^what (?:happens|happened|became|becomes|about) (?:(?:to|of) )?(?:him|her|them) (?:and )?(?:his|her|their|the) "
    r"predecessor[ ?.!]*$"
)
_CAME_AFTER = Pattern(
    r"\b(?:succeeds|succeeded(?! by)|succeeding|replac(?:es|ing)|replaced(?! by)|took over from|takes over from|"
    r"tak(?:es|ing) the reins from|follows (?=\W*[A-Z])|followed (?!by)(?=\W*[A-Z])|hand(?:ed|s|ing)? (?:it |the \w+ "
    r")?(?:over )?to|predecessor|inherited)\b",
    re.I,
)
_REASON = Pattern(
    r"\b(?:because|due to (?=(?:the|an?|its|their|[a-z]+ing) )|as a result|so that|in order to|owing to|reasons?|"
    r"thanks to|a matter of|in a bid to|in an effort to|with the aim|so as to|blam(?:es?|ed|ing)|cit(?:es|ed|ing)|"
    r"attribut\w+|(?:but|and|which|who|it|they|he|she) (?:had )?fail(?:s|ed) to|fell (?:short|through)|lack(?:s|ed|"
    r"ing)? "
    r"(?:of )?\w+|instead of|rather than|undervalu\w+|conclu\w+|"
    r"too (?:low|high|little|late|early|small|big|expensive|risky|slow|few|many)|insufficient|inadequate|the idea is|"
    r"which (?:is|was) why|that(?:'s| is| was) why)\b|因为|由于|为了",
    re.I,
)
_SETTLED = Pattern(
    r"\b(?:confirm\w*|den(?:y|ies|ied)|declined to comment|would not comment|in talks|talks (?:could|may|might)|"
    r"not (?:been )?(?:decided|confirmed|final|signed)|reportedly|"
    r"(?:has|have|had) (?:not )?received (?:no|an?) (?:\w+ )?offers?|familiar with the matter|"
    r"close to the (?:matter|situation|talks)|"
    r"definitive agreement|subject to (?:\w+ ){0,3}approvals?|rumou?rs?)\b",
    re.I,
)
_TOOK_UP = Pattern(
    r"\b(?:since|became|appointed|named|joined|took|taking|takes|promoted|hired|succeeded|came|left|leave|until|"
    r"stepp\w+|resign\w*)\b",
    re.I,
)
_STATED = Pattern(r"\b(?:said|announced|agreed|signed|completed|closed|confirmed|filed)\b", re.I)
_PUT_IN = Pattern(
    r"^how much (?:(?:money|cash) )?(?:did|has|does|will|is) <\d+> (?:put(?:ting|s)?|give|given|gave|taken?|pay|paid)"
    r"(?: (?:in(?:to)?|up|of|for|from)(?: (?:it|that|this|the round|themselves|itself|himself|herself))?)?$"
)
OF_A_DEAL = Pattern(
    r"\b(?:b(?:uy\w*|ought)|acquir\w*|purchas\w*|sell\w*|sold|tak(?:e|es|ing|en) over|took over|merg\w*|rais\w*|"
    r"rounds?|led|"
    r"invest\w*|back(?:s|ed)|stakes?|offer(?:s|ed)?|bids?)\b|<round>"
)
OF_PRICE = Pattern(
    r"\b(?:pa(?:y\w*|id)|prices?|priced|consideration|purchas\w*|worth|valu\w+|acquir\w+|b(?:uy\w*|ought)|sold|sell\w*|"
    r"rais\w+|"
    r"rounds?|invest\w*|deals?|transaction|earn-?out|stakes?|put in|secured|closed|funding|financing|capital|series|"
    r"seed|proceeds|"
    r"amounts?|sums?|fetch\w*|brought)\b|"
    r"融|投资|收购|作价|交易",
    re.I,
)
"""What a sentence says that tells the sum of a deal, and not some other sum."""
_BOTH_TIMES = Pattern(
    r"\b(?:from|up from|down from|against|compared (?:with|to)|instead of|after|previous\w*|then)\b", re.I
)
"""What a sentence says that tells of two times."""
_HE_OR_SHE = Pattern(r"^[\"“]?(?:he|she)\b", re.I)
_CLOSE, _NEAR, _FAR_REASON = 2, 4, 12
"""Sentences from those that answered to one that tells more; a reason may stand further off where it names somebody."""
FOLLOWS = "follows"
"""The rule of what was found beside the answer before: whom it speaks of is known from there."""
_BEGINS = 12
"""Letters before a name with which a sentence begins."""
_SAID_OF_MANY = 3
_STATES = {
    "rumored": "Told as talks or a rumour, not as agreed",
    "announced": "Told as announced, not as closed",
    "denied": "Told as denied",
    "completed": "Told as done",
}
_DEALS = ("acquisition", "funding")
_WORTH = Pattern(r"\b(?:worth|valu\w+)\b")


@dataclass(frozen=True, slots=True)
class Following:
    """What answers a question on the answer before; `found` is None where nothing tells it."""

    found: Found | None


def following(desk: Desk, clause: Clause) -> Following | None:
    """What a clause asks of the answer before it; None where it asks for anything else."""
    last = desk.memory.answered()
    if last is not None and _OF_PREDECESSOR.match(clause.shape):
        return _who_before(desk, last)
    if last is None or clause.asked or clause.unknown:
        return None
    shape = _OPENS.sub("", clause.shape)
    shape = _OPENS.sub("", shape)
    if _PUT_IN.match(shape) and len(clause.names) == 1:
        return _of_one(desk, clause, last)
    if _WHO_BEFORE.match(shape):
        return _who_before(desk, last)
    if clause.names or clause.narrow.given:
        return None
    if _OF_IT.match(shape):
        return Following(_told_besides(desk, clause, last))
    if _SUM_OF_IT.match(shape) and _is_deal(last):
        ahead = bool(_AHEAD.search(shape))
        told = _told_besides(desk, replace(clause, wants="money"), replace(last, told=()) if ahead else last)
        if told and ahead:
            told = replace(told, passages=tuple(p for p in told.passages if _AHEAD_TOLD.search(p.text)))
        return Following(told) if told and (told.events or told.passages) else None
    if TOTAL.match(clause.shape) and (total := _total(desk, last)):
        return Following(total)
    if _COUNT_OF_IT.match(shape):
        counted = _counted(desk, last)
        return Following(counted) if counted else None
    if SAYS_SO.match(shape) or PUBLISHED.match(shape):
        return Following(replace(_as_found(last), lead=source_lines(desk, last)))
    if _IS_IT_SO.match(shape):
        return Following(_whether(desk, last))
    if _BEFORE_THAT.match(shape):
        return _before_that(desk, clause, last)
    return None


def _is_deal(last: Focus) -> bool:
    """Whether the answer before told of a deal."""
    told = last.told[:_SAID_OF_MANY]
    return any(one.kind in _DEALS for one in told) or (not told and bool(OF_A_DEAL.search(last.clause.shape)))


def _as_found(last: Focus) -> Found:
    return Found(last.clause, last.told, last.passages, last.answer, last.query, FOLLOWS)


def _told_besides(desk: Desk, clause: Clause, last: Focus) -> Found | None:
    """The facts of the answer before that tell the sum, the day or the place; else a sentence beside them."""
    before = _as_found(last)
    events = tuple(told for told in last.told[:_SAID_OF_MANY] if _tells(told, clause.wants))
    if events and clause.wants != "why":
        return replace(before, events=events, passages=())
    if clause.wants == "when" and last.told:
        before = replace(before, passages=())  # a day in what stands beside the facts is one of something else
    passages = _around(desk, before, clause, {"why": _FAR_REASON, "when": 0}.get(clause.wants, _CLOSE))
    return replace(before, events=(), passages=passages) if passages else None


def _total(desk: Desk, last: Focus) -> Found | None:
    """The sentences near the answer before that tell what was raised in all."""
    before = _as_found(last)
    told: dict[Passage, None] = {}
    for at in places(desk, before):
        near = (one for one in desk.sentences.discourse.near(at, _CLOSE, _NEAR) if one.ordinal > 0)
        own = (one for one in near if not begins_with_another(desk, one, at, before.clause.ids))
        told |= dict.fromkeys(one for one in (at, *own) if _IN_ALL.search(one.text) and _tells_sum(one.text))
    return replace(before, events=(), passages=tuple(told)[:2]) if told else None


def _tells_sum(text: str) -> bool:
    """Whether a sentence tells a sum, with a currency or without one."""
    return bool(find_money(text) or _SUM.search(text))


def _counted(desk: Desk, last: Focus) -> Found | None:
    """The sentences of the answer before, or right beside it, that give a number of those whom it was about."""
    before = _as_found(last)
    told = tuple(
        near
        for at in places(desk, before)
        for near in (at, *desk.sentences.discourse.near(at, 1, 1))
        if near.ordinal > 0 and any(counts(near.text, (word,)) for word in last.clause.content)
    )
    return replace(before, events=(), passages=tuple(dict.fromkeys(told))[:2]) if told else None


def _tells(told: StoredEvent, wants: str) -> bool:
    if wants == "money":
        return isinstance(told.event.best("amount"), Money) or told.event.best("unit") in ("USD", "EUR", "CNY")
    if wants == "when":
        return told.date is not None and (told.kind != "role" or told.event.best("start") is not None)
    return wants == "where" and told.event.best("place") is not None


def _around(desk: Desk, before: Found, clause: Clause, far: int) -> tuple[Passage, ...]:
    """The sentences of the answer before and those beside them that tell the kind of thing asked for."""
    named = frozenset(before.clause.ids) | frozenset(before.asked)
    discourse = desk.sentences.discourse
    out: list[Passage] = []
    for at in places(desk, before):
        for near in sorted((at, *discourse.near(at, far, far)), key=lambda p: abs(p.ordinal - at.ordinal)):
            others = {i for i in discourse.ids(near) - named - discourse.ids(at) if discourse.kind(i) != "place"}
            fits = bool(_REASON.search(near.text)) if clause.wants == "why" else of_the_kind(near, clause, ())
            if clause.wants == "money" and OF_A_DEAL.search(before.clause.shape):
                fits = fits or bool(_SUM.search(near.text))
            if clause.wants == "why" and abs(near.ordinal - at.ordinal) <= _NEAR:
                first = next(iter(discourse.named(near)), None)
                others = others if first is not None and first.start < _BEGINS and first.ids & others else set()
            if clause.wants == "when" and any(told.kind == "role" for told in before.events):
                fits = fits and bool(_TOOK_UP.search(near.text))
            if clause.wants == "money" and OF_A_DEAL.search(before.clause.shape):
                fits = fits and bool(OF_PRICE.search(near.text))
            apart = abs(near.ordinal - at.ordinal) > _NEAR and not discourse.ids(near) & named
            if near.ordinal > 0 and fits and not others and not apart:
                out.append(near)
                break
    return tuple(dict.fromkeys(out))[:2]


def _whether(desk: Desk, last: Focus) -> Found | None:
    """What was told before with the state that it is in, and what is said beside it of how sure it is."""
    before = _as_found(last)
    stated = tuple(told for told in last.told[:_SAID_OF_MANY] if told.event.best("status") is not None)
    discourse = desk.sentences.discourse
    beside = [
        near
        for at in places(desk, before)
        for near in (at, *discourse.near(at, _CLOSE, _NEAR))
        if near.ordinal > 0 and (_SETTLED.search(near.text) or (near == at and _STATED.search(near.text)))
    ]
    passages = tuple(dict.fromkeys(beside))[:2]
    states = dict.fromkeys(_STATES[state] for one in stated if (state := str(one.event.best("status"))) in _STATES)
    lead = tuple(map(Line, states)) if len(states) == 1 else ()
    return replace(before, events=stated, passages=passages, lead=lead) if stated or passages else None


def _who_before(desk: Desk, last: Focus) -> Following:
    """A sentence that tells whom somebody came after."""
    people = [i for i in last.answer if desk.facts.kind(i) == "person"]
    people += [i for ids in desk.memory.people()[:1] for i in sorted(ids)]
    if not people:
        return Following(None)
    named = re.compile("|".join(rf"(?<!\w){re.escape(w)}(?!\w)" for w in _name_words(desk, people[0])))
    found: list[Passage] = []
    for article in dict.fromkeys(at.article for at in places(desk, _as_found(last))):
        every = desk.sentences.discourse.article(article)
        for n, passage in enumerate(every):
            if passage.ordinal == 0 or not _CAME_AFTER.search(passage.text):
                continue
            meant = bool(named.search(passage.text))
            meant = meant or bool(
                _HE_OR_SHE.match(passage.text) and any(named.search(p.text) for p in every[max(0, n - 2) : n])
            )
            if meant and _other_person(desk, passage, people[0]):
                found.append(passage)
    told = tuple(found[:2])
    return Following(replace(_as_found(last), events=(), passages=told, asked=()) if told else None)


def _name_words(desk: Desk, person: str) -> list[str]:
    return [word for word in desk.facts.name(person).split() if len(word) > 1] or [desk.facts.name(person)]


def _other_person(desk: Desk, passage: Passage, person: str) -> bool:
    """Whether a sentence names somebody else, known or written like a name."""
    known = desk.sentences.discourse.has_person(desk.sentences.discourse.ids(passage) - {person})
    return known or bool(re.search(r"\w (?:[A-Z][\w-]+ )+[A-Z][\w-]+", passage.text))


def _before_that(desk: Desk, clause: Clause, last: Focus) -> Following | None:
    """The fact of the same kind that lies before those told, else a sentence beside them on an earlier time."""
    days = [told.date.start for told in last.told if told.date is not None]
    before = _as_found(last)
    if days and isinstance(last.query, Query) and "role" not in last.query.kinds:
        query = replace(last.query, when=None, month=0, round="", topic=(), strict=0.0, order="newest", limit=12)
        needs = ("valuation",) if "valuation" in last.query.needs or _WORTH.search(last.clause.shape) else ()
        query = replace(query, needs=needs, lead=False, follows=False)
        shown = {told.id for told in last.told}
        earlier = [
            told
            for told in desk.lookup.run(query)
            if told.date is not None and told.date.start < min(days) and told.id not in shown
        ]
        if earlier:
            narrow = replace(before.clause.narrow, when=None, round="")
            return Following(
                replace(before, clause=replace(before.clause, narrow=narrow), events=(earlier[0],), passages=())
            )
    if "role" in {told.kind for told in last.told}:
        return None
    if len(last.told) > 1 and last.query is None:
        return Following(None)  # a list of deals: nothing says before which of them
    asked = replace(clause, wants=last.clause.wants, text=last.clause.text, names=last.clause.names)
    at = {(place.article, place.ordinal) for place in places(desk, before)}
    passages = tuple(
        passage
        for passage in at_another_time(desk, asked, before)
        if ((passage.article, passage.ordinal) not in at or _BOTH_TIMES.search(passage.text))
        and _goes_with(desk, passage, at, last)
    )
    return Following(replace(before, events=(), passages=passages) if passages else None)


def _goes_with(desk: Desk, passage: Passage, at: set[tuple[str, int]], last: Focus) -> bool:
    """Whether a sentence names whom the answer before was about, or stands right beside it and names nobody else."""
    discourse = desk.sentences.discourse
    named = frozenset(last.clause.ids)
    told = discourse.ids(passage)
    if told & named or (passage.article, passage.ordinal) in at:
        return True
    beside = any((passage.article, passage.ordinal + step) in at for step in (-1, 1))
    return beside and not any(discourse.kind(i) in ("org", "product") for i in told)


def _of_one(desk: Desk, clause: Clause, last: Focus) -> Following | None:
    """How much one of those that the answer before named gave or took."""
    ids = clause.names[0].ids
    if not ids & frozenset(last.answer):
        return None
    before = _as_found(last)
    discourse = desk.sentences.discourse
    told = tuple(
        dict.fromkeys(
            near
            for at in places(desk, before)
            for near in (at, *discourse.near(at, _NEAR, _NEAR))
            if near.ordinal > 0 and discourse.ids(near) & ids and of_the_kind(near, clause, ())
        )
    )
    alone = tuple(p for p in told if len(discourse.ids(p) & frozenset(last.answer)) == 1)
    return Following(replace(before, clause=clause, events=(), passages=alone[:2], asked=()) if alone else None)
