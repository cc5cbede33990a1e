"""What is asked of the very answer before: "why?", "how much was that?", "is that confirmed?", "and before that?"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause
from bot.answers.desk import Desk
from bot.answers.finding import Found
from bot.answers.other_times import at_another_time, places
from bot.answers.query import Query
from bot.answers.sentences.evidence import of_the_kind
from bot.grammar.patterns import Pattern
from bot.model.money import Money
from bot.store.read import Passage, StoredEvent

_OPENS = Pattern(r"^(?:(?:and|but|so|ok|okay|then)\b[ ,]*)+|[ ?.!,]+$")
_DEAL = r"(?:the )?(?:round|deal|purchase|takeover|acquisition|sale|merger|listing|launch|move)"
_OF_IT = Pattern(
    r"^(?:for |since )?(?:how much|when|where|why|how come|what for)(?: for| since)?(?: exactly| precisely)?"
    rf"(?: (?:was|is|did|does|will|were|has)(?: (?:it|that|this|all that|{_DEAL}))"
    r"(?: (?:happen(?:ed|ing)?|be|been|(?:take|taken) place|announced|altogether|in total|exactly))?)?$"
)
"""Nothing but what the answer before leaves open or tells besides."""
_IS_IT_SO = Pattern(
    rf"^(?:is|was|has|are) (?:it|that|this|{_DEAL})(?: (?:been|really|already|now|officially|actually|even))* "
    r"(?:confirmed|official|true|certain|sure|definite|final|done|closed|completed|signed|denied|"
    r"(?:just |only )?a rumou?r)(?: yet| already| by (?:them|anyone|anybody|now|either side))?$"
)
_BEFORE_THAT = Pattern(
    r"^(?:(?:what|how) about |what (?:was|happened) |how (?:much|many) (?:was it )?|who )?"
    r"(?:(?:the )?(?:one|round|time|year|term|quarter|month|deal|half|season) before(?: that| this| then)?|"
    r"(?:before|earlier)(?: (?:that|this|then))?|(?:the )?previous (?:one|round|year|time|deal|term|quarter))$"
)
_SAYS_SO = Pattern(
    r"^(?:(?:which|what) (?:article|paper|source|outlet|report)s? (?:says?|said|tells?|told|is|was|reported|wrote)"
    r"(?: (?:so|that|it|this|us that))?(?: from| in)?|who says(?: so| that)?|says who|(?:the |your )?sources?|"
    r"where (?:does it say|do you have|did you read|is) (?:that|it|this)(?: from| written)?|"
    r"according to (?:whom|who)|who reported (?:that|it|this))$"
)
_WHO_BEFORE = Pattern(
    r"^who (?:was|had|held|did|ran|led|headed|came|got|owned)\b.{0,60}\bbefore (?:him|her|them)$|^before (?:him|her)$|"
    r"^who (?:was|is) (?:his|her) predecessor$|^(?:his|her|the) predecessor$"
)
_CAME_AFTER = Pattern(
    r"\b(?:succeeds|succeeded(?! by)|succeeding|replac(?:es|ing)|replaced(?! by)|took over from|takes over from|"
    r"tak(?:es|ing) the reins from|hand(?:ed|s|ing)? (?:it |the \w+ )?(?:over )?to|predecessor|inherited)\b",
    re.I,
)
_REASON = Pattern(
    r"\b(?:because|due to (?=(?:the|an?|its|their|[a-z]+ing) )|as a result|so that|in order to|owing to|reasons?|"
    r"thanks to|a matter of|in a bid to|in an effort to|with the aim|so as to)\b|因为|由于",
    re.I,
)
_SETTLED = Pattern(
    r"\b(?:confirm\w*|den(?:y|ies|ied)|declined to comment|would not comment|in talks|talks (?:could|may|might)|"
    r"not (?:been )?(?:decided|confirmed|final|signed)|familiar with the matter|"
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
_HE_OR_SHE = Pattern(r"^[\"“]?(?:he|she)\b", re.I)
_CLOSE, _NEAR, _FAR_REASON = 2, 4, 12
"""Sentences from those that answered to one that tells more; a reason may stand further off where it names somebody."""
_SAID_OF_MANY = 3


@dataclass(frozen=True, slots=True)
class Following:
    """What answers a question on the answer before; `found` is None where nothing tells it."""

    found: Found | None


def following(desk: Desk, clause: Clause) -> Following | None:
    """What a clause asks of the answer before it; None where it asks for anything else."""
    last = desk.memory.foci[0] if desk.memory.foci else None
    if last is None or clause.asked or not (last.told or last.passages) or clause.unknown:
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
    if _SAYS_SO.match(shape):
        return Following(_as_found(last))
    if _IS_IT_SO.match(shape):
        return Following(_whether(desk, clause, last))
    if _BEFORE_THAT.match(shape):
        return _before_that(desk, clause, last)
    return None


def _as_found(last: Focus) -> Found:
    return Found(last.clause, last.told, last.passages, last.answer, last.query)


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


def _tells(told: StoredEvent, wants: str) -> bool:
    if wants == "money":
        return isinstance(told.event.best("amount"), Money) or told.event.best("unit") in ("USD", "EUR", "CNY")
    if wants == "when":
        return told.date is not None and (told.kind != "role" or told.event.best("start") is not None)
    return wants == "where" and told.event.best("place") is not None


def _around(desk: Desk, before: Found, clause: Clause, far: int) -> tuple[Passage, ...]:
    """The sentences of the answer before and those beside them that tell the kind of thing asked for."""
    named = frozenset(i for ids in before.clause.groups() for i in ids) | frozenset(before.asked)
    discourse = desk.sentences.discourse
    out: list[Passage] = []
    for at in places(desk, before):
        for near in sorted((at, *discourse.near(at, far, far)), key=lambda p: abs(p.ordinal - at.ordinal)):
            others = {i for i in discourse.ids(near) - named - discourse.ids(at) if discourse.kind(i) != "place"}
            fits = bool(_REASON.search(near.text)) if clause.wants == "why" else of_the_kind(near, clause, ())
            if clause.wants == "when" and any(told.kind == "role" for told in before.events):
                fits = fits and bool(_TOOK_UP.search(near.text))
            apart = abs(near.ordinal - at.ordinal) > _NEAR and not discourse.ids(near) & named
            if near.ordinal > 0 and fits and not others and not apart:
                out.append(near)
                break
    return tuple(dict.fromkeys(out))[:2]


def _whether(desk: Desk, clause: Clause, last: Focus) -> Found | None:
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
    return replace(before, events=stated, passages=passages) if stated or passages else None


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
    known = any(desk.facts.kind(i) == "person" for i in desk.sentences.discourse.ids(passage) - {person})
    return known or bool(re.search(r"\w (?:[A-Z][\w-]+ )+[A-Z][\w-]+", passage.text))


def _before_that(desk: Desk, clause: Clause, last: Focus) -> Following | None:
    """The fact of the same kind that lies before those told, else a sentence beside them on an earlier time."""
    days = [told.date.start for told in last.told if told.date is not None]
    before = _as_found(last)
    if days and isinstance(last.query, Query) and "role" not in last.query.kinds:
        query = replace(last.query, when=None, month=0, round="", topic=(), strict=0.0, order="newest", limit=12)
        query = replace(query, needs=(), lead=False, follows=False)
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
        if passage not in last.passages and _goes_with(desk, passage, at, last)
    )
    return Following(replace(before, events=(), passages=passages) if passages else None)


def _goes_with(desk: Desk, passage: Passage, at: set[tuple[str, int]], last: Focus) -> bool:
    """Whether a sentence names whom the answer before was about, or stands right beside it and names nobody else."""
    discourse = desk.sentences.discourse
    named = frozenset(i for ids in last.clause.groups() for i in ids)
    told = discourse.ids(passage)
    if told & named:
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
